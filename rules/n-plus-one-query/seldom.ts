/**
 * Calls in a loop whose query runs for hardly any element: for one of them, later, or only where nobody gave its result.
 */
import { ts } from 'ts-morph'
import { argumentsOf, propertyOf, skipOuter } from '../../src/libraries/paths.js'
import { declarationOf } from '../../src/model/filters.js'
import type { Call, Loop, Model, Reached } from '../../src/model/types.js'

/** `if (hooks === undefined) hooks = await load()`, and the loop gives them: on the way to a query stands such a test. */
export function isGivenAlong({ trace }: Reached): boolean {
  const calls = trace.map(({ node }) => node)
  return calls.some((node, index) => {
    const missing = index > 0 ? missingParameter(node) : undefined
    return missing !== undefined && isGiven(calls, index - 1, missing)
  })
}

interface Given {
  readonly index: number
  /** The property of an object that is given. */
  readonly property: string | undefined
}

/** The parameter without which alone a node is reached: `if (!page)`, `page ?? read()`, `page ? page : read()`. */
function missingParameter(node: ts.Node): Given | undefined {
  for (let current = node; current.parent && !ts.isFunctionLike(current); current = current.parent) {
    const { parent } = current
    let name: string | undefined
    if (ts.isIfStatement(parent) && parent.thenStatement === current) name = /^(?:!\s*(\w+)|(\w+)\s*===?\s*(?:undefined|null))$/.exec(parent.expression.getText())?.slice(1).find(Boolean)
    else if (ts.isBinaryExpression(parent) && parent.right === current && /^(?:\?\?|\|\|)=?$/.test(parent.operatorToken.getText())) name = parent.left.getText()
    else if (ts.isConditionalExpression(parent) && parent.whenFalse === current) name = parent.condition.getText()
    const owner = name === undefined ? undefined : ts.findAncestor(parent, ts.isFunctionLike)
    const found = owner && name !== undefined ? parameterNamed(owner, name) : undefined
    if (found) return found
  }
  return undefined
}

/** Whether a call on the way gives what is missing; what it only hands on has to come from the call before. */
function isGiven(calls: readonly ts.Node[], at: number, { index, property }: Given): boolean {
  const call = calls[at]
  const argument = call && argumentsOf(call)[index]
  const value = argument && (property === undefined ? argument : propertyOf(skipOuter(argument), property)[0])
  if (!call || !value || /^(?:undefined|null)$/.test(value.getText())) return false
  const owner = ts.findAncestor(call, ts.isFunctionLike)
  const handedOn = owner && parameterNamed(owner, value.getText())
  // `const { hooks } = options`: nobody knows whether they were given.
  if (!handedOn) return ts.isIdentifier(value) ? declarationOf(value)?.initializer !== undefined : !ts.isPropertyAccessExpression(value)
  return at > 0 ? isGiven(calls, at - 1, handedOn) : owner.parameters[handedOn.index]?.questionToken === undefined
}

function parameterNamed(owner: ts.SignatureDeclaration, name: string): Given | undefined {
  for (const [index, parameter] of owner.parameters.entries()) {
    if (parameter.name.getText() === name) return { index, property: undefined }
    const element = ts.isObjectBindingPattern(parameter.name) ? parameter.name.elements.find((one) => one.name.getText() === name) : undefined
    if (element) return { index, property: (element.propertyName ?? element.name).getText() }
  }
  return undefined
}

/** `send(row).catch(() => remove(row.id))`, `try { ... } catch { await remove(row.id) }`: only for the elements that fail. */
export function isOnFailure({ trace }: Reached): boolean {
  return trace.some(({ node }) => {
    for (let current = node; current.parent && !ts.isSourceFile(current.parent); current = current.parent) {
      const { parent } = current
      if (ts.isCatchClause(parent)) return true
      if (!ts.isFunctionLike(current)) continue
      return ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.expression) && parent.expression.name.text === 'catch' && parent.arguments.some((argument) => argument === current)
    }
    return false
  })
}

/** Properties that tell one element from the others. */
const KEY = /(?:^|[a-z_])(?:id|uuid|key|slug|address|email|code|number|hash|token)$|[a-z](?:Id|Key)$/

