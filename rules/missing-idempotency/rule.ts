import { ts } from 'ts-morph'
import { defineRule, type Report } from '../../src/engine/rule.js'
import type { Confidence } from '../../src/findings/finding.js'
import { alwaysThrows, contains, endsLoop } from '../../src/model/control-flow.js'
import { areApart } from '../../src/model/effects-in-order.js'
import { isForDevelopers } from '../../src/model/once.js'
import { isSwallowed } from '../../src/model/own-guards.js'
import { requestName } from '../../src/model/reach.js'
import type { Call, EntryPoint, Model, Operation, Redelivery, Step, Unit } from '../../src/model/types.js'
import { looksAtState, repeatedEffects, speaksOfKeys, type Effect, type Harm } from './effects.js'
import { isForWork, keyFix, severityOf, unkeyedPayments, type UnkeyedPayment } from './payments.js'
import { recipeForJob, recipeForRoute, recipeForWebhook } from './recipes.js'
import { isLittleLost, tellsOfPieces } from './routes.js'
import { handsOnSignature, webhookOf, type Webhook } from './webhooks.js'

export default defineRule({
  id: 'missing-idempotency',
  severity: 'critical',
  title: 'A retry charges, creates or sends a second time.',
  category: 'sharp-edge',
  topic: 'architecture',
  check({ model, report }) {
    const unkeyed = unkeyedPayments(model)
    for (const payment of unkeyed) report(ofPayment(payment, model))
    const told = new Set<Operation>(unkeyed.map(({ operation }) => operation))
    for (const entry of model.entryPoints) {
      if (entry.file.surface !== 'production') continue
      const webhook = webhookOf(entry, model)
      const found = webhook ? ofWebhook(entry, webhook, told, model) : entry.kind === 'job' || entry.kind === 'consumer' ? ofJob(entry, told, model) : ofRoute(entry, told, model)
      if (!found) continue
      for (const { access } of found.effects) told.add(access.operation)
      report(found.report)
    }
  },
})

interface Found {
  readonly effects: readonly Effect[]
  readonly report: Report
}

// ---- Payments -------------------------------------------------------------------------------------------------

function ofPayment(payment: UnkeyedPayment, model: Model): Report {
  const { operation, key, weight, stage, care, entry } = payment
  const entries = [...(entry ? [entry] : []), ...model.entryPointsOf(operation.unit)]
  const repeated = retriedBy(operation, model) ?? entries.map((entry) => repeatedBy(entry, model)).find((text) => text !== undefined) ?? 'a client that runs into a timeout and tries again'
  const what = weight !== 'money' ? 'makes another one' : stage === 'paid' ? howPaid(operation) : DOES[stage]
  const [how, even] = key === 'none' ? ['is called without an idempotency key', ''] : ['gets an idempotency key that is made anew by every call', ' all the same']
  return {
    at: { file: operation.unit.file, node: operation.node },
    message: `${operation.label} ${how}: ${repeated} ${what} a second time${even}${care !== undefined && ((weight === 'money' && stage === 'paid') || (stage !== 'repaid' && care !== 'tested')) ? ` while the first still runs${care === 'asked' ? '' : ', or after it broke off behind this call'}` : ''}`,
    why: 'When the answer is lost, nobody knows whether the call went through, and whoever asked tries again. With the same key for every attempt the provider does the work once and gives the first answer again.',
    fixes: [keyFix(payment, operation.unit.file.relative)],
    severity: severityOf(payment),
    confidence: confidenceOf(payment, model),
  }
}

/** What a call at once does, as people call it. */
function howPaid({ label }: Operation): string {
  const name = label.split('.').slice(-2).join('.')
  if (/refund|reversal/i.test(name)) return 'refunds it'
  return /balance|credit/i.test(name) ? 'books the amount' : 'pays'
}

const DOES: Readonly<Record<Exclude<UnkeyedPayment['stage'], 'paid'>, string>> = { prepared: 'opens a payment', held: 'holds money', owed: 'bills', invoiced: 'has invoices sent', added: 'adds it', repaid: 'asks for the refund', emptied: 'pays out what there is' }

