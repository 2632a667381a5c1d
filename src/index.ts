/**
 * The public interface.
 */
export { check, type CheckOptions } from './engine/run.js'
export { defineRule, type Report, type RuleContext, type RuleDefinition } from './engine/rule.js'
export { ConfigError, UsageError } from './findings/errors.js'
export type * from './findings/finding.js'
export { applyEdits } from './findings/edits.js'
export { FORMATS, render, type FormatName, type RenderOptions } from './report/index.js'
