import { ts } from 'ts-morph'
import { defineRule, type Report } from '../../src/engine/rule.js'
import type { Confidence } from '../../src/findings/finding.js'
import { skipOuter } from '../../src/libraries/paths.js'
import { contains } from '../../src/model/control-flow.js'
import { requestName } from '../../src/model/reach.js'
import type { EntryPoint, Flow, Model, Operation, OperationKind, Table, Unit, Whitelist } from '../../src/model/types.js'
import { isChosen } from './chosen.js'
import { keyOf, namesScope, privileged, saysWhose, scopeColumns, worstFirst } from './columns.js'
import { declaredBodies, isEmptied, isPartlyTested, refusesSome, takesOnly, type DeclaredBody, type Unguarded } from './declared.js'
import { assignmentIn, memberName, namesTakenBy, settledBy, type Settled } from './fixed.js'
import { recipeFor } from './recipe.js'
import { asksWhose, isAskedFor, isTyped, lookedUpAsOwn, makesOwn, onlyQueries } from './typed.js'

export default defineRule({
  id: 'unvalidated-input',
  severity: 'high',
  title: 'The body of a request is used without being checked.',
  category: 'sharp-edge',
  topic: 'security',
  handoff: 'cybersecurity',
  cwe: [20, 915],
  securitySeverity: 7.5,
  check({ model, report }) {
    const written = bodiesWritten(model)
    const declared = declaredBodies(model)
    // One pipe mends them all.
    const unguarded = new Set(declared.unguarded.flatMap(({ bodies }) => bodies.map(({ unit }) => unit)))
    const bare = new Set(declared.bare.map(({ unit }) => unit))
    const told = new Set<Unit>()
    for (const [unit, body] of written) {
      // What its declaration says is surer than where it goes a long way from here.
      if (body.whole && bare.has(unit) && sure(body.whole.flow, body.whole.operation) === 'low') continue
      // Whole bodies first: they set what nobody meant to be set.
      if (body.whole) told.add(unit)
      const finding = body.whole ? wholeBody(body.whole, model) : unguarded.has(unit) || bare.has(unit) ? undefined : (pickedFields(unit, body.picked, model) ?? sentOn(unit, body.sent, model))
      if (finding) report(finding)
    }
    for (const one of declared.unguarded) report(withoutPipe(one, model))
    for (const same of byDeclaration(declared.bare.filter(({ unit }) => !told.has(unit)))) report(withoutValidators(same, written, model))
  },
})

/** A write and the way by which data of a body gets into it. */
interface Written {
  readonly flow: Flow
  readonly operation: Operation
}

interface Body {
  whole: Written | undefined
  readonly picked: Written[]
  /** Effects other than writes that the body, or parts of it, are given to. */
  readonly sent: Written[]
}

/** Effects that do something with what they are given, and cannot be taken back. */
const SENDING: ReadonlySet<OperationKind> = new Set(['payment', 'email', 'sms', 'publish', 'enqueue'])

const SOURCES = new Set(['body', 'form', 'args', 'message'])

/** Whether what an entry point is sent may reach the code behind it unchecked: it has a body, and not each is checked by its declaration. */
function takesBody(entry: EntryPoint, model: Model): boolean {
  const { handler, kind, method, node } = entry
  if (kind === 'cron' || kind === 'cli' || model.isOutOfReach(entry)) return false
  if (kind !== 'route') return true
  if (method === 'GET' || method === 'HEAD') return false
  if (!ts.isDecorator(node) || !model.validation.hasPipes) return true
  return handler.parameters.some((parameter) => {
    const decorators = (ts.getDecorators(parameter) ?? []).map((decorator) => decorator.expression.getText()).join(' ')
    return !PARTS_WITHOUT_BODY.test(decorators) && model.validation.bodyParameter(parameter)?.isChecked !== true
  })
}

/** Decorators of parameters that hold something else than the body. */
const PARTS_WITHOUT_BODY = /^(?:Param|Query|Headers?|Ip|HostParam|Session|Res|Response|Next|CurrentUser|User|GetUser|AuthUser)\b/

