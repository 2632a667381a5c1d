import { readdirSync, readFileSync } from 'node:fs'

export function allTexts(folder: string): string[] {
  return readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
}

export function pricesOf(season: string): string {
  return readFileSync(`/var/prices/${season}.txt`, 'utf8') // expect: blocking-call
}
