/**
 * Migrations as ordered lists of schema operations: which files, in which order, in which transactions, for which database.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readMigrations, type ReadMigrations } from '../../src/model/migrations/migrations.js'
import { rewritesRows } from '../../src/model/migrations/postgres-types.js'
import type { DeclaredDatabase } from '../../src/model/migrations/database.js'
import type { ColumnType } from '../../src/model/migrations/types.js'
import { parseSource } from '../../src/model/program.js'
import { loadSqlParser } from '../../src/sql/parsers.js'
import { statementsOf } from '../../src/sql/script.js'
import { openWorkspace } from '../../src/workspace/workspace.js'

beforeAll(() => loadSqlParser())

function read(files: Readonly<Record<string, string>>, declared?: DeclaredDatabase): ReadMigrations {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'backend-lint-migrations-'))
  try {
    for (const [name, text] of Object.entries({ 'package.json': '{ "name": "shop", "dependencies": { "pg": "8" } }', ...files })) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      writeFileSync(path.join(folder, name), text)
    }
    return readMigrations(openWorkspace({ cwd: folder }), () => declared, parseSource)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('statements of a script', () => {
  const texts = (script: string) => statementsOf(script, 'postgres').map(({ text }) => text)

  it.each([
    ['comments and empty ones are left out', '-- one\n;\n/* two */ SELECT 1 ;; -- three', ['SELECT 1']],
    ['dollar quotes hold semicolons', 'DO $$ BEGIN a; END $$; SELECT 1', ['DO $$ BEGIN a; END $$', 'SELECT 1']],
    ['lines for the client', '\\set x 1\nSELECT 1;\nGO\nSELECT 2;', ['SELECT 1', 'SELECT 2']],
    ['data of COPY', "COPY t FROM stdin;\n1\tit's\n\\.\nSELECT 1;", ['SELECT 1']],
    ['delimiters', 'DELIMITER //\nCREATE TRIGGER a BEGIN x; END//\nDELIMITER ;\nSELECT 1;', ['CREATE TRIGGER a BEGIN x; END', 'SELECT 1']],
    ['routines without quotes', 'CREATE TRIGGER a AFTER UPDATE ON b BEGIN UPDATE c SET d = 1; IF x THEN y; END IF; END; SELECT 1', ['CREATE TRIGGER a AFTER UPDATE ON b BEGIN UPDATE c SET d = 1; IF x THEN y; END IF; END', 'SELECT 1']],
    ['templates', '{% if a %}\nSELECT 1;\n{% endif %}{{#each b}}SELECT 2;{{/each}}', ['SELECT 1', 'SELECT 2']],
  ])('%s', (_, script, expected) => {
    expect(texts(script)).toEqual(expected)
  })

  it('says where each stands', () => {
    const script = '-- first\nSELECT 1; SELECT "a b" ;'
    expect(statementsOf(script, 'postgres').map(({ start, end }) => script.slice(start, end))).toEqual(['SELECT 1', 'SELECT "a b"'])
  })
})

describe('order', () => {
  const order = (...names: string[]) => {
    const { migrations } = read(Object.fromEntries(names.map((name) => [`migrations/${name}`, 'SELECT 1;'])))
    return [...migrations].sort((left, right) => right.age - left.age).map(({ file }) => path.posix.basename(file.relative))
  }

  it.each([
    ['numbers count as numbers', ['1_a.sql', '2_b.sql', '10_c.sql']],
    ['times win over what stands in front', ['1.9.0-1690000000-b.sql', '1.10.0-1700000000-c.sql', 'next-1710000000-d.sql']],
    ['versions', ['V1__a.sql', 'V1.1__b.sql', 'V2__c.sql', 'V10__d.sql']],
  ])('%s', (_, names) => {
    expect(order(...[...names].reverse())).toEqual(names)
  })

  it('counts days by the dates in names', () => {
    const { migrations } = read({ 'migrations/20250101000000_a.sql': '', 'migrations/20250111000000_b.sql': '', 'other/migrations/001_c.sql': '' })
    expect(migrations.map(({ file, days }) => [file.relative, days])).toEqual([
      ['migrations/20250101000000_a.sql', 10],
      ['migrations/20250111000000_b.sql', 0],
      ['other/migrations/001_c.sql', undefined],
    ])
  })
})

describe('transactions', () => {
  const runs = (files: Readonly<Record<string, string>>) => read(files).migrations.flatMap(({ statements }) => statements.map(({ text, transaction }) => `${transaction ? transaction.opened : 'alone'}: ${text}`))

  it('are opened by tools, scripts and hand', () => {
    expect(runs({ 'prisma/migrations/1_a/migration.sql': 'DROP TABLE a; DROP TABLE b;', 'prisma/migrations/2_b/migration.sql': 'DROP TABLE c;' })).toEqual(['script: DROP TABLE a', 'script: DROP TABLE b', 'alone: DROP TABLE c'])
    expect(runs({ 'migrations/1_a.sql': 'DROP TABLE a; BEGIN; DROP TABLE b; COMMIT; DROP TABLE c;' })).toEqual(['alone: DROP TABLE a', 'written: DROP TABLE b', 'alone: DROP TABLE c'])
    expect(runs({ 'migrations/1_a.sql': '-- migrate:up\nDROP TABLE a;\n-- migrate:down\nDROP TABLE b;' })).toEqual(['tool: DROP TABLE a'])
  })

  it('are left by the tool’s own word', () => {
    const knex = (config: string) => `const knex = 1\n${config}\nexports.up = async (knex) => { await knex.raw('DROP TABLE a') }\nexports.down = async (knex) => { await knex.raw('DROP TABLE b') }`
    expect(runs({ 'migrations/1_a.js': knex('') })).toEqual(['tool: DROP TABLE a'])
    expect(runs({ 'migrations/1_a.js': knex('exports.config = { transaction: false }') })).toEqual(['alone: DROP TABLE a'])
  })
})

