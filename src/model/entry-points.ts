/**
 * Where work enters the application, assembled from registrations: decorators, calls on applications and routers,
 * functions of a handler type, and files that a framework finds by their place.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, receiverOf, skipOuter } from '../libraries/paths.js'
import type { Tag } from '../libraries/tags.js'
import type { WorkspaceFile } from '../workspace/types.js'
import type { Graph } from './graph.js'
import { handleFrom, tagIn } from './operations.js'
import { isServing } from './reach.js'
import { isFunctionLike, type Resolver } from './resolver.js'
import { constantText, HOLE } from './sql-text.js'
import type { Call, EntryKind, EntryPoint, LibraryTarget, Middleware, Unit } from './types.js'

/** A router or application: the variable, or the function whose parameter it is. */
type Router = ts.Symbol

interface Registration {
  readonly call: Call
  readonly router: Router | undefined
  /** Position in the order of registrations of its router. */
  readonly order: number
}

interface Mount extends Registration {
  readonly child: Router
  readonly prefix: string
}

interface Use extends Registration {
  readonly prefix: string
  readonly middleware: readonly Middleware[]
}

interface Route extends Registration {
  readonly entry: Omit<EntryPoint, 'middleware' | 'path'> & { readonly ownPath: string | undefined }
  readonly own: readonly Middleware[]
}

/** Routers are mounted in one another at most this deep. */
const MOST_MOUNTS = 8

export class EntryPoints {
  private known: readonly EntryPoint[] | undefined
  private serving: ReadonlyMap<Unit, EntryPoint> | undefined
  private working: ReadonlyMap<Unit, EntryPoint> | undefined
  private readonly handlers = new Map<Unit, EntryPoint>()

  constructor(
    private readonly units: () => readonly Unit[],
    private readonly resolver: Resolver,
    private readonly graph: () => Graph,
  ) {}

