/**
 * Registrations by calls: routes, middleware, mounted routers and plugins, in the order in which they are made.
 */
import { ts } from 'ts-morph'
import { argumentsOf, receiverOf, skipOuter } from '../../libraries/paths.js'
import type { Tag } from '../../libraries/tags.js'
import { isSkippedInTurn, isWritten } from '../answers.js'
import type { Graph } from '../graph.js'
import { tagIn } from '../operations.js'
import { isFunctionLike, type Resolver } from '../resolver.js'
import type { FileFacts } from '../syntax.js'
import type { Call, EntryPoint, LibraryTarget, Middleware, Unit } from '../types.js'
import { aroundOptions, isFirstTaken, optionOf, readEntryTag } from './entry-tags.js'
import { extend, type Bound, type Frame, type Frames } from './frames.js'
import { givenMember } from './given-members.js'
import { groupsAround } from './groups.js'
import { listedRoutes } from './listed-routes.js'
import { membersOf, pairedHandler, readActions, type Action } from './member-handlers.js'
import { valuesAt, type MiddlewareReader } from './middleware.js'
import { optionGuards } from './option-guards.js'
import { joinPath } from './paths.js'
import { positionOf, type Position } from './position.js'
import { procedureChain } from './procedures.js'
import type { Router, Routers } from './routers.js'

export interface Registration {
  readonly call: Call
  readonly router: Router | undefined
  readonly position: Position
  /** Package whose function registers. */
  readonly package: string
}

export interface Mount extends Registration {
  readonly child: Router
  readonly prefix: string
  /** What is registered on the child is registered on the router it is mounted on. */
  readonly isShared: boolean
}

export interface Use extends Registration {
  readonly prefix: string
  readonly middleware: readonly Middleware[]
  /** `before`: in the order of registration; `always`: whatever the order; `error`: when something failed. */
  readonly runs: 'before' | 'always' | 'after' | 'error'
  /** It only counts for what is registered after it (for an error handler: before it). */
  readonly isOrdered: boolean
}

export interface Route extends Registration {
  readonly entry: Omit<EntryPoint, 'middleware' | 'errorHandlers' | 'path' | 'group' | 'application'> & { readonly ownPath: string | undefined }
  readonly own: readonly Middleware[]
}

/** Routes that one call registers at most, over all its callers. */
const MOST_VARIANTS = 500
const MOST_DEPTH = 4
const ERROR_HANDLER_ARITY = 4

export class Registrations {
  readonly routes: Route[] = []
  readonly uses: Use[] = []
  readonly mounts: Mount[] = []
  /** Functions that hear what is answered to the program itself: what stands in a handler's place where nobody asks. */
  readonly listeners = new Set<Unit>()
  /** Declarations of routers on which something is registered. */
  private readonly known = new Set<ts.Node>()
  private readonly pending: (() => void)[] = []
  /** Whether a library model has groups of routes. */
  private readonly grouping = new Map<ts.SourceFile, boolean>()

  constructor(
    private readonly resolver: Resolver,
    private readonly graph: () => Graph,
    private readonly frames: Frames,
    private readonly routers: Routers,
    private readonly reader: MiddlewareReader,
  ) {}

  /** Reads routes that files list as objects for a loader, where no call registers them. */
  readListed(facts: readonly FileFacts[], moduleOf: (fact: FileFacts) => Unit | undefined): void {
    const kinds = this.resolver.objectRoutes()
    const registered = new Set(kinds.length > 0 ? this.routes.map(({ entry }) => entry.handler) : [])
    for (const { library, names } of kinds)
      for (const fact of facts) {
        const module = moduleOf(fact)
        const tag = tagIn(library.tags, 'entry')
        if (!module || !tag || !fact.file.package.dependencies.has(library.package)) continue
        for (const object of listedRoutes(fact, names, this.resolver)) {
          // A route is its own registration: there is no call.
          const call = { unit: module, node: object as ts.Node as Call['node'], name: '', loop: undefined, isNew: false }
          const base: Registration = { call, router: undefined, position: [{ unit: module, at: object.end }], package: library.package }
          this.routes.push(...this.routeAt(base, undefined, tag, library, { expression: object, frame: undefined }).filter(({ entry }) => !registered.has(entry.handler)))
        }
      }
  }

