/**
 * SQL text that is put together at run time: where it is executed, and which of its parts are not constant.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, isEither, propertyOf, receiverOf, skipOuter } from '../libraries/paths.js'
import type { CallIndex } from './calls.js'
import type { Flows } from './flows.js'
import { givenAt, givenByCallers } from './given-by-callers.js'
import type { Graph } from './graph.js'
import { sqlTextsOf, tagIn, type Operations } from './operations.js'
import type { Resolver } from './resolver.js'
import { HOLE } from './sql-text.js'
import type { BuiltSql, Call, CallbackUse, DynamicPart, SqlText, Unit } from './types.js'

/** Text is followed through this many variables and calls. */
const MOST_HOPS = 8
/** A parameter that more than these give is not asked for in all of them. */
const MOST_CALLERS = 60

/** A stretch of the text: known, or put in at run time. */
type Piece = { readonly text: string } | { readonly dynamic: ts.Expression; readonly origin: DynamicPart['origin'] }

interface Frame {
  readonly hops: number
  readonly seen: ReadonlySet<ts.Node>
}

export class BuiltSqlIndex {
  private known: readonly BuiltSql[] | undefined

  constructor(
    private readonly units: () => readonly Unit[],
    private readonly resolver: Resolver,
    private readonly calls: CallIndex,
    private readonly operations: Operations,
    private readonly graph: () => Graph,
    private readonly flows: Flows,
  ) {}

  get all(): readonly BuiltSql[] {
    this.known ??= this.find()
    return this.known
  }

  private find(): BuiltSql[] {
    const found: BuiltSql[] = []
    const seen = new Set<ts.Node>()
    const told = new Set<ts.Node>()
    for (const unit of this.units())
      for (const call of this.resolver.callsOf(unit)) {
        if (ts.isPropertyAccessExpression(call.node)) continue
        const operation = this.operations.at(call)
        const target = operation?.target ?? this.resolver.resolve(call).library
        if (!target || !target.tags.some((tag) => tag.name === 'sql' || tag.name === 'fragment')) continue
        for (const sql of sqlTextsOf(call, target, this.resolver)) {
          if (sql.kind !== 'text') continue
          for (const { expression, through } of this.textsBehind(sql.expression, new Set()).map((one) => this.atPiece(sql, one))) {
            if (seen.has(expression)) continue
            seen.add(expression)
            const built = this.read(sql, expression, through, operation?.confidence ?? 'high')
            // The same text in two branches is mended once.
            if (!built || built.parts.every((part) => told.has(part.expression))) continue
            for (const part of built.parts) told.add(part.expression)
            found.push(built)
          }
        }
      }
    return found
  }

  /** A name that callers give to be a piece of a statement (`orderByRaw(column)`) is mended where it becomes one. */
  private atPiece(sql: SqlText, behind: { readonly expression: ts.Expression; readonly through: readonly Call[] }): { readonly expression: ts.Expression; readonly through: readonly Call[] } {
    if (sql.executes || behind.through.length === 0) return behind
    return this.pieces(behind.expression, { hops: 0, seen: new Set() }).some((piece) => 'text' in piece && piece.text.trim() !== '') ? behind : { expression: sql.expression, through: [] }
  }

  /**
   * The expression that is the text; for a wrapper such as `query(text) { return pool.query(text) }` the arguments of
   * its callers, because there the text is built.
   */
  private textsBehind(expression: ts.Expression, seen: Set<ts.Node>): { expression: ts.Expression; through: readonly Call[] }[] {
    const value = skipOuter(expression)
    if (seen.has(value)) return []
    seen.add(value)
    if (ts.isIdentifier(value)) {
      const declaration = this.resolver.symbolOf(value)?.valueDeclaration
      if (declaration && ts.isParameter(declaration) && ts.isIdentifier(declaration.name)) {
        const unit = this.resolver.unitAt(declaration.parent)
        if (unit)
          return givenByCallers(declaration, this.graph().callersOf(unit)).flatMap(({ call, value: given }) =>
            given ? this.textsBehind(given, seen).map((one) => ({ ...one, through: [call, ...one.through] })) : [],
          )
      }
    }
    return [{ expression: value, through: [] }]
  }

