/**
 * Awaited round trips of a function, and which of them could go at the same time.
 */
import { ts } from 'ts-morph'
import type { Call, Model, OperationKind, Reached, Unit } from '../../src/model/types.js'

export interface Trip {
  readonly unit: Unit
  /** The statement it stands in. */
  readonly statement: ts.Statement
  /** `await ...` */
  readonly waiting: ts.AwaitExpression
  readonly label: string
  readonly table: string | undefined
  readonly arity: 'one' | 'many' | 'unknown'
  /** Names of declared relations of its table, and where they lead. */
  readonly relations: readonly { readonly name: string; readonly target: string }[]
  /** What its result is bound to. */
  readonly names: readonly string[]
  readonly confidence: 'high' | 'medium'
  /** Functions of the project between. */
  readonly distance: number
}

/** One parent row and what is loaded for it afterwards. */
export interface Family {
  readonly parent: Trip
  readonly relations: readonly Trip[]
  readonly areDeclared: boolean
}

const READING: readonly OperationKind[] = ['query', 'http', 'cache-read']
/** What must not change places with anything. */
const CHANGING: readonly OperationKind[] = ['payment', 'email', 'sms', 'publish', 'enqueue', 'cache-delete', 'file-write', 'sleep', 'process', 'llm', 'lock', 'unlock', 'storage']
/** What decides whether the rest may happen. */
const DECIDES = /^_?(?:require|assert|ensure|check|verify|authori[sz]e|authenticate|auth|validate|guard|can|has|is|must|getServerSession|getSession|currentUser|resolveUser|findOrCreate|getOrCreate|create|update|delete|set|save|insert|upsert|add|remove|init|connect|begin|start|lock|acquire|sync|refresh|ensure)(?=[A-Z_]|$)/

/** Groups of trips in which none depends on another, in the order of the code; groups of one too. */
export function runsIn(unit: Unit, model: Model): readonly (readonly Trip[])[] {
  // One connection works on one query at a time.
  if (model.implicitTransaction(unit) || model.acquisitions.some((call) => call.unit === unit)) return []
  const runs: Trip[][] = []
  for (const statements of listsIn(unit)) {
    let run: Trip[] = []
    let tainted = new Set<string>()
    const end = (): void => {
      if (run.length > 0) runs.push(run)
      run = []
      tainted = new Set()
    }
    for (const statement of statements) {
      const waits = awaitsIn(statement)
      const trips = waits.flatMap((waiting) => tripAt(waiting, statement, unit, model) ?? [])
      if (trips.length === 0) {
        if (!isNeutral(statement, tainted, unit, model)) end()
        else if (mentions(statement, tainted)) for (const name of namesIn(statement)) tainted.add(name)
        continue
      }
      if (trips.length < waits.length || !isPlain(statement, trips)) {
        end()
        continue
      }
      for (const trip of trips) {
        if (mentions(trip.waiting, tainted)) end()
        run.push(trip)
        for (const name of trip.names) tainted.add(name)
      }
      if (ts.isReturnStatement(statement)) end()
    }
    end()
  }
  return runs
}

/** A row found alone, and at least two lists or rows that are looked up by it. */
export function familiesIn(runs: readonly (readonly Trip[])[]): readonly Family[] {
  const trips = runs.flat()
  return trips.flatMap((parent, index): Family[] => {
    const [name] = parent.names
    if (name === undefined || parent.names.length !== 1 || parent.arity !== 'one' || parent.table === undefined || parent.distance > 0) return []
    const key = new RegExp(String.raw`(?<![\w$.])${name.replace(/\$/g, '\\$')}[?!]?\.\w*(?:id|Id|_id|ID|uuid)\b`)
    const relations: Trip[] = []
    for (const trip of trips.slice(index + 1)) {
      if (trip.statement.parent !== parent.statement.parent || trip.distance > 0 || trip.table === undefined || trip.table === parent.table || !key.test(trip.waiting.getText())) break
      relations.push(trip)
    }
    if (new Set(relations.map(({ table }) => table)).size < 2) return []
    const areDeclared = relations.filter(({ table }) => parent.relations.some(({ target }) => target === table)).length >= 2
    return [{ parent, relations, areDeclared }]
  })
}

/** Lists of statements directly in a unit, but for those that a loop repeats. */
function listsIn(unit: Unit): readonly (readonly ts.Statement[])[] {
  const found: (readonly ts.Statement[])[] = []
  const visit = (node: ts.Node): void => {
    if ((node !== unit.node && (ts.isFunctionLike(node) || ts.isClassLike(node))) || ts.isIterationStatement(node, false)) return
    if (ts.isBlock(node) || ts.isCaseOrDefaultClause(node)) found.push(node.statements)
    ts.forEachChild(node, visit)
  }
  visit(unit.node)
  return found
}

/** The outermost awaits of a statement, in the order in which they run. */
function awaitsIn(statement: ts.Statement): readonly ts.AwaitExpression[] {
  if (!ts.isVariableStatement(statement) && !ts.isExpressionStatement(statement) && !ts.isReturnStatement(statement)) return []
  const found: ts.AwaitExpression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return
    if (ts.isAwaitExpression(node)) found.push(node)
    else ts.forEachChild(node, visit)
  }
  visit(statement)
  return found
}

