/**
 * Connections, sessions and transactions that are taken and must be given back, and the ways on which they are not.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, propertyOf, receiverOf, skipOuter } from '../libraries/paths.js'
import { endsFunction } from './control-flow.js'
import type { Call, Model, Resolution, Transaction, Unit } from './types.js'

/** How what a call takes is given back; undefined for calls that take nothing. */
export function acquires(resolution: Resolution): { readonly kind: 'connection' | 'session'; readonly by: string; readonly isPooled: boolean } | undefined {
  const value = resolution.library?.tags.find((tag) => tag.name === 'connection' && /^(?:acquire|session)/.test(tag.value))?.value
  return value === undefined ? undefined : { kind: value.startsWith('session') ? 'session' : 'connection', by: /by=(\w+)/.exec(value)?.[1] ?? 'release', isPooled: / pooled\b/.test(value) }
}

/** Something taken and the way on which it stays taken. */
export interface Leak {
  readonly kind: 'connection' | 'session' | 'transaction'
  /** The call that takes it. */
  readonly call: Call
  /** The variable that holds it, as written. */
  readonly holder: string
  /** The member that gives it back. */
  readonly by: string
  /**
   * never: nothing gives it back; return: an early return leaves it; throw: what stands between may throw; end: a way
   * through a branch or `catch` comes to the end without it.
   */
  readonly way: 'never' | 'return' | 'throw' | 'end'
  /** The return, or what may throw. */
  readonly at: ts.Node | undefined
  /** Statements that give it back. */
  readonly closers: readonly ts.Node[]
  /** The transaction was begun on a connection that is given back all the same. */
  readonly isBegun: boolean
  /** Every transaction on the session is one that the library ends by itself, or no operation is given the session. */
  readonly idle: 'ended' | 'unused' | undefined
}

/** Callers between what fails and what ends the process. */
const MOST_CALLERS = 3

/**
 * Where a function fails, the process ends, and with it what was taken: each caller runs it when its module is loaded,
 * or ends the process in its `catch`; or the framework gives up its start.
 */
export function endsProcess(unit: Unit, model: Model, depth = 0): boolean {
  if (model.isStartHook(unit)) return true
  const callers = model.callersOf(unit)
  return callers.length > 0 && depth < MOST_CALLERS && callers.every(({ call }) => {
    const caught = caughtAt(call.node)
    return caught ? EXIT.test(caught.getText()) : call.unit.kind === 'module' || endsProcess(call.unit, model, depth + 1)
  })
}

