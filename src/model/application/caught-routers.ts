/**
 * Routers whose handlers are looked after by a package: what a handler rejects with reaches the error handlers, or may.
 *
 * A package that makes a router, or is given one and hands one back, can put itself around every handler that is
 * registered there. One that nobody models is taken to do so, as one that wraps a single handler is.
 */
import { ts } from 'ts-morph'
import { receiverOf, skipOuter } from '../../libraries/paths.js'
import type { CallIndex } from '../calls.js'
import type { Resolver } from '../resolver.js'
import type { Frame, Frames } from './frames.js'
import { assignedIn } from './routers.js'

const MOST_HOPS = 12
/** What changes a router where it is says so: nothing is seen of what else it could do with one. */
const CATCHES = /async|promise/i

export class CaughtRouters {
  private readonly known = new Map<ts.Node, boolean>()

  constructor(
    private readonly resolver: Resolver,
    private readonly frames: Frames,
    private readonly calls: CallIndex,
  ) {}

  /**
   * Whether a package looks, or may look, at what handlers give back.
   *
   * @param registration the call by which a router is given them
   */
  has(registration: ts.Node): boolean {
    const receiver = receiverOf(registration)
    return receiver !== undefined && this.isCaught(receiver, undefined, 0)
  }

  private isCaught(given: ts.Expression, frame: Frame | undefined, hops: number): boolean {
    if (hops > MOST_HOPS) return false
    const { expression, frame: inner } = this.frames.follow(given, frame)
    if (ts.isAwaitExpression(expression)) return this.isCaught(expression.expression, inner, hops + 1)
    if (ts.isCallExpression(expression) || ts.isNewExpression(expression)) return this.isMadeCaught(expression, hops + 1)
    const declaration = this.resolver.symbolOf(expression)?.valueDeclaration
    if (!declaration) return false
    let known = this.known.get(declaration)
    if (known === undefined) {
      this.known.set(declaration, false)
      known = this.isDeclaredCaught(declaration, hops + 1)
      this.known.set(declaration, known)
    }
    return known
  }

  private isDeclaredCaught(declaration: ts.Declaration, hops: number): boolean {
    // `module.exports = (app: Application) => { app.get(...) }`: what all callers give.
    if (ts.isParameter(declaration)) {
      const owner = this.resolver.unitAt(declaration.parent)
      const given = owner ? this.frames.framesFor(owner).map(({ bindings }) => bindings.get(declaration)) : []
      return given.length > 0 && given.every((value) => value !== undefined && this.isCaught(value, undefined, hops))
    }
    if (!ts.isVariableDeclaration(declaration) && !ts.isPropertyDeclaration(declaration)) return false
    const value = declaration.initializer ?? (ts.isPropertyDeclaration(declaration) ? assignedIn(declaration) : undefined)
    return (value !== undefined && this.isCaught(value, undefined, hops)) || (ts.isVariableDeclaration(declaration) && this.isGivenToCatch(declaration))
  }

  private isMadeCaught(made: ts.CallExpression | ts.NewExpression, hops: number): boolean {
    const callee = skipOuter(made.expression)
    const units = this.resolver.functionsOf(callee)
    if (units.length > 0) return units.some(({ returns }) => returns.some((returned) => this.isCaught(returned, undefined, hops)))
    const library = this.resolver.libraryOf(this.resolver.symbolOf(callee), made)
    const router = library?.tags.find(({ name }) => name === 'router')
    if (router) return /\bcatches\b/.test(router.value)
    if (!library && this.unknownPackage(callee) !== undefined) return true
    // `router.route('/orders').get(...)`
    const receiver = receiverOf(made)
    return receiver !== undefined && this.isCaught(receiver, undefined, hops)
  }

  /** `toAsyncRouter(router)`, beside where the router is declared: whether the result is used or not, it is the same one. */
  private isGivenToCatch(declaration: ts.VariableDeclaration): boolean {
    const unit = this.resolver.unitOf(declaration)
    if (!unit) return false
    return this.calls.giving(unit, declaration.name.getText()).some(({ node, name }) => {
      if (!ts.isCallExpression(node) || !node.arguments.some((argument) => this.resolver.symbolOf(argument)?.valueDeclaration === declaration)) return false
      const callee = skipOuter(node.expression)
      const unknown = this.resolver.functionsOf(callee).length === 0 ? this.unknownPackage(callee) : undefined
      return unknown !== undefined && (CATCHES.test(name) || CATCHES.test(unknown))
    })
  }

  /** The package that a callee is imported from, where it is a dependency that nobody models: `decorate`, `lib.decorate`, `require('lib')`. */
  private unknownPackage(callee: ts.Expression): string | undefined {
    let root = callee
    while (ts.isPropertyAccessExpression(root)) root = skipOuter(root.expression)
    const specifier = ts.isIdentifier(root) ? specifierOf(this.resolver.checker.getSymbolAtLocation(root)?.declarations?.[0]) : requiredBy(root)
    if (!specifier || this.resolver.checker.getSymbolAtLocation(specifier)) return undefined
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier.text)?.[0]
    return name !== undefined && this.resolver.unitOf(callee)?.file.package.dependencies.has(name) === true ? name : undefined
  }
}

/** The module in which a name of a file is declared. */
function specifierOf(declaration: ts.Declaration | undefined): ts.StringLiteralLike | undefined {
  const holder = declaration && ts.findAncestor(declaration, (at) => ts.isImportDeclaration(at) || ts.isImportEqualsDeclaration(at) || ts.isVariableDeclaration(at))
  if (!holder) return undefined
  if (ts.isVariableDeclaration(holder)) return holder.initializer && requiredBy(holder.initializer)
  const specifier = ts.isImportDeclaration(holder) ? holder.moduleSpecifier : ts.isImportEqualsDeclaration(holder) && ts.isExternalModuleReference(holder.moduleReference) ? holder.moduleReference.expression : undefined
  return specifier && ts.isStringLiteralLike(specifier) ? specifier : undefined
}

/** `require('lib')`, `require('lib').decorate` */
function requiredBy(expression: ts.Expression): ts.StringLiteralLike | undefined {
  let value = skipOuter(expression)
  while (ts.isPropertyAccessExpression(value)) value = skipOuter(value.expression)
  const [specifier] = ts.isCallExpression(value) && ts.isIdentifier(value.expression) && value.expression.text === 'require' ? value.arguments : []
  return specifier && ts.isStringLiteralLike(specifier) ? specifier : undefined
}
