/**
 * No format shows a value, not in messages, code frames, traces or fixes; and the suggested edits leave valid code.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ts } from 'ts-morph'
import { afterAll, describe, expect, it } from 'vitest'
import { check } from '../../src/engine/run.js'
import { planFixes } from '../../src/fix/fix.js'
import { FORMATS, render } from '../../src/report/index.js'
import { casesOf, copyOf } from '../support/cases.js'
import { project } from '../support/program.js'

/** Values that the cases hold, without the prefixes everybody knows. */
const VALUES = [
  'Zk4Tq9Lw2Xv7Rb1Nc8Ym5Hd0', 'q8Zt2LmVx0RbYc7NwKd4Hs9f', 'v9Kx3TzQ7wLp', 'Rz8Kq3Tw6Lv1Xb9Nc4Ym7Hd2', 'Seats!2024x', 'Seats!2024', 'seats-4-all', 'Seats2024x',
  'Support#4711', 'Tr0ub4dor&3', 'keyboard cat', 'Wq7!orders', 'your-secret-key', 'orders-encryption-key', 'FabricatedOrders', 'FABRICATED2ORDER', 'U2VhdHMhMjAyNHg=', 'orders-super-secret-1',
] // prettier-ignore

describe('outputs', () => {
  const folders: string[] = []
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

  for (const source of casesOf('hardcoded-secret')) {
    it(`show no value of ${path.basename(source)}`, async () => {
      const folder = copyOf(source)
      folders.push(folder)
      const result = await check({ cwd: folder, only: ['hardcoded-secret'], confidence: 'low' })
      const readText = (file: string) => (existsSync(path.join(folder, file)) ? readFileSync(path.join(folder, file), 'utf8') : undefined)
      for (const format of FORMATS) {
        const text = render(format, result, { readText, color: false, links: false, groupBy: 'file', width: 140, verbose: true, timing: false })
        for (const value of VALUES) expect(text.includes(value), `${format} shows a value`).toBe(false)
      }
      for (const { file, before, after } of planFixes(result.findings, { kinds: ['suggestion'], readText }).files) {
        expect(after).not.toBe(before)
        if (!/\.ts$/.test(file)) continue
        const tree = ts.createSourceFile(file, after, ts.ScriptTarget.ESNext, true) as ts.SourceFile & { parseDiagnostics: readonly unknown[] }
        expect(tree.parseDiagnostics).toEqual([])
      }
    })
  }

  it('show no value that stands in code which another rule quotes', async () => {
    const folder = project({
      'package.json': '{ "name": "shop", "dependencies": { "express": "^4.0.0" } }',
      'src/app.ts': "import express from 'express'\nconst app = express()\napp.post('/pay', async (req, res) => {\n  const key = 'sk_live_9Zt2LmVx0RbYc7NwKd4Hs9fQ'\n  await fetch('https://pay.shop.io', { headers: { authorization: key } })\n  res.json({})\n})\n",
    })
    const readText = (file: string) => readFileSync(path.join(folder, file), 'utf8')
    for (const asked of [{}, { only: ['unhandled-async-error'] }, { preset: 'architecture' as const }, { rules: { 'hardcoded-secret': 'off' as const } }]) {
      const result = await check({ cwd: folder, ...asked })
      const [handler] = result.findings.filter(({ rule }) => rule === 'unhandled-async-error')
      expect(handler?.fixes).toMatchObject([{ kind: 'recipe', edits: [] }])
      for (const format of FORMATS) expect(render(format, result, { readText, color: false, links: false, groupBy: 'file', width: 140, verbose: true, timing: false }), format).not.toContain('9Zt2LmVx0RbYc7NwKd4Hs9fQ')
    }
  })

  it('reads a signing key from the environment and stops without it', async () => {
    const folder = copyOf(path.join(import.meta.dirname, '..', '..', 'rules', 'hardcoded-secret', 'cases', 'signing-keys.ts'))
    folders.push(folder)
    const result = await check({ cwd: folder, only: ['hardcoded-secret'] })
    const plan = planFixes(result.findings, { kinds: ['suggestion'], readText: (file) => readFileSync(path.join(folder, file), 'utf8') })
    const after = plan.files[0]?.after ?? ''
    expect(after).toContain("const jwtSecret = process.env.JWT_SECRET || (() => { throw new Error('JWT_SECRET is not set') })()")
    expect(after).toContain('return jwt.sign({ orderId }, jwtSecret, ')
    expect(after).not.toContain('keyboard cat')
  })
})