const EXIT = /\bprocess\s*\.\s*(?:exit|abort)\(/

/** What catches the error of a call: a `catch` clause, or a function given to `.catch()`. */
function caughtAt(node: ts.Node): ts.Node | undefined {
  for (let at = node; at.parent && (at === node || !ts.isFunctionLike(at)); at = at.parent) {
    const { parent } = at
    if (ts.isTryStatement(parent) && parent.tryBlock === at && parent.catchClause) return parent.catchClause
    if (ts.isPropertyAccessExpression(parent) && parent.expression === at && parent.name.text === 'catch' && ts.isCallExpression(parent.parent)) return parent.parent.arguments[0]
  }
  return undefined
}

/** All leaks of production code; one for each thing taken, the connection before the transaction on it. */
export function leaksOf(model: Model): Leak[] {
  const connections = acquisitionsOf(model).flatMap(({ call, kind, by }) => leakOf(call, kind, by, model) ?? [])
  const told = new Set(connections.map(({ call, holder }) => `${call.unit.id} ${holder}`))
  const transactions = model.transactions.flatMap((transaction) => {
    const call = transaction.kind === 'begin' ? transaction.unit.calls.find(({ node }) => node === transaction.node) : undefined
    if (!call) return []
    const found = isHandedBack(call, transaction) ? leakOf(call, 'transaction', 'rollback', model) : begunLeak(call, model)
    return found && !told.has(`${call.unit.id} ${found.holder}`) ? [found] : []
  })
  return [...connections, ...transactions]
}

/** Calls in production code that are given what a call gives. */
function callersGiven(call: Call, model: Model): Call[] {
  return isReturned(call) ? model.callersOf(call.unit).flatMap((caller) => (caller.use || caller.call.unit.file.surface !== 'production' ? [] : [caller.call])) : []
}

/** Calls that take something, also through functions of the project that hand it out: `getClient: () => pool.connect()`. */
function acquisitionsOf(model: Model): { readonly call: Call; readonly kind: 'connection' | 'session'; readonly by: string }[] {
  const found = model.acquisitions.flatMap((call) => {
    const how = acquires(model.resolve(call))
    return how && !(how.isPooled && isOfSqlite(call, model)) ? [{ call, kind: how.kind, by: how.by }] : []
  })
  const seen = new Set(found.map(({ call }) => call))
  // The list grows while it is walked.
  for (const { call, kind, by } of found)
    for (const caller of callersGiven(call, model)) {
      if (seen.has(caller)) continue
      seen.add(caller)
      found.push({ call: caller, kind, by })
    }
  return found
}

/** Statements that no other database understands. */
const SQLITE = /\binsert\s+or\s+(?:replace|ignore)\b|['"\x60]\s*pragma\s+\w|\bsqlite_(?:master|schema)\b/i
const OTHER_DATABASE = /postgres|mysql|maria|mssql|oracle/i

/** What is taken is SQLite's one connection: its kind is named where the source is made, or the code around speaks it alone. */
function isOfSqlite({ node, unit }: Call, model: Model): boolean {
  const source = receiverOf(node)
  const made = source && model.initializerOf(source)
  const [kind] = made && ts.isNewExpression(made) ? argumentsOf(made).flatMap((options) => propertyOf(model.initializerOf(options) ?? options, 'type')) : []
  if (kind) return ts.isStringLiteralLike(kind) && /sqlite|^sqljs$/.test(kind.text)
  const text = (unit.classNode ?? unit.node.getSourceFile()).getText()
  return SQLITE.test(text) && !OTHER_DATABASE.test(text)
}

/** What the call gives is all that its function returns. */
function isReturned({ node, unit }: Call): boolean {
  const [returned, other] = unit.returns
  if (!returned || other) return false
  const value = awaited(returned)
  const stored = ts.isIdentifier(value) ? storedIn(node) : undefined
  return value === node || (stored !== undefined && stored.text === value.getText())
}

function awaited(expression: ts.Expression): ts.Expression {
  const value = skipOuter(expression)
  return ts.isAwaitExpression(value) ? skipOuter(value.expression) : value
}

/** `const trx = await knex.transaction()`: the result is the transaction. */
function isHandedBack(call: Call, transaction: Transaction): boolean {
  const target = storedIn(call.node)
  if (!target) return false
  return transaction.handles.some((symbol) => symbol.declarations?.some((declaration) => declaration === target.declaration) === true) && receiverOf(call.node)?.getText() !== target.text
}

interface Stored {
  readonly text: string
  readonly declaration: ts.Node | undefined
  /** The statement after which it is held. */
  readonly statement: ts.Statement
}

/** The local variable a result is stored in; undefined where it goes anywhere else. */
function storedIn(node: ts.Node): Stored | undefined {
  let at = node
  while (ts.isAwaitExpression(at.parent) || ts.isParenthesizedExpression(at.parent) || ts.isAsExpression(at.parent) || ts.isNonNullExpression(at.parent)) at = at.parent
  const { parent } = at
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) {
    const list = parent.parent
    // `await using` gives it back by itself.
    if (!ts.isVariableDeclarationList(list) || (list.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using || (list.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing) return undefined
    return ts.isVariableStatement(list.parent) ? { text: parent.name.text, declaration: parent, statement: list.parent } : undefined
  }
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.right === at && ts.isIdentifier(parent.left) && ts.isExpressionStatement(parent.parent))
    return { text: parent.left.text, declaration: undefined, statement: parent.parent }
  return undefined
}

function leakOf(call: Call, kind: Leak['kind'], by: string, model: Model): Leak | undefined {
  const { unit } = call
  if (unit.kind === 'module') return undefined
  const callback = argumentsOf(call.node).at(-1)
  if (callback && (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback))) return callbackLeak(call, callback, kind, by, model)
  const stored = storedIn(call.node)
  if (!stored || isDeclaredOutside(stored, unit)) return undefined
  const found = closersOf(unit, stored.text, kind, model)
  if (isHandedOn(stored.text, call, unit, found.size > 0, model)) return undefined
  for (const closer of sourceClosers(call)) found.add(closer)
  const walk = new Walk(stored.text, found, unit, model)
  const way = walk.from(ts.isAwaitExpression(call.node.parent) ? stored.statement : firstUse(stored), unit)
  if (!way) return undefined
  return { kind, call, holder: stored.text, by, ...way, closers: [...found].map(statementOf), isBegun: false, idle: kind === 'session' ? idleOf(unit, stored, model) : undefined }
}

/**
 * Why a session holds nothing: `session.withTransaction(async () => ...)` ends its transaction also where it fails, and no
 * other is begun on the session; or nothing but its own members is named on it, so that no operation is part of it.
 */
function idleOf(unit: Unit, { text, declaration }: Stored, model: Model): Leak['idle'] {
  const own = unitsIn(unit).flatMap(({ calls }) => calls).filter(({ node }) => {
    const receiver = receiverOf(node)
    return receiver !== undefined && skipOuter(receiver).getText() === text
  })
  const opened = own.flatMap((call) => model.resolve(call).library?.tags.filter(({ name }) => name === 'transaction') ?? [])
  if (opened.some(({ value }) => /^\d/.test(value))) return opened.every(({ value }) => !value.startsWith('begin')) ? 'ended' : undefined
  return declaration && namesOf(text, unit).every((use) => use.parent === declaration || own.some(({ node }) => ts.isCallExpression(node) && skipOuter(node.expression) === use.parent)) ? 'unused' : undefined
}

/** The places in a function where a name stands for a variable. */
function namesOf(text: string, unit: Unit): ts.Identifier[] {
  const found: ts.Identifier[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === text && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(unit.node)
  return found
}

/**
 * The statement behind which something is held that was made without waiting: `createQueryRunner()` takes a connection
 * when it is connected, or asked for the first time.
 */
function firstUse({ statement, text }: Stored): ts.Statement {
  const { parent } = statement
  const statements = ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent) ? parent.statements : undefined
  if (!statements) return statement
  const own = statements.indexOf(statement)
  const first = statements.findIndex((other, index) => index > own && mentions(other, text))
  const used = statements[first]
  if (!used) return statement
  const isConnected = ts.isExpressionStatement(used) && /^await\s+[\w$.]+\.connect\(\s*\)/.test(used.getText())
  return (isConnected ? used : statements[first - 1]) ?? statement
}

/** A transaction begun on a connection that somebody holds, with an end that not all ways come to. */
function begunLeak(call: Call, model: Model): Leak | undefined {
  const receiver = receiverOf(call.node)
  const holder = receiver && skipOuter(receiver).getText()
  const statement = statementOf(call.node)
  if (holder === undefined || !ts.isStatement(statement)) return undefined
  // `inTransaction(async (client) => ...)`: what is given the work ends the transaction behind it.
  if (argumentsOf(call.node).some((argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument))) return undefined
  // Whoever handed the connection in may undo what failed on it.
  const owner = /^[\w$]+/.exec(holder)?.[0]
  if (call.unit.parameters.some(({ name }) => ts.isIdentifier(name) && name.text === owner)) return undefined
  const closers = closersOf(call.unit, holder, 'transaction', model)
  // The end stands somewhere else: a helper, a method of its own.
  if (closers.size === 0) return undefined
  for (const undo of undoneBy(call.unit, holder, model)) closers.add(undo)
  const way = new Walk(holder, closers, call.unit, model, new Set(returnsOnceEnded(call.unit, holder, model))).from(statement, call.unit)
  if (!way || way.way === 'never') return undefined
  return { kind: 'transaction', call, holder, by: 'rollback', ...way, closers: [...closers].map(statementOf), isBegun: true, idle: undefined }
}

/** `catch { await this.undo(client) }`: calls of functions that end the transaction of what they are given, where something failed. */
function undoneBy(unit: Unit, holder: string, model: Model): ts.Node[] {
  return unitsIn(unit).flatMap(({ calls }) =>
    calls.flatMap((call) => {
      const index = argumentsOf(call.node).findIndex((argument) => skipOuter(argument).getText() === holder)
      if (index < 0 || !ts.findAncestor(call.node, ts.isCatchClause)) return []
      const { units } = model.resolve(call)
      const isEnded = units.every((callee) => {
        const name = callee.parameters[index]?.name
        return name !== undefined && ts.isIdentifier(name) && closersOf(callee, name.text, 'transaction', model).size > 0
      })
      return units.length > 0 && isEnded ? [call.node] : []
    }),
  )
}

/**
 * `const paid = await takePayment(client, order); if (!paid.ok) return res.status(402).end()`, where `takePayment` ends the
 * transaction before it returns: the caller leaves on what it was told.
 */
function returnsOnceEnded(unit: Unit, holder: string, model: Model): ts.Node[] {
  return unit.calls.flatMap((call) => {
    const index = argumentsOf(call.node).findIndex((argument) => skipOuter(argument).getText() === holder)
    const names = index < 0 ? [] : namesOfResult(call.node)
    if (names.length === 0 || !model.resolve(call).units.some((callee) => endsBeforeReturn(callee, index, model))) return []
    const returns: ts.Node[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isIfStatement(node) && node.pos >= call.node.end && names.some((name) => mentions(node.expression, name))) collectReturns(node.thenStatement, returns)
      if (node === unit.node || !ts.isFunctionLike(node)) ts.forEachChild(node, visit)
    }
    visit(unit.node)
    return returns
  })
}

