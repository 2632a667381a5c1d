/**
 * Data from outside on its way to a sink, followed backwards from the sink.
 *
 * Names are followed to what was assigned to them, parameters to the arguments of callers, calls to what the called
 * function returns; one level of properties is told apart. Coercions to numbers and the like, allow-list tests and
 * constant maps end a flow: what comes out of them cannot carry text from outside.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, propertyOf, receiverOf, skipOuter } from '../libraries/paths.js'
import type { WorkspaceFile } from '../workspace/types.js'
import type { CallIndex } from './calls.js'
import type { EntryPoints } from './entry-points.js'
import type { Graph } from './graph.js'
import { tagIn } from './operations.js'
import type { Resolver } from './resolver.js'
import type { Flow, SourceKind, Step, Unit } from './types.js'

/** Hops of one flow; longer ones exist but nobody reads them. */
const MOST_HOPS = 24
/** Levels of properties that are told apart. */
const MOST_PROPERTIES = 4
/** Different ways into one expression that are kept. */
const MOST_FLOWS = 4

/** Where tracking stands. */
interface Asked {
  /** `text`: may it carry characters from outside; `number`: may it be as large as outside wants. */
  readonly kind: 'text' | 'number'
  /** The property of the value that is asked for, and the property of that, outermost first; empty for all of it. */
  readonly path: readonly string[]
  readonly steps: readonly Step[]
  readonly seen: ReadonlySet<ts.Node>
  readonly confidence: 'high' | 'medium'
  /** Calls through which parameters were left, to come back to the same caller. */
  readonly stack: readonly ts.Node[]
}

/** Properties of a request in frameworks that are not typed, as handlers of plain JavaScript see it. */
const REQUEST_PROPERTIES: Readonly<Record<string, SourceKind>> = {
  body: 'body', query: 'query', params: 'params', headers: 'headers', cookies: 'cookies', file: 'file', files: 'file',
} // prettier-ignore

export class Flows {
  private readonly known = { text: new Map<ts.Expression, readonly Flow[]>(), number: new Map<ts.Expression, readonly Flow[]>() }

  constructor(
    private readonly resolver: Resolver,
    private readonly calls: CallIndex,
    private readonly graph: () => Graph,
    private readonly entries: EntryPoints,
    private readonly fileOf: (node: ts.Node) => WorkspaceFile,
  ) {}

  /**
   * Ways by which data from outside reaches an expression, shortest first.
   *
   * @param kind `number` follows coercions to numbers too, and ends where a number is capped
   */
  into(expression: ts.Expression, kind: 'text' | 'number' = 'text'): readonly Flow[] {
    const known = this.known[kind]
    let flows = known.get(expression)
    if (!flows) {
      flows = this.follow(expression, { kind, path: [], steps: [], seen: new Set(), confidence: 'high', stack: [] })
        .sort((left, right) => left.trace.length - right.trace.length)
        .slice(0, MOST_FLOWS)
      known.set(expression, flows)
    }
    return flows
  }

  private follow(expression: ts.Node, asked: Asked): Flow[] {
    if (!ts.isExpression(expression)) return []
    const value = skipOuter(expression)
    if (asked.steps.length > MOST_HOPS || asked.seen.has(value)) return []
    const next: Asked = { ...asked, seen: new Set([...asked.seen, value]) }
    if (ts.isAwaitExpression(value)) return this.follow(value.expression, next)
    if (ts.isIdentifier(value)) return this.followName(value, next)
    if (ts.isPropertyAccessExpression(value)) return this.followProperty(value, value.name.text, next)
    if (ts.isElementAccessExpression(value)) return this.followElement(value, next)
    if (ts.isCallExpression(value)) return this.followCall(value, next)
    if (ts.isNewExpression(value)) return this.coerces(value) ? [] : this.any(argumentsOf(value), next)
    if (ts.isTemplateExpression(value)) return this.any(value.templateSpans.map((span) => span.expression), next)
    if (ts.isTaggedTemplateExpression(value)) return []
    if (ts.isConditionalExpression(value))
      // `limit > 100 ? 100 : limit`
      return asked.kind === 'number' && /[<>]/.test(value.condition.getText()) ? [] : this.any([value.whenTrue, value.whenFalse], next)
    if (ts.isPrefixUnaryExpression(value)) return asked.kind === 'number' && value.operator === ts.SyntaxKind.PlusToken ? this.follow(value.operand, next) : []
    if (ts.isBinaryExpression(value)) return this.followBinary(value, next)
    if (ts.isObjectLiteralExpression(value)) return this.followObject(value, next)
    if (ts.isArrayLiteralExpression(value)) return this.any(value.elements, next)
    if (ts.isSpreadElement(value)) return this.follow(value.expression, next)
    return []
  }

