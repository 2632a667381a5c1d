/**
 * Values that may be undefined: optional parameters and properties, what a request may leave out, optional chains.
 *
 * Types are read as they are declared; that a value was tested before it is used is read from the text around it.
 */
import { ts } from 'ts-morph'
import { isEither, skipOuter } from '../libraries/paths.js'
import type { Flows } from './flows.js'
import type { Resolver } from './resolver.js'
import { isOptionalIn } from './schema-bounds.js'
import type { Flow, PossiblyUndefined, SourceKind } from './types.js'
import type { Validation } from './validation.js'

/** What a caller may leave out. Route parameters are always there. */
const OPTIONAL_SOURCES = new Set<SourceKind>(['query', 'body', 'headers', 'cookies', 'form', 'message'])
/** Variables are followed this far. */
const MOST_HOPS = 6

export class UndefinedValues {
  constructor(
    private readonly resolver: Resolver,
    private readonly flows: Flows,
    private readonly validation: Validation,
  ) {}

  /** Why a value may be undefined where it stands; undefined where it was tested, or where nothing says that it may be. */
  at(expression: ts.Expression): PossiblyUndefined | undefined {
    const found = this.find(expression, 0)
    if (!found || isTested(found.expression) || isTested(expression)) return undefined
    return { ...found, expression }
  }

