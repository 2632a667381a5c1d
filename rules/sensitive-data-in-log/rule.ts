import { ts } from 'ts-morph'
import { defineRule, type RuleContext } from '../../src/engine/rule.js'
import type { Confidence, Fix, TextEdit } from '../../src/findings/finding.js'
import { argumentsOf } from '../../src/libraries/paths.js'
import type { LogEntry, SensitiveValue } from '../../src/model/log-types.js'
import { isRare } from '../../src/model/once.js'
import type { SensitiveKind } from '../../src/model/sensitive-names.js'
import type { Model, Unit } from '../../src/model/types.js'

export default defineRule({
  id: 'sensitive-data-in-log',
  severity: 'high',
  title: 'A password, token or other private data is written to the log.',
  category: 'anti-pattern',
  topic: 'security',
  handoff: 'cybersecurity',
  cwe: [532],
  securitySeverity: 6.5,
  check(context) {
    const byCall = new Map<LogEntry, SensitiveValue[]>()
    for (const value of context.model.logs.sensitive) byCall.set(value.entry, [...(byCall.get(value.entry) ?? []), value])
    for (const [entry, values] of byCall) reportEntry(entry, values, context)
    reportRequestLogs(context)
  },
})

/** What it is, the worst first. */
const NOUNS: Record<SensitiveKind, string> = {
  password: 'a password',
  card: 'card data',
  secret: 'a secret',
  token: 'a token',
  header: 'a credential of the request',
  connection: 'a connection string with its password',
  environment: 'all environment variables, secrets included',
  headers: 'the headers of the request, with authorization and cookies',
  request: 'the whole request, with its headers',
  body: 'the whole body of the request, whatever a client puts into it',
  user: 'a whole user',
  personal: 'an identity or account number',
}
const ORDER = Object.keys(NOUNS) as SensitiveKind[]
const RANK: readonly Confidence[] = ['high', 'medium', 'low']

function reportEntry(entry: LogEntry, found: readonly SensitiveValue[], { model, report }: RuleContext): void {
  const values = [...found].sort((left, right) => ORDER.indexOf(left.kind) - ORDER.indexOf(right.kind))
  const [worst] = values
  if (!worst) return
  const texts = [...new Set(values.map(textOf))]
  report({
    at: { file: entry.unit.file, node: entry.call.node },
    message: `${calleeOf(entry)} writes ${listed(texts)} to the log: ${NOUNS[worst.kind]}`,
    why: `${consequence(worst)} Logs are copied, shipped to other companies and read by people who may not see this. Log an id instead, or have the logger redact it.`,
    trace: values.find((value) => value.trace.length > 0)?.trace ?? [],
    fixes: [fixFor(entry, values)],
    confidence: confidenceOf(entry, values, model.entryPointsOf(entry.unit).map((one) => one.kind), model),
  })
}

/** `user (passwordHash)`, `req.body`. */
function textOf({ text, fields }: SensitiveValue): string {
  return fields.length > 0 ? `${text} (${fields.slice(0, 3).join(', ')})` : text
}

function listed(texts: readonly string[]): string {
  return texts.length <= 1 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`
}

function calleeOf({ call }: LogEntry): string {
  const callee = (call.node as ts.CallExpression).expression.getText().replace(/\s+/g, '')
  return callee.length > 40 ? call.name : callee
}

function consequence({ kind }: SensitiveValue): string {
  switch (kind) {
    case 'password':
      return 'Whoever can read the log can log in, here and wherever the password is used again.'
    case 'token':
    case 'header':
    case 'headers':
    case 'request':
      return 'Whoever can read the log can act as that user until it expires.'
    case 'card':
    case 'personal':
      return 'Card and account numbers in a log put it, and all that copies it, under the rules for such data.'
    case 'secret':
    case 'environment':
    case 'connection':
      return 'Whoever can read the log can use the credential, until it is rotated.'
    case 'body':
      return 'A body holds what the form holds: passwords on a login, cards on a payment, personal data on the rest.'
    case 'user':
      return 'A row holds more than its name says: password hash, tokens, address.'
  }
}

/** A body handed on from function to function is mostly a part of it by the time it is written. */
function sureness({ kind, trace, confidence, expression }: SensitiveValue, model: Model): Confidence {
  // `body: isProduction ? undefined : req.body`
  if (isRare(expression)) return 'low'
  return kind === 'body' && new Set(trace.map(({ node }) => model.unitOf(node))).size > 1 ? 'low' : confidence
}

function confidenceOf(entry: LogEntry, values: readonly SensitiveValue[], kinds: readonly string[], model: Model): Confidence {
  let best = values.map((value) => sureness(value, model)).sort((left, right) => RANK.indexOf(left) - RANK.indexOf(right))[0] ?? 'low'
  // Only on a developer's machine, or to whoever typed the command.
  if (isRare(entry.call.node) || (kinds.length > 0 && kinds.every((kind) => kind === 'cli')) || (kinds.length === 0 && (isCommand(entry.unit) || isOfCommand(entry.unit)))) return 'low'
  if (entry.level === 'debug' && best === 'high') best = 'medium'
  // `debug('user %o', user)`: a line that a developer switches on, with all of something whose parts are not known.
  if (isSwitchedOn(entry) && values.every(({ kind }) => kind === 'user' || kind === 'body')) return 'low'
  return best
}

/** The logger is the function itself, and writes nothing unless its namespace is asked for. */
function isSwitchedOn({ call, level, via }: LogEntry): boolean {
  return level === 'debug' && via === 'library' && ts.isCallExpression(call.node) && ts.isIdentifier(call.node.expression)
}

/** Of a program that somebody starts by hand, by its folder. */
function isOfCommand({ file, classNode }: Unit): boolean {
  return classNode === undefined && /(?:^|\/)(?:cli|bin|commands)\//.test(file.relative)
}

/** Runs as soon as the file is loaded, and ends the program when it is done. */
function isCommand({ node, kind }: Unit): boolean {
  if (kind === 'module') return false
  let callee: ts.Node = node
  while (ts.isParenthesizedExpression(callee.parent)) callee = callee.parent
  return ts.isCallExpression(callee.parent) && callee.parent.expression === callee && /\bprocess\.exit\(0?\)/.test(node.getText())
}

// ---- What to write instead -------------------------------------------------------------------------------------

function fixFor(entry: LogEntry, values: readonly SensitiveValue[]): Fix {
  const gone = new Set(values.flatMap((value) => memberLeftOut(value) ?? []))
  const edits = values.map((value) => editFor(entry, value, gone))
  if (edits.every((edit) => edit !== undefined)) return { kind: 'suggestion', title: `Leave ${listed([...new Set(values.map(({ text }) => text))])} out of the log.`, edits: [...new Map(edits.map((edit) => [`${edit.start} ${edit.end}`, edit])).values()] }
  const paths = values.map(({ text, fields }) => `'${[text.split('.').at(-1), fields[0]].filter(Boolean).join('.')}'`)
  return { kind: 'recipe', title: 'Log what identifies it, or redact it where the logger is made.', edits: [], code: `// where the logger is made\nconst logger = pino({ redact: [${[...new Set(paths)].join(', ')}] })` }
}

