/**
 * Making text edits.
 */
import type { TextEdit } from './finding.js'

/**
 * Applies edits to a text.
 *
 * @throws RangeError when edits overlap or reach beyond the text
 */
export function applyEdits(text: string, edits: readonly Pick<TextEdit, 'start' | 'end' | 'text'>[]): string {
  const ordered = [...edits].sort((left, right) => left.start - right.start || left.end - right.end)
  let result = ''
  let at = 0
  for (const edit of ordered) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) throw new RangeError(`The edit [${edit.start}, ${edit.end}) overlaps another one or reaches beyond the text.`)
    result += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return result + text.slice(at)
}

/** Whether edits of one text can be made together: each lies inside of it, and none overlaps another. */
export function fitTogether(edits: readonly Pick<TextEdit, 'start' | 'end'>[], text: string): boolean {
  return edits.every((edit, index) => 0 <= edit.start && edit.start <= edit.end && edit.end <= text.length && !edits.slice(0, index).some((other) => overlap(edit, other)))
}

/** Insertions at one place keep their order and do not conflict; everything else that touches does. */
export function overlap(left: Pick<TextEdit, 'start' | 'end'>, right: Pick<TextEdit, 'start' | 'end'>): boolean {
  return left.start < right.end && right.start < left.end
}
