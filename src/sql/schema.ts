/**
 * What data definition statements do to the tables of a schema.
 */
import type { ColumnDef, Constraint, Node, RangeVar } from 'libpg-query'
import { fill } from './fill.js'
import { columnName, list, record, tableIn } from './generic.js'
import { parseGeneric, parsePostgres, type GenericNode } from './parsers.js'
import { scan, splitStatements, type Token } from './scan.js'
import type { Dialect } from './summary.js'

export type DeleteAction = 'cascade' | 'restrict' | 'set-null' | 'no-action' | 'set-default'

/** A foreign key. */
export interface ForeignKey {
  readonly columns: readonly string[]
  readonly target: string
  readonly onDelete: DeleteAction | undefined
  /** The constraint's name, where it is given one. */
  readonly name?: string
}

/** Columns and keys that a statement gives to a table; names in lower case. */
export interface TableParts {
  readonly columns: readonly { readonly name: string; readonly type: string | undefined; readonly nullable: boolean }[]
  /** Unique keys, the primary key among them. */
  readonly keys: readonly (readonly string[])[]
  /** Unique keys over the rows for which a condition holds, with the columns that it is about. */
  readonly partialKeys?: readonly { readonly columns: readonly string[]; readonly of: readonly string[]; readonly is?: readonly string[] }[]
  readonly foreignKeys: readonly ForeignKey[]
}

/** One change; `start` and `end` are offsets of its statement in the text. */
export type SchemaChange = { readonly start: number; readonly end: number; readonly table: string } & (
  | ({ readonly kind: 'create' | 'add' } & TableParts)
  | { readonly kind: 'drop' }
  | { readonly kind: 'drop-column'; readonly column: string }
  | { readonly kind: 'drop-constraint'; readonly name: string }
  | { readonly kind: 'rename'; readonly to: string }
  | { readonly kind: 'rename-column'; readonly column: string; readonly to: string }
)

/** A change without its place. */
type Change = SchemaChange extends infer One ? (One extends SchemaChange ? Omit<One, 'start' | 'end'> : never) : never

/** Statements that define tables; everything else in a file is not parsed. */
const DEFINES = /^(?:create\s+(?:or\s+replace\s+)?(?:(?:global|local)\s+)?(?:temp\w*\s+|unlogged\s+|foreign\s+)?table|alter\s+table|drop\s+table|create\s+unique|rename\s+table)\b/i

/**
 * Reads the changes a SQL text makes to tables, in order. Statements that no parser accepts say nothing.
 *
 * @param dialect the database, where it is known
 */
export function readSchemaChanges(text: string, dialect?: Dialect): SchemaChange[] {
  return splitStatements(scan(text, dialect)).flatMap((tokens) => {
    const solid = tokens.filter((token) => token.kind !== 'gap')
    const [first] = solid
    const last = solid.at(-1)
    if (!first || !last || !DEFINES.test(solid.slice(0, 5).map((token) => token.text).join(' '))) return []
    const place = { start: first.start, end: last.start + last.original.length }
    return readStatement(tokens, dialect).map((change) => ({ ...change, ...place }))
  })
}

function readStatement(tokens: readonly Token[], dialect: Dialect | undefined): Change[] {
  const node = fill(tokens, 'postgres', parsePostgres)?.tree.stmts?.[0]?.stmt
  if (node) return fromPostgres(node)
  if (dialect === 'postgres') return []
  for (const other of dialect ? [dialect] : (['mysql', 'sqlite', 'mssql'] as const)) {
    const tree = fill(tokens, 'other', (text) => parseGeneric(text, other))?.tree
    const changes = tree ? fromGeneric(tree) : []
    if (changes.length > 0) return changes
  }
  return []
}

// ---- PostgreSQL's parser ------------------------------------------------------------------------------------

