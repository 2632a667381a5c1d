/**
 * How wide a text is on a terminal.
 */
import { createRequire } from 'node:module'
import type stringWidth from 'string-width'

let measure: typeof stringWidth | undefined

/** @returns columns; what measures other scripts and symbols is loaded when there are any */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  measure ??= (createRequire(import.meta.url)('string-width') as { default: typeof stringWidth }).default
  return measure(text)
}
