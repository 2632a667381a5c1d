/**
 * The doors that the repository ships and the recipes of its pages, executed in temporary git repositories.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { LOOP, git, repository } from './support/program.js'

const ROOT = path.join(import.meta.dirname, '..')
const TYPES = path.join(ROOT, 'test', 'types', 'node_modules')
const PAGE = readFileSync(path.join(ROOT, 'docs', 'where-it-runs.md'), 'utf8')
const CLEAN = { ...LOOP, 'src/orders.ts': 'export const none = 0\n' }

/** The code of the recipe that begins with these words. */
function recipe(words: string): string {
  const text = PAGE.slice(PAGE.indexOf(`\n${words}`))
  return /```\w+\n([^]*?)```/.exec(text)?.[1] ?? ''
}

/** A repository in which `npx backend-lint` and the binaries of some packages are installed, with a mistake staged. */
function staged(packages: readonly string[] = []): string {
  const folder = repository({ ...CLEAN, '.gitignore': 'node_modules\n' })
  const bin = path.join(folder, 'node_modules', '.bin')
  mkdirSync(bin, { recursive: true })
  symlinkSync(path.join(ROOT, 'bin', 'backend-lint.js'), path.join(bin, 'backend-lint'))
  for (const name of packages) if (existsSync(path.join(TYPES, '.bin', name))) symlinkSync(path.join(TYPES, '.bin', name), path.join(bin, name))
  writeFileSync(path.join(folder, 'src/orders.ts'), LOOP['src/orders.ts'])
  git(folder, 'add', '-A')
  return folder
}

function run(folder: string, command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const identity = { GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.com', GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.com', AI_AGENT: '' }
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...identity, PATH: `${path.join(folder, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`, CI: '', ...env } })
  return { code: status, output: stdout + stderr }
}

const commit = (folder: string) => run(folder, 'git', ['commit', '-m', 'Loop'])

/** The commit with the mistake is refused; after it is mended it goes through. */
function guards(folder: string): void {
  const refused = commit(folder)
  expect(refused.output).toContain('n-plus-one-query')
  expect(refused.code).not.toBe(0)
  writeFileSync(path.join(folder, 'src/orders.ts'), 'export const none = 1\n')
  git(folder, 'add', '-A')
  expect(commit(folder)).toMatchObject({ code: 0 })
}

describe('before a commit', () => {
  it('husky', () => {
    const folder = staged(['husky'])
    run(folder, 'husky', [])
    writeFileSync(path.join(folder, '.husky', 'pre-commit'), recipe('husky, in'))
    guards(folder)
  })

  it('lefthook', () => {
    const folder = staged(['lefthook'])
    writeFileSync(path.join(folder, 'lefthook.yml'), recipe('lefthook, in'))
    expect(run(folder, 'lefthook', ['install'])).toMatchObject({ code: 0 })
    guards(folder)
  })

  it('lint-staged', () => {
    const folder = staged(['lint-staged'])
    writeFileSync(path.join(folder, '.lintstagedrc.json'), recipe('lint-staged, in'))
    const hook = path.join(folder, '.git', 'hooks', 'pre-commit')
    writeFileSync(hook, '#!/bin/sh\nexec lint-staged\n')
    chmodSync(hook, 0o755)
    guards(folder)
  })

  it.each([
    ['the hook that is shipped', () => (parse(readFileSync(path.join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[])[0]],
    ['the hook of a project', () => (parse(recipe('pre-commit, in')) as { repos: { hooks: Hook[] }[] }).repos[0]?.hooks[0]],
  ])('pre-commit: %s', (_, read) => {
    const hook = read()
    expect(hook).toMatchObject({ id: 'backend-lint', pass_filenames: false, require_serial: true })
    if (hook?.files !== undefined) for (const file of ['src/a.ts', 'prisma/schema.prisma', '.env.production', 'Dockerfile']) expect(file).toMatch(new RegExp(hook.files))
    const folder = staged()
    // As pre-commit calls it: the entry, split like a shell does, in the top of the repository.
    const [command = '', ...args] = (hook?.entry ?? '').split(' ')
    const { code, output } = run(folder, command, args)
    expect(output).toContain('n-plus-one-query')
    expect(code).toBe(1)
  })
})

interface Hook {
  readonly id: string
  readonly entry: string
  readonly files?: string
}

describe('in a pipeline', () => {
  const action = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { default: string; description: string }>
    runs: { using: string; steps: { run: string; shell: string; env: Record<string, string> }[] }
  }
  /** `npx --yes backend-lint@latest` would ask a registry; this one runs what is built. */
  const npx = (folder: string) => {
    const file = path.join(folder, 'node_modules', '.bin', 'npx')
    writeFileSync(file, '#!/bin/sh\n[ "$1" = --yes ] && shift\ncase "$1" in backend-lint@*) shift ;; *) echo "unexpected $1" >&2; exit 9 ;; esac\nexec backend-lint "$@"\n')
    chmodSync(file, 0o755)
  }
  const step = action.runs.steps[0]
  const inputs = (given: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(step?.env ?? {}).map(([name, value]) => {
        const input = /\$\{\{ inputs\.([\w-]+) \}\}/.exec(value)?.[1] ?? ''
        expect(action.inputs[input]).toBeDefined()
        return [name, given[input] ?? action.inputs[input]?.default ?? '']
      }),
    )

  it('the action prints annotations, writes the files it is asked for, and fails', () => {
    const folder = staged()
    npx(folder)
    const { code, output } = run(folder, 'bash', ['-c', step?.run ?? ''], inputs({ 'sarif-file': 'out/report.sarif', 'markdown-file': 'comment.md', args: '--confidence low src' }))
    expect(output).toContain('::error file=src/orders.ts')
    expect(code).toBe(1)
    expect(readFileSync(path.join(folder, 'out/report.sarif'), 'utf8')).toContain('"version": "2.1.0"')
    expect(readFileSync(path.join(folder, 'comment.md'), 'utf8')).toContain('backend-lint: 1 finding')
  })

  it('the action takes inputs for what they are, not for code', () => {
    const folder = staged()
    npx(folder)
    run(folder, 'bash', ['-c', step?.run ?? ''], inputs({ args: '$(touch pwned) ; touch pwned', 'sarif-file': '$(touch pwned).sarif' }))
    expect(existsSync(path.join(folder, 'pwned'))).toBe(false)
    expect(step?.run).not.toContain('${{')
  })

  it('the template for GitLab writes its report and fails', () => {
    const folder = staged()
    npx(folder)
    const job = (parse(readFileSync(path.join(ROOT, 'docs', 'gitlab-ci.yml'), 'utf8')) as Record<string, { script: string[]; variables: Record<string, string>; artifacts: { reports: { codequality: string } } }>)['backend-lint']
    const { code } = run(folder, 'bash', ['-ec', job?.script.join('\n') ?? ''], job?.variables)
    expect(code).toBe(1)
    const issues = JSON.parse(readFileSync(path.join(folder, job?.artifacts.reports.codequality ?? ''), 'utf8')) as { check_name: string }[]
    expect(issues.map(({ check_name }) => check_name)).toEqual(['n-plus-one-query'])
  })
})
