import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { entriesReaching } from '../../src/model/annotations.js'
import { requestName } from '../../src/model/reach.js'
import type { Call, EntryPoint, Middleware, Model, Operation, RowAccess, Step, Unit } from '../../src/model/types.js'
import { givenInstead, isImpossible, repeats, type Repeat } from './repeats.js'

export default defineRule({
  id: 'uncached-repeated-query',
  severity: 'high',
  title: 'A request asks the database for what it was told before, or for what hardly ever changes.',
  category: 'anti-pattern',
  topic: 'performance',
  options: {
    slowTables: {
      type: 'array',
      items: { type: 'string' },
      default: [],
      description: 'Tables whose rows change so seldom that reading them on every request is a waste, beside those known by name (settings, permissions, roles, plans, flags).',
    },
  },
  check({ model, report, options }) {
    const { single, notKept } = byCause(model)
    for (const [repeat, ...others] of notKept) {
      const { access, part } = repeat.first
      const [call] = access.calls
      if (!call) continue
      report({
        at: { file: call.unit.file, node: call.node },
        message: `${part.name} loads ${access.operation.table ?? 'a row'} (${access.operation.label}) and keeps it for itself: ${new Set([repeat, ...others].map(({ second }) => second.part)).size} handlers behind it load the same row again`,
        why: 'Every request pays for the second answer with a round trip and a connection, and the two may differ. Leave the row on the request, and take it from there.',
        trace: [...stepsOf(access, 'first'), ...[repeat, ...others].slice(0, MOST_SHOWN).flatMap(({ second }) => second.access.calls.slice(0, 1).map((again) => ({ file: again.unit.file, node: again.node, label: `${second.part.name} loads it again` })))],
        fixes: [passOn(repeat)],
        confidence: confidenceOf(repeat),
      })
    }
    for (const [repeat, ...others] of single) {
      const [first, second] = repeat.at
      const shared = others.length > 0 ? repeat.second.access.calls.at(-2) : undefined
      report({
        at: shared ? { file: shared.unit.file, node: shared.node } : repeat.unit ? { file: first.unit.file, node: first.node.pos < second.node.pos ? first.node : second.node, until: first.node.pos < second.node.pos ? second.node : first.node } : { file: second.unit.file, node: second.node },
        message: messageOf(repeat, others.length),
        why: 'Every request pays for the second answer with a round trip and a connection, and the two may differ. Load the row once and pass it on.',
        trace: [...stepsOf(repeat.first.access, 'first'), ...stepsOf(repeat.second.access, 'again').slice(sharedCalls(repeat))],
        fixes: [passOn(repeat)],
        confidence: repeat.isLookedAtBefore ? 'low' : confidenceOf(repeat),
      })
    }
    const slow = new Set((options.slowTables as readonly string[]).map((name) => name.toLowerCase()))
    for (const { access, unit, scope, entries, isNarrowed, what, isNamed } of everyRequest(model, slow)) {
      const [call] = access.calls
      if (!call) continue
      const { operation } = access
      report({
        at: { file: call.unit.file, node: call.node },
        message: `${unit.name} reads ${what} with ${operation.label} on every request of ${entries.length > 1 ? `${entries.length} entry points` : entries[0] ? requestName(entries[0]) : 'the application'}, with no cache between`,
        why: 'What changes a few times a day is read thousands of times, in front of everything else the request does. Keep it in memory or a cache for a short time, and drop it where it is written.',
        trace: stepsOf(access, 'reads'),
        fixes: [cacheAside(operation, what, model)],
        confidence: isNamed ? 'low' : operation.confidence === 'medium' || isNarrowed || (entries.length < 3 && scope === 'route') ? 'medium' : 'high',
      })
    }
  },
})

/** Handlers that load again what one guard has loaded, from which on it is the guard's mistake. */
const MANY = 3
/** Of these that are shown. */
const MOST_SHOWN = 6

type Cause = readonly [Repeat, ...Repeat[]]

