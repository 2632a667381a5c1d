import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Severity } from '../../src/findings/finding.js'
import { isServing } from '../../src/model/reach.js'
import { endsLoop } from '../../src/model/control-flow.js'
import type { Call, Loop, Model, OperationKind, Place, Reached } from '../../src/model/types.js'
import { isGivenGroup, isOfOtherTable, isOfRange, isPartOfStatement } from './groups.js'
import { loaderRecipe, recipeFor } from './recipe.js'
import { isDurableStep, isGivenAlong, isHandedOver, isOfOneElement, isOnFailure, isStatementOfElement } from './seldom.js'
import { suggestionFor } from './suggestion.js'

export default defineRule({
  id: 'n-plus-one-query',
  severity: 'critical',
  title: 'A query runs once per element of a list that grows with the data.',
  category: 'sharp-edge',
  topic: 'performance',
  check({ model, report }) {
    for (const entry of model.entryPoints) {
      // A resolver of a field runs once for every parent in the answer.
      if (entry.kind !== 'resolver' || entry.method !== 'FIELD') continue
      const reached = model.reachedBy(entry.handler, 'query').find((one) => !one.looped && isCounted(one, model))
      if (!reached || !model.hasManyParents(entry.handler)) continue
      report({
        at: { file: entry.handler.file, node: reached.call.node },
        message: `${entry.handler.name} resolves a field, and a query runs once per parent: ${pathOf(reached)}`,
        why: 'A list of a hundred parents sends a hundred queries. Collect the keys with a DataLoader of the request, or join the rows where the parents are loaded.',
        trace: reached.trace,
        fixes: [loaderRecipe(entry.handler.name, reached)],
        confidence: reached.cached ? 'low' : reached.confidence,
      })
    }
    for (const loop of model.loops) {
      if (loop.size !== 'data') continue
      const repeated = repeatedQueries(loop, model)
      const first = repeated[0]
      if (!first) continue
      const writes = repeated.every(({ reached }) => reached.operation.access === 'write' || reached.operation.access === 'delete')
      const through = [...new Set(repeated.map(({ reached }) => pathOf(reached)))]
      const count = repeated.length === 1 ? 'A query runs' : `${repeated.length} queries run`
      const per = loop.collectionText ? `once per item of "${loop.collectionText}"` : loop.variable ? `once per "${loop.variable}"` : 'in every round of the loop'
      report({
        at: placeOf(loop, repeated),
        message: writes
          ? `${repeated.length === 1 ? 'A write runs' : `${repeated.length} writes run`} ${per}: ${through.join('; ')}`
          : `${count} ${per}: ${through.join('; ')}`,
        why: writes
          ? 'Each row costs a round trip, so the time grows with the number of items and a failure leaves some rows written. Write them with one batch statement.'
          : 'Each item costs a round trip: with a thousand items the database answers a thousand queries and the pool is busy for others. Load what the loop needs with one query before it.',
        trace: [{ file: loop.file, node: headOf(loop), label: `loop over ${loop.collectionText || loop.variable || 'its rounds'}` }, ...first.reached.trace],
        fixes: [(repeated.length === 1 && first.reached.trace.length === 1 && suggestionFor(loop, first.reached.operation)) || recipeFor(loop, first.reached, writes)],
        severity: severityOf(loop, writes, model),
        confidence: confidenceOf(repeated, loop, writes, model),
      })
    }
  },
})

interface Repeated {
  readonly call: Call
  readonly reached: Reached
}

/** From the head of the loop to the last query in it; the loop alone when its body is a function written elsewhere. */
function placeOf(loop: Loop, repeated: readonly Repeated[]): Place {
  const last = repeated.at(-1)?.call.node
  const isInside = last !== undefined && last.getSourceFile() === loop.node.getSourceFile() && last.pos >= loop.node.pos && last.end <= loop.node.end
  return isInside ? { file: loop.file, node: headOf(loop), until: last } : { file: loop.file, node: loop.node }
}

/** The nearest query of each call in the loop that leads to one. */
function repeatedQueries(loop: Loop, model: Model): Repeated[] {
  return loop.calls.flatMap((call) => {
    if (loop.callback === undefined && endsLoop(call.node, loop.node)) return []
    if (isStrategy(call, loop, model) || isFlush(call.node, loop.node) || isOfOneElement(call.node, loop)) return []
    const ways = model.reachedFrom(call, 'query')
    const runs = (one: Reached) => !one.looped && isCounted(one, model) && !isGivenAlong(one)
    const reached = ways.find((one) => !one.cached && runs(one) && !isStatementOfElement(one, loop) && !isOnFailure(one)) ?? ways.find(runs)
    if (!reached || isHandedOver(call, reached, model)) return []
    if ([isGivenGroup, isOfRange, isOfOtherTable, isPartOfStatement, isStatementOfList].some((isOther) => isOther(reached, loop))) return []
    const isSeldom = reached.cached || isRemembered(call.node, loop.node) || isDurableStep(call) || isStatementOfElement(reached, loop) || isOnFailure(reached)
    return [{ call, reached: isSeldom ? { ...reached, cached: true } : reached }]
  })
}

