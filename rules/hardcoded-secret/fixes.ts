/**
 * Moves a literal into the environment, and says how to get rid of what was seen.
 */
import type { ts } from 'ts-morph'
import type { Fix, TextEdit } from '../../src/findings/finding.js'
import { insertionPoint, literalAround } from '../../src/secrets/readers/source.js'
import type { Workspace, WorkspaceFile } from '../../src/workspace/types.js'

export interface Move {
  readonly file: WorkspaceFile
  readonly tree: ts.SourceFile | undefined
  /** Offset inside of the literal, and the value as it stands there. */
  readonly at: number
  /** The whole literal is the secret. */
  readonly isWhole: (text: string) => boolean
  /** `JWT_SECRET` */
  readonly variable: string
  /** Where the value is revoked; undefined when it is the project's own. */
  readonly revoke: string | undefined
  /** Names of constants that other findings of the file declare already. */
  readonly taken: Set<string>
}

/** Suggestion and recipe, as far as they apply. */
export function fixesFor(workspace: Workspace, move: Move): Fix[] {
  const edits = move.file.package.isBrowserOnly ? [] : sourceEdits(move)
  const example = edits.length > 0 ? exampleEdit(workspace, move) : []
  const suggestion: Fix[] =
    edits.length > 0 ? [{ kind: 'suggestion', title: `Read ${move.variable} from the environment and stop at start-up when it is missing.`, edits: [...edits, ...example] }] : []
  return [...suggestion, rotation(move)]
}

function sourceEdits({ file, tree, at, isWhole, variable, taken }: Move): TextEdit[] {
  const place = tree && literalAround(tree, at)
  if (!tree || !place || place.position === 'fixed' || !isWhole(place.text)) return []
  const replace = (text: string): TextEdit => ({ file: file.relative, start: place.start, end: place.end, text })
  const missing = `(() => { throw new Error('${variable} is not set') })()`
  if (place.position === 'fallback') return [replace(missing)]
  const read = `process.env.${variable} || ${missing}`
  if (place.isTopLevel) return [replace(place.position === 'operand' ? `(${read})` : read)]
  const text = file.text()
  const constant = freeName(variable, text, taken)
  const end = /;\s*$/m.test(text.slice(0, 4_000)) ? ';' : ''
  const { offset, isBehindImports } = insertionPoint(tree)
  const line = `const ${constant} = ${read}${end}`
  return [{ file: file.relative, start: offset, end: offset, text: isBehindImports ? `\n\n${line}` : `${line}\n\n` }, replace(constant)]
}

/** `JWT_SECRET` as `jwtSecret`, with a number where the file has that name already. */
function freeName(variable: string, text: string, taken: Set<string>): string {
  const base = variable.toLowerCase().replace(/_+([a-z\d])/g, (_, letter: string) => letter.toUpperCase())
  let name = base
  for (let number = 2; taken.has(name) || new RegExp(`\\b${name}\\b`).test(text); number++) name = `${base}${number}`
  taken.add(name)
  return name
}

/** A line for the file that tells the next person what to set. */
function exampleEdit(workspace: Workspace, { file, variable }: Move): TextEdit[] {
  const directories = [file.package.relative, '']
  const example = workspace.files.find((one) => one.kind === 'env' && isExample(one.relative) && directories.includes(directoryOf(one.relative)))
  if (!example || example.relative === file.relative) return []
  const text = example.text()
  if (new RegExp(`^\\s*(?:export\\s+)?${variable}\\s*=`, 'm').test(text)) return []
  return [{ file: example.relative, start: text.length, end: text.length, text: `${text === '' || text.endsWith('\n') ? '' : '\n'}${variable}=\n` }]
}

export function isExample(relative: string): boolean {
  return /(?:^|[./_-])(?:example|sample|template|dist|defaults?|schema|tpl)(?:$|[._-])/i.test(relative.slice(relative.lastIndexOf('/') + 1))
}

export function directoryOf(relative: string): string {
  return relative.includes('/') ? relative.slice(0, relative.lastIndexOf('/')) : ''
}

function rotation({ variable, revoke, file }: Move): Fix {
  const steps = [
    revoke === undefined ? 'Make a new value (openssl rand -base64 32) and change it where it is used.' : `Revoke it: ${revoke}. Make a new one.`,
    `Put the new value into the environment of each deployment: ${variable}=`,
    `Add "${variable}=" to .env.example, without a value.`,
    `Deleting the line is not enough: the value stays in the history of ${file.relative}, in forks and in images built from it.`,
  ]
  return { kind: 'recipe', title: 'Rotate the secret: it is in the history.', edits: [], code: steps.map((step, index) => `${index + 1}. ${step}`).join('\n') }
}
