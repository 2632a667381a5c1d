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

function chunk<T>(list: readonly T[], size: number): T[][] {
  const parts: T[][] = []
  for (let from = 0; from < list.length; from += size) parts.push(list.slice(from, from + size))
  return parts
}

export async function shipInGroups(ids: readonly number[]) {
  for (const group of chunk(ids, 20)) {
    await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
      const late: number[] = []
      for (const id of group) if ((await tx.order.count({ where: { id, status: 'late' } })) > 0) late.push(id)
      await Promise.all(late.map((id) => tx.order.update({ where: { id }, data: { status: 'shipped' } })))
    })
  }
}

export async function shipInLargeGroups(ids: readonly number[]) {
  for (const group of chunk(ids, 20_000)) {
    await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
      for (const id of group) await tx.order.update({ where: { id }, data: { status: 'shipped' } })
    })
  }
}

export async function shipFromPlaces(ids: readonly number[]) {
  for (let from = 0; from < ids.length; from += 50) {
    await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
      for (const id of ids.slice(from, from + 50)) await tx.order.update({ where: { id }, data: { status: 'shipped' } })
    })
  }
}

export async function fillUp(ids: readonly number[], customerId: number) {
  const open = await prisma.order.count({ where: { customerId } })
  const left = Math.max(0, MOST_ORDERS - open)
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    for (const id of ids.slice(0, left)) await tx.order.update({ where: { id }, data: { customerId } })
  })
}

const STARTERS = [
  { status: 'basic', customers: [1, 2] },
  { status: 'large', customers: [3, 4, 5] },
]

export async function startAll() {
  for (const starter of STARTERS) {
    await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
      for (const customerId of starter.customers) await tx.order.create({ data: { status: starter.status, customerId } })
    })
  }
}

export async function startSome(starters: readonly { status: string; customers: number[] }[]) {
  for (const starter of starters) {
    await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
      for (const customerId of starter.customers) await tx.order.create({ data: { status: starter.status, customerId } })
    })
  }
}

const BATCH = 100

export async function closeNext() {
  const orders = await prisma.order.findMany({ where: { status: 'open' }, take: BATCH })
  await prisma.$transaction(async (tx) => { // expect-low: transaction-without-timeout
    for (const { id } of orders) await tx.order.update({ where: { id }, data: { status: 'closed' } })
  })
}

export async function closeAsked(count: number) {
  const orders = await prisma.order.findMany({ where: { status: 'open' }, take: count })
  await prisma.$transaction(async (tx) => { // expect: transaction-without-timeout
    for (const { id } of orders) await tx.order.update({ where: { id }, data: { status: 'closed' } })
  })
}