  private read(sql: SqlText, expression: ts.Expression, through: readonly Call[], confidence: 'high' | 'medium'): BuiltSql | undefined {
    const pieces = this.pieces(expression, { hops: 0, seen: new Set() })
    const parts: DynamicPart[] = []
    let before = ''
    for (const [index, piece] of pieces.entries()) {
      if ('text' in piece) {
        before += piece.text
        continue
      }
      const next = pieces[index + 1]
      // `:${name}` and `$${index}` name a parameter, and its value is bound.
      if (isPlaceholder(before, sql) || ((ts.isPropertyAccessExpression(piece.dynamic) || ts.isIdentifier(piece.dynamic)) && this.flows.isClosed(piece.dynamic))) {
        before += 'x'
        continue
      }
      const position = positionOf(before, next && 'text' in next ? next.text : '', sql.placeholder)
      parts.push({ expression: piece.dynamic, origin: piece.origin, position: position === 'value' && isCalledName(piece.dynamic) ? 'identifier' : position, before })
      before += HOLE
    }
    if (parts.length === 0) return undefined
    const flows = parts.flatMap((part) => this.flows.intoText(part.expression).map((flow) => ({ part, flow })))
    const worst = flows.find(({ flow }) => flow.confidence === 'high') ?? flows[0]
    // Text that nothing of is known is a value on its way and not built here, unless all of it comes from outside.
    if (!worst && (before.replaceAll(HOLE, '').trim() === '' || this.isHandedOn(expression))) return undefined
    return { sql, expression, through, parts, flow: worst?.flow, flowPart: worst?.part, confidence: worst?.flow.confidence === 'medium' ? 'medium' : confidence }
  }

  /** `query || 'SELECT 1'`: one of several texts, each of them written here or made elsewhere, and none put together. */
  private isHandedOn(expression: ts.Expression): boolean {
    const alternatives = this.alternativesOf(expression, 0)
    if (alternatives.length < 2) return false
    return alternatives.every((one) => {
      const pieces = this.pieces(one, { hops: 0, seen: new Set() })
      return pieces.every((piece) => 'text' in piece) || pieces.every((piece) => !('text' in piece) || piece.text.trim() === '')
    })
  }

