/**
 * Rules that a project adds: packs of patterns, and plugins in TypeScript.
 */
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { LOOP, backendLint, project } from './support/program.js'

const SOURCE = 'export const first = 1\n// FIXME later\nexport function wait() {\n  console.log(first)\n}\n'
const PACK = [
  'validations:',
  '  - id: no-console',
  '    name: Console output',
  '    severity: warning',
  '    type: regex',
  "    pattern: ['console\\.(?:log|debug)\\(']",
  '    message: Console output in a service',
  '    fix_action: Use the logger',
  "    applies_to: ['*.ts']",
  '  - id: think-first',
  '    type: conceptual',
  '    check: Whether anybody thought',
  '',
].join('\n')
const EDGES = 'sharp_edges:\n  - id: left-over\n    summary: A note was left behind\n    severity: high\n    why: It never gets done\n    solution: Do it now\n    detection_pattern: "(?i)\\\\bfixme\\\\b"\n'
const base = { 'package.json': '{ "name": "shop" }', 'src/wait.ts': SOURCE }
const findings = (stdout: string) => (JSON.parse(stdout) as { findings: { rule: string; file: string; line: number; column: number; endColumn: number; severity: string; message: string; why: string; fixes: { title: string }[] }[] }).findings

describe('packs', () => {
  it('report what their patterns match, in the files they are for', () => {
    const folder = project({ ...base, 'src/waits.js': SOURCE, 'packs/validations.yaml': PACK, 'packs/sharp-edges.yaml': EDGES, 'backend-lint.config.yaml': 'packs: [packs/validations.yaml, packs/sharp-edges.yaml]\n' })
    const found = findings(backendLint(folder, ['-f', 'json']).stdout)
    expect(found).toMatchObject([
      { rule: 'left-over', file: 'src/wait.ts', line: 2, message: 'A note was left behind', why: 'It never gets done' },
      { rule: 'no-console', file: 'src/wait.ts', line: 4, column: 3, endColumn: 15, severity: 'medium', fixes: [{ title: 'Use the logger' }] },
      { rule: 'left-over', file: 'src/waits.js', line: 2, severity: 'high' },
    ])
    expect(backendLint(folder, ['--rule', 'no-console', '-f', 'compact']).stdout).toContain('1 finding (1 medium)')
  })

  it('can be configured and suppressed like any other rule', () => {
    const source = SOURCE.replace('  console', '  // backend-lint-disable-next-line no-console -- this is a script\n  console')
    const folder = project({ ...base, 'src/wait.ts': source, 'pack.yaml': PACK, 'edges.yaml': EDGES, 'backend-lint.config.yaml': 'packs: [pack.yaml, edges.yaml]\nrules: { left-over: off }\n' })
    expect(backendLint(folder, ['-f', 'compact']).stdout).toMatch(/^0 findings/)
  })

  it.each(['strict', 'security', 'performance', 'architecture'])('run with the preset %s', (preset) => {
    const folder = project({ ...base, 'pack.yaml': PACK, 'backend-lint.config.yaml': 'packs: [pack.yaml]\n' })
    expect(findings(backendLint(folder, ['--preset', preset, '-f', 'json']).stdout).map(({ rule }) => rule)).toContain('no-console')
  })

  it('cannot hang a run: a pattern that takes too long is stopped and told', () => {
    const slow = "validations:\n  - id: slow\n    pattern: '^(a+)+$'\n"
    const folder = project({ ...base, 'src/long.ts': `// ${'a'.repeat(60)}!\n${'a'.repeat(60)}!\n`, 'pack.yaml': slow, 'edges.yaml': EDGES, 'backend-lint.config.yaml': 'packs: [pack.yaml, edges.yaml]\n' })
    const { stdout } = backendLint(folder, ['-f', 'json'])
    expect(findings(stdout)).toMatchObject([{ rule: 'left-over' }])
    expect((JSON.parse(stdout) as { problems: unknown }).problems).toContainEqual({ kind: 'config', file: 'pack.yaml', line: 2, message: expect.stringContaining('The pattern ^(a+)+$ of "slow" took more than 2000 ms and was stopped in src/long.ts') as string })
  })

  it.each([
    ['validations:\n  - id: x\n    pattern: "("\n', 'pack.yaml:3', 'is no regular expression'],
    ['validations:\n  - id: x\n    paterns: a\n', 'pack.yaml:3', 'Did you mean "pattern"?'],
    ['validations:\n  - id: x\n    severity: loud\n    pattern: a\n', 'pack.yaml:3', '"severity" must be one of'],
    ['validations:\n  - id: string-sql\n    pattern: a\n', 'pack.yaml:2', 'There is a rule "string-sql" already'],
    ['rules: []\n', 'pack.yaml:1', 'no list "validations" or "sharp_edges"'],
  ])('say what is wrong with %j', (pack, place, message) => {
    const { code, stderr } = backendLint(project({ ...base, 'pack.yaml': pack, 'backend-lint.config.yaml': 'packs: [pack.yaml]\n' }), [])
    expect(code).toBe(2)
    expect(stderr).toContain(place)
    expect(stderr).toContain(message)
  })

  it.each(['validations', 'sharp-edges'])('are what the catalogue is exported as: %s', (format) => {
    const { stdout } = backendLint(project(base), ['rules', '--format', format])
    const entries = Object.values(parse(stdout) as Record<string, { id: string; severity: string }[]>)[0] ?? []
    expect(entries.map(({ id }) => id)).toContain('n-plus-one-query')
    // What was exported can be read again; without patterns it adds nothing.
    const folder = project({ ...base, 'pack.yaml': stdout, 'backend-lint.config.yaml': 'packs: [pack.yaml]\n' })
    expect(backendLint(folder, []).code).toBe(0)
  })
})

describe('plugins', () => {
  const RULE = [
    "import { defineRule, type RuleContext } from 'backend-lint'",
    'export default defineRule({',
    "  id: 'no-order-reads',",
    "  severity: 'low',",
    "  title: 'Orders are read elsewhere.',",
    "  category: 'pattern',",
    '  check({ model, report }: RuleContext) {',
    "    for (const operation of model.operations) if (operation.table === 'order') report({ at: { file: operation.unit.file, node: operation.node }, message: `${operation.label} reads orders`, why: 'Ask the order service.' })",
    '  },',
    '})',
    '',
  ].join('\n')
  const files = { ...LOOP, 'lint/no-order-reads.ts': RULE, 'lint.yaml': 'plugins: [lint/no-order-reads.ts]\nrules: { no-order-reads: medium }\n' }

  it('run when --config names the configuration that lists them', () => {
    const found = findings(backendLint(project(files), ['--config', 'lint.yaml', '-f', 'json']).stdout)
    expect(found).toContainEqual(expect.objectContaining({ rule: 'no-order-reads', severity: 'medium', message: 'prisma.order.findUnique reads orders' }))
  })

  it('do not run when the configuration was only found', () => {
    const { code, stderr } = backendLint(project({ ...files, 'backend-lint.config.yaml': files['lint.yaml'] }), [])
    expect(code).toBe(2)
    expect(stderr).toContain('code runs only when --config names the configuration')
  })

  it('say what is wrong with a module that exports no rule', () => {
    const { code, stderr } = backendLint(project({ ...files, 'lint/no-order-reads.ts': 'export default 1\n' }), ['--config', 'lint.yaml'])
    expect(code).toBe(2)
    expect(stderr).toContain('lint.yaml:1')
    expect(stderr).toContain('exports something that is no rule')
  })
})
