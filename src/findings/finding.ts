/**
 * What a check says: findings, problems, and the edits that mend a finding.
 *
 * Everything that leaves the analysis is one of these plain, serialisable values. Reports, fixes, the baseline
 * and the cache know these types and nothing of the model.
 */

/** How bad it is in production, worst first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const
export type Severity = (typeof SEVERITIES)[number]

/**
 * How sure we are. high: every step resolved through a library model or project code; medium: one step rests on
 * shape or convention; low: plausible, often accepted in practice.
 */
export const CONFIDENCES = ['high', 'medium', 'low'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** Who should look at a finding. */
export const HANDOFFS = ['backend', 'cybersecurity', 'devops', 'qa-engineering', 'frontend'] as const
export type Handoff = (typeof HANDOFFS)[number]

/** A place in a file. Lines and columns are 1-based; columns count UTF-16 code units; the end is exclusive. */
export interface Location {
  /** Relative to the workspace root, forward slashes. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** One hop on the way from the reported place to the operation that makes it a mistake. */
export interface TraceStep extends Location {
  /** What happens at this hop, in the names of the code: `OrderService.findItems`, `prisma.product.findUnique`. */
  readonly label: string
}

/** Replaces the UTF-16 range `[start, end)` of a file (0-based offsets into its text without BOM) by `text`. */
export interface TextEdit {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * A way to mend a finding.
 * - `fix`: safe to apply unasked; `edits` is not empty.
 * - `suggestion`: concrete edits that need a person's yes; `edits` is not empty.
 * - `recipe`: code in the user's own names to read and copy; `edits` is empty, `code` is set.
 */
export interface Fix {
  readonly kind: 'fix' | 'suggestion' | 'recipe'
  /** One imperative sentence: "Load the products with one query before the loop." */
  readonly title: string
  readonly edits: readonly TextEdit[]
  readonly code?: string
}

/** One mistake, reported where the developer would change the code. */
export interface Finding extends Location {
  readonly rule: string
  readonly severity: Severity
  readonly confidence: Confidence
  /** What goes wrong in production, in one sentence that stands alone, with the concrete names. */
  readonly message: string
  /** Why it matters and what to do, one or two sentences. */
  readonly why: string
  /** Empty when the reported line says it all. The last step is the operation. */
  readonly trace: readonly TraceStep[]
  readonly fixes: readonly Fix[]
  /** CWE numbers, as in 89 for CWE-89. */
  readonly cwe: readonly number[]
  readonly handoff: Handoff
  /** Name of the unit around it; '' at the top level. Part of the fingerprint, and of what a baseline remembers. */
  readonly scope: string
  /** Survives moved lines: hash of rule, unit name, normalised snippet and occurrence. Hex, 16 characters. */
  readonly fingerprint: string
}

/** Something that kept us from understanding part of the workspace; never a finding of a rule. */
export interface Problem {
  readonly kind: 'parse' | 'config' | 'internal'
  readonly file?: string
  readonly line?: number
  readonly message: string
}

/** Milliseconds spent in each phase and each rule; what is computed once for all rules is a phase, whichever asks first. */
export interface Timing {
  readonly phases: Readonly<Record<string, number>>
  readonly rules: Readonly<Record<string, number>>
}

/** Everything a run has to say; what every report format renders. */
export interface RunResult {
  readonly tool: { readonly name: string; readonly version: string }
  /** Absolute path of the workspace root, with the platform's separators. */
  readonly root: string
  /** Path of the root inside of its git repository, as `apps/api/`; '' at its top and outside of one. */
  readonly repositoryPath: string
  /** Sorted by file, line, column, rule. */
  readonly findings: readonly Finding[]
  /** Findings silenced in source by a comment, with its reason; SARIF reports them as suppressed. */
  readonly suppressed: readonly { readonly finding: Finding; readonly reason: string }[]
  readonly problems: readonly Problem[]
  readonly summary: RunSummary
  readonly timing: Timing
  /** Only where it was asked for. */
  readonly overview?: Overview
  /** Set where this is one part of a report; `index` is 1-based. */
  readonly shard?: { readonly index: number; readonly count: number }
  /** The rules that ran, for catalogues inside reports. */
  readonly rules: readonly RuleInfo[]
  /**
   * Ranges that no output may show, by file (relative to the root); 0-based offsets into the text without BOM.
   * Whoever quotes source text replaces them first.
   */
  readonly redactions: Readonly<Record<string, readonly { readonly start: number; readonly end: number }[]>>
}

/** A delete that takes rows of another table with it. */
export interface Cascade {
  /** Labels of tables. */
  readonly from: string
  readonly to: string
  /** Where it is declared: relative to the root, 1-based. */
  readonly file: string
  readonly line: number
}

/** What a run knows of the backend as a whole, for reports that show it. */
export interface Overview {
  /** The matrix of entry points, as text. */
  readonly routes: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  readonly cascades: readonly Cascade[]
}

export interface RunSummary {
  /** Files read and analysed. */
  readonly files: number
  readonly findings: Readonly<Record<Severity, number>>
  readonly byRule: Readonly<Record<string, number>>
  readonly suppressed: number
  /** Findings left out because a baseline knows them. */
  readonly baselined: number
  /** Wall time of the run in milliseconds. */
  readonly duration: number
  /** Calls that could not be resolved and look like they might matter, as "what was not understood". */
  readonly unresolvedCalls: number
}

/** What a rule is about; each has a preset that runs its rules alone. */
export const TOPICS = ['security', 'performance', 'architecture'] as const
export type Topic = (typeof TOPICS)[number]

/** What reports and the catalogue say of a rule. */
export interface RuleInfo {
  readonly id: string
  readonly severity: Severity
  /** One sentence: what it finds. */
  readonly title: string
  /** Markdown of the rule's page, read from `rules/<id>/README.md`; empty when not loaded. */
  readonly page: string
  readonly category: 'sharp-edge' | 'anti-pattern' | 'pattern'
  readonly cwe: readonly number[]
  readonly handoff: Handoff
  /** CVSS-like score from 0.0 to 10.0, only for security rules; SARIF's `security-severity`. */
  readonly securitySeverity?: number
}