/** Where many entry points come to the same function, and that function reads again, it is one mistake; so is a guard that keeps a row from many handlers. */
function byCause(model: Model): { readonly single: readonly Cause[]; readonly notKept: readonly Cause[] } {
  const causes = new Map<string, [Repeat, ...Repeat[]]>()
  for (const repeat of repeats(model)) {
    const asking = repeat.second.access.calls.at(-2)
    const key = asking ? `${repeat.first.access.operation.id} ${repeat.second.access.operation.id} ${asking.unit.id}` : `${causes.size}`
    const known = causes.get(key)
    // The cause is told as surely as at the entry point where it is felt most.
    if (known && confidenceOf(known[0]) === 'low' && confidenceOf(repeat) !== 'low') known.unshift(repeat)
    else if (known) known.push(repeat)
    else causes.set(key, [repeat])
  }
  const guards = new Map<string, [Repeat, ...Repeat[]]>()
  const keyOf = ({ first, second }: Repeat) => (first.part === second.part ? undefined : `${first.part.id} ${first.access.operation.id} ${first.access.calls.map(({ node }) => node.pos).join()}`)
  for (const [repeat] of causes.values()) {
    const key = confidenceOf(repeat) === 'low' ? undefined : keyOf(repeat)
    if (key === undefined) continue
    const known = guards.get(key)
    if (known) known.push(repeat)
    else guards.set(key, [repeat])
  }
  const notKept = [...guards.values()].filter((list) => new Set(list.map(({ second }) => second.part)).size >= MANY)
  const told = new Set(notKept.flat())
  // `show` loads and calls `take`, `take` loads and calls `make`, `make` loads: the row that `take` has is passed on to it, too.
  const passing = new Set([...causes.values()].flatMap(([repeat]) => (confidenceOf(repeat) === 'low' ? [] : [askedAt(repeat.first.access)])))
  const isPassing = ({ first, second }: Repeat) => askedAt(first.access)?.unit !== askedAt(second.access)?.unit && passing.has(askedAt(second.access))
  return { single: [...causes.values()].filter(([repeat]) => !told.has(repeat) && !isPassing(repeat)), notKept }
}

/** The call that asks for a row: that of the query, or of the function around it that only asks. */
function askedAt({ calls }: RowAccess): Call | undefined {
  return calls.at(-2) ?? calls.at(-1)
}

/** Kinds of data that change seldom, by the last word of a table or relation. */
const SLOW = /(?:^|[a-z_])(?:settings?|permissions?|roles?|plans?|flags?|features?|toggles?|config(?:uration)?s?|polic(?:y|ies)|tiers?|pricing)$/i

/** Of these, what many rows share. */
const SHARED = /^(?:\w*permissions|roles?|plan|plans|featureflags|features|policies)$/i

interface Wasted {
  readonly access: RowAccess
  readonly unit: Unit
  readonly scope: Middleware['scope']
  readonly entries: readonly EntryPoint[]
  /** It stands in front of more, and leaves before it reads. */
  readonly isNarrowed: boolean
  /** What is read, for people: `settings`, `role with its permissions`. */
  readonly what: string
  /** It is the row that the path names. */
  readonly isNamed: boolean
}

/** Reads of slow-changing data by middleware and by what makes a context, each once. */
function* everyRequest(model: Model, slow: ReadonlySet<string>): Generator<Wasted> {
  const uses = new Map<Unit, { scope: Middleware['scope']; entries: EntryPoint[] }>()
  for (const entry of model.entryPoints)
    for (const middleware of entry.middleware)
      for (const unit of middleware.units) {
        const known = uses.get(unit)
        if (known) known.entries.push(entry)
        else uses.set(unit, { scope: middleware.scope, entries: [entry] })
      }
  for (const { unit, serves } of model.contexts) {
    const entries = model.entryPoints.filter(({ kind }) => kind === serves)
    if (entries.length > 0) uses.set(unit, { scope: 'application', entries })
  }
  const told = new Set<Operation>()
  for (const [unit, { scope, entries }] of uses) {
    // What stands on one route is part of that route.
    if (scope === 'route' && entries.length < 2) continue
    for (const access of model.rows.accessesOf(unit)) {
      const { operation } = access
      if (told.has(operation) || operation.kind !== 'query' || operation.access !== 'read' || operation.locks || operation.isCached || access.isMemoized || !access.isSure || isImpossible(access.calls)) continue
      const what = slowData(operation, slow)
      if (what === undefined || isWritten(operation, unit, model) || access.calls.some((call) => isRemembered(call.unit, call.node.pos, model) || isKept(call))) continue
      const [first] = access.calls
      const reaching = first ? entriesReaching(first, entries, model) : entries
      if (reaching.every((entry) => isLeftBefore(access, unit, entry) || isChanged(operation, entry, model))) continue
      told.add(operation)
      yield { access, unit, scope, entries: reaching, isNarrowed: reaching.length < entries.length, what, isNamed: isNamedByRequest(access, model) }
    }
  }
}

