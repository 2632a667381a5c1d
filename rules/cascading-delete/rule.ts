import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix, Severity } from '../../src/findings/finding.js'
import { Cascades, softDeleteColumn, type CascadeEdge } from '../../src/model/deletions.js'
import type { Model, Operation, Table } from '../../src/model/types.js'
import { Removals } from './removals.js'

export default defineRule({
  id: 'cascading-delete',
  severity: 'critical',
  title: 'Deleting one row takes an unbounded number of others with it.',
  category: 'sharp-edge',
  topic: 'architecture',
  handoff: 'backend',
  check({ model, report }) {
    const cascades = new Cascades(model)
    const told = new Set<Table>()
    const shapes = new Set<string>()
    let loud = 0
    for (const root of rootsOf(cascades, model)) {
      const { chain, severity } = root
      const first = chain[0]
      if (!first || !SURFACES.has(first.relation.place.file.surface)) continue
      // Part of a chain that was drawn.
      if (told.has(root.table) && root.growing.every((table) => told.has(table))) continue
      // One schema written for two databases.
      const shape = `${first.relation.place.file.package.directory} ${root.table.label} ${root.reached.map(({ label }) => label).sort().join()}`
      if (shapes.has(shape)) continue
      shapes.add(shape)
      const { confidence } = root
      // A schema that cascades everywhere does so on purpose: the worst are told, the rest is there for who asks.
      const isLoud = confidence !== 'low' && loud < MOST_LOUD
      if (isLoud) {
        loud++
        for (const table of [root.table, ...root.reached]) told.add(table)
      }
      report({
        at: first.relation.place,
        message: messageOf(root),
        why:
          root.kind === 'unbounded'
            ? `How many rows go is decided by the data: one delete locks and removes all of them in one transaction, replicas fall behind, requests wait, and nothing brings the rows back. Restrict the delete, mark the ${root.table.label} as deleted, and remove what belongs to it in batches.`
            : 'The rows belong to their parent and are few, so this is often wanted. Where they are needed afterwards (for accounts, for support), restrict the delete instead.',
        trace: root.removals.slice(0, 3).map((operation) => ({ file: operation.unit.file, node: operation.call.node, label: `deletes ${root.table.label}: ${operation.label}` })),
        fixes: [recipeFor(root)],
        severity,
        confidence: isLoud ? confidence : 'low',
        identity: chain.map((edge) => edge.child.name).join(' '),
      })
    }
  },
})

/** Findings of a workspace above low confidence. */
const MOST_LOUD = 5
const SURFACES = new Set(['production', 'migration'])

/** What everything else belongs to. */
const ROOT = /^(?:app_?)?(?:user|account|organi[sz]ation|org|tenant|workspace|project|customer|client|team|company|companies|member|person|people|store|shop|merchant|vendor|seller|buyer|site|website|app|application|environment|space|school|patient|employee|author|group|community|communities|publication|channel|guest|student|learner|driver|rider|host|supplier|agency|agencies|clinic|hotel|restaurant|subscriber)s?$/i
/** Tables that get rows as long as the system runs. */
const GROWS =
  /(?:events?|messages?|logs?|orders?|transactions?|payments?|charges?|refunds?|invoices?|notifications?|activit(?:y|ies)|audits?|comments?|repl(?:y|ies)|posts?|articles?|documents?|files?|uploads?|attachments?|notes?|tasks?|issues?|tickets?|visits?|page_?views?|impressions?|clicks?|views?|metrics?|measurements?|readings?|histor(?:y|ies)|entr(?:y|ies)|records?|requests?|jobs?|runs?|executions?|deliver(?:y|ies)|attempts?|e?mails?|chats?|threads?|conversations?|reactions?|likes?|votes?|reviews?|ratings?|bookings?|reservations?|shipments?|trades?|ledgers?|submissions?|responses?|revisions?|snapshots?|reports?|alerts?|incidents?|deployments?|statistics?|stats?|books?|photos?|links?|donations?|deposits?|withdrawals?|purchases?|sales|expenses?|transfers?|movements?|scans?|check_?ins?|appointments?|stays?|loans?|enroll?ments?|rides?|trips?|bids?|answers?|searches|listings?)$/i
