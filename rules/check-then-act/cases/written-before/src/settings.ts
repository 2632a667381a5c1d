import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { addDefaults } from './start/defaults'

export async function readSettings() {
  if (!existsSync('data/settings.json')) await addDefaults()
  return JSON.parse(await readFile('data/settings.json', 'utf8'))
}
