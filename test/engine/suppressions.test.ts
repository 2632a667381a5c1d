/**
 * Comments that silence findings: where they hold, in which languages, and what is said about those that do not.
 */
import { describe, expect, it } from 'vitest'
import { ENGINE_RULES, readSuppressions, type SuppressionContext } from '../../src/engine/suppressions.js'
import { applyEdits } from '../../src/findings/edits.js'
import type { Finding } from '../../src/findings/finding.js'
import type { FileKind } from '../../src/workspace/types.js'

const RULES = ['n-plus-one-query', 'unbounded-query', 'string-sql', 'hardcoded-secret']
const TODAY = '2026-06-15'

function finding(line: number, rule: string, file: string): Finding {
  return { rule, severity: 'high', confidence: 'high', file, line, column: 1, endLine: line, endColumn: 2, message: '', why: '', trace: [], fixes: [], cwe: [], handoff: 'backend',
    scope: '', fingerprint: '' }
}

interface Options extends Partial<SuppressionContext> {
  readonly kind?: FileKind
  readonly file?: string
  /** Where findings are: a rule by line, or lines of the rule `n-plus-one-query`. */
  readonly at?: readonly (number | readonly [line: number, rule: string])[]
}

function run(text: string | readonly string[], { kind = 'source', file = 'src/orders.ts', at = [], ...context }: Options = {}) {
  const whole = typeof text === 'string' ? text : text.join('\n')
  const findings = at.map((one) => (typeof one === 'number' ? finding(one, 'n-plus-one-query', file) : finding(...one, file)))
  const suppressions = readSuppressions({ relative: file, kind, text: () => whole }, { rules: RULES, enabled: RULES, today: TODAY, ...context })
  if (!suppressions) return undefined
  const { kept, suppressed, findings: own } = suppressions.apply(findings)
  return {
    kept: kept.map(({ line, rule }) => `${line} ${rule}`),
    suppressed: suppressed.map((one) => `${one.finding.line} ${one.finding.rule}: ${one.reason}`),
    own: own.map(({ line, rule, message }) => `${line} ${rule}: ${message}`),
    why: own.map(({ why }) => why),
    findings: own,
    fixed: applyEdits(whole, own.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits))),
  }
}

describe('where a suppression holds', () => {
  it('on the next line', () => {
    expect(run(['a', '// backend-lint-disable-next-line n-plus-one-query -- three at most', 'b', 'c'], { at: [1, 3, 4] })).toMatchObject({
      kept: ['1 n-plus-one-query', '4 n-plus-one-query'],
      suppressed: ['3 n-plus-one-query: three at most'],
      own: [],
    })
  })

  it('on the next line of code, over comments, empty lines and other suppressions', () => {
    const text = ['// backend-lint-disable-next-line n-plus-one-query -- one', '// eslint-disable-next-line no-await-in-loop', '/* why */', '', '/* backend-lint-disable-next-line unbounded-query -- two */', 'b()', 'c()']
    expect(run(text, { at: [6, 7, [6, 'unbounded-query']] })).toMatchObject({ kept: ['7 n-plus-one-query'], suppressed: ['6 n-plus-one-query: one', '6 unbounded-query: two'], own: [] })
  })

  it('on its own line', () => {
    expect(run(['b() // backend-lint-disable-line n-plus-one-query -- small', 'c()'], { at: [1, 2] })).toMatchObject({ kept: ['2 n-plus-one-query'], suppressed: ['1 n-plus-one-query: small'], own: [] })
  })

  it('in the whole file, from anywhere', () => {
    expect(run(['a', 'b', '// backend-lint-disable-file n-plus-one-query -- a script', 'c'], { at: [1, 4] })).toMatchObject({ kept: [], own: [] })
  })

  it('in a block, to its end or the end of the file', () => {
    const text = ['a', '// backend-lint-disable n-plus-one-query, unbounded-query -- import', 'b', '// backend-lint-enable n-plus-one-query', 'c']
    expect(run(text, { at: [1, 3, 5, [5, 'unbounded-query']] })).toMatchObject({
      kept: ['1 n-plus-one-query', '5 n-plus-one-query'],
      suppressed: ['3 n-plus-one-query: import', '5 unbounded-query: import'],
      own: [],
    })
    expect(run([...text.slice(0, 3), '// backend-lint-enable', 'c'], { at: [3, [3, 'unbounded-query'], 5, [5, 'unbounded-query']] })).toMatchObject({ kept: ['5 n-plus-one-query', '5 unbounded-query'], own: [] })
  })

  it('for the rules it names', () => {
    expect(run(['// backend-lint-disable-next-line n-plus-one-query,string-sql -- x', 'b'], { at: [2, [2, 'string-sql'], [2, 'unbounded-query']] })).toMatchObject({
      kept: ['2 unbounded-query'],
      suppressed: ['2 n-plus-one-query: x', '2 string-sql: x'],
      own: [],
    })
  })

  it('the narrowest is the one used', () => {
    const text = ['// backend-lint-disable-file n-plus-one-query -- wide', '// backend-lint-disable-next-line n-plus-one-query -- narrow', 'b']
    expect(run(text, { at: [3] })).toMatchObject({ suppressed: ['3 n-plus-one-query: narrow'], own: ['1 unused-suppression: No finding of n-plus-one-query is here, so this suppression silences nothing.'] })
  })
})

