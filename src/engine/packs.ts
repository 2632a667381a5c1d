/**
 * Rules of packs and plugins as the engine runs them.
 */
import vm from 'node:vm'
import picomatch from 'picomatch'
import type { PackRule } from '../config/packs.js'
import { ConfigError } from '../findings/errors.js'
import { SEVERITIES, type Problem } from '../findings/finding.js'
import type { WorkspaceFile } from '../workspace/types.js'
import { defineRule, type RuleDefinition } from './rule.js'

/** Milliseconds that one pattern may take in a run. */
const LONGEST = 2_000
/** Matches in one file that are told. */
const MOST_MATCHES = 50

/** A rule that looks for the patterns of a pack's entry. */
export function ruleOfPack(entry: PackRule, onProblem: (problem: Problem) => void): RuleDefinition {
  return defineRule({
    id: entry.id,
    severity: entry.severity,
    title: entry.title,
    category: 'pattern',
    readsTextOnly: true,
    check({ workspace, report }) {
      const files = workspace.files.filter((file) => isMeant(file, entry.appliesTo))
      for (const pattern of entry.patterns) {
        const { matches, stoppedAt } = search(pattern, files)
        for (const { file, start, end } of matches)
          report({
            at: { file, start, end },
            message: entry.message,
            why: entry.why,
            confidence: 'medium',
            fixes: entry.fix === '' ? [] : [{ kind: 'recipe', title: entry.fix, edits: [], code: entry.fix }],
          })
        if (stoppedAt)
          onProblem({
            kind: 'config',
            file: entry.pack,
            line: entry.line,
            message: `The pattern ${pattern.source} of "${entry.id}" took more than ${LONGEST} ms and was stopped in ${stoppedAt.relative}. Avoid repetitions inside of repetitions.`,
          })
      }
    },
  })
}

/** What a plugin exports, held against the contract of a rule. */
export function ruleOfPlugin(value: { readonly id: string }, plugin: string, taken: ReadonlySet<string>): RuleDefinition {
  const rule = value as Partial<RuleDefinition> & Pick<RuleDefinition, 'id'>
  const fail = (message: string) => new ConfigError(message, plugin, undefined, undefined)
  if (typeof rule.check !== 'function') throw fail(`The rule "${rule.id}" needs the function "check". Make it with defineRule.`)
  if (taken.has(rule.id)) throw fail(`There is a rule "${rule.id}" already. Give yours another id.`)
  if (!rule.severity || !SEVERITIES.includes(rule.severity)) throw fail(`The rule "${rule.id}" needs "severity": ${SEVERITIES.join(', ')}.`)
  if (typeof rule.title !== 'string') throw fail(`The rule "${rule.id}" needs "title": one sentence that says what it finds.`)
  return { category: 'pattern', ...rule } as RuleDefinition
}

function isMeant(file: WorkspaceFile, globs: readonly string[]): boolean {
  if (file.surface === 'test' || file.surface === 'fixture' || file.surface === 'generated' || (file.ignored && !file.tracked)) return false
  if (globs.length === 0) return file.kind === 'source'
  return globs.some((glob) => picomatch.isMatch(file.relative, glob, { dot: true, basename: !glob.includes('/') }))
}

interface Match {
  readonly file: WorkspaceFile
  readonly start: number
  readonly end: number
}

/** Runs where the engine can be stopped in the middle of a match. */
const SEARCH = new vm.Script(`
  for (; state.file < state.texts.length; state.file++) {
    const text = state.texts[state.file]
    pattern.lastIndex = 0
    for (let count = 0, match; count < state.most && (match = pattern.exec(text)); count++) {
      state.found.push([state.file, match.index, match.index + match[0].length])
      if (match[0] === '') pattern.lastIndex++
    }
  }
`)

/** Matches in the order of the files; `stoppedAt` is the file in which time ran out. */
function search(pattern: RegExp, files: readonly WorkspaceFile[]): { matches: Match[]; stoppedAt: WorkspaceFile | undefined } {
  const state = { file: 0, texts: files.map((file) => file.text()), found: [] as [number, number, number][], most: MOST_MATCHES }
  let stoppedAt: WorkspaceFile | undefined
  try {
    SEARCH.runInContext(vm.createContext({ state, pattern }), { timeout: LONGEST })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    stoppedAt = files[state.file]
  }
  return { matches: state.found.flatMap(([at, start, end]) => (files[at] ? [{ file: files[at], start, end }] : [])), stoppedAt }
}
