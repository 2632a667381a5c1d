/**
 * All migrations of a workspace.
 */
import type { ts } from 'ts-morph'
import type { Problem } from '../../findings/finding.js'
import type { Workspace, WorkspaceFile } from '../../workspace/types.js'
import { readCode } from './code/reader.js'
import { Databases, type DeclaredDatabase } from './database.js'
import { Recorder } from './recorder.js'
import { findSources, type Source } from './sources.js'
import { readStatements } from './statements.js'
import type { DatabaseVersion, Migration, Statement, Wrapping } from './types.js'

export interface ReadMigrations {
  /** By series, from the oldest to the newest. */
  readonly migrations: readonly Migration[]
  /** Statements that their database would not accept; one a file. */
  readonly problems: readonly Problem[]
}

/** Configuration of a tool by which it opens no transactions. */
const NO_TRANSACTIONS = /\bmigrationsTransactionMode\s*:\s*['"]none['"]|\bdisableTransactions\s*:\s*true|\btransactional\s*:\s*false/

/**
 * Reads the migrations of a workspace. Call `loadSqlParser` before.
 *
 * @param declared what the configuration says of a file's database
 * @param parse the syntax tree of a source file
 */
export function readMigrations(workspace: Workspace, declared: (relative: string) => DeclaredDatabase | undefined, parse: (file: WorkspaceFile) => ts.SourceFile): ReadMigrations {
  const root = workspace.root === '/' ? '' : workspace.root
  const sources = findSources(workspace.files, (relative) => workspace.file(`${root}/${relative}`))
  if (sources.length === 0) return { migrations: [], problems: [] }
  const databases = new Databases(workspace, declared)
  const unwrapped = new Set(
    workspace.files.flatMap((file) => (file.kind === 'source' && file.surface !== 'migration' && file.surface !== 'test' && NO_TRANSACTIONS.test(file.text()) ? [file.package] : [])),
  )
  const problems: Problem[] = []
  const newest = Math.max(...sources.flatMap(({ time }) => time ?? []))
  const migrations = sources.map((source): Migration => {
    const database = databases.of(source)
    const given = source.file.kind === 'source' && unwrapped.has(source.file.package) && source.wrapping === 'transaction' ? 'none' : source.wrapping
    const { statements, wrapping } = source.file.kind === 'sql' ? readScript(source, database, given, problems) : readCode(source.file, parse(source.file), source.tool, database.dialect, given)
    return { file: source.file, tool: source.tool, series: source.series, age: source.age, days: source.time === undefined ? undefined : Math.round((newest - source.time) / 86_400_000), database, wrapping, statements }
  })
  return { migrations, problems }
}

function readScript(source: Source, { dialect }: DatabaseVersion, wrapping: Wrapping, problems: Problem[]): { statements: readonly Statement[]; wrapping: Wrapping } {
  const { file, range } = source
  if (dialect === 'clickhouse') return { statements: [], wrapping }
  const recorder = new Recorder(file, wrapping)
  const text = file.text().slice(range.start, range.end)
  let isSaid = false
  for (const { start, end, text: own, operations, isRepeated, error, block } of readStatements(text, dialect)) {
    if (error !== undefined && !isSaid) {
      isSaid = true
      const line = file.text().slice(0, range.start + start).split('\n').length
      problems.push({ kind: 'parse', file: file.relative, line, message: `PostgreSQL does not accept this statement (${error}). What it does to the schema is not known to any rule. Mend it, or ignore the file.` })
    }
    recorder.add({ start: range.start + start, end: range.start + end, text: own, language: 'sql', isVerbatim: true, isRepeated, dialect: undefined, operations, call: undefined }, block)
  }
  const statements = recorder.statements
  // A script of one statement is sent as it is: nothing wraps it.
  if (wrapping === 'script' && statements.length === 1) return { statements: statements.map((one) => ({ ...one, transaction: undefined })), wrapping: 'none' }
  return { statements, wrapping }
}