  private any(expressions: readonly ts.Node[], asked: Asked): Flow[] {
    const found: Flow[] = []
    for (const expression of expressions) {
      found.push(...this.follow(expression, asked))
      if (found.length >= MOST_FLOWS) break
    }
    return found
  }

  private followBinary(value: ts.BinaryExpression, asked: Asked): Flow[] {
    switch (value.operatorToken.kind) {
      case ts.SyntaxKind.PlusToken:
      case ts.SyntaxKind.BarBarToken:
      case ts.SyntaxKind.QuestionQuestionToken:
        return this.any([value.left, value.right], asked)
      case ts.SyntaxKind.AmpersandAmpersandToken:
      case ts.SyntaxKind.EqualsToken:
      case ts.SyntaxKind.CommaToken:
        return this.follow(value.right, asked)
      default:
        return [] // comparisons and arithmetic give booleans and numbers
    }
  }

  private followObject(value: ts.ObjectLiteralExpression, asked: Asked): Flow[] {
    const wanted = asked.path[0]
    const inner: Asked = { ...asked, path: asked.path.slice(1) }
    return value.properties.flatMap((member) => {
      if (ts.isSpreadAssignment(member)) return this.follow(member.expression, asked)
      const name = member.name && (ts.isIdentifier(member.name) || ts.isStringLiteralLike(member.name)) ? member.name.text : undefined
      if (wanted !== undefined && name !== undefined && name !== wanted) return []
      if (ts.isPropertyAssignment(member)) return this.follow(member.initializer, inner)
      if (ts.isShorthandPropertyAssignment(member)) return this.follow(member.name, inner)
      return []
    })
  }

  private followElement(value: ts.ElementAccessExpression, asked: Asked): Flow[] {
    const argument = skipOuter(value.argumentExpression)
    if (ts.isStringLiteralLike(argument)) return this.followProperty(value, argument.text, asked)
    // A look-up in a map written in the code gives one of its values.
    const table = this.resolver.initializerOf(value.expression)
    if (table && ts.isObjectLiteralExpression(skipOuter(table))) return []
    return this.follow(value.expression, { ...asked, path: [] })
  }

  private followProperty(value: ts.PropertyAccessExpression | ts.ElementAccessExpression, name: string, asked: Asked): Flow[] {
    if (this.isChecked(value) || (asked.kind === 'number' && (this.isCapped(value) || this.isDeclaredBounded(value)))) return []
    const symbol = this.resolver.symbolOf(value)
    const library = this.resolver.libraryOf(symbol)
    const source = library && tagIn(library.tags, 'source')
    if (source) return [this.flow(source.value as SourceKind, value, asked)]
    const shaped = this.requestProperty(value, name)
    if (shaped) return [this.flow(shaped, value, { ...asked, confidence: 'medium' })]
    // As many as were sent, which the size of the request bounds.
    if (asked.kind === 'number' && (name === 'length' || name === 'size')) return []
    const step = { ...asked, path: [name, ...asked.path].slice(0, MOST_PROPERTIES) }
    const throughObject = this.follow(value.expression, step)
    if (throughObject.length > 0) return throughObject
    const declaration = symbol?.valueDeclaration
    if (declaration && ts.isPropertyAssignment(declaration)) return this.follow(declaration.initializer, asked)
    if (declaration && ts.isPropertyDeclaration(declaration) && declaration.initializer) return this.follow(declaration.initializer, asked)
    return []
  }

