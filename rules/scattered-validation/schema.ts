/**
 * One schema for the fields that are checked by hand, in the validator that the package already has.
 */
import type { Fix } from '../../src/findings/finding.js'
import type { HandCheck } from './hand-checks.js'

type Kind = 'string' | 'number' | 'boolean' | 'email' | 'array'

/**
 * @param checks those whose fields become the schema
 * @param group all places it is for
 */
export function schemaFor(checks: readonly HandCheck[], group: readonly HandCheck[]): Fix {
  const fields = [...new Set(checks.flatMap((check) => check.fields))].slice(0, 8).map((name) => ({ name, kind: kindOf(name, checks) }))
  const { dependencies } = (checks[0] as HandCheck).unit.file.package
  const units = [...new Set(group.map(({ unit }) => unit.name))]
  return {
    kind: 'recipe',
    title: 'Describe the fields once as a schema, and parse with it where the request comes in.',
    edits: [],
    code: [...linesFor(fields, (name) => dependencies.has(name)), `// instead of the conditions in ${units.slice(0, 4).join(', ')}${units.length > 4 ? ` and ${units.length - 4} more` : ''}, each with its own fields`].join('\n'),
  }
}

function kindOf(field: string, checks: readonly HandCheck[]): Kind {
  const about = checks.filter(({ fields }) => fields.includes(field)).map(({ condition }) => condition.getText()).join('\n')
  const near = (pattern: string) => new RegExp(pattern.replaceAll('FIELD', String.raw`[\w.?]*\b${field.replace(/\$/g, '\\$')}\b`)).test(about)
  if (near(String.raw`isArray\(\s*FIELD`)) return 'array'
  if (near(String.raw`typeof\s+FIELD\s*!==?\s*['"]number`) || near(String.raw`isNaN\(\s*(?:Number\(\s*)?FIELD`) || near(String.raw`is(?:Safe)?Integer\(\s*FIELD`) || near(String.raw`FIELD\s*[<>]=?\s*-?\d`)) return 'number'
  if (near(String.raw`typeof\s+FIELD\s*!==?\s*['"]boolean`)) return 'boolean'
  return /e-?mail$/i.test(field) ? 'email' : 'string'
}

function linesFor(fields: readonly { readonly name: string; readonly kind: Kind }[], has: (name: string) => boolean): string[] {
  const object = (opening: string, closing: string, write: Record<Kind, string>) => [opening, ...fields.map(({ name, kind }) => `  ${name}: ${write[kind]},`), closing]
  if (has('class-validator')) {
    const decorators: Record<Kind, readonly [string, string]> = { string: ['@IsString() @IsNotEmpty()', 'string'], number: ['@IsNumber()', 'number'], boolean: ['@IsBoolean()', 'boolean'], email: ['@IsEmail()', 'string'], array: ['@IsArray()', 'unknown[]'] }
    return ['export class Input {', ...fields.flatMap(({ name, kind }) => [`  ${decorators[kind][0]}`, `  ${name}: ${decorators[kind][1]}`]), '}', '// with new ValidationPipe({ whitelist: true })']
  }
  if (has('joi')) return [...object('const input = Joi.object({', '})', { string: 'Joi.string().required()', number: 'Joi.number().required()', boolean: 'Joi.boolean().required()', email: 'Joi.string().email().required()', array: 'Joi.array().required()' }), 'const { value, error } = input.validate(body, { stripUnknown: true })']
  if (has('yup')) return [...object('const input = yup.object({', '})', { string: 'yup.string().required()', number: 'yup.number().required()', boolean: 'yup.boolean().required()', email: 'yup.string().email().required()', array: 'yup.array().required()' }), 'const value = await input.validate(body, { stripUnknown: true })']
  if (has('valibot')) return [...object('const Input = v.object({', '})', { string: 'v.pipe(v.string(), v.minLength(1))', number: 'v.number()', boolean: 'v.boolean()', email: 'v.pipe(v.string(), v.email())', array: 'v.array(v.unknown())' }), 'const value = v.parse(Input, body)']
  return [...object('const Input = z.object({', '})', { string: 'z.string().min(1)', number: 'z.number()', boolean: 'z.boolean()', email: 'z.string().email()', array: 'z.array(z.unknown())' }), 'const value = Input.parse(body)']
}
