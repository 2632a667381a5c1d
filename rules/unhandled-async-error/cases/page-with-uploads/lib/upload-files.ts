// Written for both sides: on a server it reads the file from the disk.
import { readFile } from 'node:fs/promises'
import { keep } from './seats'

export function keepFile(file: File | string): void {
  if (typeof file !== 'string') return new FileReader().readAsText(file)
  setImmediate(async () => { // expect: unhandled-async-error
    await keep([await readFile(file, 'utf8')])
  })
}