  /** `req.body` where nothing says what `req` is but that it is the first parameter of a handler. */
  private requestProperty(value: ts.PropertyAccessExpression | ts.ElementAccessExpression, name: string): SourceKind | undefined {
    const kind = REQUEST_PROPERTIES[name]
    if (!kind) return undefined
    const object = skipOuter(value.expression)
    // Koa: `ctx.request.body`, `ctx.query`, `ctx.params`.
    const root = ts.isPropertyAccessExpression(object) && (object.name.text === 'request' || object.name.text === 'req') ? skipOuter(object.expression) : object
    if (!ts.isIdentifier(root) || !/^(?:req|request|_req|ctx|context|c)$/.test(root.text)) return undefined
    const declaration = this.resolver.symbolOf(root)?.valueDeclaration
    if (!declaration || !ts.isParameter(declaration)) return undefined
    const unit = this.resolver.unitAt(declaration.parent)
    if (!unit) return undefined
    const isHandler = this.entries.handledBy(unit) !== undefined
    // Declared apart from its registration: `(req, res)` and `(req, res, next)` are what handlers look like.
    const looksLikeOne = unit.parameters.length >= 2 && /^(?:res|response|reply|_res|next|h)$/.test(unit.parameters[1]?.name.getText() ?? '')
    return isHandler || looksLikeOne || /^(?:ctx|context)$/.test(root.text) ? kind : undefined
  }

  private followName(value: ts.Identifier, asked: Asked): Flow[] {
    if (this.isChecked(value) || (asked.kind === 'number' && this.isCapped(value))) return []
    const symbol = this.resolver.symbolOf(value)
    const declaration = symbol?.valueDeclaration
    if (!declaration) return []
    if (ts.isParameter(declaration)) return this.followParameter(declaration, value, asked)
    if (ts.isBindingElement(declaration)) return this.followBinding(declaration, value, asked)
    if (!ts.isVariableDeclaration(declaration)) return []
    const found: Flow[] = []
    if (isLoopVariable(declaration)) {
      const loop = declaration.parent.parent as ts.ForOfStatement | ts.ForInStatement
      if (ts.isForOfStatement(loop)) found.push(...this.follow(loop.expression, this.step(asked, declaration, value.text)))
    }
    const own = declaration.initializer
    if (own) found.push(...this.follow(own, this.step(asked, declaration, value.text)))
    if (found.length > 0) return found
    return this.followAssignments(declaration, value, asked)
  }

