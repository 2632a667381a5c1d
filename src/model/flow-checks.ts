/**
 * Tests that decide whether a use is reached, and what they say of the value they test.
 */
import { ts } from 'ts-morph'
import { argumentsOf, boundNames, receiverOf, skipOuter } from '../libraries/paths.js'
import type { WorkspaceFile } from '../workspace/types.js'
import type { CallIndex } from './calls.js'
import { contains } from './control-flow.js'
import { CLOSES } from './declared-validation.js'
import type { Resolver } from './resolver.js'
import type { Call, Unit } from './types.js'

/** A value that can be named in a test. */
export type Named = ts.Identifier | ts.PropertyAccessExpression | ts.ElementAccessExpression

/** Calls that say that a value is one of a list, fits a pattern, or is of a kind. */
const TESTS = /^(?:includes|has|test|indexOf|hasOwnProperty|hasOwn|some|match|isIn|is[A-Z]\w*|validate\w*|check[A-Z]\w*)$/
/** The same where the question is whether the value is a string or number: an object passes none of them. */
const SCALAR_TESTS = /^(?:includes|has|test|indexOf|isIn|isString|isValid|isValidObjectId|isMongoId|isUUID|isUuid|isEmail|isAlphanumeric|isNumeric|isInt|isInteger|isNumber|isNaN|isFinite|isBoolean|isURL|isObjectIdOrHexString)$/

/** Members of lists that tell whether an element fits. */
const FINDS = /^(?:find|findLast|some)$/
const EQUALITY = /^===?$/

/** Decorators that say how large a number may be. */
const BOUNDED = /^@(?:Max|Equals|IsIn|IsEnum)\b/

/** Methods that strings have, and objects and lists have not. */
const TEXT_METHODS = /^(?:trim|trimStart|trimEnd|toLowerCase|toUpperCase|toLocaleLowerCase|split|startsWith|endsWith|replace|replaceAll|substring|substr|padStart|padEnd|charAt|charCodeAt|normalize|match|matchAll|localeCompare)$/
/** Classes that take no object: the driver throws. */
const KEY_CLASSES = /(?:^|\.)Object(?:Id|ID)$/

/** Functions between a test and the place that asks. */
const MOST_CALLS = 3

export class Checks {
  /** Files in which the type of a value is asked for at all. */
  private readonly typeTests = new Map<WorkspaceFile, boolean>()

  constructor(
    private readonly resolver: Resolver,
    private readonly calls: CallIndex,
  ) {}

  /**
   * Whether a value was tested against a list of what is allowed before it is used: `if (!ALLOWED.includes(sort))
   * throw ...`, `switch (sort)`, `sort in COLUMNS`, `/^\w+$/.test(sort)`.
   */
  isChecked(value: Named): boolean {
    return this.isTested(value, [value.getText()], value, TESTS)
  }

  /**
   * Whether tests say that a value is no object: those of `isChecked`, and `typeof name === 'string'`.
   *
   * @param names texts by which the value can be called, the longest the value that is asked for
   */
  isScalar(value: Named, names: readonly string[], use: ts.Node): boolean {
    const name = names.at(-1)
    if (name === undefined) return false
    // In `[id, typeof active === 'boolean' ? active : null]` the value stands inside of what is used.
    const at = this.resolver.unitOf(use) === this.resolver.unitOf(value) && !contains(use, value) ? use : value
    // `const id = typeof query.id === 'string' ? query.id : undefined`: it is tested where it is taken.
    return [...new Set([at, value])].some((place) => this.isTested(value, [name], place, SCALAR_TESTS) || this.hasTypeTest(value, name, place)) || this.isUsedAsText(value, name, at)
  }

  /** `const domain = email.split('@')[1]` before: an object has no such method, and the request ends with an error. */
  private isUsedAsText(value: Named, name: string, use: ts.Node): boolean {
    const unit = this.resolver.unitOf(value)
    const root = rootOf(value)
    const outer = unit && root && this.unitsKnowing(root, unit).at(-1)
    return outer !== undefined && root !== undefined && this.isNameUsedAsText(root.text, name, outer, use)
  }

