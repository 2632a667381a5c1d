/**
 * What statements do, from the trees of PostgreSQL's parser.
 */
import type { Node, RangeVar, SelectStmt, WithClause } from 'libpg-query'
import { HOLE_NAME } from './scan.js'
import { statement, type SqlStatement } from './summary.js'

/** Functions that make one row of many. */
const AGGREGATES = new Set(
  'count sum avg min max bool_or bool_and every json_agg jsonb_agg json_object_agg jsonb_object_agg array_agg string_agg bit_and bit_or stddev variance percentile_cont percentile_disc group_concat'.split(' '),
)
const ADVISORY_LOCK = /^pg_(?:try_)?advisory_(?:xact_)?lock(?:_shared)?$/

/** Queries by the names that WITH gives them. */
type Named = ReadonlyMap<string, Node>

/** @param node a statement as `parseSync` returns it in `stmts[].stmt` */
export function readPostgres(node: Node): SqlStatement {
  if ('SelectStmt' in node) return readSelect(node.SelectStmt, new Map())
  if ('InsertStmt' in node) {
    const { relation, selectStmt, onConflictClause, withClause } = node.InsertStmt
    const source = selectStmt && 'SelectStmt' in selectStmt ? selectStmt.SelectStmt : undefined
    return statement({
      access: 'write',
      table: nameOf(relation),
      arity: arityOfInsert(source),
      isFiltered: true,
      isUpsert: onConflictClause !== undefined,
      locks: (source !== undefined && locksIn(source)) || (withClause?.ctes ?? []).some((cte) => locksInQuery(cte)),
    })
  }
  if ('UpdateStmt' in node || 'DeleteStmt' in node) {
    const change = 'UpdateStmt' in node ? node.UpdateStmt : node.DeleteStmt
    return statement({
      access: 'UpdateStmt' in node ? 'write' : 'delete',
      table: nameOf(change.relation),
      arity: 'many',
      isFiltered: canBeFalse(change.whereClause),
      uniqueFilterColumns: equalColumns(change.whereClause, namesOf(change.relation)),
    })
  }
  if ('MergeStmt' in node) return statement({ access: 'write', table: nameOf(node.MergeStmt.relation), arity: 'many', isFiltered: true, isUpsert: true })
  if ('TruncateStmt' in node) return statement({ access: 'delete', table: rangeName(node.TruncateStmt.relations?.[0]), arity: 'many' })
  if ('CopyStmt' in node) {
    const { relation, query, is_from } = node.CopyStmt
    if (is_from) return statement({ access: 'write', table: nameOf(relation), arity: 'many', isFiltered: true })
    const read = query ? readPostgres(query) : statement({ access: 'read', table: nameOf(relation), arity: 'many', isBounded: false })
    return read
  }
  if ('ExplainStmt' in node) {
    const explained = node.ExplainStmt.query ? readPostgres(node.ExplainStmt.query) : statement({})
    return statement({ access: 'read', table: explained.table, arity: 'many', isFiltered: explained.isFiltered })
  }
  if ('LockStmt' in node) return statement({ table: rangeName(node.LockStmt.relations?.[0]), locks: true })
  if ('TransactionStmt' in node) return statement({ control: controlOf(node.TransactionStmt.kind) })
  if ('VariableShowStmt' in node) return statement({ access: 'read', arity: 'many' })
  return readDefinition(node)
}

function controlOf(kind: string | undefined): SqlStatement['control'] {
  if (kind === 'TRANS_STMT_BEGIN' || kind === 'TRANS_STMT_START') return 'begin'
  if (kind === 'TRANS_STMT_COMMIT' || kind === 'TRANS_STMT_COMMIT_PREPARED') return 'commit'
  return kind === 'TRANS_STMT_ROLLBACK' || kind === 'TRANS_STMT_ROLLBACK_PREPARED' ? 'rollback' : undefined
}

const DEFINITION = /^(?:Create|Alter|Drop|Rename|Index|Comment|Grant|Revoke|Vacuum|Reindex|View|Cluster|RefreshMatView|Define|Rule|SecLabel|ImportForeignSchema|ReassignOwned|VariableSet)/
const NO_DEFINITION = new Set(['AlterSystemStmt'])

