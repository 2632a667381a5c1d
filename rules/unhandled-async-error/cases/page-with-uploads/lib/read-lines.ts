// A route takes it.
import { keep } from './seats'

export function readLines(text: string): void {
  text.split('\n').forEach(async (line) => { // expect: unhandled-async-error
    await keep([line])
  })
}
