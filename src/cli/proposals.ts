/**
 * What a project lacks to be checked on every change, from what is there: package manager, hooks, pipelines.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { BASELINE_FILE } from '../engine/baseline.js'
import { toolInfo } from '../engine/package.js'

interface Common {
  /** Relative to the root. */
  readonly file: string
  readonly question: string
  /** Said when it is done. */
  readonly done: string
}

export type Proposal =
  | (Common & { readonly kind: 'file'; readonly text: string; readonly isExecutable?: boolean })
  | (Common & { readonly kind: 'append'; readonly text: string })
  | (Common & { readonly kind: 'baseline' | 'instruction' })

type Manager = 'npm' | 'pnpm' | 'yarn' | 'bun'

const RUN: Readonly<Record<Manager, string>> = { npm: 'npx backend-lint', pnpm: 'pnpm dlx backend-lint', yarn: 'yarn dlx backend-lint', bun: 'bunx backend-lint' }
const LOCAL: Readonly<Record<Manager, string>> = { npm: 'npx backend-lint', pnpm: 'pnpm exec backend-lint', yarn: 'yarn backend-lint', bun: 'bun run backend-lint' }

/** Configuration files that are found by name. */
const CONFIGURATION = ['backend-lint.config.yaml', 'backend-lint.config.yml', 'backend-lint.config.json', '.backend-lintrc', '.backend-lintrc.yaml', '.backend-lintrc.yml', '.backend-lintrc.json']

/**
 * @param root absolute root of the workspace
 * @returns what is missing, in the order in which it is done
 */
export function proposals(root: string): readonly Proposal[] {
  const has = (file: string) => existsSync(path.join(root, file))
  const manifest = readManifest(path.join(root, 'package.json'))
  const command = 'backend-lint' in manifest.dependencies ? LOCAL[managerOf(root)] : RUN[managerOf(root)]
  return [
    ...(CONFIGURATION.some(has) || manifest.hasOwnConfiguration ? [] : [configuration(manifest)]),
    ...(has(BASELINE_FILE) ? [] : [{ kind: 'baseline' as const, file: BASELINE_FILE, question: 'Remember the findings there are now, so that only new ones fail?', done: '' }]),
    ...hook(root, manifest, command),
    ...workflow(root, managerOf(root)),
  ]
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, unknown>>
  readonly hasOwnConfiguration: boolean
  readonly hasLintStaged: boolean
}

function readManifest(file: string): Manifest {
  let value: Record<string, unknown> = {}
  try {
    value = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as Record<string, unknown>
  } catch {
    // None, or a broken one: there is nothing to learn from it.
  }
  const { dependencies, devDependencies } = value as Record<string, Record<string, unknown> | undefined>
  return { dependencies: { ...dependencies, ...devDependencies }, hasOwnConfiguration: value['backend-lint'] !== undefined, hasLintStaged: value['lint-staged'] !== undefined }
}

function managerOf(root: string): Manager {
  const has = (file: string) => existsSync(path.join(root, file))
  if (has('pnpm-lock.yaml') || has('pnpm-workspace.yaml')) return 'pnpm'
  if (has('yarn.lock')) return 'yarn'
  return has('bun.lock') || has('bun.lockb') ? 'bun' : 'npm'
}

/** Drivers whose migrations lock differently; the server's version only its operators know. */
const DIALECTS = [
  ['postgresql', ['pg', 'postgres', 'slonik', 'pg-promise', '@mikro-orm/postgresql']],
  ['mysql', ['mysql2', 'mysql', 'mariadb', '@mikro-orm/mysql']],
  ['sqlite', ['better-sqlite3', 'sqlite3', '@mikro-orm/better-sqlite']],
] as const

function configuration({ dependencies }: Manifest): Proposal {
  // Where drivers of several are installed, only its operators know which one the data lies in.
  const spoken = DIALECTS.filter(([, packages]) => packages.some((name) => name in dependencies))
  const dialect = spoken.length === 1 ? spoken[0]?.[0] : undefined
  const lines = [
    ...('backend-lint' in dependencies ? ['# yaml-language-server: $schema=./node_modules/backend-lint/schema/backend-lint.schema.json'] : []),
    'extends: recommended',
    '# Tables that stay small need no limits and may be read in loops; huge ones raise severity.',
    '# tables: { countries: small, events: huge }',
    ...(dialect ? [`database: { dialect: ${dialect} }`] : []),
    '',
  ]
  return { kind: 'file', file: 'backend-lint.config.yaml', question: 'Write a configuration?', done: 'Wrote backend-lint.config.yaml.', text: lines.join('\n') }
}

