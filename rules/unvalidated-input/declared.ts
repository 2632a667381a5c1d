/**
 * Bodies that handlers take as decorated parameters, by what their declaration makes sure of.
 */
import { ts } from 'ts-morph'
import type { Call, EntryPoint, Model, Unit, Whitelist } from '../../src/model/types.js'
import { namesRunThrough } from './chosen.js'

export interface DeclaredBody {
  readonly unit: Unit
  readonly entry: EntryPoint
  readonly parameter: ts.ParameterDeclaration
  /** As written; `any` where nothing is. */
  readonly type: string
  /** The declaration of a named type. */
  readonly symbol: ts.Symbol | undefined
  readonly declaration: 'validators' | 'bare'
  /** What a pipe makes of its fields, because the class has no validators. */
  readonly whitelist: Whitelist | undefined
  /** Names of its properties, where they can be seen. */
  readonly fields: readonly string[]
}

/** An application without a pipe, and the bodies that nobody checks in it. */
export interface Unguarded {
  readonly bootstrap: Call
  readonly bodies: readonly DeclaredBody[]
  /** Another application without a pipe has all of these handlers, and more. */
  readonly isPart: boolean
}

/**
 * @returns `unguarded`: applications without a pipe, with the bodies nobody checks; `bare`: bodies whose declared type
 *   has no validators, in applications that have a pipe or are put together elsewhere
 */
export function declaredBodies(model: Model): { readonly unguarded: readonly Unguarded[]; readonly bare: readonly DeclaredBody[] } {
  const { bootstraps, hasPipes } = model.validation
  const bodies = model.entryPoints.flatMap((entry) => bodiesOf(entry, model))
  const [first] = bootstraps
  if (!first || hasPipes) return { unguarded: [], bare: bodies.filter(({ declaration }) => declaration === 'bare') }
  const unguarded = startedOf(bootstraps, model).flatMap((bootstrap) => {
    const isServed = ({ unit, entry }: DeclaredBody) => model.validation.serves(bootstrap, entry) ?? (bootstraps.length === 1 || unit.file.package === bootstrap.unit.file.package)
    const own = bodies.filter((body) => (body.declaration === 'validators' || !refusesSome(body.parameter)) && isServed(body))
    const sorted = [...own].sort((left, right) => Number(left.declaration === 'bare') - Number(right.declaration === 'bare'))
    return sorted.length > 0 ? [{ bootstrap, bodies: sorted }] : []
  })
  // A worker that is made of some modules of the application has handlers that are told of where all are created.
  const isPart = ({ bodies: own }: { bodies: readonly DeclaredBody[] }) => unguarded.some(({ bodies: all }) => all.length > own.length && own.every((body) => all.includes(body)))
  return { unguarded: unguarded.map((one) => ({ ...one, isPart: isPart(one) })), bare: [] }
}

/** Calls that create applications, one for each class that they are made of; none in functions that nobody calls, where others in the package run. */
function startedOf(bootstraps: readonly Call[], model: Model): readonly Call[] {
  const isRun = ({ unit }: Call) => unit.kind === 'module' || model.callersOf(unit).length > 0 || model.entryPointsOf(unit).length > 0
  const running = bootstraps.filter(isRun)
  const started = bootstraps.filter((one) => running.includes(one) || !running.some(({ unit }) => unit.file.package === one.unit.file.package))
  return started.filter((one, index) => {
    const root = model.validation.rootOf(one)
    return root === undefined || started.findIndex((other) => other.unit.file.package === one.unit.file.package && model.validation.rootOf(other) === root) === index
  })
}

function bodiesOf(entry: EntryPoint, model: Model): DeclaredBody[] {
  // Providers of webhooks sign what they send, and its shape is theirs.
  if (entry.kind !== 'route' || entry.handler.file.surface !== 'production' || /webhook|callback/i.test(`${entry.path} ${entry.handler.name}`) || model.isOutOfReach(entry)) return []
  return entry.handler.parameters.flatMap((parameter) => {
    const body = model.validation.bodyParameter(parameter)
    if (model.validation.isSigned({ kind: 'body' }, parameter, [])) return []
    // What is `unknown` cannot be used before somebody looks at it.
    if (!body || body.isChecked || body.declaration === 'unknown' || parameter.type?.kind === ts.SyntaxKind.UnknownKeyword || isUnused(parameter) || isTestedByHand(parameter, entry.handler, model)) return []
    const named = parameter.type && ts.isTypeReferenceNode(parameter.type) ? parameter.type : undefined
    return [
      {
        unit: entry.handler,
        entry,
        parameter,
        type: shortened(parameter.type?.getText().replace(/\s+/g, ' ') ?? 'any'),
        symbol: named && body.symbol,
        declaration: body.declaration,
        whitelist: body.whitelist,
        fields: body.fields,
      },
    ]
  })
}

