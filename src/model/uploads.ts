/**
 * Operations that are given an uploaded file, and how large it may be.
 */
import { ts } from 'ts-morph'
import { argumentsOf, skipOuter } from '../libraries/paths.js'
import { endsFunction, statementsBefore } from './control-flow.js'
import type { WorkspaceFile } from '../workspace/types.js'
import type { Call, EntryPoint, Flow, Model, Operation, SourceKind, Step } from './types.js'

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
  const made = ts.isIdentifier(value) ? skipOuter(model.initializerOf(value) ?? value) : value
  const awaited = ts.isAwaitExpression(made) ? skipOuter(made.expression) : made
  // What is read from the path of an uploaded file is the file, also under a name.
  if (ts.isCallExpression(awaited) && READS.test(awaited.expression.getText())) return uploadIntoNode(awaited, model)
  return model.flowsInto(value).find(({ source }) => UPLOADED.has(source.kind))
}

/** Bytes up to which a file is parsed in less time than a slow query takes. */
const SMALL_UPLOAD = 10_500_000
/** Options that say how large a file may be. */
const LIMIT = /^(?:fileSize|maxFileSize|maxSize)$/
/** How many names are followed to where an upload is set up. */
const MOST_NAMES = 3

/**
 * Whether a larger upload is refused: by what takes it in (`FileInterceptor('file', { limits: { fileSize: 5 * 1024 * 1024 } })`,
 * `upload.single('file')` of a middleware that was made so, `request.file({ limits })`, a plugin that was registered so), by
 * a validator of the parameter, or on its way to the work.
 *
 * @param flow the file on its way
 * @param work what is done with it
 */
export function isUploadKeptSmall({ node, handler, middleware }: EntryPoint, flow: Flow, work: ts.Node, model: Model): boolean {
  const decorators = [handler.node, ...handler.parameters].flatMap((one) => (ts.canHaveDecorators(one) ? (ts.getDecorators(one) ?? []) : []))
  for (const around of [node.parent, ...middleware.map((one) => one.node), ...decorators, flow.source.node]) {
    const limit = limitIn(around, model)
    if (limit !== undefined) return limit <= SMALL_UPLOAD
  }
  if ([...flow.trace.map((step) => step.node), work].some((at) => (testedSize(at, model, flow.trace) ?? Infinity) <= SMALL_UPLOAD)) return true
  return isTakenByPlugin(flow, model) && (limitOfPlugins(handler.file, model) ?? Infinity) <= SMALL_UPLOAD
}

/** The handler takes the file out of the request by itself, and no middleware or decorator does it for it. */
function isTakenByPlugin({ source }: Flow, model: Model): boolean {
  const call = callAt(source.node, model)
  return call !== undefined && model.resolve(call).library !== undefined
}

/** The largest file that some plugin of the package lets in: `app.register(multipart, { limits: { fileSize } })`. */
function limitOfPlugins(file: WorkspaceFile, model: Model): number | undefined {
  const limits = model
    .callsNamed((name) => name === 'register')
    .filter(({ unit }) => unit.file.package === file.package)
    .flatMap(({ node }) => argumentsOf(node).slice(1).flatMap((options) => limitIn(options, model) ?? []))
  return limits.length > 0 ? Math.max(...limits) : undefined
}

function callAt(node: ts.Node, model: Model): Call | undefined {
  return model.unitOf(node)?.calls.find((call) => call.node === node)
}

/** The largest file that an expression says may come, also behind the names in it, and by what a function of the project gives back. */
function limitIn(around: ts.Node, model: Model): number | undefined {
  let limit: number | undefined
  const seen = new Set<ts.Node>()
  const visit = (at: ts.Node, names: number): void => {
    if (limit !== undefined || ts.isBlock(at) || seen.has(at)) return
    seen.add(at)
    if (ts.isPropertyAssignment(at) && LIMIT.test(at.name.getText())) limit = bytesOf(at.initializer, model)
    if (names < MOST_NAMES) for (const made of behind(at, model)) visit(made, names + 1)
    ts.forEachChild(at, (child) => visit(child, names))
  }
  visit(around, 0)
  return limit
}

