import type { Boundary } from '../../src/model/architecture-types.js'
import type { Model, Operation, Unit } from '../../src/model/types.js'

/** Writes of one part of the system to one table. */
export interface Writer {
  readonly boundary: Boundary
  /** For people; with the package where several are concerned. */
  readonly name: string
  readonly operations: readonly Operation[]
}

export interface SharedTable {
  readonly table: string
  /** For people. */
  readonly label: string
  readonly owner: Writer | undefined
  /** Why the owner is taken for it. */
  readonly reason: string
  readonly foreign: readonly Writer[]
  /** The owner is known, it offers more than handlers, and the parts are more than files of a layer. */
  readonly isClear: boolean
}

/** Tables that everybody writes by design: what happened, what is to be done, and what may be lost. */
const COMMON = /(?:audit|log|event|outbox|inbox|metric|stat|analytic|histor(?:y|ies)|activit(?:y|ies)|session|cache|lock|migration|queue|job|task|run|notification|counter|sequence)s?(?:entity|model|table)?$/i
/** Parts that set up, move or take away data of others; that is their work. */
const CARETAKER = /^(?:import|export|seed|demo|dev|example|sample|test|fixture|migrat|backup|restore|install|setup|bootstrap|data$|datacreator|clean|purge|expir|retention|maintenance|gdpr|privacy|[\w-]*jobs?$|crons?$|schedul|tasks?$|workers?$|bin$|cli$|script|tool|codegen|mock|template)/i
/** Whoever lets people in makes and changes the rows that say who they are. */
const DOOR = /^(?:auth|oauth|sso|login|signup|register|registration|identity|authentication|session)/i
const PEOPLE = /^(?:user|account|admin|person|people|identit|credential|profile|(?:refresh|access|reset|verification)?_?(?:password)?_?token)/i
/** A function that does the same to so many tables moves or takes away all that belongs to somebody. */
const SWEPT_TABLES = 5
/** The part of the writes from which on they say who owns a table that nothing else tells of. */
const MAJORITY = 0.6
const FEWEST_FOR_MAJORITY = 3

/** Tables that two or more parts write, in the order of their names. */
export function sharedTables(model: Model): SharedTable[] {
  const byTable = new Map<string, Operation[]>()
  // `group.$add('user', user)` writes the table between the two.
  const writes = model.operations.filter(({ kind, access, call }) => kind === 'query' && (access === 'write' || access === 'delete') && !/^\$(?:add|remove|set)$/.test(call.name))
  const swept = new Map<string, Set<string>>()
  const sweep = (operation: Operation) => `${named(operation.unit).id} ${operation.call.name}`
  for (const operation of writes) {
    const table = tableOf(operation)
    if (table !== undefined) swept.set(sweep(operation), (swept.get(sweep(operation)) ?? new Set()).add(table))
  }
  for (const operation of writes) {
    const table = tableOf(operation)
    if ((swept.get(sweep(operation))?.size ?? 0) >= SWEPT_TABLES) continue
    if (table === undefined || COMMON.test(table.replaceAll('_', ''))) continue
    const list = byTable.get(table)
    if (list) list.push(operation)
    else byTable.set(table, [operation])
  }
  return [...byTable]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([table, operations]) => shared(table, operations, model) ?? [])
}

function tableOf(operation: Operation): string | undefined {
  return operation.declaredTable?.name ?? operation.table
}

/** The nearest function with a name: a callback has none. */
export function named(unit: Unit): Unit {
  let at = unit
  while (at.name.includes(' ') && at.parent && at.parent.kind !== 'module') at = at.parent
  return at
}

