/**
 * What an application of decorated classes runs before every handler: guards registered on the application, provided
 * under a token of the framework, or applied to routes by a module.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, receiverOf, skipOuter } from '../../libraries/paths.js'
import type { Tag } from '../../libraries/tags.js'
import type { WorkspaceFile } from '../../workspace/types.js'
import { tagIn } from '../operations.js'
import type { FileFacts } from '../syntax.js'
import type { Resolver } from '../resolver.js'
import type { EntryKind, Middleware, Unit } from '../types.js'
import type { DecoratedEntry } from './decorators.js'
import { optionOf } from './entry-tags.js'
import type { Frames } from './frames.js'
import type { MiddlewareReader } from './middleware.js'
import { coversPath, joinPath } from './paths.js'
import type { Use } from './registrations.js'
import type { Router, Routers } from './routers.js'

/** The order in which a request passes them; filters run when something failed. */
const STAGES = ['middleware', 'guard', 'interceptor', 'pipe'] as const

function stageOf({ node, tags, units, scope }: Middleware): (typeof STAGES)[number] | 'filter' {
  if (scope === 'module') return 'middleware'
  const member = units.find((unit) => unit.classNode !== undefined)?.name.split('.').at(-1)
  const kind = tags.find((tag) => tag.name === 'guard')?.value.split(' ')[0]
  if (member === 'catch' || kind === 'error') return 'filter'
  if (member === 'transform' || kind === 'validate') return 'pipe'
  if (member === 'intercept' || kind === 'transform') return 'interceptor'
  if (member === 'canActivate' || kind !== undefined || scope !== 'application' || ts.isNewExpression(node)) return 'guard'
  return 'middleware'
}

/** What no request leads to. */
const UNGUARDED: ReadonlySet<EntryKind> = new Set(['cron', 'job', 'listener', 'cli'])

interface Global {
  readonly middleware: Middleware
  readonly covers: (entry: DecoratedEntry) => boolean
  /** Where it is registered for some routes, whether it names this one and no path above it. */
  readonly names: (entry: DecoratedEntry) => boolean
}

/** What routes something is registered for, or not. */
interface RouteTest {
  readonly covers: (entry: DecoratedEntry) => boolean
  readonly names: (entry: DecoratedEntry) => boolean
}

export class ContainerGuards {
  private readonly globals: Global[] = []
  /** Global path prefix by directory of the package. */
  private readonly prefixes = new Map<string, string>()
  /** What stands behind that prefix where a handler names no version of its own, by directory of the package. */
  private readonly versions = new Map<string, string>()
  /** Packages that start an application of their own. */
  private readonly applications = new Set<string>()
  /** Names of classes that modules register; `undefined` where not all lists say plainly which, null before it was asked. */
  private controllers: ReadonlySet<string> | undefined | null = null
  private facts: readonly FileFacts[] = []

  constructor(
    private readonly resolver: Resolver,
    private readonly frames: Frames,
    private readonly reader: MiddlewareReader,
    private readonly routers: Routers,
    private readonly uses: readonly Use[],
  ) {}

  /** Reads what applications and modules register. */
  read(units: readonly Unit[], facts: readonly FileFacts[]): void {
    for (const unit of units)
      for (const call of this.resolver.callsOf(unit)) {
        if ((!ts.isCallExpression(call.node) && !ts.isNewExpression(call.node)) || ts.isDecorator(call.node.parent)) continue
        const library = this.resolver.resolve(call).library
        if (!library) continue
        const routes = tagIn(library.tags, 'routes')
        if (routes && ts.isCallExpression(call.node)) this.readRoutes(call.node, routes.value, unit.file)
        const scope = tagIn(library.tags, 'application')
        if (!scope) continue
        this.applications.add(unit.file.package.directory)
        const prefix = optionOf(scope.value, 'prefix')
        const written = prefix ? atPath(call.node, prefix)[0] : undefined
        const text = written && this.frames.text(written, undefined)
        if (text !== undefined) this.prefixes.set(unit.file.package.directory, text)
        const version = optionOf(scope.value, 'version')
        const versioned = version ? this.versionOf(atPath(call.node, version)[0]) : undefined
        if (versioned !== undefined) this.versions.set(unit.file.package.directory, versioned)
        const served = optionOf(scope.value, 'on')
        if (served) this.readServed(atPath(call.node, served), unit.file)
        const handler = optionOf(scope.value, 'handler')
        const guard = library.tags.filter((tag) => tag.name === 'guard' && !/^auth/.test(tag.value))
        for (const value of handler ? atPath(call.node, handler) : [])
          for (const one of this.reader.elements({ expression: value, frame: undefined })) {
            if (ts.isStringLiteralLike(one.expression)) continue
            this.add(this.reader.read(one, unit.file, 'application', guard), unit.file)
          }
      }
    this.facts = facts
    for (const fact of facts) if (fact.file.surface === 'production' && /\bprovide\s*:\s*APP_/.test(fact.sourceFile.text)) this.readProviders(fact)
  }