/** Growing where the whole name says so; `ProjectUser` is who belongs to a project. */
const GROWS_ALONE = /^(?:users?|customers?|contacts?|subscribers?|leads?|employees?|products?)$/i
/** Few rows that are part of their parent. */
const VALUE =
  /(?:settings?|preferences?|config\w*|profiles?|sessions?|tokens?|keys?|secrets?|credentials?|passwords?|otps?|codes?|passkeys?|authenticators?|lines?|items?|address(?:es)?|avatars?|accounts?|identit(?:y|ies)|providers?|permissions?|roles?|memberships?|members?|invites?|invitations?|devices?|tags?|labels?|options?|variants?|prices?|translations?|meta(?:data)?|details?|limits?|quotas?|steps?|fields?|columns?|choices?|domains?|integrations?|images?|follow(?:er|ing)?s?|favou?rites?|bookmarks?|stars?|blocks?|watch\w*|subscriptions?|overrides?|flags?|cache|locks?)$/i
/** Roots that are one person. */
const PERSON = /^(?:app_?)?(?:user|account|customer|client|member|person|people|subscriber|seller|buyer|patient|employee|author|guest|student|learner|driver|rider|host)s?$/i
/** Who paid, did or achieved what: kept for accounts, for proof, for the other side. */
const RECORD = /(?:orders?|transactions?|payments?|charges?|refunds?|invoices?|purchases?|sales|donations?|deposits?|withdrawals?|transfers?|ledgers?|trades?|bookings?|reservations?|appointments?|shipments?|audits?|audit_?(?:logs?|events?|entr(?:y|ies)|records?)|enroll?ments?|grades?|results?|submissions?|attempts?)$/i
/** What a person gives to others to read. */
const PUBLISHED = /(?:posts?|articles?|comments?|repl(?:y|ies)|answers?|reviews?|listings?|tickets?|issues?|messages?)$/i
/** What tells somebody something, and what a person did without leaving anything to others. */
const NOTICE = /(?:notifications?|alerts?)$/i
const FOOTPRINT = /(?:visits?|page_?views?|views?|impressions?|clicks?|searches|reactions?|likes?|votes?|activit(?:y|ies)|stats?|statistics?|metrics?|snapshots?|e?mails?)$/i
/** How somebody's own account was used and changed. */
const OF_ACCOUNT = /(?:security|log_?in|sign_?in)_?(?:audit_?)?(?:logs?|events?|entr(?:y|ies)|records?|histor(?:y|ies)|activit(?:y|ies)|attempts?)$/i
const BOOKKEEPING = /(?:^|_)id$|Id$|_at$|At$|^created|^updated|role|position|order|sort|rank|index/i

/** Whose rows everything belongs to. */
type Kind = 'person' | 'group'
type Growth = 'growing' | 'other' | 'value' | 'join'

interface Root {
  readonly table: Table
  readonly chain: readonly CascadeEdge[]
  readonly reached: readonly Table[]
  readonly growing: readonly Table[]
  readonly kind: 'unbounded' | 'owned'
  readonly removals: readonly Operation[]
  readonly severity: Severity
  readonly confidence: Confidence
}

/** Tables from which rows go, the worst first. */
function rootsOf(cascades: Cascades, model: Model): Root[] {
  if (cascades.edges.length === 0) return []
  const removals = new Removals(model, cascades)
  return cascades.parents
    .filter((table) => cascades.baseOf(table) === undefined && (!cascades.hasParent(table) || kindOf(table, cascades) !== undefined))
    .flatMap((table) => rootAt(table, cascades, model, removals) ?? [])
    .map((root) => ({ root, weight: (root.kind === 'unbounded' ? 1000 : 0) + (root.confidence === 'low' ? 0 : 500) + (kindOf(root.table, cascades) === undefined ? 0 : 200) + root.growing.length * 10 + root.reached.length }))
    .sort((left, right) => right.weight - left.weight || (left.root.table.name < right.root.table.name ? -1 : 1))
    .map(({ root }) => root)
}

