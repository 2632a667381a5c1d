/**
 * The backend as a whole, for reports that show it.
 */
import type { Cascade, Overview } from '../findings/finding.js'
import type { BackendModel } from '../model/model.js'
import { routesOf } from '../model/routes.js'
import { ROUTE_COLUMNS, routeRow } from './route-matrix.js'

/** @param model undefined where no rule needed one */
export function overviewOf(model: BackendModel | undefined): Overview {
  return { routes: { columns: ROUTE_COLUMNS, rows: model ? routesOf(model).map(routeRow) : [] }, cascades: model ? cascadesOf(model) : [] }
}

/** Every delete that takes rows of another table with it, once. */
function cascadesOf(model: BackendModel): Cascade[] {
  const cascades = model.tables.flatMap((table) =>
    table.relations.flatMap((relation): Cascade[] => {
      if (!relation.holdsKey || relation.onDelete !== 'cascade') return []
      const { file, start } = relation.place
      return [{ from: model.table(relation.target)?.label ?? relation.target, to: table.label, file: file.relative, line: file.text().slice(0, start).split('\n').length }]
    }),
  )
  return [...new Map(cascades.map((cascade) => [`${cascade.from}\0${cascade.to}`, cascade])).values()]
}
