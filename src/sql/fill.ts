/**
 * Fills what is put in at run time until a parser accepts the text.
 */
import { HOLE, type Token } from './scan.js'
import type { Parsed } from './parsers.js'

/** A tree, and what was done to get it. */
export interface Filled<T> {
  readonly tree: T
  /** Interpolations that were left out, as positions in the tokens. */
  readonly leftOut: readonly number[]
  /** An interpolation stands where a comparison does: which one is not known. */
  readonly guessedOperator: boolean
}

/** Texts given to the parser at most. */
const MOST_ATTEMPTS = 14

/**
 * Tries the alternatives of holes and placeholders, guided by where the parser stops.
 *
 * @param dialect which spelling of the tokens the parser reads
 * @returns undefined when nothing was accepted
 */
export function fill<T>(tokens: readonly Token[], dialect: 'postgres' | 'other', parse: (text: string) => Parsed<T> | undefined): Filled<T> | undefined {
  const choices = tokens.map(() => 0)
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const starts: number[] = []
    let text = ''
    for (const [index, token] of tokens.entries()) {
      starts.push(text.length)
      text += token.kind === 'hole' ? spaced(token.options[choices[index] ?? 0] ?? '', dialect, tokens, index) : dialect === 'postgres' ? token.text : token.original
    }
    const parsed = parse(text)
    if (parsed === undefined) return undefined
    if ('tree' in parsed) {
      const filledWith = (option: string) => tokens.flatMap((token, index) => (token.text === HOLE && token.options[choices[index] ?? 0] === option ? [index] : []))
      return { tree: parsed.tree, leftOut: filledWith(''), guessedOperator: filledWith('=').length > 0 }
    }
    if (!advance(tokens, choices, starts, parsed.errorAt)) return undefined
  }
  return undefined
}

/** Takes the next alternative of the nearest hole in front of the error; exhausted ones start over. */
function advance(tokens: readonly Token[], choices: number[], starts: readonly number[], errorAt: number): boolean {
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]
    if (token?.kind !== 'hole' || (starts[index] ?? 0) > errorAt) continue
    const next = (choices[index] ?? 0) + 1
    if (next < token.options.length) {
      choices[index] = next
      return true
    }
    choices[index] = 0
  }
  return false
}

/** Names stay glued to the dots around them; everything else is set apart. */
function spaced(option: string, dialect: 'postgres' | 'other', tokens: readonly Token[], index: number): string {
  if (option === '') return ' '
  // A number stands for a value in every dialect; not 1, which means something after LIMIT.
  const text = dialect === 'postgres' ? option : option.replaceAll('$1', '2')
  const isGlued = tokens[index - 1]?.text === '.' || tokens[index + 1]?.text === '.'
  return isGlued ? text : ` ${text} `
}