  /** @param isAlias the name is a constant that holds the value: `const id = req.body.id` */
  private isNameUsedAsText(root: string, name: string, unit: Unit, use: ts.Node, isAlias = false): boolean {
    return this.calls.usesOf(unit, root).some((identifier) => {
      let used: ts.Node = identifier
      while (ts.isPropertyAccessExpression(used.parent) && used.parent.expression === used && used.getText() !== name) used = used.parent
      if (used.pos >= use.pos) return false
      const alias = isAlias ? undefined : aliasFor(identifier, name)
      if (alias && this.isNameUsedAsText(alias.text, alias.text, unit, use, true)) return true
      const { parent } = used
      if (used.getText() !== name) return false
      if (this.isComparedAsText(used, use) || this.isKeyThere(used, use)) return true
      const call = ts.isPropertyAccessExpression(parent) && parent.expression === used && TEXT_METHODS.test(parent.name.text) && !parent.questionDotToken ? parent.parent : undefined
      const made = ts.isNewExpression(parent) && parent.arguments?.[0] === used && KEY_CLASSES.test(parent.expression.getText()) ? parent : undefined
      const node = made ?? (call && ts.isCallExpression(call) ? call : undefined)
      return node !== undefined && !contains(node, use) && isBefore(node, use) && !isOptional(node, name)
    })
  }

  /** `if (order.owner.toString() !== owner.toString()) return`: of an object this is the same text, whatever it holds. */
  private isComparedAsText(value: ts.Node, use: ts.Node): boolean {
    const text = writtenOut(value)
    const comparison = text && inParentheses(text).parent
    if (!text || !comparison || comparison.end > use.pos || !ts.isBinaryExpression(comparison) || !/^[!=]==?$/.test(comparison.operatorToken.getText())) return false
    const other = contains(comparison.left, text) ? comparison.right : comparison.left
    if (this.areOfOneObject(rootOf(receiverIn(other)), rootOf(value as ts.Expression))) return false
    const isNegated = comparison.operatorToken.getText().startsWith('!')
    return decidesAlone(comparison, isNegated) && guards(comparison, use, isNegated)
  }

  /** `if (!order.phases[phase]) return`: the key that an object becomes is `[object Object]`, and nothing is kept under it. */
  private isKeyThere(value: ts.Node, use: ts.Node): boolean {
    const element = inParentheses(value).parent
    if (!ts.isElementAccessExpression(element) || element.expression === value || element.end > use.pos) return false
    // Outside may send both, the key and what is kept under it.
    return !this.areOfOneObject(rootOf(element.expression), rootOf(value as ts.Expression)) && guards(element, use, false)
  }

  /** What a value has to be the same as where it is used: `if (req.params.id !== order.id) return`. */
  equalTo(value: Named, name: string, use: ts.Node): readonly ts.Expression[] {
    const unit = this.resolver.unitOf(value)
    const root = rootOf(value)
    if (!unit || !root) return []
    return this.calls.usesOf(unit, root.text).flatMap((identifier) => {
      let used: ts.Node = identifier
      while (ts.isPropertyAccessExpression(used.parent) && used.parent.expression === used && nameOf(used) !== name) used = used.parent
      const comparison = inParentheses(used).parent
      if (nameOf(used) !== name || !ts.isBinaryExpression(comparison) || comparison.end > use.pos || !/^[!=]==$/.test(comparison.operatorToken.getText())) return []
      const isNegated = comparison.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
      return decidesAlone(comparison, isNegated) && guards(comparison, use, isNegated) ? [contains(comparison.left, used) ? comparison.right : comparison.left] : []
    })
  }

  /** `req.body.id` and `req.body.copy`, `const { id, copy } = req.body`: both are as outside wants them. */
  private areOfOneObject(one: ts.Identifier | undefined, other: ts.Identifier | undefined): boolean {
    if (!one || !other) return false
    const [first, second] = [one, other].map((name) => {
      const declaration = this.resolver.symbolOf(name)?.valueDeclaration
      return declaration && ts.isBindingElement(declaration) ? declaration.parent : declaration
    })
    return one.text === other.text || (first !== undefined && first === second)
  }

