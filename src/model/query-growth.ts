/**
 * How many statements running a unit sends to the database at most, and how that number grows.
 */
import { ts } from 'ts-morph'
import { contains } from './control-flow.js'
import type { Graph } from './graph.js'
import type { Loops } from './loops.js'
import type { Operations } from './operations.js'
import type { Resolver } from './resolver.js'
import type { Call, CallbackUse, Operation, Unit } from './types.js'

/** `fixed + perItem * n + nested * n * m`. */
export interface QueryCount {
  readonly fixed: number
  /** Sent once for each element of a list that grows. */
  readonly perItem: number
  /** Sent in loops inside of such loops. */
  readonly nested: number
}

type Edges = ReturnType<Graph['edgesOf']>

const NONE: QueryCount = { fixed: 0, perItem: 0, nested: 0 }
/** Larger numbers say nothing more. */
const MOST = 999

/** Counts along the call graph: of the sides of a decision, and of several implementations, the one that sends most. */
export class QueryGrowth {
  private readonly known = new Map<Unit, QueryCount>()
  private readonly open = new Set<Unit>()
  /** Units that were come to again while they were counted. */
  private readonly recursive = new Set<Unit>()

  constructor(
    private readonly resolver: Resolver,
    private readonly graph: Graph,
    private readonly loops: Loops,
    private readonly operations: Operations,
    /** Which queries count. */
    private readonly counts: (operation: Operation) => boolean = () => true,
  ) {}

  of(unit: Unit): QueryCount {
    const known = this.known.get(unit)
    if (known) return known
    if (this.open.has(unit)) {
      this.recursive.add(unit)
      return NONE
    }
    this.open.add(unit)
    const edges = new Map<Call, Edges>()
    const all = this.graph.edgesOf(unit)
    for (const edge of all) if (!isAgain(edge, all)) edges.set(edge.call, [...(edges.get(edge.call) ?? []), edge])
    const sent = this.resolver.callsOf(unit).flatMap((call): Sent[] => {
      const operation = this.operations.at(call)
      const own = operation?.kind === 'query' && operation.control === undefined && this.counts(operation) ? { ...NONE, fixed: this.executions(operation) } : NONE
      const count = repeated(plus(own, this.behind(edges.get(call) ?? [])), this.loops.depthAround(call))
      return isNone(count) ? [] : [{ count, branches: branchesAround(call.node, unit.node) }]
    })
    let count = total(sent, 0)
    this.open.delete(unit)
    // A function that comes to itself does so once for each child.
    if (this.recursive.delete(unit)) count = plus(count, repeated(count, 1))
    this.known.set(unit, count)
    return count
  }

  /** A builder may be run more than once: for the number of rows, and for a page of them. */
  private executions({ steps }: Operation): number {
    return Math.max(1, steps.filter((step) => this.resolver.resolve(step).library?.tags.some(({ name, value }) => name === 'step' && /\bexecute\b/.test(value))).length)
  }

  /** What is tried until it succeeds is done once; what runs every minute is no part of the work. */
  private isRetry({ call, through }: CallbackUse): boolean {
    return through !== undefined || this.resolver.resolve(call).library?.tags.some(({ name }) => name === 'retries') === true
  }

  private behind(edges: Edges): QueryCount {
    let direct = NONE
    let count = NONE
    for (const { call, target, use } of edges) {
      if (use?.mode === 'entry' || use?.mode === 'batch' || use?.mode === 'deferred' || (use?.mode === 'repeated' && !this.isRetry(use))) continue
      if (!use) direct = larger(direct, isDecorator(call) ? NONE : this.of(target))
      else count = plus(count, repeated(this.of(target), this.loops.isDataSizedCallback(use) ? 1 : 0))
    }
    return plus(count, direct)
  }
}

/** `orders$.pipe(catchError(async () => ...))`: the function is run by the call inside. */
function isAgain({ call, target, use }: Edges[number], all: Edges): boolean {
  return use !== undefined && contains(call.node, target.node) && all.some((other) => other.use && other.target === target && other.call !== call && contains(call.node, other.call.node))
}

/** What one call sends, and the branches in which it stands, the outermost first. */
interface Sent {
  readonly count: QueryCount
  readonly branches: readonly Branch[]
}

/** One side of something that decides. */
interface Branch {
  readonly of: ts.Node
  readonly side: ts.Node | 'rest'
}