/** Variables that hold what a call gives, or parts of it. */
function namesOfResult(node: ts.Node): string[] {
  const { parent } = ts.isAwaitExpression(node.parent) ? node.parent : node
  if (!ts.isVariableDeclaration(parent)) return []
  return ts.isObjectBindingPattern(parent.name) ? parent.name.elements.map(({ name }) => name.getText()) : [parent.name.getText()]
}

/** The function ends the transaction of what it is given, and returns behind that. */
function endsBeforeReturn(unit: Unit, index: number, model: Model): boolean {
  const name = unit.parameters[index]?.name
  if (!name || !ts.isIdentifier(name)) return false
  return [...closersOf(unit, name.text, 'transaction', model)].some((closer) => {
    const statement = statementOf(closer)
    return ts.isBlock(statement.parent) && statement.parent.statements.some((other) => other.pos >= statement.end && ts.isReturnStatement(other))
  })
}

function collectReturns(node: ts.Node, found: ts.Node[]): void {
  if (ts.isReturnStatement(node)) found.push(node)
  else if (!ts.isFunctionLike(node)) ts.forEachChild(node, (child) => collectReturns(child, found))
}

/** `pool.getConnection((error, connection) => { ... })`: its callback must give it back. */
function callbackLeak(call: Call, callback: ts.ArrowFunction | ts.FunctionExpression, kind: Leak['kind'], by: string, model: Model): Leak | undefined {
  const [, held, done] = callback.parameters
  if (!held || !ts.isIdentifier(held.name)) return undefined
  const name = held.name.text
  const inner = unitsIn(call.unit).find(({ node }) => node === callback)
  if (!inner) return undefined
  const ending = new RegExp(String.raw`(?<![\w$.])(?:${done ? `${done.name.getText()}|` : ''}${name}\.${by})\b`)
  const passed = unitsIn(inner).flatMap((unit) => (unit === inner ? [] : (returnPast(unit, ending) ?? [])))[0]
  if (passed) return { kind, call, holder: name, by, way: 'return', at: passed, closers: [], isBegun: false, idle: undefined }
  if (done && mentions(callback.body, done.name.getText())) return undefined
  if (unitsIn(inner).some((unit) => closersOf(unit, name, kind, model).size > 0) || isHandedOn(name, call, inner, false, model) || new RegExp(`\\b${name}\\b[^\\n]*\\b${by}\\b`).test(callback.body.getText())) return undefined
  return { kind, call, holder: name, by, way: 'never', at: undefined, closers: [], isBegun: false, idle: undefined }
}

