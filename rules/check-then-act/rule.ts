import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence } from '../../src/findings/finding.js'
import { columnName } from '../../src/model/column-names.js'
import type { EntryPoint, Model, Operation, Step, Unit } from '../../src/model/types.js'
import { Scenes } from './decisions.js'
import { probedWrites, type ProbedWrite } from './files-and-caches.js'
import { blindCreates, type BlindCreate } from './find-then-create.js'
import { columnOf, fixForCreate, fixForStaleWrite } from './fixes.js'
import { isInTransaction, isUndoneByKey } from './guards.js'
import { Names } from './names.js'
import { isOneAtATime, isWrittenBefore } from './one-at-a-time.js'
import { Staff } from './staff-rows.js'
import { Statistics } from './statistics.js'
import { staleWrites, USED, type StaleWrite } from './stale-writes.js'
import { unguardedWrites } from './unguarded-writes.js'

export default defineRule({
  id: 'check-then-act',
  severity: 'critical',
  title: 'What was read may have changed when it is acted on, and another request is lost or done twice.',
  category: 'sharp-edge',
  topic: 'architecture',
  handoff: 'backend',
  cwe: [362, 367],
  check({ model, workspace, report }) {
    const told = new Set<string>()
    const scenes = new Scenes(model)
    const staff = new Staff(model)
    const statistics = new Statistics(workspace, model)
    for (const found of [...staleWrites(model), ...unguardedWrites(model, scenes)]) {
      const key = `${found.last.getSourceFile().fileName}:${found.last.pos}`
      // One change of a loaded row, saved at several places.
      const change = `change ${found.change.node.getSourceFile().fileName}:${found.change.node.pos}`
      // One test of a state, which several writes leave.
      const test = found.kind === 'transition' ? `test ${found.unit.id} ${found.read.id}` : key
      // One number made of one row, which branches write.
      const made = `made ${found.unit.id} ${found.read.id} ${found.change.column}`
      if (told.has(key) || told.has(test) || told.has(made) || (found.change.entity && told.has(change))) continue
      told.add(key)
      told.add(test)
      told.add(made)
      told.add(change)
      report({
        at: { file: model.fileOf(found.last), node: found.first.getSourceFile() === found.last.getSourceFile() ? found.first : found.last, until: found.last },
        message: messageOfStale(found, model),
        why: whyOfStale(found, model),
        trace: traceOf(found, model),
        fixes: [fixForStaleWrite(found, model)],
        severity: found.kind === 'tested' || found.kind === 'unguarded' ? 'critical' : 'high',
        confidence: confidenceOfStale(found, staff, statistics, model),
      })
    }
    const creates = blindCreates(model, scenes)
    const names = new Names(creates, model)
    for (const found of creates) {
      if (found.constraint === 'unique' && found.isHandled) continue
      const [first, last] = [found.read.calls[0], found.write.calls[0]]
      if (!first || !last) continue
      const key = `${last.unit.file.path}:${last.node.pos}`
      if (told.has(key)) continue
      told.add(key)
      const isOneFile = first.unit.file === last.unit.file
      report({
        at: { file: last.unit.file, node: isOneFile && first.node.pos < last.node.pos ? first.node : last.node, until: last.node },
        message: messageOfCreate(found),
        why: whyOfCreate(found),
        trace: [...found.read.calls.map((call, index) => stepOf(call, index === found.read.calls.length - 1 ? found.read.operation.label : call.name)), ...found.write.calls.map((call, index) => stepOf(call, index === found.write.calls.length - 1 ? found.write.operation.label : call.name))],
        fixes: [fixForCreate(found)],
        severity: found.constraint === 'unique' || NOTICE.test(found.write.operation.table ?? '') || (found.kind === 'find' && staff.isSorted(found.write.operation.table)) ? 'medium' : 'high',
        confidence: confidenceOfCreate(found, staff, names, model),
      })
    }
    for (const found of probedWrites(model))
      report({
        at: { file: found.unit.file, node: found.probe.node, until: found.write.call.node },
        message: messageOfProbe(found),
        why: whyOfProbe(found),
        trace: [stepOf(found.probe, found.kind === 'file' ? 'asks' : 'reads'), stepOf(found.write.call, `write: ${found.write.label}`)],
        fixes: [{ kind: 'recipe', title: titleOfProbe(found), edits: [], code: recipeOfProbe(found) }],
        severity: found.kind === 'file' || found.kind === 'rewrite' ? 'high' : 'critical',
        confidence: confidenceOfProbe(found, model),
      })
  },
})

