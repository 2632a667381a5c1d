/**
 * The package.json files of a workspace.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { getNodeValue, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser'
import type { Problem } from '../findings/finding.js'
import type { Package, WorkspaceFile } from './types.js'
import { forward } from './walk.js'

/** A package with what module resolution needs of its manifest. */
export interface Manifest extends Package {
  /** `exports`, `imports`, `main`, `module`, `types`, `source` as written. */
  readonly entry: Readonly<Record<string, unknown>>
}

type Json = Readonly<Record<string, unknown>>

/**
 * Reads a JSON file that may hold comments and trailing commas.
 *
 * @returns the value when it is an object, and the first mistake with its 1-based line
 */
export function readJsonObject(file: string): { value: Json | undefined; error: { line: number; message: string } | undefined } {
  let text: string
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    return { value: undefined, error: { line: 1, message: (error as Error).message } }
  }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true })
  const value: unknown = tree && getNodeValue(tree)
  const first = errors[0]
  return {
    value: typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined,
    error: first && { line: text.slice(0, first.offset).split('\n').length, message: printParseErrorCode(first.error) },
  }
}

/**
 * @param root absolute
 * @param manifests absolute paths of package.json files
 * @returns packages, the innermost directories first, always with one for the root
 */
export function readPackages(root: string, manifests: readonly string[], problems: Problem[]): Manifest[] {
  const read = manifests.flatMap((file) => {
    const { value, error } = readJsonObject(file)
    if (error)
      problems.push({
        kind: 'config',
        file: forward(path.relative(root, file)),
        line: error.line,
        message: `package.json does not parse (${error.message}), so the dependencies it declares may be unknown. Mend the JSON.`,
      })
    // A manifest without a name or dependencies only switches the module type of a folder.
    if (!value || (path.dirname(file) !== root && !value.name && !value.dependencies && !value.devDependencies && !value.scripts)) return []
    return [{ directory: forward(path.dirname(file)), value }]
  })
  const top = read.find((entry) => entry.directory === root)
  const shared = top ? dependenciesOf(top.value) : []
  const packages = read.map(({ directory, value }) => toManifest(root, directory, value, shared, top && nodeOf(top.value)))
  if (!top) packages.push(toManifest(root, root, {}, [], undefined))
  return packages.sort((left, right) => right.directory.length - left.directory.length || (left.directory < right.directory ? -1 : 1))
}

function toManifest(root: string, directory: string, value: Json, shared: readonly (readonly [string, string])[], node: string | undefined): Manifest {
  const relative = forward(path.relative(root, directory))
  const scripts = isObject(value.scripts) ? Object.entries(value.scripts).filter(isStringEntry) : []
  return {
    name: typeof value.name === 'string' ? value.name : undefined,
    directory,
    relative,
    type: value.type === 'module' ? 'module' : 'commonjs',
    dependencies: new Map([...shared, ...dependenciesOf(value)]),
    isBrowserOnly: isBrowserOnly(dependenciesOf(value).map(([name]) => name)),
    showsPages: dependenciesOf(value).some(([name]) => BROWSER.test(name)),
    isPublished: value.private !== true && (value.publishConfig !== undefined || (!isStarted(scripts) && ['files', 'types', 'typings'].some((key) => value[key] !== undefined))),
    node: nodeOf(value) ?? node,
    scripts: new Map(scripts),
    entry: value,
  }
}

const BROWSER = /^(?:react-dom|react-native|preact|vue|@angular\/core|svelte|solid-js|@builder\.io\/qwik|lit|ember-source|expo|nuxt)$/
const SERVER =
  /^(?:express|fastify|koa|hono|next|nuxt|astro|restify|polka|h3|nitropack|@hapi\/hapi|@nestjs\/core|@remix-run\/.*|@react-router\/(?:node|serve)|@sveltejs\/kit|@trpc\/server|@apollo\/server|apollo-server.*|graphql-yoga|type-graphql|@prisma\/client|prisma|typeorm|sequelize|mongoose|mongodb|knex|kysely|drizzle-orm|objection|@mikro-orm\/.*|pg|mysql2?|better-sqlite3|postgres|slonik|pg-promise|mssql|bullmq?|agenda|pg-boss|kafkajs|amqplib|@types\/aws-lambda|firebase-functions|electron)$/

/** Whether a package with these dependencies of its own is a client and nothing else. */
function isBrowserOnly(dependencies: readonly string[]): boolean {
  return dependencies.some((name) => BROWSER.test(name)) && !dependencies.some((name) => SERVER.test(name))
}

function nodeOf({ engines }: Json): string | undefined {
  return isObject(engines) && typeof engines.node === 'string' ? engines.node : undefined
}

function dependenciesOf(value: Json): [string, string][] {
  return ['peerDependencies', 'optionalDependencies', 'devDependencies', 'dependencies'].flatMap((group) => {
    const declared = value[group]
    return isObject(declared) ? Object.entries(declared).filter(isStringEntry) : []
  })
}

function isStringEntry(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string'
}

/** The path of a file in its package. */
export function inPackage({ relative, package: { relative: folder } }: WorkspaceFile): string {
  return folder === '' ? relative : relative.slice(folder.length + 1)
}

/** A service runs by itself, also where its manifest names the types that the build writes. */
function isStarted(scripts: readonly (readonly [string, string])[]): boolean {
  return scripts.some(([name, command]) => /^(?:start|serve)(?::prod(?:uction)?)?$/.test(name) && /\b(?:node|nest|tsx|ts-node|bun|pm2|nodemon|fastify)\b/.test(command))
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
