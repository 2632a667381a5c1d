/**
 * One schema for the fields that are checked by hand, in the validator that the package already has.
 */
import type { Fix } from '../../src/findings/finding.js'
import { schemaCode, type FieldKind } from '../../src/model/schema-code.js'
import type { HandCheck } from './hand-checks.js'

/**
 * @param checks those whose fields become the schema
 * @param group all places it is for
 */
export function schemaFor(checks: readonly HandCheck[], group: readonly HandCheck[]): Fix {
  const fields = [...new Set(checks.flatMap((check) => check.fields))].slice(0, 8).map((name) => ({ name, kind: kindOf(name, checks) }))
  const units = [...new Set(group.map(({ unit }) => unit.name))]
  return {
    kind: 'recipe',
    title: 'Describe the fields once as a schema, and parse with it where the request comes in.',
    edits: [],
    code: [...schemaCode(fields, (checks[0] as HandCheck).unit.file.package, 'body'), `// instead of the conditions in ${units.slice(0, 4).join(', ')}${units.length > 4 ? ` and ${units.length - 4} more` : ''}, each with its own fields`].join('\n'),
  }
}

function kindOf(field: string, checks: readonly HandCheck[]): FieldKind {
  const about = checks.filter(({ fields }) => fields.includes(field)).map(({ condition }) => condition.getText()).join('\n')
  const near = (pattern: string) => new RegExp(pattern.replaceAll('FIELD', String.raw`[\w.?]*\b${field.replace(/\$/g, '\\$')}\b`)).test(about)
  if (near(String.raw`isArray\(\s*FIELD`)) return 'array'
  if (near(String.raw`typeof\s+FIELD\s*!==?\s*['"]number`) || near(String.raw`isNaN\(\s*(?:Number\(\s*)?FIELD`) || near(String.raw`is(?:Safe)?Integer\(\s*FIELD`) || near(String.raw`FIELD\s*[<>]=?\s*-?\d`)) return 'number'
  if (near(String.raw`typeof\s+FIELD\s*!==?\s*['"]boolean`)) return 'boolean'
  return /e-?mail$/i.test(field) ? 'email' : 'string'
}
