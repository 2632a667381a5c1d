import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { endsProcess, leaksOf, type Leak } from '../../src/model/resources.js'
import type { Model } from '../../src/model/types.js'

export default defineRule({
  id: 'unreleased-connection',
  severity: 'high',
  title: 'A connection, session or transaction is not given back on every path.',
  category: 'sharp-edge',
  topic: 'architecture',
  handoff: 'backend',
  cwe: [772],
  check({ model, report }) {
    for (const leak of leaksOf(model)) {
      const { file } = leak.call.unit
      report({
        at: { file, node: leak.call.node },
        message: messageOf(leak),
        why: whyOf(leak),
        trace: leak.at ? [
          { file, node: leak.call.node, label: `${leak.holder} is taken` },
          { file, node: leak.at, label: leak.way === 'return' ? 'returns without giving it back' : leak.way === 'throw' ? 'may throw' : 'goes on without giving it back' },
        ] : [],
        fixes: [fixFor(leak)],
        confidence: confidenceOf(leak, model),
      })
    }
  },
})

function confidenceOf(leak: Leak, model: Model): Confidence {
  // `pool = new Pool(...); const client = await pool.connect()`: whether the database is there is tried, before anybody is served.
  if (isOfOwnPool(leak) || leak.idle) return 'low'
  if (leak.way === 'throw' && endsProcess(leak.call.unit, model)) return 'low'
  if (leak.kind === 'session' || leak.isBegun || leak.way === 'end') return 'medium'
  return model.entryPointsOf(leak.call.unit).length > 0 ? 'high' : 'medium'
}

/** The pool it is taken from is made by the same function. */
function isOfOwnPool({ call }: Leak): boolean {
  const callee = ts.isCallExpression(call.node) ? call.node.expression : undefined
  if (!callee || !ts.isPropertyAccessExpression(callee)) return false
  const pool = callee.expression.getText().replace(/[$.]/g, String.raw`\$&`)
  return new RegExp(String.raw`(?<![\w.])${pool}\s*=\s*(?:await\s+)?(?:new\s|(?:[\w$]+\.)*create\w*\()`).test(call.unit.node.getText())
}

function messageOf({ kind, holder, by, way, at, call, isBegun }: Leak): string {
  const ended = kind === 'transaction' ? 'neither committed nor rolled back' : `not given back (${holder}.${by}())`
  const what = kind === 'transaction' && isBegun ? `the transaction on ${holder}` : holder
  if (way === 'never') return `${call.unit.name} takes ${holder} and never ${kind === 'transaction' ? 'commits it or rolls it back' : `gives it back: nothing calls ${holder}.${by}()`}`
  if (way === 'return') return `When ${call.unit.name} returns at line ${lineOf(at)}, ${what} is ${ended}`
  if (way === 'throw' && at && ts.isThrowStatement(at)) return `When ${call.unit.name} throws at line ${lineOf(at)}, ${what} is ${ended}`
  if (way === 'throw') return `When ${textOf(at)} fails at line ${lineOf(at)}, ${what} is ${ended}`
  return `On one way through ${call.unit.name}, ${what} is ${ended}`
}

function whyOf({ kind, isBegun, idle }: Leak): string {
  if (idle === 'unused') return 'No operation is given the session, so that its transaction holds nothing, and undoes nothing either. Give it to those that belong together, and end it in a finally.'
  if (idle) return 'Each call leaves a session behind on the server until it times out; its transaction has ended. End it in a finally.'
  if (kind === 'session') return 'Each call leaves a session behind on the server, with its transaction and what that locks, until it times out. End it in a finally.'
  if (kind === 'connection') return 'Each such call takes one connection out of the pool for good. When the last is gone, every request waits for a connection until it times out, and only a restart helps. Give it back in a finally.'
  if (isBegun) return 'The connection goes on with the transaction open: rows stay locked, and what the next one does on it becomes part of it. Roll it back where something fails.'
  return 'The transaction keeps its connection and its locks: the pool runs empty and others wait for the rows until the database gives up. Roll it back on every way out.'
}

/** `try ... finally` around what follows, where that is all it takes; else a recipe. */
function fixFor(leak: Leak): Fix {
  const { kind, holder, by } = leak
  const isPlain = leak.kind !== 'transaction'
  const title = isPlain ? `Give ${holder} back in a finally.` : `Roll ${leak.isBegun ? 'the transaction' : holder} back when something fails.`
  const undo = isPlain ? openOn(leak) : undefined
  const undone = (indent: string) => (undo ? `} catch (error) {\n${indent}  await ${undo}\n${indent}  throw error\n${indent}` : '')
  const ending = (indent: string) => (isPlain ? `${undone(indent)}} finally {\n${indent}  ${isAwaited(leak) ? 'await ' : ''}${holder}.${by}()\n${indent}}` : `} catch (error) {\n${indent}  await ${rollbackOf(leak)}\n${indent}  throw error\n${indent}}`)
  const edits = wrapping(leak, ending)
  if (edits) return { kind: 'suggestion', title, edits }
  const taken = statementOf(leak.call.node).getText().split('\n', 1)[0] ?? ''
  return { kind: 'recipe', title, edits: [], code: [taken, 'try {', kind === 'transaction' ? '  // ... and commit, on every way that returns' : '  // ...', ending('')].join('\n') }
}

