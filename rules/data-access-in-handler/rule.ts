import { defineRule } from '../../src/engine/rule.js'
import type { Component } from '../../src/model/architecture-types.js'
import { entryName, isServing } from '../../src/model/reach.js'
import type { EntryPoint, Model, Operation, Unit } from '../../src/model/types.js'

/** Where more of the handlers go past the layer than through it, going past it is how the project works. */
const CONVENTION = 0.5

export default defineRule({
  id: 'data-access-in-handler',
  severity: 'low',
  title: 'A handler queries a table for which the project has a repository or service.',
  category: 'pattern',
  check({ model, report }) {
    const homes = homesOf(model)
    if (homes.size === 0) return
    const direct = directAccess(model).flatMap(({ entry, operations }) => {
      const past = operations.flatMap((operation) => {
        const home = homes.get(tableOf(operation) ?? '')
        return home && home.file !== operation.unit.file ? [{ operation, home }] : []
      })
      return past.length > 0 ? [{ entry, past }] : []
    })
    const serving = new Set(model.entryPoints.filter(isServing).map(({ handler }) => handler))
    const isConvention = direct.length > 3 && direct.length > serving.size * CONVENTION
    for (const { entry, past } of direct) {
      const [first] = past
      if (!first) continue
      const { operation, home } = first
      const others = [...new Set(past.slice(1).map(({ operation: other }) => other.label))].filter((label) => label !== operation.label)
      report({
        at: { file: operation.unit.file, node: operation.node },
        message: `${entryName(entry)} queries "${operation.table ?? ''}" itself (${[operation.label, ...others].slice(0, 3).join(', ')}), although ${home.name} does that for the project`,
        why: 'What holds for every query of the table (which rows are visible, what is deleted, what is cached) is decided beside the layer that decides it, and drifts apart from it. Ask the layer.',
        trace: [
          { file: operation.unit.file, node: operation.call.node, label: operation.label },
          { file: home.file, node: home.publicUnits[0]?.node ?? home.node, label: `${home.name} has ${home.publicUnits.length} functions for it` },
        ],
        fixes: [
          {
            kind: 'recipe',
            title: `Ask ${home.name}.`,
            edits: [],
            code: [`// in ${home.name}: a method that says what is asked for`, `// in the handler: const result = await ${instanceOf(home)}.${nameFor(operation)}(...)`].join('\n'),
          },
        ],
        confidence: isConvention || operation.confidence !== 'high' ? 'low' : 'medium',
      })
    }
  },
})

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

function tableOf(operation: Operation): string | undefined {
  return operation.declaredTable?.name ?? operation.table
}

/** The repository or service of each table: the one that is about it, and queries it in two functions or more. */
function homesOf(model: Model): Map<string, Component> {
  const homes = new Map<string, { component: Component; rank: number }>()
  for (const component of model.architecture.components) {
    const layer = model.architecture.layerOfComponent(component)
    if (!layer || (layer.name !== 'repository' && layer.name !== 'service') || layer.confidence === 'low') continue
    const units = new Map<string, Set<Unit>>()
    for (const operation of model.architecture.operationsIn(component)) {
      const table = operation.kind === 'query' ? tableOf(operation) : undefined
      if (table !== undefined) units.set(table, (units.get(table) ?? new Set()).add(operation.unit))
    }
    const most = Math.max(0, ...[...units.values()].map(({ size }) => size))
    for (const [table, { size }] of units) {
      const isNamed = plain(component.name).includes(plain(table))
      if (size < 2 || !(isNamed || size === most)) continue
      // A repository before a service, one of the table's name before one that queries others too.
      const rank = (layer.name === 'repository' ? 2 : 0) + (isNamed ? 1 : 0)
      const known = homes.get(table)
      if (!known || known.rank < rank) homes.set(table, { component, rank })
    }
  }
  return new Map([...homes].map(([table, { component }]) => [table, component]))
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, '').replace(/(?:entity|model|table)$/, '').replace(/ies$/, 'y').replace(/s$/, '')
}

function instanceOf({ name }: Component): string {
  const bare = name.replace(/\.[cm]?[jt]sx?$/, '').replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase())
  return bare.charAt(0).toLowerCase() + bare.slice(1)
}

function nameFor({ access, arity, table = 'rows' }: Operation): string {
  const subject = table.charAt(0).toUpperCase() + table.slice(1)
  if (access === 'write') return `save${subject}`
  if (access === 'delete') return `remove${subject}`
  return arity === 'one' ? `find${subject}` : `list${subject}`
}
