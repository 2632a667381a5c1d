/**
 * What was checked against a schema before it is used: by a call in the same function, by middleware and options of
 * the entry point, or by the decorators of the class a body is declared with.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, boundNames, receiverOf, skipOuter } from '../libraries/paths.js'
import type { CallIndex, CallsByName } from './calls.js'
import type { Composition } from './composition.js'
import { DeclaredValidation } from './declared-validation.js'
import type { EntryPoints } from './entry-points.js'
import { alwaysThrows, contains } from './control-flow.js'
import { guards, nameOf, rootOf, type Named } from './flow-checks.js'
import { fieldOf, isPrimitive, Sources, type Source } from './flow-sources.js'
import { isClosedArgument, isOpenArgument } from './graphql-arguments.js'
import { beforeHandingOn } from './handing-on.js'
import { tagIn } from './operations.js'
import type { Program } from './program.js'
import { holdsNamedParts, originsIn, partsOf, type Part, type Parts } from './request-parts.js'
import { RequestShape } from './request-shape.js'
import type { Resolver } from './resolver.js'
import { hasProperty, isBoundedIn, isClosedIn, isOpenIn, isOptionalIn } from './schema-bounds.js'
import type { Call, DeclaredParameter, EntryPoint, Flow, InputValidation, LibraryTarget, Middleware, Sanitizing, SourceKind, Unit } from './types.js'

/** Functions between a handler and the schema that checks its data. */
const MOST_CALLS = 3
/** What a branch does that does not go on as if nothing were wrong. */
const REACTS = /\b(?:return|throw|next|res|response|reply|ctx|reject|continue|break|abort|fail|assert|exit)\b/
/** Middleware of packages nobody described, whose name says what it does. */
const NAMED = /valid|schema|joi|zod|celebrate/i

/** Bodies that are no values with fields. */
const BYTES = /^(?:Buffer|Uint8Array|ArrayBuffer|Readable|NodeJS\.ReadableStream|ReadableStream)\b/

/** How a unit tells that a value does not fit. */
interface Summary {
  readonly parts: Parts
  readonly mode: 'throws' | 'result'
  /** What is given to the schema has the parts as properties, or is all of the request: the schema says which it looks at. */
  readonly isNamed: boolean
}

const NOTHING: Summary = { parts: new Set(), mode: 'throws', isNamed: false }

export class Validation implements InputValidation {
  readonly declared: DeclaredValidation
  private readonly sources: Sources
  private readonly shape: RequestShape
  private readonly summaries = new Map<Unit, (Summary | undefined)[]>()
  private readonly byHandler = new Map<Unit, EntryPoint[]>()
  private readonly wrapped = new Map<ts.Node, readonly Parts[]>()
  private readonly covered = new Map<EntryPoint, Map<SourceKind, boolean>>()

  constructor(
    private readonly resolver: Resolver,
    private readonly entries: EntryPoints,
    private readonly calls: CallIndex,
    private readonly callNames: CallsByName,
    program: Program,
    private readonly composition: Composition,
    private readonly graphqlSchemas: () => readonly string[],
  ) {
    this.sources = new Sources(resolver, entries)
    this.shape = new RequestShape(resolver, callNames, program, (node) => this.entriesAt(node))
    this.declared = new DeclaredValidation(resolver, callNames, program, (unit) => this.checks(unit, 0).parts.size > 0)
  }

  get hasPipes(): boolean {
    return this.declared.hasPipes
  }

  get bootstraps(): readonly Call[] {
    return this.callNames.matching((name) => name.startsWith('create')).filter((call) => {
      // Members of factories are asked, and no other of the many calls named `create`.
      if (!ts.isCallExpression(call.node) || !/^[A-Z]\w*\.\w+$/.test(call.node.expression.getText())) return false
      const { library } = this.resolver.resolve(call)
      return library !== undefined && tagIn(library.tags, 'application')?.value === ''
    })
  }

  rootOf(bootstrap: Call): ts.Declaration | undefined {
    return this.composition.rootOf(bootstrap)
  }

  serves(bootstrap: Call, { group }: EntryPoint): boolean | undefined {
    return this.composition.holds(bootstrap, group)
  }