/**
 * The smallest change that takes the value out; undefined where the call would have to be written anew.
 *
 * @param gone members that are left out
 */
function editFor({ unit }: LogEntry, value: SensitiveValue, gone: ReadonlySet<ts.ObjectLiteralElementLike>): TextEdit | undefined {
  const { expression, kind, fields } = value
  const file = unit.file.relative
  const replace = (text: string): TextEdit => ({ file, start: expression.getStart(), end: expression.getEnd(), text })
  const member = memberAround(expression)
  const isName = ts.isIdentifier(expression) || ts.isPropertyAccessExpression(expression)
  if (kind === 'user' && isName) {
    const id = `${expression.getText()}.id`
    if (!member) return replace(id)
    return { file, start: member.getStart(), end: member.getEnd(), text: `${member.name.getText()}Id: ${id}` }
  }
  if (kind === 'body' || kind === 'headers') return isName && !member ? replace(`Object.keys(${expression.getText()})`) : undefined
  if (fields.length > 0 || kind === 'environment' || kind === 'request') return undefined
  if (member) return withoutMember(member, gone, file)
  if (ts.isTemplateSpan(expression.parent)) return { file, start: expression.parent.expression.getFullStart() - 2, end: expression.parent.literal.getStart() + 1, text: '[redacted]' }
  return replace(`'[redacted]'`)
}

function memberAround({ parent }: ts.Node): ts.ShorthandPropertyAssignment | ts.PropertyAssignment | undefined {
  return ts.isShorthandPropertyAssignment(parent) || ts.isPropertyAssignment(parent) ? parent : undefined
}

/** The member of an object that goes with the value. */
function memberLeftOut({ expression, kind, fields }: SensitiveValue): ts.ShorthandPropertyAssignment | ts.PropertyAssignment | undefined {
  const isKept = fields.length > 0 || /^(?:body|headers|environment|request)$/.test(kind) || (kind === 'user' && (ts.isIdentifier(expression) || ts.isPropertyAccessExpression(expression)))
  return isKept ? undefined : memberAround(expression)
}

/** Takes a member out with its comma; of several at the end, all with the comma in front of them. */
function withoutMember(member: ts.ShorthandPropertyAssignment | ts.PropertyAssignment, gone: ReadonlySet<ts.ObjectLiteralElementLike>, file: string): TextEdit | undefined {
  const { properties } = member.parent
  const last = properties.findLastIndex((one) => !gone.has(one))
  const index = properties.indexOf(member)
  // With the white space in front of what follows.
  if (index < last) return { file, start: member.getStart(), end: (properties[index + 1] as ts.Node).getStart(), text: '' }
  const [before, end] = [properties[last], properties.at(-1)]
  return before && end ? { file, start: before.getEnd(), end: end.getEnd(), text: '' } : undefined
}

// ---- Requests ---------------------------------------------------------------------------------------------------

/** Middleware that logs each request as it came. */
function reportRequestLogs({ model, report }: RuleContext): void {
  for (const call of model.logs.requestLogs) {
    const path = /forRoot/.test(call.name) ? 'pinoHttp: { redact' : 'redact'
    const paths = "['req.headers.authorization', 'req.headers.cookie', 'res.headers[\"set-cookie\"]']"
    report({
      at: { file: call.unit.file, node: call.node },
      message: `${call.name} writes the headers of every request to the log, authorization and cookies included`,
      why: 'Whoever can read the log can act as any user who was there lately. Redact the headers that say who somebody is.',
      fixes: [{ kind: 'recipe', title: 'Redact them where the logger is made.', edits: [], code: `{ ${path}: ${paths}${/forRoot/.test(call.name) ? ' }' : ''} }${argumentsOf(call.node).length === 0 ? '  // the options of ' + call.name : ''}` }],
      confidence: 'medium',
    })
  }
}