function shared(table: string, operations: readonly Operation[], model: Model): SharedTable | undefined {
  const writers = writersOf(operations, model).filter(({ boundary }) => !(PEOPLE.test(table) && DOOR.test(boundary.name)))
  if (writers.length < 2) return undefined
  const found = ownerOf(table, writers, operations, model)
  // Code that all parts share owns what it writes; who else does, cannot be told by boundaries.
  if (!found && operations.some(({ unit }) => model.architecture.boundaryOf(unit.file) === undefined)) return undefined
  // Parts before files of a layer.
  const others = writers.filter((writer) => writer !== found?.owner).sort((left, right) => Number(left.boundary.kind === 'file') - Number(right.boundary.kind === 'file'))
  const apart = found ? others.filter((writer) => !isOfOneFeature(writer, found.owner)) : others
  const foreign = apart.length > 0 ? apart : others
  const isApart = new Set(writers.map(packageOf)).size > 1
  const isLayered = !isApart && (foreign.every(({ boundary }) => boundary.kind === 'file') || found?.owner.boundary.kind === 'file')
  // Files of one layer are parts only where each is a service of its own.
  if (isLayered && !writers.every((writer) => writer.operations.some((operation) => isLogic(operation, model)))) return undefined
  const declared = operations[0]?.declaredTable
  return {
    table,
    label: declared?.label ?? operations[0]?.table ?? table,
    owner: found?.owner,
    reason: found?.reason ?? '',
    foreign,
    isClear: !isLayered && apart.length > 0 && found !== undefined && found.owner.operations.some((operation) => isLogic(operation, model)),
  }
}

/** Folders that hold parts of all kinds. */
const CONTAINER = /^(?:src|source|lib|libs|app|apps|api|apis|v\d+|server|backend|core|common|shared|main|modules?|features?|domains?|packages?|services?|components?|business|contexts?|bounded-?contexts|controllers?|routes?|routers?|routers|endpoints|handlers?|repositories|repos|usecases|use-cases|application|infrastructure|infra|graphql|resolvers|rest|http|trpc|public|internal|private|admin|data|db|database|models?|entities|persistence|queries|mutations|lambdas?|functions|jobs|workers?|\(.*\))$/i

/** `feed/comment` beside `feed/video`, `orders/admin` in `orders`: parts of one feature, which its folder is named for. */
function isOfOneFeature(writer: Writer, owner: Writer): boolean {
  if (packageOf(writer) !== packageOf(owner)) return false
  // Folders within the package: `apps/shop` is no feature.
  const top = packageOf(owner)?.relative ?? ''
  const foldersOf = ({ operations }: Writer) => [...new Set(operations.map(({ unit: { file } }) => file.relative.slice(top === '' ? 0 : top.length + 1).replace(/[^/]*$/, '')))].map((folder) => folder.split('/'))
  return foldersOf(writer).every((folder) =>
    foldersOf(owner).some((home) => {
      const length = home.findIndex((part, index) => part !== folder[index])
      return home.slice(0, length < 0 ? home.length : length).some((part, index) => index > 0 && part !== '' && !CONTAINER.test(part) && home.slice(0, index).some((before) => CONTAINER.test(before)))
    }),
  )
}

/** Code that others can call: not a handler, not a job. */
function isLogic(operation: Operation, model: Model): boolean {
  const layer = model.architecture.layerOf(operation.unit)
  return layer?.name === 'service' || layer?.name === 'repository' || layer?.name === 'entity'
}

