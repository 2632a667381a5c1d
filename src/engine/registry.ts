/**
 * The shipped rules and their pages.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { rules } from '../../rules/index.js'
import type { RuleInfo } from '../findings/finding.js'
import { PACKAGE_ROOT } from '../package-root.js'
import type { RuleDefinition } from './rule.js'

export { rules }

/** What reports say of a rule; `page` stays empty, `pageOf` reads it where it is printed. */
export function infoOf(rule: RuleDefinition): RuleInfo {
  return {
    id: rule.id,
    severity: rule.severity,
    title: rule.title,
    page: '',
    category: rule.category,
    cwe: rule.cwe ?? [],
    handoff: rule.handoff ?? 'backend',
    ...(rule.securitySeverity !== undefined && { securitySeverity: rule.securitySeverity }),
  }
}

/**
 * Markdown of a rule's page.
 *
 * @throws Error when the package is incomplete
 */
export function pageOf(id: string): string {
  return readFileSync(path.join(PACKAGE_ROOT, 'rules', id, 'README.md'), 'utf8')
}