/** Writes that data of an unchecked body reaches, by the function that takes it from the request. */
function bodiesWritten(model: Model): ReadonlyMap<Unit, Body> {
  const found = new Map<Unit, Body>()
  const taking = model.unitsBehind((entry) => takesBody(entry, model))
  for (const operation of model.operations) {
    const isSending = SENDING.has(operation.kind)
    if (!isSending && (operation.kind !== 'query' || operation.access !== 'write')) continue
    if (!taking.has(operation.unit) && model.entryPointsOf(operation.unit).length > 0) continue
    for (const { expression, isRow } of isSending ? givenTo(operation) : valuesOf(operation))
      for (const flow of model.flowsInto(expression, 'object')) {
        if (!SOURCES.has(flow.source.kind) || flow.isDeclared) continue
        const unit = model.unitOf(flow.source.node)
        if (!unit || unit.file.surface !== 'production') continue
        let body = found.get(unit)
        if (!body) found.set(unit, (body = { whole: undefined, picked: [], sent: [] }))
        if (isSending) body.sent.push({ flow, operation })
        // A body kept whole in one column sets no other; `req.body.order` as a row sets all of them.
        else if (isRow && !flow.isNested && (flow.path.length === 0 || isPart(expression, flow))) {
          if (isChosen(flow, operation, model)) continue
          if (!body.whole || flow.path.length < body.whole.flow.path.length) body.whole = { flow, operation }
        }
        else if (flow.path.length > 0) body.picked.push({ flow, operation })
      }
  }
  return found
}

/** `req.body.order`, or `order` taken out of the body, where it is the row itself. */
function isPart(expression: ts.Expression, { path }: Flow): boolean {
  // `new Order(order)`
  const row = ts.isNewExpression(expression) ? expression.arguments?.[0] : expression
  return path.length === 1 && row !== undefined && (ts.isIdentifier(row) || (ts.isPropertyAccessExpression(row) && row.name.text === path[0]))
}

function givenTo(operation: Operation): readonly { readonly expression: ts.Expression; readonly isRow: boolean }[] {
  const { node } = operation.call
  return ts.isCallExpression(node) ? node.arguments.map((expression) => ({ expression, isRow: false })) : []
}

/** What a write stores: its data, the values bound to its text, or the record it is called on. */
function valuesOf(operation: Operation): readonly { readonly expression: ts.Expression; readonly isRow: boolean }[] {
  if (operation.data) return [{ expression: operation.data, isRow: true }]
  const bound = operation.sql.flatMap(({ params }) => (params ? [{ expression: params, isRow: false }] : []))
  if (bound.length > 0) return bound
  const { node } = operation.call
  const callee = ts.isCallExpression(node) ? node.expression : undefined
  const record = callee && ts.isPropertyAccessExpression(callee) ? skipOuter(callee.expression) : undefined
  return record && (ts.isIdentifier(record) || ts.isNewExpression(record)) ? [{ expression: record, isRow: true }] : []
}

function wholeBody({ flow, operation }: Written, model: Model): Report {
  const entry = model.validation.entriesAt(flow.source.node)[0]
  const settled = settledBy(flow, valuesOf(operation).map(({ expression }) => expression), operation, model)
  const closed = new Set([...settled.fixed.keys(), ...settled.leftOut])
  const set = new Set([...namesSet(flow, operation, model), ...closed])
  const { declaredTable } = operation
  const before = declaredTable ? writtenBefore(declaredTable, set) : new Map<string, string>()
  const overruled = new Set(before.values())
  const columns = declaredTable?.columns.length ? columnsOf(declaredTable, set, operation) : namesTakenBy(flow, model)
  const gaining = privileged(columns?.filter((name) => !set.has(name) && !overruled.has(name)) ?? [], entry, keyWritten(operation))
  const worst = keysLast(gaining, flow, operation, model).slice(0, 2)
  const kept = [...closed].filter((name) => !overruled.has(name) && (columns?.includes(name) ?? true))
  const table = operation.table ?? 'the table'
  const isSet = columns?.some((name) => set.has(name)) === true
  const any = kept.length > MOST_KEPT ? `all but ${kept.length} columns` : kept.length > 0 ? `any column but ${listed(kept)}` : isSet ? 'columns that were not meant' : 'any column'
  const such = worst.length > 0 ? `${kept.length > 0 || isSet ? ',' : ''} such as ${worst.map((name) => `"${name}"${before.has(name) ? ` (written before "${before.get(name)}")` : ''}`).join(' or ')}` : ''
  return {
    at: { file: flow.source.file, node: placeOf(flow) },
    message: `${flow.source.text}${inEntry(entry, flow)} goes to ${table} as it came (${operation.label}): whoever sends it sets ${any}${such}`,
    why: 'Fields that no form shows can be sent too, with any type and size. Check the body against a schema and write only the fields that may be set.',
    trace: [...flow.trace, { file: operation.unit.file, node: operation.call.node, label: operation.label }],
    fixes: [recipeFor([], operation.declaredTable, flow.source.text, flow.source.file.package)],
    confidence: areNamesTested(flow, model) || isHarmless(columns ?? [], settled, entry, flow, operation, model) || (!entry && isLeftOut(flow, model)) || isOfStaff(flow, model, (one) => scopeColumns(operation.declaredTable, one).some((name) => !set.has(name))) ? 'low' : sure(flow, operation),
  }
}