function writersOf(operations: readonly Operation[], model: Model): Writer[] {
  const parts = new Map<string, { boundary: Boundary; name: string; operations: Operation[] }>()
  for (const operation of operations) {
    const boundary = model.architecture.boundaryOf(operation.unit.file)
    if (!boundary || CARETAKER.test(boundary.name.replace(/^.*\//, ''))) continue
    if (/(?:^|\/)(?:dev|example|sample|test|demo)[-_]/.test(operation.unit.file.relative)) continue
    const known = parts.get(boundary.key)
    if (known) known.operations.push(operation)
    else parts.set(boundary.key, { boundary, name: boundary.name, operations: [operation] })
  }
  const writers = [...parts.values()]
  if (new Set(writers.map(packageOf)).size < 2) return writers
  joinAcross(writers)
  for (const writer of writers) if (writer.boundary.kind !== 'package') writer.name = `${writer.boundary.name} of ${packageOf(writer)?.name ?? 'another package'}`
  return inOneDatabase(writers, operations)
}

/** `orders` of the application and `orders` of the package it is built on are one part. */
function joinAcross(writers: { boundary: Boundary; name: string; operations: Operation[] }[]): void {
  const dependsOn = (writer: Writer, other: Writer) => packageOf(writer)?.dependencies.has(packageOf(other)?.name ?? '') ?? false
  for (let index = writers.length - 1; index > 0; index--) {
    const writer = writers[index]
    if (!writer || writer.boundary.kind === 'package') continue
    const twin = writers.slice(0, index).find((other) => other.boundary.kind !== 'package' && plain(other.boundary.name) === plain(writer.boundary.name) && (dependsOn(other, writer) || dependsOn(writer, other)))
    if (!twin) continue
    twin.operations.push(...writer.operations)
    writers.splice(index, 1)
  }
}

/**
 * Tables of the same name in the databases of two services are two tables: the writers that get the table from the
 * package that declares it, or send through the same connection; else those of one package.
 */
function inOneDatabase(writers: readonly Writer[], operations: readonly Operation[]): Writer[] {
  const home = operations[0]?.declaredTable?.place.file.package
  if (home?.relative === '') return [...writers]
  if (home) {
    const { name } = home
    const sharing = writers.filter((writer) => packageOf(writer) === home || (name !== undefined && packageOf(writer)?.dependencies.has(name)))
    if (sharing.length > 1) return sharing
  }
  const handles = new Map<unknown, Writer[]>()
  for (const writer of writers)
    for (const symbol of new Set(writer.operations.flatMap(({ handle }) => (handle.kind === 'symbol' ? [handle.symbol] : [])))) handles.set(symbol, [...(handles.get(symbol) ?? []), writer])
  const [connected] = [...handles.values()].sort((left, right) => right.length - left.length)
  return connected && new Set(connected.map(packageOf)).size > 1 ? connected : ofLargest(writers)
}

function packageOf({ operations }: Writer) {
  return operations[0]?.unit.file.package
}

/** The writers of the package that writes most. */
function ofLargest(writers: readonly Writer[]): Writer[] {
  const counts = new Map<unknown, number>()
  for (const writer of writers) counts.set(packageOf(writer), (counts.get(packageOf(writer)) ?? 0) + writer.operations.length)
  const [largest] = [...counts].sort((left, right) => right[1] - left[1])
  return writers.filter((writer) => packageOf(writer) === largest?.[0])
}

function ownerOf(table: string, writers: readonly Writer[], operations: readonly Operation[], model: Model): { owner: Writer; reason: string } | undefined {
  const names = [table, operations[0]?.table, operations[0]?.declaredTable?.databaseName].flatMap((name) => (name === undefined ? [] : [plain(name)]))
  const subject = ({ boundary }: Writer) => plain(boundary.name.replace(/^@[^/]+\//, ''))
  // Where two parts have the name, the one that others can call.
  const named = writers
    .filter((writer) => names.includes(subject(writer)))
    .sort((left, right) => Number(right.operations.some((operation) => isLogic(operation, model))) - Number(left.operations.some((operation) => isLogic(operation, model))) || right.operations.length - left.operations.length)[0]
  if (named) return { owner: named, reason: 'it has the name of the table' }
  const declaredIn = operations[0]?.declaredTable && model.architecture.boundaryOf(operations[0].declaredTable.place.file)
  const declaring = writers.find(({ boundary }) => boundary.key === declaredIn?.key)
  if (declaring) return { owner: declaring, reason: 'it declares the table' }
  const total = writers.reduce((sum, writer) => sum + writer.operations.length, 0)
  const most = writers.find((writer) => writer.operations.length >= FEWEST_FOR_MAJORITY && writer.operations.length >= total * MAJORITY)
  if (most) return { owner: most, reason: 'most writes are there' }
  const related = writers.filter((writer) => names.some((name) => subject(writer).length >= 4 && name.startsWith(subject(writer))))
  return related.length === 1 && related[0] ? { owner: related[0], reason: 'the table belongs to its name' } : undefined
}

/** `orders`, `order`, `OrderEntity`, `order-service` alike. */
function plain(name: string): string {
  const text = name.toLowerCase().replace(/[^a-z\d]/g, '').replace(/(?:entity|model|table|module|service|router)$/, '')
  if (/(?:ss|us|is)$/.test(text)) return text
  return text.endsWith('ies') ? text.replace(/ies$/, 'y') : text.replace(/s$/, '')
}
