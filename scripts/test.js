// Runs every test. The real packages that models, cases and sample backends are checked against are installed first,
// apart from the tool's own dependencies and without their install scripts. Not by `npm ci`: it refuses a lock file that
// leaves out binaries of other platforms, and nothing here runs. With --install nothing else is done.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const types = path.join(root, 'test', 'types')
const stamp = path.join(types, 'node_modules', '.installed')
const lock = createHash('sha256').update(readFileSync(path.join(types, 'package-lock.json'))).digest('hex')

const run = (command, args, cwd) => {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.log('Installing the packages that tests check against ...')
  run('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], types)
  writeFileSync(stamp, lock)
}
// CI installs while it checks other things.
if (process.argv[2] === '--install') process.exit()
// End-to-end tests run the built program.
if (!existsSync(path.join(root, 'dist', 'src', 'cli', 'main.js')) || process.env.BACKEND_LINT_BUILD !== 'skip') run(process.execPath, [path.join(root, 'scripts', 'build.js')], root)
run(process.execPath, [path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs'), 'run', ...process.argv.slice(2)], root)
