/**
 * Whether a worker is given the same work again when it fails.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, receiverOf, skipOuter } from '../libraries/paths.js'
import type { Tag } from '../libraries/tags.js'
import { readAssignments } from './assignments.js'
import { tagIn } from './operations.js'
import type { Resolver } from './resolver.js'
import { constantText, HOLE } from './sql-text.js'
import type { Call, EntryPoint, Redelivery, Unit } from './types.js'

/** A call that says how often work of a queue is tried. */
interface Attempts {
  /** Undefined where the name of the queue is not seen: it may be any. */
  readonly queue: string | undefined
  readonly call: Call
  readonly value: ts.Expression
}

/** The constructor of a queue can be imported under any name. */
function mayCreateQueue({ isNew, name }: Call): boolean {
  return isNew && !/^(?:Map|Set|WeakMap|Date|Promise|URL|RegExp|Array|\w*(?:Error|Exception))$/.test(name)
}

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
  ) {}

  /** Undefined where nothing says that the work of an entry point is tried again. */
  of(entry: EntryPoint): Redelivery | undefined {
    if (this.registrationTags(entry)) return { by: 'broker', place: undefined }
    if (entry.kind !== 'job') return undefined
    this.attempts ??= this.units().flatMap((unit) => [...new Set([...this.resolver.callsOf(unit), ...unit.calls.filter(mayCreateQueue)])].flatMap((call) => this.attemptsAt(call) ?? []))
    const isAny = ({ queue }: Attempts) => queue === undefined || entry.path === undefined
    const own = this.attempts.find(({ queue }) => queue !== undefined && queue === entry.path) ?? this.attempts.find((one) => isAny(one) && one.call.unit.file === entry.file) ?? this.attempts.find(isAny)
    return own && { by: 'options', place: { file: own.call.unit.file, node: own.value } }
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
    const { node } = call
    const library = this.resolver.resolve(call).library
    // `const Queue = require('bull')`: the tag stands on what is called, not on one of its signatures.
    const isNamed = (ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression) && (library?.tags.length ?? 0) === 0
    const named = isNamed ? this.resolver.libraryOf(this.resolver.symbolOf(node.expression)) : undefined
    const tag = tagIn(library?.tags ?? [], 'redelivers') ?? tagIn(named?.tags ?? [], 'redelivers')
    if (!tag || tag.value === 'always' || tag.value === 'transport') return undefined
    const value = atPath(call.node, tag.value, (expression) => this.resolver.initializerOf(expression))[0]
    if (!value) return undefined
    const times = constantText(value, this.resolver)
    if (times !== undefined && Number(times) <= 1) return undefined
    return { queue: this.queueOf(call, tagIn(library?.tags ?? [], 'effect') !== undefined), call, value }
  }

  /** The name a queue is created with: in this call, or where the receiver of one that adds to it comes from. */
  private queueOf(call: Call, isAdding: boolean): string | undefined {
    const receiver = isAdding ? receiverOf(call.node) : undefined
    const made = receiver && (this.resolver.initializerOf(receiver) ?? assignedTo(receiver))
    const creation = isAdding ? made && skipOuter(made) : call.node
    const [first] = creation ? argumentsOf(creation) : []
    if (!creation || !first) return undefined
    const named = ts.isObjectLiteralExpression(skipOuter(first)) ? atPath(creation, '0.name')[0] : first
    const text = named && constantText(named, this.resolver)
    return text === undefined || text.includes(HOLE) ? undefined : text
  }
}

/** `this.queue = new Queue('mails')` in the class of `this.queue`, where it stands once. */
function assignedTo(receiver: ts.Expression): ts.Expression | undefined {
  const field = skipOuter(receiver)
  const owner = ts.findAncestor(field, ts.isClassLike)
  if (!owner || !ts.isPropertyAccessExpression(field) || field.expression.kind !== ts.SyntaxKind.ThisKeyword) return undefined
  const [value, ...others] = readAssignments(owner).get(`.${field.name.text}`) ?? []
  return others.length === 0 ? value : undefined
}
