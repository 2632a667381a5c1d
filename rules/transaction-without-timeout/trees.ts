/**
 * Trees that a function walks by calling itself for the children of each element: how many elements they hold at most,
 * where they are written out or refused before if they are larger.
 */
import { ts } from 'ts-morph'
import { propertyOf, skipOuter } from '../../src/libraries/paths.js'
import { alternatives, contains, endsFunction, statementsBefore } from '../../src/model/control-flow.js'
import type { Loop, Model, Step, Unit } from '../../src/model/types.js'
import { bytesOf } from '../../src/model/uploads.js'
import { largest, mostElements, sumOf } from './bounded.js'

/** Names and members are followed back this far. */
const MOST_HOPS = 12

/**
 * The most elements, at all levels, of a tree that a loop walks; undefined where it walks none, or one of any size.
 *
 * @param trace calls that lead to the loop: the tree is what they give to its function
 */
export function mostInTree({ collection, unit, variable, calls }: Loop, trace: readonly Step[], model: Model): number | undefined {
  if (!collection || variable === undefined) return undefined
  const again = calls.find((call) => model.resolve(call).units.includes(unit))?.node
  // `if (folder.parts) await create(folder.parts)`
  const children = again && ts.isCallExpression(again) ? again.arguments.map(skipOuter).find((one) => ts.isPropertyAccessExpression(one) && one.expression.getText() === variable) : undefined
  if (!children || !ts.isPropertyAccessExpression(children)) return undefined
  const starts = model.givenFor(collection).filter(({ call }) => !contains(unit.node, call.node) && trace.some(({ node }) => node === call.node))
  return largest(starts, ({ value, isSeen }) => (value && isSeen ? (mostWritten(value, children.name.text, model) ?? mostLetThrough(value, children.name.text, trace, model)) : undefined))
}

/** The elements of a tree that stands in the code, of the largest where one is picked: `PLANS[kind].folders`. */
function mostWritten(list: ts.Expression, children: string, model: Model): number | undefined {
  return largest(literalsBehind(list, model) ?? [], (literal) =>
    ts.isArrayLiteralExpression(literal)
      ? sumOf(
          literal.elements.map((element) => {
            if (ts.isSpreadElement(element)) return mostWritten(element.expression, children, model)
            return largest(literalsBehind(element, model) ?? [], (one) => {
              const [inner] = ts.isObjectLiteralExpression(one) && !one.properties.some(ts.isSpreadAssignment) ? propertyOf(one, children) : []
              return ts.isObjectLiteralExpression(one) ? sumOf([1, inner ? mostWritten(inner, children, model) : 0]) : undefined
            })
          }),
        )
      : undefined,
  )
}

type Literal = ts.ArrayLiteralExpression | ts.ObjectLiteralExpression

/** The lists and objects written out that an expression may stand for; undefined where it may stand for anything else. */
function literalsBehind(expression: ts.Expression, model: Model, hops = 0): readonly Literal[] | undefined {
  const value = skipOuter(expression)
  if (hops > MOST_HOPS) return undefined
  const again = (next: ts.Expression) => literalsBehind(next, model, hops + 1)
  if (isWrittenOut(value)) return [value]
  if (ts.isConditionalExpression(value)) return allOf([value.whenTrue, value.whenFalse], again)
  const made = model.initializerOf(value)
  // A list that a function makes for itself is filled there.
  if (made) return isWrittenOut(skipOuter(made)) && ts.findAncestor(made, ts.isFunctionLike) ? undefined : again(made)
  if (!ts.isPropertyAccessExpression(value) && !ts.isElementAccessExpression(value)) return undefined
  const owners = again(value.expression)
  return owners && allOf(owners, (owner) => {
    if (ts.isArrayLiteralExpression(owner)) return ts.isElementAccessExpression(value) ? allOf(owner.elements, again) : undefined
    if (ts.isPropertyAccessExpression(value)) return allOf(propertyOf(owner, value.name.text), again)
    return allOf(owner.properties, (property) => (ts.isPropertyAssignment(property) ? again(property.initializer) : undefined))
  })
}

