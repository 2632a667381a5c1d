/**
 * The SQL parsers: PostgreSQL's own, compiled to WebAssembly, and node-sql-parser for what is not PostgreSQL.
 */
import { createRequire } from 'node:module'
import type * as Postgres from 'libpg-query'
import type { Dialect } from './summary.js'

let postgres: typeof Postgres | undefined
let loading: Promise<void> | undefined

/**
 * Loads the PostgreSQL parser, once. Until it is there SQL is read by the other parsers alone. A parser that cannot be
 * loaded (an engine without WebAssembly) is no error: the rest goes on without it.
 */
export function loadSqlParser(): Promise<void> {
  loading ??= import('libpg-query').then(
    async (module) => {
      await module.loadModule()
      postgres = module
    },
    () => undefined,
  )
  return loading
}

/** Whether the text of a source file may hold SQL: only then is the parser worth loading. */
export function mentionsSql(text: string): boolean {
  return /['"`]\s*(?:select|insert|update|delete\s+from|with|merge\s+into|alter\s+table|create|truncate)\s/i.test(text)
}

/** What a parser makes of a text, or how far it came. */
export type Parsed<T> = { readonly tree: T } | { readonly errorAt: number; readonly message: string }

/** @returns undefined when the parser is not loaded */
export function parsePostgres(text: string): Parsed<Postgres.ParseResult> | undefined {
  if (!postgres) return undefined
  try {
    return { tree: postgres.parseSync(text) }
  } catch (error) {
    const details = (error as { sqlDetails?: { cursorPosition?: number } }).sqlDetails
    return { errorAt: details?.cursorPosition ?? 0, message: error instanceof Error ? error.message : String(error) }
  }
}

/** A node of node-sql-parser's tree; its shape depends on dialect and statement. */
export interface GenericNode {
  readonly type?: string
  readonly [key: string]: unknown
}

interface GenericParser {
  astify(text: string, options: { database: string }): GenericNode | GenericNode[]
}

const DATABASES = {
  mysql: ['mysql', 'mysql'],
  sqlite: ['sqlite', 'sqlite'],
  mssql: ['transactsql', 'transactsql'],
} as const

const parsers = new Map<string, GenericParser>()
const require = createRequire(import.meta.url)

/** Parses one statement in a dialect other than PostgreSQL's. */
export function parseGeneric(text: string, dialect: Exclude<Dialect, 'postgres'>): Parsed<GenericNode> {
  const [build, database] = DATABASES[dialect]
  let parser = parsers.get(build)
  if (!parser) {
    // One file a dialect: the package's main file holds all of them and takes much longer to load.
    const { Parser } = require(`node-sql-parser/build/${build}.js`) as { Parser: new () => GenericParser }
    parser = new Parser()
    parsers.set(build, parser)
  }
  try {
    const found = parser.astify(text, { database })
    const tree = Array.isArray(found) ? found[0] : found
    // The Transact-SQL grammar reads what it does not know as assignments.
    return tree && typeof tree.type === 'string' ? { tree } : { errorAt: 0, message: 'not a statement' }
  } catch (error) {
    const location = (error as { location?: { start?: { offset?: number } } }).location
    return { errorAt: location?.start?.offset ?? 0, message: error instanceof Error ? error.message : String(error) }
  }
}
