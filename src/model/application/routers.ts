/**
 * Which router or application an expression is: the same value under all its names.
 */
import { ts } from 'ts-morph'
import { atPath, receiverOf, skipOuter } from '../../libraries/paths.js'
import type { Tag } from '../../libraries/tags.js'
import { heritageOf, type Resolver } from '../resolver.js'
import type { LibraryTarget } from '../types.js'
import type { Frame, Frames } from './frames.js'

/** A router by the declaration that holds it; for a member of a class that others extend, also the class it is of. */
export interface Router {
  readonly declaration: ts.Node
  readonly owner: ts.ClassLikeDeclaration | undefined
}

/** A router made from another one, sharing what is registered on it (`app.basePath('/v1')`). */
export interface Derived {
  readonly router: Router
  readonly from: Router
  readonly prefix: string
}

const MOST_HOPS = 16
/** Packages whose model is not loaded still create routers: what is left is the name of the function. */
const CREATES = /^(?:.*Router|express|fastify|Koa|Hono|restify|App(?:lication)?|create\w*App|server|buildServer)$/

export class Routers {
  private readonly bases = new Map<ts.ClassLikeDeclaration, Tag | undefined>()

  constructor(
    private readonly resolver: Resolver,
    private readonly frames: Frames,
  ) {}

  /** One key for each router. */
  key(router: Router): string {
    return `${idOf(router.declaration)}${router.owner ? `/${idOf(router.owner)}` : ''}`
  }

  /** The router a registration is made on. */
  ofRegistration(node: ts.Node, frame: Frame | undefined): Router | undefined {
    const receiver = receiverOf(node)
    return receiver && this.of(receiver, frame)
  }

  /** The names at the roots of chains that an expression is made of: `const signed = router.use(auth)` is `router`. */
  rootsOf(given: ts.Expression, frame: Frame | undefined): ts.Expression[] {
    const roots: ts.Expression[] = []
    for (let at: ts.Expression | undefined = given; at && roots.length < MOST_HOPS; ) {
      const root = chainRoot(at)
      roots.push(root)
      const made = this.resolver.initializerOf(this.frames.follow(root, frame).expression)
      const value = made && skipOuter(made)
      at = value && ts.isCallExpression(value) && !this.creates(value) && receiverOf(value) ? value : undefined
    }
    return roots
  }

  /**
   * The router an expression evaluates to: through names, members of classes, functions that return one, modules that
   * export one, and chains of registrations.
   */
  of(given: ts.Expression, frame: Frame | undefined, owner?: ts.ClassLikeDeclaration, depth = 0): Router | undefined {
    if (depth > MOST_HOPS) return undefined
    const { expression, frame: inner } = this.frames.follow(given, frame)
    const again = (next: ts.Expression) => this.of(next, inner, owner, depth + 1)
    if (ts.isAwaitExpression(expression)) return again(expression.expression)
    if (ts.isIdentifier(expression)) return this.ofDeclaration(this.resolver.symbolOf(expression)?.declarations, inner, depth)
    if (ts.isPropertyAccessExpression(expression)) return this.ofMember(expression, inner, owner, depth)
    if (expression.kind === ts.SyntaxKind.ThisKeyword) return this.ofClass(ts.findAncestor(expression, ts.isClassLike))
    if (ts.isNewExpression(expression)) return this.creates(expression) ? { declaration: holderOf(expression), owner: undefined } : undefined
    if (ts.isCallExpression(expression)) return this.ofCall(expression, inner, depth)
    return undefined
  }

  /** A class of the project that is a router: `class OrderRouter extends Router`, where it registers on `this`. */
  private ofClass(node: ts.ClassLikeDeclaration | undefined): Router | undefined {
    return node && this.baseOf(node) ? { declaration: node, owner: undefined } : undefined
  }

  /** The router that an instance of such a class is, and the class. */
  ofInstance(node: ts.NewExpression): { readonly instance: Router; readonly ofClass: Router } | undefined {
    const declared = this.resolver.symbolOf(skipOuter(node.expression))?.declarations?.find(ts.isClassLike)
    const ofClass = this.ofClass(declared)
    return ofClass && { instance: { declaration: holderOf(node), owner: undefined }, ofClass }
  }

