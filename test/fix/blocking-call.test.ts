/**
 * The edits of blocking-call: what blocks is waited for, imports follow, and nothing is found afterwards.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { check } from '../../src/engine/run.js'
import { planFixes } from '../../src/fix/fix.js'

async function run(code: string) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'backend-lint-fix-'))
  try {
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'shop', dependencies: { express: '*', bcrypt: '*' } }))
    mkdirSync(path.join(folder, 'src'))
    writeFileSync(path.join(folder, 'src', 'app.ts'), code)
    const { findings } = await check({ cwd: folder, only: ['blocking-call'] })
    return { findings, text: planFixes(findings, { kinds: ['suggestion'], readText: () => code }).files[0]?.after }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const program = (imports: string, body: string) => `${imports}
import express from 'express'
const app = express()
app.post('/orders/:id', async (req, res) => {
  ${body}
})
`

it.each([
  ["import fs from 'node:fs'", "res.send(fs.readFileSync(req.params.id, 'utf8').trim())", "import fs from 'node:fs'", "res.send((await fs.promises.readFile(req.params.id, 'utf8')).trim())"],
  ["import { readFileSync } from 'fs'", 'res.json(JSON.parse(readFileSync(req.params.id).toString()))', "import { readFileSync, promises } from 'fs'", 'res.json(JSON.parse((await promises.readFile(req.params.id)).toString()))'],
  ["import { hashSync } from 'bcrypt'", 'res.send(hashSync(req.body.password, 10))', "import { hashSync, hash } from 'bcrypt'", 'res.send(await hash(req.body.password, 10))'],
  ["import { compare, compareSync } from 'bcrypt'", 'res.send(compareSync(req.body.password, req.body.digest))', "import { compare, compareSync } from 'bcrypt'", 'res.send(await compare(req.body.password, req.body.digest))'],
])('%s: %s', async (imports, body, fixedImports, fixedBody) => {
  const { findings, text } = await run(program(imports, body))
  expect(findings.map(({ rule }) => rule)).toEqual(['blocking-call'])
  expect(text).toBe(program(fixedImports, fixedBody))
  expect((await run(text ?? '')).findings.filter(({ confidence }) => confidence === 'high')).toEqual([])
})

it('leaves a function alone that is not async', async () => {
  const { findings, text } = await run(program("import fs from 'node:fs'", "res.send(fs.readFileSync(req.params.id))").replace('async ', ''))
  expect(findings[0]?.fixes.map(({ kind, code }) => [kind, code])).toEqual([['recipe', 'await fs.promises.readFile(req.params.id)']])
  expect(text).toBeUndefined()
})

it('does not take a name the file has', async () => {
  const { findings, text } = await run(program("import { hashSync } from 'bcrypt'", 'const hash = hashSync(req.body.password, 10)\n  res.send(hash)'))
  expect(findings[0]?.fixes.map(({ kind }) => kind)).toEqual(['recipe'])
  expect(text).toBeUndefined()
})
