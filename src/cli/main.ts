/**
 * The command line. Only commander is loaded here; each command loads what it needs when it runs, so that `--help`
 * and `--version` answer at once.
 */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { PRESETS } from '../config/presets.js'
import { toolInfo } from '../engine/package.js'
import { CONFIDENCES, SEVERITIES, type Severity } from '../findings/finding.js'
import { GROUPINGS } from '../report/groups.js'
import type { BaselineFlags } from './commands/baseline.js'
import type { CheckFlags } from './commands/check.js'
import type { Shell } from './commands/completion.js'
import type { MergeFlags } from './commands/merge.js'
import { EXIT, type ExitCode } from './exit.js'

/** How the catalogue is printed; the last two are packs for other tools. */
export const CATALOGUE_FORMATS = ['table', 'json', 'yaml', 'markdown', 'validations', 'sharp-edges'] as const
export type CatalogueFormat = (typeof CATALOGUE_FORMATS)[number]

/** Report formats, as `--format` takes them; the report module has one file for each. */
export const FORMAT_NAMES = ['pretty', 'compact', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown', 'html'] as const

/**
 * Runs the program.
 *
 * @param argv as `process.argv`
 * @returns the exit code: 0 nothing to report, 1 findings, 2 usage, configuration or internal error
 */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok
  const finish = (value: ExitCode) => {
    code = value
  }
  try {
    await createProgram(finish).parseAsync([...argv])
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.error
    const { describe } = await import('./errors.js')
    process.stderr.write(`${describe(error)}\n`)
    return EXIT.error
  }
}

