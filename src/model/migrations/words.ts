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

/** What a statement that no parser accepts does to whole tables: enough to know which of them there are. */
const TABLES: typeof FORMS = [
  [new RegExp(String.raw`^create\s+(?:\w+\s+)?table\s+(?:if\s+not\s+exists\s+)?${NAME}`, 'i'), ([, table = '']) => ({ kind: 'create-table', table, columns: [] })],
  [new RegExp(String.raw`^drop\s+table\s+(?:if\s+exists\s+)?${NAME}`, 'i'), ([, table = '']) => ({ kind: 'drop-table', table })],
  [new RegExp(String.raw`^alter\s+table\s+(?:if\s+exists\s+)?${NAME}\s+rename\s+to\s+${NAME}\s*$`, 'i'), ([, table = '', to = '']) => ({ kind: 'rename-table', table, to })],
]

/** What a statement that no parser accepts does, as far as its words say; nothing where they are none of those known. */
export function readTablesByWords(text: string): SchemaOperation[] {
  return read(text, TABLES) ?? []
}

/** Undefined where the words are none of those known. */
export function readByWords(text: string): SchemaOperation[] | undefined {
  return read(text, FORMS)
}

function read(text: string, forms: typeof FORMS): SchemaOperation[] | undefined {
  for (const [pattern, make] of forms) {
    const match = pattern.exec(text)
    if (match) return [make(match)]
  }
  return undefined
}
