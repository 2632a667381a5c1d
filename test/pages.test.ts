/**
 * What the pages of rules say is true: each wrong sample is reported, each right one is not.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { pageOf, rules } from '../src/engine/registry.js'
import { check } from '../src/engine/run.js'
import { samplesOf, type Sample } from './support/pages.js'

async function found(id: string, { code, files }: Sample): Promise<boolean> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'backend-lint-page-'))
  try {
    const packages = [...code.matchAll(/from ['"]([^.'"][^'"]*)['"]/g)].map((match) => match[1] ?? '')
    const dependencies = Object.fromEntries(packages.map((name) => [name, '*']))
    const services = [...new Set(Object.keys(files).flatMap((name) => /^services\/[^/]+/.exec(name)?.[0] ?? []))]
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'page', ...(services.length > 0 && { workspaces: ['services/*'] }), dependencies }))
    for (const service of services) {
      mkdirSync(path.join(folder, service), { recursive: true })
      writeFileSync(path.join(folder, service, 'package.json'), JSON.stringify({ name: path.basename(service), scripts: { start: 'node .' }, dependencies }))
    }
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      writeFileSync(path.join(folder, name), text)
    }
    const { findings } = await check({ cwd: folder, only: [id] })
    return findings.some((finding) => finding.rule === id)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe.each(rules.map((rule) => rule.id))('the page of %s', (id) => {
  it('has its parts', () => {
    for (const heading of ['## Why', '## Wrong', '## Right', '## Silent', '## Not detected']) expect(pageOf(id)).toContain(heading)
    expect(pageOf(id).startsWith(`# ${id}\n`)).toBe(true)
  })

  it('has samples that are what it says', async () => {
    const samples = samplesOf(id)
    expect(samples.filter((sample) => sample.isWrong).length).toBeGreaterThan(0)
    expect(samples.filter((sample) => !sample.isWrong).length).toBeGreaterThan(0)
    for (const sample of samples) expect({ code: sample.code, found: await found(id, sample) }).toEqual({ code: sample.code, found: sample.isWrong })
  })
})

describe('the README', () => {
  const readme = readFileSync(path.join(import.meta.dirname, '..', 'README.md'), 'utf8')
  const rows = [...readme.matchAll(/^\| \[`([\w-]+)`\]\(rules\/\1\/README\.md\) \| (\w+) \|/gm)].map(([, id, severity]) => `${id} ${severity}`)

  it('lists every rule with its severity, once, and no other', () => {
    expect(rows.sort()).toEqual(rules.map(({ id, severity }) => `${id} ${severity}`).sort())
  })
})
