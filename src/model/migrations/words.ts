/**
 * Statements that parsers do not know, read by their words.
 */
import type { SchemaOperation } from './types.js'

const NAME = String.raw`(?:["\x60\[]?[\w$]+["\x60\]]?\s*\.\s*)?["\x60\[]?([\w$]+)["\x60\]]?`
const FORMS: readonly (readonly [RegExp, (match: readonly string[]) => SchemaOperation])[] = [
  [/^(?:begin|start\s+transaction)\b(?!\s+atomic)/i, () => ({ kind: 'control', what: 'begin' })],
  [/^(?:commit|end)\b(?!\s+(?:if|loop|case|while|repeat))/i, () => ({ kind: 'control', what: 'commit' })],
  [/^rollback\b(?!\s+to)/i, () => ({ kind: 'control', what: 'rollback' })],
  [new RegExp(String.raw`^alter\s+table\s+${NAME}\s+convert\s+to\s+character\s+set\s+(\w+)`, 'i'), ([, table = '', set = '']) => ({ kind: 'rewrite-table', table, what: `CONVERT TO CHARACTER SET ${set}` })],
  [new RegExp(String.raw`^optimize\s+(?:local\s+)?table\s+${NAME}`, 'i'), ([, table = '']) => ({ kind: 'rewrite-table', table, what: 'OPTIMIZE TABLE' })],
  [new RegExp(String.raw`^alter\s+table\s+${NAME}\s+alter\s+(?:column\s+)?["\x60]?(\w+)["\x60]?\s+(?:set|drop)\s+default\b`, 'i'), ([, table = '', column = '']) => ({ kind: 'set-default', table, column })],
]

/** Undefined where the words are none of those known. */
export function readByWords(text: string): SchemaOperation[] | undefined {
  for (const [pattern, make] of FORMS) {
    const match = pattern.exec(text)
    if (match) return [make(match)]
  }
  return undefined
}
