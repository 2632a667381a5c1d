/**
 * Calls that are answered through a callback, the error first: they give no promise, whatever the function they lead to
 * does (`callbackify(load)`), and nobody looks at what the callback returns.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import type { Unit } from './types.js'

const CALLBACK_NAME = /^_?(?:cb|callback|done|next|fn)$|(?:Callback|Cb)$/
const ERROR_NAME = /^(?:e|_?err(?:or)?|\w*(?:Err|Error))$/

/** `client.get(key, (error, value) => ...)`: the function is told of errors. */
export function isCallbackStyle(node: ts.CallExpression): boolean {
  const last = node.arguments.at(-1)
  const value = last && skipOuter(last)
  if (!value) return false
  if (ts.isIdentifier(value)) return CALLBACK_NAME.test(value.text)
  const first = functionIn(value)?.parameters[0]?.name
  return first !== undefined && ts.isIdentifier(first) && ERROR_NAME.test(first.text)
}

/** `callbackify(load)(id, (error, order) => ...)`: more is given than the function takes, a function last. */
export function isCalledBack({ parameters }: Unit, node: ts.CallExpression): boolean {
  const last = node.arguments.at(-1)
  if (!last) return false
  if (parameters.at(-1)?.dotDotDotToken) return isCallbackStyle(node)
  return node.arguments.length > parameters.length && (functionIn(skipOuter(last)) !== undefined || isCallbackStyle(node))
}

/** The last of so many parameters is a callback that may be left out. */
export function takesCallback({ parameters }: ts.SignatureDeclaration, count: number): boolean {
  const last = parameters.at(-1)
  return parameters.length === count && last?.questionToken !== undefined && CALLBACK_NAME.test(last.name.getText())
}

/** A function that `takesErrorFirst`. */
export function isErrorFirst(expression: ts.Expression): boolean {
  return takesErrorFirst(skipOuter(expression))
}

/**
 * A function written for an interface that calls it with an error first. What handles errors of requests is written
 * alike, and is not one.
 */
export function takesErrorFirst(node: ts.Node): boolean {
  const { parameters = [] } = functionIn(node) ?? {}
  if (parameters.length < 2 || parameters.length > 3) return false
  const [first, second] = parameters.map(({ name }) => (ts.isIdentifier(name) ? name.text : ''))
  return ERROR_NAME.test(first as string) && !/^(?:c|ctx|context|req|request|info|instance|key|attempt\w*|failureCount)$/i.test(second as string)
}

/** `upload(req, res, async (err) => ...)`: what comes last, behind values, is told whether it went well. */
export function isToldLast(given: readonly ts.Expression[]): boolean {
  const last = given.at(-1)
  return given.length > 1 && last !== undefined && takesErrorAlone(skipOuter(last)) && !given.slice(0, -1).some((value) => functionIn(skipOuter(value)))
}

/** A function that is told of an error, and of nothing else. */
export function takesErrorAlone(node: ts.Node): boolean {
  const { parameters = [] } = functionIn(node) ?? {}
  return parameters.length === 1 && /^(?:e|err|error)$/.test(parameters[0]?.name.getText() ?? '')
}

function functionIn(value: ts.Node): ts.ArrowFunction | ts.FunctionExpression | undefined {
  return ts.isArrowFunction(value) || ts.isFunctionExpression(value) ? value : undefined
}