function createProgram(finish: (code: ExitCode) => void): Command {
  const { version } = toolInfo()
  const program = new Command('backend-lint')
    .description('Reviews TypeScript backends: finds what takes production down, shows the path that leads there and the repaired code.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .showHelpAfterError('Run backend-lint --help for the flags.')
    .showSuggestionAfterError()
    .enablePositionalOptions()

  program
    .command('check', { isDefault: true })
    .description('check files, folders or globs; without any, the workspace around the current folder')
    .argument('[paths...]', 'files, folders or globs')
    .option('-c, --config <file>', 'use this configuration file')
    .addOption(new Option('--preset <name>', 'use this preset instead of the configured ones').choices([...PRESETS]))
    .addOption(new Option('--rule <id[:severity]>', 'set the severity of a rule (off, low, medium, high, critical); without a severity: run only the rules named; repeatable').argParser(collectRule))
    .addOption(formatOption())
    .addOption(groupByOption())
    .option('-o, --output-file <file>', 'write the report to this file instead of standard output')
    .addOption(new Option('--fail-on <severity>', 'exit with 1 for findings of this severity or worse (default: high)').choices([...SEVERITIES, 'never']))
    .addOption(new Option('--confidence <level>', 'leave out findings less sure than this (default: medium)').choices([...CONFIDENCES]))
    .option('--max-warnings <number>', 'exit with 1 when there are more findings below --fail-on than this', wholeNumber)
    .option('--quiet', 'print only findings at or above --fail-on')
    .option('--changed', 'show only what belongs to the change against the default branch')
    .option('--since <ref>', 'show only what belongs to the change since this commit, branch or tag')
    .option('--staged', 'check the content of the index, and show only what belongs to it')
    .option('--baseline <file>', 'leave out the findings that this file knows (default: backend-lint-baseline.json in the root)')
    .option('--no-baseline', 'show known findings too')
    .option('--stdin', 'check text from standard input as the content of --stdin-filename')
    .option('--stdin-filename <file>', 'the file that standard input stands for')
    .addOption(new Option('--shard <i/n>', 'report one part of n; backend-lint merge puts JSON reports together').argParser(shard))
    .option('--cache', 'remember what was found, and tell it again where nothing changed')
    .option('--no-cache', 'look at everything, whatever is remembered')
    .option('--cache-location <folder>', 'where to remember it (default: node_modules/.cache/backend-lint, else .backend-lint-cache)')
    .option('--watch', 'check again whenever a file changes')
    .option('--fix', 'apply fixes that are safe')
    .option('--fix-suggestions', 'apply fixes and suggestions; read the difference afterwards')
    .option('--fix-dry-run', 'print the edits of --fix as a unified diff and change nothing')
    .option('--ignore-pattern <pattern>', 'ignore files, in .gitignore syntax; repeatable', collect)
    .option('--no-error-on-unmatched-pattern', 'do not fail when a path matches nothing')
    .option('--strict-parsing', 'exit with 2 when a file cannot be read or parsed')
    .option('--print-config', 'print the configuration in effect and exit')
    .option('--timing', 'print the milliseconds of each phase and rule')
    .option('--color', 'colour the output even when it is piped')
    .option('--no-color', 'print without colour')
    .option('--verbose', 'print more: suppressed findings, what was not understood')
    .action(async (paths: string[], flags: CheckFlags) => {
      const { runCheck } = await import('./commands/check.js')
      finish(await runCheck(paths, flags))
    })

  program
    .command('baseline')
    .description('remember the findings there are now, so that only new ones are shown')
    .argument('[paths...]', 'files, folders or globs')
    .option('-c, --config <file>', 'use this configuration file')
    .option('-o, --output-file <file>', 'where to remember them (default: backend-lint-baseline.json in the root)')
    .addOption(new Option('--confidence <level>', 'leave out findings less sure than this (default: medium)').choices([...CONFIDENCES]))
    .option('--prune', 'only forget findings that have gone')
    .action(async (paths: string[], flags: BaselineFlags) => {
      const { runBaseline } = await import('./commands/baseline.js')
      finish(await runBaseline(paths, flags))
    })

  program
    .command('merge')
    .description('put the JSON reports of shards together')
    .argument('<reports...>', 'files that --shard with --format json wrote')
    .addOption(formatOption())
    .addOption(groupByOption())
    .option('-o, --output-file <file>', 'write the report to this file instead of standard output')
    .addOption(new Option('--fail-on <severity>', 'exit with 1 for findings of this severity or worse').choices([...SEVERITIES, 'never']).default('high'))
    .option('--timing', 'print the milliseconds of each phase and rule')
    .option('--color', 'colour the output even when it is piped')
    .option('--no-color', 'print without colour')
    .option('--verbose', 'print more: suppressed findings, what was not understood')
    .action(async (reports: string[], flags: MergeFlags) => {
      const { runMerge } = await import('./commands/merge.js')
      finish(runMerge(reports, flags))
    })

  program
    .command('init')
    .description('look at the project, and write a configuration, a baseline, a hook and a workflow that fit, after asking')
    .option('-y, --yes', 'write what is proposed without asking')
    .action(async (flags: { yes?: boolean }) => {
      const { runInit } = await import('./commands/init.js')
      finish(await runInit(flags))
    })

  program
    .command('completion')
    .description('print a script that completes commands, flags and rules: eval "$(backend-lint completion bash)"')
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish']))
    .action(async (shell: Shell) => {
      const { runCompletion } = await import('./commands/completion.js')
      finish(runCompletion(program, shell))
    })

  program
    .command('rules')
    .description('list the rules')
    .addOption(new Option('-f, --format <format>', 'how to print them').choices([...CATALOGUE_FORMATS]).default('table'))
    .action(async (flags: { format: CatalogueFormat }) => {
      const { runRules } = await import('./commands/rules.js')
      finish(runRules(flags.format))
    })

  program
    .command('routes')
    .description('list the entry points: what stands before each, how many queries it sends, what it calls')
    .argument('[paths...]', 'files, folders or globs; none: the workspace')
    .option('-c, --config <file>', 'use this configuration file')
    .addOption(new Option('-f, --format <format>', 'how to print them').choices(['table', 'json', 'markdown']).default('table'))
    .addHelpText(
      'after',
      `
Examples:
  backend-lint routes packages/api
  backend-lint routes --format markdown > routes.md
  backend-lint routes --format json | jq -r '.routes[] | select(.auth == null) | .name'`,
    )
    .action(async (paths: string[], flags: { config?: string; format: 'table' | 'json' | 'markdown' }) => {
      const { runRoutes } = await import('./commands/routes.js')
      finish(await runRoutes(paths, flags))
    })

  program
    .command('explain')
    .description("print a rule's page, or what the analysis knows about a line: backend-lint explain src/orders.ts:41")
    .argument('<rule or file:line>', 'a rule id, or a file with a 1-based line')
    .option('-c, --config <file>', 'use this configuration file')
    .action(async (subject: string, flags: { config?: string }) => {
      const { runExplain } = await import('./commands/explain.js')
      finish(await runExplain(subject, flags))
    })

  for (const command of program.commands) command.exitOverride().showHelpAfterError('Run backend-lint --help for the flags.')
  return program
}

function groupByOption(): Option {
  return new Option('--group-by <what>', 'put findings together by file, or by who is to mend them (pretty and markdown)').choices([...GROUPINGS])
}

function formatOption(): Option {
  return new Option('-f, --format <format[=file]>', `how to print findings: ${FORMAT_NAMES.join(', ')}; repeatable, with =file to write it there`).argParser(collectFormat)
}

/** `2/5` */
function shard(value: string): { index: number; count: number } {
  const [, index = 0, count = 0] = /^(\d+)\/(\d+)$/.exec(value)?.map(Number) ?? []
  if (index < 1 || index > count) throw new InvalidArgumentError(`"${value}" is no part of a whole; write --shard 2/5 for the second of five.`)
  return { index, count }
}

function collect(value: string, previous: string[] | undefined): string[] {
  return [...(previous ?? []), value]
}

/** `id` or `id:severity`. Whether the id exists is checked where the rules are known. */
function collectRule(value: string, previous: Record<string, Severity | 'off' | 'only'> | undefined): Record<string, Severity | 'off' | 'only'> {
  const [id = '', severity = 'only'] = value.split(':')
  if (severity !== 'off' && severity !== 'only' && !SEVERITIES.includes(severity as Severity))
    throw new InvalidArgumentError(`"${severity}" is no severity; use off, ${SEVERITIES.join(', ')}, as in --rule ${id}:high.`)
  return { ...previous, [id]: severity as Severity | 'off' | 'only' }
}

/** `pretty` or `sarif=out.sarif`. */
function collectFormat(value: string, previous: { format: string; file: string | undefined }[] | undefined): { format: string; file: string | undefined }[] {
  const equals = value.indexOf('=')
  const format = equals < 0 ? value : value.slice(0, equals)
  if (!FORMAT_NAMES.includes(format as (typeof FORMAT_NAMES)[number]))
    throw new InvalidArgumentError(`"${format}" is no format; use one of ${FORMAT_NAMES.join(', ')}.`)
  return [...(previous ?? []), { format, file: equals < 0 ? undefined : value.slice(equals + 1) }]
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('Give a whole number.')
  return Number(value)
}
