/**
 * Whether the filter of a write narrows it, read from how it is written.
 */
import { ts } from 'ts-morph'
import { argumentsOf, propertyOf, skipOuter } from '../libraries/paths.js'
import { endsFunction } from './control-flow.js'
import { isAwaitedByAll } from './handed-out.js'
import { isTested } from './undefined-values.js'
import type { Model, Operation, PossiblyUndefined } from './types.js'

export type Filter =
  /** Nothing narrows the write. */
  | { readonly kind: 'missing' }
  /** The filter has no condition. */
  | { readonly kind: 'empty'; readonly expression: ts.Expression }
  /** Every condition depends on a value that may be undefined. */
  | { readonly kind: 'droppable'; readonly values: readonly PossiblyUndefined[]; readonly expression: ts.Expression }
  /** Conditions are added under conditions: without any of them nothing is left. */
  | { readonly kind: 'conditional'; readonly expression: ts.Identifier; readonly isBuilder: boolean }
  | { readonly kind: 'given' }

const GIVEN: Filter = { kind: 'given' }
/** Steps of a builder that narrow it, or that may. */
const NARROWS = /^(?:where|and|or|filter|modify|match|eq|neq|gte?|lte?|in|is|like|ilike|not|contains?|using|join|inner|left|limit|clone|apply|scope|pipe|for|find|\$if|\$call|having)/i

/** @param operation one that is `wide` */
export function filterOf(operation: Operation, model: Model): Filter {
  const { wide } = operation
  // A statement that reads nothing counts as bounded.
  if (!wide || (operation.escapes && !isAwaitedByAll(operation.unit, model)) || (operation.bound !== undefined && operation.bound !== true)) return GIVEN
  const filters = operation.where
  const builder = wide.missing === 'all' ? conditionalBuilder(operation) : undefined
  if (builder) return { kind: 'conditional', expression: builder, isBuilder: true }
  if (filters.length === 0) return isOpaque(operation) || (wide.missing === 'refused' && !isTruncated(operation)) ? GIVEN : { kind: 'missing' }
  const read = filters.map((filter) => (filter === true ? GIVEN : readFilter(filter, operation, model)))
  const [first] = read
  if (!first || read.some(({ kind }) => kind !== first.kind)) return GIVEN
  return first
}

/**
 * `const query = db('orders'); if (status) query.where({ status }); await query.delete()`: the variable of a builder that
 * is narrowed in branches only, with nothing in front that refuses when none is taken.
 */
export function conditionalBuilder({ call, steps }: Operation): ts.Identifier | undefined {
  const narrowing = steps.filter(({ name }) => NARROWS.test(name))
  const unit = ts.findAncestor(call.node, ts.isFunctionLike)
  const branches = narrowing.map(({ node }) => ts.findAncestor(node, (at) => at === unit || (ts.isIfStatement(at) && at.expression.end < node.pos)))
  const names = narrowing.map(({ node }) => rootIdentifier(node))
  const [name] = names
  if (!name || names.some((one) => one?.text !== name.text)) return undefined
  for (const branch of branches) if (!branch || !ts.isIfStatement(branch) || branch.elseStatement || ts.isIfStatement(branch.parent) || (branch.pos <= call.node.pos && call.node.end <= branch.end)) return undefined
  return unit && isRefused(branches.filter((branch): branch is ts.IfStatement => branch !== undefined && ts.isIfStatement(branch)), unit) ? undefined : name
}

/** A test in front of the branches leaves the function when none of them would be taken: `if (!from && !until) throw ...`. */
function isRefused(branches: readonly ts.IfStatement[], unit: ts.Node): boolean {
  const tested = new Set(branches.flatMap(({ expression }) => valuesTested(expression)))
  let found = false
  const visit = (node: ts.Node): void => {
    if (found) return
    if (ts.isIfStatement(node) && !branches.includes(node) && endsFunction(node.thenStatement) && valuesTested(node.expression).some((one) => tested.has(one) || [...tested].some((value) => one.endsWith('()') && value.startsWith(`${one.slice(0, -2)}.`)))) found = true
    else ts.forEachChild(node, visit)
  }
  visit(unit)
  return found
}