function readDefinition(node: Node): SqlStatement {
  const [[kind, value] = ['', undefined]] = Object.entries(node)
  if (!DEFINITION.test(kind) || NO_DEFINITION.has(kind)) return statement({})
  if ('DropStmt' in node) {
    const first = node.DropStmt.objects?.[0]
    const last = first && 'List' in first ? first.List.items?.at(-1) : undefined
    return statement({ access: 'ddl', table: last && 'String' in last ? known(last.String.sval) : undefined, arity: 'many' })
  }
  const { relation, view, into } = value as { relation?: RangeVar; view?: RangeVar; into?: { rel?: RangeVar } }
  return statement({ access: 'ddl', table: nameOf(relation ?? view ?? into?.rel), arity: 'many' })
}

/** One row of values is one insert; rows from a query or put in at run time may be many. */
function arityOfInsert(source: SelectStmt | undefined): SqlStatement['arity'] {
  if (!source) return 'one'
  if (!source.valuesLists) return source.fromClause ? 'many' : 'one'
  const [only] = source.valuesLists
  if (source.valuesLists.length > 1 || !only || !('List' in only)) return 'many'
  return 'one'
}

function readSelect(select: SelectStmt, outer: Named): SqlStatement {
  const named = withNames(select.withClause, outer)
  const changes = (select.withClause?.ctes ?? []).flatMap((cte) => {
    const query = 'CommonTableExpr' in cte ? cte.CommonTableExpr.ctequery : undefined
    return query && !('SelectStmt' in query) ? [readPostgres(query)] : []
  })
  const change = changes.find((one) => one.access === 'write' || one.access === 'delete')
  if (change) return { ...change, arity: 'many', locks: locksIn(select) }

  const leaf = leftmost(select)
  const main = mainSource(leaf, named)
  const isAggregate = makesOneRow(leaf) && (select.op === 'SETOP_NONE' || select.op === undefined)
  const limit = select.limitCount && !isNull(select.limitCount) ? select.limitCount : undefined
  const isOne = isAggregate || (limit !== undefined && constantOf(limit) === 1) || (leaf === select && !leaf.fromClause && !leaf.valuesLists)
  return statement({
    access: isAggregate ? 'aggregate' : 'read',
    table: main.table,
    arity: isOne ? 'one' : 'many',
    isBounded: isOne || limit !== undefined || sourcesOf(select).every((source) => isBoundedSource(source, named)),
    isFiltered: canBeFalse(leaf.whereClause) || main.isFiltered,
    locks: locksIn(select),
    uniqueFilterColumns: main.columns ?? equalColumns(leaf.whereClause, main.names),
  })
}

/** The first branch of UNION and the like. */
function leftmost(select: SelectStmt): SelectStmt {
  let current = select
  while (current.larg) current = current.larg
  return current
}

function sourcesOf(select: SelectStmt): readonly Node[] {
  if (select.larg || select.rarg) return [...(select.larg ? sourcesOf(select.larg) : []), ...(select.rarg ? sourcesOf(select.rarg) : [])]
  return select.fromClause ?? []
}

function withNames(clause: WithClause | undefined, outer: Named): Named {
  if (!clause?.ctes) return outer
  const names = new Map(outer)
  for (const cte of clause.ctes)
    if ('CommonTableExpr' in cte && cte.CommonTableExpr.ctename && cte.CommonTableExpr.ctequery) names.set(cte.CommonTableExpr.ctename, cte.CommonTableExpr.ctequery)
  return names
}

interface Source {
  readonly table: string | undefined
  /** Qualifiers that mean it. */
  readonly names: readonly string[]
  readonly isFiltered: boolean
  /** Set when the filter stands in a query of its own. */
  readonly columns: readonly string[] | undefined
}

const NOTHING: Source = { table: undefined, names: [], isFiltered: false, columns: undefined }

/** The table a SELECT is about: the first it reads from, through subqueries and WITH; for `SELECT EXISTS (...)` the table inside. */
function mainSource(select: SelectStmt, named: Named): Source {
  const first = select.fromClause?.[0]
  if (first) return sourceOf(first, named, select.fromClause?.length === 1)
  for (const target of select.targetList ?? []) {
    const inner = 'ResTarget' in target && target.ResTarget.val ? subqueryIn(target.ResTarget.val) : undefined
    if (inner) return fromQuery(inner, named)
  }
  return NOTHING
}

