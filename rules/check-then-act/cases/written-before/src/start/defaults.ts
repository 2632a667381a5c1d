import { readFile, writeFile } from 'node:fs/promises'

const DEFAULTS: Record<string, string> = { theme: 'light', locale: 'en' }

// Done when the first request comes, and the same whenever it is done again.
export const addDefaults = async () => {
  const settings = JSON.parse(await readFile('data/settings.json', 'utf8')) // expect-low: check-then-act
  for (const [name, value] of Object.entries(DEFAULTS)) settings[name] ??= value
  await writeFile('data/settings.json', JSON.stringify(settings))
}
