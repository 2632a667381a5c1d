/**
 * The suggestions of check-then-act: applied, they parse, say what they should, and the finding is gone.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/engine/run.js'
import { planFixes } from '../../src/fix/fix.js'

async function repaired(code: string, dependency: string): Promise<{ before: number; after: number; text: string }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'backend-lint-fix-'))
  try {
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'repaired', dependencies: { [dependency]: '*' } }))
    mkdirSync(path.join(folder, 'src'))
    const file = path.join(folder, 'src', 'wallet.ts')
    writeFileSync(file, code)
    const first = await check({ cwd: folder, only: ['check-then-act'] })
    const plan = planFixes(first.findings, { kinds: ['suggestion'], readText: () => readFileSync(file, 'utf8') })
    const text = plan.files[0]?.after ?? code
    writeFileSync(file, text)
    const second = await check({ cwd: folder, only: ['check-then-act'] })
    expect(second.problems).toEqual([])
    return { before: first.findings.length, after: second.findings.length, text }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('check-then-act', () => {
  it('puts the condition into the write, lets the database subtract, and checks the count', async () => {
    const { before, after, text } = await repaired(
      `import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
export async function pay(id: number, amount: number) {
  const wallet = await prisma.wallet.findUniqueOrThrow({ where: { id } })
  if (wallet.balance < amount) throw new Error('too little')
  await prisma.wallet.update({ where: { id }, data: { balance: wallet.balance - amount } })
}
`,
      '@prisma/client',
    )
    expect([before, after]).toEqual([1, 0])
    expect(text).toContain('const changed = await prisma.wallet.updateMany({ where: { id, balance: { gte: amount } }, data: { balance: { decrement: amount } } })')
    expect(text).toContain('if (changed.count === 0) throw')
  })

  it('lets the database add where nothing is tested, and keeps the other values', async () => {
    const { before, after, text } = await repaired(
      `import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
export async function view(id: number, name: string) {
  const post = await prisma.post.findUniqueOrThrow({ where: { id } })
  return prisma.post.update({ where: { id }, data: { name, likes: post.likes + 1 } })
}
`,
      '@prisma/client',
    )
    expect([before, after]).toEqual([1, 0])
    expect(text).toContain('data: { name, likes: { increment: 1 } }')
  })

  it('uses operators in front of the column where the library has them', async () => {
    const { before, after, text } = await repaired(
      `import { model, Schema } from 'mongoose'
const Product = model('Product', new Schema({ stock: Number }))
export async function sell(id: string, count: number) {
  const product = await Product.findOne({ _id: id })
  if (!product || product.stock! < count) throw new Error('sold out')
  await Product.updateOne({ _id: id }, { $set: { stock: product.stock! - count } })
}
`,
      'mongoose',
    )
    expect([before, after]).toEqual([1, 0])
    expect(text).toContain('const changed = await Product.updateOne({ _id: id, stock: { $gte: count } }, { $inc: { stock: -count } })')
    expect(text).toContain('if (changed.modifiedCount === 0) throw')
  })

  it('leaves a write whose result is used to a person', async () => {
    const { before, after } = await repaired(
      `import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
export async function pay(id: number, amount: number) {
  const wallet = await prisma.wallet.findUniqueOrThrow({ where: { id } })
  if (wallet.balance < amount) throw new Error('too little')
  return prisma.wallet.update({ where: { id }, data: { balance: wallet.balance - amount } })
}
`,
      '@prisma/client',
    )
    expect([before, after]).toEqual([1, 1])
  })
})
