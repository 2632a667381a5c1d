/**
 * Entry points that find out who asks before they do anything else, and answer whoever is nobody.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../../src/libraries/paths.js'
import { endsFunction } from '../../src/model/control-flow.js'
import type { Call, EntryPoint, Model, Unit } from '../../src/model/types.js'
import { nearbyText } from './attempts.js'
import { escaped, keptUnder } from './token-first.js'

const REFUSES = /\b401\b|unauthori[sz]ed|unauthenticated/i
/** What says who sent a request. */
const IDENTITY = /authorization|cookie|session|token|jwt/i
/** What somebody sends who wants to log in. */
const CREDENTIALS = /passw|\bbody\b/i

/** Whether only those come to what an entry point does who have signed in. */
export function isGated(entry: EntryPoint, model: Model): boolean {
  return isGatedInside(entry) || asksHelperFirst(entry.handler, model) || isWrappedForKnown(entry.handler, model)
}

/** The handler first asks for the session, and answers that there is none. */
function isGatedInside({ handler: { node } }: EntryPoint): boolean {
  if (ts.isSourceFile(node) || ts.isClassStaticBlockDeclaration(node) || !node.body) return false
  const head = node.body.getText().slice(0, 300)
  if (/(?<!\.)\b(?:with|require|ensure)(?:Auth(?!entication?Rate)|User|Session|Org|Role|Permission|Admin|Minimum\w*Role)\w*\(/.test(head)) return true
  return ASKS_FOR_SESSION.test(node.body.getText())
}

/** `const session = await getServerSession(); if (!session) return json({}, 401)`, `if ('response' in session) return session.response` */
const ASKS_FOR_SESSION =
  /^[^]{0,400}?\b(?:const|let)\s+(\w+)\s*=\s*await\s+(?:[\w.]*(?:(?:get|require)\w*(?:Session|CurrentUser|AuthUser|Authenticated\w*)|currentUser)\w*|auth)\([^]{0,160}?\bif\s*\(\s*(?:!\s*\1\b|['"]response['"]\s+in\s+\1\b)[^]{0,160}?(?:\b401\b|\breturn\s+\1\.response\b)/

/** `const token = await verify({ req }); if (typeof token === 'string') return res.status(401).json(token)`, where `verify` reads who asks and nothing that was typed in. */
function asksHelperFirst(handler: Unit, model: Model): boolean {
  const { node } = handler
  const [request] = handler.parameters
  if (ts.isSourceFile(node) || ts.isClassStaticBlockDeclaration(node) || !node.body || !ts.isBlock(node.body) || !request || !ts.isIdentifier(request.name)) return false
  // `try { ... } catch (error) { next(error) }` around all of it.
  const [only] = node.body.statements
  const { statements } = only && ts.isTryStatement(only) ? only.tryBlock : node.body
  const given = request.name.text
  return handler.calls.some((call) => {
    const made = keptUnder(call.node)
    if (!made || !isGiven(call, given) || !statements.some((statement) => statement === made.parent.parent)) return false
    const refusal = statements.find((statement) => statement.pos >= made.end && ts.isIfStatement(statement) && endsFunction(statement.thenStatement) && isAboutAbsence(statement.expression, made.name.getText()))
    if (!refusal || !ts.isIfStatement(refusal) || !REFUSES.test(refusal.thenStatement.getText())) return false
    const { units } = model.resolve(call)
    return units.length > 0 && units.every((unit) => !CREDENTIALS.test(nearbyText(unit, model)) && IDENTITY.test(nearbyText(unit, model)))
  })
}

/** The request itself or its headers, alone or in an object: `(req)`, `(req.headers)`, `({ req, res })`. */
function isGiven({ node }: Call, name: string): boolean {
  if (!ts.isCallExpression(node)) return false
  return node.arguments.some((argument) => {
    const value = skipOuter(argument)
    if (!ts.isObjectLiteralExpression(value)) return value.getText() === name || value.getText() === `${name}.headers`
    return value.properties.some((member) => (ts.isShorthandPropertyAssignment(member) && member.name.text === name) || (ts.isPropertyAssignment(member) && member.initializer.getText() === name))
  })
}

/** `!token`, `token === null`, `typeof token === 'string'` */
function isAboutAbsence(condition: ts.Expression, name: string): boolean {
  const known = escaped(name)
  return new RegExp(String.raw`^(?:!\s*${known}(?:\??\.\w+)?|${known}\s*===?\s*(?:null|undefined)|typeof\s+${known}\s*[!=]==?\s*['"]\w+['"])$`).test(condition.getText())
}

/** `export default withUser(handler, { user: true })`, where the wrapper answers 401 under `if (options.user)`. */
function isWrappedForKnown(handler: Unit, model: Model): boolean {
  let module = handler
  while (module.parent) module = module.parent
  const { node } = handler
  const own = ts.isSourceFile(node) || ts.isClassStaticBlockDeclaration(node) ? undefined : (node.name?.getText() ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : undefined))
  return module.calls.some((call) => {
    if (!ts.isCallExpression(call.node) || !call.node.arguments.some((argument) => skipOuter(argument) === node || (ts.isIdentifier(argument) && argument.text === own))) return false
    const options = call.node.arguments.flatMap(switchedOn)
    return options.length > 0 && model.resolve(call).units.some((wrapper) => options.some((option) => refusesUnder(wrapper, option)))
  })
}

/** The names of options that are `true`. */
function switchedOn(argument: ts.Expression): string[] {
  if (!ts.isObjectLiteralExpression(argument)) return []
  return argument.properties.flatMap((member) => (ts.isPropertyAssignment(member) && member.initializer.kind === ts.SyntaxKind.TrueKeyword && ts.isIdentifier(member.name) ? [member.name.text] : []))
}

/** `if (options.user) { const user = await read(req); if (!user) return res.unauthorized() ... }` */
function refusesUnder({ node }: Unit, option: string): boolean {
  let found = false
  const visit = (at: ts.Node): void => {
    if (found) return
    if (ts.isIfStatement(at) && new RegExp(String.raw`^(?:[\w$]+\??\.)?${option}$`).test(at.expression.getText()) && REFUSES.test(at.thenStatement.getText())) found = true
    else ts.forEachChild(at, visit)
  }
  visit(node)
  return found
}
