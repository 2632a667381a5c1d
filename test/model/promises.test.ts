/**
 * Which promises can be rejected, and the option that reports those marked with `void`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { check } from '../../src/engine/run.js'
import type { Finding } from '../../src/findings/finding.js'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Lines with a finding of floating-promise. */
async function floating(code: string, options?: string): Promise<number[]> {
  return (await found(code, options)).map((finding) => finding.line)
}

async function found(code: string, options?: string, manifest: object = {}, only = 'floating-promise'): Promise<readonly Finding[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'backend-lint-promises-'))
  folders.push(folder)
  mkdirSync(path.join(folder, 'src'))
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'shop', ...manifest }))
  writeFileSync(path.join(folder, 'src', 'shop.ts'), code)
  if (options !== undefined) writeFileSync(path.join(folder, 'backend-lint.config.yaml'), options)
  const { findings } = await check({ cwd: folder, only: [only] })
  return findings
}

describe('promises that start when they are waited for', () => {
  it('are started by `then` too', async () => {
    const [counted, closed] = await found(`import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
export function close() {
  prisma.order.count().then(console.log)
  prisma.order.updateMany({ where: { open: true }, data: { open: false } })
}
`)
    expect(counted?.message).not.toContain('starts only then')
    expect(closed?.message).toContain('starts only then')
  })
})

describe('promises that can be rejected', () => {
  it('are found through functions that call each other', async () => {
    const code = `async function first(n: number): Promise<void> {
  if (n > 0) await second(n - 1)
}
async function second(n: number): Promise<void> {
  if (n > 0) await first(n - 1)
  else await fetch('https://stock.example')
}
async function third(n: number): Promise<void> {
  if (n > 0) await third(n - 1)
}
export function order() {
  first(1)
  second(1)
  third(1)
}
`
    expect(await floating(code)).toEqual([12, 13])
  })

  it('end at a try that does not throw again, and not at what is returned out of it without await', async () => {
    const code = `async function load() {
  await fetch('https://stock.example')
}
async function caught() {
  try {
    return await load()
  } catch (error) {
    console.error(error)
  }
}
async function escaped() {
  try {
    return load()
  } catch (error) {
    console.error(error)
  }
}
async function thrownAgain() {
  try {
    await load()
  } catch (error) {
    throw new Error('stock was not loaded', { cause: error })
  }
}
export function order() {
  caught()
  escaped()
  thrownAgain()
}
`
    expect(await floating(code)).toEqual([27, 28])
  })

  it('are reported in spite of void where that is asked for', async () => {
    const code = `async function load() {
  await fetch('https://stock.example')
}
export function order() {
  void load()
}
`
    expect(await floating(code)).toEqual([])
    expect(await floating(code, 'rules:\n  floating-promise: [high, { reportVoid: true }]\n')).toEqual([5])
  })
})

describe('what becomes of a promise', () => {
  const LOAD = `async function load(id: number): Promise<boolean> {
  return (await fetch(\`https://stock.example/\${id}\`)).ok
}
`

  it('is nothing, in a list that nobody looks at', async () => {
    const code = `${LOAD}export async function all(ids: number[]) {
  const lost: Promise<boolean>[] = []
  for (const id of ids) lost.push(load(id))
  const kept: Promise<boolean>[] = []
  for (const id of ids) kept.push(load(id))
  return Promise.allSettled(kept)
}
`
    expect(await floating(code)).toEqual([6])
  })

  it('is nothing, where it is compared with a value', async () => {
    const code = `${LOAD}export async function one(id: number) {
  if ((load(id) as any) === true) return 'there'
  const pending = load(id)
  return pending === undefined ? undefined : await pending
}
`
    expect(await floating(code)).toEqual([5])
  })

  it('is for the callback, where one is given beyond the parameters', async () => {
    const code = `${LOAD}export function answered(run: any) {
  ;(load as any)(1, (error: Error | null) => run(error))
  load(1)
}
`
    expect(await floating(code)).toEqual([6])
  })

  it('cannot fail, where an executor never mentions reject', async () => {
    const code = `const quiet = () => new Promise((resolve, reject) => setTimeout(resolve, 10))
const loud = () => new Promise((resolve, reject) => setTimeout(reject, 10))
export function order() {
  quiet()
  loud()
}
`
    expect(await floating(code)).toEqual([5])
  })
})

