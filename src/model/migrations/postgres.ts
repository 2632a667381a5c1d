/**
 * Schema operations of PostgreSQL statements, from the trees of its own parser.
 */
import type { AlterTableCmd, ColumnDef, Constraint, Node, TypeName } from 'libpg-query'
import type { ColumnDefault, ColumnType, NewColumn, SchemaOperation } from './types.js'

/** What one statement does; empty where it says nothing about tables. */
export function readPostgresOperations(node: Node): SchemaOperation[] {
  if ('CreateStmt' in node) {
    const table = node.CreateStmt.relation?.relname
    const columns = (node.CreateStmt.tableElts ?? []).flatMap((element) => ('ColumnDef' in element ? [newColumn(element.ColumnDef)] : []))
    return table === undefined ? [] : [{ kind: 'create-table', table, columns }]
  }
  // A materialized view is a table to its indexes.
  if ('CreateTableAsStmt' in node) {
    const table = node.CreateTableAsStmt.into?.rel?.relname
    return table === undefined ? [] : [{ kind: 'create-table', table, columns: [] }]
  }
  if ('AlterTableStmt' in node) {
    const table = node.AlterTableStmt.relation?.relname
    if (table === undefined || node.AlterTableStmt.objtype !== 'OBJECT_TABLE') return []
    return (node.AlterTableStmt.cmds ?? []).flatMap((command) => ('AlterTableCmd' in command ? readCommand(table, command.AlterTableCmd) : []))
  }
  if ('IndexStmt' in node) {
    const { relation, unique, concurrent, idxname, indexParams } = node.IndexStmt
    const columns = (indexParams ?? []).flatMap((part) => ('IndexElem' in part && part.IndexElem.name ? [part.IndexElem.name] : []))
    return relation?.relname === undefined ? [] : [{ kind: 'create-index', name: idxname || undefined, table: relation.relname, columns, isUnique: unique === true, isConcurrent: concurrent === true }]
  }
  if ('DropStmt' in node) return readDrop(node.DropStmt)
  if ('RenameStmt' in node) return readRename(node.RenameStmt)
  if ('UpdateStmt' in node || 'DeleteStmt' in node) return readChange(node)
  if ('InsertStmt' in node) return readInsert(node.InsertStmt)
  if ('TruncateStmt' in node) return (node.TruncateStmt.relations ?? []).flatMap((one): SchemaOperation[] => ('RangeVar' in one && one.RangeVar.relname ? [{ kind: 'truncate', table: one.RangeVar.relname }] : []))
  if ('AlterEnumStmt' in node) {
    const { typeName, newVal, oldVal } = node.AlterEnumStmt
    const type = strings(typeName).at(-1)
    return type === undefined || !newVal || oldVal ? [] : [{ kind: 'add-enum-value', type, value: newVal }]
  }
  if ('CreateEnumStmt' in node) {
    const type = strings(node.CreateEnumStmt.typeName).at(-1)
    return type === undefined ? [] : [{ kind: 'create-type', type }]
  }
  if ('VariableSetStmt' in node) {
    const { name, args } = node.VariableSetStmt
    return name ? [{ kind: 'setting', name: name.toLowerCase(), value: constantText(args?.[0]) ?? '' }] : []
  }
  if ('SelectStmt' in node) return readSetConfig(node.SelectStmt.targetList)
  if ('TransactionStmt' in node) {
    const what = ({ TRANS_STMT_BEGIN: 'begin', TRANS_STMT_START: 'begin', TRANS_STMT_COMMIT: 'commit', TRANS_STMT_ROLLBACK: 'rollback' } as const)[node.TransactionStmt.kind as 'TRANS_STMT_BEGIN']
    return what ? [{ kind: 'control', what }] : []
  }
  return readMaintenance(node)
}