  /** The unit of a value and those around it, as far out as its root is known there. */
  private unitsKnowing(root: ts.Identifier, unit: Unit): readonly Unit[] {
    const declaration = unit.parent && unit.parent.kind !== 'module' ? this.resolver.symbolOf(root)?.valueDeclaration : undefined
    const units = [unit]
    for (let at = unit; declaration && at.parent && at.parent.kind !== 'module' && !contains(at.node, declaration); at = at.parent) units.push(at.parent)
    return units
  }

  /** Calls that are given the name of a value, in its unit and in those around it as far out as it is known there. */
  private callsGiving(value: Named, unit: Unit): readonly Call[] {
    const root = rootOf(value)
    const name = root?.text ?? 'this'
    return (root ? this.unitsKnowing(root, unit) : [unit]).flatMap((at) => this.calls.giving(at, name))
  }

  private isTested(value: Named, names: readonly string[], use: ts.Node, tests: RegExp): boolean {
    const unit = this.resolver.unitOf(value)
    if (!unit) return false
    const isNamed = (node: ts.Node | undefined) => node !== undefined && names.includes(bareText(node))
    for (const call of this.callsGiving(value, unit)) {
      // What a test is given was not tested before.
      if (call.node.pos >= use.pos || contains(call.node, use)) continue
      const index = argumentsOf(call.node).findIndex((argument) => isNamed(skipOuter(argument)))
      if (index < 0 && !(call.name === 'match' && isNamed(receiverOf(call.node)))) continue
      // A function of the project counts by what it does, any other by its name.
      const units = index < 0 ? [] : this.resolver.resolve(call).units
      const own = units.length === 0 ? (tests.test(call.name) ? 'predicate' : undefined) : units.map((callee) => this.testIn(callee, index, tests, 0)).find((one) => one !== undefined)
      if (own === 'predicate' && guards(call.node, use)) return true
      if (own === 'assertion' && isBefore(call.node, use)) return true
    }
    // `if (!(sort in COLUMNS)) return`
    for (const name of names) {
      const root = rootOf(value)
      if (!root || !(name === root.text || name.startsWith(`${root.text}.`))) continue
      for (const identifier of this.calls.usesOf(unit, root.text)) {
        let tested: ts.Node = identifier
        while (ts.isPropertyAccessExpression(tested.parent) && tested.parent.expression === tested) tested = tested.parent
        while (ts.isParenthesizedExpression(tested.parent) || ts.isAsExpression(tested.parent) || ts.isNonNullExpression(tested.parent)) tested = tested.parent
        const parent = tested.parent
        if (!ts.isBinaryExpression(parent) || parent.end > use.pos || !isNamed(skipOuter(tested as ts.Expression))) continue
        if (parent.operatorToken.kind === ts.SyntaxKind.InKeyword ? parent.left === tested && guards(parent, use, false) : this.isFound(parent, unit, use)) return true
      }
    }
    for (let node: ts.Node = use; node.parent && !ts.isFunctionLike(node); node = node.parent) {
      const parent = node.parent
      if (ts.isCaseClause(parent) && isNamed(parent.parent.parent.expression)) return true
      if (ts.isIfStatement(parent) && parent.thenStatement === node && names.some((name) => this.comparesWithConstant(parent.expression, name))) return true
      if (ts.isConditionalExpression(parent) && parent.whenTrue === node && names.some((name) => this.comparesWithConstant(parent.condition, name))) return true
    }
    return false
  }

  /** Whether a condition holds only for values that the code has written down. */
  private comparesWithConstant(condition: ts.Expression, text: string): boolean {
    const value = skipOuter(condition)
    if (!ts.isBinaryExpression(value)) return false
    const { left, right, operatorToken } = value
    if (operatorToken.kind === ts.SyntaxKind.BarBarToken) return this.comparesWithConstant(left, text) && this.comparesWithConstant(right, text)
    if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return this.comparesWithConstant(left, text) || this.comparesWithConstant(right, text)
    const [one, other] = [skipOuter(left), skipOuter(right)]
    if (operatorToken.kind === ts.SyntaxKind.InKeyword) return one.getText() === text
    return EQUALITY.test(operatorToken.getText()) && ((one.getText() === text && this.isConstant(other)) || (other.getText() === text && this.isConstant(one)))
  }

