/**
 * Planning, writing and showing edits.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, lstatSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Finding, Fix, TextEdit } from '../../src/findings/finding.js'
import { applyEdits, planFixes, renderDiff, writeFixes, type FixPlan } from '../../src/fix/fix.js'
import { folderWith } from '../support/folder.js'

const FILE = 'src/orders.ts'

/** `[start, end, text]` in one file. */
type Edit = readonly [start: number, end: number, text: string]
const edits = (all: readonly Edit[], file = FILE): TextEdit[] => all.map(([start, end, text]) => ({ file, start, end, text }))

function finding(line: number, ...fixes: readonly (readonly [Fix['kind'], readonly TextEdit[]])[]): Finding {
  return {
    rule: 'string-sql', severity: 'high', confidence: 'high', file: FILE, line, column: 1, endLine: line, endColumn: 2, message: '', why: '', trace: [], cwe: [], handoff: 'backend',
    scope: '', fingerprint: '',
    fixes: fixes.map(([kind, all]) => ({ kind, title: 'Mend it.', edits: all })),
  }
}

const fixing = (line: number, ...all: readonly Edit[]) => finding(line, ['fix', edits(all)])
const plan = (findings: readonly Finding[], text = '0123456789', kinds: readonly Fix['kind'][] = ['fix']) => planFixes(findings, { kinds, readText: (file) => (file === FILE ? text : undefined) })
const afterOf = (made: FixPlan) => made.files.map(({ after }) => after)

describe('applyEdits', () => {
  it.each<[string, Edit[], string]>([
    ['nothing', [], '0123456789'],
    ['a replacement', [[2, 4, 'ab']], '01ab456789'],
    ['edits in any order', [[8, 9, ''], [0, 1, 'zero']], 'zero12345679'],
    ['neighbours', [[2, 4, 'a'], [4, 6, 'b']], '01ab6789'],
    ['insertions at both ends', [[0, 0, '<'], [10, 10, '>']], '<0123456789>'],
    ['insertions at one place, in their order', [[5, 5, 'a'], [5, 5, 'b']], '01234ab56789'],
    ['an insertion before a replacement', [[5, 6, 'x'], [5, 5, 'a']], '01234ax6789'],
  ])('%s', (_, all, expected) => {
    expect(applyEdits('0123456789', edits(all))).toBe(expected)
  })

  it('counts UTF-16 code units', () => {
    expect(applyEdits('a😀b', edits([[3, 4, 'c']]))).toBe('a😀c')
  })

  it.each<[string, Edit[]]>([
    ['that overlap', [[2, 5, ''], [4, 6, '']]],
    ['inside each other', [[2, 9, ''], [4, 4, 'a']]],
    ['beyond the end', [[9, 11, '']]],
    ['before the start', [[-1, 1, '']]],
    ['that end before they start', [[5, 4, '']]],
  ])('refuses edits %s', (_, all) => {
    expect(() => applyEdits('0123456789', edits(all))).toThrow(RangeError)
  })
})

describe('planFixes', () => {
  it('takes the first fix of a kind that is wanted', () => {
    const one = finding(1, ['recipe', []], ['suggestion', edits([[0, 1, 'suggested']])], ['fix', edits([[0, 1, 'fixed']])])
    expect(afterOf(plan([one]))).toEqual(['fixed123456789'])
    expect(afterOf(plan([one], undefined, ['fix', 'suggestion']))).toEqual(['suggested123456789'])
    expect(plan([finding(1, ['recipe', []])])).toEqual({ files: [], applied: [], skipped: [] })
  })

  it('leaves out what conflicts with an earlier fix, whole', () => {
    const [first, second, third] = [fixing(1, [2, 5, 'a']), fixing(2, [0, 1, 'b'], [4, 6, 'c']), fixing(3, [6, 7, 'd'])]
    const made = plan([first, second, third])
    expect(afterOf(made)).toEqual(['01a5d789'])
    expect(made.applied).toEqual([first, third])
    expect(made.skipped).toEqual([{ file: FILE, reason: 'the fix of string-sql in line 2 touches the same code as another one; run again.' }])
  })

  it('makes an edit once that two fixes share', () => {
    const made = plan([fixing(1, [0, 0, 'import;'], [2, 3, 'a']), fixing(2, [0, 0, 'import;'], [4, 5, 'b'])])
    expect(afterOf(made)).toEqual(['import;01a3b56789'])
    expect(made.applied).toHaveLength(2)
  })

  it.each<[string, Edit[]]>([
    ['overlaps itself', [[1, 4, ''], [3, 5, '']]],
    ['repeats an edit', [[1, 4, ''], [1, 4, '']]],
    ['reaches beyond the text', [[9, 12, '']]],
  ])('leaves a fix out that %s', (_, all) => {
    const made = plan([fixing(1, ...all), fixing(2, [0, 1, 'a'])])
    expect(afterOf(made)).toEqual(['a123456789'])
    expect(made.skipped).toEqual([{ file: FILE, reason: 'the fix of string-sql in line 1 has edits that do not fit the text.' }])
  })

  it('edits several files, sorted, or none of them', () => {
    const both = finding(1, ['fix', [...edits([[0, 1, 'a']], 'src/b.ts'), ...edits([[0, 1, 'a']], 'src/a.ts')]])
    const read = (file: string) => (file === 'src/gone.ts' ? undefined : '0')
    expect(planFixes([both], { kinds: ['fix'], readText: read }).files.map(({ file }) => file)).toEqual(['src/a.ts', 'src/b.ts'])
    const half = finding(4, ['fix', [...edits([[0, 1, 'a']], 'src/b.ts'), ...edits([[0, 1, 'a']], 'src/gone.ts')]])
    expect(planFixes([half], { kinds: ['fix'], readText: read })).toEqual({
      files: [],
      applied: [],
      skipped: [{ file: FILE, reason: 'the fix of string-sql in line 4 edits src/gone.ts, which cannot be read.' }],
    })
  })

  it('has no file that does not change', () => {
    expect(plan([fixing(1, [0, 1, '0'])]).files).toEqual([])
  })
})

