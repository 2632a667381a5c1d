/**
 * The call graph, and what running a unit leads to.
 */
import { ts } from 'ts-morph'
import { append } from '../findings/multimap.js'
import { isClientCode } from '../workspace/kinds.js'
import type { WorkspaceFile } from '../workspace/types.js'
import type { Callbacks } from './callbacks.js'
import type { CallsByName } from './calls.js'
import { NOTHING_GIVEN, type GivenArguments, type Givens } from './given-arguments.js'
import type { Loops } from './loops.js'
import { rememberedBy } from './once.js'
import type { Operations } from './operations.js'
import type { Resolver } from './resolver.js'
import type { Call, CallbackUse, Operation, OperationKind, Reached, Step, Unit } from './types.js'

interface Edge {
  readonly call: Call
  readonly target: Unit
  readonly use: CallbackUse | undefined
}

/** The best known way from a unit to an operation. */
interface Way {
  readonly operation: Operation
  /** First hop: undefined when the operation stands in the unit itself. */
  readonly edge: Edge | undefined
  readonly distance: number
  readonly cached: boolean
  /** A function on the way keeps the result for as long as it runs: a caller of it starts anew. */
  readonly cachedIn: ts.Node | undefined
  readonly looped: boolean
  readonly confidence: 'high' | 'medium'
}

type Ways = Map<Operation, Way>

/** A look for a way to an operation that is open for what is given. */
interface Search {
  readonly operation: Operation
  readonly given: GivenArguments
  triesLeft: number
}

const NO_EDGES: readonly Edge[] = []
/** Names that are called more often say nothing. */
const MOST_NAMED = 60
/** Units that are looked through for a way that arguments leave open. */
const MOST_TRIED = 400

export class Graph {
  private readonly edges = new Map<Call, readonly Edge[]>()
  private readonly cacheReads = new Map<Unit, number>()
  private readonly keepers = new Map<Call, ts.Node | undefined>()
  private readonly clients = new Map<WorkspaceFile, boolean>()
  private callers: Map<Unit, { call: Call; use: CallbackUse | undefined }[]> | undefined
  private readonly ways = new Map<Unit, Ways>()

  constructor(
    private readonly units: readonly Unit[],
    private readonly calls: CallsByName,
    private readonly resolver: Resolver,
    private readonly callbacks: Callbacks,
    private readonly operations: Operations,
    private readonly loops: () => Loops,
  ) {}

  callersOf(unit: Unit): readonly { readonly call: Call; readonly use: CallbackUse | undefined }[] {
    if (!this.callers) {
      this.callers = new Map()
      for (const caller of this.units)
        for (const edge of this.edgesOf(caller)) {
          append(this.callers, edge.target, { call: edge.call, use: edge.use })
        }
    }
    return this.callers.get(unit) ?? []
  }

  /**
   * Calls that give a unit its parameters: its callers, and for a function that does nothing the graph is about
   * (`names.map((name) => quote(name))`, a constructor that only keeps what it is given) the calls it is written in or
   * named by.
   */
  givenBy(unit: Unit): readonly { readonly call: Call; readonly use: CallbackUse | undefined }[] {
    const callers = this.callersOf(unit)
    if (callers.length > 0) return callers
    const use = this.callbacks.useOf(unit)
    if (use) return [{ call: use.call, use }]
    return this.callsNamed(unit).flatMap((call) => (this.resolver.resolve(call).units.includes(unit) ? [{ call, use: undefined }] : []))
  }

  /** Calls that may lead to a unit, by its name. */
  private callsNamed(unit: Unit): readonly Call[] {
    const name = unit.kind === 'constructor' ? unit.classNode?.name?.text : unit.name.slice(unit.name.lastIndexOf('.') + 1)
    const found = name === undefined || name === '' ? [] : this.calls.named([name])
    return found.length > MOST_NAMED ? [] : found
  }

  reachedBy(unit: Unit, kind: OperationKind): readonly Reached[] {
    return this.list(this.waysOf(unit), kind, undefined)
  }

  /** What one call leads to: its own operation, and what the units it runs lead to. */
  reachedFrom(call: Call, kind: OperationKind): readonly Reached[] {
    const ways: Ways = new Map()
    for (const edge of this.edgesAt(call)) this.waysOf(edge.target)
    // The loops around the call itself are whoever asks' business.
    this.addCall(call, ways, false)
    return this.list(ways, kind, call)
  }

  /**
   * The same operation by a way that is open for what the calls on it give: `update(order, tx)` does not lead through
   * `if (!tx) ...`. The nearest such way from the first call of the known one; undefined where arguments close them all.
   *
   * @param given built on the graph, and so handed to this question alone
   */
  possible(reached: Reached, given: GivenArguments): Reached | undefined {
    const { operation, call } = reached
    if (operation.call === call) return reached
    const search = { operation, given, triesLeft: MOST_TRIED }
    const edges = this.openWay(this.edgesAt(call), undefined, call.unit, NOTHING_GIVEN, new Set(), search)
    // Too much to look through is no proof.
    if (!edges) return search.triesLeft > 0 ? undefined : reached
    const trace = stepsOf(edges, operation)
    if (trace.length === reached.trace.length && trace.every(({ node }, index) => node === reached.trace[index]?.node)) return reached
    const calls = [...edges.slice(1).map((edge) => edge.call), operation.call]
    return {
      ...reached,
      trace,
      distance: edges.length,
      cached: calls.some((one) => this.isBehindCache(one)) || edges.some(({ use }) => use?.mode === 'memoized'),
      looped: calls.some((one) => this.loops().isRepeated(one)) || edges.some(({ use }) => use !== undefined && this.loops().isDataSizedCallback(use)),
    }
  }

