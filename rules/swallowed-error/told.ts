/**
 * Failures that are told by what stands behind: the value that stands for one is tested, and whoever asked is refused.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../../src/libraries/paths.js'
import type { SwallowedError } from '../../src/model/promise-types.js'
import type { Model, Unit } from '../../src/model/types.js'

/** A statement that throws, or answers that it did not work: `return { status: 'failed', reason }`, `return { error: 'not settled' }`. */
const TELLS_FAILURE =
  /^throw\b|\b(?:ok|success): false\b|\bstatus\(\s*[45]\d\d|\b(?:sendError|reject)\(|\breturn \(?\{[^}]*(?:\berror(?:: (?!null\b|undefined\b|false\b|''|"")|\s*[,}])|\b\w+: ['"`](?:[Ff]ail(?:ed|ure)?|FAIL(?:ED|URE)?|[Ee]rror|ERROR)['"`])/

/** `return true` where it went well, `return false` where not, or the other way round. */
export function saysFalse({ node, handler, guarded }: SwallowedError): boolean {
  // `remove(id).then(() => true).catch(() => false)`
  if (!ts.isCatchClause(node)) return /=>\s*false$|return false\b/.test(handler.getText()) && /=>\s*true\b|return true\b/.test(guarded.getText())
  const told = /\breturn (true|false)\b/.exec(node.block.getText())?.[1]
  if (told !== undefined && guarded.getText().search(told === 'true' ? /\breturn false\b/ : /\breturn true\b/) >= 0) return true
  // `sent = true`, and `sent = false` in the `catch`.
  const name = /^([\w$]+) = false;?$/.exec(node.block.statements[0]?.getText() ?? '')?.[1] ?? falseBefore(node.parent)
  return name !== undefined && ts.isBlock(guarded) && guarded.statements.some((statement) => statement.getText().replace(/;$/, '') === `${name} = true`)
}

/** `let isOwner = false` in front of the `try`. */
function falseBefore({ parent: block, pos }: ts.TryStatement): string | undefined {
  if (!ts.isBlock(block)) return undefined
  for (const statement of block.statements.filter((one) => one.pos < pos && ts.isVariableStatement(one)).reverse()) {
    const found = (statement as ts.VariableStatement).declarationList.declarations.find(({ initializer }) => initializer?.kind === ts.SyntaxKind.FalseKeyword)
    if (found) return found.name.getText()
  }
  return undefined
}

export function isFollowedByFalse({ node, guarded }: SwallowedError): boolean {
  const block = ts.isCatchClause(node) ? node.parent.parent : undefined
  if (!block || !ts.isBlock(block) || !/\breturn true\b/.test(guarded.getText())) return false
  const next = block.statements[block.statements.indexOf(node.parent as ts.Statement) + 1]
  return next !== undefined && ts.isReturnStatement(next) && next.expression?.kind === ts.SyntaxKind.FalseKeyword
}

/** The way on is for the failure alone: what went well has returned, and what follows says that nothing was found. */
export function isFollowedByFailure({ node, guarded }: SwallowedError): boolean {
  const block = ts.isCatchClause(node) ? node.parent.parent : undefined
  if (!block || !ts.isBlock(block) || !/\breturn\b/.test(guarded.getText())) return false
  const at = block.statements.indexOf(node.parent as ts.Statement)
  const next = statementBehind(node.parent as ts.Statement, block)
  if (next && TELLS_FAILURE.test(next.getText())) return true
  // `response.status(Status.Unauthorized)`, `response.json(FAILED)`: in names of the program's own.
  const tried = ts.isBlock(guarded) ? guarded.statements.at(-1) : undefined
  return tried !== undefined && ts.isReturnStatement(tried) && block.statements.slice(at + 1).some((below) => ts.isExpressionStatement(below) && /\bstatus(?:Code)?\b.*\b(?:unauthori[sz]ed|forbidden|bad_?request|not_?found|conflict|internal\w*|unprocessable\w*)\b|\b(?:json|send)\([^)]*(?:fail|error)/i.test(below.getText()))
}

/** What comes behind a statement of a block, or behind the `if` whose block ends with it. */
export function statementBehind(statement: ts.Statement, { parent, statements }: ts.Block): ts.Statement | undefined {
  const next = statements[statements.indexOf(statement) + 1]
  return next ?? (ts.isIfStatement(parent) && ts.isBlock(parent.parent) ? statementBehind(parent, parent.parent) : undefined)
}

/**
 * `let allowed = false; try { allowed = await load() } catch { allowed = false } if (!allowed) throw ...`; or a function
 * that returns it, and is only called where that is asked.
 */
export function isRefused(swallowed: SwallowedError, unit: Unit, model: Model): boolean {
  const { node, handler } = swallowed
  if (!ts.isCatchClause(node)) {
    const value = ts.isArrowFunction(handler) && !ts.isBlock(handler.body) ? truthOf(handler.body) : undefined
    return value !== undefined && isRefusedAt(node, value, unit, model)
  }
  const [only] = node.block.statements
  if (only && ts.isReturnStatement(only)) {
    const value = only.expression && truthOf(only.expression)
    return value !== undefined && callersRefuse(unit, value, model)
  }
  const assigned = only && ts.isExpressionStatement(only) && ts.isBinaryExpression(only.expression) ? only.expression : undefined
  if (only && !assigned) return false
  const value = assigned ? truthOf(assigned.right) : false
  const name = assigned ? assigned.left.getText() : falseBefore(node.parent)
  if (name === undefined || value === undefined || (!assigned && !new RegExp(String.raw`\b${name} = `).test(node.parent.tryBlock.getText()))) return false
  return isFirstUseRefused(name, node.parent.end, value, unit, model)
}

/** `return 1` where a command has failed: all the function ever returns are numbers that are written down. */
export function isExitCode({ node }: SwallowedError, { returns }: Unit): boolean {
  const [only] = ts.isCatchClause(node) ? node.block.statements : []
  const code = only && ts.isReturnStatement(only) ? only.expression : undefined
  return code !== undefined && ts.isNumericLiteral(code) && code.text !== '0' && returns.every(ts.isNumericLiteral)
}

function truthOf(expression: ts.Expression): boolean | undefined {
  const { kind } = skipOuter(expression)
  return kind === ts.SyntaxKind.TrueKeyword ? true : kind === ts.SyntaxKind.FalseKeyword ? false : undefined
}

function callersRefuse(unit: Unit, value: boolean, model: Model): boolean {
  const callers = model.callersOf(unit)
  return callers.length > 0 && callers.every(({ call, use }) => use === undefined && ts.isCallExpression(call.node) && isRefusedAt(call.node, value, call.unit, undefined))
}

/**
 * Where an expression has a value, the way on throws or answers that it failed, at once or where its name is asked.
 *
 * @param model to follow what is returned to the callers; undefined where they are looked at already
 */
function isRefusedAt(expression: ts.Expression, value: boolean, unit: Unit, model: Model | undefined): boolean {
  const statement = ts.findAncestor(expression as ts.Node, ts.isStatement)
  // `throw new Failure(`not sent${auditFailed ? ', nor noted' : ''}`)`
  if (statement && ts.isThrowStatement(statement)) return true
  let at: ts.Node = expression
  for (let truth = value; ; at = at.parent) {
    const { parent } = at
    if (ts.isIfStatement(parent)) return tellsFailure(truth ? parent.thenStatement : parent.elseStatement)
    if (ts.isVariableDeclaration(parent)) return ts.isIdentifier(parent.name) && isFirstUseRefused(parent.name.text, parent.end, truth, unit, model)
    if (ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === at)) return model !== undefined && callersRefuse(unit, truth, model)
    if (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) truth = !truth
    // `failed || isLate` is true, `isPaid && isOpen` is false, whatever the other one is.
    else if (ts.isBinaryExpression(parent) ? parent.operatorToken.kind !== (truth ? ts.SyntaxKind.BarBarToken : ts.SyntaxKind.AmpersandAmpersandToken) : !ts.isAwaitExpression(parent) && !ts.isParenthesizedExpression(parent)) return false
  }
}

/** The first that is asked of a name behind a position is whether it failed. */
function isFirstUseRefused(name: string, behind: number, value: boolean, unit: Unit, model: Model | undefined): boolean {
  const visit = (node: ts.Node): ts.Identifier | undefined => {
    if (node.end <= behind) return undefined
    return ts.isIdentifier(node) && node.text === name && node.pos >= behind ? node : ts.forEachChild(node, visit)
  }
  const found = visit(unit.node)
  return found !== undefined && isRefusedAt(found, value, unit, model)
}

function tellsFailure(branch: ts.Statement | undefined): boolean {
  const statements = branch && ts.isBlock(branch) ? branch.statements : branch ? [branch] : []
  return statements.some((statement) => TELLS_FAILURE.test(statement.getText()))
}

/** How many statements before a failure what it is about may have been logged. */
const BEFORE = 4
const LOGS = /^(?:await\s+)?(?:[\w$.]*\b(?:log(?:ger)?|console)\b[\w$.]*|\w*(?:log|errlog|warn))\(/i

/**
 * What is written down was told before: `log('done', stats); job.status = 'done'; await job.save().catch(() => {})`. Only
 * the note of it is lost.
 *
 * @param node the call of `catch`
 */
export function isToldBefore(node: ts.Node): boolean {
  let statement = ts.findAncestor(node, ts.isStatement)
  // The note may stand under a condition: `if (job) { ... }`.
  for (let level = 0; statement && level < 2; level++) {
    const { parent: block } = statement
    if (!ts.isBlock(block)) return false
    const at = block.statements.indexOf(statement)
    const before = block.statements.slice(level === 0 ? Math.max(0, at - BEFORE) : Math.max(0, at - 1), at)
    if (before.some((one) => ts.isExpressionStatement(one) && LOGS.test(one.getText()))) return true
    if (!ts.isIfStatement(block.parent) || block.parent.thenStatement !== block) return false
    statement = block.parent
  }
  return false
}

/**
 * It fails while another failure is dealt with, which was kept: `run().catch(async (error) => { state.error = error.message; await save().catch(() => {}) })`.
 *
 * @param node the call of `catch`
 */
export function isInHandler(node: ts.Node): boolean {
  for (let at = node.parent; at.parent; at = at.parent) {
    const error = ts.isCatchClause(at) ? at.variableDeclaration?.name : isCatchHandler(at) ? at.parameters[0]?.name : undefined
    if (error && ts.isIdentifier(error)) return new RegExp(`\\b${error.text.replace(/\$/g, '\\$')}\\b`).test(at.getText().slice(error.end - at.getStart(), node.getStart() - at.getStart()))
    if (ts.isFunctionLike(at)) return false
  }
  return false
}

function isCatchHandler(node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression {
  return (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && ts.isCallExpression(node.parent) && ts.isPropertyAccessExpression(node.parent.expression) && node.parent.expression.name.text === 'catch'
}