describe('code', () => {
  const operations = (code: string) => read({ 'migrations/1_a.ts': code }).migrations.flatMap(({ statements }) => statements.flatMap((statement) => statement.operations.map(({ kind, ...rest }) => `${kind} ${'table' in rest ? rest.table : ''}${statement.isRepeated ? ' repeated' : ''}`.trim())))

  it('follows functions and constants of the file, and loops', () => {
    expect(
      operations(`
        const TABLE = 'orders'
        const rename = async (queryInterface: any) => { await queryInterface.renameColumn(TABLE, 'a', 'b') }
        async function fill(queryInterface: any) { while (true) await queryInterface.sequelize.query('UPDATE ' + TABLE + ' SET b = 1 WHERE id IN (SELECT id FROM orders LIMIT 10)') }
        export async function up({ context: queryInterface }: any) {
          await queryInterface.sequelize.query(\`ALTER TABLE \${TABLE} ADD COLUMN c int\`)
          await rename(queryInterface)
          await fill(queryInterface)
        }
        export async function down() { await rename(null) }
      `),
    ).toEqual(['add-column orders', 'rename-column orders', 'update orders repeated'])
  })

  it('keeps what is for another database apart', () => {
    const { migrations } = read({
      'migrations/1_a.ts': `
        export async function up(knex: any) {
          if (knex.client.config.client === 'mysql2') await knex.raw('ALTER TABLE a ENGINE=InnoDB')
          else await knex.raw('CREATE INDEX i ON a (b)')
        }`,
    })
    expect(migrations[0]?.statements.map(({ dialect, operations: [operation] }) => [dialect, operation?.kind])).toEqual([
      ['mysql', 'rewrite-table'],
      [undefined, 'create-index'],
    ])
  })
})

describe('database', () => {
  const database = (files: Readonly<Record<string, string>>, declared?: DeclaredDatabase) => {
    const { dialect, version, isAssumed } = read({ 'migrations/1_a.sql': 'SELECT 1;', ...files }, declared).migrations[0]?.database ?? {}
    return [dialect, version?.[0], isAssumed]
  }

  it('comes from configuration, folders, tools, words and drivers', () => {
    expect(database({})).toEqual(['postgres', undefined, false])
    expect(database({}, { dialect: 'mysql', version: '8.0' })).toEqual(['mysql', 8, false])
    expect(database({ 'migrations/1_a.sql': 'CREATE TABLE a (b int AUTO_INCREMENT);' })).toEqual(['mysql', undefined, false])
    expect(database({ 'migrations/migration_lock.toml': 'provider = "sqlite"' })).toEqual(['sqlite', undefined, false])
    expect(database({ 'package.json': '{ "name": "shop" }' })).toEqual(['postgres', undefined, true])
    expect(database({ 'package.json': '{ "name": "shop", "dependencies": { "pg": "8", "mysql2": "3" } }' })).toEqual([undefined, undefined, false])
    expect(database({ 'docker-compose.yml': 'services:\n  a:\n    image: pgvector/pgvector:pg16\n  b:\n    image: postgres:13-alpine\n' })).toEqual(['postgres', 13, false])
  })

  it('says what does not parse, once a file', () => {
    expect(read({ 'migrations/1_a.sql': 'SELECT 1;\nALTER TABLE a ADD COLUM;\nALTER TABLE b ADD COLUM;' }).problems).toMatchObject([{ kind: 'parse', file: 'migrations/1_a.sql', line: 2 }])
    expect(read({ 'migrations/1_a.sql': 'ALTER TABLE ${schema}.a ADD ${what};' }).problems).toEqual([])
  })
})

describe('types that PostgreSQL changes without a copy', () => {
  const type = (name: string, ...modifiers: number[]): ColumnType => ({ name, modifiers, text: name })

  it.each([
    [type('varchar', 20), type('varchar', 40), false],
    [type('varchar', 40), type('varchar', 20), true],
    [type('varchar', 40), type('varchar'), false],
    [type('varchar', 40), type('text'), false],
    [type('text'), type('varchar', 40), true],
    [type('numeric', 10, 2), type('numeric', 12, 2), false],
    [type('numeric', 10, 2), type('numeric', 12, 4), true],
    [type('int4'), type('int8'), true],
    [type('timestamp'), type('timestamptz'), undefined],
    [type('timestamptz', 3), type('timestamptz', 6), false],
    [undefined, type('text'), false],
    [undefined, type('int8'), true],
  ])('%o to %o: %s', (from, to, expected) => {
    expect(rewritesRows(from, to, false)).toBe(expected)
  })

  it('copies where an expression converts', () => {
    expect(rewritesRows(type('varchar', 20), type('text'), true)).toBe(true)
  })
})
