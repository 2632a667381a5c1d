'use server'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export async function archive(id: number) {
  return prisma.order.update({ where: { id }, data: { archived: true } })
}

export async function archiveAll(ids: number[]) {
  for (const id of ids) await archive(id) // expect: n-plus-one-query
}