/** `for (const statement of schema.toSQL()) await db.execute(statement.sql)`: each is another statement. */
function isStatementOfList({ operation, distance }: Reached, { variable }: Loop): boolean {
  if (distance > 0 || variable === undefined) return false
  return operation.sql.some(({ expression, executes }) => executes && (expression.getText() === variable || expression.getText().startsWith(`${variable}.`)))
}

/** `if (!found.has(id)) found.set(id, await load(id))`: each key is asked for once. */
function isRemembered(node: ts.Node, loop: ts.Node): boolean {
  for (let current = node; current !== loop && current.parent; current = current.parent) {
    const { parent } = current
    let condition: string | undefined
    if (ts.isIfStatement(parent) && parent.thenStatement === current) condition = parent.expression.getText()
    else if (ts.isBinaryExpression(parent) && parent.right === current && /^(?:\?\?|\|\|)=?$/.test(parent.operatorToken.getText())) condition = parent.left.getText()
    const store = condition && /^!?\s*([\w$.]+)(?:\.(?:has|get)\(|\[)/.exec(condition)?.[1]?.replace(/\$/g, '\\$')
    if (store && new RegExp(String.raw`(?<![\w$.])${store}(?:\.(?:set|add)\(|\[[^\]]*\]\s*(?:\?\?|\|\|)?=(?!=))`).test(loop.getText())) return true
  }
  return false
}

/** Rows are collected and sent when there are enough: `if (rows.length >= 500) await write(rows)`. */
function isFlush(node: ts.Node, loop: ts.Node): boolean {
  const counts = (condition: ts.Expression) => /\.(?:length|size)\b\s*[<>=]|%/.test(condition.getText())
  for (let current = node; current !== loop && current.parent; current = current.parent) {
    const parent = current.parent
    if (ts.isIfStatement(parent) && parent.thenStatement === current && counts(parent.expression)) return true
    if (!ts.isBlock(parent)) continue
    for (const earlier of parent.statements) {
      if (earlier === current) break
      if (ts.isIfStatement(earlier) && /\bcontinue\b/.test(earlier.thenStatement.getText()) && counts(earlier.expression)) return true
    }
  }
  return false
}

/** `for (const provider of this.providers) await provider.search(text)`: a list of implementations, as long as the code. */
function isStrategy(call: Call, loop: Loop, model: Model): boolean {
  if (!ts.isCallExpression(call.node) || loop.variable === undefined) return false
  const callee = call.node.expression
  return ts.isPropertyAccessExpression(callee) && callee.expression.getText() === loop.variable && model.resolve(call).units.length > 1
}

/** Queries on small tables cost little. */
function isCounted({ operation }: Reached, model: Model): boolean {
  if (operation.access === 'ddl' || operation.isStream) return false
  return model.tableSize(operation.table) !== 'small'
}

/** `order.service.ts:41 -> ProductRepository.findById -> prisma.product.findUnique`, the call's own place first. */
function pathOf({ call, trace }: Reached): string {
  const { file } = call.unit
  const source = call.node.getSourceFile()
  const line = source.getLineAndCharacterOfPosition(call.node.getStart(source)).line + 1
  return [`${file.relative.slice(file.relative.lastIndexOf('/') + 1)}:${line}`, ...trace.map((step) => step.label)].join(' -> ')
}

/** What is iterated, so that a trace does not underline a whole loop. */
function headOf(loop: Loop) {
  return loop.collection && loop.collection.pos >= loop.node.pos && loop.collection.end <= loop.node.end ? loop.collection : loop.node
}

function severityOf(loop: Loop, writes: boolean, model: Model): Severity {
  const entries = model.entryPointsOf(loop.unit)
  if (entries.some(isServing)) return 'critical'
  return writes && entries.length > 0 ? 'medium' : 'high'
}

/** Behind so many functions, what is done may well be another thing for each caller (a store behind an interface). */
const FAR = 7

/** What takes longer than a row, so that rows are written as it is done. */
const SLOWER: readonly OperationKind[] = ['http', 'storage', 'llm', 'payment', 'file-read', 'file-write']

function confidenceOf(repeated: readonly Repeated[], loop: Loop, writes: boolean, model: Model): Confidence {
  const reached = repeated.map((one) => one.reached)
  if (reached.every((one) => one.cached || one.distance >= FAR)) return 'low'
  // Each row says that its part of the slow work is done: a batch at the end would lose that.
  if (writes && loop.calls.some((call) => SLOWER.some((kind) => model.reachedFrom(call, kind).length > 0))) return 'low'
  if (reached.some((one) => one.confidence === 'high' && !one.cached)) return 'high'
  // Writes known by their shape alone, in code that nothing known runs: often what is set up once at the start.
  return writes && model.entryPointsOf(loop.unit).length === 0 ? 'low' : 'medium'
}
