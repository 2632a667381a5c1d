/**
 * Code that a person named: configuration and plugins, in JavaScript or TypeScript.
 */
import path from 'node:path'
import { PACKAGE_ROOT } from '../package-root.js'

/** The module that such code imports as `backend-lint`: this one, wherever the code lies. */
const PUBLIC_INTERFACE = path.join(PACKAGE_ROOT, 'dist', 'src', 'index.js')

/**
 * The default export of a module; undefined where it has none.
 *
 * @param file absolute
 * @throws whatever the module throws, and what keeps it from being loaded
 */
export async function importModule(file: string): Promise<unknown> {
  const { createJiti } = await import('jiti')
  const jiti = createJiti(import.meta.url, { moduleCache: false, interopDefault: false, alias: { 'backend-lint': PUBLIC_INTERFACE } })
  const module = await jiti.import<Record<PropertyKey, unknown>>(file)
  // CommonJS exports one thing, by no name.
  const hasNames = '__esModule' in module || module[Symbol.toStringTag] === 'Module'
  return hasNames ? module.default : module
}
