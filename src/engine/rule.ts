/**
 * The rule contract: what a rule declares, what it is given, and how it reports.
 */
import type { ts } from 'ts-morph'
import type { Confidence, Fix, Handoff, Severity, Topic } from '../findings/finding.js'
import type { Model, Place, Step } from '../model/types.js'
import type { Workspace, WorkspaceFile } from '../workspace/types.js'

export interface RuleDefinition {
  /** Kebab-case; the name of the rule's folder. */
  readonly id: string
  readonly severity: Severity
  /** One sentence: what it finds. */
  readonly title: string
  readonly category: 'sharp-edge' | 'anti-pattern' | 'pattern'
  /** Which of the presets about one thing runs the rule; every preset runs rules without. */
  readonly topic?: Topic
  readonly handoff?: Handoff
  readonly cwe?: readonly number[]
  /** 0.0 to 10.0, security rules only. */
  readonly securitySeverity?: number
  /**
   * The rule reads text and syntax only and never asks for `context.model`; where only such rules run, no program is
   * made.
   */
  readonly readsTextOnly?: boolean
  /** What it finds may stand in no report: also where it is off it looks, so that the findings of other rules do not quote it. */
  readonly hides?: boolean
  /** JSON schema of the rule's options; every option has a default. Absent: the rule takes none. */
  readonly options?: Readonly<Record<string, OptionSchema>>
  /**
   * Looks at the whole workspace once and reports. Must not walk trees or remember anything between runs.
   * A thrown error becomes a problem of the run; findings reported before it are kept.
   */
  check(context: RuleContext): void | Promise<void>
}

/** A small part of JSON schema, enough for rule options. */
export interface OptionSchema {
  readonly type: 'boolean' | 'number' | 'string' | 'array'
  readonly items?: { readonly type: 'string' }
  readonly default: boolean | number | string | readonly string[]
  readonly description: string
}

export interface RuleContext {
  readonly workspace: Workspace
  /** @throws Error for a rule that declares `readsTextOnly` */
  readonly model: Model
  /** The syntax tree of a source file (any surface), without types; undefined for other kinds of files. */
  syntax(file: WorkspaceFile): ts.SourceFile | undefined
  /** Options with defaults filled in. */
  readonly options: Readonly<Record<string, unknown>>
  /** Sizes declared in the configuration, by table name in lower case. */
  readonly tables: ReadonlyMap<string, 'small' | 'huge'>
  report(report: Report): void
}

/** One hop of a trace in a file that is no source code. */
export interface RangeStep {
  readonly file: WorkspaceFile
  readonly start: number
  readonly end: number
  readonly label: string
}

/** What a rule says; the engine adds the fingerprint, suppressions and the rule's own data. */
export interface Report {
  /** Where the developer would change the code: a place of the model, or a range of a file by offsets. */
  readonly at: Place | { readonly file: WorkspaceFile; readonly start: number; readonly end: number }
  readonly message: string
  readonly why: string
  readonly trace?: readonly (Step | RangeStep)[]
  readonly fixes?: readonly Fix[]
  /** Default: the rule's. */
  readonly severity?: Severity
  /** Default: high. */
  readonly confidence?: Confidence
  /**
   * Text that stands for the finding in its fingerprint instead of the source snippet; needed where the snippet
   * is secret.
   */
  readonly identity?: string
  /**
   * Ranges of the file whose text no output may show (the value of a secret): code frames and snippets replace
   * them. Offsets into the text of the reported file, end exclusive.
   */
  readonly redact?: readonly { readonly start: number; readonly end: number }[]
}

/** Declares a rule; the identity function, kept for its types and as the one way to write a rule. */
export function defineRule(rule: RuleDefinition): RuleDefinition {
  return rule
}