  private find(expression: ts.Expression, hops: number): PossiblyUndefined | undefined {
    if (hops > MOST_HOPS) return undefined
    const value = withoutAssertions(expression)
    if (!value) return undefined
    const declared: PossiblyUndefined = { expression: value, reason: 'declared', flow: undefined }
    if (ts.isIdentifier(value) && value.text === 'undefined') return declared
    if (ts.isConditionalExpression(value)) return isUndefined(value.whenTrue) || isUndefined(value.whenFalse) ? declared : undefined
    if (ts.isBinaryExpression(value)) {
      const kind = value.operatorToken.kind
      return isEither(kind) ? this.find(value.right, hops + 1) : undefined
    }
    if (ts.isPropertyAccessExpression(value) && isInOptionalChain(value)) return isTested(value) ? undefined : declared
    if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value) && !ts.isElementAccessExpression(value)) return undefined
    if (isTested(value)) return undefined
    const parsed = this.parsed(value)
    if (parsed) return parsed === 'optional' ? declared : undefined
    const declaration = this.resolver.symbolOf(value)?.valueDeclaration
    if (declaration && ts.isPropertyAccessExpression(value) && this.isKeyOfRow(value, declaration)) return undefined
    const says = declaration && this.declaration(declaration, hops)
    if (says === 'defined') return declaration && ts.isParameter(declaration) ? this.givenUnchecked(value) : undefined
    if (says) return says === 'optional' ? declared : { ...says, expression: value }
    const flows = this.flows.into(value, 'text')
    const optional = flows.find((one) => this.isLeftOut(one))
    if (optional) return { ...declared, flow: optional }
    const flow = flows.find(({ source }) => OPTIONAL_SOURCES.has(source.kind))
    // What a schema let through has the type the schema says.
    if (!flow || flow.trace.some((step) => ts.isCallExpression(step.node))) return undefined
    return { expression: value, reason: 'input', flow }
  }

  /** The schema in front of the code says that it may be missing: `.input(z.object({ teamId: z.string().optional() }))`. */
  private isLeftOut({ source, path, isValidated }: Flow): boolean {
    return isValidated && path.length > 0 && this.validation.mayLeaveOut(source.kind, source.node, path)
  }

  /** What the schema says that a value was parsed by: `const { teamId } = Clear.parse(req.query)`. */
  private parsed(value: ts.Expression): 'optional' | 'defined' | undefined {
    const { root, path } = this.originOf(value)
    const call = root && ts.isAwaitExpression(root) ? skipOuter(root.expression) : root
    if (!call || !ts.isCallExpression(call) || path.length === 0) return undefined
    const callee = skipOuter(call.expression)
    if (!this.resolver.libraryOf(this.resolver.symbolOf(callee), call)?.tags.some(({ name }) => name === 'validates')) return undefined
    const names = path.length > 1 && /^(?:data|value|output)$/.test(path[0] ?? '') ? path.slice(1) : path
    for (const schema of [...(ts.isPropertyAccessExpression(callee) ? [callee.expression] : []), ...call.arguments]) {
      const isOptional = isOptionalIn(schema, names, this.resolver)
      if (isOptional !== undefined) return isOptional ? 'optional' : 'defined'
    }
    return undefined
  }

  /** The expression that a value is a part of, through constants and patterns, and the names of the part. */
  private originOf(value: ts.Expression): { readonly root: ts.Expression | undefined; readonly path: readonly string[] } {
    const path: string[] = []
    let root: ts.Expression | undefined = skipOuter(value)
    for (let hops = 0; root && hops < MOST_HOPS; hops++) {
      if (ts.isPropertyAccessExpression(root)) {
        path.unshift(root.name.text)
        root = skipOuter(root.expression)
        continue
      }
      if (!ts.isIdentifier(root)) break
      let declaration: ts.Node | undefined = this.resolver.symbolOf(root)?.valueDeclaration
      while (declaration && ts.isBindingElement(declaration) && ts.isObjectBindingPattern(declaration.parent)) {
        path.unshift((declaration.propertyName ?? declaration.name).getText())
        declaration = declaration.parent.parent
      }
      const made: ts.Expression | undefined = declaration && ts.isVariableDeclaration(declaration) && (declaration.parent.flags & ts.NodeFlags.Const) !== 0 ? declaration.initializer : undefined
      root = made && skipOuter(made)
    }
    return { root, path }
  }

  /** `remove(req.query.id as string)`: the type of the parameter is only a claim of the caller. */
  private givenUnchecked(value: ts.Expression): PossiblyUndefined | undefined {
    const flow = this.flows.into(value, 'text').find(({ source, trace }) => {
      if (source.kind !== 'query' && source.kind !== 'headers' && source.kind !== 'cookies') return false
      const calls = trace.flatMap((step) => (ts.isCallExpression(step.node) ? [step.node] : []))
      const given = calls[0]?.arguments.find((argument) => argument.pos <= source.node.pos && source.node.end <= argument.end)
      const inner = given && withoutAssertions(given)
      return calls.length === 1 && given !== inner && inner !== undefined && (ts.isPropertyAccessExpression(inner) || ts.isElementAccessExpression(inner)) && !isTested(inner)
    })
    return flow && { expression: value, reason: 'input', flow }
  }

  /** What a declaration says of its value; undefined where it leaves that open. */
  private declaration(node: ts.Declaration, hops: number): 'optional' | 'defined' | PossiblyUndefined | undefined {
    if (ts.isParameter(node)) {
      if (node.initializer) return 'defined'
      if (node.questionToken || admitsUndefined(node.type)) return 'optional'
      // A decorated parameter of a handler is what the request holds, whatever its type says.
      return node.type && (ts.getDecorators(node) ?? []).length === 0 && !isLoose(node.type) ? 'defined' : undefined
    }
    if (ts.isPropertySignature(node) || ts.isPropertyDeclaration(node)) {
      if (ts.isPropertyDeclaration(node) && node.initializer) return 'defined'
      if (node.questionToken || admitsUndefined(node.type)) return 'optional'
      return node.type && !isLoose(node.type) && !this.isModel(node) ? 'defined' : undefined
    }
    if (ts.isVariableDeclaration(node)) {
      if (admitsUndefined(node.type) && !node.initializer) return undefined
      if (!node.initializer || ts.isForOfStatement(node.parent.parent)) return 'defined'
      if (!(node.parent.flags & ts.NodeFlags.Const)) return 'defined'
      return this.find(node.initializer, hops + 1) ?? 'defined'
    }
    if (ts.isBindingElement(node)) {
      if (node.initializer || node.dotDotDotToken) return 'defined'
      const name = node.propertyName ?? node.name
      if (!ts.isObjectBindingPattern(node.parent) || !ts.isIdentifier(name)) return 'defined'
      const property = this.resolver.typeOf(node.parent).getProperty(name.text)?.valueDeclaration
      return property && property !== node ? this.declaration(property, hops + 1) : undefined
    }
    return ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isEnumMember(node) || ts.isEnumDeclaration(node) ? 'defined' : undefined
  }

  /**
   * `order.id` of a parameter `order: Order`, declared as `@PrimaryColumn() id?: string`: only a row that is not saved yet
   * has no key, and what comes from outside and is only said to be one.
   */
  private isKeyOfRow(value: ts.PropertyAccessExpression, property: ts.Declaration): boolean {
    if (!ts.isPropertyDeclaration(property) || !ts.isClassLike(property.parent)) return false
    const object = skipOuter(value.expression)
    const owner = ts.isIdentifier(object) ? this.resolver.symbolOf(object)?.valueDeclaration : undefined
    if (!owner || !ts.isParameter(owner) || (ts.getDecorators(owner) ?? []).length > 0 || !owner.type || !ts.isTypeReferenceNode(owner.type) || owner.type.typeName.getText() !== property.parent.name?.text) return false
    const isKey = (ts.getDecorators(property) ?? []).some(({ expression }) => {
      const call = ts.isCallExpression(expression) ? expression : undefined
      return this.resolver.libraryOf(this.resolver.symbolOf(call ? call.expression : expression), call)?.tags.some((tag) => tag.name === 'column' && /\bprimary\b/.test(tag.value)) === true
    })
    return isKey && this.flows.into(object, 'object').length === 0
  }

  private isModel(node: ts.Node): boolean {
    return this.resolver.libraryOf(this.resolver.symbolOf((node as ts.PropertySignature).name)) !== undefined
  }
}

