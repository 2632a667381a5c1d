/**
 * The suggestion of unreleased-connection: applied, it parses and the finding is gone.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { check } from '../../src/engine/run.js'
import { planFixes } from '../../src/fix/fix.js'
import { folderWith } from '../support/folder.js'

async function mended(code: string): Promise<string> {
  const cwd = folderWith({ 'package.json': JSON.stringify({ name: 'shop', dependencies: { pg: '*', sequelize: '*', mongoose: '*' } }), 'src/orders.ts': code })
  const file = path.join(cwd, 'src/orders.ts')
  const first = await check({ cwd, only: ['unreleased-connection'] })
  expect(first.findings).toHaveLength(1)
  const plan = planFixes(first.findings, { kinds: ['suggestion'], readText: () => readFileSync(file, 'utf8') })
  const after = plan.files[0]?.after ?? ''
  writeFileSync(file, after)
  const second = await check({ cwd, only: ['unreleased-connection'] })
  expect(second.problems).toEqual([])
  expect(second.findings).toEqual([])
  return after
}

it('moves what follows into a try and the release into its finally', async () => {
  const head = "import { Pool } from 'pg'\nconst pool = new Pool()\n"
  expect(await mended(`${head}export async function read() {\n  const client = await pool.connect()\n  const { rows } = await client.query(\n    'SELECT 1',\n  )\n\n  client.release()\n  return rows\n}\n`)).toBe(
    `${head}export async function read() {\n  const client = await pool.connect()\n  try {\n    const { rows } = await client.query(\n      'SELECT 1',\n    )\n\n    return rows\n  } finally {\n    client.release()\n  }\n}\n`,
  )
})

it('adds the release that nobody wrote', async () => {
  const head = "import mongoose from 'mongoose'\n"
  expect(await mended(`${head}export async function close() {\n  const session = await mongoose.startSession()\n  await mongoose.connection.collection('orders').deleteOne({ paid: false }, { session })\n}\n`)).toContain('\n  } finally {\n    await session.endSession()\n  }\n}')
})

it('rolls a transaction back when something fails', async () => {
  const head = "import { Sequelize } from 'sequelize'\nconst sequelize = new Sequelize('x')\n"
  expect(await mended(`${head}export async function close() {\n  const transaction = await sequelize.transaction()\n  await sequelize.query('SELECT 1', { transaction })\n  await transaction.commit()\n}\n`)).toBe(
    `${head}export async function close() {\n  const transaction = await sequelize.transaction()\n  try {\n    await sequelize.query('SELECT 1', { transaction })\n    await transaction.commit()\n  } catch (error) {\n    await transaction.rollback()\n    throw error\n  }\n}\n`,
  )
})
