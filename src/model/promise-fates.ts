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
   * - `collected`: put into a list that nobody ever looks at
   * - `tested`: only its truth, a property or its text is asked, as if it were the value it will have
   * - `member`: a member other than those of a promise is asked of it
   * - `awaited`, `returned`, `handled` (`.catch`, `then` with two functions), `void`
   * - `passed`: given to a call, put into a list or object, exported, stored in a property or an outer variable
   * - `used` otherwise
   */
  readonly kind: 'dropped' | 'collected' | 'tested' | 'member' | 'awaited' | 'returned' | 'handled' | 'void' | 'passed' | 'used'
  /** The outermost expression that is dropped or tested; for others, where that was decided. */
  readonly node: ts.Node
}

const COMPARING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
])

/** A number, a text, `true` or `false`: no promise is ever equal to it. */
function isValue(expression: ts.Expression): boolean {
  const value = skipOuter(expression)
  return ts.isStringLiteralLike(value) || ts.isNumericLiteral(value) || value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword
}

/** `jobs` of `jobs.push(value)`, where that is a statement of its own. */
function listOf(call: ts.CallExpression, value: ts.Expression): ts.Identifier | undefined {
  const { expression, parent } = call
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'push' || !ts.isIdentifier(expression.expression) || !call.arguments.includes(value)) return undefined
  return ts.isExpressionStatement(parent) || (ts.isArrowFunction(parent) && parent.body === call) ? expression.expression : undefined
}

/** A use of a list that puts something in or counts: `jobs.push(...)`, `jobs.length`. */
function isListOnly(use: ts.Identifier): boolean {
  const { parent } = use
  return ts.isPropertyAccessExpression(parent) && parent.expression === use && /^(?:push|length)$/.test(parent.name.text)
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
        // `isPaid(order) === true`, `countSeats() > 10`: the promise is compared, not its value.
        return is(COMPARING.has(operator) && isValue(parent.left === node ? parent.right : parent.left) ? 'tested' : 'used')
      }
      if (ts.isVariableDeclaration(parent) && parent.initializer === node) {
        if (ts.isIdentifier(parent.name)) return this.ofVariable(parent.name, node, follow, seen)
        return is(ts.isObjectBindingPattern(parent.name) ? 'tested' : 'used')
      }
      if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
        const invocation = parent.parent
        if (!ts.isCallExpression(invocation) || invocation.expression !== parent) {
          if (!follow) return is('member')
          node = parent
          continue
        }
        const name = parent.name.text
        if (name === 'catch') return invocation.arguments.length > 0 ? is('handled') : is('used')
        if (name === 'then' && invocation.arguments.length > 1) return is('handled')
        if (name === 'then' && follow) return is('awaited')
        if (name !== 'then' && name !== 'finally' && !follow) return is('member')
        node = invocation
        continue
      }
      if (ts.isForOfStatement(parent) && parent.expression === node) return is('awaited')
      if (!follow && ts.isCallExpression(parent)) {
        const list = listOf(parent, node)
        const fate = list && this.ofList(list, node, seen)
        if (fate) return fate
      }
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

  /** `jobs.push(run(id))`: what becomes of the list, where it is one of this function's own. */
  private ofList(list: ts.Identifier, value: ts.Expression, seen: Set<ts.Symbol>): Fate | undefined {
    const symbol = this.resolver.symbolOf(list)
    const declaration = symbol?.valueDeclaration
    if (!symbol || seen.has(symbol) || !declaration || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return undefined
    const made = declaration.initializer && skipOuter(declaration.initializer)
    const owner = this.resolver.unitOf(declaration)
    if (!made || !ts.isArrayLiteralExpression(made) || !owner || owner.kind === 'module') return undefined
    const others = this.calls.usesOf(owner, list.text).filter((use) => use !== declaration.name && this.resolver.symbolOf(use) === symbol && !isListOnly(use))
    return others.length > 0 ? undefined : { kind: 'collected', node: value }
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
      if (fate.kind === 'tested' || fate.kind === 'member') tested ??= fate
      // `void query.where(...)`: one more step, and what becomes of the builder is decided elsewhere.
      else if ((fate.kind !== 'dropped' && !(follow && fate.kind === 'void')) || this.isExecuted(fate.node, follow)) return fate
    }
    return tested ?? { kind: 'dropped', node: value }
  }

  /** `query.exec(done)`: a member of a builder that gives something else has run it. */
  private isExecuted(node: ts.Node, follow: boolean): boolean {
    return follow && ts.isCallExpression(node) && this.resolver.typeTags(this.resolver.typeOf(node), 'builder') === undefined
  }
}
