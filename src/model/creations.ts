/**
 * The call that made what an expression stands for: a client.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import type { CallIndex } from './calls.js'
import type { Resolver } from './resolver.js'
import type { Call } from './types.js'

const MOST_HOPS = 6

export class Creations {
  private readonly known = new Map<ts.Node, readonly Call[]>()

  /**
   * @param makes whether a call makes what is looked for
   */
  constructor(
    private readonly resolver: Resolver,
    private readonly calls: CallIndex,
    private readonly makes: (call: Call) => boolean,
  ) {}

  /** Calls that may have made the value of an expression; empty where that is not seen. */
  of(expression: ts.Expression): readonly Call[] {
    let found = this.known.get(expression)
    if (!found) {
      this.known.set(expression, [])
      found = [...new Set(this.follow(expression, 0))]
      this.known.set(expression, found)
    }
    return found
  }

  private follow(expression: ts.Node, hops: number): Call[] {
    if (hops > MOST_HOPS || !ts.isExpression(expression)) return []
    const value = skipOuter(expression)
    if (ts.isAwaitExpression(value)) return this.follow(value.expression, hops + 1)
    if (ts.isBinaryExpression(value)) return [...this.follow(value.left, hops + 1), ...this.follow(value.right, hops + 1)]
    if (ts.isConditionalExpression(value)) return [...this.follow(value.whenTrue, hops + 1), ...this.follow(value.whenFalse, hops + 1)]
    if (ts.isCallExpression(value) || ts.isNewExpression(value)) {
      const call = this.calls.at(value)
      if (!call) return []
      if (this.makes(call)) return [call]
      return this.resolver
        .resolve(call)
        .units.slice(0, 2)
        .flatMap((unit) => unit.returns.flatMap((returned) => this.follow(returned, hops + 1)))
    }
    if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value)) return []
    const initializer = this.resolver.initializerOf(value)
    if (initializer) return this.follow(initializer, hops + 1)
    const declaration = this.resolver.symbolOf(value)?.declarations?.[0]
    if (declaration) {
      if (ts.isExportAssignment(declaration)) return this.follow(declaration.expression, hops + 1)
      if (ts.isBinaryExpression(declaration.parent) && declaration.parent.right.pos > declaration.pos) return this.follow(declaration.parent.right, hops + 1)
      const assigned = this.assignedInConstructor(declaration)
      if (assigned.length > 0) return assigned.flatMap((one) => this.follow(one, hops + 1))
      if (ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name)) return this.assignedLater(declaration, declaration.name.text).flatMap((one) => this.follow(one, hops + 1))
    }
    // `stripe.paymentIntents`, `s3.client`: a part of a client.
    return ts.isPropertyAccessExpression(value) && value.expression.kind !== ts.SyntaxKind.ThisKeyword ? this.follow(value.expression, hops + 1) : []
  }

  /** `this.http = axios.create(...)` for a property that is declared without a value. */
  private assignedInConstructor(declaration: ts.Declaration): ts.Expression[] {
    if (!ts.isPropertyDeclaration(declaration) || !ts.isClassLike(declaration.parent)) return []
    const name = `this.${declaration.name.getText()}`
    return declaration.parent.members.flatMap((member) => {
      const unit = ts.isConstructorDeclaration(member) || ts.isMethodDeclaration(member) ? this.resolver.unitAt(member) : undefined
      return (unit?.calls ?? []).flatMap(({ node }) => assignedTo(node, name))
    })
  }

  /** `let client` that is given a value when it is first needed. */
  private assignedLater(declaration: ts.VariableDeclaration, name: string): ts.Expression[] {
    const unit = this.resolver.unitOf(declaration)
    return unit ? this.calls.usesOf(unit, name).flatMap((use) => (ts.isBinaryExpression(use.parent) && use.parent.left === use ? [use.parent.right] : [])) : []
  }
}

function assignedTo(node: ts.Node, name: string): ts.Expression[] {
  let value = node
  while (ts.isAwaitExpression(value.parent) || ts.isParenthesizedExpression(value.parent) || ts.isAsExpression(value.parent)) value = value.parent
  const { parent } = value
  return ts.isBinaryExpression(parent) && parent.right === value && parent.left.getText() === name ? [parent.right] : []
}
