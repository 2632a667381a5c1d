/** Counters that the program only ever counts up, and lists that it only ever adds to: a lost step shows nowhere. */
import { isOneTable } from './guards.js'
import type { StaleWrite } from './stale-writes.js'
import { columnName } from '../../src/model/column-names.js'
import type { Model, Unit } from '../../src/model/types.js'
import type { Workspace } from '../../src/workspace/types.js'

/** How often something happened; sums and what is in stock are more than that. */
const COUNTS_EVENTS = /(?:count|counter|times|sessions|visits|uses|opens|logins)$/i

/** Files of which programs are made. */
const SOURCES: ReadonlySet<string> = new Set(['source', 'sql'])

export class Statistics {
  private readonly known = new Map<string, boolean>()

  constructor(
    private readonly workspace: Workspace,
    private readonly model: Model,
  ) {}

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

  /** Whether a list of a row repeats what rows of another table say, which are written with it, and nobody but its writers reads it. */
  isRepeated({ write, unit, change }: StaleWrite, column: string): boolean {
    const { model } = this
    const isOther = model.rows.accessesOf(unit).some(({ operation }) => operation.kind === 'query' && operation.table !== undefined && !isOneTable(operation.table, write.table, model) && (operation.isUpsert || model.rows.createdBy(operation) !== undefined || operation.access === 'delete' || (operation.access === 'write' && model.rows.changesOf(operation).length > 0)))
    if (!isOther) return false
    const writers = model.operations.flatMap((operation) => (isOneTable(operation.table, write.table, model) && model.rows.changesOf(operation).some((one) => columnName(one.column) === change.column) ? [operation.unit] : []))
    return this.findReadNowhere(column, [unit, ...writers])
  }

  private findReadNowhere(column: string, except: readonly Unit[] = []): boolean {
    const stored = column.replace(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    return this.workspace.files.every((file) => {
      if (!SOURCES.has(file.kind) || file.surface !== 'production') return true
      const units = except.filter((unit) => unit.file === file)
      const text = units.reduce((whole, { node }) => whole.slice(0, node.pos) + ' '.repeat(node.end - node.pos) + whole.slice(node.end), file.text())
      return !reads(text, column) && (stored === column || !readsStored(text, stored))
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
