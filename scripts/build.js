// Builds dist/: compiles TypeScript and puts the library models, which are data, beside the code that reads them.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const run = (script, ...args) => {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

run(path.join(root, 'scripts', 'generate.js'))
rmSync(path.join(root, 'dist'), { recursive: true, force: true })
run(createRequire(import.meta.url).resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json')
cpSync(path.join(root, 'src', 'libraries', 'models'), path.join(root, 'dist', 'src', 'libraries', 'models'), { recursive: true })

// The documentation of the tag vocabulary follows from its table.
const { tagsPage } = await import('../dist/src/libraries/tags-page.js')
const page = path.join(root, 'docs', 'library-models.md')
if (!existsSync(page) || readFileSync(page, 'utf8') !== tagsPage()) {
  mkdirSync(path.dirname(page), { recursive: true })
  writeFileSync(page, tagsPage())
}
