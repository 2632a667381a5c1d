/**
 * What the text of GraphQL schemas says: types, and directives on their fields (`login(...): Session @rateLimit(limit: 5)`).
 */
import type { Workspace } from '../../workspace/types.js'

/** Types with their fields; those of inputs and enums do no harm. */
const TYPE = /\btype\s+(\w+)[^{}]*\{([^{}]*)\}/g
/** A field with what stands between its type and the next one. */
const FIELD = /(\w+)\s*(?:\([^)]*\))?\s*:\s*[\w[\]!]+\s*((?:@\w+\s*(?:\([^)]*\))?\s*)+)/g
const DIRECTIVE = /@\w+/g
const ROOTS = /^(?:Query|Mutation|Subscription)$/
const TEMPLATE = /(?:\b(?:gql|graphql|buildSchema\()|\/\*\s*GraphQL\s*\*\/|\btypeDefs\s*(?::[^=\n]+)?=)\s*`([^`]*)`|`(\s*#\s*graphql\b[^`]*)`/g

/** Schema text of a workspace: files of their own, and templates in code. */
export function graphqlTexts(workspace: Workspace, sources: readonly string[]): string[] {
  const files = workspace.files.filter((file) => /\.(?:graphqls?|gql)$/.test(file.relative)).map((file) => file.text())
  const templates = sources.filter((text) => /gql|graphql/i.test(text)).flatMap((text) => [...text.matchAll(TEMPLATE)].map((match) => match[1] ?? match[2] ?? ''))
  return [...files, ...templates]
}

/** Names of the object types of the schemas, but for the roots. */
export function typeNames(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => [...text.matchAll(TYPE)].flatMap(([, name]) => (name === undefined || ROOTS.test(name) ? [] : [name]))))
}

/** Types whose objects can stand in one answer more than once: elements of a list, or values of a field of another object. */
export function repeatedTypes(texts: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const text of texts)
    for (const [, name = '', fields = ''] of text.matchAll(TYPE)) {
      for (const [, listed] of fields.matchAll(/\[\s*(\w+)/g)) if (listed !== undefined) found.add(listed)
      if (!ROOTS.test(name)) for (const [, single] of fields.matchAll(/:\s*(\w+)/g)) if (single !== undefined) found.add(single)
    }
  return found
}

/** Directives by type and field: `Mutation.login` has `@rateLimit`. */
export function directivesIn(texts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const text of texts) {
    if (!text.includes('@')) continue
    for (const [, type, fields = ''] of text.matchAll(TYPE)) for (const [, field, directives = ''] of fields.matchAll(FIELD)) found.set(`${type}.${field}`, directives.replaceAll(/\([^)]*\)/g, '').match(DIRECTIVE) ?? [])
  }
  return found
}