/** What a name was made of, what the only caller gives for a parameter, and what a function of the project gives back. */
function behind(at: ts.Node, model: Model): readonly ts.Node[] {
  if (ts.isCallExpression(at)) {
    const call = callAt(at, model)
    return call ? model.resolve(call).units.flatMap((unit) => unit.returns) : []
  }
  if (!ts.isIdentifier(at) && !ts.isPropertyAccessExpression(at)) return []
  const made = model.initializerOf(at)
  if (made) return ts.isFunctionLike(made) ? [] : [made]
  const [given, ...others] = model.givenFor(at)
  return given?.value && others.length === 0 ? [given.value] : []
}

/** Names of what says how large something is. */
const SIZE = /(?:size|length|bytes)$/i

/**
 * The size in bytes above which the function is left before it comes to a node: `if (file.size > MAX_SIZE) throw ...`;
 * undefined where none is tested.
 *
 * @param way the steps to the node, whose calls may give the limit
 */
export function testedSize(node: ts.Node, model: Model, way: readonly Step[] = []): number | undefined {
  const body = ts.findAncestor(node, (at) => (ts.isFunctionLike(at) && !isCallback(at)) || ts.isSourceFile(at)) ?? node
  const limits = statementsBefore(node, body).flatMap((statement) => {
    if (!ts.isIfStatement(statement) || !endsFunction(statement.thenStatement)) return []
    const found: number[] = []
    const visit = (at: ts.Node): void => {
      const isLarger = ts.isBinaryExpression(at) && (at.operatorToken.kind === ts.SyntaxKind.GreaterThanToken || at.operatorToken.kind === ts.SyntaxKind.GreaterThanEqualsToken)
      const bytes = isLarger && SIZE.test(at.left.getText()) ? bytesOf(at.right, model, way) : undefined
      // Fewer are a count of elements.
      if (bytes !== undefined && bytes >= 1000) found.push(bytes)
      ts.forEachChild(at, visit)
    }
    visit(statement.expression)
    return found
  })
  return limits.length > 0 ? Math.min(...limits) : undefined
}

function isCallback(node: ts.Node): boolean {
  return (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && ts.isCallExpression(node.parent)
}

/** `5 * 1024 * 1024`, also behind the name of a constant, or of an option that a call on the way gives. */
export function bytesOf(expression: ts.Expression, model: Model, way: readonly Step[] = []): number | undefined {
  const value = skipOuter(expression)
  if (ts.isNumericLiteral(value)) return Number(value.text.replaceAll('_', ''))
  if (ts.isBinaryExpression(value)) {
    const [left, right] = [bytesOf(value.left, model, way), bytesOf(value.right, model, way)]
    if (value.operatorToken.kind === ts.SyntaxKind.AsteriskToken) return left === undefined || right === undefined ? undefined : left * right
    return /^(?:\?\?|\|\|)$/.test(value.operatorToken.getText()) ? (left ?? right) : undefined
  }
  const made = ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) ? model.initializerOf(value) : undefined
  if (made && made !== value) return bytesOf(made, model, way)
  const option = ts.isPropertyAccessExpression(value) ? value.name.text : undefined
  const given = option === undefined ? undefined : way.map(({ node }) => optionIn(node, option)).find((one) => one !== undefined)
  return given && bytesOf(given, model)
}

/** The value of an option with that name in the arguments of the call around a node. */
function optionIn(node: ts.Node, name: string): ts.Expression | undefined {
  const call = ts.findAncestor(node, (at) => ts.isCallExpression(at) || ts.isStatement(at))
  let found: ts.Expression | undefined
  const visit = (at: ts.Node): void => {
    if (found || ts.isFunctionLike(at)) return
    if (ts.isPropertyAssignment(at) && at.name.getText() === name) found = at.initializer
    else ts.forEachChild(at, visit)
  }
  if (call && ts.isCallExpression(call)) visit(call)
  return found
}
