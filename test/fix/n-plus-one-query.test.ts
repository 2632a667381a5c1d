/**
 * The recipes of n-plus-one-query: they name what the loop walks and what of an item the query is given.
 */
import { expect, it } from 'vitest'
import { check } from '../../src/engine/run.js'
import { folderWith } from '../support/folder.js'

const HEAD = "import { Pool } from 'pg'\nconst pool = new Pool()\nconst load = (id: string) => pool.query('SELECT * FROM orders WHERE id = $1', [id])\n"

it.each([
  ['the items themselves', 'ids: string[]', 'for (const id of ids) await load(id)', 'new Set(ids)', 'byId.get(id)'],
  ['a part of a part of them', 'lines: { order: { id: string } }[]', 'for (const line of lines) await load(line.order.id)', 'new Set(lines.map((line) => line.order.id))', 'byId.get(line.order.id)'],
  ['what stands in a list', 'lines: { order: string }[]', "for (const line of lines) await pool.query('SELECT * FROM orders WHERE id = $1', [line.order.trim()])", 'new Set(lines.map((line) => line.order))', 'byId.get(line.order)'],
])('asks once for %s', async (_what, parameters, loop, keys, use) => {
  const cwd = folderWith({ 'package.json': JSON.stringify({ name: 'shop', dependencies: { pg: '*' } }), 'src/orders.ts': `${HEAD}export async function all(${parameters}) {\n  ${loop}\n}\n` })
  const { findings } = await check({ cwd, only: ['n-plus-one-query'] })
  const code = findings.map(({ fixes }) => fixes[0]?.code)
  expect(code).toEqual([expect.stringContaining(keys)])
  expect(code).toEqual([expect.stringContaining(use)])
})
