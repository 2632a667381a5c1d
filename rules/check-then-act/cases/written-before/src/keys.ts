import { readFile, writeFile } from 'node:fs/promises'

export async function rotateKeys() {
  const keys = JSON.parse(await readFile('data/keys.json', 'utf8')) // expect: check-then-act
  keys.unshift(crypto.randomUUID())
  await writeFile('data/keys.json', JSON.stringify(keys))
}