describe('in each language', () => {
  const next = 'backend-lint-disable-next-line n-plus-one-query -- why'
  const here = 'backend-lint-disable-line n-plus-one-query -- why'
  it.each<[string, FileKind, string, string[], number]>([
    ['TypeScript block comment', 'source', 'a.ts', [`/* ${next} */`, 'b()'], 2],
    ['TypeScript doc comment', 'source', 'a.ts', ['class A {', `  /** ${next} */`, '  b() {}', '}'], 3],
    ['TypeScript block over lines', 'source', 'a.ts', ['/* backend-lint-disable-next-line', ' * n-plus-one-query', ' * -- why', ' */', 'b()'], 5],
    ['TypeScript in front of code', 'source', 'a.ts', [`/* ${here} */ b()`], 1],
    ['TypeScript in arguments', 'source', 'a.ts', ['run(', `  // ${next}`, '  () => b(),', ')'], 3],
    ['TypeScript behind the last token', 'source', 'a.ts', ['run(() => {', '  b()', `} /* ${here} */)`], 3],
    ['TypeScript at the end of the file', 'source', 'a.ts', [`b() // ${here}`], 1],
    ['TypeScript with a template around', 'source', 'a.ts', ['const s = `a ${', `  // ${next}`, '  b() } c`'], 3],
    ['TypeScript with a generic arrow', 'source', 'a.mts', ['const f = <T>(x: T) => x', `// ${next}`, 'b()'], 3],
    ['JavaScript', 'source', 'a.js', ['#!/usr/bin/env node', `// ${next}`, 'b()'], 3],
    ['JSX', 'source', 'a.tsx', ['const a = <ul>', `  {/* ${next} */}`, '  {rows.map(b)}', '</ul>'], 3],
    ['JSX in an attribute', 'source', 'a.jsx', ['const a = <ul', `  // ${next}`, '  rows={b()} />'], 3],
    ['SQL', 'sql', 'a.sql', ["select '--' -- x", `-- ${next}`, 'select 1'], 3],
    ['SQL behind a statement', 'sql', 'a.sql', [`select 'it''s' -- ${here}`], 1],
    ['SQL block comment', 'sql', 'a.sql', [`/* ${next} */`, 'select 1'], 2],
    ['YAML', 'yaml', 'a.yaml', ['a: "b # c"', `# ${next}`, 'd: e'], 3],
    ['YAML behind a value', 'yaml', 'a.yaml', [`a: it's # ${here}`], 1],
    ['YAML in a flow', 'yaml', 'a.yaml', [`a: [b, # ${here}`, '  c]'], 1],
    ['.env', 'env', '.env', [`# ${next}`, "A=it's"], 2],
    ['.env behind a value', 'env', '.env', [`A="b # c" # ${here}`], 1],
    ['Dockerfile', 'dockerfile', 'Dockerfile', ['FROM node', `  # ${next}`, 'ENV A=b'], 3],
    ['TOML', 'toml', 'a.toml', ['a = "#"', `# ${next}`, "b = '#'"], 3],
    ['Prisma', 'prisma', 'a.prisma', ['model A {', `  // ${next}`, '  b String @default("//")', '}'], 3],
    ['Prisma doc comment', 'prisma', 'a.prisma', [`/// ${next}`, 'model A {}'], 2],
    ['JSON with comments', 'json', 'a.json', ['{', `  // ${next}`, '  "a": "//"', '}'], 3],
    ['properties', 'other', 'a.properties', [`# ${next}`, "a=don't"], 2],
    ['Terraform', 'other', 'a.tf', [`a = "b" // ${here}`], 1],
  ])('%s', (_, kind, file, text, line) => {
    expect(run(text, { kind, file, at: [line] })).toMatchObject({ kept: [], suppressed: [`${line} n-plus-one-query: why`], own: [] })
    expect(run(text.join('\r\n'), { kind, file, at: [line] })).toMatchObject({ kept: [], suppressed: [`${line} n-plus-one-query: why`], own: [] })
  })

  const file = 'backend-lint-disable-file n-plus-one-query -- why'
  it.each<[string, FileKind, string, string]>([
    ['a string', 'source', 'a.ts', `const a = '// ${file}'`],
    ['a template', 'source', 'a.ts', `const a = \`\n// ${file}\n\${b}\n// ${file}\``],
    ['a regular expression', 'source', 'a.ts', `const a = /[/]/ + "/* ${file} */"`],
    ['text of JSX', 'source', 'a.tsx', `const a = <p>// ${file}</p>`],
    ['text of JSX behind an expression', 'source', 'a.tsx', `const a = <p>{b} // ${file}\n</p>`],
    ['prose', 'source', 'a.ts', `// Write ${file} to silence it.`],
    ['a string of SQL', 'sql', 'a.sql', `select '\n-- ${file}\n'`],
    ['a body in dollar quotes', 'sql', 'a.sql', `do $x$\n-- ${file}\n$x$`],
    ['a block scalar', 'yaml', 'a.yaml', `run: |\n  # ${file}\n  b\n`],
    ['a quoted scalar', 'yaml', 'a.yaml', `a: "\n  # ${file}"\n`],
    ['a plain scalar', 'yaml', 'a.yaml', `a: b# ${file}\n`],
    ['a value of several lines', 'env', '.env', `A="\n# ${file}\n"`],
    ['arguments of an instruction', 'dockerfile', 'Dockerfile', `RUN echo # ${file}`],
    ['a string of TOML', 'toml', 'a.toml', `a = """\n# ${file}\n"""`],
    ['a string of Prisma', 'prisma', 'a.prisma', `a = "// ${file}"`],
    ['a string of JSON', 'json', 'a.json', `{ "a": "// ${file}" }`],
    ['a file without any', 'source', 'a.ts', 'b()'],
  ])('not in %s', (_, kind, name, text) => {
    expect(run(text, { kind, file: name, at: [1] })).toBeUndefined()
  })
})

