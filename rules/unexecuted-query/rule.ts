import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import { append, firstWithOthers } from '../../src/findings/multimap.js'
import type { Fix } from '../../src/findings/finding.js'
import type { UnexecutedQuery } from '../../src/model/promise-types.js'
import type { Operation } from '../../src/model/types.js'

export default defineRule({
  id: 'unexecuted-query',
  severity: 'high',
  title: 'A query is built and never run.',
  category: 'sharp-edge',
  topic: 'architecture',
  cwe: [252],
  check({ model, report }) {
    for (const [query, others] of byHabit(model.promises.unexecuted)) {
      const { operation, unit, maker, kind, node } = query
      const also = others.length > 0 ? `; so it is in ${others.length} more places of the file` : ''
      report({
        at: { file: unit.file, node },
        message: `${
          maker
            ? `${maker.name} returns ${operation.label} without running it, and ${unit.name} drops what it returns: this ${nounOf(operation)} never reaches the database`
            : kind === 'dropped'
            ? `${operation.label} in ${operation.unit.name} is built and never run: this ${nounOf(operation)} never reaches the database`
            : `${operation.label} in ${operation.unit.name} is awaited, but a builder is no promise: this ${nounOf(operation)} never reaches the database`
        }${also}`,
        why: 'The builder does nothing until it is awaited or executed, and forgetting that is no error: the program goes on as if the statement had run.',
        trace: [
          ...(maker ? [{ file: unit.file, node, label: maker.name }, { file: maker.file, node: operation.node, label: operation.label }] : []),
          ...others.map((other) => ({ file: other.unit.file, node: other.node, label: `${other.operation.label}, never run either` })),
        ],
        fixes: [fixOf(query)],
        confidence: operation.confidence,
      })
    }
  },
})

/** Places of one file with the same call, beyond which that is how the file is written. */
const HABIT = 3

/** The first of each, with the others that are mended in the same way. */
function byHabit(found: readonly UnexecutedQuery[]): readonly (readonly [UnexecutedQuery, readonly UnexecutedQuery[]])[] {
  const groups = new Map<string, UnexecutedQuery[]>()
  for (const query of found) append(groups, `${query.unit.file.relative} ${query.operation.label} ${query.kind} ${query.operation.confidence}`, query)
  return firstWithOthers(groups.values(), (group) => group.length > HABIT)
}

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

function fixOf({ operation, unit, maker, kind, node, isThenable }: UnexecutedQuery): Fix {
  const title = `Run ${maker ? maker.name : operation.label}.`
  const { file } = unit
  if (kind === 'awaited') {
    const runs = unit.isAsync && node.parent.kind === ts.SyntaxKind.AwaitExpression
    if (runs && operation.access !== 'read') return { kind: 'suggestion', title, edits: [{ file: file.relative, start: node.end, end: node.end, text: '.execute()' }] }
  } else if (isThenable && unit.isAsync && ts.isExpressionStatement(node.parent)) {
    const start = node.getStart()
    return { kind: 'suggestion', title, edits: [{ file: file.relative, start, end: start, text: 'await ' }] }
  }
  return { kind: 'recipe', title, edits: [], code: `await ${maker ? maker.name : operation.label}(...)${isThenable ? '' : '.execute()'}` }
}
