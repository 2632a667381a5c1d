/**
 * What belongs to a change, in real git repositories: --changed, --since, --staged.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { BIN, backendLint, git, project, repository } from './support/program.js'

const MANIFEST = JSON.stringify({ name: 'shop', dependencies: { '@prisma/client': '^6.0.0', express: '^5.0.0' } })
const CLIENT = "import { PrismaClient } from '@prisma/client'\nexport const prisma = new PrismaClient()\n"
const loop = (name: string) => `import { prisma } from './client'\nexport async function ${name}(ids: number[]) {\n  for (const id of ids) await prisma.${name}.findUnique({ where: { id } })\n}\n`
const SHOP = { 'package.json': MANIFEST, 'src/client.ts': CLIENT, 'src/orders.ts': loop('order'), 'src/items.ts': 'export const none = 0\n' }

/** Findings as `file:line rule`, and what was said about the comparison. */
function changed(folder: string, ...flags: string[]) {
  const { code, stdout, stderr } = backendLint(folder, [...flags, '-f', 'json'])
  const findings = code === 2 ? [] : (JSON.parse(stdout) as { findings: { file: string; line: number; rule: string }[] }).findings
  return { code, stderr, findings: findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`) }
}

const write = (folder: string, file: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), text)
}

describe('--changed', () => {
  it('shows what is in changed lines and in new files, committed on the branch or not, and nothing old', () => {
    const folder = repository(SHOP)
    git(folder, 'switch', '-q', '-c', 'work')
    write(folder, 'src/items.ts', loop('item'))
    git(folder, 'commit', '-q', '-a', '-m', 'Items')
    write(folder, 'src/seats.ts', loop('seat'))
    const { code, findings, stderr } = changed(folder, '--changed')
    expect(findings).toEqual(['src/items.ts:3 n-plus-one-query', 'src/seats.ts:3 n-plus-one-query'])
    expect(stderr).toMatch(/^2 files changed, compared with main \([0-9a-f]{9}\)\.$/m)
    expect(code).toBe(1)
  })

  it('is quiet where nothing changed', () => {
    const { code, findings, stderr } = changed(repository(SHOP), '--changed')
    expect({ code, findings }).toEqual({ code: 0, findings: [] })
    expect(stderr).toContain('Nothing is changed, compared with main')
  })

  it('shows a finding whose way leads through a changed line', () => {
    const direct = "import { prisma } from './client'\nexport const load = (id: number) => id\n"
    const folder = repository({ ...SHOP, 'src/orders.ts': "import { load } from './load'\nexport async function all(ids: number[]) {\n  for (const id of ids) await load(id)\n}\n", 'src/load.ts': direct })
    write(folder, 'src/load.ts', direct.replace('=> id', '=> prisma.order.findUnique({ where: { id } })'))
    expect(changed(folder, '--changed').findings).toEqual(['src/orders.ts:3 n-plus-one-query'])
  })

  it('shows a finding that the change made appear elsewhere', () => {
    const app = (limiter: string) => `import express from 'express'\nimport rateLimit from 'express-rate-limit'\nimport { login } from './login'\nexport const limiter = rateLimit({ limit: 5 })\nconst app = express()\n${limiter}app.use('/auth', login)\n`
    const login = "import { Router } from 'express'\nimport bcrypt from 'bcrypt'\nimport { prisma } from './client'\nexport const login = Router()\nlogin.post('/login', async (req, res) => {\n  const user = await prisma.user.findUnique({ where: { email: String(req.body.email) } })\n  if (!user || !(await bcrypt.compare(String(req.body.password), user.password))) return res.sendStatus(401)\n  res.json({ id: user.id })\n})\n"
    const manifest = JSON.stringify({ name: 'shop', dependencies: { '@prisma/client': '*', express: '^5.0.0', 'express-rate-limit': '*', bcrypt: '*' } })
    const folder = repository({ ...SHOP, 'package.json': manifest, 'src/app.ts': app("app.use('/auth', limiter)\n"), 'src/login.ts': login })
    expect(changed(folder, '--rule', 'missing-rate-limit').findings).toEqual([])
    write(folder, 'src/app.ts', app(''))
    expect(changed(folder, '--changed', '--rule', 'missing-rate-limit').findings).toEqual(['src/login.ts:5 missing-rate-limit'])
  })

  it('follows renamed files, and does not mind deleted ones', () => {
    const folder = repository({ ...SHOP, 'src/gone.ts': loop('seat') })
    renameSync(path.join(folder, 'src/orders.ts'), path.join(folder, 'src/purchases.ts'))
    rmSync(path.join(folder, 'src/gone.ts'))
    git(folder, 'add', '-A')
    expect(changed(folder, '--changed')).toMatchObject({ code: 0, findings: [] })
  })

  it('works with a detached head, in a shallow clone, and with a submodule', () => {
    const origin = repository(SHOP)
    write(origin, 'src/items.ts', loop('item'))
    git(origin, 'commit', '-q', '-a', '-m', 'Items')
    const detached = project({})
    git(detached, 'clone', '-q', `file://${origin}`, '.')
    git(detached, 'checkout', '-q', '--detach')
    write(detached, 'src/seats.ts', loop('seat'))
    expect(changed(detached, '--changed').findings).toEqual(['src/seats.ts:3 n-plus-one-query'])
    const shallow = project({})
    git(shallow, 'clone', '-q', '--depth', '1', `file://${origin}`, '.')
    git(shallow, 'submodule', '--quiet', 'add', `file://${origin}`, 'vendor/shop')
    write(shallow, 'src/seats.ts', loop('seat'))
    const { code, findings } = changed(shallow, '--changed')
    expect({ code, findings: findings.filter((one) => one.startsWith('src/')) }).toEqual({ code: 1, findings: ['src/seats.ts:3 n-plus-one-query'] })
  })

  it('says what is missing where there is no git', () => {
    const { code, stderr } = changed(project(SHOP), '--changed')
    expect(code).toBe(2)
    expect(stderr).toMatch(/--changed compares with what git knows, and .* is not in a git work tree/)
  })
})