/** `if (error) return next(error)` in front of the statement of a callback that gives it back. */
function returnPast(unit: Unit, ending: RegExp): ts.Node | undefined {
  const body = (unit.node as ts.FunctionLikeDeclaration).body
  const statements = body && ts.isBlock(body) ? body.statements : []
  const last = statements.findIndex((statement) => !ts.isIfStatement(statement) && ending.test(statement.getText()))
  return statements.slice(0, Math.max(last, 0)).find((statement) => ts.isIfStatement(statement) && endsFunction(statement.thenStatement) && !ending.test(statement.getText()))
}

function unitsIn(unit: Unit): Unit[] {
  return [unit, ...unit.children.flatMap(unitsIn)]
}

/** `let client` of the function around, or of the module: others see it too. */
function isDeclaredOutside(stored: Stored, unit: Unit): boolean {
  if (stored.declaration) return false
  let isOwn = false
  const visit = (node: ts.Node): void => {
    if (isOwn || (node !== unit.node && ts.isFunctionLike(node))) return
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === stored.text) isOwn = true
    ts.forEachChild(node, visit)
  }
  visit(unit.node)
  return !isOwn
}

/** Calls that give back what a name holds, in the unit and what stands in it. */
function closersOf(unit: Unit, holder: string, kind: Leak['kind'], model: Model): Set<ts.Node> {
  const found = new Set<ts.Node>()
  for (const inner of unitsIn(unit))
    for (const call of inner.calls) {
      if (!ts.isCallExpression(call.node) || !call.node.getText().includes(holder)) continue
      if (closes(call, holder, kind, model)) found.add(call.node)
    }
  return found
}

