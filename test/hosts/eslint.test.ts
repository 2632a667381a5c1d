/**
 * The ESLint plugin in the real ESLint, the oldest and the newest version that it is for.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { LOOP, project } from '../support/program.js'

const ROOT = path.join(import.meta.dirname, '..', '..')

/** The built plugin, as users import it. */
const { default: plugin } = (await import(pathToFileURL(path.join(ROOT, 'dist', 'src', 'hosts', 'eslint', 'plugin.js')).href)) as { default: ESLint.Plugin & { configs: { recommended: object } } }
const { ESLint: ESLint9 } = (await import(pathToFileURL(path.join(ROOT, 'test', 'types', 'node_modules', 'eslint9', 'lib', 'api.js')).href)) as { ESLint: typeof ESLint }

const SQL = "import { Pool } from 'pg'\nconst pool = new Pool()\nexport const find = (id: string) => pool.query(`SELECT * FROM orders WHERE id = ${id}`)\n"
const files = { ...LOOP, 'package.json': JSON.stringify({ name: 'shop', dependencies: { '@prisma/client': '*', pg: '*' } }), 'src/find.ts': SQL }

describe.each([
  ['ESLint 9', ESLint9],
  ['ESLint 10', ESLint],
])('%s', (_, Version) => {
  const open = (cwd: string, fix = false) => new Version({ cwd, fix, overrideConfigFile: true, overrideConfig: [plugin.configs.recommended as never] })

  it('shows the findings of one analysis in each file, with their ranges and ways', async () => {
    const results = await open(project(files)).lintFiles(['src'])
    const shown = results.flatMap(({ filePath, messages }) => messages.map(({ ruleId, line, column, severity, message }) => ({ file: path.basename(filePath), ruleId, line, column, severity, message })))
    expect(shown).toMatchObject([
      { file: 'find.ts', ruleId: 'backend-lint/string-sql', line: 3, severity: 2 },
      { file: 'orders.ts', ruleId: 'backend-lint/n-plus-one-query', line: 5, column: 20, severity: 2, message: expect.stringContaining('src/orders.ts:5 prisma.order.findUnique') as string },
    ])
  })

  it('hands fixes on', async () => {
    const folder = project(files)
    const results = await open(folder, true).lintFiles(['src/find.ts'])
    await Version.outputFixes(results)
    expect(readFileSync(path.join(folder, 'src/find.ts'), 'utf8')).toContain("pool.query(`SELECT * FROM orders WHERE id = $1`, [id])")
  })

  it('hands suggestions on', async () => {
    const cap = "import express from 'express'\nimport { PrismaClient } from '@prisma/client'\nconst prisma = new PrismaClient()\nconst app = express()\napp.get('/orders', async (req, res) => {\n  res.json(await prisma.order.findMany({ take: Number(req.query.limit) }))\n})\n"
    const folder = project({ 'package.json': JSON.stringify({ name: 'shop', dependencies: { '@prisma/client': '*', express: '^5.0.0' } }), 'src/app.ts': cap })
    const [result] = await open(folder).lintFiles(['src/app.ts'])
    const message = result?.messages.find(({ ruleId }) => ruleId === 'backend-lint/unbounded-query')
    expect(message?.suggestions?.[0]?.fix.text).toContain('Math.min')
  })

  it('looks at unsaved text, and at files that changed meanwhile', async () => {
    const folder = project(files)
    const eslint = open(folder)
    const file = path.join(folder, 'src/orders.ts')
    const saved = readFileSync(file, 'utf8')
    const count = async (text: string) => (await eslint.lintText(text, { filePath: file })).flatMap(({ messages }) => messages).length
    expect(await count(saved)).toBe(1)
    expect(await count(saved.replace('for (const id of ids) ', 'const id = 1; '))).toBe(0)
    expect(await count(saved)).toBe(1)
    writeFileSync(file, saved.replace('for (const id of ids) ', 'const id = 1; '))
    expect(await count(readFileSync(file, 'utf8'))).toBe(0)
  })
})
