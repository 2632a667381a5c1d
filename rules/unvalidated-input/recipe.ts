/**
 * A schema for a body, in the names of the user's own fields and in the validator the package already has.
 */
import type { Fix } from '../../src/findings/finding.js'
import { schemaCode, type FieldKind } from '../../src/model/schema-code.js'
import type { Table } from '../../src/model/types.js'
import type { Package } from '../../src/workspace/types.js'
import { isPrivileged } from './columns.js'

/** Columns that nobody sends. */
const OWN = /^(?:_?id|__v|uuid|created\w*|updated\w*|deleted\w*)$/i

/**
 * @param fields names known from the code; empty: taken from the table
 * @param source the body as written: `req.body`
 */
export function recipeFor(fields: readonly string[], table: Table | undefined, source: string, owner: Package): Fix {
  const columns = table?.columns.filter(({ name }) => !OWN.test(name) && !isPrivileged(name)).slice(0, 6) ?? []
  const names = fields.length > 0 ? [...new Set(fields)] : columns.map(({ name }) => name)
  const kindOf = (name: string) => kind(table?.columns.find((column) => column.name === name)?.type)
  const shown = names.length > 0 ? names : ['name']
  return { kind: 'recipe', title: 'Parse the body before it is used, and let only the fields through that may be set.', edits: [], code: schemaCode(shown.map((name) => ({ name, kind: kindOf(name) })), owner, source).join('\n') }
}

function kind(type: string | undefined): FieldKind {
  if (type === undefined) return 'string'
  if (/int|number|float|decimal|numeric|double|real|serial/i.test(type)) return 'number'
  if (/bool/i.test(type)) return 'boolean'
  return /date|time/i.test(type) ? 'date' : 'string'
}
