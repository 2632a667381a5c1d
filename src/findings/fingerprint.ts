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

/** Formatting says nothing: comments, white space, kinds of quotes, trailing commas and semicolons go. */
function normalise(snippet: string): string {
  return snippet
    .replace(/\/\*[^]*?\*\/|(?<!:)\/\/[^\n]*/g, '')
    .replace(/["`]/g, "'")
    .replace(/[,;](?=\s*(?:[)\]}]|$))/g, '')
    .replace(/\s+/g, '')
}
