/** Counters that the program only ever counts up: a lost step shows nowhere. */
import type { Workspace } from '../../src/workspace/types.js'

/** How often something happened; sums and what is in stock are more than that. */
const COUNTS_EVENTS = /(?:count|counter|times|sessions|visits|uses|opens|logins)$/i

/** Files of which programs are made. */
const SOURCES: ReadonlySet<string> = new Set(['source', 'sql'])

export class Statistics {
  private readonly known = new Map<string, boolean>()

  constructor(private readonly workspace: Workspace) {}

  /**
   * Whether a column says how often something happened, and no code reads it but to count it up.
   *
   * @param column as the code spells it
   */
  isReadNowhere(column: string): boolean {
    let known = this.known.get(column)
    if (known === undefined) this.known.set(column, (known = COUNTS_EVENTS.test(column) && this.findReadNowhere(column)))
    return known
  }

  /** Whether some code holds the length of a list against a number: there twice, an element counts twice. Whether it is empty is another question. */
  isMeasured(column: string): boolean {
    const length = new RegExp(`(?<![\\w$])${column}[?!]?\\.length\\b(?!\\s*(?:[=!]==?|>)\\s*0\\b)\\s*[-+*/<>=!]`)
    return this.workspace.files.some((file) => SOURCES.has(file.kind) && file.surface === 'production' && file.text().includes(column) && length.test(file.text()))
  }

  private findReadNowhere(column: string): boolean {
    const stored = column.replace(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    return this.workspace.files.every((file) => {
      if (!SOURCES.has(file.kind) || file.surface !== 'production') return true
      return !reads(file.text(), column) && (stored === column || !readsStored(file.text(), stored))
    })
  }
}

function reads(text: string, column: string): boolean {
  if (!text.includes(column)) return false
  for (const { index } of text.matchAll(new RegExp(`(?<![\\w$])${column}(?![\\w$])`, 'g'))) {
    const after = text.slice(index + column.length, index + column.length + 20)
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index)
    if (text[index - 1] === '.') {
      // `row.count = (row.count ?? 0) + 1`, `row.count += 1`, `row.count++`
      if (!/^\s*(?:=(?![=>])|[+-]=|\+\+|--)/.test(after) && !new RegExp(`\\.${column}\\s*=(?![=>])`).test(line)) return true
    } else if (!/^[?!]?\s*:(?!\s*(?:true\b|['"]?(?:asc|desc)\b))/i.test(after)) return true
  }
  return false
}

/** `field: 'total_sessions'` says how the column is called. */
function readsStored(text: string, stored: string): boolean {
  if (!text.includes(stored)) return false
  for (const { index } of text.matchAll(new RegExp(`(?<![\\w$])${stored}(?![\\w$])`, 'g'))) if (!/(?:\b(?:field|name)\s*:\s*|\bColumn\w*\(\s*)['"`]$/.test(text.slice(Math.max(0, index - 30), index))) return true
  return false
}
