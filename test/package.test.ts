/**
 * The packed tarball, installed into an empty folder, runs through npx.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { LOOP } from './support/program.js'

const ROOT = path.join(import.meta.dirname, '..')
const folder = mkdtempSync(path.join(os.tmpdir(), 'backend-lint-package-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function npm(args: readonly string[], cwd: string): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync('npm', [...args], { cwd, encoding: 'utf8', shell: process.platform === 'win32', env: { ...process.env, npm_config_loglevel: 'error' } })
  return { code: status, stdout, stderr }
}

describe('the package', () => {
  it('holds the program, its models, pages and schemas, and runs where it is installed', () => {
    const packed = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], ROOT)
    expect(packed.code, packed.stderr).toBe(0)
    const [{ filename, files }] = JSON.parse(packed.stdout) as [{ filename: string; files: { path: string }[] }]
    const names = files.map((file) => file.path)
    for (const name of ['bin/backend-lint.js', 'dist/src/index.js', 'dist/src/index.d.ts', 'dist/licenses.txt', 'dist/src/libraries/models/prisma-client.d.ts', 'rules/sql-injection/README.md', 'schema/backend-lint.schema.json', 'schema/report.schema.json', 'LICENSE', 'README.md'])
      expect(names).toContain(name)
    expect(names.filter((name) => /^(?:src|test|fixtures)\/|\/cases\//.test(name))).toEqual([])

    const project = path.join(folder, 'shop')
    for (const [name, text] of Object.entries(LOOP)) {
      mkdirSync(path.dirname(path.join(project, name)), { recursive: true })
      writeFileSync(path.join(project, name), text)
    }
    // The dependencies are those of the repository, so that the test needs no network; the package itself is unpacked.
    const home = path.join(project, 'node_modules', 'backend-lint')
    mkdirSync(home, { recursive: true })
    expect(spawnSync('tar', ['-xzf', path.join(folder, filename), '-C', home, '--strip-components=1']).status).toBe(0)
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(home, 'node_modules'))
    mkdirSync(path.join(project, 'node_modules', '.bin'))
    symlinkSync(path.join(home, 'bin', 'backend-lint.js'), path.join(project, 'node_modules', '.bin', 'backend-lint'))

    const ran = npm(['exec', '--', 'backend-lint', '--format', 'compact'], project)
    expect(ran.stdout).toContain('src/orders.ts:5')
    expect(ran.code).toBe(1)
  })

  it('declares what it needs at run time, and nothing else', () => {
    const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
    const imported = new Set<string>()
    const texts = (pattern: string, kind: string) => spawnSync('grep', ['-rhoE', pattern, 'dist', 'bin', `--include=*.${kind}`], { cwd: ROOT, encoding: 'utf8' }).stdout
    const walk = texts(String.raw`from ["'][^."'][^"']*["']`, 'js') + texts(String.raw`require\("[^."][^"]*"\)`, 'cjs')
    for (const [, name = ''] of walk.matchAll(/["']([^"']+)["']/g)) if (/^@?[a-z]/.test(name) && !name.startsWith('node:') && !builtinModules.includes(name)) imported.add(name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? ''))
    expect([...imported].filter((name) => !(name in dependencies))).toEqual([])
    // Parsers are loaded by `require` when the first text needs them.
    const isNamed = (name: string) => spawnSync('grep', ['-rlF', name, 'dist', '--include=*.cjs'], { cwd: ROOT }).status === 0
    expect(Object.keys(dependencies).filter((name) => !imported.has(name) && !isNamed(name))).toEqual([])
  })
})
