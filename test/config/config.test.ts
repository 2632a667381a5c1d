/**
 * Configuration: what is found, how it is merged, and what is said about mistakes.
 */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadConfig, type Config } from '../../src/config/config.js'
import type { ConfigurableRule } from '../../src/config/schema.js'
import { ConfigError, UsageError } from '../../src/findings/errors.js'
import { folderWith } from '../support/folder.js'

const RULES: readonly ConfigurableRule[] = [
  { id: 'n-plus-one-query', title: 'A query runs once per element.', severity: 'critical', topic: 'performance' },
  { id: 'sql-injection', title: 'Request data reaches SQL text.', severity: 'critical', topic: 'security' },
  { id: 'missing-transaction', title: 'Writes that belong together.', severity: 'critical', topic: 'architecture' },
  {
    id: 'unbounded-query',
    title: 'A read without a bound.',
    severity: 'high',
    topic: 'performance',
    options: {
      maximum: { type: 'number', default: 1000, description: 'Rows.' },
      tables: { type: 'array', items: { type: 'string' }, default: [], description: 'Tables.' },
    },
  },
]

const load = (root: string, explicit?: string, cwd = root) => loadConfig({ cwd, root, rules: RULES, ...(explicit !== undefined && { explicit }) })

async function loadAll(root: string, files: readonly string[]): Promise<Config> {
  return (await load(root)).withNested(files)
}

async function failure(files: Readonly<Record<string, string>>, explicit?: string): Promise<ConfigError> {
  const error: unknown = await load(folderWith({ '.git/HEAD': '', ...files }), explicit).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ConfigError)
  return error as ConfigError
}

const severity = (config: Config, file: string, rule = 'n-plus-one-query') => config.forFile(file).rules.get(rule)

describe('where configuration is found', () => {
  const asYaml = 'failOn: low\n'
  const asJson = '{ "failOn": "low" }'
  it.each([
    ['backend-lint.config.yaml', asYaml],
    ['backend-lint.config.yml', asYaml],
    ['backend-lint.config.json', asJson],
    ['.backend-lintrc', asYaml],
    ['.backend-lintrc', asJson],
    ['.backend-lintrc.yaml', asYaml],
    ['.backend-lintrc.yml', asYaml],
    ['.backend-lintrc.json', asJson],
    ['package.json', '{ "name": "shop", "backend-lint": { "failOn": "low" } }'],
  ])('%s', async (name, text) => {
    const root = folderWith({ [name]: text })
    const config = await load(root)
    expect(config.failOn).toBe('low')
    expect(config.files).toEqual([path.join(root, name)])
  })

  it('has defaults without any', async () => {
    const config = await load(folderWith({ '.git/HEAD': '', 'package.json': '{ "devDependencies": { "backend-lint": "1" }, "scripts": { "backend-lint": "backend-lint" } }' }))
    expect(config).toMatchObject({ files: [], failOn: 'high', confidence: 'medium', problems: [], ignore: [], models: [] })
    expect(config.isOn('n-plus-one-query')).toBe(true)
    expect(config.forFile('src/orders.ts').rules.size).toBe(0)
  })

  it('takes the first of several in one folder', async () => {
    const root = folderWith({ '.backend-lintrc.json': '{ "failOn": "never" }', 'backend-lint.config.yaml': asYaml })
    expect((await load(root)).failOn).toBe('low')
  })

  it('looks above the root, inside the same git work tree only', async () => {
    const repository = folderWith({ 'backend-lint.config.yaml': asYaml, 'inner/.git/HEAD': '', 'inner/api/package.json': '{}', 'api/package.json': '{}' })
    expect((await load(path.join(repository, 'api'))).failOn).toBe('low')
    expect((await load(path.join(repository, 'inner/api'))).failOn).toBe('high')
  })

  it('moves patterns of a file above the root', async () => {
    const repository = folderWith({
      'backend-lint.config.yaml': 'ignore: [api/dist, /web, "*.gen.ts", "**/tmp/x", "!api/dist/keep.ts", "apps/*/out", api]\noverrides:\n  - files: [api/src/legacy]\n    rules: { n-plus-one-query: low }\n',
      'api/package.json': '{}',
    })
    const config = await load(path.join(repository, 'api'))
    expect(config.ignore).toEqual(['/dist', '*.gen.ts', '**/tmp/x', '!/dist/keep.ts', 'api'])
    expect(severity(config, 'src/legacy/orders.ts')).toBe('low')
  })

  it('does not run code unless --config names it', async () => {
    const root = folderWith({
      '.git/HEAD': '',
      'package.json': '{}',
      'backend-lint.config.js': 'globalThis.ranBackendLintConfig = true; export default { failOn: "low" }',
    })
    expect((await load(root)).failOn).toBe('high')
    expect(globalThis).not.toHaveProperty('ranBackendLintConfig')
  })

  it('reads a BOM, CRLF, comments in JSON, tabs, trailing commas and an empty file', async () => {
    expect((await load(folderWith({ 'backend-lint.config.yaml': '\uFEFFfailOn: low\r\nrules:\r\n  n-plus-one-query: off\r\n' }))).failOn).toBe('low')
    expect((await load(folderWith({ 'backend-lint.config.json': '// why\n{\n\t"failOn": "low", /* because */\n}\n' }))).failOn).toBe('low')
    expect((await load(folderWith({ '.git/HEAD': '', 'backend-lint.config.yaml': '' }))).failOn).toBe('high')
    expect((await load(folderWith({ 'backend-lint.config.yaml': 'rules:\n  # n-plus-one-query: off\n' }))).isOn('n-plus-one-query')).toBe(true)
  })
})

