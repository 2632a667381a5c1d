/**
 * What runs before a handler, from the expressions that are registered: lists, conditions, wrappers, classes.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, skipOuter } from '../../libraries/paths.js'
import type { Tag } from '../../libraries/tags.js'
import type { WorkspaceFile } from '../../workspace/types.js'
import { isFunctionLike, type Resolver } from '../resolver.js'
import type { Middleware, Unit } from '../types.js'
import { type Bound, type Frame, type Frames } from './frames.js'
import { givenAt } from '../given-by-callers.js'
import { loadedClass } from './member-handlers.js'
import { lineOf } from './routers.js'

/** The functions that handle, and what is wrapped around them, the outermost first. */
export interface Handlers {
  readonly units: readonly Unit[]
  /** The expression that names or is the innermost function. */
  readonly leaf: ts.Node
  readonly wrappers: readonly Bound[]
}

const MOST_DEPTH = 6
const LABEL_LENGTH = 60
/** Names of members that bind a token of a container. */
const BINDING = ['bind', 'rebind']
/** Members of applications that give them another member. */
const ADDING = ['decorate']
/** Members of classes that a framework calls before a handler. */
const CLASS_MEMBERS = /^(?:canActivate|intercept|transform|use|catch|handleRequest|shouldSkip|handler|handle)$/

export class MiddlewareReader {
  private added: Map<string, readonly ts.Expression[]> | undefined

  constructor(
    private readonly resolver: Resolver,
    private readonly frames: Frames,
  ) {}

  /** Members of lists, spreads and both sides of conditions included. */
  elements(given: Bound, depth = 0): Bound[] {
    const { expression, frame } = this.frames.follow(given.expression, given.frame)
    // The name of one middleware says more than what is behind it.
    const own = skipOuter(given.expression)
    if (depth > MOST_DEPTH) return [{ expression: own, frame: given.frame }]
    const again = (next: ts.Expression) => this.elements({ expression: next, frame }, depth + 1)
    if (ts.isSpreadElement(expression)) return again(expression.expression)
    if (ts.isSpreadElement(own)) return this.elements({ expression: own.expression, frame: given.frame }, depth + 1)
    if (ts.isArrayLiteralExpression(expression)) return expression.elements.flatMap((element) => again(element))
    if (ts.isConditionalExpression(expression)) {
      const branches = [expression.whenTrue, expression.whenFalse]
      return branches.some((branch) => this.isList(branch, frame)) ? branches.flatMap((branch) => again(branch)) : [{ expression, frame }]
    }
    if (ts.isBinaryExpression(expression) && /^(?:&&|\|\||\?\?)$/.test(expression.operatorToken.getText())) {
      const sides = expression.operatorToken.getText() === '&&' ? [expression.right] : [expression.left, expression.right]
      return sides.flatMap((side) => again(side))
    }
    if (ts.isCallExpression(expression)) {
      const lists = this.returned(expression, frame)
      if (lists.length > 0 && lists.every((one) => this.isList(one.expression, one.frame))) return lists.flatMap((one) => this.elements(one, depth + 1))
    }
    const isName = ts.isIdentifier(own) || ts.isPropertyAccessExpression(own)
    return [isName && given.frame === frame ? { expression: own, frame } : { expression, frame }]
  }

