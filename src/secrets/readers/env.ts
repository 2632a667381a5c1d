/** Reads `NAME=value` lines. */
import type { Assignment } from '../assignments.js'

const LINE = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*/

export function readEnv(text: string): Assignment[] {
  const found: Assignment[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    const match = LINE.exec(line)
    if (match) {
      const rest = line.slice(match[0].length)
      const { raw, value, quote } = valueOf(rest)
      const start = offset + match[0].length + quote
      if (value !== '') found.push({ name: match[1] ?? '', path: [], value, role: 'named', start, end: start + raw.length, literalStart: start - quote, literalEnd: start + raw.length + quote })
    }
    offset += line.length + 1
  }
  return found
}

/** The value without quotes and without a comment behind it. */
function valueOf(rest: string): { raw: string; value: string; quote: 0 | 1 } {
  const first = rest[0]
  if (first === '"' || first === "'" || first === '`') {
    const close = rest.indexOf(first, 1)
    const raw = close > 0 ? rest.slice(1, close) : rest.slice(1).trimEnd()
    return { raw, value: raw, quote: 1 }
  }
  const raw = rest.replace(/(?:^|\s)#.*$/, '').trimEnd()
  return { raw, value: raw, quote: 0 }
}