/** What may be set of a row: its columns, and what refers to other rows (`user: { type: ObjectId, ref: 'User' }`) by a key that is not set already. */
function columnsOf({ columns, relations }: Table, set: ReadonlySet<string>, { include }: Operation): string[] {
  const isSet = (key: string | undefined) => [...set].some((name) => name.toLowerCase() === key?.toLowerCase())
  const isColumn = (key: string) => columns.some(({ name }) => name.toLowerCase() === key.toLowerCase())
  const referring = relations.flatMap(({ name, holdsKey, key, isBefore, isApart }) => {
    // Of a row that it refers to and does not include only the key is written.
    const isIncluded = isApart && include.length > 0
    const written = isApart && !isIncluded ? key : name
    return holdsKey && written !== undefined && !isColumn(written) && (isBefore || isIncluded || !isSet(key)) ? [written] : []
  })
  return [...new Set([...columns.map(({ name }) => name), ...referring])]
}

/** Relations that may be set, by which another key is written than the column of it says, each with that column: `account` with `accountId`. */
function writtenBefore({ columns, relations }: Table, set: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map(
    relations.flatMap(({ name, key = `${name}id`.toLowerCase(), isBefore }) => {
      const column = isBefore && !set.has(name) ? columns.find((one) => one.name !== name && [one.name, one.databaseName].some((own) => own?.toLowerCase() === key)) : undefined
      return column ? [[name, column.name] as const] : []
    }),
  )
}

/** Names in their order, but those last by which the code looks the row up: they say which row it is, and set nothing of it. */
function keysLast(names: readonly string[], { source }: Flow, { declaredTable }: Operation, model: Model): readonly string[] {
  const unit = model.unitOf(source.node)
  if (!unit || !declaredTable || names.length < 2) return names
  const filters = model.reachedBy(unit, 'query').flatMap(({ operation: { access, declaredTable: table, where } }) => (access === 'read' && table === declaredTable ? where.filter((filter) => filter !== true) : []))
  const asked = filters.flatMap((filter) => model.flowsInto(filter).flatMap((flow) => (model.unitOf(flow.source.node) === unit && flow.path.length === 1 ? flow.path : [])))
  return [...names.filter((name) => !asked.includes(name)), ...names.filter((name) => asked.includes(name))]
}

/** The key by which a write finds the row that it changes, where it makes one only if there is none: `repository.save({ id, ...values })`. */
function keyWritten({ call, data, declaredTable }: Operation): string | undefined {
  return data && declaredTable && /^save/.test(call.name) ? keyOf(declaredTable) : undefined
}

/** A new row of those it says it is of: what else may be set of it gives nothing to whoever sends it. */
function isHarmless(columns: readonly string[], settled: Settled, entry: EntryPoint | undefined, flow: Flow, operation: Operation, model: Model): boolean {
  const { fixed, leftOut } = settled
  const left = columns.filter((name) => !fixed.has(name) && !leftOut.has(name))
  return left.length < columns.length && columns.some((name) => fixed.has(name) && saysWhose(name)) && privileged(left, entry, keyWritten(operation)).length === 0 && isInserted(settled, flow, operation, model)
}

