import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Fix } from '../../src/findings/finding.js'
import type { UnexecutedQuery } from '../../src/model/promise-types.js'
import type { Operation } from '../../src/model/types.js'

export default defineRule({
  id: 'unexecuted-query',
  severity: 'high',
  title: 'A query is built and never run.',
  category: 'sharp-edge',
  cwe: [252],
  check({ model, report }) {
    for (const query of model.promises.unexecuted) {
      const { operation, kind, node } = query
      report({
        at: { file: operation.unit.file, node },
        message:
          kind === 'dropped'
            ? `${operation.label} in ${operation.unit.name} is built and never run: this ${nounOf(operation)} never reaches the database`
            : `${operation.label} in ${operation.unit.name} is awaited, but a builder is no promise: this ${nounOf(operation)} never reaches the database`,
        why: 'The builder does nothing until it is awaited or executed, and forgetting that is no error: the program goes on as if the statement had run.',
        fixes: [fixOf(query)],
        confidence: operation.confidence,
      })
    }
  },
})

function nounOf(operation: Operation): string {
  const table = operation.table === undefined ? '' : ` of ${operation.table}`
  switch (operation.access) {
    case 'write':
      return `write${table}`
    case 'delete':
      return `delete${table}`
    case 'aggregate':
    case 'read':
      return `read${table}`
    default:
      return 'statement'
  }
}

function fixOf({ operation, kind, node, isThenable }: UnexecutedQuery): Fix {
  const title = `Run ${operation.label}.`
  const { file } = operation.unit
  if (kind === 'awaited') {
    const runs = operation.unit.isAsync && node.parent.kind === ts.SyntaxKind.AwaitExpression
    if (runs && operation.access !== 'read') return { kind: 'suggestion', title, edits: [{ file: file.relative, start: node.end, end: node.end, text: '.execute()' }] }
  } else if (isThenable && operation.unit.isAsync && ts.isExpressionStatement(node.parent)) {
    const start = node.getStart()
    return { kind: 'suggestion', title, edits: [{ file: file.relative, start, end: start, text: 'await ' }] }
  }
  return { kind: 'recipe', title, edits: [], code: `await ${operation.label}(...)${isThenable ? '' : '.execute()'}` }
}
