/** Reads `ENV` and `ARG` of Dockerfiles. */
import type { Assignment } from '../assignments.js'

const PAIR = /([A-Za-z_]\w{0,100})=(?:"([^"\n]{0,2000})"|'([^'\n]{0,2000})'|([^\s"'\\]{1,2000}))/g

export function readDockerfile(text: string): Assignment[] {
  const found: Assignment[] = []
  let offset = 0
  let continues = false
  for (const line of text.split('\n')) {
    const isInstruction = /^\s*(?:ENV|ARG)\s/i.test(line)
    const lineOffset = offset
    offset += line.length + 1
    const isInside: boolean = isInstruction || (continues && !/^\s*#/.test(line))
    continues = isInside && /\\\s*$/.test(line)
    if (!isInside) continue
    const add = (name: string, value: string, start: number, quote: 0 | 1) => {
      if (value !== '') found.push({ name, path: [], value, role: 'named', start, end: start + value.length, literalStart: start - quote, literalEnd: start + value.length + quote })
    }
    const old = /^\s*ENV\s+([A-Za-z_]\w*)\s+(?!=)([^\s=]\S*)\s*$/i.exec(line)
    if (old && !old[1]?.includes('=')) {
      add(old[1] ?? '', old[2] ?? '', lineOffset + line.lastIndexOf(old[2] ?? ''), 0)
      continue
    }
    for (const match of line.matchAll(PAIR)) {
      const value = match[2] ?? match[3] ?? match[4] ?? ''
      const quote = match[4] === undefined ? 1 : 0
      add(match[1] ?? '', value, lineOffset + match.index + match[0].length - quote - value.length, quote)
    }
  }
  return found
}
