/** Reads `key = "value"` of TOML, with the table around it. */
import type { Assignment } from '../assignments.js'

const TABLE = /^\s*\[\[?\s*([\w."' -]+?)\s*\]\]?/
const PAIR = /([A-Za-z0-9_."'-]{1,80})\s{0,4}=\s{0,4}(?:"((?:[^"\\\n]|\\.){0,2000})"|'([^'\n]{0,2000})')/g

export function readToml(text: string): Assignment[] {
  const found: Assignment[] = []
  let table: string[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    const head = TABLE.exec(line)
    if (head && !line.includes('=')) table = (head[1] ?? '').split('.').map((part) => part.replace(/["']/g, ''))
    else if (!/^\s*#/.test(line) && line.length < 5_000)
      for (const match of line.matchAll(PAIR)) {
        const value = match[2] ?? match[3] ?? ''
        const names = (match[1] ?? '').replace(/["']/g, '').split('.')
        const end = offset + match.index + match[0].length - 1
        if (value !== '') found.push({ name: names.at(-1) ?? '', path: [...table, ...names.slice(0, -1)], value, role: 'named', start: end - value.length, end, literalStart: end - value.length - 1, literalEnd: end + 1 })
      }
    offset += line.length + 1
  }
  return found
}
