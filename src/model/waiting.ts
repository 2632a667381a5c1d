/**
 * Whether anybody waits for work that was begun. Answered on syntax.
 */
import { ts } from 'ts-morph'
import { boundNames } from '../libraries/paths.js'

/** `void resize(file)`, `resize(file).catch(log)`: a statement of its own that nothing waits for. */
export function isLeftAlone(node: ts.Node): boolean {
  if (isInDroppedPromise(node)) return true
  let value = node
  for (let parent = value.parent; ; parent = value.parent) {
    const isChained = ts.isPropertyAccessExpression(parent) && parent.expression === value && /^(?:then|catch|finally)$/.test(parent.name.text)
    if (isChained || (ts.isCallExpression(parent) && parent.expression === value) || ts.isVoidExpression(parent) || ts.isParenthesizedExpression(parent)) value = parent
    else break
  }
  if (!ts.isExpressionStatement(value.parent)) return false
  // With a callback the rest of the handler waits in it.
  return !ts.isCallExpression(node) || !node.arguments.some((argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument))
}

/** `new Promise(async () => { await resize(file) })` as a statement: whoever asked goes on at once. */
export function isInDroppedPromise(node: ts.Node): boolean {
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    const { parent } = at
    if (ts.isNewExpression(parent) && parent.expression.getText() === 'Promise' && ts.isFunctionLike(at) && ts.isExpressionStatement(parent.parent)) return true
    if (ts.isMethodDeclaration(parent) || ts.isFunctionDeclaration(parent)) return false
  }
  return false
}

/**
 * `const out = source.pipe(unpack(...)); out.on('close', next)`: a stream that a function begins, of which nobody is told
 * when it ends. Whoever called the function goes on at once.
 */
export function isStreamLeftAlone(node: ts.Node): boolean {
  const around = ts.findAncestor(node, ts.isFunctionLike)
  let value = node
  let isPiped = false
  for (;;) {
    const { parent } = value
    const call: ts.Node = ts.isPropertyAccessExpression(parent) ? parent.parent : parent
    const member = ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) ? call.expression : undefined
    if (!member || !/^(?:pipe|on|once)$/.test(member.name.text) || (member !== parent && parent !== call)) break
    if (member.name.text === 'pipe') isPiped = true
    else if (!isToldNobody(call as ts.CallExpression, around)) return false
    value = call
  }
  if (!isPiped || (around && isExecutor(around)) || isNamedAgain(value, around)) return false
  if (ts.isExpressionStatement(value.parent)) return true
  const { parent } = value
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return false
  return usesOf(parent.name, around ?? parent.getSourceFile()).every((use) => {
    const member = use.parent
    const call = member.parent
    return ts.isPropertyAccessExpression(member) && member.expression === use && /^(?:on|once)$/.test(member.name.text) && ts.isCallExpression(call) && call.expression === member && isToldNobody(call, around)
  })
}

/** Code in a function that a stream of its own calls at its end, while nobody waits for that stream. */
export function runsBehindStream(node: ts.Node): boolean {
  return ts.findAncestor(node, (at) => {
    const call = ts.isArrowFunction(at) || ts.isFunctionExpression(at) ? at.parent : undefined
    if (!call || !ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression) || !/^(?:on|once)$/.test(call.expression.name.text)) return false
    const stream = call.expression.expression
    const around = ts.findAncestor(call, ts.isFunctionLike)
    const made = ts.isIdentifier(stream) && around ? declarationIn(stream, around)?.initializer : undefined
    return made !== undefined && pipedIn(made).some(isStreamLeftAlone)
  }) !== undefined
}

/** Streams that stand in an expression as what is piped to. */
function pipedIn(expression: ts.Expression): ts.Node[] {
  return ts.isCallExpression(expression) && ts.isPropertyAccessExpression(expression.expression) && expression.expression.name.text === 'pipe' ? [...expression.arguments] : []
}

/** `source.pipe(unpack()); await finished(source)`: what the stream comes from is waited for in its place. */
function isNamedAgain(chain: ts.Node, around: ts.Node | undefined): boolean {
  let root = chain
  while (ts.isCallExpression(root) || ts.isPropertyAccessExpression(root)) root = root.expression
  if (!ts.isIdentifier(root) || !around) return false
  const declaration = declarationIn(root, around)
  return declaration !== undefined && usesOf(root, around).some((use) => use.parent !== declaration && !(ts.isPropertyAccessExpression(use.parent) && use.parent.name.text === 'push'))
}

/** What is called when a stream ends or fails names nothing that the function around it was given: no `resolve`, no `res`. */
function isToldNobody(call: ts.CallExpression, around: ts.SignatureDeclaration | undefined): boolean {
  const given = new Set<string>()
  for (let at: ts.Node | undefined = around; at; at = at.parent) if (ts.isFunctionLike(at)) for (const { name } of at.parameters) for (const { text } of boundNames(name)) given.add(text)
  const visit = (node: ts.Node): boolean => (ts.isIdentifier(node) && given.has(node.text) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)) || (ts.forEachChild(node, (child) => visit(child) || undefined) ?? false)
  return !call.arguments.some(visit)
}

/** `new Promise((resolve) => ...)` */
function isExecutor(node: ts.Node): boolean {
  return ts.isNewExpression(node.parent) && node.parent.expression.getText() === 'Promise'
}

function usesOf(name: ts.Identifier, within: ts.Node): ts.Identifier[] {
  const found: ts.Identifier[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node !== name && node.text === name.text && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(within)
  return found
}

function declarationIn(name: ts.Identifier, within: ts.Node): ts.VariableDeclaration | undefined {
  const declaration = usesOf(name, within).find(({ parent }) => ts.isVariableDeclaration(parent))?.parent
  return declaration && ts.isVariableDeclaration(declaration) ? declaration : undefined
}