  /** A text, also as a member of an enumeration or of an object that is written out: `Channel.DRIVER`. */
  private isConstant(value: ts.Expression): boolean {
    if (ts.isStringLiteralLike(value)) return true
    const member = ts.isPropertyAccessExpression(value) ? this.resolver.symbolOf(value)?.valueDeclaration : undefined
    return member !== undefined && (ts.isEnumMember(member) || (ts.isPropertyAssignment(member) && ts.isStringLiteralLike(skipOuter(member.initializer))))
  }

  /**
   * `const plan = plans.find((one) => one.id === planId); if (!plan) return`: the value is one that the list has. Only what
   * the code compares with itself, an element of the list, is no object.
   */
  private isFound(comparison: ts.BinaryExpression, unit: Unit, use: ts.Node): boolean {
    if (!EQUALITY.test(comparison.operatorToken.getText())) return false
    const test = ts.findAncestor(comparison, ts.isFunctionLike)
    const call = test?.parent
    if (!test || !call || !ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression) || !FINDS.test(call.expression.name.text) || call.arguments[0] !== test || call.end > use.pos) return false
    const element = test.parameters[0]?.name
    const isOfElement = (side: ts.Expression) => element !== undefined && (ts.isIdentifier(element) ? rootOf(skipOuter(side))?.text === element.text : boundNames(element).some(({ text }) => text === skipOuter(side).getText()))
    if (!isOfElement(comparison.left) && !isOfElement(comparison.right)) return false
    let whole: ts.Node = comparison
    while (ts.isParenthesizedExpression(whole.parent) || (ts.isBinaryExpression(whole.parent) && whole.parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)) whole = whole.parent
    if (!(whole.parent === test || ts.isReturnStatement(whole.parent))) return false
    if (guards(call, use)) return true
    const kept = ts.isVariableDeclaration(call.parent) && ts.isIdentifier(call.parent.name) ? call.parent.name.text : undefined
    return kept !== undefined && this.calls.usesOf(unit, kept).some((found) => found.end <= use.pos && found.pos > call.end && guards(found, use))
  }

  /**
   * What a function of the project does with a parameter: says whether it passes a test, or throws when it does not.
   *
   * @param tests names of calls that are tests; a test of its type counts where objects are asked for
   */
  private testIn(unit: Unit, index: number, tests: RegExp, depth: number): 'predicate' | 'assertion' | undefined {
    const name = unit.parameters[index]?.name
    if (!name || !ts.isIdentifier(name) || depth > MOST_CALLS) return undefined
    const isTested = this.calls.usesOf(unit, name.text).some((use) => {
      const parent = use.parent
      if (ts.isTypeOfExpression(parent)) return tests === SCALAR_TESTS && ts.isBinaryExpression(parent.parent) && /['"](?:string|number|boolean)['"]/.test(parent.parent.getText())
      if (ts.isBinaryExpression(parent)) return parent.operatorToken.kind === ts.SyntaxKind.InKeyword && parent.left === use
      if (ts.isSwitchStatement(parent)) return true
      const call = ts.isCallExpression(parent) && parent.arguments.includes(use) ? this.calls.at(parent) : undefined
      if (!call) return ts.isPropertyAccessExpression(parent) && parent.name.text === 'match'
      const { units } = this.resolver.resolve(call)
      return units.length === 0 ? tests.test(call.name) : units.some((callee) => this.testIn(callee, argumentsOf(call.node).indexOf(use), tests, depth + 1) !== undefined)
    })
    if (!isTested) return undefined
    return unit.node.getText().includes('throw ') ? 'assertion' : 'predicate'
  }

  /** `if (typeof email !== 'string') return`, `typeof email === 'string' ? email : ''`. */
  private hasTypeTest(value: Named, name: string, use: ts.Node): boolean {
    const unit = this.resolver.unitOf(value)
    const root = rootOf(value)
    if (!unit || !root || !this.asksTypes(unit)) return false
    return this.calls.usesOf(unit, root.text).some((identifier) => {
      let tested: ts.Node = identifier
      while (ts.isPropertyAccessExpression(tested.parent) && tested.parent.expression === tested) tested = tested.parent
      if (!ts.isTypeOfExpression(tested.parent) || tested.pos >= use.end || tested.getText() !== name) return false
      const comparison = tested.parent.parent
      if (!ts.isBinaryExpression(comparison)) return false
      const other = skipOuter(comparison.left === tested.parent ? comparison.right : comparison.left)
      if (!ts.isStringLiteralLike(other) || !/^(?:string|number|boolean)$/.test(other.text)) return false
      const isNegated = /^!==?$/.test(comparison.operatorToken.getText())
      return guards(comparison, use, isNegated)
    })
  }

  private asksTypes({ file }: Unit): boolean {
    let known = this.typeTests.get(file)
    if (known === undefined) this.typeTests.set(file, (known = /\btypeof\b/.test(file.text())))
    return known
  }

  /** `if (limit > 100) ...` before the use. */
  isCapped(value: Named): boolean {
    const unit = this.resolver.unitOf(value)
    const name = ts.isIdentifier(value) ? value : undefined
    if (!unit || !name) return false
    return this.calls.usesOf(unit, name.text).some((use) => {
      const parent = use.parent
      return use.pos < value.pos && ts.isBinaryExpression(parent) && /^[<>]=?$/.test(parent.operatorToken.getText()) && ts.findAncestor(parent, (node) => ts.isIfStatement(node) || ts.isStatement(node))?.kind === ts.SyntaxKind.IfStatement
    })
  }

  /** A property of a class whose decorators say how large it may be (`@Max(100)`). */
  isDeclaredBounded(value: Named): boolean {
    return this.isDeclared(value, BOUNDED)
  }

  /**
   * `@Query() page: PageDto`, of which a property is taken later on: the class says how large it may be. A variable
   * holds what it should only where it is validated: `await validate(page)`.
   */
  isMemberBounded(holder: ts.ParameterDeclaration | ts.VariableDeclaration, name: string): boolean {
    if (ts.isVariableDeclaration(holder) && !this.isValidatedWhole(holder)) return false
    const member = this.resolver.checker.getPropertyOfType(this.resolver.checker.getNonNullableType(this.resolver.typeOf(holder)), name)?.valueDeclaration
    return member !== undefined && this.isDecorated(member, BOUNDED)
  }

  private isValidatedWhole({ name }: ts.VariableDeclaration): boolean {
    const unit = ts.isIdentifier(name) ? this.resolver.unitOf(name) : undefined
    return unit !== undefined && unit.calls.some(({ node, name: called }) => /^validate(?:OrReject|Sync)?$/.test(called) && argumentsOf(node)[0]?.getText() === name.getText())
  }

  /** A property of a class whose decorators leave no room for text of one's own (`@IsIn(COLUMNS)`, `@IsInt()`). */
  isDeclaredClosed(value: Named): boolean {
    return this.isDeclared(value, CLOSES)
  }

  private isDeclared(value: Named, decorators: RegExp): boolean {
    const declaration = this.resolver.symbolOf(value)?.valueDeclaration
    const member = declaration && ts.isBindingElement(declaration) ? this.propertyBehind(declaration) : declaration
    return member !== undefined && this.isDecorated(member, decorators)
  }

  private isDecorated(member: ts.Declaration, decorators: RegExp): boolean {
    return ts.isPropertyDeclaration(member) && (ts.getDecorators(member) ?? []).some(({ expression }) => this.decoratesWith(expression, decorators, 0))
  }

  /** The decorator itself, or one of those that a decorator of the project is put together from: `applyDecorators(Max(100))`. */
  private decoratesWith(expression: ts.Expression, decorators: RegExp, depth: number): boolean {
    if (decorators.test(`@${expression.getText()}`)) return true
    const callee = skipOuter(ts.isCallExpression(expression) ? expression.expression : expression)
    return depth < MOST_CALLS && this.resolver.functionsOf(callee).some((unit) => unit.calls.some(({ node }) => ts.isCallExpression(node) && this.decoratesWith(node, decorators, depth + 1)))
  }

  /** The property that `{ sort }` takes out of an object of a declared class. */
  private propertyBehind(element: ts.BindingElement): ts.Declaration | undefined {
    const name = element.propertyName ?? element.name
    if (!ts.isObjectBindingPattern(element.parent) || !ts.isIdentifier(name)) return undefined
    return this.resolver.checker.getPropertyOfType(this.resolver.typeOf(element.parent), name.text)?.valueDeclaration
  }

  /** The value last given to a name before a use, in the same block or around it: `req.body = schema.parse(req.body)`. */
  assignedBefore(value: Named, names: readonly string[], use: ts.Node): { readonly value: ts.Expression; readonly name: string } | undefined {
    const unit = this.resolver.unitOf(value)
    const root = rootOf(value)
    if (!unit || !root) return undefined
    let last: { value: ts.Expression; name: string } | undefined
    for (const identifier of this.calls.usesOf(unit, root.text)) {
      let target: ts.Node = identifier
      while (ts.isPropertyAccessExpression(target.parent) && target.parent.expression === target) target = target.parent
      const assignment = target.parent
      if (!ts.isBinaryExpression(assignment) || assignment.left !== target || assignment.operatorToken.kind !== ts.SyntaxKind.EqualsToken) continue
      if (assignment.end > use.pos || contains(assignment.right, use)) continue
      const name = target.getText()
      const statement = ts.findAncestor(assignment, ts.isStatement)
      if (names.includes(name) && statement && contains(statement.parent, use)) last = { value: assignment.right, name }
    }
    return last
  }
}