describe('--config', () => {
  it('reads data of any name, relative to the current folder, with globs from the root', async () => {
    const root = folderWith({
      'backend-lint.config.yaml': 'failOn: never\n',
      'api/config/lint.yaml': 'failOn: low\nignore: [dist]\noverrides:\n  - files: ["api/src/**"]\n    rules: { n-plus-one-query: low }\n',
    })
    const config = await load(root, 'config/lint.yaml', path.join(root, 'api'))
    expect(config).toMatchObject({ failOn: 'low', ignore: ['dist'] })
    expect(severity(config, 'api/src/orders.ts')).toBe('low')
  })

  it('is the only file then', async () => {
    const root = folderWith({ 'lint.yaml': 'failOn: low\n', 'api/backend-lint.config.yaml': 'rules: { n-plus-one-query: off }\n' })
    const config = await (await load(root, 'lint.yaml')).withNested(['api/backend-lint.config.yaml'])
    expect(severity(config, 'api/orders.ts')).toBeUndefined()
  })

  it.each(['lint.js', 'lint.mjs', 'lint.ts', 'lint.mts'])('runs %s', async (name) => {
    const root = folderWith({ [name]: 'export default { rules: { "n-plus-one-query": "low" } }', 'package.json': '{ "type": "module" }' })
    expect(severity(await load(root, name), 'orders.ts')).toBe('low')
  })

  it('runs CommonJS', async () => {
    const root = folderWith({ 'lint.cjs': 'module.exports = { rules: { "n-plus-one-query": "low" } }' })
    expect(severity(await load(root, 'lint.cjs'), 'orders.ts')).toBe('low')
  })

  it('says what is wrong in code', async () => {
    expect((await failure({ 'lint.mjs': 'export default { failon: "low" }' }, 'lint.mjs')).message).toBe('lint.mjs: "failon" is no key of the configuration. Did you mean "failOn"?')
    expect((await failure({ 'lint.mjs': 'export const config = {}' }, 'lint.mjs')).message).toContain('It has no default export.')
    expect((await failure({ 'lint.mjs': 'export default () => ({})' }, 'lint.mjs')).message).toBe('lint.mjs: The configuration is a function. It must be a map of keys.')
    expect((await failure({ 'lint.mjs': 'throw new Error("no disk")' }, 'lint.mjs')).message).toBe('lint.mjs: It fails when it is loaded: no disk')
  })

  it('refuses what it does not read', async () => {
    const root = folderWith({ 'lint.ts': '', 'lint.toml': '', 'lint.yaml/x': '' })
    await expect(load(root, 'lint.toml')).rejects.toThrow('lint.toml: this kind of file is not read')
    await expect(load(root, 'lint.yaml')).rejects.toThrow('lint.yaml: It cannot be read: it is a folder.')
    const missing = load(root, 'nowhere.yaml')
    await expect(missing).rejects.toBeInstanceOf(UsageError)
    await expect(missing).rejects.toThrow('The configuration file "nowhere.yaml" does not exist.')
  })

  it.skipIf(process.getuid?.() === 0)('says that permission is missing', async () => {
    const root = folderWith({ 'lint.yaml': 'failOn: low\n' })
    chmodSync(path.join(root, 'lint.yaml'), 0)
    await expect(load(root, 'lint.yaml')).rejects.toThrow('permission is denied')
  })
})

