/**
 * Regular expressions whose matching takes exponential time on a text that nearly matches.
 *
 * The pattern is read into a small tree; a repetition is dangerous when one round of it can match the same characters
 * as several rounds do, and when something after it can fail. Patterns with back references are not judged.
 */

type Ranges = readonly (readonly [number, number])[]

/** A piece of a pattern. */
type Piece =
  | { readonly kind: 'set'; readonly ranges: Ranges }
  | { readonly kind: 'group'; readonly alternatives: readonly (readonly Piece[])[] }
  | { readonly kind: 'repeat'; readonly piece: Piece; readonly least: number; readonly most: number; readonly text: string }
  /** Matches a place, not characters. */
  | { readonly kind: 'place' }

const LAST = 0x10ffff
const ANY: Ranges = [[0, LAST]]
const DIGIT: Ranges = [[48, 57]]
const WORD: Ranges = [[48, 57], [65, 90], [95, 95], [97, 122]]
const SPACE: Ranges = [[9, 13], [32, 32], [160, 160], [0x2028, 0x2029], [0xfeff, 0xfeff]]
const LINE: Ranges = [[10, 10], [13, 13], [0x2028, 0x2029]]
/** From this many rounds on a repetition counts as one without end. */
const MANY = 16

/**
 * The part of a pattern that makes it exponential.
 *
 * @param source text between the slashes
 * @returns the repetition as written (`(a+)+`), or undefined for a pattern that is harmless or was not understood
 */
export function exponentialPart(source: string): string | undefined {
  try {
    return find(new Reader(source).alternatives(), false)
  } catch (error) {
    if (error instanceof Unread) return undefined
    throw error
  }
}

/** Whether a text has a repeated group: cheap, and true of everything that is dangerous. */
export function mayBacktrack(text: string): boolean {
  return /\)(?:[*+]|\{\d+,)/.test(text)
}

/** @param canFail whether something behind all of this may not match */
function find(alternatives: readonly (readonly Piece[])[], canFail: boolean): string | undefined {
  for (const pieces of alternatives)
    for (const [index, piece] of pieces.entries()) {
      const fails = canFail || mayFail(pieces.slice(index + 1))
      const found = inspect(piece, fails)
      if (found !== undefined) return found
    }
  return undefined
}

function inspect(piece: Piece, canFail: boolean): string | undefined {
  if (piece.kind === 'group') return find(piece.alternatives, canFail)
  if (piece.kind !== 'repeat') return undefined
  if (canFail && piece.most >= MANY && piece.piece.kind === 'group' && isAmbiguous(piece.piece.alternatives)) return piece.text
  return inspect(piece.piece, canFail)
}

/** Whether what follows can refuse; `[^]*$` never does. */
function mayFail(pieces: readonly Piece[]): boolean {
  let takesAll = false
  for (const piece of pieces) {
    if (piece.kind === 'place') {
      if (!takesAll) return true
    } else if (!isNullable(piece)) return true
    else if (piece.kind === 'repeat' && piece.most === Number.POSITIVE_INFINITY && isAll(charactersOf(piece))) takesAll = true
  }
  return false
}

function isAll(ranges: Ranges): boolean {
  return complement(ranges).length === 0
}

/** One round can match what several rounds match. */
function isAmbiguous(alternatives: readonly (readonly Piece[])[]): boolean {
  for (const pieces of alternatives) {
    const consuming = pieces.filter((piece) => piece.kind !== 'place').map(unwrapped)
    for (const piece of consuming) {
      const inner = consuming.length === 1 && piece.kind === 'group' ? piece : undefined
      if (inner && isAmbiguous(inner.alternatives)) return true
      if (piece.kind !== 'repeat' || piece.most < MANY) continue
      const own = charactersOf(piece)
      // Everything else of the round can be left out, or be taken for one more of this.
      if (consuming.every((other) => other === piece || isNullable(other) || (isPlain(other) && overlap(own, charactersOf(other))))) return true
    }
  }
  for (const [index, left] of alternatives.entries()) for (const right of alternatives.slice(index + 1)) if (matchTheSame(left, right)) return true
  return false
}

/** What a group around nothing but one piece stands for. */
function unwrapped(piece: Piece): Piece {
  const only = piece.kind === 'group' && piece.alternatives.length === 1 ? piece.alternatives[0] : undefined
  return only?.length === 1 && only[0] ? unwrapped(only[0]) : piece
}

/** One character, or a repetition of one: what overlaps it can stand for it. */
function isPlain(piece: Piece): boolean {
  return piece.kind === 'set' || (piece.kind === 'repeat' && piece.piece.kind === 'set')
}

/** Two sequences of single characters that have a text in common. */
function matchTheSame(left: readonly Piece[], right: readonly Piece[]): boolean {
  if (left.length !== right.length || left.length === 0) return false
  return left.every((piece, index) => {
    const other = right[index]
    return piece.kind === 'set' && other?.kind === 'set' && overlap(piece.ranges, other.ranges)
  })
}

function isNullable(piece: Piece): boolean {
  if (piece.kind === 'place') return true
  if (piece.kind === 'set') return false
  if (piece.kind === 'repeat') return piece.least === 0 || isNullable(piece.piece)
  return piece.alternatives.some((pieces) => pieces.every(isNullable))
}

