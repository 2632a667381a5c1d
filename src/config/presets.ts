/**
 * Presets: which rules run, how sure a finding must be to be shown, and how bad to fail the run. Data only.
 */
import type { Confidence, Severity } from '../findings/finding.js'

export const PRESETS = ['recommended', 'strict', 'security', 'performance', 'architecture'] as const
export type PresetName = (typeof PRESETS)[number]

export interface Preset {
  /** Rules that run; `all` for every rule. */
  readonly rules: 'all' | readonly string[]
  readonly confidence: Confidence
  readonly failOn: Severity
}

/** The engine's own, which stand by every other rule. */
const SUPPRESSIONS = ['invalid-suppression', 'unused-suppression']
const SECURITY = [...SUPPRESSIONS, 'unvalidated-input', 'nosql-injection', 'sql-injection', 'string-sql', 'hardcoded-secret', 'missing-rate-limit', 'sensitive-data-in-log']
const PERFORMANCE = [...SUPPRESSIONS, 'n-plus-one-query', 'uncached-repeated-query', 'unbounded-query', 'blocking-call', 'sync-file-processing', 'chatty-service']
const ARCHITECTURE = [...SUPPRESSIONS, 'missing-transaction', 'check-then-act', 'escaped-transaction', 'external-call-in-transaction', 'transaction-without-timeout', 'cascading-delete', 'unfiltered-write', 'unreleased-connection', 'unsafe-migration', 'premature-microservices']
const RELIABILITY = ['missing-idempotency', 'floating-promise', 'unexecuted-query', 'unhandled-async-error', 'swallowed-error', 'middleware-order']
const RESILIENCE = ['external-call-without-timeout', 'no-circuit-breaker', 'retry-without-backoff', 'uninformative-error-log']
const LAYERS = ['god-service', 'http-in-service', 'leaky-repository', 'shared-table-write', 'data-access-in-handler', 'business-logic-in-handler', 'scattered-validation', 'write-in-query', 'unversioned-route']
/** Work at several other systems, one after another. */
const SEQUENCES = ['slow-work-in-request', 'dual-write', 'event-handler-without-recovery', 'saga-without-compensation']

export const PRESET: Readonly<Record<PresetName, Preset>> = {
  recommended: { rules: 'all', confidence: 'medium', failOn: 'high' },
  strict: { rules: 'all', confidence: 'low', failOn: 'low' },
  security: { rules: SECURITY, confidence: 'medium', failOn: 'high' },
  performance: { rules: PERFORMANCE, confidence: 'medium', failOn: 'high' },
  architecture: { rules: [...ARCHITECTURE, ...LAYERS, ...SEQUENCES, ...RELIABILITY, ...RESILIENCE], confidence: 'medium', failOn: 'high' },
}
