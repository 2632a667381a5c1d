import { defineRule, type Report } from '../../src/engine/rule.js'
import { ts } from 'ts-morph'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { isLockOnly } from '../../src/model/lock-only.js'
import type { Call, Model, Reached, Transaction } from '../../src/model/types.js'

export default defineRule({
  id: 'escaped-transaction',
  severity: 'critical',
  title: 'A query inside a transaction goes to the outer client and is not part of it.',
  category: 'sharp-edge',
  topic: 'architecture',
  cwe: [662],
  check({ model, report }) {
    const seen = new Set<Call>()
    const tell = (transaction: Transaction, call: Call) => {
      if (seen.has(call)) return
      const escaped = model.reachedFrom(call, 'query').map((reached) => model.wrapped.through(reached)).find((reached) => isEscaped(reached, transaction, model))
      if (!escaped || isMadeOfHandle(clientOf(escaped), transaction)) return
      seen.add(call)
      const { operation, trace } = escaped
      const handle = transaction.handles[0]?.name ?? 'the handle'
      report({
        at: { file: call.unit.file, node: call.node },
        message: `${operation.label} runs inside a transaction but through ${clientOf(escaped)}, so it is not part of it`,
        why: `It is not rolled back with the transaction, does not see what the transaction wrote, and takes a second connection, which deadlocks when the pool is empty. Send it through ${handle}.`,
        trace: [{ file: transaction.unit.file, node: transaction.node, label: 'transaction opens' }, ...trace],
        fixes: [
          useHandle(escaped, transaction, model) ?? {
            kind: 'recipe',
            title: trace.length > 1 ? `Give ${handle} to ${trace[0]?.label ?? 'the function'} and use it there.` : `Use ${handle} for this query.`,
            edits: [],
            code: trace.length > 1 ? `${call.node.getText().replace(/\([^]*$/, '')}(..., ${handle})` : operation.label.replace(operation.handle.text, handle),
          },
        ],
        confidence: isMeantToStay(escaped) ? 'low' : confidenceOf(escaped),
      })
    }
    for (const transaction of model.transactions) {
      if (transaction.implicit || isLockOnly(transaction, model)) continue
      if (transaction.isHandleIgnored) {
        const lost = transaction.bodies.filter((body) => body.file.surface === 'production').flatMap((body) => body.calls.flatMap((call) => model.reachedFrom(call, 'query').map((reached) => model.wrapped.through(reached)).find((reached) => isEscaped(reached, transaction, model)) ?? []))
        if (lost.some(({ operation }) => operation.access === 'write' || operation.access === 'delete')) report(withoutHandle(transaction, lost, model))
        continue
      }
      if (transaction.handles.length === 0) continue
      for (const body of transaction.bodies) {
        if (body.file.surface !== 'production') continue
        for (const call of body.calls) tell(transaction, call)
      }
      if (transaction.kind !== 'begin') continue
      for (const call of transaction.unit.calls) if (model.openTransaction(call) === transaction && call.node !== transaction.node) tell(transaction, call)
    }
  },
})

/** One finding for a function that does not take the handle at all: nothing in it can take part. */
function withoutHandle(transaction: Transaction, lost: readonly Reached[], model: Model): Report {
  const { unit, node } = transaction
  const labels = [...new Set(lost.map(({ operation }) => operation.label))]
  const shown = labels.length > 2 ? `${labels[0]} and ${labels.length - 1} more queries` : labels.join(' and ')
  const callee = ts.isCallExpression(node) ? node.expression.getText().replace(/\s+/g, '') : 'the transaction'
  const body = transaction.bodies[0]?.node
  return {
    at: { file: unit.file, node: ts.isCallExpression(node) ? node.expression : node },
    message: `The function given to ${callee} takes no handle, so ${shown} ${labels.length === 1 ? 'is' : 'are'} not part of the transaction`,
    why: 'The transaction that is opened stays empty: nothing is rolled back when the function throws, and each query takes another connection while the first is held. Take the handle as the parameter of the function and send the queries through it.',
    trace: lost.slice(0, 4).map(({ operation }) => ({ file: operation.unit.file, node: operation.call.node, label: `not in it: ${operation.label}` })),
    fixes: [
      takeHandle(transaction, lost, model) ?? {
        kind: 'recipe',
        title: 'Take the handle and send every query of the function through it.',
        edits: [],
        code: [`${callee}(${body && ts.canHaveModifiers(body) && body.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ? 'async ' : ''}(tx) => {`, ...labels.slice(0, 3).map((label) => `  ${label.replace(/^(?:this\.)?[\w$]+/, 'tx')}(...)`), '})'].join('\n'),
      },
    ],
    confidence: lost.some(({ operation }) => operation.confidence === 'high') ? 'high' : 'medium',
  }
}

