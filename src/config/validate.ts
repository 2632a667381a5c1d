/**
 * Holds a value against a schema and says, for each mistake, where it is and what would be right.
 */
import { nearest } from '../findings/nearest.js'
import type { Schema, SchemaType } from './schema.js'

export type Keys = readonly (string | number)[]

export interface Mistake {
  /** From the top of the value to the key that is wrong. */
  readonly keys: Keys
  /** One or two sentences: what is wrong, what would be right. */
  readonly message: string
}

/** Mistakes in the order of the value's keys; empty when it fits. */
export function mistakesIn(value: unknown, schema: Schema): Mistake[] {
  return check(value, schema, [], schema)
}

function check(value: unknown, written: Schema, keys: Keys, root: Schema): Mistake[] {
  const schema = resolved(written, root)
  if (schema.anyOf) {
    const branch = schema.anyOf.find((one) => accepts(resolved(one, root), value))
    return branch ? check(value, branch, keys, root) : [wrong(value, schema, keys, root)]
  }
  if (!accepts(schema, value)) return [wrong(value, schema, keys, root)]
  if (schema.enum && !schema.enum.includes(value as string)) return [wrong(value, schema, keys, root)]
  if (typeof value === 'string' && value.length < (schema.minLength ?? 0))
    return [{ keys, message: `"${named(keys)}" is empty. Fill it in, or remove it.` }]
  if (Array.isArray(value)) return checkList(value, schema, keys, root)
  return isObject(value) ? checkObject(value, schema, keys, root) : []
}

function checkList(list: readonly unknown[], schema: Schema, keys: Keys, root: Schema): Mistake[] {
  if (list.length < (schema.minItems ?? 0)) return [{ keys, message: `"${named(keys)}" is an empty list. Fill it in.` }]
  if (schema.maxItems !== undefined && list.length > schema.maxItems)
    return [{ keys, message: `"${named(keys)}" has ${list.length} entries; at most ${schema.maxItems} are read.` }]
  return list.flatMap((item, index) => {
    const items = isTuple(schema.items) ? schema.items[index] : schema.items
    return items ? check(item, items, [...keys, index], root) : []
  })
}

function checkObject(object: Readonly<Record<string, unknown>>, schema: Schema, keys: Keys, root: Schema): Mistake[] {
  const known = schema.properties ?? {}
  const mistakes = Object.entries(object).flatMap(([key, value]): Mistake[] => {
    if (Object.hasOwn(known, key)) return check(value, known[key] as Schema, [...keys, key], root)
    if (schema.additionalProperties === false) return [{ keys: [...keys, key], message: unknown(key, keys, Object.keys(known)) }]
    return schema.additionalProperties ? check(value, schema.additionalProperties, [...keys, key], root) : []
  })
  const missing = (schema.required ?? []).filter((key) => !Object.hasOwn(object, key))
  return [...mistakes, ...missing.map((key) => ({ keys, message: `"${named(keys)}" needs the key "${key}". Add it.` }))]
}

function unknown(key: string, keys: Keys, known: readonly string[]): string {
  const guess = nearest(key, known)
  const hint = guess ? `Did you mean "${guess}"?` : undefined
  if (keys.at(-1) === 'rules') return `There is no rule "${key}". ${hint ?? 'Run backend-lint rules for the list.'}`
  const rule = ruleOf(keys)
  if (rule !== undefined && keys.at(-1) !== rule) {
    const none = `The rule ${rule} takes no options. Remove it.`
    return `"${key}" is no option of ${rule}. ${hint ?? (known.length > 0 ? `Known are ${listed(known)}.` : none)}`
  }
  const where = keys.length === 0 ? 'the configuration' : `"${named(keys)}"`
  return `"${key}" is no key of ${where}. ${hint ?? `Known are ${listed(known)}.`}`
}

/** The rule whose setting, or options, the keys lead into. */
function ruleOf(keys: Keys): string | undefined {
  const at = keys.indexOf('rules')
  return at < 0 || at + 1 >= keys.length ? undefined : String(keys[at + 1])
}

function wrong(value: unknown, schema: Schema, keys: Keys, root: Schema): Mistake {
  const guess = typeof value === 'string' ? nearest(value, allowed(schema, root)) : undefined
  const what = keys.length === 0 ? 'The configuration' : `"${named(keys)}"`
  const is = typeof value === 'string' ? `"${value}"` : value === null ? 'empty' : describeType(value)
  const should = guess ? `Did you mean "${guess}"?` : `It must be ${describe(schema, root)}.`
  return { keys, message: `${what} is ${is}. ${should}` }
}

function allowed(schema: Schema, root: Schema): readonly string[] {
  return schema.enum ?? (schema.anyOf ?? []).flatMap((one) => allowed(resolved(one, root), root))
}

function describe(schema: Schema, root: Schema): string {
  if (schema.anyOf) return schema.anyOf.map((one) => describe(resolved(one, root), root)).join(', or ')
  if (schema.enum) return listed(schema.enum, 'or')
  const items = isTuple(schema.items) ? undefined : schema.items
  if (items && schema.type === 'array') return `a list, each of it ${describe(resolved(items, root), root)}`
  return typesOf(schema).map((type) => WORDS[type]).join(' or ')
}

const WORDS: Readonly<Record<SchemaType, string>> = {
  object: 'a map of keys',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
}

function describeType(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  return isObject(value) ? WORDS.object : typeof value === 'function' ? 'a function' : String(value)
}

/** Whether the value is of the right kind; what is inside is held against the schema afterwards. */
function accepts(schema: Schema, value: unknown): boolean {
  if (schema.enum) return typeof value === 'string'
  return schema.type === undefined || typesOf(schema).some((type) => (type === 'array' ? Array.isArray(value) : type === 'object' ? isObject(value) : typeof value === type))
}

function typesOf(schema: Schema): readonly SchemaType[] {
  return schema.type === undefined ? [] : typeof schema.type === 'string' ? [schema.type] : schema.type
}

function resolved(schema: Schema, root: Schema): Schema {
  return schema.$ref === undefined ? schema : (root.definitions?.[schema.$ref.slice('#/definitions/'.length)] ?? schema)
}

function isTuple(items: Schema['items']): items is readonly Schema[] {
  return Array.isArray(items)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function named(keys: Keys): string {
  return keys.join('.')
}

function listed(names: readonly string[], word = 'and'): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`
}
