import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export async function keepPasskey(email: string, credential: string): Promise<void> {
  await prisma.user.update({ where: { email }, data: { token: credential } })
}
