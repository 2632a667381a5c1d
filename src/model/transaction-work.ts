/**
 * What runs while a transaction is open.
 */
import { ts } from 'ts-morph'
import { contains } from './control-flow.js'
import { refusedWork } from './refused-work.js'
import { isBetweenAttempts } from './retries.js'
import type { Call, Model, Operation, OperationKind, Reached, Step, Transaction, Unit } from './types.js'

/** Work that a transaction leads to, at the place where the function that holds the transaction open asks for it. */
export interface WorkInside {
  readonly transaction: Transaction
  readonly reached: Reached
  /** The call nearest to the work that stands in the text of the transaction. */
  readonly at: Step
  /** Somebody on the way does not wait for it. */
  readonly isDetached: boolean
}

/** Calls in the functions of a transaction, or between its begin and its end; in source order. */
export function callsInside(transaction: Transaction, model: Model): readonly Call[] {
  if (transaction.kind === 'begin' && transaction.bodies.length === 0)
    return transaction.unit.calls.filter((call) => call.node !== transaction.node && !contains(call.node, transaction.node) && model.openTransaction(call) === transaction)
  return transaction.bodies.filter((body) => body.file.surface === 'production').flatMap((body) => body.calls)
}

/**
 * Operations of these kinds that run while a transaction of the project is open, each at the innermost transaction that
 * leads to it.
 */
export function workInTransactions(model: Model, kinds: readonly OperationKind[]): readonly WorkInside[] {
  const transactions = model.transactions.filter((transaction) => transaction.kind !== 'array' && transaction.isOverAtOnce !== true && model.isOpened(transaction))
  const bodies = new Set<Unit>(transactions.flatMap((transaction) => transaction.bodies))
  const isRefused = refusedWork(model)
  const found: WorkInside[] = []
  for (const transaction of transactions)
    for (const call of callsInside(transaction, model))
      for (const kind of kinds)
        for (const known of model.reachedFrom(call, kind)) {
          const reached = model.possible(known)
          if (!reached) continue
          if (isRefused(reached, transaction.unit)) continue
          const at = placeOf(reached, transaction)
          if (kind === 'sleep' && !isWait(reached, model)) continue
          if (isOwn(reached.operation, transaction, model) || opensAnother(reached, at, transaction, bodies, model)) continue
          found.push({ transaction, reached, at, isDetached: reached.trace.some((step) => isDetached(step, transaction, model)) })
        }
  return found
}

/** A timer that ends something that takes too long is no wait, and one between two attempts is one only after a failure. */
function isWait({ trace }: Reached, model: Model): boolean {
  return !trace.some(({ node, label }) => {
    if (/retry|backoff|attempt/i.test(label) || /retry|backoff|withTimeout|timeLimit/i.test(model.unitOf(node)?.name ?? '')) return true
    if (ts.isCallExpression(node) && node.arguments[0] && ts.isFunctionLike(node.arguments[0]) && /\breject\s*\(|\babort\s*\(|\bthrow\b/.test(node.arguments[0].getText())) return true
    if (isBetweenAttempts(node)) return true
    return ts.findAncestor(node, (parent) => ts.isCatchClause(parent) || ts.isFunctionLike(parent))?.kind === ts.SyntaxKind.CatchClause
  })
}

/** The last step that still stands in the text of the transaction. */
function placeOf({ trace }: Reached, transaction: Transaction): Step {
  const texts = transaction.kind === 'begin' && transaction.bodies.length === 0 ? [transaction.unit.node] : transaction.bodies.map((body) => body.node)
  const first = trace[0] as Step
  let place = first
  for (const step of trace) {
    if (!texts.some((text) => contains(text, step.node))) break
    place = step
  }
  return place
}

/** The database of the transaction does it, as part of the transaction. */
function isOwn(operation: Operation, transaction: Transaction, model: Model): boolean {
  if (operation.package === transaction.package) return true
  return operation.target?.tags.some((tag) => tag.name === 'handle') === true && model.participation(operation).kind === 'in'
}

/** On the way there is another transaction, which has it told. */
function opensAnother({ trace }: Reached, at: Step, transaction: Transaction, bodies: ReadonlySet<Unit>, model: Model): boolean {
  return trace.slice(trace.indexOf(at) + 1).some((step) => {
    const unit = model.unitOf(step.node)
    for (let outer = unit; outer; outer = outer.parent) if (bodies.has(outer) && !transaction.bodies.includes(outer)) return true
    return false
  })
}

/** A promise that is dropped, or kept for after the commit: the transaction does not wait for what the call starts. */
function isDetached({ node }: Step, transaction: Transaction, model: Model): boolean {
  if (!ts.isCallExpression(node)) return false
  if (isKeptOutside(node, transaction)) return true
  let at: ts.Node = node
  for (;;) {
    const parent: ts.Node = at.parent
    const isChain = ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent) && /^(?:then|catch|finally)$/.test(parent.name.text)
    if (isChain) at = parent.parent
    else if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent) || ts.isAsExpression(parent)) at = parent
    else break
  }
  if (ts.isVoidExpression(at.parent)) return true
  if (!ts.isExpressionStatement(at.parent)) return false
  if (at !== node) return true
  const call = model.unitOf(node)?.calls.find((one) => one.node === node)
  const units = call ? model.resolve(call).units : []
  // `queue.add(async () => ...)`: whoever runs the function may wait for it, this place does not.
  const isHandedOn = node.arguments.some((argument) => ts.isFunctionLike(argument) && (ts.getCombinedModifierFlags(argument as ts.Declaration) & ts.ModifierFlags.Async) !== 0)
  return isHandedOn || units.every((unit) => unit.isAsync || unit.returns.some((value) => ts.isCallExpression(value) || ts.isNewExpression(value)))
}

/** `tasks.push(upload(file))`, where the list belongs to whoever opened the transaction. */
function isKeptOutside(node: ts.CallExpression, { bodies }: Transaction): boolean {
  const { parent } = node
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression) || parent.expression.name.text !== 'push' || !ts.isIdentifier(parent.expression.expression)) return false
  const list = parent.expression.expression.text
  return bodies.some((body) => contains(body.node, node) && !new RegExp(`\\b(?:const|let|var)\\s+${list}\\b`).test(body.node.getText()) && !body.parameters.some(({ name }) => name.getText() === list))
}
