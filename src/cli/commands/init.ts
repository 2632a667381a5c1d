/**
 * `backend-lint init`: looks at the project and proposes configuration, a baseline, a hook and a workflow that fit.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { UsageError } from '../../findings/errors.js'
import { workspaceRoot } from '../../workspace/workspace.js'
import { EXIT, type ExitCode } from '../exit.js'
import { proposals, type Proposal } from '../proposals.js'

/**
 * @throws UsageError where nobody can be asked and `--yes` is not given
 */
export async function runInit(flags: { readonly yes?: boolean }): Promise<ExitCode> {
  const root = workspaceRoot({ cwd: process.cwd() })
  const proposed = proposals(root)
  if (proposed.length === 0) {
    process.stdout.write('Everything is set up already: configuration, baseline, hook and workflow exist.\n')
    return EXIT.ok
  }
  if (!flags.yes && !process.stdin.isTTY)
    throw new UsageError(`Nobody can be asked here. Run backend-lint init --yes to write ${proposed.map(({ file }) => file).join(', ')}.`)
  const accepted = flags.yes ? proposed : await ask(proposed)
  for (const proposal of accepted) await write(root, proposal)
  if (accepted.length > 0) process.stdout.write('\nLook at what was written, and commit it.\n')
  return EXIT.ok
}

async function ask(proposed: readonly Proposal[]): Promise<Proposal[]> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const accepted: Proposal[] = []
  try {
    for (const proposal of proposed) {
      const answer = await terminal.question(`${proposal.question} (${proposal.file}) [Y/n] `)
      if (/^\s*(?:y(?:es)?)?\s*$/i.test(answer)) accepted.push(proposal)
    }
  } finally {
    terminal.close()
  }
  return accepted
}

async function write(root: string, proposal: Proposal): Promise<void> {
  const file = path.join(root, proposal.file)
  switch (proposal.kind) {
    case 'file':
      if (existsSync(file)) return
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, proposal.text, proposal.isExecutable ? { mode: 0o755 } : {})
      break
    case 'append': {
      const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
      appendFileSync(file, `${before === '' || before.endsWith('\n') ? '' : '\n'}${proposal.text}`)
      break
    }
    case 'baseline': {
      const { runBaseline } = await import('./baseline.js')
      await runBaseline([], {})
      return
    }
    case 'instruction':
      break
  }
  process.stdout.write(`${proposal.done}\n`)
}