/** Numbers that only order, describe, or are compared for being the same. */
const MINOR = /^(?:attempt\w*count|position|order|sort\w*|index|rank|priority|page|offset|step|depth|level|weight|attempts?|retr(?:y|ies|ied)\w*|tries|\w*failures?|\w*errors?|\w*views?|viewed\w*|unread\w*|favou?rite\w*|\w*visit|visitcount|\w*viewcount|viewscount|helpful\w*|clickcount|sharecount|downloadcount|impressions?|hits?|progress|streak|lastused\w*|\w*retr(?:y|ies)|\w*retrycount|\w*version|\w*epoch|\w*revision|duration|expires?\w*|\w+at|\w*until|settings|preferences|metadata|meta|config|options|data|payload)$/

/** Lists of what somebody follows, or keeps for later, and takes out again: what is lost is seen, and chosen again. */
const TASTES = /^(?:bookmark(?!let)\w*|starred\w*|follow(?:ing|ers)|watch(?:ing|ers|list)|wish_?list)$/

/** Tables of such. */
const TASTE_ROWS = /follow(?!_?up)|bookmark(?!let)|favou?rite|watch_?list|wish_?list/i

/** Devices that are told, and ways to log in: what is lost is registered again by the device, or by the next log-in. */
const REGISTERED = /^(?:fcm|push|apns|expo|device)\w*tokens?$|^devices$|^(?:social|auth|oauth|login|signin)\w*(?:providers|methods)$/

/** What proves who somebody is: whoever has it twice at once is the same person. */
const PROVES = /otp|one_?time|magic_?link|verification|password_?reset|(?:reset|activation|login)_?(?:code|token|link)|(?:backup|recovery)_?codes?/i
const SPENT = /^(?:is)?(?:used|consumed|spent|redeemed|verified)(?:at|on)?$/

function served(entries: readonly EntryPoint[]): boolean {
  return entries.some(({ kind }) => kind !== 'cron' && kind !== 'cli')
}

function isJob(entries: readonly EntryPoint[]): boolean {
  return entries.length > 0 && entries.every(({ kind }) => kind === 'cron' || kind === 'cli')
}

/** Nobody waits for an answer. */
function isQueued(entries: readonly EntryPoint[]): boolean {
  return entries.length > 0 && entries.every(({ kind }) => kind === 'cron' || kind === 'cli' || kind === 'job' || kind === 'consumer' || kind === 'listener')
}

function confidenceOfStale(found: StaleWrite, staff: Staff, statistics: Statistics, model: Model): Confidence {
  const { use, change, read, write, kind } = found
  const entries = model.entryPointsOf(found.unit)
  if (isUndoneByKey(read, write, found.unit, found.effect, model)) return 'low'
  if ((kind === 'transition' && SPENT.test(change.column) && PROVES.test(rowName(found))) || (kind === 'tested' && /codes?$/.test(change.column) && PROVES.test(change.column))) return 'low'
  // `deletedAt: null`, and word of it: it is so all the same, and whoever hears of it twice looks again.
  if (kind === 'transition' && found.isAnnounced && change.value?.kind === ts.SyntaxKind.NullKeyword) return 'low'
  if (kind === 'transition') return isJob(entries) || found.isRepeated || (found.isNotice && staff.isAlone(found.unit)) || (!found.effect && staff.setsAlone(found.unit, write.table)) ? 'low' : 'medium'
  // All of the one document there is is written again.
  if (use.change === 'collection' && !model.rows.keyOf(read) && staff.keepsInOrder(found.unit, read.table)) return 'low'
  // `findPlace` counts how often it is asked for.
  if (/^(?:find|get|show)(?=[A-Z_])/.test(found.unit.name.replace(/^.*\./, '')) && isNextNumber(found) && kind === 'untested') return 'low'
  if (kind === 'untested' && isNextNumber(found) && statistics.isReadNowhere(columnOf(found))) return 'low'
  if (use.change === 'merge' || MINOR.test(change.column) || isJob(entries)) return 'low'
  if (use.change === 'collection' && TASTES.test(change.column) && !isOfSize(found)) return 'low'
  if (use.change === 'collection' && REGISTERED.test(change.column) && !isOfSize(found)) return 'low'
  // A list of one's own with a name in it twice, where all code asks whether it is in it.
  if (found.isAdded && isOfPresence(found) && isOwn(found, model) && !statistics.isMeasured(columnOf(found))) return 'low'
  if (use.change === 'collection' && !isOfSize(found) && statistics.isRepeated(found, columnOf(found))) return 'low'
  // `files: ..., lastScan: Date.now()`: the list says what is elsewhere, and is made again by the next scan.
  if (use.change === 'collection' && model.rows.changesOf(write).some(({ column }) => /^last(?:scan|sync)/.test(column))) return 'low'
  // `pinnedOrder: order.filter(...)`: a list that says where things stand.
  if (use.change === 'collection' && /order$/.test(change.column)) return 'low'
  // A library that tracks the members of a relation writes only what was added or removed.
  if (use.change === 'collection') return model.table(read.table)?.relations.some(({ name }) => name.toLowerCase() === change.column) ? 'low' : 'medium'
  if (kind === 'numbering' && staff.setsAlone(found.unit, write.table)) return 'low'
  // A unique key turns two equal numbers into an error.
  if (kind === 'numbering') return model.table(write.table)?.uniqueKeys.some((columns) => columns.some((column) => columnName(column) === change.column)) ? 'low' : 'medium'
  if (read.confidence === 'medium' || write.confidence === 'medium' || !found.isSameRow || entries.length === 0) return 'medium'
  return 'high'
}

