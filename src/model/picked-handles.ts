/**
 * Transaction handles that the code picks: out of what it is given, out of storage that follows the call, or because
 * one is there.
 */
import { ts } from 'ts-morph'
import { receiverOf, skipOuter } from '../libraries/paths.js'
import { endsFunction } from './control-flow.js'
import type { Resolver } from './resolver.js'
import type { Call, Unit } from './types.js'

/** Receivers are followed through this many calls and variables. */
const MOST_HOPS = 12

export class PickedHandles {
  private readonly picking = new Map<Unit, boolean>()

  constructor(private readonly resolver: Resolver) {}

  /** `if (tx) { ... }`: where a handle that may be missing was asked for, it is there. */
  isGivenWhere(symbol: ts.Symbol, place: ts.Node): boolean {
    const declaration = symbol.valueDeclaration
    if (!declaration || !ts.isParameter(declaration) || declaration.initializer) return false
    for (let node = place; node.parent && node !== declaration.parent; node = node.parent) {
      const { parent } = node
      const test = ts.isIfStatement(parent) && parent.thenStatement === node ? parent.expression : ts.isConditionalExpression(parent) && parent.whenTrue === node ? parent.condition : undefined
      if (test && this.isPresence(test, symbol)) return true
    }
    return false
  }

  /** `if (!tx) { ... }`, `tx ? ... : here`: the parameter whose absence was asked for on the way to a place. */
  absentWhere(place: ts.Node): ts.ParameterDeclaration | undefined {
    for (let node = place; node.parent && !ts.isFunctionLike(node); node = node.parent) {
      const { parent } = node
      if (ts.isIfStatement(parent)) {
        const named = this.nameIn(parent.expression)
        if (named && named.isAbsent === (parent.thenStatement === node) && node !== parent.expression) return named.parameter
      } else if (ts.isConditionalExpression(parent) && parent.condition !== node) {
        const named = this.nameIn(parent.condition)
        if (named && named.isAbsent === (parent.whenTrue === node)) return named.parameter
      } else if (ts.isBlock(parent)) {
        // `if (tx) return tx.order.update(...)` in front of it.
        for (const before of parent.statements) {
          if (before === node) break
          const named = ts.isIfStatement(before) && !before.elseStatement && endsFunction(before.thenStatement) ? this.nameIn(before.expression) : undefined
          if (named && !named.isAbsent) return named.parameter
        }
      }
    }
    return undefined
  }

  /** The parameter that a condition asks for: `tx`, `!tx`. */
  private nameIn(condition: ts.Expression): { parameter: ts.ParameterDeclaration; isAbsent: boolean } | undefined {
    const value = skipOuter(condition)
    const isAbsent = ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken
    const name = skipOuter(isAbsent ? value.operand : value)
    if (!ts.isIdentifier(name)) return undefined
    const declaration = this.resolver.symbolOf(name)?.valueDeclaration
    return declaration && ts.isParameter(declaration) && !declaration.initializer ? { parameter: declaration, isAbsent } : undefined
  }

  private isPresence(test: ts.Expression, symbol: ts.Symbol): boolean {
    const value = skipOuter(test)
    if (ts.isIdentifier(value)) return this.resolver.symbolOf(value) === symbol
    if (!ts.isBinaryExpression(value)) return false
    const { kind } = value.operatorToken
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return this.isPresence(value.left, symbol) || this.isPresence(value.right, symbol)
    const differs = kind === ts.SyntaxKind.ExclamationEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsToken
    return differs && /^(?:undefined|null)$/.test(value.right.getText()) && this.isPresence(value.left, symbol)
  }

  /** Calls and accesses that give the receiver of a call, from the outside in, also through the variable that holds it. */
  *madeBy(node: ts.Node): Iterable<ts.CallExpression | ts.PropertyAccessExpression> {
    let at: ts.Expression | undefined = receiverOf(node)
    for (let hops = 0; at && hops < MOST_HOPS; hops++) {
      if (ts.isCallExpression(at) || ts.isPropertyAccessExpression(at)) yield at
      if (ts.isIdentifier(at)) at = this.resolver.initializerOf(at)
      else at = ts.isCallExpression(at) || ts.isPropertyAccessExpression(at) || ts.isAwaitExpression(at) ? at.expression : undefined
      at &&= skipOuter(at)
    }
  }

  /**
   * `connection.getRepository(context, Order)`, `this.client.order`: the function or accessor of the project that gives
   * the receiver takes a handle out of what it is given, or out of storage that follows the call.
   */
  isPicked({ node }: Call): boolean {
    for (const at of this.madeBy(node)) {
      // `repositoryOf(dataSource)`: what it is given is a client, not a context.
      if (ts.isCallExpression(at) && at.arguments.some((argument) => this.resolver.typeTags(this.resolver.typeOf(argument), 'connection') !== undefined)) continue
      const accessor = ts.isPropertyAccessExpression(at) ? this.resolver.symbolOf(at)?.declarations?.find(ts.isGetAccessorDeclaration) : undefined
      const units = accessor ? [this.resolver.unitAt(accessor)] : ts.isCallExpression(at) ? this.resolver.functionsOf(skipOuter(at.expression)) : []
      if (units.some((unit) => unit && this.picks(unit))) return true
    }
    return false
  }

  /** Whether what a function gives back comes out of its arguments or out of storage that follows the call. */
  picks(unit: Unit): boolean {
    const known = this.picking.get(unit)
    if (known !== undefined) return known
    this.picking.set(unit, false)
    const names = unit.parameters.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []))
    const isGiven = (expression: ts.Expression, hops: number): boolean => {
      const value = skipOuter(expression)
      if (hops > 4) return false
      if (ts.isAwaitExpression(value)) return isGiven(value.expression, hops)
      if (ts.isBinaryExpression(value)) return isGiven(value.left, hops + 1) || isGiven(value.right, hops + 1)
      if (ts.isConditionalExpression(value)) return isGiven(value.whenTrue, hops + 1) || isGiven(value.whenFalse, hops + 1)
      if (ts.isPropertyAccessExpression(value) || ts.isElementAccessExpression(value)) return isGiven(value.expression, hops)
      if (ts.isCallExpression(value)) {
        const callee = skipOuter(value.expression)
        if (ts.isPropertyAccessExpression(callee) && (callee.name.text === 'getStore' || this.isContext(callee))) return true
        // `manager.getRepository(Order)` is given by its receiver; `this.managerOf(context)` by its argument as well.
        const isMember = ts.isPropertyAccessExpression(callee)
        if (isMember && isGiven(callee.expression, hops + 1)) return true
        return this.resolver.functionsOf(callee).some((inner) => inner !== unit && this.picks(inner))
      }
      if (!ts.isIdentifier(value)) return false
      if (names.includes(value.text)) return true
      const initializer = this.resolver.initializerOf(value)
      return initializer !== undefined && isGiven(initializer, hops + 1)
    }
    const picks = unit.returns.some((returned) => isGiven(returned, 0))
    this.picking.set(unit, picks)
    return picks
  }

  /** `cls.get('tx')`: what a library keeps for the call that is running. */
  private isContext(callee: ts.PropertyAccessExpression): boolean {
    return this.resolver.libraryOf(this.resolver.symbolOf(callee))?.tags.some(({ name }) => name === 'context') === true
  }
}
