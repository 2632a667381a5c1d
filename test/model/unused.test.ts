/** Units that nothing runs: only where the very name stands nowhere else, and only in what serves. */
import { describe, expect, it } from 'vitest'
import { createModel } from '../../src/model/model.js'
import { openWorkspace } from '../../src/workspace/workspace.js'
import { folderWith } from '../support/folder.js'

const APP = `import express from 'express'
import * as orders from './orders'
const app = express()
app.get('/orders', async (req, res) => res.json(await orders.list()))
app.listen(3000)
`

/** Names of the units of \`src/orders.ts\` (or of the files given) that count as unused, in order. */
async function unusedIn(files: Readonly<Record<string, string>>): Promise<string[]> {
  const manifest = { name: 'shop', dependencies: { express: '^4' } }
  const cwd = folderWith({ 'package.json': JSON.stringify(manifest), 'src/app.ts': APP, ...files })
  const model = await createModel(openWorkspace({ cwd }), { userModels: [], tableSizes: new Map(), onPhase: () => undefined })
  return model.units.filter((unit) => unit.kind !== 'module' && model.isUnused(unit)).map(({ name }) => name)
}

describe('unused units', () => {
  it('are functions that nobody names, and what only those call', async () => {
    const orders = `
export async function list() { return read('all') }
export async function repair() { await rebuild() }
async function rebuild() { return [1].map((id) => rewrite(id)) }
const rewrite = async (id: number) => id
async function read(which: string) { return which }
`
    expect(await unusedIn({ 'src/orders.ts': orders })).toEqual(['repair', 'rebuild', 'callback of [1].map', 'rewrite'])
  })

  it('are none where a name stands for something that may run', async () => {
    const orders = `
export async function list() { return [] }
export async function kept() {}
export async function named() {}
export async function configured() {}
export default async function handle() {}
const jobs = { nightly: kept }
export const run = (name: 'named') => (jobs as any)[name]
`
    expect(await unusedIn({ 'src/orders.ts': orders, 'serverless.yml': 'functions:\n  report:\n    handler: src/orders.configured\n' })).toEqual([])
  })

  it('are none in a circle of functions of which one is used', async () => {
    const orders = `
import { everyNight } from 'unknown-jobs'
export async function list() { return [] }
async function repair() { await again() }
async function again() { await repair() }
everyNight({ repair })
`
    expect(await unusedIn({ 'src/orders.ts': orders })).toEqual([])
  })

  it('are methods of plain classes, not of those that a framework may call by name', async () => {
    const orders = `
import { Repository } from 'typeorm'
interface Store { find(): Promise<void>; sweep(): Promise<void> }
export class MemoryStore implements Store { async find() {} async sweep() {} }
export class OrderRepository extends Repository<object> { async findOld() {} }
@Gateway() export class OrderGateway { async joined() {} }
declare function Gateway(): ClassDecorator
export class OrderService { @Traced() async traced() {} async archive() {} onModuleInit() {} }
declare function Traced(): MethodDecorator
export async function list() { return new MemoryStore().find() }
`
    expect(await unusedIn({ 'src/orders.ts': orders })).toEqual(['MemoryStore.sweep', 'OrderService.archive'])
  })

  it('are none in a package that others install', async () => {
    const manifest = { name: 'shop', dependencies: { express: '^4' }, types: 'dist/app.d.ts' }
    expect(await unusedIn({ 'package.json': JSON.stringify(manifest), 'src/orders.ts': 'export async function list() {}\nexport async function repair() {}\n' })).toEqual([])
  })

  it('are none where a platform finds them by a name, and none in a package that serves nothing', async () => {
    const orders = 'export async function list() { return [] }'
    const library = { 'packages/tools/package.json': '{ "name": "tools" }', 'packages/tools/src/index.ts': "export * from './sum'", 'packages/tools/src/sum.ts': 'export async function sumUp() {}' }
    expect(await unusedIn({ 'src/orders.ts': orders, 'src/backfill.ts': 'export async function handler() {}', ...library })).toEqual([])
  })
})

