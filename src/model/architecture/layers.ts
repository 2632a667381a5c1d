/**
 * What a piece of code is for: by what it is registered as, then by its declaration, then by what it does, and only
 * last by its name.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../../libraries/paths.js'
import { inPackage } from '../../workspace/packages.js'
import { lineOf } from '../application/routers.js'
import type { Component, Layer, LayerName } from '../architecture-types.js'
import { entryName, isServing } from '../reach.js'
import type { Resolver } from '../resolver.js'
import type { EntryPoint, Middleware, Operation, Unit } from '../types.js'

/** What layers are told from. */
export interface LayerSources {
  readonly entries: () => readonly EntryPoint[]
  readonly middleware: () => readonly Middleware[]
  readonly componentOf: (unit: Unit) => Component | undefined
  readonly operationsIn: (component: Component) => readonly Operation[]
  readonly collaborators: (component: Component) => readonly Component[]
}

/** Effects that reach another system. */
const OUTSIDE = new Set(['http', 'payment', 'email', 'sms', 'llm', 'storage'])
/** Effects that say nothing about what code is for. */
const NEUTRAL = new Set(['log', 'sleep', 'cpu', 'lock', 'unlock', 'cache-read', 'cache-write', 'cache-delete'])

/** Names of classes and files, by how they end: `OrderService`, `order.service.ts`, `orderService.js`, `create-order.usecase.ts`. */
const NAMES: readonly (readonly [RegExp, LayerName])[] = [
  [/(?:controller|resolver|routes?|router|handlers?|endpoints?)$/i, 'controller'],
  [/(?:guard|middlewares?|interceptor|pipe|filter|strategy)$/i, 'guard'],
  [/(?:job|worker|processor|consumer|cron|scheduler|subscriber|listener)s?$/i, 'job'],
  [/(?:repository|repositories|repo|dao|dal|store|mapper|querie)s?$/i, 'repository'],
  [/(?:client|adapter|connector|mailer|transport)$/i, 'adapter'],
  [/(?:services?|use-?cases?|interactor|manager|facade|domain)$/i, 'service'],
  [/(?:entity|model|schema)$/i, 'entity'],
]

const FOLDERS: readonly (readonly [RegExp, LayerName])[] = [
  // What shows rows to the outside stands beside the handlers.
  [/^(?:presenters?|serializers?|views?)$/i, 'controller'],
  [/^(?:controllers?|routes?|routers?|resolvers?|handlers?|endpoints?|api)$/i, 'controller'],
  [/^(?:guards?|middlewares?|interceptors?|pipes?|filters?)$/i, 'guard'],
  [/^(?:jobs?|workers?|processors?|consumers?|crons?|listeners?|subscribers?|queues?)$/i, 'job'],
  [/^(?:repositories|repository|repos?|daos?|dal|stores?|persistence)$/i, 'repository'],
  [/^(?:adapters?|clients?|integrations?|gateways?)$/i, 'adapter'],
  [/^(?:services?|use-?cases?|domain|interactors?|application)$/i, 'service'],
  [/^(?:entities|models?|schemas?)$/i, 'entity'],
]

export class Layers {
  private handlers: ReadonlyMap<Unit, EntryPoint> | undefined
  private guards: ReadonlySet<Unit> | undefined
  private readonly known = new Map<Component, Layer | undefined>()

  constructor(
    private readonly resolver: Resolver,
    private readonly sources: LayerSources,
  ) {}

  ofUnit(unit: Unit): Layer | undefined {
    for (let at: Unit | undefined = unit; at; at = at.parent) {
      const registered = this.registered(at)
      if (registered) return registered
    }
    const component = this.sources.componentOf(unit)
    return component && this.ofComponent(component)
  }

  ofComponent(component: Component): Layer | undefined {
    if (!this.known.has(component)) {
      this.known.set(component, undefined)
      this.known.set(component, this.declared(component) ?? this.held(component) ?? this.done(component) ?? named(component))
    }
    return this.known.get(component)
  }

  private registered(unit: Unit): Layer | undefined {
    if (!this.handlers) {
      const handlers = new Map<Unit, EntryPoint>()
      for (const entry of this.sources.entries()) if (!handlers.has(entry.handler) || isServing(entry)) handlers.set(entry.handler, entry)
      this.handlers = handlers
      this.guards = new Set([...this.sources.entries().flatMap((entry) => [...entry.middleware, ...entry.errorHandlers]), ...this.sources.middleware()].flatMap((middleware) => middleware.units))
    }
    const entry = this.handlers.get(unit)
    if (entry) return { name: isServing(entry) ? 'handler' : 'job', confidence: 'high', how: `it handles ${entryName(entry)}` }
    return this.guards?.has(unit) ? { name: 'guard', confidence: 'high', how: 'it is registered to run before handlers' } : undefined
  }