/** Whether a pipe lets none of the fields of a class through. */
export function isEmptied({ whitelist }: DeclaredBody): boolean {
  return whitelist === 'empties' || whitelist === 'refuses'
}

function shortened(type: string): string {
  return type.length > 60 ? `${type.slice(0, 57).trimEnd()}...` : type
}

/** A handler that is not written yet. */
function isUnused(parameter: ts.ParameterDeclaration): boolean {
  const body = 'body' in parameter.parent ? parameter.parent.body : undefined
  return body !== undefined && ts.isIdentifier(parameter.name) && !new RegExp(String.raw`(?<![\w$.])${parameter.name.text.replace(/\$/g, String.raw`\$`)}(?![\w$])|\barguments\b|\.\.\.${parameter.name.text.replace(/\$/g, String.raw`\$`)}\b`).test(body.getText())
}

/** The handler looks at the body, and refuses what it does not want: `if (!isKnown(body.status)) throw ...`. */
export function refusesSome(parameter: ts.ParameterDeclaration): boolean {
  const body = 'body' in parameter.parent ? parameter.parent.body : undefined
  if (!body || !ts.isIdentifier(parameter.name)) return false
  const mention = new RegExp(String.raw`(?<![\w$.])${parameter.name.text.replace(/\$/g, String.raw`\$`)}(?![\w$])`)
  let isFound = false
  const visit = (node: ts.Node): void => {
    if (ts.isIfStatement(node) && mention.test(node.expression.getText()) && /\b(?:throw|return)\b/.test(node.thenStatement.getText())) isFound = true
    else if (ts.isTypeOfExpression(node) && mention.test(node.expression.getText())) isFound = true
    if (!isFound) ts.forEachChild(node, visit)
  }
  visit(body)
  return isFound
}

/** Only some fields of it are used, and each is tested or made text, here or by the function that is given them. */
function isTestedByHand({ name, parent }: ts.ParameterDeclaration, unit: Unit, model: Model, depth = 0): boolean {
  const body = 'body' in parent ? parent.body : undefined
  if (!body) return false
  if (ts.isIdentifier(name) && isTakenByList(name.text, body, model)) return true
  const fields = ts.isIdentifier(name) ? fieldsReadOf(name.text, body) : takenOutBy(name)
  if (!fields) return depth < MOST_FUNCTIONS && ts.isIdentifier(name) && isTestedWhereGiven(name.text, unit, model, depth)
  if (fields.size === 0) return false
  const text = body.getText().replaceAll('?.', '.')
  return [...fields].every((field) => testOf(field).test(text) || isTestedBehind(field, unit, model))
}

/** Some of the fields that a handler takes by name are tested, here or by the function that is given them. */
export function isPartlyTested({ name, parent }: ts.ParameterDeclaration, unit: Unit, model: Model): boolean {
  const body = 'body' in parent ? parent.body : undefined
  const fields = body && (ts.isIdentifier(name) ? fieldsReadOf(name.text, body) : takenOutBy(name))
  const text = body?.getText().replaceAll('?.', '.') ?? ''
  return fields !== undefined && [...fields].some((field) => testOf(field).test(text) || isTestedBehind(field, unit, model))
}

/** Whether a handler takes nothing of its body but fields of some names, each by its name. */
export function takesOnly({ name, parent }: ts.ParameterDeclaration, names: ReadonlySet<string>): boolean {
  const body = 'body' in parent ? parent.body : undefined
  const fields = body && (ts.isIdentifier(name) ? fieldsReadOf(name.text, body) : takenOutBy(name))
  return fields !== undefined && [...fields].every((field) => names.has(field.replace(/^.*\./, '')))
}

/** `for (const field of ['city', 'note']) if (body[field] !== undefined) row[field] = body[field]`, and no other use: the code says which names there are. */
function isTakenByList(name: string, body: ts.Node, model: Model): boolean {
  let isTaken = false
  let isOther = false
  const visit = (node: ts.Node): void => {
    // `body[field as keyof typeof body]`
    if (ts.isTypeNode(node)) return
    if (ts.isIdentifier(node) && node.text === name && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)) {
      if (ts.isElementAccessExpression(node.parent) && node.parent.expression === node && namesRunThrough(node.parent.argumentExpression, model) !== undefined) isTaken = true
      else isOther = true
    }
    ts.forEachChild(node, visit)
  }
  visit(body)
  return isTaken && !isOther
}

/** Functions after which nobody looks whether a body is tested. */
const MOST_FUNCTIONS = 2

