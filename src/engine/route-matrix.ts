/**
 * The matrix of entry points as text: for the terminal, for Markdown, for the page.
 */
import { countText } from '../model/query-growth.js'
import type { Protection, RouteFacts } from '../model/routes.js'

/** Columns of the matrix. */
export const ROUTE_COLUMNS = ['entry point', 'auth', 'validation', 'limiter', 'idempotency', 'transaction', 'queries', 'external calls', 'where'] as const

/** One entry point as the cells of a row. */
export function routeRow(route: RouteFacts): string[] {
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

/** 1-based line at which a handler begins. */
export function lineOf({ node }: RouteFacts['entry']['handler']): number {
  const source = node.getSourceFile()
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
}
