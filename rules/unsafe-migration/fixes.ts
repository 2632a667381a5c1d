/**
 * Recipes, and the edits that make a statement safe where it stands.
 */
import type { Fix, TextEdit } from '../../src/findings/finding.js'
import type { Migration, Statement } from '../../src/model/migrations/types.js'
import type { Hazard } from './hazard.js'

/** How labels of further mistakes begin, which are told with this one. */
export const FURTHER = 'also: '

export function fixesOf(hazard: Hazard, statement: Statement, migration: Migration): Fix[] {
  const recipe: Fix = { kind: 'recipe', title: hazard.title, edits: [], code: hazard.recipe.join('\n') }
  const edits = editsOf(hazard, statement, migration)
  if (!edits) return [recipe]
  return [{ kind: 'suggestion', title: edits.title, edits: edits.edits }, recipe]
}

interface Suggested {
  readonly title: string
  readonly edits: readonly TextEdit[]
}

/** Undefined where more than this statement has to change. */
function editsOf({ kind, operation, related }: Hazard, statement: Statement, migration: Migration): Suggested | undefined {
  // With others told together, one edit would not do.
  if ((related ?? []).some(({ label }) => label.startsWith(FURTHER)) || statement.operations.length > 1) return undefined
  if (kind === 'index' || kind === 'drop-index') return concurrently(statement, migration)
  if ((kind === 'foreign-key' || kind === 'check') && (operation.kind === 'add-foreign-key' || operation.kind === 'add-check')) return notValid(statement, migration)
  return undefined
}

function concurrently(statement: Statement, migration: Migration): Suggested | undefined {
  const title = 'Add CONCURRENTLY.'
  const file = statement.file.relative
  const opening = statement.transaction && transactionOff(statement, migration)
  if (statement.transaction && !opening) return undefined
  if (statement.call) {
    const { option } = statement.call
    return option && { title, edits: [{ file, start: option.at, end: option.at, text: `${option.before}concurrently: true${option.after}` }] }
  }
  if (!statement.isVerbatim || migration.wrapping === 'unknown') return undefined
  const head = /^(?:create\s+(?:unique\s+)?index|drop\s+index)\b/i.exec(statement.text)?.[0]
  if (head === undefined) return undefined
  const isUpper = head === head.toUpperCase()
  const at = statement.start + head.length
  return { title, edits: [...(opening ? [opening] : []), { file, start: at, end: at, text: isUpper ? ' CONCURRENTLY' : ' concurrently' }] }
}

/** Where a file says of itself that it wants no transaction, and this statement is all there is in it. */
function transactionOff(statement: Statement, migration: Migration): TextEdit | undefined {
  if (migration.tool !== 'dbmate' || migration.statements.length !== 1 || statement.transaction?.opened !== 'tool') return undefined
  const mark = /^--[ \t]*migrate:up\b/m.exec(statement.file.text())
  if (!mark) return undefined
  const at = mark.index + mark[0].length
  return { file: statement.file.relative, start: at, end: at, text: ' transaction:false' }
}

/**
 * The constraint holds for new rows at once; old ones are left to a later migration. Its lock is taken for a moment, and
 * not waited for without end.
 */
function notValid(statement: Statement, { tool }: Migration): Suggested | undefined {
  const { file, start, end, text } = statement
  if (file.kind !== 'sql' || !statement.isVerbatim || !/^alter\s+table\b[^]*\badd\s+constraint\b/i.test(text)) return undefined
  const isUpper = /^ALTER/.test(text)
  const setting = isUpper ? "SET lock_timeout = '5s';" : "set lock_timeout = '5s';"
  return {
    title: 'Add the constraint as NOT VALID, and validate it in a later migration.',
    edits: [
      { file: file.relative, start, end: start, text: `${setting}${tool === 'drizzle' ? '--> statement-breakpoint' : ''}\n` },
      { file: file.relative, start: end, end, text: isUpper ? ' NOT VALID' : ' not valid' },
    ],
  }
}