function readMaintenance(node: Node): SchemaOperation[] {
  if ('VacuumStmt' in node) {
    const isFull = (node.VacuumStmt.options ?? []).some((option) => 'DefElem' in option && option.DefElem.defname === 'full')
    if (!isFull) return []
    return (node.VacuumStmt.rels ?? []).flatMap((one): SchemaOperation[] => ('VacuumRelation' in one && one.VacuumRelation.relation?.relname ? [{ kind: 'rewrite-table', table: one.VacuumRelation.relation.relname, what: 'VACUUM FULL' }] : []))
  }
  if ('ClusterStmt' in node) {
    const table = node.ClusterStmt.relation?.relname
    return table === undefined ? [] : [{ kind: 'rewrite-table', table, what: 'CLUSTER' }]
  }
  if ('ReindexStmt' in node) {
    const { kind, relation, params } = node.ReindexStmt
    const isConcurrent = (params ?? []).some((option) => 'DefElem' in option && option.DefElem.defname === 'concurrently')
    return relation?.relname === undefined ? [] : [{ kind: 'reindex', target: relation.relname, isTable: kind === 'REINDEX_OBJECT_TABLE', isConcurrent }]
  }
  if ('RefreshMatViewStmt' in node) {
    const { relation, concurrent } = node.RefreshMatViewStmt
    return relation?.relname === undefined ? [] : [{ kind: 'refresh-view', view: relation.relname, isConcurrent: concurrent === true }]
  }
  if ('LockStmt' in node) {
    const mode = LOCK_MODES[node.LockStmt.mode ?? 8] ?? 'ACCESS EXCLUSIVE'
    return (node.LockStmt.relations ?? []).flatMap((one): SchemaOperation[] => ('RangeVar' in one && one.RangeVar.relname ? [{ kind: 'lock-table', table: one.RangeVar.relname, mode }] : []))
  }
  return []
}

const LOCK_MODES = ['', 'ACCESS SHARE', 'ROW SHARE', 'ROW EXCLUSIVE', 'SHARE UPDATE EXCLUSIVE', 'SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE']

/** The body of `DO $$ ... $$`; undefined for other statements. */
export function doBody(node: Node): string | undefined {
  if (!('DoStmt' in node)) return undefined
  for (const argument of node.DoStmt.args ?? [])
    if ('DefElem' in argument && argument.DefElem.defname === 'as' && argument.DefElem.arg && 'String' in argument.DefElem.arg) return argument.DefElem.arg.String.sval
  return undefined
}

function readCommand(table: string, { subtype, name, def }: AlterTableCmd): SchemaOperation[] {
  const column = name ?? ''
  switch (subtype) {
    case 'AT_AddColumn': {
      if (!def || !('ColumnDef' in def)) return []
      const added = newColumn(def.ColumnDef)
      return [{ kind: 'add-column', table, column: added }]
    }
    case 'AT_DropColumn':
      return [{ kind: 'drop-column', table, column }]
    case 'AT_AlterColumnType': {
      if (!def || !('ColumnDef' in def)) return []
      const type = typeOf(def.ColumnDef.typeName)
      return type ? [{ kind: 'alter-type', table, column, type, isConverted: def.ColumnDef.raw_default !== undefined && !isPlainCast(def.ColumnDef.raw_default, column) }] : []
    }
    case 'AT_SetNotNull':
      return [{ kind: 'set-not-null', table, column }]
    case 'AT_DropNotNull':
      return [{ kind: 'drop-not-null', table, column }]
    case 'AT_ColumnDefault':
      return [{ kind: 'set-default', table, column }]
    case 'AT_AddConstraint':
      return def && 'Constraint' in def ? readConstraint(table, def.Constraint) : []
    case 'AT_ValidateConstraint':
      return [{ kind: 'validate-constraint', table, name: column }]
    case 'AT_DropConstraint':
      return [{ kind: 'drop-constraint', table, name: column }]
    case 'AT_SetLogged':
      return [{ kind: 'rewrite-table', table, what: 'SET LOGGED' }]
    case 'AT_SetUnLogged':
      return [{ kind: 'rewrite-table', table, what: 'SET UNLOGGED' }]
    case 'AT_SetTableSpace':
      return [{ kind: 'rewrite-table', table, what: 'SET TABLESPACE' }]
    case 'AT_SetAccessMethod':
      return [{ kind: 'rewrite-table', table, what: 'SET ACCESS METHOD' }]
    default:
      return [{ kind: 'other', table }]
  }
}