describe('rules', () => {
  it('takes a severity, a pair or an object', async () => {
    const config = await load(
      folderWith({
        'backend-lint.config.yaml': [
          'rules:',
          '  n-plus-one-query: off',
          '  sql-injection: [low]',
          '  missing-transaction: { severity: medium }',
          '  unbounded-query: [critical, { maximum: 50 }]',
        ].join('\n'),
      }),
    )
    expect(Object.fromEntries(config.forFile('src/a.ts').rules)).toEqual({
      'n-plus-one-query': 'off',
      'sql-injection': 'low',
      'missing-transaction': 'medium',
      'unbounded-query': 'critical',
    })
    expect(config.isOn('n-plus-one-query')).toBe(false)
    expect(config.optionVariants('unbounded-query', ['src/a.ts'])).toEqual([{ maximum: 50, tables: [] }])
  })

  it('leaves the severity of a rule with options alone', async () => {
    const config = await load(folderWith({ 'backend-lint.config.yaml': 'rules: { unbounded-query: { options: { tables: [logs] } } }' }))
    expect(severity(config, 'a.ts', 'unbounded-query')).toBeUndefined()
    expect(config.forFile('a.ts').optionsOf('unbounded-query')).toEqual({ maximum: 1000, tables: ['logs'] })
  })
})

describe('overrides', () => {
  const root = () =>
    folderWith({
      'backend-lint.config.yaml': [
        'rules: { n-plus-one-query: high }',
        'overrides:',
        '  - files: ["src/legacy", "!src/legacy/billing/**"]',
        '    rules: { n-plus-one-query: low, unbounded-query: [low, { maximum: 5 }] }',
        '    confidence: high',
        '  - files: ["*.job.ts"]',
        '    rules: { n-plus-one-query: off }',
      ].join('\n'),
    })

  it.each([
    ['src/orders.ts', 'high'],
    ['src/legacy/orders.ts', 'low'],
    ['src/legacy/deep/orders.ts', 'low'],
    ['src/legacy/billing/invoice.ts', 'high'],
    ['src/mail/send.job.ts', 'off'],
    ['src/legacy/send.job.ts', 'off'],
    ['other/src/legacy/orders.ts', 'high'],
  ])('%s is %s', async (file, expected) => {
    expect(severity(await load(root()), file)).toBe(expected)
  })

  it('has options and confidence of its own', async () => {
    const config = await load(root())
    const variants = config.optionVariants('unbounded-query', ['src/a.ts', 'src/b.ts', 'src/legacy/c.ts'])
    expect(variants).toEqual([{ maximum: 1000, tables: [] }, { maximum: 5, tables: [] }])
    expect(config.forFile('src/legacy/c.ts').optionsOf('unbounded-query')).toBe(variants[1])
    expect(config.forFile('src/legacy/c.ts').confidence).toBe('high')
    expect(config.forFile('src/a.ts').confidence).toBe('medium')
  })

  it('keeps a rule running that is on for some files only', async () => {
    const config = await load(
      folderWith({ 'backend-lint.config.yaml': 'rules: { n-plus-one-query: off }\noverrides:\n  - files: [src]\n    rules: { n-plus-one-query: low }\n' }),
    )
    expect(config.isOn('n-plus-one-query')).toBe(true)
    expect(severity(config, 'other/a.ts')).toBe('off')
  })
})

