/**
 * JUnit XML: a suite for each file, a failed case for each finding, so that pipelines which know tests show findings.
 *
 * Elements and attributes as Jenkins' xunit plugin describes them (junit-10.xsd).
 */
import { createRequire } from 'node:module'
import type * as XmlBuilder from 'xmlbuilder2'
import type { Finding, RunResult } from '../findings/finding.js'
import { bodyOf } from './prose.js'

export function renderJunit(result: RunResult): string {
  const files = byFile(result.findings)
  const errors = result.problems.length
  const total = Math.max(1, result.findings.length + errors)
  // Nothing else writes XML, and the builder takes as long to load as a small report does to write.
  const { create } = createRequire(import.meta.url)('xmlbuilder2') as typeof XmlBuilder
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites', { name: result.tool.name, tests: total, failures: result.findings.length, errors })
  for (const [file, findings] of files) {
    const suite = root.ele('testsuite', { name: plain(file), tests: findings.length, failures: findings.length, errors: 0, skipped: 0, time: '0' })
    for (const finding of findings) {
      const test = suite.ele('testcase', { name: plain(`${finding.rule} ${finding.line}:${finding.column}`), classname: plain(file), file: plain(file), line: finding.line, time: '0' })
      test.ele('failure', { type: finding.rule, message: plain(`${finding.severity}: ${finding.message}`) }).txt(plain(`${file}:${finding.line}:${finding.column}\n${bodyOf(finding)}`))
    }
  }
  if (errors > 0) {
    const suite = root.ele('testsuite', { name: 'not understood', tests: errors, failures: 0, errors, skipped: 0, time: '0' })
    for (const { kind, file, line, message } of result.problems) {
      const place = plain(`${file ?? result.tool.name}${line === undefined ? '' : `:${line}`}`)
      suite.ele('testcase', { name: `${kind} ${place}`, classname: place, time: '0' }).ele('error', { type: kind, message: plain(message) })
    }
  }
  // A report without a single test looks like a run that did not happen.
  if (files.size === 0 && errors === 0)
    root.ele('testsuite', { name: result.tool.name, tests: 1, failures: 0, errors: 0, skipped: 0, time: '0' }).ele('testcase', { name: `${result.summary.files} files checked`, classname: result.tool.name, time: '0' })
  return root.end({ prettyPrint: true })
}

function byFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const files = new Map<string, Finding[]>()
  for (const finding of findings) files.set(finding.file, [...(files.get(finding.file) ?? []), finding])
  return files
}

/** XML 1.0 has no place for most control characters and for halves of characters, not even escaped. */
function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ' ')
}