  /** By decorators, and by what the class or a base of it extends and implements. */
  private declared(component: Component): Layer | undefined {
    const { node } = component
    if (ts.isSourceFile(node)) return undefined
    for (const owner of lineOf(node, this.resolver)) {
      for (const decorator of ts.canHaveDecorators(owner) ? (ts.getDecorators(owner) ?? []) : []) {
        const expression = ts.isCallExpression(decorator.expression) ? decorator.expression.expression : decorator.expression
        const layer = this.tagged(expression)
        if (layer) return { name: layer, confidence: 'high', how: `it is decorated with ${expression.getText()}` }
      }
      for (const clause of owner.heritageClauses ?? [])
        for (const { expression } of clause.types) {
          const base = skipOuter(ts.isCallExpression(expression) ? expression.expression : expression)
          const layer = this.tagged(base)
          if (layer) return { name: layer, confidence: 'high', how: `it ${clause.token === ts.SyntaxKind.ExtendsKeyword ? 'extends' : 'implements'} ${base.getText()}` }
        }
    }
    return undefined
  }

  private tagged(expression: ts.Expression): LayerName | undefined {
    const tags = this.resolver.libraryOf(this.resolver.symbolOf(expression))?.tags ?? []
    for (const { name, value } of tags) {
      if (name === 'layer') return value as LayerName
      if (name === 'controller' || name === 'entity') return name
      if (name === 'guard') return 'guard'
      if (name === 'entry') return 'job'
    }
    return undefined
  }

  /** By the handlers and guards it holds. */
  private held({ units, publicUnits }: Component): Layer | undefined {
    const registered = units.flatMap((unit) => this.registered(unit) ?? [])
    const serving = registered.filter(({ name }) => name === 'handler').length
    // One function that is handed to a route does not make a service a controller.
    if (serving > 0 && serving * 2 >= publicUnits.length) return { name: 'controller', confidence: 'high', how: 'it holds handlers' }
    const guards = registered.filter(({ name }) => name === 'guard').length
    if (guards > 0 && guards * 2 >= publicUnits.length) return { name: 'guard', confidence: 'high', how: 'it holds what runs before handlers' }
    return undefined
  }

  /** By its operations and by what it calls; the name decides where that fits more than one. */
  private done(component: Component): Layer | undefined {
    const operations = this.sources.operationsIn(component).filter(({ kind }) => !NEUTRAL.has(kind))
    const queries = operations.filter(({ kind }) => kind === 'query')
    const name = named(component)?.name
    if (operations.length === 0) return this.calling(component, name)
    const outside = operations.filter(({ kind }) => OUTSIDE.has(kind))
    if (queries.length === 0) return outside.length > 0 && name !== 'service' && name !== 'controller' ? { name: 'adapter', confidence: 'medium', how: `it calls ${outside[0]?.label ?? ''}` } : this.calling(component, name)
    // An active record: the functions stand beside the declaration of the table.
    if (name === 'entity' && queries.some(({ declaredTable }) => declaredTable?.place.file === component.file)) return { name: 'entity', confidence: 'high', how: 'it declares the table it queries' }
    if (name === 'repository' || name === 'entity') return { name: 'repository', confidence: 'high', how: `its name, and it does ${queries[0]?.label ?? ''}` }
    if (name === 'service') return { name: 'service', confidence: 'high', how: `its name, and it does ${queries[0]?.label ?? ''}` }
    if (name !== undefined) return { name, confidence: 'low', how: 'its name' }
    const querying = new Set(queries.map(({ unit }) => memberOf(unit, component)))
    const isAllQueries = !isTool(component) && querying.size >= 2 && querying.size * 2 >= component.units.length && operations.length === queries.length
    return isAllQueries ? { name: 'repository', confidence: 'medium', how: 'most of its functions query, and it does nothing else' } : undefined
  }

  private calling(component: Component, name: LayerName | undefined): Layer | undefined {
    if ((name !== undefined && name !== 'service') || isTool(component)) return undefined
    const data = this.sources.collaborators(component).find((other) => {
      const layer = this.ofComponent(other)
      return (layer?.name === 'repository' || layer?.name === 'entity') && layer.confidence !== 'low'
    })
    if (!data) return undefined
    return { name: 'service', confidence: name === 'service' ? 'high' : 'medium', how: name === 'service' ? `its name, and it works with ${data.name}` : `it works with ${data.name}` }
  }
}

/** Something for everybody, which may as well be about requests as about rows. */
function isTool({ file }: Component): boolean {
  return /(?:^|[/._-])(?:utils?|utilit(?:y|ies)|helpers?|tools?|middlewares?)(?:[/._-]|$)/i.test(inPackage(file))
}

/** The member of a component in which a unit stands. */
function memberOf(unit: Unit, component: Component): Unit {
  let at = unit
  while (at.parent && !component.units.includes(at)) at = at.parent
  return at
}

/** By how its class or file is called, else by the innermost folder that says something. */
function named(component: Component): Layer | undefined {
  // What a workspace calls the folder of its packages says nothing of them.
  const { file: source } = component
  const parts = inPackage(source).split('/')
  const file = (parts.pop() ?? '').replace(/\.[cm]?[jt]sx?$/, '')
  const names = ts.isSourceFile(component.node) ? [file] : [component.name, file]
  for (const name of names)
    for (const [pattern, layer] of NAMES) if (pattern.test(name)) return { name: layer, confidence: 'low', how: 'its name' }
  for (const folder of parts.reverse())
    for (const [pattern, layer] of FOLDERS) if (pattern.test(folder)) return { name: layer, confidence: 'low', how: `the folder ${folder}` }
  return undefined
}
