/**
 * Entry points declared by decorators, and the guards that decorators put before them.
 */
import { ts } from 'ts-morph'
import { atPath, skipOuter } from '../../libraries/paths.js'
import type { WorkspaceFile } from '../../workspace/types.js'
import { tagIn } from '../operations.js'
import type { Resolver } from '../resolver.js'
import type { EntryPoint, LibraryTarget, Middleware, Unit } from '../types.js'
import { aroundOptions, isFirstTaken, optionOf, readEntryTag, type EntryTag } from './entry-tags.js'
import type { Frames } from './frames.js'
import type { MiddlewareReader } from './middleware.js'
import { optionGuards } from './option-guards.js'
import { joinPath } from './paths.js'
import { lineOf } from './routers.js'

/** An entry point before what the application adds. */
export type DecoratedEntry = EntryPoint & {
  readonly classNode: ts.ClassLikeDeclaration
  /** It, or its class, says itself of which version of the interface it is. */
  readonly isVersioned?: boolean
}

const MOST_DEPTH = 4
const LABEL_LENGTH = 60

export class DecoratedEntries {
  constructor(
    private readonly resolver: Resolver,
    private readonly frames: Frames,
    private readonly reader: MiddlewareReader,
  ) {}

  /** Entry points of decorated methods and of worker classes. */
  read(units: readonly Unit[]): DecoratedEntry[] {
    return units.flatMap((unit) => (ts.isMethodDeclaration(unit.node) && unit.classNode ? [...this.ofMethod(unit, unit.node, unit.classNode), ...this.ofWorker(unit, unit.classNode)] : []))
  }