/** A test of a field, a value made of it, or a method that only texts have: `typeof body.name`, `String(body.name)`, `(body.text ?? '').slice(0, 100)`. */
function testOf(field: string): RegExp {
  const value = field.replace(/[.$]/g, String.raw`\$&`)
  const made = String.raw`\(?\s*${value}(?:\s*(?:\?\?|\|\|)\s*['"\d][^)]*)?\s*\)?`
  return new RegExp(
    [
      String.raw`typeof\s+${value}\b\s*[!=]==?`,
      String.raw`(?:isArray|isInteger|isSafeInteger|isFinite|isNaN|test|is[A-Z]\w+|includes)\(\s*${value}\s*\)`,
      String.raw`\$\{\s*${value}\s*\}`,
      String.raw`\b(?:Number|String|Boolean|parseInt|parseFloat|Math\.\w+|new Date)\(\s*${made}`,
      String.raw`!!\s*${value}\b`,
      String.raw`${made}\.(?:trim|slice|toLowerCase|toUpperCase|split)\(`,
      String.raw`(?<![\w.$])${value}\s*[!=]==?\s*['"]`,
    ].join('|'),
  )
}

/** All of the body is handed to functions of the project, and each tests what it takes of it. */
function isTestedWhereGiven(name: string, unit: Unit, model: Model, depth: number): boolean {
  const given = unit.calls.flatMap((call) => {
    const index = ts.isCallExpression(call.node) ? call.node.arguments.findIndex((argument) => new RegExp(String.raw`^${name.replace(/\$/g, String.raw`\$`)}(?:\s*(?:\|\||\?\?)\s*\{\s*\})?$`).test(argument.getText())) : -1
    return index < 0 ? [] : [{ units: model.resolve(call).units, index }]
  })
  return given.length > 0 && given.every(({ units, index }) => units.length > 0 && units.every((target) => target.parameters[index] !== undefined && isTestedByHand(target.parameters[index], target, model, depth + 1)))
}

/** Names of variables that a pattern takes out of an object; undefined where it takes what is left. */
function takenOutBy(name: ts.BindingName): ReadonlySet<string> | undefined {
  if (!ts.isObjectBindingPattern(name) || name.elements.some((element) => element.dotDotDotToken !== undefined || !ts.isIdentifier(element.name))) return undefined
  return new Set(name.elements.map((element) => element.name.getText()))
}

/** `reject(id, body.note)` of `reject(id, note) { if (!note || note.trim() === '') throw ... }`, and of one that decides by its value. */
function isTestedBehind(field: string, handler: Unit, model: Model): boolean {
  const given = handler.calls.flatMap((call) => {
    const index = ts.isCallExpression(call.node) ? call.node.arguments.findIndex((argument) => argument.getText().replace('?.', '.') === field) : -1
    return index < 0 ? [] : model.resolve(call).units.map((unit) => ({ unit, name: unit.parameters[index]?.name }))
  })
  return given.length > 0 && given.every(({ unit, name }) => name !== undefined && ts.isIdentifier(name) && refuses(unit, name.text))
}

/** A function throws or returns for some values of a parameter, and looks at what it is rather than whether it is there. */
function refuses({ node }: Unit, name: string): boolean {
  const own = String.raw`(?<![\w$.])${name.replace(/\$/g, String.raw`\$`)}`
  const test = new RegExp(String.raw`typeof\s+${own}\b|${own}\??\.(?:trim|length|split|match|toLowerCase|toUpperCase)\b|(?:includes|has|test|is[A-Z]\w+)\(\s*${own}\s*\)|${own}\s*[!=]==?\s*['"]`)
  let isFound = false
  const visit = (at: ts.Node): void => {
    if (ts.isIfStatement(at) && test.test(at.expression.getText()) && /\b(?:throw|return)\b/.test(at.thenStatement.getText())) isFound = true
    else if (ts.isSwitchStatement(at) && at.expression.getText() === name) isFound = true
    if (!isFound) ts.forEachChild(at, visit)
  }
  visit(node)
  return isFound
}

/** `body.name`, as written; undefined where the whole of it is used. */
function fieldsReadOf(name: string, within: ts.Node): ReadonlySet<string> | undefined {
  const fields = new Set<string>()
  let isWhole = false
  const visit = (node: ts.Node): void => {
    // `const { note } = body`
    const taken = ts.isVariableDeclaration(node) && node.initializer?.getText() === name ? takenOutBy(node.name) : undefined
    if (taken) return taken.forEach((field) => fields.add(field))
    if (ts.isIdentifier(node) && node.text === name && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) && !ts.isPropertyAssignment(node.parent)) {
      if (ts.isPropertyAccessExpression(node.parent)) fields.add(node.parent.getText().replace('?.', '.'))
      else isWhole = true
    }
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.initializer) && node.initializer.text === name) isWhole = true
    ts.forEachChild(node, visit)
  }
  visit(within)
  return isWhole ? undefined : fields
}
