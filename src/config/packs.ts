/**
 * Packs: rules as data, in the shapes `validations.yaml` and `sharp-edges.yaml` have in packs for other tools.
 */
import { readFileSync } from 'node:fs'
import { LineCounter, isMap, isNode, isScalar, parseDocument } from 'yaml'
import { ConfigError } from '../findings/errors.js'
import { nearest } from '../findings/nearest.js'
import { SEVERITIES, type Severity } from '../findings/finding.js'
import type { ConfigurableRule } from './schema.js'

/** A rule that looks for text. */
export interface PackRule extends ConfigurableRule {
  readonly severity: Severity
  readonly message: string
  readonly why: string
  /** What to do; '' where the pack does not say. */
  readonly fix: string
  readonly patterns: readonly RegExp[]
  /** Globs of files; empty: every source file. */
  readonly appliesTo: readonly string[]
  /** The pack, as messages name it, and the 1-based line of the rule. */
  readonly pack: string
  readonly line: number
}

/** Names of severities that other tools use. */
const OTHER_SEVERITIES: Readonly<Record<string, Severity>> = { error: 'high', warning: 'medium', warn: 'medium', info: 'low', note: 'low' }

const KEYS = {
  validations: ['id', 'name', 'severity', 'type', 'pattern', 'message', 'fix_action', 'applies_to', 'check', 'indicators', 'description'],
  sharp_edges: ['id', 'summary', 'severity', 'situation', 'why', 'solution', 'symptoms', 'detection_pattern', 'applies_to', 'version_range'],
} as const

/**
 * Reads a pack. Entries without a pattern are advice for people and are left out.
 *
 * @param file absolute
 * @param shown the file as messages name it
 * @param taken ids of other rules
 * @throws ConfigError for a file that cannot be read, does not parse, or holds an entry that cannot be used
 */
export function readPack(file: string, shown: string, taken: ReadonlySet<string>): PackRule[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw new ConfigError(`The pack cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}). Name a readable file.`, shown, undefined, undefined)
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const broken = document.errors[0]
  if (broken) throw new ConfigError(`The pack does not parse: ${broken.message}. Mend the syntax.`, shown, lines.linePos(broken.pos[0]).line, undefined)
  const key = (['validations', 'sharp_edges'] as const).find((one) => document.has(one))
  const value = key && ((document.toJS() as Record<string, unknown>)[key] as unknown)
  if (!key || !Array.isArray(value)) throw new ConfigError('The pack has no list "validations" or "sharp_edges" at its top. Add one.', shown, 1, undefined)
  const ids = new Set(taken)
  return value.flatMap((entry: unknown, index): PackRule[] => {
    const node = document.getIn([key, index], true)
    const lineOf = (name?: string) => {
      const pair = name !== undefined && isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === name) : undefined
      const at = pair && isNode(pair.key) ? pair.key.range?.[0] : isNode(node) ? node.range?.[0] : undefined
      return at === undefined ? 1 : lines.linePos(at).line
    }
    const fail = (message: string, name?: string) => new ConfigError(message, shown, lineOf(name), [key, index, ...(name === undefined ? [] : [name])].join('.'))
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) throw fail('An entry of a pack is a map of keys.')
    const fields = entry as Record<string, unknown>
    for (const name of Object.keys(fields))
      if (!(KEYS[key] as readonly string[]).includes(name)) {
        const guess = nearest(name, KEYS[key])
        throw fail(`"${name}" is no key of an entry.${guess ? ` Did you mean "${guess}"?` : ` Known are ${KEYS[key].join(', ')}.`}`, name)
      }
    const { id } = fields
    if (typeof id !== 'string' || id === '') throw fail('An entry needs the key "id" with a text. Add it.', 'id')
    const written = key === 'validations' ? (fields.type === undefined || fields.type === 'regex' ? fields.pattern : undefined) : fields.detection_pattern
    if (written === undefined || written === null || written === '') {
      if (fields.type === 'regex') throw fail(`The entry "${id}" is of the type "regex" and needs the key "pattern". Add it.`)
      return []
    }
    if (ids.has(id)) throw fail(`There is a rule "${id}" already. Give the entry another id.`, 'id')
    ids.add(id)
    const patternKey = key === 'validations' ? 'pattern' : 'detection_pattern'
    const patterns = texts(written, () => fail(`"${patternKey}" must be a text or a list of texts.`, patternKey)).map((source) => {
      try {
        return expression(source)
      } catch (error) {
        throw fail(`The pattern ${source} is no regular expression of JavaScript: ${(error as Error).message}`, patternKey)
      }
    })
    const title = textOf(fields.name) || textOf(fields.summary) || id
    return [
      {
        id,
        title,
        severity: severityOf(fields.severity, () => fail(`"severity" must be one of ${SEVERITIES.join(', ')}.`, 'severity')),
        message: textOf(fields.message) || title,
        why: textOf(fields.why) || textOf(fields.description) || textOf(fields.situation) || `A rule of ${shown}.`,
        fix: textOf(fields.fix_action) || textOf(fields.solution),
        patterns,
        appliesTo: fields.applies_to === undefined ? [] : texts(fields.applies_to, () => fail('"applies_to" must be a text or a list of texts.', 'applies_to')),
        pack: shown,
        line: lineOf(),
      },
    ]
  })
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : ''
}

function texts(value: unknown, error: () => Error): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  if (list.length === 0 || !list.every((one) => typeof one === 'string' && one !== '')) throw error()
  return list as string[]
}

function severityOf(value: unknown, error: () => Error): Severity {
  if (value === undefined) return 'medium'
  const name = String(value).toLowerCase()
  const severity = SEVERITIES.find((one) => one === name) ?? OTHER_SEVERITIES[name]
  if (!severity) throw error()
  return severity
}

/** Flags in front, as other engines write them: `(?i)secret`. */
function expression(source: string): RegExp {
  const inline = /^\(\?([ims]+)\)/.exec(source)
  return new RegExp(inline ? source.slice(inline[0].length) : source, [...new Set(`gm${inline?.[1] ?? ''}`)].join(''))
}