/** The name of a value, however its properties are asked for: `req?.body?.email` is `req.body.email`. */
export function nameOf(value: ts.Node): string {
  return value.getText().replace(/\?\./g, '.')
}

/** `sort?.direction.toUpperCase()` asks about `sort.direction`. */
function bareText(node: ts.Node): string {
  return nameOf(node).replace(/(?:\.(?:toUpperCase|toLowerCase|trim|toString)\(\))+$/, '').replace(/^String\(([\w.]+)\)$/, '$1')
}

/** The constant that a value is kept in: `const id = req.body.id`, `const { id } = req.body`. */
function aliasFor(identifier: ts.Identifier, name: string): ts.Identifier | undefined {
  for (let at: ts.Node = identifier; ; at = at.parent) {
    const { parent } = at
    if (ts.isVariableDeclaration(parent) && parent.initializer === at && parent.parent.flags & ts.NodeFlags.Const) {
      if (ts.isIdentifier(parent.name)) return nameOf(at) === name ? parent.name : undefined
      const taken = ts.isObjectBindingPattern(parent.name) ? parent.name.elements.find((element) => !element.dotDotDotToken && `${nameOf(at)}.${(element.propertyName ?? element.name).getText()}` === name) : undefined
      return taken && ts.isIdentifier(taken.name) ? taken.name : undefined
    }
    if (!ts.isPropertyAccessExpression(parent) || parent.expression !== at) return undefined
  }
}