describe('extends', () => {
  it('runs the rules of the presets named, together', async () => {
    const config = await load(folderWith({ 'backend-lint.config.yaml': 'extends: [security, performance]\n' }))
    expect(RULES.filter(({ id }) => config.isOn(id)).map(({ id }) => id)).toEqual(['n-plus-one-query', 'sql-injection', 'unbounded-query'])
    expect(severity(config, 'a.ts', 'missing-transaction')).toBe('off')
    expect(severity(config, 'a.ts', 'sql-injection')).toBeUndefined()
  })

  it('lets a rule by name win over the preset', async () => {
    const config = await load(folderWith({ 'backend-lint.config.yaml': 'extends: security\nrules: { missing-transaction: low, sql-injection: off }\n' }))
    expect(severity(config, 'a.ts', 'missing-transaction')).toBe('low')
    expect(config.isOn('missing-transaction')).toBe(true)
    expect(config.isOn('sql-injection')).toBe(false)
  })

  it('takes confidence and failOn of strict, unless set', async () => {
    expect(await load(folderWith({ 'backend-lint.config.yaml': 'extends: strict\n' }))).toMatchObject({ confidence: 'low', failOn: 'low' })
    expect(await load(folderWith({ 'backend-lint.config.yaml': 'extends: strict\nfailOn: high\n' }))).toMatchObject({ confidence: 'low', failOn: 'high' })
  })

  it('reads shared files: paths start there, globs at the file that extends', async () => {
    const root = folderWith({
      'backend-lint.config.yaml': 'extends: [./shared/base.json]\nrules: { sql-injection: low }\n',
      'shared/base.json': '{ "extends": "../more.yaml", "models": ["./db.d.ts"], "ignore": ["dist"], "rules": { "sql-injection": "off", "n-plus-one-query": "low" }, "overrides": [{ "files": ["src/**"], "rules": { "n-plus-one-query": "medium" } }] }',
      'shared/db.d.ts': '',
      'more.yaml': 'tables: { Countries: small, events: huge }\nfailOn: medium\n',
    })
    const config = await load(root)
    expect(config.files.map((file) => path.relative(root, file))).toEqual(['more.yaml', 'shared/base.json', 'backend-lint.config.yaml'])
    expect(config).toMatchObject({ failOn: 'medium', ignore: ['dist'], models: [path.join(root, 'shared/db.d.ts')] })
    expect(Object.fromEntries(config.tables)).toEqual({ countries: 'small', events: 'huge' })
    expect(severity(config, 'src/a.ts', 'sql-injection')).toBe('low')
    expect(severity(config, 'src/a.ts')).toBe('medium')
    expect(severity(config, 'lib/a.ts')).toBe('low')
  })

  it('reads a shared file twice when two others extend it', async () => {
    const root = folderWith({ 'backend-lint.config.yaml': 'extends: [./a.yaml, ./b.yaml]\n', 'a.yaml': 'extends: ./c.yaml\n', 'b.yaml': 'extends: ./c.yaml\n', 'c.yaml': 'failOn: low\n' })
    expect((await load(root)).failOn).toBe('low')
  })

  it.each([
    ['a circle', { 'backend-lint.config.yaml': 'extends:\n  - ./a.yaml\n', 'a.yaml': 'failOn: low\nextends: ./backend-lint.config.yaml\n' }, 'a.yaml:2: "extends" goes round in a circle: backend-lint.config.yaml -> a.yaml -> backend-lint.config.yaml. Take one of them out.'],
    ['itself', { 'backend-lint.config.yaml': 'extends: ./backend-lint.config.yaml\n' }, 'backend-lint.config.yaml:1: "extends" goes round in a circle: backend-lint.config.yaml -> backend-lint.config.yaml. Take one of them out.'],
    ['a missing file', { 'backend-lint.config.yaml': 'extends:\n  - strict\n  - ./nowhere.yaml\n' }, 'backend-lint.config.yaml:3: "extends" names "./nowhere.yaml", which does not exist. Correct the path; it starts at this file.'],
    ['a misspelt preset', { 'backend-lint.config.yaml': 'extends: securty\n' }, 'backend-lint.config.yaml:1: "extends" names "securty", which is no preset. Did you mean "security"? A shared file starts with "./".'],
    ['a package', { 'backend-lint.config.yaml': 'extends: "@acme/lint-config"\n' }, 'backend-lint.config.yaml:1: "extends" names "@acme/lint-config", which is no preset. Presets are recommended, strict, security, performance, architecture. A shared file starts with "./".'],
    ['a mistake in a shared file', { 'backend-lint.config.yaml': 'extends: ./a.yaml\n', 'a.yaml': '\nfailOn: lwo\n' }, 'a.yaml:2: "failOn" is "lwo". Did you mean "low"?'],
  ])('says %s', async (_, files, message) => {
    expect((await failure(files as Record<string, string>)).message).toBe(message)
  })

  it('does not run code', async () => {
    const root = folderWith({ 'backend-lint.config.yaml': 'extends: ./shared.mjs\n', 'shared.mjs': 'globalThis.ranSharedConfig = true; export default {}' })
    await expect(load(root)).rejects.toThrow('shared.mjs: code is run only when --config names it.')
    expect(globalThis).not.toHaveProperty('ranSharedConfig')
  })
})