  /** `sql += ...`, `parts.push(...)`, `where.name = ...` after the declaration. */
  private followAssignments(declaration: ts.VariableDeclaration, value: ts.Identifier, asked: Asked): Flow[] {
    const unit = this.resolver.unitOf(declaration)
    if (!unit || !ts.isIdentifier(declaration.name)) return []
    const found: Flow[] = []
    for (const use of this.calls.usesOf(unit, declaration.name.text)) {
      const parent = use.parent
      if (ts.isBinaryExpression(parent) && parent.left === use && isAssignment(parent.operatorToken.kind)) found.push(...this.follow(parent.right, this.step(asked, parent, value.text)))
      else if (ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent) && parent.parent.expression === parent && /^(?:push|unshift|add|append|set)$/.test(parent.name.text))
        found.push(...this.any(parent.parent.arguments, this.step({ ...asked, path: [] }, parent.parent, value.text)))
      else if (ts.isPropertyAccessExpression(parent) && parent.expression === use && ts.isBinaryExpression(parent.parent) && parent.parent.left === parent) {
        if (asked.path.length === 0 || asked.path[0] === parent.name.text)
          found.push(...this.follow(parent.parent.right, this.step({ ...asked, path: asked.path.slice(1) }, parent.parent, value.text)))
      }
      if (found.length >= MOST_FLOWS) break
    }
    return found
  }

  private followBinding(declaration: ts.BindingElement, value: ts.Identifier, asked: Asked): Flow[] {
    const name = declaration.propertyName ?? declaration.name
    const isArray = ts.isArrayBindingPattern(declaration.parent)
    const property = !isArray && (ts.isIdentifier(name) || ts.isStringLiteral(name)) && !declaration.dotDotDotToken ? name.text : undefined
    const outer = declaration.parent.parent
    if (ts.isVariableDeclaration(outer)) {
      if (!outer.initializer) return []
      const object = outer.initializer
      // `const { name } = req.body`: the object is the source; `const { body } = req`: the property is.
      if (property !== undefined) {
        const type = this.memberOf(object, property)
        const source = type && tagIn(type, 'source')
        if (source) return [this.flow(source.value as SourceKind, declaration, asked)]
        const shaped = REQUEST_PROPERTIES[property] && ts.isIdentifier(skipOuter(object)) ? this.requestOf(skipOuter(object) as ts.Identifier, property) : undefined
        if (shaped) return [this.flow(shaped, declaration, { ...asked, confidence: 'medium' })]
      }
      return this.follow(object, this.step(inside(asked, property), declaration, value.text))
    }
    if (ts.isParameter(outer)) {
      if (property !== undefined) {
        const tags = this.memberTags(outer, property)
        const source = tags && tagIn(tags, 'source')
        if (source) return [this.flow(source.value as SourceKind, declaration, asked)]
      }
      return this.followParameter(outer, value, inside(asked, property))
    }
    if (ts.isBindingElement(outer)) {
      // `const { body: { name } } = req`
      const outerName = outer.propertyName
      if (outerName && ts.isIdentifier(outerName)) {
        const holder = outer.parent.parent
        if (ts.isVariableDeclaration(holder) && holder.initializer) {
          const tags = this.memberOf(holder.initializer, outerName.text)
          const source = tags && tagIn(tags, 'source')
          if (source) return [this.flow(source.value as SourceKind, declaration, asked)]
          const initializer = skipOuter(holder.initializer)
          const shaped = ts.isIdentifier(initializer) ? this.requestOf(initializer, outerName.text) : undefined
          if (shaped) return [this.flow(shaped, declaration, { ...asked, confidence: 'medium' })]
        }
        if (ts.isParameter(holder)) {
          const tags = this.memberTags(holder, outerName.text)
          const source = tags && tagIn(tags, 'source')
          if (source) return [this.flow(source.value as SourceKind, declaration, asked)]
        }
      }
    }
    return []
  }

  private requestOf(object: ts.Identifier, property: string): SourceKind | undefined {
    const declaration = this.resolver.symbolOf(object)?.valueDeclaration
    if (!declaration || !ts.isParameter(declaration)) return undefined
    const unit = this.resolver.unitAt(declaration.parent)
    if (!unit || !/^(?:req|request|ctx|context)$/.test(object.text)) return undefined
    const looksLikeOne = this.entries.handledBy(unit) !== undefined || /^(?:res|response|reply|_res|next)$/.test(unit.parameters[1]?.name.getText() ?? '')
    return looksLikeOne ? REQUEST_PROPERTIES[property] : undefined
  }

  /** Tags of a property of the type of an expression. */
  private memberOf(object: ts.Expression, property: string) {
    const member = this.resolver.checker.getPropertyOfType(this.resolver.typeOf(object), property)
    return member && this.resolver.libraryOf(member)?.tags
  }

  private memberTags(parameter: ts.ParameterDeclaration, property: string) {
    const member = this.resolver.checker.getPropertyOfType(this.resolver.typeOf(parameter), property)
    return member && this.resolver.libraryOf(member)?.tags
  }

  private followParameter(parameter: ts.ParameterDeclaration, value: ts.Identifier, asked: Asked): Flow[] {
    const source = this.sourceOfParameter(parameter)
    if (source) return [this.flow(source, parameter, asked)]
    const unit = this.resolver.unitAt(parameter.parent)
    if (!unit) return []
    const index = unit.parameters.indexOf(parameter)
    const found: Flow[] = []
    const back = asked.stack.at(-1)
    for (const { call, use } of this.graph().givenBy(unit)) {
      // Entered through this call: leave by it, not to every other caller.
      if (back && call.node !== back) continue
      const inner = { ...this.step(asked, call.node, `${value.text} of ${unit.name}`), stack: asked.stack.slice(0, -1) }
      if (use) {
        // An element of what is iterated.
        const position = call.name === 'reduce' ? 1 : 0
        if (use.mode === 'iterates' && index === position && use.collection) found.push(...this.follow(use.collection, inner))
        continue
      }
      const argument = argumentsOf(call.node)[index]
      if (!argument) continue
      const literal = skipOuter(argument)
      const wanted = asked.path[0]
      if (wanted !== undefined && ts.isObjectLiteralExpression(literal)) {
        const member = propertyOf(literal, wanted)
        if (member.length > 0) {
          found.push(...this.any(member, { ...inner, path: asked.path.slice(1) }))
          continue
        }
      }
      found.push(...this.follow(argument, inner))
      if (found.length >= MOST_FLOWS) break
    }
    return found
  }

  /** `@Body() dto`, `input` of a procedure: the parameter itself is data from outside. */
  private sourceOfParameter(parameter: ts.ParameterDeclaration): SourceKind | undefined {
    for (const decorator of ts.getDecorators(parameter) ?? []) {
      const expression = ts.isCallExpression(decorator.expression) ? decorator.expression.expression : decorator.expression
      const library = this.resolver.libraryOf(this.resolver.symbolOf(expression))
      const source = library && tagIn(library.tags, 'source')
      if (source) return source.value as SourceKind
    }
    if (!parameter.type) return undefined
    const tag = this.resolver.typeTags(this.resolver.checker.getTypeFromTypeNode(parameter.type), 'source')
    return tag?.value as SourceKind | undefined
  }

  private followCall(value: ts.CallExpression, asked: Asked): Flow[] {
    const callee = skipOuter(value.expression)
    const library = this.targetOf(value)
    if (asked.kind === 'number' && library) {
      if (tagIn(library.tags, 'bounded') || tagIn(library.tags, 'validates')) return []
      if (tagIn(library.tags, 'coerces')?.value === 'number') return this.any(value.arguments.slice(0, 1), { ...asked, path: [] })
    }
    if (this.coerces(value)) return []
    if (library) {
      const source = tagIn(library.tags, 'source')
      if (source) return [this.flow(source.value as SourceKind, value, asked)]
      if (tagIn(library.tags, 'escapes')) return []
      const through = ['returns', 'propagates', 'validates', 'chunks'].flatMap((name) => {
        const tag = tagIn(library.tags, name)
        return tag ? tag.value.split(' ').filter((word) => /^(?:\d|this|last)/.test(word)) : []
      })
      if (through.length > 0) return this.any(through.flatMap((path): ts.Node[] => atPath(value, path)), { ...asked, path: [] })
      const iterates = tagIn(library.tags, 'iterates')
      if (iterates && callee.kind === ts.SyntaxKind.PropertyAccessExpression && library.package === 'ecmascript') return this.followMapped(value, library.member, asked)
      return []
    }
    const call = this.calls.at(value)
    const units = call ? this.resolver.resolve(call).units : this.resolver.functionsOf(callee)
    if (units.length > 0) {
      const inner = { ...this.step(asked, value, units[0]?.name ?? ''), stack: [...asked.stack, value] }
      return units.slice(0, 4).flatMap((unit: Unit) => unit.returns.flatMap((returned) => this.follow(returned, inner)))
    }
    // Methods of strings and lists on values nothing is known of keep their data.
    const receiver = receiverOf(value)
    if (receiver && ts.isPropertyAccessExpression(callee) && /^(?:trim|trimStart|trimEnd|toLowerCase|toUpperCase|replace|replaceAll|slice|substring|substr|split|join|concat|toString|map|filter|padStart|padEnd)$/.test(callee.name.text))
      return /^map$/.test(callee.name.text) ? this.followMapped(value, 'map', asked) : this.follow(receiver, { ...asked, path: [] })
    return []
  }

  /** What `xs.map(fn)` gives: what the function returns, with the elements behind its parameter. */
  private followMapped(value: ts.CallExpression, member: string, asked: Asked): Flow[] {
    const callback = value.arguments[0]
    const receiver = receiverOf(value)
    if (/^(?:map|flatMap|reduce)$/.test(member) && callback) {
      const units = this.resolver.functionsOf(callback)
      if (units.length > 0) return units.flatMap((unit) => unit.returns.flatMap((returned) => this.follow(returned, { ...asked, path: [] })))
    }
    return receiver ? this.follow(receiver, asked) : []
  }

  private targetOf(value: ts.CallExpression | ts.NewExpression) {
    const call = this.calls.at(value)
    return call && this.resolver.resolve(call).library
  }

  /** The result cannot carry text from outside: a number, a date, an id. */
  private coerces(value: ts.CallExpression | ts.NewExpression): boolean {
    const library = this.targetOf(value)
    const tag = library && tagIn(library.tags, 'coerces')
    return tag !== undefined && tag.value !== 'string' && tag.value !== 'array'
  }

  /**
   * Whether a value was tested against a list of what is allowed before it is used: `if (!ALLOWED.includes(sort))
   * throw ...`, `switch (sort)`, `sort in COLUMNS`, `/^\w+$/.test(sort)`.
   */
  isChecked(value: ts.Identifier | ts.PropertyAccessExpression | ts.ElementAccessExpression): boolean {
    const unit = this.resolver.unitOf(value)
    if (!unit) return false
    const text = value.getText()
    for (const call of unit.calls) {
      if (call.node.pos >= value.pos || !/^(?:includes|has|test|indexOf|hasOwnProperty|hasOwn|some|match|isIn|is[A-Z]\w*|validate\w*|check[A-Z]\w*)$/.test(call.name)) continue
      if (!argumentsOf(call.node).some((argument) => skipOuter(argument).getText() === text) && !(call.name === 'match' && receiverOf(call.node)?.getText() === text)) continue
      if (guards(call.node, value)) return true
    }
    for (let node: ts.Node = value; node.parent && !ts.isFunctionLike(node); node = node.parent) {
      const parent = node.parent
      if (ts.isCaseClause(parent) && parent.parent.parent.expression.getText() === text) return true
      if (ts.isIfStatement(parent) && parent.thenStatement === node && comparesWithConstant(parent.expression, text)) return true
      if (ts.isConditionalExpression(parent) && parent.whenTrue === node && comparesWithConstant(parent.condition, text)) return true
    }
    return false
  }

  /** `if (limit > 100) ...` before the use. */
  private isCapped(value: ts.Identifier | ts.PropertyAccessExpression | ts.ElementAccessExpression): boolean {
    const unit = this.resolver.unitOf(value)
    const name = ts.isIdentifier(value) ? value : undefined
    if (!unit || !name) return false
    return this.calls.usesOf(unit, name.text).some((use) => {
      const parent = use.parent
      return use.pos < value.pos && ts.isBinaryExpression(parent) && /^[<>]=?$/.test(parent.operatorToken.getText()) && ts.findAncestor(parent, (node) => ts.isIfStatement(node) || ts.isStatement(node))?.kind === ts.SyntaxKind.IfStatement
    })
  }

  /** A property of a class whose decorators say how large it may be (`@Max(100)`). */
  private isDeclaredBounded(value: ts.PropertyAccessExpression | ts.ElementAccessExpression): boolean {
    const declaration = this.resolver.symbolOf(value)?.valueDeclaration
    if (!declaration || !ts.isPropertyDeclaration(declaration)) return false
    return (ts.getDecorators(declaration) ?? []).some((decorator) => /^@(?:Max|Equals|IsIn|IsEnum)\b/.test(decorator.getText()))
  }

  private step(asked: Asked, node: ts.Node, label: string): Asked {
    const last = asked.steps[0]
    if (last && last.node.getSourceFile() === node.getSourceFile() && last.node.pos === node.pos) return asked
    return { ...asked, steps: [{ file: this.fileOf(node), node, label }, ...asked.steps] }
  }

  private flow(kind: SourceKind, node: ts.Node, asked: Asked): Flow {
    const file = this.fileOf(node)
    const named = ts.isParameter(node) && ts.isIdentifier(node.name) ? node.name : ts.isBindingElement(node) ? node.name : node
    // `req.query.limit` says more than `req.query`.
    const whole = ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node ? node.parent : named
    const text = whole.getText().replace(/\s+/g, ' ').slice(0, 60)
    return { source: { kind, node, file, text }, trace: [{ file, node, label: text }, ...asked.steps], confidence: asked.confidence }
  }
}