/** The handle as the parameter of the function, and in the place of the client that opened the transaction. */
function takeHandle({ node, bodies }: Transaction, lost: readonly Reached[], model: Model): Fix | undefined {
  const body = bodies.length === 1 ? bodies[0] : undefined
  const opener = ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) ? node.expression.expression.getText() : undefined
  if (!body || !ts.isArrowFunction(body.node) || opener === undefined || /\btx\b/.test(body.node.getText())) return undefined
  const text = body.node.getSourceFile().text
  const list = text.slice(body.node.getStart(), body.node.equalsGreaterThanToken.pos)
  const at = list.indexOf('()')
  const clients = lost.map(({ operation, trace }) => (trace.length === 1 ? model.handleOf(operation)?.expression : undefined))
  if (at < 0 || !clients.every((client) => client?.getText() === opener)) return undefined
  const start = body.node.getStart() + at + 1
  const file = body.file.relative
  return {
    kind: 'suggestion',
    title: 'Take the handle and send every query of the function through it.',
    edits: [{ file, start, end: start, text: 'tx' }, ...clients.flatMap((client) => (client ? [{ file, start: client.getStart(), end: client.getEnd(), text: 'tx' }] : []))],
  }
}

/** What the query is sent through, as the caller writes it where a function is given it: `removeLines(db, id)`. */
function clientOf({ operation, trace }: Reached): string {
  const { unit, handle } = operation
  const index = unit.parameters.findIndex(({ name }) => ts.isIdentifier(name) && name.text === handle.text)
  const entering = trace.at(-2)?.node
  const given = index >= 0 && entering && ts.isCallExpression(entering) ? entering.arguments[index] : undefined
  return given ? given.getText().replace(/\s+/g, ' ').slice(0, 40) : handle.text
}

/** `orders = manager.getRepository(Order)` in the transaction, of a variable that held another before. */
function isMadeOfHandle(client: string, { bodies, handles }: Transaction): boolean {
  if (!/^[\w$]+$/.test(client)) return false
  const name = client.replaceAll('$', String.raw`\$`)
  return bodies.some(({ node }) => handles.some((handle) => new RegExp(String.raw`(?<![\w$.])${name}\s*=\s*${handle.name}\b`).test(node.getText())))
}

/** A write in front of a `throw` is to survive what the throw rolls back: an attempt that is counted, a code that is spent. */
function isMeantToStay({ operation: { access, node } }: Reached): boolean {
  const statement = ts.findAncestor(node, ts.isStatement)
  const block = statement?.parent
  if (access === 'read' || !statement || !block || !ts.isBlock(block)) return false
  const next = block.statements[block.statements.indexOf(statement) + 1]
  return next !== undefined && ts.isThrowStatement(next)
}

/** A query of the same library that does not use the handle, nor any other. */
function isEscaped(reached: Reached, transaction: Transaction, model: Model): boolean {
  const { operation, distance } = reached
  if (family(operation.package) !== family(transaction.package) || operation.access === 'ddl') return false
  const isWrite = operation.access === 'write' || operation.access === 'delete'
  // Far reads are settings and caches more often than part of the work.
  if (distance > (isWrite ? 3 : 1)) return false
  return model.participationOf(reached).kind === 'out'
}

/** The handle in the place of the client that opened the transaction, which has the same members. */
function useHandle({ operation, trace }: Reached, transaction: Transaction, model: Model): Fix | undefined {
  const handle = transaction.handles[0]?.name
  const client = trace.length === 1 ? model.handleOf(operation)?.expression : undefined
  const opener = ts.isCallExpression(transaction.node) && ts.isPropertyAccessExpression(transaction.node.expression) ? transaction.node.expression.expression.getText() : undefined
  if (handle === undefined || !client || transaction.kind !== 'callback' || client.getText() !== opener) return undefined
  return {
    kind: 'suggestion',
    title: `Use ${handle} for this query.`,
    edits: [{ file: operation.unit.file.relative, start: client.getStart(), end: client.getEnd(), text: handle }],
  }
}

function confidenceOf({ operation, trace, distance, cached }: Reached): Confidence {
  if (cached || trace.some(({ node }, index) => isInBackground(index === trace.length - 1 ? operation.node : node))) return 'low'
  const isWrite = operation.access === 'write' || operation.access === 'delete'
  if (isWrite) return operation.confidence
  return distance === 0 ? 'medium' : 'low'
}

/** `notify(order)`, `notify(order).catch(report)`, `void notify(order)`: nobody waits for it, and it is apart on purpose. */
function isInBackground(node: ts.Node): boolean {
  let at = node
  while ((ts.isPropertyAccessExpression(at.parent) && at.parent.expression === at && /^(?:then|catch|finally)$/.test(at.parent.name.text)) || (ts.isCallExpression(at.parent) && at.parent.expression === at)) at = at.parent
  const holder = ts.findAncestor(at, ts.isFunctionLike)
  // Code with callbacks waits in another way.
  const canWait = holder !== undefined && ts.canHaveModifiers(holder) && holder.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true
  return canWait && (ts.isExpressionStatement(at.parent) || ts.isVoidExpression(at.parent))
}

function family(packageName: string): string {
  return packageName.replace(/^@([^/]+)\/.*$/, '$1').replace(/[-/].*$/, '')
}
