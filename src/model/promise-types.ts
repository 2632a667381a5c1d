/**
 * What the model says of promises and of errors that are caught.
 */
import type { ts } from 'ts-morph'
import type { Call, EntryPoint, LibraryTarget, Operation, Step, Unit } from './types.js'

/** A promise that nobody waits for, or whose truth is asked instead of its value's. */
export interface FloatingPromise {
  readonly call: Call
  readonly unit: Unit
  /**
   * `dropped`: nobody looks at it; `collected`: put into a list that nobody looks at; `tested`: a condition, a text or a
   * property is made of the promise itself.
   */
  readonly kind: 'dropped' | 'collected' | 'tested'
  /** The outermost expression that is dropped or tested. */
  readonly node: ts.Node
  /** Functions of the project that give it; empty for a library. */
  readonly units: readonly Unit[]
  readonly library: LibraryTarget | undefined
  /** The work only starts when somebody waits for it. */
  readonly isLazy: boolean
  /** Marked with `void`, or given to a variable whose name begins with `_`. */
  readonly isVoid: boolean
  /** Whether it can be rejected; `no` appears for `tested` and lazy ones only. */
  readonly certainty: 'no' | 'unlikely' | 'yes'
  /** From the call to what rejects it. */
  readonly trace: readonly Step[]
  /** medium: told by its form (`x.then(...)`), or not every implementation gives a promise. */
  readonly confidence: 'high' | 'medium'
}

/** A builder that is put together and never run. */
export interface UnexecutedQuery {
  readonly operation: Operation
  /** Where it would have to run: the unit of the operation, or one that calls the function which returns it. */
  readonly unit: Unit
  /** The function that puts it together and returns it to the unit. */
  readonly maker: Unit | undefined
  /** `awaited`: waited for, but the builder is not a promise: a call that executes it is missing. */
  readonly kind: 'dropped' | 'awaited'
  /** The outermost expression that would have to run. */
  readonly node: ts.Expression
  /** Awaiting the builder runs it; else a member of it does. */
  readonly isThenable: boolean
}

/** A function whose promise is thrown away by what calls it. */
export interface AbandonedCallback {
  readonly call: Call
  /** The argument (or a part of it) that is the function. */
  readonly expression: ts.Expression
  /** The function itself. */
  readonly unit: Unit
  /**
   * - `ignored`: called later or per element, its result thrown away
   * - `caught`: called later; what calls it handles its rejection, and tells nobody
   * - `true`: its result is taken for true or false
   * - `executor`: of `new Promise`
   * - `handler`: of a request, by a framework that does not look at what handlers return
   * - `mapped`: its results are collected in a list that nobody looks at
   */
  readonly kind: 'ignored' | 'caught' | 'true' | 'executor' | 'handler' | 'mapped'
  readonly certainty: 'unlikely' | 'yes'
  /** From the function to what rejects its promise. */
  readonly trace: readonly Step[]
  readonly confidence: 'high' | 'medium' | 'low'
}

/** A `catch` clause, a function given to `.catch` or as the second to `.then`, or a callback, that deals with an error without anybody learning of it. */
export interface SwallowedError {
  readonly unit: Unit
  /** The clause, or the call of `catch`. */
  readonly node: ts.CatchClause | ts.CallExpression
  /** What is done about it: the block of the clause, or a function. */
  readonly handler: ts.Block | ts.Expression
  /** The function is called with the result as well, the error first. */
  readonly isCallback: boolean
  /** What is guarded: the `try` block, or the promise. */
  readonly guarded: ts.Node
  /** `empty`: nothing is done; `leaves`: `return`, `continue` or `break` alone; `fallback`: a constant stands in for the result. */
  readonly kind: 'empty' | 'leaves' | 'fallback'
  /** Calls in what is guarded, those of nested functions left out. */
  readonly calls: readonly Call[]
}

/** An error, or a value that says that something failed, made and thrown away. */
export interface ForgottenError {
  readonly call: Call
  /** `error`: `new Error(...)`; `failure`: `left(...)`, `err(...)`, `Result.fail(...)`. */
  readonly kind: 'error' | 'failure'
}

/** Everything about promises and caught errors; found out when asked. Production code only. */
export interface PromiseFacts {
  readonly floating: readonly FloatingPromise[]
  readonly unexecuted: readonly UnexecutedQuery[]
  readonly abandoned: readonly AbandonedCallback[]
  readonly swallowed: readonly SwallowedError[]
  readonly forgotten: readonly ForgottenError[]
  /** What calls the unit throws its promise away, each time. */
  losesPromise(unit: Unit): boolean
  /** The process in which a unit runs listens for rejections that nobody handles, or only warns of them, and goes on. */
  goesOnAfter(unit: Unit): boolean
  /** The unit is what a schedule runs, again and again, and not at one time only (`scheduleJob(order.dueAt, remind)`). */
  comesAgain(unit: Unit, entries: readonly EntryPoint[]): boolean
  /**
   * What becomes of a rejection that nobody handles, in a unit behind these entry points: a listener of the process or
   * the framework hears of it, a listener of rejections or one of uncaught exceptions ends the process, a Node before
   * version 15 warns of it, as a window on somebody's desk does, or it ends the process.
   */
  unhandledIn(unit: Unit, entries: readonly EntryPoint[]): 'heard' | 'exits' | 'uncaught' | 'shown' | 'warned' | 'ends'
}
