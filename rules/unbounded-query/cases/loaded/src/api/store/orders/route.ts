import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

/** Medusa finds the file by its place. */
export const GET = async (req: { query: { page: string } }, res: { json(value: unknown): void }) => {
  res.json(await prisma.order.findMany()) // expect: unbounded-query
}

export async function POST(req: unknown, res: { json(value: unknown): void }) {
  res.json(await prisma.order.create({ data: { customerId: 1, status: 'open' } }))
}