  /** The library class of routers that a class of the project extends. */
  private baseOf(node: ts.ClassLikeDeclaration): Tag | undefined {
    let known = this.bases.get(node)
    if (!known && !this.bases.has(node)) {
      for (const one of lineOf(node, this.resolver)) {
        const base = heritageOf(one)
        const library = base && this.resolver.libraryOf(this.resolver.symbolOf(base), undefined)
        known ??= library && this.tagOf(library)
      }
      this.bases.set(node, known)
    }
    return known
  }

  /** `super({ prefix: '/orders' })` in the class of the project that is made here. */
  private superOf(node: ts.CallExpression | ts.NewExpression): ts.CallExpression | undefined {
    const own = ts.isNewExpression(node) ? this.resolver.symbolOf(skipOuter(node.expression))?.declarations?.find(ts.isClassLike) : undefined
    if (!own || !this.baseOf(own)) return undefined
    const constructor = own.members.find((member): member is ts.ConstructorDeclaration => ts.isConstructorDeclaration(member) && member.body !== undefined)
    for (const statement of constructor?.body?.statements ?? []) {
      const call = ts.isExpressionStatement(statement) ? statement.expression : undefined
      if (call && ts.isCallExpression(call) && call.expression.kind === ts.SyntaxKind.SuperKeyword) return call
    }
    return undefined
  }

  private tagOf(library: LibraryTarget): Tag | undefined {
    const constructor = ts.isClassLike(library.declaration) ? library.declaration.members.find(ts.isConstructorDeclaration) : undefined
    return [...library.tags, ...(constructor ? this.resolver.tags.tagsOf(constructor) : [])].find((tag) => tag.name === 'router')
  }

  /** Whether a router serves by itself, as far as its declaration shows. */
  isApplication(router: Router): boolean {
    const declaration = router.declaration
    if (ts.isParameter(declaration)) return false
    const assigned = ts.isVariableDeclaration(declaration) ? declaration.initializer : ts.isPropertyDeclaration(declaration) ? (declaration.initializer ?? assignedIn(declaration)) : ts.isExpression(declaration) ? declaration : undefined
    if (!assigned) return true
    const root = firstCall(ts.isAwaitExpression(assigned) ? assigned.expression : assigned)
    const tag = ts.isCallExpression(root) || ts.isNewExpression(root) ? this.creates(root) : undefined
    return tag === undefined || !tag.value.startsWith('sub')
  }

