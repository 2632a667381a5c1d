/**
 * The suggestion of sensitive-data-in-log: applied, the rest of what is logged stays, and the finding is gone.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { check } from '../../src/engine/run.js'
import { planFixes } from '../../src/fix/fix.js'
import { folderWith } from '../support/folder.js'
import { backendLint } from '../support/program.js'

const HEAD = "import pino from 'pino'\nconst logger = pino()\nexport function enter(id: number, sessionToken: string, clientToken: string) {\n"

function project(logged: string): string {
  return folderWith({ 'package.json': JSON.stringify({ name: 'shop', dependencies: { pino: '*' } }), 'src/enter.ts': `${HEAD}  logger.info(${logged}, 'entered')\n}\n` })
}

async function mended(logged: string): Promise<string> {
  const cwd = project(logged)
  const file = path.join(cwd, 'src/enter.ts')
  const first = await check({ cwd, only: ['sensitive-data-in-log'] })
  expect(first.findings).toHaveLength(1)
  const plan = planFixes(first.findings, { kinds: ['suggestion'], readText: () => readFileSync(file, 'utf8') })
  expect(plan.skipped).toEqual([])
  const after = plan.files[0]?.after ?? ''
  writeFileSync(file, after)
  expect((await check({ cwd, only: ['sensitive-data-in-log'] })).findings).toEqual([])
  return /info\((.*), 'entered'\)/.exec(after)?.[1] ?? ''
}

it('leaves out members in front, between and at the end', async () => {
  expect(await mended('{ sessionToken, id }')).toBe('{ id }')
  expect(await mended('{ id, sessionToken, at: 1 }')).toBe('{ id, at: 1 }')
  expect(await mended('{ id, sessionToken }')).toBe('{ id }')
})

it('leaves out several beside each other', async () => {
  expect(await mended('{ id, sessionToken, clientToken }')).toBe('{ id }')
  expect(await mended('{ sessionToken, clientToken, id }')).toBe('{ id }')
  expect(await mended('{ sessionToken, id, clientToken }')).toBe('{ id }')
})

it('is shown for several at the end', () => {
  const { code, stdout, stderr } = backendLint(project('{ id, sessionToken, clientToken }'), [])
  expect(stderr).toBe('')
  expect(stdout).toContain("+  logger.info({ id }, 'entered')")
  expect(code).toBe(1)
})