  bodyParameter(parameter: ts.ParameterDeclaration): DeclaredParameter | undefined {
    if (this.sources.ofDecorator(parameter)?.kind !== 'body' || fieldOf(parameter) !== undefined) return undefined
    if (parameter.type && (isPrimitive(this.resolver.checker.getTypeFromTypeNode(parameter.type)) || BYTES.test(parameter.type.getText()))) return undefined
    const declaration = this.declared.declarationOf(parameter)
    const isChecked = this.isHandedToCheck(parameter) || this.declared.pipesOf(parameter).some((pipe) => pipe.kind === 'scalar' || pipe.kind === 'other' || (pipe.kind === 'classes' && declaration !== 'bare'))
    const type = parameter.type && this.resolver.checker.getTypeFromTypeNode(parameter.type)
    const symbol = type?.aliasSymbol ?? type?.getSymbol()
    const fields = type && !(type.flags & ts.TypeFlags.Any) ? type.getProperties().map(({ name }) => name).slice(0, 8) : []
    return { declaration, isChecked, whitelist: this.declared.whitelistOf(parameter), symbol, fields }
  }

  /** A function that the handler gives the parameter, or parts of it, checks them: `CreateOrder.create({ ...body })`. */
  private isHandedToCheck(parameter: ts.ParameterDeclaration): boolean {
    const unit = this.resolver.unitAt(parameter.parent)
    if (!unit) return false
    const origins = originsIn(unit.node, parameter)
    return within(unit).some((call) =>
      argumentsOf(call.node).some((argument, index) => {
        if (partsOf(argument, origins).size === 0) return false
        const { library, units } = this.resolver.resolve(call)
        return this.validates(library) !== undefined || this.summaryOf(units, index)?.mode === 'throws'
      }),
    )
  }

  isFlat(source: Source, node: ts.Node): boolean {
    return this.shape.isFlat(source, node)
  }

  sanitizing(source: Pick<Flow['source'], 'kind' | 'node'>): Sanitizing {
    return this.shape.sanitizing(source)
  }

  isReplaced(source: Source, node: ts.Node, property: string): boolean {
    return this.shape.isReplaced(source, node, property)
  }

  isSigned(source: Pick<Source, 'kind'>, node: ts.Node, way: readonly ts.Node[]): boolean {
    return this.shape.isSigned(source, node, way)
  }

  /** Entry points through which data reaches a node that takes it from the request. */
  entriesAt(node: ts.Node): readonly EntryPoint[] {
    if (this.byHandler.size === 0)
      for (const entry of this.entries.all) {
        const list = this.byHandler.get(entry.handler)
        if (list) list.push(entry)
        else this.byHandler.set(entry.handler, [entry])
      }
    const own = this.resolver.unitOf(node)
    for (let unit = own; unit; unit = unit.parent) {
      const found = this.byHandler.get(unit)
      if (found) return found
    }
    return own ? this.entries.reaching(own).slice(0, 1) : []
  }

  /** Whether a part of the request was checked in front of the code that takes it, at every entry point. */
  covers(kind: SourceKind, node: ts.Node): boolean {
    const entries = this.entriesAt(node)
    return (entries.length > 0 && entries.every((entry) => this.coversAt(entry, kind))) || this.isWrapped(kind, node)
  }

  /**
   * A function that is given to one of the project, which checks a request before it runs what it was given:
   * `endpoint(createOrder)(async (request) => ...)`.
   */
  private isWrapped(kind: SourceKind, node: ts.Node): boolean {
    for (let unit = this.resolver.unitOf(node); unit; unit = unit.parent) {
      if (ts.isSourceFile(unit.node)) return false
      let value: ts.Node = unit.node
      while (ts.isParenthesizedExpression(value.parent) || ts.isAsExpression(value.parent)) value = value.parent
      const call = value.parent
      if (!call || !ts.isCallExpression(call) || call.expression === value) continue
      let known = this.wrapped.get(call)
      if (!known) this.wrapped.set(call, (known = this.resolver.functionsOf(skipOuter(call.expression)).filter((wrapper) => wrapper !== unit).flatMap((wrapper) => this.checkedInside(wrapper))))
      if (known.some((parts) => fits(parts, kind))) return true
    }
    return false
  }

  /** What functions written inside of a unit check of what they are given. */
  private checkedInside(unit: Unit): Parts[] {
    return unit.children.flatMap((child) => [...child.parameters.slice(0, 2).map((_, index) => this.checks(child, index).parts), ...this.checkedInside(child)])
  }