/** `if (row.address === wallet.address) await save(row)`: one element at most is the one. */
export function isOfOneElement(node: ts.Node, { node: loop, variable }: Loop): boolean {
  if (variable === undefined || !/^[\w$]+$/.test(variable)) return false
  const ofElement = new RegExp(String.raw`^${variable.replaceAll('$', String.raw`\$`)}(?:[?!]?\.\w+)*[?!]?\.(\w+)$`)
  for (let current = node; current !== loop && current.parent; current = current.parent) {
    const { parent } = current
    if (!ts.isIfStatement(parent) || parent.thenStatement !== current) continue
    const test = skipOuter(parent.expression)
    if (!ts.isBinaryExpression(test) || !/^===?$/.test(test.operatorToken.getText())) continue
    const [left, right] = [skipOuter(test.left), skipOuter(test.right)]
    for (const [own, other] of [[left, right], [right, left]] as const) {
      const name = ofElement.exec(own.getText())?.[1]
      if (name !== undefined && KEY.test(name) && (ts.isIdentifier(other) || ts.isPropertyAccessExpression(other)) && !dependsOn(other, variable, loop)) return true
    }
  }
  return false
}

/** Whether a value is the element's, or of a loop inside. */
function dependsOn(value: ts.Expression, variable: string, loop: ts.Node): boolean {
  let root = value
  while (ts.isPropertyAccessExpression(root)) root = skipOuter(root.expression)
  if (!ts.isIdentifier(root)) return false
  const declaration = declarationOf(root)
  return root.text === variable || (declaration !== undefined && declaration.pos > loop.pos && declaration.end < loop.end)
}

/**
 * `const lookUp = tool(async (input) => find(input.id))`, `agent.register('find', async (input) => ...)`: what is handed
 * to something unknown, which nobody waits for, runs when it is asked.
 */
export function isHandedOver(call: Call, { trace }: Reached, model: Model): boolean {
  if (trace[0]?.node !== call.node || !ts.isCallExpression(call.node)) return false
  const { library, units } = model.resolve(call)
  if (library || units.length > 0) return false
  const asks = call.node.arguments.some((argument) => {
    const value = skipOuter(argument)
    return (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) && value.parameters.length > 0
  })
  return asks && (ts.isVariableDeclaration(call.node.parent) || ts.isExpressionStatement(call.node.parent))
}

/** `await step.run('charge-' + id, async () => ...)`: work under a name of its own is remembered, and done again, alone. */
export function isDurableStep(call: Call): boolean {
  if (call.name !== 'run' || !ts.isCallExpression(call.node)) return false
  const [name, work] = call.node.arguments
  if (!name || !work || !(ts.isArrowFunction(skipOuter(work)) || ts.isFunctionExpression(skipOuter(work)))) return false
  return ts.isStringLiteralLike(name) || ts.isTemplateExpression(name) || ts.isBinaryExpression(name)
}

/** Nobody on the way says what the statement is: it is made for the element, and each element has another. */
export function isStatementOfElement({ operation, trace }: Reached, loop: Loop): boolean {
  const sent = operation.sql.find(({ executes }) => executes)
  if (operation.access !== 'unknown' || operation.table !== undefined || !sent || trace.length < 2) return false
  let text: ts.Expression = skipOuter(sent.expression)
  for (let at = trace.length - 2; at >= 0; at--) {
    const parameter = ts.isIdentifier(text) ? declarationOfParameter(text) : undefined
    if (!parameter) break
    const given = argumentsOf((trace[at] as { node: ts.Node }).node)[parameter.parent.parameters.indexOf(parameter as never)]
    if (!given) return false
    text = skipOuter(given)
  }
  if (text.getSourceFile() !== loop.node.getSourceFile()) return false
  // What is given to a callback comes from whoever runs it.
  if (ts.isObjectLiteralExpression(text)) return true
  const made = ts.isIdentifier(text) ? declarationOf(text)?.initializer : undefined
  const value = made ? skipOuter(made) : text
  const source = ts.isAwaitExpression(value) ? skipOuter(value.expression) : value
  if (ts.isPropertyAccessExpression(source)) return loop.variable !== undefined && dependsOn(source, loop.variable, loop.node)
  return ts.isCallExpression(source) && source.arguments.some((argument) => loop.variable !== undefined && dependsOn(skipOuter(argument), loop.variable, loop.node))
}

function declarationOfParameter(name: ts.Identifier): ts.ParameterDeclaration | undefined {
  const owner = ts.findAncestor(name, (at): at is ts.FunctionLikeDeclaration => ts.isFunctionLike(at) && at.parameters.some((parameter) => parameter.name.getText() === name.text))
  return owner?.parameters.find((parameter) => parameter.name.getText() === name.text)
}