  /** Prefix given where a router is created (`new Router({ prefix: '/orders' })`). */
  prefixOf(router: Router): string {
    const declaration = router.declaration
    const initializer = (ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration)) && declaration.initializer
    let value = initializer ? skipOuter(initializer) : ts.isExpression(declaration) ? declaration : undefined
    let prefix = ''
    while (value && (ts.isCallExpression(value) || ts.isNewExpression(value))) {
      const path = /prefix=(\S+)/.exec(this.creates(value)?.value ?? '')?.[1]
      const written = path ? atPath(this.superOf(value) ?? value, path, (one) => this.resolver.initializerOf(one))[0] : undefined
      prefix = (written ? (this.frames.text(written, undefined) ?? '') : '') + prefix
      value = receiverOf(value) && skipOuter(receiverOf(value) as ts.Expression)
    }
    return prefix
  }

  /** The class `this` is of, where a method of a base class registers for the class that calls it. */
  private classOf(node: ts.Node, frame: Frame | undefined): ts.ClassLikeDeclaration | undefined {
    let found = ts.findAncestor(node, ts.isClassLike)
    for (let at = frame; at; at = at.outer) {
      const site = at.site?.node
      if (!site) continue
      const isOwn = receiverOf(site)?.kind === ts.SyntaxKind.ThisKeyword || (ts.isCallExpression(site) && site.expression.kind === ts.SyntaxKind.SuperKeyword)
      if (!isOwn) break
      found = ts.findAncestor(site, ts.isClassLike) ?? found
    }
    return found
  }

  private ofMember(expression: ts.PropertyAccessExpression, frame: Frame | undefined, given: ts.ClassLikeDeclaration | undefined, depth: number): Router | undefined {
    // What a parameter is declared as says less than the value it stands for.
    const value = this.frames.follow(expression.expression, frame).expression
    if (value !== skipOuter(expression.expression) && (ts.isNewExpression(value) || ts.isIdentifier(value))) {
      const type = this.resolver.typeOf(value)
      const found = this.resolver.checker.getPropertyOfType(type, expression.name.text)?.declarations?.[0]
      const holder = type.getSymbol()?.declarations?.find(ts.isClassLike)
      if (found && holder && (ts.isPropertyDeclaration(found) || ts.isGetAccessor(found))) return this.ofClassMember(found, holder, frame, depth)
    }
    const declarations = this.resolver.symbolOf(expression)?.declarations
    const declaration = declarations?.[0]
    if (!declaration) return undefined
    const member = ts.isPropertyDeclaration(declaration) || ts.isGetAccessor(declaration) || ts.isPropertyAccessExpression(declaration)
    if (!member) return this.ofDeclaration(declarations, frame, depth)
    const object = skipOuter(expression.expression)
    let owner = object.kind === ts.SyntaxKind.ThisKeyword ? (given ?? this.classOf(object, frame)) : undefined
    if (!owner && object.kind !== ts.SyntaxKind.ThisKeyword) owner = this.resolver.typeOf(object).getSymbol()?.declarations?.find(ts.isClassLike)
    return this.ofClassMember(declaration, owner, frame, depth)
  }

  private ofClassMember(declaration: ts.Declaration, owner: ts.ClassLikeDeclaration | undefined, frame: Frame | undefined, depth: number): Router | undefined {
    if (ts.isGetAccessor(declaration)) {
      for (const returned of this.resolver.unitAt(declaration)?.returns ?? []) {
        const router = this.of(returned, frame, owner, depth + 1)
        if (router) return router
      }
      return undefined
    }
    const assigned = ts.isPropertyDeclaration(declaration) ? (declaration.initializer ?? assignedIn(declaration)) : undefined
    const value = assigned && skipOuter(assigned)
    if (value && (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value))) {
      const router = this.of(value, frame, owner, depth + 1)
      if (router) return router
    }
    return { declaration, owner }
  }

  private ofDeclaration(declarations: readonly ts.Declaration[] | undefined, frame: Frame | undefined, depth: number): Router | undefined {
    const declaration = declarations?.[0]
    if (!declaration || depth > MOST_HOPS) return undefined
    const again = (next: ts.Expression) => this.of(next, frame, undefined, depth + 1)
    if (ts.isParameter(declaration)) return { declaration, owner: undefined }
    if (ts.isExportAssignment(declaration)) return again(declaration.expression) ?? { declaration, owner: undefined }
    if (ts.isBinaryExpression(declaration)) return again(declaration.right)
    if (ts.isPropertyAccessExpression(declaration) && ts.isBinaryExpression(declaration.parent)) return again(declaration.parent.right)
    if (ts.isShorthandPropertyAssignment(declaration)) {
      const value = this.resolver.checker.getShorthandAssignmentValueSymbol(declaration)
      return this.ofDeclaration(value?.declarations?.map((one) => one), frame, depth + 1)
    }
    if (ts.isPropertyAssignment(declaration)) return again(declaration.initializer)
    if (ts.isBindingElement(declaration)) return { declaration, owner: undefined }
    if (!ts.isVariableDeclaration(declaration)) return undefined
    const value = declaration.initializer && skipOuter(declaration.initializer)
    const made = value && ts.isAwaitExpression(value) ? skipOuter(value.expression) : value
    if (!made) return { declaration, owner: undefined }
    if (ts.isCallExpression(made) && !this.creates(made)) {
      const router = this.ofCall(made, frame, depth + 1)
      // A chain that ends in this variable is the variable.
      return router && router.declaration !== made ? router : { declaration, owner: undefined }
    }
    if (ts.isCallExpression(made) || ts.isNewExpression(made)) return this.creates(made) ? { declaration, owner: undefined } : undefined
    return again(made)
  }

  private ofCall(call: ts.CallExpression, frame: Frame | undefined, depth: number): Router | undefined {
    const callee = skipOuter(call.expression)
    const first = call.arguments[0]
    if (ts.isIdentifier(callee) && callee.text === 'require' && first && ts.isStringLiteralLike(first)) return this.ofModule(first, depth)
    if (this.creates(call)) return { declaration: holderOf(call), owner: undefined }
    const units = this.resolver.functionsOf(callee)
    for (const unit of units)
      for (const returned of unit.returns) {
        const router = this.of(returned, undefined, undefined, depth + 1)
        if (router) return router
      }
    if (units.length > 0 || !ts.isPropertyAccessExpression(callee)) return undefined
    // A step of a chain (`app.use(...).get(...)`), or `router.routes()` that stands for the router.
    const root = chainRoot(call)
    if ((ts.isCallExpression(root) || ts.isNewExpression(root)) && this.creates(root)) return { declaration: holderOf(root), owner: undefined }
    return this.of(callee.expression, frame, undefined, depth + 1)
  }

  /** What `require('./routes')` evaluates to. */
  private ofModule(specifier: ts.Expression, depth: number): Router | undefined {
    const module = this.resolver.checker.getSymbolAtLocation(specifier)
    const exported = module?.exports?.get(ts.InternalSymbolName.ExportEquals) ?? module?.exports?.get(ts.InternalSymbolName.Default)
    return this.ofDeclaration(exported && this.resolver.unalias(exported).declarations, undefined, depth + 1)
  }

  /** The tag of the function or class that creates a router, or a stand-in where only the name says so. */
  private creates(node: ts.CallExpression | ts.NewExpression): Tag | undefined {
    const callee = skipOuter(node.expression)
    const symbol = this.resolver.symbolOf(callee)
    const library = this.resolver.libraryOf(symbol, node)
    if (library) return this.tagOf(library)
    const own = ts.isNewExpression(node) ? symbol?.declarations?.find(ts.isClassLike) : undefined
    if (own) return this.baseOf(own)
    const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText()
    const isProject = this.resolver.functionsOf(callee).length > 0 || symbol?.declarations?.some(ts.isClassLike) === true
    return !isProject && CREATES.test(name) ? { name: 'router', value: /Router$/.test(name) ? 'sub' : '' } : undefined
  }
}

