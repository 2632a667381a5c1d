/**
 * The one place that quotes source text: what is redacted never leaves it, and nothing that a terminal would obey.
 */
import type { RunResult } from '../findings/finding.js'

/** Stands for a secret. */
const REDACTED = '[redacted]'

export interface SourceReader {
  /** Lines of a file, redacted, 0-based; undefined when the file cannot be read. */
  lines(file: string): readonly string[] | undefined
  /** The whole text of a file, redacted. */
  text(file: string): string | undefined
  /** Something of the file is redacted, so that offsets into its text do not hold. */
  isRedacted(file: string): boolean
}

/** @param readText text of a file by its path relative to the root, without BOM */
export function sourceReader(result: RunResult, readText: (file: string) => string | undefined): SourceReader {
  const known = new Map<string, { text: string; lines: readonly string[] } | undefined>()
  const read = (file: string) => {
    if (!known.has(file)) {
      const text = readText(file)
      const redacted = text === undefined ? undefined : redact(text, result.redactions[file] ?? [])
      known.set(file, redacted === undefined ? undefined : { text: redacted, lines: redacted.split(/\r\n|\n|\r/) })
    }
    return known.get(file)
  }
  return { lines: (file) => read(file)?.lines, text: (file) => read(file)?.text, isRedacted: (file) => (result.redactions[file]?.length ?? 0) > 0 }
}

/** Replaces ranges by a mark of no telling length; line breaks inside stay, so that line numbers hold. */
export function redact(text: string, ranges: readonly { readonly start: number; readonly end: number }[]): string {
  let result = ''
  let at = 0
  for (const { start, end } of [...ranges].sort((left, right) => left.start - right.start)) {
    if (end <= at) continue
    result += text.slice(at, Math.max(at, start))
    result += REDACTED + text.slice(Math.max(at, start), end).replace(/[^\n]/g, '')
    at = end
  }
  return result + text.slice(at)
}

/** Control characters as visible text, so that quoted code cannot move the cursor or change colours. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
}
