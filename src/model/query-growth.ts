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
    const sent = new Map<ts.Node, QueryCount>()
    for (const call of this.resolver.callsOf(unit)) {
      const operation = this.operations.at(call)
      const own = operation?.kind === 'query' && operation.control === undefined && this.counts(operation) ? { ...NONE, fixed: this.executions(operation) } : NONE
      const count = repeated(plus(own, this.behind(edges.get(call) ?? [])), this.loops.depthAround(call))
      if (!isNone(count)) sent.set(call.node, count)
    }
    let count = sent.size === 0 ? NONE : new WaysThrough(sent).of(unit.node)
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

/** What the ways through a piece of code send at most: those that go on behind it, and those that leave the function. */
interface Ways {
  readonly on: QueryCount | undefined
  readonly away: QueryCount | undefined
}

/**
 * Follows the ways through a function: of the sides of a decision one is taken, and what follows a side that leaves is
 * not done on that way.
 */
class WaysThrough {
  private readonly seen = new Set<ts.Node>()

  /** @param sent what calls of the function send */
  constructor(private readonly sent: ReadonlyMap<ts.Node, QueryCount>) {}

  of(root: ts.Node): QueryCount {
    const body = (root as ts.FunctionLikeDeclaration).body ?? root
    const { on, away } = ts.isSourceFile(body) ? this.list(body.statements) : ts.isBlock(body) ? this.list(body.statements) : { on: this.inside(body), away: undefined }
    // Defaults of parameters, members of classes.
    const rest = [...this.sent].filter(([node]) => !this.seen.has(node)).reduce((sum, [, count]) => plus(sum, count), NONE)
    return plus(larger(on ?? NONE, away ?? NONE), rest)
  }

  private list(statements: readonly ts.Statement[]): Ways {
    let on = NONE
    let away: QueryCount | undefined
    for (let index = 0; index < statements.length; ) {
      const alike = askingTheSame(statements, index)
      const ways = alike.map((statement) => this.statement(statement)).reduce(either)
      away = either({ on: undefined, away }, { on: undefined, away: ways.away && plus(on, ways.away) }).away
      if (!ways.on) return { on: undefined, away }
      on = plus(on, ways.on)
      index += alike.length
    }
    return { on, away }
  }

  private statement(node: ts.Statement): Ways {
    if (ts.isBlock(node)) return this.list(node.statements)
    if (ts.isReturnStatement(node) || ts.isThrowStatement(node)) return { on: undefined, away: node.expression ? this.inside(node.expression) : NONE }
    if (ts.isIfStatement(node)) return after(this.inside(node.expression), either(this.statement(node.thenStatement), node.elseStatement ? this.statement(node.elseStatement) : GOES_ON))
    if (ts.isSwitchStatement(node)) {
      const sides = node.caseBlock.clauses.map(({ statements }) => this.list(statements))
      const isWhole = node.caseBlock.clauses.some(ts.isDefaultClause)
      return after(this.inside(node.expression), sides.reduce(either, isWhole && sides.length > 0 ? { on: undefined, away: undefined } : GOES_ON))
    }
    if (ts.isTryStatement(node)) {
      const tried = either(this.list(node.tryBlock.statements), node.catchClause ? this.list(node.catchClause.block.statements) : { on: undefined, away: undefined })
      if (!node.finallyBlock) return tried
      const last = this.list(node.finallyBlock.statements)
      const count = last.on ?? last.away ?? NONE
      return { on: tried.on && plus(tried.on, count), away: tried.away && plus(tried.away, count) }
    }
    if (ts.isForStatement(node) || ts.isForOfStatement(node) || ts.isForInStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) {
      const ways = this.statement(node.statement)
      // A loop may be left by its end.
      return after(this.inside(node, node.statement), { on: ways.on ?? NONE, away: ways.away })
    }
    if (ts.isLabeledStatement(node)) return this.statement(node.statement)
    return { on: this.inside(node), away: undefined }
  }

  /** What the calls in an expression, or in what stands around a statement, send. */
  private inside(node: ts.Node, except?: ts.Node): QueryCount {
    let count = NONE
    const visit = (at: ts.Node): void => {
      if (at === except || ts.isFunctionLike(at)) return
      const own = this.sent.get(at)
      if (own) {
        this.seen.add(at)
        count = plus(count, own)
      }
      if (ts.isConditionalExpression(at)) {
        visit(at.condition)
        count = plus(count, larger(this.inside(at.whenTrue), this.inside(at.whenFalse)))
      } else ts.forEachChild(at, visit)
    }
    visit(node)
    return count
  }
}

const GOES_ON: Ways = { on: NONE, away: undefined }

/** One of two ways. */
function either(left: Ways, right: Ways): Ways {
  const most = (one: QueryCount | undefined, other: QueryCount | undefined) => (one && other ? larger(one, other) : (one ?? other))
  return { on: most(left.on, right.on), away: most(left.away, right.away) }
}

function after(count: QueryCount, { on, away }: Ways): Ways {
  return { on: on && plus(count, on), away: away && plus(count, away) }
}

/** `if (event === 'paid') ... if (event === 'refunded') ...`: those in a row that ask the same for different values. */
function askingTheSame(statements: readonly ts.Statement[], start: number): readonly ts.Statement[] {
  const first = comparedIn(statements[start])
  if (!first) return statements.slice(start, start + 1)
  const texts = new Set([first.text])
  let end = start + 1
  for (; end < statements.length; end++) {
    const other = comparedIn(statements[end])
    if (other?.value !== first.value || texts.has(other.text)) break
    texts.add(other.text)
  }
  return statements.slice(start, end)
}

/** `event.type === 'paid'` without another side. */
function comparedIn(statement: ts.Statement | undefined): { readonly value: string; readonly text: string } | undefined {
  if (!statement || !ts.isIfStatement(statement) || statement.elseStatement) return undefined
  const { expression } = statement
  if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken) return undefined
  return ts.isStringLiteralLike(expression.right) ? { value: expression.left.getText(), text: expression.right.text } : undefined
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