/** The values a condition is about, as `filter.status`; those that are given to a function whole as `filter()`. */
function valuesTested(condition: ts.Node): string[] {
  if (ts.isIdentifier(condition) || ts.isPropertyAccessExpression(condition)) {
    const text = condition.getText().replace(/[?!]/g, '').replace(/\.length$/, '')
    return ts.isCallExpression(condition.parent) && condition.parent.arguments.some((one) => one === condition) ? [text, `${text}()`] : [text]
  }
  const found: string[] = []
  ts.forEachChild(condition, (child) => void found.push(...valuesTested(child)))
  return found
}

function rootIdentifier(node: ts.Node): ts.Identifier | undefined {
  let at = node
  while (ts.isCallExpression(at) || ts.isPropertyAccessExpression(at)) at = skipOuter(at.expression)
  return ts.isIdentifier(at) ? at : undefined
}

function readFilter(filter: ts.Expression, operation: Operation, model: Model): Filter {
  const value = skipOuter(filter)
  const drops = operation.wide?.undefinedValue !== 'kept'
  if (ts.isObjectLiteralExpression(value)) {
    if (value.properties.length === 0) return { kind: 'empty', expression: value }
    const values = drops ? droppableIn(value, model) : undefined
    return values ? { kind: 'droppable', values, expression: value } : GIVEN
  }
  // `.where(teamId ? eq(orders.teamId, teamId) : undefined)`: left out with its condition.
  if (operation.wide?.missing === 'all' && ts.isConditionalExpression(value) && isUndefinedName(skipOuter(value.whenFalse)) && !ts.isBinaryExpression(skipOuter(value.condition))) {
    const condition = skipOuter(value.condition)
    if ((ts.isIdentifier(condition) || ts.isPropertyAccessExpression(condition)) && !isTested(condition)) return { kind: 'droppable', values: [{ expression: condition, reason: 'declared', flow: undefined }], expression: value }
    return GIVEN
  }
  if (!ts.isIdentifier(value)) return isUndefinedName(value) ? { kind: 'empty', expression: value } : GIVEN
  if (value.text === 'undefined') return { kind: 'empty', expression: value }
  const built = builtObject(value)
  if (built === 'empty') return { kind: 'empty', expression: value }
  if (built === 'conditional') return { kind: 'conditional', expression: value, isBuilder: false }
  // `{ where }`, where `where` is an optional parameter.
  if (drops && operation.wide?.missing === 'all' && (ts.isPropertyAssignment(value.parent) || ts.isShorthandPropertyAssignment(value.parent))) {
    const found = model.mayBeUndefined(value)
    if (found?.reason === 'declared') return { kind: 'droppable', values: [found], expression: value }
  }
  return GIVEN
}

function isUndefinedName(value: ts.Expression): boolean {
  return ts.isIdentifier(value) && value.text === 'undefined'
}

/** The values on which all conditions depend; undefined where one condition always holds. */
function droppableIn(literal: ts.ObjectLiteralExpression, model: Model): PossiblyUndefined[] | undefined {
  const found: PossiblyUndefined[] = []
  for (const member of literal.properties) {
    if (ts.isSpreadAssignment(member)) {
      // `...(id && { id })`: left out with its condition.
      const condition = spreadCondition(member.expression)
      if (!condition || isTested(condition)) return undefined
      found.push({ expression: condition, reason: 'declared', flow: undefined })
      continue
    }
    const value = ts.isPropertyAssignment(member) ? member.initializer : ts.isShorthandPropertyAssignment(member) ? member.name : undefined
    if (!value || (member.name && ts.isComputedPropertyName(member.name))) return undefined
    const inner = skipOuter(value)
    if (ts.isObjectLiteralExpression(inner)) {
      const nested = inner.properties.length > 0 ? droppableIn(inner, model) : undefined
      if (!nested) return undefined
      found.push(...nested)
      continue
    }
    const possibly = model.mayBeUndefined(value)
    if (!possibly) return undefined
    found.push(possibly)
  }
  return found
}

