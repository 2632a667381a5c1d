/**
 * What whoever sends operators wins by them: nothing, where they only come to what they may see anyway.
 */
import { ts } from 'ts-morph'
import type { Flow, Model, Operation } from '../../src/model/types.js'
import { checkOn, isCastElsewhere, isCastLater, isReadBefore } from './beforehand.js'
import { fateOfRows, onlySendsOn } from './found.js'
import { isKnownByOne, isSecret } from './secrets.js'
import { isOfSender, OWNER, OWNER_OR_TENANT } from './sender.js'
import { fieldOf, type Injection, type Site } from './sites.js'

/** Members that take a key: `findById(id)`. */
export const BY_KEY = /ById\w*$/

/** Members that read one row, or say whether there is one. */
const READS_ONE = /\.(?:findOne|findById|exists)$/
/** Members that delete one row. */
const DELETES_ONE = /\.(?:\w*One(?:And\w+)?|\w*ById\w*)$/
/** What a row is known by to everybody who sees it. */
const KEY = /^(?:_?id|slug|uuid)$|[a-z](?:Id|ID|_id)$/
/** Ids that let somebody in. */
const OPENING_KEY = /session|token|invit|reset|verif|secret|key|otp|device|link/i
/** All of what was sent is the filter, and not the value of a field in it. */
export function isFilter(flow: Flow): boolean {
  return flow.path.length === 0 && !flow.isNested
}

/** Whether only those who run the system can send it. */
export function isForStaff(flow: Flow, model: Model): boolean {
  const entries = model.validation.entriesAt(flow.source.node)
  return entries.length > 0 && entries.every((entry) => model.guardsOf(entry).staffOnly !== undefined)
}

export function gainsNothing(injection: Injection, operation: Operation, model: Model): boolean {
  const { flows, isScript, sites, handed } = injection
  if (flows.every((flow) => isForStaff(flow, model))) return true
  if (isScript || flows.some(isFilter)) return false
  const isRead = operation.access === 'read' || operation.access === 'aggregate'
  const fate = isRead ? fateOfRows(operation, model, handed?.way) : 'used'
  // Whoever makes it find something only keeps themselves out.
  if (fate === 'refused') return true
  // Whose key is no secret may be named outright.
  if (READS_ONE.test(operation.label) && sites.length > 0 && !sites.some(isKnownByOne) && onlySendsOn(operation)) return true
  if (sites.length === 0 || sites.some(isSecret)) return false
  if (fate === 'existence' || isCastElsewhere(injection, operation, model)) return true
  if (fate === 'looked-at' && isCastLater(injection, operation, model)) return true
  if (isPlainKey(sites, operation, model)) return true
  if (operation.access === 'write' && operation.arity === 'one' && sites.every((site) => /^_?id$/.test(fieldOf(site) ?? '')) && isReadBefore(sites, operation, model)) return true
  // Whoever leaves the value out gets more rows than by any operator.
  if (isRead && sites.every(({ isOptional }) => isOptional)) return true
  const filters = handed ? [handed.filter] : operation.where.flatMap((filter) => (filter === true ? [] : filtersIn(filter)))
  if (filters.some((filter) => isPinned(filter, sites, model))) return true
  return (READS_ONE.test(operation.label) && sites.every((site) => isKey(site, operation))) || filters.some((filter) => isOfSender(filter, isRead ? OWNER_OR_TENANT : OWNER, flows.filter((flow) => !isForStaff(flow, model)), model))
}

/** A filter, or those of the steps of a pipeline: `[{ $match: { user } }, ...]`. */
function filtersIn(filter: ts.Expression): readonly ts.Expression[] {
  if (!ts.isArrayLiteralExpression(filter)) return [filter]
  return filter.elements.flatMap((step) =>
    ts.isObjectLiteralExpression(step) ? step.properties.flatMap((member) => (ts.isPropertyAssignment(member) && member.name.getText() === '$match' ? [member.initializer] : [])) : [],
  )
}

/** Whoever may send an operator in its place may as well send one key after another. */
function isKey(site: Site, { label, table = '' }: Operation): boolean {
  const field = fieldOf(site)
  if (OPENING_KEY.test(table)) return false
  return field === undefined ? BY_KEY.test(label) : KEY.test(field) && !OPENING_KEY.test(field)
}

/** `deleteOne({ _id: req.body.id })`, and nobody asks whose row it is: the same is done by one id after another. */
function isPlainKey(sites: readonly Site[], operation: Operation, model: Model): boolean {
  if (operation.access !== 'delete' || !DELETES_ONE.test(operation.label)) return false
  return sites.every((site) => isKey(site, operation) && checkOn(site, operation, model) === undefined)
}

/** `{ _id: req.params.id, messages: { $elemMatch: { _id: req.body.message } } }`: it is that row, or none. */
function isPinned(filter: ts.Expression, sites: readonly Site[], model: Model): boolean {
  if (!ts.isObjectLiteralExpression(filter)) return false
  return filter.properties.some((member) => {
    if (!ts.isPropertyAssignment(member) || !/^['"]?_?id['"]?$/.test(member.name.getText())) return false
    const value = member.initializer
    return !ts.isObjectLiteralExpression(value) && !sites.some(({ property }) => property === member) && model.flowsInto(value, 'object').length === 0
  })
}
