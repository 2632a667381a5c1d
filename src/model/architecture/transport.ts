/**
 * Where code touches the request being answered, or the answer.
 */
import { ts } from 'ts-morph'
import type { TransportUse } from '../architecture-types.js'
import type { Resolver } from '../resolver.js'
import { isPlainType } from '../syntax.js'
import type { Unit } from '../types.js'

/** Types whose name says nothing of a request are not looked at: asking the checker about each parameter costs. */
const MAY_BE_TRANSPORT = /req|res|reply|ctx|context|toolkit|http/i
const REQUEST_NAME = /^(?:req|request|ctx|context|c)$/
const RESPONSE_NAME = /^(?:res|response|reply|resp)$/
/** Members that hardly anything but a request, a response or a context of a web framework has. */
const REQUEST_MEMBERS = new Set(['body', 'params', 'query', 'headers', 'cookies', 'session', 'files', 'originalUrl', 'ip', 'get'])
const RESPONSE_MEMBERS = new Set(['status', 'json', 'send', 'sendStatus', 'end', 'redirect', 'cookie', 'clearCookie', 'setHeader', 'header', 'render', 'download', 'sendFile', 'code', 'writeHead', 'locals'])

/** Uses in the unit itself and in the functions written inside of it. */
export function transportIn(unit: Unit, resolver: Resolver): TransportUse[] {
  const handed: Handed[] = []
  for (const parameter of unit.parameters) {
    const use = handedIn(parameter, unit, resolver)
    if (use) handed.push(use)
  }
  if (handed.length === 0) return madeIn(unit, resolver)
  const answers = handed.flatMap((use) => (use.of !== 'request' && ts.isParameter(use.node) && ts.isIdentifier(use.node.name) ? answersBy(use.node.name.text, unit) : []))
  return [...handed.map(({ unit: own, node, kind, text, confidence }) => ({ unit: own, node, kind, text, confidence })), ...answers, ...madeIn(unit, resolver)]
}

/** A use that is handed in, and what it is. */
interface Handed extends TransportUse {
  readonly of: 'request' | 'response' | 'context'
}

function handedIn(parameter: ts.ParameterDeclaration, unit: Unit, resolver: Resolver): Handed | undefined {
  if (parameter.type) {
    if (isPlainType(parameter.type)) return undefined
    if (!MAY_BE_TRANSPORT.test(parameter.type.getText())) return undefined
    const kind = resolver.typeTags(resolver.checker.getTypeFromTypeNode(parameter.type), 'transport')?.value
    if (kind === 'request' || kind === 'response' || kind === 'context') return { unit, node: parameter, of: kind, kind: kind === 'response' ? 'response' : 'request', text: shorten(parameter.getText()), confidence: 'high' }
    if (parameter.type.kind !== ts.SyntaxKind.AnyKeyword) return undefined
  }
  if (!ts.isIdentifier(parameter.name) || parameter.initializer) return undefined
  const name = parameter.name.text
  const isRequest = REQUEST_NAME.test(name)
  if (!isRequest && !RESPONSE_NAME.test(name)) return undefined
  const members = membersOf(name, unit)
  const known = isRequest ? REQUEST_MEMBERS : RESPONSE_MEMBERS
  // `c` and `context` are the names of much else.
  const isBoth = /^(?:c|ctx|context)$/.test(name)
  const needed = isBoth ? 2 : 1
  const isContext = isRequest && members.filter((member) => known.has(member) || /^(?:request|response|throw|state|req|json)$/.test(member)).length >= needed
  if (!(isContext || (!isRequest && members.some((member) => known.has(member))))) return undefined
  return { unit, node: parameter, of: isBoth ? 'context' : isRequest ? 'request' : 'response', kind: isRequest ? 'request' : 'response', text: name, confidence: 'medium' }
}

/** Members that are read of a name in a unit. */
function membersOf(name: string, unit: Unit): string[] {
  return [...new Set([...unit.node.getText().matchAll(new RegExp(String.raw`(?<![\w$.])${name.replace(/\$/g, '\\$')}\??\.(\w+)`, 'g'))].map((match) => match[1] ?? ''))]
}

/** Calls and assignments that decide the answer: `res.status(404)`, `ctx.body = order`. */
function answersBy(name: string, unit: Unit): TransportUse[] {
  const found: TransportUse[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name) {
      const isCall = ts.isCallExpression(node.parent) && node.parent.expression === node && RESPONSE_MEMBERS.has(node.name.text)
      const isSet = ts.isBinaryExpression(node.parent) && node.parent.left === node && node.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && /^(?:status|body|statusCode|type)$/.test(node.name.text)
      if (isCall || isSet) found.push({ unit, node: isCall ? node.parent : node, kind: 'answer', text: shorten(node.parent.getText()), confidence: 'high' })
    }
    ts.forEachChild(node, visit)
  }
  visit(unit.node)
  return found
}

/** Answers and errors of the framework that a unit makes. */
function madeIn(unit: Unit, resolver: Resolver): TransportUse[] {
  const found: TransportUse[] = []
  const units = [unit]
  // The array grows while it is walked.
  for (const one of units) {
    units.push(...one.children)
    for (const { node, isNew, name } of one.calls) {
      if (ts.isNewExpression(node) && isNew && /Exception$|Error$/.test(name)) {
        const library = resolver.libraryOf(resolver.symbolOf(node.expression))
        if (library && isHttpError(library.declaration, resolver)) found.push({ unit, node, kind: 'error', text: name, confidence: 'high' })
      } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && ts.isIdentifier(node.expression.expression) && /Response$/.test(node.expression.expression.text)) {
        const tags = resolver.libraryOf(resolver.symbolOf(node.expression.expression))?.tags ?? []
        if (tags.some((tag) => tag.name === 'transport')) found.push({ unit, node, kind: 'answer', text: shorten(node.getText()), confidence: 'high' })
      }
    }
  }
  return found
}

function isHttpError(declaration: ts.Declaration, resolver: Resolver): boolean {
  return resolver.typeTags(resolver.checker.getTypeAtLocation(declaration), 'http-error') !== undefined
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 37)}...` : line
}