/** All characters a piece can match. */
function charactersOf(piece: Piece): Ranges {
  if (piece.kind === 'place') return []
  if (piece.kind === 'set') return piece.ranges
  if (piece.kind === 'repeat') return charactersOf(piece.piece)
  return piece.alternatives.flatMap((pieces) => pieces.flatMap(charactersOf))
}

function overlap(left: Ranges, right: Ranges): boolean {
  return left.some(([from, to]) => right.some(([start, end]) => from <= end && start <= to))
}

function complement(ranges: Ranges): Ranges {
  const sorted = [...ranges].sort((left, right) => left[0] - right[0])
  const found: [number, number][] = []
  let next = 0
  for (const [from, to] of sorted) {
    if (from > next) found.push([next, from - 1])
    next = Math.max(next, to + 1)
  }
  if (next <= LAST) found.push([next, LAST])
  return found
}

/** The pattern has something in it that this does not judge. */
class Unread extends Error {}

/** Reads a pattern; throws {@link Unread} for what it does not know. */
class Reader {
  private at = 0

  constructor(private readonly text: string) {}

  alternatives(): Piece[][] {
    const found: Piece[][] = [[]]
    while (this.at < this.text.length && this.text[this.at] !== ')') {
      if (this.text[this.at] === '|') {
        this.at++
        found.push([])
        continue
      }
      const piece = this.piece()
      found.at(-1)?.push(piece)
    }
    return found
  }

  private piece(): Piece {
    const start = this.at
    const atom = this.atom()
    const quantifier = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(this.text.slice(this.at))
    if (!quantifier) return atom
    this.at += quantifier[0].length
    const sign = quantifier[0][0]
    const exact = Number(quantifier[1] ?? 0)
    const [least, most] =
      sign === '*' ? [0, Number.POSITIVE_INFINITY]
      : sign === '+' ? [1, Number.POSITIVE_INFINITY]
      : sign === '?' ? [0, 1]
      : [exact, quantifier[2] === undefined ? exact : quantifier[3] ? Number(quantifier[3]) : Number.POSITIVE_INFINITY] // prettier-ignore
    return { kind: 'repeat', piece: atom, least, most, text: this.text.slice(start, this.at) }
  }

  private atom(): Piece {
    const sign = this.text[this.at++]
    if (sign === '(') return this.group()
    if (sign === '[') return { kind: 'set', ranges: this.set() }
    if (sign === '.') return { kind: 'set', ranges: complement(LINE) }
    if (sign === '^' || sign === '$') return { kind: 'place' }
    if (sign === '\\') {
      const next = this.text[this.at] ?? ''
      if (next === 'b' || next === 'B') {
        this.at++
        return { kind: 'place' }
      }
      if (/[1-9k]/.test(next)) throw new Unread()
      return { kind: 'set', ranges: this.escape() }
    }
    this.at--
    return { kind: 'set', ranges: this.character() }
  }

  private group(): Piece {
    const head = /^\?(?:[:=!]|<[=!]|<[^>]+>)/.exec(this.text.slice(this.at))?.[0] ?? ''
    if (head === '' && this.text[this.at] === '?') throw new Unread()
    this.at += head.length
    const alternatives = this.alternatives()
    if (this.text[this.at++] !== ')') throw new Unread()
    // What is looked at is not taken; a test that repeats inside of it is rare.
    if (/[=!]$/.test(head)) return { kind: 'place' }
    return { kind: 'group', alternatives }
  }

  private set(): Ranges {
    const isNegated = this.text[this.at] === '^'
    if (isNegated) this.at++
    const found: (readonly [number, number])[] = []
    while (this.text[this.at] !== ']') {
      if (this.at >= this.text.length) throw new Unread()
      const from = this.member()
      const [single] = from
      if (this.text[this.at] === '-' && this.text[this.at + 1] !== ']' && from.length === 1 && single && single[0] === single[1]) {
        this.at++
        const [to] = this.member()
        found.push([single[0], to ? to[1] : single[0]])
      } else found.push(...from)
    }
    this.at++
    return isNegated ? complement(found) : found
  }

  private member(): Ranges {
    if (this.text[this.at] !== '\\') return this.character()
    this.at++
    if (this.text[this.at] === 'b') {
      this.at++
      return [[8, 8]]
    }
    return this.escape()
  }

  private character(): Ranges {
    const code = this.text.codePointAt(this.at) ?? 0
    this.at += code > 0xffff ? 2 : 1
    return [[code, code]]
  }

  /** What stands after a backslash. */
  private escape(): Ranges {
    const rest = this.text.slice(this.at)
    const code = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]+)\})/.exec(rest)
    if (code) {
      this.at += code[0].length
      const value = Number.parseInt(code[1] ?? code[2] ?? code[3] ?? '0', 16)
      return [[value, value]]
    }
    const property = /^[pP]\{[^}]*\}/.exec(rest)
    if (property) {
      this.at += property[0].length
      return ANY
    }
    const sign = rest[0] ?? ''
    this.at++
    const CLASSES: Readonly<Record<string, Ranges>> = { d: DIGIT, D: complement(DIGIT), w: WORD, W: complement(WORD), s: SPACE, S: complement(SPACE) }
    const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, v: 11, f: 12, 0: 0 }
    const control = CONTROLS[sign] ?? sign.codePointAt(0) ?? 0
    return CLASSES[sign] ?? [[control, control]]
  }
}
