/**
 * The committed JSON schema, the presets, and that our own reading agrees with a full JSON schema validator.
 */
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { PRESETS } from '../../src/config/presets.js'
import { configSchema, type ConfigurableRule } from '../../src/config/schema.js'
import { mistakesIn } from '../../src/config/validate.js'
import { rules } from '../../src/engine/registry.js'
import { ENGINE_RULES } from '../../src/engine/suppressions.js'

it('schema/backend-lint.schema.json is up to date (npm run generate writes it)', async () => {
  const text = `${JSON.stringify(configSchema([...rules, ...ENGINE_RULES]), undefined, 2)}\n`
  await expect(text).toMatchFileSnapshot('../../schema/backend-lint.schema.json')
})

describe('our own validation and a full one agree', () => {
  const RULES: readonly ConfigurableRule[] = [
    { id: 'sql-injection', title: '', severity: 'critical' },
    { id: 'unbounded-query', title: '', severity: 'high', options: { maximum: { type: 'number', default: 1, description: '' }, tables: { type: 'array', items: { type: 'string' }, default: [], description: '' }, strict: { type: 'boolean', default: false, description: '' } } },
  ]
  const schema = configSchema(RULES)
  const full = new Ajv({ strict: false }).compile(schema)
  it.each<[unknown, boolean]>([
    [{}, true],
    [[], false],
    ['strict', false],
    [{ $schema: 'x', extends: 'strict' }, true],
    [{ extends: ['strict', './a.yaml'] }, true],
    [{ extends: '' }, false],
    [{ extends: [1] }, false],
    [{ extends: {} }, false],
    [{ unknown: 1 }, false],
    [{ rules: { 'sql-injection': 'off', 'unbounded-query': ['high', { maximum: 1, tables: ['a'], strict: true }] } }, true],
    [{ rules: { 'unbounded-query': { options: { strict: 'yes' } } } }, false],
    [{ rules: { 'unbounded-query': [] } }, false],
    [{ rules: { 'unbounded-query': ['loud'] } }, false],
    [{ rules: { 'unbounded-query': ['low', { tables: 'a' }] } }, false],
    [{ rules: { 'unbounded-query': null } }, false],
    [{ rules: { other: 'low' } }, false],
    [{ overrides: [{ files: ['a'], rules: { 'sql-injection': 'low' }, confidence: 'low' }] }, true],
    [{ overrides: [{ files: [] }] }, false],
    [{ overrides: [{ rules: {} }] }, false],
    [{ overrides: [{ files: ['a'], rule: {} }] }, false],
    [{ tables: { a: 'small', constructor: 'huge' } }, true],
    [{ tables: { a: 'tiny' } }, false],
    [{ database: { dialect: 'mysql', version: 8 } }, true],
    [{ database: { version: true } }, false],
    [{ confidence: 'high', failOn: 'never', ignore: ['a'], models: ['./a.d.ts'] }, true],
    [{ failOn: 'off' }, false],
  ])('%j: %s', (value, isValid) => {
    expect(full(value)).toBe(isValid)
    expect(mistakesIn(value, schema).length === 0).toBe(isValid)
  })
})

describe('presets', () => {
  it.each(rules.map(({ id, topic }) => [id, topic]))('%s belongs to one: %s', (_, topic) => {
    expect(PRESETS).toContain(topic)
  })
})
