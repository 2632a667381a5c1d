/**
 * `backend-lint rules`: the catalogue.
 */
import { stringify } from 'yaml'
import { infoOf, rules } from '../../engine/registry.js'
import { SEVERITIES, type RuleInfo } from '../../findings/finding.js'
import { EXIT, type ExitCode } from '../exit.js'

export function runRules(format: 'table' | 'json' | 'yaml' | 'markdown'): ExitCode {
  const infos = rules.map(infoOf).sort((left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) || (left.id < right.id ? -1 : 1))
  process.stdout.write(`${render(infos, format)}\n`)
  return EXIT.ok
}

function render(infos: readonly RuleInfo[], format: 'table' | 'json' | 'yaml' | 'markdown'): string {
  const plain = infos.map(({ id, severity, category, title, cwe, handoff }) => ({ id, severity, category, title, cwe, handoff }))
  if (format === 'json') return JSON.stringify(plain, undefined, 2)
  if (format === 'yaml') return stringify(plain).trimEnd()
  if (format === 'markdown')
    return ['| rule | severity | finds |', '| --- | --- | --- |', ...infos.map(({ id, severity, title }) => `| \`${id}\` | ${severity} | ${title} |`)].join('\n')
  const widest = Math.max(...infos.map(({ id }) => id.length))
  return infos.map(({ id, severity, title }) => `${id.padEnd(widest)}  ${severity.padEnd(8)}  ${title}`).join('\n')
}
