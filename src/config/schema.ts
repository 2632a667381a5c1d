/**
 * What a configuration file may hold: the one description that files are checked against and that editors complete
 * from. `schema/backend-lint.schema.json` is this, with the shipped rules and their options.
 */
import { CONFIDENCES, SEVERITIES, type Topic } from '../findings/finding.js'
import { PRESETS } from './presets.js'

/** What the schema needs to know of a rule. */
export interface ConfigurableRule {
  readonly id: string
  readonly title: string
  readonly severity: string
  /** Which presets run it; every one, where it has none. */
  readonly topic?: Topic
  readonly options?: Readonly<Record<string, ConfigurableOption>>
}

/** An option of a rule: a small part of JSON schema, and what holds when it is not set. */
export interface ConfigurableOption {
  readonly type: 'boolean' | 'number' | 'string' | 'array'
  readonly items?: { readonly type: 'string' }
  readonly default: unknown
  readonly description: string
}

/** The part of JSON schema (draft 7) that is used here. */
export interface Schema {
  readonly $schema?: string
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  readonly default?: unknown
  readonly definitions?: Readonly<Record<string, Schema>>
  readonly type?: SchemaType | readonly SchemaType[]
  readonly enum?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  /** Absent: anything else is allowed too. */
  readonly additionalProperties?: false | Schema
  /** A list of schemas: one for each position. */
  readonly items?: Schema | readonly Schema[]
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
}

export type SchemaType = 'object' | 'array' | 'string' | 'number' | 'boolean'

const SEVERITY: Schema = { enum: ['off', ...SEVERITIES] }
const TEXT: Schema = { type: 'string', minLength: 1 }
const texts = (description: string): Schema => ({ type: 'array', items: TEXT, description })

/** JSON schema (draft 7) of a configuration file for these rules. */
export function configSchema(rules: readonly ConfigurableRule[]): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'backend-lint configuration',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'The schema that editors complete from.' },
      extends: {
        description: `Presets (${PRESETS.join(', ')}) and shared configuration files, relative to this file.`,
        anyOf: [TEXT, { type: 'array', items: TEXT }],
      },
      rules: { $ref: '#/definitions/rules' },
      overrides: {
        type: 'array',
        description: 'Settings for some files; later ones win.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: {
            files: { ...texts('Globs; "!" in front takes files out again.'), minItems: 1 },
            rules: { $ref: '#/definitions/rules' },
            confidence: { $ref: '#/definitions/confidence' },
          },
        },
      },
      ignore: texts('Files that are not read, in .gitignore syntax.'),
      models: texts('Library models of your own packages, relative to this file.'),
      packs: texts('Packs of rules as data (validations.yaml, sharp-edges.yaml), relative to this file.'),
      plugins: texts('Modules with rules of your own, in TypeScript or JavaScript, relative to this file. They run: only a file named by --config may list them.'),
      baseline: { ...TEXT, description: 'File of known findings, relative to this file.' },
      tables: {
        type: 'object',
        description: 'Tables that stay small or are huge, by name.',
        additionalProperties: { enum: ['small', 'huge'] },
      },
      database: {
        type: 'object',
        description: 'The database that queries and migrations are for.',
        additionalProperties: false,
        properties: {
          dialect: { enum: ['postgresql', 'mysql', 'mariadb', 'sqlite', 'mssql', 'mongodb'] },
          version: { type: ['string', 'number'], description: 'Version of the server, as in "15".' },
        },
      },
      confidence: { $ref: '#/definitions/confidence' },
      failOn: { enum: [...SEVERITIES, 'never'], description: 'Findings this bad or worse make the exit code 1.' },
    },
    definitions: {
      confidence: { enum: CONFIDENCES, description: 'Findings less sure are left out.' },
      rules: {
        type: 'object',
        description: 'Severity, and options, by rule.',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, settingOf(rule)])),
      },
    },
  }
}

/** `high`, `[high, { option: 1 }]` or `{ severity: high, options: { option: 1 } }`. */
function settingOf(rule: ConfigurableRule): Schema {
  const options: Schema = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(rule.options ?? {}).map(([name, { type, items, default: value, description }]) => [
        name,
        { type, ...(items && { items }), default: value, description },
      ]),
    ),
  }
  return {
    description: rule.title,
    default: rule.severity,
    anyOf: [
      SEVERITY,
      { type: 'array', minItems: 1, maxItems: 2, items: [SEVERITY, options] },
      { type: 'object', additionalProperties: false, properties: { severity: SEVERITY, options } },
    ],
  }
}
