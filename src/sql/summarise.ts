/**
 * SQL text understood: parsed by the first parser that accepts it, else read by its words.
 */
import { fill, type Filled } from './fill.js'
import { readGeneric } from './generic.js'
import { controlOf, readLightly } from './light.js'
import { parseGeneric, parsePostgres } from './parsers.js'
import { readPostgres } from './postgres.js'
import { scan, splitStatements, type Token } from './scan.js'
import { summaryOf, type Dialect, type SqlStatement, type SqlSummary } from './summary.js'

/** Texts remembered at most; a language server sees many. */
const MOST_KNOWN = 10_000

const known = new Map<string, SqlSummary>()

/**
 * Says what SQL text does.
 *
 * Placeholders of all drivers are understood. Call `loadSqlParser` before: without it texts are read by the slower
 * parsers of other dialects.
 *
 * @param text constant text, with `HOLE` for what is put in at run time
 * @param dialect the database, where it is known
 */
export function summariseSql(text: string, dialect?: Dialect): SqlSummary {
  const key = `${dialect ?? ''} ${text}`
  let summary = known.get(key)
  if (!summary) {
    if (known.size >= MOST_KNOWN) known.clear()
    summary = summaryOf(splitStatements(scan(text, dialect)).map((tokens) => readStatement(tokens, dialect)))
    known.set(key, summary)
  }
  return summary
}

/** How statements begin; what does not is a fragment, which no parser accepts. */
const STATEMENT =
  /^[\s(]*(?:select|insert|update|delete|with|values|table|merge|replace|truncate|create|alter|drop|explain|show|copy|call|lock|begin|start|commit|end|rollback|savepoint|set|comment|grant|revoke|vacuum|analyze|reindex|refresh|do|use|describe|desc)\b/i

function readStatement(tokens: readonly Token[], dialect: Dialect | undefined): SqlStatement {
  const plain = tokens.map((token) => token.original).join('').trim()
  if (!STATEMENT.test(plain) || controlOf(plain)) return readLightly(plain)
  const postgres = fill(tokens, 'postgres', parsePostgres)
  const node = postgres?.tree.stmts?.[0]?.stmt
  if (postgres && node) return withLeftOut(readPostgres(node), tokens, postgres)
  for (const other of othersFor(plain, dialect)) {
    const parsed = fill(tokens, 'other', (text) => parseGeneric(text, other))
    const read = parsed && readGeneric(parsed.tree)
    if (read) return withLeftOut(read, tokens, parsed)
  }
  return readLightly(plain)
}

/** The dialect worth trying on text that is not PostgreSQL's. */
function othersFor(text: string, dialect: Dialect | undefined): readonly Exclude<Dialect, 'postgres'>[] {
  if (dialect === 'postgres') return []
  if (dialect) return [dialect]
  if (/\btop\s*\(?\s*\d|\[\w+\]|\b(?:nolock|updlock|output\s+inserted)\b/i.test(text)) return ['mssql']
  return [/^\s*insert\s+or\b|\bautoincrement\b|\bglob\b|\bwithout\s+rowid\b/i.test(text) ? 'sqlite' : 'mysql']
}

/**
 * A clause that is put in at run time and had to be left out may be WHERE, one more condition, or LIMIT: nothing is
 * claimed to be missing that it could hold.
 */
function withLeftOut<T>(parsed: SqlStatement, tokens: readonly Token[], { leftOut, guessedOperator }: Filled<T>): SqlStatement {
  const read: SqlStatement = {
    ...parsed,
    ...(hasUnknownRows(tokens) && { arity: 'unknown' }),
    ...(guessedOperator && { uniqueFilterColumns: [] }),
  }
  const last = leftOut.at(-1)
  if (last === undefined) return read
  const words = (from: number, to: number) => tokens.slice(from, to).flatMap((token) => (token.kind === 'word' ? [token.text.toUpperCase()] : []))
  const before = words(0, last)
  const isAtEnd = tokens.slice(last + 1).every((token) => token.kind === 'gap')
  // Directly after the table a lone clause is a condition; further on it may be the page.
  const isPage = isAtEnd && (leftOut.length > 1 || before.includes('WHERE') || before.includes('ORDER') || before.includes('GROUP'))
  return { ...read, isFiltered: true, isBounded: read.isBounded || isPage }
}

/** `INSERT INTO orders VALUES ${rows}`, `INSERT INTO orders ${sql(rows)}`: as many rows as there are at run time. */
function hasUnknownRows(tokens: readonly Token[]): boolean {
  const solid = tokens.filter((token) => token.kind !== 'gap')
  const isWord = (token: Token | undefined, word: string) => token?.kind === 'word' && token.text.toUpperCase() === word
  if (!solid.some((token) => isWord(token, 'INSERT'))) return false
  const at = solid.findIndex((token) => isWord(token, 'VALUES'))
  if (at >= 0) return solid[at + 1]?.kind === 'hole'
  return !solid.some((token) => isWord(token, 'SELECT') || isWord(token, 'SET') || isWord(token, 'DEFAULT')) && solid.some((token) => token.kind === 'hole')
}