function sourceOf(node: Node, named: Named, isOnly: boolean): Source {
  if ('JoinExpr' in node) return node.JoinExpr.larg ? sourceOf(node.JoinExpr.larg, named, false) : NOTHING
  if ('RangeSubselect' in node && node.RangeSubselect.subquery && 'SelectStmt' in node.RangeSubselect.subquery)
    return unlessJoined(fromQuery(node.RangeSubselect.subquery.SelectStmt, named), isOnly)
  if (!('RangeVar' in node)) return NOTHING
  const query = node.RangeVar.schemaname === undefined && node.RangeVar.relname ? named.get(node.RangeVar.relname) : undefined
  if (query && 'SelectStmt' in query) {
    // A recursive query names itself.
    const rest = new Map(named)
    rest.delete(node.RangeVar.relname ?? '')
    return unlessJoined(fromQuery(query.SelectStmt, rest), isOnly)
  }
  return { table: nameOf(node.RangeVar), names: namesOf(node.RangeVar), isFiltered: false, columns: undefined }
}

function fromQuery(select: SelectStmt, named: Named): Source {
  const read = readSelect(select, named)
  return { table: read.table, names: [], isFiltered: read.isFiltered, columns: read.uniqueFilterColumns }
}

/** A key of a joined subquery says nothing about how many rows the join has. */
function unlessJoined(source: Source, isOnly: boolean): Source {
  return isOnly ? source : { ...source, columns: [] }
}

function isBoundedSource(node: Node, named: Named): boolean {
  if ('JoinExpr' in node) return [node.JoinExpr.larg, node.JoinExpr.rarg].every((side) => side !== undefined && isBoundedSource(side, named))
  if ('RangeSubselect' in node) return !!node.RangeSubselect.subquery && 'SelectStmt' in node.RangeSubselect.subquery && readSelect(node.RangeSubselect.subquery.SelectStmt, named).isBounded
  if ('RangeVar' in node) {
    const name = node.RangeVar.relname ?? ''
    const query = node.RangeVar.schemaname === undefined ? named.get(name) : undefined
    const rest = new Map(named)
    rest.delete(name)
    return query !== undefined && 'SelectStmt' in query && readSelect(query.SelectStmt, rest).isBounded
  }
  // Functions return what they are given.
  return true
}

/** Aggregates without GROUP BY, and `SELECT EXISTS (...)`. */
function makesOneRow(select: SelectStmt): boolean {
  if (select.groupClause) return false
  const values = (select.targetList ?? []).flatMap((target) => ('ResTarget' in target && target.ResTarget.val ? [target.ResTarget.val] : []))
  if (!select.fromClause) return values.length > 0 && values.every((value) => 'SubLink' in value && value.SubLink.subLinkType === 'EXISTS_SUBLINK')
  return values.some((value) => some(value, (node) => 'FuncCall' in node && !node.FuncCall.over && AGGREGATES.has(lastName(node.FuncCall.funcname))))
}

function locksIn(select: SelectStmt): boolean {
  if (select.lockingClause) return true
  if (select.larg && locksIn(select.larg)) return true
  if (select.rarg && locksIn(select.rarg)) return true
  if ((select.withClause?.ctes ?? []).some(locksInQuery)) return true
  if ((select.fromClause ?? []).some((source) => 'RangeSubselect' in source && source.RangeSubselect.subquery && locksInQuery(source.RangeSubselect.subquery))) return true
  return (select.targetList ?? []).some((target) => some(target, (node) => 'FuncCall' in node && ADVISORY_LOCK.test(lastName(node.FuncCall.funcname))))
}

function locksInQuery(node: Node): boolean {
  if ('CommonTableExpr' in node) return node.CommonTableExpr.ctequery !== undefined && locksInQuery(node.CommonTableExpr.ctequery)
  return 'SelectStmt' in node && locksIn(node.SelectStmt)
}

/** False for no condition and for one that is constant: `WHERE 1 = 1`, `WHERE true`. */
function canBeFalse(where: Node | undefined): boolean {
  return where !== undefined && some(where, (node) => 'ColumnRef' in node || 'ParamRef' in node || 'SubLink' in node || 'FuncCall' in node)
}

