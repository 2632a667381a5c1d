import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix, TextEdit } from '../../src/findings/finding.js'
import { append } from '../../src/findings/multimap.js'
import { contains } from '../../src/model/control-flow.js'
import type { Flow, Model, Operation, Place, Unit } from '../../src/model/types.js'
import { checkOn, givenFor } from './beforehand.js'
import { BY_KEY, gainsNothing, isFilter, isForStaff } from './gain.js'
import { isSecret } from './secrets.js'
import { sitesIn, type Injection, type Site } from './sites.js'

export default defineRule({
  id: 'nosql-injection',
  severity: 'critical',
  title: 'Data from a request becomes a filter with operators of its own.',
  category: 'sharp-edge',
  topic: 'security',
  handoff: 'cybersecurity',
  cwe: [943],
  securitySeverity: 9.1,
  check({ model, report }) {
    const told = new Map<ts.Node, Set<string>>()
    const found = new Map<string, Candidate[]>()
    // Functions that ask for the same value that they were given: one mistake, where the value came in.
    const isTold = (flow: Flow, operation: Operation) => model.unitOf(flow.source.node) !== operation.unit && told.get(flow.source.node)?.has(flow.path.join('.')) === true
    // A filter that many hand to the same function is mended where each of them makes it.
    const add = (injected: Injection, operation: Operation, isOfCaller: boolean) => {
      const { flow } = injected
      const candidate = { injected, operation, isOfCaller, confidence: confidenceOf(injected, operation, model) }
      // What wins nothing here may win something further on.
      if (candidate.confidence !== 'low' && model.unitOf(flow.source.node) !== operation.unit) told.set(flow.source.node, (told.get(flow.source.node) ?? new Set()).add(flow.path.join('.')))
      const key = `${isOfCaller ? 'caller' : ownerOf(operation, flow, model).id} ${flow.source.file.path} ${flow.source.node.pos} ${flow.source.text} ${flow.path.join('.')}`
      append(found, key, candidate)
    }
    for (const operation of model.operations) {
      if (operation.kind !== 'query' || operation.operators === undefined) continue
      const injected = injectionInto(operation, model, isTold)
      if (!injected) continue
      const callers = isHandedOn(injected, operation) ? distinct(injected.flows, model) : []
      for (const one of callers.length > 1 ? callers.map((flow) => asHanded({ ...injected, flow }, model)) : [callers.length === 1 ? asHanded(injected, model) : injected]) add(one, operation, callers.length > 1)
    }
    const wide = model.operations.flatMap((operation) => {
      const injected = operation.kind === 'query' && operation.operators !== undefined && changesMany(operation) ? injectionInto(operation, model, () => false) : undefined
      return injected?.flows.map((flow) => ({ injected: { ...injected, flow, flows: [flow] }, operation })) ?? []
    })
    // One value in several filters of a function, or of those it calls: the worst is told, and all are mended.
    for (const own of found.values()) {
      const group = [...own, ...own.slice(0, 1).flatMap((one) => behind(one, wide, model))]
      const [first, ...others] = group
      if (!first) continue
      const { injected, operation, isOfCaller, confidence } = others.reduce((worst, one) => (weightOf(one) > weightOf(worst) ? one : worst), first)
      const { flow, value } = injected
      report({
        at: isOfCaller ? { file: flow.source.file, node: flow.source.node } : placeOf(own, operation, flow, value, model),
        message: messageFor(injected, operation),
        why: [injected.isScript ? BY_SCRIPT : isWhole(injected, operation) ? BY_FILTER : BY_OPERATOR, ...(model.validation.sanitizing(flow.source) === 'early' ? [TOO_EARLY] : [])].join(' '),
        trace: [...flow.trace, { file: operation.unit.file, node: operation.call.node, label: operation.label }],
        fixes: [together(fixFor(injected, operation, model), group.map((one) => fixFor(one.injected, one.operation, model)))],
        confidence,
      })
    }
  },
})

