/**
 * Presets: which rules run, how sure a finding must be to be shown, and how bad to fail the run. Data only.
 */
import { TOPICS, type Confidence, type Severity, type Topic } from '../findings/finding.js'

export const PRESETS = ['recommended', 'strict', ...TOPICS] as const
export type PresetName = (typeof PRESETS)[number]

export interface Preset {
  /** What the rules that run are about; rules that are about nothing in particular run with every preset. */
  readonly topics: readonly Topic[]
  readonly confidence: Confidence
  readonly failOn: Severity
}

export const PRESET: Readonly<Record<PresetName, Preset>> = {
  recommended: { topics: TOPICS, confidence: 'medium', failOn: 'high' },
  strict: { topics: TOPICS, confidence: 'low', failOn: 'low' },
  security: { topics: ['security'], confidence: 'medium', failOn: 'high' },
  performance: { topics: ['performance'], confidence: 'medium', failOn: 'high' },
  architecture: { topics: ['architecture'], confidence: 'medium', failOn: 'high' },
}
