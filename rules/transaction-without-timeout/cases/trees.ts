// Trees that a function walks by calling itself: as large as they are written, or as they may be.
import type { Request, Response } from 'express'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

interface Branch {
  readonly label: string
  readonly branches?: readonly Branch[]
}

const PLANS: Record<string, { title: string; branches: Branch[] }> = {
  sale: { title: 'Sale', branches: [{ label: 'Contracts', branches: [{ label: 'Signed' }, { label: 'Open' }] }, { label: 'Papers' }] },
  lease: { title: 'Lease', branches: [{ label: 'Houses' }] },
}

export async function openPlan(kind: string) {
  const plan = PLANS[kind]
  if (!plan) return
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    const open = async (branches: readonly Branch[], parentId: string | null = null): Promise<void> => {
      for (const branch of branches) {
        const folder = await tx.folder.create({ data: { parentId } })
        if (branch.branches) await open(branch.branches, folder.id)
      }
    }
    await open(plan.branches)
  })
}

// A list that the function fills itself.
export async function openGathered(labels: readonly string[]) {
  const branches: Branch[] = []
  for (const label of labels) branches.push({ label })
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    const open = async (some: readonly Branch[], parentId: string | null = null): Promise<void> => {
      for (const branch of some) {
        const folder = await tx.folder.create({ data: { parentId } })
        if (branch.branches) await open(branch.branches, folder.id)
      }
    }
    await open(branches)
  })
}

const MOST_LEVELS = 2

const isBranch = (branch: Branch, depth = 0): boolean => {
  if (depth >= MOST_LEVELS) return false
  if (branch.branches) {
    if (branch.branches.length > 5) return false
    return branch.branches.every((inner) => isBranch(inner, depth + 1))
  }
  return true
}

export async function openAsked(req: Request<object, unknown, { branches: Branch[] }>, res: Response) {
  const { branches } = req.body
  if (branches.length > 8) return res.status(400).json({ message: 'too many' })
  if (!branches.every((branch) => isBranch(branch))) return res.status(400).json({ message: 'too deep' })
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    const open = async (some: readonly Branch[], parentId: string | null = null): Promise<void> => {
      for (const branch of some) {
        const folder = await tx.folder.create({ data: { parentId } })
        if (branch.branches && branch.branches.length > 0) await open(branch.branches, folder.id)
      }
    }
    await open(branches)
  })
  return res.status(201).end()
}

const isShallow = (branch: Branch, depth = 0): boolean => {
  if (depth >= MOST_LEVELS) return false
  return branch.branches?.every((inner) => isShallow(inner, depth + 1)) ?? true
}

// Eight at the top, each with as many inside as somebody likes.
export async function openWide(req: Request<object, unknown, { branches: Branch[] }>, res: Response) {
  const { branches } = req.body
  if (branches.length > 8) return res.status(400).json({ message: 'too many' })
  if (!branches.every((branch) => isShallow(branch))) return res.status(400).json({ message: 'too deep' })
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    const open = async (some: readonly Branch[], parentId: string | null = null): Promise<void> => {
      for (const branch of some) {
        const folder = await tx.folder.create({ data: { parentId } })
        if (branch.branches) await open(branch.branches, folder.id)
      }
    }
    await open(branches)
  })
  return res.status(201).end()
}

// Each round does much more, once for each of a list that anybody gives.
export async function openWithTags(kind: string, tags: readonly string[]) {
  const plan = PLANS[kind]
  if (!plan) return
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    const open = async (branches: readonly Branch[], parentId: string | null = null): Promise<void> => {
      for (const branch of branches) {
        const folder = await tx.folder.create({ data: { parentId } })
        for (const tag of tags) await tx.setting.create({ data: { key: `${folder.id} ${tag}`, value: branch.label } })
        if (branch.branches) await open(branch.branches, folder.id)
      }
    }
    await open(plan.branches)
  })
}
