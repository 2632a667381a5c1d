/**
 * The backend as a whole, for reports that show it.
 */
import type { Cascade, Overview } from '../findings/finding.js'
import type { Model } from '../model/types.js'

/** @param model undefined where no rule needed one */
export function overviewOf(model: Model | undefined): Overview {
  return { routes: { columns: ['entry point', 'kind', 'handler', 'place'], rows: model ? entriesOf(model) : [] }, cascades: model ? cascadesOf(model) : [] }
}

function entriesOf(model: Model): string[][] {
  return model.entryPoints.map(({ kind, method, path, handler, file, node }) => [
    [method, path].filter((part) => part !== undefined).join(' '),
    kind,
    handler.name,
    `${file.relative}:${file.text().slice(0, node.getStart()).split('\n').length}`,
  ])
}

/** Every delete that takes rows of another table with it, once. */
function cascadesOf(model: Model): Cascade[] {
  const cascades = model.tables.flatMap((table) =>
    table.relations.flatMap((relation): Cascade[] => {
      if (!relation.holdsKey || relation.onDelete !== 'cascade') return []
      const { file, start } = relation.place
      return [{ from: model.table(relation.target)?.label ?? relation.target, to: table.label, file: file.relative, line: file.text().slice(0, start).split('\n').length }]
    }),
  )
  return [...new Map(cascades.map((cascade) => [`${cascade.from}\0${cascade.to}`, cascade])).values()]
}
