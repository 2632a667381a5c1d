/**
 * A light reading of SQL for text that no parser accepts: fragments, procedures, dialects of one database.
 */
import { HOLE } from './scan.js'
import { statement, type SqlAccess, type SqlStatement } from './summary.js'

const NAME = String.raw`(?:["\`\[]?[\w$\u0001]+["\`\]]?\s*\.\s*)*["\`\[]?([\w$\u0001]+)["\`\]]?`
const TABLE: readonly (readonly [RegExp, SqlAccess])[] = [
  [new RegExp(String.raw`^(?:with\b[^]*?\)\s*)?insert\s+(?:or\s+\w+\s+|ignore\s+)?into\s+${NAME}`, 'i'), 'write'],
  [new RegExp(String.raw`^(?:with\b[^]*?\)\s*)?(?:update|merge\s+into|replace\s+into|upsert\s+into)\s+(?:only\s+)?${NAME}`, 'i'), 'write'],
  [new RegExp(String.raw`^(?:with\b[^]*?\)\s*)?(?:delete\s+from|truncate(?:\s+table)?)\s+(?:only\s+)?${NAME}`, 'i'), 'delete'],
  [new RegExp(String.raw`^(?:create|alter|drop|comment|grant|revoke|reindex|vacuum|analyze|set|reset)\b(?:[^]*?\b(?:table|index|on)\s+(?:if\s+(?:not\s+)?exists\s+)?${NAME})?`, 'i'), 'ddl'],
]
const FROM = new RegExp(String.raw`\bfrom\s+(?:only\s+)?${NAME}`, 'i')
const AGGREGATE = /^(?:count|sum|avg|min|max|exists|bool_or|bool_and|json_agg|array_agg)\s*\(/i
const LOCK = /\bfor (?:no key )?update\b|\bfor (?:key )?share\b|\block in share mode\b|\bwith\s*\(\s*(?:updlock|xlock|tablockx)\b/i

/** BEGIN, COMMIT or ROLLBACK in the spellings of all dialects; savepoints are none of them. */
export function controlOf(text: string): SqlStatement['control'] {
  const sql = text.trim()
  if (/^(?:begin(?: (?:transaction|tran|work|immediate|exclusive|deferred|isolation)\b|$)|start transaction\b)/i.test(sql)) return 'begin'
  if (/^(?:commit|end)(?: (?:transaction|tran|work|and)\b|$)/i.test(sql)) return 'commit'
  return /^rollback(?: (?:transaction|tran|work|and)\b(?! to\b)|$)/i.test(sql) ? 'rollback' : undefined
}

/** Reads one statement by its words. */
export function readLightly(text: string): SqlStatement {
  const sql = text.replace(/--[^\n]*|\/\*[^]*?\*\//g, ' ').replace(/\s+/g, ' ').trim()
  const control = controlOf(sql)
  if (control) return statement({ control })
  for (const [pattern, access] of TABLE) {
    const match = pattern.exec(sql)
    if (!match) continue
    const isInsert = /^(?:with\b[^]*?\)\s*)?(?:insert|replace)\b/i.test(sql)
    return statement({
      access,
      table: nameIn(match[1]),
      arity: isInsert ? 'one' : 'many',
      isFiltered: isInsert || /\bwhere\b/i.test(sql),
      isUpsert: /\bon (?:conflict|duplicate key)\b|^(?:merge|replace|upsert)\b|^insert or (?:replace|ignore)\b|^insert ignore\b/i.test(sql),
    })
  }
  const isRead = /^(?:\(?\s*select|with|values|table|show|explain|pragma)\b/i.test(sql)
  const list = /^\(?\s*select\s+([^]*?)\s+from\b/i.exec(sql)?.[1] ?? ''
  const isAggregate = isRead && AGGREGATE.test(list) && !/\bgroup by\b/i.test(sql)
  const hasSource = FROM.test(sql)
  return statement({
    access: isAggregate ? 'aggregate' : isRead ? 'read' : 'unknown',
    table: nameIn(FROM.exec(sql)?.[1]),
    arity: isAggregate || (isRead && !hasSource) || /\blimit\s+1\b/i.test(sql) || /^select top\s*\(?1\)?(?!\d)/i.test(sql) ? 'one' : isRead ? 'many' : 'unknown',
    isBounded: /\blimit\b|\bfetch (?:first|next)\b|^select top\b|\brownum\b/i.test(sql) || !hasSource || isAggregate,
    isFiltered: /\bwhere\b/i.test(sql),
    locks: LOCK.test(sql),
  })
}

/** Words that stand where a name is missing. */
const KEYWORDS = new Set('where set on as order group having limit join left inner values select returning cascade unnest lateral using'.split(' '))

/** The name, unless it is put in at run time. */
function nameIn(text: string | undefined): string | undefined {
  const name = text?.toLowerCase()
  return name === undefined || name.includes(HOLE) || name.startsWith('$') || KEYWORDS.has(name) ? undefined : name
}