/** `dataSource.destroy()`: with what it was taken from, the connection goes too. */
function sourceClosers(call: Call): ts.Node[] {
  const source = receiverOf(call.node)
  if (!source) return []
  const text = skipOuter(source).getText()
  return call.unit.calls.flatMap((other) => {
    const receiver = receiverOf(other.node)
    return /^(?:destroy|end|close|disconnect)$/.test(other.name) && receiver && skipOuter(receiver).getText() === text ? [other.node] : []
  })
}

const ENDS = /^(?:release|done|commit|rollback|abort|end)/
const ENDS_TRANSACTION = /^(?:commit|rollback)/

function closes(call: Call, holder: string, kind: Leak['kind'], model: Model): boolean {
  const receiver = receiverOf(call.node)
  const isReceiver = receiver !== undefined && skipOuter(receiver).getText().replace(/\?$/, '') === holder
  const library = model.resolve(call).library
  const connection = library?.tags.find((tag) => tag.name === 'connection' && tag.value.startsWith('release'))
  const transaction = library?.tags.find((tag) => tag.name === 'transaction' && ENDS_TRANSACTION.test(tag.value))
  if (connection) {
    const path = connection.value.split(' ')[1]
    const isIt = path === undefined ? isReceiver : atPath(call.node, path).some((value) => skipOuter(value).getText() === holder)
    // A client released with an error is closed for good, and the transaction with it.
    if (isIt && (kind !== 'transaction' || (path === undefined && argumentsOf(call.node).length > 0))) return true
  }
  if (!isReceiver) return false
  if (transaction) return kind !== 'connection'
  if (kind === 'connection') return /^(?:release|done|destroy|end|endSession|close)$/.test(call.name) && !library
  const control = model.operationOf(call)?.control
  if (control === 'commit' || control === 'rollback') return true
  return !library && /^(?:commit|rollback|abort)\w*$/i.test(call.name)
}

function statementOf(node: ts.Node): ts.Node {
  let at = node
  while (at.parent && !ts.isBlock(at.parent) && !ts.isSourceFile(at.parent) && !ts.isCaseOrDefaultClause(at.parent) && !ts.isFunctionLike(at.parent)) at = at.parent
  return at
}

/** Somebody else gives it back: it is returned, stored, captured by a function that outlives this one, or given to one that does. */
function isHandedOn(holder: string, acquired: Call, unit: Unit, isClosedHere: boolean, model: Model): boolean {
  let isHanded = false
  const visit = (node: ts.Node, depth: number): void => {
    if (isHanded) return
    const isFunction = node !== unit.node && ts.isFunctionLike(node)
    if (ts.isIdentifier(node) && node.text === holder && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)) {
      if (isPassed(node, acquired, depth > 0, isClosedHere, model, unit)) isHanded = true
    }
    ts.forEachChild(node, (child) => visit(child, depth + (isFunction ? 1 : 0)))
  }
  ts.forEachChild(unit.node, (child) => visit(child, 0))
  return isHanded
}