  get all(): readonly EntryPoint[] {
    this.known ??= this.find()
    return this.known
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

  /** Breadth first from all handlers at once: each unit learns the entry point that is nearest. */
  private spread(counts: (entry: EntryPoint) => boolean): ReadonlyMap<Unit, EntryPoint> {
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
    const entries: EntryPoint[] = []
    const routes: Route[] = []
    const uses: Use[] = []
    const mounts: Mount[] = []
    let order = 0
    for (const unit of this.units())
      for (const call of this.resolver.callsOf(unit)) {
        // What a decorator registers is read from the decorated member.
        if (ts.isPropertyAccessExpression(call.node) || ts.isDecorator(call.node.parent)) continue
        const library = this.resolver.resolve(call).library
        if (!library) continue
        for (const tag of library.tags) {
          const base = { call, router: this.routerOf(call.node), order: order++ }
          if (tag.name === 'entry') routes.push(...this.routesAt(base, tag, library))
          else if (tag.name === 'middleware') this.readUse(base, tag, uses, mounts)
          else if (tag.name === 'mount') this.readMount(base, tag, mounts)
        }
      }
    for (const route of routes) entries.push(assemble(route, uses, mounts))
    entries.push(...this.decorated(), ...this.typed(), ...this.byConvention())
    return unique(entries)
  }

  // ---- Registrations by calls -------------------------------------------------------------------------------

  private routesAt(base: Registration, tag: Tag, library: LibraryTarget): Route[] {
    const entry = readEntryTag(tag.value)
    const node = base.call.node
    const handlers = entry.handler
      ? atPath(node, entry.handler, (expression) => this.resolver.initializerOf(expression))
      : argumentsOf(node).filter((argument) => isFunctionLike(argument))
    const flat = handlers.flatMap((handler) => this.elementsOf(handler))
    const last = flat.at(-1)
    if (!last) return []
    const units = this.handlersOf(last)
    const own = flat.slice(0, -1).map((one) => this.middlewareOf(one, base.call.unit.file, 'route'))
    const written = entry.path ? atPath(node, entry.path, (expression) => this.resolver.initializerOf(expression))[0] : undefined
    const ownPath = written ? this.text(written) : undefined
    const method = entry.methodPath ? atPath(node, entry.methodPath)[0]?.getText().replace(/['"`]/g, '').toUpperCase() : entry.method
    return units.map((handler) => ({
      ...base,
      own,
      entry: { kind: entry.kind, framework: library.package, method, ownPath, file: base.call.unit.file, node, handler },
    }))
  }

  private readUse(base: Registration, tag: Tag, uses: Use[], mounts: Mount[]): void {
    const path = /(?:^| )path=(\S+)/.exec(tag.value)?.[1]
    const handler = /(?:^| )handler=(\S+)/.exec(tag.value)?.[1] ?? '0+'
    const written = path ? atPath(base.call.node, path)[0] : undefined
    const isPath = written !== undefined && (ts.isStringLiteralLike(skipOuter(written)) || ts.isTemplateExpression(skipOuter(written)) || ts.isArrayLiteralExpression(skipOuter(written)))
    const prefix = isPath && written ? (this.text(written) ?? '') : ''
    const middleware: Middleware[] = []
    for (const value of atPath(base.call.node, handler).flatMap((one) => this.elementsOf(one))) {
      if (isPath && value === written) continue
      const child = this.routerBehind(value)
      if (child) mounts.push({ ...base, child, prefix })
      else middleware.push(this.middlewareOf(value, base.call.unit.file, 'router'))
    }
    if (middleware.length > 0) uses.push({ ...base, prefix, middleware })
  }

  private readMount(base: Registration, tag: Tag, mounts: Mount[]): void {
    const path = /(?:^| )path=(\S+)/.exec(tag.value)?.[1]
    const router = /(?:^| )router=(\S+)/.exec(tag.value)?.[1]
    const options = /(?:^| )options=(\S+)/.exec(tag.value)?.[1]
    const written = path ? atPath(base.call.node, path)[0] : options ? atPath(base.call.node, `${options}.prefix`)[0] : undefined
    const prefix = written ? (this.text(written) ?? '') : ''
    for (const value of router ? atPath(base.call.node, router) : []) {
      const child = this.routerBehind(value)
      if (child) mounts.push({ ...base, child, prefix })
      // A plugin: a function that is given the application; what it registers on its parameter is mounted here.
      for (const unit of this.resolver.functionsOf(value)) {
        const parameter = unit.parameters[0]
        const symbol = parameter && ts.isIdentifier(parameter.name) ? this.resolver.symbolOf(parameter.name) : undefined
        if (symbol) mounts.push({ ...base, child: symbol, prefix })
      }
    }
  }

  /** The router a registration is made on: the root of the receiver, through chains such as `app.get(...).post(...)`. */
  private routerOf(node: ts.Node): Router | undefined {
    const receiver = receiverOf(node)
    if (!receiver) return undefined
    const handle = handleFrom(receiver, this.resolver)
    return handle.kind === 'symbol' ? this.origin(handle.symbol) : undefined
  }

  /** `const app: Application = server` and re-exports are one router. */
  private origin(symbol: ts.Symbol): ts.Symbol {
    const declaration = symbol.valueDeclaration
    if (declaration && ts.isVariableDeclaration(declaration) && declaration.initializer) {
      const value = skipOuter(declaration.initializer)
      if (ts.isIdentifier(value)) {
        const next = this.resolver.symbolOf(value)
        if (next && next !== symbol) return this.origin(next)
      }
    }
    return symbol
  }

  /** The router an argument evaluates to: a name of one, or a call of a project function that returns one. */
  private routerBehind(expression: ts.Expression): Router | undefined {
    const value = skipOuter(expression)
    if (ts.isCallExpression(value)) {
      const callee = skipOuter(value.expression)
      // `router.routes()` of Koa stands for the router.
      if (ts.isPropertyAccessExpression(callee) && /^(?:routes|middleware|callback)$/.test(callee.name.text)) {
        const symbol = handleFrom(callee.expression, this.resolver)
        return symbol.kind === 'symbol' ? this.origin(symbol.symbol) : undefined
      }
      for (const unit of this.resolver.functionsOf(callee))
        for (const returned of unit.returns) {
          const router = this.routerBehind(returned)
          if (router) return router
        }
      return undefined
    }
    if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value)) return undefined
    const symbol = this.resolver.symbolOf(value)
    if (!symbol) return undefined
    const origin = this.origin(symbol)
    const declaration = origin.valueDeclaration
    if (!declaration) return undefined
    const initializer =
      ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration) ? declaration.initializer : undefined
    const created = initializer && skipOuter(initializer)
    if (!created || (!ts.isCallExpression(created) && !ts.isNewExpression(created))) return undefined
    const callee = skipOuter(created.expression)
    if (this.resolver.functionsOf(callee).length > 0) return origin
    return /router|app|express|fastify|koa|hono/i.test(callee.getText()) ? origin : undefined
  }

