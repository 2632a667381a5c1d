/**
 * Annotated programs: copies them into a folder of their own, runs rules, and compares with their marks.
 *
 * Marks stand at the end of a line: `// expect: rule[, rule]` (or `#`, `--` in other languages), `// expect-low: rule`
 * for findings of low confidence, and `// expect-missing: rule -- why` for what should be found and is not. A finding
 * belongs to a mark when the mark's line lies in the finding's range. Files that cannot hold comments are marked by
 * lines `file:line rule` in a file `expect.txt` beside them.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { check } from '../../src/engine/run.js'
import { rules } from '../../src/engine/registry.js'
import type { Finding, RunResult } from '../../src/findings/finding.js'

export interface Mark {
  readonly file: string
  readonly line: number
  readonly rule: string
  readonly kind: 'expect' | 'expect-low' | 'expect-missing'
}

const MARK = /(?:\/\/|#|--|\/\*|<!--)\s*(expect(?:-low|-missing)?):\s*([^]*?)\s*(?:\*\/|-->)?\s*$/
const KNOWN = new Set([...rules.map((rule) => rule.id), 'invalid-suppression', 'unused-suppression'])

/** All marks of a program, and what is wrong with how they are written. */
export function readMarks(root: string): { marks: Mark[]; errors: string[] } {
  const marks: Mark[] = []
  const errors: string[] = []
  for (const file of filesUnder(root)) {
    const relative = path.relative(root, file).replaceAll('\\', '/')
    const lines = readFileSync(file, 'utf8').split(/\r?\n/)
    if (path.basename(file) === 'expect.txt') {
      for (const line of lines.filter((one) => one.trim() !== '')) {
        const match = /^(.+):(\d+)\s+([\w-]+)$/.exec(line.trim())
        if (match) marks.push({ file: path.posix.join(path.posix.dirname(relative), match[1] ?? ''), line: Number(match[2]), rule: match[3] ?? '', kind: 'expect' })
        else errors.push(`${relative}: "${line}" is not "file:line rule"`)
      }
      continue
    }
    for (const [index, line] of lines.entries()) {
      const match = MARK.exec(line)
      if (!match) {
        if (/(?:\/\/|#|--)\s*expect/i.test(line)) errors.push(`${relative}:${index + 1}: a mark nobody understands: ${line.trim()}`)
        continue
      }
      const kind = match[1] as Mark['kind']
      const body = (match[2] ?? '').split(' -- ')[0] ?? ''
      if (kind === 'expect-missing' && !(match[2] ?? '').includes(' -- ')) errors.push(`${relative}:${index + 1}: expect-missing needs " -- why"`)
      for (const rule of body.split(',').map((one) => one.trim())) {
        if (!KNOWN.has(rule)) errors.push(`${relative}:${index + 1}: there is no rule "${rule}"`)
        marks.push({ file: relative, line: index + 1, rule, kind })
      }
    }
  }
  return { marks, errors }
}

/** Differences between findings and marks, as sentences; empty when they agree. */
export function compare(findings: readonly Finding[], marks: readonly Mark[]): string[] {
  const differences: string[] = []
  const open = new Set(marks.filter((mark) => mark.kind !== 'expect-missing'))
  for (const finding of findings) {
    const fits = (mark: Mark) => mark.rule === finding.rule && mark.file === finding.file && finding.line <= mark.line && mark.line <= finding.endLine && (mark.kind === 'expect-low') === (finding.confidence === 'low')
    const mark = [...open].find(fits)
    if (mark) open.delete(mark)
    else if (!marks.some(fits)) differences.push(`unexpected: ${finding.file}:${finding.line} ${finding.rule} (${finding.confidence}): ${finding.message}`)
    else differences.push(`twice: ${finding.file}:${finding.line} ${finding.rule}: ${finding.message}`)
  }
  for (const mark of open) differences.push(`missing: ${mark.file}:${mark.line} ${mark.rule}${mark.kind === 'expect-low' ? ' (low)' : ''}`)
  for (const mark of marks)
    if (mark.kind === 'expect-missing' && findings.some((finding) => finding.rule === mark.rule && finding.file === mark.file && finding.line <= mark.line && mark.line <= finding.endLine))
      differences.push(`gap closed: ${mark.file}:${mark.line} ${mark.rule} is found now; make it an expect`)
  return differences
}

/**
 * Runs rules on a program in a copy of its own.
 *
 * @param source a file, or a folder that is a small workspace
 * @param ids rules to run
 */
export async function runOn(source: string, ids: readonly string[]): Promise<{ result: RunResult; marks: Mark[]; errors: string[] }> {
  const folder = copyOf(source)
  try {
    const result = await check({ cwd: folder, only: ids, confidence: 'low' })
    return { result, ...readMarks(folder) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A temporary copy with a package.json that declares what the program imports. */
export function copyOf(source: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'backend-lint-case-'))
  if (statSync(source).isDirectory()) cpSync(source, folder, { recursive: true, filter: (from) => path.basename(from) !== 'node_modules' })
  else {
    mkdirSync(path.join(folder, 'src'), { recursive: true })
    cpSync(source, path.join(folder, 'src', path.basename(source)))
  }
  if (!existsSync(path.join(folder, 'package.json'))) {
    const imported = filesUnder(folder).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/(?:from|require\(|import)\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? ''))
    const packages = imported.filter((name) => !/^[./]|^node:/.test(name) && !builtinModules.includes(name)).map((name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/'))
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'case', dependencies: Object.fromEntries([...new Set(packages)].map((name) => [name, '*'])) }))
  }
  return folder
}

export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.name === 'node_modules') return []
      const absolute = path.join(folder, entry.name)
      return entry.isDirectory() ? filesUnder(absolute) : [absolute]
    })
}

/** Folders and files in `rules/<id>/cases`. */
export function casesOf(id: string): string[] {
  const folder = path.join(import.meta.dirname, '..', '..', 'rules', id, 'cases')
  return existsSync(folder) ? readdirSync(folder).sort().map((name) => path.join(folder, name)) : []
}
