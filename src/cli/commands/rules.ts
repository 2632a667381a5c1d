/**
 * `backend-lint rules`: the catalogue.
 */
import { stringify } from 'yaml'
import { infoOf, pageOf, rules } from '../../engine/registry.js'
import { SEVERITIES, type RuleInfo } from '../../findings/finding.js'
import { EXIT, type ExitCode } from '../exit.js'
import type { CatalogueFormat } from '../main.js'

export function runRules(format: CatalogueFormat): ExitCode {
  const infos = rules.map(infoOf).sort((left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) || (left.id < right.id ? -1 : 1))
  process.stdout.write(`${render(infos, format)}\n`)
  return EXIT.ok
}

function render(infos: readonly RuleInfo[], format: CatalogueFormat): string {
  if (format === 'validations' || format === 'sharp-edges') return stringify(asPack(infos, format)).trimEnd()
  const plain = infos.map(({ id, severity, category, title, cwe, handoff }) => ({ id, severity, category, title, cwe, handoff }))
  if (format === 'json') return JSON.stringify(plain, undefined, 2)
  if (format === 'yaml') return stringify(plain).trimEnd()
  if (format === 'markdown')
    return ['| rule | severity | finds |', '| --- | --- | --- |', ...infos.map(({ id, severity, title }) => `| \`${id}\` | ${severity} | ${title} |`)].join('\n')
  const widest = Math.max(...infos.map(({ id }) => id.length))
  return infos.map(({ id, severity, title }) => `${id.padEnd(widest)}  ${severity.padEnd(8)}  ${title}`).join('\n')
}

/** The catalogue in the shape of a pack. What needs the analysis has no pattern: an entry says what is checked. */
function asPack(infos: readonly RuleInfo[], format: 'validations' | 'sharp-edges'): object {
  const pages = infos.map((info) => ({ info, page: sectionsOf(pageOf(info.id)) }))
  if (format === 'validations')
    return {
      validations: pages.map(({ info, page }) => ({
        id: info.id,
        name: info.title,
        severity: info.severity,
        type: 'conceptual',
        check: page.lead,
        indicators: page.wrong,
        message: info.title,
        fix_action: page.right[0] ?? `See backend-lint explain ${info.id}`,
        applies_to: ['*.ts', '*.tsx', '*.mts', '*.cts', '*.js', '*.mjs', '*.cjs'],
      })),
    }
  return {
    sharp_edges: pages.map(({ info, page }) => ({
      id: info.id,
      summary: info.title,
      severity: info.severity,
      situation: page.lead,
      why: page.why,
      solution: page.right[0] ?? `See backend-lint explain ${info.id}`,
      symptoms: page.wrong,
      detection_pattern: null,
    })),
  }
}

/** Parts of a rule's page. */
function sectionsOf(page: string): { lead: string; why: string; wrong: string[]; right: string[] } {
  const [lead = '', ...sections] = page.split(/^## /m)
  const section = (title: string) => sections.filter((one) => one.toLowerCase().startsWith(title)).map((one) => one.slice(one.indexOf('\n') + 1))
  const samples = (title: string) => section(title).flatMap((text) => [...text.matchAll(/^```\w*\n([^]*?)^```/gm)].map(([, code = '']) => code.trimEnd()))
  return { lead: lead.replace(/^# .*\n+/, '').trim(), why: section('why').join('\n').trim(), wrong: samples('wrong'), right: samples('right') }
}
