/**
 * The suggestion of unfiltered-write: applied, it parses and the finding is gone.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { check } from '../../src/engine/run.js'
import { planFixes } from '../../src/fix/fix.js'
import { folderWith } from '../support/folder.js'

const HEAD = "import { PrismaClient } from '@prisma/client'\nimport express from 'express'\nconst prisma = new PrismaClient()\nconst app = express()\n"

async function mended(code: string): Promise<string> {
  const cwd = folderWith({ 'package.json': JSON.stringify({ name: 'shop', dependencies: { '@prisma/client': '*', express: '*' } }), 'src/orders.ts': HEAD + code })
  const file = path.join(cwd, 'src/orders.ts')
  const first = await check({ cwd, only: ['unfiltered-write'] })
  expect(first.findings).toHaveLength(1)
  const plan = planFixes(first.findings, { kinds: ['suggestion'], readText: () => readFileSync(file, 'utf8') })
  const after = plan.files[0]?.after ?? ''
  writeFileSync(file, after)
  const second = await check({ cwd, only: ['unfiltered-write'] })
  expect(second.problems).toEqual([])
  expect(second.findings).toEqual([])
  return after.slice(HEAD.length)
}

it('tests an optional parameter', async () => {
  expect(await mended('export async function remove(id?: number) {\n  return await prisma.order.deleteMany({ where: { id } })\n}\n')).toBe(
    "export async function remove(id?: number) {\n  if (id === undefined) throw new Error('id is missing')\n  return await prisma.order.deleteMany({ where: { id } })\n}\n",
  )
})

it('tests what a request may leave out', async () => {
  expect(await mended("app.delete('/orders', async (req, res) => {\n  const gone = await prisma.order.deleteMany({ where: { customer: req.query.customer as any, status: req.query.status as any } })\n  res.json(gone)\n})\n")).toContain(
    "  if (req.query.customer === undefined && req.query.status === undefined) throw new Error('req.query.customer or req.query.status is missing')\n  const gone",
  )
})

it('tests a filter that is built', async () => {
  expect(await mended('export async function remove(id?: number) {\n  const where: any = {}\n  if (id) where.id = id\n  await prisma.order.deleteMany({ where })\n}\n')).toContain("if (Object.keys(where).length === 0) throw new Error('where has no condition')")
})
