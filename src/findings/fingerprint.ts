/**
 * The identity of a finding, which survives moved, re-indented and re-quoted lines.
 */
import { createHash } from 'node:crypto'

export interface Identity {
  readonly rule: string
  /** Name of the unit around the finding; '' at the top level. */
  readonly scope: string
  /** Source text the finding is about, or what stands for it where the text is secret. */
  readonly snippet: string
  /** 0 for the first finding with the same rule, scope and snippet, 1 for the next. */
  readonly occurrence: number
}

/** Sixteen hexadecimal characters. */
export function fingerprint({ rule, scope, snippet, occurrence }: Identity): string {
  return createHash('sha256')
    .update([rule, scope, normalise(snippet), occurrence].join('\0'))
    .digest('hex')
    .slice(0, 16)
}

/**
 * Numbers those of one file that are the same but for their place. The file itself is no part of the identity, so that
 * a renamed one keeps its findings; the same code in two files has the same fingerprint.
 *
 * @param identities in a stable order: by path, then by line
 * @returns fingerprints, one for each
 */
export function fingerprintsOf(identities: readonly (Omit<Identity, 'occurrence'> & { readonly file: string })[]): string[] {
  const seen = new Map<string, number>()
  return identities.map(({ file, ...identity }) => {
    const first = fingerprint({ ...identity, occurrence: 0 })
    const occurrence = seen.get(`${file}\0${first}`) ?? 0
    seen.set(`${file}\0${first}`, occurrence + 1)
    return occurrence === 0 ? first : fingerprint({ ...identity, occurrence })
  })
}

/** Strings come first, so that what looks like a comment inside one is none. */
const STRING_OR_COMMENT = /'(?:\\[^]|[^'\\\n])*'|"(?:\\[^]|[^"\\\n])*"|`(?:\\[^]|[^`\\])*`|\/\*[^]*?(?:\*\/|$)|(?<!:)\/\/[^\n]*/g

/** Formatting says nothing: comments, white space, kinds of quotes, trailing commas and semicolons go. */
function normalise(snippet: string): string {
  return snippet
    .replace(STRING_OR_COMMENT, (token) => (token.startsWith('/') ? ' ' : token))
    .replace(/["`]/g, "'")
    .replace(/\s+/g, '')
    .replace(/[,;](?=[)\]}]|$)/g, '')
}