function tripAt(waiting: ts.AwaitExpression, statement: ts.Statement, unit: Unit, model: Model): Trip | undefined {
  const inside = unit.calls.filter(({ node }) => node.pos >= waiting.pos && node.end <= waiting.end)
  // Started together already.
  if (/^Promise\.\w+\(/.test(waiting.expression.getText()) || /\bawait\b/.test(waiting.expression.getText())) return undefined
  const reached = inside.flatMap((call) => reachedAt(call, model))
  const first = reached.find(({ operation }) => !operation.isSync)
  if (!first || inside.some((call) => DECIDES.test(call.name) && model.operationOf(call) === undefined)) return undefined
  if (reached.some(({ cached, looped, operation }) => cached || looped || operation.locks || operation.control !== undefined || !reads(operation.access))) return undefined
  if (inside.some((call) => CHANGING.some((kind) => model.reachedFrom(call, kind).length > 0))) return undefined
  if (reached.some((one) => isInTransaction(one, model))) return undefined
  const { operation } = first
  const label = first.distance === 0 ? operation.label : waiting.expression.getText().replace(/[(<].*$/s, '').replace(/\s+/g, '')
  return {
    unit,
    statement,
    waiting,
    label,
    table: operation.table,
    arity: operation.arity,
    relations: operation.declaredTable?.relations ?? [],
    names: ts.isVariableStatement(statement) || ts.isExpressionStatement(statement) ? namesIn(statement) : [],
    confidence: reached.every((one) => one.confidence === 'high' && one.operation.confidence === 'high') ? 'high' : 'medium',
    distance: first.distance,
  }
}

function reachedAt(call: Call, model: Model): readonly Reached[] {
  return READING.flatMap((kind) => model.reachedFrom(call, kind))
}

function reads(access: string): boolean {
  return access === 'read' || access === 'aggregate' || access === 'unknown'
}

function isInTransaction(reached: Reached, model: Model): boolean {
  if (reached.operation.kind !== 'query') return false
  const { kind } = model.participationOf(reached)
  return kind === 'in' || kind === 'parameter' || model.openTransaction(reached.operation.call) !== undefined || model.openTransaction(reached.call) !== undefined
}

/** The results are kept or answered, and no branch decides whether they are asked for. */
function isPlain(statement: ts.Statement, trips: readonly Trip[]): boolean {
  if (ts.isExpressionStatement(statement) && ts.isAwaitExpression(statement.expression)) return false
  return trips.every(({ waiting }) => {
    for (let node: ts.Node = waiting; node.parent && node !== statement; node = node.parent) {
      if (ts.isConditionalExpression(node.parent) && node.parent.condition !== node) return false
      if (ts.isBinaryExpression(node.parent) && node.parent.right === node && /^(?:&&|\|\||\?\?)$/.test(node.parent.operatorToken.getText())) return false
    }
    return true
  })
}

/** Nothing in it decides, changes or waits for anything that matters for what comes after. */
function isNeutral(statement: ts.Statement, tainted: ReadonlySet<string>, unit: Unit, model: Model): boolean {
  if (ts.isFunctionDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isEmptyStatement(statement)) return true
  if (ts.isVariableStatement(statement)) {
    if (!/\bawait\b/.test(statement.getText())) return true
    // `const body = await request.json()`
    return !unit.calls.some((call) => call.node.pos >= statement.pos && call.node.end <= statement.end && (DECIDES.test(call.name) || model.resolve(call).units.length > 0 || model.operationOf(call) !== undefined))
  }
  if (ts.isExpressionStatement(statement)) {
    if (/\bawait\b/.test(statement.getText())) return false
    return ts.isBinaryExpression(statement.expression) || /^(?:\w+\.)*(?:log(?:ger)?|console)\.\w+\(/.test(statement.getText())
  }
  return ts.isIfStatement(statement) && !mentions(statement, tainted) && !/\b(?:return|throw|await)\b|\.(?:throw|json|send)\(/.test(statement.getText())
}

function mentions(node: ts.Node, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false
  let isFound = false
  const visit = (inner: ts.Node): void => {
    if (isFound) return
    if (ts.isIdentifier(inner) && (isOwn(inner) ? names.has(`this.${inner.text}`) : names.has(inner.text) && !isMemberName(inner))) isFound = true
    else ts.forEachChild(inner, visit)
  }
  visit(node)
  return isFound
}

function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node
  return (ts.isPropertyAccessExpression(parent) && parent.name === node) || (ts.isPropertyAssignment(parent) && parent.name === node)
}

/** `orders` of `this.orders` */
function isOwn(node: ts.Identifier): boolean {
  const { parent } = node
  return ts.isPropertyAccessExpression(parent) && parent.name === node && parent.expression.kind === ts.SyntaxKind.ThisKeyword
}

/** Names that a statement gives a value to: declared, or assigned, or the object whose property is. */
function namesIn(statement: ts.Statement): readonly string[] {
  const found: string[] = []
  const bind = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) found.push(name.text)
    else for (const element of name.elements) if (ts.isBindingElement(element)) bind(element.name)
  }
  if (ts.isVariableStatement(statement)) for (const { name } of statement.declarationList.declarations) bind(name)
  else if (ts.isExpressionStatement(statement) && ts.isBinaryExpression(statement.expression)) {
    const text = statement.expression.left.getText()
    const [name] = /^(?:this\.)?[A-Za-z_$][\w$]*/.exec(text) ?? []
    if (name !== undefined) found.push(name)
  }
  return found
}
