/**
 * Where the code deletes rows of a table for good, and what it leaves to the cascade there.
 */
import { ts } from 'ts-morph'
import { argumentsOf, isEither } from '../../src/libraries/paths.js'
import { contains } from '../../src/model/control-flow.js'
import { removesRows, softDeleteColumn, type Cascades } from '../../src/model/deletions.js'
import { ifAllSeen } from '../../src/model/given-by-callers.js'
import type { Call, Model, Operation, Table, Unit } from '../../src/model/types.js'

/** Units that run around a delete are followed up to this many. */
const MOST_AROUND = 300
/** Names in a filter are followed back to their values through this many others. */
const MOST_HOPS = 4
/** Rows that were made up to show the program are nobody's: `demoCleanup.ts`, `seed/reset.ts`, `endsWith: '@demo.com'`. */
const MADE_UP_FILE = /(?:^|[^a-z])(?:demo|seed(?:er|s|ing)?)(?![a-z])|(?:Demo|Seed(?:er|s|ing)?)(?![a-z])/
const MADE_UP_ROWS = /\bis_?demo['"]?\s*[:,]\s*true\b|['"]%?@[\w-]+\.\w+['"]/i
const ADDRESS = /^[\w.+-]+@[\w.-]+\.\w+$/

export class Removals {
  private readonly byTable = new Map<Table, Operation[]>()
  private readonly marked = new Set<Table>()
  private readonly idle = new Set<Table>()
  private readonly changed = new Set<Table>()
  private readonly deleted = new Map<Unit, ReadonlySet<Table>>()
  private readonly former = new Map<Table, readonly string[]>()

  constructor(
    private readonly model: Model,
    private readonly cascades: Cascades,
  ) {
    for (const operation of model.operations) {
      const table = operation.kind === 'query' ? operation.declaredTable : undefined
      if (!table || cascades.childrenOf(table).length === 0) continue
      if (model.isUnused(operation.unit)) {
        if (removesRows(operation, table)) this.idle.add(table)
        continue
      }
      if (removesRows(operation, table)) {
        if (!isNeverAsked(operation, model)) this.byTable.set(table, [...(this.byTable.get(table) ?? []), operation])
        continue
      }
      if (this.isMark(operation, table)) this.marked.add(table)
      if (operation.access === 'write' && operation.where.length > 0) this.changed.add(table)
    }
  }

  /** Operations in code that runs which delete rows of the table for good. */
  of(table: Table): readonly Operation[] {
    return this.byTable.get(table) ?? []
  }

  /** Code that runs marks rows of the table as deleted. */
  isMarked(table: Table): boolean {
    return this.marked.has(table)
  }

  /** Code that nothing runs deletes rows of the table. */
  isLeftToIdleCode(table: Table): boolean {
    return this.idle.has(table)
  }

  /** Code that runs changes rows of the table that are there: it knows what to do with them, and deleting is not among it. */
  isChanged(table: Table): boolean {
    return this.changed.has(table)
  }

  /**
   * It deletes rows that nothing hangs on or that nobody needs: rows without others, rows made up for a demonstration or
   * a test, and rows that were marked as deleted before, some at a time; or none at all, for it was written for an older
   * schema. SQL takes nothing with it where only the library plays the cascade.
   */
  isHarmless(removal: Operation, table: Table): boolean {
    if (table.isPlayed && removal.sql.length > 0) return true
    const { relative } = removal.unit.file
    if (MADE_UP_FILE.test(relative.slice(relative.lastIndexOf('/') + 1)) || removal.where.some((where) => where !== true && MADE_UP_ROWS.test(where.getText()))) return true
    if (this.isOfFormerSchema(removal, table) || this.isOfNamedAccount(removal)) return true
    const behind = this.valuesBehind(removal)
    return behind.some((value) => this.takesEmptyOnes(value, table)) || (softDeleteColumn(table) !== undefined && this.isBatch(removal, table, behind))
  }

  /** Tables below the root of which no rows are left when a removal of the root runs: deleted before, or asked for. */
  emptiedBefore(removal: Operation, root: Table, reached: readonly Table[]): ReadonlySet<Table> {
    const found = new Set([...this.deletedBefore(removal.unit, removal.node), ...this.refusedFor(removal, root)])
    // What cannot be without a row of such a table is gone with it; the set grows while it is walked.
    for (const table of found) for (const child of reached) if (!found.has(child) && needs(child, table)) found.add(child)
    return found
  }

