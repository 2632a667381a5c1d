/**
 * Which row an operation is about, in terms that can be compared across functions.
 *
 * A value is written as text that stands for where it comes from: `@12.balance` is a column of the row that operation
 * 12 read, `⟨3:0⟩.id` a property of the first parameter of unit 3 (put in the caller's terms when it is lifted over a
 * call), `$request.body.email` data of the request. Two equal texts are the same value within one run of an entry
 * point; what cannot be told gets a text that equals nothing else.
 */
import { ts } from 'ts-morph'
import { argumentsOf, propertyOf, receiverOf, skipOuter } from '../libraries/paths.js'
import type { CallIndex } from './calls.js'
import { columnName } from './column-names.js'
import type { Graph } from './graph.js'
import { tagIn, type Operations } from './operations.js'
import type { Resolver } from './resolver.js'
import { RowChanges } from './row-changes.js'
import { constantText, HOLE } from './sql-text.js'
import type { Call, EntryPoint, NewRow, Operation, RowAccess, RowChange, RowKey, Rows, RowTest, RowUse, RowValue, Unit } from './types.js'
import type { WrappedQueries } from './wrapped-queries.js'

/** Steps from a name to where it comes from. */
const MOST_HOPS = 14
/** Calls between the unit asked about and an operation. */
const MOST_CALLS = 4
/** Operations of one unit, those it calls included, that are listed. */
const MOST_ACCESSES = 80

const PARAMETER = /⟨(\d+):(\d+)⟩((?:\.[\w$]+)*)/g
const ROW = /^@(\d+)((?:\.[\w$]+)*)$/
/** What results of drivers wrap rows in: lists, `{ rows }`, `{ data }`, `{ Item }`. */
const WRAPPING = /(@\d+)(?:\.(?:rows|\d+)|\.data(?=\.)|\.(?:Item|Attributes|Items(?=\.\d))(?![\w$]))+/g
/** Calls that give their argument or receiver in another form. */
const SAME_VALUE = /^(?:String|Number|BigInt|parseInt|parseFloat|ObjectId|toString|toJSON|toObject|valueOf|lean|exec|toHexString|trim|then|catch|get|clone|first|data|toNumber|structuredClone)$/
const PART_OF_REQUEST = /^(?:param|query|header|valid|cookie|queries|input)$/
const OPERATORS_OF_EQUALITY = new Set(['equals', '$eq', 'eq', '_eq', '='])
/** Steps of builders that add a condition. */
const CONDITION_STEP = /^(?:where|andWhere|eq|match|filter|findOne|find|whereEquals|equals)$/
const OTHER_CONDITION_STEP = /^(?:or|orWhere\w*|where[A-Z]\w*|andWhere[A-Z]\w*|neq|gte?|lte?|in|not|like|ilike|contains|having\w*|is|overlaps|using|join|innerJoin|and|nor|modify|\$if)$/

/** A new row that is being read. */
interface Draft {
  readonly columns: Map<string, string>
  readonly values: Map<string, ts.Expression>
  readonly rest: string[]
}

export class RowIndex implements Rows {
  private readonly texts = new Map<ts.Node, string>()
  private readonly open = new Set<ts.Node>()
  private readonly keys = new Map<Operation, RowKey | undefined>()
  private readonly lists = new Map<Unit, readonly RowAccess[]>()
  private readonly byId = new Map<number, Operation>()
  private readonly changes: RowChanges
  private units: Map<number, Unit> | undefined
  private attached: Map<Unit, ReadonlyMap<string, string>> | undefined

  constructor(
    private readonly all: readonly Unit[],
    private readonly resolver: Resolver,
    private readonly calls: CallIndex,
    private readonly operations: Operations,
    private readonly wrapped: WrappedQueries,
    private readonly graph: Graph,
    private readonly entries: () => readonly EntryPoint[],
  ) {
    this.changes = new RowChanges(this, resolver, calls, graph)
  }

  valuesIn(expression: ts.Node): readonly RowUse[] {
    return this.changes.valuesIn(expression)
  }

  changesOf(operation: Operation): readonly RowChange[] {
    return this.changes.changesOf(operation)
  }

  testsIn(unit: Unit): readonly RowTest[] {
    return this.changes.testsIn(unit)
  }

  // ---- Values -----------------------------------------------------------------------------------------------

  textOf(expression: ts.Node): string {
    return this.text(expression, 0)
  }

  rowOf(expression: ts.Node): RowValue | undefined {
    const text = this.textOf(expression)
    return this.rowIn(text) ?? this.rowIn(this.attachedTo(text, this.resolver.unitOf(expression)))
  }

  rowIn(text: string): RowValue | undefined {
    const match = ROW.exec(text)
    const operation = match ? this.byId.get(Number(match[1])) : undefined
    return operation && { operation, path: (match?.[2] ?? '').split('.').slice(1) }
  }

  rowsBehind(expression: ts.Node): readonly { readonly row: RowValue; readonly calls: readonly Call[] }[] {
    return this.behind(this.textOf(expression), this.resolver.unitOf(expression), [])
  }

  private behind(text: string, unit: Unit | undefined, calls: readonly Call[]): { row: RowValue; calls: readonly Call[] }[] {
    const own = this.rowIn(text) ?? this.rowIn(this.attachedTo(text, unit))
    if (own) return [{ row: own, calls }]
    const token = /^⟨(\d+):\d+⟩/.exec(text)
    const owner = token ? this.unitById(Number(token[1])) : undefined
    if (!owner || calls.length >= 3) return []
    return this.graph
      .callersOf(owner)
      .slice(0, 8)
      .flatMap(({ call, use }) => (use || calls.includes(call) ? [] : this.behind(this.lift(text, call, owner), call.unit, [call, ...calls])))
  }

