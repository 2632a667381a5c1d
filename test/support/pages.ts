/**
 * Samples in the pages of rules.
 */
import { pageOf } from '../../src/engine/registry.js'

export interface Sample {
  readonly code: string
  /** Its files by path: a line such as `// src/orders/order.service.ts` begins one, folders in `services` are packages; without any, all of it is one file. */
  readonly files: Readonly<Record<string, string>>
  /** Whether the page says that the rule reports it. */
  readonly isWrong: boolean
}

/** TypeScript samples under the headings "Wrong" and "Right" of a rule's page. */
export function samplesOf(id: string): Sample[] {
  const samples: Sample[] = []
  let heading = ''
  for (const part of pageOf(id).split(/^(## .*)$/m)) {
    if (part.startsWith('## ')) {
      heading = part.slice(3).trim()
      continue
    }
    if (heading !== 'Wrong' && heading !== 'Right') continue
    for (const match of part.matchAll(/```ts\n([^]*?)```/g)) samples.push({ code: match[1] ?? '', files: filesIn(match[1] ?? ''), isWrong: heading === 'Wrong' })
  }
  return samples
}

function filesIn(code: string): Record<string, string> {
  const [, ...parts] = code.split(/^\/\/ ((?:src|services)\/\S+\.[cm]?[jt]sx?)$/m)
  if (parts.length === 0) return { 'src/sample.ts': code }
  const files: Record<string, string> = {}
  for (let index = 0; index < parts.length; index += 2) files[parts[index] ?? ''] = parts[index + 1] ?? ''
  return files
}
