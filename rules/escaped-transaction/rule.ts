import { defineRule } from '../../src/engine/rule.js'
import { ts } from 'ts-morph'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import type { Call, Model, Reached, Transaction } from '../../src/model/types.js'

export default defineRule({
  id: 'escaped-transaction',
  severity: 'critical',
  title: 'A query inside a transaction goes to the outer client and is not part of it.',
  category: 'sharp-edge',
  cwe: [662],
  check({ model, report }) {
    const seen = new Set<Call>()
    const tell = (transaction: Transaction, call: Call) => {
      if (seen.has(call)) return
      const escaped = model.reachedFrom(call, 'query').find((reached) => isEscaped(reached, transaction, model))
      if (!escaped) return
      seen.add(call)
      const { operation, trace } = escaped
      const handle = transaction.handles[0]?.name ?? 'the handle'
      report({
        at: { file: call.unit.file, node: call.node },
        message: `${operation.label} runs inside a transaction but through ${operation.handle.text}, so it is not part of it`,
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
        confidence: confidenceOf(escaped),
      })
    }
    for (const transaction of model.transactions) {
      if (transaction.implicit || transaction.handles.length === 0) continue
      for (const body of transaction.bodies) {
        if (body.file.surface !== 'production') continue
        for (const call of body.calls) tell(transaction, call)
      }
      if (transaction.kind !== 'begin') continue
      for (const call of transaction.unit.calls) if (model.openTransaction(call) === transaction && call.node !== transaction.node) tell(transaction, call)
    }
  },
})

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

function confidenceOf({ operation, distance, cached }: Reached): Confidence {
  if (cached) return 'low'
  const isWrite = operation.access === 'write' || operation.access === 'delete'
  if (isWrite) return operation.confidence
  return distance === 0 ? 'medium' : 'low'
}

function family(packageName: string): string {
  return packageName.replace(/^@([^/]+)\/.*$/, '$1').replace(/[-/].*$/, '')
}
