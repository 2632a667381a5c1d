'use server'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export async function updateProfile(id: string, data: { name: string }) { // expect: unvalidated-input
  await prisma.user.update({ where: { id }, data })
}

export async function rename(form: FormData) {
  await prisma.user.update({ where: { id: '1' }, data: { name: String(form.get('name')) } })
}
