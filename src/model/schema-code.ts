/**
 * Schemas as code that people are shown, in the validator that their package already has.
 */
import { schemaLines, type FieldKind, type SchemaField } from '../libraries/schemas.js'
import type { Package } from '../workspace/types.js'

export type { FieldKind }

/**
 * A schema for some fields, and the call that checks by it.
 *
 * @param source what is checked, as written: `req.body`
 */
export function schemaCode(fields: readonly SchemaField[], owner: Package, source: string): readonly string[] {
  return schemaLines(fields, owner.dependencies, source)
}