describe('folders below the root', () => {
  const files = ['package.json', 'apps/api/package.json', 'apps/api/src/a.ts', 'apps/web/package.json', 'apps/api/src/jobs/.backend-lintrc', 'apps/api2/a.ts']
  const root = (api: string, jobs = 'rules: { n-plus-one-query: off }\n') =>
    folderWith({
      'backend-lint.config.yaml': 'rules: { n-plus-one-query: high, sql-injection: low }\nconfidence: high\n',
      'package.json': '{}',
      'apps/web/package.json': '{}',
      'apps/api/package.json': JSON.stringify({ name: 'api', 'backend-lint': JSON.parse(api) as unknown }),
      'apps/api/src/jobs/.backend-lintrc': jobs,
    })

  it('the nearest file wins, key by key', async () => {
    const config = await loadAll(root('{ "rules": { "n-plus-one-query": "medium" } }'), files)
    expect(config.files).toHaveLength(3)
    expect(severity(config, 'apps/web/a.ts')).toBe('high')
    expect(severity(config, 'apps/api/src/a.ts')).toBe('medium')
    expect(severity(config, 'apps/api/src/jobs/a.ts')).toBe('off')
    expect(severity(config, 'apps/api2/a.ts')).toBe('high')
    expect(severity(config, 'apps/api/src/jobs/a.ts', 'sql-injection')).toBe('low')
    expect(config.forFile('apps/api/src/a.ts').confidence).toBe('high')
  })

  it('has its own presets, overrides, options, confidence, database and ignores, relative to its folder', async () => {
    const config = await loadAll(
      root('{ "extends": ["security"], "confidence": "low", "ignore": ["src/old"], "database": { "dialect": "mysql" }, "overrides": [{ "files": ["src/*.ts"], "rules": { "unbounded-query": ["low", { "maximum": 7 }] } }] }'),
      files,
    )
    expect(severity(config, 'apps/api/x.ts', 'missing-transaction')).toBe('off')
    expect(severity(config, 'apps/web/x.ts', 'missing-transaction')).toBeUndefined()
    expect(config.isOn('missing-transaction')).toBe(true)
    expect(severity(config, 'apps/api/src/a.ts', 'unbounded-query')).toBe('low')
    expect(config.optionVariants('unbounded-query', ['apps/web/a.ts', 'apps/api/src/a.ts'])).toHaveLength(2)
    expect(config.forFile('apps/api/src/a.ts')).toMatchObject({ confidence: 'low', isIgnored: false, database: { dialect: 'mysql' } })
    expect(config.forFile('apps/api/src/old/a.ts').isIgnored).toBe(true)
    expect(config.forFile('src/old/a.ts')).toMatchObject({ isIgnored: false, database: undefined })
  })

  it('adds tables and models to those of the root', async () => {
    const folder = root('{ "tables": { "Audit": "huge" }, "models": ["./db.d.ts"] }')
    writeFileSync(path.join(folder, 'apps/api/db.d.ts'), '')
    const config = await loadAll(folder, files)
    expect(config.tables.get('audit')).toBe('huge')
    expect(config.models).toEqual([path.join(folder, 'apps/api/db.d.ts')])
  })

  it('says that failOn has no effect there', async () => {
    const config = await loadAll(root('{ "failOn": "low" }'), files)
    expect(config.failOn).toBe('high')
    expect(config.problems).toEqual([{ kind: 'config', file: 'apps/api/package.json', message: '"failOn" has no effect here: a run fails as a whole. Set it in the configuration of the root.' }])
  })

  it('works without one at the root', async () => {
    const folder = folderWith({ '.git/HEAD': '', 'api/backend-lint.config.yaml': 'rules: { n-plus-one-query: off }\n' })
    const config = await loadAll(folder, ['a.ts', 'api/backend-lint.config.yaml'])
    expect(severity(config, 'api/a.ts')).toBe('off')
    expect(severity(config, 'web/a.ts')).toBeUndefined()
    expect(config.isOn('n-plus-one-query')).toBe(true)
  })

  it('says mistakes with the path from the root', async () => {
    await expect(loadAll(root('{}', '\nrules:\n  nplus-one-query: off\n'), files)).rejects.toThrow('apps/api/src/jobs/.backend-lintrc:3: There is no rule "nplus-one-query". Did you mean "n-plus-one-query"?')
  })
})