function hook(root: string, { dependencies, hasLintStaged }: Manifest, command: string): Proposal[] {
  const read = (file: string) => (existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : undefined)
  const check = `${command} --staged`
  const lefthook = ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml'].find((file) => read(file) !== undefined)
  const question = 'Check what is staged before each commit?'
  const files = [...['.husky/pre-commit', '.pre-commit-config.yaml', '.git/hooks/pre-commit'], ...(lefthook ? [lefthook] : [])]
  if (files.some((file) => read(file)?.includes('backend-lint'))) return []
  if (existsSync(path.join(root, '.husky')) || 'husky' in dependencies)
    return [{ kind: 'append', file: '.husky/pre-commit', question, done: 'Added backend-lint to .husky/pre-commit.', text: `${check}\n` }]
  if (lefthook && !/^pre-commit:/m.test(read(lefthook) ?? ''))
    return [{ kind: 'append', file: lefthook, question, done: `Added backend-lint to ${lefthook}.`, text: `pre-commit:\n  commands:\n    backend-lint:\n      run: ${check}\n` }]
  if (lefthook) return [{ kind: 'instruction', file: lefthook, question, done: `Add this to pre-commit.commands in ${lefthook}:\n  backend-lint:\n    run: ${check}` }]
  if (read('.pre-commit-config.yaml') !== undefined)
    return [{ kind: 'append', file: '.pre-commit-config.yaml', question, done: 'Added backend-lint to .pre-commit-config.yaml.', text: preCommit(check) }]
  if (hasLintStaged) return []
  if (existsSync(path.join(root, '.git', 'hooks')) && read('.git/hooks/pre-commit') === undefined)
    return [{ kind: 'file', file: '.git/hooks/pre-commit', question, done: 'Wrote .git/hooks/pre-commit (for this clone only; husky or lefthook share hooks).', text: `#!/bin/sh\nexec ${check}\n`, isExecutable: true }]
  return []
}

/** An entry at the end of `repos:`, which is the last key in nearly every such file. */
function preCommit(check: string): string {
  return ['  - repo: local', '    hooks:', '      - id: backend-lint', '        name: backend-lint', `        entry: ${check}`, '        language: system', '        pass_filenames: false', '        require_serial: true', ''].join('\n')
}

function workflow(root: string, manager: Manager): Proposal[] {
  const has = (file: string) => existsSync(path.join(root, file))
  const question = 'Check every pull request?'
  const run = `${RUN[manager].replace('backend-lint', `backend-lint@${toolInfo().version}`)}`
  if (has('.gitlab-ci.yml')) {
    if (readFileSync(path.join(root, '.gitlab-ci.yml'), 'utf8').includes('backend-lint')) return []
    const text = ['', 'backend-lint:', '  image: node:22', '  stage: test', `  script: ${run} -f gitlab=gl-code-quality-report.json -f pretty`, '  artifacts:', '    when: always', '    reports: { codequality: gl-code-quality-report.json }', '  rules:', '    - if: $CI_MERGE_REQUEST_IID', ''].join('\n')
    return [{ kind: 'append', file: '.gitlab-ci.yml', question, done: 'Added a job to .gitlab-ci.yml.', text }]
  }
  const file = '.github/workflows/backend-lint.yml'
  if (has(file) || !(has('.github') || has('.git'))) return []
  const text = [
    'name: backend-lint',
    'on: pull_request',
    'permissions: { contents: read }',
    'jobs:',
    '  backend-lint:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v4',
    '      - uses: actions/setup-node@v4',
    '        with: { node-version: 22 }',
    `      - run: ${run} -f github -f pretty`,
    '',
  ].join('\n')
  return [{ kind: 'file', file, question, done: `Wrote ${file}.`, text }]
}
