/**
 * Calls of payment providers that take a key of idempotency and are given none, or one that is new each time.
 */
import { ts } from 'ts-morph'
import type { Fix, Severity } from '../../src/findings/finding.js'
import { boundNames } from '../../src/libraries/paths.js'
import type { EntryPoint, Model, Operation, Unit } from '../../src/model/types.js'
import { careFor, type Care } from './beforehand.js'

export interface UnkeyedPayment {
  readonly operation: Operation
  /** `none`: no key is given; `fresh`: one that is made anew by every call. */
  readonly key: 'none' | 'fresh'
  /** money: something is paid or owed twice; thing: there are two of something; setup: nobody minds much. */
  readonly weight: 'money' | 'thing' | 'setup'
  /** paid: at once; prepared: when somebody confirms it; held: only to see that it can be paid; owed: somebody is told to pay, or will be; invoiced: so again every month, for nothing is taken; added: to what is paid for, which a provider does once; repaid: all of it, which a provider does once; emptied: all that is there, which is gone then. */
  readonly stage: 'paid' | 'prepared' | 'held' | 'owed' | 'invoiced' | 'added' | 'repaid' | 'emptied'
  /** What is done before it so that it is not done again. */
  readonly care: Care | undefined
  /** Where a repetition comes in that is met by no more than that, as far as one is known. */
  readonly entry: EntryPoint | undefined
}

/** Values that are other ones the next time. */
const FRESH = /\b(?:randomUUID|uuid(?:v\d)?|uuidv\d|v[1467]|nanoid|ulid|cuid2?|createId|randomBytes|random|now)\s*\(|\bnew Date\(\)/
const MONEY = /charge|payment(?!_?(?:method|link))|refund|payout|transfer|subscription(?!_?schedule)|invoice|top_?up|order|capture|sale|credit_?note|balance|reversal|meter/i
/** Pages that somebody has to fill in before they pay, and what is set up once. */
const SETUP = /session|setup|payment_?methods?|tokens?\b|product|price|coupon|plan\b|plans|promotion|tax|webhook|link|portal/i

export function unkeyedPayments(model: Model): UnkeyedPayment[] {
  const found = model.operations.flatMap((operation): UnkeyedPayment[] => {
    if (operation.kind !== 'payment' || operation.access !== 'write' || !operation.takesIdempotency || operation.isUpsert || isGivenKeyBefore(operation)) return []
    const key = operation.idempotency === undefined ? 'none' : isFresh(operation.idempotency, operation) ? 'fresh' : undefined
    return key ? [{ operation, key, weight: weightOf(operation), stage: stageOf(operation, model), ...careFor(operation, model) }] : []
  })
  return found.filter((payment) => !found.some((first) => first !== payment && belongsTo(payment, first)))
}

/** `invoiceItems.create({ invoice: invoice.id })` after `const invoice = await invoices.create(...)`: made again with it, and told with it. */
function belongsTo({ operation, weight }: UnkeyedPayment, first: UnkeyedPayment): boolean {
  if (first.operation.unit !== operation.unit || (weight === 'money' && first.weight !== 'money')) return false
  const made = ts.findAncestor(first.operation.node, ts.isVariableDeclaration)
  const isMade = made !== undefined && (made.initializer === first.operation.node || (made.initializer !== undefined && ts.isAwaitExpression(made.initializer) && made.initializer.expression === first.operation.node))
  return isMade && ts.isIdentifier(made.name) && made.end <= operation.node.pos && namesId(operation.call.node, made.name.text)
}

/** `invoice.id` is given, for what is made belongs to it. */
function namesId(call: ts.Node, name: string): boolean {
  let found = false
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'id' && node.expression.getText() === name) found = true
    else if (!found) ts.forEachChild(node, visit)
  }
  visit(call)
  return found
}

/** `if (idempotencyKey) return refunds.create(params, { idempotencyKey })` in front: this one is for those who have no key. */
function isGivenKeyBefore({ node, unit, call }: Operation): boolean {
  const before = unit.node.getSourceFile().text.slice(unit.node.getStart(), node.getStart())
  return new RegExp(String.raw`if\s*\(\s*\w*(?:idempotency|key)\w*\s*\)\s*\{?\s*return\b[^}]*\b${call.name}\([^}]*idempotencyKey`, 'i').test(before)
}

function weightOf({ label }: Operation): UnkeyedPayment['weight'] {
  // `this.payments.stripe.checkout.sessions.create`: what the project calls its client says nothing.
  const name = label.split('.').slice(1).slice(-2).join('.')
  if (MONEY.test(name)) return 'money'
  return SETUP.test(name) ? 'setup' : 'thing'
}