  /** Whether a class is among the controllers of some module; classes left behind are in none. */
  isRegistered({ kind, framework, classNode }: DecoratedEntry): boolean {
    if (kind !== 'route' || !framework.startsWith('@nestjs/') || classNode.name === undefined) return true
    if (this.controllers === null) this.controllers = listedControllers(this.facts)
    if (this.controllers === undefined) return true
    if (!(ts.getDecorators(classNode) ?? []).some(({ expression }) => ts.isCallExpression(expression) && expression.expression.getText() === 'Controller')) return true
    return this.controllers.has(classNode.name.text)
  }

  /** What is registered for all or some decorated entry points. */
  get all(): readonly Middleware[] {
    return this.globals.map((global) => global.middleware)
  }

  /** The entry point with what is registered around it. */
  surround(entry: DecoratedEntry): DecoratedEntry {
    // A timer, a queue or an event asks nobody who it is.
    if (UNGUARDED.has(entry.kind)) return entry
    const before = this.globals.filter((global) => global.covers(entry)).map(({ middleware, names }): Middleware => (names(entry) ? { ...middleware, namesRoute: true } : middleware))
    const all = [...before, ...entry.middleware]
    // Options of a route say in which order their functions and checks run; decorators are sorted by what they stand for.
    const isOrdered = entry.middleware.some(({ node }) => ts.isObjectLiteralElement(node))
    const sorted = isOrdered ? all.filter(({ scope }) => scope !== 'route') : all
    const middleware = [...STAGES.flatMap((stage) => sorted.filter((one) => stageOf(one) === stage)), ...all.filter((one) => !sorted.includes(one))]
    return { ...entry, errorHandlers: all.filter((one) => stageOf(one) === 'filter').reverse(), path: this.pathOf(entry), middleware }
  }

  /** `{ type: VersioningType.URI, defaultVersion: '1' }`: the part of paths that says which version is meant. */
  private versionOf(options: ts.Expression | undefined): string | undefined {
    if (!options) return undefined
    const member = (name: string) => this.frames.property({ expression: options, frame: undefined }, name)[0]
    const [type, version, prefix] = [member('type'), member('defaultVersion'), member('prefix')]
    if (!type || !version || !/\bURI$/.test(type.expression.getText())) return undefined
    const number = this.frames.text(version.expression, version.frame)
    const before = !prefix ? 'v' : prefix.expression.kind === ts.SyntaxKind.FalseKeyword ? '' : this.frames.text(prefix.expression, prefix.frame)
    return number !== undefined && before !== undefined ? `${before}${number}` : undefined
  }

  /** The path with the prefix of the application, and the version that holds where none is named. */
  private pathOf({ kind, path, file, isVersioned }: DecoratedEntry): string | undefined {
    if (kind !== 'route' || path === undefined) return path
    const version = isVersioned === true ? undefined : this.versions.get(file.package.directory)
    const before = [this.prefixes.get(file.package.directory), version].flatMap((part) => part?.replace(/^\/+|\/+$/g, '') ?? [])
    return before.length > 0 ? `/${before.join('/')}${path}`.replace(/\/$/, '') : path
  }

  /** What is registered on the application that serves decorated handlers: `useServer(app)`, `setConfig((app) => ...)`. */
  private readServed(values: readonly ts.Expression[], file: WorkspaceFile): void {
    const served = values.flatMap((value): (Router | undefined)[] => {
      const units = this.resolver.functionsOf(value)
      return units.length > 0 ? units.map(({ parameters: [first] }) => first && { declaration: first, owner: undefined }) : [this.routers.of(value, undefined)]
    })
    const keys = new Set(served.flatMap((router) => (router ? [this.routers.key(router)] : [])))
    for (const use of this.uses) {
      if (!use.router || !keys.has(this.routers.key(use.router))) continue
      const error: Tag[] = use.runs === 'error' ? [{ name: 'guard', value: 'error' }] : []
      for (const one of use.middleware) this.add({ ...one, tags: [...one.tags, ...error], scope: 'application' }, file, (entry) => coversPath(use.prefix, this.pathOf(entry)))
    }
  }

  private add(middleware: Middleware, file: WorkspaceFile, covers: Global['covers'] = () => true, names: Global['names'] = () => false): void {
    const own = file.package.directory
    this.globals.push({
      middleware,
      // A package that starts no application is part of the one that does.
      covers: (entry) => (entry.file.package.directory === own || !this.applications.has(entry.file.package.directory) || !this.applications.has(own)) && covers(entry),
      names,
    })
  }

