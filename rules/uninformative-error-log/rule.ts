import { ts } from 'ts-morph'
import { defineRule, type RuleContext } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import { argumentsOf } from '../../src/libraries/paths.js'
import type { LogEntry } from '../../src/model/log-types.js'
import { partsOf } from '../../src/model/logged-parts.js'
import type { Call, Model, OperationKind, Unit } from '../../src/model/types.js'

export default defineRule({
  id: 'uninformative-error-log',
  severity: 'low',
  title: 'A log line about a failure says neither what failed nor why.',
  category: 'anti-pattern',
  topic: 'architecture',
  cwe: [778],
  check(context) {
    reportBareSentences(context)
    reportConsoles(context)
  },
})

// ---- Sentences without the error -------------------------------------------------------------------------------

interface Handler {
  /** The clause, or the function given to `catch`. */
  readonly node: ts.CatchClause | ts.ArrowFunction | ts.FunctionExpression
  readonly body: ts.Node
  readonly error: string | undefined
  readonly guarded: ts.Node
}

/** Work whose failure is looked into by its error. */
const WORK: readonly OperationKind[] = ['query', 'payment', 'http', 'email', 'sms', 'publish', 'enqueue', 'storage', 'llm', 'file-write', 'file-read', 'cache-read', 'cache-write']
/** The failure is how something is found out. */
const EXPECTED = /already|exist|duplicate|not found|skip/i
/** What is missing may be: the line says that the service goes on without. */
const OPTIONAL = /not (?:set|configured|available|enabled)|fall(?:ing)? ?back|optional|disabled|using default|assuming/i
/** What these fail with says nothing that the sentence does not say. */
const PLAIN = /^(?:parse|require|import|decode\w*|verify\w*|URL|access\w*|stat\w*|exists\w*|unlink\w*|quit|end|disconnect|resolve)$/

function reportBareSentences({ model, report }: RuleContext): void {
  const byHandler = new Map<ts.Node, { handler: Handler; entries: LogEntry[] }>()
  for (const entry of model.logs.entries) {
    const handler = handlerAround(entry.call.node)
    if (!handler) continue
    const known = byHandler.get(handler.node)
    if (known) known.entries.push(entry)
    else byHandler.set(handler.node, { handler, entries: [entry] })
  }
  const logging = new Set(model.logs.entries.map(({ call }) => call))
  for (const { handler, entries } of byHandler.values()) {
    const [first] = entries
    if (!first || isOfCommand(first.unit, model) || !entries.every(isBare) || isUsed(handler) || EXPECTED.test(sentenceOf(first))) continue
    // `catch { await create(); log('created') }`: what is said is that the other way was taken.
    if (entries.every(({ level, call }) => level !== 'error' && comesAfterWork(call.node, handler))) continue
    const calls = callsIn(handler.guarded, model.unitOf(handler.guarded))
    const counted = calls.filter((call) => !PLAIN.test(call.name) && !logging.has(call))
    if (counted.length === 0) continue
    const reached = WORK.flatMap((kind) => counted.flatMap((call) => model.reachedFrom(call, kind).slice(0, 1)))[0]
    // A package that may be missing: the sentence says what its error would.
    if (!reached && /\b(?:import|require)\(/.test(handler.guarded.getText())) continue
    const what = reached?.operation.label ?? counted[0]?.name ?? ''
    report({
      at: { file: first.unit.file, node: first.call.node },
      message: `${sentenceOf(first)} is all that is known when ${what} fails in ${nameOf(first.unit)}: neither the error nor what it was about is logged`,
      why: 'Whoever is woken by this line cannot tell a timeout from a bug, or whose request it was, and has to wait for it to happen again. Log the error, and the ids at hand.',
      trace: reached && reached.trace.length > 1 ? reached.trace : [],
      fixes: [fixFor(first, handler)],
      confidence: entries.every(({ level, via }) => via !== 'console' && (level === 'info' || level === 'debug')) || OPTIONAL.test(sentenceOf(first)) ? 'low' : confidenceOf(reached !== undefined, handler),
    })
  }
}

/** Where who started a command reads what it says, and tries again: the sentence is for them. */
const COMMANDS = /(?:^|\/)(?:bin|cli|commands?)\//

function isOfCommand(unit: Unit, model: Model): boolean {
  return COMMANDS.test(unit.file.relative) && model.entryPointsOf(unit).every(({ kind }) => kind === 'cli')
}

/** A statement of the handler in front of the line waits for something. */
function comesAfterWork(node: ts.Node, { body }: Handler): boolean {
  const statement = ts.findAncestor(node, ts.isStatement)
  if (!statement || !ts.isBlock(statement.parent)) return false
  return body.pos <= statement.parent.pos && statement.parent.statements.some((one) => one.end <= statement.pos && /\bawait\b/.test(one.getText()))
}

function handlerAround(node: ts.Node): Handler | undefined {
  for (let at = node.parent; at; at = at.parent) {
    if (ts.isCatchClause(at)) return { node: at, body: at.block, error: at.variableDeclaration?.name.getText(), guarded: at.parent.tryBlock }
    if (ts.isArrowFunction(at) || ts.isFunctionExpression(at)) {
      const call = at.parent
      if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== 'catch' || call.arguments[0] !== at) return undefined
      return { node: at, body: at.body, error: at.parameters[0]?.name.getText(), guarded: call.expression.expression }
    }
    if (ts.isFunctionLike(at)) return undefined
  }
  return undefined
}

