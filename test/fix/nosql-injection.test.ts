/**
 * The suggestions of nosql-injection: applied, they parse and the finding is gone.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { check } from '../../src/engine/run.js'
import { planFixes } from '../../src/fix/fix.js'
import { folderWith } from '../support/folder.js'

const HEAD =
  "import express from 'express'\nimport { Schema, model } from 'mongoose'\nconst User = model('User', new Schema({ email: String, token: String }))\nconst app = express()\napp.use(express.json())\n"

async function mended(code: string): Promise<string> {
  const cwd = folderWith({ 'package.json': JSON.stringify({ name: 'shop', dependencies: { mongoose: '*', express: '^4.0.0' } }), 'src/users.ts': HEAD + code })
  const file = path.join(cwd, 'src/users.ts')
  const first = await check({ cwd, only: ['nosql-injection'], confidence: 'low' })
  expect(first.findings).toHaveLength(1)
  const plan = planFixes(first.findings, { kinds: ['suggestion'], readText: () => readFileSync(file, 'utf8') })
  const after = plan.files[0]?.after ?? ''
  writeFileSync(file, after)
  const second = await check({ cwd, only: ['nosql-injection'], confidence: 'low' })
  expect(second.problems).toEqual([])
  expect(second.findings).toEqual([])
  return after.slice(HEAD.length)
}

it('compares each open field with the value itself', async () => {
  expect(await mended("app.post('/login', async (req, res) => {\n  const { email } = req.body\n  res.json(await User.findOne({ email, token: req.query.token, role: 'member' }))\n})\n")).toContain(
    "User.findOne({ email: { $eq: email }, token: { $eq: req.query.token }, role: 'member' })",
  )
})

it('reaches into alternatives', async () => {
  expect(await mended("app.post('/find', async (req, res) => {\n  res.json(await User.find({ $or: [{ email: req.body.name }, { token: 'x' }] }))\n})\n")).toContain('{ $or: [{ email: { $eq: req.body.name } }, { token: ')
})

it('makes a key a string', async () => {
  expect(await mended("app.post('/one', async (req, res) => {\n  res.json(await User.findById(req.body.id))\n})\n")).toContain('User.findById(String(req.body.id))')
})

it('offers no edit where the whole filter is sent', async () => {
  const cwd = folderWith({ 'package.json': JSON.stringify({ name: 'shop', dependencies: { mongoose: '*', express: '*' } }), 'src/users.ts': `${HEAD}app.get('/users', async (req, res) => {\n  res.json(await User.find(req.query))\n})\n` })
  const { findings } = await check({ cwd, only: ['nosql-injection'], confidence: 'low' })
  expect(findings.map(({ fixes, confidence }) => [confidence, fixes[0]?.kind])).toEqual([['high', 'recipe']])
})

it('knows that query strings are flat from Express 5 on', async () => {
  const code = `${HEAD}app.get('/users', async (req, res) => {\n  res.json(await User.findOne({ email: req.query.email }))\n})\n`
  const at = async (version: string, more = '') =>
    (await check({ cwd: folderWith({ 'package.json': JSON.stringify({ name: 'shop', dependencies: { mongoose: '*', express: version } }), 'src/users.ts': code + more }), only: ['nosql-injection'] })).findings.length
  expect(await at('^4.18.2')).toBe(1)
  expect(await at('^5.1.0')).toBe(0)
  expect(await at('^5.1.0', "app.set('query parser', 'extended')\n")).toBe(1)
})
