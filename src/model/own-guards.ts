/**
 * What a handler itself does to find out who asks: it looks at an identity and refuses who is nobody, whatever else was
 * asked of it.
 */
import { ts } from 'ts-morph'
import type { Graph } from './graph.js'
import type { Unit } from './types.js'

/** Functions between a handler and the one that refuses. */
const MOST_CALLS = 2
export const UNAUTHORIZED = /\b40[13]\b|unauthori[sz]ed|forbidden|unauthenticated|\bnot (?:logged|signed) in\b|AuthenticationError|AccessDenied|NotAuthori[sz]ed/i
/** What a condition asks of whoever sent the request. */
const IDENTITY = /(?<![\w$])(?:\w*(?:user|session|auth\w*|token|jwt|bearer|api_?key|signature|identity|viewer|principal|claims|account|member|permission|role|owner|admin|cookie|secret|access)(?:_?ids?|s|d|ed|able)?|me|uid|sub|timingSafeEqual|verif\w*)(?![\w$])/i
/** A condition about something that failed, or about the words of who logs in. */
const FAILED = /(?<![\w$])(?:err|error|e|status|statusCode|code|password\w*)(?![\w$])/i
/** Who is nobody is sent away: with an answer, an error, or to where one signs in. */
const SENDS_AWAY = new RegExp(`${UNAUTHORIZED.source}|redirect\\w*\\([^)]*['"\`][^'"\`]*(?:log|sign)-?in\\b`, 'i')
/** A function that is given the headers of a request and says whether they are true: `if (!(await verify(req.headers, body))) throw ...` */
const CHECKS_SENDER = /\b\w*(?:verif|valid|authentic)\w*\([^)]*\b(?:headers|signature|rawBody)\b/i
const LEAVES = /\bthrow\b|\b4\d\d\b|BadRequest|reject/i
const ASSERTS = /assert|invariant|ensure|must|throwIf|require/i

/** Whether a handler refuses who is nobody, itself or by a function it calls in any case. */
export function refusesNobody(handler: Unit, graph: Graph): boolean {
  const seen = new Set<Unit>([handler])
  let level: Unit[] = [handler]
  for (let depth = 0; depth <= MOST_CALLS && level.length > 0; depth++) {
    const next: Unit[] = []
    for (const unit of level) {
      const text = unit.node.getText()
      if ((SENDS_AWAY.test(text) || CHECKS_SENDER.test(text)) && refuses(unit, depth === 0)) return true
      for (const { call, target } of graph.edgesOf(unit)) {
        if (seen.has(target) || ts.isDecorator(call.node.parent) || isSwallowed(call.node) || (depth === 0 && isInBranch(call.node, handler.node))) continue
        seen.add(target)
        next.push(target)
      }
    }
    level = next
  }
  return false
}

function refuses(unit: Unit, isHandler: boolean): boolean {
  const visit = (node: ts.Node): boolean => {
    if (decides(node) && !(isHandler && isInBranch(node, unit.node))) return true
    return ts.forEachChild(node, (child) => visit(child) || undefined) ?? false
  }
  return visit(unit.node)
}

/** `if (!user) return reply.code(401)`, `assert(user, new Unauthorized())` */
function decides(node: ts.Node): boolean {
  if (ts.isIfStatement(node)) {
    const sides = [node.thenStatement, ...(node.elseStatement ? [node.elseStatement] : [])].map((side) => side.getText())
    return (isAboutIdentity(node.expression) && sides.some((side) => SENDS_AWAY.test(side))) || (CHECKS_SENDER.test(node.expression.getText()) && sides.some((side) => LEAVES.test(side)))
  }
  if (ts.isConditionalExpression(node)) return isAboutIdentity(node.condition) && (UNAUTHORIZED.test(node.whenTrue.getText()) || UNAUTHORIZED.test(node.whenFalse.getText()))
  const [condition, ...rest] = ts.isCallExpression(node) ? node.arguments : []
  return ts.isCallExpression(node) && condition !== undefined && ASSERTS.test(node.expression.getText()) && isAboutIdentity(condition) && rest.some((one) => UNAUTHORIZED.test(one.getText()))
}

function isAboutIdentity(condition: ts.Expression): boolean {
  const text = condition.getText()
  return (IDENTITY.test(text) && !FAILED.test(text)) || isTakenFromIdentity(condition)
}

/** What was found out about whoever sent the request. */
const OF_REQUEST = /(?<![\w$])(?:req|request|ctx|context|c|state|locals)\??\.(?:state\.|locals\.)?(?:user|auth|session|currentUser|viewer|principal|account)(?![\w$])/

/** `const tenantId = Number(req.user && req.user.tenant_id); if (!tenantId) ...` */
function isTakenFromIdentity(condition: ts.Expression): boolean {
  const value = ts.isPrefixUnaryExpression(condition) ? condition.operand : condition
  if (!ts.isIdentifier(value)) return false
  for (let at: ts.Node = condition; at.parent && !ts.isFunctionLike(at); at = at.parent) {
    if (!ts.isBlock(at.parent)) continue
    for (const statement of at.parent.statements) {
      if (statement === at) break
      const made = ts.isVariableStatement(statement) ? statement.declarationList.declarations.find(({ name }) => name.getText() === value.text) : undefined
      if (made?.initializer) return OF_REQUEST.test(made.initializer.getText())
    }
  }
  return false
}

/** Whether what goes wrong in a call is left at that: a token that is not valid is then like none. */
export function isSwallowed(call: ts.Node): boolean {
  for (let at = call; at.parent && !ts.isFunctionLike(at); at = at.parent) {
    const outer = at.parent
    if (ts.isTryStatement(outer) && outer.tryBlock === at && outer.catchClause) return !LEAVES.test(outer.catchClause.block.getText()) && !SENDS_AWAY.test(outer.catchClause.block.getText())
    if (ts.isPropertyAccessExpression(outer) && outer.name.text === 'catch') return true
  }
  return false
}

/**
 * Whether a node only runs on one side of a decision of the function around it. By which method it was asked is none: a
 * handler of several methods is several handlers.
 */
export function isInBranch(node: ts.Node, root: ts.Node): boolean {
  for (let at = node; at !== root && at.parent; at = at.parent) {
    const outer = at.parent
    if (ts.isIfStatement(outer) && at !== outer.expression && !/\bmethod\b/i.test(outer.expression.getText())) return true
    if (ts.isConditionalExpression(outer) && at !== outer.condition) return true
    if (ts.isBinaryExpression(outer) && at === outer.right && /^(?:&&|\|\||\?\?)$/.test(outer.operatorToken.getText())) return true
    if (ts.isCatchClause(outer)) return true
    if (ts.isCaseBlock(outer) && !/\bmethod\b/i.test(outer.parent.expression.getText())) return true
  }
  return false
}