/** The test is about how long the list is. */
function isOfSize({ test }: StaleWrite): boolean {
  return /\.(?:length|size)\b/.test(test?.condition.getText() ?? '')
}

/** The test is about whether something is in the list, and nothing else. */
function isOfPresence({ test }: StaleWrite): boolean {
  return test !== undefined && !test.isComparison && /^!?[\w.?!]+\.(?:includes|some|has)\(/.test(test.condition.getText())
}

/** The row is that of whoever is asking: `findById(req.user.id)`. */
function isOwn({ read, unit }: StaleWrite, model: Model): boolean {
  const lift = model.rows.accessesOf(unit).find(({ operation }) => operation === read)?.lift
  return [...(model.rows.keyOf(read)?.columns.values() ?? [])].some((text) => /^\$(?:request|context)\.(?:(?:state|session|locals)\.)?(?:user|account|auth)\w*\./.test(lift?.(text) ?? text))
}

function rowName({ read, write }: StaleWrite): string {
  return read.table ?? write.table ?? 'row'
}

/** `last.number + 1`: a series, not a sum that goes on. */
function isNextNumber({ change, use }: StaleWrite): boolean {
  return /\+\s*(?:1\b|[A-Z][A-Z\d_]*\b)|\+\+|\bnext\w*\(/.test(change.value?.getText() ?? '') || /\+\s*(?:1\b|[A-Z][A-Z\d_]*\b)|\+\+/.test(ts.findAncestor(use.node, ts.isStatement)?.getText().slice(0, 300) ?? '')
}

function messageOfStale(found: StaleWrite, model: Model): string {
  const column = `${rowName(found)}.${columnOf(found)}`
  const { unit, write } = found
  const those = isQueued(model.entryPointsOf(unit)) ? 'two runs' : 'two requests'
  if (found.kind === 'transition')
    return `${unit.name} tests ${column} and then writes it with ${write.label}: ${those} at once both pass the test${found.effect ? `, and both reach ${found.effect.label}` : USED.test(found.change.column) ? `, and both use the ${rowName(found)}` : ', and the second overwrites the first'}`
  if (found.kind === 'unguarded') return `${unit.name} tests ${column} and then changes it with ${write.label}, which does not repeat the test: ${those} at once both pass, and ${column} goes ${found.isTaken ? 'below what the test allows' : 'over the limit'}`
  if (found.kind === 'numbering' && !isNextNumber(found)) return `${unit.name} makes the ${columnOf(found)} of a new ${rowName(found)} of the row it read (${write.label}): ${those} at once go on from the same row`
  if (found.kind === 'numbering') return `${unit.name} gives a new ${rowName(found)} the next ${columnOf(found)} after the row it read (${write.label}): ${those} at once take the same number`
  if (found.kind === 'tested' && found.isAdded) return `${unit.name} tests ${column} and adds to it (${write.label}): ${those} at once both pass the test, and ${found.test?.isComparison || isOfSize(found) ? 'it goes over what the test allows' : 'both add to it'}`
  if (found.kind === 'tested' && isTestedAfter(found)) return `${unit.name} writes ${column} with a value made of the row it read before, and tests that value (${write.label}): of ${those} at once, one change is lost, and the test sees the wrong one`
  if (found.kind === 'tested') return `${unit.name} tests ${column} and then writes a value made of the same stale read with ${write.label}: ${those} at once both pass the test, and one change is lost`
  return `${unit.name} writes ${column} with a value made of the row it read before (${write.label}): of ${those} at once, one change is lost`
}

function whyOfStale(found: StaleWrite, model: Model): string {
  const inside = isInTransaction(found.write, model)
  const isolation = inside && isRefusing(found.write)
    ? 'The transaction around the write does not help, because the read stands outside of it: read in its session, and the second of two that write one document fails.'
    : inside
    ? 'The transaction around it does not help: at the default isolation level both transactions read the same row.'
    : 'A plain transaction at the default isolation level would not help, because both would read the same row.'
  if (found.kind === 'numbering') return `Between the read and the insert another request can read the same last row. ${isolation} Let a sequence give the number, or lock a row that stands for the series.`
  if (found.kind === 'unguarded') return `No change is lost, because the database computes, but nothing holds the limit between the test and the write. ${isolation} Put the tested condition into the filter of the write and check that a row was changed.`
  if (found.kind === 'transition') return `Between the test and the write another request can do the same. ${isolation} Put the tested state into the filter of the write, check that a row was changed, and only then go on.`
  return `Between the read and the write another request can change the row. ${isolation} Let the database compute (increment, decrement) with the condition in the filter and check the count, or lock the row when it is read.`
}

/** Of two transactions that write one document, the database refuses one. */
function isRefusing({ package: name }: Operation): boolean {
  return /^mongo/.test(name)
}

function stepOf(call: { readonly unit: Unit; readonly node: Step['node'] }, label: string): Step {
  return { file: call.unit.file, node: call.node, label }
}

function traceOf(found: StaleWrite, model: Model): Step[] {
  const { read, write, test, change, unit } = found
  const tested = test ? [{ file: model.fileOf(test.node), node: test.condition, label: `test: ${test.condition.getText().replace(/\s+/g, ' ').slice(0, 60)}` }] : []
  const changed = change.entity ? [{ file: unit.file, node: change.node, label: 'change of the loaded row' }].filter(({ node }) => node.getSourceFile() === unit.node.getSourceFile()) : []
  return [
    { file: read.unit.file, node: read.call.node, label: `read: ${read.label}` },
    ...(isTestedAfter(found) ? [...changed, ...tested] : [...tested, ...changed]),
    ...found.calls.map((call) => stepOf(call, call.name)),
    { file: write.unit.file, node: write.call.node, label: `write: ${write.label}` },
  ]
}

/** The new value is looked at, not the old one. */
function isTestedAfter({ test, change }: StaleWrite): boolean {
  return test !== undefined && test.node.getSourceFile() === change.node.getSourceFile() && test.node.pos > change.node.end
}

function messageOfCreate(found: BlindCreate): string {
  const { unit, columns, write, read } = found
  const table = write.operation.table ?? 'its table'
  const named = [...columns, ...found.narrowed].join(', ')
  const by = found.either && found.either.length > 0 ? `${named} or ${found.either.join(' or ')}` : `${named}${found.kind === 'find' && !found.isComplete ? ' and more' : ''}`
  if (found.kind === 'count') return `${unit.name} counts ${table}${by ? ` by ${by}` : ''} and then creates one: requests at once all see the same count, and the limit is exceeded`
  const acts = found.kind === 'take' ? `gives it to a row with ${write.operation.label}` : 'creates one'
  if (found.constraint === 'unique') return `${unit.name} looks for ${table} by ${by} and then ${acts}: of two requests at once the second fails on the unique key, and nothing tells that from any other error`
  const missing = found.open ? `the unique key over ${found.open.columns.join(', ')} keeps none out while ${found.open.missing} is null` : found.constraint === 'none' ? `no unique key covers ${by}` : `no unique key over ${by} is declared here`
  return `${unit.name} ${/\bcount\b/i.test(read.operation.node.getText()) ? 'counts' : 'looks for'} ${table} by ${by} (${read.operation.label}) and then ${acts}, and ${missing}: two requests at once ${found.kind === 'take' ? 'take the same' : 'create two'}`
}

function whyOfCreate(found: BlindCreate): string {
  if (found.kind === 'count') return 'Nothing holds the count while the row is created, and a transaction at the default isolation level does not either. Lock the row that owns the quota, or keep the count in a column that is changed with a condition.'
  if (found.constraint === 'unique') return 'The constraint keeps the data right, but the caller gets an internal error. Catch the violation and answer as if the row had been found.'
  if (found.kind === 'take') return 'Between the look-up and the update another request can take the same, and a transaction at the default isolation level does not keep it out. Only a unique key does: declare one, and handle the violation.'
  return 'Between the look-up and the insert another request can insert the same, and a transaction at the default isolation level does not keep it out. Only a unique key does: declare one, and insert with a conflict clause or handle the violation.'
}

function confidenceOfCreate(found: BlindCreate, staff: Staff, names: Names, model: Model): Confidence {
  if (found.constraint !== 'none' || found.isLatest) return 'low'
  // Pressed twice, a form leaves two rows, which those who see them delete.
  if (staff.keepsInOrder(found.unit, found.write.operation.table)) return 'low'
  if (found.isHeldByKey || found.isIdentity || (found.kind === 'find' && isOneAtATime(found, model))) return 'low'
  // A second invitation is one mail more, and is withdrawn.
  if (found.kind === 'find' && INVITES.test(found.write.operation.table ?? '') && found.columns.some((column) => ADDRESS.test(column)) && staff.isDeletable(found.write.operation.table ?? '')) return 'low'
  if (found.kind === 'find' && isTaste(found, model)) return 'low'
  if (found.kind !== 'count' && names.areFree(found)) return 'low'
  if (found.isLooseLimit && !staff.isScarce(found.write.operation.table) && !isSlow(found, model, 'works')) return 'low'
  const entries = model.entryPointsOf(found.unit)
  if (isJob(entries)) return 'low'
  // Rows made once, with the rows they belong to.
  if (/after_?create|seed|bootstrap|setup|initiali[sz]e|ensure_?default/i.test(found.unit.name) || (entries.length === 0 && STARTS.test(found.unit.file.path))) return 'low'
  // Once in the last hour, or so many in the last minute: a brake, which need not be exact.
  if (isOnceInAWhile(found, model) && !(found.kind === 'count' && isSlow(found, model, 'answers'))) return 'low'
  if (found.kind === 'count') return found.columns.length > 0 && entries.length > 0 ? 'medium' : 'low'
  const isSure = found.isComplete && found.read.isSure && found.write.isSure && found.read.operation.confidence === 'high' && found.write.operation.confidence === 'high'
  return isSure && entries.length > 0 ? 'high' : 'medium'
}

/** Who follows whom, and what somebody keeps for later, in rows that say nothing else: there twice, it is as if it were there once. */
function isTaste({ write, columns }: BlindCreate, model: Model): boolean {
  const name = write.operation.table ?? ''
  const known = new Set(columns.map(columnName))
  const own = (model.table(name)?.columns ?? []).map((column) => columnName(column.name)).filter((column) => column !== 'id' && !WRITTEN_AT.test(column))
  return TASTE_ROWS.test(name) && own.length > 1 && own.every((column) => column.endsWith('id') && known.has(column))
}

/** Files of what runs when the program starts. */
const STARTS = /(?:^|[/._-])(?:bootstrap|start-?up|start-?up-?hooks?|seed\w*|setup|init)[^/]*\.[cm]?[jt]sx?$/i
/** Rows that tell somebody something: two of them are noise. */
const NOTICE = /alert|notice|notification|reminder/i
/** Rows that ask somebody in, and whom. */
const INVITES = /invit/i
const ADDRESS = /mail|phone|invitee/i
/** When a row was written. */
const WRITTEN_AT = /^(?:(?:created|updated|inserted|logged|sent|occurred|recorded|accessed|seen|read)(?:at|on)?|time|timestamp|date_?created)$/

/** `gte(orders.createdAt, since)`, `sql`${orders.createdAt} > ${since}``, `where('created_at', '>', since)`. */
const SINCE = /\bgte?\(\s*[\w.]*(?:created|inserted|logged)_?at\b|\b(?:created|inserted|logged)_?at['"]?[\s},]*['"]?\s*>/i

/** A span of time that ends now. */
const WINDOW = /Date\.now\(\)\s*-|\bsub(?:Seconds|Minutes|Hours|Days)\b|\bwindow\w*/i

/** Rows are looked for, or counted, among those that were written since some time: no key can say that. */
function isOnceInAWhile({ kind, read }: BlindCreate, model: Model): boolean {
  return (
    [...(model.rows.keyOf(read.operation)?.columns ?? [])].some(([column, value]) => WRITTEN_AT.test(column) && /^\{?(?:\$?gte?|MoreThan(?:OrEqual)?|>=?|between)\b/i.test(value)) ||
    read.operation.where.some((filter) => filter !== true && (SINCE.test(filter.getText()) || (kind === 'count' && WINDOW.test(filter.getText()))))
  )
}

/**
 * Between the count and the insert, another machine is waited for: while that is at it, any number of requests pass.
 *
 * @param what answers: it may only be asked for something; works: it is given work to do
 */
function isSlow({ unit, read, write }: BlindCreate, model: Model, what: 'answers' | 'works'): boolean {
  const [start, end] = [read.calls[0]?.node, write.calls[0]?.node]
  return (
    start !== undefined &&
    end !== undefined &&
    unit.calls.some((call) => call.node.pos > start.end && call.node.end < end.pos && (model.reachedFrom(call, 'http').some(({ operation }) => what === 'answers' || operation.access !== 'read') || model.reachedFrom(call, 'llm').length > 0))
  )
}

/** A file whose name is fixed in the code is written again with the same content, most of the time. */
function confidenceOfProbe(found: ProbedWrite, model: Model): Confidence {
  const { unit, kind, isFixed } = found
  if (isFixed || !served(model.entryPointsOf(unit)) || isWrittenBefore(found, model)) return 'low'
  return kind === 'counter' ? 'high' : 'medium'
}

function messageOfProbe({ unit, name, kind, write }: ProbedWrite): string {
  if (kind === 'file') return `${unit.name} asks whether ${name} exists and then writes it with ${write.label}: two runs at once both see no file, and one overwrites the other`
  if (kind === 'rewrite') return `${unit.name} reads ${name}, changes what it read and writes all of it back with ${write.label}: of two requests at once, one change is lost`
  if (kind === 'counter') return `${unit.name} reads ${name} from the cache and writes it back with more (${write.label}): of two requests at once, one count is lost`
  return `${unit.name} takes ${name} for a lock by reading it and then setting it (${write.label}): two requests at once both find it free`
}

function whyOfProbe({ kind }: ProbedWrite): string {
  if (kind === 'file') return 'The answer may be wrong by the time the file is written. Let the write itself fail when the file is there.'
  if (kind === 'rewrite') return 'The file may have changed since it was read, and a crash in the middle leaves half of it. Let one writer at a time do it, behind a mutex or a queue, or keep the records in a database.'
  if (kind === 'counter') return 'The value may have changed since it was read. Let the store count.'
  return 'The key may have been set since it was read. Set it only if it is not there, in one command, and go on only when that succeeded.'
}

function titleOfProbe({ kind, name }: ProbedWrite): string {
  if (kind === 'file') return `Create ${name} exclusively.`
  if (kind === 'rewrite') return `Let one writer of ${name} at a time run.`
  return kind === 'counter' ? `Count ${name} in the store.` : `Set ${name} only if it is not there.`
}

function recipeOfProbe({ kind, name }: ProbedWrite): string {
  if (kind === 'file') return `await writeFile(${name}, ..., { flag: 'wx' })  // fails with EEXIST when the file is there`
  if (kind === 'rewrite') return [`await mutex.runExclusive(async () => {`, `  // read ${name}, change it, write it to a file beside it`, `  await rename(temporary, ${name})`, '})'].join('\n')
  if (kind === 'counter') return `INCR ${name}`
  return `SET ${name} <token> NX PX <milliseconds>`
}