it('leaves comments about something else of the name alone', () => {
  expect(run('// backend-lint-rules are listed below', { at: [1] })).toMatchObject({ kept: ['1 n-plus-one-query'], own: [] })
})

describe('a suppression that is not in force', () => {
  const invalid = (comment: string, at: Options['at'] = [2]) => {
    const result = run([`// ${comment}`, 'b()'], { at })
    return { own: result?.own, why: result?.why, kept: result?.kept.length }
  }

  it.each([
    ['without a reason', 'backend-lint-disable-next-line n-plus-one-query', 'This suppression of n-plus-one-query gives no reason, so it is not in force.', 'Say behind " -- " why the finding is accepted.'],
    ['with dashes and no reason', 'backend-lint-disable-next-line n-plus-one-query --', 'This suppression of n-plus-one-query gives no reason, so it is not in force.', 'Nobody can tell later whether it still holds.'],
    ['with a date for a reason', 'backend-lint-disable-next-line n-plus-one-query -- until=2030-01-01', 'This suppression of n-plus-one-query gives no reason, so it is not in force.', ''],
    ['expired', 'backend-lint-disable-next-line n-plus-one-query -- soon until=2026-06-14', 'This suppression of n-plus-one-query expired on 2026-06-14.', 'Mend the finding, or set a later date and say why.'],
    ['until no date', 'backend-lint-disable-next-line n-plus-one-query until=June -- soon', '"until=June" is no date, so this suppression of n-plus-one-query is not in force.', 'Write it as until=2027-01-31.'],
    ['until a day that does not exist', 'backend-lint-disable-next-line n-plus-one-query until=2027-02-30 -- soon', '"until=2027-02-30" is no date, so this suppression of n-plus-one-query is not in force.', ''],
    ['without a rule', 'backend-lint-disable-next-line -- all of it', 'This suppression names no rule, so it silences nothing.', 'Write the rule it is for'],
    ['of a misspelt rule', 'backend-lint-disable-next-line n-plus-one-qeury -- x', 'This suppression names "n-plus-one-qeury", which is no rule that could be suppressed.', 'Did you mean "n-plus-one-query"?'],
    ['of no rule there is', 'backend-lint-disable-next-line no-console -- x', 'This suppression names "no-console", which is no rule that could be suppressed.', 'Run backend-lint rules for the list.'],
    ['of a suppression', 'backend-lint-disable-next-line unused-suppression -- x', 'This suppression names "unused-suppression", which is no rule that could be suppressed.', 'Set its severity in the configuration.'],
    ['with a misspelt directive', 'backend-lint-disable-nextline n-plus-one-query -- x', '"backend-lint-disable-nextline" is no directive, so nothing is silenced.', 'Did you mean "backend-lint-disable-next-line"?'],
  ])('%s', (_, comment, message, why) => {
    const result = invalid(comment)
    expect(result).toMatchObject({ own: [`1 invalid-suppression: ${message}`], kept: 1 })
    expect(result.why?.[0]).toContain(why)
  })

  it('holds on its last day', () => {
    expect(invalid('backend-lint-disable-next-line n-plus-one-query -- soon until=2026-06-15')).toMatchObject({ own: [], kept: 0 })
    expect(invalid('backend-lint-disable-next-line n-plus-one-query until=2026-06-15 -- soon')).toMatchObject({ own: [], kept: 0 })
  })

  it('silences the rules it knows beside one it does not', () => {
    expect(invalid('backend-lint-disable-next-line n-plus-one-query, old-rule -- x')).toMatchObject({ own: ['1 invalid-suppression: This suppression names "old-rule", which is no rule that could be suppressed.'], kept: 0 })
  })

  it('is unused before all when it would silence nothing', () => {
    expect(invalid('backend-lint-disable-next-line n-plus-one-query', [1])).toMatchObject({ own: ['1 unused-suppression: No finding of n-plus-one-query is here, so this suppression silences nothing.'] })
    expect(invalid('backend-lint-disable-next-line n-plus-one-query -- x until=2020-01-01', [1]).own?.[0]).toContain('1 unused-suppression')
  })
})

