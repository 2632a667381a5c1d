/**
 * Rules that a configuration adds: packs, which are data, and plugins, which are code.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { ConfigError } from '../findings/errors.js'
import { importModule } from './import-module.js'
import { readPack, type PackRule } from './packs.js'
import type { ConfigurableRule } from './schema.js'
import type { Keys } from './validate.js'

export interface AddedRules {
  readonly packs: readonly PackRule[]
  /** What plugins export; whether it is a rule, the engine finds out. */
  readonly plugins: readonly { readonly rule: ConfigurableRule; readonly plugin: string }[]
}

/**
 * @param value a configuration that was not yet held against the schema
 * @param file absolute path of the configuration
 * @throws ConfigError for what does not exist, cannot be loaded, or may not run
 */
export async function readAdded(value: unknown, file: string, rules: readonly ConfigurableRule[], allowsCode: boolean, errorAt: (keys: Keys, message: string) => ConfigError): Promise<AddedRules> {
  const { packs, plugins } = (typeof value === 'object' && value !== null ? value : {}) as { packs?: unknown; plugins?: unknown }
  const taken = new Set(rules.map(({ id }) => id))
  const packRules: PackRule[] = []
  for (const [index, name] of texts(packs).entries()) {
    const target = path.resolve(path.dirname(file), name)
    if (!existsSync(target)) throw errorAt(['packs', index], `The pack "${name}" does not exist. Correct the path; it starts at this file.`)
    const read = readPack(target, name, taken)
    for (const { id } of read) taken.add(id)
    packRules.push(...read)
  }
  const pluginRules: { rule: ConfigurableRule; plugin: string }[] = []
  for (const [index, name] of texts(plugins).entries()) {
    const target = path.resolve(path.dirname(file), name)
    if (!allowsCode) throw errorAt(['plugins', index], `"plugins" names code, and code runs only when --config names the configuration. Run backend-lint --config ${path.basename(file)}, or take the plugin out.`)
    if (!existsSync(target)) throw errorAt(['plugins', index], `The plugin "${name}" does not exist. Correct the path; it starts at this file.`)
    let exported: unknown
    try {
      exported = await importModule(target)
    } catch (error) {
      throw errorAt(['plugins', index], `The plugin "${name}" fails when it is loaded: ${error instanceof Error ? error.message : String(error)}`)
    }
    for (const rule of Array.isArray(exported) ? (exported as unknown[]) : [exported]) {
      if (typeof rule !== 'object' || rule === null || typeof (rule as { id?: unknown }).id !== 'string')
        throw errorAt(['plugins', index], `The plugin "${name}" exports something that is no rule. Export what defineRule returns, or a list of that, as default.`)
      pluginRules.push({ rule: rule as ConfigurableRule, plugin: name })
    }
  }
  return { packs: packRules, plugins: pluginRules }
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