/** Without parentheses and `as`; a `!` is the author's word that the value is there. */
function withoutAssertions(expression: ts.Expression): ts.Expression | undefined {
  for (let value = expression; ; ) {
    if (ts.isNonNullExpression(value)) return undefined
    if (ts.isParenthesizedExpression(value) || ts.isAsExpression(value) || ts.isSatisfiesExpression(value)) value = value.expression
    else return value
  }
}

function isUndefined(expression: ts.Expression): boolean {
  const value = skipOuter(expression)
  return ts.isIdentifier(value) && value.text === 'undefined'
}

function isInOptionalChain(value: ts.PropertyAccessExpression): boolean {
  for (let node: ts.Expression = value; ts.isPropertyAccessExpression(node); node = skipOuter(node.expression)) if (node.questionDotToken) return true
  return false
}

function admitsUndefined(type: ts.TypeNode | undefined): boolean {
  return type !== undefined && ts.isUnionTypeNode(type) && type.types.some((part) => part.kind === ts.SyntaxKind.UndefinedKeyword)
}

function isLoose(type: ts.TypeNode): boolean {
  return type.kind === ts.SyntaxKind.AnyKeyword || type.kind === ts.SyntaxKind.UnknownKeyword
}

const ASSERTS = /(?:assert|invariant|ensure|require|check|valid|must|verify|guard|expect|exists?|isDefined)/i

/**
 * A test of the value stands around its use or before it: `if (!id) throw ...`, `if (id) { ... }`, `id && ...`,
 * `assert(id)`, `id ??= ...`; or what its object was given to has set it: `await orders.save(order)`, then `order.id`.
 */