describe('a suppression that is not used', () => {
  const comment = 'backend-lint-disable-next-line n-plus-one-query -- x'
  it.each<[string, FileKind, string, string, string]>([
    ['its line', 'source', 'a.ts', `a()\n  // ${comment}\nb()\n`, 'a()\nb()\n'],
    ['its line with Windows line ends', 'source', 'a.ts', `a()\r\n// ${comment}\r\nb()\r\n`, 'a()\r\nb()\r\n'],
    ['the last line', 'source', 'a.ts', `a()\n// ${comment}`, 'a()\n'],
    ['the end of a line', 'source', 'a.ts', 'a() // backend-lint-disable-line n-plus-one-query -- x\nb()', 'a()\nb()'],
    ['the start of a line', 'source', 'a.ts', '  /* backend-lint-disable-line n-plus-one-query -- x */ a()\n', '  a()\n'],
    ['the braces in JSX', 'source', 'a.tsx', `const a = <p>\n  {/* ${comment} */}\n  <b />\n</p>`, 'const a = <p>\n  <b />\n</p>'],
    ['a comment of YAML', 'yaml', 'a.yaml', 'a: b # backend-lint-disable-line n-plus-one-query -- x\n', 'a: b\n'],
    ['a block with its end', 'source', 'a.ts', '// backend-lint-disable n-plus-one-query -- x\na()\n// backend-lint-enable\nb()\n', 'a()\nb()\n'],
    ['an end without a beginning', 'source', 'a.ts', 'a()\n// backend-lint-enable\nb()\n', 'a()\nb()\n'],
    ['an end of another rule', 'source', 'a.ts', '// backend-lint-disable-next-line n-plus-one-query -- x\n// backend-lint-enable string-sql\n', ''],
  ])('goes with %s', (_, kind, file, text, expected) => {
    const result = run(text, { kind, file })
    expect(result?.fixed).toBe(expected)
    expect(result?.findings.every((one) => one.rule === 'unused-suppression' && one.severity === 'low' && one.fixes[0]?.kind === 'fix')).toBe(true)
  })

  it('loses only the rules that are not used', () => {
    const result = run(['// backend-lint-disable-next-line string-sql, n-plus-one-query, unbounded-query -- x', 'b'], { at: [2] })
    expect(result).toMatchObject({ own: ['1 unused-suppression: No finding of string-sql or unbounded-query is here, so this suppression silences nothing.'], fixed: '// backend-lint-disable-next-line n-plus-one-query -- x\nb' })
  })

  it('keeps the end of a block that another block needs', () => {
    const text = ['// backend-lint-disable string-sql -- x', '// backend-lint-disable n-plus-one-query -- y', 'b', '// backend-lint-enable']
    expect(run(text, { at: [3] })?.fixed).toBe(text.slice(1).join('\n'))
  })

  it('stays when the rule did not run, or not to its end', () => {
    expect(run([`// ${comment}`, 'b'], { enabled: ['string-sql'] })).toMatchObject({ own: [] })
    expect(run(['// backend-lint-disable-next-line n-plus-one-query, string-sql -- x', 'b'], { enabled: ['string-sql'] })?.fixed).toBe('// backend-lint-disable-next-line n-plus-one-query -- x\nb')
  })
})

