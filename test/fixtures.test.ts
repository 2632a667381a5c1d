/**
 * The sample backends: every planted mistake is found and nothing else, whatever is installed and in whatever order
 * the files are read.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { check } from '../src/engine/run.js'
import { render } from '../src/report/index.js'
import { compare, filesUnder, readMarks } from './support/cases.js'
import { sarifErrors } from './support/sarif.js'

const FIXTURES = path.join(import.meta.dirname, '..', 'fixtures')
const temporary: string[] = []

function copy(name: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'backend-lint-fixture-'))
  temporary.push(folder)
  cpSync(path.join(FIXTURES, name), folder, { recursive: true, filter: (from) => path.basename(from) !== 'node_modules' })
  return folder
}

/** The same files, written in the opposite order: file systems list them by age or by hash. */
function copyBackwards(name: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'backend-lint-fixture-'))
  temporary.push(folder)
  for (const file of filesUnder(path.join(FIXTURES, name)).reverse()) cpSync(file, path.join(folder, path.relative(path.join(FIXTURES, name), file)), { recursive: true })
  return folder
}

afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true })
})

const names = readdirSync(FIXTURES, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

describe.each(names)('%s', (name) => {
  it('has every planted mistake found, and nothing else', async () => {
    const folder = copy(name)
    const { marks, errors } = readMarks(folder)
    expect(errors).toEqual([])
    expect(marks.length).toBeGreaterThan(3)
    const { findings, problems } = await check({ cwd: folder, confidence: 'low' })
    expect(problems).toEqual([])
    expect(compare(findings, marks)).toEqual([])
  })

  it('is reported in SARIF that fits the schema', async () => {
    const folder = copy(name)
    const result = await check({ cwd: folder, confidence: 'low' })
    const log: unknown = JSON.parse(render('sarif', result, { readText: (file) => readFileSync(path.join(folder, file), 'utf8'), color: false, links: false, groupBy: 'file', width: 80, verbose: true, timing: false }))
    expect(sarifErrors(log)).toEqual([])
  })

  it('gives the same findings with node_modules, and with files in another order', async () => {
    const bare = await check({ cwd: copy(name) })
    const installed = copy(name)
    // Declarations that would change every answer if they were read.
    for (const pkg of ['@prisma/client', 'typeorm', 'knex', 'express', 'koa', '@nestjs/common']) {
      const home = path.join(installed, 'node_modules', pkg)
      mkdirSync(home, { recursive: true })
      writeFileSync(path.join(home, 'package.json'), JSON.stringify({ name: pkg, version: '0.0.0', types: 'index.d.ts' }))
      writeFileSync(path.join(home, 'index.d.ts'), 'declare const nothing: any\nexport = nothing\n')
    }
    const withModules = await check({ cwd: installed })
    const backwards = await check({ cwd: copyBackwards(name) })
    expect(JSON.stringify(withModules.findings)).toBe(JSON.stringify(bare.findings))
    expect(JSON.stringify(backwards.findings)).toBe(JSON.stringify(bare.findings))
  })
})