function isPassed(node: ts.Identifier, acquired: Call, isInner: boolean, isClosedHere: boolean, model: Model, unit: Unit): boolean {
  let at: ts.Node = node
  while (ts.isAsExpression(at.parent) || ts.isParenthesizedExpression(at.parent) || ts.isNonNullExpression(at.parent)) at = at.parent
  const { parent } = at
  // `.then(trx.commit).catch(trx.rollback)`
  if (ts.isPropertyAccessExpression(parent) && parent.expression === at && !(ts.isCallExpression(parent.parent) && parent.parent.expression === parent) && ENDS.test(parent.name.text)) return true
  if (ts.isVariableDeclaration(parent)) return parent.initializer === at && ts.isIdentifier(parent.name)
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.right === at) return true
  if (ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === at) || ts.isYieldExpression(parent)) return true
  if (ts.isConditionalExpression(parent) && parent.condition !== at) return true
  if (ts.isArrayLiteralExpression(parent)) return !isClosedHere
  const isMember = ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent) || ts.isSpreadAssignment(parent)
  if (isMember) {
    const literal = parent.parent
    if (ts.isReturnStatement(literal.parent) || ts.isBinaryExpression(literal.parent) || (ts.isVariableDeclaration(literal.parent) && !isClosedHere)) return true
    // `{ transaction }` given to a query is use; given to a function of the project it may be more.
    return !isClosedHere && ts.isCallExpression(literal.parent) && isProject(literal.parent, unit, model)
  }
  if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.arguments?.some((argument) => argument === at)) {
    const call = callAt(parent, unit)
    if (!call || call === acquired) return false
    const { units, library } = model.resolve(call)
    const index = parent.arguments.indexOf(at as ts.Expression)
    if (units.length > 0) return units.some((callee) => givesBack(callee, index, model))
    if (library && library.package !== 'ecmascript' && library.package !== 'node') return false
    // Kept in a list or a map, or given to something that is not known: where nothing here gives it back, that does.
    return !isClosedHere
  }
  // A function made here and handed out (`return { close: () => client.release() }`, `stream.on('end', ...)`).
  return isInner && isOutliving(node, unit) && /\b(?:release|done|end|destroy|endSession|close|commit|rollback|abort)/.test(parent.getText())
}

/** The function inside the unit around a node runs later: it is given away or stored. */
function isOutliving(node: ts.Node, unit: Unit): boolean {
  let inner: ts.Node | undefined
  for (let at: ts.Node = node; at && at !== unit.node; at = at.parent) if (ts.isFunctionLike(at)) inner = at
  return inner !== undefined && !(ts.isAwaitExpression(inner.parent) || ts.isAwaitExpression(inner.parent.parent))
}

function isProject(node: ts.CallExpression, unit: Unit, model: Model): boolean {
  const call = callAt(node, unit)
  return call !== undefined && !model.resolve(call).library
}

function callAt(node: ts.Node, unit: Unit): Call | undefined {
  for (const inner of unitsIn(unit)) {
    const found = inner.calls.find((call) => call.node === node)
    if (found) return found
  }
  return undefined
}

/** Functions that hand what they were given on to each other. */
const MOST_HANDED = 3

/** The function gives its parameter back, or keeps it, or hands it on to one that gives it back. */
function givesBack(unit: Unit, index: number, model: Model): boolean {
  const parameter = unit.parameters[index]
  if (!parameter || !ts.isIdentifier(parameter.name)) return true
  if (ts.isParameterPropertyDeclaration(parameter, parameter.parent)) return true
  const name = parameter.name.text
  const body = (unit.node as ts.FunctionLikeDeclaration).body?.getText() ?? ''
  if (closersOf(unit, name, 'session', model).size > 0) return true
  if (new RegExp(`\\breturn\\s+${name}\\b|\\breturn\\s+new\\s+\\w+\\(\\s*${name}\\b|=\\s*${name}\\s*(?:[;,)\\n]|$)|\\b${name}\\??\\.(?:release|commit|rollback|abort|end|destroy|close)`, 'm').test(body)) return true
  return isReleasedBehind(unit, name, model, 1)
}

/** `load(connection) { return this.execute(connection) }`, where `execute` releases it. */
function isReleasedBehind({ calls }: Unit, name: string, model: Model, depth: number): boolean {
  return calls.some((call) => {
    const index = argumentsOf(call.node).findIndex((argument) => ts.isIdentifier(argument) && argument.text === name)
    if (index < 0) return false
    return model.resolve(call).units.some((callee) => {
      const parameter = callee.parameters[index]
      if (!parameter || !ts.isIdentifier(parameter.name)) return false
      const inner = parameter.name.text
      return new RegExp(`\\b${inner}\\??\\.(?:release|end|endSession|destroy|close)\\(`).test(callee.node.getText()) || (depth < MOST_HANDED && isReleasedBehind(callee, inner, model, depth + 1))
    })
  })
}

function mentions(node: ts.Node, name: string): boolean {
  return new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(node.getText())
}

type State = 'open' | 'closed' | 'none'

/** What running a piece of code does while the thing is held. */
interface Effect {
  /** Whether it is still held when control comes out at the end; `none`: control never does. */
  readonly after: State
  readonly returns: ts.Node | undefined
  readonly throws: ts.Node | undefined
}