describe('--since', () => {
  it('compares with a commit', () => {
    const folder = repository(SHOP)
    write(folder, 'src/items.ts', loop('item'))
    git(folder, 'commit', '-q', '-a', '-m', 'Items')
    expect(changed(folder, '--since', 'HEAD~1').findings).toEqual(['src/items.ts:3 n-plus-one-query'])
    expect(changed(folder, '--since', 'HEAD').findings).toEqual([])
  })

  it('names a commit that does not exist', () => {
    expect(changed(repository(SHOP), '--since', 'v9')).toMatchObject({ code: 2, stderr: expect.stringContaining('--since v9: git knows no such commit here') as string })
  })
})

describe('--staged', () => {
  it('checks what is in the index, not what is on disk', () => {
    const folder = repository(SHOP)
    write(folder, 'src/items.ts', loop('item'))
    git(folder, 'add', '-A')
    write(folder, 'src/items.ts', 'export const none = 1\n')
    write(folder, 'src/seats.ts', loop('seat'))
    expect(changed(folder, '--staged')).toMatchObject({ code: 1, findings: ['src/items.ts:3 n-plus-one-query'] })
  })

  it('sees a staged file that is gone from disk', () => {
    const folder = repository(SHOP)
    write(folder, 'src/seats.ts', loop('seat'))
    git(folder, 'add', '-A')
    rmSync(path.join(folder, 'src/seats.ts'))
    expect(changed(folder, '--staged').findings).toEqual(['src/seats.ts:3 n-plus-one-query'])
  })

  it('ends with 0 where nothing is staged, also before the first commit', () => {
    const folder = repository(SHOP)
    write(folder, 'src/items.ts', loop('item'))
    expect(changed(folder, '--staged')).toMatchObject({ code: 0, findings: [], stderr: expect.stringContaining('Nothing is staged') as string })
    const young = project(SHOP)
    git(young, 'init', '-q', '-b', 'main')
    git(young, 'add', '-A')
    expect(changed(young, '--staged').findings).toEqual(['src/orders.ts:3 n-plus-one-query'])
  })

  it('works below the top of the work tree', () => {
    const folder = repository({ 'README.md': 'Shop\n', ...Object.fromEntries(Object.entries(SHOP).map(([file, text]) => [`api/${file}`, text])) })
    write(folder, 'api/src/items.ts', loop('item'))
    git(folder, 'add', '-A')
    expect(changed(path.join(folder, 'api'), '--staged').findings).toEqual(['src/items.ts:3 n-plus-one-query'])
  })
})

