/**
 * Routes of a gateway: the request goes on as it came, and the server behind checks what was sent.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../../src/libraries/paths.js'
import type { Call, EntryPoint, Model } from '../../src/model/types.js'

/** The call that hands request and response over, where a handler does nothing else: `proxy.send(req, res, 'auth/login', req.body)`. */
export function handingOver({ handler }: EntryPoint, model: Model): Call | undefined {
  const { node, parameters, calls } = handler
  if (ts.isSourceFile(node) || ts.isClassStaticBlockDeclaration(node) || !node.body || parameters.length < 2) return undefined
  const [only, ...others] = ts.isBlock(node.body) ? node.body.statements : [node.body]
  if (!only || others.length > 0) return undefined
  const value = ts.isExpressionStatement(only) || ts.isReturnStatement(only) ? only.expression : ts.isStatement(only) ? undefined : (only as ts.Expression)
  const asked = value && skipOuter(value)
  const sent = asked && ts.isAwaitExpression(asked) ? skipOuter(asked.expression) : asked
  const call = calls.find((one) => one.node === sent)
  if (!call || !ts.isCallExpression(call.node)) return undefined
  const given = call.node.arguments.map((argument) => argument.getText())
  return parameters.slice(0, 2).every(({ name }) => given.includes(name.getText())) && model.reachedFrom(call, 'http').length > 0 ? call : undefined
}

/** Entry points of the repository that a path in what is handed over names. */
export function namedBy({ node }: Call, model: Model): readonly EntryPoint[] {
  const paths = new Set<string>()
  const visit = (at: ts.Node): void => {
    if (ts.isStringLiteralLike(at) && at.text.includes('/')) paths.add(bare(at.text))
    ts.forEachChild(at, visit)
  }
  if (ts.isCallExpression(node)) for (const argument of node.arguments) visit(argument)
  return model.entryPoints.filter(({ kind, path }) => kind === 'route' && path !== undefined && paths.has(bare(path)))
}

function bare(path: string): string {
  return path.replace(/^\/+|\/+$/g, '')
}
