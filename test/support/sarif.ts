/**
 * The schema of SARIF 2.1.0, which a package of matchers for tests ships.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Ajv } from 'ajv'
import Draft4 from 'ajv-draft-04'
import addFormats from 'ajv-formats'

const SCHEMA = path.join(import.meta.dirname, '..', 'types', 'node_modules', '@microsoft', 'jest-sarif', 'lib', 'schemas', 'sarif-2.1.0-rtm.5.json')

// One of its patterns is no regular expression of Unicode mode.
const ajv = new Draft4.default({ allErrors: true, strict: false, unicodeRegExp: false })
addFormats.default(ajv as unknown as Ajv)
const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object)

/** What keeps a log from fitting the schema; empty when it fits. */
export function sarifErrors(log: unknown): string[] {
  return validate(log) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath}: ${error.message ?? ''}`)
}
