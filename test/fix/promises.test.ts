/**
 * The code that the rules about promises suggest, to the letter.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { check } from '../../src/engine/run.js'
import { planFixes } from '../../src/fix/fix.js'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Applies every suggestion; files that changed, by their path. */
async function mend(folder: string, only: readonly string[]): Promise<Map<string, string>> {
  const { findings } = await check({ cwd: folder, only, confidence: 'low' })
  const { files } = planFixes(findings, { kinds: ['suggestion'], readText: (file) => readFileSync(path.join(folder, file), 'utf8') })
  for (const file of files) writeFileSync(path.join(folder, file.file), file.after)
  return new Map(files.map((file) => [file.file, file.after]))
}

async function mended(code: string, rule: string, dependencies: Record<string, string>): Promise<string | undefined> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'backend-lint-mend-'))
  folders.push(folder)
  mkdirSync(path.join(folder, 'src'))
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'mend', dependencies }))
  writeFileSync(path.join(folder, 'src', 'shop.ts'), code)
  return (await mend(folder, [rule])).get('src/shop.ts')
}

describe('what the rules about promises suggest', () => {
  it('walks a list with for...of', async () => {
    const code = `import { Pool } from 'pg'
const pool = new Pool()
export async function seat(ids: number[]) {
  ids.forEach(async (id, index) => {
    if (index === 0) return
    await pool.query('UPDATE seats SET taken = true WHERE id = $1', [id])
  })
}
`
    expect(await mended(code, 'unhandled-async-error', { pg: '^8.0.0' })).toBe(`import { Pool } from 'pg'
const pool = new Pool()
export async function seat(ids: number[]) {
  for (const [index, id] of ids.entries()) {
    if (index === 0) continue
    await pool.query('UPDATE seats SET taken = true WHERE id = $1', [id])
  }
}
`)
  })

  it('gives the errors of a handler to next', async () => {
    const code = `import express from 'express'
import { Pool } from 'pg'
const pool = new Pool()
const app = express()
app.get('/seats', async (req, res) => {
  const { rows } = await pool.query('SELECT id FROM seats LIMIT 50')
  res.json(rows)
})
`
    expect(await mended(code, 'unhandled-async-error', { express: '^4.0.0', pg: '^8.0.0' })).toBe(`import express from 'express'
import { Pool } from 'pg'
const pool = new Pool()
const app = express()
app.get('/seats', async (req, res, next) => {
  try {
    const { rows } = await pool.query('SELECT id FROM seats LIMIT 50')
    res.json(rows)
  } catch (error) {
    next(error)
  }
})
`)
  })

  it('awaits a condition before it is negated', async () => {
    const code = `import { Pool } from 'pg'
const pool = new Pool()
async function isTaken(id: number) {
  const { rowCount } = await pool.query('SELECT 1 FROM seats WHERE id = $1', [id])
  return rowCount === 1
}
export async function take(id: number) {
  if (!isTaken(id)) return true
  return false
}
`
    expect(await mended(code, 'floating-promise', { pg: '^8.0.0' })).toContain('if (!(await isTaken(id))) return true')
  })
})