function slowData(operation: Operation, slow: ReadonlySet<string>): string | undefined {
  const { table } = operation
  if (table !== undefined && (SLOW.test(table) || slow.has(table))) return table
  // The settings of a user belong to the user; what a role may do does not.
  const relation = operation.include.flatMap((one) => [...relationsText(one).matchAll(/\b([A-Za-z_]\w*)/g)].map(([name]) => name)).find((name) => SHARED.test(name))
  return relation === undefined ? undefined : `${table ?? 'a row'} with its ${relation}`
}

/** What is included, without the columns that are chosen of it. */
function relationsText(include: ts.Expression): string {
  return include.getText().replace(/\b(?:columns|select|attributes)\s*:\s*(?:\{[^{}]*\}|\[[^\]]*\])/g, '')
}

/** `response.locals.settings ?? (await readSettings())`, behind what leaves the settings there. */
function isLeftBefore({ calls }: RowAccess, unit: Unit, { middleware }: EntryPoint): boolean {
  const before = middleware.slice(0, middleware.findIndex(({ units }) => units.includes(unit))).flatMap(({ units }) => units)
  return calls.some(({ node, unit: own }) => {
    const given = givenInstead(node, own)
    const member = given && ts.isPropertyAccessExpression(given) ? given.name.text : undefined
    return member !== undefined && before.some(({ node: setter }) => ts.isFunctionLike(setter) && 'body' in setter && setter.body && ts.isBlock(setter.body) && setter.body.statements.some((statement) => ts.isExpressionStatement(statement) && isSetting(statement.expression, member)))
  })
}

/** `response.locals.settings = settings` */
function isSetting(expression: ts.Expression, member: string): boolean {
  return ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(expression.left) && expression.left.name.text === member
}

/** What is behind it changes rows of the very table. */
function isChanged({ table }: Operation, { handler }: EntryPoint, model: Model): boolean {
  return table !== undefined && model.rows.accessesOf(handler).some(({ operation: { kind, access, table: other } }) => kind === 'query' && other === table && (access === 'write' || access === 'delete'))
}

/** The key of the row itself, and not of whom it belongs to. */
const OWN_KEY = /^_?(?:id|uuid|guid|slug|key|code|token)$/

/** The path names the row: there are many of them, and who asks for one may not be given an old one. The settings of a shop are another thing. */
function isNamedByRequest(access: RowAccess, model: Model): boolean {
  const key = access.operation.arity === 'one' ? model.rows.keyOf(access.operation) : undefined
  return key !== undefined && [...key.columns].some(([column, text]) => OWN_KEY.test(column) && access.lift(text).includes('$request.params'))
}

/** The same unit writes the table: it is not only looked up there. */
function isWritten(operation: Operation, unit: Unit, model: Model): boolean {
  return model.rows.accessesOf(unit).some((access) => access.operation.table === operation.table && access.operation.access !== 'read' && access.operation.access !== 'aggregate')
}

