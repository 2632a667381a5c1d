import { ts } from 'ts-morph'
import { defineRule, type Report } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { append } from '../../src/findings/multimap.js'
import { areExclusive, contains } from '../../src/model/control-flow.js'
import { stepsTo } from '../../src/model/effects-in-order.js'
import type { Call, EntryPoint, Model, Operation, OperationKind, RowAccess, Unit } from '../../src/model/types.js'

/** Calls that tell the broker a message is done. */
const ACK = /^(?:ack|ackAll|acknowledge|commitOffsets|deleteMessage|done)$/
/** Takes a message that was asked for out of its queue. */
const TAKES_OUT = /^(?:deleteMessage|DeleteMessageCommand)$/
/** What a `catch` does so that the event is not lost. */
const RECOVERS = /\bthrow\b|\b(?:n?ack|reject|requeue|retry|abort|exit|kill|defer)\w*\(|\bdone\(\s*\w*(?:e|err|error)\b|dead.?letter|\bdlq\b|\bdlx\b|poison|parking|outbox|batchItemFailures|fail\w*\.push\(|\.(?:send|sendToQueue|publish|add|enqueue|create|insert|save|update|upsert|set\w*)\w*\(/i
const RETRIES = /retry|retries|backoff|resilien/i
/** Tables nobody misses a row of. */
const RECORD = /(?:logs?|audits?|audit_?\w+|histor(?:y|ies)|activit(?:y|ies)|metrics?|notifications?|sessions?|analytics|statistics|cache\w*|counters?|views?)$/i
/** Events of connections, streams and workers, which tell of no change. */
const LIFECYCLE = /^(?:error|close|open|end|finish|data|ready|connect\w*|disconnect\w*|reconnect\w*|drain|exit|message|listening|request|response|upgrade|failed|completed|progress|stalled|waiting|active|warning|join\w*|leave|SIG\w+|uncaught\w+|unhandled\w+)$/i
/** What a client that listens to channels of other processes emits. */
const CHANNEL_EVENTS = /^p?message(?:Buffer)?$/
/** What somebody calls a thing that happened. */
const DOMAIN_EVENT = /^[\w-]+[.:/][\w.:/-]+$|(?:created|updated|deleted|removed|placed|paid|shipped|cancel+ed|registered|confirmed|expired|approved|rejected|published|signed|booked|refunded|completed|changed|verified)$/i

export default defineRule({
  id: 'event-handler-without-recovery',
  severity: 'medium',
  title: 'An event is lost when its handler fails.',
  category: 'pattern',
  topic: 'architecture',
  check({ model, report }) {
    const told = new Set<ts.Node>()
    const tell = (one: Report | undefined): void => {
      if (!one || !('node' in one.at) || told.has(one.at.node)) return
      told.add(one.at.node)
      report(one)
    }
    for (const entry of model.entryPoints) {
      if (entry.file.surface !== 'production' || (entry.kind !== 'consumer' && entry.kind !== 'listener' && entry.kind !== 'job')) continue
      if (entry.kind === 'listener' && isCommand(entry.handler)) continue
      const effects = effectsOf(entry.handler, model)
      if (effects.length === 0) continue
      const acks = acknowledging(entry.handler, model).flatMap(({ calls }) => calls.filter(({ name }) => ACK.test(name)))
      // Whoever runs a command waits for what it gives, and sees it fail.
      if (entry.kind === 'listener' && acks.length === 0 && !model.callersOf(entry.handler).some(({ use }) => use === undefined)) tell(ofListener(entry.handler, entry.path, effects, model))
      else if (acks.length > 0 || model.redeliveryOf(entry)) tell(ofConsumer({ ...entry, name: entry.path === undefined ? entry.handler.name : `the consumer of ${entry.path}` }, acks, effects, model))
    }
    for (const { unit, acks } of pollers(model)) {
      const effects = effectsOf(unit, model).filter(({ operation, calls }) => !acks.some((ack) => contains(operation.node, ack.node) || calls.some(({ node }) => node === ack.node)))
      tell(ofConsumer({ handler: unit, file: unit.file, node: unit.node, name: unit.name }, acks, effects, model))
    }
    for (const { handler, event } of emitterListeners(model)) tell(ofListener(handler, event, effectsOf(handler, model), model))
  },
})

/** Events are handled, commands are executed: whoever sends one waits for it, and is told when it fails. */
function isCommand({ name }: Unit): boolean {
  return /(?:^|\.)execute$/.test(name)
}

/** When something was last used, and no more. */
function isTouch({ data }: Operation): boolean {
  return data !== undefined && ts.isObjectLiteralExpression(data) && data.properties.length > 0 && data.properties.every(({ name }) => name !== undefined && /^(?:last\w*|updatedAt|updated_at|\w+Seen(?:At)?)$/i.test(name.getText()))
}

/** Work of a handler that somebody misses when it is not done. */
function effectsOf(handler: Unit, model: Model): RowAccess[] {
  return model.rows.accessesOf(handler).filter(({ operation, calls }) => {
    switch (operation.kind) {
      case 'query':
        return (operation.access === 'write' || operation.access === 'delete') && !RECORD.test(operation.table ?? '') && !isTouch(operation) && !calls.some(({ node }) => ts.findAncestor(node, (at) => ts.isFunctionLike(at) || ts.isCatchClause(at))?.kind === ts.SyntaxKind.CatchClause)
      case 'payment':
      case 'email':
      case 'sms':
        return operation.access !== 'read'
      case 'publish':
      case 'enqueue':
      case 'http':
      case 'storage':
        return operation.access === 'write' || operation.access === 'delete'
      default:
        return false
    }
  })
}

// ---- Messages of a broker ---------------------------------------------------------------------------------------

/** What is given messages that somebody keeps until they are done. */
interface Consumer extends Pick<EntryPoint, 'handler' | 'file' | 'node'> {
  readonly name: string
}

/** The handler, and the function it hands the message to: `consume('orders', (message) => this.onMessage(message))`. */
function acknowledging(handler: Unit, model: Model): Unit[] {
  const names = handler.parameters.map(({ name }) => name.getText())
  const handed = handler.calls.flatMap((call) => (ts.isCallExpression(call.node) && call.node.arguments.some((argument) => names.includes(argument.getText())) ? [model.resolve(call).units] : []))
  return [handler, ...handed.flatMap((units) => (units.length === 1 && units[0] !== handler ? units : []))]
}

/** Functions that ask a queue for messages and take them out themselves. */
function pollers(model: Model): { readonly unit: Unit; readonly acks: readonly Call[] }[] {
  const byUnit = new Map<Unit, Call[]>()
  // A chat deletes messages too.
  for (const call of model.callsNamed((name) => TAKES_OUT.test(name))) if (/[rR]eceiveMessage/.test(call.unit.file.text())) append(byUnit, call.unit, call)
  return [...byUnit].map(([unit, acks]) => ({ unit, acks }))
}

function ofConsumer(entry: Consumer, acks: readonly Call[], effects: readonly RowAccess[], model: Model): Report | undefined {
  const [effect] = effects
  if (!effect) return undefined
  const automatic = automaticAck(entry)
  const where = entry.name
  if (automatic)
    return {
      at: { file: entry.file, node: automatic },
      message: `${where} takes messages as done when they are delivered: one whose ${effect.operation.label} fails, or that is in work when the process stops, is lost`,
      why: 'The broker forgets a message when it is acknowledged. Acknowledge after the work, and give what fails back to the broker with a dead-letter queue behind it.',
      trace: stepsTo(effect),
      fixes: [consumerRecipe(effect)],
    }
  for (const ack of acks) {
    const later = effects.find(({ calls }) => calls.some((call) => call.unit === ack.unit && ack.node.end <= call.node.pos && !areExclusive(ack.node, call.node)))
    if (later)
      return {
        at: { file: ack.unit.file, node: ack.node },
        message: `${where} acknowledges before ${later.operation.label}: when that fails or the process stops, the message is gone and its work is not done`,
        why: 'The broker forgets a message when it is acknowledged. Acknowledge when the work is done; it then may come twice, which the work has to bear.',
        trace: stepsTo(later),
        fixes: [consumerRecipe(later)],
      }
  }
  const dropped = droppedIn(entry.handler, effects, model)
  if (dropped)
    return {
      at: { file: entry.file, node: dropped },
      message: `${where} gives a message whose ${effect.operation.label} failed back without requeueing it, and no queue of the project has a dead-letter exchange: it is lost`,
      why: 'A message that is refused and not requeued goes to the dead-letter exchange of its queue; where there is none, the broker deletes it.',
      trace: stepsTo(effect),
      fixes: [consumerRecipe(effect)],
      confidence: 'medium',
    }
  for (const one of effects) {
    const swallowing = swallowingCatch(one, acks, entry.handler)
    if (swallowing)
      return {
        at: { file: swallowing.unit.file, node: swallowing.node },
        message: `${where} goes on when ${one.operation.label} fails: the message counts as done, and its work is lost`,
        why: 'For the broker a handler that returns has done its work. Throw the error on, so that the message is delivered again, or put the message into a dead-letter queue before going on.',
        trace: stepsTo(one),
        fixes: [consumerRecipe(one)],
        confidence: swallowing.depth > 0 || isNotice(one) || isPeriodic(entry) || FURTHER.has(one.operation.kind) ? 'low' : one.isSure ? 'high' : 'medium',
      }
  }
  return undefined
}

/** Work that is put into the queue every so often: the next round does what this one did not. */
function isPeriodic({ name, handler }: Consumer): boolean {
  return [name, handler.name].some((one) => /health|heartbeat|poll(?:ing|er)?(?![a-z])|monitor|metrics|refresh/i.test(one))
}

/** `{ noAck: true }` of the call that registers the handler. */
function automaticAck({ node }: Consumer): ts.Node | undefined {
  if (!ts.isCallExpression(node)) return undefined
  for (const argument of node.arguments)
    if (ts.isObjectLiteralExpression(argument))
      for (const property of argument.properties)
        if (ts.isPropertyAssignment(property) && /^(?:noAck|autoAck)$/.test(property.name.getText()) && property.initializer.kind === ts.SyntaxKind.TrueKeyword) return property
  return undefined
}

/** `nack(message, false, false)` where no queue of the project keeps what is refused. */
function droppedIn(handler: Unit, effects: readonly RowAccess[], model: Model): ts.Node | undefined {
  const refusal = handler.calls.find(({ name, node }) => {
    if (!ts.isCallExpression(node) || !isInCatch(node, handler)) return false
    const given = node.arguments.map((argument) => argument.getText())
    return (name === 'nack' && given[2] === 'false') || (name === 'reject' && given.length === 2 && given[1] === 'false')
  })
  if (!refusal || effects.length === 0) return undefined
  const keepsRefused = model.units.some(({ kind, node }) => kind === 'module' && /dead-?_?letter|\bdlx\b|\bdlq\b/i.test(node.getText()))
  return keepsRefused ? undefined : refusal.node
}

function isInCatch(node: ts.Node, { node: handler }: Unit): boolean {
  for (let at = node; at.parent && at !== handler; at = at.parent) if (ts.isCatchClause(at)) return true
  return false
}

// ---- Events within the process ----------------------------------------------------------------------------------

interface EmitterListener {
  readonly handler: Unit
  readonly event: string
}

/** `emitter.on('order.placed', async (order) => ...)`. */
function emitterListeners(model: Model): EmitterListener[] {
  const found: EmitterListener[] = []
  for (const call of model.callsNamed((name) => /^(?:on|addListener|subscribe)$/.test(name))) {
    if (!ts.isCallExpression(call.node)) continue
    const [first] = call.node.arguments
    if (!first || !ts.isStringLiteralLike(first)) continue
    if (CHANNEL_EVENTS.test(first.text)) {
      for (const use of model.callbacksOf(call)) for (const handler of use.units) if (isOfChannel(handler)) found.push({ handler, event: 'a channel' })
      continue
    }
    if (!DOMAIN_EVENT.test(first.text) || LIFECYCLE.test(first.text)) continue
    // Sockets, streams and workers tell somebody who asks again.
    if (/\b(?:socket|io|ws|stream|worker|queue|process|server|client|page|redis)\w*$/i.test(receiverText(call.node))) continue
    for (const use of model.callbacksOf(call)) if (use.mode === 'deferred') for (const handler of use.units) found.push({ handler, event: first.text })
  }
  return found
}

/** `subscriber.on('message', (channel, message) => ...)` */
function isOfChannel({ parameters }: Unit): boolean {
  return parameters.length >= 2 && /^(?:_?channel\w*|_?pattern|topic)$/i.test(parameters[0]?.name.getText() ?? '')
}

function receiverText({ expression }: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(expression) ? expression.expression.getText() : ''
}

function ofListener(handler: Unit, event: string | undefined, effects: readonly RowAccess[], model: Model): Report | undefined {
  if (event !== undefined && LIFECYCLE.test(event)) return undefined
  // The event brings the transaction of whoever emits it and waits: what fails here is rolled back there.
  if (handler.parameters.some(({ name }) => bringsTransaction(name))) return undefined
  // A listener that only hands the event to a queue is the remedy.
  const lost = effects.filter((effect) => effect.operation.kind !== 'enqueue' && effect.operation.kind !== 'publish' && !isRecovered(effect))
  const [effect] = lost.some((one) => !isNotice(one)) ? lost.filter((one) => !isNotice(one)) : lost
  const [call] = effect?.calls ?? []
  if (!effect || !call) return undefined
  if (effects.some(({ calls }) => calls.some(({ name }) => RETRIES.test(name))) || handler.calls.some(({ name }) => RETRIES.test(name))) return undefined
  return {
    at: { file: call.unit.file, node: call.node },
    message: `the listener of ${event ?? handler.name} calls ${effect.operation.label}, and nothing repeats it: when it fails or the process stops, the event is gone`,
    why: `Events within the process live in its memory: whoever emitted it has gone on, nobody delivers it again, and nobody is told. Do work that must not be lost in the transaction of the change, or hand it to a queue with retries from the listener.`,
    trace: stepsTo(effect),
    fixes: [
      {
        kind: 'recipe',
        title: 'Let the listener only add a job, and do the work in a worker that is tried again.',
        edits: [],
        code: `await queue.add('${event ?? 'event'}', payload, { attempts: 5, backoff: { type: 'exponential', delay: 1000 } })  // in the listener\nawait ${effect.operation.label}(...)  // in the worker`,
      },
    ],
    confidence: isWaitedFor(handler, event, model) ? 'low' : confidenceOfListener(effect, model),
  }
}

/** `({ order, trx }) => ...`, `(order, transaction) => ...` */
function bringsTransaction(name: ts.BindingName): boolean {
  if (ts.isIdentifier(name)) return /^(?:trx|tx|transaction|transactionalEntityManager|entityManager|manager|queryRunner|session)$/.test(name.text)
  return name.elements.some((element) => ts.isBindingElement(element) && bringsTransaction(element.name))
}

function confidenceOfListener(effect: RowAccess, model: Model): Confidence {
  if (isNotice(effect) || effect.operation.kind === 'storage') return 'low'
  return effect.operation.confidence === 'high' && effect.isSure && model.participation(effect.operation).kind !== 'in' ? 'medium' : 'low'
}

/** `await emitter.emitAsync(event, ...)`: whoever emits waits for the listeners, and may be told what failed. */
function isWaitedFor({ node }: Unit, event: string | undefined, model: Model): boolean {
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []
  const names = new Set([`'${event}'`, ...decorators.flatMap(({ expression }) => (ts.isCallExpression(expression) ? expression.arguments.slice(0, 1).map((argument) => argument.getText()) : []))])
  return model.callsNamed((name) => name === 'emitAsync').some(({ node: call }) => ts.isCallExpression(call) && ts.isAwaitExpression(call.parent) && names.has(call.arguments[0]?.getText() ?? ''))
}

/** Mails, messages to a chat and the like: somebody would miss them, and no data is wrong. */
function isNotice({ operation, calls }: RowAccess): boolean {
  return operation.kind === 'email' || operation.kind === 'sms' || (operation.kind === 'http' && [operation.unit.file.relative, operation.unit.name, operation.node.getText(), ...calls.map(({ name }) => name)].some((text) => CHAT.test(text)))
}

const CHAT = /slack|discord|telegram|mattermost|ms-?teams|google-?chat/i

/** Work that the message only leads to. */
const FURTHER: ReadonlySet<OperationKind> = new Set(['enqueue', 'publish'])

// ---- Errors -----------------------------------------------------------------------------------------------------

interface Swallowing {
  readonly node: ts.Node
  readonly unit: Unit
  /** Hops from the handler. */
  readonly depth: number
}

/** The `catch` on the way to an effect that keeps its failure from the broker. */
function swallowingCatch({ calls }: RowAccess, acks: readonly Call[], handler: Unit): Swallowing | undefined {
  // A handler that only hands the message on is no hop.
  const handed = calls.length > 1 && handler.calls.length === 1 ? 1 : 0
  for (const [depth, call] of calls.slice(handed, handed + 2).entries())
    for (const { guarded, node, text } of catchesAround(call.node)) {
      if (RECOVERS.test(withoutLogs(text))) return undefined
      // Without its acknowledgement, the broker keeps the message.
      if (acks.length > 0 && acks.every((ack) => contains(guarded, ack.node))) return undefined
      return { node, unit: call.unit, depth }
    }
  return undefined
}

/** A `catch` does something for the event itself. */
function isRecovered({ calls }: RowAccess): boolean {
  return calls.some((call) => catchesAround(call.node).some(({ text }) => RECOVERS.test(withoutLogs(text).replace(/\bthrow\b/g, ''))))
}

interface Catching {
  readonly guarded: ts.Node
  readonly node: ts.Node
  readonly text: string
}

/** `catch` clauses and `.catch(...)` around a node, in its function, the nearest first. */
function catchesAround(from: ts.Node): Catching[] {
  const found: Catching[] = []
  for (let node = from; node.parent && !ts.isFunctionLike(node); node = node.parent) {
    const { parent } = node
    if (ts.isTryStatement(parent) && parent.tryBlock === node && parent.catchClause) found.push({ guarded: node, node: parent.catchClause, text: parent.catchClause.block.getText() })
    if (ts.isPropertyAccessExpression(parent) && parent.name.text === 'catch' && ts.isCallExpression(parent.parent)) {
      const [handler] = parent.parent.arguments
      if (handler) found.push({ guarded: node, node: parent.parent, text: handler.getText() })
    }
  }
  return found
}

/** Calls of loggers look like other work: `logger.warn('... update')`, `Sentry.captureException(error)`. */
function withoutLogs(text: string): string {
  return text.replace(/\b(?:this\.)?(?:console|log(?:ger)?|sentry)\w*\.\w+\([^;\n]*/gi, '').replace(/\/\/.*/g, '')
}

function consumerRecipe({ operation }: RowAccess): Fix {
  return {
    kind: 'recipe',
    title: 'Acknowledge after the work, try again a few times, and keep what still fails in a dead-letter queue.',
    edits: [],
    code: ['try {', `  await ${operation.label}(...)`, '  // acknowledge here', '} catch (error) {', '  // as often as it is worth: give it back to be delivered again', "  // then: await sendToDeadLetterQueue(message, error)", '  throw error', '}'].join('\n'),
  }
}