/** The same question about the object a property was taken out of. */
function inside(asked: Asked, property: string | undefined): Asked {
  return property === undefined ? asked : { ...asked, path: [property, ...asked.path].slice(0, MOST_PROPERTIES) }
}

/** Whether a test decides if a later use is reached: the use stands in its true branch, or its false branch leaves. */
function guards(test: ts.Node, use: ts.Node): boolean {
  let isNegated = false
  for (let node = test; node.parent; node = node.parent) {
    const parent = node.parent
    if (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) isNegated = !isNegated
    if (ts.isConditionalExpression(parent) && parent.condition === node) return contains(isNegated ? parent.whenFalse : parent.whenTrue, use)
    if (ts.isIfStatement(parent) && parent.expression === node) {
      if (contains(isNegated ? (parent.elseStatement ?? parent.expression) : parent.thenStatement, use)) return true
      return exits(parent.thenStatement) || assigns(parent.thenStatement)
    }
    if (ts.isStatement(parent) || ts.isFunctionLike(parent)) return false
  }
  return false
}

function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end
}

function exits(statement: ts.Statement): boolean {
  if (ts.isBlock(statement)) return statement.statements.some(exits)
  if (ts.isExpressionStatement(statement)) return /^(?:next|reject|ctx\.throw|assert|fail)\b|\.(?:throw|abort)\(/.test(statement.getText())
  return ts.isReturnStatement(statement) || ts.isThrowStatement(statement) || ts.isContinueStatement(statement) || ts.isBreakStatement(statement)
}

/** `if (!ALLOWED.includes(sort)) sort = 'name'`. */
function assigns(statement: ts.Statement): boolean {
  const inner = ts.isBlock(statement) ? statement.statements[0] : statement
  return inner !== undefined && ts.isExpressionStatement(inner) && ts.isBinaryExpression(inner.expression) && inner.expression.operatorToken.kind === ts.SyntaxKind.EqualsToken
}

function comparesWithConstant(condition: ts.Expression, text: string): boolean {
  const value = skipOuter(condition)
  if (!ts.isBinaryExpression(value)) return false
  if (value.operatorToken.kind === ts.SyntaxKind.BarBarToken) return comparesWithConstant(value.left, text) && comparesWithConstant(value.right, text)
  if (value.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return comparesWithConstant(value.left, text) || comparesWithConstant(value.right, text)
  if (value.operatorToken.kind === ts.SyntaxKind.InKeyword) return skipOuter(value.left).getText() === text
  if (value.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken && value.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsToken) return false
  const [left, right] = [skipOuter(value.left), skipOuter(value.right)]
  return (left.getText() === text && ts.isStringLiteralLike(right)) || (right.getText() === text && ts.isStringLiteralLike(left))
}

function isLoopVariable(declaration: ts.VariableDeclaration): boolean {
  return ts.isForOfStatement(declaration.parent.parent) || ts.isForInStatement(declaration.parent.parent)
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.EqualsToken || kind === ts.SyntaxKind.PlusEqualsToken || kind === ts.SyntaxKind.QuestionQuestionEqualsToken || kind === ts.SyntaxKind.BarBarEqualsToken
}