  /** Members of lists of handlers, spreads included. */
  private elementsOf(expression: ts.Expression): ts.Expression[] {
    const value = skipOuter(expression)
    if (ts.isSpreadElement(value)) return this.elementsOf(value.expression)
    if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((element) => this.elementsOf(element))
    if (ts.isIdentifier(value)) {
      const initializer = this.resolver.initializerOf(value)
      if (initializer && ts.isArrayLiteralExpression(skipOuter(initializer))) return this.elementsOf(initializer)
    }
    return [value]
  }

  /** Units that handle: a function, one behind a wrapper, or one a factory returns. */
  private handlersOf(expression: ts.Expression): readonly Unit[] {
    const direct = this.resolver.functionsOf(expression)
    const value = skipOuter(expression)
    if (!ts.isCallExpression(value)) return direct
    const given = value.arguments.flatMap((argument) => (isFunctionLike(argument) || ts.isCallExpression(skipOuter(argument)) ? this.handlersOf(argument) : []))
    return given.length > 0 ? given : direct
  }

  private middlewareOf(expression: ts.Expression, file: WorkspaceFile, scope: Middleware['scope']): Middleware {
    const value = skipOuter(expression)
    const callee = ts.isCallExpression(value) ? value.expression : value
    const library = this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(callee)), value)
    const text = value.getText().replace(/\s+/g, ' ')
    return {
      node: value,
      file,
      label: text.length > 60 ? `${text.slice(0, 57)}...` : text,
      units: this.resolver.functionsOf(value),
      tags: library?.tags ?? [],
      scope,
    }
  }

  // ---- Decorators -------------------------------------------------------------------------------------------

  private decorated(): EntryPoint[] {
    const found: EntryPoint[] = []
    for (const unit of this.units()) {
      if (!ts.isMethodDeclaration(unit.node) || !unit.classNode) continue
      for (const decorator of ts.getDecorators(unit.node) ?? []) {
        const library = this.decoratorTarget(decorator)
        const tag = library && tagIn(library.tags, 'entry')
        if (!library || !tag) continue
        const entry = readEntryTag(tag.value)
        const prefix = this.controllerPrefix(unit.classNode)
        const own = entry.path ? this.decoratorText(decorator, entry.path) : undefined
        const isHttp = entry.kind === 'route'
        found.push({
          kind: entry.kind,
          framework: library.package,
          method: entry.methodPath ? this.decoratorText(decorator, entry.methodPath)?.toUpperCase() : entry.method,
          path: isHttp ? join(prefix ?? '', own ?? '') : (own ?? unit.name.slice(unit.name.lastIndexOf('.') + 1)),
          file: unit.file,
          node: decorator,
          handler: unit,
          middleware: [...this.guardsOf(unit.classNode, unit.file, 'controller'), ...this.guardsOf(unit.node, unit.file, 'route')],
        })
      }
    }
    for (const unit of this.units()) {
      // A worker class whose base or decorator says that its methods do jobs (`@Processor() class X extends WorkerHost`).
      if (!ts.isMethodDeclaration(unit.node) || !unit.classNode) continue
      const name = unit.node.name.getText()
      if (name !== 'process' && name !== 'handle' && name !== 'execute' && name !== 'run') continue
      for (const decorator of ts.getDecorators(unit.classNode) ?? []) {
        const library = this.decoratorTarget(decorator)
        const tag = library && tagIn(library.tags, 'entry')
        if (!library || !tag) continue
        const entry = readEntryTag(tag.value)
        found.push({
          kind: entry.kind,
          framework: library.package,
          method: undefined,
          path: entry.path ? this.decoratorText(decorator, entry.path) : undefined,
          file: unit.file,
          node: decorator,
          handler: unit,
          middleware: [],
        })
      }
    }
    return found
  }

  private decoratorTarget(decorator: ts.Decorator): LibraryTarget | undefined {
    const expression = decorator.expression
    const callee = ts.isCallExpression(expression) ? expression.expression : expression
    return this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(callee)), ts.isCallExpression(expression) ? expression : undefined)
  }

  private decoratorText(decorator: ts.Decorator, path: string): string | undefined {
    if (!ts.isCallExpression(decorator.expression)) return undefined
    const value = atPath(decorator.expression, path)[0]
    return value && this.text(value)
  }

  private controllerPrefix(node: ts.ClassLikeDeclaration): string | undefined {
    for (const decorator of ts.getDecorators(node) ?? []) {
      const library = this.decoratorTarget(decorator)
      const tag = library && tagIn(library.tags, 'controller')
      if (!tag) continue
      const path = /path=(\S+)/.exec(tag.value)?.[1]
      return path ? this.decoratorText(decorator, path) : undefined
    }
    return undefined
  }

  private guardsOf(node: ts.ClassLikeDeclaration | ts.MethodDeclaration, file: WorkspaceFile, scope: Middleware['scope']): Middleware[] {
    return (ts.getDecorators(node) ?? []).flatMap((decorator): Middleware[] => {
      const library = this.decoratorTarget(decorator)
      const guard = library && tagIn(library.tags, 'guard')
      const isCall = ts.isCallExpression(decorator.expression)
      // Decorators of the project may stand for guards too; who asks decides by what they are.
      if (library && !guard) return []
      const text = decorator.expression.getText().replace(/\s+/g, ' ')
      return [
        {
          node: decorator,
          file,
          label: text.length > 60 ? `${text.slice(0, 57)}...` : text,
          units: isCall ? (decorator.expression as ts.CallExpression).arguments.flatMap((argument) => this.guardUnits(argument)) : [],
          tags: library?.tags ?? [],
          scope,
        },
      ]
    })
  }

  /** The `canActivate` and the like of a guard class given to a decorator. */
  private guardUnits(expression: ts.Expression): readonly Unit[] {
    const value = skipOuter(expression)
    const name = ts.isNewExpression(value) || ts.isCallExpression(value) ? value.expression : value
    const declaration = this.resolver.symbolOf(name)?.valueDeclaration
    if (!declaration || !ts.isClassLike(declaration)) return []
    return declaration.members.flatMap((member) =>
      ts.isMethodDeclaration(member) && /^(?:canActivate|intercept|transform|use|catch)$/.test(member.name.getText()) ? (this.resolver.unitAt(member) ?? []) : [],
    )
  }

  // ---- Types and conventions --------------------------------------------------------------------------------

  /** `const handler: APIGatewayProxyHandler = async (event) => ...`. */
  private typed(): EntryPoint[] {
    return this.units().flatMap((unit): EntryPoint[] => {
      const node = unit.node
      if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return []
      const declaration = node.parent
      if (!ts.isVariableDeclaration(declaration) || !declaration.type) return []
      const tag = this.resolver.typeTags(this.resolver.checker.getTypeFromTypeNode(declaration.type), 'entry')
      if (!tag) return []
      const { kind, method } = readEntryTag(tag.value)
      return [{ kind, framework: declaration.type.getText(), method, path: unit.name, file: unit.file, node: declaration, handler: unit, middleware: [] }]
    })
  }

  private byConvention(): EntryPoint[] {
    return this.units().flatMap((unit): EntryPoint[] => {
      if (unit.kind === 'module' || unit.parent?.kind !== 'module') return []
      const place = conventionOf(unit)
      return place ? [{ ...place, framework: 'next', file: unit.file, node: unit.node, handler: unit, middleware: [] }] : []
    })
  }

  private text(expression: ts.Expression): string | undefined {
    const value = skipOuter(expression)
    if (ts.isArrayLiteralExpression(value)) return value.elements[0] && this.text(value.elements[0])
    if (ts.isRegularExpressionLiteral(value)) return value.text
    return constantText(value, this.resolver)?.replaceAll(HOLE, ':param')
  }
}

