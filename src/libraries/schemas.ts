/**
 * How each validator writes a schema, for code that people are shown.
 */

export type FieldKind = 'string' | 'number' | 'boolean' | 'date' | 'email' | 'array'

export interface SchemaField {
  readonly name: string
  readonly kind: FieldKind
}

/** One validator's way of writing. */
interface Style {
  readonly package: string
  readonly opening: string
  readonly closing: string
  readonly field: Readonly<Record<FieldKind, string>>
  /** How a value is checked; `SOURCE` stands for it. */
  readonly check: readonly string[]
}

/** The first that a package depends on is taken; the last also where it depends on none. */
const STYLES: readonly Style[] = [
  {
    package: 'joi',
    opening: 'const input = Joi.object({',
    closing: '})',
    field: { string: 'Joi.string().required()', number: 'Joi.number().required()', boolean: 'Joi.boolean().required()', date: 'Joi.date().required()', email: 'Joi.string().email().required()', array: 'Joi.array().required()' },
    check: ['const { value, error } = input.validate(SOURCE, { stripUnknown: true })', 'if (error) throw error'],
  },
  {
    package: 'yup',
    opening: 'const input = yup.object({',
    closing: '})',
    field: { string: 'yup.string().required()', number: 'yup.number().required()', boolean: 'yup.boolean().required()', date: 'yup.date().required()', email: 'yup.string().email().required()', array: 'yup.array().required()' },
    check: ['const value = await input.validate(SOURCE, { stripUnknown: true })'],
  },
  {
    package: 'valibot',
    opening: 'const Input = v.object({',
    closing: '})',
    field: { string: 'v.pipe(v.string(), v.minLength(1))', number: 'v.number()', boolean: 'v.boolean()', date: 'v.date()', email: 'v.pipe(v.string(), v.email())', array: 'v.array(v.unknown())' },
    check: ['const value = v.parse(Input, SOURCE)'],
  },
  {
    package: 'zod',
    opening: 'const Input = z.object({',
    closing: '})',
    field: { string: 'z.string().min(1)', number: 'z.number()', boolean: 'z.boolean()', date: 'z.coerce.date()', email: 'z.string().email()', array: 'z.array(z.unknown())' },
    check: ['const value = Input.parse(SOURCE)'],
  },
]

/** A class whose properties say what fits, for packages that check by decorators. */
const DECORATED = 'class-validator'
const DECORATORS: Readonly<Record<FieldKind, readonly [decorator: string, type: string]>> = {
  string: ['@IsString() @IsNotEmpty()', 'string'],
  number: ['@IsNumber()', 'number'],
  boolean: ['@IsBoolean()', 'boolean'],
  date: ['@IsDate()', 'Date'],
  email: ['@IsEmail()', 'string'],
  array: ['@IsArray()', 'unknown[]'],
}

/**
 * A schema for some fields and the call that checks by it, as the validator that a package has writes them.
 *
 * @param source what is checked, as written: `req.body`
 */
export function schemaLines(fields: readonly SchemaField[], dependencies: { has(name: string): boolean }, source: string): readonly string[] {
  if (dependencies.has(DECORATED))
    return ['export class Input {', ...fields.flatMap(({ name, kind }) => [`  ${DECORATORS[kind][0]}`, `  ${name}: ${DECORATORS[kind][1]}`]), '}', '// with new ValidationPipe({ whitelist: true })']
  const style = STYLES.find((one) => dependencies.has(one.package)) ?? (STYLES.at(-1) as Style)
  return [style.opening, ...fields.map(({ name, kind }) => `  ${name}: ${style.field[kind]},`), style.closing, ...style.check.map((line) => line.replace('SOURCE', source))]
}
