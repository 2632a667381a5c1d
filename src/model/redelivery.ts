/**
 * Whether a worker is given the same work again when it fails.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, propertyOf, receiverOf, skipOuter } from '../libraries/paths.js'
import type { Tag } from '../libraries/tags.js'
import type { Package } from '../workspace/types.js'
import { readAssignments } from './assignments.js'
import { contains } from './control-flow.js'
import { givenAt, givenByCallers, type Given } from './given-by-callers.js'
import { tagIn } from './operations.js'
import type { Resolver } from './resolver.js'
import { constantText, HOLE } from './sql-text.js'
import type { Call, EntryPoint, Redelivery, Unit } from './types.js'

/**
 * What a queue may be called, one for each caller that gives a name, with `HOLE` for the parts of a name that are not seen;
 * undefined where nothing of one of them is.
 */
type QueueNames = readonly string[] | undefined

/** A function on the way to a queue, and the call of it that counts. */
interface Entered {
  readonly unit: Unit
  readonly call: ts.Expression
}

/** A call that says how often work of a queue is tried. */
interface Attempts {
  /** `any` where it says so of no queue by its name; undefined where the name of its queue is not seen. */
  readonly queues: QueueNames | 'any'
  readonly call: Call
  readonly value: ts.Expression
  /** It says that work which fails is not tried again. */
  readonly isOnce: boolean
}

/** The constructor of a queue can be imported under any name. */
function mayCreateQueue({ isNew, name }: Call): boolean {
  return isNew && !/^(?:Map|Set|WeakMap|Date|Promise|URL|RegExp|Array|\w*(?:Error|Exception))$/.test(name)
}

/** Calls that a name is followed through. */
const MOST_HOPS = 4
/** Names that one template gives. */
const MOST_NAMES = 20