  /** The expressions of which a text is one, by branches and by what is assigned to a variable. */
  private alternativesOf(expression: ts.Expression, hops: number): readonly ts.Expression[] {
    const value = skipOuter(expression)
    if (hops > MOST_HOPS) return [value]
    const all = (list: readonly ts.Expression[]) => list.flatMap((one) => this.alternativesOf(one, hops + 1))
    if (ts.isConditionalExpression(value)) return all([value.whenTrue, value.whenFalse])
    if (ts.isBinaryExpression(value) && isEither(value.operatorToken.kind)) return all([value.left, value.right])
    const declaration = ts.isIdentifier(value) ? this.resolver.symbolOf(value)?.valueDeclaration : undefined
    const unit = declaration && ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name) ? this.resolver.unitOf(declaration) : undefined
    if (!declaration || !unit || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(value)) return [value]
    const changes = this.calls.usesOf(unit, value.text).flatMap(({ parent }) => (ts.isBinaryExpression(parent) && ts.isIdentifier(parent.left) && parent.left.text === value.text ? [parent] : []))
    const assigned = changes.filter(({ operatorToken }) => operatorToken.kind === ts.SyntaxKind.EqualsToken)
    if (changes.some(({ operatorToken }) => operatorToken.kind === ts.SyntaxKind.PlusEqualsToken)) return [value]
    return all([...(declaration.initializer ? [declaration.initializer] : []), ...assigned.map(({ right }) => right)])
  }

  // ---- Pieces ------------------------------------------------------------------------------------------------

  private pieces(expression: ts.Expression, frame: Frame): Piece[] {
    const value = skipOuter(expression)
    if (frame.hops > MOST_HOPS || frame.seen.has(value)) return []
    const next: Frame = { hops: frame.hops + 1, seen: new Set([...frame.seen, value]) }
    if (ts.isStringLiteralLike(value) || ts.isNumericLiteral(value)) return [{ text: value.text }]
    if (ts.isTemplateExpression(value))
      return [{ text: value.head.text }, ...value.templateSpans.flatMap((span): Piece[] => [...this.inner(span.expression, next), { text: span.literal.text }])]
    if (ts.isBinaryExpression(value)) {
      const kind = value.operatorToken.kind
      if (kind === ts.SyntaxKind.PlusToken) return [...this.inner(value.left, next), ...this.inner(value.right, next)]
      if (isEither(kind)) return [...this.inner(value.left, next), ...this.inner(value.right, next)]
      if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return this.inner(value.right, next)
    }
    if (ts.isConditionalExpression(value)) return [...this.inner(value.whenTrue, next), ...this.inner(value.whenFalse, next)]
    if (ts.isAwaitExpression(value)) return this.pieces(value.expression, next)
    if (ts.isArrayLiteralExpression(value)) return separated(value.elements.map((element) => this.inner(ts.isSpreadElement(element) ? element.expression : element, next)))
    if (ts.isTaggedTemplateExpression(value) || ts.isObjectLiteralExpression(value)) return []
    return this.inner(value, frame)
  }

  /** A part of the text: followed to constants where it has them, safe kinds of values left out, else dynamic. */
  private inner(expression: ts.Expression, frame: Frame): Piece[] {
    const value = skipOuter(expression)
    if (ts.isStringLiteralLike(value) || ts.isNumericLiteral(value)) return [{ text: value.text }]
    if (value.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(value) && value.text === 'undefined')) return []
    if (
      ts.isTemplateExpression(value) ||
      ts.isConditionalExpression(value) ||
      ts.isAwaitExpression(value) ||
      ts.isArrayLiteralExpression(value) ||
      (ts.isBinaryExpression(value) && /^(?:\+|\|\||\?\?|&&)$/.test(value.operatorToken.getText()))
    )
      return this.pieces(value, frame)
    if (ts.isTaggedTemplateExpression(value)) return [] // a bound fragment
    if (this.isHarmless(value)) return [{ text: '0' }]
    if (ts.isCallExpression(value)) return this.ofCall(value, frame)
    if (ts.isIdentifier(value)) return this.ofName(value, frame)
    if (ts.isPropertyAccessExpression(value) || ts.isElementAccessExpression(value)) return this.ofProperty(value, frame)
    return [{ dynamic: value, origin: 'value' }]
  }

  /** A member written in capitals, of something that starts with one and that nothing declares. */
  private isConstantByName({ expression, name }: ts.PropertyAccessExpression): boolean {
    return ts.isIdentifier(expression) && /^[A-Z]/.test(expression.text) && /^[A-Z][A-Z\d_]*$/.test(name.text) && !this.resolver.symbolOf(expression)?.valueDeclaration
  }

  private ofName(value: ts.Identifier, frame: Frame): Piece[] {
    if (frame.hops > MOST_HOPS || frame.seen.has(value)) return []
    const next: Frame = { hops: frame.hops + 1, seen: new Set([...frame.seen, value]) }
    const symbol = this.resolver.symbolOf(value)
    const declaration = symbol?.valueDeclaration
    if (!declaration) return [{ dynamic: value, origin: 'value' }]
    if (ts.isEnumMember(declaration) || ts.isEnumDeclaration(declaration)) return [{ text: 'x' }]
    if (ts.isVariableDeclaration(declaration)) {
      if (frame.seen.has(declaration)) return []
      const again: Frame = { ...next, seen: new Set([...next.seen, declaration]) }
      if (ts.isForOfStatement(declaration.parent.parent)) return this.ofElement(declaration.parent.parent.expression, value, again)
      const unit = this.resolver.unitOf(declaration)
      const own = declaration.initializer ? this.pieces(declaration.initializer, again) : []
      const later = unit && ts.isIdentifier(declaration.name) ? this.assigned(declaration.name.text, unit, again) : []
      if (!declaration.initializer && later.length === 0) return [{ dynamic: value, origin: 'value' }]
      // A plain value in a variable is reported by the name under which it is put into the text; text built in one by its parts.
      const isBuilt = later.length > 0 || frame.hops === 0 || (declaration.initializer !== undefined && isPutTogether(declaration.initializer))
      return [...own, ...later].map((piece): Piece => ('dynamic' in piece && !isBuilt && isPlain(piece.dynamic) ? { dynamic: value, origin: piece.origin } : piece))
    }
    if (ts.isParameter(declaration)) return this.ofParameter(declaration, value, next)
    if (ts.isBindingElement(declaration)) {
      const list = ts.isArrayBindingPattern(declaration.parent) && ts.isVariableDeclaration(declaration.parent.parent) ? declaration.parent.parent.initializer : undefined
      return isOfBuilder(declaration) || (list && this.isConstantList(list, next)) ? [{ text: 'x' }] : [{ dynamic: value, origin: 'value' }]
    }
    if (ts.isFunctionDeclaration(declaration) || ts.isClassDeclaration(declaration)) return []
    return [{ dynamic: value, origin: 'value' }]
  }

  /** Pieces added to a variable after its declaration, in the order of the text. */
  private assigned(name: string, unit: Unit, frame: Frame): Piece[] {
    const found: Piece[] = []
    for (const use of this.calls.usesOf(unit, name)) {
      const parent = use.parent
      if (ts.isBinaryExpression(parent) && parent.left === use) {
        const kind = parent.operatorToken.kind
        if (kind === ts.SyntaxKind.PlusEqualsToken || kind === ts.SyntaxKind.EqualsToken) found.push({ text: ' ' }, ...this.pieces(parent.right, frame))
      } else if (ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent) && parent.parent.expression === parent && /^(?:push|unshift|add)$/.test(parent.name.text))
        found.push({ text: ' ' }, ...separated(parent.parent.arguments.map((argument) => this.inner(argument, frame))))
    }
    return found
  }

  /** What a list's elements put into the text. */
  private ofElement(collection: ts.Expression, element: ts.Expression, frame: Frame): Piece[] {
    const value = skipOuter(collection)
    const list = ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) ? this.resolver.initializerOf(value) : value
    const literal = list && skipOuter(list)
    if (literal && ts.isArrayLiteralExpression(literal) && literal.elements.length > 0) return this.pieces(literal, frame)
    // `(Array.isArray(given) ? given : [given])`
    if (literal && ts.isConditionalExpression(literal) && this.pieces(literal, frame).every((piece) => 'text' in piece)) return [{ text: 'x' }]
    if (literal && ts.isCallExpression(literal)) {
      const receiver = this.keysOfConstant(literal)
      if (receiver) return [{ text: 'x' }]
      // Elements that were made fit when the list was made.
      const made = frame.hops <= MOST_HOPS && /\.(?:map|flatMap)$/.test(literal.expression.getText()) ? this.ofCall(literal, frame) : []
      if (made.length > 0 && made.every((piece) => 'text' in piece || piece.origin === 'escaped')) return made.map((piece): Piece => ('dynamic' in piece ? { ...piece, dynamic: element } : piece))
    }
    // A list that every caller writes down.
    const declaration = ts.isIdentifier(value) ? this.resolver.symbolOf(value)?.valueDeclaration : undefined
    if (declaration && ts.isParameter(declaration) && ts.isIdentifier(value) && this.ofParameter(declaration, value, frame).every((piece) => 'text' in piece)) return [{ text: 'x' }]
    return [{ dynamic: element, origin: 'value' }]
  }

  /** `Object.keys(COLUMNS)` of an object written in the code. */
  private keysOfConstant(call: ts.CallExpression): boolean {
    if (!/^Object\.(?:keys|values|entries)$/.test(call.expression.getText())) return false
    const argument = call.arguments[0] && skipOuter(call.arguments[0])
    // `Object.keys(pick(where, ['status', 'city']))`
    const picked = argument && ts.isCallExpression(argument) && /^(?:\w+\.)?pick$/.test(argument.expression.getText()) ? argument.arguments.slice(1) : []
    if (picked.length > 0 && picked.every((one) => ts.isStringLiteralLike(one) || (ts.isArrayLiteralExpression(one) && one.elements.every(ts.isStringLiteralLike)))) return true
    const literal = argument && (ts.isObjectLiteralExpression(argument) ? argument : this.resolver.initializerOf(argument))
    const declaration = argument && ts.isIdentifier(argument) ? this.resolver.symbolOf(argument)?.valueDeclaration : undefined
    return (literal !== undefined && ts.isObjectLiteralExpression(skipOuter(literal)) && (skipOuter(literal) as ts.ObjectLiteralExpression).properties.every((member) => !ts.isSpreadAssignment(member))) || (declaration !== undefined && ts.isEnumDeclaration(declaration))
  }

  /** A parameter is constant when every caller gives a constant. */
  private ofParameter(declaration: ts.ParameterDeclaration, value: ts.Identifier, frame: Frame): Piece[] {
    const unit = this.resolver.unitAt(declaration.parent)
    if (!unit) return [{ dynamic: value, origin: 'value' }]
    const index = unit.parameters.indexOf(declaration)
    const callers = this.graph().givenBy(unit)
    if (callers.length === 0 || callers.length > MOST_CALLERS) return [{ dynamic: value, origin: 'value' }]
    for (const { use, value: argument, isSeen } of givenByCallers(declaration, callers)) {
      if (use) {
        if (use.mode === 'iterates' && use.collection && index === 0) {
          const pieces = this.ofElement(use.collection, value, frame)
          if (pieces.some((piece) => 'dynamic' in piece)) return [{ dynamic: value, origin: pieces.every((piece) => 'text' in piece || piece.origin === 'escaped') ? 'escaped' : 'value' }]
          continue
        }
        const given = use.mode === 'once' || use.mode === 'iterates' ? this.givenInside(use, index) : []
        if (given.length === 0 || given.some((one) => this.inner(one, frame).some((piece) => 'dynamic' in piece))) return [{ dynamic: value, origin: 'value' }]
        continue
      }
      const pieces = argument ? this.inner(argument, frame) : []
      if (!isSeen || pieces.some((piece) => 'dynamic' in piece)) return [{ dynamic: value, origin: 'value' }]
    }
    return [{ text: 'x' }]
  }

  /** What the function of the project that is given a function calls it with: `each(rows, column)` in `(each) => each(open, 'id')`. */
  private givenInside({ call, through, argument }: CallbackUse, index: number): readonly ts.Expression[] {
    const name = through?.parameters[argument]?.name
    if (!through || !name || !ts.isIdentifier(name)) return []
    const calls = this.calls.usesOf(through, name.text).flatMap(({ parent }) => (ts.isCallExpression(parent) && ts.isIdentifier(parent.expression) && parent.expression.text === name.text ? [parent] : []))
    const given = calls.map((inner) => {
      const one = argumentsOf(inner)[index]
      const own = one && ts.isIdentifier(one) ? through.parameters.find((parameter) => parameter.name.getText() === one.text) : undefined
      return own ? givenAt(call.node, own).value : one
    })
    return given.every((one) => one !== undefined) ? given : []
  }

  private ofProperty(value: ts.PropertyAccessExpression | ts.ElementAccessExpression, frame: Frame): Piece[] {
    // A look-up in a map of constants gives one of them.
    if (ts.isElementAccessExpression(value)) {
      const table = this.resolver.initializerOf(value.expression)
      const literal = table && skipOuter(table)
      if (literal && (ts.isObjectLiteralExpression(literal) || ts.isArrayLiteralExpression(literal))) return [{ text: 'x' }]
    }
    if (ts.isElementAccessExpression(value) && frame.hops <= MOST_HOPS) {
      // `date.toISOString().split('T')[0]`; an element of a list that every caller writes down
      const list = skipOuter(value.expression)
      const text = ts.isCallExpression(list) && ts.isPropertyAccessExpression(list.expression) && list.expression.name.text === 'split' ? this.inner(list.expression.expression, { ...frame, hops: frame.hops + 1 }) : []
      const declaration = ts.isIdentifier(list) ? this.resolver.symbolOf(list)?.valueDeclaration : undefined
      const written = ts.isIdentifier(list) && declaration && ts.isParameter(declaration) && !frame.seen.has(list) ? this.ofParameter(declaration, list, { hops: frame.hops + 1, seen: new Set([...frame.seen, list]) }) : []
      const pieces = [...text, ...written]
      if (pieces.length > 0 && pieces.every((piece) => 'text' in piece)) return [{ text: 'x' }]
    }
    const made = ts.isElementAccessExpression(value) && ts.isNumericLiteral(value.argumentExpression) ? this.resolver.initializerOf(value.expression) : undefined
    if (made && this.isConstantList(made, frame)) return [{ text: 'x' }]
    // `SYSTEM_USER.name` of a constant, also where its declared type hides the literal.
    const owner = this.resolver.initializerOf(value.expression)
    const member = owner && ts.isPropertyAccessExpression(value) ? propertyOf(owner, value.name.text)[0] : undefined
    if (member && frame.hops <= MOST_HOPS && !frame.seen.has(member)) {
      const pieces = this.inner(member, { hops: frame.hops + 1, seen: new Set([...frame.seen, member]) })
      if (pieces.every((piece) => 'text' in piece)) return pieces
    }
    const declaration = this.resolver.symbolOf(value)?.valueDeclaration
    if (declaration && ts.isEnumMember(declaration)) return [{ text: 'x' }]
    // `OrderStatus.OPEN` of a file that is not here: a path that only a build or an installation makes.
    if (!declaration && ts.isPropertyAccessExpression(value) && this.isConstantByName(value)) return [{ text: 'x' }]
    const initializer = declaration && (ts.isPropertyDeclaration(declaration) || ts.isPropertyAssignment(declaration) || ts.isVariableDeclaration(declaration)) ? declaration.initializer : undefined
    if (initializer && frame.hops <= MOST_HOPS && !frame.seen.has(initializer)) {
      const pieces = this.inner(initializer, { hops: frame.hops + 1, seen: new Set([...frame.seen, initializer]) })
      if (pieces.every((piece) => 'text' in piece)) return pieces
    }
    return [{ dynamic: value, origin: isOwnSetting(value) ? 'setting' : 'value' }]
  }

  /** `const [from, to] = monthAround(day)`: what a function of the project gives is all written in the code, or dates and numbers. */
  private isConstantList(list: ts.Expression, frame: Frame): boolean {
    const call = skipOuter(list)
    const value = ts.isAwaitExpression(call) ? skipOuter(call.expression) : call
    if (!ts.isCallExpression(value) || frame.hops > MOST_HOPS || frame.seen.has(value)) return false
    const pieces = this.ofCall(value, { hops: frame.hops + 1, seen: new Set([...frame.seen, value]) })
    return pieces.length > 0 && pieces.every((piece) => 'text' in piece)
  }

  private ofCall(value: ts.CallExpression, frame: Frame): Piece[] {
    const callee = skipOuter(value.expression)
    const call = this.calls.at(value)
    const library = call ? this.resolver.resolve(call).library : undefined
    if (library) {
      if (tagIn(library.tags, 'escapes')) return [{ text: 'x' }]
      const coerces = tagIn(library.tags, 'coerces')
      if (coerces && coerces.value !== 'string' && coerces.value !== 'array') return [{ text: '0' }]
      if (tagIn(library.tags, 'fragment') || tagIn(library.tags, 'sql')) return []
      if (library.package === 'ecmascript' || library.package === 'node') return this.ofTextMethod(value, callee, frame)
      const stands = tagIn(library.tags, 'returns') ?? tagIn(library.tags, 'propagates')
      if (stands) return stands.value.split(' ').flatMap((path) => atPath(value, path).flatMap((one) => this.inner(one, frame)))
      return [{ dynamic: value, origin: 'value' }]
    }
    const units = call ? this.resolver.resolve(call).units : this.resolver.functionsOf(callee)
    if (/escape|quote|sanitiz/i.test(units[0]?.name ?? '')) return [{ text: 'x' }]
    // An id that is made here.
    if (units.length === 0 && /^(?:uuid\w*|v[1-7]|nanoid|ulid|cuid2?|createId|randomUUID)$/.test(call?.name ?? '') && !value.arguments.some(ts.isIdentifier)) return [{ text: 'x' }]
    // A function that comes to itself adds nothing that was not there before.
    if (units.some(({ returns }) => returns.some((one) => frame.seen.has(skipOuter(one))))) return []
    if (units.length > 0 && frame.hops <= MOST_HOPS) {
      // What a project function returns; its parameters stand for the arguments given here.
      const returned = units.flatMap((unit) => unit.returns.flatMap((one) => this.pieces(one, { hops: frame.hops + 1, seen: new Set([...frame.seen, value]) })))
      if (returned.length > 0) return returned
      return [{ dynamic: value, origin: 'value' }]
    }
    if (ts.isIdentifier(callee) && /^(?:escape|quote|quoteIdent|escapeId(?:entifier)?|format)$/.test(callee.text)) return [{ text: 'x' }]
    if (ts.isPropertyAccessExpression(callee) && /^(?:escape|escapeId|escapeIdentifier|escapeLiteral|quoteIdentifier|quoteTable|getQuery|getQueryAndParameters|getParameters|toSQL|toQuery|toString)$/.test(callee.name.text)) {
      // `subQuery.getQuery()` is a statement the builder has bound; `escape` belongs to the driver.
      if (callee.name.text !== 'toString') return [{ text: 'x' }]
    }
    return ts.isPropertyAccessExpression(callee) ? this.ofTextMethod(value, callee, frame) : [{ dynamic: value, origin: 'value' }]
  }

  /** Methods of strings and lists that pass text on. */
  private ofTextMethod(value: ts.CallExpression, callee: ts.Expression, frame: Frame): Piece[] {
    const receiver = receiverOf(value)
    const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText()
    if (!receiver) return name === 'String' && value.arguments[0] ? this.inner(value.arguments[0], frame) : [{ dynamic: value, origin: 'value' }]
    if (/^(?:trim|trimStart|trimEnd|toLowerCase|toUpperCase|toString|padStart|padEnd|repeat|slice|filter|sort|reverse|flat|substring|substr|normalize)$/.test(name)) return this.ofList(receiver, value, frame)
    if (name === 'join') return this.ofList(receiver, value, frame)
    if (name === 'concat') return [...this.ofList(receiver, value, frame), ...value.arguments.flatMap((argument) => this.inner(argument, frame))]
    if (name === 'replace' || name === 'replaceAll') {
      const by = value.arguments[1]
      // Taking characters away, as in `.replace(/[^\w]/g, '')`, is how text is made safe.
      const pattern = value.arguments[0] && skipOuter(value.arguments[0])
      if (pattern && ts.isRegularExpressionLiteral(pattern) && /^\/\[\^[^\]]*\]/.test(pattern.text)) return [{ text: 'x' }]
      if (pattern && by && doublesNameQuotes(name, pattern, by)) return [{ text: 'x' }]
      if (pattern && by && isQuote(pattern) && isDoubledQuote(by)) return this.inner(receiver, frame).map((piece): Piece => ('dynamic' in piece ? { ...piece, origin: 'escaped' } : piece))
      return [...this.inner(receiver, frame), ...(by && !ts.isArrowFunction(by) ? this.inner(by, frame) : [])]
    }
    if (name === 'map' || name === 'flatMap') {
      const callback = value.arguments[0]
      const units = callback ? this.resolver.functionsOf(callback) : []
      const returned = units.flatMap((unit) => unit.returns.flatMap((one) => this.pieces(one, { hops: frame.hops + 1, seen: new Set([...frame.seen, value]) })))
      if (units.length > 0) return returned
      const library = callback && this.resolver.libraryFunction(callback)
      const coerces = library && tagIn(library.tags, 'coerces')?.value
      if (coerces !== undefined && coerces !== 'string' && coerces !== 'array') return [{ text: '0' }]
    }
    if (/^(?:toISOString|getTime|toFixed|digest|randomUUID)$/.test(name)) return [{ text: 'x' }]
    return [{ dynamic: value, origin: 'value' }]
  }

  /** A list or text a method is called on: followed where it is built here, else one dynamic part. */
  private ofList(receiver: ts.Expression, whole: ts.CallExpression, frame: Frame): Piece[] {
    const value = skipOuter(receiver)
    if (ts.isCallExpression(value) && this.keysOfConstant(value)) return [{ text: 'x' }]
    if (this.isHarmlessList(value)) return [{ text: '0' }]
    const pieces = this.inner(value, frame)
    if (!pieces.some((piece) => 'dynamic' in piece && piece.dynamic === value)) return pieces
    return pieces.length === 1 ? [{ dynamic: whole, origin: 'value' }] : pieces.map((piece): Piece => ('dynamic' in piece && piece.dynamic === value ? { dynamic: whole, origin: piece.origin } : piece))
  }

  /** Kinds of values that cannot carry SQL: numbers, booleans, dates, literal unions, enums; and tested ones. */
  private isHarmless(value: ts.Expression): boolean {
    const type = this.resolver.typeOf(value)
    if (isHarmlessType(type)) return !this.isOnlyClaimed(value)
    if (ts.isPrefixUnaryExpression(value)) return true // -x, !x, +x
    if (ts.isBinaryExpression(value) && /^[-*/%]|\*\*$/.test(value.operatorToken.getText())) return true
    if (ts.isNewExpression(value) && /^Date$/.test(value.expression.getText())) return true
    return (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) && this.flows.isChecked(value)
  }

  /** A type that nothing makes sure of: `@Query('order') order: 'asc' | 'desc'` holds whatever is sent. */
  private isOnlyClaimed(value: ts.Expression): boolean {
    return (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) && this.flows.intoText(value).some(({ isValidated }) => !isValidated)
  }

  private isHarmlessList(value: ts.Expression): boolean {
    const type = this.resolver.typeOf(value)
    const element = this.resolver.checker.getIndexTypeOfType(type, ts.IndexKind.Number)
    return element !== undefined && isHarmlessType(element)
  }
}

