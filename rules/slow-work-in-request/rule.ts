import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { areApart, areParallel, awaitedEffects, forkOf, isResultUnused, stepsTo, type Fork } from '../../src/model/effects-in-order.js'
import { argumentsOf, propertyOf, skipOuter } from '../../src/libraries/paths.js'
import { isUnattended, requestName } from '../../src/model/reach.js'
import type { EntryPoint, OperationKind, RowAccess, Unit } from '../../src/model/types.js'

/** Work of others that takes from a tenth of a second to many seconds. */
const SLOW = ['payment', 'email', 'sms', 'http', 'llm', 'storage'] as const satisfies readonly OperationKind[]

/** Entry points whose caller waits. */
const ANSWERING: readonly EntryPoint['kind'][] = ['route', 'resolver', 'procedure', 'action']

export default defineRule({
  id: 'slow-work-in-request',
  severity: 'high',
  title: 'A request waits for several slow services, one after another, before it is answered.',
  category: 'anti-pattern',
  topic: 'architecture',
  check({ model, report }) {
    const told = new Set<ts.Node>()
    for (const entry of model.entryPoints) {
      if (!ANSWERING.includes(entry.kind) || entry.file.surface !== 'production' || isUnattended(entry)) continue
      const effects = awaitedEffects(entry.handler, SLOW, model).filter((effect) => isSlow(effect) && !comesAfterAnswer(effect, entry.handler))
      const row = longestRow(effects)
      const [first, second] = row
      const last = row.at(-1)
      if (!first || !second || !last) continue
      const spare = row.filter((effect) => isSpare(effect, row))
      if (spare.length === 0 && !isWorthTelling(row)) continue
      const fork = forkOf(first, second)
      if (!fork || told.has(fork.first.node)) continue
      told.add(fork.first.node)
      const end = forkOf(first, last)
      report({
        at: { file: fork.unit.file, node: fork.first.node, until: end?.unit === fork.unit ? end.second.node : fork.second.node },
        message: messageFor(entry, row, spare),
        why: 'Each of them adds its time to the request, and its bad days too: when one is slow or down, the user waits or gets an error for work that may have been done already. Answer when what the answer needs is done, and hand the rest to a queue.',
        trace: row.slice(0, 4).flatMap(stepsTo),
        fixes: [recipeFor(row, spare)],
        confidence: confidenceOf(row, spare),
      })
    }
  },
})

function isSlow({ operation, isMemoized, calls }: RowAccess): boolean {
  if (isMemoized || operation.isSync || calls.some(({ node }) => isInCatch(node))) return false
  return operation.kind !== 'storage' || operation.access === 'write' || operation.access === 'delete'
}

/** What is done about a failure is not what every request waits for. */
function isInCatch(call: ts.Node): boolean {
  for (let node = call; node.parent && !ts.isFunctionLike(node); node = node.parent) if (ts.isCatchClause(node)) return true
  return false
}

/** Effects that wait for one another: of those that exclude each other or are started together, the first. */
function longestRow(effects: readonly RowAccess[]): RowAccess[] {
  const row: RowAccess[] = []
  for (const effect of effects) {
    if (row.some((earlier) => earlier.operation === effect.operation)) continue
    const isFurther = row.every((earlier) => {
      const fork = forkOf(earlier, effect)
      return fork !== undefined && !areApart(earlier, effect) && !areParallel(fork) && isSequence(fork)
    })
    if (isFurther) row.push(effect)
  }
  return row
}

/** One way that failed and the other way that is tried then are not both the rule. */
function isSequence({ first, second }: Fork): boolean {
  for (let node: ts.Node = second.node; node.parent && !ts.isFunctionLike(node); node = node.parent) {
    if (ts.isCatchClause(node) && !(node.pos <= first.node.pos && first.node.end <= node.end)) return false
  }
  // `send(mail).catch(() => otherServer.send(mail))`
  for (let node: ts.Node = second.node; node !== first.node && ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression); node = node.expression.expression) {
    if (node.expression.name.text === 'catch' && node.pos <= first.node.pos && first.node.end <= node.end) return false
  }
  return true
}

/**
 * The answer is the same without it: a message, or a request whose result nobody looks at. Payments and files decide
 * whether what was asked for is done, and so does one more step of what is done at one service.
 */
