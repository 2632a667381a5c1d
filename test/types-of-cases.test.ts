/**
 * Annotated cases, sample backends and the samples of the rules' pages type-check against the real packages, so that
 * what is tested is code that exists.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import ts from 'typescript'
import { afterAll, describe, expect, it } from 'vitest'
import { rules } from '../src/engine/registry.js'
import { casesOf, filesUnder } from './support/cases.js'
import { samplesOf } from './support/pages.js'

const ROOT = path.join(import.meta.dirname, '..')
const TYPES = path.join(ROOT, 'test', 'types')
const temporary: string[] = []

afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true })
})

/** A folder with the real packages, and a Prisma client generated from a schema. */
function workshop(schema: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'backend-lint-types-'))
  temporary.push(folder)
  symlinkSync(path.join(TYPES, 'node_modules'), path.join(folder, 'node_modules'))
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'workshop', dependencies: { '@prisma/client': '*', prisma: '*' } }))
  const text = readFileSync(schema, 'utf8').replace(/provider\s*=\s*"prisma-client-js"/, 'provider = "prisma-client-js"\n  output = "./generated"')
  writeFileSync(path.join(folder, 'schema.prisma'), text)
  // The engines would be downloaded; generating types needs none, only paths that exist.
  const engine = process.execPath
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(TYPES, 'node_modules', 'prisma', 'build', 'index.js'), 'generate', '--no-engine', '--schema', 'schema.prisma'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: engine, PRISMA_QUERY_ENGINE_LIBRARY: engine, PRISMA_QUERY_ENGINE_BINARY: engine, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  })
  if (status !== 0) throw new Error(`prisma generate failed: ${stdout}${stderr}`)
  return folder
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  strictPropertyInitialization: false,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  esModuleInterop: true,
  allowSyntheticDefaultImports: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
  jsx: ts.JsxEmit.Preserve,
}

function errorsOf(files: readonly string[], folder: string, options: ts.CompilerOptions): string[] {
  const program = ts.createProgram(files, {
    ...OPTIONS,
    ...options,
    baseUrl: folder,
    ignoreDeprecations: '6.0',
    paths: { '@prisma/client': ['generated'], ...options.paths },
    typeRoots: [path.join(folder, 'node_modules', '@types')],
  })
  return ts
    .getPreEmitDiagnostics(program)
    .filter((diagnostic) => diagnostic.file && !diagnostic.file.fileName.includes('node_modules'))
    .map((diagnostic) => {
      const line = diagnostic.file && diagnostic.start !== undefined ? diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start).line + 1 : 0
      return `${path.relative(folder, diagnostic.file?.fileName ?? '')}:${line} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`
    })
}

describe('types', () => {
  it('has the real packages installed', () => {
    expect(existsSync(path.join(TYPES, 'node_modules', 'typeorm')), 'Run: npm install --no-save --prefix test/types').toBe(true)
  })

  it('fit the cases that are one file, and the samples of pages', () => {
    const folder = workshop(path.join(TYPES, 'schema.prisma'))
    const files: string[] = []
    const add = (name: string, text: string) => {
      const file = path.join(folder, name)
      // Each is a module of its own; what it declares is nobody else's.
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, `${text}\nexport {}\n`)
      files.push(file)
    }
    for (const rule of rules) {
      for (const source of casesOf(rule.id)) if (statSync(source).isFile() && /\.tsx?$/.test(source)) add(`${rule.id}.${path.basename(source)}`, readFileSync(source, 'utf8'))
      for (const [index, { files: parts }] of samplesOf(rule.id).entries()) for (const [name, text] of Object.entries(parts)) if (/\.tsx?$/.test(name)) add(`${rule.id}.page${index}/${name}`, text)
    }
    const probes = path.join(ROOT, 'test', 'model', 'probes')
    for (const name of readdirSync(probes)) add(`probe.${name}`, readFileSync(path.join(probes, name), 'utf8'))
    expect(files.length).toBeGreaterThan(10)
    expect(errorsOf(files, folder, {})).toEqual([])
  })

  const fixtures = path.join(ROOT, 'fixtures')
  it.each(readdirSync(fixtures))('fit the sample backend %s', (name) => {
    const source = path.join(fixtures, name)
    const own = path.join(source, 'prisma', 'schema.prisma')
    const folder = workshop(existsSync(own) ? own : path.join(TYPES, 'schema.prisma'))
    cpSync(source, folder, { recursive: true, filter: (from) => path.basename(from) !== 'node_modules' })
    const config = ts.parseJsonConfigFileContent(ts.readConfigFile(path.join(folder, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, folder)
    const files = filesUnder(path.join(folder, 'src')).filter((file) => /\.tsx?$/.test(file))
    expect(errorsOf(files, folder, { ...(config.options.paths && { paths: config.options.paths }) })).toEqual([])
  })
})