/** Columns of the table compared by `=` to something that is no column, in the AND at the top. */
function equalColumns(where: Node | undefined, qualifiers: readonly string[]): readonly string[] {
  if (!where) return []
  if ('BoolExpr' in where) return where.BoolExpr.boolop === 'AND_EXPR' ? [...new Set((where.BoolExpr.args ?? []).flatMap((part) => equalColumns(part, qualifiers)))] : []
  if (!('A_Expr' in where) || where.A_Expr.kind !== 'AEXPR_OP' || lastName(where.A_Expr.name) !== '=') return []
  const { lexpr, rexpr } = where.A_Expr
  if (!lexpr || !rexpr) return []
  if ('RowExpr' in lexpr && 'RowExpr' in rexpr) {
    const values = rexpr.RowExpr.args ?? []
    return (lexpr.RowExpr.args ?? []).flatMap((part, index) => equalPair(part, values[index], qualifiers))
  }
  const found = equalPair(lexpr, rexpr, qualifiers)
  return found.length > 0 ? found : equalPair(rexpr, lexpr, qualifiers)
}

function equalPair(column: Node, value: Node | undefined, qualifiers: readonly string[]): readonly string[] {
  const reference = 'TypeCast' in column ? column.TypeCast.arg : column
  if (!value || !reference || !('ColumnRef' in reference) || some(value, (node) => 'ColumnRef' in node)) return []
  const names = (reference.ColumnRef.fields ?? []).map((field) => ('String' in field ? (field.String.sval ?? '') : ''))
  const name = known(names.at(-1))
  const qualifier = names.at(-2)?.toLowerCase()
  return name !== undefined && (qualifier === undefined || qualifiers.includes(qualifier)) ? [name] : []
}

/** Whether a part of an expression fits; subqueries are no part of it. */
function some(node: Node, fits: (node: Node) => boolean): boolean {
  if (fits(node)) return true
  if ('SubLink' in node) return false
  return Object.values(node).some((value) => someChild(value, fits))
}

function someChild(value: unknown, fits: (node: Node) => boolean): boolean {
  if (Array.isArray(value)) return value.some((item) => someChild(item, fits))
  if (typeof value !== 'object' || value === null) return false
  // Nodes are objects with one capitalised key; structures around them have plain ones.
  const keys = Object.keys(value)
  if (keys.length === 1 && /^[A-Z]/.test(keys[0] ?? '')) return some(value as Node, fits)
  return Object.values(value).some((item) => someChild(item, fits))
}

function subqueryIn(node: Node): SelectStmt | undefined {
  if ('SubLink' in node) return node.SubLink.subselect && 'SelectStmt' in node.SubLink.subselect ? node.SubLink.subselect.SelectStmt : undefined
  if ('TypeCast' in node && node.TypeCast.arg) return subqueryIn(node.TypeCast.arg)
  if (!('FuncCall' in node) && !('CoalesceExpr' in node)) return undefined
  const values = 'FuncCall' in node ? node.FuncCall.args : node.CoalesceExpr.args
  for (const value of values ?? []) {
    const found = subqueryIn(value)
    if (found) return found
  }
  return undefined
}

function constantOf(node: Node): number | undefined {
  return 'A_Const' in node && node.A_Const.ival ? (node.A_Const.ival.ival ?? 0) : undefined
}

function isNull(node: Node): boolean {
  return 'A_Const' in node && node.A_Const.isnull === true
}

function lastName(names: readonly Node[] | undefined): string {
  const last = names?.at(-1)
  return last && 'String' in last ? (last.String.sval ?? '').toLowerCase() : ''
}

function rangeName(node: Node | undefined): string | undefined {
  return node && 'RangeVar' in node ? nameOf(node.RangeVar) : undefined
}

function nameOf(relation: RangeVar | undefined): string | undefined {
  return known(relation?.relname)
}

function namesOf(relation: RangeVar | undefined): readonly string[] {
  const name = relation?.alias?.aliasname ?? relation?.relname
  return name === undefined ? [] : [name.toLowerCase()]
}

/** The name in lower case, unless it is put in at run time. */
function known(name: string | undefined): string | undefined {
  return name === undefined || name === '' || name.includes(HOLE_NAME) ? undefined : name.toLowerCase()
}