  /** Reads all registrations of the units. */
  read(units: readonly Unit[]): void {
    for (const unit of units)
      for (const call of this.resolver.callsOf(unit)) {
        // What a decorator registers is read from the decorated member.
        if (!ts.isCallExpression(call.node) && !ts.isNewExpression(call.node)) continue
        if (ts.isDecorator(call.node.parent)) continue
        const made = ts.isNewExpression(call.node) ? this.routers.ofInstance(call.node) : undefined
        // What such a class registers on `this` is registered on each of its instances.
        if (made) this.mounts.push({ call, router: made.instance, child: made.ofClass, prefix: '', isShared: false, position: positionOf(call, undefined, this.graph()), package: '' })
        const library = this.resolver.resolve(call).library ?? this.dynamicMember(call.node) ?? givenMember(call.node, this.resolver, this.frames)
        if (!library) continue
        for (const tag of library.tags) {
          if (tag.name !== 'entry' && tag.name !== 'middleware' && tag.name !== 'mount' && tag.name !== 'router' && tag.name !== 'resource') continue
          for (const frame of this.variants(call, tag)) if (!this.isSkipped(call, frame)) this.register(call, frame, tag, library)
        }
      }
    // Which values are routers is known when all registrations are.
    for (const finish of this.pending) finish()
    this.shareMiddleware()
  }

  /** `const common = Router(); common.use(limit); app.use(common)`: what has no routes of its own stands in front of what follows. */
  private shareMiddleware(): void {
    const serving = new Set([...this.routes, ...this.mounts].map(({ router }) => router && this.routers.key(router)))
    for (const [index, mount] of this.mounts.entries())
      if (/^\/?$/.test(mount.prefix) && mount.router && !mount.isShared && mount.child.owner === undefined && !serving.has(this.routers.key(mount.child))) this.mounts[index] = { ...mount, isShared: true }
  }

  private register(call: Call, frame: Frame | undefined, tag: Tag, library: LibraryTarget): void {
    const router = tag.name === 'entry' && /^(?:procedure|action)\b/.test(tag.value) ? undefined : this.routers.ofRegistration(call.node, frame)
    if (tag.name === 'router') {
      // `app.basePath('/v1')`: a router of its own under the one it is made from.
      const child = router && this.routers.of(call.node as ts.Expression, frame)
      if (router && child && child.declaration !== router.declaration)
        this.mounts.push({ call, router, child, prefix: '', isShared: false, position: positionOf(call, frame, this.graph()), package: library.package })
      return
    }
    if (router) this.known.add(router.declaration)
    const base: Registration = { call, router, position: positionOf(call, frame, this.graph()), package: library.package }
    if (tag.name === 'entry') this.routes.push(...this.routesAt(base, frame, tag, library))
    else if (tag.name === 'resource') this.routes.push(...this.resourceAt(base, frame, tag, library))
    else if (tag.name === 'middleware') this.pending.push(() => this.readUse(base, frame, tag, library))
    else this.pending.push(() => this.readMount(base, frame, tag))
  }

  // ---- Callers of wrappers ----------------------------------------------------------------------------------

  /** The frames in which a registration is made: one for each caller of the wrapper it stands in. */
  private variants(call: Call, tag: Tag): (Frame | undefined)[] {
    let open: (Frame | undefined)[] = [undefined]
    for (let depth = 0; depth < MOST_DEPTH; depth++) {
      const next: (Frame | undefined)[] = []
      let grew = false
      for (const frame of open) {
        const frames = this.openFrames(call, tag, frame)
        grew ||= frames.length > 0
        if (frames.length > 0) next.push(...frames.map((one) => extend(frame, one)))
        else next.push(frame)
      }
      if (!grew || next.length > MOST_VARIANTS) break
      open = next
    }
    return open
  }

  /** `if (route.type === 'get') app.get(route.path, ...)`: not for what the element or the caller says of itself. */
  private isSkipped(call: Call, given: Frame | undefined): boolean {
    let { node } = call
    for (let frame = given; frame; frame = frame.outer) {
      const { outer, bindings, site } = frame
      const read = (argument: ts.Expression) => isWritten(this.frames.follow(argument, outer).expression)
      for (const [declaration, value] of bindings)
        if ((ts.isParameter(declaration) || ts.isVariableDeclaration(declaration)) && isSkippedInTurn([declaration, this.frames.follow(value, outer).expression], node, read)) return true
      if (site) node = site.node
    }
    return false
  }