  /** Units behind the expression of a handler: a function, one behind wrappers, or one that a factory returns. */
  handlers(given: Bound, depth = 0): Handlers {
    const { expression, frame } = this.frames.follow(given.expression, given.frame)
    if (!ts.isCallExpression(expression) || depth > MOST_DEPTH) {
      // `const create = asyncHandler(async (req, res) => ...)`, named where it is registered.
      const made = this.madeBy(expression)
      const inner = made && depth <= MOST_DEPTH ? this.handlers({ expression: made, frame: undefined }, depth + 1) : undefined
      return inner && inner.units.length > 0 ? { ...inner, leaf: expression } : { units: this.resolver.functionsOf(expression), leaf: expression, wrappers: [] }
    }
    const callee = skipOuter(expression.expression)
    if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'bind') return this.handlers({ expression: callee.expression, frame }, depth + 1)
    const given2 = expression.arguments
      .filter((argument) => isFunctionLike(argument) || ts.isCallExpression(skipOuter(argument)))
      .map((argument) => ({ bound: { expression: argument, frame }, found: this.handlers({ expression: argument, frame }, depth + 1) }))
      .filter(({ found }) => found.units.length > 0)
    const last = given2.at(-1)
    if (!last) return { units: this.resolver.functionsOf(expression), leaf: expression, wrappers: [] }
    const earlier = given2.slice(0, -1).map(({ bound }) => bound)
    return { units: last.found.units, leaf: last.found.leaf, wrappers: [{ expression, frame }, ...earlier, ...last.found.wrappers] }
  }

  /** The call whose result a name stands for. */
  private madeBy(expression: ts.Expression): ts.CallExpression | undefined {
    if (!ts.isIdentifier(expression) && !ts.isPropertyAccessExpression(expression)) return undefined
    const declaration = this.resolver.symbolOf(expression)?.valueDeclaration
    if (!declaration) return undefined
    const assigned = ts.isBinaryExpression(declaration) ? declaration : declaration.parent
    const value =
      ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration) || ts.isPropertyDeclaration(declaration)
        ? declaration.initializer
        : ts.isBinaryExpression(assigned) && assigned.operatorToken.kind === ts.SyntaxKind.EqualsToken
          ? assigned.right
          : undefined
    const call = value && skipOuter(value)
    return call && ts.isCallExpression(call) && call.arguments.length > 0 ? call : undefined
  }

  /** One middleware, with what it runs and what its library says of it. */
  read({ expression, frame }: Bound, file: WorkspaceFile, scope: Middleware['scope'], extra: readonly Tag[] = []): Middleware {
    const value = skipOuter(expression)
    const text = value.getText().replace(/\s+/g, ' ')
    const own = this.behind({ expression: value, frame }, 0)
    return {
      node: value,
      file,
      label: text.length > LABEL_LENGTH ? `${text.slice(0, LABEL_LENGTH - 3)}...` : text,
      units: [...new Set(own.units)],
      tags: own.tags.some((tag) => tag.name === 'guard') ? own.tags : [...own.tags, ...extra],
      scope,
    }
  }

  /** The function around a handler as a middleware: what it does besides calling the handler. */
  wrapper({ expression, frame }: Bound, file: WorkspaceFile): Middleware {
    const value = skipOuter(expression)
    if (!ts.isCallExpression(value)) return this.read({ expression: value, frame }, file, 'route')
    const callee = skipOuter(value.expression)
    const library = this.resolver.libraryOf(this.resolver.symbolOf(callee), value)
    const units = this.resolver.functionsOf(callee)
    return { node: value, file, label: callee.getText().replace(/\s+/g, ' ').slice(0, LABEL_LENGTH), units: units.flatMap((unit) => [unit, ...unit.children]), tags: library?.tags ?? [], scope: 'route' }
  }

  /** Units and tags behind an expression: a function, an instance or class, what a factory of the project returns. */
  private behind(given: Bound, depth: number): { units: readonly Unit[]; tags: readonly Tag[] } {
    const token = skipOuter(given.expression)
    const named = ts.isPropertyAccessExpression(token) || ts.isIdentifier(token) ? this.resolver.symbolOf(token) : undefined
    const bound = named && this.boundTo(named)
    const { expression, frame } = this.frames.follow(bound ?? token, bound ? undefined : given.frame)
    if (depth > MOST_DEPTH) return { units: [], tags: [] }
    const again = (next: ts.Expression, inner = frame) => this.behind({ expression: next, frame: inner }, depth + 1)
    if (ts.isConditionalExpression(expression)) return merge([again(expression.whenTrue), again(expression.whenFalse)])
    if (ts.isAwaitExpression(expression)) return again(expression.expression)
    if (ts.isNewExpression(expression)) return this.ofClass(expression.expression)
    const loaded = loadedClass(expression, this.resolver)
    if (loaded) return this.ofDeclaration(loaded)
    if (ts.isCallExpression(expression)) {
      const plugin = this.resolver.loadedBy(expression)
      if (plugin) return { units: this.resolver.functionsOf(expression), tags: this.resolver.libraryOf(plugin)?.tags ?? [] }
      const callee = skipOuter(expression.expression)
      const library = this.resolver.libraryOf(this.resolver.symbolOf(callee), expression)
      if (library && library.tags.some((tag) => tag.name === 'guard')) return { units: this.resolver.functionsOf(expression), tags: library.tags }
      const own = this.resolver.functionsOf(callee)
      const made = own.length > 0 ? own : this.addedAs(callee).flatMap((value) => this.resolver.functionsOf(value))
      // `middleware.auth()`, where what is called loads the class.
      const lazy = made.flatMap((unit) => loadedClass(unit.node, this.resolver) ?? [])
      if (lazy.length > 0) return merge(lazy.map((one) => this.ofDeclaration(one)))
      // `loginLimiter()` of the project, which returns what a library makes.
      const returned = merge(this.returned(expression, frame).map((one) => this.behind(one, depth + 1)))
      const receiver = ts.isPropertyAccessExpression(callee) && made.length === 0 ? this.behind({ expression: callee.expression, frame }, depth + 1) : { units: [], tags: [] }
      const given2 = library ? expression.arguments.map((argument) => again(argument)) : []
      return merge([{ units: [...made, ...this.resolver.functionsOf(expression)], tags: library?.tags ?? [] }, returned, receiver, ...given2])
    }
    const symbol = this.resolver.symbolOf(expression)
    const declaration = symbol?.valueDeclaration
    if (declaration && ts.isClassLike(declaration)) return this.ofClass(expression)
    const library = this.resolver.libraryOf(symbol)
    if (library && library.tags.length > 0) return { units: [], tags: library.tags }
    if (declaration && ts.isVariableDeclaration(declaration) && declaration.initializer && !library) return again(declaration.initializer, undefined)
    if (declaration && ts.isShorthandPropertyAssignment(declaration)) {
      const value = this.resolver.checker.getShorthandAssignmentValueSymbol(declaration)?.valueDeclaration
      if (value && ts.isVariableDeclaration(value) && value.initializer) return again(value.initializer, undefined)
    }
    if (declaration && (ts.isPropertyDeclaration(declaration) || ts.isPropertyAssignment(declaration)) && declaration.initializer) return again(declaration.initializer, undefined)
    const units = this.resolver.functionsOf(expression)
    if (units.length === 0 && ts.isPropertyAccessExpression(expression)) {
      // A member of an instance: `limiter.middleware`, `bruteforce.prevent`.
      const receiver = again(expression.expression)
      if (receiver.tags.some((tag) => tag.name === 'guard')) return { units: [], tags: receiver.tags }
      return { units: this.addedAs(expression).flatMap((value) => this.resolver.functionsOf(value)), tags: [] }
    }
    return { units, tags: [] }
  }

  /** `app.decorate('verifySession', verifySession)`: what an application was given under the name of a member that nothing declares. */
  private addedAs(member: ts.Expression): readonly ts.Expression[] {
    if (!ts.isPropertyAccessExpression(member) || this.resolver.symbolOf(member)) return []
    if (!this.added) {
      this.added = new Map()
      for (const call of ADDING.flatMap((one) => this.resolver.callsNamed(one))) {
        // The application that a plugin is handed has no type; a function of the project that is called so does something else.
        const [name, value] = this.resolver.resolve(call).units.length === 0 ? argumentsOf(call.node) : []
        if (name && value && ts.isStringLiteralLike(name)) this.added.set(name.text, [...(this.added.get(name.text) ?? []), value])
      }
    }
    return this.added.get(member.name.text) ?? []
  }

  /** What a container gives for a token: `container.bind(TYPES.Guard).to(AuthGuard)`. */
  private boundTo(token: ts.Symbol): ts.Expression | undefined {
    this.tokens ??= new Map(
      BINDING.flatMap((name) => this.resolver.callsNamed(name)).flatMap((call): (readonly [ts.Symbol, ts.Expression])[] => {
        const next = call.node.parent.parent
        const given = ts.isCallExpression(call.node) && ts.isPropertyAccessExpression(call.node.parent) && ts.isCallExpression(next) ? next.arguments[0] : undefined
        const path = given && this.resolver.resolve(call).library?.tags.find((tag) => tag.name === 'binding')?.value
        const key = path === undefined ? undefined : atPath(call.node, path)[0]
        const symbol = key && this.resolver.symbolOf(key)
        const value = given && this.resolver.functionsOf(given)[0]?.returns[0]
        return symbol && given ? [[symbol, value ?? given]] : []
      }),
    )
    return this.tokens.get(token)
  }

  private tokens: ReadonlyMap<ts.Symbol, ts.Expression> | undefined

  /** What a framework calls on an instance of a class, and the tags of the library class it comes from. */
  private ofClass(name: ts.Expression): { units: readonly Unit[]; tags: readonly Tag[] } {
    const value = skipOuter(name)
    // `class JwtGuard extends AuthGuard('jwt')`
    if (ts.isCallExpression(value)) return this.behind({ expression: value, frame: undefined }, 1)
    const declaration = this.resolver.symbolOf(value)?.declarations?.find(ts.isClassLike)
    return declaration ? this.ofDeclaration(declaration) : { units: [], tags: [] }
  }

  private ofDeclaration(declaration: ts.ClassLikeDeclaration): { units: readonly Unit[]; tags: readonly Tag[] } {
    const units: Unit[] = []
    const tags: Tag[] = []
    const seen = new Set<string>()
    for (const node of lineOf(declaration, this.resolver)) {
      const library = this.resolver.libraryOf(this.resolver.checker.getSymbolAtLocation(node.name ?? node))
      if (library) {
        tags.push(...library.tags)
        break
      }
      for (const member of node.members) {
        const unit = this.resolver.unitAt(member)
        const own = member.name?.getText() ?? ''
        if (!unit || seen.has(own) || !CLASS_MEMBERS.test(own)) continue
        seen.add(own)
        units.push(unit)
      }
      const base = node.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0]?.expression
      if (base && ts.isCallExpression(skipOuter(base))) tags.push(...this.behind({ expression: base, frame: undefined }, 1).tags)
    }
    return { units, tags }
  }

  /** What the functions of the project behind a call return, with their parameters bound. */
  private returned(call: ts.CallExpression, frame: Frame | undefined): Bound[] {
    const callee = skipOuter(call.expression)
    if (ts.isCallExpression(callee)) return []
    return this.resolver.functionsOf(callee).flatMap((unit) => {
      const bindings = new Map<ts.Node, ts.Expression>()
      for (const parameter of unit.parameters) {
        const { value } = givenAt(call, parameter)
        if (value && !parameter.dotDotDotToken) bindings.set(parameter, value)
      }
      const inner: Frame = { unit, bindings, site: undefined, outer: frame }
      return unit.returns.map((expression) => ({ expression, frame: inner }))
    })
  }

  private isList(given: ts.Expression, frame: Frame | undefined): boolean {
    const { expression, frame: inner } = this.frames.follow(given, frame)
    if (ts.isConditionalExpression(expression)) return this.isList(expression.whenTrue, inner) || this.isList(expression.whenFalse, inner)
    return ts.isArrayLiteralExpression(expression)
  }
}

function merge(parts: readonly { units: readonly Unit[]; tags: readonly Tag[] }[]): { units: readonly Unit[]; tags: readonly Tag[] } {
  return { units: parts.flatMap((part) => part.units), tags: parts.flatMap((part) => part.tags) }
}

/** Reads values that a tag's path names, through frames. `element` stands for the first argument where that is a list. */
export function valuesAt(node: ts.Node, path: string, frame: Frame | undefined, frames: Frames, element?: Bound): Bound[] {
  if (path.includes(',')) return path.split(',').flatMap((part) => valuesAt(node, part, frame, frames, element))
  for (const alternative of path.split('|')) {
    const [head = '', ...properties] = alternative.split('.')
    let found: Bound[] = element && head === '0' ? [element] : atPath(node, head).map((expression) => ({ expression, frame }))
    for (const property of properties) found = found.flatMap((value) => frames.property(value, property))
    if (found.length > 0) return found
  }
  return []
}

