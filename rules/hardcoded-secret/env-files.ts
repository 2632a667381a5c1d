/**
 * Reports `.env` files that can be committed by mistake, or that nobody else knows how to write.
 */
import type { RuleContext } from '../../src/engine/rule.js'
import { judge } from '../../src/secrets/values.js'
import { scan } from '../../src/secrets/scan.js'
import { readEnv } from '../../src/secrets/readers/env.js'
import type { WorkspaceFile } from '../../src/workspace/types.js'
import { directoryOf, isExample } from './fixes.js'

const OWN_VALUES = /(?:^|\/)\.env(?:\.local)?$/

/** Whether the texts of an environment file are, or would be, in the repository. */
export function isCommitted(file: WorkspaceFile): boolean {
  return file.tracked ?? !file.ignored
}

export function checkEnvFiles({ workspace, report }: Pick<RuleContext, 'workspace' | 'report'>, today: number): void {
  const examples = workspace.files.filter((file) => /(?:^|[./_-])env(?:$|[./_-])/i.test(file.relative) && isExample(file.relative))
  for (const file of workspace.files) {
    if (file.kind !== 'env' || !OWN_VALUES.test(file.relative) || file.surface === 'test' || file.surface === 'fixture' || file.surface === 'example') continue
    const assignments = readEnv(file.text())
    if (assignments.length === 0) continue
    const redact = assignments.map(({ start, end }) => ({ start, end }))
    if (!file.ignored) {
      // Defaults for this machine are committed on purpose.
      const holdsSecrets =
        assignments.some((assignment) => {
          const judged = judge(assignment)
          return judged !== undefined && judged.strength !== 'common'
        }) || scan(file.text(), today).found.some((found) => found.kind !== 'connection' || !(found.isLocal || found.isCommon))
      report({
        at: { file, start: 0, end: 0 },
        message: file.tracked ? `git tracks ${file.relative}, and no .gitignore covers it` : `${file.relative} is not covered by a .gitignore, so the next "git add" commits it`,
        why: `Its values are then in the history of every clone, also after they are deleted. Add "${file.relative.slice(file.relative.lastIndexOf('/') + 1)}" to .gitignore${file.tracked ? `, run "git rm --cached ${file.relative}", and rotate what it holds` : ''}.`,
        severity: holdsSecrets ? 'high' : 'medium',
        confidence: holdsSecrets ? 'high' : 'low',
        identity: `not ignored ${file.relative}`,
        redact,
      })
    }
    const directory = directoryOf(file.relative)
    // Who has the repository has a file that git tracks.
    if (file.relative.endsWith('.local') || file.tracked) continue
    if (!examples.some((example) => example !== file && [directory, file.package.relative, ''].includes(directoryOf(example.relative))))
      report({
        at: { file, start: 0, end: 0 },
        message: `${file.relative} has no .env.example beside it`,
        why: 'Whoever sets the project up has to guess its variables, and copies the file with its secrets instead. Commit a .env.example with the names and without the values.',
        severity: 'low',
        identity: `no example ${file.relative}`,
        redact,
      })
  }
}
