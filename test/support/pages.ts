/**
 * Samples in the pages of rules.
 */
import { pageOf } from '../../src/engine/registry.js'

export interface Sample {
  readonly code: string
  /** Whether the page says that the rule reports it. */
  readonly isWrong: boolean
}

/** TypeScript samples under the headings "Wrong" and "Right" of a rule's page. */
export function samplesOf(id: string): Sample[] {
  const samples: Sample[] = []
  let heading = ''
  for (const part of pageOf(id).split(/^(## .*)$/m)) {
    if (part.startsWith('## ')) {
      heading = part.slice(3).trim()
      continue
    }
    if (heading !== 'Wrong' && heading !== 'Right') continue
    for (const match of part.matchAll(/```ts\n([^]*?)```/g)) samples.push({ code: match[1] ?? '', isWrong: heading === 'Wrong' })
  }
  return samples
}