function readConstraint(table: string, constraint: Constraint): SchemaOperation[] {
  const name = constraint.conname || undefined
  const isNotValid = constraint.skip_validation === true
  switch (constraint.contype) {
    case 'CONSTR_FOREIGN': {
      const target = constraint.pktable?.relname
      return target === undefined ? [] : [{ kind: 'add-foreign-key', name, table, columns: strings(constraint.fk_attrs), target, isNotValid }]
    }
    case 'CONSTR_CHECK':
      return [{ kind: 'add-check', name, table, notNullColumn: notNullColumn(constraint.raw_expr), isNotValid }]
    case 'CONSTR_UNIQUE':
    case 'CONSTR_PRIMARY':
      return [{ kind: 'add-unique', name, table, columns: strings(constraint.keys), usingIndex: constraint.indexname || undefined, isPrimary: constraint.contype === 'CONSTR_PRIMARY' }]
    case 'CONSTR_EXCLUSION':
      return [{ kind: 'add-exclusion', name, table }]
    default:
      return [{ kind: 'other', table }]
  }
}

/** `x IS NOT NULL` names the column. */
function notNullColumn(node: Node | undefined): string | undefined {
  if (!node || !('NullTest' in node) || node.NullTest.nulltesttype !== 'IS_NOT_NULL') return undefined
  return columnOf(node.NullTest.arg)
}

function columnOf(node: Node | undefined): string | undefined {
  return node && 'ColumnRef' in node ? strings(node.ColumnRef.fields).at(-1) : undefined
}

/** The column itself, cast at most. */
function isPlainCast(node: Node, column: string): boolean {
  if ('TypeCast' in node) return node.TypeCast.arg !== undefined && isPlainCast(node.TypeCast.arg, column)
  return columnOf(node) === column
}

function newColumn(column: ColumnDef): NewColumn {
  const constraints = (column.constraints ?? []).flatMap((one) => ('Constraint' in one ? [one.Constraint] : []))
  const of = (kind: Constraint['contype']) => constraints.find((one) => one.contype === kind)
  const type = typeOf(column.typeName)
  const isSerial = /^(?:small|big)?serial[248]?$/.test(type?.name ?? '')
  const generated = of('CONSTR_GENERATED')
  const value = of('CONSTR_DEFAULT')?.raw_expr
  return {
    name: column.colname ?? '',
    type,
    isNotNull: of('CONSTR_NOTNULL') !== undefined || of('CONSTR_PRIMARY') !== undefined || isSerial,
    default: value && defaultOf(value),
    generated: isSerial || of('CONSTR_IDENTITY') ? 'identity' : generated ? ((generated as { generated_kind?: string }).generated_kind === 'v' ? 'virtual' : 'stored') : undefined,
    isUnique: of('CONSTR_UNIQUE') !== undefined,
    isPrimary: of('CONSTR_PRIMARY') !== undefined,
    references: of('CONSTR_FOREIGN')?.pktable?.relname,
    hasCheck: of('CONSTR_CHECK') !== undefined,
  }
}

/** Functions that give one value for all rows of a statement. */
const STABLE =
  /^(?:now|current_timestamp|transaction_timestamp|statement_timestamp|current_user|session_user|current_database|current_schema|current_setting|to_timestamp|to_char|to_date|make_interval|make_date|jsonb?_build_(?:object|array)|array|lower|upper|concat|md5|coalesce|length|round|floor|trim|btrim|replace|substring|to_jsonb?|row_to_json|encode|decode|date_trunc|date_part|timezone|age|int4range|int8range|daterange|tstzrange|tsrange|numrange|array_fill|string_to_array|repeat|abs)$/
const VOLATILE =
  /^(?:gen_random_uuid|uuid_generate_v[1-7]\w*|uuidv[47]|uuid_v7|random|clock_timestamp|timeofday|nextval|setval|gen_random_bytes|nanoid|generate_ulid|gen_ulid|ulid|cuid|txid_current|pg_sleep|generate_\w*id|gen_\w*id)$/