describe('flags that do not go together', () => {
  it.each([
    [['--changed', '--staged'], '--changed and --staged ask for different changes'],
    [['--stdin'], '--stdin needs --stdin-filename'],
    [['--shard', '3/2'], 'no part of a whole'],
  ])('%s', (flags, message) => {
    const { code, stderr } = backendLint(project(SHOP), flags)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})

describe('baseline', () => {
  it('leaves known findings out, through moved lines, other formatting and renamed files, and shows new ones', () => {
    const folder = repository(SHOP)
    expect(backendLint(folder, ['baseline'])).toMatchObject({ code: 0, stdout: expect.stringContaining('Wrote 1 finding to backend-lint-baseline.json') as string })
    expect(readFileSync(path.join(folder, 'backend-lint-baseline.json'), 'utf8')).toMatch(/^\{\n {2}"version": 1,\n {2}"findings": \[\n {4}\{"rule":"n-plus-one-query","file":"src\/orders\.ts","scope":"order","fingerprint":"[0-9a-f]{16}"\}\n {2}\]\n\}\n$/)
    expect(changed(folder).findings).toEqual([])
    write(folder, 'src/purchases.ts', `// Moved.\n\n${loop('order').replaceAll('  ', '\t').replace('{ where: { id } }', '{\n      where: { id },\n    }')}`)
    rmSync(path.join(folder, 'src/orders.ts'))
    expect(changed(folder).findings).toEqual([])
    write(folder, 'src/items.ts', loop('item'))
    expect(changed(folder)).toMatchObject({ code: 1, findings: ['src/items.ts:3 n-plus-one-query'] })
    expect(changed(folder, '--no-baseline').findings).toHaveLength(2)
  })

  it('forgets what has gone with --prune, and takes nothing in', () => {
    const folder = repository({ ...SHOP, 'src/items.ts': loop('item') })
    backendLint(folder, ['baseline'])
    write(folder, 'src/items.ts', 'export const none = 0\n')
    write(folder, 'src/seats.ts', loop('seat'))
    expect(backendLint(folder, ['baseline', '--prune']).stdout).toBe('Forgot 1 finding in backend-lint-baseline.json; 1 finding left.\n')
    expect(changed(folder).findings).toEqual(['src/seats.ts:3 n-plus-one-query'])
  })

  it('does not fail on a merge of two branches that both took findings in', () => {
    const folder = repository({ ...SHOP, 'src/items.ts': loop('item'), 'src/seats.ts': loop('seat'), 'src/tickets.ts': loop('ticket') })
    backendLint(folder, ['baseline'])
    const entries = readFileSync(path.join(folder, 'backend-lint-baseline.json'), 'utf8').split('\n')
    expect(entries.filter((line) => line.includes('"rule"'))).toHaveLength(4)
    expect([...entries].filter((line) => line.includes('"rule"')).map((line) => line.replace(/,$/, '')).sort()).toEqual(entries.filter((line) => line.includes('"rule"')).map((line) => line.replace(/,$/, '')))
  })

  it('says what is wrong with a broken one', () => {
    const folder = project({ ...SHOP, 'backend-lint-baseline.json': '<<<<<<< ours\n' })
    const { code, stderr } = backendLint(folder, [])
    expect(code).toBe(2)
    expect(stderr).toContain('backend-lint-baseline.json is no baseline')
  })
})

describe('shards', () => {
  it('give the unsharded report when they are merged, byte for byte', () => {
    const folder = project({ ...SHOP, 'src/items.ts': loop('item'), 'src/seats.ts': loop('seat'), 'src/keys.ts': "export const key = 'sk_live_4eC39HqLyjWDarjtT1zdp7dcAA'\n" })
    const whole = backendLint(folder, ['-f', 'json']).stdout
    const parts = [3, 1, 2].map((index) => {
      backendLint(folder, ['--shard', `${index}/3`, '-f', `json=part-${index}.txt`])
      return `part-${index}.txt`
    })
    const merged = backendLint(folder, ['merge', ...parts, '-f', 'json'])
    expect(merged.stdout).toBe(whole)
    expect(merged.code).toBe(1)
    expect(backendLint(folder, ['merge', ...parts]).stdout).not.toContain('4eC39HqLyjWDarj')
    expect(backendLint(folder, ['merge', ...parts.slice(1)])).toMatchObject({ code: 2, stderr: expect.stringContaining('Part 3 of 3 is missing') as string })
  })
})

describe('--stdin', () => {
  it('checks unsaved text in the place of a file', () => {
    const folder = project(SHOP)
    const { code, stdout } = backendLint(folder, ['--stdin', '--stdin-filename', 'src/items.ts', '-f', 'compact'], {}, false, loop('item'))
    expect(stdout).toContain('src/items.ts:3')
    expect(stdout).not.toContain('src/orders.ts')
    expect(code).toBe(1)
  })
})

describe('for coding agents', () => {
  it('prints one line a finding by itself', () => {
    const { stdout } = backendLint(project(SHOP), [], { AI_AGENT: 'claude' })
    expect(stdout.split('\n')[0]).toMatch(/^src\/orders\.ts:3:\d+ \w+ n-plus-one-query: /)
  })
})

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'])('for %s names commands, flags and rules', (shell) => {
    const { code, stdout } = backendLint(project(SHOP), ['completion', shell])
    expect(code).toBe(0)
    for (const word of ['baseline', 'explain', 'staged', 'n-plus-one-query']) expect(stdout).toContain(word)
  })
})

