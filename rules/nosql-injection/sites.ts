/**
 * Where in a filter a value from outside stands.
 */
import { ts } from 'ts-morph'
import { contains } from '../../src/model/control-flow.js'
import { declarationOf } from '../../src/model/filters.js'
import type { Flow, Model } from '../../src/model/types.js'

export interface Site {
  readonly expression: ts.Expression
  readonly property: ts.PropertyAssignment | ts.ShorthandPropertyAssignment | undefined
  /** The condition is left out where the value is not sent: `if (query.group) filter.group = query.group`. */
  readonly isOptional: boolean
  /** It stands in an object that the filter takes over, and that may serve something else too. */
  readonly isTakenOver: boolean
}

/** Data from a request that becomes a filter, or part of one. */
export interface Injection {
  readonly flow: Flow
  /** All ways by which data comes in, the shown one too. */
  readonly flows: readonly Flow[]
  /** The expression in the filter through which the data comes. */
  readonly value: ts.Expression
  readonly isScript: boolean
  /** All values of the filter that have the same mistake, with the property they stand for. */
  readonly sites: readonly Site[]
  /** Where a caller who is signed in makes the filter that a function is given: that filter, and the calls on the way. */
  readonly handed?: { readonly filter: ts.Expression; readonly way: readonly ts.Node[] }
}

/** Operators whose operands are filters again. */
const LOGICAL = /^\$(?:and|or|nor|not|elemMatch|match|expr)$/

/** Where a part of a filter stands. */
interface Place {
  readonly property?: Site['property']
  readonly isOptional: boolean
  /** Calls between the filter and what is given for a part of it. */
  readonly hops: number
}

/** Functions that a part of a filter is handed through. */
const MOST_HOPS = 2

/** Values written in a filter that data from outside reaches as an object. */
export function sitesIn(filter: ts.Expression, model: Model): Site[] {
  return sitesAt(filter, { isOptional: false, hops: 0 }, model)
}

function sitesAt(expression: ts.Expression, place: Place, model: Model): Site[] {
  const { property, isOptional, hops } = place
  const inner = (value: ts.Expression, of?: Site['property'], optional = isOptional) => sitesAt(value, { property: of, isOptional: optional, hops }, model)
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression)) return inner(expression.expression, property)
  if (ts.isArrayLiteralExpression(expression)) return expression.elements.flatMap((element) => inner(ts.isSpreadElement(element) ? element.expression : element))
  if (ts.isObjectLiteralExpression(expression))
    return expression.properties.flatMap((member): Site[] => {
      if (ts.isSpreadAssignment(member)) {
        const chosen = chosenBy(member.expression)
        if (chosen) return inner(chosen, undefined, true)
        return ts.isIdentifier(member.expression) ? sitesInPart(member.expression, place, model) : []
      }
      const name = member.name.getText()
      if (name.startsWith('$') && !LOGICAL.test(name)) return []
      // Of alternatives, one less is no row more.
      if (ts.isPropertyAssignment(member) && /^\$n?or$/.test(name)) return inner(member.initializer).map((site) => ({ ...site, isOptional: false }))
      if (ts.isPropertyAssignment(member)) return inner(member.initializer, name.startsWith('$') ? undefined : member)
      return ts.isShorthandPropertyAssignment(member) ? inner(member.name, member) : []
    })
  if (model.flowsInto(expression, 'object').length === 0) return []
  const built = property === undefined && ts.isIdentifier(expression) ? sitesInBuilt(expression, place, model) : []
  return built.length > 0 ? built : [{ expression, property, isOptional, isTakenOver: false }]
}

/** `{ shop, ...narrower }`: what a part of a filter was built with, or what callers give for it. */
function sitesInPart(part: ts.Identifier, place: Place, model: Model): Site[] {
  const built = sitesInBuilt(part, place, model)
  const given = built.length > 0 || place.hops >= MOST_HOPS ? [] : model.givenFor(part)
  const sites = [...built, ...given.flatMap(({ value }) => (value && ts.isObjectLiteralExpression(value) ? sitesAt(value, { isOptional: place.isOptional, hops: place.hops + 1 }, model) : []))]
  return sites.map((site) => ({ ...site, isTakenOver: true }))
}

/** `...(group && { group })`, `...(group ? { group } : {})` */
function chosenBy(spread: ts.Expression): ts.Expression | undefined {
  const value = ts.isParenthesizedExpression(spread) ? spread.expression : spread
  if (ts.isConditionalExpression(value)) return value.whenTrue
  return ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? value.right : undefined
}

/** `const filter = { shop }; if (query.group) filter.group = query.group`, `if (kind) steps.push({ $match: { kind } })` */
function sitesInBuilt(filter: ts.Identifier, { isOptional, hops }: Place, model: Model): Site[] {
  const declaration = declarationOf(filter)
  const initializer = declaration?.initializer
  if (!declaration || !initializer || !(ts.isObjectLiteralExpression(initializer) || ts.isArrayLiteralExpression(initializer))) return []
  const found = sitesAt(initializer, { isOptional, hops }, model)
  const scope = declaration.parent.parent.parent
  const visit = (node: ts.Node): void => {
    if (node.pos >= filter.pos) return
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(node.left) && node.left.expression.getText() === filter.text && model.flowsInto(node.right, 'object').length > 0)
      found.push({ expression: node.right, property: undefined, isOptional: isOptional || isAskedFor(node.right, node, scope), isTakenOver: false })
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'push' && node.expression.expression.getText() === filter.text)
      for (const argument of node.arguments) for (const site of sitesAt(argument, { isOptional, hops }, model)) found.push({ ...site, isOptional: site.isOptional || isAskedFor(site.expression, node, scope) })
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(scope, visit)
  return found
}

/** The assignment stands in a branch that is taken where the value was sent. */
function isAskedFor(value: ts.Expression, assignment: ts.Node, scope: ts.Node): boolean {
  for (let at = assignment; at !== scope && at.parent; at = at.parent)
    if (ts.isIfStatement(at.parent) && contains(at.parent.thenStatement, assignment) && plain(at.parent.expression).includes(plain(value))) return true
  return false
}

function plain(node: ts.Node): string {
  return node.getText().replaceAll('?.', '.')
}

/** The column that a value is compared with, where the filter names it. */
export function fieldOf({ property }: Site): string | undefined {
  return property && (ts.isIdentifier(property.name) || ts.isStringLiteralLike(property.name)) ? property.name.text : undefined
}