function isSpare(effect: RowAccess, row: readonly RowAccess[]): boolean {
  const { kind, access } = effect.operation
  // One message that is looked at is what was asked for.
  if (isMessage(effect)) return row.filter(isMessage).length > 1 || !isLookedAt(effect, row)
  return kind === 'http' && (access === 'write' || access === 'delete') && isResultUnused(effect) && !row.some((other) => other !== effect && isSameService(other, effect))
}

function isMessage({ operation }: RowAccess): boolean {
  return operation.kind === 'email' || operation.kind === 'sms'
}

/** `const sent = await mail(...)`, where its way parts from the others: the answer is made of it. */
function isLookedAt(effect: RowAccess, row: readonly RowAccess[]): boolean {
  const other = row.find((one) => one !== effect)
  const fork = other && forkOf(other, effect)
  if (!fork) return false
  let node: ts.Node = fork.second.node
  while (ts.isAwaitExpression(node.parent) || ts.isParenthesizedExpression(node.parent)) node = node.parent
  return ts.isVariableDeclaration(node.parent) || (ts.isIfStatement(node.parent) && node.parent.expression === node)
}

/** Two members of the client of one service, which is told no address. */
function isSameService(first: RowAccess, second: RowAccess): boolean {
  return first.operation.package === second.operation.package && [first, second].every(({ operation }) => {
    const argument = argumentsOf(operation.call.node)[0]
    const value = argument && skipOuter(argument)
    return value !== undefined && ts.isObjectLiteralExpression(value) && propertyOf(value, 'url').length === 0 && propertyOf(value, 'hostname').length === 0
  })
}

/** All of it is needed for the answer: told only where it is work of different services that changes something there. */
function isWorthTelling(row: readonly RowAccess[]): boolean {
  const kinds = new Set(row.map(({ operation }) => operation.kind))
  return kinds.size > 1 && row.every(({ operation }) => operation.access !== 'read')
}

function confidenceOf(row: readonly RowAccess[], spare: readonly RowAccess[]): Confidence {
  if (spare.length === 0) return 'low'
  return row.every(({ operation, isSure }) => isSure && operation.confidence === 'high') ? 'high' : 'medium'
}

/** `res.json(order)` stands before it, in a statement of the handler that is run on the way. */
function comesAfterAnswer({ calls: [call] }: RowAccess, handler: Unit): boolean {
  if (!call || call.unit !== handler) return false
  for (let node: ts.Node = call.node; node.parent && node !== handler.node; node = node.parent) {
    if (!ts.isBlock(node.parent)) continue
    for (const statement of node.parent.statements) {
      if (statement === node) break
      if (ts.isExpressionStatement(statement) && /^(?:await )?(?:res|response|reply)\b[^]*\.(?:json|send|end|sendStatus|redirect|render)\(/.test(statement.getText())) return true
    }
  }
  return false
}

function messageFor(entry: EntryPoint, row: readonly RowAccess[], spare: readonly RowAccess[]): string {
  const names = row.map(nameOf)
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names
  const rest = spare.length === 0 ? 'the user waits for the sum of their times' : `the answer does not depend on ${listOf(spare.slice(0, 4).map(({ operation }) => operation.label))}`
  return `${requestName(entry)} waits for ${listOf(shown)} one after another before it answers; ${rest}`
}

function nameOf({ operation }: RowAccess): string {
  return `${operation.label} (${operation.kind})`
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

function recipeFor(row: readonly RowAccess[], spare: readonly RowAccess[]): Fix {
  if (spare.length === 0) {
    return {
      kind: 'recipe',
      title: 'Save what was asked for, answer 202 with its id, and let a worker do the calls.',
      edits: [],
      code: ["await queue.add('work', { id })  // in the request", ...row.map(({ operation }) => `await ${operation.label}(...)  // in the worker`)].join('\n'),
    }
  }
  const kept = row.filter((effect) => !spare.includes(effect))
  return {
    kind: 'recipe',
    title: 'Do in the request what its answer needs, and hand the rest to a queue.',
    edits: [],
    code: [
      ...kept.map(({ operation }) => `await ${operation.label}(...)`),
      ...spare.map(({ operation }) => `await queue.add('${operation.kind}', { ... })  // a worker calls ${operation.label}(...)`),
    ].join('\n'),
  }
}
