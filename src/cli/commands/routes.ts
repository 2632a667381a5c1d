/**
 * `backend-lint routes`: the matrix of entry points.
 */
import stringWidth from 'string-width'
import { toolInfo } from '../../engine/package.js'
import { openBackend } from '../../engine/run.js'
import { countText, growthOf, type QueryCount } from '../../model/query-growth.js'
import { routesOf, type Protection, type RouteFacts } from '../../model/routes.js'
import { EXIT, type ExitCode } from '../exit.js'

export type RoutesFormat = 'table' | 'json' | 'markdown'

/** Prints what stands before each entry point under the paths, and what running it does. */
export async function runRoutes(paths: readonly string[], flags: { readonly config?: string; readonly format: RoutesFormat }): Promise<ExitCode> {
  const { workspace, model } = await openBackend({ ...(paths.length > 0 && { paths }), ...(flags.config !== undefined && { config: flags.config }) })
  const routes = routesOf(model).filter(({ entry }) => workspace.selected.has(entry.file.path) || workspace.selected.has(entry.handler.file.path))
  process.stdout.write(`${render(routes, flags.format)}\n`)
  return EXIT.ok
}

function render(routes: readonly RouteFacts[], format: RoutesFormat): string {
  if (format === 'json') return JSON.stringify({ version: 1, tool: toolInfo(), routes: routes.map(toJson) }, undefined, 2)
  if (routes.length === 0) return 'No entry point was found.'
  const rows = routes.map(toRow)
  return format === 'markdown' ? markdown(rows) : table(rows)
}

const HEADINGS = ['entry point', 'auth', 'validation', 'limiter', 'idempotency', 'transaction', 'queries', 'external calls', 'where'] as const

function toRow(route: RouteFacts): string[] {
  return [
    route.name,
    mark(route.auth),
    mark(route.validation),
    mark(route.limiter),
    route.idempotency === 'none' ? 'no' : (route.idempotency ?? '-'),
    route.transaction === 'none' ? 'no' : (route.transaction ?? '-'),
    route.queriesBefore.fixed + route.queriesBefore.perItem + route.queriesBefore.nested > 0 ? `${countText(route.queries)} (before: ${countText(route.queriesBefore)})` : countText(route.queries),
    route.external.map(({ label, isRepeated }) => (isRepeated ? `${label} per item` : label)).join(', ') || '-',
    placeOf(route),
  ]
}

/** `yes`, or `maybe` where a name is all that says so. */
function mark(protection: Protection | undefined): string {
  if (!protection) return 'no'
  return protection.confidence === 'high' ? 'yes' : 'maybe'
}

function placeOf({ entry }: RouteFacts): string {
  return `${entry.handler.file.relative}:${lineOf(entry.handler)}`
}

function lineOf({ node }: RouteFacts['entry']['handler']): number {
  const source = node.getSourceFile()
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
}

/** Columns padded to their widest cell; long lists are cut. */
function table(rows: readonly string[][]): string {
  const cut = (text: string) => (stringWidth(text) > MOST_WIDTH ? `${text.slice(0, MOST_WIDTH - 3)}...` : text)
  const cells = [[...HEADINGS], ...rows.map((row) => row.map(cut))]
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((row) => stringWidth(row[column] ?? ''))))
  const lines = cells.map((row) => row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell))).join('  ').trimEnd())
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '))
  return [...lines, '', `${rows.length} entry point${rows.length === 1 ? '' : 's'}. Queries are at most: n is the size of a list that grows, m that of a list inside.`].join('\n')
}

const MOST_WIDTH = 60

function markdown(rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  return [line(HEADINGS), line(HEADINGS.map(() => '---')), ...rows.map((row) => line(row.map((cell, column) => (column === 0 || column === HEADINGS.length - 1 ? `\`${cell}\`` : cell))))].join('\n')
}

function toJson(route: RouteFacts) {
  const { entry } = route
  return {
    name: route.name,
    kind: entry.kind,
    framework: entry.framework,
    method: entry.method,
    path: entry.path,
    handler: entry.handler.name,
    file: entry.handler.file.relative,
    line: lineOf(entry.handler),
    auth: route.auth ?? null,
    validation: route.validation ?? null,
    limiter: route.limiter ?? null,
    idempotency: route.idempotency ?? null,
    transaction: route.transaction ?? null,
    queries: countJson(route.queries),
    queriesBefore: countJson(route.queriesBefore),
    externalCalls: route.external.map(({ kind, label, isRepeated }) => ({ kind, label, perItem: isRepeated })),
  }
}

function countJson(count: QueryCount) {
  return { ...count, growth: growthOf(count), text: countText(count) }
}
