/**
 * What goes with a row when it is deleted: the foreign keys, relations and hooks that cascade, as a graph of tables.
 */
import { ts } from 'ts-morph'
import type { Model, Operation, Relation, Table } from './types.js'

/** Deleting a row of `parent` deletes the rows of `child` that belong to it. */
export interface CascadeEdge {
  readonly parent: Table
  readonly child: Table
  /** The declaration that says so, on either side. */
  readonly relation: Relation
  /** The table whose declaration it is. */
  readonly declaredBy: Table
}

/** What one table takes with it. */
export interface CascadeTree {
  readonly root: Table
  /** Each table that is reached, the nearest first, with the shortest way from the root. */
  readonly reached: readonly { readonly table: Table; readonly path: readonly CascadeEdge[] }[]
}

export class Cascades {
  readonly edges: readonly CascadeEdge[]
  private readonly below = new Map<Table, CascadeEdge[]>()
  private readonly above = new Map<Table, CascadeEdge[]>()
  private readonly holders = new Map<Table, Set<Table>>()

  constructor(private readonly model: Model) {
    const edges = new Map<string, CascadeEdge>()
    const identity = new Map(model.tables.map((table, index) => [table, index]))
    for (const declaredBy of model.tables)
      for (const relation of declaredBy.relations) {
        const holds = relation.holdsKey && (relation.onDelete === 'restrict' || relation.onDelete === 'no-action')
        if (relation.onDelete !== 'cascade' && !holds) continue
        const other = this.target(relation, declaredBy)
        if (!other || other === declaredBy) continue
        if (holds) {
          this.holders.set(other, (this.holders.get(other) ?? new Set()).add(declaredBy))
          continue
        }
        const [parent, child] = relation.holdsKey ? [other, declaredBy] : [declaredBy, other]
        const key = `${identity.get(parent) ?? ''} ${identity.get(child) ?? ''}`
        // The side with the key is where the action stands.
        if (!edges.has(key) || (relation.holdsKey && !edges.get(key)?.relation.holdsKey)) edges.set(key, { parent, child, relation, declaredBy })
      }
    this.edges = [...edges.values()]
    for (const edge of this.edges) {
      add(this.below, edge.parent, edge)
      add(this.above, edge.child, edge)
    }
  }

  /** Tables whose rows take others with them. */
  get parents(): readonly Table[] {
    return [...this.below.keys()]
  }

  /** Some other table takes the rows of this one with it. */
  hasParent(table: Table): boolean {
    return this.above.has(table)
  }

  parentsOf(table: Table): readonly CascadeEdge[] {
    return this.above.get(table) ?? []
  }

  /** What goes with a row of the table at once. */
  childrenOf(table: Table): readonly CascadeEdge[] {
    return this.below.get(table) ?? []
  }

  /** Tables whose rows keep a row of this one from being deleted, and stay when it goes. */
  holdersOf(table: Table): readonly Table[] {
    const cascading = new Set(this.childrenOf(table).map(({ child }) => child))
    return [...(this.holders.get(table) ?? [])].filter((holder) => !cascading.has(holder))
  }

  /** The table that the rows of this one are a part of, by the primary key both have: `user.id` refers to `actor.id`. */
  baseOf(table: Table): Table | undefined {
    return this.parentsOf(table).find(({ relation }) => relation.holdsKey && /^id$/i.test(relation.key ?? ''))?.parent
  }

  /**
   * Everything deleting a row of the table reaches.
   *
   * @param without tables that have no rows when that happens
   */
  treeOf(root: Table, without: ReadonlySet<Table> = new Set()): CascadeTree {
    const paths = new Map<Table, readonly CascadeEdge[]>([[root, []]])
    // The map grows while it is walked.
    for (const [table, path] of paths) for (const edge of this.childrenOf(table)) if (!paths.has(edge.child) && !without.has(edge.child)) paths.set(edge.child, [...path, edge])
    paths.delete(root)
    return { root, reached: [...paths].map(([table, path]) => ({ table, path })) }
  }

  /** The longest way down from a table without passing a table twice. */
  longestFrom(table: Table, wanted: (table: Table) => number, without: ReadonlySet<Table> = new Set(), passed: ReadonlySet<Table> = new Set()): readonly CascadeEdge[] {
    let best: readonly CascadeEdge[] = []
    let bestScore = -1
    // Every way would be exponential in a dense schema; this many tables tell the story.
    if (passed.size >= 6) return best
    for (const edge of this.childrenOf(table)) {
      if (passed.has(edge.child) || without.has(edge.child)) continue
      const path = [edge, ...this.longestFrom(edge.child, wanted, without, new Set([...passed, table]))]
      const score = path.reduce((sum, one) => sum + wanted(one.child), 0)
      if (score > bestScore) {
        best = path
        bestScore = score
      }
    }
    return best
  }

  /** Of several tables with the name, the one in the same package; a monorepo may declare each twice. */
  private target(relation: Relation, from: Table): Table | undefined {
    const named = this.model.tables.filter((table) => table.name === relation.target || table.databaseName === relation.target)
    return named.find((table) => table.place.file === from.place.file) ?? named.find((table) => table.place.file.package === from.place.file.package) ?? this.model.table(relation.target)
  }
}

function add(map: Map<Table, CascadeEdge[]>, key: Table, edge: CascadeEdge): void {
  const list = map.get(key)
  if (list) list.push(edge)
  else map.set(key, [edge])
}

const SOFT_COLUMN = /^(?:deleted|removed|archived)(?:_?(?:at|on|date|time))?$|^is_?(?:deleted|removed|archived)$|^delet(?:ion|ed)_?(?:date|timestamp|time)$/i

/** The column that marks a row as deleted; undefined where rows are not marked. */
export function softDeleteColumn(table: Table): string | undefined {
  return table.columns.find(({ name }) => SOFT_COLUMN.test(name))?.name
}

/**
 * Whether an operation removes rows for good. A library may turn a delete of an entity into a mark where the table has
 * a column for it; deletes by a condition, and forced ones, remove.
 */
export function removesRows(operation: Operation, table: Table): boolean {
  if (operation.kind !== 'query' || operation.access !== 'delete') return false
  if (/^(?:softDelete|softRemove|restore)/.test(operation.call.name)) return false
  const isMarking = operation.call.name === 'destroy' && softDeleteColumn(table) !== undefined
  return !isMarking || (ts.isCallExpression(operation.call.node) && operation.call.node.arguments.some((argument) => /\bforce\s*:\s*true\b/.test(argument.getText())))
}
