/**
 * How programs are put together: components, what they are for, and where parts of the system end.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createModel, type BackendModel } from '../../src/model/model.js'
import { openWorkspace } from '../../src/workspace/workspace.js'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function modelOf(files: Readonly<Record<string, string>>, dependencies: readonly string[]): Promise<BackendModel> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'backend-lint-architecture-'))
  folders.push(folder)
  const all = { 'package.json': JSON.stringify({ name: 'shop', dependencies: Object.fromEntries(dependencies.map((name) => [name, '*'])) }), ...files }
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  return createModel(openWorkspace({ cwd: folder }), { userModels: [], tableSizes: new Map(), onPhase: () => undefined })
}

/** Layers by component, with how sure they are. */
function layersOf({ architecture }: BackendModel): Record<string, string> {
  return Object.fromEntries(
    architecture.components.map((component) => {
      const layer = architecture.layerOfComponent(component)
      return [component.name, layer ? `${layer.name} ${layer.confidence}` : '-']
    }),
  )
}

function boundariesOf({ architecture, workspace }: BackendModel): Record<string, string> {
  return Object.fromEntries(
    workspace.files.flatMap((file) => {
      if (file.kind !== 'source') return []
      const boundary = architecture.boundaryOf(file)
      return [[file.relative, boundary ? `${boundary.kind} ${boundary.name}` : '-']]
    }),
  )
}

const EXPRESS = {
  'src/routes/orders.js': `
const express = require('express')
const { place } = require('../services/order.service')
const { requireUser } = require('../lib/require-user')
const router = express.Router()
router.post('/orders', requireUser, async (req, res) => res.json(await place(req.body.customer)))
module.exports = router
`,
  'src/lib/require-user.js': 'exports.requireUser = (req, res, next) => (req.headers.authorization ? next() : res.status(401).end())\n',
  'src/services/order.service.js': `
const orders = require('../data/orders')
const { charge } = require('../payments')
async function place(customer) {
  await charge(customer)
  return orders.insert(customer)
}
module.exports = { place }
`,
  'src/data/orders.js': `
const knex = require('knex')({ client: 'pg' })
exports.insert = (customer) => knex('orders').insert({ customer })
exports.find = (id) => knex('orders').where({ id }).first()
`,
  'src/payments.js': `
const axios = require('axios')
exports.charge = async (customer) => axios.post('https://pay.example.com', { customer })
`,
  'src/services/clock.service.js': 'exports.now = () => new Date()\n',
}

const NEST = {
  'src/orders/orders.module.ts': `
import { Module } from '@nestjs/common'
import { OrdersController, OrdersService } from './orders'
@Module({ controllers: [OrdersController], providers: [OrdersService] })
export class OrdersModule {}
`,
  'src/orders/orders.ts': `
import { CanActivate, Controller, Get, Injectable } from '@nestjs/common'
import { Column, Entity, Repository } from 'typeorm'
@Entity()
export class Order { @Column() id: number }
export class OrderRepository extends Repository<Order> { open() { return this.find({ take: 5 }) } }
@Injectable()
export class OwnerGuard implements CanActivate { canActivate() { return true } }
@Injectable()
export class OrdersService { constructor(private readonly orders: OrderRepository) {}  open() { return this.orders.open() } private close() { return 1 } }
@Controller('orders')
export class OrdersController { constructor(private readonly service: OrdersService) {}  @Get() all() { return this.service.open() } helper() { return 1 } }
`,
  'src/common/dates.ts': 'export function today() { return new Date() }\n',
  'src/shared/shared.module.ts': `
import { Module } from '@nestjs/common'
@Module({})
export class SharedModule {}
`,
  'src/shared/mail.ts': 'export function send() { return 1 }\n',
}

