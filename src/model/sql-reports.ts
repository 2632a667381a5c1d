/**
 * How built SQL is told to people: the same words for every rule about it.
 */
import { ts } from 'ts-morph'
import type { Fix } from '../findings/finding.js'
import { HOLE } from '../sql/scan.js'
import type { BuiltSql, Model, Place, Step } from './types.js'

/** From the first statement that builds the text to the call that executes it, when both stand in one function. */
export function placeOf(built: BuiltSql, model: Model): Place {
  const call = built.through[0] ?? built.sql.call
  const file = call.unit.file
  const source = built.expression.getSourceFile()
  if (source !== call.node.getSourceFile()) return { file: model.fileOf(built.expression), node: built.expression }
  let first: ts.Node = built.expression
  for (const { expression } of built.parts)
    if (expression.getSourceFile() === source && within(expression, call.unit.node) && statementOf(expression).pos < first.pos) first = statementOf(expression)
  return first.pos < call.node.pos ? { file, node: first, until: call.node } : { file, node: built.expression }
}

/** The names put into the text and the verb behind them, for messages. */
export function partsAre(built: BuiltSql): string {
  const texts = [...new Set(built.parts.map((part) => part.expression.getText().replace(/\s+/g, ' ')))].map((text) => (text.length > 40 ? `${text.slice(0, 37)}...` : text))
  return `${texts.length > 3 ? `${texts.slice(0, 3).join(', ')} and ${texts.length - 3} more` : texts.join(', ')} ${texts.length > 1 ? 'are' : 'is'}`
}

/** The way to the execution point, wrappers included. */
export function executionTrace(built: BuiltSql): Step[] {
  return [...built.through, built.sql.call].map((call) => ({ file: call.unit.file, node: call.node, label: call.name || call.node.getText().slice(0, 40) }))
}

/** The rewrite with parameters where it is safe, else how to do it by hand. */
export function fixesFor(built: BuiltSql, model: Model): Fix[] {
  const edits = model.parametrise(built)
  if (edits) return [{ kind: 'fix', title: 'Bind the values as parameters.', edits }]
  const names = built.parts.filter((part) => part.position === 'identifier' || part.position === 'fragment')
  if (names.length > 0) {
    const list = allowList(built, model)
    if (list) return [list]
    const name = names[0]?.expression.getText() ?? 'name'
    return [
      {
        kind: 'recipe',
        title: 'Names and keywords cannot be bound: choose them from a list written in the code.',
        edits: [],
        code: `const ALLOWED = { /* input: column */ } as const\nconst column = ALLOWED[${name}]\nif (!column) throw new Error('unknown column')`,
      },
    ]
  }
  const placeholder = built.sql.placeholder ?? '?'
  return [
    {
      kind: 'recipe',
      title: 'Put placeholders into the text and give the values apart from it.',
      edits: [],
      code: `text:   ... ${placeholder === '$' ? '$1' : placeholder} ...\nvalues: [${built.parts.map((part) => part.expression.getText()).join(', ')}]`,
    },
  ]
}

/** A test before the statement that lets only known names through; undefined where the code knows none, or other parts stay. */
function allowList(built: BuiltSql, model: Model): Fix | undefined {
  const statement = statementOf(built.expression)
  const isPlaced = ts.isStatement(statement) && (ts.isBlock(statement.parent) || ts.isSourceFile(statement.parent) || ts.isCaseOrDefaultClause(statement.parent))
  if (!isPlaced || built.through.length > 0 || built.parts.length > 2) return undefined
  const file = model.fileOf(statement).relative
  const isTyped = /\.[cm]?tsx?$/.test(file)
  const tests = built.parts.map((part) => {
    const { expression, position } = part
    const before = part.before.replaceAll(HOLE, 'x')
    const text = expression.getText()
    const allowed = /\border\s+by\s+[\w."`]+\s+$/i.test(before) ? ['asc', 'desc'] : position === 'identifier' && /\bby\s+[\w.,\s"`]*$/i.test(before) ? columnsOf(before, model) : []
    if (allowed.length === 0 || !/^[\w$]+(?:\??\.[\w$]+)*$/.test(text)) return undefined
    return `if (![${allowed.map((name) => `'${name}'`).join(', ')}].includes(${text}${isTyped ? ' as string' : ''})) throw new Error('unknown column or direction')`
  })
  if (tests.some((test) => test === undefined)) return undefined
  const start = statement.getStart()
  const indent = /[ \t]*$/.exec(statement.getSourceFile().text.slice(0, start))?.[0] ?? ''
  return { kind: 'suggestion', title: 'Let only names through that are written in the code.', edits: [{ file, start, end: start, text: tests.map((test) => `${test}\n${indent}`).join('') }] }
}

/** Columns that a statement may be sorted by: those of its table, else those it selects. */
function columnsOf(before: string, model: Model): readonly string[] {
  const table = /\bfrom\s+["`]?([\w.]+)/i.exec(before)?.[1]
  const declared = model.table(table)?.columns.map(({ name }) => name) ?? []
  const selected = (/\bselect\s+(.+?)\s+from\b/i.exec(before)?.[1] ?? '').split(',').map((name) => name.trim())
  return (declared.length > 0 ? declared : selected).filter((name) => /^[a-z_]\w*$/i.test(name)).slice(0, 8)
}

/** The statement around a node; the node itself in a function that is one expression. */
function statementOf(node: ts.Node): ts.Node {
  for (let current = node; current.parent && !ts.isFunctionLike(current); current = current.parent) if (ts.isStatement(current)) return current
  return node
}

function within(node: ts.Node, outer: ts.Node): boolean {
  return outer.pos <= node.pos && node.end <= outer.end
}
