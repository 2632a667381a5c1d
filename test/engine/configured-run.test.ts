/**
 * A run keeps to the configuration and to suppressions.
 */
import { describe, expect, it } from 'vitest'
import { check, type CheckOptions } from '../../src/engine/run.js'
import { folderWith } from '../support/folder.js'

const MANIFEST = '{ "name": "shop", "dependencies": { "pg": "^8.0.0" } }'
const query = (comment = '') =>
  ["import { Pool } from 'pg'", 'const pool = new Pool()', `export async function findUser(name: string) {${comment}`, `  return pool.query("select id from users where name = '" + name + "'")`, '}', ''].join('\n')
const SILENCED = query('\n  // backend-lint-disable-next-line string-sql -- names come from our own list')

async function run(files: Readonly<Record<string, string>>, options: CheckOptions = {}) {
  const result = await check({ cwd: folderWith({ '.git/HEAD': '', 'package.json': MANIFEST, ...files }), today: '2026-06-15', ...options })
  return {
    ...result,
    found: result.findings.map(({ file, line, rule, severity }) => `${file}:${line} ${rule} ${severity}`),
    silenced: result.suppressed.map(({ finding, reason }) => `${finding.file}:${finding.line} ${finding.rule}: ${reason}`),
  }
}

describe('configuration', () => {
  it('sets severities for files of a folder, by overrides and by files in it', async () => {
    const { found } = await run({
      'backend-lint.config.yaml': 'overrides:\n  - files: [legacy]\n    rules: { string-sql: low }\n',
      'users.ts': query(),
      'legacy/users.ts': query(),
      'jobs/.backend-lintrc': 'rules: { string-sql: off }\n',
      'jobs/users.ts': query(),
    })
    expect(found).toEqual(['legacy/users.ts:4 string-sql low', 'users.ts:4 string-sql high'])
  })

  it('ignores files, from the root and from a folder', async () => {
    const { found } = await run({
      'backend-lint.config.yaml': 'ignore: [old]\n',
      'users.ts': query(),
      'old/users.ts': query(),
      'api/backend-lint.config.json': '{ "ignore": ["/users.ts"] }',
      'api/users.ts': query(),
      'api/v2/users.ts': query(),
    })
    expect(found).toEqual(['api/v2/users.ts:4 string-sql high', 'users.ts:4 string-sql high'])
  })

  it('runs the rules of a preset only', async () => {
    const files = { 'users.ts': query() }
    expect((await run({ 'backend-lint.config.yaml': 'extends: performance\n', ...files })).found).toEqual([])
    expect((await run({ 'backend-lint.config.yaml': 'extends: [performance, security]\n', ...files })).found).toEqual(['users.ts:4 string-sql high'])
  })

  it('says what has no effect', async () => {
    const { problems } = await run({ 'users.ts': query(), 'api/backend-lint.config.yaml': 'failOn: low\n' })
    expect(problems).toMatchObject([{ kind: 'config', file: 'api/backend-lint.config.yaml' }])
  })
})

describe('suppressions', () => {
  it('silence a finding and keep its reason', async () => {
    const { found, silenced } = await run({ 'users.ts': SILENCED })
    expect(found).toEqual([])
    expect(silenced).toEqual(['users.ts:5 string-sql: names come from our own list'])
  })

  const unused = 'export const one = 1 // backend-lint-disable-line string-sql -- was built by hand once\n'

  it('are reported when they silence nothing, with the severity that is set', async () => {
    expect((await run({ 'one.ts': unused })).found).toEqual(['one.ts:1 unused-suppression low'])
    expect((await run({ 'one.ts': unused, 'backend-lint.config.yaml': 'rules: { unused-suppression: high }\n' })).found).toEqual(['one.ts:1 unused-suppression high'])
    expect((await run({ 'one.ts': unused, 'backend-lint.config.yaml': 'rules: { unused-suppression: off }\n' })).found).toEqual([])
    expect((await run({ 'one.ts': unused }, { rules: { 'unused-suppression': 'off' } })).found).toEqual([])
  })

  it('are not called unused when the rule did not run or the file does not parse', async () => {
    expect((await run({ 'one.ts': unused }, { rules: { 'string-sql': 'off' } })).found).toEqual([])
    const broken = await run({ 'one.ts': `${unused}export function (\n` })
    expect(broken.problems).toMatchObject([{ kind: 'parse', file: 'one.ts' }])
    expect(broken.found).toEqual([])
  })
})
