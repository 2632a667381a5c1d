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
import { columnName, takesNoObject } from './column-names.js'
import { contains } from './control-flow.js'
import type { EntryPoints } from './entry-points.js'
import { Checks, nameOf, type Named } from './flow-checks.js'
import { fieldOf, isPrimitive, Sources, type Source } from './flow-sources.js'
import { givenAt, givenByCallers, ifAllSeen } from './given-by-callers.js'
import type { Graph } from './graph.js'
import { fieldFrom, isField, KeptValues } from './kept-values.js'
import { tagIn } from './operations.js'
import { heritageOf, type Resolver } from './resolver.js'
import { isBoundedIn, isClosedIn, isOpenIn } from './schema-bounds.js'
import { tableOfReceiver } from './table-names.js'
import type { Flow, FlowKind, LibraryTarget, Step, Table, Unit } from './types.js'
import type { Validation } from './validation.js'

/** Hops of one flow; longer ones exist but nobody reads them. */
const MOST_HOPS = 24
/** Values that are looked at for one question, by the steps it reaches: what takes more goes through everything that is ever kept or handed on. */
const MOST_LOOKS_A_STEP = 60
/** Levels of properties that are told apart. */
const MOST_PROPERTIES = 4
/** Different ways into one expression that are kept. */
const MOST_FLOWS = 8
/** The same into the properties of one object; a row of a hundred columns says no more by the last of them. */
const MOST_OF_OBJECT = 24
/** Functions that one call may be of whose results are followed. */
const MOST_CALLEES = 4
/** Calls through which it is asked what they give for a parameter that decides. */
const MOST_GIVEN = 4
/** Assignments to one field that are followed. */
const MOST_KEPT = 6

/** Operators whose operand is a value to compare with, a number, or a list of fields: keys in it change nothing. */
const VALUE_OPERATORS =
  /^\$(?:eq|ne|gte?|lte?|n?in|all|regex|options|exists|type|size|mod|text|search|limit|skip|sort|project|group|unwind|count|sample|bucket\w*|geo\w*|near\w*|box|center\w*|maxDistance|minDistance|bits\w+)$/
/** Properties whose value is taken for the object itself: rows and changes (`{ $set: body }`, `{ create: body }`), and filters. */
const HOLDERS = /^(?:\$\w+|create|update|data|set|values|createMany|upsert|where|defaults|row|rows|document|insertOne|updateOne|updateMany|replaceOne|replacement|filter)$/
/** Operators whose operand is the text of a program. */
const SCRIPT_OPERATORS = /^(?:\$where|body)$/
/** Where a schema that reports failure keeps what it parsed. */
const PARSED = /^(?:data|value|output|right)$/
/** Methods that only strings have, and those that give strings, on values nothing is known of. */
const STRING_METHODS = /^(?:trim|trimStart|trimEnd|toLowerCase|toUpperCase|replace|replaceAll|substring|substr|split|join|toString|padStart|padEnd|charAt|normalize|toFixed|toISOString|localeCompare)$/
/** Built-in classes whose instances carry no keys from outside. */
const VALUE_CLASSES = /^(?:RegExp|Date|URL|ObjectId|ObjectID|Decimal128|Error|Number|String|BigInt|UUID)$/

/** Where tracking stands. */
interface Asked {
  readonly kind: FlowKind
  /** The property of the value that is asked for, and the property of that, outermost first; empty for all of it. */
  readonly path: readonly string[]
  readonly steps: readonly Step[]
  readonly confidence: 'high' | 'medium'
  /** Calls through which parameters were left, to come back to the same caller. */
  readonly stack: readonly ts.Node[]
  /** Where the value is used in the function that tracking stands in: tests before it count. */
  readonly use: ts.Node
  /** The path that was asked for where text was parsed into a value; from there on only text is followed. */
  readonly parsed?: readonly string[]
  /** The value stands for one property of what was asked about first, and is not spread into it. */
  readonly isNested?: boolean
  /** It was given to a schema on the way. */
  readonly isValidated?: boolean
  /** The value becomes text as it is: an object gives none of what is inside of it. */
  readonly isText?: boolean
  /** In a getter of a class, the object that it is read of. */
  readonly instance?: ts.NewExpression
  /** Steps after which it is given up. */
  readonly reach: number
}

export class Flows {
  /** Answers by kind and reach. */
  private readonly known = new Map<string, Map<ts.Expression, readonly Flow[]>>()
  private readonly written = new Map<ts.Expression, readonly Flow[]>()
  private readonly checks: Checks
  private readonly sources: Sources
  private readonly kept: KeptValues
  /** Values on the way from the sink to where tracking stands, with their place on it. */
  private way = new Map<ts.Node, number>()
  /** The place on the way of the first value at which tracking went in a circle; -1 where it became too long. */
  private cutAt = Infinity
  /** Values that were looked at for the question that is being answered. */
  private looks = 0
  /** On the way stood a schema that lets only values of a list through. */
  private isClosing = false
  /** Values that become text to which nothing comes but by such a schema. */
  private readonly closed = new Set<ts.Expression>()
  private readonly checked = new Map<Named, boolean>()
  /** Questions about a value to which the answer is that nothing comes in, however it was reached, and whether a schema sees to that. */
  private readonly dry = new Map<ts.Node, Map<string, boolean>>()
  private readonly numbers = new Map<ts.Node, number>()

  constructor(
    private readonly resolver: Resolver,
    private readonly calls: CallIndex,
    private readonly graph: () => Graph,
    entries: EntryPoints,
    private readonly fileOf: (node: ts.Node) => WorkspaceFile,
    private readonly validation: Validation,
    private readonly tableOf: (name: string | undefined) => Table | undefined,
  ) {
    this.checks = new Checks(resolver, calls)
    this.sources = new Sources(resolver, entries)
    this.kept = new KeptValues(resolver, calls, entries)
  }

  /**
   * Ways by which data from outside reaches an expression, shortest first.
   *
   * @param kind `number` follows coercions to numbers too, and ends where a number is capped; `object` ends where the
   *   value, or what stands inside of it, can be no object any more, or was checked against a schema
   * @param reach steps between the source and the expression at most
   */
  into(expression: ts.Expression, kind: FlowKind = 'text', reach = MOST_HOPS): readonly Flow[] {
    const key = `${kind} ${reach}`
    let known = this.known.get(key)
    if (!known) this.known.set(key, (known = new Map()))
    return this.remembered(known, expression, kind, false, reach)
  }

