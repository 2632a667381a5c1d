/**
 * SQL of a migration as statements with their schema operations.
 */
import { fill } from '../../sql/fill.js'
import { parseGeneric, parsePostgres } from '../../sql/parsers.js'
import { HOLE, HOLE_NAME, scan, type Token } from '../../sql/scan.js'
import { statementsOf } from '../../sql/script.js'
import type { Dialect } from '../../sql/summary.js'
import { readGenericOperations } from './generic.js'
import { readByWords, readTablesByWords } from './words.js'
import { doBody, readPostgresOperations } from './postgres.js'
import { UNKNOWN_TYPE, type DatabaseDialect, type NewColumn, type SchemaOperation } from './types.js'

/** A statement in a text. */
export interface ReadStatement {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly operations: readonly SchemaOperation[]
  /** It stands in the body of a loop of a DO block. */
  readonly isRepeated: boolean
  /** It stands in a DO block, whose statements share its transaction. */
  readonly block: number | undefined
  /** What the parser of the database says is wrong with it. */
  readonly error: string | undefined
}

/** How statements begin that change the schema or many rows; everything else is not parsed. */
const MATTERS =
  /^(?:create\s+(?:or\s+replace\s+)?(?:(?:global|local)\s+)?(?:temp\w*\s+|unlogged\s+)?table|create\s+(?:unique\s+|fulltext\s+|spatial\s+)?(?:clustered\s+|nonclustered\s+)?index|create\s+(?:type|materialized\s+view)|alter\s+(?:table|type)|drop\s+(?:table|index)|rename\s+table|truncate|update|delete|insert|replace|with|set|select|begin|start|commit|end|rollback|do|vacuum|cluster|reindex|refresh|lock|optimize)\b/i

/**
 * Reads SQL text.
 *
 * @param text with `HOLE` for what is put in at run time
 */
export function readStatements(text: string, dialect: DatabaseDialect | undefined): ReadStatement[] {
  const grammar = grammarOf(dialect)
  return statementsOf(text, grammar).flatMap((statement, index): ReadStatement[] => {
    const { operations, error, body } = readOne(statement.tokens, grammar)
    const own = { start: statement.start, end: statement.end, text: statement.text, operations, isRepeated: false, block: undefined, error }
    if (body === undefined) return [own]
    const at = text.indexOf(body, statement.start)
    return readBody(body, grammar).map((inner) => ({ ...inner, start: at < 0 ? statement.start : at + inner.start, end: at < 0 ? statement.end : at + inner.end, block: index, error: undefined }))
  })
}

/** The grammar to parse with; CockroachDB speaks PostgreSQL's. */
function grammarOf(dialect: DatabaseDialect | undefined): Dialect | undefined {
  if (dialect === 'cockroach') return 'postgres'
  if (dialect === 'mariadb') return 'mysql'
  return dialect === 'clickhouse' ? undefined : dialect
}

interface One {
  readonly operations: readonly SchemaOperation[]
  readonly error?: string
  readonly body?: string
}

function readOne(tokens: readonly Token[], dialect: Dialect | undefined): One {
  const plain = tokens.map((token) => token.original).join('').trim()
  if (!MATTERS.test(plain) || (/^(?:insert|replace)\b/i.test(plain) && !/\bselect\b/i.test(plain)) || (/^select\b/i.test(plain) && !/\bset_config\b/i.test(plain))) return { operations: [] }
  const byWords = readByWords(plain)
  if (byWords && (dialect === 'mysql' || /^(?:begin|start|commit|end|rollback)\b/i.test(plain))) return { operations: byWords }
  if (dialect === undefined || dialect === 'postgres') {
    const node = fill(tokens, 'postgres', parsePostgres)?.tree.stmts?.[0]?.stmt
    const body = node && doBody(node)
    if (body !== undefined) return { operations: [], body }
    if (node) return { operations: readPostgresOperations(node).filter(isNamed).map(withoutHoles) }
    if (dialect === 'postgres') return { operations: (byWords ?? readTablesByWords(plain)).filter(isNamed), ...errorOf(tokens) }
  }
  for (const other of dialect ? [dialect] : (['mysql', 'sqlite'] as const)) {
    const tree = fill(tokens, 'other', (text) => parseGeneric(text, other))?.tree
    if (tree) return { operations: readGenericOperations(tree).filter(isNamed).map((operation) => asWritten(withoutHoles(operation), plain)) }
  }
  return { operations: (byWords ?? readTablesByWords(plain)).filter(isNamed) }
}