  /**
   * Rows of other tables keep the rows of these from being deleted, and nothing that runs around the removal takes them
   * away first: it fails as long as there are some.
   *
   * @param grows whether a table gets rows as long as the system runs
   */
  isHeld(removal: Operation, tables: readonly Table[], reached: readonly Table[], grows: (table: Table) => boolean): boolean {
    const holders = new Set(tables.flatMap((table) => this.cascades.holdersOf(table)))
    return [...holders].some((holder) => !tables.includes(holder) && !reached.includes(holder) && grows(holder) && !this.releasedAround(removal.unit).has(holder))
  }

  /** `softDelete(id)`, `update({ data: { deletedAt: new Date() } })`, `set({ status: 'DELETED' })`. */
  private isMark(operation: Operation, table: Table): boolean {
    if (/^(?:softDelete|softRemove)/.test(operation.call.name)) return true
    if (operation.access === 'delete') return true
    if (operation.access !== 'write') return false
    const column = softDeleteColumn(table)?.toLowerCase().replaceAll('_', '')
    return this.model.rows.changesOf(operation).some((change) => change.column === column || (/^(?:status|state)$/.test(change.column) && /delet|remov|archiv|closed|inactive|deactivat/i.test(change.value?.getText() ?? '')))
  }

  /**
   * It names a column that a later migration took away, or so does all that its function reads of the table before: it fails
   * before anything is deleted.
   */
  private isOfFormerSchema(removal: Operation, table: Table): boolean {
    const columns = this.formerColumns(table)
    if (columns.length === 0) return false
    const names = new RegExp(String.raw`\b(?:${columns.map((column) => column.replaceAll('$', String.raw`\$`)).join('|')})\b`, 'i')
    const isFormer = (operation: Operation): boolean => argumentsOf(operation.call.node).some((argument) => [argument, this.model.initializerOf(argument)].some((text) => text !== undefined && names.test(text.getText())))
    if (isFormer(removal)) return true
    const reads = this.model.operations.filter((other) => other.unit === removal.unit && other.kind === 'query' && other.access === 'read' && other.declaredTable === table && other.node.pos < removal.node.pos)
    return reads.length > 0 && reads.every(isFormer)
  }

  /** `const email = 'probe@shop.test'; pool.query('DELETE FROM users WHERE email = $1', [email])`: one account that the code names. */
  private isOfNamedAccount({ call }: Operation): boolean {
    return argumentsOf(call.node).some((argument) => ts.isArrayLiteralExpression(argument) && argument.elements.some((element) => [element, this.model.initializerOf(element)].some((value) => value !== undefined && ts.isStringLiteralLike(value) && ADDRESS.test(value.text))))
  }

  /** Columns that migrations took away from a table and that it has not got again. */
  private formerColumns(table: Table): readonly string[] {
    let known = this.former.get(table)
    if (!known) {
      const dropped = this.model.migrations.flatMap(({ statements }) => statements.flatMap(({ operations }) => operations.flatMap((operation) => (operation.kind === 'drop-column' && [table.name, table.databaseName].includes(operation.table) ? [operation.column] : []))))
      known = [...new Set(dropped)].filter((column) => !table.columns.some(({ name, databaseName }) => name === column || databaseName === column))
      this.former.set(table, known)
    }
    return known
  }

  /** What a filter is made of: it, and what the names in it were given. */
  private valuesBehind({ where }: Operation): ts.Node[] {
    const found = new Set<ts.Node>(where.filter((one) => one !== true))
    let fresh = [...found]
    for (let hop = 0; hop < MOST_HOPS && fresh.length > 0; hop++) {
      fresh = fresh.flatMap(namesIn).flatMap((name) => this.model.initializerOf(name) ?? []).filter((value) => !found.has(value) && !ts.isFunctionLike(value))
      for (const value of fresh) found.add(value)
    }
    return [...found]
  }