/** `id.toString()`, `String(id)`, `${id}` */
function writtenOut(value: ts.Node): ts.Node | undefined {
  const { parent } = value
  if (ts.isPropertyAccessExpression(parent) && parent.expression === value && parent.name.text === 'toString' && ts.isCallExpression(parent.parent)) return parent.parent
  if (ts.isCallExpression(parent) && parent.arguments[0] === value && parent.expression.getText() === 'String') return parent
  return ts.isTemplateSpan(parent) && parent.parent.templateSpans.length === 1 ? parent.parent : undefined
}

/** `order.owner` of `order.owner.toString()` and `String(order.owner)`. */
function receiverIn(text: ts.Expression): ts.Expression {
  const value = skipOuter(text)
  if (!ts.isCallExpression(value)) return value
  return value.arguments[0] ?? receiverOf(value) ?? value
}

function inParentheses(node: ts.Node): ts.Node {
  return ts.isParenthesizedExpression(node.parent) ? inParentheses(node.parent) : node
}

/** No other condition beside it lets control go on: all are needed where it must hold, and one is enough to leave where it must not. */
function decidesAlone(comparison: ts.Node, isNegated: boolean): boolean {
  const { parent } = inParentheses(comparison)
  if (!ts.isBinaryExpression(parent)) return true
  return parent.operatorToken.kind === (isNegated ? ts.SyntaxKind.BarBarToken : ts.SyntaxKind.AmpersandAmpersandToken) && decidesAlone(parent, isNegated)
}

