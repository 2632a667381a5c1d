/**
 * SQL scripts as people write them for a tool to run: statements with their places, through what is not SQL in them.
 */
import { HOLE, HOLE_NAME, scan, type Token } from './scan.js'
import type { Dialect } from './summary.js'

/** One statement of a script. */
export interface ScriptStatement {
  /** Offsets of its first and behind its last character, without comments around it and without the semicolon. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly tokens: readonly Token[]
}

/** Lines that clients of the database read and the server never sees: psql's `\set`, SQL*Plus' `/`, SQL Server's `GO`. */
const CLIENT_LINE = /^(?:[ \t]*\\[a-zA-Z!?].*|[ \t]*(?:GO|\/)[ \t]*)$/gim
const COPY_DATA = /^[ \t]*copy\b[^;]*\bfrom\s+stdin\b[^;]*;[^]*?^\\\.[ \t]*$/gim
/** `{{#if}}`, `<% %>`, `{% %}`: instructions of a template engine that stand for no value. */
const TEMPLATE = /\{%[^]*?%\}|<%[^=][^]*?%>|\{\{[#/^!][^}]*\}\}/g

/** The statements of a script, in order. Whatever no parser would accept as SQL is left out. */
export function statementsOf(script: string, dialect: Dialect | undefined): ScriptStatement[] {
  const blank = (found: string) => found.replace(/[^\n]/g, ' ')
  const text = script.replace(COPY_DATA, blank).replace(CLIENT_LINE, blank).replace(TEMPLATE, blank)
  return delimited(text).flatMap((part) => {
    const groups = part.delimiter === ';' ? split(scan(part.text, dialect)) : byDelimiter(part, dialect)
    return groups.flatMap((tokens): ScriptStatement[] => {
      const first = tokens.findIndex((token) => token.kind !== 'gap')
      const last = tokens.findLastIndex((token) => token.kind !== 'gap')
      const [from, to] = [tokens[first], tokens[last]]
      if (!from || !to) return []
      const start = part.start + from.start
      const end = part.start + to.start + to.original.replaceAll(HOLE_NAME, HOLE).length
      return [{ start, end, text: script.slice(start, end), tokens: tokens.slice(first, last + 1) }]
    })
  })
}

interface Part {
  readonly text: string
  readonly start: number
  readonly delimiter: string
}

/** Parts between the DELIMITER commands of MySQL's client. */
function delimited(text: string): Part[] {
  const parts: Part[] = []
  let start = 0
  let delimiter = ';'
  for (const command of text.matchAll(/^[ \t]*delimiter[ \t]+(\S+)[ \t]*$/gim)) {
    parts.push({ text: text.slice(start, command.index), start, delimiter })
    start = command.index + command[0].length
    delimiter = command[1] ?? ';'
  }
  return [...parts, { text: text.slice(start), start, delimiter }]
}

/** Statements that end with a delimiter of their own: bodies with semicolons inside. */
function byDelimiter({ text, delimiter }: Part, dialect: Dialect | undefined): Token[][] {
  const found: Token[][] = []
  let start = 0
  for (const piece of text.split(delimiter)) {
    found.push(scan(piece, dialect).map((token) => ({ ...token, start: token.start + start })))
    start += piece.length + delimiter.length
  }
  return found
}

const HAS_BODY = /^create (?:or replace )?(?:temp(?:orary)? )?(?:constraint )?(?:definer (?:\S+ )?)?(?:trigger|procedure|function|event)\b/i

/** Statements between semicolons; those in the body of a routine without quotes belong to the routine. */
function split(tokens: readonly Token[]): Token[][] {
  const statements: Token[][] = [[]]
  let words: string[] = []
  let depth = 0
  for (const token of tokens) {
    if (token.text === ';' && depth <= 0) {
      statements.push([])
      words = []
      depth = 0
      continue
    }
    statements.at(-1)?.push(token)
    if (token.kind !== 'word') continue
    const word = token.text.toUpperCase()
    const isEnding = words.at(-1) === 'END'
    words.push(word)
    if (!HAS_BODY.test(words.slice(0, 6).join(' '))) continue
    if (word === 'END') depth--
    else if (isEnding ? /^(?:IF|LOOP|WHILE|REPEAT)$/.test(word) : word === 'BEGIN' || word === 'CASE') depth++ // `END IF` closes what was not counted
  }
  return statements.filter((statement) => statement.some((token) => token.kind !== 'gap'))
}
