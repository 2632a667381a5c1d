/**
 * The matrix of entry points for a terminal: a table where it fits, a block for each entry point where it does not.
 */
import { ROUTE_COLUMNS } from '../engine/route-matrix.js'
import { widthOf } from '../report/width.js'

/** Columns whose cells may be cut, with the width that is always left to them. */
const CUT: Readonly<Record<string, number>> = { 'entry point': 32, 'external calls': 24, where: 28 }
/** What is kept of the beginning of a cell that is cut: the end of a path or of a place says most of it. */
const KEPT: Readonly<Record<string, number>> = { 'entry point': 12, where: 0 }
/** Longer cells are cut even where there is room. */
const MOST_WIDTH = 60
const GAP = '  '

const LEGEND = [
  'auth, validation, limiter: maybe, where only a name says so.',
  'idempotency: key, a key is read or given on; repeatable, each write may be repeated.',
  'transaction: how many writes are in one; single, there is only one write.',
  'queries: at most; n is the size of a list that grows, m that of a list inside.',
]

/** Rows as text of at most this width. */
export function routeTable(rows: readonly string[][], width: number): string {
  const end = ['', `${rows.length} entry point${rows.length === 1 ? '' : 's'}.`, ...LEGEND.flatMap((line) => wrap(line.split(' '), width, '  '))]
  const widths = fitting(rows, width)
  return [...(widths ? lines(rows, widths) : rows.flatMap((row) => block(row, width))), ...end].join('\n')
}

/** Widths of the columns; undefined where they do not fit. */
function fitting(rows: readonly string[][], width: number): number[] | undefined {
  const widths = ROUTE_COLUMNS.map((name, column) => Math.min(MOST_WIDTH, Math.max(...[name, ...rows.map((row) => row[column] ?? '')].map((cell) => widthOf(cell)))))
  const total = () => widths.reduce((sum, one) => sum + one, 0) + GAP.length * (widths.length - 1)
  for (const [column, name] of ROUTE_COLUMNS.entries()) {
    const least = CUT[name]
    const own = widths[column] ?? 0
    if (least !== undefined && total() > width) widths[column] = Math.max(Math.min(own, least), own - (total() - width))
  }
  return total() > width ? undefined : widths
}

function lines(rows: readonly string[][], widths: readonly number[]): string[] {
  const line = (cells: readonly string[]) => cells.map((cell, column) => padded(cut(cell, widths[column] ?? 0, KEPT[ROUTE_COLUMNS[column] ?? ''] ?? Number.POSITIVE_INFINITY), widths[column] ?? 0)).join(GAP).trimEnd()
  return [line(ROUTE_COLUMNS), widths.map((width) => '-'.repeat(width)).join(GAP), ...rows.map(line)]
}

/** `POST /orders`, and below it what its cells say. */
function block(row: readonly string[], width: number): string[] {
  const [name = '', ...rest] = row
  const where = rest.pop() ?? ''
  const calls = rest.pop() ?? '-'
  const facts = rest.flatMap((cell, index) => (cell === '-' ? [] : [`${ROUTE_COLUMNS[index + 1]} ${cell}`]))
  const listed = facts.map((fact, index) => (index < facts.length - 1 ? `${fact},` : fact))
  return [...wrap(name.split(' '), width, '  '), ...wrap(listed, width, '  ', '  '), ...(calls === '-' ? [] : wrap(['calls', ...calls.split(' ')], width, '    ', '  ')), `  ${where}`, '']
}

/** Keeps so many characters at the beginning, and as much of the end as there is room for. */
function cut(text: string, width: number, kept: number): string {
  if (widthOf(text) <= width) return text
  const head = Math.min(kept, width - 3)
  return `${text.slice(0, head)}...${text.slice(text.length - (width - 3 - head))}`
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** Parts in lines of at most this width; the lines after the first are indented. */
function wrap(parts: readonly string[], width: number, indent: string, first = ''): string[] {
  const wrapped: string[] = []
  let line = first
  for (const part of parts) {
    const next = line.trim() === '' ? line + part : `${line} ${part}`
    if (widthOf(next) > width && line.trim() !== '') {
      wrapped.push(line)
      line = indent + part
    } else line = next
  }
  return [...wrapped, line]
}
