import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Model, Operation, OperationKind } from '../../src/model/types.js'
import { entryName, isServing, readsOwnFile } from '../../src/model/reach.js'

/** Other systems whose outage a request should not wait for. */
const OUTWARD: ReadonlySet<OperationKind> = new Set(['http', 'payment', 'sms', 'llm'])
/** Calls on the way of requests from which on a system is one that the service leans on. */
const LEANS_ON = 3

export default defineRule({
  id: 'no-circuit-breaker',
  severity: 'low',
  title: 'Requests depend on another system, and nothing stops asking it while it is down.',
  category: 'pattern',
  topic: 'architecture',
  check({ model, report }) {
    const byPackage = new Map<string, Operation[]>()
    for (const operation of model.operations) {
      if (!OUTWARD.has(operation.kind) || operation.unit.kind === 'module' || readsOwnFile(operation) || !model.entryPointsOf(operation.unit).some(isServing)) continue
      const { directory } = operation.unit.file.package
      byPackage.set(directory, [...(byPackage.get(directory) ?? []), operation])
    }
    for (const [directory, operations] of byPackage) {
      if (model.breakers.some(({ unit }) => unit.file.package.directory === directory)) continue
      const system = largest(operations, model)
      const [first] = system
      const entry = first && model.entryPointsOf(first.unit).find(isServing)
      if (!first || !entry) continue
      report({
        at: { file: first.unit.file, node: first.call.node },
        message: `${first.label} is called on the way of ${entryName(entry)}${system.length > 1 ? ` and in ${system.length - 1} more places` : ''}, and no circuit breaker stands in front of it or of anything else that is called`,
        why: 'While the other side is down every request still waits for it to fail, one after the other. A breaker fails at once after a few failures, tries again after a while, and gives the other side time to recover.',
        fixes: [{ kind: 'recipe', title: 'Put a circuit breaker in front of it, and answer with what is known while it is open.', edits: [], code: `const breaker = new CircuitBreaker(${nameOf(first)}, { timeout: 3000, errorThresholdPercentage: 50, resetTimeout: 10_000 })\nbreaker.fallback(() => lastKnown)\nawait breaker.fire(...)` }],
        // Clients of vendors retry and give up by themselves.
        confidence: system.length >= LEANS_ON && first.kind === 'http' && !isCommand(first) ? 'medium' : 'low',
      })
    }
  },
})

/** `client.send(new GetItemCommand(...))` */
function isCommand({ call: { node } }: Operation): boolean {
  return ts.isCallExpression(node) && node.arguments[0] !== undefined && ts.isNewExpression(node.arguments[0]) && /Command$/.test(node.arguments[0].expression.getText())
}

/** The calls of the system that is called in most places. */
function largest(operations: readonly Operation[], model: Model): Operation[] {
  const groups = new Map<string, Operation[]>()
  for (const operation of operations) {
    const key = systemOf(operation, model)
    groups.set(key, [...(groups.get(key) ?? []), operation])
  }
  return [...groups.values()].sort((left, right) => right.length - left.length)[0] ?? []
}

/** What a call goes to: the host in its address, else the client it goes through. */
function systemOf(operation: Operation, model: Model): string {
  const host = /https?:\/\/([\w.-]+)/.exec(operation.node.getText())?.[1]
  if (host !== undefined) return host
  const base = /\$\{([\w.]+)\}|^[^(]*\(\s*([\w.]+)/.exec(operation.node.getText())
  const client = model.handleOf(operation)?.expression.getText().split('.').slice(0, 2).join('.')
  return operation.package === 'node' ? (base?.[1] ?? base?.[2] ?? operation.unit.file.relative) : `${operation.package} ${client ?? ''}`
}

function nameOf({ unit }: Operation): string {
  const name = unit.name.slice(unit.name.lastIndexOf('.') + 1)
  return name.includes(' ') || ts.isSourceFile(unit.node) ? 'callTheService' : unit.classNode ? `(...values) => this.${name}(...values)` : name
}
