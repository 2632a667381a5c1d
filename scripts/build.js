// Builds dist/: declarations by the compiler, code bundled into a few files, and the library models, which are data.
//
// Loading three hundred modules takes Node longer than checking a small backend does. Packages stay outside: they are
// installed beside, and most are loaded only when something needs them. The exception is the parser of Prisma schemas,
// which is made of three hundred files itself.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createJiti } from 'jiti'
import { rolldown } from 'rolldown'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const run = (script, ...args) => {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

/** What is loaded from outside: the program, the library, the plugin and the worker that it starts. */
const ENTRIES = ['src/cli/main', 'src/index', 'src/hosts/eslint/plugin', 'src/hosts/eslint/worker']

/** Packages that are bundled, and those they bring. */
const BUNDLED = /^(?:@mrleebo\/prisma-ast|lilconfig|@?chevrotain(?:\/.*)?|lodash-es(?:\/.*)?)$/

/**
 * Importing a CommonJS package makes Node read all its text for the names it exports; of TypeScript that is nine
 * megabytes. It is required by its path, so that its compiled code is kept where ours is.
 */
const requireTypeScript = {
  name: 'require-typescript',
  resolveId: (id) => (id === 'ts-morph' ? { id: '\0ts-morph' } : undefined),
  load: (id) => (id === '\0ts-morph' ? `import { typescriptFile } from ${JSON.stringify(path.join(root, 'src', 'typescript-file.ts'))}\nexport const ts = require(typescriptFile(require.resolve))\n` : undefined),
}

/**
 * A package of ES modules that is required gives its modules as they are; what rolldown makes of it takes it for one of
 * CommonJS, all of which would be the default export.
 */
const TAKEN_FOR_COMMONJS = 'isNodeMode || !mod || !mod.__esModule'
const readRequiredModules = {
  name: 'read-required-modules',
  renderChunk(code, { name }) {
    if (name !== 'rolldown-runtime') return undefined
    if (!code.includes(TAKEN_FOR_COMMONJS)) throw new Error('The runtime of rolldown has changed: look at how it reads default exports of packages.')
    return code.replace(TAKEN_FOR_COMMONJS, "(isNodeMode && mod?.[Symbol.toStringTag] !== 'Module') || !mod || !mod.__esModule")
  },
}

/** The terms under which the packages that bundled files come from may be passed on: with their text. */
function licensesOf(files) {
  const folders = new Set(files.flatMap((file) => file.match(/^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/)?.[0] ?? []))
  return [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    const text = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    if (text === undefined) throw new Error(`${name} brings no text of its license (${license}).`)
    return `${name} ${version} (${license})\n\n${readFileSync(path.join(folder, text), 'utf8').trim()}\n`
  }).join(`\n${'-'.repeat(80)}\n\n`)
}

run(path.join(root, 'scripts', 'generate.js'))
rmSync(path.join(root, 'dist'), { recursive: true, force: true })
run(createRequire(import.meta.url).resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json')

const isOutside = (id) => !id.startsWith('.') && !id.startsWith('\0') && !path.isAbsolute(id) && id !== 'ts-morph' && !BUNDLED.test(id)
const bundle = await rolldown({
  cwd: root,
  input: Object.fromEntries(ENTRIES.map((entry) => [entry, `${entry}.ts`])),
  external: isOutside,
  platform: 'node',
  plugins: [requireTypeScript, readRequiredModules],
})
// CommonJS, of which compiled code can be kept between runs by every version of Node.
const { output } = await bundle.write({ dir: path.join(root, 'dist'), format: 'cjs', exports: 'named', dynamicImportInCjs: false, entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs', comments: false })
for (const { isEntry, name, fileName, exports } of output) {
  // The program is started from outside of what others import.
  if (!isEntry || name === ENTRIES[0]) continue
  const parts = exports.map((part) => (part === 'default' ? 'export default loaded.default' : `export const ${part} = loaded.${part}`))
  writeFileSync(path.join(root, 'dist', `${name}.js`), [`import { createRequire } from 'node:module'`, '', `const loaded = createRequire(import.meta.url)('./${path.basename(fileName)}')`, ...parts, ''].join('\n'))
}
await bundle.close()
writeFileSync(path.join(root, 'dist', 'licenses.txt'), licensesOf(output.flatMap((chunk) => chunk.moduleIds ?? [])))
// What loads the program has to be there before it.
const loader = await rolldown({ cwd: root, input: 'src/compiled-code.ts', external: isOutside, platform: 'node' })
await loader.write({ dir: path.join(root, 'dist', 'src'), format: 'esm', comments: false })
await loader.close()
cpSync(path.join(root, 'src', 'libraries', 'models'), path.join(root, 'dist', 'src', 'libraries', 'models'), { recursive: true })

// The documentation of the tag vocabulary follows from its table.
const { tagsPage } = await createJiti(import.meta.url).import('../src/libraries/tags-page.ts')
const page = path.join(root, 'docs', 'library-models.md')
if (!existsSync(page) || readFileSync(page, 'utf8') !== tagsPage()) {
  mkdirSync(path.dirname(page), { recursive: true })
  writeFileSync(page, tagsPage())
}