describe('what becomes of a rejection that nobody handles', () => {
  const code = `async function reserve() { await fetch('https://stock.example') }
export function order() { reserve() }
setInterval(async () => { await reserve() }, 1000)
`

  it('is a warning where only a Node before 15 runs it', async () => {
    for (const rule of ['floating-promise', 'unhandled-async-error']) {
      const messages = async (node: string) => (await found(code, undefined, { engines: { node } }, rule)).map(({ message }) => message)
      expect(await messages('>=12 <15')).toEqual([expect.stringMatching(/Node before 15 only warns.* nobody learns of it/)])
      expect(await messages('>=14')).toEqual([expect.stringContaining('ends the process')])
    }
  })

  it('leaves whoever waits for a new Promise waiting, where nothing else resolves it', async () => {
    const [left, told] = await found(`async function load() { return (await fetch('https://stock.example')).json() }
export const stock = () => new Promise((resolve, reject) => { load().then(resolve) })
export const early = () => new Promise((resolve) => { load(); resolve(true) })
`)
    expect(left?.message).toContain('whoever waits for the new Promise hangs')
    expect(left?.fixes[0]?.code).toBe('load().then(resolve).catch(reject)')
    expect(told?.message).not.toContain('hangs')
  })
})

describe('what a caught error leaves undone', () => {
  it('is the answer, where it is given in the try and nowhere behind it', async () => {
    const route = (behind: string) => `import express from 'express'
import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
express().get('/orders', async (req, res) => {
  try {
    res.json(await prisma.order.findMany({ take: 20 }))
  } catch {}
  ${behind}
})
`
    const messages = async (behind: string) => (await found(route(behind), undefined, {}, 'swallowed-error')).map(({ message }) => message)
    expect(await messages('')).toEqual([expect.stringContaining('the request is never answered')])
    expect(await messages('res.end()')).toEqual([expect.not.stringContaining('never answered')])
  })
})

describe('the name of what fails', () => {
  it('is that of the call a promise made by hand waits for', async () => {
    const labels = async (body: string) => (await found(`import net from 'node:net'
const answer = () => new Promise<void>((resolve, reject) => { ${body} })
async function send() { await answer() }
export function order() { send() }
`)).map(({ message }) => /when (.*?) fails/.exec(message)?.[1])
    expect(await labels("const socket = net.connect(25); socket.once('error', reject); socket.once('connect', resolve)")).toEqual(['socket'])
    expect(await labels("fetch('https://stock.example').then(() => resolve(), (error) => reject(error))")).toEqual(['fetch'])
    expect(await labels('net.connect(25).end((error: Error) => { if (error) reject(error) })')).toEqual(['net.connect(...).end'])
    expect(await labels("setTimeout(() => reject(new Error('late')), 1000)")).toEqual(['answer'])
  })

  it('is its end, where it is long', async () => {
    const [told] = await found(`interface Shop { stock: { reserve(id: number): Promise<void> } }
declare const shopsOfAllCountries: { byCountryAndLanguage: Record<string, Shop> }
async function reserve(country: string) { await shopsOfAllCountries.byCountryAndLanguage[country].stock.reserve(1) }
export function order(country: string) { reserve(country) }
`)
    expect(told?.message).toContain('when (...).byCountryAndLanguage[country].stock.reserve fails')
  })
})

describe('the advice', () => {
  it('is to catch, where what is awaited would be lost one step further out', async () => {
    const advice = async (code: string) => (await found(code, undefined, { dependencies: { express: '^4.0.0' } })).map(({ fixes }) => /^\w+/.exec(fixes[0]?.title ?? '')?.[0])
    const reserve = "async function reserve() { await fetch('https://stock.example') }\n"
    const route = (handler: string) => `import express from 'express'\n${reserve}const app = express()\napp.post('/orders', ${handler})\n`
    expect(await advice(route('async (req, res) => { reserve(); res.json({}) }'))).toEqual(['Report'])
    expect(await advice(route('async (req, res, next) => { try { reserve(); res.json({}) } catch (error) { next(error) } }'))).toEqual(['Await'])
    expect(await advice(`${reserve}export async function order() { reserve() }\nexport async function pay() { await order() }\n`)).toEqual(['Await'])
    expect(await advice(`${reserve}async function order() { reserve(); await fetch('https://orders.example') }\nexport function pay() { order() }\n`)).toEqual(['Report', 'Report'])
  })
})
