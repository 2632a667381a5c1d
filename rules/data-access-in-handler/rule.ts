import { defineRule } from '../../src/engine/rule.js'
import { entryName, isServing } from '../../src/model/reach.js'
import type { EntryPoint, Model, Operation, Unit } from '../../src/model/types.js'
import { homesOf, SAYS_LAYER, tableOf, type Home } from './homes.js'

/** So few handlers make no convention. */
const FEW = 3
/** So many say what the convention is. */
const MANY = 20
/** A few are worth a talk. */
const MOST_SURE = 5

export default defineRule({
  id: 'data-access-in-handler',
  severity: 'low',
  title: 'A handler queries a table for which the project has a repository or service.',
  category: 'pattern',
  topic: 'architecture',
  check({ model, report }) {
    const querying = directAccess(model)
    // The homes of tables are asked for when a handler may go past one.
    const homes = querying.length > 0 ? homesOf(model) : undefined
    if (!homes || homes.size === 0) return
    const answering = new Set(model.entryPoints.filter(isServing).map(({ handler }) => handler.file))
    const direct = querying.flatMap(({ entry, operations }) => {
      const past = operations.flatMap((operation) => {
        const home = homes.get(tableOf(operation) ?? '')
        // Where other handlers stand, there is no layer below them.
        return home && home.component.file !== operation.unit.file && !answering.has(home.unit.file) ? [{ operation, home }] : []
      })
      return past.length > 0 ? [{ entry, past }] : []
    })
    const handlers = new Map<Home, number>()
    for (const { past } of direct) for (const home of new Set(past.map((one) => one.home))) handlers.set(home, (handlers.get(home) ?? 0) + 1)
    // So many handlers, past so many layers: the project works that way.
    const isHabit = direct.length >= MANY && handlers.size >= 5
    let told = 0
    for (const { entry, past } of direct) {
      const [first] = past
      if (!first) continue
      const { operation, home } = first
      const isSure = !isHabit && (handlers.get(home) ?? 0) <= Math.max(FEW, home.callers / 2) && home.isNamed && past.some((one) => isPlain(one.operation)) && !isMaintenance(entry) && !SAYS_LAYER.test(entry.handler.file.relative) && told < MOST_SURE
      if (isSure) told++
      const others = [...new Set(past.slice(1).map(({ operation: other }) => other.label))].filter((label) => label !== operation.label)
      report({
        at: { file: operation.unit.file, node: operation.node },
        message: `${entryName(entry)} queries "${operation.table ?? ''}" itself (${[operation.label, ...others].slice(0, 3).join(', ')}), although ${home.name} does that for the project`,
        why: 'What holds for every query of the table (which rows are visible, what is deleted, what is cached) is decided beside the layer that decides it, and drifts apart from it. Ask the layer.',
        trace: [
          { file: operation.unit.file, node: operation.call.node, label: operation.label },
          { file: home.component.file, node: home.unit.node, label: `${home.name} queries it too` },
        ],
        fixes: [
          {
            kind: 'recipe',
            title: `Ask ${home.name}.`,
            edits: [],
            code: [`// in ${home.name}: a method that says what is asked for`, `// in the handler: const result = await ${instanceOf(home.name)}.${nameFor(operation)}(...)`].join('\n'),
          },
        ],
        // Where many handlers go past the layer, compared with what goes through it, going past it is how the project works.
        confidence: isSure ? 'medium' : 'low',
      })
    }
  },
})

/** Rows that are read or changed, as layers do it: no statement as text, and no sum for a report. */
function isPlain(operation: Operation): boolean {
  return operation.confidence === 'high' && operation.sql.length === 0 && !/count|aggregate|groupBy/i.test(operation.label)
}

/** Handlers that go through all of the data once, which no layer offers: `backfillDeliveryDates`. */
function isMaintenance({ path, handler }: EntryPoint): boolean {
  return /(?:^|[^a-z])(?:back-?fill|migrat\w*|repair|purge|clean-?up|reindex)(?![a-z])/i.test(`${path ?? ''} ${handler.name.replace(/([a-z])([A-Z])/g, '$1 $2')}`)
}

/** Queries that stand in the handlers of requests themselves, in order. */
function directAccess(model: Model): { entry: EntryPoint; operations: Operation[] }[] {
  const entries = new Map<Unit, EntryPoint>()
  for (const entry of model.entryPoints) if (isServing(entry) && !entries.has(entry.handler)) entries.set(entry.handler, entry)
  const found = new Map<EntryPoint, Operation[]>()
  for (const operation of model.operations) {
    if (operation.kind !== 'query') continue
    for (let unit: Unit | undefined = operation.unit; unit; unit = unit.parent) {
      const entry = entries.get(unit)
      if (!entry) continue
      found.set(entry, [...(found.get(entry) ?? []), operation])
      break
    }
  }
  return [...found].map(([entry, operations]) => ({ entry, operations }))
}

function instanceOf(name: string): string {
  const bare = name.replace(/\.[cm]?[jt]sx?$/, '').replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase())
  return bare.charAt(0).toLowerCase() + bare.slice(1)
}

function nameFor({ access, arity, table = 'rows' }: Operation): string {
  const subject = table.charAt(0).toUpperCase() + table.slice(1)
  if (access === 'write') return `save${subject}`
  if (access === 'delete') return `remove${subject}`
  return arity === 'one' ? `find${subject}` : `list${subject}`
}