/** Servers of Nest that give a message again: RabbitMQ with acknowledgements, Kafka, and servers of the project's own. */
const KEEPS = /\bnoAck\b['"]?\??\s*(?::\s*boolean\s*)?[:=]\s*false|Transport\.KAFKA\b|\bstrategy\s*:|\.ack\s*\(/
/** Those that do not. */
const DROPS = /Transport\.(?:RMQ|TCP|REDIS|NATS|MQTT|GRPC)\b/

export class Redeliveries {
  private attempts: readonly Attempts[] | undefined
  private keepsMessages: boolean | undefined

  constructor(
    private readonly resolver: Resolver,
    private readonly units: () => readonly Unit[],
    /** The calls that give a unit its parameters. */
    private readonly givenBy: (unit: Unit) => readonly { readonly call: Call; readonly use: unknown }[],
  ) {}

  /** Undefined where nothing says that the work of an entry point is tried again. */
  of(entry: EntryPoint): Redelivery | undefined {
    if (this.registrationTags(entry)) return { by: 'broker', place: undefined }
    if (entry.kind !== 'job') return undefined
    this.attempts ??= this.units().flatMap((unit) => [...new Set([...this.resolver.callsOf(unit), ...unit.calls.filter(mayCreateQueue)])].flatMap((call) => this.attemptsAt(call) ?? []))
    const names = this.queuesOf(entry)
    const isOwn = ({ queues }: Attempts) => names !== undefined && queues !== undefined && queues !== 'any' && queues.some((name) => names.some((other) => mayBeSame(name, other)))
    const again = this.attempts.filter(({ isOnce }) => !isOnce)
    const said = again.find(isOwn)
    if (!said && this.attempts.some(isOwn)) return undefined
    // Of a queue that nothing is seen of nobody can tell that it is this one.
    const own = said ?? again.find(({ queues, call }) => queues === 'any' && areNear(call.unit.file.package, entry.file.package))
    return own && { by: 'options', place: { file: own.call.unit.file, node: own.value } }
  }

  /** The queues whose work an entry point does: that of its class, or the one it is registered at. */
  private queuesOf({ handler, node, path }: EntryPoint): QueueNames {
    const name = (handler.classNode && this.nameGivenTo(handler.classNode)) ?? (ts.isCallExpression(node) ? this.nameSaidBy(node) : undefined)
    if (name) return this.namesOf(name)
    // `new Worker(mails.name, handle)`
    const first = path === undefined && ts.isNewExpression(node) ? argumentsOf(node)[0] : undefined
    if (first) return this.namesOf(first)
    // `bills.process('bill', handle)`: the path is what a job is called. What the project calls for it is no queue.
    const receiver = ts.isCallExpression(node) && this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(node.expression)), node) ? receiverOf(node) : undefined
    return receiver ? this.namesOfQueue(receiver) : path === undefined ? undefined : [path]
  }

  private registrationTags(entry: EntryPoint): boolean {
    const { node } = entry
    if (ts.isDecorator(node) || ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const call = ts.isDecorator(node) ? node.expression : node
      const callee = ts.isCallExpression(call) || ts.isNewExpression(call) ? call.expression : call
      const isAlways = (tags: readonly Tag[] | undefined) => {
        const value = tagIn(tags ?? [], 'redelivers')?.value
        return value === 'always' || (value === 'transport' && this.isTransportKeeping())
      }
      if (isAlways(this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(callee)), call)?.tags)) return true
      // `consume('payments', async (payment) => ...)` of the project, which registers what it is given.
      return entry.kind === 'consumer' && this.resolver.functionsOf(skipOuter(callee)).some((unit) => unit.calls.some((inner) => isAlways(this.resolver.resolve(inner).library?.tags)))
    }
    const type = ts.isVariableDeclaration(node) && node.type ? node.type : entry.handler.parameters[0]?.type
    // Plain JavaScript that works on the records of a queue.
    if (!type) return entry.kind === 'consumer'
    return this.resolver.typeTags(this.resolver.checker.getTypeFromTypeNode(type), 'redelivers') !== undefined
  }

  /** Whether a message that was not handled comes again, as far as the project says which server brings it. */
  private isTransportKeeping(): boolean {
    if (this.keepsMessages === undefined) {
      const texts = this.units().flatMap(({ kind, node }) => (kind === 'module' ? [node.getSourceFile().text] : [])).filter((text) => text.includes('Transport') || text.includes('RmqContext'))
      this.keepsMessages = texts.some((text) => KEEPS.test(text)) || !texts.some((text) => DROPS.test(text))
    }
    return this.keepsMessages
  }

  private attemptsAt(call: Call): Attempts | undefined {
    const tags = this.tagsOfCall(call)
    const tag = tagIn(tags, 'redelivers')
    if (!tag || tag.value === 'always' || tag.value === 'transport') return undefined
    const value = atPath(call.node, tag.value, (expression) => this.resolver.initializerOf(expression) ?? this.returnedBy(expression))[0]
    if (!value) return undefined
    const times = constantText(value, this.resolver)
    return { queues: this.queuesOfCall(call, value, tagIn(tags, 'effect') !== undefined), call, value, isOnce: times !== undefined && Number(times) <= 1 }
  }

  /** What a library says of a call; for `const Queue = require('bull')` it stands on what is called, not on one of its signatures. */
  private tagsOfCall(call: Call): readonly Tag[] {
    const { node } = call
    const tags = this.resolver.resolve(call).library?.tags ?? []
    const isNamed = (ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression) && tags.length === 0
    return isNamed ? (this.resolver.libraryOf(this.resolver.symbolOf(node.expression))?.tags ?? []) : tags
  }

  /** `{ useFactory: (config) => ({ defaultJobOptions: { attempts: 3 } }) }`: the options that a function makes. */
  private returnedBy(expression: ts.Expression): ts.Expression | undefined {
    if (!ts.isArrowFunction(expression) && !ts.isFunctionExpression(expression)) return undefined
    const [only, ...others] = this.resolver.unitAt(expression)?.returns ?? []
    return others.length === 0 ? only : undefined
  }

  /** The queues that a call adds to, or creates with a value among its options. */
  private queuesOfCall({ node }: Call, value: ts.Expression, isAdding: boolean): QueueNames | 'any' {
    if (isAdding) {
      const name = ts.isCallExpression(node) ? this.nameSaidBy(node) : undefined
      const receiver = receiverOf(node)
      return name ? this.namesOf(name) : receiver && this.namesOfQueue(receiver)
    }
    // `registerQueue({ name: 'mails' }, { name: 'bills', defaultJobOptions })`
    const name = nameInCreation(node, argumentsOf(node).find((argument) => contains(argument, value)))
    return name ? this.namesOf(name) : 'any'
  }

  /** What the queue that an expression holds is called: one that is created, handed in by its name, or given back by a function. */
  private namesOfQueue(expression: ts.Expression, hops = 0): QueueNames {
    const queue = skipOuter(expression)
    const declaration = this.resolver.symbolOf(queue)?.valueDeclaration
    const given = declaration && this.nameGivenTo(declaration)
    if (given) return this.namesOf(given)
    const made = skipOuter(this.resolver.initializerOf(queue) ?? assignedTo(queue, declaration) ?? queue)
    const holder = declaration && ts.isParameter(declaration) ? this.resolver.unitAt(declaration.parent) : undefined
    // `constructor(private readonly queue: Queue)`, and `new Mailer(mails)`.
    if (holder) return hops < MOST_HOPS ? ifAll(this.givenTo(declaration as ts.ParameterDeclaration, holder).map(({ value, isSeen }) => (value && isSeen ? this.namesOfQueue(value, hops + 1) : undefined))) : undefined
    const makers = ts.isCallExpression(made) ? this.resolver.functionsOf(made.expression) : []
    if (makers.length > 0) return hops < MOST_HOPS ? ifAll(makers.map((unit) => this.namesMadeBy({ unit, call: made }, hops + 1))) : undefined
    const name = nameInCreation(made, undefined)
    return name && this.namesOf(name)
  }

  /** The queue that a function makes and gives back, or keeps and gives back: `queues.get(name) ?? new Queue(name)`. */
  private namesMadeBy(entered: Entered, hops: number): QueueNames {
    const { calls, returns } = entered.unit
    const created = calls.filter((call) => this.isQueueMade(call))
    if (created.length === 0) return ifAll(returns.map((value) => this.namesOfQueue(value, hops)))
    return ifAll(created.map(({ node }) => {
      const name = nameInCreation(node as ts.Expression, undefined)
      return name && this.namesOf(name, hops, entered)
    }))
  }

  /** `new Queue('mails')` */
  private isQueueMade(call: Call): boolean {
    const tags = this.tagsOfCall(call)
    return tagIn(tags, 'redelivers') !== undefined && tagIn(tags, 'effect') === undefined
  }

  /** `@Processor('mails')` of a class, `@InjectQueue('mails')` of what is handed to it. */
  private nameGivenTo(declaration: ts.Node): ts.Expression | undefined {
    for (const { expression } of ts.canHaveDecorators(declaration) ? (ts.getDecorators(declaration) ?? []) : []) {
      const name = ts.isCallExpression(expression) ? this.nameSaidBy(expression) : undefined
      if (name) return name
    }
    return undefined
  }

  /** The name that a call of a library gives to say which queue is meant. */
  private nameSaidBy(call: ts.CallExpression): ts.Expression | undefined {
    const tag = tagIn(this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(call.expression)), call)?.tags ?? [], 'queue')
    return tag && atPath(call, tag.value)[0]
  }

  /**
   * The texts that a name may be, through the parameters of functions that are given it.
   *
   * @param entered the call by which the function was come to that says the name: it alone gives the parameters
   */
  private namesOf(expression: ts.Expression, hops = 0, entered?: Entered): QueueNames {
    const value = skipOuter(expression)
    if (ts.isTemplateExpression(value)) return this.namesOfTemplate(value, hops, entered)
    const text = constantText(value, this.resolver)
    if (text !== undefined && !text.includes(HOLE)) return [text]
    const declaration = this.resolver.symbolOf(value)?.valueDeclaration
    if (declaration && ts.isEnumMember(declaration)) return declaration.initializer && this.namesOf(declaration.initializer, hops)
    const made = this.resolver.initializerOf(value)
    if (made && hops < MOST_HOPS) return this.namesOf(made, hops + 1, entered)
    if (ts.isPropertyAccessExpression(value) && value.name.text === 'name' && hops < MOST_HOPS) {
      const names = this.namesOfQueue(value.expression, hops + 1)
      if (names) return names
    }
    const parameter = declaration && ts.isParameter(declaration) ? declaration : undefined
    const unit = parameter && this.resolver.unitAt(parameter.parent)
    if (!unit || hops >= MOST_HOPS) return undefined
    if (entered?.unit === unit) {
      const { value: one, isSeen } = givenAt(entered.call, parameter)
      return one && isSeen ? this.namesOf(one, hops + 1) : undefined
    }
    const names = this.givenTo(parameter, unit).map(({ value: one, isSeen }) => (one && isSeen ? this.namesOf(one, hops + 1) : undefined))
    if (names.some((one) => one === undefined)) return undefined
    // A function that nobody calls gives no name; where none is given at all it may be any.
    const known = [...new Set(names.flatMap((one) => one ?? []))]
    return known.length > 0 || hops > 0 ? known : undefined
  }

  /** `${service}-${kind}`: as much of it as is seen. */
  private namesOfTemplate({ head, templateSpans }: ts.TemplateExpression, hops: number, entered: Entered | undefined): QueueNames {
    const names = templateSpans.reduce<readonly string[]>((starts, { expression, literal }) => {
      const parts = this.namesOf(expression, hops, entered)
      const ends = parts && parts.length > 0 && parts.length * starts.length <= MOST_NAMES ? parts : [HOLE]
      return starts.flatMap((start) => ends.map((end) => start + end + literal.text))
    }, [head.text])
    return names.some((name) => name.replaceAll(HOLE, '') === '') ? undefined : names
  }

  private givenTo(parameter: ts.ParameterDeclaration, unit: Unit): readonly Given[] {
    return givenByCallers(parameter, [...this.givenBy(unit), ...this.callsFromBelow(unit).map((call) => ({ call, use: undefined }))])
  }

  /** `super('mails')` of the classes that extend the one of a constructor. */
  private callsFromBelow(unit: Unit): readonly Call[] {
    if (unit.kind !== 'constructor') return []
    return this.units().flatMap(({ calls }) => calls.filter((call) => call.name === 'super' && this.resolver.resolve(call).units.includes(unit)))
  }
}