/** What is put in at run time names no table. */
function isNamed(operation: SchemaOperation): boolean {
  const table = 'table' in operation ? operation.table : undefined
  return table === undefined || !table.includes(HOLE_NAME)
}

/** Names with the capitals they are written with; this parser's readers make them small. */
function asWritten(operation: SchemaOperation, text: string): SchemaOperation {
  const written = (name: string) => new RegExp(String.raw`(?<![\w$])${name.replace(/[^\w]/g, '')}(?![\w$])`, 'i').exec(text)?.[0] ?? name
  const change: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(operation)) {
    if (/^(?:table|target|name|to|from)$/.test(key) || key === 'column') change[key] = typeof value === 'string' ? written(value) : key === 'column' ? { ...(value as NewColumn), name: written((value as NewColumn).name) } : value
    else if (key === 'columns') change[key] = (value as unknown[]).map((one) => (typeof one === 'string' ? written(one) : one))
  }
  return { ...operation, ...change } as SchemaOperation
}

/** Columns, types and names of indexes that are put in at run time are not known. */
function withoutHoles(operation: SchemaOperation): SchemaOperation {
  if (operation.kind === 'alter-type' && operation.type.name.includes(HOLE_NAME)) return { ...operation, type: { ...operation.type, name: UNKNOWN_TYPE, text: '<type>' } }
  if (operation.kind !== 'create-index') return operation
  return { ...operation, columns: operation.columns.filter((column) => !column.includes(HOLE_NAME)), name: operation.name?.includes(HOLE_NAME) ? undefined : operation.name }
}

/** What PostgreSQL says of a statement in which nothing is put in at run time. */
function errorOf(tokens: readonly Token[]): { error?: string } {
  if (tokens.some((token) => token.kind === 'hole' || token.original.includes(HOLE_NAME) || token.text === HOLE)) return {}
  const parsed = parsePostgres(tokens.map((token) => token.text).join(''))
  return parsed && 'message' in parsed ? { error: parsed.message } : {}
}

/** Statements of a procedural body: those between its keywords, and whether a loop runs them. */
function readBody(body: string, dialect: Dialect | undefined): Omit<ReadStatement, 'block' | 'error'>[] {
  const found: Omit<ReadStatement, 'block' | 'error'>[] = []
  let loops = 0
  let current: Token[] = []
  const close = () => {
    const solid = current.filter((token) => token.kind !== 'gap')
    const [first, last] = [solid[0], solid.at(-1)]
    if (first && last) {
      const from = current.indexOf(first)
      const { operations } = readOne(current.slice(from, current.indexOf(last) + 1), dialect)
      const end = last.start + last.original.length
      if (operations.length > 0 && operations.every(({ kind }) => kind !== 'control')) found.push({ start: first.start, end, text: body.slice(first.start, end), operations, isRepeated: loops > 0 })
    }
    current = []
  }
  let previous = ''
  for (const token of scan(body, dialect)) {
    const word = token.kind === 'word' ? token.text.toUpperCase() : ''
    if (token.text === ';') {
      close()
      previous = ';'
      continue
    }
    // A keyword of the language ends what stands before a statement: `IF ... THEN`, `EXCEPTION WHEN ... THEN`, `ELSE`.
    if (/^(?:BEGIN|THEN|ELSE|LOOP|DECLARE)$/.test(word)) {
      if (word === 'LOOP') loops += previous === 'END' ? -1 : 1
      // `CASE WHEN x THEN y` stands inside a statement.
      const isInside = (word === 'THEN' || word === 'ELSE') && /^(?:update|insert|delete|select|with)\b/i.test(current.map((one) => one.original).join('').trim())
      if (!isInside) {
        current = []
        previous = word
        continue
      }
    }
    if (token.kind !== 'gap') previous = word || token.text
    current.push(token)
  }
  close()
  return found
}
