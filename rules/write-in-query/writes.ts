/**
 * Writes that answering a query leads to, and what they are kept for.
 */
import { ts } from 'ts-morph'
import { isEither, skipOuter } from '../../src/libraries/paths.js'
import type { EntryPoint, Model, Operation, Reached, Unit } from '../../src/model/types.js'

export interface QueryWrite {
  readonly reached: Reached
  /** `beside`: kept beside the facts (views, sessions, logs, caches), or made so that there is something to read. */
  readonly kind: 'domain' | 'beside'
}

/** Calls between a handler and a write beyond which the write is somebody else's. */
const MOST_CALLS = 3
/** Tables kept beside the facts. */
const BESIDE = /(?:log|audit|metric|event|histor|analytic|session|cache|seen|login|activit|stat|counter|visit|view|telemetry|notification|outbox|job|queue|token|attempt|click|hit|request|usage|snapshot|temp|lock|nonce|otp|captcha|state|metadata|throttle|rate)/i
/** Columns whose update is a touch. */
const TOUCH = /^(?:last\w*|updatedAt|updated_at|\w*(?:count|views?|visits?|clicks?|hits?)|(?:seen|read|viewed|accessed|used|opened)_?\w*at|\w*(?:lastActive|last_active|cached|token|session|refreshed|synced|expir)\w*)$/i
/** `status: ReceiptStatus.VIEWED`, `isRead: true`: that it was looked at. */
const SAYS_SEEN = /^(?:(?:status|state)\s*:\s*(?:[\w.]*\.|['"])(?:viewed|seen|read)['"]?|(?:is_?)?(?:seen|read|viewed|opened)\s*:\s*true)$/i
/** `lastSyncedAt`: when what is kept here was last asked for. */
const REFRESHED = /^(?:last_?)?(?:sync(?:ed|hroni[sz]ed)?|refresh(?:ed)?|fetch(?:ed)?|check(?:ed)?|cached)_?(?:at|on|time)$/i
/** Functions that bring something kept up to date: what they write would be the same the next time. */
const KEEPS = /(?:cache|memo|touch|heartbeat|audit|log|track|record(?:View|Visit|Click|Access|Usage|Event)|increment|refresh|sync|seen|views?|visit|ensure|getOrCreate|findOrCreate|getOrInit|OrCreate|init|bootstrap|migrat|lazy|clean_?up|prune|purge|legacy|stale|obsolete|evict|expire|session|auth|permission|token|metric|analytics|flag)/i

/** One for each write, those of the domain first. */
export function writesUnder(handler: Unit, entry: EntryPoint | undefined, model: Model): readonly QueryWrite[] {
  const found = model
    .reachedBy(handler, 'query')
    .filter(({ operation, distance, cached }) => !cached && distance <= MOST_CALLS && (operation.access === 'write' || operation.access === 'delete') && operation.control === undefined)
    .flatMap((reached): QueryWrite[] => (isOtherCommand(reached, entry) ? [] : [{ reached, kind: isBeside(reached) ? 'beside' : 'domain' }]))
  return [...found].sort((left, right) => Number(left.kind === 'beside') - Number(right.kind === 'beside') || left.reached.distance - right.reached.distance)
}

/** One handler for every method decides itself which of them writes. */
function isOtherCommand({ call }: Reached, entry: EntryPoint | undefined): boolean {
  if (!entry) return false
  for (let node: ts.Node = call.node; node.parent && node.parent !== entry.handler.node; node = node.parent) {
    const { parent } = node
    const condition = ts.isIfStatement(parent) && parent.thenStatement === node ? parent.expression : ts.isConditionalExpression(parent) && parent.whenTrue === node ? parent.condition : undefined
    if (condition && /method\b[^]*['"](?:POST|PUT|PATCH|DELETE)['"]/.test(condition.getText())) return true
  }
  return false
}

function isBeside({ operation, trace }: Reached): boolean {
  if (operation.table === undefined || BESIDE.test(operation.table)) return true
  if (trace.slice(0, -1).some(({ label }) => KEEPS.test(label.replace(/^.*\./, '')))) return true
  if (KEEPS.test(operation.unit.name.replace(/^.*\./, ''))) return true
  return operation.isUpsert || isTouch(operation) || isLazy(operation.call.node, columnsOf(operation)) || trace.slice(0, -1).some(({ node }) => isLazy(node, []))
}

/** It writes nothing but when, or how often, something was looked at. */
function isTouch({ data: given, node, access }: Operation): boolean {
  if (access === 'delete') return false
  const data = given && skipOuter(given)
  if (data && ts.isObjectLiteralExpression(data)) {
    const members = membersOf(data)
    // When the copy of what somebody else knows was brought up to date.
    if (members.some(({ name }) => name !== undefined && REFRESHED.test(name.getText()))) return true
    if (members.length > 0 && members.every((member) => isTouched(member) || SAYS_SEEN.test(member.getText()))) return true
  }
  const text = node.getText()
  const set = /\bset\s+([^]*?)(?:\bwhere\b|[`'"])/i.exec(text)?.[1]
  if (set !== undefined && set.split(',').every((part) => TOUCH.test((part.split('=')[0] ?? '').trim()))) return true
  return /\.(?:increment|inc)\(\s*['"{]\s*\w*(?:count|views?|visits?|clicks?|hits?)/i.test(text)
}

/** `{ $set: { status } }` sets the status. */
function membersOf(data: ts.ObjectLiteralExpression): ts.ObjectLiteralElementLike[] {
  return data.properties.flatMap((member) => (member.name && /^['"]?\$/.test(member.name.getText()) && ts.isPropertyAssignment(member) && ts.isObjectLiteralExpression(member.initializer) ? [...member.initializer.properties] : [member]))
}

function columnsOf({ data: given }: Operation): string[] {
  const data = given && skipOuter(given)
  return data && ts.isObjectLiteralExpression(data) ? membersOf(data).flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : [])) : []
}

/** A column in an object of data, one of several in a document too: `{ 'stats.views': 1 }`. */
function isTouched({ name }: ts.ObjectLiteralElementLike): boolean {
  return name !== undefined && TOUCH.test(name.getText().replace(/^['"]|['"]$/g, '').replace(/^.*\./, ''))
}

/** It is made where it was not there yet, or taken away where its time is over. */
function isLazy(call: ts.Node, columns: readonly string[]): boolean {
  for (let node = call; node.parent; node = node.parent) {
    const { parent } = node
    // `invites.filter((invite) => invite.isExpired()).map((invite) => remove(invite))`
    if (ts.isFunctionLike(node)) return ts.isCallExpression(parent) && /expired/i.test(parent.expression.getText())
    if (ts.isIfStatement(parent) && parent.thenStatement === node && /^!\w+[\w.?]*$|(?:===?\s*(?:null|undefined|0))|expir|missing/i.test(parent.expression.getText())) return true
    if (ts.isBlock(parent) && parent.statements.some((statement) => statement.end <= node.pos && answersWithWhatIsThere(statement, columns))) return true
    if (ts.isBinaryExpression(parent) && parent.right === node && isEither(parent.operatorToken.kind)) return true
  }
  return false
}

/** `if (plan) return plan`, or `if (plan.price) return ...` in front of a write of `price`: what follows runs the first time. */
function answersWithWhatIsThere(statement: ts.Statement, columns: readonly string[]): boolean {
  if (!ts.isIfStatement(statement)) return false
  const inside = ts.isBlock(statement.thenStatement) ? statement.thenStatement.statements : [statement.thenStatement]
  const then = inside.at(-1)
  if (!then || !ts.isReturnStatement(then) || !then.expression || !inside.every((one) => one === then || ts.isExpressionStatement(one))) return false
  const tested = skipOuter(statement.expression)
  if (ts.isIdentifier(tested)) return new RegExp(String.raw`(?<![\w$.])${tested.text.replaceAll('$', String.raw`\$`)}(?![\w$])`).test(then.expression.getText())
  return columns.some((column) => new RegExp(String.raw`^(?:[^|]*&&\s*)?[\w$.?]+\.${column}\s*(?:&&[^|]*)?$`).test(tested.getText()))
}
