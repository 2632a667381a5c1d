/**
 * Repairs of stale writes: the database computes, the condition stands in the write, and the count says whether it held.
 */
import { ts } from 'ts-morph'
import { propertyOf, skipOuter } from '../../src/libraries/paths.js'
import type { Fix, TextEdit } from '../../src/findings/finding.js'
import { columnName } from '../../src/model/column-names.js'
import { endsFunction } from '../../src/model/control-flow.js'
import type { Model } from '../../src/model/types.js'
import type { BlindCreate } from './find-then-create.js'
import type { StaleWrite } from './stale-writes.js'

/** How a library is told to compute: words of the tag `relative`. */
interface Relative {
  readonly increment: string
  readonly decrement: string | undefined
  readonly atLeast: string
  readonly member: string
  readonly count: string
}

export function fixForStaleWrite(found: StaleWrite, model: Model): Fix {
  const edits = edited(found, model)
  if (edits) return { kind: 'suggestion', title: found.kind === 'unguarded' ? 'Put the condition into the write, and check that a row was changed.' : found.kind === 'tested' ? 'Put the condition into the write, let the database compute, and check that a row was changed.' : 'Let the database compute the new value.', edits }
  return { kind: 'recipe', title: 'Let the database compare and compute in one statement.', edits: [], code: recipe(found, model) }
}

/** What is added to the old value, or taken from it, where that is all: `account.balance - amount`. */
function deltaOf({ change, read }: StaleWrite, model: Model): { readonly sign: '+' | '-'; readonly amount: string; readonly limit: string } | undefined {
  const { node } = change
  if (change.entity) {
    if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) return { sign: node.operator === ts.SyntaxKind.PlusPlusToken ? '+' : '-', amount: '1', limit: '1' }
    if (ts.isBinaryExpression(node) && /^[+-]=$/.test(node.operatorToken.getText())) return { sign: node.operatorToken.getText().startsWith('+') ? '+' : '-', amount: node.right.getText(), limit: node.right.getText() }
  }
  const value = valueOf(change.value)
  if (!value || !ts.isBinaryExpression(value)) return undefined
  const operator = value.operatorToken.getText()
  if (operator !== '+' && operator !== '-') return undefined
  const isOwn = (side: ts.Expression) => {
    const row = model.rows.rowOf(skipOuter(side))
    return row?.operation === read && columnName(row.path[0] ?? '') === change.column
  }
  const amount = isOwn(value.left) ? value.right : operator === '+' && isOwn(value.right) ? value.left : undefined
  if (!amount || model.rows.valuesIn(amount).some((use) => use.operation === read && columnName(use.path[0] ?? '') === change.column)) return undefined
  const text = ts.isBinaryExpression(amount) ? `(${amount.getText()})` : amount.getText()
  return { sign: operator, amount: text, limit: text }
}

/** A local that only holds the new value is looked through. */
function valueOf(value: ts.Expression | undefined): ts.Expression | undefined {
  const inner = value && skipOuter(value)
  return inner && ts.isBinaryExpression(inner) ? inner : undefined
}

/** What the write must still find, as a condition on the column: the opposite of the test that ends the function. */
function conditionOf({ test, change, read, unit }: StaleWrite, relative: Relative, model: Model): string | undefined {
  const { condition, node } = test ?? {}
  if (!condition || !node || !ts.isIfStatement(node) || !endsFunction(node.thenStatement) || node.getSourceFile() !== unit.node.getSourceFile()) return undefined
  const parts: ts.Expression[] = []
  const split = (one: ts.Expression): void => {
    const value = skipOuter(one)
    if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.BarBarToken) {
      split(value.left)
      split(value.right)
    } else parts.push(value)
  }
  split(condition)
  for (const part of parts) {
    if (!ts.isBinaryExpression(part) || !/^(?:<|>=)$/.test(part.operatorToken.getText())) continue
    const row = model.rows.rowOf(skipOuter(part.left))
    if (row?.operation !== read || columnName(row.path[0] ?? '') !== change.column) continue
    // `balance < amount` ends it, so the write needs `balance >= amount`; `used >= limit` asks for the opposite.
    const word = part.operatorToken.getText() === '<' ? relative.atLeast : relative.atLeast.replace('gte', 'lt')
    return `{ ${word}: ${part.right.getText()} }`
  }
  return undefined
}

