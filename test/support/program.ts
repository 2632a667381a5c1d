/**
 * The built program as people run it.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach } from 'vitest'

const BIN = path.join(import.meta.dirname, '..', '..', 'bin', 'backend-lint.js')

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The number of the user `nobody`. */
const NOBODY = 65_534

/**
 * Runs the built program in a folder.
 *
 * @param asNobody as somebody to whom permissions apply, where the tests run as root
 */
export function backendLint(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}, asNobody = false): Ended {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:NO_COLOR|FORCE_COLOR|GITHUB_|CI$)/.test(name)))
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { cwd, encoding: 'utf8', env: { ...inherited, ...env }, maxBuffer: 64 * 1024 * 1024, ...(asNobody && process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY }) })
  return { code: status, stdout, stderr }
}

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A temporary project of these files; removed after the test. */
export function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'backend-lint-test-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return folder
}

/** A project with one N+1 query. */
export const LOOP = {
  'package.json': JSON.stringify({ name: 'shop', dependencies: { '@prisma/client': '^6.0.0' } }),
  'src/orders.ts': [
    "import { PrismaClient } from '@prisma/client'",
    'const prisma = new PrismaClient()',
    'export async function load(ids: number[]) {',
    '  const found = []',
    '  for (const id of ids) found.push(await prisma.order.findUnique({ where: { id } }))',
    '  return found',
    '}',
    '',
  ].join('\n'),
}
