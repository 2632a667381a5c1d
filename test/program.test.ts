/**
 * The built program end to end: exit codes, standard output, standard error.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { LOOP, backendLint, git, project, repository } from './support/program.js'

const json = (text: string) => JSON.parse(text) as { findings: { rule: string; file: string; line: number; severity: string }[]; problems: { kind: string; file?: string; line?: number; message: string }[] }

describe('exit codes', () => {
  it('is 1 with findings and shows them', () => {
    const { code, stdout, stderr } = backendLint(project(LOOP), [])
    expect(code).toBe(1)
    expect(stdout).toContain('n-plus-one-query')
    expect(stdout).toContain('prisma.order.findUnique')
    expect(stderr).toBe('')
  })

  it('is 0 without findings', () => {
    const { code, stdout } = backendLint(project({ 'package.json': '{"name":"a"}', 'src/a.ts': 'export const a = 1\n' }), [])
    expect(code).toBe(0)
    expect(stdout).toContain('Nothing found')
  })

  it('is 0 with findings below --fail-on', () => {
    expect(backendLint(project(LOOP), ['--fail-on', 'critical']).code).toBe(0)
    expect(backendLint(project(LOOP), ['--fail-on', 'never']).code).toBe(0)
  })

  it('is 2 for a path that does not exist', () => {
    const { code, stderr } = backendLint(project(LOOP), ['nowhere'])
    expect(code).toBe(2)
    expect(stderr).toContain('The path "nowhere" does not exist')
  })

  it('is 2 for an unknown rule, with the nearest name', () => {
    const { code, stderr } = backendLint(project(LOOP), ['--rule', 'n-plus-one-querry:high'])
    expect(code).toBe(2)
    expect(stderr).toContain('There is no rule "n-plus-one-querry". Did you mean "n-plus-one-query"?')
  })

  it('is 2 for an unknown flag', () => {
    const { code, stderr } = backendLint(project(LOOP), ['--formt', 'json'])
    expect(code).toBe(2)
    expect(stderr).toContain('--format')
  })

  it('is 2 in an empty folder, and says so', () => {
    const { code, stderr } = backendLint(project({}), [])
    expect(code).toBe(2)
    expect(stderr).toContain('There is nothing to check')
  })
})

describe('configuration', () => {
  it('turns rules off', () => {
    expect(backendLint(project({ ...LOOP, 'backend-lint.config.yaml': 'rules:\n  n-plus-one-query: off\n' }), []).code).toBe(0)
  })

  it('names file, line and key of an unknown key', () => {
    const { code, stderr } = backendLint(project({ ...LOOP, 'backend-lint.config.yaml': '# mine\nignor:\n  - dist\n' }), [])
    expect(code).toBe(2)
    expect(stderr).toContain('backend-lint.config.yaml:2: "ignor" is no key of the configuration. Did you mean "ignore"?')
  })

  it('names file, line and key of an unknown rule', () => {
    const { code, stderr } = backendLint(project({ ...LOOP, '.backend-lintrc.json': '{\n  "rules": {\n    "sql-injektion": "off"\n  }\n}\n' }), [])
    expect(code).toBe(2)
    expect(stderr).toContain('.backend-lintrc.json:3: There is no rule "sql-injektion". Did you mean "sql-injection"?')
  })

  it('says where YAML is broken', () => {
    const { code, stderr } = backendLint(project({ ...LOOP, 'backend-lint.config.yaml': 'rules:\n  n-plus-one-query: [off\n' }), [])
    expect(code).toBe(2)
    expect(stderr).toMatch(/backend-lint\.config\.yaml:\d: It does not parse/)
  })

  it('lets the nearest file win', () => {
    const folder = project({
      'package.json': '{"name":"root","private":true,"workspaces":["packages/*"]}',
      'packages/shop/package.json': LOOP['package.json'],
      'packages/shop/src/orders.ts': LOOP['src/orders.ts'],
      'packages/shop/backend-lint.config.yaml': 'rules:\n  n-plus-one-query: low\n',
    })
    const { code, stdout } = backendLint(folder, ['-f', 'json'])
    expect(code).toBe(0)
    expect(json(stdout).findings.map(({ severity }) => severity)).toEqual(['low'])
  })
})

describe('suppressions', () => {
  const line = LOOP['src/orders.ts'].split('\n')
  const withComment = (comment: string) => [...line.slice(0, 4), comment, ...line.slice(4)].join('\n')

  it('silences with a reason', () => {
    const folder = project({ ...LOOP, 'src/orders.ts': withComment('  // backend-lint-disable-next-line n-plus-one-query -- three at most') })
    expect(backendLint(folder, []).code).toBe(0)
  })

  it('does not silence without one', () => {
    const { code, stdout } = backendLint(project({ ...LOOP, 'src/orders.ts': withComment('  // backend-lint-disable-next-line n-plus-one-query') }), [])
    expect(code).toBe(1)
    expect(stdout).toContain('gives no reason')
  })

  it('expires', () => {
    const { code, stdout } = backendLint(project({ ...LOOP, 'src/orders.ts': withComment('  // backend-lint-disable-next-line n-plus-one-query -- later until=2020-01-01') }), [])
    expect(code).toBe(1)
    expect(stdout).toContain('expired on 2020-01-01')
  })
})

describe('what files can be like', () => {
  it('reads a TypeScript file that sets module.exports and calls what it set', () => {
    const { code, stdout } = backendLint(
      project({
        'package.json': '{"name":"a","dependencies":{"pg":"8","measured-core":"2"}}',
        'src/stats.ts': "const measured = require('measured-core')\n\nmodule.exports = measured.createCollection()\n\nmodule.exports.shutdown = async () => {\n  module.exports.end()\n}\n",
        'src/app.ts': "import { Pool } from 'pg'\nimport { shutdown } from './stats'\n\nexport async function stop(pool: Pool) {\n  await pool.query('SELECT 1')\n  await shutdown()\n}\n",
      }),
      [],
    )
    expect(stdout).not.toContain('Not understood')
    expect(code).toBe(0)
  })

  it('reports a syntax error and keeps the other findings', () => {
    const { code, stdout } = backendLint(project({ ...LOOP, 'src/broken.ts': 'export const a = {\n' }), ['-f', 'json'])
    expect(code).toBe(1)
    const { findings, problems } = json(stdout)
    expect(findings).toHaveLength(1)
    expect(problems).toMatchObject([{ kind: 'parse', file: 'src/broken.ts', line: 2 }])
  })

  it('fails on a syntax error with --strict-parsing', () => {
    expect(backendLint(project({ 'package.json': '{"name":"a"}', 'src/broken.ts': 'export const = \n' }), ['--strict-parsing']).code).toBe(2)
  })

  it('reads Windows line ends, a BOM and an empty file', () => {
    const folder = project({ ...LOOP, 'src/orders.ts': `\uFEFF${LOOP['src/orders.ts'].replaceAll('\n', '\r\n')}`, 'src/empty.ts': '' })
    const { findings, problems } = json(backendLint(folder, ['-f', 'json']).stdout)
    expect(findings).toMatchObject([{ file: 'src/orders.ts', line: 5 }])
    expect(problems).toEqual([])
  })

  it('shows no carriage return in what a fix changes', () => {
    const text = "import { Pool } from 'pg'\nconst pool = new Pool()\nexport const one = (id: string) => pool.query(`SELECT name FROM t WHERE id = ${id}`)\n"
    const { stdout } = backendLint(project({ 'package.json': '{"name":"a","dependencies":{"pg":"8"}}', 'src/one.ts': text.replaceAll('\n', '\r\n') }), [])
    expect(stdout).toMatch(/\+export .*WHERE id = \$1`, \[id\]\)\n/)
    expect(stdout).not.toContain('\\x0d')
  })

  it('survives a line of a megabyte', () => {
    const folder = project({ ...LOOP, 'src/long.ts': `export const text = '${'x'.repeat(1_000_000)}'\n`, 'src/bundle.js': `var a=${'1+'.repeat(500_000)}1` })
    const { code, stdout } = backendLint(folder, [])
    expect(code).toBe(1)
    expect(stdout).toContain('src/bundle.js')
    expect(Math.max(...stdout.split('\n').map((one) => one.length))).toBeLessThan(400)
  })

  it('looks for secrets only in what a bundler made, also where a formatter went over it', () => {
    const bundled = (prelude: string) => `${prelude}\n${'  // A line of a module among many others.\n'.repeat(150)}  const key = '${['ghp', 'x7Rk2vTq9LmZp4WsYb6NcD8fHj3GaE5uKiP1'].join('_')}'\n  async function each(db, ids) { for (const id of ids) await db.query('SELECT * FROM orders WHERE id = ' + id) }\n`
    const universal = `;(function (root, factory) {\n  if (typeof define === 'function' && define.amd) define(['exports'], factory)\n  else if (typeof exports === 'object') factory(exports)\n  else factory((root.Shop = {}))\n})(this, function (exports) {`
    const { problems, findings } = json(backendLint(project({ 'package.json': '{"name":"a","dependencies":{"pg":"8"}}', 'static/shop.js': `${bundled(universal)}})\n`, 'static/written.js': bundled('') }), ['--format', 'json', '--verbose']).stdout)
    expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([expect.stringMatching(/^static\/shop\.js: The file looks minified or bundled/)])
    expect(findings.filter(({ file }) => file === 'static/shop.js').map(({ rule }) => rule)).toEqual(['hardcoded-secret'])
  })

  it('reads TypeScript, and not what a compiler wrote beside it', () => {
    const compiled = `"use strict";\nvar p = require("@prisma/client");\nvar prisma = new p.PrismaClient();\n${(LOOP['src/orders.ts'] ?? '').split('\n').slice(2).join('\n').replace(/: \w+(?:\[\])?(?=\))/g, '')}`
    const found = (files: Readonly<Record<string, string>>) => json(backendLint(project({ ...LOOP, ...files }), ['--format', 'json']).stdout).findings.map(({ file }) => file)
    expect(found({ 'src/orders.js': compiled })).toEqual(['src/orders.ts'])
    expect(found({ 'src/others.js': compiled })).toEqual(['src/orders.ts', 'src/others.js'])
  })

  it('reads a file that git tracks although .gitignore names it, and no other that .gitignore names', () => {
    const folder = repository(LOOP)
    writeFileSync(path.join(folder, '.gitignore'), 'src/*.ts\nlib/\n')
    mkdirSync(path.join(folder, 'lib'))
    for (const name of ['src/own.ts', 'lib/orders.ts']) writeFileSync(path.join(folder, name), LOOP['src/orders.ts'])
    git(folder, 'add', '-A', '-f', 'lib')
    const { findings } = json(backendLint(folder, ['--format', 'json']).stdout)
    expect(findings.filter(({ rule }) => rule === 'n-plus-one-query').map(({ file }) => file)).toEqual(['src/orders.ts'])
  })

  it('survives cyclic imports, cyclic calls and symbolic links in a circle', () => {
    const folder = project({
      ...LOOP,
      'src/a.ts': "import { b } from './b'\nexport const a = (n: number): number => b(n)\n",
      'src/b.ts': "import { a } from './a'\nexport const b = (n: number): number => a(n)\n",
    })
    symlinkSync(folder, path.join(folder, 'src', 'again'))
    expect(json(backendLint(folder, ['-f', 'json']).stdout).findings).toHaveLength(1)
  })

  it('works without a tsconfig, with a broken one, and through three that extend each other', () => {
    const use = "import { load } from '@orders'\nexport const all = (ids: number[]) => load(ids)\n"
    expect(backendLint(project({ ...LOOP, 'tsconfig.json': '{ "compilerOptions": ' }), []).code).toBe(1)
    const chained = project({
      ...LOOP,
      'src/use.ts': use,
      'tsconfig.json': '{ "extends": "./config/middle.json" }',
      'config/middle.json': '{ "extends": "./base.json" }',
      'config/base.json': '{ "extends": "@tsconfig/node20/tsconfig.json", "compilerOptions": { "baseUrl": "..", "paths": { "@orders": ["src/orders.ts"] } } }',
    })
    expect(backendLint(chained, ['explain', 'src/use.ts:2']).stdout).toContain('runs load (src/orders.ts:3)')
  })

  it('reads CommonJS', () => {
    const folder = project({
      'package.json': JSON.stringify({ name: 'shop', dependencies: { pg: '^8.0.0', express: '^4.0.0' } }),
      'db.js': "const { Pool } = require('pg')\nconst pool = new Pool()\nexports.find = (id) => pool.query('SELECT * FROM orders WHERE id = $1', [id])\n",
      'app.js': "const express = require('express')\nconst db = require('./db')\nconst app = express()\napp.get('/orders', async (req, res) => {\n  const found = []\n  for (const id of req.query.ids) found.push(await db.find(id))\n  res.json(found)\n})\n",
    })
    expect(json(backendLint(folder, ['-f', 'json']).stdout).findings).toMatchObject([
      { rule: 'unhandled-async-error', file: 'app.js', line: 4, severity: 'high' },
      { rule: 'n-plus-one-query', file: 'app.js', line: 6, severity: 'critical' },
    ])
  })

  it.skipIf(process.platform === 'win32')('says which folder cannot be read, and keeps the other findings', ({ skip }) => {
    const folder = project({ ...LOOP, 'secret/more.ts': LOOP['src/orders.ts'] })
    chmodSync(folder, 0o755)
    chmodSync(path.join(folder, 'secret'), 0)
    if (backendLint(folder, ['--version'], {}, true).code !== 0) skip('the program itself lies where only root may read')
    const { code, stdout } = backendLint(folder, ['-f', 'json'], {}, true)
    chmodSync(path.join(folder, 'secret'), 0o755)
    const { findings, problems } = json(stdout)
    expect(problems).toEqual([{ kind: 'parse', file: 'secret', message: 'The directory cannot be read (permission denied), so nothing in it was checked. Give read permission or ignore it.' }])
    expect(findings).toMatchObject([{ rule: 'n-plus-one-query', file: 'src/orders.ts' }])
    expect(code).toBe(1)
  })
})

describe('fixes', () => {
  const files = {
    'package.json': JSON.stringify({ name: 'shop', dependencies: { pg: '^8.0.0' } }),
    'src/orders.ts': [
      "import { Pool } from 'pg'",
      'const pool = new Pool()',
      '// A comment that stays.',
      'export const byStatus = (status: string) =>',
      "  pool.query(`SELECT id FROM orders WHERE status = '${status}' AND note LIKE '%${status}%'`)",
      '',
    ].join('\n'),
  }

  it('shows them without writing', () => {
    const folder = project(files)
    const { stdout } = backendLint(folder, ['--fix-dry-run'])
    expect(stdout).toContain('+  pool.query(`SELECT id FROM orders WHERE status = $1 AND note LIKE $2`, [status, `%${status}%`])')
    expect(readFileSync(path.join(folder, 'src/orders.ts'), 'utf8')).toBe(files['src/orders.ts'])
  })

  it('writes them, after which nothing is found', () => {
    const folder = project(files)
    const { code, stderr } = backendLint(folder, ['--fix'])
    expect(stderr).toContain('Fixed 1 finding in 1 file.')
    expect(code).toBe(0)
    const text = readFileSync(path.join(folder, 'src/orders.ts'), 'utf8')
    expect(text).toContain('pool.query(`SELECT id FROM orders WHERE status = $1 AND note LIKE $2`, [status, `%${status}%`])')
    expect(text).toContain('// A comment that stays.')
    expect(backendLint(folder, ['--fix']).stderr).toContain('Nothing to fix.')
  })
})

describe('output', () => {
  it('writes several formats at once', () => {
    const folder = project(LOOP)
    const { stdout } = backendLint(folder, ['-f', 'compact', '-f', 'sarif=out/report.sarif'])
    expect(stdout).toMatch(/^src\/orders\.ts:5:\d+ high n-plus-one-query: /)
    expect(existsSync(path.join(folder, 'out/report.sarif'))).toBe(true)
  })

  it('writes to --output-file and prints nothing', () => {
    const folder = project(LOOP)
    expect(backendLint(folder, ['-f', 'json', '-o', 'report.json']).stdout).toBe('')
    expect(json(readFileSync(path.join(folder, 'report.json'), 'utf8')).findings).toHaveLength(1)
  })

  it('appends to the job summary of GitHub', () => {
    const folder = project(LOOP)
    const summary = path.join(folder, 'summary.md')
    writeFileSync(summary, '')
    backendLint(folder, ['-f', 'github'], { GITHUB_STEP_SUMMARY: summary })
    expect(readFileSync(summary, 'utf8')).toContain('| high | n-plus-one-query | src/orders.ts:5 |')
  })

  it('is plain when piped, coloured when asked', () => {
    const escape = '\u001b['
    expect(backendLint(project(LOOP), []).stdout).not.toContain(escape)
    expect(backendLint(project(LOOP), ['--color']).stdout).toContain(escape)
    expect(backendLint(project(LOOP), [], { FORCE_COLOR: '1' }).stdout).toContain(escape)
  })

  it('prints phases and rules with --timing', () => {
    const { stdout } = backendLint(project(LOOP), ['--timing'])
    for (const name of ['parse', 'bind', 'n-plus-one-query']) expect(stdout).toMatch(new RegExp(`\\d+ ms {2}${name}`))
  })
})

describe('explain and rules', () => {
  it('prints the page of a rule', () => {
    const { code, stdout } = backendLint(project({}), ['explain', 'n-plus-one-query'])
    expect(code).toBe(0)
    expect(stdout).toContain('# n-plus-one-query')
  })

  it('says what a line does', () => {
    const { stdout } = backendLint(project(LOOP), ['explain', 'src/orders.ts:5'])
    expect(stdout).toContain('finding: n-plus-one-query')
    expect(stdout).toContain('operation query, read, one, order')
    expect(stdout).toContain('loop over ids: data-sized')
  })

  it('lists the rules', () => {
    const { stdout } = backendLint(project({}), ['rules', '--format', 'json'])
    expect((JSON.parse(stdout) as { id: string }[]).map(({ id }) => id)).toContain('sql-injection')
  })

  it.skipIf('enableCompileCache' in module)('keeps compiled code for its user alone, and does without when it is broken or cannot be kept', () => {
    const home = project({ 'file': '' })
    const run = (cache: string) => backendLint(project(LOOP), ['--format', 'compact'], { XDG_CACHE_HOME: cache, HOME: home, LOCALAPPDATA: cache })
    const first = run(home)
    expect(first.code).toBe(1)
    const [kept = ''] = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) => path.basename(name).startsWith('typescript-'))
    expect(statSync(path.join(home, kept)).mode & 0o077).toBe(0)
    expect(run(home)).toEqual(first)
    writeFileSync(path.join(home, kept), 'no code')
    expect(run(home)).toEqual(first)
    expect(statSync(path.join(home, kept)).size).toBeGreaterThan(100_000)
    expect(run(path.join(home, 'file', 'folder'))).toEqual(first)
  })

  it('answers --version and --help', () => {
    expect(backendLint(project({}), ['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect(backendLint(project({}), ['--help']).stdout).toContain('backend-lint')
  })
})
