/**
 * Look-ups that two requests hardly make at once: what is made before the program serves anybody, and what stands behind
 * a code or an answer that is good for one time.
 */
import { ts } from 'ts-morph'
import { argumentsOf } from '../../src/libraries/paths.js'
import { endsFunction } from '../../src/model/control-flow.js'
import type { Call, Model, Unit } from '../../src/model/types.js'
import type { ProbedWrite } from './files-and-caches.js'
import type { BlindCreate } from './find-then-create.js'

/** Callers between a look-up and where the program starts to serve. */
const MOST_CALLERS = 6
/** Codes by which somebody shows who they are, or that they may come in. */
const CODE = /(?:auth\w*|login|device|verification|activation|reset)_?(?:code|token|link|grant)s?$/i

export function isOneAtATime(found: BlindCreate, model: Model): boolean {
  return isMadeBefore(found, model) || isBehindCode(found, model) || isAnswer(found.unit)
}

/** The one row that the look-up is about is there when the first request comes: `await init(); app.listen(port)`. */
function isMadeBefore({ unit, read }: BlindCreate, model: Model): boolean {
  const key = model.rows.keyOf(read.operation)
  return key?.isComplete === true && [...key.columns.values()].every((text) => /^["'\d]|^(?:true|false|null)$/.test(read.lift(text))) && isServedAfter(unit, model)
}

/** The file whose name the code says was written when the first request came, by a function that is given nothing: it writes the same again. */
export function isWrittenBefore({ unit, probe }: ProbedWrite, model: Model): boolean {
  const [path] = argumentsOf(probe.node)
  return unit.parameters.length === 0 && path !== undefined && !/[⟨~@$]/.test(model.rows.textOf(path)) && isServedAfter(unit, model)
}

/** Some way leads there from in front of where the program begins to listen, and is waited for. */
function isServedAfter(unit: Unit, model: Model, depth = 0): boolean {
  if (model.isStartHook(unit)) return true
  return depth < MOST_CALLERS && model.callersOf(unit).some(({ call, use }) => !use && isAwaited(call) && (call.unit.calls.some(({ name, node }) => name === 'listen' && node.pos >= call.node.end) || isServedAfter(call.unit, model, depth + 1)))
}

function isAwaited({ node }: Call): boolean {
  return ts.isAwaitExpression(node.parent) || ts.isReturnStatement(node.parent) || (ts.isArrowFunction(node.parent) && node.parent.body === node)
}

/** The function is left where no unused code is found, and what was found is used up behind the new row. */
function isBehindCode({ unit, read, write }: BlindCreate, model: Model): boolean {
  const [asked, made] = [read.calls[0]?.node, write.calls[0]?.node]
  if (!asked || !made) return false
  const accesses = model.rows.accessesOf(unit)
  const codes = accesses.filter(({ operation, calls: [first] }) => operation.kind === 'query' && operation.access === 'read' && CODE.test(operation.table ?? '') && first !== undefined && first.node.end <= asked.pos)
  return codes.some(({ operation: code }) => {
    const unused = [...(model.rows.keyOf(code)?.columns ?? [])].flatMap(([column, text]) => (/^(?:null|false)$/.test(text) ? [column] : []))
    const isRefused = model.rows.testsIn(unit).some(({ node, uses }) => ts.isIfStatement(node) && node.end <= asked.pos && endsFunction(node.thenStatement) && uses.some((use) => use.operation === code))
    return isRefused && accesses.some(({ operation, calls: [first] }) => operation.table === code.table && first !== undefined && first.node.pos >= made.end && (operation.access === 'delete' || model.rows.changesOf(operation).some(({ column }) => unused.includes(column))))
  })
}

/** `(accessToken, refreshToken, profile, done) => ...`: who somebody is, for a code that the provider takes once. */
function isAnswer(unit: Unit): boolean {
  const names = unit.parameters.map(({ name }) => name.getText())
  return names.some((name) => /^_?access_?token$/i.test(name)) && names.some((name) => /profile$/i.test(name))
}