const BY_SCRIPT = 'The database runs the text as a program: whoever sends the request can read other rows by it, or keep the server busy. Compare fields with values instead.'
const BY_OPERATOR =
  'An object in place of a string is read as operators, so a login or a look-up by a secret can be passed without knowing it, and a filter can be made to fit every row. Make sure that the value is a string, or check the request against a schema.'
const BY_FILTER =
  'Whoever sends the filter comes to every row of the collection, also without an operator. Name the fields that may be asked for, and make sure that each is a string.'
const TOO_EARLY = 'The middleware that takes operators out is registered before the body is read, and sees none: register it behind that.'

/** The fix of one filter, with the edits of the others where all have some. */
function together(fix: Fix, all: readonly Fix[]): Fix {
  if (fix.kind !== 'suggestion' || all.some(({ edits }) => edits.length === 0)) return fix
  const edits = new Map(all.flatMap((one) => one.edits).map((edit) => [`${edit.file} ${edit.start}`, edit]))
  return { ...fix, edits: [...edits.values()] }
}

interface Candidate {
  readonly injected: Injection
  readonly operation: Operation
  /** The filter is handed on, and mended where it is made. */
  readonly isOfCaller: boolean
  readonly confidence: Confidence
}

interface Wide {
  readonly injected: Injection
  readonly operation: Operation
}

/** Sinks in functions called by that of a candidate which change or delete all rows that fit, and which its value reaches too. */
function behind({ injected: { flow, isScript }, operation: { unit, arity }, isOfCaller }: Candidate, wide: readonly Wide[], model: Model): readonly Candidate[] {
  if (isOfCaller || isScript || arity === 'many') return []
  return wide
    .filter(({ injected, operation }) => operation.unit !== unit && injected.flow.source.node === flow.source.node && injected.flow.path.join('.') === flow.path.join('.') && injected.flow.trace.some(({ node }) => model.unitOf(node) === unit))
    .map(({ injected, operation }) => ({ injected, operation, isOfCaller: false, confidence: confidenceOf(injected, operation, model) }))
}

function changesMany({ access, arity }: Operation): boolean {
  return arity !== 'one' && (access === 'delete' || access === 'write')
}

/** The function that takes the value, where a sink stands in it or in a callback inside of it; else that of the sink. */
function ownerOf({ unit }: Operation, { source }: Flow, model: Model): Unit {
  const taking = model.unitOf(source.node)
  let owner: Unit | undefined = unit
  while (owner && owner !== taking) owner = owner.parent
  return owner && owner.kind !== 'module' ? owner : unit
}

/** A sink behind a call is told where the function that has other filters of the value gives it on. */
function placeOf(own: readonly Candidate[], operation: Operation, flow: Flow, value: ts.Expression, model: Model): Place {
  const unit = own[0] && ownerOf(own[0].operation, flow, model)
  const call = unit && ownerOf(operation, flow, model) !== unit ? flow.trace.findLast(({ node }) => model.unitOf(node) === unit) : undefined
  return call ?? { file: operation.unit.file, node: value }
}

/** The surer first; of equal ones what deletes or changes rows, all that fit before one, before what reads them. */
function weightOf({ operation, confidence }: Candidate): number {
  return { high: 20, medium: 10, low: 0 }[confidence] + (operation.access === 'delete' ? 2 : operation.access === 'write' ? 1 : 0) + (changesMany(operation) ? 2 : 0)
}

/** Further away, somebody on the way may have seen to it. */
const MOST_STEPS = 12

