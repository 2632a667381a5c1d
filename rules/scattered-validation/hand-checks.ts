/**
 * Conditions on fields of a request, written by hand, that refuse it.
 */
import { ts } from 'ts-morph'
import { isServing } from '../../src/model/reach.js'
import type { EntryPoint, Flow, Model, Unit } from '../../src/model/types.js'
import type { WorkspaceFile } from '../../src/workspace/types.js'

export interface HandCheck {
  readonly unit: Unit
  readonly entry: EntryPoint
  /** The statement or call. */
  readonly node: ts.Node
  readonly condition: ts.Expression
  /** Fields of the request that it tests; never empty. */
  readonly fields: readonly string[]
  /** The first of them. */
  readonly field: string
  /** The condition with the field taken out: equal texts are the same rule. */
  readonly test: string
  /** It answers that the request is wrong; otherwise it only throws. */
  readonly refuses: boolean
  /** It says what fits (a length, a form, a type), or that several fields belong together; not only that one is there. */
  readonly isTelling: boolean
  readonly confidence: 'high' | 'medium'
}

/** Answers that say that what was sent is wrong. */
const REFUSES = /\b4(?:00|22)\b|BAD_?REQUEST|Bad_?Request|badRequest|UNPROCESSABLE|[Uu]nprocessable|Validation(?:Error|Exception|Failed)?\b|VALIDATION|Invalid(?:Input|Argument|Param|Request)|InputError|invalid(?:Input|Request|Params?)\(/
/** Answers that say something else: who asks, or what there is. */
const OTHERWISE = /\b4(?:01|03|04|09|10|29)\b|[Uu]nauthori[sz]ed|[Ff]orbidden|NotFound|not_?found|Conflict|UNAUTHORIZED|FORBIDDEN|NOT_FOUND|CONFLICT/
/** Steps from a request to where its values are checked by hand; what goes further is no check of a request any more. */
const MOST_STEPS = 8
const FROM_REQUEST = new Set(['body', 'query', 'params', 'form', 'args'])
/** Calls that check by a schema or a declared rule. */
const SCHEMA_CALL = /^(?:safeParse|safeParseAsync|parseAsync|validate|validateAsync|validateSync|validationResult|matchedData|checkSchema|celebrate|assertValid|isValid|isValidSync)$/

/** In the test of a check: a rule about what fits, and not a case that is told apart. */
export const SAYS_WHAT_FITS = /\blength[<>]|[<>]=?-?\d|\b(?:test|match|isEmail|isURL|isUUID)\(/

/** Checks in handlers, and in functions that handlers give fields to. */
export function checksByHand(model: Model): readonly HandCheck[] {
  const before = new Set(model.entryPoints.flatMap((entry) => entry.middleware.flatMap(({ units }) => units)))
  const bySchema = new Map<EntryPoint, boolean>()
  const asksSchema = (entry: EntryPoint) => {
    let known = bySchema.get(entry)
    if (known === undefined) bySchema.set(entry, (known = usesSchema(entry, model)))
    return known
  }
  const found: HandCheck[] = []
  const mayRefuse = new Map<WorkspaceFile, boolean>()
  for (const unit of model.units) {
    if (unit.file.surface !== 'production' || unit.kind === 'module' || before.has(unit)) continue
    let refuses = mayRefuse.get(unit.file)
    if (refuses === undefined) mayRefuse.set(unit.file, (refuses = isRefusing(unit.file.text())))
    if (!refuses) continue
    const text = unit.node.getText()
    if (!isRefusing(text)) continue
    // Far from any handler, nothing of a request comes in.
    if (!model.entryPointsOf(unit).some(isServing)) continue
    // What a handler reads of its own request is asked about last; a schema settles it.
    const own = model.validation.entriesAt(unit.node).filter((entry) => isServing(entry) && isAround(entry.handler, unit))
    if (own.length > 0 && own.every((entry) => asksSchema(entry))) continue
    for (const { node, condition, outcome } of conditionsIn(unit)) {
      const refuses = REFUSES.test(outcome) && !OTHERWISE.test(outcome)
      const test = condition.getText().replace(/\s+/g, '').replace(/[\w$.?]+/g, (name) => name.replace(/^.*[.]/, ''))
      // What only throws counts where another layer says otherwise what fits.
      if (!refuses && (OTHERWISE.test(outcome) || !/\bthrow\b/.test(outcome) || !SAYS_WHAT_FITS.test(test))) continue
      const read = fieldsIn(condition, unit, model)
      const [field] = read?.fields ?? []
      if (!read || field === undefined) continue
      const entry = model.validation.entriesAt(read.flow.source.node).find(isServing) ?? model.entryPointsOf(unit).find(isServing)
      if (!entry) continue
      if (asksSchema(entry)) continue
      const isTelling = read.fields.length > 1 || !isPresence(condition)
      // What the path has to hold for the route to be taken is always there: the check is idle, and no schema would be written for it.
      if (!isTelling && read.flow.source.kind === 'params') continue
      found.push({ unit, entry, node, condition, fields: read.fields, field, test, refuses, isTelling, confidence: read.flow.confidence })
    }
  }
  return found
}

/** `!name`, `name === undefined`: whether anything was sent at all. */
function isPresence(condition: ts.Expression): boolean {
  let value = condition
  while (ts.isParenthesizedExpression(value)) value = value.expression
  if (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken) return ts.isIdentifier(value.operand) || ts.isPropertyAccessExpression(value.operand)
  return ts.isBinaryExpression(value) && /^(?:undefined|null|''|"")$/.test(value.right.getText())
}

function isAround(outer: Unit, unit: Unit): boolean {
  for (let at: Unit | undefined = unit; at; at = at.parent) if (at === outer) return true
  return false
}

function isRefusing(text: string): boolean {
  return /\bif\b|\bassert\b/.test(text) && (REFUSES.test(text) || /\bthrow\b/.test(text))
}

/** Conditions directly in a unit, with the code that runs where the request does not fit. */
function conditionsIn(unit: Unit): readonly { readonly node: ts.Node; readonly condition: ts.Expression; readonly outcome: string }[] {
  const found: { node: ts.Node; condition: ts.Expression; outcome: string }[] = []
  const whole = unit.node.getText()
  const visit = (node: ts.Node): void => {
    if (node !== unit.node && (ts.isFunctionLike(node) || ts.isClassLike(node))) return
    if (ts.isIfStatement(node)) {
      const outcome = node.thenStatement.getText()
      // `errors.push('name is missing')`, and one answer for all of them below
      const collects = /\b(?:err(?:or)?s?|problems|issues|messages|missing|invalid)\w*(?:\.push\(|\[['"]|\.\w+\s*=)/i.test(outcome)
      if (collects) found.push({ node, condition: node.expression, outcome: REFUSES.test(whole) ? '400' : '' })
      else if (leaves(node.thenStatement)) found.push({ node, condition: node.expression, outcome })
    } else if (ts.isCallExpression(node) && /(?:^|\.)assert$/.test(node.expression.getText()) && node.arguments.length > 1 && node.arguments[0]) {
      found.push({ node, condition: node.arguments[0], outcome: node.arguments.slice(1).map((argument) => argument.getText()).join() })
    }
    ts.forEachChild(node, visit)
  }
  visit(unit.node)
  return found
}

/** A branch that answers or throws, and does little else. */
function leaves(branch: ts.Statement): boolean {
  const statements = ts.isBlock(branch) ? branch.statements : [branch]
  const text = branch.getText()
  // A case of its own, in which something is refused too.
  if (/\b(?:if|await|for|switch)\b/.test(text)) return false
  return statements.length > 0 && statements.length <= 4 && /\b(?:return|throw)\b|\.throw\(|\bnext\(|\.(?:status|code|json|send|end|body)\b/.test(text)
}

/** Fields of the request that a condition is about; undefined where it is about anything else too. */
function fieldsIn(condition: ts.Expression, unit: Unit, model: Model): { readonly fields: readonly string[]; readonly flow: Flow } | undefined {
  const fields = new Set<string>()
  let flow: Flow | undefined
  let isForeign = false
  const visit = (node: ts.Node): void => {
    if (isForeign) return
    if (ts.isAwaitExpression(node) || ts.isFunctionLike(node)) {
      isForeign ||= ts.isAwaitExpression(node)
      return
    }
    if (ts.isCallExpression(node)) {
      // `email.includes('@')`, `isEmail(email)`: what is tested, and not the function.
      if (ts.isPropertyAccessExpression(node.expression)) visit(node.expression.expression)
      node.arguments.forEach(visit)
      return
    }
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const value = withoutLength(node)
      if (isVerdict(value, unit)) {
        isForeign = true
        return
      }
      const into = fieldFlow(value, model)
      if (into) {
        flow ??= into.flow
        fields.add(into.field)
      } else if (isLoaded(value, unit)) isForeign = true
      return
    }
    ts.forEachChild(node, visit)
  }
  visit(condition)
  return isForeign || !flow ? undefined : { fields: [...fields], flow }
}

function withoutLength(value: ts.Expression): ts.Expression {
  return ts.isPropertyAccessExpression(value) && /^(?:length|size)$/.test(value.name.text) ? value.expression : value
}

function fieldFlow(value: ts.Expression, model: Model): { readonly flow: Flow; readonly field: string } | undefined {
  for (const kind of ['number', 'text'] as const) {
    const flow = model.flowsInto(value, kind, MOST_STEPS).find((one) => FROM_REQUEST.has(one.source.kind))
    if (!flow) continue
    if (flow.isValidated || flow.isDeclared) return undefined
    const own = ts.isPropertyAccessExpression(value) ? value.name.text : ts.isIdentifier(value) ? value.text : undefined
    const field = flow.path.find((name) => /^[A-Za-z_$][\w$]*$/.test(name)) ?? own
    return field === undefined ? undefined : { flow, field }
  }
  return undefined
}

/** `const wrong = requireEmptyBody(req)`: what a check of the whole request found. */
function isVerdict(value: ts.Expression, unit: Unit): boolean {
  return ts.isIdentifier(value) && new RegExp(String.raw`\b(?:const|let|var)\s+${value.text.replace(/\$/g, '\\$')}\s*=\s*[\w$.]+\((?:req|request|ctx|c|event)\)`).test(unit.node.getText())
}

/** A value that was loaded or computed by a call of the unit: the condition is about what there is. */
function isLoaded(value: ts.Expression, unit: Unit): boolean {
  let root: ts.Expression = value
  while (ts.isPropertyAccessExpression(root) || ts.isElementAccessExpression(root)) root = root.expression
  if (root.kind === ts.SyntaxKind.ThisKeyword) return true
  if (!ts.isIdentifier(root)) return false
  if (/^(?:undefined|NaN|Infinity|Number|String|Array|Object|Math|Date)$/.test(root.text)) return false
  const name = root.text.replace(/\$/g, '\\$')
  return new RegExp(String.raw`\b(?:const|let|var)\s+(?:${name}\b|[{[][^=;]*\b${name}\b[^=;]*[}\]])[^=;]*=[^;\n]*\bawait\b`).test(unit.node.getText()) || /^(?:user|currentUser|session|ctx|req|request|process|config|env)$/.test(root.text)
}

/** A schema stands in front of the handler, or the handler asks one. */
function usesSchema(entry: EntryPoint, model: Model): boolean {
  const bodies = entry.handler.parameters.flatMap((parameter) => model.validation.bodyParameter(parameter) ?? [])
  // A pipe looks at nothing that is declared as `any`.
  if (bodies.length > 0 && bodies.every(({ isChecked }) => !isChecked)) return false
  if (model.guardsOf(entry).guards.some(({ kind }) => kind === 'validate')) return true
  const units = [entry.handler, ...entry.handler.children]
  return units.some((unit) => unit.calls.some((call) => SCHEMA_CALL.test(call.name) || model.resolve(call).library?.tags.some(({ name }) => name === 'validates')))
}