function confidenceOf({ operation, key, weight, stage, care, entry }: UnkeyedPayment, model: Model): Confidence {
  // A provider refuses to give all of it back again, or to add the same price again; what is only held is let go; what was taken away or paid out before is not there again.
  if (weight === 'setup' || stage === 'repaid' || stage === 'emptied' || stage === 'added' || stage === 'held' || care === 'consumed') return 'low'
  // Only two that come at once both find that there is none yet.
  if ((weight === 'thing' || stage === 'prepared' || stage === 'invoiced') && (care === 'kept' || care === 'asked' || care === 'claimed')) return 'low'
  // Staff that makes a customer a second time leaves an empty row at the provider.
  if (weight === 'thing' && entry && model.guardsOf(entry).staffOnly !== undefined) return 'low'
  if (isForDevelopers(operation.node) || isNeverCalled(operation.unit, model) || (stage === 'prepared' && isOnlyOpened(operation, model))) return 'low'
  return operation.confidence === 'medium' || weight === 'thing' || stage === 'prepared' || stage === 'invoiced' || key === 'fresh' ? 'medium' : 'high'
}

/** Somebody gets a secret and pays with that one, while a subscription that was not paid for ends by itself: no row is written, and there is no order or the like that could be paid already. */
function isOnlyOpened(operation: Operation, model: Model): boolean {
  const entries = model.entryPointsOf(operation.unit)
  if (!/intent/i.test(operation.label)) return !namesPayer(operation.call.node)
  if (entries.length === 0) return isSecretAnswered(operation, model)
  if (isForWork(operation) || looksAtState(operation.call)) return false
  const isOfSomething = ({ kind, access, table }: Operation) => kind === 'query' && (access !== 'read' || PAID.test(table ?? ''))
  return !entries.some(({ handler }) => model.rows.accessesOf(handler).some((access) => isOfSomething(access.operation) || access.calls.some(looksAtState)))
}

/**
 * `const intent = await create(...); return { secret: intent.client_secret }` and nothing else is done with it: whoever lost the
 * answer has no secret of the first, and nobody confirms that one.
 */
function isSecretAnswered({ node, unit }: Operation, model: Model): boolean {
  const made = ts.findAncestor(node, ts.isVariableDeclaration)
  if (!made || !ts.isIdentifier(made.name) || model.rows.accessesOf(unit).some(({ operation }) => operation.kind === 'query' && operation.access !== 'read')) return false
  const name = made.name.text
  const uses: ts.Node[] = []
  const visit = (at: ts.Node): void => {
    if (ts.isIdentifier(at) && at.text === name && at !== made.name) uses.push(at)
    ts.forEachChild(at, visit)
  }
  visit(unit.node)
  const isAnswered = (use: ts.Node) => ts.findAncestor(use, (at) => (ts.isFunctionLike(at) ? 'quit' : ts.isReturnStatement(at) || isRefusal(at, use))) !== undefined
  return uses.every(isAnswered) && uses.some(({ parent }) => ts.isPropertyAccessExpression(parent) && parent.name.text === 'client_secret')
}

/** A subscription with a trial runs at once, and one with a method of payment may be paid without anybody: the first does not end. */
function namesPayer(call: ts.Node): boolean {
  const isPayer = (node: ts.Node): boolean => (ts.isObjectLiteralElement(node) && node.name !== undefined && /^(?:trial_\w+|default_payment_method|default_source)$/.test(node.name.getText())) || ts.forEachChild(node, (child) => isPayer(child) || undefined) === true
  return isPayer(call)
}

/** `if (!intent.client_secret) throw ...`, where a node stands in the condition. */
function isRefusal(statement: ts.Node, use: ts.Node): boolean {
  return ts.isIfStatement(statement) && contains(statement.expression, use) && alwaysThrows(statement.thenStatement)
}

/** A function that nothing leads to, and whose name is called nowhere: it was left behind, or is not used yet. */
function isNeverCalled(unit: Unit, model: Model): boolean {
  if (model.entryPointsOf(unit).length > 0) return false
  const names = new Set<string>()
  for (let at: Unit | undefined = unit; at && at.kind !== 'module'; at = at.parent) names.add(at.name.replace(/^.*[. ]/, ''))
  // What a package hands out, or an interface asks for, others call.
  if (names.size === 0 || unit.kind !== 'method' || unit.classNode?.heritageClauses?.length) return false
  return !model.units.some(({ file, calls }) => file.surface === 'production' && calls.some(({ name }) => names.has(name)))
}