/** The expression that names the queue which a call creates: `new Queue('mails')`, `registerQueue({ name: 'mails' })`. */
function nameInCreation(creation: ts.Node, options: ts.Expression | undefined): ts.Expression | undefined {
  const [first] = argumentsOf(creation)
  const described = [options, first].find((one) => one !== undefined && ts.isObjectLiteralExpression(skipOuter(one)) && propertyOf(one, 'name').length > 0)
  if (described) return propertyOf(described, 'name')[0]
  return first && ts.isObjectLiteralExpression(skipOuter(first)) ? undefined : first
}

/** All the names there are, where none is unknown. */
function ifAll(names: readonly QueueNames[]): QueueNames {
  return names.length === 0 || names.includes(undefined) ? undefined : [...new Set(names.flatMap((one) => one ?? []))]
}

/** Whether two names may be one, as far as they are written. */
function mayBeSame(one: string, other: string): boolean {
  if (!one.includes(HOLE) && !other.includes(HOLE)) return one === other
  const [start = '', otherStart = ''] = [one, other].map((name) => name.split(HOLE)[0])
  const [end = '', otherEnd = ''] = [one, other].map((name) => name.split(HOLE).at(-1))
  return (start.startsWith(otherStart) || otherStart.startsWith(start)) && (end.endsWith(otherEnd) || otherEnd.endsWith(end))
}

/** One package, or two of which one is made with the other: what neither names may be the same. */
function areNear(one: Package, other: Package): boolean {
  const uses = ({ dependencies }: Package, { name }: Package) => name !== undefined && dependencies.has(name)
  return one === other || uses(one, other) || uses(other, one)
}

/** `this.queue = new Queue('mails')` in the class that declares `this.queue`, where it stands once. */
function assignedTo(field: ts.Expression, declaration: ts.Node | undefined): ts.Expression | undefined {
  const owner = ts.findAncestor(declaration ?? field, ts.isClassLike)
  if (!owner || !ts.isPropertyAccessExpression(field) || field.expression.kind !== ts.SyntaxKind.ThisKeyword) return undefined
  const [value, ...others] = readAssignments(owner).get(`.${field.name.text}`) ?? []
  return others.length === 0 ? value : undefined
}