/** Nothing that is there is changed: it is created, or written by a key that is made for it (`order.id = uuid()`), or that it has none of (`delete order.id`). */
function isInserted({ fixed, leftOut }: Settled, flow: Flow, operation: Operation, model: Model): boolean {
  const { call, data } = operation
  const key = fixed.get('id') ?? fixed.get('_id')
  if (/^(?:create|insert)/.test(call.name) || (call.name === 'save' && data === undefined) || (key !== undefined && ts.isCallExpression(skipOuter(key)))) return true
  const name = keyWritten(operation)
  return name !== undefined && leftOut.has(name) && !fixed.has(name) && !isOfRow(flow, model)
}

/** What was sent gets into a row that was read: `merge(order, body)`, `Object.assign(order, body)`. */
function isOfRow({ trace }: Flow, model: Model): boolean {
  return trace.some(({ node }) => {
    const made = ts.isVariableDeclaration(node) ? node.initializer : node
    const value = made && ts.isExpression(made) ? skipOuter(made) : undefined
    return value !== undefined && ts.isCallExpression(value) && value.arguments.some((argument) => model.rows.rowOf(argument) !== undefined)
  })
}

/** Columns that are named where the code sets them itself. */
const MOST_KEPT = 3

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`
}

/**
 * Only those who run the system send it, and they may write all there is.
 *
 * @param setsScope whether somebody else's rows are within reach of a route: its administrators are then those of one
 *   customer among others, unless they run all of the system
 */
function isOfStaff({ source }: Flow, model: Model, setsScope: (entry: EntryPoint) => boolean): boolean {
  const entries = model.validation.entriesAt(source.node)
  return entries.length > 0 && entries.every((entry) => isForStaff(entry, model, setsScope(entry)))
}

/** `@Body() { code }: { code: string }`, of which no query gets anything: what is written is the answer of another service. */
function staysOutOfQueries({ unit, parameter }: Pick<DeclaredBody, 'unit' | 'parameter'>, model: Model): boolean {
  if (!ts.isObjectBindingPattern(parameter.name) || parameter.name.elements.some(({ dotDotDotToken }) => dotDotDotToken !== undefined)) return false
  const given = model.reachedBy(unit, 'query').flatMap(({ operation }) => [...valuesOf(operation).map(({ expression }) => expression), ...operation.where.flatMap((filter) => (filter === true ? [] : [filter]))])
  return given.every((expression) => model.flowsInto(expression, 'text').every(({ source }) => !contains(parameter, source.node)))
}

/** Only owners and their administrators come in, and change a row of their own in columns that the code names. */
function isOfOwners({ unit, entry }: DeclaredBody, written: ReadonlyMap<Unit, Body>, model: Model): boolean {
  if (model.guardsOf(entry).ownersOnly === undefined || written.get(unit)?.whole) return false
  const changes = changesBy(unit, model)
  return changes.length > 0 && changes.every(({ where }) => where.length > 0 && where.every((filter) => filter !== true && model.flowsInto(filter, 'text').length === 0))
}

function isForStaff(entry: EntryPoint, model: Model, setsScope: boolean): boolean {
  const rank = model.guardsOf(entry).staffOnly?.rank
  return rank === 'system' || (rank === 'admin' && !setsScope)
}

/** Columns the code on the way sets itself, over what was sent, or leaves out: `{ ...body, tenantId }`, `body.role = 'user'`, `const { role, ...rest } = body`. */
function namesSet({ source, trace }: Flow, operation: Operation, model: Model): ReadonlySet<string> {
  const names = new Set<string>()
  const addName = (name: string | undefined) => name !== undefined && names.add(name)
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const spread = node.properties.findIndex((property) => ts.isSpreadAssignment(property))
      if (spread >= 0) for (const { name } of node.properties.slice(spread + 1)) if (name && ts.isIdentifier(name)) names.add(name.text)
    } else if (ts.isBinaryExpression(node)) addName(assignmentIn(node)?.name)
    else if (ts.isDeleteExpression(node)) addName(memberName(node.expression))
    else if (ts.isObjectBindingPattern(node) && node.elements.some(({ dotDotDotToken }) => dotDotDotToken !== undefined)) for (const { name, propertyName, dotDotDotToken } of node.elements) if (!dotDotDotToken) names.add((propertyName ?? name).getText())
    ts.forEachChild(node, visit)
  }
  for (const unit of new Set([operation.unit, ...[source.node, ...trace.map(({ node }) => node)].map((node) => model.unitOf(node))])) if (unit && unit.kind !== 'module') visit(unit.node)
  return names
}

/** A handler that no route names, in a file whose other handlers are named: it was taken out of service. */
function isLeftOut({ source }: Flow, model: Model): boolean {
  return model.entryPoints.some(({ kind, handler }) => kind === 'route' && handler.file === source.file)
}

/** `Object.keys(req.body).every((key) => allowed.includes(key))`: no column is set that was not meant to be. */
function areNamesTested({ source, trace }: Flow, model: Model): boolean {
  // `for (const key of Object.keys(data)) { if (!ALLOWED.includes(key)) throw ... }`, in the function that takes the body or one on the way.
  const texts = [source.node, ...trace.map(({ node }) => node)].flatMap((node) => model.unitOf(node)?.node.getText() ?? [])
  if (texts.some((one) => /\bof\s+Object\.keys\(/.test(one) && /!\s*[\w.]+\.(?:includes|has)\(\s*\w+\s*\)\s*\)\s*\{?\s*(?:throw|continue|return)\b/.test(one))) return true
  const text = texts[0] ?? ''
  return /\bObject\.keys\(/.test(text) && /\.(?:every|some|find|filter)\(\s*\(?\s*\w+[^)=]*\)?\s*=>\s*!?\s*[\w.]+\.(?:includes|has)\(/.test(text)
}

/** A body, or fields of it, that nothing looks at before they are paid, sent or queued. */
function sentOn(unit: Unit, sent: readonly Written[], model: Model): Report | undefined {
  const [first] = sent
  if (!first) return undefined
  const { flow, operation } = first
  const entry = model.validation.entriesAt(flow.source.node)[0]
  // Providers of webhooks sign what they send.
  if (!entry || /webhook/i.test(`${entry.path} ${entry.handler.name}`) || isTested(unit, sent, model) || sent.every((one) => isAskedFor(one.flow, model))) return undefined
  const fields = [...new Set(sent.flatMap(({ flow: one }) => (one.path[0] === undefined || one.path[0] === '*' ? [] : [one.path[0]])))].slice(0, 4)
  return {
    at: { file: flow.source.file, node: placeOf(flow) },
    message: `${fields.length > 0 ? `${fields.join(', ')} of the body` : flow.source.text}${inEntry(entry, flow)} ${fields.length > 1 ? 'go' : 'goes'} to ${operation.label} with no check of type or size`,
    why: 'A body is whatever somebody sends: objects, lists, megabytes of text, nothing at all. Check it against a schema where it comes in.',
    trace: [...flow.trace, { file: operation.unit.file, node: operation.call.node, label: operation.label }],
    fixes: [recipeFor(fields, undefined, bodyText(flow), flow.source.file.package)],
    severity: 'medium',
    // A provider refuses a currency or a month that is none; how much is paid it cannot know.
    confidence: sure(flow, operation) === 'high' && !isOfStaff(flow, model, () => false) && (operation.kind !== 'payment' || fields.length === 0 || fields.some((name) => AMOUNT.test(name))) ? 'medium' : 'low',
  }
}

/** Fields taken by name, and nothing on the way that looks at any of them. */
function pickedFields(unit: Unit, picked: readonly Written[], model: Model): Report | undefined {
  const first = picked[0]
  if (!first) return undefined
  const { flow, operation } = first
  const entry = model.validation.entriesAt(flow.source.node)[0]
  const fields = worstFirst([...new Set(picked.flatMap(({ flow: one }) => (one.path[0] === undefined || one.path[0] === '*' ? [] : [one.path[0]])))], entry)
  if (!entry || fields.length === 0 || isTested(unit, picked, model) || picked.every((one) => isAskedFor(one.flow, model))) return undefined
  const names = fields.length > 3 ? `${fields.slice(0, 3).join(', ')} and ${fields.length - 3} more` : fields.join(', ')
  return {
    at: { file: flow.source.file, node: placeOf(flow) },
    message: `${names} of the body${inEntry(entry, flow)} ${fields.length === 1 ? 'is' : 'are'} written to ${operation.table ?? 'the table'} (${operation.label}) with no check of type or size`,
    why: 'A body is whatever somebody sends: objects, lists, megabytes of text, nothing at all. Check it against a schema where it comes in.',
    trace: [...flow.trace, { file: operation.unit.file, node: operation.call.node, label: operation.label }],
    fixes: [recipeFor(fields, operation.declaredTable, bodyText(flow), flow.source.file.package)],
    severity: 'medium',
    // Libraries that know the types of columns refuse most of what does not fit.
    confidence: operation.declaredTable || operation.operators === 'cast' || isOfStaff(flow, model, (one) => fields.some((name) => namesScope(name, one))) ? 'low' : sure(flow, operation) === 'high' ? 'medium' : 'low',
  }
}

/** Fields of a payment that decide how much is paid. */
const AMOUNT = /amount|price|total|quantity|discount|fee(?!d|l)/i

/** Whether something on the way tests one of the fields, by its name or that of a variable it is put in, and refuses or asks for its type. */
function isTested(unit: Unit, picked: readonly Written[], model: Model): boolean {
  const names = new Set<string>()
  const units = new Set<Unit>([unit])
  for (const { flow, operation } of picked) {
    units.add(operation.unit)
    for (const name of flow.path) names.add(name)
    for (const step of flow.trace) {
      if (/^\w+$/.test(step.label)) names.add(step.label)
      const at = model.unitOf(step.node)
      if (at && at.kind !== 'module') units.add(at)
    }
  }
  const named = String.raw`\b(?:${[...names].map((name) => name.replace(/\W/g, '')).filter((name) => name !== '').join('|')})\b`
  const mention = new RegExp(named)
  // `if (typeof body.rights[key] === 'boolean') rights[key] = ...`, `if (!Array.isArray(tags)) tags = []`
  const typeTest = new RegExp(String.raw`\btypeof\s+[\w.$?]*${named}|\bArray\.isArray\(\s*[\w.$?]*${named}`)
  let isFound = false
  const visit = (node: ts.Node): void => {
    if (ts.isIfStatement(node) && ((mention.test(node.expression.getText()) && /\b(?:return|throw|next|res|reply|ctx)\b/.test(node.thenStatement.getText())) || typeTest.test(node.expression.getText()))) isFound = true
    // `validateEmail(body.email)`, `assert(name)`
    else if (ts.isCallExpression(node) && /(?:^|\.)(?:assert|validate|verify|check|ensure)\w*$/i.test(node.expression.getText()) && mention.test(node.arguments.map((argument) => argument.getText()).join())) isFound = true
    if (!isFound) ts.forEachChild(node, visit)
  }
  for (const one of units) if (!isFound) visit(one.node)
  return isFound
}

function withoutPipe({ bootstrap, bodies, isPart }: Unguarded, model: Model): Report {
  const first = bodies[0] as DeclaredBody
  const others = bodies.length > 1 ? ` and ${bodies.length - 1} more` : ''
  const hasValidators = bodies.some(({ declaration }) => declaration === 'validators')
  return {
    at: { file: bootstrap.unit.file, node: bootstrap.node },
    message: hasValidators
      ? `No validation pipe is on, so the validators of ${first.type} (${first.unit.name}${others}) never run and every body is accepted`
      : `No validation pipe is on, and ${bodies.length > 1 ? `${bodies.length} handlers take their bodies without a look at them` : 'a handler takes its body without a look at it'} (${first.unit.name}${others}): everything that is sent is accepted`,
    why: 'Decorators on the properties of a class only say what would fit; a pipe has to look. Put one on for the whole application.',
    trace: [{ file: first.unit.file, node: first.parameter, label: `${first.unit.name} takes ${first.type}` }],
    fixes: [{ kind: 'recipe', title: 'Put a validation pipe on for every handler.', edits: [], code: 'app.useGlobalPipes(new ValidationPipe({ whitelist: true, transform: true }))' }],
    // Staff alone sends them, and nothing is stored.
    confidence: isPart || bodies.every((body) => model.guardsOf(body.entry).staffOnly !== undefined && writesIn(body, model).length === 0) ? 'low' : 'high',
  }
}

function withoutValidators(bodies: readonly DeclaredBody[], written: ReadonlyMap<Unit, Body>, model: Model): Report {
  const isOfOperators = ({ unit, entry }: DeclaredBody) => isForStaff(entry, model, setsScope(written.get(unit)?.whole, entry))
  const open = bodies.filter((body) => !isOfOperators(body))
  const harms = new Map(bodies.map((body) => [body, (isOfOperators(body) ? 0 : HARMS.length + 1) + harmOf(body, written, model)]))
  const same = [...bodies].sort((left, right) => (harms.get(right) ?? 0) - (harms.get(left) ?? 0))
  const first = same[0] as DeclaredBody
  const subject = same.length > 1 ? `The bodies of ${requestName(first.entry)} and ${same.length - 1} more are` : `The body of ${requestName(first.entry)} is`
  const isHabit = same.length > HABIT && same.every(({ symbol }) => symbol === undefined)
  // Where others than those who run the system come in too, it is as bad as what they do.
  const isWritten = (open.length > 0 ? open : same).some((body) => isPaidWith(body, written) || (writesIn(body, model).length > 0 && !staysOutOfQueries(body, model)))
  // No column is set that the class does not name.
  const isListed = first.whitelist !== undefined
  // Another service gets it, and has to look at it itself.
  const isPassedOn = same.every(({ unit, parameter }) => model.reachedBy(unit, 'http').length > 0 && (model.reachedBy(unit, 'query').length === 0 || (refusesSome(parameter) && changesBy(unit, model).length === 0) || staysOutOfQueries({ unit, parameter }, model)))
  return {
    at: { file: first.unit.file, node: first.parameter },
    trace: isHabit ? same.slice(1, MOST_SHOWN).map(({ unit, parameter, type, entry }) => ({ file: unit.file, node: parameter, label: `${requestName(entry)} takes ${type}` })) : [],
    message: isHabit
      ? `${subject} declared as types that check nothing, such as ${first.type}: any value with any fields reaches the handlers of ${ts.isClassLike(first.entry.group) ? (first.entry.group.name?.text ?? 'the class') : 'the class'}`
      : first.whitelist !== undefined
      ? `${subject} declared as ${first.type}, a class without validators: ${WHITELISTS[first.whitelist]}`
      : `${subject} declared as ${first.type}, which checks nothing: any value with any fields reaches ${first.unit.name}`,
    why: 'Types are gone when the program runs. Declare the body as a class with validators behind a validation pipe, or put a pipe with a schema on the parameter.',
    fixes: [recipeFor(first.fields, undefined, first.parameter.name.getText(), first.unit.file.package)],
    severity: isWritten && !isListed ? 'high' : 'medium',
    confidence: open.length === 0 || same.every((body) => isOfOwners(body, written, model) || doesLittle(body, written, model)) ? 'low' : isListed ? 'medium' : isWritten ? 'high' : isPassedOn ? 'low' : 'medium',
  }
}

/**
 * Named fields go to typed columns, and one of them is tested, or the row is new and says whose it is, or was asked for
 * it; or rows of those it belongs to are only looked up.
 */
function doesLittle({ unit, entry, parameter }: DeclaredBody, written: ReadonlyMap<Unit, Body>, model: Model): boolean {
  if (!model.guardsOf(entry).guards.some(({ kind }) => kind === 'auth')) return false
  const { whole, picked, sent } = written.get(unit) ?? { whole: undefined, picked: [], sent: [] }
  if (whole || sent.length > 0 || !picked.every(({ operation }) => isTyped(operation))) return false
  const own = model.reachedBy(unit, 'payment').length > 0 ? new Set<string>() : lookedUpAsOwn(unit, model)
  if (own.size > 0 && picked.every(({ flow }) => own.has(flow.path[0] ?? ''))) return true
  return picked.length > 0 && onlyQueries(unit, model) && ((takesOnly(parameter, new Set(picked.flatMap(({ flow }) => flow.path.slice(0, 1)))) && makesOwn(unit, picked.map(({ operation }) => operation), model)) || refusesSome(parameter) || isPartlyTested(parameter, unit, model) || picked.every(({ flow, operation }) => asksWhose(flow, operation, model)))
}

/** What a handler may do with a body nobody checked, the worst first. */
const HARMS: readonly ((body: DeclaredBody, written: ReadonlyMap<Unit, Body>, model: Model) => boolean)[] = [
  ({ unit }, _, model) => model.reachedBy(unit, 'payment').length > 0,
  ({ entry }, _, model) => model.guardsOf(entry).checksCredential !== undefined,
  // A list says how many rows there are to lose: `{ ids: string[] }`.
  (body, _, model) => takesList(body) && model.reachedBy(body.unit, 'query').some(({ operation }) => operation.arity !== 'one' && operation.access === 'delete'),
  (body, _, model) => takesList(body) && model.reachedBy(body.unit, 'query').some(({ operation }) => operation.arity !== 'one' && operation.access === 'write'),
  (body, _, model) => writesIn(body, model).length > 0,
]

/** How bad it is, as a number: the more, the worse. */
function harmOf(body: DeclaredBody, written: ReadonlyMap<Unit, Body>, model: Model): number {
  const worst = HARMS.findIndex((does) => does(body, written, model))
  return worst < 0 ? 0 : HARMS.length - worst
}

function takesList({ parameter }: DeclaredBody): boolean {
  return /\[\]|\bArray</.test(parameter.type?.getText() ?? '')
}

function isPaidWith({ unit }: DeclaredBody, written: ReadonlyMap<Unit, Body>): boolean {
  return written.get(unit)?.sent.some(({ operation }) => operation.kind === 'payment') ?? false
}

function writesIn({ unit }: DeclaredBody, model: Model): readonly Operation[] {
  return model.reachedBy(unit, 'query').flatMap(({ operation }) => (operation.access === 'write' ? [operation] : []))
}

function changesBy(unit: Unit, model: Model): readonly Operation[] {
  return model.reachedBy(unit, 'query').flatMap(({ operation }) => (operation.access === 'write' || operation.access === 'delete' ? [operation] : []))
}

function setsScope(whole: Written | undefined, entry: EntryPoint): boolean {
  return whole !== undefined && scopeColumns(whole.operation.declaredTable, entry).length > 0
}

/** What a pipe makes of a class without validators. */
const WHITELISTS: Readonly<Record<Whitelist, string>> = {
  empties: 'the pipe checks nothing of it, and its whitelist takes every field away',
  refuses: 'the pipe checks nothing of it, and refuses every body that has a field',
  keeps: 'its whitelist keeps the fields that a decorator names, with any value in them',
}

/** Bodies of one class without a named type, beyond which declaring them so is how the class is written. */
const HABIT = 3
/** Of these, those that are shown. */
const MOST_SHOWN = 10

/** Bodies by the type they are declared with; those without a name of their own each for itself, or all of a class that has many. */
function byDeclaration(bodies: readonly DeclaredBody[]): readonly (readonly DeclaredBody[])[] {
  const groups = new Map<unknown, DeclaredBody[]>()
  const unnamed = (owner: ts.Node) => bodies.filter((body) => body.symbol === undefined && !isEmptied(body) && body.entry.group === owner).length
  for (const body of bodies) {
    const key = body.symbol ?? (!isEmptied(body) && unnamed(body.entry.group) > HABIT ? body.entry.group : body)
    const list = groups.get(key)
    if (list) list.push(body)
    else groups.set(key, [body])
  }
  return [...groups.values()]
}

/** The use of the body that is shown: a parameter by its name, anything else as it stands. */
function placeOf({ source }: Flow): ts.Node {
  return ts.isBindingElement(source.node) ? source.node.parent.parent : source.node
}

function bodyText({ source, path }: Flow): string {
  return path.length > 0 && source.text.endsWith(`.${path[0]}`) ? source.text.slice(0, -(path[0]?.length ?? 0) - 1) : source.text
}

function inEntry(entry: EntryPoint | undefined, { source }: Flow): string {
  return entry ? ` in ${requestName(entry, source.node)}` : ''
}

/** Further away, what a field or a cache keeps for many is taken for what one of them put there. */
const MOST_STEPS = 12

function sure(flow: Flow, operation: Operation): Confidence {
  if (flow.trace.length > MOST_STEPS) return 'low'
  return flow.confidence === 'medium' || operation.confidence === 'medium' ? 'medium' : 'high'
}