describe('files that the program never loads', () => {
  const FILES = {
    'src/orders.ts': "import './money'\nexport async function list() { return [] }\n",
    'src/money.ts': 'export const ROUNDS = 2\n',
    'src/routes/refunds.ts': "import { Router } from 'express'\nimport { refund } from '../refund'\nexport const refunds = Router()\nrefunds.post('/refunds/:id', async (req, res) => res.json(await refund(req.params.id)))\n",
    'src/refund.ts': 'export async function refund(id: string) { return give(id) }\nasync function give(id: string) { return id }\n',
  }

  it('are routers that nobody mounts, with what only they import', async () => {
    expect(await unusedIn(FILES)).toEqual(['refund', 'give', 'callback of refunds.post'])
  })

  it.each([
    ['imported', { 'src/orders.ts': "import './routes/refunds'\nexport async function list() { return [] }\n" }],
    ['started by a script that a file for deployments names', { Dockerfile: 'FROM node\nCMD ["node", "dist/routes/refunds.js"]\n' }],
    ['named where a worker is started', { 'src/orders.ts': "import { Worker } from 'node:worker_threads'\nexport async function list() { return new Worker('./routes/refunds.js') }\n" }],
    ['loaded by what is in a folder', { 'src/orders.ts': "export async function list(name: string) { return require(`./routes/${name}`) }\n" }],
    ['imported in another spelling', { 'src/orders.ts': "import './routes/Refunds'\nexport async function list() { return [] }\n" }],
    ['run by being loaded', { 'src/routes/refunds.ts': `${FILES['src/routes/refunds.ts']}refunds.listen(3001)\n` }],
  ])('are none where they are %s', async (_, files) => {
    expect(await unusedIn({ ...FILES, ...files })).toEqual([])
  })
})

describe('samples that are read as text', () => {
  const SAMPLE = "export default function reviews() {\n  return (req: Request) => db.reviews.update({ id: req.body.id })\n}\n"
  // What is in the folder may be loaded: nothing is said of files that merely nobody imports.
  const FILES = { 'src/orders.ts': 'export async function list(name = "") { return import(`./${name}`) }', 'tsconfig.json': '{ "exclude": ["static/answers/**"] }', 'static/answers/first.ts': SAMPLE }

  it('are files that are not compiled, stand alone and call what nobody declares', async () => {
    expect(await unusedIn(FILES)).toEqual(['reviews', 'function returned by reviews'])
  })

  it.each([
    ['compiled', { 'tsconfig.json': '{ "exclude": ["dist"] }' }],
    ['imported', { 'src/start.ts': "import '../static/answers/first'\n" }],
    ['importing something', { 'static/answers/first.ts': `import './second'\n${SAMPLE}` }],
    ['calling what another file declares for all', { 'static/globals.ts': 'declare const db: any\n' }],
    ['JavaScript, which runs without being compiled', { 'static/answers/first.ts': '', 'static/answers/first.js': SAMPLE.replace(': Request', '') }],
  ])('are none where they are %s', async (_, files) => {
    expect(await unusedIn({ ...FILES, ...files })).toEqual([])
  })
})

describe('procedures', () => {
  const FILES = {
    'package.json': '{ "name": "shop", "dependencies": { "@trpc/server": "^11", "express": "^4" } }',
    'src/orders.ts': "import { root } from './root'\nexport async function list() { return root }",
    'src/start.ts': "import { initTRPC } from '@trpc/server'\nexport const t = initTRPC.create()\n",
    'src/seats.ts': "import { t } from './start'\nexport const seats = t.router({ free: t.procedure.query(async () => [await 1]) })\n",
    'src/root.ts': "import { t } from './start'\nimport { seats } from './seats'\nexport const root = t.router({ seats, ping: t.procedure.query(async () => 'pong') })\n",
    'src/wallets.ts': "import { t } from './start'\nexport const wallets = t.router({ all: { list: t.procedure.query(async () => [await 1]) } })\n",
  }

  it('are unused in a router that is in no other and nobody imports', async () => {
    expect(await unusedIn(FILES)).toEqual(['callback of t.procedure.query'])
  })

  it.each([
    ['nested', { 'src/root.ts': "import { t } from './start'\nimport { seats } from './seats'\nimport { wallets } from './wallets'\nexport const root = t.router({ seats, wallets })\n" }],
    ['the only ones of the package', { 'src/seats.ts': '', 'src/root.ts': '' }],
    ['loaded by what is in a folder', { 'src/open.ts': 'export const open = (name: string) => import(`./${name}`)' }],
    ['named by what exports them', { 'src/wallets.ts': `${FILES['src/wallets.ts']}export type Wallets = typeof wallets\n` }],
  ])('are none where they are %s', async (_, files) => {
    expect(await unusedIn({ ...FILES, ...files })).toEqual([])
  })
})
