/**
 * Severities that depend on who waits.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { check } from '../src/engine/run.js'

const SHOP = `
const express = require('express')
const { Worker } = require('bullmq')
const { PrismaClient } = require('@prisma/client')
const app = express()
const prisma = new PrismaClient()
app.get('/orders', async (req, res) => {
  for (const id of req.body.ids) await prisma.order.findUnique({ where: { id } })
  res.end()
})
new Worker('orders', async (job) => {
  for (const id of job.data.ids) await prisma.customer.findUnique({ where: { id } })
  for (const id of job.data.ids) await prisma.order.update({ where: { id }, data: { seen: true } })
})
exports.invoices = async (ids) => {
  for (const id of ids) await prisma.invoice.findUnique({ where: { id } })
}
`

it('a query in a loop is critical where a request waits, high elsewhere, and medium for writes of jobs', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'backend-lint-severities-'))
  try {
    mkdirSync(path.join(folder, 'src'))
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'shop', dependencies: { express: '5', bullmq: '5', '@prisma/client': '6' } }))
    writeFileSync(path.join(folder, 'src', 'shop.js'), SHOP)
    const { findings } = await check({ cwd: folder, only: ['n-plus-one-query'] })
    expect(findings.map(({ severity, message }) => [severity, /prisma\.\w+\.\w+/.exec(message)?.[0]])).toEqual([
      ['critical', 'prisma.order.findUnique'],
      ['high', 'prisma.customer.findUnique'],
      ['medium', 'prisma.order.update'],
      ['high', 'prisma.invoice.findUnique'],
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