  /** The same for one entry point. */
  coversAt(entry: EntryPoint, kind: SourceKind): boolean {
    let known = this.covered.get(entry)
    if (!known) this.covered.set(entry, (known = new Map()))
    let answer = known.get(kind)
    if (answer === undefined) known.set(kind, (answer = this.isCovered(entry, kind)))
    return answer
  }

  /** Whether an option, or what a middleware is made with, says something of the request at all: `schema: { tags, response }` does not. */
  readsRequest({ node }: Middleware): boolean {
    const rules = rulesOf(node)
    const value = rules && skipOuter(this.resolver.initializerOf(rules) ?? rules)
    if (!value || !ts.isObjectLiteralExpression(value)) return true
    const names = value.properties.map(({ name }) => (!name || ts.isComputedPropertyName(name) ? undefined : name.getText().replace(/['"]/g, '')))
    if (ts.isPropertyAssignment(node)) return names.some((name) => name === undefined || ANY_PART.test(name))
    // What a function of the project calls the parts is its own affair.
    return !names.every((name) => name !== undefined && ABOUT_ANSWERS.test(name)) || names.length === 0
  }

  /**
   * Whether functions in front of a handler, or the handler, give some part of what they get to a schema and refuse
   * what does not fit. What is in headers says who asks.
   */
  checksAnything(units: readonly Unit[]): boolean {
    return units.some((unit) => unit.parameters.some((_, index) => [...this.checks(unit, index).parts].some((part) => part !== 'headers' && part !== 'cookies')))
  }

  /** Whether the schemas in front of a procedure or an action let anything through for a property of its input. */
  takesAnything(node: ts.Node, path: readonly string[]): boolean {
    if (isOpenArgument(node, path, this.graphqlSchemas)) return true
    return this.entriesAt(node).some((entry) => {
      const schemas = entry.middleware.flatMap((middleware) => (this.guardOf(middleware) === 'validate' ? (rulesOf(middleware.node) ?? []) : []))
      return schemas.length > 0 && schemas.every((schema) => isOpenIn(schema, path, this.resolver))
    })
  }

  /** Whether schemas in front of the code at a node say how large a number of the request may be, at every entry point. */
  bounds(kind: SourceKind, node: ts.Node, path: readonly string[]): boolean {
    return this.restricts(kind, node, path, isBoundedIn)
  }

  /** Whether schemas in front of the code at a node let only values of a list, numbers and the like through. */
  closes(kind: SourceKind, node: ts.Node, path: readonly string[]): boolean {
    return this.restricts(kind, node, path, isClosedIn) || (kind === 'args' && isClosedArgument(node, path, this.resolver, this.graphqlSchemas))
  }

  /** Whether schemas in front of the code at a node let a request without a property through. */
  mayLeaveOut(kind: SourceKind, node: ts.Node, path: readonly string[]): boolean {
    return this.restricts(kind, node, path, isOptionalIn)
  }

  private restricts(kind: SourceKind, node: ts.Node, path: readonly string[], isRestricted: typeof isBoundedIn): boolean {
    if (path.length === 0) return false
    const entries = this.entriesAt(node)
    const parts = (PART_NAMES[kind] ?? kind).replace('?', '').split('|')
    const saysSo = (rules: ts.Expression, paths: readonly (readonly string[])[]) => paths.some((one) => isRestricted(rules, one, this.resolver) === true)
    return (
      entries.length > 0 &&
      entries.every(
        (entry) =>
          entry.middleware.some((middleware) => {
            if (ts.isDecorator(middleware.node)) return false
            const rules = this.guardOf(middleware) === 'validate' ? rulesOf(middleware.node) : this.givenSchema(middleware, kind)
            return rules !== undefined && saysSo(rules, [path, ...parts.map((part) => [part, ...path])])
          }) || schemasAround(entry.handler).some((rules) => saysSo(rules, parts.flatMap((part) => [[part, ...path], [`${part}Schema`, ...path]]))),
      )
    )
  }

  /** The schema a middleware of the project is made with, where it checks: `validate(CreateOrder)`. */
  private givenSchema(middleware: Middleware, kind: SourceKind): ts.Expression | undefined {
    return ts.isCallExpression(middleware.node) && this.checksRequest(middleware, kind) ? middleware.node.arguments[0] : undefined
  }

  private isCovered(entry: EntryPoint, kind: SourceKind): boolean {
    let isDeferred = false
    for (const middleware of entry.middleware) {
      // Pipes in front of decorated handlers check parameters, each by how it is declared.
      if (ts.isDecorator(middleware.node) || (ts.isDecorator(entry.node) && isPipe(middleware))) continue
      const guard = this.guardOf(middleware)
      if (guard === 'deferred') isDeferred = true
      else if (guard === 'validate' && this.isAbout(middleware.node, kind)) return true
      if (this.checksRequest(middleware, kind)) return true
    }
    if (this.wrappers(entry).some((unit) => fits(this.checks(unit, 0).parts, kind))) return true
    if (!isDeferred) return false
    return [entry.handler, ...entry.middleware.flatMap((middleware) => middleware.units)].some((unit) => this.looksAtResult(unit, 0))
  }

  private guardOf({ node, tags }: Middleware): 'validate' | 'deferred' | undefined {
    const word = (value: string | undefined) => (value?.startsWith('validate') ? (value.includes('deferred') ? 'deferred' : 'validate') : undefined)
    const own = word(tagIn(tags, 'guard')?.value)
    if (own || !ts.isCallExpression(node)) return own
    return word(this.resolver.typeTags(this.resolver.typeOf(node), 'guard')?.value)
  }

  private checksRequest(middleware: Middleware, kind: SourceKind): boolean {
    if (this.namesOtherParts(middleware.node, kind)) return false
    if (middleware.units.length > 0)
      return middleware.units.some((unit) => {
        const { parts, isNamed } = this.checks(unit, unit.parameters.length === 4 ? 1 : 0)
        return fits(parts, kind) && !(isNamed && this.describesOtherParts(middleware.node, kind))
      })
    // Of a package without a model only the name is known.
    const { node } = middleware
    return middleware.tags.length === 0 && (ts.isCallExpression(node) || ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) && NAMED.test(middleware.label)
  }

  /** `validate({ params: OrderId })`, `validate({})`: what a function of the project is told to check is something else. */
  private namesOtherParts(node: ts.Node, kind: SourceKind): boolean {
    const rules = ts.isCallExpression(node) && node.arguments.length === 1 ? node.arguments[0] : undefined
    if (!rules || !ts.isObjectLiteralExpression(rules)) return false
    const names = rules.properties.map((member) => (ts.isSpreadAssignment(member) ? '' : (member.name?.getText() ?? '')))
    return names.every((name) => ANY_PART.test(name)) && !names.some((name) => new RegExp(`^(?:${PART_NAMES[kind] ?? kind})`, 'i').test(name))
  }

  /** `validate(z.object({ params: z.object({ id }) }))`, where the schema is given the parts by their names: no other is looked at. */
  private describesOtherParts(node: ts.Node, kind: SourceKind): boolean {
    const schemas = ts.isCallExpression(node) ? node.arguments : []
    const described = PARTS.filter((part) => schemas.some((schema) => hasProperty(schema, part, this.resolver)))
    return described.length > 0 && !described.some((part) => new RegExp(`^(?:${PART_NAMES[kind] ?? kind})$`, 'i').test(part))
  }

  /** Functions written around the handler where it is registered. */
  private wrappers(entry: EntryPoint): readonly Unit[] {
    return argumentsOf(entry.node).flatMap((argument) => {
      const value = skipOuter(argument)
      return ts.isCallExpression(value) && !entry.middleware.some(({ node }) => node === value || node === argument) ? this.resolver.functionsOf(value).filter((unit) => unit !== entry.handler) : []
    })
  }

  /** Whether a guard that checks looks at a part of the request. */
  private isAbout(node: ts.Node, kind: SourceKind): boolean {
    // `{ body: Order }`, `{ body: 'order' }`: the option is named after the part, and its schema may be known by a name.
    const option = (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) && ANY_PART.test(node.name.getText()) ? node.name.getText() : undefined
    return option === undefined ? this.namesPart(rulesOf(node), kind) : new RegExp(`^(?:${PART_NAMES[kind] ?? kind})`, 'i').test(option)
  }

  /** Whether rules name a part of the request: `{ body: ... }`, `{ [Segments.BODY]: ... }`; rules that cannot be read do. */
  private namesPart(rules: ts.Expression | undefined, kind: SourceKind): boolean {
    const value = rules && skipOuter(this.resolver.initializerOf(rules) ?? rules)
    if (!value) return true
    // `validator('json', ...)`
    if (ts.isStringLiteralLike(value)) return new RegExp(`^(?:${PART_NAMES[kind] ?? kind})$`, 'i').test(value.text)
    if (!ts.isObjectLiteralExpression(value)) return true
    return value.properties.some((member) => ts.isSpreadAssignment(member) || new RegExp(String.raw`\b(?:${PART_NAMES[kind] ?? kind})\b`, 'i').test(member.name?.getText() ?? ''))
  }

  /** Whether a unit looks at what validation chains found. */
  private looksAtResult(unit: Unit, depth: number): boolean {
    return within(unit).some(
      (call) =>
        /valid|result/i.test(call.name) &&
        ((this.validates(this.resolver.resolve(call).library)?.mode === 'result' && this.isLookedAt(call.node)) ||
          (depth < MOST_CALLS && this.resolver.resolve(call).units.some((callee) => this.looksAtResult(callee, depth + 1)))),
    )
  }

  // ---- Checks in code ---------------------------------------------------------------------------------------

  /**
   * Whether a value was given to a schema before its use, in the same function or those around it.
   *
   * @param names texts of the value and of what holds it: `req.body`, `req.body.email`
   */
  isValidated(value: Named, names: readonly string[], use: ts.Node): boolean {
    const root = rootOf(value)?.text
    if (root === undefined) return false
    for (let unit = this.resolver.unitOf(value); unit; unit = unit.parent) {
      const at = contains(unit.node, use) ? use : value
      for (const call of this.calls.giving(unit, root)) {
        if (call.node.end > at.pos || ts.isPropertyAccessExpression(call.node) || contains(call.node, value)) continue
        const given = argumentsOf(call.node)
        const index = given.findIndex((argument) => holds(argument, names))
        if (index < 0) continue
        const { library, units } = this.resolver.resolve(call)
        const own = this.validates(library, units.length === 0 ? call.node : undefined)
        // `z.any().parse(body)` checks nothing.
        const schema = own && receiverOf(call.node)
        if (schema && isOpenIn(schema, [], this.resolver)) continue
        const mode = own ? (atPath(call.node, own.path).some((argument) => holds(argument, names)) ? own.mode : undefined) : (this.summaryOf(units, index)?.mode ?? typeTest(units, index))
        if (mode === 'throws' ? !isSwallowed(call.node) : mode === 'result' && this.isLookedAt(call.node, at)) return true
      }
    }
    return false
  }

  private summaryOf(units: readonly Unit[], index: number): Summary | undefined {
    const found = units.map((unit) => this.checks(unit, index))
    return found.length > 0 && found.every(({ parts }) => parts.size > 0) ? found[0] : undefined
  }

  /**
   * What the call of a validator checks, and how it tells; undefined for other calls.
   *
   * @param call looked at by its shape where nothing is known of its receiver
   */
  validates(library: LibraryTarget | undefined, call?: ts.Node): { readonly path: string; readonly mode: 'throws' | 'result' } | undefined {
    if (!library && call) return validatesByShape(call)
    const tag = library && tagIn(library.tags, 'validates')
    if (!tag || !/^\d|^this$/.test(tag.value)) return undefined
    const [path = '0', mode] = tag.value.split(' ')
    return { path, mode: mode === 'result' ? 'result' : 'throws' }
  }

  /** Whether what a validator returns decides what happens next. */
  isLookedAt(call: ts.Node, use?: ts.Node): boolean {
    let node = call
    for (;;) {
      const parent = node.parent
      if (ts.isAwaitExpression(parent) || ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isNonNullExpression(parent)) node = parent
      // `validationResult(req).isEmpty()`, `.throw()`
      else if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
        if (/^(?:throw|then|catch|unwrap|parse)$/.test(parent.name.text)) return true
        node = ts.isCallExpression(parent.parent) && parent.parent.expression === parent ? parent.parent : parent
      } else if (ts.isPrefixUnaryExpression(parent)) node = parent
      else break
    }
    const parent = node.parent
    if (use && guards(node, use)) return true
    const decided = decisionOf(node)
    if (decided && handsOnUnfit(decided)) return false
    if (ts.isIfStatement(parent) && parent.expression === node) return this.reacts(parent.thenStatement)
    if (ts.isConditionalExpression(parent) || ts.isBinaryExpression(parent)) return !use && REACTS.test(parent.parent.getText())
    if (!ts.isVariableDeclaration(parent)) return false
    const names = boundNames(parent.name).map(({ text }) => text)
    const body = ts.findAncestor(parent, ts.isFunctionLike) ?? parent.getSourceFile()
    let isFound = false
    const mentions = (condition: ts.Node) => names.some((name) => new RegExp(String.raw`(?<![\w$.])${name.replaceAll('$', String.raw`\$`)}(?![\w$])`).test(condition.getText()))
    const visit = (at: ts.Node): void => {
      if (isFound || (use && at.pos > use.pos)) return
      if (ts.isIfStatement(at) && mentions(at.expression)) isFound = (use && contains(at, use)) || at.elseStatement !== undefined || (this.reacts(at.thenStatement) && !handsOnUnfit(at))
      else if (ts.isConditionalExpression(at) && mentions(at.condition)) isFound = !use || contains(at, use) || REACTS.test(at.parent.getText())
      else if (ts.isBinaryExpression(at) && /^(?:&&|\|\|)$/.test(at.operatorToken.getText()) && mentions(at.left)) isFound = !use || contains(at, use)
      else if (ts.isCallExpression(at) && /^(?:assert|invariant)|\.(?:throw|assert|ok)$|isLeft$|isRight$|^(?:fold|match)$/.test(at.expression.getText()) && mentions(at)) isFound = true
      if (!isFound) ts.forEachChild(at, visit)
    }
    visit(body)
    return isFound
  }

  /** Whether a branch does something about what does not fit; also by a function of the project that always throws. */
  private reacts(branch: ts.Statement): boolean {
    if (REACTS.test(branch.getText())) return true
    const statements = ts.isBlock(branch) ? branch.statements : [branch]
    return statements.some((statement) => {
      const value = ts.isExpressionStatement(statement) ? skipOuter(statement.expression) : undefined
      const call = value && this.calls.at(ts.isAwaitExpression(value) ? skipOuter(value.expression) : value)
      return call !== undefined && this.resolver.resolve(call).units.some(({ node }) => 'body' in node && node.body !== undefined && ts.isBlock(node.body) && alwaysThrows(node.body))
    })
  }

  /** Which parts of what a parameter holds a unit gives to a schema, refusing what does not fit. */
  checks(unit: Unit, index: number, depth = 0): Summary {
    let known = this.summaries.get(unit)
    if (!known) this.summaries.set(unit, (known = []))
    // From further away less of what it calls is looked at.
    const key = index * (MOST_CALLS + 1) + depth
    const before = known[key]
    if (before) return before
    known[key] = NOTHING
    const summary = this.summarise(unit, index, depth)
    known[key] = summary
    return summary
  }

  private summarise(unit: Unit, index: number, depth: number): Summary {
    const parameters = unit.parameters.filter(({ name }) => name.getText() !== 'this')
    const last = parameters.at(-1)
    const parameter = parameters[index] ?? (last?.dotDotDotToken ? last : undefined)
    if (!parameter) return NOTHING
    const origins = originsIn(unit.node, parameter)
    const parts = new Set<Part>()
    let mode: Summary['mode'] = 'throws'
    let isNamed = true
    const { isAfter } = beforeHandingOn(unit)
    for (const call of within(unit)) {
      const given = argumentsOf(call.node)
      // What is answered is no part of the request.
      if (given.length === 0 || isAfter(call.node)) continue
      const found = given.map((argument) => partsOf(argument, origins))
      if (found.every((one) => one.size === 0)) continue
      const { library, units } = this.resolver.resolve(call)
      const own = this.validates(library, units.length === 0 ? call.node : undefined)
      let told: Summary['mode'] | undefined
      const here = new Set<Part>()
      let isNamedHere = true
      if (own) {
        // `try { return validator(value) } catch (error) { throw ... }`: a schema that is asynchronous throws.
        told = own.mode === 'result' && isThrownOn(call.node) ? 'throws' : own.mode
        for (const argument of atPath(call.node, own.path)) {
          for (const part of partsOf(argument, origins)) here.add(part)
          isNamedHere &&= holdsNamedParts(argument, origins)
        }
      } else if (depth < MOST_CALLS)
        for (const [position, parts] of found.entries()) {
          if (parts.size === 0) continue
          const inner = units.map((callee) => this.checks(callee, position, depth + 1)).find((summary) => summary.parts.size > 0)
          if (!inner) continue
          told = inner.mode
          isNamedHere &&= inner.isNamed && holdsNamedParts(given[position] as ts.Expression, origins)
          for (const part of parts.has('all') ? inner.parts : parts) here.add(part)
        }
      if (!told || here.size === 0) continue
      if (told === 'throws' ? isSwallowed(call.node) : !this.isLookedAt(call.node)) {
        // `return schema.validate(order)`: whoever calls has to look.
        if (told !== 'result' || !isReturned(call.node)) continue
        mode = 'result'
      }
      for (const part of here) parts.add(part)
      isNamed &&= isNamedHere
    }
    return parts.size > 0 ? { parts, mode, isNamed } : NOTHING
  }
}

/** `isOrder(input): input is Order`, `assertOrder(input)`: looks at the types of what is inside, and says whether they fit. */
function typeTest(units: readonly Unit[], index: number): Summary['mode'] | undefined {
  const modes = units.map(({ node, parameters }) => {
    const name = parameters[index]?.name
    if (!name || !ts.isIdentifier(name) || ts.isSourceFile(node) || ts.isClassStaticBlockDeclaration(node) || !node.body) return undefined
    const text = node.body.getText()
    if (!new RegExp(String.raw`\btypeof\s+\(?${name.text.replaceAll('$', String.raw`\$`)}(?: as \w+\))?\s*[.?!\[]`).test(text)) return undefined
    return /\bthrow\b/.test(text) ? 'throws' : /^(?:is|has|valid|check|fits)/i.test(node.name?.getText() ?? '') || (node.type && ts.isTypePredicateNode(node.type)) ? 'result' : undefined
  })
  return modes.length > 0 && modes.every((mode) => mode !== undefined) ? modes[0] : undefined
}

const PART_NAMES: Readonly<Record<string, string>> = { body: 'body|json|form|payload', query: 'query|querystring', params: 'params?', form: 'form|body' }

/** Properties by which a schema describes parts of a request. */
const PARTS = ['body', 'payload', 'query', 'params', 'headers', 'cookies', 'file', 'files']

/** What a description of a route says of the answer, or for its readers. */
const ABOUT_ANSWERS = /^(?:response\w*|status(?:Codes?)?|produces|tags|summary|description|operationId|deprecated)$/

const ANY_PART = /^(?:body|query|params?|headers?|cookies?|json|form|payload|querystring)(?:Schema)?$/i

/** What is given beside a handler to the function that makes it one: `handle({ querySchema: Page })(async (req) => ...)`. */
function schemasAround({ node }: Unit): readonly ts.Expression[] {
  const given: ts.Expression[] = []
  for (let inner: ts.Node = node; ts.isCallExpression(inner.parent) && inner.parent.expression !== inner; inner = inner.parent) {
    const maker = skipOuter(inner.parent.expression)
    given.push(...inner.parent.arguments.filter((argument) => argument !== inner), ...(ts.isCallExpression(maker) ? maker.arguments : []))
  }
  return given
}

function fits(parts: Parts, kind: SourceKind): boolean {
  return parts.has(kind) || parts.has('all') || (kind === 'form' && parts.has('body'))
}

/** `schema.safeParse(body)` where the schema is a parameter that nothing declares. */
function validatesByShape(call: ts.Node): { readonly path: string; readonly mode: 'throws' | 'result' } | undefined {
  const callee = ts.isCallExpression(call) ? skipOuter(call.expression) : undefined
  if (!callee || !ts.isPropertyAccessExpression(callee)) return undefined
  const name = callee.name.text
  // `const { error } = rules.validate(body)`
  const taken = call.parent && ts.isVariableDeclaration(call.parent) && ts.isObjectBindingPattern(call.parent.name) ? call.parent.name.elements.map((element) => (element.propertyName ?? element.name).getText()) : []
  if (name === 'validate' && taken.includes('error')) return { path: '0', mode: 'result' }
  if (/^safeParse(?:Async)?$/.test(name)) return { path: '0', mode: 'result' }
  if (!/schema|validator|dto/i.test(callee.expression.getText())) return undefined
  if (/^(?:parse|parseAsync|validateAsync|validateSync|assert)$/.test(name)) return { path: '0', mode: 'throws' }
  // `await schema.validate(request)`: whose result nobody takes refuses by itself.
  if (name === 'validate' && ts.isAwaitExpression(call.parent) && ts.isExpressionStatement(call.parent.parent)) return { path: '0', mode: 'throws' }
  return name === 'validate' || name === 'isValid' ? { path: '0', mode: 'result' } : undefined
}

/** Whether what a call throws is caught around it and thrown on. */
function isThrownOn(call: ts.Node): boolean {
  const around = ts.findAncestor(call, (at) => ts.isTryStatement(at) || ts.isFunctionLike(at))
  return around !== undefined && ts.isTryStatement(around) && contains(around.tryBlock, call) && around.catchClause !== undefined && alwaysThrows(around.catchClause.block)
}

/** Where a guard is told what to check: the option of a route, or the first argument of a call. */
function rulesOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isPropertyAssignment(node)) return node.initializer
  if (ts.isShorthandPropertyAssignment(node)) return node.name
  return ts.isCallExpression(node) ? node.arguments[0] : undefined
}

/** A class, or an instance of one, that a container puts in front of handlers. */
function isPipe({ node, tags, units }: Middleware): boolean {
  // `@POST('/orders', { schema })`: what the options say is about the whole request.
  if (ts.isObjectLiteralElement(node)) return false
  return tagIn(tags, 'guard')?.value.startsWith('validate') === true || ts.isNewExpression(node) || units.some((unit) => unit.classNode !== undefined && unit.name.endsWith('.transform'))
}

/** Calls of a unit and of the functions written inside it. */
function within(unit: Unit): readonly Call[] {
  return unit.children.length === 0 ? unit.calls : [...unit.calls, ...unit.children.flatMap(within)]
}

/** Whether an argument is a value of one of these names, or an object put together from them. */
function holds(argument: ts.Expression, names: readonly string[]): boolean {
  const value = skipOuter(argument)
  if (names.includes(nameOf(value))) return true
  if (ts.isSpreadElement(value)) return holds(value.expression, names)
  if (ts.isObjectLiteralExpression(value))
    return value.properties.some((member) =>
      ts.isSpreadAssignment(member) ? holds(member.expression, names) : ts.isPropertyAssignment(member) ? holds(member.initializer, names) : ts.isShorthandPropertyAssignment(member) && names.includes(member.name.text),
    )
  // `check([order, Order])`
  if (ts.isArrayLiteralExpression(value)) return value.elements.some((element) => holds(element, names))
  if (ts.isConditionalExpression(value)) return holds(value.whenTrue, names) || holds(value.whenFalse, names)
  if (ts.isBinaryExpression(value)) return holds(value.left, names) || holds(value.right, names)
  // `schema.validate(pick(req.body, FIELDS))`
  return ts.isCallExpression(value) && value.arguments.some((inner) => holds(inner, names))
}

/** The `if` whose condition a value is, or is a part of. */
function decisionOf(value: ts.Node): ts.IfStatement | undefined {
  let node = value
  while (ts.isBinaryExpression(node.parent) || ts.isParenthesizedExpression(node.parent)) node = node.parent
  return ts.isIfStatement(node.parent) && node.parent.expression === node ? node.parent : undefined
}

/** `if (!parsed.success) return next()`: what does not fit is for somebody else. */
function handsOnUnfit({ expression, thenStatement }: ts.IfStatement): boolean {
  const text = thenStatement.getText()
  return /^!|[^=!]!\w|\.(?:error|issues)\b/.test(expression.getText()) && /\breturn (?:await )?next\(\)/.test(text) && !/\bthrow\b|\b4\d\d\b|\bstatus\b/.test(text)
}

/** A `catch` around the call that goes on as if nothing had happened. */
function isSwallowed(call: ts.Node): boolean {
  for (let node = call; node.parent && !ts.isFunctionLike(node); node = node.parent) {
    const parent = node.parent
    if (ts.isTryStatement(parent) && parent.tryBlock === node && parent.catchClause) return !REACTS.test(parent.catchClause.block.getText())
  }
  return false
}

function isReturned(call: ts.Node): boolean {
  let node = call
  while (ts.isAwaitExpression(node.parent) || ts.isParenthesizedExpression(node.parent) || ts.isPropertyAccessExpression(node.parent)) node = node.parent
  return ts.isReturnStatement(node.parent) || (ts.isArrowFunction(node.parent) && node.parent.body === node)
}