/** Nothing but constant text. */
function isBare(entry: LogEntry): boolean {
  return argumentsOf(entry.call.node).every((argument) => partsOf(argument).length === 0 && !/\bnew\b|=>/.test(argument.getText())) && argumentsOf(entry.call.node).length > 0
}

/** The error goes on to somebody: it is thrown, given to a call, returned, or looked at. */
function isUsed({ body, error }: Handler): boolean {
  if (error === undefined) return /\bthrow\s+(?!new\b)/.test(body.getText())
  if (!/^[\w$]+$/.test(error)) return true
  const name = error.replaceAll('$', String.raw`\$`)
  return new RegExp(String.raw`(?<![\w$.'"])${name}(?![\w$'":])`).test(body.getText().replace(/\/\/.*$/gm, ''))
}

function callsIn(node: ts.Node, unit: Unit | undefined): Call[] {
  return unit ? unit.calls.filter((call) => call.node.pos >= node.pos && call.node.end <= node.end) : []
}

function confidenceOf(isWork: boolean, { guarded }: Handler): Confidence {
  return isWork ? 'high' : /\bawait\b/.test(guarded.getText()) ? 'medium' : 'low'
}

function sentenceOf(entry: LogEntry): string {
  const text = argumentsOf(entry.call.node).map((argument) => argument.getText()).join(', ')
  return text.length > 50 ? `${text.slice(0, 47)}...` : text
}

/** The function a reader looks for: the one around callbacks without a name. */
function nameOf(unit: Unit): string {
  let named = unit
  while (named.parent && named.parent.kind !== 'module' && / (?:of|by) /.test(named.name)) named = named.parent
  return named.name
}

function fixFor({ call, unit, values, via }: LogEntry, handler: Handler): Fix {
  const title = 'Log the error.'
  const last = argumentsOf(call.node).at(-1)
  const first = argumentsOf(call.node)[0]
  const file = unit.file.relative
  const name = handler.error ?? 'error'
  if (!last || !first || values.length === 0) return { kind: 'recipe', title, edits: [], code: `${call.name}('...', ${name})` }
  // Loggers that take fields take them in front.
  const isFields = via === 'library' && /\bpino|request\.log|\blog$/.test((call.node as ts.CallExpression).expression.getText())
  const added = isFields ? { file, start: first.getStart(), end: first.getStart(), text: `{ err: ${name} }, ` } : { file, start: last.getEnd(), end: last.getEnd(), text: `, ${name}` }
  if (handler.error !== undefined) return { kind: 'suggestion', title, edits: [added] }
  if (ts.isCatchClause(handler.node)) {
    const at = handler.node.getStart() + 'catch'.length
    return { kind: 'suggestion', title, edits: [{ file, start: at, end: at, text: ` (${name})` }, added] }
  }
  const [open] = [handler.node.getText().indexOf('(')]
  const at = handler.node.getStart() + open + 1
  return open >= 0 && handler.node.parameters.length === 0 ? { kind: 'suggestion', title, edits: [{ file, start: at, end: at, text: name }, added] } : { kind: 'recipe', title, edits: [], code: `.catch((${name}) => ${call.name}('...', ${name}))` }
}

