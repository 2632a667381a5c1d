/**
 * Operations that are given an uploaded file.
 */
import { ts } from 'ts-morph'
import { argumentsOf, skipOuter } from '../libraries/paths.js'
import type { Flow, Model, Operation, SourceKind } from './types.js'

const READS = /(?:^|\.)(?:readFile|readFileSync|createReadStream)$/
const UPLOADED = new Set<SourceKind>(['file', 'form'])

/** How the content or the path of an uploaded file comes to an operation; undefined where none is known to. */
export function uploadInto(operation: Operation, model: Model): Flow | undefined {
  return uploadIntoNode(operation.node, model) ?? (operation.call.node === operation.node ? undefined : uploadIntoNode(operation.call.node, model)) ?? pipedInto(operation.node, model)
}

/** `createReadStream(file.path).pipe(parser())`, `pipeline(part.file, parser(), ...)`: what is piped through the operation. */
function pipedInto(node: ts.Node, model: Model): Flow | undefined {
  const { parent } = node
  if (!ts.isCallExpression(parent) || parent.expression === node) return undefined
  const callee = skipOuter(parent.expression)
  const [first] = parent.arguments
  const origin = ts.isPropertyAccessExpression(callee) && /^(?:pipe|pipeThrough)$/.test(callee.name.text) ? callee.expression : /(?:^|\.)pipeline$/.test(callee.getText()) && first !== node ? first : undefined
  const flow = origin && (uploadIntoNode(origin, model) ?? uploadedIn(origin, model))
  // Row by row: the client waits, others need not.
  return flow && { ...flow, confidence: 'medium' }
}

/** The same for a call: into what it is given, or into what it is made on. */
export function uploadIntoNode(node: ts.Node, model: Model): Flow | undefined {
  for (let at: ts.Node = node; ; ) {
    const value = ts.isExpression(at) ? skipOuter(at) : at
    if (ts.isAwaitExpression(value)) {
      at = value.expression
      continue
    }
    if (ts.isCallExpression(value) || ts.isNewExpression(value)) {
      for (const argument of argumentsOf(value)) {
        const flow = ts.isArrowFunction(argument) || ts.isFunctionExpression(argument) ? undefined : uploadedIn(argument, model)
        if (flow) return flow
      }
      at = value.expression
      continue
    }
    if (ts.isPropertyAccessExpression(value)) {
      // The receiver of a chain: `sharp(file.buffer).resize(...)`.
      at = value.expression
      if (ts.isIdentifier(skipOuter(value.expression)) || ts.isPropertyAccessExpression(skipOuter(value.expression))) return uploadedIn(value.expression, model)
      continue
    }
    return undefined
  }
}

function uploadedIn(expression: ts.Expression, model: Model): Flow | undefined {
  const value = skipOuter(expression)
  if (ts.isStringLiteralLike(value) || ts.isNumericLiteral(value)) return undefined
  const awaited = ts.isAwaitExpression(value) ? skipOuter(value.expression) : value
  // What is read from the path of an uploaded file is the file.
  if (ts.isCallExpression(awaited) && READS.test(awaited.expression.getText())) return uploadIntoNode(awaited, model)
  return model.flowsInto(value).find(({ source }) => UPLOADED.has(source.kind))
}
