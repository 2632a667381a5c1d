import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { areApart, forkOf, stepsTo, type Fork } from '../../src/model/effects-in-order.js'
import type { Model, Operation, RowAccess, Unit } from '../../src/model/types.js'

/** Hops up from the message within which the write has to stand. */
const MOST_HOPS = 3

/** Tables from which messages are sent, and those that remember what was sent or received. */
const OUTBOX = /outbox|inbox|event_?stores?$|domain_?events?$|stored_?events?$|pending_?(?:events?|messages?)$|(?:event|message)_?queues?$|processed_?|idempot/i
/** Rows that tell what happened, and that nobody acts on. */
const RECORD = /(?:logs?|audits?|audit_?\w+|histor(?:y|ies)|activit(?:y|ies)|metrics?|sessions?|analytics|statistics|cache\w*|locks?)$/i
/** Messages that may get lost. */
const LOSABLE = /analytic|metric|telemetr|statistic|\blogs?\b|audit|trac(?:e|ing)|cache|invalidat|refresh|presence|typing|heartbeat|websocket|socket|live|realtime|progress|monitor/i
/** Messages somebody would miss, and no other data disagrees with. */
const NOTICE = /mail|chat|notif|sms|push|remind|welcome|alert|slack|digest|newsletter|thumbnail|index|reindex|search|embed|clean|expire|webhook/i

export default defineRule({
  id: 'dual-write',
  severity: 'high',
  title: 'A row is written and a message is sent, and a failure between them leaves one without the other.',
  category: 'pattern',
  topic: 'architecture',
  check({ model, report }) {
    const inTransactions = new Set<Unit>(model.transactions.flatMap(({ bodies }) => bodies))
    const sweeping = sweptMessages(model)
    const told = new Set<ts.Node>()
    for (const operation of model.operations) {
      if (!isMessage(operation) || operation.unit.file.surface !== 'production' || sweeping.has(operation)) continue
      for (const pair of pairsOf(operation, model)) {
        const { write, message, fork, unit } = pair
        if (told.has(fork.first.node) || isInTransaction(message, inTransactions, model) || isCompensated(fork)) continue
        told.add(fork.first.node)
        const isWriteFirst = write.calls.includes(fork.first)
        report({
          at: { file: unit.file, node: fork.first.node, until: fork.second.node },
          message: messageFor(pair, isWriteFirst),
          why: 'The database and the broker know nothing of each other: a crash, a deployment or a broker that is down falls between the two. Write the message into an outbox table in the transaction of the row, and let a relay send what stands there until the broker took it.',
          trace: [...stepsTo(isWriteFirst ? write : message), ...stepsTo(isWriteFirst ? message : write)],
          fixes: [recipeFor(pair)],
          confidence: confidenceOf(pair, isWriteFirst, model),
        })
      }
    }
  },
})

interface Pair {
  readonly unit: Unit
  readonly write: RowAccess
  readonly message: RowAccess
  readonly fork: Fork
}

function isMessage(operation: Operation): boolean {
  if (operation.kind !== 'publish' && operation.kind !== 'enqueue') return false
  return operation.access !== 'read' && operation.access !== 'delete' && !LOSABLE.test(wordsOf(operation))
}

/** Where it goes and what is in it, in the words of the code. */
function wordsOf(operation: Operation): string {
  return operation.node.getText().replace(/([a-z])([A-Z])/g, '$1 $2')
}

/** Messages that scheduled work sends as well: what got lost is sent the next time. */
function sweptMessages(model: Model): ReadonlySet<Operation> {
  const found = new Set<Operation>()
  for (const { kind, handler } of model.entryPoints)
    if (kind === 'cron') for (const message of ['publish', 'enqueue'] as const) for (const { operation } of model.reachedBy(handler, message)) found.add(operation)
  return found
}

/** For each way up from the message, the lowest unit that writes a row too. */
function pairsOf(operation: Operation, model: Model): Pair[] {
  const pairs: Pair[] = []
  const seen = new Set<Unit>([operation.unit])
  let level: Unit[] = [operation.unit]
  for (let hop = 0; hop <= MOST_HOPS && level.length > 0; hop += 1) {
    const next: Unit[] = []
    for (const unit of level) {
      const pair = pairIn(unit, operation, model)
      if (pair === 'outbox') continue
      if (pair) {
        pairs.push(pair)
        continue
      }
      for (const { call } of model.callersOf(unit)) {
        if (seen.has(call.unit) || call.unit.kind === 'module') continue
        seen.add(call.unit)
        next.push(call.unit)
      }
    }
    level = next
  }
  return pairs
}

function pairIn(unit: Unit, operation: Operation, model: Model): Pair | 'outbox' | undefined {
  const accesses = model.rows.accessesOf(unit)
  if (accesses.some((access) => access.operation.kind === 'query' && OUTBOX.test(access.operation.table ?? ''))) return 'outbox'
  const message = accesses.find((access) => access.operation === operation)
  if (!message || isTakenAlong(message, model)) return undefined
  let found: Pair | undefined
  for (const write of accesses) {
    if (!isDomainWrite(write) || areApart(write, message)) continue
    const isWriteFirst = accesses.indexOf(write) < accesses.indexOf(message)
    const fork = isWriteFirst ? forkOf(write, message) : forkOf(message, write)
    // The last write before the message is what it is about.
    if (fork && (isWriteFirst || !found)) found = { unit: fork.unit, write, message, fork }
  }
  return found
}

