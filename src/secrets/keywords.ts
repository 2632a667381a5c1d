/**
 * Finds many keywords in one pass over a text (Aho and Corasick), without regard to case.
 */

/** Character codes above are all alike: no keyword has them. */
const ALPHABET = 128

export class KeywordIndex {
  /** By state and character: where the row of the next state begins; `~` of that where keywords end in it. */
  private readonly next: Int32Array
  /** Keywords that end in a state, by state. */
  private readonly ends: readonly (readonly number[] | undefined)[]

  /** @param keywords ASCII texts, in lower case */
  constructor(keywords: readonly string[]) {
    const children: Map<number, number>[] = [new Map()]
    const ends: number[][] = [[]]
    for (const [index, keyword] of keywords.entries()) {
      let state = 0
      for (let at = 0; at < keyword.length; at++) {
        const code = keyword.charCodeAt(at)
        let child = children[state]?.get(code)
        if (child === undefined) {
          child = children.push(new Map()) - 1
          ends.push([])
          children[state]?.set(code, child)
        }
        state = child
      }
      ends[state]?.push(index)
    }
    this.next = new Int32Array(children.length * ALPHABET)
    const fallback = new Int32Array(children.length)
    const queue = [0]
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head] ?? 0
      const failure = fallback[state] ?? 0
      if (state !== 0) ends[state]?.push(...(ends[failure] ?? []))
      for (let code = 0; code < ALPHABET; code++) {
        const child = children[state]?.get(code)
        const other = state === 0 ? 0 : (this.next[failure * ALPHABET + code] ?? 0)
        this.next[state * ALPHABET + code] = child ?? other
        if (child === undefined) continue
        fallback[child] = other
        queue.push(child)
      }
    }
    for (let at = 0; at < this.next.length; at++) {
      const code = at % ALPHABET
      // Capitals go where their small letters go, which stand behind them.
      const state = this.next[code >= 65 && code <= 90 ? at + 32 : at] ?? 0
      this.next[at] = (ends[state]?.length ?? 0) > 0 ? ~(state * ALPHABET) : state * ALPHABET
    }
    this.ends = ends.map((list) => (list.length > 0 ? list : undefined))
  }

  /**
   * Calls back for every occurrence, in the order of their ends.
   *
   * @param found gets the index of the keyword and the offset behind its last character
   */
  search(text: string, found: (keyword: number, end: number) => void): void {
    const { next } = this
    const { length } = text
    let state = 0
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at)
      state = code < ALPHABET ? (next[state + code] ?? 0) : 0
      if (state >= 0) continue
      state = ~state
      for (const keyword of this.ends[state / ALPHABET] ?? []) found(keyword, at + 1)
    }
  }
}