// ---- The console beside a logger -------------------------------------------------------------------------------

/** Lines of a logger in a package from which on it is what the package logs with. */
const ENOUGH = 3
/** Files that are named beside the first. */
const MOST_NAMED = 6

function reportConsoles({ model, report }: RuleContext): void {
  const byPackage = new Map<string, Map<string, LogEntry[]>>()
  for (const entry of model.logs.entries) {
    const { file } = entry.unit
    let files = byPackage.get(file.package.directory)
    if (!files) byPackage.set(file.package.directory, (files = new Map()))
    files.set(file.relative, [...(files.get(file.relative) ?? []), entry])
  }
  for (const files of byPackage.values()) {
    const lists = [...files.values()]
    const lines = lists.flat().filter((entry) => entry.via === 'library' || entry.via === 'shape')
    if (lines.length < ENOUGH) continue
    // Where somebody told the linter that it is meant.
    const serving = lists.map((list) => list.filter((entry) => !isAllowed(entry))).filter((list) => list.some((entry) => isServed(entry, model)))
    const consoles = serving.filter((list) => list.every((entry) => entry.via === 'console') && !/log/i.test(list[0]?.unit.file.relative.split('/').at(-1) ?? ''))
    const served = consoles.map((list) => list.filter((entry) => isServed(entry, model)))
    const at = served[0]?.[0]
    if (!at) continue
    const count = served.flat().length
    const logger = ((lines[0]?.call.node as ts.CallExpression).expression as ts.PropertyAccessExpression).expression?.getText().replace(/\s+/g, '') ?? 'logger'
    const name = at.unit.file.relative.split('/').at(-1)
    report({
      at: { file: at.unit.file, node: at.call.node },
      message: `${name} ${consoles.length > 1 ? `and ${consoles.length - 1} more files log` : 'logs'} with the console alone${count > 1 ? ` (${count} calls)` : ''}, while the rest of the service logs with ${logger}`,
      why: 'What the console prints has no level, no request id and no fields, and does not go where the logs go that people search and are alarmed by. Use the logger.',
      trace: served.slice(1, MOST_NAMED).flatMap((list) => list.slice(0, 1).map((entry) => ({ file: entry.unit.file, node: entry.call.node, label: `console.${entry.call.name}` }))),
      fixes: [{ kind: 'recipe', title: 'Use the logger of the service.', edits: [], code: `${logger}.${at.level}(...)  // instead of console.${at.call.name}(...)` }],
      // Where most is written to the console, the logger is the exception.
      confidence: consoles.length > serving.length - consoles.length || count > lines.length ? 'low' : 'medium',
    })
  }
}

/** `// eslint-disable-next-line no-console` above it, or at the head of its file. */
function isAllowed({ call: { node }, unit }: LogEntry): boolean {
  const { text } = node.getSourceFile()
  const above = text.slice(0, node.getStart()).split('\n').at(-2) ?? ''
  return /no-console|noConsole/.test(above) || /\/\*\s*eslint-disable[^*]*no-console/.test(unit.file.text().slice(0, HEAD))
}

const HEAD = 500

/** A request or job runs it, not the start of the process or a command. */
function isServed(entry: LogEntry, model: Model): boolean {
  return entry.unit.kind !== 'module' && model.entryPointsOf(entry.unit).some((one) => one.kind !== 'cli')
}
