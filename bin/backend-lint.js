#!/usr/bin/env node
import module from 'node:module'

// Newer versions of Node keep compiled code between runs; TypeScript alone is nine megabytes of it.
module.enableCompileCache?.()

const { main } = await import('../dist/src/cli/main.js')
process.exitCode = await main(process.argv)
