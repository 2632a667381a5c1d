// Measures a cold run on generated backends against the time that parsing their files takes with the same TypeScript
// in one process, and prints how both grow. Usage: npm run bench [-- 250 1000 4000]
//
// Both are processes of their own, measured from their start: each loads TypeScript, which a run does only when it has
// files to read, and so cannot leave out of what it takes. The check is the program as people run it, report and all;
// nothing is remembered of the files, but compiled code is kept between runs, as always.
// Both are given as time on the clock and as time of the processor (all threads, those of the garbage collector too),
// which other programs on the machine disturb less. Growth is the time of a file against that of a file in the size
// before: 1 is linear.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const sizes = process.argv.slice(2).length > 0 ? process.argv.slice(2).map(Number) : [250, 1000, 4000]

/** A module of a backend: controller, service, repository, entity, helpers; about ninety lines a file. */
function moduleFiles(index) {
  const next = index + 1
  const name = `Order${index}`
  const filler = (prefix) =>
    Array.from({ length: 12 }, (_, at) => `export function ${prefix}${at}(values: number[], factor: number): number {\n  const scaled = values.map((value) => value * factor).filter((value) => value > ${at})\n  return scaled.reduce((sum, value) => sum + value, 0)\n}\n`).join('\n')
  return {
    [`entity.ts`]: `import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'\n\n@Entity()\nexport class ${name} {\n  @PrimaryGeneratedColumn() id!: number\n  @Column() customer!: number\n  @Column() total!: number\n}\n\n${filler('total')}`,
    [`repository.ts`]: `import { Injectable } from '@nestjs/common'\nimport { InjectRepository } from '@nestjs/typeorm'\nimport { Repository } from 'typeorm'\nimport { ${name} } from './entity'\n\n@Injectable()\nexport class ${name}Repository {\n  constructor(@InjectRepository(${name}) private readonly rows: Repository<${name}>) {}\n\n  byId(id: number) {\n    return this.rows.findOneBy({ id })\n  }\n\n  page(take: number) {\n    return this.rows.find({ take: Math.min(take, 100) })\n  }\n\n  add(row: ${name}) {\n    return this.rows.save(row)\n  }\n}\n\n${filler('rows')}`,
    [`service.ts`]: `import { Injectable } from '@nestjs/common'\nimport { ${name}Repository } from './repository'\nimport { Order${next % 100000}Repository } from '../order${next}/repository'\n\n@Injectable()\nexport class ${name}Service {\n  constructor(\n    private readonly own: ${name}Repository,\n    private readonly other: Order${next}Repository,\n  ) {}\n\n  async load(ids: number[]) {\n    const found = []\n    for (const id of ids) found.push(await this.own.byId(id))\n    return found\n  }\n\n  async copy(id: number) {\n    const row = await this.own.byId(id)\n    return row && this.other.page(row.total)\n  }\n}\n\n${filler('service')}`,
    [`controller.ts`]: `import { Controller, Get, Param, ParseIntPipe, Query } from '@nestjs/common'\nimport { ${name}Service } from './service'\n\n@Controller('order${index}')\nexport class ${name}Controller {\n  constructor(private readonly service: ${name}Service) {}\n\n  @Get()\n  list(@Query('ids') ids: string) {\n    return this.service.load(ids.split(',').map(Number))\n  }\n\n  @Get(':id')\n  one(@Param('id', ParseIntPipe) id: number) {\n    return this.service.copy(id)\n  }\n}\n\n${filler('handler')}`,
  }
}

function generate(folder, count) {
  const modules = Math.floor(count / 4)
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'bench', dependencies: { typeorm: '*', '@nestjs/common': '*', '@nestjs/typeorm': '*' } }))
  for (let index = 0; index <= modules; index++) {
    const home = path.join(folder, 'src', `order${index}`)
    mkdirSync(home, { recursive: true })
    for (const [name, text] of Object.entries(moduleFiles(index))) writeFileSync(path.join(home, name), text)
  }
}

const PARSE = `
import { ts } from 'ts-morph'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
const files = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => entry.isDirectory() ? files(path.join(folder, entry.name)) : entry.name.endsWith('.ts') ? [path.join(folder, entry.name)] : [])
let lines = 0
const trees = files(process.argv[1]).map((file) => { const text = readFileSync(file, 'utf8'); lines += text.split('\\n').length; return ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true) })
const { user, system } = process.cpuUsage()
console.log(JSON.stringify({ milliseconds: performance.now(), processor: (user + system) / 1000, lines, files: trees.length }))
`
const CHECK = `
import { readFileSync } from 'node:fs'
import path from 'node:path'
const report = path.join(process.argv[1], 'report.json')
process.argv = [process.execPath, 'backend-lint', process.argv[1], '--no-cache', '--format', 'json', '--output-file', report]
await import(${JSON.stringify(path.join(root, 'bin', 'backend-lint.js'))})
const { user, system } = process.cpuUsage()
const milliseconds = performance.now()
process.exitCode = 0
console.log(JSON.stringify({ milliseconds, processor: (user + system) / 1000, findings: JSON.parse(readFileSync(report, 'utf8')).findings.length, memory: process.resourceUsage().maxRSS / 1024 }))
`

function run(script, folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, folder], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout.trim().split('\n').at(-1))
}

/** The medians of three runs, each in a process of its own. */
function medians(script, folder) {
  const runs = [1, 2, 3].map(() => run(script, folder))
  const middle = (key) => runs.map((one) => one[key]).sort((left, right) => left - right)[1]
  return { ...runs[0], milliseconds: middle('milliseconds'), processor: middle('processor') }
}

const columns = ['files', 'lines', 'parse ms', 'check ms', 'ratio', 'parse cpu', 'check cpu', 'ratio cpu', 'MB', 'findings', 'ms a file', 'growth']
const print = (cells) => console.log(cells.map((cell, index) => String(cell).padStart(columns[index].length + 1)).join(' '))

print(columns)
let before
for (const size of sizes) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'backend-lint-bench-'))
  try {
    generate(folder, size)
    const parse = medians(PARSE, folder)
    const check = medians(CHECK, folder)
    const ratio = (key) => (check[key] / parse[key]).toFixed(2)
    const share = check.processor / parse.files
    print([
      parse.files,
      parse.lines,
      parse.milliseconds.toFixed(0),
      check.milliseconds.toFixed(0),
      ratio('milliseconds'),
      parse.processor.toFixed(0),
      check.processor.toFixed(0),
      ratio('processor'),
      check.memory.toFixed(0),
      check.findings,
      (check.milliseconds / parse.files).toFixed(2),
      before === undefined ? '' : (share / before).toFixed(2),
    ])
    before = share
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