function stageOf(operation: Operation, model: Model): UnkeyedPayment['stage'] {
  const { label, node, unit } = operation
  const name = label.split('.').slice(-2).join('.')
  const given = ts.isCallExpression(node) ? node.arguments.filter(ts.isObjectLiteralExpression) : []
  const says = (word: string) => given.some((one) => one.properties.some((property) => ts.isSpreadAssignment(property) || property.name.getText() === word))
  if (/^subscriptionItems?\.create$/i.test(name)) return 'added'
  if (/intent/i.test(name) && /\bcapture_method\s*:\s*['"]manual['"]/.test(node.getText()) && unit.calls.some((later) => later.name === 'cancel' && later.node.pos > node.end && /intent/i.test(later.node.getText()))) return 'held'
  if (/intent/i.test(name)) return says('confirm') && !/\bconfirm\s*:\s*false\b/.test(node.getText()) ? 'paid' : 'prepared'
  if (/^invoice(?!\w*\.pay)/i.test(name)) return 'owed'
  if (/^meter/i.test(name)) return 'owed'
  if (name === 'payouts.create' && paysOutAll(operation, model)) return 'emptied'
  if (/default_incomplete/.test(node.getText())) return 'prepared'
  if (/\bcollection_method\s*:\s*['"]send_invoice['"]/.test(node.getText())) return 'invoiced'
  // `createReversal(transfer)`: nothing is said of how much.
  const isOnlyNamed = name === 'transfers.createReversal' && ts.isCallExpression(node) && node.arguments.length === 1
  return (isOnlyNamed || (/^(?:refunds\.create|transfers\.createReversal)$/.test(name) && given.length > 0)) && !says('amount') ? 'repaid' : 'paid'
}

/**
 * `const balance = await balances.retrieve(); payouts.create({ amount: balance.available[0].amount })`: all that the provider
 * said is there, and not what is left of it. It refuses to pay that out again.
 */
function paysOutAll({ node, unit }: Operation, model: Model): boolean {
  const given = ts.isCallExpression(node) ? node.arguments.find(ts.isObjectLiteralExpression)?.properties.find((property) => property.name?.getText() === 'amount') : undefined
  const amount = given && (ts.isPropertyAssignment(given) ? given.initializer : ts.isShorthandPropertyAssignment(given) ? given.name : undefined)
  const readings = unit.calls.filter((call) => {
    const asked = model.operationOf(call)
    return asked?.kind === 'payment' && asked.access === 'read' && /balance/i.test(asked.label)
  })
  const made = amount && readings.length > 0 ? madeOf(amount, readings.map((call) => call.node), unit) : []
  return readings.some((call) => made.includes(call.node)) && !made.some((at) => ts.isBinaryExpression(at) && /^-=?$/.test(at.operatorToken.getText()))
}

/** All parts of a value, also through the variables of a function; calls at which it ends are not looked into. */
function madeOf(value: ts.Node, ends: readonly ts.Node[], unit: Unit): ts.Node[] {
  const found: ts.Node[] = [value]
  // The array grows while it is walked.
  for (const at of found) {
    if (ends.includes(at)) continue
    const parts: ts.Node[] = ts.isIdentifier(at) && !isName(at) ? valuesOf(at.text, unit) : []
    ts.forEachChild(at, (child) => void parts.push(child))
    found.push(...parts.filter((part) => !found.includes(part)))
  }
  return found
}

/** Everything a variable of a function is set to. */
function valuesOf(name: string, { node }: Unit): ts.Expression[] {
  const found: ts.Expression[] = []
  const visit = (at: ts.Node): void => {
    if (ts.isVariableDeclaration(at) && at.initializer && boundNames(at.name).some(({ text }) => text === name)) found.push(at.initializer)
    if (ts.isBinaryExpression(at) && at.left.getText() === name && /^[-+]?=$/.test(at.operatorToken.getText())) found.push(at.operatorToken.kind === ts.SyntaxKind.EqualsToken ? at.right : at)
    ts.forEachChild(at, visit)
  }
  visit(node)
  return found
}

/** The key is made in the run that uses it. One that is made around a loop of attempts does its work. */
function isFresh(key: ts.Expression, operation: Operation): boolean {
  const made = ts.isIdentifier(key) ? declaredIn(key.text, operation) : key
  if (!made || !FRESH.test(made.getText())) return false
  return made === key || operation.call.loop === undefined
}

function declaredIn(name: string, { unit }: Operation): ts.Expression | undefined {
  let found: ts.Expression | undefined
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && node !== unit.node) return
    if (ts.isVariableDeclaration(node) && node.name.getText() === name) found ??= node.initializer
    ts.forEachChild(node, visit)
  }
  visit(unit.node)
  return found
}

export function severityOf({ weight }: UnkeyedPayment): Severity {
  return weight === 'money' ? 'critical' : 'medium'
}

/** Adds the option with a key in the names of the code; a recipe where no stable name is in sight. */
export function keyFix({ operation, key }: UnkeyedPayment, file: string): Fix {
  const path = (operation.target?.tags.find((tag) => tag.name === 'idempotency')?.value ?? '').split('|')
  const call = operation.call.node
  const stable = stableName(operation)
  const option = path[0]?.split('.').at(-1) ?? 'idempotencyKey'
  const prefix = operation.label.split('.').slice(-2).join('-')
  const text = stable === undefined ? undefined : `\`${prefix}-\${${stable}}\``
  if (key === 'fresh') {
    const given = operation.idempotency
    if (text !== undefined && given) return { kind: 'suggestion', title: `Derive the key from ${stable}, so that a retry has the same one.`, edits: [{ file, start: given.getStart(), end: given.getEnd(), text }] }
  } else if (text !== undefined && ts.isCallExpression(call)) {
    const edit = insertion(call, path, `${option}: ${text}`, file)
    if (edit) return { kind: 'suggestion', title: `Give it a key that is the same for every attempt at the same thing (${stable}).`, edits: [edit] }
  }
  return {
    kind: 'recipe',
    title: 'Give it a key that is the same for every attempt at the same thing: the id of the order, the job or the request.',
    edits: [],
    code: `${operation.label}(..., { ${option}: \`${prefix}-\${${stable ?? 'id of the order or request'}}\` })`,
  }
}

function insertion(call: ts.CallExpression, paths: readonly string[], property: string, file: string) {
  const given = call.arguments
  const indexes = paths.flatMap((path) => (/^\d+\.\w+$/.test(path) ? [Number.parseInt(path, 10)] : []))
  const last = given.at(-1)
  const atEnd = indexes.find((index) => index === given.length && index > 0)
  if (atEnd !== undefined && last) return { file, start: last.getEnd(), end: last.getEnd(), text: `, { ${property} }` }
  if (indexes.length !== 1) return undefined
  const options = given[indexes[0] ?? 0]
  if (!options || !ts.isObjectLiteralExpression(options)) return undefined
  const [first] = options.properties
  return first ? { file, start: first.getStart(), end: first.getStart(), text: `${property}, ` } : { file, start: options.getStart(), end: options.getEnd(), text: `{ ${property} }` }
}

const BUSINESS = /order|invoice|payment|booking|refund|transfer|payout|purchase|cart|checkout|reservation|subscription|charge|job|event|request/i

/** Something on hand that names the thing that is paid: `order.id`, `orderId`, `job.id`. */
function stableName(operation: Operation): string | undefined {
  const found: string[] = []
  const collect = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && /^(?:id|_id|uuid)$/.test(node.name.text) && /^[\w$.]+$/.test(node.expression.getText())) found.push(node.getText())
    else if (ts.isPropertyAccessExpression(node) && /[a-z](?:Id|_id)$/.test(node.name.text) && /^[\w$.]+$/.test(node.getText())) found.push(node.getText())
    else if (ts.isIdentifier(node) && /^[a-z]\w*(?:Id|_id)$/.test(node.text) && !isName(node)) found.push(node.text)
    ts.forEachChild(node, collect)
  }
  collect(operation.call.node)
  for (let unit: Unit | undefined = operation.unit; unit && unit.kind !== 'module' && !found.some((name) => BUSINESS.test(name)); unit = unit.parent)
    for (const { name } of unit.parameters) {
      if (!ts.isIdentifier(name)) continue
      if (/(?:Id|_id)$/.test(name.text)) found.push(name.text)
      else if (BUSINESS.test(name.text) && usesId(name.text, unit.node)) found.push(`${name.text}.id`)
    }
  const inScope = [...new Set(found)].filter((name) => !isMadeAfter(name, operation))
  return inScope.find((name) => BUSINESS.test(name)) ?? inScope.find((name) => !/customer|user|account|price|plan|product|method|source|currency|destination/i.test(name))
}

/** An order, an invoice or the like is on hand, and paid by the call. */
export function isForWork(operation: Operation): boolean {
  return BUSINESS.test(stableName(operation) ?? '')
}

function isName(node: ts.Identifier): boolean {
  const { parent } = node
  return (ts.isPropertyAccessExpression(parent) && parent.name === node) || (ts.isPropertyAssignment(parent) && parent.name === node)
}

function usesId(name: string, unit: ts.Node): boolean {
  return new RegExp(String.raw`\b${name}\.id\b`).test(unit.getText())
}

/** The variable is declared by the very statement: `const payment = await create(...)`. */
function isMadeAfter(name: string, { call }: Operation): boolean {
  const statement = ts.findAncestor(call.node, ts.isVariableDeclaration)
  return statement !== undefined && statement.name.getText() === name.split('.')[0]
}