/** `retry(() => charges.create(...))`: the next attempt after one of which the answer was lost. */
function retriedBy({ unit, node }: Operation, model: Model): string | undefined {
  const retry = model.retries.find(({ call, runs, isSingle }) => !isSingle && call !== undefined && (runs.includes(unit) || contains(call.node, node)))
  return retry?.call && `${retry.call.name} around it, when an answer is lost,`
}

function repeatedBy(entry: EntryPoint, model: Model): string | undefined {
  if (model.redeliveryOf(entry)) return `${requestName(entry)}, when it is tried again,`
  if (entry.kind === 'route' || entry.kind === 'action' || entry.kind === 'resolver' || entry.kind === 'procedure') return `a repeated ${requestName(entry)}`
  return undefined
}

// ---- Webhooks -------------------------------------------------------------------------------------------------

function ofWebhook(entry: EntryPoint, webhook: Webhook, told: ReadonlySet<Operation>, model: Model): Found | undefined {
  const effects = repeatedEffects(entry.handler, model).filter(({ access }) => !told.has(access.operation))
  const serious = effects.filter(({ harm }) => harm !== 'rewrite' && harm !== 'job')
  const shown = serious.length > 0 ? serious : effects
  const [first] = shown
  if (!first || speaksOfKeys([entry.handler, ...entry.middleware.flatMap(({ units }) => units)])) return undefined
  // Whoever gets the event behind a proxy is the one to look.
  if (shown.every(({ harm }) => harm === 'call') && handsOnSignature(entry.handler)) return undefined
  // What is created by somebody who adds a webhook of their own.
  if (!webhook.isCertain && shown.some(({ access, harm }) => harm === 'create' && /hook/i.test(access.operation.table ?? ''))) return undefined
  return {
    effects,
    report: {
      at: placeOf(shown),
      message: `${requestName(entry)} ${listOf(shown)} without looking whether ${webhook.event}.id was handled before: the provider delivers an event again when the answer is late or lost`,
      why: `It is taken for a webhook because ${webhook.how}. In ${entry.handler.name} and what it calls there is no insert of the event's id under a unique key, no look-up of it, and no condition on the state of a row before that. Insert the id first, and stop when it is there.`,
      trace: traceOf(shown),
      fixes: [recipeForWebhook(webhook.event, first.access.operation, model)],
      severity: serious.some(({ harm }) => harm !== 'call') ? 'critical' : 'high',
      confidence: serious.length === 0 || isLastWord(serious, entry.handler, true, model) ? 'low' : webhook.isCertain && isSure(serious) && serious.some(({ harm }) => harm !== 'call') ? 'high' : 'medium',
    },
  }
}

// ---- Jobs -----------------------------------------------------------------------------------------------------

function ofJob(entry: EntryPoint, told: ReadonlySet<Operation>, model: Model): Found | undefined {
  const redelivery = model.redeliveryOf(entry)
  if (!redelivery) return undefined
  const effects = repeatedEffects(entry.handler, model).filter(({ access, harm }) => !told.has(access.operation) && harm !== 'rewrite' && harm !== 'job' && harm !== 'call')
  const [first] = effects
  if (!first || speaksOfKeys([entry.handler]) || isEnqueuedOnce(entry, model)) return undefined
  const neverFails = isAllCaught(entry.handler, model)
  return {
    effects,
    report: {
      at: placeOf(effects),
      message: `${requestName(entry)} ${listOf(effects)} and is tried again when ${neverFails ? 'the process stops in between' : `it fails${redelivery.by === 'broker' ? ' or is not acknowledged in time' : ''}`}: nothing notices that it was done`,
      why: `In ${entry.handler.name} and what it calls there is no look at the id of the job or message, no unique key, no upsert and no condition on the state of a row before that. Mark what is done under the job's id, or make the write one that may be repeated.`,
      trace: [...placeOfRedelivery(redelivery), ...traceOf(effects)],
      fixes: [recipeForJob(entry, first.access.operation, model)],
      severity: effects.some(({ harm }) => harm === 'charge') ? 'critical' : 'high',
      confidence: neverFails || isLastWord(effects, entry.handler, redelivery.by === 'broker', model) ? 'low' : isSure(effects) ? 'high' : 'medium',
    },
  }
}