const NOTHING: Effect = { after: 'open', returns: undefined, throws: undefined }
const CLOSED: Effect = { after: 'closed', returns: undefined, throws: undefined }

/** Walks on from where something was taken, over every way out of the function. */
class Walk {
  constructor(
    private readonly holder: string,
    private readonly closers: ReadonlySet<ts.Node>,
    private readonly unit: Unit,
    private readonly model: Model,
    /** Returns at which nothing is held any more. */
    private readonly ended: ReadonlySet<ts.Node> = new Set(),
  ) {}

  from(statement: ts.Statement, unit: Unit): Pick<Leak, 'way' | 'at'> | undefined {
    if (this.closers.size === 0) return { way: 'never', at: undefined }
    let effect: Effect = NOTHING
    let node: ts.Node = statement
    // Out of each block to the one around, with what stands behind.
    while (node !== unit.node && node.parent) {
      const { parent } = node
      if (ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent)) {
        const rest = parent.statements.slice(parent.statements.indexOf(node as ts.Statement) + 1)
        effect = this.then(effect, () => this.all(rest))
      } else if (ts.isTryStatement(parent) && parent.tryBlock === node) effect = this.afterTry(parent, effect)
      else if (ts.isTryStatement(parent) && parent.catchClause === node && parent.finallyBlock && this.all(parent.finallyBlock.statements).after === 'closed') effect = CLOSED
      else if (ts.isIterationStatement(parent, false) && effect.after === 'open') return { way: 'end', at: parent }
      if (effect.after === 'closed' && !effect.returns && !effect.throws) return undefined
      node = parent
    }
    if (effect.returns) return { way: 'return', at: effect.returns }
    if (effect.throws) return { way: 'throw', at: effect.throws }
    return effect.after === 'open' ? { way: 'end', at: undefined } : undefined
  }

  private then(first: Effect, next: () => Effect): Effect {
    if (first.after !== 'open') return first
    const second = next()
    return { after: second.after, returns: first.returns ?? second.returns, throws: first.throws ?? second.throws }
  }

  private all(statements: readonly ts.Statement[]): Effect {
    let effect: Effect = NOTHING
    for (const statement of statements) {
      effect = this.then(effect, () => this.one(statement))
      if (effect.after !== 'open') break
    }
    return effect
  }

  private one(statement: ts.Statement): Effect {
    if (ts.isBlock(statement)) return this.all(statement.statements)
    if (ts.isReturnStatement(statement)) return this.closesIn(statement) ? CLOSED : { after: 'none', returns: this.ended.has(statement) ? undefined : statement, throws: this.throwsIn(statement) }
    if (ts.isThrowStatement(statement)) return { after: 'none', returns: undefined, throws: statement }
    if (ts.isBreakStatement(statement) || ts.isContinueStatement(statement)) return NOTHING
    if (ts.isIfStatement(statement)) return this.branches(statement)
    if (ts.isTryStatement(statement)) return this.afterTry(statement, this.all(statement.tryBlock.statements))
    if (ts.isSwitchStatement(statement)) {
      const clauses = statement.caseBlock.clauses.map((clause) => this.all(clause.statements))
      const after = clauses.some((clause) => clause.after === 'closed') ? 'closed' : 'open'
      return { after, returns: clauses.find(({ returns }) => returns)?.returns, throws: clauses.find(({ throws }) => throws)?.throws }
    }
    if (ts.isIterationStatement(statement, true)) {
      const body = this.one(statement.statement)
      return { after: body.after === 'closed' ? 'closed' : 'open', returns: body.returns, throws: body.throws }
    }
    if (ts.isLabeledStatement(statement)) return this.one(statement.statement)
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return NOTHING
    return this.closesIn(statement) ? CLOSED : { after: 'open', returns: undefined, throws: this.throwsIn(statement) }
  }

  private branches(statement: ts.IfStatement): Effect {
    const thrown = this.throwsIn(statement.expression)
    const yes = this.one(statement.thenStatement)
    const no = statement.elseStatement ? this.one(statement.elseStatement) : NOTHING
    // `if (client) client.release()`, `if (isOwn) await trx.commit()`: it is given back where it is ours.
    const isConditional = yes.after === 'closed' || no.after === 'closed'
    const after: State = isConditional && (yes.after !== 'open' || !statement.elseStatement || no.after === 'closed') ? 'closed' : yes.after === 'none' && no.after === 'none' ? 'none' : 'open'
    return { after, returns: yes.returns ?? no.returns, throws: thrown ?? yes.throws ?? no.throws }
  }

  /** What a `try` makes of the effect of its block. */
  private afterTry(statement: ts.TryStatement, body: Effect): Effect {
    const atLast = statement.finallyBlock && this.all(statement.finallyBlock.statements)
    if (atLast?.after === 'closed') return CLOSED
    let effect = body
    if (statement.catchClause) {
      const caught = this.all(statement.catchClause.block.statements)
      // Without anything that may throw while it is held, the `catch` is about something else.
      if (body.throws) {
        const after: State = body.after === 'open' || caught.after === 'open' ? 'open' : body.after === 'closed' || caught.after === 'closed' ? 'closed' : 'none'
        effect = { after, returns: body.returns ?? caught.returns, throws: caught.throws }
      }
    }
    return atLast ? this.then(effect, () => atLast) : effect
  }

  private closesIn(node: ts.Node): boolean {
    let found = false
    const visit = (child: ts.Node): void => {
      if (found) return
      if (this.closers.has(child)) found = true
      else ts.forEachChild(child, visit)
    }
    visit(node)
    return found
  }

  /** The first thing awaited, other than what makes the connection ready. */
  private throwsIn(node: ts.Node): ts.Node | undefined {
    let found: ts.Node | undefined
    const visit = (child: ts.Node): void => {
      if (found || ts.isFunctionLike(child)) return
      if (ts.isAwaitExpression(child) && !isReadying(child.expression, this.holder, this.unit, this.model)) found = child
      else ts.forEachChild(child, visit)
    }
    visit(node)
    return found
  }
}