function isWrittenOut(value: ts.Expression): value is Literal {
  return ts.isArrayLiteralExpression(value) || ts.isObjectLiteralExpression(value)
}

/** All that each of several stands for, where that is known of each. */
function allOf<One>(all: readonly One[], literalsOf: (one: One) => readonly Literal[] | undefined): readonly Literal[] | undefined {
  const each = all.map(literalsOf)
  return each.every((one) => one !== undefined) ? each.flat() : undefined
}

/**
 * The most elements of a tree that a function which calls itself has let through: `if (!folders.every((one) =>
 * isFolder(one))) return ...`, where that refuses what lies too deep and what has too many children.
 */
function mostLetThrough(list: ts.Expression, children: string, trace: readonly Step[], model: Model): number | undefined {
  const roots = mostElements(list, { model, trace })
  if (roots === undefined) return undefined
  const tests = statementsBefore(list, list.getSourceFile()).flatMap((statement) => (ts.isIfStatement(statement) && endsFunction(statement.thenStatement) ? alternatives(statement.expression) : []))
  for (const test of tests) {
    const asked = skipOuter(test)
    const all = ts.isPrefixUnaryExpression(asked) && asked.operator === ts.SyntaxKind.ExclamationToken ? asked.operand : undefined
    const [unit] = all ? askedOfEach(all, list.getText(), model) : []
    const shape = unit && shapeLetThrough(unit, children, model)
    if (shape) return Array.from({ length: shape.levels }, (_, level) => roots * shape.width ** level).reduce((sum, count) => sum + count, 0)
  }
  return undefined
}

/** `list.every((one) => isFolder(one))`: the functions that are asked of each element. */
function askedOfEach(expression: ts.Node, list: string, model: Model): readonly Unit[] {
  const every = skipOuter(expression as ts.Expression)
  const [test] = ts.isCallExpression(every) && ts.isPropertyAccessExpression(every.expression) && every.expression.name.text === 'every' && every.expression.expression.getText() === list ? every.arguments : []
  const body = test && ts.isArrowFunction(test) && !ts.isBlock(test.body) ? skipOuter(test.body) : undefined
  const call = body && model.unitOf(body)?.calls.find(({ node }) => node === body)
  return call ? model.resolve(call).units : []
}

/** How deep a tree may be, and how many children an element may have, where a function refuses all others and calls itself for the children. */
function shapeLetThrough(unit: Unit, children: string, model: Model): { readonly levels: number; readonly width: number } | undefined {
  const [element, depth] = unit.parameters.map(({ name }) => name.getText())
  const start = unit.parameters[1]?.initializer && bytesOf(unit.parameters[1].initializer, model)
  if (element === undefined || depth === undefined || start === undefined) return undefined
  let levels: number | undefined
  let width: number | undefined
  let isAskedOfAll = false
  const visit = (at: ts.Node): void => {
    if (ts.isIfStatement(at) && isRefusal(at.thenStatement))
      for (const part of alternatives(at.expression)) {
        const limit = ts.isBinaryExpression(part) && /^>=?$/.test(part.operatorToken.getText()) ? bytesOf(part.right, model) : undefined
        if (limit === undefined || !ts.isBinaryExpression(part)) continue
        const most = part.operatorToken.kind === ts.SyntaxKind.GreaterThanToken ? limit : limit - 1
        if (part.left.getText() === depth) levels = most - start + 1
        if (part.left.getText() === `${element}.${children}.length`) width = most
      }
    if (ts.isCallExpression(at) && askedOfEach(at, `${element}.${children}`, model).includes(unit) && new RegExp(String.raw`\b${depth} \+ 1\)`).test(at.getText())) isAskedOfAll = true
    ts.forEachChild(at, visit)
  }
  visit(unit.node)
  return isAskedOfAll && levels !== undefined && width !== undefined ? { levels, width } : undefined
}

/** `return false` */
function isRefusal(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement
  return last !== undefined && ts.isReturnStatement(last) && last.expression?.kind === ts.SyntaxKind.FalseKeyword
}