function isDomainWrite({ operation }: RowAccess): boolean {
  if (operation.kind !== 'query' || (operation.access !== 'write' && operation.access !== 'delete')) return false
  return operation.table === undefined || !RECORD.test(operation.table)
}

/** A queue in the database that is given the handle of the transaction: the job is written with the row. */
function isTakenAlong({ operation }: RowAccess, model: Model): boolean {
  if (operation.target?.tags.some((tag) => tag.name === 'handle') === true && model.participation(operation).kind === 'in') return true
  return /[{,]\s*(?:db|tx|trx|transaction)\s*[:,}]/.test(operation.node.getText())
}

/** What is sent inside of a transaction is a finding of its own. */
function isInTransaction({ calls }: RowAccess, bodies: ReadonlySet<Unit>, model: Model): boolean {
  return calls.some((call) => {
    for (let unit: Unit | undefined = call.unit; unit; unit = unit.parent) if (bodies.has(unit)) return true
    return model.openTransaction(call) !== undefined
  })
}

/** When the message cannot be sent, the row is taken back or marked. */
function isCompensated({ second }: Fork): boolean {
  for (let node: ts.Node = second.node; node.parent && !ts.isFunctionLike(node); node = node.parent) {
    const { parent } = node
    if (ts.isTryStatement(parent) && parent.tryBlock === node && parent.catchClause && /\b\w*(?:delete|remove|destroy|revert|undo|rollback|cancel|compensate|restore|update|save|outbox|retry)\w*\(/i.test(parent.catchClause.block.getText())) return true
    if (ts.isCatchClause(parent)) return true
  }
  return false
}

function confidenceOf({ write, message, unit }: Pair, isWriteFirst: boolean, model: Model): Confidence {
  const { operation } = message
  const entries = model.entryPointsOf(unit)
  // What is delivered or run again does both again.
  if (entries.length > 0 && entries.every((entry) => entry.kind === 'cron' || entry.kind === 'cli' || entry.kind === 'job' || entry.kind === 'consumer')) return 'low'
  if (NOTICE.test(wordsOf(operation)) || message.calls.some((call) => NOTICE.test(call.name))) return 'low'
  // Whoever sends it goes on without.
  if (isGoneOver(message.operation.call.node)) return 'low'
  // A message nobody keeps for those who do not listen.
  if (operation.access !== 'write' || operation.isUpsert) return 'low'
  // One of several implementations: what does the work here may be the queue of the same database.
  if (!message.isSure || !write.isSure) return 'low'
  if (operation.kind === 'enqueue') return isWriteFirst && isAboutRow(write, message) ? 'medium' : 'low'
  return operation.confidence === 'high' && write.operation.confidence === 'high' ? 'high' : 'medium'
}

/** `queue.add(...).catch((error) => log(error))`: that it may get lost was thought of. */
function isGoneOver(node: ts.Node): boolean {
  const member = node.parent
  const chained = ts.isPropertyAccessExpression(member) && member.name.text === 'catch' && ts.isCallExpression(member.parent) ? member.parent : undefined
  const handler = chained?.arguments[0]
  return handler !== undefined && ts.isFunctionLike(handler) && !/\b(?:throw|reject|next)\b/.test(handler.getText())
}

/** The job carries a key of the row, or both are about the same word. */
function isAboutRow({ operation: write }: RowAccess, { operation: message }: RowAccess): boolean {
  const subject = (write.table ?? '').replace(/^.*\./, '').replace(/e?s$/, '').replaceAll('_', '')
  return subject.length > 2 && message.node.getText().replaceAll('_', '').toLowerCase().includes(subject)
}

function messageFor({ write, message, unit }: Pair, isWriteFirst: boolean): string {
  const row = write.operation.table === undefined ? `a row by ${write.operation.label}` : `${write.operation.table}`
  const verb = write.operation.access === 'delete' ? 'deletes from' : 'writes'
  const sends = `${message.operation.kind === 'publish' ? 'publishes by' : 'adds a job by'} ${message.operation.label}`
  return isWriteFirst
    ? `${unit.name} ${verb} ${row} and then ${sends}: when that fails or the process stops in between, the row is there and nobody hears of it`
    : `${unit.name} ${sends} and then ${verb} ${row}: when the write fails, others act on what never happened`
}

function recipeFor({ write, message }: Pair): Fix {
  const { label } = message.operation
  return {
    kind: 'recipe',
    title: 'Write the message into an outbox table in the same transaction, and send it from there.',
    edits: [],
    code: [
      `await transaction(async (tx) => {  // ${write.operation.package}`,
      `  await ${write.operation.label.replace(/^(?:this\.)?[\w$]+/, 'tx')}(...)`,
      '  await tx.insert(outbox, { topic, payload, sentAt: null })',
      '})',
      '',
      '// a relay, every second and at the start: rows with sentAt null, oldest first',
      `await ${label}(...)`,
      '// then set sentAt; receivers must bear a message that comes twice',
    ].join('\n'),
  }
}