  /** The same for a value that becomes part of a text as it is: of an object nothing gets into it. */
  intoText(expression: ts.Expression): readonly Flow[] {
    return this.remembered(this.written, expression, 'text', true, MOST_HOPS)
  }

  /** Data from outside that a schema lets only values of a list through for, and nothing else. */
  isClosed(expression: ts.Expression): boolean {
    return this.intoText(expression).length === 0 && this.closed.has(expression)
  }

  private remembered(known: Map<ts.Expression, readonly Flow[]>, expression: ts.Expression, kind: FlowKind, isText: boolean, reach: number): readonly Flow[] {
    let flows = known.get(expression)
    if (!flows) {
      // One question may come up while another one is answered.
      const [way, cutAt, looks, isClosing] = [this.way, this.cutAt, this.looks, this.isClosing]
      this.way = new Map()
      this.cutAt = Infinity
      this.looks = 0
      this.isClosing = false
      flows = this.follow(expression, { kind, path: [], steps: [], confidence: 'high', stack: [], use: expression, isText, reach })
        .sort((left, right) => left.trace.length - right.trace.length)
        .slice(0, MOST_FLOWS)
      this.way = way
      this.cutAt = cutAt
      this.looks = looks
      if (isText && this.isClosing) this.closed.add(expression)
      this.isClosing = isClosing
      known.set(expression, flows)
    }
    return flows
  }

  /** Whether a value was tested against a list of what is allowed before it is used, or by a pipe that reads its decorators. */
  isChecked(value: Named): boolean {
    let known = this.checked.get(value)
    if (known === undefined) this.checked.set(value, (known = this.checks.isChecked(value) || (this.validation.hasPipes && this.checks.isDeclaredClosed(value))))
    return known
  }

  private follow(expression: ts.Node, asked: Asked): Flow[] {
    if (!ts.isExpression(expression)) return []
    const value = skipOuter(expression)
    const before = this.way.get(value)
    if (before !== undefined || asked.steps.length > asked.reach || ++this.looks > MOST_LOOKS_A_STEP * (asked.reach + 1)) {
      this.cutAt = Math.min(this.cutAt, before ?? -1)
      return []
    }
    const question = this.questionOf(asked)
    const dry = this.dry.get(value)
    const known = dry?.get(question)
    if (known !== undefined) {
      this.isClosing ||= known
      return []
    }
    const [depth, cutAt, isClosing] = [this.way.size, this.cutAt, this.isClosing]
    this.way.set(value, depth)
    this.cutAt = Infinity
    this.isClosing = false
    const found = this.followInto(value, asked)
    this.way.delete(value)
    const closes = this.isClosing
    this.isClosing ||= isClosing
    // Where the search was cut short by what stands in front, another way here may lead further.
    if (found.length === 0 && this.cutAt >= depth) {
      if (dry) dry.set(question, closes)
      else this.dry.set(value, new Map([[question, closes]]))
      this.cutAt = cutAt
    } else this.cutAt = Math.min(this.cutAt, cutAt)
    return found
  }

  /** What the answer depends on besides the value, as a key. */
  private questionOf({ kind, path, use, stack, isText, instance }: Asked): string {
    return `${kind} ${isText === true} ${this.numberOf(use)} ${instance ? this.numberOf(instance) : ''} ${path.join('.')} ${stack.map((node) => this.numberOf(node)).join(' ')}`
  }

  private numberOf(node: ts.Node): number {
    let number = this.numbers.get(node)
    if (number === undefined) this.numbers.set(node, (number = this.numbers.size))
    return number
  }