describe('layers', () => {
  it('come from registrations, then from what code does, and last from names', async () => {
    const model = await modelOf(EXPRESS, ['express', 'knex', 'axios'])
    expect(layersOf(model)).toMatchObject({
      'require-user.js': 'guard high',
      'order.service.js': 'service high',
      'orders.js': 'repository medium',
      'payments.js': 'adapter medium',
      'clock.service.js': 'service low',
    })
    const handler = model.entryPoints[0]?.handler
    expect(handler && model.architecture.layerOf(handler)).toMatchObject({ name: 'handler', confidence: 'high', how: 'it handles POST /orders' })
  })

  it('come from decorators and bases', async () => {
    const model = await modelOf(NEST, ['@nestjs/common', 'typeorm'])
    expect(layersOf(model)).toMatchObject({
      OrderRepository: 'repository high',
      OwnerGuard: 'guard high',
      OrdersService: 'service high',
      OrdersController: 'controller high',
    })
  })
})

describe('components', () => {
  it('have units of their own, and those that others may call', async () => {
    const { architecture } = await modelOf(NEST, ['@nestjs/common', 'typeorm'])
    const service = architecture.components.find(({ name }) => name === 'OrdersService')
    expect(service?.units.map(({ name }) => name)).toEqual(['OrdersService.open', 'OrdersService.close'])
    expect(service?.publicUnits.map(({ name }) => name)).toEqual(['OrdersService.open'])
    expect(service && architecture.dependenciesOf(service)).toEqual(['orders'])
    expect(service && architecture.collaborators(service).map(({ name }) => name)).toEqual(['OrderRepository'])
  })

  it('are modules with exported functions, in every way of exporting', async () => {
    const { architecture } = await modelOf(
      {
        'src/list.js': 'function a() {}\nfunction b() {}\nmodule.exports = { a }\n',
        'src/named.js': 'exports.c = () => 1\nconst d = () => 2\n',
        'src/maker.ts': 'export function make(db: unknown) {\n  const find = () => db\n  const hidden = () => 1\n  return { find, add() { return hidden() } }\n}\n',
        'src/object.ts': 'export const store = { get() { return 1 }, set: () => 2 }\nexport default function () { return 1 }\n',
      },
      ['express'],
    )
    const publics = Object.fromEntries(architecture.components.map(({ name, publicUnits }) => [name, publicUnits.map((unit) => unit.name)]))
    expect(publics).toEqual({ 'list.js': ['a'], 'named.js': ['c'], 'maker.ts': ['make', 'find', 'add'], 'object.ts': ['get', 'set', 'anonymous function'] })
  })
})

describe('boundaries', () => {
  it('are modules of the framework where there are some', async () => {
    expect(boundariesOf(await modelOf(NEST, ['@nestjs/common', 'typeorm']))).toEqual({
      'src/common/dates.ts': '-',
      'src/orders/orders.module.ts': 'module orders',
      'src/orders/orders.ts': 'module orders',
      'src/shared/mail.ts': '-',
      'src/shared/shared.module.ts': '-',
    })
  })

  it('are folders of a subject, else files of a layer', async () => {
    const model = await modelOf(
      {
        'src/modules/orders/order.repository.ts': 'export const a = () => 1\n',
        'src/features/billing/services/invoices.ts': 'export const a = () => 1\n',
        'src/services/wallet.service.ts': 'export const a = () => 1\n',
        'src/services/orders/place.ts': 'export const a = () => 1\n',
        'src/lib/orders.ts': 'export const a = () => 1\n',
        'src/shared/clock.ts': 'export const a = () => 1\n',
        'src/index.ts': 'export const a = () => 1\n',
      },
      ['express'],
    )
    expect(boundariesOf(model)).toEqual({
      'src/modules/orders/order.repository.ts': 'folder orders',
      'src/features/billing/services/invoices.ts': 'folder billing',
      'src/services/wallet.service.ts': 'file wallet',
      'src/services/orders/place.ts': 'folder orders',
      'src/lib/orders.ts': '-',
      'src/shared/clock.ts': '-',
      'src/index.ts': '-',
    })
  })
})