/** Whether nothing that goes wrong in a handler comes out of it: `try { ... } catch (error) { log(error) }` around all it does. */
function isAllCaught(handler: Unit, model: Model): boolean {
  return model.rows.accessesOf(handler).every(({ calls }) => calls.some(({ node }) => isSwallowed(node) && !GIVES_BACK.test(ts.findAncestor(node, ts.isTryStatement)?.catchClause?.getText() ?? '')))
}

/** The work is given back by a call: `channel.nack(message)`, `done(error)`. */
const GIVES_BACK = /nack|requeue|retry|fail|\b(?:done|callback|cb|next)\(/i

function placeOfRedelivery({ place }: Redelivery): Step[] {
  return place ? [{ ...place, label: 'how often it is tried' }] : []
}

/** All jobs get an id that is the same for the same work. */
function isEnqueuedOnce(entry: EntryPoint, model: Model): boolean {
  const adding = model.operations.filter((operation) => operation.kind === 'enqueue' && operation.takesIdempotency)
  const own = adding.filter((operation) => entry.path !== undefined && operation.call.node.getText().includes(entry.path))
  const relevant = own.length > 0 ? own : adding
  return relevant.length > 0 && relevant.every((operation) => operation.idempotency !== undefined)
}

/**
 * One message or one insert is all it does at the end, whichever it is, but for what may fail without the job: when that fails,
 * nothing was done.
 *
 * @param isAlwaysRepeated a broker or a provider delivers again without that, and of an insert two rows are left
 */
function isLastWord(effects: readonly Effect[], handler: Unit, isAlwaysRepeated: boolean, model: Model): boolean {
  const accesses = model.rows.accessesOf(handler)
  return effects.every(({ access, harm }) => {
    if ((harm !== 'message' && (harm !== 'create' || isAlwaysRepeated)) || access.calls.some((call) => isRepeated(call) || (call.unit !== handler && / of /.test(call.unit.name)))) return false
    if (effects.some((other) => other.access !== access && !areApart(access, other.access))) return false
    return !accesses.slice(accesses.indexOf(access) + 1).some((later) => later.operation.kind !== 'log' && later.operation.access !== 'read' && !areApart(access, later) && !later.calls.some(({ node }) => isSwallowed(node)))
  })
}

/** Once per element; a loop that is left when it worked only tries again. */
function isRepeated({ node, loop }: Call): boolean {
  return loop !== undefined && !endsLoop(node, loop.node)
}

// ---- Routes ---------------------------------------------------------------------------------------------------

/** What somebody pays or is paid by. */
const PAID = /(?:^|[a-z_])(?:orders?|payments?|transfers?|charges?|purchases?|payouts?|refunds?|withdrawals?|deposits?|invoices?|bookings?|reservations?|transactions?|donations?)$/i

/** Paths by which money moves. */
const PAYING = /(?:^|[/_-])(?:transfers?|payments?|pay|charges?|deposits?|withdrawals?|withdraw|deposit|transfer|top-?ups?|payouts?|refunds?|purchases?|checkout|buy|donations?)(?:[/_-]|$)/i

function ofRoute(entry: EntryPoint, told: ReadonlySet<Operation>, model: Model): Found | undefined {
  const isCreating = entry.kind === 'route' ? entry.method === 'POST' || entry.method === 'ALL' || entry.method === undefined : entry.kind === 'action' || (entry.kind === 'resolver' || entry.kind === 'procedure' ? /^mutation$/i.test(entry.method ?? '') : false)
  if (!isCreating) return undefined
  const all = repeatedEffects(entry.handler, model)
  // The payment is reported where it lacks its key.
  if (all.some(({ access }) => told.has(access.operation))) return undefined
  const effects = all.filter(({ access, harm }) => harm === 'charge' || (harm === 'create' && PAID.test(access.operation.table ?? '')) || (harm === 'relative' && PAYING.test(entry.path ?? '')))
  const numbers = effects.every(tellsOfPieces) ? all.filter(({ harm }) => harm === 'relative') : []
  const shown = effects.length > 0 && numbers.length > 0 ? numbers : effects
  const [first] = shown
  if (!first) return undefined
  const onTheWay = [entry.handler, ...entry.middleware.flatMap(({ units }) => units), ...effects.flatMap(({ access }) => access.calls.map((call) => call.unit))]
  if (speaksOfKeys(onTheWay) || entry.middleware.some(({ label }) => /idempot/i.test(label))) return undefined
  const { operation } = first.access
  // `{ balance: { increment: amount } }` beside the row that tells of it: the number is what is wrong then.
  const changed = all.filter(({ harm }) => harm === 'relative')
  return {
    effects,
    report: {
      at: { file: operation.unit.file, node: operation.node },
      message: `${requestName(entry)} ${listOf([...changed, ...shown])}, and a client that sends it twice ${shown.every(({ harm }) => harm === 'relative') ? 'changes it twice' : 'gets two'}: no idempotency key, unique key or upsert on the way`,
      why: `Looked at: the middleware of the route, ${entry.handler.name} and what it calls, and the unique keys of ${operation.table ?? 'the table'}. Phones and proxies repeat a request whose answer was lost. Let the client send a key, store it under a unique constraint, and answer a repeated key with the first result.`,
      trace: traceOf(shown),
      fixes: [recipeForRoute(operation, model)],
      severity: 'medium',
      confidence: effects.every(tellsOfPieces) || isLittleLost(effects, all, entry, model) ? 'low' : 'medium',
    },
  }
}

// ---- Words ----------------------------------------------------------------------------------------------------

function isSure(effects: readonly Effect[]): boolean {
  return effects.every(({ access }) => access.isSure && access.operation.confidence === 'high')
}

/** From the first to the last effect, as the entry point calls them. */
function placeOf(effects: readonly Effect[]): Report['at'] {
  const first = effects[0]?.access.calls[0]
  const last = effects.at(-1)?.access.calls[0] ?? first
  if (!first || !last) throw new Error('no effect to point at')
  return { file: first.unit.file, node: first.node, until: last.unit.file === first.unit.file && last.node.pos > first.node.pos ? last.node : first.node }
}

const WORDS: Readonly<Record<Harm, (operation: Operation) => string>> = {
  charge: ({ label }) => `pays with ${label}`,
  create: ({ table, label }) => `creates a row of ${table ?? label}`,
  relative: ({ table, label }) => `changes a number of ${table ?? label}`,
  message: ({ label, kind }) => `sends by ${label} (${kind})`,
  call: ({ label }) => `calls out by ${label}`,
  job: ({ label }) => `hands on a job by ${label}`,
  rewrite: ({ table, label }) => `writes ${table ?? label}`,
}

/** `sendWelcomeMail`; `addEmailToList` and `verifyEmail` do something else with an address. */
const MAILING = /(?:send|deliver|dispatch)\w*mail/i

/** A mail that a service is asked to send says so by the function of the project. */
function wordsOf({ access, harm }: Effect): string {
  const mailing = harm === 'call' ? access.calls.slice(0, -1).find(({ name }) => MAILING.test(name)) : undefined
  return mailing ? `sends a mail by ${mailing.name}` : WORDS[harm](access.operation)
}

/** `creates a row of orders, sends by mailer.sendMail (email) and 2 more`. */
function listOf(effects: readonly Effect[]): string {
  const words = [...new Set(effects.map(wordsOf))]
  if (words.length > 3) return `${words.slice(0, 2).join(', ')} and ${words.length - 2} more`
  const isOneOf = effects.every((effect) => effects.every((other) => other === effect || areApart(effect.access, other.access)))
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${isOneOf ? 'or' : 'and'} ${words.at(-1)}`
}

function traceOf(effects: readonly Effect[]): Step[] {
  return effects.slice(0, 5).flatMap(({ access }) => access.calls.map((call, index) => ({ file: call.unit.file, node: call.node, label: index === access.calls.length - 1 ? access.operation.label : call.name })))
}
