import type { Component } from '../../src/model/architecture-types.js'
import type { Model, Operation, Unit } from '../../src/model/types.js'

/** Methods of a component that are about one subject. */
export interface Cluster {
  /** The subject, for people: `invoice`. */
  readonly subject: string
  readonly methods: readonly Unit[]
  /** One of them changes something. */
  readonly writes: boolean
}

export interface Domains {
  /** Tables that the component works with, itself or through repositories. */
  readonly tables: readonly string[]
  /** The largest first. */
  readonly clusters: readonly Cluster[]
}

/** Words of method names that say what is done, not to what. */
const VERBS =
  /^(?:get|find|list|create|add|update|set|delete|remove|save|fetch|load|count|is|has|can|check|validate|ensure|assign|revoke|search|by|for|with|and|all|many|one|to|from|in|on|of|the|bulk|batch|process|handle|send|make|build|calculate|compute|apply|enable|disable|toggle|id|ids)$/

/**
 * What a component is about: each public method belongs to the table that its name names, else to the rarest that it
 * works with; tables of one family (`order`, `order_line`) are one subject.
 */
export function domainsOf(component: Component, model: Model): Domains {
  const works = new Map(component.publicUnits.map((unit) => [unit, workOf(unit, component, model)]))
  const counts = new Map<string, number>()
  for (const { tables } of works.values()) for (const table of tables) counts.set(table, (counts.get(table) ?? 0) + 1)
  const names = [...counts.keys()].sort((left, right) => right.length - left.length || (left < right ? -1 : 1))
  const families = new Map<string, Unit[]>()
  for (const [unit, { tables }] of works) {
    const own = wordsOf(unit.name.slice(unit.name.lastIndexOf('.') + 1)).filter((word) => !VERBS.test(word))
    const joined = own.join('')
    const named = names.find((table) => joined.includes(plain(table)))
    const table = named ?? [...tables].sort((left, right) => (counts.get(left) ?? 0) - (counts.get(right) ?? 0) || (left < right ? -1 : 1))[0]
    if (table === undefined) continue
    const family = familyOf(table, names)
    const list = families.get(family)
    if (list) list.push(unit)
    else families.set(family, [unit])
  }
  const clusters = [...families].map(([subject, methods]) => ({ subject, methods, writes: methods.some((unit) => works.get(unit)?.writes) })).sort((left, right) => right.methods.length - left.methods.length || (left.subject < right.subject ? -1 : 1))
  return { tables: [...counts.keys()].sort(), clusters }
}

/** Tables of queries in the component, in what it calls, and in the repositories a step further. */
function workOf(unit: Unit, component: Component, model: Model): { tables: ReadonlySet<string>; writes: boolean } {
  const { architecture } = model
  const tables = new Set<string>()
  let writes = false
  for (const { operation, distance } of model.reachedBy(unit, 'query')) {
    const owner = architecture.componentOf(operation.unit)
    const isNear = distance <= 1 || owner === component || (distance <= 2 && owner !== undefined && /^(?:repository|entity)$/.test(architecture.layerOfComponent(owner)?.name ?? ''))
    const table = nameOf(operation)
    if (!isNear || table === undefined) continue
    tables.add(table)
    writes ||= operation.access === 'write' || operation.access === 'delete'
  }
  return { tables, writes }
}

function nameOf(operation: Operation): string | undefined {
  return operation.declaredTable?.name ?? operation.table
}

function wordsOf(name: string): string[] {
  return [...name.matchAll(/[A-Z]+(?![a-z])|[A-Z]?[a-z\d]+/g)].map(([word]) => singular(word.toLowerCase()))
}

function singular(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word
  return word.endsWith('ies') ? word.replace(/ies$/, 'y') : word.replace(/s$/, '')
}

/** `order_lines`, `OrderLineEntity` and `orderline` alike. */
function plain(table: string): string {
  return singular(table.toLowerCase().replaceAll('_', '').replace(/(?:entity|model|table)$/, ''))
}

/** The shortest of the tables with which the name begins or ends: `order` for `order_line` and `archived_order`. */
function familyOf(table: string, names: readonly string[]): string {
  const own = plain(table)
  const roots = names.map(plain).filter((name) => name.length >= 4 && (own.startsWith(name) || own.endsWith(name)))
  return roots.sort((left, right) => left.length - right.length || (left < right ? -1 : 1))[0] ?? own
}
