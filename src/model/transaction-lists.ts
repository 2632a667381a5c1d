/**
 * Operations that are not started where they are written, but listed for a transaction: `prisma.$transaction([a, b])`.
 */
import { ts } from 'ts-morph'
import { boundNames, skipOuter } from '../libraries/paths.js'
import type { Resolver } from './resolver.js'

/** Nodes are followed outwards through this many parents, and through this many variables. */
const MOST_STEPS = 10
const MOST_NAMES = 3

export class TransactionLists {
  constructor(private readonly resolver: Resolver) {}

  /**
   * Whether what a node gives is an element of such a list, also by way of variables that hold it or the list.
   *
   * @param isGroup what it gives holds operations, and is none itself
   */
  holds(given: ts.Node, hops = 0, isGroup = false): boolean {
    let node = given
    for (let steps = 0; steps < MOST_STEPS && node.parent; steps++) {
      const { parent } = node
      // `const { writes } = await ordersOf(cart)`: what a function gives back in a list or an object is not started by that.
      if (ts.isExpressionStatement(parent) || (ts.isAwaitExpression(parent) && !isGroup)) return false
      if (ts.isCallExpression(parent)) {
        if (parent.expression !== node && (this.isTransaction(parent) || this.handsOn(parent, node, hops))) return true
        // `updates.push(prisma.order.update(...))`
        const callee = skipOuter(parent.expression)
        if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'push' && ts.isIdentifier(callee.expression) && parent.expression !== node) return this.isNamedInList(callee.expression, hops)
        // `orders.map((order) => prisma.order.update(...))` inside the list.
        if (this.resolver.libraryOf(this.resolver.symbolOf(callee), parent)?.package !== 'ecmascript') return false
      } else if (ts.isVariableDeclaration(parent)) return parent.initializer === node && boundNames(parent.name).some((name) => this.isNamedInList(name, hops))
      // `write = prisma.order.update(...)`
      else if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) return parent.right === node && ts.isIdentifier(parent.left) && this.isNamedInList(parent.left, hops)
      else if (ts.isStatement(parent) && !ts.isReturnStatement(parent) && !ts.isBlock(parent)) return false
      node = parent
    }
    return false
  }

  /** Some use of a variable stands in a list. */
  isNamedInList(name: ts.Identifier, hops = 0): boolean {
    const owner = hops < MOST_NAMES ? ts.findAncestor(name, (at) => ts.isFunctionLike(at) || ts.isSourceFile(at)) : undefined
    if (!owner) return false
    const text = owner.getSourceFile().text
    for (let at = text.indexOf(name.text, owner.getStart()); at >= 0 && at < owner.end; at = text.indexOf(name.text, at + 1)) {
      if (at === name.getStart()) continue
      const use = tokenAt(owner, at)
      if (ts.isIdentifier(use) && use.text === name.text && use.getStart() === at && this.holds(use, hops + 1)) return true
    }
    return false
  }

  private isTransaction(call: ts.CallExpression): boolean {
    return this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(call.expression)), call)?.tags.some(({ name, value }) => name === 'transaction' && value.startsWith('array')) === true
  }

  /** A function of the project that puts what it is given into a list: `transaction([a, b])`. */
  private handsOn(call: ts.CallExpression, argument: ts.Node, hops: number): boolean {
    const index = call.arguments.findIndex((one) => one === argument)
    return (
      index >= 0 &&
      this.resolver.functionsOf(skipOuter(call.expression)).some((unit) => {
        const name = unit.parameters[index]?.name
        return name !== undefined && ts.isIdentifier(name) && this.isNamedInList(name, hops)
      })
    )
  }
}

function tokenAt(within: ts.Node, position: number): ts.Node {
  let node = within
  for (;;) {
    const inner: ts.Node | undefined = ts.forEachChild(node, (child) => (child.pos <= position && position < child.end ? child : undefined))
    if (!inner) return node
    node = inner
  }
}
