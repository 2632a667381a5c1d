import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export const isSeat = (text: string): boolean => /^[A-Z]\d+$/.test(text)

export async function keep(lines: readonly string[]): Promise<void> {
  await prisma.seat.createMany({ data: lines.map((line) => ({ number: Number(line) })) })
}