describe('--cache', () => {
  it('tells the same again without looking, until something changes', () => {
    const folder = repository({ ...SHOP, 'src/keys.ts': "export const key = 'sk_live_4eC39HqLyjWDarjtT1zdp7dcAA'\n" })
    const run = (...flags: string[]) => backendLint(folder, ['--cache', '-f', 'json', ...flags])
    const first = run()
    const again = run('--timing')
    expect((JSON.parse(again.stdout) as { findings: unknown }).findings).toEqual((JSON.parse(first.stdout) as { findings: unknown }).findings)
    expect(run().stdout).toBe(first.stdout)
    // Nothing was parsed for it.
    expect(Object.keys((JSON.parse(again.stdout) as { timing: { phases: object } }).timing.phases)).not.toContain('parse')
    write(folder, 'src/items.ts', loop('item'))
    expect((JSON.parse(run().stdout) as { findings: unknown[] }).findings).toHaveLength((JSON.parse(first.stdout) as { findings: unknown[] }).findings.length + 1)
    expect(Object.keys((JSON.parse(run('--no-cache', '--timing').stdout) as { timing: { phases: object } }).timing.phases)).toContain('parse')
  })

  it('lies where it is told, and holds no secret', () => {
    const folder = project({ ...SHOP, 'src/keys.ts': "export const key = 'sk_live_4eC39HqLyjWDarjtT1zdp7dcAA'\n" })
    backendLint(folder, ['--cache-location', 'kept'])
    const entries = readdirSync(path.join(folder, 'kept'))
    expect(entries).toHaveLength(1)
    expect(readFileSync(path.join(folder, 'kept', entries[0] ?? ''), 'utf8')).not.toContain('4eC39HqLyjWDarj')
  })
})

describe('--watch', () => {
  it('checks again when a file changes, and ends when it is interrupted', async () => {
    const folder = project(SHOP)
    const watching = spawn(process.execPath, [BIN, '--watch', '-f', 'compact'], { cwd: folder, env: { ...process.env, AI_AGENT: '' } })
    let output = ''
    const seen = async (text: string, count: number) => {
      const until = Date.now() + 60_000
      while (output.split(text).length - 1 < count) {
        if (Date.now() > until) throw new Error(`"${text}" was not seen ${count} times in: ${output}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
    watching.stdout.on('data', (data: Buffer) => (output += data.toString()))
    watching.stderr.on('data', (data: Buffer) => (output += data.toString()))
    const ended = new Promise<number | null>((resolve) => watching.once('exit', resolve))
    await seen('Watching for changes', 1)
    expect(output).toContain('src/orders.ts:3')
    expect(output).not.toContain('src/items.ts:3')
    // The watcher tells that it is ready by nothing but what it sees.
    const touch = setInterval(() => write(folder, 'src/items.ts', loop('item')), 500)
    await seen('src/items.ts:3', 1).finally(() => clearInterval(touch))
    watching.kill('SIGINT')
    expect(await ended).toBe(1)
  })
})