  /** `{ items: { none: {} } }`, `orders.filter((order) => order.items.length === 0)`. */
  private takesEmptyOnes(value: ts.Node, table: Table): boolean {
    const text = value.getText()
    const names = [/(\w+)\s*:\s*\{\s*none\s*:\s*\{\s*\}/.exec(text)?.[1], /\.filter\(/.test(text) ? /\.(\w+)\.length\s*(?:===?\s*0|<\s*1)/.exec(text)?.[1] : undefined]
    return names.some((name) => name !== undefined && table.relations.some((relation) => !relation.holdsKey && relation.many && relation.name === name)) || /\b(?:notExists|whereNotExists)\(/.test(text)
  }

  /** The rows are those of a query that reads some at a time, or of a list that is taken in pieces. */
  private isBatch(removal: Operation, table: Table, behind: readonly ts.Node[]): boolean {
    const { unit, call } = removal
    if (removal.bound !== undefined || this.model.loops.some(({ size, file, node }) => size === 'batches' && file === unit.file && node.pos <= call.node.pos && call.node.end <= node.end)) return true
    return this.model.operations.some((read) => read.kind === 'query' && read.access === 'read' && read.bound !== undefined && read.declaredTable === table && read.unit.file === unit.file && behind.some((value) => value.pos <= read.node.pos && read.node.end <= value.end))
  }

  /** Tables whose rows are deleted by what runs before the node, in its unit, around it, and in front of every call of it. */
  private deletedBefore(unit: Unit, node: ts.Node, hops = 1): ReadonlySet<Table> {
    const found = new Set<Table>()
    let at = node
    let owner: Unit = unit
    for (;;) {
      for (const call of owner.calls) for (const table of call.node.end > at.pos ? [] : inFormerClause(call.node, at) ? this.takenInBatches(call) : this.emptiedBy(call)) found.add(table)
      if (!owner.parent || owner.parent.kind === 'module' || nameable(owner) === owner) break
      at = owner.node
      owner = owner.parent
    }
    const callers = hops > 0 ? this.model.callersOf(owner).filter(({ call, use }) => !use && !this.model.isUnused(call.unit)) : []
    const [first, ...others] = callers.map(({ call }) => this.deletedBefore(call.unit, call.node, hops - 1))
    for (const table of first ?? []) if (others.every((tables) => tables.has(table))) found.add(table)
    return found
  }

  /** Tables of which a call takes some rows at a time, as one step of a job that is run until none are left. */
  private takenInBatches(call: Call): Table[] {
    const queries = this.model.reachedFrom(call, 'query')
    return this.emptiedBy(call).filter((table) => queries.some(({ operation }) => operation.access === 'read' && operation.bound !== undefined && operation.declaredTable === table))
  }

  /** Tables of which a call deletes all rows that a filter leaves, or one after the other. */
  private emptiedBy(call: Call): Table[] {
    const repeats = call.loop !== undefined || this.model.callbacksOf(call).some(({ mode }) => mode === 'iterates')
    return this.model.reachedFrom(call, 'query').flatMap(({ operation, looped }) => {
      const table = operation.declaredTable
      if (!table || operation.access !== 'delete' || !(operation.arity === 'many' || repeats || looped)) return []
      // Some of the rows: `deleteMany({ where: { userId, status: 'draft' } })`.
      const isPart = [...(this.model.rows.keyOf(operation)?.columns.values() ?? [])].some((value) => /^(?:["\d]|true$|false$|null$)/.test(value))
      return isPart ? [] : [table]
    })
  }

  /**
   * Tables whose rows make the code turn back, or go another way: `if (organization._count.venues > 0) return`,
   * `if (await venues.count(...)) throw`, `if (count > 0) keep(id) else remove(id)`.
   */
  private refusedFor(removal: Operation, root: Table): Table[] {
    const found: Table[] = []
    for (let unit: Unit | undefined = removal.unit; unit && unit.kind !== 'module'; unit = nameable(unit) === unit ? undefined : unit.parent)
      for (const { condition, node, uses } of this.model.rows.testsIn(unit)) {
        if (!ts.isIfStatement(node) || !isLeftForNone(node, condition, removal.node)) continue
        for (const { operation, path } of uses) {
          if (operation.declaredTable === root) found.push(...root.relations.flatMap(({ name, holdsKey, target }) => (!holdsKey && path.includes(name) ? (this.model.table(target) ?? []) : [])))
          else if (operation.declaredTable && (this.model.rows.keyOf(operation)?.columns.size ?? 2) <= 1) found.push(operation.declaredTable)
        }
      }
    return found
  }

  /** Tables whose rows are deleted, or lose what they refer to, by anything that runs together with the unit. */
  private releasedAround(unit: Unit): ReadonlySet<Table> {
    let known = this.deleted.get(unit)
    if (!known) {
      const around = new Set([unit])
      for (const one of around) {
        if (around.size > MOST_AROUND) break
        if (one.parent && one.parent.kind !== 'module') around.add(one.parent)
        for (const { call } of this.model.callersOf(one)) if (call.unit.kind !== 'module') around.add(call.unit)
      }
      const found = new Set<Table>()
      for (const one of around)
        for (const { operation } of this.model.reachedBy(one, 'query')) {
          const table = operation.declaredTable
          if (table && !found.has(table) && (operation.access === 'delete' || this.emptiesKey(operation))) found.add(table)
        }
      this.deleted.set(unit, (known = found))
    }
    return known
  }

  private emptiesKey(operation: Operation): boolean {
    return operation.access === 'write' && this.model.rows.changesOf(operation).some(({ value }) => value?.kind === ts.SyntaxKind.NullKeyword)
  }
}

/** The nearest function with a name of its own around a unit; what is given to a call or kept in an object has none. */
function nameable(unit: Unit): Unit | undefined {
  for (let at: Unit | undefined = unit; at; at = at.parent) {
    const { node } = at
    if (ts.isFunctionDeclaration(node) || (ts.isMethodDeclaration(node) && at.classNode && !ts.getDecorators(node)?.length)) return at
    if ((ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && ts.isVariableDeclaration(node.parent)) return at
  }
  return undefined
}

/** A row of the table cannot be without one of the other. */
function needs(table: Table, other: Table): boolean {
  return table.relations.some(({ name: relation, holdsKey, target, key, onDelete }) => {
    if (!holdsKey || onDelete === 'set-null' || (target !== other.name && target !== other.databaseName)) return false
    const column = (key ?? `${relation}Id`).toLowerCase()
    return table.columns.some(({ name, databaseName, nullable }) => !nullable && (name.toLowerCase() === column || databaseName?.toLowerCase() === column))
  })
}

function namesIn(node: ts.Node): ts.Identifier[] {
  if (ts.isIdentifier(node)) return [node]
  if (ts.isPropertyAccessExpression(node)) return namesIn(node.expression)
  const found: ts.Identifier[] = []
  ts.forEachChild(node, (child) => void found.push(...namesIn(child)))
  return found
}

/** `switch (step)`: a call stands in a clause before that of a node. */
function inFormerClause(call: ts.Node, node: ts.Node): boolean {
  const clause = ts.findAncestor(node, ts.isCaseOrDefaultClause)
  const former = clause && ts.findAncestor(call, (at): at is ts.CaseOrDefaultClause => ts.isCaseOrDefaultClause(at) && at.parent === clause.parent)
  return former !== undefined && former !== clause
}

/** Control comes to a node only where what a condition asks for is not there. */
function isLeftForNone({ thenStatement, elseStatement }: ts.IfStatement, condition: ts.Expression, node: ts.Node): boolean {
  if (contains(thenStatement, node)) return asksForNone(condition)
  return asksForSome(condition) && (elseStatement !== undefined && contains(elseStatement, node) ? !isBoth(condition) : thenStatement.end <= node.pos && turnsBack(thenStatement))
}

function isBoth(condition: ts.Expression): boolean {
  return ts.isBinaryExpression(condition) && condition.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
}

function turnsBack(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement
  return last !== undefined && (ts.isThrowStatement(last) || ts.isReturnStatement(last))
}

/** It holds where there are rows: `count > 0`, `orders.length`, and not `!order`. */
function asksForSome(condition: ts.Expression): boolean {
  return !ts.isPrefixUnaryExpression(condition) && !NONE.test(condition.getText())
}

/** It holds where there are none, and for nothing else: `count === 0`, `orders.length < 1`. */
function asksForNone(condition: ts.Expression): boolean {
  return ts.isBinaryExpression(condition) && !isEither(condition.operatorToken.kind) && NONE.test(condition.getText())
}

const NONE = /===?\s*(?:0|null|undefined)\b|<\s*1\b/

/** `isHard ? orders.delete(id) : orders.update(...)`, where no caller gives the optional `isHard`. */
function isNeverAsked({ call, unit }: Operation, model: Model): boolean {
  for (let at: ts.Node = call.node; at.parent && at !== unit.node; at = at.parent) {
    const { parent } = at
    const condition = ts.isConditionalExpression(parent) && parent.whenTrue === at ? parent.condition : ts.isIfStatement(parent) && parent.thenStatement === at ? parent.expression : undefined
    if (!condition || !ts.isIdentifier(condition)) continue
    const parameter = unit.parameters.find(({ name, questionToken, initializer }) => name.getText() === condition.text && (questionToken !== undefined || initializer?.kind === ts.SyntaxKind.FalseKeyword))
    if (parameter && ifAllSeen(model.givenFor(condition))?.every(({ value }) => value === parameter.initializer)) return true
  }
  return false
}