const METHODS = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/

/** Files Next finds by their place: `pages/api/**`, `app/**\/route.ts`, and functions marked `use server`. */
function conventionOf(unit: Unit): { kind: EntryKind; method: string | undefined; path: string | undefined } | undefined {
  const { file } = unit
  if (!file.package.dependencies.has('next')) return undefined
  const name = unit.name
  const isExported = isExportedUnit(unit)
  const api = /(?:^|\/)(?:src\/)?pages\/(api\/.*?)(?:\/index)?\.[cm]?[jt]sx?$/.exec(file.relative)
  if (api) return isExported === 'default' ? { kind: 'route', method: undefined, path: `/${api[1]}` } : undefined
  const route = /(?:^|\/)(?:src\/)?app\/(.*?)\/?route\.[cm]?[jt]sx?$/.exec(file.relative)
  if (route) return isExported && METHODS.test(name) ? { kind: 'route', method: name, path: `/${(route[1] ?? '').replace(/\([^)]*\)\/?/g, '')}` } : undefined
  return isExported && isServerAction(unit) ? { kind: 'action', method: 'POST', path: name } : undefined
}

function isServerAction(unit: Unit): boolean {
  if (!unit.isAsync) return false
  const isDirective = (statement: ts.Statement | undefined) =>
    statement !== undefined && ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression) && statement.expression.text === 'use server'
  const source = unit.node.getSourceFile()
  if (isDirective(source.statements[0])) return true
  const body = (unit.node as ts.FunctionLikeDeclaration).body
  return body !== undefined && ts.isBlock(body) && isDirective(body.statements[0])
}

