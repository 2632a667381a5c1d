/**
 * `backend-lint routes`: the matrix of entry points.
 */
import stringWidth from 'string-width'
import { toolInfo } from '../../engine/package.js'
import { openBackend } from '../../engine/run.js'
import { lineOf, ROUTE_COLUMNS, routeRow } from '../../engine/route-matrix.js'
import { countText, growthOf, type QueryCount } from '../../model/query-growth.js'
import { routesOf, type RouteFacts } from '../../model/routes.js'
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
  const rows = routes.map(routeRow)
  return format === 'markdown' ? markdown(rows) : table(rows)
}

/** Columns padded to their widest cell; long lists are cut. */
function table(rows: readonly string[][]): string {
  const cut = (text: string) => (stringWidth(text) > MOST_WIDTH ? `${text.slice(0, MOST_WIDTH - 3)}...` : text)
  const cells = [[...ROUTE_COLUMNS], ...rows.map((row) => row.map(cut))]
  const widths = ROUTE_COLUMNS.map((_, column) => Math.max(...cells.map((row) => stringWidth(row[column] ?? ''))))
  const lines = cells.map((row) => row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell))).join('  ').trimEnd())
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '))
  return [...lines, '', `${rows.length} entry point${rows.length === 1 ? '' : 's'}. Queries are at most: n is the size of a list that grows, m that of a list inside.`].join('\n')
}

const MOST_WIDTH = 60

function markdown(rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  return [line(ROUTE_COLUMNS), line(ROUTE_COLUMNS.map(() => '---')), ...rows.map((row) => line(row.map((cell, column) => (column === 0 || column === ROUTE_COLUMNS.length - 1 ? `\`${cell}\`` : cell))))].join('\n')
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