function injectionInto(operation: Operation, model: Model, isTold: (flow: Flow, operation: Operation) => boolean): Injection | undefined {
  for (const script of operation.scripts) {
    const flow = model.flowsInto(script, 'text')[0]
    if (flow) return { flow, flows: [flow], value: script, isScript: true, sites: [] }
  }
  const isOpen = (flow: Flow) => !isTold(flow, operation) && model.validation.sanitizing(flow.source) !== 'done'
  const open = operation.where.flatMap((filter) => {
    // `findById({ _id: id, shop })` casts the object to a key: what stands inside of it is made text.
    const isKey = filter !== true && BY_KEY.test(operation.label) && ts.isObjectLiteralExpression(filter)
    const flows = filter === true || isKey ? [] : model.flowsInto(filter, 'object').filter(isOpen)
    const [flow] = flows
    return flow && filter !== true ? [{ flow, flows, filter }] : []
  })
  const first = open[0]
  if (!first) return undefined
  const sites = open.flatMap(({ filter }) => sitesIn(filter, model))
  // A secret that is passed says more than a name beside it, so does what an earlier query looked at for the sender, and what
  // everybody may send more than what staff may.
  const worst = sites.find(isSecret) ?? (sites.length > 1 ? sites.find((site) => checkOn(site, operation, model) === 'sender') : undefined) ?? sites[0]
  const into = worst ? model.flowsInto(worst.expression, 'object') : []
  const all = open.flatMap(({ flows }) => flows)
  const ofSite = all.filter((one) => into.some(({ source }) => source.node === one.source.node))
  const exact = ofSite.filter((one) => into.some(({ source, path }) => source.node === one.source.node && path.join('.') === one.path.join('.')))
  const shown = exact.length > 0 ? exact : ofSite
  const flow = shown.find((one) => !isForStaff(one, model)) ?? shown[0] ?? first.flow
  return { flow, flows: open.length === 1 ? first.flows : [flow], value: worst && open.some(({ filter }) => contains(filter, worst.expression)) ? worst.expression : (open.find(({ flows }) => flows.includes(flow)) ?? first).filter, isScript: flow.path[0] === '$where', sites }
}

/** `one(filter) { return this.model.findOne(filter) }`; a field or a key that is handed on is made a string here, for all callers. */
function isHandedOn({ value: filter, sites }: Injection, operation: Operation): boolean {
  if (sites.some(({ property }) => property) || BY_KEY.test(operation.label)) return false
  const owner = ts.isIdentifier(filter) ? ts.findAncestor(filter, ts.isFunctionLike) : undefined
  return owner !== undefined && owner.parameters.some(({ name }) => name.getText() === filter.getText())
}

/** The filter where a caller makes it, for those who are signed in: the others have a way to try out what is there. */
function asHanded(injected: Injection, model: Model): Injection {
  const { flow, value } = injected
  const entries = model.validation.entriesAt(flow.source.node)
  const way = flow.trace.map(({ node }) => node)
  const [filter] = givenFor(value, [flow], model)
  if (!filter || entries.length === 0 || !entries.every((entry) => model.guardsOf(entry).guards.some(({ kind }) => kind === 'auth'))) return injected
  const taking = model.unitOf(flow.source.node)
  return { ...injected, flows: injected.flows.filter(({ source }) => model.unitOf(source.node) === taking), sites: sitesIn(filter, model), handed: { filter, way } }
}

/** One for each function that takes data from a request, and gives it on without going far. */
function distinct(flows: readonly Flow[], model: Model): readonly Flow[] {
  const near = flows.filter(({ trace }) => trace.length <= MOST_STEPS)
  return [...new Map(near.toReversed().map((flow) => [model.unitOf(flow.source.node), flow])).values()].toReversed()
}

/** All of the filter was sent, be it as a field of something: `const { query } = input`. */
function isWhole({ flow, value, sites }: Injection, { label }: Operation): boolean {
  return isFilter(flow) || (!flow.isNested && !BY_KEY.test(label) && sites.every((site) => site.property === undefined && site.expression === value))
}

function isPipeline({ label }: Operation): boolean {
  return /\.aggregate$/.test(label)
}

