// Comments that explain, and comments that do not.
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
const paid = (id: number) => prisma.order.update({ where: { id }, data: { paid: true } })

export async function taken(id: number) {
  try {
    await paid(id)
  } catch (error) { // expect: swallowed-error
    // console.error(error)
  }
}

export async function left(id: number) {
  try {
    await paid(id)
  } catch { // expect: swallowed-error
    // TODO: handle this
  }
}

export async function bare(id: number) {
  try {
    await paid(id)
  } catch { // expect: swallowed-error
    // nothing
  }
}

export async function explained(id: number) {
  try {
    await paid(id)
  } catch {
    // the nightly comparison finds what was not marked
  }
}

export async function meant(id: number) {
  try {
    await paid(id)
  } catch {
    // ignore
  }
}
