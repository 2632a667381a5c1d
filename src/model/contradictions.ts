/**
 * Branches that a condition further out keeps control from.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import { conjuncts } from './control-flow.js'

/** What a branch says of a value: that it is, or is not, equal to a literal. */
interface Comparison {
  readonly value: string
  readonly literal: string
  readonly isEqual: boolean
}

/**
 * `if ((await stepOf(user)) !== 'done') { const step = await stepOf(user); if (step === 'done') { ... } }`: nothing comes
 * there, unless the value changes in between.
 */
export function isContradicted(node: ts.Node): boolean {
  const known: Comparison[] = []
  for (let at = node; at.parent && !ts.isFunctionLike(at); at = at.parent)
    if (ts.isIfStatement(at.parent) && at.parent.thenStatement === at) known.push(...comparisonsIn(at.parent.expression))
  return known.some((one) => one.isEqual && known.some((other) => !other.isEqual && other.value === one.value && other.literal === one.literal))
}

/** The comparisons with a literal that all hold where a condition does. */
function comparisonsIn(condition: ts.Expression): Comparison[] {
  return conjuncts(condition).flatMap((part) => {
    if (!ts.isBinaryExpression(part) || !ts.isLiteralExpression(part.right)) return []
    const isEqual = part.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken
    return isEqual || part.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ? [{ value: madeBy(part.left), literal: part.right.getText(), isEqual }] : []
  })
}

/** The text of what makes a value: of the call that a variable in the same block is given. */
function madeBy(expression: ts.Expression): string {
  const value = skipOuter(expression)
  if (ts.isAwaitExpression(value)) return madeBy(value.expression)
  if (ts.isIdentifier(value)) {
    const block = ts.findAncestor(value, (at): at is ts.Block => ts.isBlock(at) && at.statements.some((statement) => declarationOf(value.text, statement) !== undefined))
    const initializer = block?.statements.map((statement) => declarationOf(value.text, statement)?.initializer).find((one) => one !== undefined)
    if (initializer && !ts.isIdentifier(skipOuter(initializer))) return madeBy(initializer)
  }
  return value.getText().replace(/\s+/g, '')
}

function declarationOf(name: string, statement: ts.Statement): ts.VariableDeclaration | undefined {
  return ts.isVariableStatement(statement) ? statement.declarationList.declarations.find((declaration) => declaration.name.getText() === name) : undefined
}
