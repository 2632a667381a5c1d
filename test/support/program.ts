/**
 * The built program as people run it.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach } from 'vitest'

/** The launcher. */
export const BIN = path.join(import.meta.dirname, '..', '..', 'bin', 'backend-lint.js')

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Variables of the environment that change what is printed, or which branch a change is compared with. */
const FOREIGN = /^(?:NO_COLOR|FORCE_COLOR|GITHUB_|CI$|CI_|AI_AGENT|\w*CLAUDE|\w*CURSOR|\w*COPILOT|\w*GEMINI|\w*CODEX|\w*OPENCODE|\w*GOOSE|REPL_ID|DEVIN|AUGMENT|GIT_)/

/** The number of the user `nobody`. */
const NOBODY = 65_534

/**
 * Runs the built program in a folder.
 *
 * @param asNobody as somebody to whom permissions apply, where the tests run as root
 * @param input what it reads from standard input
 */
export function backendLint(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}, asNobody = false, input = ''): Ended {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)))
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { cwd, encoding: 'utf8', input, env: { ...inherited, ...env }, maxBuffer: 64 * 1024 * 1024, ...(asNobody && process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY }) })
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

/** Runs git in a folder, as somebody whose name and settings are those of no machine. */
export function git(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgsign=false', '-c', 'core.hooksPath=/dev/null', '-c', 'protocol.file.allow=always', ...args], { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  return stdout
}

/** A temporary project in a git repository with one commit, on the branch main. */
export function repository(files: Readonly<Record<string, string>>): string {
  const folder = project(files)
  git(folder, 'init', '-q', '-b', 'main')
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '-m', 'Start')
  return folder
}