/** Base classes of a class, itself first. */
export function lineOf(node: ts.ClassLikeDeclaration, resolver: Resolver): ts.ClassLikeDeclaration[] {
  const line: ts.ClassLikeDeclaration[] = []
  for (let at: ts.ClassLikeDeclaration | undefined = node; at && !line.includes(at); ) {
    line.push(at)
    const base = heritageOf(at)
    at = base && resolver.symbolOf(base)?.declarations?.find(ts.isClassLike)
  }
  return line
}

/** What a class assigns to its property in the constructor. */
export function assignedIn(property: ts.PropertyDeclaration): ts.Expression | undefined {
  const owner = property.parent
  const constructor = owner.members.find((member): member is ts.ConstructorDeclaration => ts.isConstructorDeclaration(member) && member.body !== undefined)
  for (const statement of constructor?.body?.statements ?? []) {
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue
    const { left, operatorToken, right } = statement.expression
    if (operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isPropertyAccessExpression(left)) continue
    if (left.expression.kind === ts.SyntaxKind.ThisKeyword && left.name.text === property.name.getText()) return right
  }
  return undefined
}

/** The first call or construction of a chain; what is before it where it starts with a name. */
function chainRoot(node: ts.Expression): ts.Expression {
  let at = skipOuter(node)
  for (;;) {
    const receiver = receiverOf(at)
    if (!receiver || !(ts.isCallExpression(at) || ts.isNewExpression(at))) return at
    at = skipOuter(receiver)
  }
}

/** The first call or construction itself. */
function firstCall(node: ts.Expression): ts.Expression {
  let at = skipOuter(node)
  for (;;) {
    const receiver = receiverOf(at)
    const inner = receiver && skipOuter(receiver)
    if (!inner || !(ts.isCallExpression(inner) || ts.isNewExpression(inner))) return at
    at = inner
  }
}

/** The variable, member or export that a chain which starts at a node ends in; the node itself where there is none. */
function holderOf(node: ts.Node): ts.Node {
  let at = node
  for (;;) {
    const parent = at.parent
    const isOuter =
      (ts.isPropertyAccessExpression(parent) && parent.expression === at) ||
      (ts.isCallExpression(parent) && parent.expression === at) ||
      ts.isParenthesizedExpression(parent) ||
      ts.isAsExpression(parent) ||
      ts.isSatisfiesExpression(parent) ||
      ts.isNonNullExpression(parent) ||
      ts.isAwaitExpression(parent)
    if (!isOuter) break
    at = parent
  }
  const parent = at.parent
  return (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isExportAssignment(parent)) ? parent : node
}

const ids = new WeakMap<ts.Node, number>()
let lastId = 0

function idOf(node: ts.Node): number {
  let id = ids.get(node)
  if (id === undefined) {
    id = ++lastId
    ids.set(node, id)
  }
  return id
}
