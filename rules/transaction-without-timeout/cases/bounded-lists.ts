// How long a list is at most stands in the code.
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
const MOST_ORDERS = 200

export async function openSome(count: number, customerId: number) {
  if (count <= 0 || count > MOST_ORDERS) throw new Error('too many')
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    for (let index = 0; index < count; index++) await tx.order.create({ data: { status: 'open', customerId } })
  })
}

export async function openMany(count: number, customerId: number) {
  if (count > 50 * MOST_ORDERS) throw new Error('too many')
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    for (let index = 0; index < count; index++) await tx.order.create({ data: { status: 'open', customerId } })
  })
}

function weeksFrom(start: Date, count?: number): Date[] {
  const most = Math.min(count || 52, 52)
  const weeks: Date[] = []
  while (weeks.length < most) weeks.push(new Date(start.getTime() + weeks.length * 604_800_000))
  return weeks
}

export async function subscribe(customerId: number, start: Date, count?: number) {
  const weeks = weeksFrom(start, count)
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    for (const week of weeks) await tx.order.create({ data: { customerId, status: `due ${week.toISOString()}` } })
  })
}

function daysUntil(end: Date): Date[] {
  const days: Date[] = []
  const at = new Date()
  while (at < end) {
    days.push(new Date(at))
    at.setDate(at.getDate() + 1)
  }
  return days
}

export async function subscribeDaily(customerId: number, end: Date) {
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    for (const day of daysUntil(end)) await tx.order.create({ data: { customerId, status: `due ${day.toISOString()}` } })
  })
}

export async function closeFew(ids: readonly number[]) {
  if (ids.length > 100) throw new Error('too many')
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    for (const id of ids) await tx.order.update({ where: { id }, data: { status: 'closed' } })
  })
}

export async function closeFirst(ids: readonly number[]) {
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    for (const id of ids.slice(0, 100)) await tx.order.update({ where: { id }, data: { status: 'closed' } })
  })
}

export async function closeRest(ids: readonly number[]) {
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    for (const id of ids.slice(100)) await tx.order.update({ where: { id }, data: { status: 'closed' } })
  })
}
