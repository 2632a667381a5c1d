/**
 * Errors that nobody learns of: caught and dropped, or made and not thrown.
 */
import { ts } from 'ts-morph'
import { argumentsOf, skipOuter } from '../libraries/paths.js'
import { isThenable, type Rejections } from './rejections.js'
import type { CallIndex, CallsByName } from './calls.js'
import { isAboutFailing } from './failure-words.js'
import type { Program } from './program.js'
import type { Fate, Fates } from './promise-fates.js'
import type { ForgottenError, SwallowedError } from './promise-types.js'
import type { Resolver } from './resolver.js'
import { calleeName } from './syntax.js'
import type { Call, Unit } from './types.js'

/** A comment that only speaks to a tool. */
const DIRECTIVE = /^\W*(?:eslint|tslint|biome|prettier|istanbul|c8|v8|sonar|noinspection|@ts-|ts-|webpack|expect(?:-[a-z]+)?:|#region|#endregion)/i
/** Work that is left to do, code that was taken out, and words that only say that the block is empty. */
const SAYS_NOTHING = /^\W*(?:(?:todo|fixme|xxx)\b\W*(?:$|(?:handle|log|report|error|catch|implement|fix|deal|add|do|proper|better)\b.*)|(?:nothing|empty)(?: here)?\W*|(?:\w+\.[\w.]+|next|reject|log)\(.*\);?\s*|(?:throw|return|await) [\w.]+(?:\(.*\))?;?\s*)$/i
/** Properties that say that something went wrong, or what. */
const TELLING = /error|message|reason|code|status|fail|cause|warning/i
const FAILURE = /^(?:left|err|fail|failure|failed|error)$/i
const ERROR_CLASS = /(?:Error|Exception)$/
/** Members of promises that are given what handles a failure. */
const CATCHING: ReadonlySet<string> = new Set(['catch', 'then'])
/** What becomes of a promise that nobody waits for. */
const LEFT: ReadonlySet<Fate['kind']> = new Set(['dropped', 'collected', 'void'])

export class ErrorHandlers {
  private swallowedRead: readonly SwallowedError[] | undefined
  private forgottenRead: readonly ForgottenError[] | undefined

  constructor(
    private readonly program: Program,
    private readonly units: () => readonly Unit[],
    private readonly names: CallsByName,
    private readonly calls: CallIndex,
    private readonly resolver: Resolver,
    private readonly rejections: Rejections,
    private readonly fates: Fates,
  ) {}

  get swallowed(): readonly SwallowedError[] {
    this.swallowedRead ??= [...this.clauses(), ...this.catchCalls(), ...this.callbacks()]
    return this.swallowedRead
  }

  get forgotten(): readonly ForgottenError[] {
    this.forgottenRead ??= this.names.matching((name) => FAILURE.test(name) || ERROR_CLASS.test(name)).flatMap((call) => this.forgottenAt(call) ?? [])
    return this.forgottenRead
  }

  private clauses(): SwallowedError[] {
    return this.program.facts.flatMap(({ file, catches }) => {
      if (file.surface !== 'production' || this.resolver.isClient(file)) return []
      return catches.flatMap((node) => {
        const kind = kindOfBlock(node.block)
        if (!kind || isExplained(node)) return []
        const guarded = node.parent.tryBlock
        const unit = this.resolver.unitOf(node)
        return unit ? [{ unit, node, handler: node.block, guarded, kind, isCallback: false, calls: this.callsIn(guarded, unit) }] : []
      })
    })
  }

  private catchCalls(): SwallowedError[] {
    return this.names.named(CATCHING).flatMap((call) => (this.resolver.isClient(call.unit.file) ? [] : (this.handlerOf(call) ?? [])))
  }

  /** `client.query(text, (error) => {})` */
  private callbacks(): SwallowedError[] {
    return this.units().flatMap((unit) => {
      const { node: handler } = unit
      // Few functions take an error first, so that is asked first.
      if (!(ts.isArrowFunction(handler) || ts.isFunctionExpression(handler)) || !isErrorTaker(handler) || !ts.isBlock(handler.body) || this.resolver.isClient(unit.file)) return []
      const call = kindOfBlock(handler.body) === 'empty' ? this.calls.takingLast(handler) : undefined
      if (!call || CATCHING.has(call.name) || !ts.isCallExpression(call.node) || isExplained(call.node)) return []
      return [{ unit: call.unit, node: call.node, handler, guarded: call.node.expression, kind: 'empty', isCallback: true, calls: [call] }]
    })
  }

  /** `promise.catch(handler)`, `promise.then(use, handler)`. */
  private handlerOf({ unit, node, name }: Call): SwallowedError | undefined {
    if (!ts.isCallExpression(node) || !((name === 'catch' && node.arguments.length === 1) || (name === 'then' && node.arguments.length === 2))) return undefined
    const callee = skipOuter(node.expression)
    const handler = node.arguments.at(-1) as ts.Expression
    const kind = kindOfFunction(handler)
    if (!kind || !ts.isPropertyAccessExpression(callee) || isExplained(node)) return undefined
    const guarded = callee.expression
    if (isHeld(guarded) || !this.mayBePromise(guarded)) return undefined
    return { unit, node, handler, guarded, kind: kind === 'empty' && isUsed(node) ? 'fallback' : kind, isCallback: false, calls: this.callsIn(guarded, unit) }
  }

  /** `schema.catch(...)` of a validator is something else. */
  private mayBePromise(expression: ts.Expression): boolean {
    const type = this.resolver.typeOf(expression)
    return (type.flags & ts.TypeFlags.Any) !== 0 || isThenable(type, this.resolver.checker)
  }

  /**
   * Calls whose failure comes to the handler: not what is dealt with inside already, what nobody waits for, what cannot
   * fail, and what gives its failure as a value, unless that is thrown.
   */
  private callsIn(node: ts.Node, unit: Unit): Call[] {
    const inside = unit.calls.filter((call) => node.pos <= call.node.pos && call.node.end <= node.end)
    const isThrown = throwsItself(node) || inside.some((call) => ts.isCallExpression(call.node) && this.rejections.throwsResult(call.node))
    return inside.filter((call) => !isDealtWith(call.node, node) && !this.isLeft(call) && !this.cannotFail(call) && (isThrown || !ts.isCallExpression(call.node) || !this.rejections.failsByValue(call.node)))
  }

  /** `prisma.order.update(...)` as a statement of its own: where that fails, the `try` is long left; a lazy one never runs. */
  private isLeft({ node }: Call): boolean {
    if (!ts.isCallExpression(node) || !(LEFT.has(this.fates.of(node).kind) || LEFT.has(this.fates.of(node, true).kind))) return false
    return this.rejections.isPromise(node) || isThenable(this.resolver.typeOf(node), this.resolver.checker)
  }

  private cannotFail(call: Call): boolean {
    const { units } = this.resolver.resolve(call)
    // A list that is made to be waited for as a whole.
    const combined = call.name === 'map' && isCombined(call.node.parent) ? call.node.parent : isCombined(call.node) ? call.node : undefined
    if (combined) return this.rejections.ofExpression(combined).certainty === 'no'
    // `load().then((order) => { send(order).catch(report) })`: what is neither returned nor waited for there is on its own.
    const [continuation] = call.name === 'then' && ts.isCallExpression(call.node) ? call.node.arguments : []
    if (continuation && this.resolver.functionsOf(continuation).length > 0) return this.rejections.ofContinuation(continuation).certainty === 'no'
    return units.length > 0 && units.every((unit) => unit.isAsync && this.rejections.of(unit).certainty === 'no')
  }

  private forgottenAt(call: Call): ForgottenError | undefined {
    const { node, name } = call
    if (call.isNew ? !ERROR_CLASS.test(name) : !FAILURE.test(name)) return undefined
    if (!ts.isExpressionStatement(node.parent) || isToldBelow(node.parent, name)) return undefined
    if (call.isNew) return this.hasEffect(call) ? undefined : { call, kind: 'error' }
    const { units, library } = this.resolver.resolve(call)
    if (library) return library.tags.some((tag) => tag.name === 'failure') ? { call, kind: 'failure' } : undefined
    return units.length > 0 && units.every(isFailureMaker) ? { call, kind: 'failure' } : undefined
  }

  /** Making it does something: its constructor, or one it is derived from, calls a function of the project (`report(this)`). */
  private hasEffect(made: Call): boolean {
    return this.resolver.resolve(made).units.some((constructor) =>
      constructor.calls.some((call) => {
        const callee = ts.isCallExpression(call.node) ? call.node.expression : undefined
        if (callee?.kind === ts.SyntaxKind.SuperKeyword) return this.hasEffect(call)
        // What it calls of its own fills it.
        const isOwn = callee && ts.isPropertyAccessExpression(callee) && callee.expression.kind === ts.SyntaxKind.ThisKeyword
        return !call.isNew && !isOwn && this.resolver.resolve(call).units.length > 0
      }),
    )
  }
}

/** `error(params); return reject(error('not supported'))`: the block says further down that it failed. */
function isToldBelow(statement: ts.ExpressionStatement, name: string): boolean {
  if (!ts.isBlock(statement.parent)) return false
  const { statements } = statement.parent
  return statements.slice(statements.indexOf(statement) + 1).some((below) => {
    if (ts.isThrowStatement(below)) return true
    const value = ts.isReturnStatement(below) || ts.isExpressionStatement(below) ? below.expression : undefined
    const made = value && skipOuter(ts.isAwaitExpression(value) ? value.expression : value)
    if (!made || !ts.isCallExpression(made)) return false
    const told = calleeName(made.expression)
    return told === 'reject' || (ts.isReturnStatement(below) && told === name)
  })
}

function isErrorTaker({ parameters }: ts.ArrowFunction | ts.FunctionExpression): boolean {
  const name = parameters[0]?.name
  return name !== undefined && ts.isIdentifier(name) && /^(?:e|_?err(?:or)?)$/i.test(name.text)
}

/** `Promise.all(orders.map(ship))` */
function isCombined(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && ts.isIdentifier(node.expression.expression) && node.expression.expression.text === 'Promise'
}

/** A `throw` in a piece of code, those of nested functions left out. */
function throwsItself(node: ts.Node): boolean {
  if (ts.isThrowStatement(node)) return true
  return !ts.isFunctionLike(node) && ts.forEachChild(node, (child) => throwsItself(child) || undefined) === true
}

/** In a `try` further in whose `catch` ends it. */
function isDealtWith(node: ts.Node, within: ts.Node): boolean {
  for (let at = node; at !== within && at.parent; at = at.parent) {
    const { parent } = at
    if (ts.isTryStatement(parent) && parent.tryBlock === at && at !== within && parent.catchClause && !/\bthrow\b/.test(parent.catchClause.block.getText())) return true
  }
  return false
}

/**
 * `pending.catch(() => {})`, `this.pending.finally(done).catch(() => {})`: the promise is held by a name, and whoever
 * waits for it there is told of its failure.
 */
function isHeld(promise: ts.Expression): boolean {
  let root = skipOuter(promise)
  for (;;) {
    const callee = ts.isCallExpression(root) ? skipOuter(root.expression) : undefined
    if (!callee || !ts.isPropertyAccessExpression(callee) || !/^(?:then|finally)$/.test(callee.name.text)) break
    root = skipOuter(callee.expression)
  }
  if (ts.isPropertyAccessExpression(root)) return true
  if (!ts.isIdentifier(root)) return false
  const { text } = root
  const body = ts.findAncestor(root, (at) => ts.isFunctionLike(at) || ts.isSourceFile(at))
  // The declaration, this use, and another one.
  return body !== undefined && body.getText().split(new RegExp(`\\b${text.replaceAll('$', String.raw`\$`)}\\b`)).length > 3
}

/** What stands for the result goes on: into a variable, an argument, a further step. */
function isUsed(node: ts.CallExpression): boolean {
  let value: ts.Node = node
  while (ts.isAwaitExpression(value.parent) || ts.isParenthesizedExpression(value.parent) || ts.isAsExpression(value.parent)) value = value.parent
  const { parent } = value
  return !ts.isExpressionStatement(parent) && !ts.isReturnStatement(parent) && !ts.isVoidExpression(parent) && !(ts.isArrowFunction(parent) && parent.body === value)
}

/** A function that does nothing but make a value: `new Left(error)`, `{ ok: false, error }`. */
function isFailureMaker(unit: Unit): boolean {
  const { node } = unit
  if (ts.isSourceFile(node) || ts.isClassStaticBlockDeclaration(node) || !node.body || unit.isAsync) return false
  const [only, ...others] = ts.isBlock(node.body) ? node.body.statements : []
  const value = ts.isBlock(node.body) ? (only && others.length === 0 && ts.isReturnStatement(only) ? only.expression : undefined) : node.body
  const made = value && skipOuter(value)
  if (!made) return false
  if (ts.isNewExpression(made)) return true
  return ts.isObjectLiteralExpression(made) && made.properties.some((member) => /^(?:ok|success|_tag|error|isErr|isLeft|left)$/.test(member.name?.getText() ?? ''))
}

/** What a handler does, when nobody learns of the error by it; undefined when somebody does or may. */
function kindOfBlock(block: ts.Block): SwallowedError['kind'] | undefined {
  const statements = block.statements.filter((statement) => !ts.isEmptyStatement(statement))
  if (statements.length === 0) return 'empty'
  const [only] = statements
  if (!only || statements.length > 1) return undefined
  if (ts.isContinueStatement(only) || ts.isBreakStatement(only)) return 'leaves'
  if (ts.isReturnStatement(only)) return only.expression ? (isConstant(only.expression) ? 'fallback' : undefined) : 'leaves'
  if (ts.isExpressionStatement(only) && ts.isBinaryExpression(only.expression) && only.expression.operatorToken.kind === ts.SyntaxKind.EqualsToken) return ts.isIdentifier(only.expression.left) && isConstant(only.expression.right) ? 'fallback' : undefined
  return undefined
}

function kindOfFunction(handler: ts.Expression): SwallowedError['kind'] | undefined {
  const value = skipOuter(handler)
  if (ts.isIdentifier(value)) return /^noop$/i.test(value.text) ? 'empty' : undefined
  if (ts.isPropertyAccessExpression(value)) return /^noop$/i.test(value.name.text) ? 'empty' : undefined
  if (!ts.isArrowFunction(value) && !ts.isFunctionExpression(value)) return undefined
  if (ts.isBlock(value.body)) return kindOfBlock(value.body)
  const body = skipOuter(value.body)
  if (ts.isVoidExpression(body) || (ts.isIdentifier(body) && body.text === 'undefined')) return 'empty'
  return isConstant(value.body) ? 'fallback' : undefined
}

/** Says nothing of the error: `null`, `false`, `[]`, `{}`. Text may say that something failed. */
function isConstant(expression: ts.Expression): boolean {
  const value = skipOuter(expression)
  if (ts.isArrayLiteralExpression(value)) return value.elements.length === 0
  // `{ rows: [], total: 0 }`; what says `false` or `error` tells whoever looks.
  if (ts.isObjectLiteralExpression(value)) return value.properties.every((member) => ts.isPropertyAssignment(member) && !TELLING.test(member.name.getText()) && member.initializer.kind !== ts.SyntaxKind.FalseKeyword && isConstant(member.initializer))
  if (ts.isStringLiteralLike(value)) return value.text === ''
  if (ts.isIdentifier(value)) return value.text === 'undefined'
  if (ts.isVoidExpression(value) || ts.isNumericLiteral(value)) return true
  if (ts.isCallExpression(value)) return /^Promise\.resolve$/.test(value.expression.getText()) && argumentsOf(value).every(isConstant)
  return value.kind === ts.SyntaxKind.NullKeyword || value.kind === ts.SyntaxKind.FalseKeyword || value.kind === ts.SyntaxKind.TrueKeyword
}

/** A comment inside, behind or directly in front tells why. */
function isExplained(node: ts.CatchClause | ts.CallExpression): boolean {
  const source = node.getSourceFile()
  const { text } = source
  const start = ts.isCatchClause(node) ? node.getStart(source) : (node.arguments.at(-1) as ts.Expression).pos
  const lineEnd = text.indexOf('\n', node.end)
  const parts = [text.slice(start, lineEnd < 0 ? text.length : lineEnd)]
  const statement = ts.isCatchClause(node) ? node.parent : ts.findAncestor(node, ts.isStatement)
  const farther: (ts.Node | undefined)[] = statement ? conditionsOf(statement) : []
  if (ts.isCatchClause(node)) {
    const before = text.slice(0, node.parent.getStart(source)).split('\n')
    parts.push(before.at(-2) ?? '')
    // `}  // why` at the end of the `try` block.
    parts.push(text.slice(node.parent.tryBlock.end, start))
    farther.push(node.parent.tryBlock.statements[0], calledAtOnce(node.parent))
  } else if (statement) parts.push(text.slice(statement.pos, statement.getStart(source)))
  // In front of the `if` around, of what is tried, or of the function that is made to try it, where the words are about failing.
  for (const one of farther) if (one) parts.push(...commentsIn(text.slice(one.pos, one.getStart(source))).flatMap((comment) => (isAboutFailing(comment) ? [`/*${comment}*/`] : [])))
  return parts.some((part) => commentsIn(part).some((comment) => /\p{L}{2}/u.test(comment) && !DIRECTIVE.test(comment) && !SAYS_NOTHING.test(comment)))
}

/** The `if`s in which a statement is all that is done, the nearest first. */
function conditionsOf({ parent }: ts.Statement): ts.IfStatement[] {
  const around = ts.isBlock(parent) && parent.statements.length === 1 ? parent.parent : parent
  return ts.isIfStatement(around) && !around.elseStatement ? [around, ...conditionsOf(around)] : []
}

/** The statement in which a function without a name is called where it stands: `const sent = await (async () => { ... })()`. */
function calledAtOnce(node: ts.Node): ts.Statement | undefined {
  const body = ts.findAncestor(node, (at): at is ts.ArrowFunction | ts.FunctionExpression => ts.isArrowFunction(at) || ts.isFunctionExpression(at))
  if (!body) return undefined
  let at: ts.Node = body
  while (ts.isParenthesizedExpression(at.parent)) at = at.parent
  return ts.isCallExpression(at.parent) && at.parent.expression === at ? ts.findAncestor(at, ts.isStatement) : undefined
}

/** Comments of a piece of source text; what looks like one inside a string is not told apart. */
function commentsIn(text: string): string[] {
  return [...text.matchAll(/(?<!:)\/\/(.*)|\/\*([^]*?)\*\//g)].map((match) => match[1] ?? match[2] ?? '')
}
