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

/** Texts given to a parser at most. The other parsers are ten times slower than PostgreSQL's. */
const MOST_ATTEMPTS = { postgres: 60, other: 4 }

/** How many holes in front of an error may be what it is about. */
const REACH = 3

/**
 * Tries the alternatives of holes and placeholders, guided by where the parser stops: an alternative with which it
 * comes further is kept.
 *
 * @param dialect which spelling of the tokens the parser reads
 * @returns undefined when nothing was accepted
 */
export function fill<T>(tokens: readonly Token[], dialect: 'postgres' | 'other', parse: (text: string) => Parsed<T> | undefined): Filled<T> | undefined {
  const choices = tokens.map(() => 0)
  let left = MOST_ATTEMPTS[dialect]

  /** The tree, or the token at which the parser stopped; undefined when it should not be asked again. */
  const attempt = (): Filled<T> | number | undefined => {
    if (left-- <= 0) return undefined
    const { text, starts } = render(tokens, choices, dialect)
    const parsed = parse(text)
    if (parsed === undefined) return undefined
    if (!('tree' in parsed)) return starts.findLastIndex((start) => start <= parsed.errorAt)
    const filledWith = (option: string) => tokens.flatMap((token, index) => (token.text === HOLE && token.options[choices[index] ?? 0] === option ? [index] : []))
    return { tree: parsed.tree, leftOut: filledWith(''), guessedOperator: filledWith('=').length > 0 }
  }

  const further = (from: number): Filled<T> | number | undefined => {
    let reach = REACH
    for (let index = from; index >= 0 && reach > 0; index--) {
      const token = tokens[index]
      if (token?.kind !== 'hole') continue
      reach--
      const before = choices[index] ?? 0
      for (let option = 0; option < token.options.length; option++) {
        if (option === before) continue
        choices[index] = option
        const result = attempt()
        if (typeof result !== 'number' || result > from) return result
      }
      choices[index] = before
    }
    return undefined
  }

  let state = attempt()
  while (typeof state === 'number') state = further(state)
  return state
}

function render(tokens: readonly Token[], choices: readonly number[], dialect: 'postgres' | 'other'): { text: string; starts: number[] } {
  const starts: number[] = []
  let text = ''
  for (const [index, token] of tokens.entries()) {
    starts.push(text.length)
    if (token.kind === 'hole') text += spaced(token.options[choices[index] ?? 0] ?? '', dialect, tokens, index)
    else text += dialect === 'postgres' ? token.text : token.original
  }
  return { text, starts }
}

/** Names stay glued to the dots around them; everything else is set apart. */
function spaced(option: string, dialect: 'postgres' | 'other', tokens: readonly Token[], index: number): string {
  if (option === '') return ' '
  // A number stands for a value in every dialect; not 1, which means something after LIMIT.
  const text = dialect === 'postgres' ? option : option.replaceAll('$1', '2')
  const isGlued = tokens[index - 1]?.text === '.' || tokens[index + 1]?.text === '.'
  return isGlued ? text : ` ${text} `
}
