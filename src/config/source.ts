/**
 * A configuration file with everything it extends, as layers of which later ones win.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { AddedRules } from './added-rules.js'
import { nearest } from '../findings/nearest.js'
import { readConfigFile, type RawConfig } from './file.js'
import { PRESETS, type PresetName } from './presets.js'
import type { ConfigurableRule } from './schema.js'

/** A preset, or one file. */
export type Layer =
  | { readonly preset: PresetName }
  | { readonly preset?: undefined; readonly raw: RawConfig; /** Absolute. */ readonly models: readonly string[]; readonly added: AddedRules; /** Absolute. */ readonly baseline: string | undefined }

export interface Source {
  /** The file that was found or named, absolute. */
  readonly file: string
  /** Every file read for it: those it extends, then itself; absolute. */
  readonly files: readonly string[]
  /** Absolute folder in which the globs of all layers start, those of shared files too. */
  readonly base: string
  readonly layers: readonly Layer[]
}

export interface SourceOptions {
  /** Absolute root of the workspace; messages name files relative to it. */
  readonly root: string
  readonly rules: readonly ConfigurableRule[]
  readonly base: string
  /** `--config` named the file. */
  readonly isExplicit: boolean
}

/**
 * Reads a configuration file and what it extends.
 *
 * @param file absolute
 * @throws ConfigError, UsageError as `readConfigFile`; ConfigError for what is extended and does not exist, and for
 * files that extend each other
 */
export async function readSource(file: string, options: SourceOptions): Promise<Source> {
  const files: string[] = []
  return { file, base: options.base, layers: await readLayers(file, [], files, options), files }
}

async function readLayers(file: string, chain: readonly string[], files: string[], options: SourceOptions): Promise<Layer[]> {
  const name = shownFile(file, options.root)
  const { raw, added, errorAt } = await readConfigFile(file, name, options.rules, options.isExplicit && chain.length === 0)
  const directory = path.dirname(file)
  const layers: Layer[] = []
  const isList = Array.isArray(raw.extends)
  for (const [index, parent] of [raw.extends ?? []].flat().entries()) {
    const fail = (message: string) => errorAt(isList ? ['extends', index] : ['extends'], message)
    if (PRESETS.includes(parent as PresetName)) {
      layers.push({ preset: parent as PresetName })
      continue
    }
    const target = path.resolve(directory, parent)
    if (!/^\.{0,2}\//.test(parent)) throw fail(noPreset(parent))
    if (!existsSync(target)) throw fail(`"extends" names "${parent}", which does not exist. Correct the path; it starts at this file.`)
    const around = [...chain, file]
    if (around.includes(target)) {
      const circle = [...around.slice(around.indexOf(target)), target].map((one) => shownFile(one, options.root))
      throw fail(`"extends" goes round in a circle: ${circle.join(' -> ')}. Take one of them out.`)
    }
    layers.push(...(await readLayers(target, around, files, options)))
  }
  const models = (raw.models ?? []).map((model, index) => {
    const target = path.resolve(directory, model)
    if (existsSync(target)) return target
    throw errorAt(['models', index], `The library model "${model}" does not exist. Correct the path; it starts at this file.`)
  })
  files.push(file)
  return [...layers, { raw, models, added, baseline: raw.baseline === undefined ? undefined : path.resolve(directory, raw.baseline) }]
}

function noPreset(name: string): string {
  const guess = nearest(name, PRESETS)
  const hint = guess ? `Did you mean "${guess}"?` : `Presets are ${PRESETS.join(', ')}.`
  return `"extends" names "${name}", which is no preset. ${hint} A shared file starts with "./".`
}

/** As messages name it: relative to the root, forward slashes. */
export function shownFile(file: string, root: string): string {
  return path.relative(root, file).replaceAll('\\', '/') || file
}
