/**
 * What becomes of the value of an expression: awaited, returned, handled, passed on, or dropped.
 *
 * Promises and lazy builders are alike in that: something has to wait for them.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import type { CallIndex } from './calls.js'
import type { Resolver } from './resolver.js'

export interface Fate {
  /**
   * - `dropped`: nobody ever looks at it
   * - `tested`: only its truth, a property or its text is asked, as if it were the value it will have
   * - `awaited`, `returned`, `handled` (`.catch`, `then` with two functions), `void`
   * - `passed`: given to a call, put into a list or object, exported, stored in a property or an outer variable
   * - `used` otherwise
   */
  readonly kind: 'dropped' | 'tested' | 'awaited' | 'returned' | 'handled' | 'void' | 'passed' | 'used'
  /** The outermost expression that is dropped or tested; for others, where that was decided. */
  readonly node: ts.Node
}

export class Fates {
  constructor(
    private readonly calls: CallIndex,
    private readonly resolver: Resolver,
  ) {}

  /**
   * @param follow whether members called on the value give the value again, as with a builder; else only `then` and
   *   `finally` do
   */
  of(node: ts.Expression, follow = false): Fate {
    return this.climb(node, follow, new Set())
  }

  private climb(from: ts.Expression, follow: boolean, seen: Set<ts.Symbol>): Fate {
    let node: ts.Expression = from
    for (;;) {
      const parent: ts.Node = node.parent
      const is = (kind: Fate['kind']): Fate => ({ kind, node })
      if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent) || ts.isNonNullExpression(parent)) {
        node = parent
        continue
      }
      if (ts.isAwaitExpression(parent) || ts.isYieldExpression(parent)) return is('awaited')
      if (ts.isVoidExpression(parent)) return is('void')
      if (ts.isExpressionStatement(parent)) return is('dropped')
      if (ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === node)) return is('returned')
      if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) return is('tested')
      if (ts.isPrefixUnaryExpression(parent)) return is(parent.operator === ts.SyntaxKind.ExclamationToken ? 'tested' : 'used')
      if (ts.isTemplateSpan(parent)) return is(ts.isTaggedTemplateExpression(parent.parent.parent) ? 'passed' : 'tested')
      if (ts.isConditionalExpression(parent)) {
        if (parent.condition === node) return is('tested')
        node = parent
        continue
      }
      if (ts.isBinaryExpression(parent)) {
        const operator = parent.operatorToken.kind
        if (operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.BarBarToken) {
          if (parent.left === node) return is('tested')
          node = parent
          continue
        }
        if (operator === ts.SyntaxKind.QuestionQuestionToken) {
          node = parent
          continue
        }
        if (operator === ts.SyntaxKind.CommaToken) {
          if (parent.left === node) return is('dropped')
          node = parent
          continue
        }
        if (operator === ts.SyntaxKind.EqualsToken && parent.right === node) {
          const target = skipOuter(parent.left)
          return ts.isIdentifier(target) ? this.ofAssigned(target, node, follow, seen) : is('passed')
        }
        return is('used')
      }
      if (ts.isVariableDeclaration(parent) && parent.initializer === node) {
        if (ts.isIdentifier(parent.name)) return this.ofVariable(parent.name, node, follow, seen)
        return is(ts.isObjectBindingPattern(parent.name) ? 'tested' : 'used')
      }
      if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
        const invocation = parent.parent
        if (!ts.isCallExpression(invocation) || invocation.expression !== parent) {
          if (!follow) return is('used')
          node = parent
          continue
        }
        const name = parent.name.text
        if (name === 'catch') return invocation.arguments.length > 0 ? is('handled') : is('used')
        if (name === 'then' && invocation.arguments.length > 1) return is('handled')
        if (name === 'then' && follow) return is('awaited')
        if (name !== 'then' && name !== 'finally' && !follow) return is('used')
        node = invocation
        continue
      }
      if (ts.isForOfStatement(parent) && parent.expression === node) return is('awaited')
      if (
        (ts.isCallExpression(parent) || ts.isNewExpression(parent) ? parent.arguments?.some((argument) => argument === node) : false) ||
        ts.isArrayLiteralExpression(parent) ||
        ts.isPropertyAssignment(parent) ||
        ts.isShorthandPropertyAssignment(parent) ||
        ts.isSpreadElement(parent) ||
        ts.isSpreadAssignment(parent) ||
        ts.isPropertyDeclaration(parent) ||
        ts.isExportAssignment(parent) ||
        ts.isExportSpecifier(parent)
      )
        return is('passed')
      return is('used')
    }
  }

  private ofVariable(name: ts.Identifier, value: ts.Expression, follow: boolean, seen: Set<ts.Symbol>): Fate {
    const statement = ts.findAncestor(name, ts.isVariableStatement)
    if (statement?.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) return { kind: 'passed', node: value }
    // A name that says that it is not used.
    if (name.text.startsWith('_')) return { kind: 'void', node: value }
    return this.ofUses(name, value, follow, seen)
  }

  /** `query = query.where(...)`: a variable of this function goes on; one from further out is somebody else's. */
  private ofAssigned(target: ts.Identifier, value: ts.Expression, follow: boolean, seen: Set<ts.Symbol>): Fate {
    const declaration = this.resolver.symbolOf(target)?.valueDeclaration
    if (!declaration || !ts.isVariableDeclaration(declaration) || this.resolver.unitOf(declaration) !== this.resolver.unitOf(target)) return { kind: 'passed', node: value }
    return this.ofUses(target, value, follow, seen)
  }

  private ofUses(name: ts.Identifier, value: ts.Expression, follow: boolean, seen: Set<ts.Symbol>): Fate {
    const symbol = this.resolver.symbolOf(name)
    const owner = symbol && this.resolver.unitOf(symbol.valueDeclaration ?? name)
    if (!symbol || !owner) return { kind: 'used', node: value }
    // Assigned to itself: what becomes of the variable is being asked already.
    if (seen.has(symbol)) return { kind: 'dropped', node: value }
    seen.add(symbol)
    let tested: Fate | undefined
    for (const use of this.calls.usesOf(owner, name.text)) {
      if (use === name || this.resolver.symbolOf(use) !== symbol) continue
      const parent = use.parent
      if (ts.isVariableDeclaration(parent) && parent.name === use) continue
      if (ts.isBinaryExpression(parent) && parent.left === use && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) continue
      const fate = this.climb(use, follow, seen)
      if (fate.kind === 'tested') tested ??= fate
      else if (fate.kind !== 'dropped' || this.isExecuted(fate.node, follow)) return fate
    }
    return tested ?? { kind: 'dropped', node: value }
  }

  /** `query.exec(done)`: a member of a builder that gives something else has run it. */
  private isExecuted(node: ts.Node, follow: boolean): boolean {
    return follow && ts.isCallExpression(node) && this.resolver.typeTags(this.resolver.typeOf(node), 'builder') === undefined
  }
}