/**
 * `await queryRunner.connect()`, `await client.query('BEGIN')`: where that fails there is nothing to undo yet. So it is
 * with a function that is given the connection and waits for nothing else, but for a while between attempts.
 */
function isReadying(expression: ts.Expression, holder: string, unit: Unit, model: Model): boolean {
  const value = skipOuter(expression)
  const call = ts.isCallExpression(value) ? callAt(value, unit) : undefined
  if (!call) return false
  const receiver = receiverOf(value)
  if (!receiver || skipOuter(receiver).getText() !== holder) return onlyReadies(call, holder, model)
  if (/^(?:connect|begin|start)/.test(call.name)) return true
  return call.name === 'query' && /^[`'"]?\s*(?:begin|start transaction|set )/i.test(argumentsOf(value)[0]?.getText() ?? '')
}

/** All that the function of a call waits for makes the connection ready that it is given. */
function onlyReadies(call: Call, holder: string, model: Model): boolean {
  const index = argumentsOf(call.node).findIndex((argument) => skipOuter(argument).getText() === holder)
  const { units } = model.resolve(call)
  return index >= 0 && units.length > 0 && units.every((unit) => {
    const name = unit.parameters[index]?.name.getText()
    const awaited = unitsIn(unit).flatMap((inner) => awaitedIn(inner))
    return name !== undefined && awaited.some((one) => isReadying(one, name, unit, model)) && awaited.every((one) => isReadying(one, name, unit, model) || isPause(one) || isOwnFunction(one, unit, model))
  })
}

/** What a function, without those inside of it, waits for. */
function awaitedIn(unit: Unit): ts.Expression[] {
  const found: ts.Expression[] = []
  const visit = (node: ts.Node): void => {
    if (node !== unit.node && ts.isFunctionLike(node)) return
    if (ts.isAwaitExpression(node)) found.push(node.expression)
    ts.forEachChild(node, visit)
  }
  visit(unit.node)
  return found
}

/** `new Promise((resolve) => setTimeout(resolve, 20))` */
function isPause(expression: ts.Expression): boolean {
  const value = skipOuter(expression)
  return ts.isNewExpression(value) && value.expression.getText() === 'Promise' && /^\(?\w+\)?\s*=>\s*setTimeout\(/.test(value.arguments?.[0]?.getText() ?? '')
}

/** A function that stands inside of another is called. */
function isOwnFunction(expression: ts.Expression, unit: Unit, model: Model): boolean {
  const call = ts.isCallExpression(skipOuter(expression)) ? callAt(skipOuter(expression) as ts.CallExpression, unit) : undefined
  const units = call ? model.resolve(call).units : []
  return units.length > 0 && units.every((one) => one !== unit && unitsIn(unit).includes(one))
}
