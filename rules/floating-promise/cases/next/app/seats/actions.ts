'use server'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

async function keepNote(text: string) {
  await prisma.note.create({ data: { text } })
}

export async function takeSeat(seatId: number) {
  await prisma.seat.update({ where: { id: seatId }, data: { taken: true } })
  keepNote(`seat ${seatId} taken`) // expect: floating-promise
}
