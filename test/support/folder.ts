/**
 * Temporary folders for tests.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach } from 'vitest'

const made: string[] = []

/**
 * Writes files into a new folder, which goes after the test. Call it inside tests.
 *
 * @param files text by path relative to the folder
 * @returns absolute path of the folder, without symbolic links
 */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'backend-lint-test-')))
  made.push(folder)
  for (const [relative, text] of Object.entries(files)) {
    const file = path.join(folder, relative)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return folder
}

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})
