/**
 * Where work enters the application, assembled from registrations: decorators, calls on applications and routers,
 * functions of a handler type, and files that a framework finds by their place.
 */
import { Assembly } from './application/assembly.js'
import { ContainerGuards } from './application/containers.js'
import { conventionalEntries, typedEntries } from './application/conventions.js'
import { DecoratedEntries } from './application/decorators.js'
import { Frames } from './application/frames.js'
import { FolderRoutes } from './application/folder-routes.js'
import { MiddlewareReader } from './application/middleware.js'
import { mappedEntries } from './application/resolver-maps.js'
import { Registrations } from './application/registrations.js'
import { Routers } from './application/routers.js'
import { isHeldUp, takesAllOf } from './application/shadowed.js'
import { serviceEntries } from './application/service-objects.js'
import type { Graph } from './graph.js'
import { isServing } from './reach.js'
import type { Resolver } from './resolver.js'
import type { FileFacts } from './syntax.js'
import type { EntryPoint, OutOfOrder, RegisteredMiddleware, Unit } from './types.js'

export class EntryPoints {
  private known: readonly EntryPoint[] | undefined
  private registeredRead: readonly RegisteredMiddleware[] = []
  private assembly: Assembly | undefined
  private listeners: ReadonlySet<Unit> = new Set()
  private serving: ReadonlyMap<Unit, EntryPoint> | undefined
  private working: ReadonlyMap<Unit, EntryPoint> | undefined
  private readonly handlers = new Map<Unit, EntryPoint>()

  constructor(
    private readonly units: () => readonly Unit[],
    private readonly facts: readonly FileFacts[],
    private readonly resolver: Resolver,
    private readonly graph: () => Graph,
    private readonly schemas: () => readonly string[],
  ) {}

  get all(): readonly EntryPoint[] {
    this.known ??= this.find()
    return this.known
  }

  /** All middleware registered by calls. */
  get registered(): readonly RegisteredMiddleware[] {
    this.known ??= this.find()
    return this.registeredRead
  }

  /** The neighbour, registered before, that takes all requests meant for an entry point. */
  private shadowOf(entry: EntryPoint): EntryPoint | undefined {
    return entry.isFirstTaken === true ? this.all.find((other) => other !== entry && other.group === entry.group && takesAllOf(other, entry)) : undefined
  }

  /** Whether no request comes to an entry point: a neighbour takes them all, or what is in front of it hands nothing on. */
  isOutOfReach(entry: EntryPoint): boolean {
    return this.shadowOf(entry) !== undefined || isHeldUp(entry, (node) => this.resolver.unitAt(node))
  }

  /** What is registered around an entry point at a place where it does not count for it. */
  misplacedFor(entry: EntryPoint): readonly OutOfOrder[] {
    return this.assembly?.misplacedFor(entry) ?? []
  }

  /** The nearest entry point that serves requests and the nearest that does other work, from which a unit is reached. */
  reaching(unit: Unit): readonly EntryPoint[] {
    this.serving ??= this.spread(isServing)
    this.working ??= this.spread((entry) => !isServing(entry))
    return [this.serving.get(unit), this.working.get(unit)].flatMap((entry) => entry ?? [])
  }

  /** The entry point a unit is the handler of. */
  handledBy(unit: Unit): EntryPoint | undefined {
    if (this.handlers.size === 0) for (const entry of this.all) if (!this.handlers.has(entry.handler)) this.handlers.set(entry.handler, entry)
    return this.handlers.get(unit)
  }

  /** Whether a unit hears nothing but what is answered to the program itself. */
  isListener(unit: Unit): boolean {
    return this.handledBy(unit) === undefined && this.listeners.has(unit)
  }

  /** Breadth first from all handlers that count, at once: each unit learns the entry point that is nearest. */
  spread(counts: (entry: EntryPoint) => boolean): ReadonlyMap<Unit, EntryPoint> {
    const found = new Map<Unit, EntryPoint>()
    const queue: Unit[] = []
    const visit = (unit: Unit, entry: EntryPoint) => {
      if (found.has(unit)) return
      found.set(unit, entry)
      queue.push(unit)
    }
    for (const entry of this.all) if (counts(entry)) visit(entry.handler, entry)
    for (const entry of this.all)
      if (counts(entry)) for (const middleware of entry.middleware) for (const unit of middleware.units) visit(unit, entry)
    const graph = this.graph()
    // The array grows while it is walked.
    for (const unit of queue) {
      const entry = found.get(unit) as EntryPoint
      for (const edge of graph.edgesOf(unit)) if (edge.use?.mode !== 'entry') visit(edge.target, entry)
    }
    return found
  }

  private find(): EntryPoint[] {
    const units = this.units()
    const frames = new Frames(this.resolver, this.graph)
    const routers = new Routers(this.resolver, frames)
    const reader = new MiddlewareReader(this.resolver, frames)
    const registrations = new Registrations(this.resolver, this.graph, frames, routers, reader)
    registrations.read(units)
    registrations.readListed(this.facts, ({ sourceFile }) => this.resolver.unitAt(sourceFile))
    this.listeners = registrations.listeners
    const assembly = new Assembly(registrations, routers, this.resolver, new FolderRoutes(this.facts))
    this.assembly = assembly
    const containers = new ContainerGuards(this.resolver, frames, reader, routers, registrations.uses)
    const decorated = new DecoratedEntries(this.resolver, frames, reader).read(units)
    if (decorated.length > 0) containers.read(units, this.facts)
    this.registeredRead = [
      ...registrations.uses.flatMap((use) => (use.router ? use.middleware.map((middleware) => ({ middleware, path: use.prefix, router: use.router?.declaration, framework: use.package, handlesErrors: use.runs === 'error' })) : [])),
      ...containers.all.map((middleware) => ({ middleware, path: '', router: undefined, framework: undefined, handlesErrors: false })),
    ]
    return unique([
      ...registrations.routes.map((route) => assembly.assemble(route)),
      ...decorated.filter((entry) => containers.isRegistered(entry)).map((entry) => containers.surround(entry)),
      ...typedEntries(units, this.resolver),
      ...mappedEntries(units, this.resolver, this.schemas),
      ...conventionalEntries(units, frames, reader),
      ...serviceEntries(this.facts, this.resolver),
    ])
  }
}

function unique(entries: readonly EntryPoint[]): EntryPoint[] {
  const seen = new Set<string>()
  return entries.filter((entry) => {
    const key = `${entry.handler.id} ${entry.kind} ${entry.method} ${entry.path}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