function fromPostgres(node: Node): Change[] {
  if ('CreateStmt' in node) {
    const table = tableName(node.CreateStmt.relation)
    if (table === undefined) return []
    return [{ kind: 'create', table, ...merge((node.CreateStmt.tableElts ?? []).map((element) => partsOf(element))) }]
  }
  if ('AlterTableStmt' in node) {
    const table = tableName(node.AlterTableStmt.relation)
    if (table === undefined || node.AlterTableStmt.objtype !== 'OBJECT_TABLE') return []
    return (node.AlterTableStmt.cmds ?? []).flatMap((command): Change[] => {
      if (!('AlterTableCmd' in command)) return []
      const { subtype, def, name } = command.AlterTableCmd
      if (subtype === 'AT_DropConstraint' && name) return [{ kind: 'drop-constraint', table, name: name.toLowerCase() }]
      if (subtype === 'AT_DropColumn' && name) return [{ kind: 'drop-column', table, column: name.toLowerCase() }]
      if ((subtype === 'AT_AddColumn' || subtype === 'AT_AddConstraint') && def) return [{ kind: 'add', table, ...partsOf(def) }]
      return []
    })
  }
  if ('IndexStmt' in node) {
    const { relation, unique, whereClause, indexParams } = node.IndexStmt
    const table = tableName(relation)
    // A partial index leaves duplicates among the rows it does not cover; an index of expressions is no key of columns.
    const columns = (indexParams ?? []).map((part) => ('IndexElem' in part ? part.IndexElem.name?.toLowerCase() : undefined))
    if (!unique || table === undefined || columns.length === 0 || columns.includes(undefined)) return []
    const key = columns as string[]
    if (whereClause) return [{ kind: 'add', table, columns: [], keys: [], partialKeys: [{ columns: key, of: columnsIn(whereClause), is: equalitiesIn(whereClause) }], foreignKeys: [] }]
    return [{ kind: 'add', table, columns: [], keys: [key], foreignKeys: [] }]
  }
  if ('DropStmt' in node && node.DropStmt.removeType === 'OBJECT_TABLE')
    return (node.DropStmt.objects ?? []).flatMap((object): Change[] => {
      const table = 'List' in object ? names(object.List.items).at(-1) : undefined
      return table === undefined ? [] : [{ kind: 'drop', table }]
    })
  if ('RenameStmt' in node) {
    const { renameType, relation, subname, newname } = node.RenameStmt
    const table = tableName(relation)
    if (table === undefined || !newname) return []
    if (renameType === 'OBJECT_TABLE') return [{ kind: 'rename', table, to: newname.toLowerCase() }]
    return renameType === 'OBJECT_COLUMN' && subname ? [{ kind: 'rename-column', table, column: subname.toLowerCase(), to: newname.toLowerCase() }] : []
  }
  return []
}

function partsOf(node: Node): TableParts {
  if ('ColumnDef' in node) return columnParts(node.ColumnDef)
  return 'Constraint' in node ? constraintParts(node.Constraint, []) : NO_PARTS
}

function columnParts(column: ColumnDef): TableParts {
  const name = (column.colname ?? '').toLowerCase()
  const constraints = (column.constraints ?? []).flatMap((one) => ('Constraint' in one ? [one.Constraint] : []))
  const nullable = !constraints.some(({ contype }) => contype === 'CONSTR_NOTNULL' || contype === 'CONSTR_PRIMARY')
  const own: TableParts = { columns: [{ name, type: names(column.typeName?.names).at(-1), nullable }], keys: [], foreignKeys: [] }
  return merge([own, ...constraints.map((constraint) => constraintParts(constraint, [name]))])
}

const ACTIONS: Readonly<Record<string, DeleteAction>> = { a: 'no-action', r: 'restrict', c: 'cascade', n: 'set-null', d: 'set-default' }

function constraintParts(constraint: Constraint, own: readonly string[]): TableParts {
  const { contype } = constraint
  if (contype === 'CONSTR_PRIMARY' || contype === 'CONSTR_UNIQUE') {
    const columns = constraint.keys ? names(constraint.keys) : own
    return columns.length > 0 ? { ...NO_PARTS, keys: [columns] } : NO_PARTS
  }
  const target = tableName(constraint.pktable)
  if (contype !== 'CONSTR_FOREIGN' || target === undefined) return NO_PARTS
  const columns = constraint.fk_attrs ? names(constraint.fk_attrs) : own
  return { ...NO_PARTS, foreignKeys: [{ columns, target, onDelete: ACTIONS[constraint.fk_del_action ?? 'a'], ...nameIn(constraint.conname) }] }
}

function nameIn(name: unknown): { name?: string } {
  return typeof name === 'string' && name !== '' ? { name: name.toLowerCase() } : {}
}

function names(nodes: readonly Node[] | undefined): string[] {
  return (nodes ?? []).flatMap((node) => ('String' in node && node.String.sval ? [node.String.sval.toLowerCase()] : []))
}

/** Columns that an expression speaks of. */
function columnsIn(expression: Node): string[] {
  const found = new Set<string>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (typeof value !== 'object' || value === null) return
    const reference = (value as { ColumnRef?: { fields?: Node[] } }).ColumnRef
    const name = reference && names(reference.fields).at(-1)
    if (name !== undefined) found.add(name)
    else Object.values(value).forEach(visit)
  }
  visit(expression)
  return [...found]
}

/** What a condition says of single columns: `state=open`, `released_at=null`, `email!=null`. */
function equalitiesIn(expression: Node): string[] {
  if ('BoolExpr' in expression) return expression.BoolExpr.boolop === 'AND_EXPR' ? (expression.BoolExpr.args ?? []).flatMap(equalitiesIn) : []
  if ('ColumnRef' in expression) return columnsIn(expression).map((column) => `${column}=true`)
  if ('NullTest' in expression) {
    const { arg, nulltesttype } = expression.NullTest
    return arg ? columnsIn(arg).map((column) => `${column}${nulltesttype === 'IS_NULL' ? '' : '!'}=null`) : []
  }
  if (!('A_Expr' in expression)) return []
  const { name, lexpr, rexpr } = expression.A_Expr
  const value = rexpr && constantIn(rexpr)
  return names(name).join() === '=' && lexpr && value !== undefined ? columnsIn(lexpr).map((column) => `${column}=${value}`) : []
}

