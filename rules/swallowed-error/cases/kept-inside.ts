// Functions that deal with what fails in them: whoever calls them never learns of it, so an outer handler drops nothing.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

function remember(place: string): void {
  try {
    writeFileSync('/var/run/shop/last-place', place)
  } catch {} // expect: swallowed-error
}

export function harvest(place: string): string {
  let found = ''
  try {
    found = execFileSync('harvest', [place], { encoding: 'utf8' })
    remember(place)
  } catch {}
  return found
}

function write(place: string): void {
  try {
    writeFileSync('/var/run/shop/place', place)
  } catch (error) {
    throw new Error(`${place} was not written`, { cause: error })
  }
}

export function note(place: string): string {
  try {
    write(place)
  } catch {} // expect: swallowed-error
  return place
}

async function pagesOf(shop: string): Promise<string[]> {
  const pages: string[] = []
  for (let page = 1; page <= 3; page++) {
    try {
      const response = await fetch(`https://reviews.example.com/${shop}?page=${page}`)
      pages.push(await response.text())
    } catch {
      // Whatever has come so far is enough.
      break
    }
  }
  return pages
}

export async function overview(shop: string) {
  const pages = await pagesOf(shop).catch(() => [])
  return { shop, pages }
}

async function ratesOf(day: string): Promise<unknown> {
  try {
    const response = await fetch(`https://rates.example.com/${day}`)
    return await response.json()
  } catch (error) {
    console.error('no rates today', error)
    return ratesBefore()
  }
}

async function ratesBefore(): Promise<unknown> {
  try {
    return await prisma.order.findMany({ take: 20 })
  } catch (error) {
    console.error('no rates at all', error)
    return undefined
  }
}

export async function showRates(day: string, show: (rates: unknown) => void) {
  try {
    const rates = await ratesOf(day)
    show(rates)
  } catch {}
}

function writeLetter(text: string): void {
  try {
    writeFileSync('/var/run/shop/letter', text)
  } catch (error) {
    refuse(error)
  }
}

function refuse(error: unknown): never {
  throw new Error('the letter cannot be written', { cause: error })
}

export function keepLetter(text: string): string {
  try {
    writeLetter(text)
  } catch {} // expect: swallowed-error
  return text
}

async function openOrders(): Promise<unknown[]> {
  return prisma.order.findMany({ take: 20 }).catch((error) => {
    console.error('orders cannot be read', error)
    return []
  })
}

export async function countOpen(): Promise<number> {
  let count = 0
  try {
    count = (await openOrders()).length
  } catch {}
  return count
}
