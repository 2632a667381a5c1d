/**
 * SQL text as tokens, with alternatives for what is put in at run time, so that parsers can read it.
 */
import type { Dialect } from './summary.js'

/** Stands for an interpolation in constant text. */
export const HOLE = '\u0001'

/** Stands for names that are put in at run time; no table is called this. */
export const HOLE_NAME = 'hole__'

export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'operator' | 'gap' | 'hole'
  /** As PostgreSQL writes it. */
  readonly text: string
  /** As the other dialects write it. */
  readonly original: string
  /** What may stand here instead, the likeliest first; only holes and placeholders have more than one. */
  readonly options: readonly string[]
  /** Offset in the scanned text. */
  readonly start: number
}

const WORD = new RegExp(String.raw`[A-Za-z_\u0080-\uffff${HOLE}][\w$\u0080-\uffff${HOLE}]*`, 'y')
const NUMBER = /(?:0x[\da-f]+|\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+)/iy
const GAP = /(?:\s+|--[^\n]*|\/\*[^]*?(?:\*\/|$))+/y
const DOLLAR_STRING = /\$(\w*)\$[^]*?\$\1\$/y
// What drivers and query builders put values into: `?`, `??`, `$1`, `$name`, `${name}`, `$(name)`, `$[name]`, `$<name>`, `$/name/`,
// `:name`, `:name:`, `:...names`, `@name`, `{{name}}`, `{name:Type}`.
const PLACEHOLDER =
  /\?\??|\$(?:\d+(?::(?:name|alias|raw|value|csv|list|json)\b|~)?|[A-Za-z_]\w*|[{([</]\s*[\w.]+(?::\w+|~)?\s*[})\]>/])|:(?:\.\.\.)?[A-Za-z_]\w*(?::(?![:\w]))?|@[A-Za-z_]\w*|\{\{\s*[\w.]+(?:::?\w+)?\s*\}\}|\{\w+:\s*\w+(?:\([\w, ]*\))?\}/y
// Operators that look like placeholders.
const OPERATOR = /::|:=|@@|@>|\?[|&](?![|&])/y

const BRACKET_NAME = new RegExp(String.raw`^\[[A-Za-z_${HOLE}][\w $${HOLE}]*\]`)

/** Keywords after which a table, column or other name stands. */
const BEFORE_NAME = new Set('FROM JOIN INTO UPDATE TABLE ONLY USING REFERENCES TRUNCATE INDEX COLUMN CONSTRAINT SCHEMA AS DATABASE VIEW TYPE'.split(' '))
/** Keywords after which a value or condition stands. */
const BEFORE_VALUE = new Set(
  'WHERE AND OR NOT SELECT DISTINCT ALL LIMIT OFFSET BY HAVING ON WHEN THEN ELSE CASE LIKE ILIKE BETWEEN RETURNING TO DEFAULT TOP ANY SOME CALL EXEC SET IN VALUES INTERVAL IS EXISTS'.split(' '),
)

/**
 * Tokens of SQL text. Text that ends inside a string or comment is read as if it were closed.
 *
 * @param text with `HOLE` for interpolations
 */
export function scan(text: string, dialect: Dialect | undefined): Token[] {
  // Only MySQL writes names in backticks, and there double quotes hold strings.
  const isMysql = dialect === 'mysql' || (dialect === undefined && text.includes('`'))
  const raw: { kind: Token['kind'] | 'placeholder'; text: string; original: string; start: number }[] = []
  let at = 0
  let found: string | undefined
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found) at += found.length
    return found
  }
  while (at < text.length) {
    const from = at
    const start = text[at] ?? ''
    const previous = raw.at(-1)
    if (take(GAP)) raw.push({ start: from, kind: 'gap', text: ' ', original: ' ' })
    else if (start === HOLE && !isWordPart(text[at + 1])) {
      at++
      raw.push({ start: from, kind: 'hole', text: HOLE, original: HOLE })
    } else if ((found = take(WORD))) {
      const word = found.replaceAll(HOLE, HOLE_NAME)
      raw.push({ start: from, kind: 'word', text: word, original: word })
    } else if (start === "'" || start === '"' || start === '`') {
      const body = quoted(text, at, start, isMysql && start !== '`')
      at += body.length
      const closed = (body.length > 1 && body.endsWith(start) ? body : body + start).replaceAll(HOLE, HOLE_NAME)
      if (start === "'" || (start === '"' && isMysql)) {
        const value = isMysql || start === '"' ? `'${closed.slice(1, -1).replace(/\\[^]|''|""/g, '_').replaceAll("'", '_')}'` : closed
        raw.push({ start: from, kind: 'string', text: value, original: closed })
      } else raw.push({ start: from, kind: 'quoted', text: `"${closed.slice(1, -1).replaceAll('"', '""').replaceAll('""""', '""')}"`, original: closed })
    } else if (start === '[' && isBracketName(text, at, previous?.kind)) {
      const end = text.indexOf(']', at) + 1
      const name = text.slice(at + 1, end - 1).replaceAll(HOLE, HOLE_NAME)
      at = end
      raw.push({ start: from, kind: 'quoted', text: `"${name}"`, original: `[${name}]` })
    } else if ((found = take(DOLLAR_STRING))) raw.push({ start: from, kind: 'string', text: found.replaceAll(HOLE, HOLE_NAME), original: found })
    else if ((found = take(NUMBER))) raw.push({ start: from, kind: 'number', text: found, original: found })
    else if ((found = take(OPERATOR))) raw.push({ start: from, kind: 'operator', text: found, original: found })
    else if ((found = take(PLACEHOLDER))) raw.push({ start: from, kind: 'placeholder', text: found, original: found })
    else {
      at++
      // Knex escapes operators that look like its placeholders: `\\?`.
      const isEscape = start === '\\' && text[at] === '?'
      if (isEscape) at++
      raw.push({ start: from, kind: 'operator', text: isEscape ? '?' : start, original: isEscape ? '?' : start })
    }
  }
  const solid = raw.filter((token) => token.kind !== 'gap')
  let index = -1
  return raw.map((token) => {
    if (token.kind !== 'gap') index++
    if (token.kind !== 'hole' && token.kind !== 'placeholder') return { ...token, kind: token.kind, options: [token.text] }
    const options = optionsAt(solid[index - 1], solid[index + 1])
    return { ...token, kind: 'hole', options: token.kind === 'hole' ? options : ofPlaceholder(token.text, options) }
  })
}

