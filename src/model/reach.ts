/**
 * What kind of work comes in at an entry point, and how it comes to an operation.
 */
import type { ts } from 'ts-morph'
import { isMadeAhead } from './application/conventions.js'
import { methodAt } from './application/served-methods.js'
import { isForDevelopers } from './once.js'
import type { EntryKind, EntryPoint, Model, Operation, Reached, Unit } from './types.js'

const SERVING: ReadonlySet<EntryKind> = new Set(['route', 'resolver', 'procedure', 'webhook', 'action'])
/** Platforms that give a process one event at a time: what waits holds up nobody else. */
const ONE_AT_A_TIME = new Set(['aws-lambda'])
/** Frameworks that tell what handles errors by its four parameters, and show whoever asks what nobody handles. */
const BY_ARITY = new Set(['express', 'express-serve-static-core'])

/** Somebody waits for the answer: a request, not a job. */
export function isServing(entry: EntryPoint): boolean {
  return SERVING.has(entry.kind)
}

/** Segments of paths that schedulers and queues call: they wait as long as it takes, and call again. */
const UNATTENDED = /(?:^|\/)(?:crons?|cron-?jobs?|jobs?|queues?|workers?|background|scheduled?r?)(?:\/|$)/i

/** A route that a scheduler or a queue calls, by its path: nobody sits in front of it. */
export function isUnattended(entry: EntryPoint): boolean {
  return entry.kind === 'route' && UNATTENDED.test(entry.path ?? '')
}

/** A route that somebody calls while building: `/debug/fonts`, `/test-pdf`. */
export function isTriedByHand({ path }: EntryPoint): boolean {
  return path !== undefined && /(?:^|[/_-])(?:tests?|debug)(?:[/_-]|$)/i.test(path)
}

/** An entry point that is registered, or whose router is mounted, nowhere but behind a test for development. */
export function isOnlyForDevelopers({ node, mounts = [] }: EntryPoint, model: Model): boolean {
  const isForThem = (place: ts.Node) => {
    const unit = model.unitOf(place)
    return isForDevelopers(place, (call) => givenBy(call, model)) || (unit !== undefined && runsOnlyForDevelopers(unit, model))
  }
  return [[node], ...mounts].some((places) => places.length > 0 && places.every(isForThem))
}

/** Callers are followed this far to a test for development. */
const MOST_CALLERS = 3

/** Whoever calls a function does so behind a test for development, directly or through others in between. */
export function runsOnlyForDevelopers(unit: Unit, model: Model, hops = 0): boolean {
  const around = unit.kind === 'module' ? undefined : unit
  const callers = around ? model.callersOf(around).filter(({ call }) => call.unit.file.surface === 'production') : []
  if (around && callers.length === 0) return around.parent !== undefined && model.entryPointsOf(around).every(({ handler }) => handler !== around) && runsOnlyForDevelopers(around.parent, model, hops)
  return hops < MOST_CALLERS && callers.length > 0 && callers.every(({ call }) => isForDevelopers(call.node, (asked) => givenBy(asked, model)) || runsOnlyForDevelopers(call.unit, model, hops + 1))
}

/** What the one function gives that a call runs: `isDevelopment()`. */
function givenBy(node: ts.CallExpression, model: Model): ts.Expression | undefined {
  const call = model.unitOf(node)?.calls.find((one) => one.node === node)
  const [only, ...others] = call ? model.resolve(call).units.flatMap((unit) => unit.returns) : []
  return others.length === 0 ? only : undefined
}

/** Other requests are answered by the same process in the meantime. */
export function isShared(entry: EntryPoint): boolean {
  return !ONE_AT_A_TIME.has(entry.framework)
}

/** An error handler is one by the number of its parameters, and without one the framework answers by itself. */
export function tellsErrorsByArity(framework: string | undefined): boolean {
  return framework !== undefined && BY_ARITY.has(framework)
}

/** How people name an entry point: `GET /orders/:id`, `job invoices`, `a POST request of src/app.ts`. */
export function entryName(entry: EntryPoint): string {
  const { name } = entry.handler
  const path = entry.path ?? (/ (?:of|by) /.test(name) ? undefined : name)
  const method = entry.method === 'ALL' ? undefined : entry.method
  if (path === undefined) return `a ${method ?? entry.kind} ${entry.kind === 'route' ? 'request ' : ''}of ${entry.file.relative}`.replace('a route', 'a')
  if (entry.kind !== 'route') return `${entry.kind} ${path}`
  return method === undefined ? path : `${method} ${path}`
}