/** The name at the start of `req.body.email`. */
export function rootOf(value: ts.Expression): ts.Identifier | undefined {
  const inner = skipOuter(value)
  if (ts.isIdentifier(inner)) return inner
  return ts.isPropertyAccessExpression(inner) || ts.isElementAccessExpression(inner) ? rootOf(inner.expression) : undefined
}

/**
 * Whether a test decides if a later use is reached: the use stands in its true branch, or its false branch leaves.
 *
 * @param negated whether the test itself says the contrary (`typeof name !== 'string'`); absent: leaving counts in
 *   either branch, for tests whose names do not say which way they go
 */
export function guards(test: ts.Node, use: ts.Node, negated?: boolean): boolean {
  let isNegated = negated ?? false
  for (let node = test; node.parent; node = node.parent) {
    const parent = node.parent
    if (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) isNegated = !isNegated
    if (ts.isConditionalExpression(parent) && parent.condition === node) return contains(isNegated ? parent.whenFalse : parent.whenTrue, use)
    // `typeof name === 'string' && users.findOne({ name })`
    if (ts.isBinaryExpression(parent) && parent.left === node && contains(parent.right, use)) return parent.operatorToken.kind === (isNegated ? ts.SyntaxKind.BarBarToken : ts.SyntaxKind.AmpersandAmpersandToken)
    if (ts.isCallExpression(parent) && parent.arguments[0] === node && /^(?:assert|invariant|ok)$|assert(?:\.ok)?$/.test(parent.expression.getText())) return parent.end <= use.pos
    if (ts.isIfStatement(parent) && parent.expression === node) {
      if (contains(isNegated ? (parent.elseStatement ?? parent.expression) : parent.thenStatement, use)) return true
      return (isNegated || negated === undefined) && (exits(parent.thenStatement) || assigns(parent.thenStatement))
    }
    if (ts.isStatement(parent) || ts.isFunctionLike(parent)) return false
  }
  return false
}

/** The statement of a call comes before a use, in the same block or one around it. */
function isBefore(call: ts.Node, use: ts.Node): boolean {
  const statement = ts.findAncestor(call, ts.isStatement)
  return statement !== undefined && call.end <= use.pos && contains(statement.parent, use)
}

/** A node is only evaluated on one side of a choice inside of its statement, other than whether `name` is there, or in a function. */
function isOptional(node: ts.Node, name: string): boolean {
  for (let at = node; !ts.isStatement(at.parent); at = at.parent) {
    const { parent } = at
    if (ts.isFunctionLike(parent) || (ts.isConditionalExpression(parent) && parent.condition !== at)) return true
    // `email && email.trim()` is evaluated for every object.
    if (ts.isBinaryExpression(parent) && parent.right === at && /^(?:&&|\|\||\?\?)$/.test(parent.operatorToken.getText()) && nameOf(parent.left) !== name) return true
  }
  return false
}

export function exits(statement: ts.Statement): boolean {
  if (ts.isBlock(statement)) return statement.statements.some(exits)
  if (ts.isExpressionStatement(statement)) return /^(?:next|reject|ctx\.throw|assert|fail)\b|\.(?:throw|abort)\(/.test(statement.getText())
  return ts.isReturnStatement(statement) || ts.isThrowStatement(statement) || ts.isContinueStatement(statement) || ts.isBreakStatement(statement)
}

/** `if (!ALLOWED.includes(sort)) sort = 'name'`. */
function assigns(statement: ts.Statement): boolean {
  const inner = ts.isBlock(statement) ? statement.statements[0] : statement
  return inner !== undefined && ts.isExpressionStatement(inner) && ts.isBinaryExpression(inner.expression) && inner.expression.operatorToken.kind === ts.SyntaxKind.EqualsToken
}
