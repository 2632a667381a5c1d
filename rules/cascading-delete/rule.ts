import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix, Severity } from '../../src/findings/finding.js'
import { Cascades, removesRows, softDeleteColumn, type CascadeEdge } from '../../src/model/deletions.js'
import type { Model, Operation, Table } from '../../src/model/types.js'

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
const BOOKKEEPING = /(?:^|_)id$|Id$|_at$|At$|^created|^updated|role|position|order|sort|rank|index/i

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
  const removals = removalsOf(model)
  return cascades.parents
    .filter((table) => !cascades.hasParent(table) || ROOT.test(plain(table)))
    .flatMap((table) => rootAt(table, cascades, model, removals.get(table) ?? []) ?? [])
    .map((root) => ({ root, weight: (root.kind === 'unbounded' ? 1000 : 0) + (root.confidence === 'low' ? 0 : 500) + (ROOT.test(plain(root.table)) ? 200 : 0) + root.growing.length * 10 + root.reached.length }))
    .sort((left, right) => right.weight - left.weight || (left.root.table.name < right.root.table.name ? -1 : 1))
    .map(({ root }) => root)
}

function rootAt(table: Table, cascades: Cascades, model: Model, removals: readonly Operation[]): Root | undefined {
  const { reached } = cascades.treeOf(table)
  const growths = new Map<Table, Growth>(reached.map(({ table: child, path }) => [child, growthOf(child, path.at(-1), model)]))
  const growing = reached.filter(({ table: child }) => growths.get(child) === 'growing').map(({ table: child }) => child)
  const others = reached.filter(({ table: child }) => growths.get(child) !== 'join')
  if (others.length === 0) return undefined
  const isRoot = ROOT.test(plain(table))
  const deep = reached.filter(({ table: child, path }) => path.length > 1 && ['growing', 'other'].includes(growths.get(child) ?? ''))
  const isUnbounded = deep.length > 0 || (isRoot && growing.length > 0)
  const chain = cascades.longestFrom(table, (child) => WEIGHT[growths.get(child) ?? 'join'])
  const shown = isUnbounded ? untilLast(chain, (edge) => growths.get(edge.child) === 'growing' || growths.get(edge.child) === 'other') : untilLast(chain, (edge) => growths.get(edge.child) !== 'join')
  return {
    table,
    chain: shown,
    reached: reached.map(({ table: child }) => child),
    growing,
    kind: isUnbounded ? 'unbounded' : 'owned',
    removals,
    severity: isUnbounded ? (growing.length > 0 ? 'critical' : 'high') : 'low',
    confidence: (removals.length === 0 ? isKept(table, model) || isHeldBack(reached.map(({ table: child }) => child), model) : isEmptiedBefore(shown[0], removals, model)) ? 'low' : confidenceOf(table, { isUnbounded, isRoot, growing }, removals, model),
  }
}

const WEIGHT: Readonly<Record<Growth, number>> = { growing: 10, other: 4, value: 1, join: 0 }

function confidenceOf(table: Table, { isUnbounded, isRoot, growing }: { isUnbounded: boolean; isRoot: boolean; growing: readonly Table[] }, removals: readonly Operation[], model: Model): Confidence {
  // Settings that something else points at are deleted with it, if ever.
  if (!isUnbounded || (!isRoot && (growing.length === 0 || VALUE.test(plain(table))))) return 'low'
  // What nothing deletes is deleted by hand, if ever; whose rows everything belongs to, by request.
  if (removals.length === 0) return isRoot && softDeleteColumn(table) === undefined ? 'medium' : 'low'
  return growing.length > 0 && removals.some(({ confidence, unit }) => confidence === 'high' && model.entryPointsOf(unit).length > 0) ? 'high' : 'medium'
}

/**
 * A row that refers to one of these keeps it, and with it all that stand above, from being deleted: somebody has thought of
 * it. What only keeps the root is taken away first by whoever deletes it.
 */
function isHeldBack(tables: readonly Table[], model: Model): boolean {
  const names = new Set(tables.flatMap(({ name, databaseName }) => [name, databaseName]))
  return model.tables.some(({ relations }) => relations.some(({ holdsKey, onDelete, target, place }) => holdsKey && onDelete === 'restrict' && names.has(target) && /restrict/i.test(place.file.text().slice(place.start, place.end))))
}

/** Whoever deletes the root deletes the rows of the first table of the chain itself, before: nothing is left to the cascade. */
function isEmptiedBefore(edge: CascadeEdge | undefined, removals: readonly Operation[], model: Model): boolean {
  return edge !== undefined && removals.every(({ unit, node }) => model.operations.some((other) => other.unit === unit && other.node.end <= node.pos && other.kind === 'query' && other.access === 'delete' && other.declaredTable === edge.child))
}

/** Rows that refer to the root keep it from being deleted, and no code takes them away first, for none deletes the root. */
function isKept({ name, databaseName }: Table, model: Model): boolean {
  return model.tables.some(({ relations }) => relations.some(({ holdsKey, onDelete, target }) => holdsKey && onDelete === 'restrict' && (target === name || target === databaseName)))
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

/** `isHard ? orders.delete(id) : orders.update(...)`, where no caller gives the optional `isHard`. */
function isNeverAsked({ call, unit }: Operation, model: Model): boolean {
  for (let at: ts.Node = call.node; at.parent && at !== unit.node; at = at.parent) {
    const { parent } = at
    const condition = ts.isConditionalExpression(parent) && parent.whenTrue === at ? parent.condition : ts.isIfStatement(parent) && parent.thenStatement === at ? parent.expression : undefined
    if (!condition || !ts.isIdentifier(condition)) continue
    const index = unit.parameters.findIndex(({ name, questionToken, initializer }) => name.getText() === condition.text && (questionToken !== undefined || initializer?.kind === ts.SyntaxKind.FalseKeyword))
    const callers = index < 0 ? [] : model.callersOf(unit)
    if (callers.length > 0 && callers.every(({ call: { node }, use }) => !use && ts.isCallExpression(node) && node.arguments.length <= index && !node.arguments.some(ts.isSpreadElement))) return true
  }
  return false
}

/** Operations that delete rows of each table for good. */
function removalsOf(model: Model): Map<Table, Operation[]> {
  const found = new Map<Table, Operation[]>()
  for (const operation of model.operations) {
    const table = operation.kind === 'query' && operation.access === 'delete' ? operation.declaredTable : undefined
    if (!table || !removesRows(operation, table) || isNeverAsked(operation, model)) continue
    const list = found.get(table)
    if (list) list.push(operation)
    else found.set(table, [operation])
  }
  return found
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
