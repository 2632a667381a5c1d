/**
 * The JSON schema of the configuration: what is checked, and what editors complete from.
 */
import { CONFIDENCES, SEVERITIES } from '../findings/finding.js'
import { PRESETS } from './presets.js'

/** What the schema needs to know of a rule. */
export interface ConfigurableRule {
  readonly id: string
  readonly title: string
  readonly severity: string
  readonly options?: Readonly<Record<string, { readonly type: string; readonly default: unknown; readonly description: string; readonly items?: unknown }>>
}

const SEVERITY = { enum: ['off', ...SEVERITIES] }
const strings = (description: string) => ({ type: 'array', items: { type: 'string' }, description })

/** JSON schema (draft 7) of a configuration file. */
export function configSchema(rules: readonly ConfigurableRule[]): Record<string, unknown> {
  const ruleSettings = {
    type: 'object',
    description: 'Severity, and options, of each rule.',
    additionalProperties: false,
    properties: Object.fromEntries(rules.map((rule) => [rule.id, settingOf(rule)])),
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'backend-lint configuration',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      extends: {
        description: `Presets (${PRESETS.join(', ')}) and paths of shared configuration files; later ones win.`,
        anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
      },
      rules: ruleSettings,
      overrides: {
        type: 'array',
        description: 'Settings for some files; later ones win.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: { files: strings('Globs, relative to this file.'), rules: ruleSettings },
        },
      },
      ignore: strings('Files that are not read, in .gitignore syntax, relative to this file.'),
      models: strings('Library models of your own packages, relative to this file.'),
      tables: {
        type: 'object',
        description: 'Tables that stay small or are huge.',
        additionalProperties: { enum: ['small', 'huge'] },
      },
      database: {
        type: 'object',
        additionalProperties: false,
        properties: {
          dialect: { enum: ['postgresql', 'mysql', 'mariadb', 'sqlite', 'mssql', 'mongodb'] },
          version: { type: ['string', 'number'], description: 'Version of the server, as in "15".' },
        },
      },
      confidence: { enum: [...CONFIDENCES], description: 'Findings less sure are left out.' },
      failOn: { enum: [...SEVERITIES, 'never'], description: 'Findings this bad or worse make the exit code 1.' },
    },
  }
}

function settingOf(rule: ConfigurableRule): Record<string, unknown> {
  const options = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(rule.options ?? {}).map(([name, { type, description, default: value, items }]) => [name, { type, description, default: value, ...(items !== undefined && { items }) }]),
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
