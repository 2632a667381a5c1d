import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export async function register(email: string, password: string) {
  if (password.length < 8) throw new Error('password is too short') // expect: scattered-validation
  return prisma.account.create({ data: { email, password } })
}