/** The kind of a function's value by its name; functions of the project are volatile unless they are declared otherwise. */
export function functionVolatility(name: string): ColumnDefault['kind'] {
  const lower = name.toLowerCase()
  return VOLATILE.test(lower) ? 'volatile' : STABLE.test(lower) ? 'stable' : 'unknown'
}

function defaultOf(node: Node): ColumnDefault | undefined {
  if ('A_Const' in node) return node.A_Const.isnull ? undefined : { kind: 'constant', text: constantText(node) ?? '' }
  if ('TypeCast' in node && node.TypeCast.arg) return defaultOf(node.TypeCast.arg)
  const called: string[] = []
  collect(node, (key, value) => {
    if (key === 'FuncCall') called.push(strings((value as { funcname?: Node[] }).funcname).at(-1) ?? '')
    if (key === 'SQLValueFunction') called.push('now')
  })
  const kinds = called.map(functionVolatility)
  const worst = (['volatile', 'unknown', 'stable'] as const).find((kind) => kinds.includes(kind)) ?? 'constant'
  const text = called.find((name) => functionVolatility(name) === worst)
  return { kind: worst, text: text === undefined ? '' : `${text}()` }
}

function collect(value: unknown, see: (key: string, value: unknown) => void): void {
  if (Array.isArray(value)) for (const one of value) collect(one, see)
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      see(key, inner)
      collect(inner, see)
    }
}

/** Names under which the parser knows types, and how people write them. */
const SPOKEN: Readonly<Record<string, string>> = {
  int2: 'smallint', int4: 'integer', int8: 'bigint', float4: 'real', float8: 'double precision', bool: 'boolean', bpchar: 'char',
} // prettier-ignore

function typeOf(node: TypeName | undefined): ColumnType | undefined {
  const name = strings(node?.names).at(-1)
  if (name === undefined) return undefined
  const modifiers = (node?.typmods ?? []).flatMap((one) => {
    const text = constantText(one)
    return text !== undefined && /^-?\d+$/.test(text) ? [Number(text)] : []
  })
  const isArray = (node?.arrayBounds ?? []).length > 0
  const spoken = SPOKEN[name] ?? name
  return { name: isArray ? `${name}[]` : name, modifiers, text: `${spoken}${modifiers.length > 0 ? `(${modifiers.join(',')})` : ''}${isArray ? '[]' : ''}` }
}

function readDrop({ removeType, objects, concurrent }: Extract<Node, { DropStmt: unknown }>['DropStmt']): SchemaOperation[] {
  return (objects ?? []).flatMap((object): SchemaOperation[] => {
    const name = 'List' in object ? strings(object.List.items).at(-1) : undefined
    if (name === undefined) return []
    if (removeType === 'OBJECT_TABLE') return [{ kind: 'drop-table', table: name }]
    return removeType === 'OBJECT_INDEX' ? [{ kind: 'drop-index', name, table: undefined, isConcurrent: concurrent === true }] : []
  })
}

function readRename({ renameType, relation, subname, newname }: Extract<Node, { RenameStmt: unknown }>['RenameStmt']): SchemaOperation[] {
  const table = relation?.relname
  if (table === undefined || !newname) return []
  if (renameType === 'OBJECT_TABLE') return [{ kind: 'rename-table', table, to: newname }]
  return renameType === 'OBJECT_COLUMN' && subname ? [{ kind: 'rename-column', table, column: subname, to: newname }] : [{ kind: 'other', table }]
}

function readChange(node: Extract<Node, { UpdateStmt: unknown }> | Extract<Node, { DeleteStmt: unknown }>): SchemaOperation[] {
  const change = 'UpdateStmt' in node ? node.UpdateStmt : node.DeleteStmt
  const table = change.relation?.relname
  if (table === undefined) return []
  const others = ('UpdateStmt' in node ? node.UpdateStmt.fromClause : node.DeleteStmt.usingClause) ?? []
  const columns = 'UpdateStmt' in node ? (node.UpdateStmt.targetList ?? []).flatMap((one) => ('ResTarget' in one && one.ResTarget.name ? [one.ResTarget.name] : [])) : []
  const conditions = conjuncts(change.whereClause)
  const kinds = conditions.map((one) => conditionOf(one, others.length > 0))
  const isBounded = kinds.some((kind) => kind.kind === 'bounded')
  const filter = kinds.some(({ kind }) => kind === 'some') ? 'some' : kinds.some(({ kind }) => kind === 'presence') ? 'presence' : kinds.length > 0 ? 'join' : 'none'
  return [{ kind: 'UpdateStmt' in node ? 'update' : 'delete', table, columns, filter: isBounded ? 'some' : filter, filterColumns: kinds.flatMap(({ column }) => column ?? []), isBounded }]
}