function messageFor(injected: Injection, operation: Operation): string {
  const { flow, value, isScript, sites } = injected
  const rows = operation.table === undefined ? 'rows' : `rows of ${operation.table}`
  const from = `${flow.source.text} (${SOURCES[flow.source.kind]})`
  if (isScript) return `${from} becomes part of a program that ${operation.label} runs in the database`
  if (isWhole(injected, operation)) {
    const whole = `${[flow.source.text, ...flow.path].join('.')} (${SOURCES[flow.source.kind]})`
    return isPipeline(operation) ? `${whole} is the pipeline of ${operation.label}: whoever sends it chooses its stages, and which collections they read and write` : `${whole} is the filter of ${operation.label}: whoever sends it chooses the operators, and which ${rows} it fits`
  }
  const text = value.getText().replace(/\s+/g, ' ')
  const isNamed = text === flow.source.text || flow.source.text.endsWith(`.${text.replace(/^.*\./, '')}`)
  const as = ts.isObjectLiteralExpression(value) || sites.every(({ property }) => property === undefined) || isNamed || text.length > 40 ? '' : ` as ${text}`
  return `${from} reaches ${operation.label}${as} and may be an object such as {"$ne": null}, which ${doesTo(operation)} ${rows} nobody asked for`
}

/** What a query does with the rows that its filter fits. */
function doesTo({ access, call: { name } }: Operation): string {
  // `findOneAndDelete`: whoever asks gets the row, as one gets an invitation that counts once.
  if (access === 'delete') return /^find/.test(name) ? 'takes' : 'deletes'
  if (access === 'write') return 'changes'
  return /^count/i.test(name) ? 'counts' : 'fits'
}

function confidenceOf(injection: Injection, operation: Operation, model: Model): Confidence {
  const { flow, isScript } = injection
  if (flow.trace.length > MOST_STEPS || gainsNothing(injection, operation, model)) return 'low'
  if (flow.confidence === 'medium' || operation.confidence === 'medium' || flow.isDeclared) return 'medium'
  // Casting to the schema's types refuses some of the objects, not the operators.
  return operation.operators === 'cast' && !isPipeline(operation) && !isScript && !isFilter(flow) ? 'medium' : 'high'
}

function fixFor(injection: Injection, operation: Operation, model: Model): Fix {
  const { flow, value, isScript, sites } = injection
  const file = operation.unit.file.relative
  const edits = isScript || isFilter(flow) ? [] : sites.flatMap((site) => editOf(site, operation, file, model))
  if (edits.length > 0 && edits.length === sites.length)
    return {
      kind: 'suggestion',
      title: sites.some(({ property }) => property) ? 'Compare with the value itself, whatever it is.' : 'Make the key a string.',
      edits,
    }
  const fields = operation.declaredTable?.columns.map(({ name }) => name).filter((name) => !/^_?id$|^__v$|At$/.test(name)).slice(0, 3) ?? []
  const source = flow.source.text.replace(/\.\w+$/, (last) => (flow.path.length > 0 ? '' : last))
  return {
    kind: 'recipe',
    title: isScript ? 'Compare fields with values; send no program.' : 'Name the fields that may be asked for, and make each a string.',
    edits: [],
    code: isScript
      ? `${operation.label.replace(/\.\$where$/, '')}.find({ name: String(${value.getText().slice(0, 40).replace(/\s+/g, ' ')}) })`
      : ['const filter = {', ...(fields.length > 0 ? fields : ['name']).map((name) => `  ...(${source}.${name} !== undefined && { ${name}: String(${source}.${name}) }),`), '}'].join('\n'),
  }
}

function editOf({ expression, property, isTakenOver }: Site, operation: Operation, file: string, model: Model): TextEdit[] {
  if (isTakenOver || model.fileOf(expression).relative !== file) return []
  const text = expression.getText()
  if (property && ts.isShorthandPropertyAssignment(property)) return [{ file, start: property.getStart(), end: property.getEnd(), text: `${text}: { $eq: ${text} }` }]
  if (property) return [{ file, start: expression.getStart(), end: expression.getEnd(), text: `{ $eq: ${text} }` }]
  // `findById(req.body.id)`: the argument is a key, not a filter.
  return BY_KEY.test(operation.label) ? [{ file, start: expression.getStart(), end: expression.getEnd(), text: `String(${text})` }] : []
}

const SOURCES = {
  body: 'request body',
  query: 'query string',
  params: 'route parameter',
  headers: 'request header',
  cookies: 'cookie',
  message: 'socket message',
  args: 'argument from the client',
  file: 'uploaded file',
  form: 'form data',
} as const