  /**
   * Edges from a unit to the operation, none of them at a place that what is given keeps control from.
   *
   * @param best the edge that is tried first; the others by how near they lead
   */
  private openWay(edges: readonly Edge[], best: Edge | undefined, unit: Unit, givens: Givens, on: ReadonlySet<Unit>, search: Search): readonly Edge[] | undefined {
    const { operation, given } = search
    const leading = edges.flatMap((edge) => {
      const way = isLater(edge) || on.has(edge.target) ? undefined : this.waysOf(edge.target).get(operation)
      return way ? [{ edge, way }] : []
    })
    for (const { edge, way } of leading.sort((left, right) => Number(right.edge === best) - Number(left.edge === best) || compare(left.way, right.way))) {
      const { call, target, use } = edge
      if (search.triesLeft-- <= 0) return undefined
      if (given.isDead(call.node, unit.node, givens)) continue
      const inside = use ? given.enteringCallback(target, givens) : given.entering(call, target, givens)
      if (operation.call.unit === target && !given.isDead(operation.call.node, target.node, inside)) return [edge]
      const rest = this.openWay(this.edgesOf(target), way.edge, target, inside, new Set([...on, target]), search)
      if (rest) return [edge, ...rest]
    }
    return undefined
  }

  edgesOf(unit: Unit): readonly Edge[] {
    return this.resolver.callsOf(unit).flatMap((call) => this.edgesAt(call))
  }

  private edgesAt(call: Call): readonly Edge[] {
    let known = this.edges.get(call)
    if (!known) {
      const found: Edge[] = []
      if (!ts.isPropertyAccessExpression(call.node) && this.resolver.matters(call)) {
        for (const target of this.resolver.resolve(call).units) if (!this.isRequest(call, target)) found.push({ call, target, use: undefined })
        for (const use of this.callbacks.of(call)) for (const target of use.units) found.push({ call, target, use })
      }
      known = found.length > 0 ? found : NO_EDGES
      this.edges.set(call, known)
    }
    return known
  }

  /** A component in a browser calls an action of the server: each call is a request of its own. */
  private isRequest(call: Call, target: Unit): boolean {
    return call.unit.file !== target.file && this.isClient(call.unit.file) && !this.isClient(target.file)
  }

  private isClient(file: WorkspaceFile): boolean {
    let known = this.clients.get(file)
    if (known === undefined) this.clients.set(file, (known = isClientCode(file.text())))
    return known
  }

  private waysOf(unit: Unit): Ways {
    const known = this.ways.get(unit)
    if (known) return known
    this.connect(unit)
    return this.ways.get(unit) ?? new Map()
  }