/** What undoes a transaction that is begun on a connection and rolled back nowhere: given back, it would stay open. */
function openOn({ call, holder, by }: Leak): string | undefined {
  const statement = statementOf(call.node)
  const text = statement.getSourceFile().text.slice(statement.end, statement.parent.end)
  const name = holder.replaceAll('$', String.raw`\$`)
  if (/\b(?:rollback|abort)\w*\(|ROLLBACK/i.test(text)) return undefined
  if (new RegExp(String.raw`\b${name}\.beginTransaction\(`).test(text)) return `${holder}.rollback()`
  if (new RegExp(String.raw`\b${name}\.startTransaction\(`).test(text)) return by === 'endSession' ? `${holder}.abortTransaction()` : `${holder}.rollbackTransaction()`
  const sent = new RegExp(String.raw`\b${name}\.(\w+)\(\s*['"\x60](?:BEGIN|START)\b`, 'i').exec(text)?.[1]
  return sent && `${holder}.${sent}('ROLLBACK')`
}

function rollbackOf({ holder, call, closers }: Leak): string {
  const known = closers.map((closer) => /\.(rollback\w*|abort\w*)\(/.exec(closer.getText())?.[1]).find((name) => name !== undefined)
  if (known) return `${holder}.${known}()`
  // A statement that was begun as text is undone as text.
  if (/^(?:query|execute|raw)$/.test(call.name)) return `${holder}.${call.name}('ROLLBACK')`
  const committed = closers.map((closer) => /\.commit(\w*)\(/.exec(closer.getText())?.[1]).find((name) => name !== undefined) ?? ''
  return `${holder}.${/^start/.test(call.name) && committed === 'Transaction' && call.node.getText().includes('session') ? 'abort' : 'rollback'}${committed}()`
}

/** Whether giving it back is waited for, as the code does it now or as its kind asks for. */
function isAwaited({ closers, kind, by, call }: Leak): boolean {
  if (closers.length > 0) return closers.some((closer) => /\bawait\b/.test(closer.getText()))
  return kind === 'session' || (by === 'release' && !ts.isAwaitExpression(call.node.parent))
}

function wrapping(leak: Leak, ending: (indent: string) => string): Fix['edits'] | undefined {
  const { call, closers, way, kind } = leak
  const statement = statementOf(call.node)
  const block = statement.parent
  if (!ts.isStatement(statement) || !ts.isBlock(block) || way === 'end' || (kind === 'transaction' && (way !== 'throw' || closers.length === 0))) return undefined
  // Only what stands in the same block can be moved: one more release elsewhere would be the second.
  if (closers.some((closer) => closer.parent !== block || !ts.isExpressionStatement(closer) || closer.pos < statement.pos)) return undefined
  const rest = block.statements.slice(block.statements.indexOf(statement) + 1)
  const [first] = rest
  const last = rest.at(-1)
  const source = statement.getSourceFile()
  if (!first || !last || hasLongText(rest)) return undefined
  const file = call.unit.file.relative
  const text = source.text
  const indent = /[ \t]*$/.exec(text.slice(0, statement.getStart()))?.[0] ?? ''
  const edits: { file: string; start: number; end: number; text: string }[] = [{ file, start: statement.end, end: statement.end, text: `\n${indent}try {` }]
  const removed = kind === 'transaction' ? [] : closers.map((closer) => ({ start: lineStart(text, closer.getStart()), end: closer.end }))
  for (const { start, end } of removed) edits.push({ file, start: start - 1, end, text: '' })
  // The lines in between move in by one step.
  for (let at = text.indexOf('\n', statement.end); at >= 0 && at < last.end; at = text.indexOf('\n', at + 1)) {
    const isBlank = /^\r?\n/.test(text.slice(at + 1, at + 3))
    if (!isBlank && !removed.some(({ start, end }) => at + 1 >= start && at + 1 < end)) edits.push({ file, start: at + 1, end: at + 1, text: '  ' })
  }
  edits.push({ file, start: last.end, end: last.end, text: `\n${indent}${ending(indent)}` })
  return edits.sort((left, right) => left.start - right.start)
}

/** Text over several lines would change with its indentation. */
function hasLongText(statements: readonly ts.Statement[]): boolean {
  let found = false
  const visit = (node: ts.Node): void => {
    if ((ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node)) && node.getText().includes('\n')) found = true
    if (!found) ts.forEachChild(node, visit)
  }
  for (const statement of statements) visit(statement)
  return found
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset) + 1
}

function statementOf(node: ts.Node): ts.Node {
  let at = node
  while (at.parent && !ts.isBlock(at.parent) && !ts.isSourceFile(at.parent) && !ts.isCaseOrDefaultClause(at.parent) && !ts.isFunctionLike(at.parent)) at = at.parent
  return at
}

function lineOf(node: ts.Node | undefined): number {
  return node ? node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1 : 0
}

function textOf(node: ts.Node | undefined): string {
  const text = (node?.getText() ?? '').replace(/^(?:await|throw)\s+/, '').replace(/\s+/g, ' ')
  const callee = /^[\w$.?]+(?=\()/.exec(text)?.[0]
  return callee ?? (text.length > 60 ? `${text.slice(0, 57)}...` : text)
}
