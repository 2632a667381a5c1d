/**
 * What the manifest of this package says; loads nothing else, so that `--version` is instant.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { PACKAGE_ROOT } from '../package-root.js'

/** Name and version for reports. */
export function toolInfo(): { name: string; version: string } {
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string }
  return { name: 'backend-lint', version }
}