/** What goes with a row of a table. */
interface Spread {
  readonly chain: readonly CascadeEdge[]
  readonly reached: readonly Table[]
  /** Those that get rows as long as the system runs, first those whose rows others need. */
  readonly growing: readonly Table[]
  readonly needed: readonly Table[]
  readonly kind: Kind | undefined
  readonly isUnbounded: boolean
}

function spreadOf(table: Table, cascades: Cascades, model: Model, without: ReadonlySet<Table>): Spread | undefined {
  const { reached } = cascades.treeOf(table, without)
  const growths = new Map<Table, Growth>(reached.map(({ table: child, path }) => [child, growthOf(child, path.at(-1), model)]))
  const grows = reached.filter(({ table: child }) => growths.get(child) === 'growing' && cascades.baseOf(child) !== table).map(({ table: child }) => child)
  if (reached.every(({ table: child }) => growths.get(child) === 'join')) return undefined
  const kind = kindOf(table, cascades)
  const needed = grows.filter((child) => isNeeded(child, table, kind, model))
  const growing = [...needed, ...grows.filter((child) => !needed.includes(child))]
  // A row that shares its parent's key is part of it: what hangs on one hangs on the other.
  const deep = reached.some(({ table: child, path }) => path.filter((edge) => cascades.baseOf(edge.child) !== edge.parent).length > 1 && ['growing', 'other'].includes(growths.get(child) ?? ''))
  const isUnbounded = deep || (kind !== undefined && growing.length > 0)
  const chain = cascades.longestFrom(table, (child) => (needed.includes(child) ? NEEDED : WEIGHT[growths.get(child) ?? 'join']), without)
  const shown = isUnbounded ? untilLast(chain, (edge) => growths.get(edge.child) === 'growing' || growths.get(edge.child) === 'other') : untilLast(chain, (edge) => growths.get(edge.child) !== 'join')
  return { chain: shown, reached: reached.map(({ table: child }) => child), growing, needed, kind, isUnbounded }
}

function rootAt(table: Table, cascades: Cascades, model: Model, removals: Removals): Root | undefined {
  const whole = spreadOf(table, cascades, model, new Set())
  if (!whole) return undefined
  const all = removals.of(table)
  const harmful = all.filter((removal) => !removals.isHarmless(removal, table))
  const [first, ...others] = harmful.map((removal) => removals.emptiedBefore(removal, table, whole.reached))
  const emptied = new Set([...(first ?? [])].filter((child) => others.every((tables) => tables.has(child))))
  const left = emptied.size === 0 ? whole : spreadOf(table, cascades, model, emptied)
  // What is left to the cascade is told; where the code has seen to what matters, all of it, for who asks.
  const isLeft = left !== undefined && (left.isUnbounded || !whole.isUnbounded) && !(whole.growing.some((child) => emptied.has(child)) && isRest(left))
  const spread = isLeft ? left : whole
  const { chain, reached, growing, isUnbounded } = spread
  const grows = (other: Table): boolean => growthOf(other, undefined, model) === 'growing'
  const passed = [table, ...chain.map(({ child }) => child)]
  const isLow = all.length === 0
    ? removals.isMarked(table) || removals.isLeftToIdleCode(table) || removals.isChanged(table) || isKept(table, reached, cascades) || isHeldBack(reached, model)
    : harmful.length === 0 || !isLeft || harmful.every((removal) => removals.isHeld(removal, passed, whole.reached, grows))
  return {
    table,
    chain,
    reached,
    growing,
    kind: isUnbounded ? 'unbounded' : 'owned',
    removals: harmful.length > 0 ? harmful : all,
    severity: isUnbounded ? (growing.length > 0 ? 'critical' : 'high') : 'low',
    confidence: isLow ? 'low' : confidenceOf(table, spread, harmful, model),
  }
}

