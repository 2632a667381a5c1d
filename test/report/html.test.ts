/**
 * The page in a real browser: everything a person can do on it, with nothing in the console.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backendLint, project } from '../support/program.js'

const types = createRequire(path.join(import.meta.dirname, '..', 'types', 'package.json'))
interface Page {
  goto(url: string): Promise<unknown>
  on(event: string, listener: (value: { type?: () => string; text?: () => string; message?: string }) => void): void
  locator(selector: string): Locator
  keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> }
  evaluate<T>(script: string): Promise<T>
  screenshot(options: { path: string }): Promise<unknown>
}
interface Locator {
  count(): Promise<number>
  click(): Promise<void>
  fill(text: string): Promise<void>
  innerText(): Promise<string>
  isVisible(): Promise<boolean>
  /** Until it is there and visible. */
  waitFor(): Promise<void>
  first(): Locator
  nth(index: number): Locator
}
interface Browser {
  newPage(options?: object): Promise<Page>
  close(): Promise<void>
}

const SECRET = 'sk_live_4eC39HqLyjWDarjtT1zdp7dcAA'
const files = {
  'package.json': JSON.stringify({ name: 'shop', dependencies: { '@prisma/client': '*', express: '^4.0.0', pg: '*' } }),
  'prisma/schema.prisma':
    'datasource db {\n  provider = "postgresql"\n  url = env("DATABASE_URL")\n}\nmodel User {\n  id Int @id\n  orders Order[]\n}\nmodel Order {\n  id Int @id\n  userId Int\n  user User @relation(fields: [userId], references: [id], onDelete: Cascade)\n  lines Line[]\n}\nmodel Line {\n  id Int @id\n  orderId Int\n  order Order @relation(fields: [orderId], references: [id], onDelete: Cascade)\n}\n',
  'src/app.ts': `import express from 'express'\nimport { PrismaClient } from '@prisma/client'\nconst prisma = new PrismaClient()\nconst app = express()\nconst key = '${SECRET}'\nconst load = (id: number) => prisma.order.findUnique({ where: { id } })\napp.get('/orders', async (req, res) => {\n  const found = []\n  for (const id of (req.query.ids as string).split(',')) found.push(await load(Number(id)))\n  res.json({ found, tag: "<script>alert(1)</script>" })\n})\nexport { app, key }\n`,
}

describe('the page', () => {
  let browser: Browser | undefined
  let why = ''
  beforeAll(async () => {
    const { chromium } = types('playwright-core') as { chromium: { launch(options: object): Promise<Browser> } }
    const packed = (await import(pathToFileURL(types.resolve('@sparticuz/chromium')).href)) as { default: { executablePath(): Promise<string>; args: string[] } }
    try {
      browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? (await packed.default.executablePath()), args: packed.default.args, headless: true })
    } catch (error) {
      why = `no browser can run here: ${(error as Error).message.split('\n')[0] ?? ''}`
    }
  })
  afterAll(() => browser?.close())

  it('shows, searches, filters and opens findings, entry points and cascades, by mouse and by keyboard', async ({ skip }) => {
    if (!browser) return skip(why)
    const folder = project(files)
    backendLint(folder, ['-f', 'html=report.html', '--confidence', 'low'])
    const html = readFileSync(path.join(folder, 'report.html'), 'utf8')
    expect(html).not.toContain(SECRET.slice(8))
    const page = await browser.newPage({ colorScheme: 'light' })
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(`${message.type?.() ?? ''}: ${message.text?.() ?? ''}`))
    page.on('pageerror', (error) => complaints.push(error.message ?? 'error'))
    await page.goto(pathToFileURL(path.join(folder, 'report.html')).href)

    const total = await page.locator('#list > li').count()
    expect(total).toBeGreaterThan(2)
    expect(await page.locator('#count').innerText()).toContain(`${total} of ${total} findings`)

    // Open one: code with the marked part, the way in numbered steps, the repair.
    await page.locator('#search').fill('n-plus-one load')
    expect(await page.locator('#list > li').count()).toBe(1)
    await page.locator('#list summary').first().click()
    // The browser tells that something was opened a moment later.
    await page.locator('#list pre mark').first().waitFor()
    expect(await page.locator('#list pre mark').first().isVisible()).toBe(true)
    expect(await page.locator('#list .way > li').count()).toBe(3)
    expect(await page.locator('#list .way').innerText()).toContain('src/app.ts:6')

    // Filters combine with the search, and can be taken back.
    await page.locator('#search').fill('')
    await page.locator('button[data-filter=severity]').first().click()
    const filtered = await page.locator('#list > li').count()
    expect(filtered).toBeGreaterThan(0)
    expect(filtered).toBeLessThan(total)
    await page.locator('button[data-filter=severity]').first().click()
    expect(await page.locator('#list > li').count()).toBe(total)

    // Keys.
    await page.keyboard.press('/')
    await page.keyboard.type('hardcoded')
    expect(await page.locator('#list > li').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    expect(await page.locator('#list li.current details[open]').count()).toBe(1)
    const paper = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
    const light = await paper()
    await page.keyboard.press('d')
    expect(await paper()).not.toBe(light)

    // The other parts.
    await page.locator('button[data-part=cascades]').click()
    expect(await page.locator('#cascades svg .box').count()).toBe(3)
    expect(await page.locator('#cascades svg .edge').count()).toBe(2)
    expect(await page.locator('#findings').isVisible()).toBe(false)
    await page.locator('button[data-part=routes]').click()
    expect(await page.locator('#routes').innerText()).toContain('/orders')
    expect(complaints).toEqual([])
  })

  it('shows a backend without findings', async ({ skip }) => {
    if (!browser) return skip(why)
    const folder = project({ 'package.json': '{ "name": "shop" }', 'src/a.ts': 'export const a = 1\n' })
    backendLint(folder, ['-f', 'html=report.html'])
    const page = await browser.newPage()
    await page.goto(pathToFileURL(path.join(folder, 'report.html')).href)
    expect(await page.locator('#count').innerText()).toBe('Nothing found, 2 files checked')
  })
})
