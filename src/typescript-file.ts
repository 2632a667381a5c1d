/**
 * Where the TypeScript that ts-morph brings lies: the build puts it in place of `import { ts } from 'ts-morph'`.
 * ts-morph itself, and the standard library that it carries as text, are not needed to read code.
 */
import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * @param resolve finds packages from this one
 * @returns the absolute path of its file of CommonJS
 */
export function typescriptFile(resolve: (id: string) => string): string {
  return path.join(path.dirname(createRequire(resolve('ts-morph')).resolve('@ts-morph/common')), 'typescript.js')
}
