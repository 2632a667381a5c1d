/**
 * `backend-lint routes`: the matrix of entry points.
 */
import { toolInfo } from '../../engine/package.js'
import { openBackend } from '../../engine/run.js'
import { lineOf, ROUTE_COLUMNS, routeRow } from '../../engine/route-matrix.js'
import { countText, growthOf, type QueryCount } from '../../model/query-growth.js'
import { routesOf, type RouteFacts } from '../../model/routes.js'
import { EXIT, type ExitCode } from '../exit.js'
import { routeTable } from '../route-table.js'

export type RoutesFormat = 'table' | 'json' | 'markdown'

/** Prints what stands before each entry point under the paths, and what running it does. */
export async function runRoutes(paths: readonly string[], flags: { readonly config?: string; readonly format: RoutesFormat }): Promise<ExitCode> {
  const { workspace, model } = await openBackend({ ...(paths.length > 0 && { paths }), ...(flags.config !== undefined && { config: flags.config }) })
  const routes = routesOf(model).filter(({ entry }) => workspace.selected.has(entry.file.path) || workspace.selected.has(entry.handler.file.path))
  process.stdout.write(`${render(routes, flags.format, workspace.selected.size)}\n`)
  return EXIT.ok
}

function render(routes: readonly RouteFacts[], format: RoutesFormat, files: number): string {
  if (format === 'json') return JSON.stringify({ version: 1, tool: toolInfo(), routes: routes.map(toJson) }, undefined, 2)
  if (routes.length === 0) return `No entry point was found in ${files} file${files === 1 ? '' : 's'}.`
  const rows = routes.map(routeRow)
  return format === 'markdown' ? markdown(rows) : routeTable(rows, terminalWidth())
}

/** Where nothing says how wide it is, a program reads it that wants whole lines. */
function terminalWidth(): number {
  return process.stdout.columns ?? (Number(process.env['COLUMNS']) || Number.POSITIVE_INFINITY)
}

/** Columns of Markdown whose cells are code, and may hold what would be read as something else. */
const CODE: ReadonlySet<string> = new Set(['entry point', 'external calls', 'where'])

function markdown(rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  const code = (cell: string) => (cell === '-' ? cell : `\`${cell.replaceAll('`', "'")}\``)
  return [line(ROUTE_COLUMNS), line(ROUTE_COLUMNS.map(() => '---')), ...rows.map((row) => line(row.map((cell, column) => (CODE.has(ROUTE_COLUMNS[column] ?? '') ? code(cell) : cell))))].join('\n')
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