describe('mistakes', () => {
  const yaml = (...lines: string[]) => ({ 'backend-lint.config.yaml': lines.join('\n') })
  const json = (...lines: string[]) => ({ 'backend-lint.config.json': lines.join('\n') })
  it.each([
    ['an unknown key', yaml('failOn: low', 'rulse: {}'), 2, 'rulse', '"rulse" is no key of the configuration. Did you mean "rules"?'],
    ['an unknown key, far from all', yaml('failOn: low', 'zzzzzzzzzz: {}'), 2, 'zzzzzzzzzz', '"zzzzzzzzzz" is no key of the configuration. Known are $schema, extends, rules, overrides, ignore, models, packs, plugins, baseline, tables, database, confidence and failOn.'],
    ['an unknown key of a key', yaml('database:', '  dialct: mysql'), 2, 'database.dialct', '"dialct" is no key of "database". Did you mean "dialect"?'],
    ['an unknown rule', yaml('rules:', '  sql-injection: low', '  n-plus-one: off'), 3, 'rules.n-plus-one', 'There is no rule "n-plus-one". Run backend-lint rules for the list.'],
    ['a misspelt rule', yaml('rules:', '  sql-injektion: low'), 2, 'rules.sql-injektion', 'There is no rule "sql-injektion". Did you mean "sql-injection"?'],
    ['a rule named like a member of objects', yaml('rules:', '  constructor: low'), 2, 'rules.constructor', 'There is no rule "constructor". Run backend-lint rules for the list.'],
    ['a misspelt rule of an override', yaml('overrides:', '  - files: [src]', '    rules:', '      sql-injektion: low'), 4, 'overrides.0.rules.sql-injektion', 'There is no rule "sql-injektion". Did you mean "sql-injection"?'],
    ['a misspelt severity', yaml('rules:', '  sql-injection: hihg'), 2, 'rules.sql-injection', '"rules.sql-injection" is "hihg". Did you mean "high"?'],
    ["a severity of ESLint's", yaml('rules:', '  sql-injection: error'), 2, 'rules.sql-injection', '"rules.sql-injection" is "error". It must be off, critical, high, medium or low.'],
    ['a number for a severity', json('{', '  "rules": {', '    "sql-injection": 2', '  }', '}'), 3, 'rules.sql-injection', '"rules.sql-injection" is 2. It must be off, critical, high, medium or low, or a list, or a map of keys.'],
    ['an unknown option in a pair', yaml('rules:', '  unbounded-query:', '    - low', '    - maximun: 3'), 4, 'rules.unbounded-query.1.maximun', '"maximun" is no option of unbounded-query. Did you mean "maximum"?'],
    ['an unknown option in an object', json('{ "rules": { "unbounded-query": {', '  "options": {', '    "rows": 3 } } } }'), 3, 'rules.unbounded-query.options.rows', '"rows" is no option of unbounded-query. Known are maximum and tables.'],
    ['an option of a rule without', yaml('rules:', '  sql-injection: [low, { rows: 3 }]'), 2, 'rules.sql-injection.1.rows', '"rows" is no option of sql-injection. The rule sql-injection takes no options. Remove it.'],
    ['an option in the place of options', yaml('rules:', '  unbounded-query: { maximum: 3 }'), 2, 'rules.unbounded-query.maximum', '"maximum" is no key of "rules.unbounded-query". Known are severity and options.'],
    ['an option of the wrong type', yaml('rules:', '  unbounded-query: [low, { maximum: many }]'), 2, 'rules.unbounded-query.1.maximum', '"rules.unbounded-query.1.maximum" is "many". It must be a number.'],
    ['an option list of the wrong type', yaml('rules:', '  unbounded-query: [low, { tables: [a, 1] }]'), 2, 'rules.unbounded-query.1.tables.1', '"rules.unbounded-query.1.tables.1" is 1. It must be a text.'],
    ['three entries', yaml('rules:', '  unbounded-query: [low, {}, {}]'), 2, 'rules.unbounded-query', '"rules.unbounded-query" has 3 entries; at most 2 are read.'],
    ['a text for a list', yaml('ignore: dist'), 1, 'ignore', '"ignore" is "dist". It must be a list, each of it a text.'],
    ['a list for a map', yaml('rules:', '  - sql-injection'), 1, 'rules', '"rules" is a list. It must be a map of keys.'],
    ['an override without files', yaml('overrides:', '  - rules: {}'), 2, 'overrides.0', '"overrides.0" needs the key "files". Add it.'],
    ['an override with an empty glob', yaml('overrides:', '  - files:', '      - ""'), 3, 'overrides.0.files.0', '"overrides.0.files.0" is empty. Fill it in, or remove it.'],
    ['a size that is none', yaml('tables:', '  events: big'), 2, 'tables.events', '"tables.events" is "big". It must be small or huge.'],
    ['a dialect that is none', yaml('database:', '  dialect: postgres'), 2, 'database.dialect', '"database.dialect" is "postgres". Did you mean "postgresql"?'],
    ['a missing model', yaml('models:', '  - ./nowhere.d.ts'), 2, 'models.0', 'The library model "./nowhere.d.ts" does not exist. Correct the path; it starts at this file.'],
    ['a whole that is no map', yaml('- rules'), 1, undefined, 'The configuration is a list. It must be a map of keys.'],
    ['broken YAML', yaml('failOn: low', 'ignore: [a', 'rules: {}'), 3, undefined, 'It does not parse: '],
    ['a key twice', yaml('failOn: low', 'failOn: high'), 2, undefined, 'It does not parse: Map keys must be unique. Mend the syntax.'],
    ['an alias without anchor', yaml('failOn: *x'), undefined, undefined, 'It does not parse: Unresolved alias'],
    ['broken JSON', json('{', '  "failOn": "low"', '  "rules": {}', '}'), 3, undefined, 'It does not parse: comma expected. Mend the syntax.'],
  ])('%s', async (_, files, line, key, message) => {
    const error = await failure(files as Record<string, string>)
    expect(error).toMatchObject({ file: Object.keys(files)[0], line, key })
    expect(error.message).toContain(message)
  })

  it('counts lines in package.json, and sees only its own key', async () => {
    const text = ['{', '  "name": "shop",', '  "rulse": {},', '  "backend-lint": {', '    "failOn": "low",', '    "rulse": {}', '  }', '}'].join('\n')
    expect((await failure({ 'package.json': text })).message).toBe('package.json:6: "rulse" is no key of the configuration. Did you mean "rules"?')
    expect((await failure({ 'package.json': '{\n "name": "shop",\n "backend-lint": "strict" }' })).message).toBe('package.json:3: The configuration is "strict". It must be a map of keys.')
  })

  it('leaves a broken package.json to the workspace', async () => {
    expect((await load(folderWith({ '.git/HEAD': '', 'package.json': '{ "name": "shop", "backend-lint": {' }))).files).toEqual([])
  })
})

describe('effective configuration', () => {
  it('has all there is to say, as plain data', async () => {
    const root = folderWith({ 'backend-lint.config.yaml': '$schema: ./schema.json\nextends: performance\nrules: { n-plus-one-query: low, unbounded-query: { options: { maximum: 9 } } }\nignore: [dist]\ndatabase: { dialect: mysql, version: 8 }\n' })
    expect((await load(root)).effective).toEqual({
      files: ['backend-lint.config.yaml'],
      confidence: 'medium',
      failOn: 'high',
      rules: { 'n-plus-one-query': 'low', 'sql-injection': 'off', 'missing-transaction': 'off', 'unbounded-query': ['high', { maximum: 9, tables: [] }] },
      overrides: [],
      ignore: ['dist'],
      tables: {},
      models: [],
      database: { dialect: 'mysql', version: 8 },
    })
  })
})

it('does not change what it reads', async () => {
  const root = folderWith({ 'backend-lint.config.yaml': 'failOn: low\n' })
  await load(root)
  expect(readFileSync(path.join(root, 'backend-lint.config.yaml'), 'utf8')).toBe('failOn: low\n')
})
