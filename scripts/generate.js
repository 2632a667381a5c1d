// Writes what follows from the rules' folders: rules/index.ts. With --check it writes nothing and fails when stale.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const ids = readdirSync(path.join(root, 'rules'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(path.join(root, 'rules', entry.name, 'rule.ts')))
  .map((entry) => entry.name)
  .sort()

const nameOf = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
const text = [
  '// Generated from the folders of rules by scripts/generate.js; add a folder, not a line.',
  "import type { RuleDefinition } from '../src/engine/rule.js'",
  ...ids.map((id) => `import ${nameOf(id)} from './${id}/rule.js'`),
  '',
  '/** Every shipped rule, by id. */',
  `export const rules: readonly RuleDefinition[] = [${ids.length ? `\n${ids.map((id) => `  ${nameOf(id)},\n`).join('')}` : ''}]`,
  '',
].join('\n')

const file = path.join(root, 'rules', 'index.ts')
const isStale = !existsSync(file) || readFileSync(file, 'utf8') !== text
if (isStale && process.argv.includes('--check')) {
  console.error('rules/index.ts is stale. Run: npm run generate')
  process.exit(1)
}
if (isStale) writeFileSync(file, text)