function conjuncts(node: Node | undefined): Node[] {
  if (!node) return []
  if ('BoolExpr' in node && node.BoolExpr.boolop === 'AND_EXPR') return (node.BoolExpr.args ?? []).flatMap((one) => conjuncts(one))
  return [node]
}

/** What a condition leaves of a table. */
function conditionOf(node: Node, isJoined: boolean): { kind: 'some' | 'presence' | 'join' | 'bounded'; column?: string } {
  if ('NullTest' in node) {
    const column = columnOf(node.NullTest.arg)
    return column === undefined ? { kind: 'presence' } : { kind: 'presence', column }
  }
  if ('SubLink' in node) return /"limitCount"/.test(JSON.stringify(node.SubLink.subselect ?? {})) ? { kind: 'bounded' } : { kind: node.SubLink.subLinkType === 'EXISTS_SUBLINK' ? 'join' : 'some' }
  if ('A_Expr' in node) {
    const { lexpr, rexpr } = node.A_Expr
    const columns = [lexpr, rexpr].map(columnOf)
    if (columns[0] !== undefined && columns[1] !== undefined) return { kind: 'join' }
    const column = columns.find((one) => one !== undefined)
    // `id BETWEEN $1 AND $2`, `id IN (SELECT ... LIMIT n)`: one batch of many.
    if (/"limitCount"/.test(JSON.stringify(rexpr ?? {}))) return { kind: 'bounded' }
    if (column !== undefined && /^(?:id|.*_?id|ctid)$/i.test(column) && !isJoined) return { kind: 'bounded' }
    return { kind: 'some', ...(column !== undefined && { column }) }
  }
  return { kind: 'some' }
}

function readInsert({ relation, selectStmt }: Extract<Node, { InsertStmt: unknown }>['InsertStmt']): SchemaOperation[] {
  const table = relation?.relname
  const select = selectStmt && 'SelectStmt' in selectStmt ? selectStmt.SelectStmt : undefined
  if (table === undefined || !select || select.valuesLists !== undefined) return []
  const source = select.fromClause?.[0]
  const from = source && 'RangeVar' in source ? source.RangeVar.relname : source && 'JoinExpr' in source && source.JoinExpr.larg && 'RangeVar' in source.JoinExpr.larg ? source.JoinExpr.larg.RangeVar.relname : undefined
  return from === undefined ? [] : [{ kind: 'copy-rows', table, from, isBounded: select.limitCount !== undefined || select.whereClause !== undefined }]
}

/** `SELECT set_config('lock_timeout', '5s', true)`. */
function readSetConfig(targets: readonly Node[] | undefined): SchemaOperation[] {
  return (targets ?? []).flatMap((target): SchemaOperation[] => {
    const value = 'ResTarget' in target ? target.ResTarget.val : undefined
    if (!value || !('FuncCall' in value) || strings(value.FuncCall.funcname).at(-1) !== 'set_config') return []
    const [name, setting] = value.FuncCall.args ?? []
    return [{ kind: 'setting', name: (constantText(name) ?? '').toLowerCase(), value: constantText(setting) ?? '' }]
  })
}

function constantText(node: Node | undefined): string | undefined {
  if (!node || !('A_Const' in node)) return undefined
  const { sval, ival, fval, boolval } = node.A_Const
  if (sval) return sval.sval ?? ''
  if (ival) return String(ival.ival ?? 0)
  return fval ? fval.fval : boolval ? String(boolval.boolval ?? false) : undefined
}

function strings(nodes: readonly Node[] | undefined): string[] {
  return (nodes ?? []).flatMap((node) => ('String' in node && node.String.sval ? [node.String.sval] : []))
}