export function isTested(expression: ts.Node): boolean {
  const text = expression.getText().replace(/\?\./g, '.').replace(/\s+/g, '')
  // A test of the object an optional chain starts with is one of the chain.
  const names = [text, ...(expression.getText().includes('?.') ? [text.replace(/\.[^.]*$/, '')] : [])]
  const mentions = (node: ts.Node) => {
    const within = node.getText().replace(/\?\./g, '.').replace(/\s+/g, '')
    return names.some((name) => new RegExp(`(?<![\\w$.])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w$])`).test(within))
  }
  const owner = ts.isPropertyAccessExpression(expression) && KEY.test(expression.name.text) ? skipOuter(expression.expression) : undefined
  for (let node: ts.Node = expression; node.parent; node = node.parent) {
    const parent = node.parent
    if (ts.isIfStatement(parent) && parent.expression !== node && mentions(parent.expression)) return true
    if (ts.isConditionalExpression(parent) && parent.condition !== node && mentions(parent.condition)) return true
    if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken && parent.right === node && mentions(parent.left)) return true
    if (ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent)) {
      const before = parent.statements.filter((statement) => statement.pos < node.pos)
      if (before.some((statement) => tests(statement, mentions)) || isLookedUp(before, mentions)) return true
      if (owner && ts.isIdentifier(owner) && before.some((statement) => isSavedBy(statement, owner.text))) return true
    }
    // A closure runs after the tests of the function around it.
    if (ts.isFunctionLike(parent) && !ts.isArrowFunction(parent) && !ts.isFunctionExpression(parent)) return false
  }
  return false
}

/** The key of a row, which the database gives it. */
const KEY = /^_?(?:id|uuid|guid|pk)$/i

/** `await orders.save(order)`: a row gets its key when it is written. */
function isSavedBy(statement: ts.Statement, name: string): boolean {
  const value = ts.isExpressionStatement(statement) ? skipOuter(statement.expression) : undefined
  const given = value && ts.isAwaitExpression(value) ? skipOuter(value.expression) : undefined
  return given !== undefined && ts.isCallExpression(given) && given.arguments.some((argument) => ts.isIdentifier(argument) && argument.text === name)
}

/** `const order = await find(id)` and then `if (!order) throw ...`: nothing is found for a value that is not there. */
function isLookedUp(statements: readonly ts.Statement[], mentions: (node: ts.Node) => boolean): boolean {
  for (const [index, statement] of statements.entries()) {
    if (!ts.isVariableStatement(statement)) continue
    for (const { name, initializer } of statement.declarationList.declarations) {
      const value = initializer && (ts.isAwaitExpression(initializer) ? initializer.expression : initializer)
      if (!value || !ts.isCallExpression(value) || !value.arguments.some(mentions)) continue
      const names = ts.isIdentifier(name) ? [name.text] : ts.isObjectBindingPattern(name) ? name.elements.map((element) => element.name.getText()) : []
      if (statements.slice(index + 1).some((later) => ts.isIfStatement(later) && names.some((one) => new RegExp(`(?<![\\w$.])${one.replaceAll('$', '\\$')}(?![\\w$])`).test(later.expression.getText())))) return true
    }
  }
  return false
}

function tests(statement: ts.Statement, mentions: (node: ts.Node) => boolean): boolean {
  if (ts.isIfStatement(statement)) return mentions(statement.expression)
  if (ts.isSwitchStatement(statement)) return mentions(statement.expression)
  const value = ts.isExpressionStatement(statement) ? statement.expression : ts.isVariableStatement(statement) ? statement.declarationList.declarations[0]?.initializer : undefined
  const inner = value && (ts.isAwaitExpression(value) ? value.expression : value)
  if (!inner) return false
  if (ts.isCallExpression(inner)) return ASSERTS.test(inner.expression.getText()) && inner.arguments.some(mentions)
  if (ts.isBinaryExpression(inner) && inner.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && inner.operatorToken.kind <= ts.SyntaxKind.LastAssignment) return mentions(inner.left)
  return false
}