describe('writeFixes', () => {
  const change = (file: string, before: string, after: string): FixPlan => ({ files: [{ file, before, after }], applied: [], skipped: [] })

  it('writes, keeps BOM, line ends and mode, and leaves nothing behind', () => {
    const root = folderWith({ 'src/a.ts': '\uFEFFold\r\n' })
    chmodSync(path.join(root, 'src/a.ts'), 0o750)
    expect(writeFixes(change('src/a.ts', 'old\r\n', 'new\r\n'), root)).toEqual({ files: ['src/a.ts'], skipped: [] })
    expect(readFileSync(path.join(root, 'src/a.ts'), 'utf8')).toBe('\uFEFFnew\r\n')
    expect(statSync(path.join(root, 'src/a.ts')).mode & 0o777).toBe(0o750)
    expect(readdirSync(path.join(root, 'src'))).toEqual(['a.ts'])
  })

  it('writes through a symbolic link', () => {
    const root = folderWith({ 'real/a.ts': 'old' })
    symlinkSync(path.join(root, 'real/a.ts'), path.join(root, 'a.ts'))
    writeFixes(change('a.ts', 'old', 'new'), root)
    expect(readFileSync(path.join(root, 'real/a.ts'), 'utf8')).toBe('new')
    expect(lstatSync(path.join(root, 'a.ts')).isSymbolicLink()).toBe(true)
  })

  it('leaves a file alone that changed, and goes on', () => {
    const root = folderWith({ 'a.ts': 'changed', 'b.ts': 'old' })
    const both = { files: [...change('a.ts', 'old', 'new').files, ...change('b.ts', 'old', 'new').files], applied: [], skipped: [] }
    expect(writeFixes(both, root)).toEqual({ files: ['b.ts'], skipped: [{ file: 'a.ts', reason: 'it changed since it was read; run again.' }] })
    expect(readFileSync(path.join(root, 'a.ts'), 'utf8')).toBe('changed')
  })

  it('leaves alone what has gone, is a folder, or is not UTF-8', () => {
    const root = folderWith({ 'gone.ts': '', 'folder.ts/x': '', 'latin.ts': '' })
    rmSync(path.join(root, 'gone.ts'))
    const bytes = Buffer.from([0x2f, 0x2f, 0xe9])
    writeFileSync(path.join(root, 'latin.ts'), bytes)
    const reason = (file: string, before: string) => writeFixes(change(file, before, 'new'), root).skipped[0]?.reason
    expect(reason('gone.ts', 'old')).toBe('it has gone since it was read.')
    expect(reason('folder.ts', 'old')).toBe('it cannot be written (EISDIR).')
    expect(reason('latin.ts', '//\uFFFD')).toBe('it is not UTF-8, so writing it would destroy what it holds.')
    expect(readFileSync(path.join(root, 'latin.ts'))).toEqual(bytes)
  })
})

describe('renderDiff', () => {
  const lines = (...all: string[]) => all.map((line) => `${line}\n`).join('')

  it('is a unified diff with three lines around', () => {
    expect(renderDiff(lines('1', '2', '3', '4', 'old', '6', '7', '8', '9'), lines('1', '2', '3', '4', 'new', '6', '7', '8', '9'), FILE)).toBe(
      lines('--- a/src/orders.ts', '+++ b/src/orders.ts', '@@ -2,7 +2,7 @@', ' 2', ' 3', ' 4', '-old', '+new', ' 6', ' 7', ' 8'),
    )
  })

  it('is empty when nothing differs', () => {
    expect(renderDiff('a\n', 'a\n', FILE)).toBe('')
  })

  it.each([
    ['lines', 'a\nb\nc\n', 'a\nB\nB\nc\n'],
    ['Windows line ends', 'a\r\nb\r\nc\r\n', 'a\r\nB\r\nc\r\n'],
    ['no line end at the end', 'a\nb', 'a\nc'],
    ['an added line end', 'a\nb', 'a\nb\n'],
    ['everything gone', 'a\nb\n', ''],
  ])('is what git applies: %s', (_, before, after) => {
    const root = folderWith({ 'src/my orders.ts': before })
    execFileSync('git', ['init', '-q'], { cwd: root })
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: root, input: renderDiff(before, after, 'src/my orders.ts') })
    expect(readFileSync(path.join(root, 'src/my orders.ts'), 'utf8')).toBe(after)
  })
})
