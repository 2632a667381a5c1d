/**
 * Where in a filter a value from outside stands.
 */
import { ts } from 'ts-morph'
import { declarationOf } from '../../src/model/filters.js'
import type { Model } from '../../src/model/types.js'

export interface Site {
  readonly expression: ts.Expression
  readonly property: ts.PropertyAssignment | ts.ShorthandPropertyAssignment | undefined
}

/** Operators whose operands are filters again. */
const LOGICAL = /^\$(?:and|or|nor|not|elemMatch|match|expr)$/

/** Values written in a filter that data from outside reaches as an object. */
export function sitesIn(expression: ts.Expression, model: Model, property?: Site['property']): Site[] {
  const inner = (value: ts.Expression, of?: Site['property']) => sitesIn(value, model, of)
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression)) return inner(expression.expression, property)
  if (ts.isArrayLiteralExpression(expression)) return expression.elements.flatMap((element) => inner(element))
  if (ts.isObjectLiteralExpression(expression))
    return expression.properties.flatMap((member): Site[] => {
      if (ts.isSpreadAssignment(member)) {
        const chosen = chosenBy(member.expression)
        return chosen ? inner(chosen) : []
      }
      const name = member.name.getText()
      if (name.startsWith('$') && !LOGICAL.test(name)) return []
      if (ts.isPropertyAssignment(member)) return inner(member.initializer, member)
      return ts.isShorthandPropertyAssignment(member) ? inner(member.name, member) : []
    })
  if (model.flowsInto(expression, 'object').length === 0) return []
  const built = property === undefined && ts.isIdentifier(expression) ? sitesInBuilt(expression, model) : []
  return built.length > 0 ? built : [{ expression, property }]
}

/** `...(group && { group })`, `...(group ? { group } : {})` */
function chosenBy(spread: ts.Expression): ts.Expression | undefined {
  const value = ts.isParenthesizedExpression(spread) ? spread.expression : spread
  if (ts.isConditionalExpression(value)) return value.whenTrue
  return ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? value.right : undefined
}

/** `const filter = { shop }; if (query.group) filter.group = query.group` */
function sitesInBuilt(filter: ts.Identifier, model: Model): Site[] {
  const declaration = declarationOf(filter)
  const initializer = declaration?.initializer
  if (!declaration || !initializer || !ts.isObjectLiteralExpression(initializer)) return []
  const found = sitesIn(initializer, model)
  const scope = declaration.parent.parent.parent
  const visit = (node: ts.Node): void => {
    if (node.pos >= filter.pos) return
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(node.left) && node.left.expression.getText() === filter.text && model.flowsInto(node.right, 'object').length > 0)
      found.push({ expression: node.right, property: undefined })
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(scope, visit)
  return found
}
