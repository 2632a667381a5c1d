/**
 * The edit that puts two writes and what stands between them into one transaction, where both are sent through one
 * client that opens transactions with a function.
 */
import { ts } from 'ts-morph'
import { boundNames } from '../../src/libraries/paths.js'
import { contains } from '../../src/model/control-flow.js'
import type { Fix, TextEdit } from '../../src/findings/finding.js'
import type { Model, Unit } from '../../src/model/types.js'
import type { Write } from './writes.js'

/** @returns undefined where wrapping the statements would change more than the transaction */
export function suggestionFor(unit: Unit, first: Write, second: Write, model: Model): Fix | undefined {
  if (first.reached.trace.length > 1 || second.reached.trace.length > 1 || first.operation.unit !== unit || second.operation.unit !== unit || !unit.isAsync) return undefined
  const client = model.handleOf(first.operation)
  const other = model.handleOf(second.operation)
  if (!client?.transactionMember || !other || client.expression.getText() !== other.expression.getText()) return undefined
  const block = ts.findAncestor(first.call.node, (node) => ts.isBlock(node) && contains(node, second.call.node)) as ts.Block | undefined
  const statements = block?.statements.filter((statement) => statement.end > first.call.node.pos && statement.pos < second.call.node.end)
  const [from, to] = [statements?.[0], statements?.at(-1)]
  if (!block || !statements || !from || !to || ts.findAncestor(block, ts.isFunctionLike) !== unit.node) return undefined
  const source = unit.node.getSourceFile()
  const body = source.text.slice(from.getStart(), to.getEnd())
  // A way out of the middle, failures that are gone over, values used behind it, and text whose lines must not move.
  if (/\b(?:return|break|continue|yield|catch)\b|`/.test(body) || declaresForLater(statements, block, to)) return undefined
  const handle = /\btx\b/.test(unit.node.getText()) ? 'transaction' : 'tx'
  if (new RegExp(String.raw`\b${handle}\b`).test(unit.node.getText())) return undefined
  const file = unit.file.relative
  const edits: TextEdit[] = []
  for (const call of unit.calls) {
    if (call.node.pos < from.pos || call.node.end > to.end) continue
    const operation = model.operationOf(call)
    if (operation?.kind !== 'query') continue
    const sent = model.handleOf(operation)?.expression
    if (!sent || sent.getText() !== client.expression.getText()) return undefined
    edits.push({ file, start: sent.getStart(), end: sent.getEnd(), text: handle })
  }
  const indent = /[^\n]*$/.exec(source.text.slice(0, from.getStart()))?.[0] ?? ''
  if (/\S/.test(indent)) return undefined
  edits.push({ file, start: from.getStart(), end: from.getStart(), text: `await ${client.expression.getText()}.${client.transactionMember}(async (${handle}) => {\n${indent}  ` })
  for (let at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) {
    const start = from.getStart() + at + 1
    if (source.text[start] !== '\n' && source.text[start] !== '\r') edits.push({ file, start, end: start, text: '  ' })
  }
  edits.push({ file, start: to.getEnd(), end: to.getEnd(), text: `\n${indent}})${body.endsWith(';') ? ';' : ''}` })
  return { kind: 'suggestion', title: `Run both writes of ${unit.name} in one transaction.`, edits }
}

/** A name that the statements declare is used after them. */
function declaresForLater(statements: readonly ts.Statement[], block: ts.Block, last: ts.Statement): boolean {
  const names = statements.flatMap((statement) => (ts.isVariableStatement(statement) ? statement.declarationList.declarations.flatMap(({ name }) => boundNames(name).map(({ text }) => text)) : []))
  const rest = block.getSourceFile().text.slice(last.end, block.end)
  return names.some((name) => new RegExp(String.raw`(?<![\w$.])${name.replaceAll('$', String.raw`\$`)}(?![\w$])`).test(rest))
}