function isExportedUnit(unit: Unit): 'named' | 'default' | undefined {
  let node: ts.Node = unit.node
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
    while (!ts.isStatement(node) && node.parent) node = node.parent
    if (ts.isExportAssignment(node)) return 'default'
  }
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined
  if (modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword)) return 'default'
  if (modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) return 'named'
  const source = unit.node.getSourceFile()
  for (const statement of source.statements) {
    if (ts.isExportAssignment(statement) && new RegExp(String.raw`\b${unit.name.replace(/[^\w$]/g, '')}\b`).test(statement.expression.getText())) return 'default'
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause))
      for (const element of statement.exportClause.elements)
        if ((element.propertyName ?? element.name).text === unit.name) return element.name.text === 'default' ? 'default' : 'named'
  }
  return undefined
}

interface EntryTag {
  readonly kind: EntryKind
  readonly method: string | undefined
  readonly methodPath: string | undefined
  readonly path: string | undefined
  readonly handler: string | undefined
}

function readEntryTag(value: string): EntryTag {
  const [kind = 'route', ...words] = value.split(' ')
  const plain = words.find((word) => !word.includes('='))
  const option = (name: string) => words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1)
  return {
    kind: kind as EntryKind,
    method: plain && /^[A-Z]+$/.test(plain) ? plain : undefined,
    methodPath: plain && !/^[A-Z]+$/.test(plain) ? plain : undefined,
    path: option('path'),
    handler: option('handler'),
  }
}

/** A route with the path and the middleware that its router and the routers around it add. */
function assemble(route: Route, uses: readonly Use[], mounts: readonly Mount[]): EntryPoint {
  const { ownPath, ...entry } = route.entry
  const middleware: Middleware[] = [...route.own]
  let path = ownPath
  let router = route.router
  let before = route as Registration
  for (let depth = 0; router && depth < MOST_MOUNTS; depth++) {
    const around = uses.filter((use) => use.router === router && comesBefore(use, before) && covers(use.prefix, path))
    middleware.unshift(...around.flatMap((use) => use.middleware))
    const mount = mounts.find((one) => one.child === router)
    if (!mount || mount.router === router) break
    if (path !== undefined || mount.prefix) path = join(mount.prefix, path ?? '')
    router = mount.router
    before = mount
  }
  return { ...entry, path: path === undefined ? undefined : entry.kind === 'route' ? join('', path) : path, middleware }
}

/** In one function the order of the text counts; across functions an earlier registration is assumed. */
function comesBefore(first: Registration, second: Registration): boolean {
  return first.call.unit !== second.call.unit || first.call.node.pos < second.call.node.pos
}

function covers(prefix: string, path: string | undefined): boolean {
  return prefix === '' || prefix === '/' || prefix === '*' || (path !== undefined && join('', path).startsWith(join('', prefix)))
}

function join(...parts: readonly string[]): string {
  const joined = parts
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter((part) => part !== '')
    .join('/')
  return `/${joined}`
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