/** Where the code has taken rows itself: what hangs on the root alone, and is no record of who paid or achieved what. */
function isRest({ chain, growing }: Spread): boolean {
  return chain.length <= 1 && !growing.some((child) => RECORD.test(plain(child)))
}

const WEIGHT: Readonly<Record<Growth, number>> = { growing: 10, other: 4, value: 1, join: 0 }
/** Rows that others need are worth more than all that stands between. */
const NEEDED = 40

function confidenceOf(table: Table, { isUnbounded, growing, needed, kind }: Spread, removals: readonly Operation[], model: Model): Confidence {
  const isRoot = kind !== undefined
  // Settings that something else points at are deleted with it, if ever.
  if (!isUnbounded || (!isRoot && (growing.length === 0 || VALUE.test(plain(table))))) return 'low'
  // Whoever closes an account wants what is theirs alone to go with it, and what was told of something goes with that.
  if (needed.length === 0) return 'low'
  // What nothing deletes is deleted by hand, if ever; whose rows everything belongs to, by request.
  if (removals.length === 0) return isRoot && softDeleteColumn(table) === undefined ? 'medium' : 'low'
  return growing.length > 0 && removals.some(({ confidence, unit }) => confidence === 'high' && model.entryPointsOf(unit).length > 0) ? 'high' : 'medium'
}

/**
 * Others than its parent need a row: it belongs to all in a group, says who paid or achieved what, is there for others to
 * read, or stands between the parent and something that belongs to others (a document of a team, an entry in somebody's log).
 */
function isNeeded(child: Table, root: Table, kind: Kind | undefined, model: Model): boolean {
  const name = plain(child)
  if (NOTICE.test(name) || (kind === 'person' && OF_ACCOUNT.test(name) && isOwn(child, root))) return false
  if (kind === 'group' || RECORD.test(name)) return true
  if (FOOTPRINT.test(name)) return false
  const others = child.relations.flatMap(({ holdsKey, target }) => (holdsKey && target !== root.name && target !== root.databaseName ? (model.table(target) ?? []) : []))
  if (others.some((other) => other !== child && !VALUE.test(plain(other)) && !isOwn(other, root))) return true
  // What hangs on something of its own (the messages of a person's own chat) is nobody else's.
  return PUBLISHED.test(name) && others.every((other) => PUBLISHED.test(plain(other)))
}

/** Whether what everything belongs to is one person, or shared by several; the rows of such a table may stand in two. */
function kindOf(table: Table, cascades: Cascades): Kind | undefined {
  const parts = cascades.childrenOf(table).flatMap(({ child }) => (cascades.baseOf(child) === table ? [child] : []))
  const names = [table, ...parts].map(plain).filter((name) => ROOT.test(name))
  if (names.length === 0) return undefined
  return names.some((name) => PERSON.test(name)) ? 'person' : 'group'
}

/** Its rows belong to the root, and to nobody else. */
function isOwn(table: Table, root: Table): boolean {
  const owners = table.relations.filter(({ holdsKey }) => holdsKey)
  return owners.length > 0 && owners.every(({ target }) => target === root.name || target === root.databaseName)
}

/**
 * A row that refers to one of these keeps it, and with it all that stand above, from being deleted: somebody has thought of
 * it. What only keeps the root is taken away first by whoever deletes it.
 */
function isHeldBack(tables: readonly Table[], model: Model): boolean {
  const names = new Set(tables.flatMap(({ name, databaseName }) => [name, databaseName]))
  return model.tables.some(({ relations }) => relations.some(({ holdsKey, onDelete, target, place }) => holdsKey && onDelete === 'restrict' && names.has(target) && /restrict/i.test(place.file.text().slice(place.start, place.end))))
}

/** Rows that stay refer to the root and keep it from being deleted, and no code takes them away first, for none deletes the root. */
function isKept(table: Table, reached: readonly Table[], cascades: Cascades): boolean {
  return cascades.holdersOf(table).some((holder) => !reached.includes(holder))
}