  /** The library declaration of a decorator. */
  target(decorator: ts.Decorator): LibraryTarget | undefined {
    const expression = decorator.expression
    const callee = ts.isCallExpression(expression) ? expression.expression : expression
    return this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(callee)), ts.isCallExpression(expression) ? expression : undefined)
  }

  private ofMethod(unit: Unit, node: ts.MethodDeclaration, owner: ts.ClassLikeDeclaration): DecoratedEntry[] {
    return (ts.getDecorators(node) ?? []).flatMap((decorator): DecoratedEntry[] => {
      const library = this.target(decorator)
      const tag = library && tagIn(library.tags, 'entry')
      if (!library || !tag) return []
      const entry = readEntryTag(tag.value)
      const own = entry.path ? this.text(decorator, entry.path) : undefined
      return [
        {
          kind: entry.kind,
          framework: library.package,
          method: entry.methodPath ? this.text(decorator, entry.methodPath)?.toUpperCase() : entry.method,
          path: entry.kind === 'route' ? joinPath(this.controllerPrefix(owner) ?? '', own ?? '') : (own ?? unit.name.slice(unit.name.lastIndexOf('.') + 1)),
          file: unit.file,
          node: decorator,
          handler: unit,
          middleware: [...this.guardsOn(owner, unit.file, 'controller'), ...this.optionsOf(decorator, library, entry, unit.file), ...this.guardsOn(node, unit.file, 'route')],
          errorHandlers: [],
          group: owner,
          application: undefined,
          isFirstTaken: isFirstTaken(tag.value, unit.file),
          isVersioned: [node, ...lineOf(owner, this.resolver)].some((one) => this.namesVersion(one)),
          classNode: owner,
        },
      ]
    })
  }

  /** A worker class whose base or decorator says that its methods do jobs (`@Processor() class X extends WorkerHost`). */
  private ofWorker(unit: Unit, owner: ts.ClassLikeDeclaration): DecoratedEntry[] {
    const name = (unit.node as ts.MethodDeclaration).name.getText()
    if (name !== 'process' && name !== 'handle' && name !== 'execute' && name !== 'run') return []
    return (ts.getDecorators(owner) ?? []).flatMap((decorator): DecoratedEntry[] => {
      const library = this.target(decorator)
      const tag = library && tagIn(library.tags, 'entry')
      if (!library || !tag) return []
      const entry = readEntryTag(tag.value)
      const path = entry.path ? this.text(decorator, entry.path) : undefined
      return [{ kind: entry.kind, framework: library.package, method: undefined, path, file: unit.file, node: decorator, handler: unit, middleware: [], errorHandlers: [], group: owner, application: undefined, classNode: owner }]
    })
  }

  /** What the options of a decorator switch on or put in front: `@POST('/orders', { schema, preHandler: [signedIn] })`. */
  private optionsOf(decorator: ts.Decorator, library: LibraryTarget, entry: EntryTag, file: WorkspaceFile): Middleware[] {
    const { expression } = decorator
    if (!ts.isCallExpression(expression)) return []
    const at = (path: string) => (path === '' ? [] : atPath(expression, path).map((one) => ({ expression: one, frame: undefined })))
    const { early, late } = aroundOptions(entry.handler ?? '')
    const functions = (paths: readonly string[]) => paths.flatMap(at).flatMap((given) => this.reader.elements(given).map((one) => this.reader.read(one, file, 'route')))
    return [...functions(early), ...(entry.options === undefined ? [] : optionGuards(library, entry.options, at(entry.options), file, this.resolver, this.frames)), ...functions(late)]
  }

  private text(decorator: ts.Decorator, path: string): string | undefined {
    if (!ts.isCallExpression(decorator.expression)) return undefined
    const value = atPath(decorator.expression, path)[0]
    return value && this.frames.text(value, undefined)
  }

  private namesVersion(node: ts.MethodDeclaration | ts.ClassLikeDeclaration): boolean {
    return (ts.getDecorators(node) ?? []).some((decorator) => {
      const path = optionOf(tagIn(this.target(decorator)?.tags ?? [], 'controller')?.value ?? '', 'version')
      return path !== undefined && ts.isCallExpression(decorator.expression) && atPath(decorator.expression, path).length > 0
    })
  }

  private controllerPrefix(node: ts.ClassLikeDeclaration): string | undefined {
    for (const owner of lineOf(node, this.resolver))
      for (const decorator of ts.getDecorators(owner) ?? []) {
        const library = this.target(decorator)
        const tag = library && tagIn(library.tags, 'controller')
        if (!tag) continue
        const path = optionOf(tag.value, 'path')
        return path ? this.text(decorator, path) : undefined
      }
    return undefined
  }

  private guardsOn(node: ts.ClassLikeDeclaration | ts.MethodDeclaration, file: WorkspaceFile, scope: Middleware['scope']): Middleware[] {
    // A controller inherits the guards of the class it extends.
    const nodes = ts.isClassLike(node) ? lineOf(node, this.resolver) : [node]
    return nodes.flatMap((one) => (ts.getDecorators(one) ?? []).flatMap((decorator) => this.guardsOf(decorator.expression, decorator, file, scope, 0)))
  }

  /** Guards a decorator stands for: those given to it, or those of the decorators a project decorator is composed of. */
  private guardsOf(expression: ts.Expression, decorator: ts.Node, file: WorkspaceFile, scope: Middleware['scope'], depth: number): Middleware[] {
    const value = skipOuter(expression)
    const callee = skipOuter(ts.isCallExpression(value) ? value.expression : value)
    const library = this.resolver.libraryOf(this.resolver.symbolOf(callee), ts.isCallExpression(value) ? value : undefined)
    if (library) {
      const composes = tagIn(library.tags, 'composes')
      if (composes && ts.isCallExpression(value)) return atPath(value, composes.value).flatMap((one) => this.reader.elements({ expression: one, frame: undefined }).flatMap((inner) => this.guardsOf(inner.expression, decorator, file, scope, depth + 1)))
      const guard = tagIn(library.tags, 'guard')
      if (!guard || this.isTurnedAside(guard.value, value)) return []
      const path = optionOf(guard.value, 'handler')
      const given = path && ts.isCallExpression(value) ? atPath(value, path).flatMap((one) => this.reader.elements({ expression: one, frame: undefined })) : []
      // What `@UseGuards(...)` is given says what it is; the decorator only says that it guards.
      if (given.length > 0) return given.map((one) => ({ ...this.reader.read(one, file, scope, library.tags.filter((tag) => !/^auth/.test(tag.value))) }))
      // `@httpGet('/:id')` without middleware guards nothing.
      if (path && library.tags.some(({ name }) => name === 'entry' || name === 'controller')) return []
      return [{ node: decorator, file, label: labelOf(value), units: [], tags: library.tags, scope }]
    }
    const units = this.resolver.functionsOf(callee)
    const composed = depth < MOST_DEPTH ? units.flatMap((unit) => unit.returns.flatMap((returned) => this.guardsOf(returned, decorator, file, scope, depth + 1))) : []
    if (composed.length > 0) return composed.map((one) => ({ ...one, label: one.label === labelOf(value) ? one.label : `${labelOf(value)}: ${one.label}` }))
    if (depth > 0 && !ts.isCallExpression(value)) return []
    // Decorators of the project or of packages without a model may stand for guards too; who asks decides.
    return ts.isDecorator(decorator) && !this.isPlain(value, units) ? [{ node: decorator, file, label: labelOf(value), units, tags: [], scope }] : []
  }

  /** `@SkipThrottle({ reports: true })` leaves the other limits on: it is given something, and not what would take effect. */
  private isTurnedAside(guard: string, value: ts.Expression): boolean {
    const condition = optionOf(guard, 'if')
    if (condition === undefined || !ts.isCallExpression(value) || value.arguments.length === 0) return false
    const [given] = atPath(value, condition)
    return given === undefined || given.kind === ts.SyntaxKind.FalseKeyword
  }

  /** A decorator of a package without a model is kept; a function expression inside a composed one is not. */
  private isPlain(value: ts.Expression, units: readonly Unit[]): boolean {
    return ts.isArrowFunction(value) || ts.isFunctionExpression(value) || (units.length > 0 && units.every((unit) => unit.calls.length === 0))
  }
}

function labelOf(expression: ts.Expression): string {
  const text = expression.getText().replace(/\s+/g, ' ')
  return text.length > LABEL_LENGTH ? `${text.slice(0, LABEL_LENGTH - 3)}...` : text
}