  /** A text with everything in front of the handler put in that the middleware left on the request. */
  private attachedTo(text: string, unit: Unit | undefined): string {
    if (!unit || !/^\$(?:request|context)\./.test(text)) return text
    const known = this.attachments().get(unit)
    if (!known) return text
    for (const [name, row] of known) if (text === name || text.startsWith(`${name}.`)) return row + text.slice(name.length)
    return text
  }

  private attachments(): Map<Unit, ReadonlyMap<string, string>> {
    if (this.attached) return this.attached
    this.attached = new Map()
    const byUnit = new Map<Unit, ReadonlyMap<string, string>>()
    for (const { handler, middleware } of this.entries())
      for (const unit of middleware.flatMap((one) => one.units)) {
        let left = byUnit.get(unit)
        if (!left) byUnit.set(unit, (left = this.leftOnRequest(unit)))
        if (left.size > 0) this.attached.set(handler, new Map([...(this.attached.get(handler) ?? []), ...left]))
      }
    return this.attached
  }

  /** `req.account = account`, `ctx.state.user = user`, `c.set('user', user)`. */
  leftOnRequest(unit: Unit): ReadonlyMap<string, string> {
    const found = new Map<string, string>()
    const visit = (node: ts.Node): void => {
      if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(skipOuter(node.left))) {
        const name = this.textOf(node.left)
        if (/^\$(?:request|context)\./.test(name)) {
          const row = this.textOf(node.right)
          if (this.rowIn(row)) found.set(name, row)
        }
      } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'set' && node.arguments.length === 2) {
        const [key, value] = node.arguments
        const name = this.textOf(node.expression.expression)
        if (key && value && ts.isStringLiteralLike(key) && /^\$context$/.test(name)) {
          const row = this.textOf(value)
          if (this.rowIn(row)) found.set(`${name}.${key.text}`, row)
        }
      }
      ts.forEachChild(node, visit)
    }
    visit(unit.node)
    return found
  }

  private text(expression: ts.Node, hops: number): string {
    const value = ts.isExpression(expression) ? skipOuter(expression) : expression
    const known = this.texts.get(value)
    if (known !== undefined) return known
    if (hops > MOST_HOPS || this.open.has(value)) return this.unique(value)
    this.open.add(value)
    const text = this.read(value, hops).replace(WRAPPING, '$1')
    this.open.delete(value)
    this.texts.set(value, text)
    return text
  }

  private unique(node: ts.Node): string {
    return `~${this.resolver.unitOf(node)?.id ?? ''}:${node.pos}`
  }

  private read(value: ts.Node, hops: number): string {
    const next = (node: ts.Node) => this.text(node, hops + 1)
    if (ts.isAwaitExpression(value)) return next(value.expression)
    if (ts.isIdentifier(value)) return this.nameText(value, hops)
    if (ts.isPropertyAccessExpression(value)) {
      return `${next(value.expression)}.${value.name.text}`
    }
    if (ts.isElementAccessExpression(value)) {
      const argument = skipOuter(value.argumentExpression)
      const object = next(value.expression)
      if (ts.isStringLiteralLike(argument) || ts.isNumericLiteral(argument)) return `${object}.${argument.text}`
      return `${object}[${next(argument)}]`
    }
    if (value.kind === ts.SyntaxKind.ThisKeyword) return 'this'
    if (ts.isStringLiteralLike(value)) return JSON.stringify(value.text)
    if (ts.isNumericLiteral(value) || value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword || value.kind === ts.SyntaxKind.NullKeyword) return value.getText()
    if (ts.isTemplateExpression(value)) return `\`${value.head.text}${value.templateSpans.map((span) => `\${${next(span.expression)}}${span.literal.text}`).join('')}\``
    if (ts.isBinaryExpression(value)) {
      if (value.operatorToken.kind === ts.SyntaxKind.EqualsToken) return next(value.right)
      return `(${next(value.left)} ${value.operatorToken.getText()} ${next(value.right)})`
    }
    if (ts.isPrefixUnaryExpression(value)) return value.operator === ts.SyntaxKind.PlusToken ? next(value.operand) : `${ts.tokenToString(value.operator) ?? ''}${next(value.operand)}`
    // `snapshot.exists ? { id: snapshot.id, ...snapshot.data() } : undefined`
    if (ts.isConditionalExpression(value) && /^(?:undefined|null)$/.test(value.whenFalse.getText())) return next(value.whenTrue)
    if (ts.isObjectLiteralExpression(value)) {
      const [copied, more] = value.properties.filter(ts.isSpreadAssignment)
      const row = copied && !more ? next(copied.expression) : undefined
      return row !== undefined && ROW.test(row) ? row : this.unique(value)
    }
    if (ts.isConditionalExpression(value)) return `(${next(value.condition)} ? ${next(value.whenTrue)} : ${next(value.whenFalse)})`
    if (ts.isCallExpression(value) || ts.isTaggedTemplateExpression(value)) return this.callText(value, hops)
    if (ts.isNewExpression(value)) {
      const [only, more] = argumentsOf(value)
      return only && !more && /ObjectId$|UUID$/.test(value.expression.getText()) ? next(only) : this.unique(value)
    }
    return this.unique(value)
  }

  private nameText(value: ts.Identifier, hops: number): string {
    const symbol = this.resolver.symbolOf(value)
    const declaration = symbol?.valueDeclaration
    if (!declaration) return value.text
    if (ts.isParameter(declaration)) return this.parameterText(declaration, hops)
    if (ts.isBindingElement(declaration)) return this.bindingText(declaration, hops)
    if (!ts.isVariableDeclaration(declaration)) return value.text
    return this.variableText(declaration, hops)
  }

  private variableText(declaration: ts.VariableDeclaration, hops: number): string {
    if (ts.isVariableDeclarationList(declaration.parent) && (ts.isForOfStatement(declaration.parent.parent) || ts.isForInStatement(declaration.parent.parent))) return this.unique(declaration)
    const isConst = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0
    if (isConst && declaration.initializer) {
      const value = skipOuter(declaration.initializer)
      if (ts.isObjectLiteralExpression(value) || ts.isArrayLiteralExpression(value) || ts.isFunctionLike(value)) return this.unique(declaration)
      return this.text(value, hops + 1)
    }
    const given = this.assignmentsOf(declaration)
    const own = declaration.initializer ? [declaration.initializer, ...given] : given
    // `let account = await find(); if (!account) account = create()`: the row that was read is what matters.
    const texts = own.map((one) => this.text(one, hops + 1))
    if (texts.length === 1) return texts[0] as string
    return texts.find((text) => ROW.test(text)) ?? this.unique(declaration)
  }

  /** Right sides of `name = ...`. */
  private assignmentsOf(declaration: ts.VariableDeclaration): ts.Expression[] {
    const unit = this.resolver.unitOf(declaration)
    if (!unit || !ts.isIdentifier(declaration.name)) return []
    return this.calls.usesOf(unit, declaration.name.text).flatMap((use) => {
      const { parent } = use
      return ts.isBinaryExpression(parent) && parent.left === use && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && this.resolver.symbolOf(use)?.valueDeclaration === declaration ? [parent.right] : []
    })
  }

  private bindingText(declaration: ts.BindingElement, hops: number): string {
    if (declaration.dotDotDotToken) return this.unique(declaration)
    const pattern = declaration.parent
    const name = ts.isArrayBindingPattern(pattern) ? String(pattern.elements.indexOf(declaration)) : (declaration.propertyName ?? declaration.name).getText()
    const owner = pattern.parent
    if (ts.isBindingElement(owner)) return `${this.bindingText(owner, hops)}.${name}`
    if (ts.isParameter(owner)) return `${this.parameterText(owner, hops)}.${name}`
    const base = owner.initializer
    if (!base) return this.unique(declaration)
    return ts.isArrayBindingPattern(pattern) ? this.elementText(base, Number(name), hops) : `${this.text(base, hops + 1)}.${name}`.replace(WRAPPING, '$1').replace(/^(@\d+)\.data$/, '$1')
  }

  /** `const [user, plan] = await Promise.all([...])`. */
  private elementText(base: ts.Expression, index: number, hops: number): string {
    const value = skipOuter(base)
    const inner = ts.isAwaitExpression(value) ? skipOuter(value.expression) : value
    if (ts.isCallExpression(inner) && inner.arguments.length === 1) {
      const list = skipOuter(inner.arguments[0] as ts.Expression)
      const library = ts.isArrayLiteralExpression(list) ? this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(inner.expression))) : undefined
      const element = library && ts.isArrayLiteralExpression(list) && (tagIn(library.tags, 'collects') ?? library.tags.find((tag) => tag.name === 'transaction' && tag.value.startsWith('array'))) ? list.elements[index] : undefined
      if (element) return this.text(element, hops + 1)
    }
    if (ts.isArrayLiteralExpression(inner) && inner.elements[index]) return this.text(inner.elements[index], hops + 1)
    return `${this.text(base, hops + 1)}.${index}`.replace(WRAPPING, '$1')
  }

  private parameterText(declaration: ts.ParameterDeclaration, hops: number): string {
    const unit = this.resolver.unitAt(declaration.parent)
    if (!unit) return this.unique(declaration)
    const name = declaration.name.getText()
    const decorated = this.requestPart(declaration)
    if (decorated) return decorated
    if (/^_?req(?:uest)?$/.test(name)) return '$request'
    if (/^(?:c|ctx|context)$/.test(name)) return '$context'
    const index = unit.parameters.indexOf(declaration)
    // `find(...).then((account) => ...)`
    const parent = declaration.parent.parent
    if (index === 0 && ts.isCallExpression(parent) && parent.arguments[0] === declaration.parent && ts.isPropertyAccessExpression(parent.expression) && parent.expression.name.text === 'then')
      return this.text(parent.expression.expression, hops + 1)
    return `⟨${unit.id}:${index}⟩`
  }

  /** `@Body() dto`, `@Param('id') id`, `@CurrentUser() user`. */
  private requestPart(declaration: ts.ParameterDeclaration): string | undefined {
    for (const { expression } of ts.getDecorators(declaration) ?? []) {
      const callee = ts.isCallExpression(expression) ? expression.expression : expression
      const source = this.resolver.libraryOf(this.resolver.symbolOf(callee))?.tags.find((tag) => tag.name === 'source')
      const given = ts.isCallExpression(expression) ? expression.arguments[0] : undefined
      const key = given && ts.isStringLiteralLike(given) ? `.${given.text}` : ''
      if (source) return `$request.${source.value}${key}`
      if (/^Req(?:uest)?$/.test(callee.getText())) return '$request'
      if (/user|account|principal/i.test(callee.getText())) return `$request.user${key}`
    }
    return undefined
  }

  private callText(value: ts.CallExpression | ts.TaggedTemplateExpression, hops: number): string {
    const operation = this.startOf(value)
    if (operation) {
      this.byId.set(operation.id, operation)
      return operation.kind === 'query' || operation.kind === 'cache-read' || operation.kind === 'file-read' ? `@${operation.id}` : this.unique(value)
    }
    if (ts.isTaggedTemplateExpression(value)) return this.unique(value)
    const callee = skipOuter(value.expression)
    const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : ''
    if (name === 'getRequest') return '$request'
    const [only, more] = value.arguments
    if (SAME_VALUE.test(name)) {
      if (ts.isIdentifier(callee) && only) return this.text(only, hops + 1)
      if (ts.isPropertyAccessExpression(callee)) {
        const object = this.text(callee.expression, hops + 1)
        if (name === 'get' && only && !more && ts.isStringLiteralLike(only)) return /^\$context$|^@/.test(object) ? `${object}.${only.text}` : `${object}.get(${only.text})`
        if (name !== 'get' && (value.arguments.length === 0 || name === 'then' || name === 'catch')) return object
      }
    }
    // `c.req.param('id')`: one request gives one answer.
    if (PART_OF_REQUEST.test(name) && only && !more && ts.isStringLiteralLike(only) && ts.isPropertyAccessExpression(callee)) {
      const object = this.text(callee.expression, hops + 1)
      if (/^\$(?:request|context)\b/.test(object)) return `${object}.${name}(${only.text})`
    }
    if (name === 'parse' && only && callee.getText() === 'JSON.parse') return this.text(only, hops + 1)
    const call = this.calls.at(value)
    const units = call ? this.resolver.resolve(call).units : []
    const [unit] = units
    if (call && unit && units.length === 1 && unit.returns.length > 0) {
      const returned = [...new Set(unit.returns.map((one) => this.text(one, hops + 1)))].filter((text) => text !== 'null' && text !== 'undefined' && text !== 'false' && text !== 'true')
      if (returned.length === 1 && returned[0] !== undefined && !returned[0].startsWith('~')) return this.lift(this.withOwner(returned[0], callee, hops), call, unit)
      const row = returned.find((text) => ROW.test(text))
      if (row !== undefined && returned.every((text) => ROW.test(text))) return row
    }
    // A function of the project that is given the same gives the same, unless it is there to make something new.
    if (units.length > 0 && name !== '' && value.arguments.length > 0 && !/random|uuid|nano|generate|next|create|new|now|unique/i.test(name)) {
      const given = value.arguments.map((argument) => this.text(argument, hops + 1))
      if (!given.some((text) => text.startsWith('~'))) return `${name}(${given.join(', ')})`
    }
    // `auth()`, `getUser()`: the same within one request.
    if (value.arguments.length === 0 && /^(?:auth|get(?:Current|Session|User|Auth)\w*|current\w*)$/.test(name)) return `${this.text(callee, hops + 1)}()`
    return this.unique(value)
  }

  /**
   * What a method gives of its object: `id.getValue()` is the value of that `id`. What lives as long as the application
   * (a member of `this`, a constant of the file) is the same object wherever it is asked.
   */
  private withOwner(returned: string, callee: ts.Expression, hops: number): string {
    const object = ts.isPropertyAccessExpression(callee) ? skipOuter(callee.expression) : undefined
    if (!object || !/^this\b/.test(returned)) return returned
    const declaration = ts.isIdentifier(object) ? this.resolver.symbolOf(object)?.valueDeclaration : undefined
    const isOwn = declaration !== undefined && ts.findAncestor(declaration, ts.isFunctionLike) !== undefined
    return isOwn || ts.isCallExpression(object) ? this.text(object, hops + 1) + returned.slice('this'.length) : returned
  }

  /** The query of whose chain an expression is the end. */
  private startOf(value: ts.Expression): Operation | undefined {
    let at: ts.Expression | undefined = value
    while (at) {
      const call = this.calls.at(at)
      const operation = call && (this.operations.at(call) ?? this.wrapped.at(call))
      if (operation) {
        if (operation.kind !== 'query' || at === value) return operation
        // A chain that was left: `(await find()).filter(...)` is no row.
        return this.isWithin(value, operation.node) ? operation : undefined
      }
      const callee: ts.Expression | undefined = ts.isCallExpression(at) ? skipOuter(at.expression) : ts.isTaggedTemplateExpression(at) ? at.tag : undefined
      at = callee && (ts.isPropertyAccessExpression(callee) || ts.isElementAccessExpression(callee)) ? skipOuter(callee.expression) : callee && ts.isCallExpression(callee) ? callee : undefined
      if (at && ts.isIdentifier(at) && ts.isCallExpression(value)) {
        // `const query = db('accounts'); await query.first()`
        const initializer = this.resolver.initializerOf(at)
        const inner = initializer && skipOuter(initializer)
        at = inner && ts.isCallExpression(inner) ? inner : undefined
        const started: Call | undefined = at && this.calls.at(at)
        const operationThere = started && this.operations.at(started)
        return operationThere?.steps.some((step) => step.node === value) ? operationThere : undefined
      }
    }
    return undefined
  }

  private isWithin(inner: ts.Node, outer: ts.Node): boolean {
    return inner.getSourceFile() === outer.getSourceFile() && outer.getStart() <= inner.getStart() && inner.end <= outer.end
  }

  lift(text: string, call: Call, target: Unit): string {
    if (!text.includes(`⟨${target.id}:`)) return text
    const given = argumentsOf(call.node)
    return text
      .replace(PARAMETER, (token, unit: string, index: string, path: string) => {
        if (Number(unit) !== target.id) return token
        let value: ts.Expression | undefined = given[Number(index)]
        if (!value || given.slice(0, Number(index) + 1).some(ts.isSpreadElement)) return `~${call.unit.id}:${call.node.pos}:${index}${path}`
        const rest = path.split('.').slice(1)
        // `find({ id: order.userId })`, where the function takes `{ id }`.
        while (rest.length > 0) {
          const [inner]: ts.Expression[] = propertyOf(value, rest[0] as string)
          if (!inner) break
          value = inner
          rest.shift()
        }
        return [this.textOf(value), ...rest].join('.')
      })
      .replace(WRAPPING, '$1')
  }

  unitById(id: number): Unit | undefined {
    this.units ??= new Map(this.all.map((unit) => [unit.id, unit]))
    return this.units.get(id)
  }

  // ---- Keys -------------------------------------------------------------------------------------------------

  keyOf(operation: Operation): RowKey | undefined {
    if (!this.keys.has(operation)) {
      this.keys.set(operation, undefined)
      this.keys.set(operation, this.readKey(operation))
    }
    return this.keys.get(operation)
  }

  private readKey(operation: Operation): RowKey | undefined {
    const columns = new Map<string, string>()
    const either = new Map<string, string>()
    const add = (column: string, value: ts.Node) => columns.set(columnName(column), this.textOf(value))
    let isComplete = true
    const sql = operation.sql.find((one) => one.executes && one.call === operation.call)
    if (sql) return this.keyOfSql(operation)
    for (const call of [operation.call, ...operation.steps]) {
      if (call !== operation.call && !CONDITION_STEP.test(call.name)) {
        if (OTHER_CONDITION_STEP.test(call.name)) {
          isComplete = false
          const [column, value] = argumentsOf(call.node)
          if (/^orWhere$|^or$/.test(call.name)) this.readSide(argumentsOf(call.node), either)
          if (column && ts.isStringLiteralLike(column) && /^[\w.]+$/.test(column.text) && value) columns.set(columnName(column.text), `${call.name} ${this.textOf(value)}`)
        }
        continue
      }
      if (call === operation.call) continue
      if (!this.readCondition(argumentsOf(call.node), add, columns)) isComplete = false
      for (const argument of argumentsOf(call.node)) this.readSides(argument, either)
    }
    for (const filter of operation.where) {
      if (filter === true) {
        isComplete = false
        continue
      }
      // Steps of the chain were read above.
      if (operation.steps.some((step) => this.isWithin(filter, step.node) && argumentsOf(step.node).some((argument) => this.isWithin(filter, argument)))) continue
      if (!this.readCondition([filter], add, columns)) isComplete = false
      this.readSides(filter, either)
    }
    if (columns.size === 0) return undefined
    return { columns, either, isComplete, text: keyText(columns) }
  }

  /** The sides of each `or` of a condition: `{ OR: [{ email }, { phone }] }`, `[{ email }, { phone }]`, `or(eq(users.email, email), ...)`, `(is) => is.or([is('email', '=', email), ...])`. */
  private readSides(condition: ts.Expression, either: Map<string, string>): void {
    const value = skipOuter(condition)
    if (ts.isArrayLiteralExpression(value)) for (const side of value.elements) this.readSide([side], either)
    else if (ts.isObjectLiteralExpression(value)) for (const side of ['OR', '$or'].flatMap((name) => propertyOf(value, name))) this.readSides(side, either)
    else if (ts.isCallExpression(value) && ts.isIdentifier(value.expression)) {
      if (value.expression.text === 'or') for (const side of value.arguments) this.readSide([side], either)
      else if (value.expression.text === 'and') for (const part of value.arguments) this.readSides(part, either)
    } else if (ts.isArrowFunction(value) && !ts.isBlock(value.body)) this.readSides(value.body, either)
    else if (ts.isCallExpression(value) && ts.isPropertyAccessExpression(value.expression)) {
      const { expression: builder, name } = value.expression
      const parts = value.arguments.map(skipOuter).flatMap((part) => (ts.isArrayLiteralExpression(part) ? part.elements : [])).map(skipOuter)
      for (const part of parts)
        if (name.text === 'and') this.readSides(part, either)
        else if (name.text === 'or' && ts.isCallExpression(part) && part.expression.getText() === builder.getText()) this.readSide(part.arguments, either)
    }
  }

  private readSide(side: readonly ts.Expression[], either: Map<string, string>): void {
    this.readCondition(side, (column, value) => either.set(columnName(column), this.textOf(inOneCase(value))), new Map())
  }

  /** Reads one condition; false when something of it was not understood. */
  private readCondition(given: readonly ts.Expression[], add: (column: string, value: ts.Node) => void, columns: Map<string, string>): boolean {
    const [first, second, third] = given
    if (!first) return true
    const value = skipOuter(first)
    const column = second && !ts.isStringLiteralLike(value) ? this.namedColumn(value) : undefined
    if (column !== undefined && second) {
      if (!third) {
        add(column, second)
        return true
      }
      const operator = ts.isStringLiteralLike(second) ? second.text : ''
      if (OPERATORS_OF_EQUALITY.has(operator)) add(column, third)
      else columns.set(columnName(column), `${operator} ${this.textOf(third)}`)
      return OPERATORS_OF_EQUALITY.has(operator)
    }
    if (ts.isStringLiteralLike(value)) {
      if (third && second && ts.isStringLiteralLike(second)) {
        if (OPERATORS_OF_EQUALITY.has(second.text)) add(value.text, third)
        else columns.set(columnName(value.text), `${second.text} ${this.textOf(third)}`)
        return OPERATORS_OF_EQUALITY.has(second.text)
      }
      const placeholders = [...value.text.matchAll(/(?:[\w"`]+\.)?["`]?(\w+)["`]?\s*(=|>=|<=|<|>)\s*[:@](\w+)/g)]
      if (placeholders.length > 0) {
        for (const [, column = '', operator = '=', name = ''] of placeholders) {
          const bound = second && propertyOf(second, name)[0]
          if (bound && operator === '=') add(column, bound)
          else columns.set(columnName(column), `${operator} ${bound ? this.textOf(bound) : name}`)
        }
        return !/\bor\b/i.test(value.text)
      }
      if (second) {
        add(value.text, second)
        return true
      }
      // `findByPk('main')`
      if (/\s/.test(value.text)) return false
      add('id', value)
      return true
    }
    if (ts.isObjectLiteralExpression(value)) return this.readObject(value, add, columns)
    if (ts.isCallExpression(value)) {
      const name = ts.isIdentifier(value.expression) ? value.expression.text : ts.isPropertyAccessExpression(value.expression) ? value.expression.name.text : ''
      const [left, right] = value.arguments
      if (name === 'and') return value.arguments.map((part) => this.readCondition([part], add, columns)).every(Boolean)
      if (name === 'eq' && left && right) {
        add(lastName(left), right)
        return true
      }
      if (/^(?:gte?|lte?|ne|isNull|isNotNull|inArray|or|not|like|ilike|sql)$/.test(name)) {
        if (left && right) columns.set(columnName(lastName(left)), `${name} ${this.textOf(right)}`)
        return false
      }
    }
    if (ts.isTaggedTemplateExpression(value)) return false
    if (ts.isFunctionLike(value) || ts.isArrayLiteralExpression(value)) return false
    if (ts.isIdentifier(value)) {
      const initializer = this.resolver.initializerOf(value)
      const literal = initializer && skipOuter(initializer)
      if (literal && ts.isObjectLiteralExpression(literal)) return this.readObject(literal, add, columns)
      if (/^(?:where|filter|query|criteria|conditions?|options|opts|params|args)$/i.test(value.text)) {
        columns.set('*', this.textOf(value))
        return true
      }
    }
    add('id', value)
    return true
  }

  /** `where(ORDER_ID, id)`, `where(OrderColumn.id, id)`, `where(`${ORDERS}.${OrderColumn.id}`, id)`: the name of a column that is kept elsewhere. */
  private namedColumn(value: ts.Expression): string | undefined {
    const text = constantText(value, this.resolver)
    if (text !== undefined && /^[\w.]+$/.test(text)) return text
    const last = ts.isTemplateExpression(value) ? value.templateSpans.at(-1) : undefined
    if (last) return last.literal.text === '' ? this.namedColumn(skipOuter(last.expression)) : undefined
    return ts.isPropertyAccessExpression(value) && ts.isIdentifier(value.expression) && /^[A-Z]/.test(value.expression.text) ? value.name.text : undefined
  }

  private readObject(value: ts.ObjectLiteralExpression, add: (column: string, value: ts.Node) => void, columns: Map<string, string>): boolean {
    let isComplete = true
    for (const member of value.properties) {
      const spread = ts.isSpreadAssignment(member) ? this.literalOf(member.expression) : undefined
      if (spread) {
        if (!this.readObject(spread, add, columns)) isComplete = false
        continue
      }
      const name = member.name && (ts.isIdentifier(member.name) || ts.isStringLiteralLike(member.name)) ? member.name.text : undefined
      if (name === undefined) {
        isComplete = false
        continue
      }
      // Options around the filter, where the filter and its options share the argument.
      if (ts.isShorthandPropertyAssignment(member)) {
        columns.set(columnName(name), this.textOf(member.name))
        continue
      }
      if (!ts.isPropertyAssignment(member)) {
        isComplete = false
        continue
      }
      const inner = skipOuter(member.initializer)
      if (!ts.isObjectLiteralExpression(inner)) {
        // `MoreThanOrEqual(amount)`, `In(ids)`
        if (ts.isCallExpression(inner) && ts.isIdentifier(inner.expression) && /^[A-Z]\w+/.test(inner.expression.text) && inner.expression.text !== 'String' && inner.expression.text !== 'Number' && !/ObjectId$/.test(inner.expression.text)) {
          columns.set(columnName(name), inner.expression.text === 'Equal' && inner.arguments[0] ? this.textOf(inner.arguments[0]) : `${inner.expression.text} ${inner.arguments.map((one) => this.textOf(one)).join()}`)
          if (inner.expression.text !== 'Equal') isComplete = false
        } else add(name, inner)
        continue
      }
      const parts = inner.properties.flatMap((part) => (part.name ? [{ key: part.name.getText(), part }] : []))
      const [only] = parts
      const others = parts.slice(1)
      if (only && others.every(({ key }) => key === 'mode') && OPERATORS_OF_EQUALITY.has(only.key) && ts.isPropertyAssignment(only.part)) add(name, only.part.initializer)
      else if (parts.length > 1 && parts.every(({ part, key }) => /^[a-z]\w*$/.test(key) && (ts.isShorthandPropertyAssignment(part) || ts.isPropertyAssignment(part))) && /_/.test(name))
        // A composite key: `{ userId_postId: { userId, postId } }`.
        for (const { key, part } of parts) columns.set(columnName(key), this.textOf(ts.isPropertyAssignment(part) ? part.initializer : (part.name as ts.Node)))
      else {
        isComplete = false
        columns.set(columnName(name), `{${parts.map(({ key, part }) => `${key} ${ts.isPropertyAssignment(part) ? this.textOf(part.initializer) : key}`).join()}}`)
      }
    }
    return isComplete
  }

  /** An object that is written out, here or behind the name of a constant: `...OPEN` of `const OPEN = { closedAt: null }`. */
  private literalOf(expression: ts.Expression): ts.ObjectLiteralExpression | undefined {
    const value = skipOuter(expression)
    const initializer = ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) ? this.resolver.initializerOf(value) : value
    const literal = initializer && skipOuter(initializer)
    return literal && ts.isObjectLiteralExpression(literal) ? literal : undefined
  }

  private keyOfSql(operation: Operation): RowKey | undefined {
    const sql = operation.sql.find((one) => one.executes && one.call === operation.call)
    const text = sql && constantText(sql.expression, this.resolver)
    const condition = text && /\bwhere\b([^]*)$/i.exec(text)
    if (!sql || !condition) return undefined
    const columns = new Map<string, string>()
    const values = this.sqlValues(operation)
    const before = (text.slice(0, text.length - (condition[1] ?? '').length).match(new RegExp(`${HOLE}|\\?`, 'g')) ?? []).length
    let count = before
    let isComplete = !/\bor\b/i.test(condition[1] ?? '')
    for (const [, column = '', operator = '=', mark = ''] of (condition[1] ?? '').matchAll(new RegExp(`(?:\\w+\\.)?["\`]?(\\w+)["\`]?\\s*(=|>=|<=|<>|!=|<|>)\\s*(\\$\\d+|\\?|[:@]\\w+|${HOLE}|'[^']*'|\\d+)`, 'gi'))) {
      const value = mark.startsWith('$') ? values.at(Number(mark.slice(1)) - 1) : mark === '?' || mark === HOLE ? values.at(count++) : undefined
      const named = /^[:@]\w/.test(mark) && sql.params ? propertyOf(sql.params, mark.slice(1))[0] : undefined
      const shown = value ?? named
      if (operator === '=') columns.set(columnName(column), shown ? this.textOf(shown) : mark)
      else {
        columns.set(columnName(column), `${operator} ${shown ? this.textOf(shown) : mark}`)
        isComplete = false
      }
    }
    if (columns.size === 0) return undefined
    return { columns, either: new Map(), isComplete, text: keyText(columns) }
  }

  sqlValues(operation: Operation): readonly ts.Expression[] {
    const sql = operation.sql.find((one) => one.executes && one.call === operation.call)
    if (!sql) return []
    const template = skipOuter(sql.expression)
    const spans = ts.isTaggedTemplateExpression(template) ? template.template : template
    if (ts.isTemplateExpression(spans)) return spans.templateSpans.map((span) => span.expression)
    const list = sql.params && skipOuter(sql.params)
    return list && ts.isArrayLiteralExpression(list) ? list.elements : list && !ts.isObjectLiteralExpression(list) ? argumentsOf(operation.call.node).slice(argumentsOf(operation.call.node).indexOf(list)) : []
  }

  targetOf(operation: Operation): { readonly expression: ts.Expression } | undefined {
    const given = operation.data && skipOuter(operation.data)
    if (given && operation.where.length === 0 && (ts.isIdentifier(given) || ts.isPropertyAccessExpression(given))) return { expression: given }
    if (given && operation.where.length === 0 && ts.isObjectLiteralExpression(given)) {
      const spread = given.properties.find(ts.isSpreadAssignment)
      if (spread && this.rowOf(spread.expression)?.path.length === 0) return { expression: spread.expression }
    }
    // `replaceOne({ id: account.id }, account)`, with the row that was loaded.
    if (given && ts.isIdentifier(given) && operation.where.length > 0 && this.rowsBehind(given).some(({ row }) => row.path.length === 0 && row.operation.access === 'read')) return { expression: given }
    // `account.save()`, `account.update({ ... })`
    const receiver = receiverOf(operation.call.node)
    if (receiver && operation.where.length === 0) {
      const value = skipOuter(receiver)
      if (ts.isIdentifier(value) && this.rowsBehind(value).some(({ row }) => row.path.length === 0)) return { expression: value }
    }
    return undefined
  }

  // ---- New rows ---------------------------------------------------------------------------------------------

  createdBy(operation: Operation): NewRow | undefined {
    const isSql = operation.sql.some((one) => one.executes && one.call === operation.call)
    if (operation.access !== 'write' || (operation.where.length > 0 && !isSql) || /update|increment|decrement|restore|remove|archive|touch/i.test(operation.call.name)) return undefined
    const row: Draft = { columns: new Map(), values: new Map(), rest: [] }
    if (isSql) this.readInsert(operation, row)
    else {
      const receiver = receiverOf(operation.call.node)
      // `new User({ email }).save()`
      const value = operation.data ?? (receiver && argumentsOf(operation.call.node).length < 2 && /^save/.test(operation.call.name) ? receiver : undefined)
      if (!value) return undefined
      this.readNew(value, row, 0)
    }
    return row.columns.size === 0 && row.rest.length === 0 ? undefined : { ...row, table: undefined }
  }

  private readNew(given: ts.Expression, row: Draft, hops: number): void {
    const set = (column: string, written: ts.Expression) => {
      row.columns.set(columnName(column), this.textOf(written))
      row.values.set(columnName(column), written)
    }
    const value = skipOuter(given)
    if (hops > 4) return
    if (ts.isAwaitExpression(value)) return this.readNew(value.expression, row, hops + 1)
    if (ts.isArrayLiteralExpression(value)) {
      if (value.elements.length === 1 && value.elements[0]) this.readNew(value.elements[0], row, hops + 1)
      return
    }
    if (ts.isObjectLiteralExpression(value)) {
      for (const member of value.properties) {
        if (ts.isSpreadAssignment(member)) {
          const spread = this.literalOf(member.expression)
          if (spread) this.readNew(spread, row, hops + 1)
          // What was looked for may be said by it: `findFirst({ where: { code: common.code } })`.
          if (!spread || spread !== skipOuter(member.expression)) row.rest.push(this.textOf(member.expression))
          continue
        }
        if (!member.name || ts.isComputedPropertyName(member.name)) continue
        const name = member.name.getText().replace(/['"]/g, '')
        if (ts.isShorthandPropertyAssignment(member)) set(name, member.name)
        else if (ts.isPropertyAssignment(member)) {
          // `{ user: { connect: { id } } }`, `{ user: { id } }`
          const connected = propertyOf(member.initializer, 'connect')[0] ?? member.initializer
          const id = propertyOf(connected, 'id')[0]
          if (id) set(`${name}id`, id)
          set(name, id ?? member.initializer)
        }
      }
      return
    }
    if (ts.isCallExpression(value) || ts.isNewExpression(value)) {
      const first = argumentsOf(value).find((argument) => ts.isObjectLiteralExpression(skipOuter(argument))) ?? argumentsOf(value)[0]
      if (first) this.readNew(first, row, hops + 1)
      return
    }
    if (!ts.isIdentifier(value)) {
      row.rest.push(this.textOf(value))
      return
    }
    const symbol = this.resolver.symbolOf(value)
    const declaration = symbol?.valueDeclaration
    if (!declaration || !ts.isVariableDeclaration(declaration)) {
      row.rest.push(this.textOf(value))
      return
    }
    if (declaration.initializer) {
      if (this.rowOf(value)) row.rest.push(this.textOf(value))
      else this.readNew(declaration.initializer, row, hops + 1)
    }
    // `const user = new User(); user.email = dto.email; Object.assign(user, attributes)`
    const unit = this.resolver.unitOf(declaration)
    if (unit)
      for (const use of this.calls.usesOf(unit, value.text)) {
        const member = use.parent
        if (use.pos < value.pos && ts.isCallExpression(member) && member.expression.getText() === 'Object.assign' && member.arguments[0] === use) for (const given of member.arguments.slice(1)) this.readNew(given, row, hops + 1)
        const assignment = member.parent
        if (use.pos < value.pos && ts.isPropertyAccessExpression(member) && ts.isBinaryExpression(assignment) && assignment.left === member && assignment.operatorToken.kind === ts.SyntaxKind.EqualsToken)
          set(member.name.text, assignment.right)
      }
  }

  private readInsert(operation: Operation, row: Draft): void {
    const sql = operation.sql.find((one) => one.executes && one.call === operation.call)
    const text = sql && constantText(sql.expression, this.resolver)
    // `INSERT INTO orders SET ?`: the columns stand in an object.
    const [only] = text !== undefined && /\binsert\s+(?:\w+\s+)?into\s+\S+\s+set\s+\?/i.test(text) ? this.sqlValues(operation) : []
    if (only) return this.readNew(only, row, 0)
    const match = text && /\binsert\s+into\s+[^(]+\(([^)]*)\)\s*values\s*\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/i.exec(text)
    if (!match) return
    const values = this.sqlValues(operation)
    let count = 0
    // `gen_random_uuid(), $1, coalesce($2, 0)`
    const marks = ((match[2] ?? '').match(/(?:[^,()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? []).map((one) => one.trim())
    for (const [index, column] of (match[1] ?? '').split(',').entries()) {
      const mark = marks[index] ?? ''
      const value = mark.startsWith('$') ? values.at(Number.parseInt(mark.slice(1), 10) - 1) : mark === '?' || mark === HOLE ? values.at(count++) : undefined
      if (value) {
        row.columns.set(columnName(column.trim()), this.textOf(value))
        row.values.set(columnName(column.trim()), value)
      }
      else if (/^(?:'[^']*'|\d+)$/.test(mark)) row.columns.set(columnName(column.trim()), mark)
      else count += [...mark].filter((character) => character === '?' || character === HOLE).length
    }
  }

  // ---- Operations on the way --------------------------------------------------------------------------------

  accessesOf(unit: Unit): readonly RowAccess[] {
    const known = this.lists.get(unit)
    if (known) return known
    // A unit that calls itself adds nothing to its own list.
    this.lists.set(unit, [])
    const found: RowAccess[] = []
    for (const call of this.resolver.callsOf(unit)) {
      const operation = this.operations.at(call) ?? this.wrapped.at(call)
      if (operation) {
        this.byId.set(operation.id, operation)
        found.push({ operation, calls: [call], isSure: true, isMemoized: false, lift: (text) => text })
      }
    }
    for (const edge of this.graph.edgesOf(unit)) {
      const mode = edge.use?.mode
      if (mode === 'entry' || mode === 'deferred' || mode === 'batch' || mode === 'cleanup' || this.wrapped.at(edge.call)) continue
      const isSure = edge.use !== undefined || this.resolver.resolve(edge.call).units.length === 1
      for (const inner of this.accessesOf(edge.target)) {
        if (inner.calls.length > MOST_CALLS || found.length >= MOST_ACCESSES) break
        found.push({
          operation: inner.operation,
          calls: [edge.call, ...inner.calls],
          isSure: isSure && inner.isSure,
          isMemoized: inner.isMemoized || mode === 'memoized',
          lift: (text) => this.lift(inner.lift(text), edge.call, edge.target),
        })
      }
    }
    // In the order in which the calls run, as far as the text tells: arguments before the call that takes them.
    found.sort((left, right) => order(left) - order(right))
    this.lists.set(unit, found)
    return found
  }
}

function order({ calls: [first] }: RowAccess): number {
  if (!first) return 0
  const node = first.node
  return ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) ? node.expression.name.pos : node.getStart()
}

/** `email` of `email.toLowerCase()`. */
function inOneCase(value: ts.Node): ts.Node {
  const call = ts.isExpression(value) ? skipOuter(value) : value
  return ts.isCallExpression(call) && call.arguments.length === 0 && ts.isPropertyAccessExpression(call.expression) && /^to(?:Locale)?(?:Lower|Upper)Case$/.test(call.expression.name.text) ? call.expression.expression : value
}

function keyText(columns: ReadonlyMap<string, string>): string {
  return [...columns].map(([column, value]) => `${column}=${value}`).sort().join('&')
}

function lastName(expression: ts.Expression): string {
  const value = skipOuter(expression)
  return ts.isPropertyAccessExpression(value) ? value.name.text : ts.isStringLiteralLike(value) ? value.text : ts.isIdentifier(value) ? value.text : value.getText()
}