/** The chain without what hangs behind the last table that matters. */
function untilLast(chain: readonly CascadeEdge[], matters: (edge: CascadeEdge) => boolean): readonly CascadeEdge[] {
  const last = chain.findLastIndex(matters)
  return last < 0 ? chain.slice(0, 1) : chain.slice(0, last + 1)
}

function growthOf(table: Table, edge: CascadeEdge | undefined, model: Model): Growth {
  const size = model.tableSize(table.name)
  if (size === 'huge') return 'growing'
  if (size === 'small') return 'value'
  const name = plain(table)
  const keys = table.relations.filter((relation) => relation.holdsKey)
  const own = table.columns.filter(({ name: column }) => !BOOKKEEPING.test(column))
  if (keys.length >= 2 && own.length === 0 && !/(?:reaction|like|vote)s?$/i.test(name)) return 'join'
  // Which rows of one table belong together: followers, links between products.
  if (keys.length >= 2 && new Set(keys.map(({ target }) => target)).size === 1 && !/(?:reaction|like|vote|message|transfer)s?$/i.test(name)) return 'join'
  const isOnlyChild = edge !== undefined && edge.parent.relations.some((relation) => !relation.holdsKey && !relation.many && [table.name, table.databaseName].includes(relation.target))
  if (isOnlyChild || VALUE.test(name)) return 'value'
  if (GROWS.test(name) || GROWS_ALONE.test(name)) return 'growing'
  return keys.length >= 2 && own.length <= 1 ? 'join' : 'other'
}

function plain(table: Table): string {
  return table.label.replace(/(?:entity|model|table)$/i, '')
}

function messageOf({ table, chain, reached, growing, kind }: Root): string {
  const drawn = [table, ...chain.map((edge) => edge.child)].map(({ label }) => label).join(' -> ')
  if (kind === 'owned') return `Deleting one ${table.label} deletes its ${chain[0]?.child.label ?? ''} rows: ${drawn}`
  const passed = new Set(chain.map((edge) => edge.child))
  const rest = growing.filter((child) => !passed.has(child)).map(({ label }) => label)
  const also = rest.length === 0 ? '' : `, and ${list(rest)}`
  const count = reached.length > passed.size + rest.length ? ` (${reached.length} tables in all)` : ''
  return `Deleting one ${table.label} deletes every row that hangs on it, however many there are: ${drawn}${also}${count}`
}

function list(names: readonly string[]): string {
  if (names.length > 4) return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

function recipeFor({ table, chain, kind }: Root): Fix {
  const first = chain[0]
  const { file, start, end } = first?.relation.place ?? table.place
  const declared = file.text().slice(start, end).replace(/\s+/g, ' ')
  const restricted = declared
    .replace(/\/\/.*$/, '')
    .trim()
    .replace(/\bon delete cascade\b/i, 'ON DELETE RESTRICT')
    .replace(/((?:onDelete|deleteRule)['"]?\s*[:(]\s*['"]?)cascade/i, (_, head: string) => `${head}${/['"]$/.test(head) ? (/CASCADE/.test(declared) ? 'RESTRICT' : 'restrict') : 'Restrict'}`)
  const leavesFirst = chain.map((edge) => edge.child.label).reverse()
  const column = softDeleteColumn(table) ?? 'deletedAt'
  const lines = restricted === declared ? [`// take the cascade from ${table.label} to ${first?.child.label ?? ''} away`] : [restricted]
  if (kind === 'unbounded')
    lines.push(
      '',
      `// a ${table.label} is marked, and reads leave marked ones out`,
      `${table.label}.${column} = now`,
      '',
      '// a job removes what belonged to it, the leaves first, a thousand rows a statement',
      ...leavesFirst.map((label) => `while (deleteUpTo(1000, ${label}, ofDeleted${table.label}) === 1000) {}`),
      `delete ${table.label}`,
    )
  return { kind: 'recipe', title: kind === 'unbounded' ? `Restrict deletes of ${table.label}, mark it as deleted, and remove ${list(leavesFirst)} in batches.` : `Restrict deletes of ${table.label} where its ${leavesFirst[0] ?? 'rows'} must stay.`, edits: [], code: lines.join('\n') }
}