  /** Tarjan's algorithm, without recursion: long call chains must not end in a stack overflow. */
  private connect(root: Unit): void {
    const index = new Map<Unit, number>()
    const low = new Map<Unit, number>()
    const onStack = new Set<Unit>()
    const stack: Unit[] = []
    const work: { unit: Unit; edges: readonly Edge[]; next: number }[] = []
    let counter = 0
    const open = (unit: Unit): void => {
      index.set(unit, counter)
      low.set(unit, counter)
      counter++
      stack.push(unit)
      onStack.add(unit)
      work.push({ unit, edges: this.edgesOf(unit), next: 0 })
    }
    open(root)
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const edge = frame.edges[frame.next++]
      if (edge) {
        const target = edge.target
        if (this.ways.has(target)) continue
        if (!index.has(target)) open(target)
        else if (onStack.has(target)) low.set(frame.unit, Math.min(low.get(frame.unit) as number, index.get(target) as number))
        continue
      }
      work.pop()
      const unit = frame.unit
      const outer = work.at(-1)
      if (outer) low.set(outer.unit, Math.min(low.get(outer.unit) as number, low.get(unit) as number))
      if (low.get(unit) !== index.get(unit)) continue
      const component: Unit[] = []
      for (let member = stack.pop(); member; member = stack.pop()) {
        onStack.delete(member)
        component.push(member)
        if (member === unit) break
      }
      this.summarise(component)
    }
  }

  /** Ways of a strongly connected component: repeated until no way gets better. */
  private summarise(component: readonly Unit[]): void {
    for (const unit of component) this.ways.set(unit, new Map())
    for (let changed = true; changed; ) {
      changed = false
      for (const unit of component) {
        const ways = this.ways.get(unit) as Ways
        for (const call of this.resolver.callsOf(unit)) changed = this.addCall(call, ways) || changed
      }
      if (component.length === 1 && !this.callsItself(component[0] as Unit)) break
    }
  }

  private callsItself(unit: Unit): boolean {
    return this.edgesOf(unit).some((edge) => edge.target === unit)
  }

  private addCall(call: Call, ways: Ways, isRepeated = this.loops().isRepeated(call)): boolean {
    let changed = false
    const operation = this.operations.at(call)
    if (operation) {
      const isCached = this.isBehindCache(call)
      const keeper = isCached ? undefined : this.keeperOf(call)
      changed =
        offer(ways, {
          operation,
          edge: undefined,
          distance: 0,
          cached: isCached || keeper !== undefined,
          cachedIn: keeper,
          looped: isRepeated,
          confidence: operation.confidence,
        }) || changed
    }
    for (const edge of this.edgesAt(call)) {
      if (isLater(edge)) continue
      const looped = isRepeated || (edge.use !== undefined && this.loops().isDataSizedCallback(edge.use))
      const targets = this.ways.get(edge.target)
      if (!targets || targets.size === 0) continue
      const isCached = edge.use?.mode === 'memoized' || this.isBehindCache(call)
      const keeper = isCached ? undefined : this.keeperOf(call)
      for (const way of targets.values()) {
        // The builder that the function handed out is what the call went on with.
        if (operation && way.operation === operation.continues) continue
        const isKept = way.cached && way.cachedIn !== edge.target.node
        changed =
          offer(ways, {
            operation: way.operation,
            edge,
            distance: way.distance + 1,
            cached: isKept || isCached || keeper !== undefined,
            cachedIn: isCached ? undefined : isKept ? way.cachedIn : keeper,
            looped: way.looped || looped,
            confidence: way.confidence,
          }) || changed
      }
    }
    return changed
  }

  /** What keeps the result of a call, so that it is made only while it is missing. */
  private keeperOf(call: Call): ts.Node | undefined {
    if (!this.keepers.has(call)) this.keepers.set(call, rememberedBy(call.node))
    return this.keepers.get(call)
  }

  /** A cache was read earlier in the unit: what follows runs only on a miss. */
  private isBehindCache(call: Call): boolean {
    let first = this.cacheReads.get(call.unit)
    if (first === undefined) {
      first = this.resolver.callsOf(call.unit).find((other) => this.operations.at(other)?.kind === 'cache-read')?.node.pos ?? Number.POSITIVE_INFINITY
      this.cacheReads.set(call.unit, first)
    }
    return first < call.node.pos
  }

  private list(ways: Ways, kind: OperationKind, first: Call | undefined): Reached[] {
    const found: Reached[] = []
    for (const way of ways.values()) {
      if (way.operation.kind !== kind) continue
      found.push({
        operation: way.operation,
        trace: this.traceOf(way),
        call: first ?? way.edge?.call ?? way.operation.call,
        distance: way.distance,
        cached: way.cached,
        looped: way.looped,
        confidence: way.confidence,
      })
    }
    return found.sort((a, b) => a.distance - b.distance || a.operation.call.unit.id - b.operation.call.unit.id || a.operation.call.node.pos - b.operation.call.node.pos)
  }

  private traceOf(way: Way): Step[] {
    const edges: Edge[] = []
    const seen = new Set<Unit>()
    let current: Way | undefined = way
    while (current?.edge) {
      const { edge }: Way = current
      const { target } = edge as Edge
      edges.push(edge as Edge)
      if (seen.has(target)) break
      seen.add(target)
      current = this.ways.get(target)?.get(way.operation)
    }
    return stepsOf(edges, way.operation)
  }
}

/** A listener or a timer does its work later, apart from what the call is part of. */
function isLater({ use }: Edge): boolean {
  return use?.mode === 'entry' || use?.mode === 'batch' || use?.mode === 'deferred'
}

function stepsOf(edges: readonly Edge[], operation: Operation): Step[] {
  const steps = edges.map(({ call, target, use }): Step => {
    const through = use?.through
    return { file: call.unit.file, node: call.node, label: use ? (through ? `${through.name} runs ${target.name}` : target.name) : readableName(call, target) }
  })
  return [...steps, { file: operation.unit.file, node: operation.call.node, label: operation.label }]
}

/** What a reader finds in the code: the call's own name where the function has none. */
function readableName(call: Call, target: Unit): string {
  return / (?:of|by) /.test(target.name) && call.name !== '' ? call.name : target.name
}

/** Keeps a way when it is the first or a better one; says whether it was kept. */
function offer(ways: Ways, way: Way): boolean {
  const known = ways.get(way.operation)
  if (known && compare(known, way) <= 0) return false
  ways.set(way.operation, way)
  return true
}

/** Uncached, unlooped, short ways tell most; ties are broken by the place of the call, so that output is stable. */
function compare(a: Way, b: Way): number {
  return (
    Number(a.looped) - Number(b.looped) ||
    Number(a.cached) - Number(b.cached) ||
    a.distance - b.distance ||
    (a.edge?.call.node.pos ?? -1) - (b.edge?.call.node.pos ?? -1) ||
    (a.edge?.target.id ?? -1) - (b.edge?.target.id ?? -1)
  )
}