  /** Frames for the first name of the registration that depends on a caller. */
  private openFrames(call: Call, tag: Tag, frame: Frame | undefined): Frame[] {
    const tried = new Set<object>()
    for (const expression of this.dependsOn(call, tag, frame)) {
      const owner = this.frames.openOwner(expression, frame)
      if (!owner || tried.has(owner)) continue
      tried.add(owner)
      const frames = this.frames.framesFor(owner)
      if (frames.length > 0) return frames
    }
    return []
  }

  /** Names that decide what is registered: router, method, path, handlers. */
  private dependsOn(call: Call, tag: Tag, frame: Frame | undefined): ts.Expression[] {
    const found: ts.Expression[] = []
    const root = receiverOf(call.node)
    if (root) found.push(...this.routers.rootsOf(root, frame))
    const callee = skipOuter((call.node as ts.CallExpression).expression)
    if (ts.isElementAccessExpression(callee)) found.push(callee.argumentExpression)
    const path = optionOf(tag.value, 'path')
    for (const written of path ? valuesAt(call.node, path, frame, this.frames) : []) {
      const value = skipOuter(written.expression)
      found.push(...(ts.isTemplateExpression(value) ? value.templateSpans.map((span) => span.expression) : [value]))
    }
    const handler = optionOf(tag.value, 'handler') ?? optionOf(tag.value, 'router')
    for (const { expression } of handler ? valuesAt(call.node, handler, frame, this.frames) : []) found.push(...this.leavesOf(expression, 0))
    // `subscribe(topic, handle)`, where the topic is not what the consumer is registered with.
    if (isWork(tag)) for (const { expression } of handler ? valuesAt(call.node, handler, frame, this.frames) : []) if (isFunctionLike(expression)) found.push(...this.resolver.functionsOf(expression).flatMap((unit) => calleesIn(unit)))
    // An options object that comes from a caller.
    const first = argumentsOf(call.node)[0]
    if (first && /(?:^|[=, |])0\./.test(tag.value)) found.push(first)
    return found
  }