/** Of the sides of a decision only one is taken: the one that sends most counts. */
function total(sent: readonly Sent[], depth: number): QueryCount {
  let count = NONE
  const decisions = new Map<ts.Node, Map<Branch['side'], Sent[]>>()
  for (const one of sent) {
    const branch = one.branches[depth]
    if (!branch) {
      count = plus(count, one.count)
      continue
    }
    const sides = decisions.get(branch.of) ?? new Map<Branch['side'], Sent[]>()
    decisions.set(branch.of, sides.set(branch.side, [...(sides.get(branch.side) ?? []), one]))
  }
  for (const sides of decisions.values()) count = plus(count, [...sides.values()].map((side) => total(side, depth + 1)).reduce(larger, NONE))
  return count
}

/**
 * Sides of `if`, `?:` and `switch` around a node. What follows an `if` that leaves the function is its other side, and
 * so is what follows a `try` whose `catch` leaves it for that `catch`.
 */
function branchesAround(node: ts.Node, root: ts.Node): Branch[] {
  const branches: Branch[] = []
  for (let at = node; at !== root && at.parent; at = at.parent) {
    const outer = at.parent
    if (ts.isIfStatement(outer) && at !== outer.expression) branches.unshift({ of: firstAsking(outer), side: at === outer.thenStatement ? at : 'rest' })
    else if (ts.isConditionalExpression(outer) && at !== outer.condition) branches.unshift({ of: outer, side: at })
    else if (ts.isCaseBlock(outer)) branches.unshift({ of: outer, side: at })
    else if (ts.isCatchClause(outer)) branches.unshift({ of: outer.parent, side: at })
    else if (ts.isBlock(outer)) {
      const before = outer.statements.slice(0, outer.statements.indexOf(at as ts.Statement))
      branches.unshift(...before.filter(hasSideThatLeaves).map((statement): Branch => ({ of: statement, side: 'rest' })))
    }
  }
  return branches
}

/** `if (event === 'paid') ... if (event === 'refunded') ...`: the first of those in a row that ask the same for different values. */
function firstAsking(statement: ts.IfStatement): ts.IfStatement {
  const asked = comparedIn(statement)
  if (!asked || !ts.isBlock(statement.parent)) return statement
  const { statements } = statement.parent
  let first = statement
  for (let index = statements.indexOf(statement) - 1; index >= 0; index--) {
    const before = statements[index]
    const other = before && ts.isIfStatement(before) ? comparedIn(before) : undefined
    if (other?.value !== asked.value || other.text === asked.text) break
    first = before as ts.IfStatement
  }
  return first
}

/** `event.type === 'paid'` without another side. */
function comparedIn({ expression, elseStatement }: ts.IfStatement): { readonly value: string; readonly text: string } | undefined {
  if (elseStatement || !ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken) return undefined
  return ts.isStringLiteralLike(expression.right) ? { value: expression.left.getText(), text: expression.right.text } : undefined
}

function hasSideThatLeaves(statement: ts.Statement): boolean {
  if (ts.isIfStatement(statement)) return !statement.elseStatement && leaves(statement.thenStatement)
  return ts.isTryStatement(statement) && statement.catchClause !== undefined && leaves(statement.catchClause.block)
}

function leaves(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last))
}

function isNone({ fixed, perItem, nested }: QueryCount): boolean {
  return fixed + perItem + nested === 0
}

function isDecorator(call: Call): boolean {
  return ts.isDecorator(call.node.parent)
}

function plus(left: QueryCount, right: QueryCount): QueryCount {
  const sum = (one: number, other: number) => Math.min(MOST, one + other)
  return { fixed: sum(left.fixed, right.fixed), perItem: sum(left.perItem, right.perItem), nested: sum(left.nested, right.nested) }
}

/** Inside of so many loops. */
function repeated(count: QueryCount, depth: number): QueryCount {
  if (depth === 0) return count
  if (depth > 1) return { ...NONE, nested: Math.min(MOST, count.fixed + count.perItem + count.nested) }
  return { fixed: 0, perItem: count.fixed, nested: Math.min(MOST, count.perItem + count.nested) }
}

function larger(left: QueryCount, right: QueryCount): QueryCount {
  const order = left.nested - right.nested || left.perItem - right.perItem || left.fixed - right.fixed
  return order >= 0 ? left : right
}

/** `0`, `3`, `2 + n`, `1 + 3n + n*m`. */
export function countText({ fixed, perItem, nested }: QueryCount): string {
  const times = (factor: number, what: string) => (factor > 1 ? `${factor}${what}` : what)
  const parts = [...(fixed > 0 ? [String(fixed)] : []), ...(perItem > 0 ? [times(perItem, 'n')] : []), ...(nested > 0 ? [times(nested, 'n*m')] : [])]
  return parts.join(' + ') || '0'
}

/** The term that grows most. */
export function growthOf({ fixed, perItem, nested }: QueryCount): '0' | '1' | 'n' | 'n*m' {
  if (nested > 0) return 'n*m'
  if (perItem > 0) return 'n'
  return fixed > 0 ? '1' : '0'
}