/** The tested condition in the filter of a write that the database computes. */
function guarded(found: StaleWrite, relative: Relative, model: Model): TextEdit[] | undefined {
  const { node } = found.change
  const condition = conditionOf(found, relative, model)
  if (!condition || found.unit !== found.write.unit || !ts.isPropertyAssignment(node)) return undefined
  return withCondition(found, relative, node.name.getText(), condition)
}

function edited(found: StaleWrite, model: Model): TextEdit[] | undefined {
  const { write, change } = found
  const relative = relativeOf(write.target?.tags.find((tag) => tag.name === 'relative')?.value)
  if (relative && found.kind === 'unguarded') return guarded(found, relative, model)
  const delta = deltaOf(found, model)
  if (!relative || !delta || found.calls.length > 0 || change.entity || found.unit !== write.unit || found.kind === 'transition') return undefined
  const { node } = change
  const data = ts.isPropertyAssignment(node) && ts.isObjectLiteralExpression(node.parent) ? node.parent : undefined
  const call = write.call.node
  if (!data || !ts.isPropertyAssignment(node) || !ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return undefined
  const file = write.unit.file.relative
  const column = node.name.getText()
  const isOperator = relative.increment.startsWith('$')
  const negative = /^[\w.]+$/.test(delta.amount) ? `-${delta.amount}` : `-(${delta.amount})`
  const amount = delta.sign === '-' && relative.decrement === undefined ? negative : delta.amount
  const word = delta.sign === '-' ? (relative.decrement ?? relative.increment) : relative.increment
  const edits: TextEdit[] = []
  if (isOperator) {
    const set = data.parent
    const isSet = ts.isPropertyAssignment(set) && set.name.getText() === '$set'
    // Other columns beside it would need two operators.
    if (data.properties.length !== 1) return undefined
    const target = isSet ? set : undefined
    edits.push(target ? { file, start: target.getStart(), end: target.getEnd(), text: `${word}: { ${column}: ${amount} }` } : { file, start: data.getStart(), end: data.getEnd(), text: `{ ${word}: { ${column}: ${amount} } }` })
  } else edits.push({ file, start: node.initializer.getStart(), end: node.initializer.getEnd(), text: `{ ${word}: ${amount} }` })
  if (found.kind !== 'tested' || delta.sign === '+') return edits
  const condition = withCondition(found, relative, column, `{ ${relative.atLeast}: ${delta.limit} }`)
  return condition && [...edits, ...condition]
}

/** The condition goes into the filter, and nobody may use the row that the call returned. */
function withCondition({ write, read }: StaleWrite, relative: Relative, column: string, condition: string): TextEdit[] | undefined {
  const call = write.call.node
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return undefined
  const file = write.unit.file.relative
  const edits: TextEdit[] = []
  const statement = call.parent.parent
  const filter = write.where[0]
  const literal = filter && filter !== true ? skipOuter(filter) : undefined
  if (!ts.isAwaitExpression(call.parent) || !ts.isExpressionStatement(statement) || !literal || !ts.isObjectLiteralExpression(literal)) return undefined
  const last = literal.properties.at(-1)
  if (!last || propertyOf(literal, column).length > 0) return undefined
  edits.push({ file, start: last.getEnd(), end: last.getEnd(), text: `, ${column}: ${condition}` })
  if (call.expression.name.text !== relative.member) edits.push({ file, start: call.expression.name.getStart(), end: call.expression.name.getEnd(), text: relative.member })
  const indent = /[ \t]*$/.exec(statement.getSourceFile().text.slice(0, statement.getStart()))?.[0] ?? ''
  const name = freshName('changed', statement)
  edits.push({ file, start: statement.getStart(), end: statement.getStart(), text: `const ${name} = ` })
  edits.push({ file, start: statement.getEnd(), end: statement.getEnd(), text: `\n${indent}if (${name}.${relative.count} === 0) throw new Error('${column} of ${read.table ?? 'the row'} is past its limit')` })
  return edits
}

function freshName(name: string, near: ts.Node): string {
  const text = near.getSourceFile().text
  return new RegExp(`\\b${name}\\b`).test(text) ? `${name}Rows` : name
}

function relativeOf(words: string | undefined): Relative | undefined {
  const [increment, decrement, atLeast, member, count] = words?.split(' ') ?? []
  if (!increment || !decrement || !atLeast || !member || !count) return undefined
  return { increment, decrement: decrement === '-' ? undefined : decrement, atLeast, member, count }
}

function recipe(found: StaleWrite, model: Model): string {
  const { change, read } = found
  const table = read.table ?? found.write.table ?? 'the_table'
  const column = columnOf(found)
  const key = [...(model.rows.keyOf(read)?.columns.keys() ?? [])].filter((name) => name !== '*').slice(0, 2)
  const where = key.length > 0 ? key.map((name) => `${name} = ...`).join(' AND ') : 'id = ...'
  if (found.kind === 'transition') {
    const value = change.value?.getText().slice(0, 40) ?? '...'
    return [`UPDATE ${table} SET ${column} = ${value} WHERE ${where} AND ${column} = <the value that was tested>`, '-- no row changed: another request was first, so leave without the side effects'].join('\n')
  }
  if (found.kind === 'unguarded') return [`UPDATE ${table} SET ${column} = ... WHERE ${where} AND <${found.test?.condition.getText().replace(/\s+/g, ' ').slice(0, 60) ?? 'the condition that was tested'}, the other way round>`, '-- no row changed: the limit was reached in between, so fail'].join('\n')
  const delta = deltaOf(found, model)
  if (!delta) return [`SELECT ... FROM ${table} WHERE ${where} FOR UPDATE  -- in the transaction that writes`, `-- or: UPDATE ${table} SET ${column} = <new value>, version = version + 1 WHERE ${where} AND version = <version that was read>`].join('\n')
  const condition = found.kind === 'tested' && delta.sign === '-' ? ` AND ${column} >= ${delta.limit}` : ''
  return [`UPDATE ${table} SET ${column} = ${column} ${delta.sign} ${delta.amount} WHERE ${where}${condition}`, ...(condition ? ['-- no row changed: there was too little, so fail'] : [])].join('\n')
}

/** The column as the code writes it. */
export function columnOf({ use, change }: StaleWrite): string {
  return use.path[0] && use.path[0] !== '*' ? use.path[0] : change.column
}

export function fixForCreate({ columns, narrowed, write, kind }: BlindCreate): Fix {
  const table = write.operation.table ?? 'the_table'
  if (kind === 'count')
    return {
      kind: 'recipe',
      title: `Count and create ${table} while a row that stands for the quota is locked.`,
      edits: [],
      code: ['await transaction(async (tx) => {', `  // SELECT ... FOR UPDATE of the row that owns ${columns.join(', ') || `the ${table}`}`, '  // count, compare, create with tx', '})'].join('\n'),
    }
  if (kind === 'take')
    return {
      kind: 'recipe',
      title: `Declare ${columns.join(', ')} of ${table} unique, and answer the violation instead of asking first.`,
      edits: [],
      code: [`CREATE UNIQUE INDEX ON ${table} (${columns.join(', ')})`, 'try {', `  await ${write.operation.label}(...)`, '} catch (error) {', '  // a unique violation: taken already', '}'].join('\n'),
    }
  // Only among the rows that are looked for.
  const among = narrowed.length > 0 ? ` WHERE ${narrowed.map((column) => `${column} = ...`).join(' AND ')}` : ''
  return {
    kind: 'recipe',
    title: `Declare ${columns.join(', ')} of ${table} unique${among === '' ? '' : ` among rows of one ${narrowed.join(', ')}`}, and answer the violation instead of asking first.`,
    edits: [],
    code: [`CREATE UNIQUE INDEX ON ${table} (${columns.join(', ')})${among}`, `INSERT INTO ${table} (...) VALUES (...) ON CONFLICT (${columns.join(', ')})${among} DO NOTHING`, '-- no row inserted: it was there already'].join('\n'),
  }
}