function constantIn(expression: Node): string | undefined {
  if ('TypeCast' in expression) return expression.TypeCast.arg && constantIn(expression.TypeCast.arg)
  if (!('A_Const' in expression)) return undefined
  const constant = expression.A_Const as { readonly boolval?: { readonly boolval?: boolean }; readonly sval?: { readonly sval?: string }; readonly ival?: { readonly ival?: number } }
  if (constant.boolval) return String(constant.boolval.boolval ?? false)
  if (constant.ival) return String(constant.ival.ival ?? 0)
  return constant.sval?.sval?.toLowerCase()
}

function tableName(relation: RangeVar | undefined): string | undefined {
  return relation?.relname?.toLowerCase()
}

const NO_PARTS: TableParts = { columns: [], keys: [], foreignKeys: [] }

function merge(parts: readonly TableParts[]): TableParts {
  return { columns: parts.flatMap((one) => one.columns), keys: parts.flatMap((one) => one.keys), foreignKeys: parts.flatMap((one) => one.foreignKeys) }
}

// ---- node-sql-parser ----------------------------------------------------------------------------------------

function fromGeneric(tree: GenericNode): Change[] {
  const table = tableIn(tree['table'] ?? tree['name'])
  if (table === undefined) return []
  if (tree.type === 'drop') return list(tree['name']).flatMap((one): Change[] => (tableIn(one) ? [{ kind: 'drop', table: tableIn(one) ?? table }] : []))
  if (tree.type === 'create' && tree['keyword'] === 'index') {
    const columns = list(tree['index_columns']).flatMap((column) => columnName(column) ?? [])
    return /unique/i.test(String(tree['index_type'])) && columns.length > 0 ? [{ kind: 'add', table, columns: [], keys: [columns], foreignKeys: [] }] : []
  }
  if (tree.type === 'create') return [{ kind: 'create', table, ...merge(list(tree['create_definitions']).map(genericParts)) }]
  if (tree.type !== 'alter') return []
  return list(tree['expr']).flatMap((one): Change[] => {
    const command = record(one)
    const column = columnName(command?.['column'])
    if (command?.['action'] === 'drop' && command['resource'] === 'column' && column !== undefined) return [{ kind: 'drop-column', table, column }]
    if (command?.['action'] === 'drop' && typeof command['key'] === 'string' && command['keyword'] === 'foreign key') return [{ kind: 'drop-constraint', table, name: command['key'].toLowerCase() }]
    if (command?.['action'] === 'rename' && command['resource'] === 'table') {
      const to = columnName(command['table'])
      return to === undefined ? [] : [{ kind: 'rename', table, to }]
    }
    if (command?.['action'] !== 'add') return []
    const parts = command['resource'] === 'column' ? genericParts(command) : genericParts(command['create_definitions'])
    return [{ kind: 'add', table, ...parts }]
  })
}

function genericParts(value: unknown): TableParts {
  const part = record(value)
  if (!part) return NO_PARTS
  if (part['resource'] === 'column') {
    const name = columnName(part['column'])
    if (name === undefined) return NO_PARTS
    const isPrimary = Boolean(part['primary_key'] ?? part['primary'])
    const isUnique = isPrimary || Boolean(part['unique'] ?? part['unique_key'])
    const nullable = !isPrimary && record(part['nullable'])?.['type'] !== 'not null'
    const type = record(part['definition'])?.['dataType']
    return {
      columns: [{ name, type: typeof type === 'string' ? type.toLowerCase() : undefined, nullable }],
      keys: isUnique ? [[name]] : [],
      foreignKeys: foreignKey([name], part['reference_definition']),
    }
  }
  const kind = String(part['constraint_type'] ?? '')
  const columns = list(part['definition']).flatMap((column) => columnName(column) ?? [])
  if (/^foreign key$/i.test(kind)) return { ...NO_PARTS, foreignKeys: foreignKey(columns, part['reference_definition'], part['constraint']) }
  return /primary|unique/i.test(kind) && columns.length > 0 ? { ...NO_PARTS, keys: [columns] } : NO_PARTS
}

function foreignKey(columns: readonly string[], value: unknown, name?: unknown): ForeignKey[] {
  const reference = record(value)
  const target = reference && tableIn(reference['table'])
  if (target === undefined) return []
  const action = list(reference?.['on_action']).map(record).find((one) => /on delete/i.test(String(one?.['type'])))
  const words = String(record(action?.['value'])?.['value'] ?? '').toLowerCase().replace(/\s+/g, '-')
  const onDelete = Object.values(ACTIONS).find((known) => known === words) ?? 'no-action'
  return [{ columns, target, onDelete, ...nameIn(name) }]
}