function isRemembered(unit: Unit, before: number, model: Model): boolean {
  if (/cache|memo/i.test(unit.name) || /cache/i.test(unit.classNode?.name?.text ?? '')) return true
  if (unit.calls.some((other) => other.node.pos < before && (model.operationOf(other)?.kind === 'cache-read' || /^(?:has|get)$/.test(other.name) && /cache|memo|store/i.test(other.node.getText().slice(0, 60))))) return true
  const code = unit.node.getText().replace(/\/\/.*|\/\*[^]*?\*\//g, '')
  return /cache|memo|loadedAt|expiresAt|\bttl/i.test(code)
}

/** `if (!banner || banner.at < now) { ... banner = { at: now, row } }`: asked for only when what outlives the call does not hold it. */
function isKept({ node, unit }: Call): boolean {
  const code = unit.node.getText()
  for (let at: ts.Node = node; at.parent && at !== unit.node; at = at.parent) {
    const { parent } = at
    if (ts.isBinaryExpression(parent) && parent.right === at && /^(?:\?\?|\|\|)=$/.test(parent.operatorToken.getText()) && outlives(parent.left.getText(), code)) return true
    if (!ts.isIfStatement(parent) || parent.expression === at) continue
    for (const [name] of parent.expression.getText().matchAll(/(?:this\.)?[\w$]+/g)) if (outlives(name, code) && new RegExp(String.raw`(?<![\w$.])${name.replaceAll('$', String.raw`\$`)}\s*=[^=>]`).test(code)) return true
  }
  return false
}

/** A member of the object, or a variable that is declared outside of the function. */
function outlives(name: string, code: string): boolean {
  return name.startsWith('this.') || (/^[\w$]+$/.test(name) && !new RegExp(String.raw`(?:const|let|var)\s+(?:\{[^}]*|\[[^\]]*)?${name.replaceAll('$', String.raw`\$`)}\b|[(,]\s*${name.replaceAll('$', String.raw`\$`)}\s*[:,)=]`).test(code))
}

function messageOf({ first, second, entry, key, ownKey, unit, times, isForEach }: Repeat, others: number): string {
  const { operation } = second.access
  // The same row, found in two ways.
  const asked = [...new Set([readable(key), readable(ownKey)])].filter((columns) => columns !== '').join(' and by ')
  const where = unit ? `${unit.name} loads` : `${second.part.name} loads`
  const again = unit ? (isForEach ? 'once, and again for each item of a list' : times > 2 ? `${times} times` : 'twice') : `again, after ${first.part.name} did`
  const labels = [...new Set([first.access.operation.label, operation.label])].join(', ')
  return `${where} ${operation.table ?? 'a row'}${asked ? ` by ${asked}` : ''} ${again} (${labels}) in one run of ${requestName(entry, second.access.calls[0]?.node)}${others > 0 ? ` and ${others} more entry point${others > 1 ? 's' : ''}` : ''}`
}

/** The columns of a key. */
function readable(key: string): string {
  return key.split('&').map((part) => part.split('=')[0] ?? '').filter((name) => /^\w+$/.test(name)).join(', ')
}

/** How many calls lead to both queries: they are told once. */
function sharedCalls({ first, second }: Repeat): number {
  const parting = second.access.calls.findIndex((call, index) => call !== first.access.calls[index])
  return first.part === second.part && parting > 0 ? parting : 0
}

function stepsOf({ calls, operation }: RowAccess, word: string): Step[] {
  return calls.map((call, index) => ({ file: call.unit.file, node: call.node, label: index === calls.length - 1 ? `${word}: ${operation.label}` : call.name }))
}

function confidenceOf({ first, second, isSameSelection, isAdjacent, isConditional, isHardlyWorth }: Repeat): Confidence {
  const operations = [first.access.operation, second.access.operation]
  if ((!isSameSelection && !isAdjacent) || isHardlyWorth) return 'low'
  return !isSameSelection || isConditional || operations.some(({ confidence, access }) => confidence === 'medium' || access === 'aggregate') ? 'medium' : 'high'
}

function passOn({ first, second, at, unit }: Repeat): Fix {
  const table = second.access.operation.table ?? 'row'
  const name = table.replace(/[^\w]/g, '').replace(/s$/, '')
  const [one, other] = at
  const code = unit
    ? [`const ${name} = await ${one.node.getText().split('\n')[0]}`, other === second.access.calls.at(-1) ? `// use ${name} instead of the second query` : `${other.node.getText().replace(/\([^]*$/, '')}(..., ${name})  // takes the row instead of its id`]
    : [`// in ${first.part.name}`, `request.${name} = ${name}`, `// in ${second.part.name}`, `const { ${name} } = request`]
  return { kind: 'recipe', title: `Load ${table} once and pass it on.`, edits: [], code: code.join('\n') }
}

function cacheAside(operation: Operation, what: string, model: Model): Fix {
  const writers = model.operations.filter((other) => other.kind === 'query' && (other.access === 'write' || other.access === 'delete') && other.table !== undefined && other.table === operation.table)
  const names = [...new Set(writers.map((other) => other.unit.name))].slice(0, 4)
  const key = JSON.stringify(operation.table ?? what)
  return {
    kind: 'recipe',
    title: `Cache ${what} for a short time, and drop it where it is written.`,
    edits: [],
    code: [`const cached = await cache.get(${key})`, 'if (cached) return cached', `const rows = await ${operation.label}(...)`, `await cache.set(${key}, rows, { ttl: 60 })`, ...(names.length > 0 ? [`// after the writes in ${names.join(', ')}: await cache.del(${key})`] : [])].join('\n'),
  }
}
