/**
 * Statements that are sent through a function of the project which takes their text: `query('UPDATE ...', [id])`, where
 * `query` gives what it is given to the driver. Only where the text is given is it known what is done.
 */
import { ts } from 'ts-morph'
import { argumentsOf, skipOuter } from '../libraries/paths.js'
import { chainOf } from './builders.js'
import type { CallIndex } from './calls.js'
import { handleGivenBy, type OperationFact, type Operations } from './operations.js'
import type { Resolver } from './resolver.js'
import { constantText } from './sql-text.js'
import type { Call, Operation, Reached, Step, Unit, WrappedOperations } from './types.js'

/** Functions with more calls do more than hand a statement on. */
const MOST_CALLS = 12
const STATEMENT = /^[\s(]*(?:select|insert|update|delete|with|merge|replace)\b/i

/** Asked of the call graph; given late, because it is built with operations. */
interface Callers {
  callersOf(unit: Unit): readonly { readonly call: Call; readonly use: unknown }[]
}

export class WrappedQueries implements WrappedOperations {
  private readonly known = new Map<Call, OperationFact | undefined>()
  private readonly senders = new Map<Unit, OperationFact | undefined>()
  private allRead: readonly Operation[] | undefined

  constructor(
    private readonly resolver: Resolver,
    private readonly calls: CallIndex,
    private readonly index: Operations,
    private readonly operations: () => readonly Operation[],
    private readonly callers: () => Callers,
  ) {}

  get all(): readonly Operation[] {
    this.allRead ??= this.find()
    return this.allRead
  }

  /** The statement that a call gives to such a function. */
  at(call: Call): OperationFact | undefined {
    if (this.known.has(call)) return this.known.get(call)
    this.known.set(call, undefined)
    const made = this.read(call)
    this.known.set(call, made)
    return made
  }

  through(reached: Reached): Reached {
    const { operation, trace } = reached
    if (operation.kind !== 'query' || operation.access !== 'unknown') return reached
    for (let index = trace.length - 2; index >= 0; index--) {
      const step = trace[index] as Step
      const call = this.calls.at(step.node)
      const sent = call && this.at(call)
      if (sent) return { ...reached, operation: sent, trace: [...trace.slice(0, index), { ...step, label: sent.label }], distance: Math.max(0, reached.distance - (trace.length - 1 - index)) }
    }
    return reached
  }

  private read(call: Call): OperationFact | undefined {
    const [given] = ts.isCallExpression(call.node) ? call.node.arguments : []
    if (!given) return undefined
    const { units } = this.resolver.resolve(call)
    const [unit] = units
    const inner = unit && units.length === 1 ? this.sentBy(unit) : undefined
    const text = inner && constantText(given, this.resolver)
    if (!unit || !inner || text === undefined || !STATEMENT.test(text)) return undefined
    return this.index.sentThrough(inner, call, chainOf(call, this.calls, this.resolver), handleGivenBy(call, unit, inner, this.resolver))
  }

  /** The operation that sends the first parameter of a function as its text. */
  private sentBy(unit: Unit): OperationFact | undefined {
    if (this.senders.has(unit)) return this.senders.get(unit)
    this.senders.set(unit, undefined)
    const parameter = unit.parameters[0]
    const found = parameter && ts.isIdentifier(parameter.name) ? this.findSent(unit, parameter) : undefined
    this.senders.set(unit, found)
    return found
  }

  private findSent(unit: Unit, parameter: ts.ParameterDeclaration): OperationFact | undefined {
    const nested = [unit, ...unit.children, ...unit.children.flatMap(({ children }) => children)]
    const calls = nested.flatMap((one) => one.calls)
    if (calls.length > MOST_CALLS) return undefined
    for (const call of calls) {
      const [first] = argumentsOf(call.node)
      const value = first && skipOuter(first)
      if (!value || !ts.isIdentifier(value) || this.resolver.symbolOf(value)?.valueDeclaration !== parameter) continue
      const operation = this.index.at(call)
      if (operation?.kind === 'query' && operation.sql.some((sql) => sql.executes && skipOuter(sql.expression) === value)) return operation
      const [inner, other] = operation ? [] : this.resolver.resolve(call).units
      const sent = inner && !other ? this.sentBy(inner) : undefined
      if (sent) return sent
    }
    return undefined
  }

  private find(): Operation[] {
    const found: Operation[] = []
    const senders = new Set<Unit>()
    for (const operation of this.operations())
      if (operation.kind === 'query' && operation.access === 'unknown' && operation.sql.length > 0)
        for (let unit: Unit | undefined = operation.unit; unit && unit.kind !== 'module'; unit = unit.parent) if (this.sentBy(unit)) senders.add(unit)
    // The set grows while it is walked.
    for (const sender of senders)
      for (const { call, use } of this.callers().callersOf(sender)) {
        if (use) continue
        const sent = this.at(call)
        if (sent) found.push(sent)
        else if (call.unit.kind !== 'module' && this.sentBy(call.unit)) senders.add(call.unit)
      }
    return found
  }
}
