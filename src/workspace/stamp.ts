import { statSync } from 'node:fs'

/** What tells a file from its former self without reading it: size and time of change; '' when it is gone. */
export function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat ? `${stat.size}:${stat.mtimeMs}` : ''
}
