// What is not waited for in a `try` cannot fail into its `catch`.
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

async function send(id: number): Promise<void> {
  await fetch(`https://mail.example.com/orders/${id}`, { method: 'POST', signal: AbortSignal.timeout(1000) })
}

export async function settle(id: number): Promise<void> {
  try {
    prisma.order.update({ where: { id }, data: { status: 'closed' } }) // expect: floating-promise
  } catch {}
  try {
    void send(id)
  } catch {}
  try {
    await prisma.order.update({ where: { id }, data: { status: 'closed' } })
  } catch {} // expect: swallowed-error
}

// Whether a package is there, and what it is then used for.
export let hasImages = false
try {
  await import('sharp')
  hasImages = true
} catch {}

export async function shrink(path: string): Promise<void> {
  try {
    const { default: sharp } = await import('sharp')
    await sharp(path).resize(200).toFile(`${path}.small`)
    await prisma.order.updateMany({ where: { image: path } as never, data: { status: 'shown' } })
  } catch {} // expect: swallowed-error
}
