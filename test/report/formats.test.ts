/**
 * Report formats: what their consumers demand, and that nothing secret or dangerous gets into them.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Ajv } from 'ajv'
import type { Log } from 'sarif'
import { parse } from 'test-results-parser'
import { create } from 'xmlbuilder2'
import { describe, expect, it } from 'vitest'
import type { Finding, RunResult } from '../../src/findings/finding.js'
import { sarifErrors } from '../support/sarif.js'
import { FORMATS, render, renderGithubSummary, type RenderOptions } from '../../src/report/index.js'

const TEXT = ['const prisma = new PrismaClient()', 'for (const id of ids) {', '  await prisma.order.findUnique({ where: { id } })', '}', "const key = 'tok_abcdefghij0123456789'", ''].join('\n')

const finding: Finding = {
  rule: 'n-plus-one-query',
  severity: 'critical',
  confidence: 'high',
  file: 'src/a b.ts',
  line: 2,
  column: 18,
  endLine: 3,
  endColumn: 50,
  message: 'A query runs once per item of "ids"',
  why: 'Each item costs a round trip. Load them with one query.',
  trace: [
    { file: 'src/a b.ts', line: 2, column: 18, endLine: 2, endColumn: 21, label: 'loop over ids' },
    { file: 'src/a b.ts', line: 3, column: 9, endLine: 3, endColumn: 50, label: 'prisma.order.findUnique' },
  ],
  fixes: [{ kind: 'fix', title: 'Use one query.', edits: [{ file: 'src/a b.ts', start: 0, end: 5, text: 'let' }] }],
  cwe: [89],
  handoff: 'backend',
  scope: 'copy',
  fingerprint: '0123456789abcdef',
}

const result = (findings: readonly Finding[]): RunResult => ({
  tool: { name: 'backend-lint', version: '1.2.3' },
  root: '/project',
  repositoryPath: '',
  findings,
  suppressed: [{ finding: { ...finding, line: 3, fingerprint: 'fedcba9876543210' }, reason: 'three at most' }],
  problems: [{ kind: 'parse', file: 'src/broken.ts', line: 4, message: 'Syntax error: 100% wrong\nreally' }],
  summary: { files: 3, findings: { critical: findings.length, high: 0, medium: 0, low: 0 }, byRule: { 'n-plus-one-query': findings.length }, suppressed: 1, baselined: 0, duration: 12.5, unresolvedCalls: 2 },
  timing: { phases: { parse: 5 }, rules: { 'n-plus-one-query': 1 } },
  rules: [{ id: 'n-plus-one-query', severity: 'critical', title: 'A query runs once per element.', page: '', category: 'sharp-edge', cwe: [89], handoff: 'backend', securitySeverity: 9 }],
  redactions: { 'src/a b.ts': [{ start: TEXT.indexOf('tok_'), end: TEXT.indexOf('tok_') + 24 }] },
})

const options: RenderOptions = { readText: (file) => (file === 'src/a b.ts' ? TEXT : undefined), color: false, links: false, groupBy: 'file', width: 80, verbose: true, timing: true }

describe('json', () => {
  const schema = JSON.parse(readFileSync(path.join(import.meta.dirname, '..', '..', 'schema', 'report.schema.json'), 'utf8')) as object
  const validate = new Ajv({ allErrors: true, strict: false }).compile(schema)

  it('fits its schema', () => {
    validate(JSON.parse(render('json', result([finding]), options)))
    expect(validate.errors ?? []).toEqual([])
  })

  it('has a schema that a missing or unknown key does not fit', () => {
    const report = JSON.parse(render('json', result([finding]), options)) as { findings: Record<string, unknown>[] }
    delete report.findings[0]?.fingerprint
    expect(validate(report)).toBe(false)
    const other = JSON.parse(render('json', result([finding]), options)) as { findings: Record<string, unknown>[] }
    Object.assign(other.findings[0] ?? {}, { extra: 1 })
    expect(validate(other)).toBe(false)
  })
})

describe('sarif', () => {
  const log = JSON.parse(render('sarif', result([finding]), options)) as Log
  const run = log.runs[0]

  it('fits the schema of SARIF 2.1.0', () => {
    expect(sarifErrors(log)).toEqual([])
  })

  it('is held against a schema that other text does not fit', () => {
    const broken = structuredClone(log) as unknown as { runs: { results: { level: string }[] }[] }
    Object.assign(broken.runs[0]?.results[0] ?? {}, { level: 'critical' })
    expect(sarifErrors(broken)).toEqual([expect.stringContaining('/runs/0/results/0/level')])
  })

  it('is version 2.1.0 with everything an upload needs', () => {
    expect(log.version).toBe('2.1.0')
    const rule = run?.tool.driver.rules?.[0]
    expect(rule).toMatchObject({ id: 'n-plus-one-query', name: 'NPlusOneQuery', shortDescription: { text: 'A query runs once per element.' }, properties: { 'problem.severity': 'error', 'security-severity': '9.0' } })
    expect(rule?.properties?.tags).toContain('external/cwe/cwe-089')
    expect(run?.automationDetails?.id).toBe('backend-lint/')
  })

  it('has a primary region of four fields on one line, and an encoded path', () => {
    expect(run?.results?.[0]?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'src/a%20b.ts', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 18, endLine: 2, endColumn: 24 },
    })
  })

  it('has flows, fixes, suppressions and fingerprints', () => {
    const [first, second] = run?.results ?? []
    expect(first?.codeFlows?.[0]?.threadFlows[0]?.locations).toHaveLength(2)
    expect(first?.fixes?.[0]?.artifactChanges[0]?.replacements[0]).toEqual({ deletedRegion: { charOffset: 0, charLength: 5 }, insertedContent: { text: 'let' } })
    expect(first?.partialFingerprints?.['backendLint/v1']).toBe('0123456789abcdef')
    expect(first?.partialFingerprints?.primaryLocationLineHash).toMatch(/^[0-9a-f]+:1$/)
    expect(second?.suppressions).toEqual([{ kind: 'inSource', justification: 'three at most' }])
  })

  it('keeps to the limits of an upload, worst first, and says what was cut', () => {
    const many = Array.from({ length: 5_100 }, (_, index): Finding => ({ ...finding, severity: index === 5_099 ? 'critical' : 'low' }))
    const large = (JSON.parse(render('sarif', result(many), options)) as Log).runs[0]
    expect(large?.results).toHaveLength(5_000)
    expect(large?.results?.[0]?.level).toBe('error')
    const steps = (large?.results ?? []).flatMap((one) => one.codeFlows ?? []).flatMap((flow) => flow.threadFlows[0]?.locations ?? [])
    expect(steps.length).toBeLessThanOrEqual(1_000)
    expect(JSON.stringify(large?.invocations)).toContain('101 less severe findings were left out')
  })

  it('computes the line hash that the upload action computes', () => {
    // Two equal lines in equal surroundings differ by their count only.
    const text = `${'x'.repeat(120)}\n`.repeat(3)
    const hashes = [1, 2].map((line) => {
      const one = { ...finding, file: 'x.ts', line, endLine: line, column: 1, endColumn: 2, trace: [], fixes: [] }
      const parsed = JSON.parse(render('sarif', { ...result([one]), suppressed: [], redactions: {} }, { ...options, readText: () => text })) as Log
      return parsed.runs[0]?.results?.[0]?.partialFingerprints?.primaryLocationLineHash
    })
    expect(hashes[0]?.split(':')[0]).toBe(hashes[1]?.split(':')[0])
    expect(hashes.map((hash) => hash?.split(':')[1])).toEqual(['1', '2'])
  })
})

describe('github', () => {
  it('escapes data and properties', () => {
    const odd = { ...finding, file: 'src/a,b:c.ts', message: '50% of\nall' }
    const [first] = render('github', result([odd]), options).split('\n')
    expect(first).toBe(
      '::error file=src/a%2Cb%3Ac.ts,line=2,endLine=3,col=18,title=n-plus-one-query (critical)::50%25 of%0Aall%0AEach item costs a round trip. Load them with one query.%0A1. src/a b.ts:2 loop over ids%0A2. src/a b.ts:3 prisma.order.findUnique%0AUse one query.%0Alet%0ASeverity critical, confidence high, for backend, CWE-89, 0123456789abcdef',
    )
  })

  it('shows ten errors and ten warnings, the worst first, and the rest in the summary', () => {
    const many = [...Array.from({ length: 12 }, (): Finding => ({ ...finding, severity: 'high' })), finding, ...Array.from({ length: 11 }, (): Finding => ({ ...finding, severity: 'medium' }))]
    const lines = render('github', result(many), options).split('\n')
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10)
    expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(10)
    expect(lines[0]).toContain('(critical)')
    expect(lines.at(-1)).toBe('4 more findings are in the job summary.')
    expect(renderGithubSummary(result(many)).split('\n').filter((line) => line.startsWith('| '))).toHaveLength(many.length + 2)
  })
})

describe('pretty', () => {
  it('prints what, where, the way, why, and the repair', () => {
    expect(render('pretty', { ...result([finding]), suppressed: [], redactions: {} }, { ...options, timing: false })).toBe(
      [
        'src/a b.ts',
        '',
        '  critical n-plus-one-query 2:18',
        '  A query runs once per item of "ids".',
        '',
        '  2 | for (const id of ids) {',
        '    |                  ^^^^^^',
        "  3 |   await prisma.order.findUnique({ where: { id } })   <- prisma.order.findUnique",
        '',
        '  1. loop over ids src/a b.ts:2',
        '  2. prisma.order.findUnique src/a b.ts:3',
        '',
        '  Each item costs a round trip. Load them with one query.',
        '  Fix (--fix): Use one query.',
        '    -const prisma = new PrismaClient()',
        '    +let prisma = new PrismaClient()',
        '',
        'Not understood:',
        '  src/broken.ts:4: Syntax error: 100% wrong really',
        '',
        '1 finding (1 critical) in 3 files in 13 ms, 1 suppressed.',
        '  1 n-plus-one-query',
        '1 can be mended by --fix.',
        '2 calls look like queries and could not be resolved.',
      ].join('\n'),
    )
  })

  it('cuts long lines and keeps to the width', () => {
    const text = `${'a'.repeat(500_000)}needle${'b'.repeat(500_000)}`
    const one = { ...finding, file: 'long.ts', line: 1, column: 500_001, endLine: 1, endColumn: 500_007, trace: [], fixes: [] }
    const shown = render('pretty', { ...result([one]), suppressed: [], redactions: {} }, { ...options, readText: () => text })
    expect(shown).toContain('needle')
    expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThanOrEqual(82)
  })

  it('links files where the terminal follows links, and says nothing of them elsewhere', () => {
    const shown = render('pretty', result([finding]), { ...options, links: true })
    expect(shown).toContain('\u001b]8;;file:///project/src/a%20b.ts\u0007')
    expect(render('pretty', result([finding]), options)).not.toContain('file://')
  })

  it('groups by who is to mend what, the backend first', () => {
    const shown = render('pretty', result([{ ...finding, file: 'a.env', handoff: 'cybersecurity' }, finding]), { ...options, groupBy: 'handoff' })
    expect(shown.match(/^(?:For .*|a\.env|src\/a b\.ts)$/gm)).toEqual(['For backend (1)', 'src/a b.ts', 'For cybersecurity (1)', 'a.env'])
  })

  it('lets nothing through that a terminal would obey', () => {
    const shown = render('pretty', result([{ ...finding, message: 'evil \u001b[31mred\u0007' }]), { ...options, readText: () => 'x\u001b]0;title\u0007\n'.repeat(5) })
    // eslint-disable-next-line no-control-regex
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
  })
})

describe('gitlab', () => {
  const issues = (findings: readonly Finding[], repositoryPath = '') => JSON.parse(render('gitlab', { ...result(findings), repositoryPath }, options)) as { description: string; check_name: string; severity: string; fingerprint: string; location: { path: string; lines: { begin: number } }; content?: { body: string } }[]

  it('has what GitLab reads, with paths from the top of the repository', () => {
    const [issue, problem] = issues([finding], 'apps/api/')
    expect(issue).toMatchObject({ description: finding.message, check_name: 'n-plus-one-query', severity: 'blocker', location: { path: 'apps/api/src/a b.ts', lines: { begin: 2 } } })
    expect(issue?.content?.body).toContain('2. `prisma.order.findUnique` apps/api/src/a b.ts:3')
    expect(problem).toMatchObject({ check_name: 'parse-problem', severity: 'info', location: { path: 'apps/api/src/broken.ts', lines: { begin: 4 } } })
  })

  it('fits what GitLab documents', () => {
    const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(path.join(import.meta.dirname, 'gitlab-code-quality.schema.json'), 'utf8')) as object)
    const report = issues([finding, { ...finding, file: 'src/b.ts' }], 'apps/api/')
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
    expect(validate([{ ...report[0], severity: 'high' }])).toBe(false)
    expect(validate([{ ...report[0], location: { path: './src/b.ts', lines: { begin: 0 } } }])).toBe(false)
  })

  it('has different fingerprints for the same code in two files, and the same ones in every run', () => {
    const twice = [finding, { ...finding, file: 'src/b.ts' }, finding]
    const fingerprints = issues(twice).map((issue) => issue.fingerprint)
    expect(new Set(fingerprints).size).toBe(fingerprints.length)
    expect(issues(twice).map((issue) => issue.fingerprint)).toEqual(fingerprints)
  })
})

describe('junit', () => {
  const parsed = (findings: readonly Finding[], problems = result([]).problems) => {
    const xml = render('junit', { ...result(findings), problems }, options)
    return { xml, tree: create(xml).toObject() as { testsuites: { '@tests': string; '@failures': string; testsuite: unknown } } }
  }

  it('has a failed case for each finding, and an error for each problem', () => {
    const { tree, xml } = parsed([finding, { ...finding, message: 'odd <&"\u0000\ud800> text' }])
    expect(tree.testsuites).toMatchObject({ '@tests': '3', '@failures': '2', '@errors': '1' })
    expect(tree.testsuites.testsuite).toMatchObject([{ '@name': 'src/a b.ts', '@failures': '2', testcase: [{ '@name': 'n-plus-one-query 2:18', failure: { '@type': 'n-plus-one-query' } }, {}] }, { '@name': 'not understood' }])
    expect(xml).toContain('odd &lt;&amp;&quot;')
  })

  it('is read by what pipelines read test reports with', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'backend-lint-junit-'))
    try {
      const file = path.join(folder, 'report.xml')
      writeFileSync(file, parsed([finding, { ...finding, file: 'src/b.ts', rule: 'string-sql' }]).xml)
      const read = parse({ type: 'junit', files: [file] })
      expect(read).toMatchObject({ total: 3, failed: 2, errors: 1, status: 'FAIL' })
      expect(read.suites.map(({ name }) => name)).toEqual(['src/a b.ts', 'src/b.ts', 'not understood'])
      expect(read.suites[0]?.cases[0]).toMatchObject({ name: 'n-plus-one-query 2:18', status: 'FAIL', failure: `critical: ${finding.message}` })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('is a passed test where nothing is found', () => {
    expect(parsed([], []).tree.testsuites).toMatchObject({ '@tests': '1', '@failures': '0', testsuite: { testcase: { '@name': '3 files checked' } } })
  })
})

describe('reports that others read', () => {
  const whole: Finding = { ...finding, confidence: 'medium', handoff: 'cybersecurity', fixes: [{ kind: 'recipe', title: 'Load them at once.', edits: [], code: 'const orders = await loadAll(ids)' }] }
  const parts: Record<string, string> = {
    rule: 'n-plus-one-query', message: 'A query runs once per item of', why: 'Load them with one query.', way: 'loop over ids', confidence: 'medium', handoff: 'cybersecurity',
    cwe: '89', fix: 'Load them at once.', repair: 'loadAll(ids)', fingerprint: '0123456789abcdef',
  } // prettier-ignore

  it.each(['json', 'sarif', 'github', 'gitlab', 'junit', 'markdown', 'html'] as const)('%s drops nothing', (format) => {
    const text = render(format, result([whole]), options).replaceAll('\\', '')
    expect(Object.entries(parts).flatMap(([name, part]) => (text.includes(part) ? [] : [name]))).toEqual([])
  })
})

describe('markdown', () => {
  it('folds by file, quotes the code, and lets nothing of it be markup', () => {
    const shown = render('markdown', result([{ ...finding, message: 'A <b>query</b> of @ada | runs `once`' }]), options)
    expect(shown).toContain('<details open><summary>src/a b.ts (1)</summary>')
    expect(shown).toContain('A &lt;b&gt;query&lt;/b&gt; of @\u200bada \\| runs \\`once\\`')
    expect(shown).toContain('```ts\nfor (const id of ids) {')
    expect(shown).toContain('2. `prisma.order.findUnique` src/a b.ts:3')
    expect(shown).toContain('Not understood: 1')
  })

  it('groups by who is to mend what', () => {
    const shown = render('markdown', result([{ ...finding, handoff: 'cybersecurity' }, finding]), { ...options, groupBy: 'handoff' })
    expect(shown.match(/^#### .*$/gm)).toEqual(['#### For backend (1)', '#### For cybersecurity (1)'])
    expect(shown.match(/<details open>/g)).toHaveLength(1)
  })

  it('stays under the size of a comment, the worst first, and says what is left out', () => {
    const many = Array.from({ length: 900 }, (_, index): Finding => ({ ...finding, severity: index === 899 ? 'critical' : 'low', file: `src/orders-${index}.ts`, message: 'long '.repeat(40) }))
    const shown = render('markdown', result(many), { ...options, readText: () => TEXT })
    expect(shown.length).toBeLessThanOrEqual(65_536)
    expect(shown.indexOf('src/orders-899.ts')).toBeLessThan(shown.indexOf('src/orders-0.ts'))
    const listed = shown.match(/<summary>src/g)?.length ?? 0
    expect(shown).toContain(`${900 - listed} more findings do not fit into a comment`)
  })
})

describe.each(FORMATS)('%s', (format) => {
  it('shows no redacted text', () => {
    const secret = { ...finding, line: 5, column: 13, endLine: 5, endColumn: 37, fixes: [] }
    expect(render(format, result([secret]), options)).not.toContain('abcdefghij')
  })

  it('renders a run without findings', () => {
    expect(() => render(format, { ...result([]), suppressed: [], problems: [] }, options)).not.toThrow()
  })
})