describe('findings about suppressions', () => {
  it('stand at the comment', () => {
    const [one] = run('a()\n  /* backend-lint-disable-line\n n-plus-one-query */ b()')?.findings ?? []
    expect(one).toMatchObject({ file: 'src/orders.ts', line: 2, column: 3, endLine: 3, endColumn: 21, confidence: 'high' })
  })

  it('have fingerprints of their own, which moving keeps', () => {
    const comment = '// backend-lint-disable-line n-plus-one-query -- x'
    const prints = (text: string) => run(text)?.findings.map(({ fingerprint }) => fingerprint)
    const two = prints(`${comment}\n${comment}\n// backend-lint-disable-line string-sql -- x`)
    expect(new Set(two).size).toBe(3)
    expect(prints(`\n\n    ${comment}\nb()\n  ${comment}\n// backend-lint-disable-line string-sql -- x`)).toEqual(two)
  })

  it('take their severity from the configuration', () => {
    const text = '// backend-lint-disable-line n-plus-one-query -- x\n// backend-lint-disable-line other -- x'
    expect(run(text)?.findings.map(({ severity }) => severity)).toEqual(['low', 'medium'])
    expect(run(text, { severityOf: (rule) => (rule === 'unused-suppression' ? 'off' : 'critical') })?.findings.map(({ severity }) => severity)).toEqual(['critical'])
  })

  it('are of rules with an entry in the catalogue', () => {
    expect(ENGINE_RULES.map(({ id }) => id)).toEqual(['invalid-suppression', 'unused-suppression'])
  })
})
