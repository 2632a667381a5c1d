/**
 * `backend-lint completion <shell>`: a script for the shell, written from the commands and flags there are.
 */
import type { Command } from 'commander'
import { rules } from '../../engine/registry.js'
import { EXIT, type ExitCode } from '../exit.js'

export type Shell = 'bash' | 'zsh' | 'fish'

export function runCompletion(program: Command, shell: Shell): ExitCode {
  process.stdout.write(script(program, shell))
  return EXIT.ok
}

interface Words {
  readonly command: string
  readonly description: string
  readonly flags: readonly { readonly names: readonly string[]; readonly description: string; readonly values: readonly string[] }[]
  readonly values: readonly string[]
}

function wordsOf(program: Command): Words[] {
  const ids = rules.map(({ id }) => id)
  return program.commands.map((command) => ({
    command: command.name(),
    description: command.description(),
    flags: command.options.map((option) => ({
      names: [option.short, option.long].filter((name) => name !== undefined),
      description: option.description,
      values: option.long === '--rule' ? ids : (option.argChoices ?? []),
    })),
    values: command.name() === 'explain' ? ids : command.registeredArguments.flatMap((argument) => argument.argChoices ?? []),
  }))
}

function script(program: Command, shell: Shell): string {
  const all = wordsOf(program)
  if (shell === 'fish') return fish(all)
  // zsh reads the completions of bash.
  return `${shell === 'zsh' ? 'autoload -U +X bashcompinit && bashcompinit\n' : ''}${bash(all)}`
}

function bash(all: readonly Words[]): string {
  const main = all.find(({ command }) => command === 'check')
  const byCommand = all.map(({ command, flags, values }) => `    ${command}) words="${[...flags.flatMap(({ names }) => names), ...values].join(' ')}" ;;`)
  const byFlag = new Map(all.flatMap(({ flags }) => flags.flatMap(({ names, values }) => (values.length > 0 ? names.map((name) => [name, values] as const) : []))))
  return [
    '_backend_lint() {',
    '  local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" words=""',
    '  case "$previous" in',
    ...[...byFlag].map(([name, values]) => `    ${name}) COMPREPLY=($(compgen -W "${values.join(' ')}" -- "$current")); return ;;`),
    '  esac',
    '  case "${COMP_WORDS[1]}" in',
    ...byCommand,
    `    *) words="${[...all.map(({ command }) => command), ...(main?.flags.flatMap(({ names }) => names) ?? [])].join(' ')}" ;;`,
    '  esac',
    '  COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))',
    '}',
    'complete -o filenames -F _backend_lint backend-lint',
    '',
  ].join('\n')
}

function fish(all: readonly Words[]): string {
  const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  const names = all.map(({ command }) => command).join(' ')
  return [
    ...all.map(({ command, description }) => `complete -c backend-lint -n "not __fish_seen_subcommand_from ${names}" -a ${command} -d ${quoted(description)}`),
    ...all.flatMap(({ command, flags, values }) => {
      const when = command === 'check' ? `"not __fish_seen_subcommand_from ${names}; or __fish_seen_subcommand_from check"` : `"__fish_seen_subcommand_from ${command}"`
      return [
        ...flags.map(({ names: both, description, values: choices }) => {
          const shown = both.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)).join(' ')
          return `complete -c backend-lint -n ${when} ${shown} -d ${quoted(description)}${choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : ''}`
        }),
        ...(values.length > 0 ? [`complete -c backend-lint -n ${when} -a ${quoted(values.join(' '))}`] : []),
      ]
    }),
    '',
  ].join('\n')
}