  private followInto(value: ts.Expression, next: Asked): Flow[] {
    if (ts.isAwaitExpression(value)) return this.follow(value.expression, next)
    if (ts.isIdentifier(value)) return this.followName(value, next)
    if (ts.isPropertyAccessExpression(value)) return this.followProperty(value, value.name.text, next)
    if (ts.isElementAccessExpression(value)) return this.followElement(value, next)
    if (ts.isCallExpression(value)) return this.followCall(value, next)
    if (ts.isNewExpression(value)) return this.followConstruction(value, next)
    if (ts.isTemplateExpression(value)) return next.kind === 'object' ? [] : this.any(value.templateSpans.map((span) => span.expression), next)
    if (ts.isTaggedTemplateExpression(value)) return []
    if (ts.isConditionalExpression(value))
      // `limit > 100 ? 100 : limit`, `SIZES.includes(limit) ? limit : 20`
      return next.kind === 'number' && /[<>]|\.(?:includes|has)\(/.test(value.condition.getText()) ? [] : this.any(this.branchesOf(value, next), next)
    if (ts.isPrefixUnaryExpression(value)) return next.kind === 'number' && value.operator === ts.SyntaxKind.PlusToken ? this.follow(value.operand, next) : []
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

  /** Those sides of a choice that may be taken: `isPattern ? { $regex: new RegExp(text) } : text`, where `isPattern` is what a call gives. */
  private branchesOf({ condition, whenTrue, whenFalse }: ts.ConditionalExpression, { stack }: Asked): ts.Expression[] {
    const truth = this.truthOf(condition, stack)
    return [...(truth === false ? [] : [whenTrue]), ...(truth === true ? [] : [whenFalse])]
  }

  /**
   * Whether a condition holds, as far as it is written in the code or in a call that gives it.
   *
   * @param stack calls that the function around it was entered by; where it is none of these, all callers count
   */
  private truthOf(condition: ts.Expression, stack: readonly ts.Node[], depth = 0): boolean | undefined {
    const value = skipOuter(condition)
    if (depth > MOST_GIVEN) return undefined
    if (value.kind === ts.SyntaxKind.TrueKeyword) return true
    if (value.kind === ts.SyntaxKind.FalseKeyword) return false
    if (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken) {
      const truth = this.truthOf(value.operand, stack, depth)
      return truth === undefined ? undefined : !truth
    }
    const parameter = ts.isIdentifier(value) ? this.resolver.symbolOf(value)?.valueDeclaration : undefined
    const unit = parameter && ts.isParameter(parameter) ? this.resolver.unitAt(parameter.parent) : undefined
    if (!parameter || !ts.isParameter(parameter) || !ts.isIdentifier(parameter.name) || parameter.dotDotDotToken || !unit) return undefined
    if (this.calls.usesOf(unit, parameter.name.text).some((use) => ts.isBinaryExpression(use.parent) && use.parent.left === use && isAssignment(use.parent.operatorToken.kind))) return undefined
    const entered = stack.findLastIndex((node) => {
      const call = this.calls.at(node)
      return call !== undefined && this.resolver.resolve(call).units.includes(unit)
    })
    const call = stack[entered]
    const given = ifAllSeen(call ? [givenAt(call, parameter)] : givenByCallers(parameter, this.graph().givenBy(unit)))
    const [truth, ...others] = new Set(given?.map((one) => (one.value ? this.truthOf(one.value, call ? stack.slice(0, entered) : [], depth + 1) : false)))
    return others.length === 0 ? truth : undefined
  }

  private followConstruction(value: ts.NewExpression, asked: Asked): Flow[] {
    if (this.coerces(value, asked.kind)) return []
    if (asked.kind === 'object' && VALUE_CLASSES.test(value.expression.getText().replace(/^.*\./, ''))) return []
    const [wanted, ...rest] = asked.path
    if (asked.kind === 'object' && wanted !== undefined && this.isCast(value, wanted)) return []
    const symbol = wanted === '*' ? undefined : this.resolver.symbolOf(skipOuter(value.expression))
    const declaration = symbol?.valueDeclaration
    if (!declaration || !ts.isClassLike(declaration)) return this.any(argumentsOf(value), asked)
    // All of the new object is asked for: what becomes one field of it is inside.
    if (wanted === undefined) return argumentsOf(value).flatMap((given, index) => this.follow(given, isField(declaration, index) ? { ...asked, isNested: true } : asked))
    const read = this.resolver.checker.getPropertyOfType(this.resolver.typeOf(value), wanted)?.valueDeclaration
    const getter = read && ts.isGetAccessor(read) ? this.resolver.unitAt(read) : undefined
    if (getter) return getter.returns.flatMap((returned) => this.follow(returned, { ...this.step(asked, value, getter.name), path: rest, use: returned, instance: value }))
    const field = fieldFrom(declaration, wanted)
    if (!field) return this.any(argumentsOf(value), asked)
    const given = argumentsOf(value)[field.index]
    return given ? this.follow(given, { ...asked, path: [...field.path, ...rest].slice(0, MOST_PROPERTIES) }) : []
  }

  /** `new User(req.body).email`: a row of a schema holds what fits the type of the column. A name that is not known may be that of any column. */
  private isCast(value: ts.NewExpression, wanted: string): boolean {
    if (this.resolver.typeTags(this.resolver.typeOf(value.expression), 'operators')?.value !== 'cast') return false
    const columns = this.tableOf(tableOfReceiver(value, this.resolver, 0))?.columns ?? []
    const read = columns.filter(({ name }) => wanted === '*' || columnName(name) === columnName(wanted))
    // Of a row inside of the row there is only what the schema lists.
    return read.length > 0 && read.every(({ type }) => takesNoObject(type) || (wanted === '*' && type === undefined))
  }

  private followBinary(value: ts.BinaryExpression, asked: Asked): Flow[] {
    switch (value.operatorToken.kind) {
      case ts.SyntaxKind.PlusToken:
        return asked.kind === 'object' ? [] : this.any([value.left, value.right], asked)
      // `limit * 1` makes a number of a text.
      case ts.SyntaxKind.AsteriskToken:
        return asked.kind === 'number' ? this.any([value.left, value.right], asked) : []
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
    if (asked.isText && wanted === undefined) return []
    const inner: Asked = { ...asked, path: asked.path.slice(1) }
    const found: Flow[] = []
    for (const [index, member] of value.properties.entries()) {
      if (found.length >= MOST_OF_OBJECT) break
      if (ts.isSpreadAssignment(member)) {
        // What stands after the spread wins.
        const isOverwritten = wanted !== undefined && value.properties.slice(index + 1).some((later) => later.name?.getText() === wanted)
        if (!isOverwritten) found.push(...this.follow(member.expression, asked))
        continue
      }
      const name = member.name && (ts.isIdentifier(member.name) || ts.isStringLiteralLike(member.name)) ? member.name.text : undefined
      if (wanted !== undefined && wanted !== '*' && name !== undefined && name !== wanted) continue
      if (asked.kind === 'object' && wanted === undefined) {
        if (name !== undefined && VALUE_OPERATORS.test(name)) continue
        if (name !== undefined && SCRIPT_OPERATORS.test(name) && ts.isPropertyAssignment(member)) {
          if (name === '$where' || value.parent.parent.getText().includes('$function')) found.push(...this.follow(member.initializer, { ...inner, kind: 'text', parsed: [name] }))
          continue
        }
        // `{ [req.body.field]: value }`: a key chosen outside may be an operator.
        const key = member.name && ts.isComputedPropertyName(member.name) ? skipOuter(member.name.expression) : undefined
        const isWritten = ts.isPropertyAssignment(member) && ts.isObjectLiteralExpression(skipOuter(member.initializer))
        if (key && !isWritten && (ts.isIdentifier(key) || ts.isPropertyAccessExpression(key))) found.push(...this.follow(key, { ...inner, kind: 'text', parsed: ['*'] }))
      }
      const within = wanted === undefined && name !== undefined && !HOLDERS.test(name) ? { ...inner, isNested: true } : inner
      if (ts.isPropertyAssignment(member)) found.push(...this.follow(member.initializer, within))
      else if (ts.isShorthandPropertyAssignment(member)) found.push(...this.follow(member.name, within))
    }
    return found
  }

  private followElement(value: ts.ElementAccessExpression, asked: Asked): Flow[] {
    const argument = skipOuter(value.argumentExpression)
    if (ts.isStringLiteralLike(argument)) return this.followProperty(value, argument.text, asked)
    // A look-up in a map written in the code gives one of its values.
    const table = this.resolver.initializerOf(value.expression)
    if (table && ts.isObjectLiteralExpression(skipOuter(table))) return []
    if (asked.kind !== 'object') return this.follow(value.expression, { ...asked, path: [] })
    return this.unlessStopped(value, asked, () => this.follow(value.expression, { ...asked, path: ['*', ...asked.path].slice(0, MOST_PROPERTIES) }))
  }

  private followProperty(value: ts.PropertyAccessExpression | ts.ElementAccessExpression, name: string, asked: Asked): Flow[] {
    return this.unlessStopped(value, asked, () => this.behindProperty(value, name, asked))
  }

  private behindProperty(value: ts.PropertyAccessExpression | ts.ElementAccessExpression, name: string, whole: Asked): Flow[] {
    const { instance, ...asked } = whole
    const isOfInstance = instance && value.expression.kind === ts.SyntaxKind.ThisKeyword && this.resolver.symbolOf(skipOuter(instance.expression))?.valueDeclaration === ts.findAncestor(value, ts.isClassLike)
    if (isOfInstance) return this.followConstruction(instance, { ...asked, path: [name, ...asked.path].slice(0, MOST_PROPERTIES), use: instance })
    if (asked.kind === 'number' && this.checks.isDeclaredBounded(value)) return []
    const symbol = this.resolver.symbolOf(value)
    const library = this.resolver.libraryOf(symbol)
    if (asked.kind === 'object' && library && tagIn(library.tags, 'validates')) return []
    const source = this.sources.ofProperty(value, name, symbol)
    if (source) return this.arrive(source, value, asked)
    // As many as were sent, which the size of the request bounds; `req.query.size` is what was sent.
    if (name === 'length' && (asked.kind !== 'text' || !this.isSource(value.expression))) return []
    if (name === 'size' && !this.isSource(value.expression) && !this.resolver.isOwnProperty(value)) return []
    const step = { ...asked, path: [name, ...asked.path].slice(0, MOST_PROPERTIES) }
    const throughObject = this.follow(value.expression, step)
    if (throughObject.length > 0) return throughObject
    const declaration = symbol?.valueDeclaration
    if (declaration && ts.isPropertyAssignment(declaration)) return this.follow(declaration.initializer, asked)
    if (declaration && ts.isPropertyDeclaration(declaration) && declaration.initializer) return this.follow(declaration.initializer, asked)
    // `constructor(private readonly month: string)`
    if (declaration && ts.isParameter(declaration)) return this.followParameter(declaration, declaration.name as ts.Identifier, { ...asked, stack: [] }, this.classBelow(declaration, value.expression))
    return this.kept.behind(value, name).slice(0, MOST_KEPT).flatMap((given) => this.follow(given, { ...this.step(asked, given.parent, value.getText()), stack: [], use: given }))
  }

  private isSource(expression: ts.Expression): boolean {
    const value = skipOuter(expression)
    return ts.isPropertyAccessExpression(value) && this.sources.ofProperty(value, value.name.text, this.resolver.symbolOf(value)) !== undefined
  }

  /**
   * What leads to a value, unless it is stopped before its use. Little is data from outside, so that where the tests are
   * costly the ways are looked for first.
   */
  private unlessStopped(value: Named, asked: Asked, ways: () => Flow[]): Flow[] {
    if (asked.kind !== 'object') return this.isStopped(value, asked) ? [] : ways()
    const found = ways()
    return found.length > 0 && this.isStopped(value, asked) ? [] : found
  }

  /** A test or an assignment before the use says that the value is harmless. */
  private isStopped(value: Named, asked: Asked): boolean {
    if (asked.kind === 'number' && this.checks.isCapped(value)) return true
    if (asked.kind !== 'object') return asked.kind === 'text' ? this.isChecked(value) : this.checks.isChecked(value)
    const names = namesOf(value, asked.path)
    if (this.checks.isScalar(value, names, asked.use) || this.validation.isValidated(value, names, asked.use)) return true
    if (this.checks.equalTo(value, names.at(-1) ?? '', asked.use).some((other) => this.isRouteParameter(other))) return true
    const given = this.checks.assignedBefore(value, names, asked.use)
    return given !== undefined && this.follow(given.value, { ...asked, path: given.name === names[0] ? asked.path : asked.path.slice(names.indexOf(given.name)) }).length === 0
  }

  /** A text, whatever is sent. */
  private isRouteParameter(value: ts.Expression): boolean {
    const flows = this.into(value)
    return flows.length > 0 && flows.every(({ source, trace }) => source.kind === 'params' && trace.every(({ node }) => this.resolver.unitOf(node) === this.resolver.unitOf(value)))
  }

  /** Data from outside, where the question is not settled by how it comes in. */
  private arrive(source: Source, node: ts.Node, asked: Asked): Flow[] {
    if ((asked.kind === 'object' || asked.parsed) && this.validation.isSigned(source, node, asked.steps.map((step) => step.node))) return []
    if (asked.kind === 'object') {
      if (asked.path[0] !== undefined && this.validation.isReplaced(source, node, asked.path[0])) return []
      if (asked.path.length > 0 && source.kind !== 'args' && this.validation.isFlat(source, node)) return []
      if (/^(?:params|headers|cookies|file)$/.test(source.kind) || (source.kind === 'message' && source.shape !== 'client')) return []
      if (isPrimitive(this.resolver.typeOf(node)) && !ts.isParameter(node)) return []
      // A procedure takes what its schema lets through.
      if (source.kind === 'args' ? !this.validation.takesAnything(node, asked.path) : this.validation.covers(source.kind, node)) return []
    }
    if (asked.kind === 'number' && this.validation.bounds(source.kind, node, asked.path)) return []
    if (asked.kind === 'text' && asked.path.length > 0 && this.validation.closes(source.kind, node, asked.path)) {
      this.isClosing = true
      return []
    }
    return [this.flow(source, node, source.confidence === 'medium' ? { ...asked, confidence: 'medium' } : asked)]
  }

  private followName(value: ts.Identifier, asked: Asked): Flow[] {
    return this.unlessStopped(value, asked, () => this.behindName(value, asked))
  }

  private behindName(value: ts.Identifier, asked: Asked): Flow[] {
    const symbol = this.resolver.symbolOf(value)
    const declaration = symbol?.valueDeclaration
    if (!declaration) return []
    if (ts.isParameter(declaration)) {
      // `function find(url) { var url = slugOf(url); ... }`: one name, and the parameter is only what it is made of.
      const again = symbol.declarations?.find((one): one is ts.VariableDeclaration => ts.isVariableDeclaration(one) && one.initializer !== undefined && one.end <= value.pos)
      return again?.initializer ? this.follow(again.initializer, this.step(asked, again, value.text)) : this.followParameter(declaration, value, asked)
    }
    // `({ limit = 20 }: PageDto)`, where the class says how large it may be
    if (ts.isBindingElement(declaration)) return asked.kind === 'number' && this.checks.isDeclaredBounded(value) ? [] : this.followBinding(declaration, value, asked)
    if (!ts.isVariableDeclaration(declaration)) return []
    // `const page = plainToInstance(PageDto, payload)`, which is validated before it is used.
    if (asked.kind === 'number' && asked.path.some((taken) => this.checks.isMemberBounded(declaration, taken))) return []
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

  /** `sql += ...`, `parts.push(...)`, `where.name = ...`, `Object.assign(where, ...)` after the declaration. */
  private followAssignments(declaration: ts.VariableDeclaration, value: ts.Identifier, asked: Asked): Flow[] {
    const unit = this.resolver.unitOf(declaration)
    if (!unit || !ts.isIdentifier(declaration.name)) return []
    const found: Flow[] = []
    for (const use of this.calls.usesOf(unit, declaration.name.text)) {
      const held = outermost(use)
      const parent = held.parent
      if (isLater(use, value)) continue
      if (ts.isBinaryExpression(parent) && parent.left === held && isAssignment(parent.operatorToken.kind)) found.push(...this.follow(parent.right, { ...this.step(asked, parent, value.text), use: parent.right }))
      else if (asked.kind === 'object' && ts.isCallExpression(parent) && parent.arguments[0] === held && /(?:^|\.)(?:assign|merge|extend)$/.test(parent.expression.getText()))
        found.push(...this.any(parent.arguments.slice(1), { ...this.step(asked, parent, value.text), use: parent }))
      else if (ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent) && parent.parent.expression === parent && /^(?:push|unshift|add|append|set)$/.test(parent.name.text)) {
        // `order.set('title', title)`
        const isOfOne = parent.parent.arguments.length > 1 && ts.isStringLiteralLike(parent.parent.arguments[0] as ts.Expression)
        found.push(...this.any(parent.parent.arguments, { ...this.step({ ...asked, path: [], ...(isOfOne && { isNested: true }) }, parent.parent, value.text), use: parent.parent }))
      } else if (ts.isPropertyAccessExpression(parent) && parent.expression === held && ts.isBinaryExpression(parent.parent) && parent.parent.left === parent && isAssignment(parent.parent.operatorToken.kind)) {
        const { text } = parent.name
        const isNested = asked.path.length === 0 && !HOLDERS.test(text)
        if (asked.path.length === 0 || asked.path[0] === text)
          found.push(...this.follow(parent.parent.right, { ...this.step({ ...asked, path: asked.path.slice(1), ...(isNested && { isNested }) }, parent.parent, value.text), use: parent.parent.right }))
      } else if (asked.kind === 'object' && asked.path.length === 0 && ts.isElementAccessExpression(parent) && parent.expression === held && ts.isBinaryExpression(parent.parent) && parent.parent.left === parent && isAssignment(parent.parent.operatorToken.kind))
        found.push(...this.followCopied(parent.argumentExpression, parent.parent, this.step(asked, parent.parent, value.text)))
      if (found.length >= MOST_FLOWS) break
    }
    return found
  }

  /** `order[key] = body[key]`: all of the body, where it says itself which keys it has. */
  private followCopied(key: ts.Expression, { right }: ts.BinaryExpression, asked: Asked): Flow[] {
    const from = skipOuter(right)
    if (!ts.isElementAccessExpression(from) || from.argumentExpression.getText() !== key.getText() || !this.isKeyOf(key, from.expression)) return this.follow(right, { ...asked, isNested: true, use: right })
    return this.follow(from.expression, { ...asked, use: right })
  }

  /** `for (const key in body)`, `Object.keys(body).forEach((key) => ...)` */
  private isKeyOf(key: ts.Expression, owner: ts.Expression): boolean {
    const declaration = this.resolver.symbolOf(skipOuter(key))?.valueDeclaration
    const unit = declaration && ts.isParameter(declaration) ? this.resolver.unitAt(declaration.parent) : undefined
    const lists = unit
      ? this.graph().givenBy(unit).flatMap(({ use }) => use?.collection ?? [])
      : declaration && ts.isVariableDeclaration(declaration) && isLoopVariable(declaration)
        ? [(declaration.parent.parent as ts.ForOfStatement | ts.ForInStatement).expression]
        : []
    const name = owner.getText()
    return lists.some((list) => {
      const from = skipOuter(this.resolver.initializerOf(list) ?? list)
      return from.getText() === name || (ts.isCallExpression(from) && /^(?:Object|Reflect)\.(?:keys|ownKeys|getOwnPropertyNames)$/.test(from.expression.getText()) && from.arguments[0]?.getText() === name)
    })
  }

  private followBinding(declaration: ts.BindingElement, value: ts.Identifier, asked: Asked): Flow[] {
    const name = declaration.propertyName ?? declaration.name
    const isArray = ts.isArrayBindingPattern(declaration.parent)
    const property = !isArray && (ts.isIdentifier(name) || ts.isStringLiteral(name)) && !declaration.dotDotDotToken ? name.text : undefined
    const outer = declaration.parent.parent
    if (ts.isVariableDeclaration(outer)) {
      const loop = outer.parent.parent
      // `for (const [name, value] of Object.entries(filters))`
      if (!outer.initializer) return ts.isForOfStatement(loop) ? this.follow(loop.expression, this.step(isArray ? { ...asked, path: [] } : inside(asked, property), declaration, value.text)) : []
      const object = outer.initializer
      // `const { name } = req.body`: the object is the source; `const { body } = req`: the property is.
      const source = property === undefined ? undefined : this.sources.ofMember(object, property)
      if (source) return this.arrive(source, declaration, asked)
      const next = this.step(inside(asked, property), declaration, value.text)
      return (ts.isArrayBindingPattern(declaration.parent) && !declaration.dotDotDotToken && this.followPlace(object, declaration.parent.elements.indexOf(declaration), next)) || this.follow(object, next)
    }
    if (ts.isParameter(outer)) {
      const source = property === undefined ? undefined : this.sources.ofParameterMember(outer, property)
      if (source) return this.arrive(source, declaration, asked)
      return this.followParameter(outer, value, inside(asked, property))
    }
    // `const { body: { name } } = req`
    const outerName = ts.isBindingElement(outer) ? outer.propertyName : undefined
    if (!ts.isBindingElement(outer) || !outerName || !ts.isIdentifier(outerName)) return []
    const holder = outer.parent.parent
    const source =
      ts.isVariableDeclaration(holder) && holder.initializer
        ? this.sources.ofMember(holder.initializer, outerName.text)
        : ts.isParameter(holder)
          ? this.sources.ofParameterMember(holder, outerName.text)
          : undefined
    return source ? this.arrive(source, declaration, inside(asked, property)) : []
  }

  /**
   * `const [orders, count] = await Promise.all([...])`, `const [added, removed] = difference(...)`: what stands at one place of
   * a list that is written in the code; undefined where the list is made in another way.
   */
  private followPlace(list: ts.Expression, place: number, asked: Asked): Flow[] | undefined {
    const awaited = skipOuter(list)
    const value = ts.isAwaitExpression(awaited) ? skipOuter(awaited.expression) : awaited
    if (ts.isArrayLiteralExpression(value)) {
      const element = value.elements[place]
      return value.elements.slice(0, place + 1).some(ts.isSpreadElement) ? undefined : element ? this.follow(element, asked) : []
    }
    if (!ts.isCallExpression(value)) return undefined
    const [given] = value.arguments
    if (given && value.expression.getText() === 'Promise.all') return this.followPlace(given, place, asked)
    const call = this.calls.at(value)
    const units = call && !this.targetOf(value) ? this.resolver.resolve(call).units : []
    const lists = units.slice(0, MOST_CALLEES).flatMap((unit) => unit.returns.map((returned) => ({ unit, returned, list: skipOuter(returned) })))
    if (lists.length === 0 || !lists.every((one) => ts.isArrayLiteralExpression(one.list) && !one.list.elements.some(ts.isSpreadElement))) return undefined
    return lists.flatMap(({ unit, returned, list: one }) => this.followPlace(one, place, { ...this.step(asked, value, unit.name), stack: [...asked.stack, value], use: returned }) ?? [])
  }

  /** The class an object is of, where a base of it declares the field that is read. */
  private classBelow(field: ts.ParameterDeclaration, object: ts.Expression): ts.ClassLikeDeclaration | undefined {
    const type = this.resolver.checker.getNonNullableType(this.resolver.typeOf(object))
    const own = type.getSymbol()?.declarations?.find(ts.isClassLike)
    return own && own !== field.parent.parent ? own : undefined
  }

  /** Whether one class is the other, or has it above itself. */
  private isKindOf(one: ts.ClassLikeDeclaration, other: ts.ClassLikeDeclaration): boolean {
    let current: ts.ClassLikeDeclaration | undefined = one
    for (let hops = 0; current && hops < MOST_PROPERTIES; hops++) {
      if (current === other) return true
      const base = heritageOf(current)
      current = base && this.resolver.symbolOf(base)?.declarations?.find(ts.isClassLike)
    }
    return false
  }

  /** @param only the class whose instances are asked about, of a field that a base keeps for many */
  private followParameter(parameter: ts.ParameterDeclaration, value: ts.Identifier, asked: Asked, only?: ts.ClassLikeDeclaration): Flow[] {
    const source = this.sources.ofParameter(parameter)
    if (source) return this.arriveIn(parameter, source, asked)
    const unit = this.resolver.unitAt(parameter.parent)
    if (!unit) return []
    // `this` is declared like a parameter, and no argument stands for it.
    const index = unit.parameters.filter(({ name }) => name.getText() !== 'this').indexOf(parameter)
    const found: Flow[] = []
    const back = asked.stack.at(-1)
    for (const { call, use, value: argument } of givenByCallers(parameter, this.graph().givenBy(unit))) {
      // Entered through this call: leave by it, not to every other caller.
      if (back && call.node !== back) continue
      const maker = only && ts.isCallExpression(call.node) && call.node.expression.kind === ts.SyntaxKind.SuperKeyword ? ts.findAncestor(call.node, ts.isClassLike) : undefined
      if (only && maker && !this.isKindOf(only, maker) && !this.isKindOf(maker, only)) continue
      const inner = { ...this.step(asked, call.node, `${value.text} of ${unit.name}`), stack: asked.stack.slice(0, -1), use: call.node }
      if (use) {
        // An element of what is iterated.
        const position = call.name === 'reduce' ? 1 : 0
        if (use.mode === 'iterates' && index === position && use.collection) found.push(...this.follow(use.collection, inner))
        // A piece of what a stream holds.
        const stream = index === 0 ? streamOf(call.node) : undefined
        if (stream) found.push(...this.follow(stream, inner))
        continue
      }
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

  /** A parameter that is data from outside, through the pipes in front of it. */
  private arriveIn(parameter: ts.ParameterDeclaration, source: Source, asked: Asked): Flow[] {
    // A pipe gives a number or an id, or makes the value fit its declared type.
    if (asked.kind === 'text' && this.validation.declared.pipesOf(parameter).some((pipe) => pipe.kind === 'scalar' || (pipe.kind === 'classes' && pipe.transforms && isNumeric(parameter)))) return []
    const [taken] = asked.path
    if (asked.kind === 'text' && taken !== undefined && this.validation.declared.isClosed(parameter, taken)) return []
    if (asked.kind === 'number' && taken !== undefined && this.checks.isMemberBounded(parameter, taken)) return []
    // `changes[field]` of a class with validators: whichever property it is, it was made to fit its type.
    const isOfClass = asked.kind === 'text' && asked.path.length === 0 && this.validation.declared.pipesOf(parameter).some((pipe) => pipe.kind === 'classes') && this.validation.declared.declarationOf(parameter) === 'validators'
    if (asked.kind !== 'object') return this.arrive(source, parameter, isOfClass ? { ...asked, isValidated: true } : asked)
    const field = fieldOf(parameter)
    const named: Asked = field === undefined ? asked : { ...asked, path: [field, ...asked.path] }
    const { declared } = this.validation
    for (const pipe of declared.pipesOf(parameter)) {
      if (pipe.kind === 'scalar' || pipe.kind === 'other') return []
      if (pipe.kind !== 'classes') continue
      const declaration = declared.declarationOf(parameter)
      if (declaration === 'unknown' || declared.isScalar(parameter, asked.path, pipe)) return []
      if (declaration === 'validators') return this.arrive(source, parameter, named).map((flow) => ({ ...flow, isDeclared: true }))
    }
    return this.arrive(source, parameter, named)
  }

  private followCall(value: ts.CallExpression, whole: Asked): Flow[] {
    const callee = skipOuter(value.expression)
    const library = this.targetOf(value)
    // `JSON.stringify(order)`, `Object.values(filter).join()` make text of what is inside.
    const call = this.calls.at(value)
    const units = library ? [] : call ? this.resolver.resolve(call).units : this.resolver.functionsOf(callee)
    let asked = units.length === 0 ? { ...whole, isText: false } : whole
    if (asked.kind === 'number' && library) {
      if (tagIn(library.tags, 'bounded')) return []
      // A schema that does not say how large the number may be lets it through; one that cannot be read is trusted.
      const schema = tagIn(library.tags, 'validates') && receiverOf(value)
      if (tagIn(library.tags, 'validates') && (!schema || isBoundedIn(schema, asked.path, this.resolver) !== false)) return []
      if (tagIn(library.tags, 'coerces')?.value === 'number') return this.any(tagIn(library.tags, 'propagates') ? value.arguments : value.arguments.slice(0, 1), { ...asked, path: [] })
    }
    if (this.coerces(value, asked.kind)) return []
    if (asked.kind === 'text' && library && tagIn(library.tags, 'validates')) {
      const receiver = receiverOf(value)
      const schemas = [receiver, ...value.arguments].filter((one) => one !== undefined)
      const path = asked.path.filter((part) => !PARSED.test(part))
      if (path.length > 0 && schemas.some((schema) => isClosedIn(schema, path, this.resolver) === true)) return []
      asked = { ...asked, isValidated: true, path }
    }
    // What was made text is what it was before, once it is parsed again.
    if (asked.parsed && library?.owner === 'JSON' && library.member === 'stringify') {
      const { parsed, ...before } = asked
      return this.any(value.arguments.slice(0, 1), { ...before, kind: 'object', path: parsed })
    }
    // Bytes are no keys.
    if (asked.kind === 'object' && library?.owner === 'BufferConstructor') return []
    if (asked.kind === 'object') {
      const settled = this.settles(value, callee, library, asked)
      if (settled) return settled
    }
    if (library) {
      const source = this.sources.inTags(library.tags)
      if (source) {
        // `c.req.query('city')`
        const named = value.arguments[0]
        return this.arrive(source, value, asked.kind === 'object' && named && ts.isStringLiteralLike(named) ? { ...asked, path: [named.text, ...asked.path] } : asked)
      }
      const escapes = tagIn(library.tags, 'escapes')?.value
      if (escapes && (escapes !== 'operators' || asked.kind === 'object')) return []
      const through = ['returns', 'propagates', 'validates', 'chunks'].flatMap((name) => {
        const tag = tagIn(library.tags, name)
        return tag ? tag.value.split(' ').filter((word) => /^(?:\d|this|last)/.test(word)) : []
      })
      // What puts objects together keeps their properties (`Object.assign`, `plainToInstance`).
      const keepsPath = asked.kind === 'object' || tagIn(library.tags, 'validates') !== undefined
      if (through.length > 0) return this.any(through.flatMap((path): ts.Node[] => atPath(value, path)), keepsPath ? asked : { ...asked, path: [] })
      const iterates = tagIn(library.tags, 'iterates')
      if (iterates && callee.kind === ts.SyntaxKind.PropertyAccessExpression && library.package === 'ecmascript') return this.followMapped(value, library.member, asked)
      return []
    }
    if (units.length > 0) {
      const inner = { ...this.step(asked, value, units[0]?.name ?? ''), stack: [...asked.stack, value] }
      return units.slice(0, MOST_CALLEES).flatMap((unit: Unit) => unit.returns.flatMap((returned) => this.follow(returned, { ...inner, use: returned })))
    }
    // Methods of strings and lists on values nothing is known of keep their data.
    const receiver = receiverOf(value)
    if (receiver && ts.isPropertyAccessExpression(callee) && /^(?:trim|trimStart|trimEnd|toLowerCase|toUpperCase|replace|replaceAll|slice|substring|substr|split|join|concat|toString|map|filter|padStart|padEnd)$/.test(callee.name.text))
      return /^map$/.test(callee.name.text) ? this.followMapped(value, 'map', asked) : this.follow(receiver, { ...asked, path: [] })
    return []
  }

  /** What calls say that only a question about objects asks; undefined where they are followed like others. */
  private settles(value: ts.CallExpression, callee: ts.Expression, library: LibraryTarget | undefined, asked: Asked): Flow[] | undefined {
    const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText()
    const validates = this.validation.validates(library, this.resolver.functionsOf(callee).length === 0 ? value : undefined)
    if (validates) {
      const schema = receiverOf(value)
      if (schema && isOpenIn(schema, asked.path, this.resolver)) return this.any(atPath(value, validates.path), asked)
      if (validates.mode === 'throws' || this.validation.isLookedAt(value, asked.use)) return []
      return this.any(atPath(value, validates.path), { ...asked, path: asked.path.slice(1) })
    }
    if (library) {
      // What is inside of text shows when it is parsed.
      if (library.owner === 'JSON' && library.member === 'parse') return this.any(value.arguments.slice(0, 1), { ...asked, kind: 'text', path: [], parsed: asked.path })
      if (tagIn(library.tags, 'propagates') && isPrimitive(this.resolver.typeOf(value))) return []
      // `(req.query.code ?? '').trim()`: known by the text that stands in for it.
      if (library.owner === 'String' && STRING_METHODS.test(name)) return []
    } else if (STRING_METHODS.test(name)) return []
    // `pick(req.body, ['email', 'name'])` takes what it names.
    const [object, keys] = value.arguments
    const fields = name === 'pick' && keys ? [...(ts.isArrayLiteralExpression(skipOuter(keys)) ? (skipOuter(keys) as ts.ArrayLiteralExpression).elements : value.arguments.slice(1))] : []
    if (object && fields.length > 0 && fields.every(ts.isStringLiteralLike)) {
      const wanted = asked.path[0]
      const names = fields.flatMap((field) => (ts.isStringLiteralLike(field) && (wanted === undefined || wanted === field.text) ? [field.text] : []))
      return names.flatMap((field) => this.follow(object, { ...asked, path: [field, ...asked.path.slice(1)] }))
    }
    return undefined
  }

  /** What `xs.map(fn)` gives: what the function returns, with the elements behind its parameter. */
  private followMapped(value: ts.CallExpression, member: string, asked: Asked): Flow[] {
    const callback = value.arguments[0]
    const receiver = receiverOf(value)
    if (/^(?:map|flatMap|reduce)$/.test(member) && callback) {
      const units = this.resolver.functionsOf(callback)
      // What is asked of the list is asked of its elements.
      const path = member === 'reduce' ? [] : asked.path[0] === '*' ? asked.path.slice(1) : asked.path
      if (units.length > 0) return units.flatMap((unit) => unit.returns.flatMap((returned) => this.follow(returned, { ...asked, path })))
      // `ids.map(Number)`
      const library = this.resolver.libraryFunction(callback)
      const coerces = library && tagIn(library.tags, 'coerces')?.value
      if (coerces !== undefined && coerces !== 'array' && (coerces !== 'string' || asked.kind === 'object') && !(coerces === 'number' && asked.kind === 'number')) return []
    }
    return receiver ? this.follow(receiver, asked) : []
  }

  private targetOf(value: ts.CallExpression | ts.NewExpression) {
    const call = this.calls.at(value)
    return call && this.resolver.resolve(call).library
  }

  /** The result cannot carry text from outside (a number, a date, an id), or for objects: is no object. */
  private coerces(value: ts.CallExpression | ts.NewExpression, kind: FlowKind): boolean {
    const library = this.targetOf(value)
    const tag = library && tagIn(library.tags, 'coerces')
    return tag !== undefined && tag.value !== 'array' && (tag.value !== 'string' || kind === 'object')
  }

  private step(asked: Asked, node: ts.Node, label: string): Asked {
    const last = asked.steps[0]
    if (last && last.node.pos === node.pos && last.node.getSourceFile() === node.getSourceFile()) return asked
    return { ...asked, steps: [{ file: this.fileOf(node), node, label }, ...asked.steps] }
  }

  private flow(source: Source, node: ts.Node, asked: Asked): Flow {
    const file = this.fileOf(node)
    const named = ts.isParameter(node) && ts.isIdentifier(node.name) ? node.name : ts.isBindingElement(node) ? node.name : node
    // `req.query.limit` says more than `req.query`.
    const whole = ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node ? node.parent : named
    // `const { email } = req.body` takes `req.body.email`, and `@Body() dto` may be handed on for its `email` only.
    const isWhole = whole === node ? ts.isPropertyAccessExpression(node) : whole === named && ts.isParameter(node) && ts.isIdentifier(named) && fieldOf(node) === undefined
    const field = asked.kind === 'object' && isWhole ? asked.path[0] : undefined
    // `({ messageId }) => ...`
    const taken = ts.isParameter(node) && ts.isObjectBindingPattern(node.name) && asked.path[0] !== '*' ? asked.path[0] : undefined
    const text = taken ?? `${whole.getText()}${field === undefined || field === '*' ? '' : `.${field}`}`.replace(/\s+/g, ' ').slice(0, 60)
    return {
      source: { kind: source.kind, node, file, text },
      trace: [{ file, node, label: text }, ...asked.steps],
      confidence: asked.confidence,
      path: asked.parsed ?? asked.path,
      isNested: asked.isNested === true,
      isDeclared: false,
      isValidated: asked.isValidated === true || source.kind === 'args' || (asked.kind === 'text' && this.validation.covers(source.kind, node)),
    }
  }
}

/** `@Query('limit') limit: number`, or what is declared as true or false. */
function isNumeric({ type }: ts.ParameterDeclaration): boolean {
  return type !== undefined && /^(?:number|boolean)$/.test(type.getText())
}

/** The same question about the object a property was taken out of. */
function inside(asked: Asked, property: string | undefined): Asked {
  return property === undefined ? asked : { ...asked, path: [property, ...asked.path].slice(0, MOST_PROPERTIES) }
}

/** Texts by which a value and what it holds can be called: `req.body` and `req.body.email`. */
function namesOf(value: Named, path: readonly string[]): string[] {
  const names = [nameOf(value)]
  for (const name of path) {
    if (name === '*') break
    names.push(`${names.at(-1)}.${name}`)
  }
  return names
}

/** `stream` of `stream.on('data', (chunk) => ...)`. */
function streamOf(node: ts.Node): ts.Expression | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'on') return undefined
  const [event] = node.arguments
  return event && ts.isStringLiteralLike(event) && event.text === 'data' ? node.expression.expression : undefined
}

/** The name with what stands around it and changes nothing: `(order as any)`, `order!`. */
function outermost(name: ts.Expression): ts.Expression {
  let held = name
  while (skipOuter(held.parent as ts.Expression) === name) held = held.parent as ts.Expression
  return held
}

function isLoopVariable(declaration: ts.VariableDeclaration): boolean {
  return ts.isForOfStatement(declaration.parent.parent) || ts.isForInStatement(declaration.parent.parent)
}

/** Whether something stands behind the use of a value in the same function, and no loop leads from there back to it. */
function isLater(node: ts.Node, value: ts.Node): boolean {
  if (node.pos <= value.end || ts.findAncestor(node, ts.isFunctionLike) !== ts.findAncestor(value, ts.isFunctionLike)) return false
  return ts.findAncestor(value, (at) => ts.isIterationStatement(at, false) && contains(at, node)) === undefined
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.EqualsToken || kind === ts.SyntaxKind.PlusEqualsToken || kind === ts.SyntaxKind.QuestionQuestionEqualsToken || kind === ts.SyntaxKind.BarBarEqualsToken
}
