import { randomBytes } from 'node:crypto'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

// Whoever types the command asks for the password.
;(async () => {
  const newPassword = randomBytes(12).toString('hex')
  await prisma.user.update({ where: { id: 1 }, data: { name: newPassword } })
  console.log('new password', newPassword) // expect-low: sensitive-data-in-log
  process.exit(0)
})()