function isHarmlessType(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.length > 0 && type.types.every(isHarmlessType)
  const harmless = ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike | ts.TypeFlags.BigIntLike | ts.TypeFlags.EnumLike | ts.TypeFlags.StringLiteral | ts.TypeFlags.Null | ts.TypeFlags.Undefined
  if (type.flags & harmless) return true
  return type.getSymbol()?.name === 'Date'
}

/** `this.schema`, `config.table`, `process.env.DB_SCHEMA`: set by whoever runs the program. */
function isOwnSetting(value: ts.Expression): boolean {
  const text = value.getText()
  return /^this\.[\w$]+$/.test(text) || /^(?:this\.)?(?:\w*[cC]onfig\w*|process\.env|env|\w*[sS]ettings|\w*[oO]ptions)\b/.test(text) || /\.(?:tableName|tablePath|schema|schemaName|database)$/.test(text)
}

/** `/'/g` or `"'"`. */
function isQuote(pattern: ts.Expression): boolean {
  return ts.isRegularExpressionLiteral(pattern) ? /^\/\[?'\]?\/g/.test(pattern.text) : ts.isStringLiteralLike(pattern) && pattern.text === "'"
}

/** `name.replaceAll('"', '""')`, `name.replace(/`/g, '``')`: how a name is made safe that is put in such quotes. */
function doublesNameQuotes(method: string, pattern: ts.Expression, by: ts.Expression): boolean {
  const quote = ts.isRegularExpressionLiteral(pattern) ? /^\/\[?(["`])\]?\/g/.exec(pattern.text)?.[1] : method === 'replaceAll' && ts.isStringLiteralLike(pattern) ? /^["`]$/.exec(pattern.text)?.[0] : undefined
  const replacement = skipOuter(by)
  return quote !== undefined && ts.isStringLiteralLike(replacement) && (replacement.text === quote + quote || replacement.text === '$&$&')
}

/** What a database reads as one quote inside of a text. */
function isDoubledQuote(replacement: ts.Expression): boolean {
  const value = skipOuter(replacement)
  return ts.isStringLiteralLike(value) && /^(?:''|\\'|\$&\$&|\\\$&)$/.test(value.text)
}

/** `columnName`, `field.tableName`: called a name of something in the database. */
function isCalledName(expression: ts.Expression): boolean {
  const last = ts.isPropertyAccessExpression(expression) ? expression.name.text : ts.isIdentifier(expression) ? expression.text : ''
  return /(?:column|table|field|schema|index|constraint|sequence|view)_?name$/i.test(last)
}

/** A list, or text of which a part is written here: `conditions.length > 0 ? 'WHERE ' + conditions.join(' AND ') : ''`. */
function isPutTogether(initializer: ts.Expression): boolean {
  const value = skipOuter(initializer)
  if (ts.isConditionalExpression(value)) return isPutTogether(value.whenTrue) || isPutTogether(value.whenFalse)
  return ts.isArrayLiteralExpression(value) || ts.isTemplateExpression(value) || (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.PlusToken)
}

function isPlain(expression: ts.Expression): boolean {
  return !ts.isTemplateExpression(expression) && !ts.isBinaryExpression(expression)
}

function separated(lists: readonly Piece[][]): Piece[] {
  return lists.flatMap((pieces, index): Piece[] => (index === 0 ? pieces : [{ text: ' ' }, ...pieces]))
}

/** `const [text, parameters] = query.getQueryAndParameters()`: a statement whose values the builder has bound. */
function isOfBuilder(declaration: ts.BindingElement): boolean {
  const holder = declaration.parent.parent
  const made = ts.isVariableDeclaration(holder) && holder.initializer ? skipOuter(holder.initializer) : undefined
  return made !== undefined && ts.isCallExpression(made) && ts.isPropertyAccessExpression(made.expression) && /^(?:getQueryAndParameters|toSQL|toNative|compile)$/.test(made.expression.name.text)
}

/** Whether what follows is the name of a parameter where parameters are given: `:` but no cast (`::`). */
function isPlaceholder(before: string, sql: SqlText): boolean {
  return sql.paramsIndex !== undefined && sql.params !== undefined && /(?:^|[^:\w]):(?:\.\.\.)?\w*$|(?:^|[\s=(,<>])[@$]\w*$/.test(before)
}

/** What stands in front of a hole decides what it is. */
function positionOf(before: string, after: string, placeholder: SqlText['placeholder']): DynamicPart['position'] {
  const text = before.replaceAll(HOLE, 'x')
  const quotes = (text.match(/'/g) ?? []).length
  if (quotes % 2 === 1) return /'[^']*%[^']*$/.test(text) || /^[^']*%/.test(after.split("'")[0] ?? '') || /\blike\s+'[^']*$/i.test(text) ? 'like' : 'quoted'
  // MySQL and SQLite take a text in double quotes for a value where no name can stand.
  if (placeholder === '?' && /(?:[=<>]|\blike|\b(?:in|values)\s*\([^)"]*)\s*"[^"]*$/i.test(text)) return /"[^"]*%[^"]*$/.test(text) || /^[^"]*%/.test(after.split('"')[0] ?? '') || /\blike\s+"[^"]*$/i.test(text) ? 'like' : 'quoted'
  if (/["`[]$/.test(text) || /\.$/.test(text) || after.startsWith('.')) return 'identifier'
  if (/\bbetween\s+\S+\s+and\s+$/i.test(text)) return 'value'
  if (/\b(?:from|join|into|update|table|by|as|index|schema|database|on|using|column|truncate|exists|sequence)\s+$/i.test(text)) return 'identifier'
  if (/\b(?:by)\s+[\w.,\s"]*$/i.test(text)) return 'identifier'
  if (/(?:[=<>(,+\-*/]|\b(?:like|ilike|in|values|limit|offset|between|and|or|then|else|when|any|set|interval|is|not|return|returning|select|where))\s*\(?\s*$/i.test(text))
    return /\b(?:select|where|set|returning|and|or|on|having)\s*\(*\s*$/i.test(text) ? 'fragment' : 'value'
  return 'fragment'
}
