import type { Component } from '../../src/model/architecture-types.js'
import type { Model, Operation, Unit } from '../../src/model/types.js'

/** The repository or service that queries a table for everybody. */
export interface Home {
  readonly component: Component
  /** For people: `OrderRepository`, `services/invoice` where several files are about it. */
  readonly name: string
  /** One of its functions that query the table. */
  readonly unit: Unit
  /** Functions elsewhere that call it. */
  readonly callers: number
  /** It says by its own name that it is the repository or the service of the table. */
  readonly isNamed: boolean
}

/** Names of what queries for everybody. */
export const SAYS_LAYER = /(?:repository|repo|service|store|dao|gateway)(?:\.[cm]?[jt]s)?$/i

export function tableOf(operation: Operation): string | undefined {
  return operation.declaredTable?.name ?? operation.table
}

/**
 * The home of each table: a repository or service that has its name, or stands in a part of the system that has, and
 * queries it in two functions or more. A repository comes before a service.
 */
export function homesOf(model: Model): Map<string, Home> {
  const found = new Map<string, { component: Component; units: Set<Unit>; isNamed: boolean; rank: number }[]>()
  for (const component of model.architecture.components) {
    const operations = model.architecture.operationsIn(component).filter(({ kind }) => kind === 'query')
    // What layer a part of the system is costs more than what it queries.
    const layer = operations.length > 0 ? model.architecture.layerOfComponent(component) : undefined
    if (!layer || (layer.name !== 'repository' && layer.name !== 'service') || layer.confidence === 'low') continue
    const tables = new Map<string, { units: Set<Unit>; names: Set<string> }>()
    for (const operation of operations) {
      const table = tableOf(operation)
      if (table === undefined) continue
      const known = tables.get(table) ?? { units: new Set(), names: new Set() }
      known.units.add(operation.unit)
      for (const name of [table, operation.table, operation.declaredTable?.databaseName]) if (name !== undefined) known.names.add(plain(name))
      tables.set(table, known)
    }
    const boundary = model.architecture.boundaryOf(component.file)
    for (const [table, { units, names }] of tables) {
      const isNamed = names.has(plain(component.name))
      if (!isNamed && !(boundary && names.has(plain(boundary.name)))) continue
      found.set(table, [...(found.get(table) ?? []), { component, units, isNamed, rank: (layer.name === 'repository' ? 2 : 0) + (isNamed ? 1 : 0) }])
    }
  }
  const homes = new Map<string, Home>()
  for (const [table, candidates] of found) {
    const [first] = [...candidates].sort((left, right) => right.rank - left.rank || right.units.size - left.units.size)
    const units = candidates.flatMap((candidate) => [...candidate.units])
    const [unit] = first?.units ?? []
    if (!first || !unit || units.length < 2) continue
    const own = new Set(candidates.map(({ component }) => component))
    const callers = new Set(candidates.flatMap(({ component }) => component.units.flatMap((one) => model.callersOf(one).map(({ call }) => call.unit))).filter((caller) => {
      const component = model.architecture.componentOf(caller)
      return caller.file.surface === 'production' && !(component && own.has(component))
    }))
    const { component } = first
    homes.set(table, { component, name: first.isNamed ? component.name : component.file.relative.split('/').slice(-3, -1).join('/'), unit, callers: callers.size, isNamed: first.isNamed && SAYS_LAYER.test(component.name) })
  }
  return homes
}

/** `orders`, `Order`, `OrderRepository`, `order.service.ts` alike. */
function plain(name: string): string {
  const bare = name.replace(/\.[cm]?[jt]sx?$/, '').replace(/[^a-zA-Z\d]/g, '').toLowerCase()
  const subject = bare.replace(/(?:repository|repo|service|store|dao|queries|usecases?|manager|entity|model|table)$/, '')
  if (/(?:ss|us|is)$/.test(subject)) return subject
  return subject.endsWith('ies') ? subject.replace(/ies$/, 'y') : subject.replace(/s$/, '')
}
