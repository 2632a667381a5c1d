import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Nobody gives another name. */
export function welcome(name = './templates/welcome.html') {
  return readFileSync(path.resolve(name), 'utf8') // expect-low: blocking-call
}