/** The same as a request line, for lists of entry points: `GET /orders/:id`, `ALL /orders/:id`, `job invoices`. @param at a place on the way from it, which says more of the method where it is in the handler */
export function requestName(entry: EntryPoint, at?: ts.Node): string {
  const path = entry.path ?? entry.handler.name
  return entry.kind === 'route' ? `${methodAt(entry, at) ?? 'ALL'} ${path}` : `${entry.kind} ${path}`
}

/** An address that leads to what is deployed with the code, or to text in it: nobody else is asked. */
export function readsOwnFile({ node }: Operation): boolean {
  return /import\.meta\.url|['"`](?:data|file|blob):/.test(node.getText())
}

/** The way from the nearest entry point that serves requests to an operation. */
export interface ServedWay {
  readonly entry: EntryPoint
  readonly reached: Reached
}

/**
 * How requests come to an operation, through a handler or what runs before it, by a way that what is given on it leaves
 * open; undefined where none does.
 */
export function servedWay(operation: Operation, model: Model): ServedWay | undefined {
  const serving = model.entryPointsOf(operation.unit).filter(isAwaited)
  const entry = serving.find((one) => !isTriedByHand(one) && !isOnlyForDevelopers(one, model)) ?? serving[0]
  if (!entry) return undefined
  const nearest = wayFrom(entry, operation, model)
  if (!nearest) return undefined
  if (nearest.isOpen) return nearest.way
  for (const other of model.entryPoints) {
    const found = other !== entry && isAwaited(other) ? wayFrom(other, operation, model) : undefined
    if (found?.isOpen) return found.way
  }
  return undefined
}

/**
 * The way to an operation by which most come: one that is open to everybody, else one that is not only for staff, else
 * the nearest.
 *
 * @param nearest the nearest way
 */
export function busiestWay(nearest: ServedWay, operation: Operation, model: Model): ServedWay {
  let best = { way: nearest, worth: worthOf(nearest.entry, model) }
  for (const entry of model.entryPoints) {
    const worth = isAwaited(entry) && entry.file.surface === 'production' && !isTriedByHand(entry) ? worthOf(entry, model) : 0
    const found = worth > best.worth ? wayFrom(entry, operation, model) : undefined
    if (found?.isOpen) best = { way: found.way, worth }
  }
  return best.way
}

/** How many come to an entry point: everybody, those who are signed in, or staff. */
function worthOf(entry: EntryPoint, model: Model): number {
  const { guards, staffOnly } = model.guardsOf(entry)
  if (staffOnly) return 0
  return guards.some(({ kind }) => kind === 'auth') ? 1 : 2
}

/** Somebody waits for what it does now. */
function isAwaited(entry: EntryPoint): boolean {
  return isServing(entry) && !isMadeAhead(entry)
}

/** The way from an entry point, and whether what is given on it lets anybody through. */
function wayFrom(entry: EntryPoint, operation: Operation, model: Model): { readonly way: ServedWay; readonly isOpen: boolean } | undefined {
  let closed: Reached | undefined
  for (const unit of [entry.handler, ...entry.middleware.flatMap((middleware) => middleware.units)])
    for (const reached of model.reachedBy(unit, operation.kind)) {
      if (reached.operation !== operation) continue
      const possible = model.possible(reached) ?? byAnotherCall(unit, reached, model)
      if (possible) return { way: { entry, reached: possible }, isOpen: true }
      closed ??= reached
    }
  return closed && { way: { entry, reached: closed }, isOpen: false }
}

/** An open way from a unit to what one of its calls does not lead to for what is given there. */
function byAnotherCall(unit: Unit, { operation, call }: Reached, model: Model): Reached | undefined {
  for (const other of unit.calls) {
    const reached = other === call ? undefined : model.reachedFrom(other, operation.kind).find((one) => one.operation === operation)
    const possible = reached && model.possible(reached)
    if (possible) return possible
  }
  return undefined
}
