/**
 * Table definitions in SQL files, read with PostgreSQL's own parser.
 */

/** A table as DDL declares it; names in lower case, without schema. */
export interface DeclaredTable {
  readonly name: string
  readonly columns: { readonly name: string; readonly type: string | undefined; readonly nullable: boolean }[]
  readonly uniqueKeys: string[][]
  readonly foreignKeys: { readonly columns: readonly string[]; readonly target: string; readonly onDelete: OnDelete; readonly offset: number }[]
  /** Offset of the statement in the text. */
  readonly offset: number
}

export type OnDelete = 'cascade' | 'restrict' | 'set-null' | 'no-action' | 'set-default'

/** Letters of `fk_del_action`, as in PostgreSQL's parsenodes.h. */
const ACTIONS: Readonly<Record<string, OnDelete>> = { a: 'no-action', r: 'restrict', c: 'cascade', n: 'set-null', d: 'set-default' }

type Node = Readonly<Record<string, unknown>>
type Parser = (sql: string) => unknown

let parser: Promise<Parser> | undefined

/** Loads the parser, a WebAssembly module, when the first SQL text needs it. */
function load(): Promise<Parser> {
  parser ??= import('libpg-query').then(async (module) => {
    await module.loadModule()
    return module.parseSync as Parser
  })
  return parser
}

/**
 * Tables that SQL text creates or alters. Text of other dialects, and statements that do not parse, say nothing.
 *
 * @param known tables of earlier files, which ALTER TABLE and CREATE INDEX add to
 */
export async function readDdl(text: string, known: Map<string, DeclaredTable>): Promise<void> {
  if (!/\b(?:create|alter)\s+(?:unlogged\s+|unique\s+)?(?:table|index)\b/i.test(text)) return
  const parse = await load()
  // One statement at a time, so that one which does not parse costs nothing else.
  for (const { sql, offset } of statementsOf(text)) {
    if (!/^\s*(?:create|alter)\b/i.test(sql)) continue
    let parsed: unknown
    try {
      parsed = parse(sql)
    } catch {
      continue
    }
    for (const { stmt } of list(parsed, 'stmts') as { stmt: Node }[]) apply(stmt, offset, known)
  }
}

/** Splits at semicolons outside of quotes, comments and dollar quotes. */
function statementsOf(text: string): { sql: string; offset: number }[] {
  const found: { sql: string; offset: number }[] = []
  let start = 0
  const pattern = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[^]*?\*\/|\$(\w*)\$[^]*?\$\1\$|;/g
  for (const match of text.matchAll(pattern)) {
    if (match[0] !== ';') continue
    found.push({ sql: text.slice(start, match.index), offset: start })
    start = match.index + 1
  }
  found.push({ sql: text.slice(start), offset: start })
  return found.flatMap(({ sql, offset }) => {
    const lead = /^(?:\s|--[^\n]*\n|\/\*[^]*?\*\/)*/.exec(sql)?.[0].length ?? 0
    return sql.slice(lead).trim() === '' ? [] : [{ sql: sql.slice(lead), offset: offset + lead }]
  })
}

function apply(statement: Node, offset: number, known: Map<string, DeclaredTable>): void {
  const create = statement.CreateStmt as Node | undefined
  if (create) {
    const name = relationName(create.relation)
    if (name === undefined) return
    const table: DeclaredTable = { name, columns: [], uniqueKeys: [], foreignKeys: [], offset }
    known.set(name, table)
    for (const element of list(create, 'tableElts') as Node[]) addElement(element, table, offset)
  }
  const alter = statement.AlterTableStmt as Node | undefined
  if (alter) {
    const table = known.get(relationName(alter.relation) ?? '')
    for (const command of list(alter, 'cmds') as { AlterTableCmd?: Node }[]) {
      const definition = command.AlterTableCmd?.def as Node | undefined
      if (table && definition) addElement(definition, table, offset)
    }
  }
  const index = statement.IndexStmt as Node | undefined
  // A partial index is no key of the table.
  if (index?.unique === true && index.whereClause === undefined) {
    const columns = (list(index, 'indexParams') as { IndexElem?: { name?: string } }[]).map((parameter) => parameter.IndexElem?.name)
    if (columns.every((column): column is string => column !== undefined)) known.get(relationName(index.relation) ?? '')?.uniqueKeys.push(columns.map((column) => column.toLowerCase()))
  }
}

function addElement(element: Node, table: DeclaredTable, offset: number): void {
  const column = element.ColumnDef as Node | undefined
  if (column) {
    const name = String(column.colname).toLowerCase()
    const constraints = (list(column, 'constraints') as { Constraint?: Node }[]).flatMap(({ Constraint }) => (Constraint ? [Constraint] : []))
    const kinds = constraints.map((constraint) => constraint.contype)
    table.columns.push({ name, type: typeName(column.typeName), nullable: !kinds.includes('CONSTR_NOTNULL') && !kinds.includes('CONSTR_PRIMARY') })
    for (const constraint of constraints) addConstraint(constraint, [name], table, offset)
    return
  }
  const constraint = element.Constraint as (Node & { readonly contype?: string }) | undefined
  if (constraint) addConstraint(constraint, strings(constraint, constraint.contype === 'CONSTR_FOREIGN' ? 'fk_attrs' : 'keys'), table, offset)
}

function addConstraint(constraint: Node, columns: readonly string[], table: DeclaredTable, offset: number): void {
  if ((constraint.contype === 'CONSTR_PRIMARY' || constraint.contype === 'CONSTR_UNIQUE') && columns.length > 0) table.uniqueKeys.push([...columns])
  if (constraint.contype !== 'CONSTR_FOREIGN') return
  const target = relationName(constraint.pktable)
  if (target !== undefined) table.foreignKeys.push({ columns, target, onDelete: ACTIONS[String(constraint.fk_del_action)] ?? 'no-action', offset: offset + Number(constraint.location ?? 0) })
}

function relationName(relation: unknown): string | undefined {
  const name = (relation as { relname?: string } | undefined)?.relname
  return name?.toLowerCase()
}

function typeName(node: unknown): string | undefined {
  return strings(node as Node, 'names').at(-1)
}

function strings(node: Node | undefined, key: string): string[] {
  return (list(node, key) as { String?: { sval?: string } }[]).flatMap(({ String: value }) => (value?.sval === undefined ? [] : [value.sval.toLowerCase()]))
}

function list(node: unknown, key: string): unknown[] {
  const value = (node as Record<string, unknown> | undefined)?.[key]
  return Array.isArray(value) ? value : []
}
