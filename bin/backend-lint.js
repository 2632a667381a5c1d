#!/usr/bin/env node
import module, { createRequire } from 'node:module'
import path from 'node:path'

const program = path.join(import.meta.dirname, '..', 'dist', 'src', 'cli', 'main.cjs')
// Newer versions of Node keep compiled code between runs; for older ones we do: TypeScript alone is nine megabytes of it.
module.enableCompileCache?.()
const load = module.enableCompileCache ? createRequire(import.meta.url) : (await import('../dist/src/compiled-code.js')).requireKept

process.exitCode = await load(program).main(process.argv)