/** Statements of a text: its tokens between semicolons, without empty ones. */
export function splitStatements(tokens: readonly Token[]): Token[][] {
  const statements: Token[][] = [[]]
  for (const token of tokens)
    if (token.text === ';') statements.push([])
    else statements.at(-1)?.push(token)
  return statements.filter((statement) => statement.some((token) => token.kind !== 'gap'))
}

/** The string or name that starts at a quote; a doubled quote does not end it. */
function quoted(text: string, start: number, quote: string, escapes: boolean): string {
  for (let at = start + 1; at < text.length; at++) {
    if (escapes && text[at] === '\\') at++
    else if (text[at] === quote) {
      if (text[at + 1] !== quote) return text.slice(start, at + 1)
      at++
    }
  }
  return text.slice(start)
}

/** `[order]` is a name in SQL Server; after a word or bracket it is an index of an array. */
function isBracketName(text: string, at: number, previous: string | undefined): boolean {
  const before = text[at - 1] ?? ' '
  if (previous === 'word' && !/[\s.]/.test(before)) return false
  return !/[\w\])]/.test(before) && BRACKET_NAME.test(text.slice(at, at + 130))
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\w$\u0080-\uffff]/.test(character)
}

interface Neighbour {
  readonly kind: string
  readonly text: string
}

function optionsAt(before: Neighbour | undefined, after: Neighbour | undefined): readonly string[] {
  if (before === undefined) return ['', HOLE_NAME]
  if (before.text === '.' || after?.text === '.') return [HOLE_NAME]
  const word = before.kind === 'word' ? before.text.toUpperCase() : undefined
  if (word === 'IN' || word === 'VALUES') return ['($1)', '', HOLE_NAME]
  if (word === 'SET') return [`${HOLE_NAME} = $1`, HOLE_NAME, '']
  if (word === 'INTERVAL') return ["'1'", '$1']
  if (word === 'IS') return ['NULL', '']
  if (word === 'EXISTS') return ['(SELECT 1)', HOLE_NAME, '']
  if (word && BEFORE_NAME.has(word)) return [HOLE_NAME, `(SELECT 1) ${HOLE_NAME}`, '$1', '']
  if (before.text === '(') return ['$1', HOLE_NAME, 'SELECT 1', '', `${HOLE_NAME} = $1`, `${HOLE_NAME} ${HOLE_NAME}`]
  const opens = before.kind === 'operator' && !/^[)\]*]$/.test(before.text)
  if (opens || (word && BEFORE_VALUE.has(word))) return ['$1', HOLE_NAME, '', `${HOLE_NAME} = $1`, `${HOLE_NAME} ${HOLE_NAME}`]
  // Something complete stands in front: a further clause, an operator, or the rows of an INSERT.
  return ['', '=', 'AND', 'VALUES ($1)', ',', '$1', HOLE_NAME]
}

function ofPlaceholder(text: string, options: readonly string[]): readonly string[] {
  // `??` of mysql and Knex, `:name:` of Knex, `:name` and `~` of pg-promise: names.
  if (text === '??' || (/^:\w+:$/.test(text) && text.length > 2) || /(?::(?:name|alias)|~)\s*[})\]>/]?$/.test(text)) return [HOLE_NAME]
  if (/:(?:raw|value)\s*[})\]>/]?$|^\$[{([</].*[\^#]/.test(text)) return options
  const value = options[0] === '' ? ['$1', '?', 'VALUES ($1)'] : options.filter((option) => option !== '')
  return text === '?' ? [...value, '?'] : value
}
