/**
 * Which entry points are called by another system that delivers again what was not answered.
 */
import { ts } from 'ts-morph'
import { checksSignature } from '../../src/model/signed-requests.js'
import type { EntryPoint, Model, Unit } from '../../src/model/types.js'

export interface Webhook {
  /** Why it is taken for one, for people: `it checks a signature`. */
  readonly how: string
  readonly isCertain: boolean
  /** The variable that holds the event, as far as that is seen. */
  readonly event: string
}

/** Units below the handler in which a signature is looked for. */
const MOST_UNITS = 25
const NAMED = /(?:^|[^a-z])(?:web[-_]?hooks?|hooks?|ipn)(?:[^a-z]|$)|webhook/i
const EVENT_TYPE = /\b(?:event|evt|body|payload|notification|data|webhook|message)\??\.(?:type|event|event_?type|action|topic|kind|name)\b|['"]x-[\w-]*(?:event|topic)['"]|\b(?:eventType|event_type|type)\s*[,}].*=\s*(?:req|request|ctx|c)\b/i
const SERVING = new Set(['route', 'action', 'webhook'])

/** What a sender that tries once names its events by: GitHub delivers again when somebody asks for it. */
const SENT_ONCE = /['"]x-github-(?:event|delivery)['"]/i
const SENT_AGAIN = /['"]x-(?!github-)[\w-]*(?:event|topic|delivery)['"]/i

/** What is known of an entry point as a webhook; undefined for the others. */
export function webhookOf(entry: EntryPoint, model: Model): Webhook | undefined {
  if (!SERVING.has(entry.kind) || (entry.method !== undefined && !/^(?:POST|PUT|ALL)$/.test(entry.method))) return undefined
  const name = `${entry.path ?? ''} ${/ /.test(entry.handler.name) ? '' : entry.handler.name}`
  const isNamed = entry.kind === 'webhook' || NAMED.test(name)
  const units = [...nearby(entry.handler, model), ...entry.middleware.flatMap((middleware) => middleware.units)]
  const texts = units.map((unit) => unit.node.getText())
  // What is shared with the webhooks of other senders knows their headers too.
  const named = texts.find((text) => SENT_ONCE.test(text) || SENT_AGAIN.test(text))
  if (named !== undefined && !SENT_AGAIN.test(named)) return undefined
  const signing = units.find(checksSignature)
  const event = () => eventOf(units)
  if (signing && (isNamed || EVENT_TYPE.test(texts.join('\n')))) return { how: `${signing.name} checks a signature`, isCertain: true, event: event() }
  if (!isNamed || takesNothing(entry.handler)) return undefined
  // Somebody who is logged in manages webhooks of their own.
  if (model.guardsOf(entry).guards.some((guard) => guard.kind === 'auth')) return undefined
  const readsType = texts.some((text) => EVENT_TYPE.test(text))
  return { how: readsType ? 'its name says so, and it looks at the type of an event' : 'its name says so', isCertain: readsType, event: event() }
}

/** `headers: { 'stripe-signature': signature }`: the header goes on to somebody else, and is not looked at here. */
export function handsOnSignature({ node }: Unit): boolean {
  const text = node.getText()
  return /(['"])[\w-]*signature[\w-]*\1\s*:/i.test(text) && !/verify|unwrap|constructEvent|timingSafeEqual|hmac/i.test(text)
}

/** It looks at nothing of the request: no event comes to it. It may register a webhook elsewhere. */
function takesNothing({ parameters: [request], node }: Unit): boolean {
  return request !== undefined && ts.isIdentifier(request.name) && new RegExp(String.raw`(?<![\w$.])${request.name.text.replaceAll('$', String.raw`\$`)}(?![\w$])`, 'g').exec(node.getText().slice(request.end - node.getStart())) === null
}

/** The handler and what it calls, nearest first. */
function nearby(handler: Unit, model: Model): Unit[] {
  const found = [handler]
  // The array grows while it is walked.
  for (const unit of found) {
    if (found.length >= MOST_UNITS) break
    for (const next of [...unit.children, ...unit.calls.flatMap((call) => model.resolve(call).units.slice(0, 3))]) if (!found.includes(next) && found.length < MOST_UNITS) found.push(next)
  }
  return found
}

function eventOf(units: readonly Unit[]): string {
  for (const unit of units) {
    const text = unit.node.getText()
    const made = /\b(?:const|let)\s+(\w+)[^=;\n]*=\s*(?:await\s+)?[\w.$]*(?:constructEvent(?:Async)?|unwrap)\s*\(/.exec(text) ?? /\b(\w+)\s*=\s*(?:await\s+)?[\w.$]*constructEvent(?:Async)?\s*\(/.exec(text)
    if (made?.[1] !== undefined) return made[1]
  }
  for (const unit of units) {
    const used = /\b(event|evt|payload|notification)\.(?:type|event_?type|id)\b/i.exec(unit.node.getText())
    if (used?.[1] !== undefined) return used[1]
  }
  return 'event'
}
