/**
 * What init proposes for projects of different kinds, and that it works.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { LOOP, backendLint, git, project, repository } from './support/program.js'

const read = (folder: string, file: string) => readFileSync(path.join(folder, file), 'utf8')

describe('init --yes', () => {
  it('writes configuration, baseline, hook and workflow, after which nothing old is shown and nothing is left to do', () => {
    const folder = repository({ ...LOOP, 'package.json': JSON.stringify({ name: 'shop', dependencies: { '@prisma/client': '*', pg: '*' } }) })
    expect(backendLint(folder, []).code).toBe(1)
    const { code, stdout } = backendLint(folder, ['init', '--yes'])
    expect(code).toBe(0)
    expect(stdout).toContain('Wrote 1 finding to backend-lint-baseline.json')
    expect(parse(read(folder, 'backend-lint.config.yaml'))).toEqual({ extends: 'recommended', database: { dialect: 'postgresql' } })
    const workflow = parse(read(folder, '.github/workflows/backend-lint.yml')) as { on: string; jobs: { 'backend-lint': { steps: { run?: string }[] } } }
    expect(workflow.jobs['backend-lint'].steps.at(-1)?.run).toMatch(/^npx backend-lint@\d+\.\d+\.\d+ -f github -f pretty$/)
    expect(statSync(path.join(folder, '.git/hooks/pre-commit')).mode & 0o111).not.toBe(0)
    expect(backendLint(folder, []).code).toBe(0)
    expect(backendLint(folder, ['init']).stdout).toContain('Everything is set up already')
  })

  it('puts itself into husky and GitLab where they are used', () => {
    const folder = repository({ ...LOOP, 'pnpm-lock.yaml': '', '.husky/pre-commit': 'pnpm test', '.gitlab-ci.yml': 'test:\n  script: pnpm test\n' })
    backendLint(folder, ['init', '--yes'])
    expect(read(folder, '.husky/pre-commit')).toBe('pnpm test\npnpm dlx backend-lint --staged\n')
    expect(parse(read(folder, '.gitlab-ci.yml'))).toMatchObject({ test: { script: 'pnpm test' }, 'backend-lint': { artifacts: { reports: { codequality: 'gl-code-quality-report.json' } } } })
    expect(existsSync(path.join(folder, '.github'))).toBe(false)
  })

  it('puts itself into pre-commit and lefthook, or says what to add', () => {
    const folder = repository({ ...LOOP, '.pre-commit-config.yaml': 'repos:\n  - repo: local\n    hooks: []\n' })
    backendLint(folder, ['init', '--yes'])
    expect(parse(read(folder, '.pre-commit-config.yaml'))).toMatchObject({ repos: [{ hooks: [] }, { hooks: [{ id: 'backend-lint', entry: 'npx backend-lint --staged', pass_filenames: false }] }] })
    const empty = repository({ ...LOOP, 'lefthook.yml': 'pre-push:\n  commands: {}\n' })
    backendLint(empty, ['init', '--yes'])
    expect(parse(read(empty, 'lefthook.yml'))).toMatchObject({ 'pre-commit': { commands: { 'backend-lint': { run: 'npx backend-lint --staged' } } } })
    const used = repository({ ...LOOP, 'lefthook.yml': 'pre-commit:\n  commands: {}\n' })
    expect(backendLint(used, ['init', '--yes']).stdout).toContain('Add this to pre-commit.commands in lefthook.yml')
  })
})

it('asks, and says what to do where nobody can be asked', () => {
  const { code, stderr } = backendLint(project(LOOP), ['init'])
  expect(code).toBe(2)
  expect(stderr).toContain('Run backend-lint init --yes to write backend-lint.config.yaml')
})

it('checks what is staged in the hook it writes', () => {
  const folder = repository(LOOP)
  backendLint(folder, ['init', '--yes'])
  expect(git(folder, 'ls-files')).not.toContain('backend-lint.config.yaml')
  expect(read(folder, '.git/hooks/pre-commit')).toBe('#!/bin/sh\nexec npx backend-lint --staged\n')
})
