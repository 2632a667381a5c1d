/**
 * What the model says of log lines.
 */
import type { ts } from 'ts-morph'
import type { SensitiveKind } from './sensitive-names.js'
import type { Call, Step, Unit } from './types.js'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** A value that a log call is given, and where it stands in what is logged. */
export interface LoggedValue {
  readonly expression: ts.Expression
  /** Properties under which it stands, outermost first; empty for what is logged as it is. */
  readonly path: readonly string[]
}

/** A call that writes to a log. */
export interface LogEntry {
  readonly call: Call
  readonly unit: Unit
  readonly level: LogLevel
  /** console: Node's own; library: a logger that a package declares; project: a function that hands on to one; shape: told by the name. */
  readonly via: 'console' | 'library' | 'project' | 'shape'
  readonly values: readonly LoggedValue[]
  readonly confidence: 'high' | 'medium'
  /** Whether the logger hides what stands at a path of what it is given. */
  hides(path: readonly string[]): boolean
}

/** A value that has no place in a log, on its way into one. */
export interface SensitiveValue {
  readonly entry: LogEntry
  readonly kind: SensitiveKind
  /** What is written at the call: the argument, or a part of it. */
  readonly expression: ts.Expression
  /** The value where it comes from, in few words: `req.body`, `user.password`. */
  readonly text: string
  /** Names of what is inside and has no place in a log, where the value is an object whose properties are known. */
  readonly fields: readonly string[]
  /** From where it comes to the call; empty where it stands there. */
  readonly trace: readonly Step[]
  readonly confidence: 'high' | 'medium' | 'low'
}

/** Everything about logs; found out when asked. Production code that serves only. */
export interface LogFacts {
  readonly entries: readonly LogEntry[]
  readonly sensitive: readonly SensitiveValue[]
  /** Calls that log every request with headers that nothing redacts. */
  readonly requestLogs: readonly Call[]
}