/** The condition of `id && { id }` and `id ? { id } : {}`, where it is the name of a value. */
function spreadCondition(expression: ts.Expression): ts.Expression | undefined {
  const value = skipOuter(expression)
  const condition =
    ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
      ? skipOuter(value.left)
      : ts.isConditionalExpression(value) && isEmptyObject(value.whenFalse)
        ? skipOuter(value.condition)
        : undefined
  return condition && (ts.isIdentifier(condition) || ts.isPropertyAccessExpression(condition)) ? condition : undefined
}

function isEmptyObject(expression: ts.Expression): boolean {
  const value = skipOuter(expression)
  return ts.isObjectLiteralExpression(value) && value.properties.length === 0
}

/** The filter is in options that are put together elsewhere. */
function isOpaque(operation: Operation): boolean {
  if (operation.sql.length > 0) return false
  const path = operation.target?.tags.find((tag) => tag.name === 'where')?.value
  const index = path && /^(\d)/.exec(path)?.[1]
  const given = index === undefined ? undefined : argumentsOf(operation.call.node)[Number(index)]
  if (given) {
    const value = skipOuter(given)
    if (!ts.isObjectLiteralExpression(value) || value.properties.some(ts.isSpreadAssignment)) return true
  }
  return operation.steps.some((step) => NARROWS.test(step.name))
}

/** `destroy({ truncate: true })` says what it wants. */
function isTruncated(operation: Operation): boolean {
  return argumentsOf(operation.call.node).some((argument) => propertyOf(argument, 'truncate').some((value) => value.kind === ts.SyntaxKind.TrueKeyword))
}

/** What becomes of `const where = {}` until it is used: conditions are added always, sometimes, never. */
export function builtObject(use: ts.Identifier): 'empty' | 'conditional' | undefined {
  const declaration = declarationOf(use)
  const initializer = declaration?.initializer && skipOuter(declaration.initializer)
  if (!declaration || !initializer || !ts.isObjectLiteralExpression(initializer) || initializer.properties.length > 0) return undefined
  const scope = declaration.parent.parent.parent
  const branches: ts.IfStatement[] = []
  let isGiven = false
  const visit = (node: ts.Node): void => {
    if (isGiven || node.pos >= use.pos) return
    if (ts.isIdentifier(node) && node.text === use.text && node !== declaration.name && node !== use) {
      const branch = branchAround(node, scope)
      if (!isAssigned(node) || !branch) isGiven = true
      else branches.push(branch)
    }
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(scope, visit)
  if (isGiven) return undefined
  if (branches.length === 0) return 'empty'
  return isRefused(branches, scope) ? undefined : 'conditional'
}

export function declarationOf(use: ts.Identifier): ts.VariableDeclaration | undefined {
  for (let node: ts.Node = use; node.parent; node = node.parent) {
    const { parent } = node
    if (ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent))
      for (const statement of parent.statements)
        if (ts.isVariableStatement(statement) && statement.pos < use.pos) {
          const found = statement.declarationList.declarations.find(({ name }) => ts.isIdentifier(name) && name.text === use.text)
          if (found) return found
        }
    // A parameter of the name hides what is outside.
    if (ts.isFunctionLike(parent) && parent.parameters.some(({ name }) => name.getText() === use.text)) return undefined
  }
  return undefined
}

/** `where.id = ...`, `where['id'] = ...`. */
function isAssigned(node: ts.Identifier): boolean {
  let target: ts.Node = node
  while ((ts.isPropertyAccessExpression(target.parent) || ts.isElementAccessExpression(target.parent)) && target.parent.expression === target) target = target.parent
  return target !== node && ts.isBinaryExpression(target.parent) && target.parent.left === target && target.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
}

/** The branch in which a condition is added; undefined where one is added always: an `else` may well cover all cases. */
function branchAround(node: ts.Node, scope: ts.Node): ts.IfStatement | undefined {
  for (let at = node; at !== scope && at.parent; at = at.parent) {
    if (ts.isIfStatement(at.parent)) return at.parent.elseStatement || (ts.isIfStatement(at.parent.parent) && at.parent.parent.elseStatement) ? undefined : at.parent
    if (ts.isCaseOrDefaultClause(at.parent) || ts.isTryStatement(at.parent) || ts.isIterationStatement(at.parent, false)) return undefined
  }
  return undefined
}