  /** Names in a handler's place that stand for functions nobody knows here. */
  private leavesOf(expression: ts.Expression, depth: number): ts.Expression[] {
    const value = skipOuter(ts.isSpreadElement(expression) ? expression.expression : expression)
    if (depth > 3) return []
    if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((element) => this.leavesOf(element, depth + 1))
    if (ts.isCallExpression(value)) {
      const callee = skipOuter(value.expression)
      // `router.routes()` stands for the router.
      const receiver = ts.isPropertyAccessExpression(callee) ? [callee.expression] : []
      return [...receiver, ...value.arguments].flatMap((argument) => this.leavesOf(argument, depth + 1))
    }
    if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value)) return []
    return this.resolver.functionsOf(value).length > 0 ? [] : [value]
  }

  /** `router[method](path, handler)`: what the members that register routes have in common. */
  private dynamicMember(node: ts.Node): LibraryTarget | undefined {
    const callee = ts.isCallExpression(node) ? skipOuter(node.expression) : undefined
    if (!callee || !ts.isElementAccessExpression(callee) || ts.isStringLiteralLike(callee.argumentExpression) || ts.isNumericLiteral(callee.argumentExpression)) return undefined
    const type = this.resolver.valueType(callee.expression)
    const member = this.resolver.checker.getPropertyOfType(type, 'post') ?? this.resolver.checker.getPropertyOfType(type, 'mutation')
    const library = member && this.resolver.libraryOf(member)
    return library && tagIn(library.tags, 'entry') ? { ...library, member: '' } : undefined
  }

  // ---- Routes -----------------------------------------------------------------------------------------------

  private routesAt(base: Registration, frame: Frame | undefined, tag: Tag, library: LibraryTarget): Route[] {
    const first = argumentsOf(base.call.node)[0]
    const list = first && this.frames.follow(first, frame)
    // `server.route([{ ... }, { ... }])`
    if (list && /(?:^|[=, |])0\./.test(tag.value) && ts.isArrayLiteralExpression(list.expression))
      return list.expression.elements.flatMap((element) => this.routeAt(base, frame, tag, library, { expression: element, frame: list.frame }))
    return this.routeAt(base, frame, tag, library, undefined)
  }

  private routeAt(base: Registration, frame: Frame | undefined, tag: Tag, library: LibraryTarget, element: Bound | undefined): Route[] {
    const entry = readEntryTag(tag.value)
    const node = base.call.node
    const file = base.call.unit.file
    const at = (path: string) => valuesAt(node, path, frame, this.frames, element)
    const given: Bound[] = entry.handler ? at(entry.handler) : argumentsOf(node).filter((argument) => isFunctionLike(argument)).map((expression) => ({ expression, frame }))
    const named = given.at(-1)
    const member = named && pairedHandler(named, this.frames, this.resolver)
    const flat = member && named ? [...given.slice(0, -1).flatMap((handler) => this.reader.elements(handler)), named] : given.flatMap((handler) => this.reader.elements(handler))
    const last = flat.at(-1)
    if (!last) return []
    const written = entry.path ? at(entry.path)[0] : undefined
    const registered = member ? { units: [member], leaf: last.expression, wrappers: [] } : this.reader.handlers(last)
    const inner = frame && (written || isWork(tag)) ? this.runInside(registered.units, frame) : undefined
    const handlers = inner ? { units: inner.units, leaf: inner.leaf, wrappers: registered.wrappers } : registered
    // A procedure with a path is no step of a chain: `socket.on('pay', handler)`.
    const chain = (entry.kind === 'procedure' || entry.kind === 'action') && entry.path === undefined ? procedureChain(node, file, this.resolver, this.frames, this.reader) : undefined
    if (optionOf(tag.value, 'on') === 'given' && this.isMade(node, frame)) {
      for (const unit of handlers.units) this.listeners.add(unit)
      return []
    }
    const group = this.groupOf(base, library)
    const early = new Set(aroundOptions(entry.handler ?? '').early.flatMap((path) => at(path).flatMap((handler) => this.reader.elements(handler))).map(({ expression }) => expression))
    const before = flat.slice(0, -1)
    const functions = (isEarly: boolean) => before.filter(({ expression }) => early.has(expression) === isEarly).map((one) => this.reader.read(one, file, 'route'))
    const own = [
      ...(chain?.middleware ?? []),
      ...group.middleware,
      ...functions(true),
      ...(entry.options ? optionGuards(library, entry.options, at(entry.options), file, this.resolver, this.frames) : []),
      ...functions(false),
      ...handlers.wrappers.map((one) => this.reader.wrapper(one, file)),
      ...(inner ? [this.reader.read(last, file, 'route')] : []),
    ]
    const text = chain ? chain.path : written && this.pathOf(written)
    const ownPath = text !== undefined && group.prefix !== '' ? joinPath(group.prefix, text) : text
    const asked = this.methodsOf(entry.methodPath ? at(entry.methodPath)[0] : undefined, node, frame)
    const methods = asked.length > 0 ? asked : [library.member === '' ? undefined : entry.method]
    const evidence = [...(written ? [this.frames.follow(written.expression, written.frame).expression] : []), handlers.leaf, this.frames.follow(last.expression, last.frame).expression]
    const place = placeOf(base.call, frame, evidence)
    const routes = handlers.units.flatMap((handler) => methods.map((method): Route => ({
      ...base,
      own,
      entry: { kind: entry.kind, framework: library.package, method, ownPath, file: place.unit.file, node: element?.expression.getSourceFile() === place.node.getSourceFile() ? element.expression : place.node, handler, isFirstTaken: isFirstTaken(tag.value, file) },
    })))
    // `router.all('*', authenticate)`: a route that hands on guards what follows.
    for (const unit of handlers.units)
      if (methods.includes('ALL') && entry.kind === 'route' && unit.parameters.length >= 3 && ownPath !== undefined && /\*/.test(ownPath))
        this.uses.push({ ...base, prefix: ownPath, runs: 'before', isOrdered: true, middleware: [this.reader.read(last, file, 'router')] })
    return routes
  }

  /** Whether the object a call is made on is one that the program made, wherever it is set: `this.socket = new WebSocket(url)`. */
  private isMade(call: Call['node'], frame: Frame | undefined): boolean {
    const receiver = receiverOf(call)
    if (!receiver) return false
    const values = this.resolver.setTo(receiver).filter((one) => !/^(?:null|undefined)$/.test(one.getText()))
    return (values.length > 0 ? values : [this.frames.follow(receiver, frame).expression]).every((one) => ts.isNewExpression(skipOuter(one)))
  }

  /**
   * What a wrapper that takes a path and a function runs for it: `post(path, handle) { app.post(path, async (req, res) =>
   * res.json(await handle(req))) }`.
   */
  private runInside(units: readonly Unit[], frame: Frame): { readonly units: readonly Unit[]; readonly leaf: ts.Node } | undefined {
    const takesPath = (one: Frame) => [...one.bindings.values()].some((value) => ts.isStringLiteralLike(skipOuter(value)) || ts.isTemplateExpression(skipOuter(value)))
    for (const unit of units)
      for (const callee of calleesIn(unit)) {
        const declaration = this.resolver.symbolOf(callee)?.valueDeclaration
        let owner: Frame | undefined = frame
        while (owner && !(declaration && owner.bindings.has(declaration))) owner = owner.outer
        if (!owner || !takesPath(owner)) continue
        const { expression } = this.frames.follow(callee, frame)
        const given = this.resolver.functionsOf(expression)
        if (given.length > 0 && !given.includes(unit)) return { units: given, leaf: expression }
      }
    return undefined
  }

  /** A route for each member of a controller that has the name of an action. */
  private resourceAt(base: Registration, frame: Frame | undefined, tag: Tag, library: LibraryTarget): Route[] {
    const node = base.call.node
    const at = (name: string) => valuesAt(node, optionOf(tag.value, name) ?? '', frame, this.frames)[0]
    const written = at('path')
    const controller = at('controller')
    const members = controller && membersOf(controller, this.frames, this.resolver)
    if (!written || !members) return []
    const group = this.groupOf(base, library)
    const path = joinPath(group.prefix, this.pathOf(written)?.replace(/^\w+::[\w-]+\./, '') ?? '')
    const actions = optionOf(tag.value, 'actions') ?? '*'
    const named = actions === '*' ? [...members.keys()].map((name): Action => ({ name, method: undefined, path: `/${name}`, given: [] })) : readActions(actions)
    return named.flatMap((action): Route[] => {
      const handler = members.get(action.name)
      return handler
        ? [{ ...base, own: group.middleware, entry: { kind: 'route', framework: library.package, method: action.method, ownPath: joinPath(path, action.path), file: base.call.unit.file, node, handler, given: action.given } }]
        : []
    })
  }

  /** What groups around a registration and steps after it add, where the library has such. */
  private groupOf({ call }: Registration, library: LibraryTarget): { readonly prefix: string; readonly middleware: readonly Middleware[] } {
    const model = library.declaration.getSourceFile()
    let hasGroups = this.grouping.get(model)
    if (hasGroups === undefined) this.grouping.set(model, (hasGroups = model.text.includes('@group')))
    if (!hasGroups) return { prefix: '', middleware: [] }
    const { prefix, middleware } = groupsAround(call.node, this.resolver, this.frames)
    return { prefix, middleware: middleware.flatMap((one) => this.reader.elements(one)).map((one) => this.reader.read(one, call.unit.file, 'router')) }
  }

  /** A path as written, or that of `app.route('/orders')`. */
  private pathOf(written: Bound): string | undefined {
    const value = skipOuter(written.expression)
    if (!ts.isCallExpression(value)) return this.frames.text(value, written.frame)
    // The first call of a chain `router.route('/orders').get(...).post(...)` has the path.
    let at: ts.Expression = value
    for (;;) {
      const receiver = receiverOf(at)
      const inner = receiver && skipOuter(receiver)
      if (!inner || !ts.isCallExpression(inner)) break
      at = inner
    }
    const first = ts.isCallExpression(at) ? at.arguments[0] : undefined
    return first && this.frames.text(first, written.frame)
  }

  /** `router[method](...)`, `method: 'POST'`, `method: ['GET', 'POST']` */
  private methodsOf(written: Bound | undefined, node: ts.Node, frame: Frame | undefined): string[] {
    const callee = ts.isCallExpression(node) ? skipOuter(node.expression) : undefined
    const isMember = callee !== undefined && ts.isElementAccessExpression(callee) && !ts.isStringLiteralLike(callee.argumentExpression)
    const given = isMember ? { expression: callee.argumentExpression, frame } : written
    if (!given) return []
    const { expression, frame: inner } = this.frames.follow(given.expression, given.frame)
    const values = ts.isArrayLiteralExpression(expression) ? [...expression.elements] : [expression]
    return values.flatMap((value) => this.frames.text(value, inner)?.toUpperCase() ?? [])
  }

  // ---- Middleware and mounts --------------------------------------------------------------------------------

  private readUse(base: Registration, frame: Frame | undefined, tag: Tag, library: LibraryTarget): void {
    const path = optionOf(tag.value, 'path')
    const handler = optionOf(tag.value, 'handler') ?? '0+'
    const word = /(?:^| )(before|after|error)$/.exec(tag.value)?.[1]
    const written = path ? valuesAt(base.call.node, path, frame, this.frames)[0] : undefined
    const prefixText = written && !isFunctionLike(written.expression) ? this.frames.text(written.expression, written.frame) : written && this.constantName(written)
    const prefix = prefixText ?? ''
    // Where it runs is not known, and so neither is what it should stand in front of.
    const isElsewhere = written !== undefined && prefixText === undefined && argumentsOf(base.call.node).length > 1 && !this.resolver.functionsOf(written.expression).length
    const file = base.call.unit.file
    const guard = library.tags.filter((one) => one.name === 'guard')
    const before: Middleware[] = []
    const failed: Middleware[] = []
    for (const value of valuesAt(base.call.node, handler, frame, this.frames).flatMap((one) => (one.expression === written?.expression && prefixText !== undefined ? [] : this.reader.elements(one)))) {
      // `app.use(plugin.route, plugin.handler)`: a path that is not written here.
      if ((this.resolver.checker.getTypeAtLocation(value.expression).flags & ts.TypeFlags.StringLike) !== 0) continue
      const mounted = this.mountedBy(value)
      const child = this.mountable(mounted.value)
      if (child) {
        this.mounts.push({ ...base, child, prefix: joinPath(prefix, mounted.prefix), isShared: false })
        continue
      }
      const middleware = this.reader.read(value, file, 'router', guard)
      if (mounted.prefix !== '') {
        this.uses.push({ ...base, prefix: joinPath(prefix, mounted.prefix), middleware: [middleware], runs: 'before', isOrdered: !isElsewhere })
        continue
      }
      // Functions of four parameters are called when something failed, where nothing else says when they are: a hook takes a payload too.
      const isError = word === 'error' || (word === undefined && this.resolver.functionsOf(value.expression).some((unit) => unit.parameters.length >= ERROR_HANDLER_ARITY))
      ;(isError ? failed : before).push(middleware)
    }
    const runs = word === 'before' ? 'always' : word === 'after' ? 'after' : 'before'
    if (before.length > 0) this.uses.push({ ...base, prefix, middleware: before, runs, isOrdered: runs === 'before' && !isElsewhere })
    if (failed.length > 0) this.uses.push({ ...base, prefix, middleware: failed, runs: 'error', isOrdered: word !== 'error' && !isElsewhere })
  }

  /** A name of constant text in the place of a path. */
  private constantName(written: Bound): string | undefined {
    const { expression, frame } = this.frames.follow(written.expression, written.frame)
    return ts.isStringLiteralLike(expression) || ts.isTemplateExpression(expression) || ts.isArrayLiteralExpression(expression) ? this.frames.text(expression, frame) : undefined
  }

  private readMount(base: Registration, frame: Frame | undefined, tag: Tag): void {
    const path = optionOf(tag.value, 'path')
    const router = optionOf(tag.value, 'router')
    const options = optionOf(tag.value, 'options')
    const before = optionOf(tag.value, 'before')
    const node = base.call.node
    const written = path ? valuesAt(node, path, frame, this.frames)[0] : options ? valuesAt(node, `${options}.prefix`, frame, this.frames)[0] : undefined
    const prefix = written ? (this.frames.text(written.expression, written.frame) ?? '') : ''
    for (const value of router ? valuesAt(node, router, frame, this.frames) : []) {
      const child = this.mountable(value)
      if (child) this.mounts.push({ ...base, child, prefix, isShared: false })
      // A plugin: a function that is given the application; what it registers on its parameter is mounted here.
      const units = this.resolver.functionsOf(value.expression)
      const isShared = /(?:^| )shared(?: |$)/.test(tag.value) || this.sharesScope(value.expression)
      for (const unit of units) {
        const parameter = unit.parameters[0]
        if (!parameter) continue
        const plugin: Router = { declaration: parameter, owner: undefined }
        this.mounts.push({ ...base, child: plugin, prefix: isShared ? '' : prefix, isShared })
        const middleware = before ? valuesAt(node, before, frame, this.frames).flatMap((one) => this.reader.elements(one)).map((one) => this.reader.read(one, base.call.unit.file, 'router')) : []
        if (middleware.length > 0) this.uses.push({ ...base, router: plugin, prefix: '', middleware, runs: 'always', isOrdered: false })
      }
      if (units.length > 0 || child) continue
      // A plugin of a library guards what is registered after it.
      const middleware = this.reader.read(value, base.call.unit.file, 'router')
      const guard = tagIn(middleware.tags, 'guard')
      const condition = guard && optionOf(guard.value, 'if')
      const isOff = condition !== undefined && valuesAt(node, condition, frame, this.frames).some((one) => skipOuter(one.expression).kind === ts.SyntaxKind.FalseKeyword)
      if (guard && !isOff) this.uses.push({ ...base, prefix: '', middleware: [middleware], runs: 'before', isOrdered: false })
    }
  }

  /** `mount('/api', app)`: an application under a path, as something that is used. */
  private mountedBy(value: Bound): { readonly value: Bound; readonly prefix: string } {
    const { expression, frame } = this.frames.follow(value.expression, value.frame)
    if (!ts.isCallExpression(expression)) return { value, prefix: '' }
    const library = this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(expression.expression)), expression)
    const tag = library && tagIn(library.tags, 'mount')
    const [given] = tag ? valuesAt(expression, optionOf(tag.value, 'router') ?? '', frame, this.frames) : []
    if (!tag || !given) return { value, prefix: '' }
    const [written] = valuesAt(expression, optionOf(tag.value, 'path') ?? '', frame, this.frames)
    return { value: given, prefix: (written && this.frames.text(written.expression, written.frame)) ?? '' }
  }

  private mountable(value: Bound): Router | undefined {
    const router = this.routers.of(value.expression, value.frame)
    return router && this.known.has(router.declaration) ? router : undefined
  }

  /** `fp(plugin)`: directly, or where the plugin is declared. */
  private sharesScope(expression: ts.Expression): boolean {
    let value: ts.Expression | undefined = skipOuter(expression)
    for (let hops = 0; value && hops < 4; hops++) {
      if (ts.isCallExpression(value)) {
        const loaded: ts.Declaration | undefined = this.resolver.loadedBy(value)?.declarations?.[0]
        if (loaded) {
          value = ts.isExportAssignment(loaded) ? skipOuter(loaded.expression) : undefined
          continue
        }
        const library = this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(value.expression)), value)
        return library !== undefined && tagIn(library.tags, 'shared-scope') !== undefined
      }
      const declaration: ts.Declaration | undefined = ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) ? this.resolver.symbolOf(value)?.declarations?.[0] : undefined
      value =
        declaration && ts.isExportAssignment(declaration)
          ? skipOuter(declaration.expression)
          : declaration && ts.isVariableDeclaration(declaration) && declaration.initializer
            ? skipOuter(declaration.initializer)
            : undefined
    }
    return false
  }
}

/** Work that a broker or a queue hands out. */
function isWork(tag: Tag): boolean {
  return /^(?:consumer|job)\b/.test(tag.value)
}

/** Names that are called in a unit and in the functions written inside of it. */
function calleesIn(unit: Unit): ts.Identifier[] {
  const own = unit.calls.flatMap(({ node }) => (ts.isCallExpression(node) ? [skipOuter(node.expression)] : []).filter(ts.isIdentifier))
  return [...own, ...unit.children.flatMap(calleesIn)]
}

/**
 * Where a route is written: the registering call, or the call of a wrapper that is given its path or handler.
 */
function placeOf(call: Call, frame: Frame | undefined, evidence: readonly ts.Node[]): Call {
  const candidates = [call]
  for (let at = frame; at; at = at.outer) if (at.site) candidates.push(at.site)
  for (const node of evidence) {
    const found = candidates.find((candidate) => candidate.node.getSourceFile() === node.getSourceFile() && candidate.node.pos <= node.pos && node.end <= candidate.node.end)
    if (found) return found
  }
  return call
}
