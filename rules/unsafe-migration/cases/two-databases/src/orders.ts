import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export const notesOf = (id: number) => prisma.order.findUnique({ where: { id }, select: { notes: true } })