  /** `{ provide: APP_GUARD, useClass: ThrottlerGuard }`, wherever it stands. */
  private readProviders({ file, sourceFile }: FileFacts): void {
    const visit = (node: ts.Node): void => {
      if (ts.isObjectLiteralExpression(node)) {
        const member = (name: string) => node.properties.find((one): one is ts.PropertyAssignment => ts.isPropertyAssignment(one) && one.name.getText() === name)?.initializer
        const token = member('provide')
        const library = token && this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(token)))
        const tag = library && tagIn(library.tags, 'application')
        const value = member('useClass') ?? member('useValue') ?? member('useExisting') ?? this.made(member('useFactory'))
        if (library && tag && value) this.add(this.reader.read({ expression: value, frame: undefined }, file, 'application', library.tags.filter((one) => one.name === 'guard')), file)
      }
      ts.forEachChild(node, visit)
    }
    visit(sourceFile)
  }

  private made(factory: ts.Expression | undefined): ts.Expression | undefined {
    return factory && this.resolver.functionsOf(factory)[0]?.returns[0]
  }

  /** `consumer.apply(limiter).exclude('health').forRoutes(AuthController)` */
  private readRoutes(node: ts.CallExpression, value: string, file: WorkspaceFile): void {
    if (/ except$/.test(value)) return
    const given = atPath(node, value.split(' ')[0] ?? '0+').flatMap((one) => this.reader.elements({ expression: one, frame: undefined }))
    const tests = given.map(({ expression }) => this.routeTest(expression))
    const excluded: RouteTest[] = []
    const applied: Middleware[] = []
    for (let at: ts.Expression | undefined = receiverOf(node); at && ts.isCallExpression(skipOuter(at)); at = receiverOf(skipOuter(at))) {
      const call = skipOuter(at) as ts.CallExpression
      const library = this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(call.expression)), call)
      const routes = library && tagIn(library.tags, 'routes')
      const registers = library && tagIn(library.tags, 'middleware')
      if (routes && / except$/.test(routes.value)) excluded.push(...argumentsOf(call).map((one) => this.routeTest(one)))
      if (registers) {
        applied.push(...argumentsOf(call).flatMap((one) => this.reader.elements({ expression: one, frame: undefined })).map((one) => this.reader.read(one, file, 'module')))
        break
      }
    }
    const covers = (entry: DecoratedEntry) => tests.some((test) => test.covers(entry)) && !excluded.some((test) => test.covers(entry))
    for (const middleware of applied) this.add(middleware, file, covers, (entry) => tests.some((test) => test.names(entry)))
  }

  /** A path, a controller, or `{ path, method }`. */
  private routeTest(expression: ts.Expression): RouteTest {
    const isPath = (path: string) => (entry: DecoratedEntry) => entry.path !== undefined && joinPath(entry.path) === joinPath(path)
    const text = ts.isObjectLiteralExpression(skipOuter(expression)) ? undefined : this.frames.text(expression, undefined)
    if (text !== undefined) return { covers: (entry) => coversPath(text, entry.path), names: isPath(text) }
    const value = skipOuter(expression)
    if (ts.isObjectLiteralExpression(value)) {
      const member = (name: string) => this.frames.property({ expression: value, frame: undefined }, name)[0]
      const path = member('path')
      const method = member('method')?.expression.getText().split('.').at(-1)
      const prefix = path ? (this.frames.text(path.expression, path.frame) ?? '') : ''
      const isMethod = (entry: DecoratedEntry) => method === undefined || method === 'ALL' || entry.method === undefined || entry.method === 'ALL' || entry.method === method
      const isNamed = isPath(prefix)
      return { covers: (entry) => coversPath(prefix, entry.path) && isMethod(entry), names: (entry) => isNamed(entry) && isMethod(entry) }
    }
    const declaration = this.resolver.symbolOf(value)?.declarations?.find(ts.isClassLike)
    return { covers: (entry) => entry.classNode === declaration, names: () => false }
  }
}

/** `controllers: [OrderController, CartController]` of all modules, and classes that others extend; undefined where a list is put together. */
function listedControllers(facts: readonly FileFacts[]): ReadonlySet<string> | undefined {
  const names = new Set<string>()
  let isListed = false
  for (const { file, sourceFile } of facts) {
    if (file.surface === 'test' || file.surface === 'generated') continue
    for (const [, list = '', value = ''] of sourceFile.text.matchAll(/\bcontrollers\s*:\s*(?:\[([^\]]*)\]|([^\s[]))/g)) {
      const words = list.replace(/\/\/.*|\/\*[^]*?\*\//g, '').split(',').map((word) => word.trim()).filter((word) => word !== '')
      if (value !== '' || words.some((word) => !/^[A-Z]\w*$/.test(word))) return undefined
      isListed = true
      for (const word of words) names.add(word)
    }
    for (const [, base = ''] of sourceFile.text.matchAll(/\bextends\s+([A-Z]\w*Controller\w*)/g)) names.add(base)
  }
  return isListed ? names : undefined
}
