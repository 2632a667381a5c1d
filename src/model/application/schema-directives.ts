/**
 * Directives on the fields of GraphQL schemas: `login(...): Session @rateLimit(limit: 5, duration: 60)`.
 */
import type { Workspace } from '../../workspace/types.js'

/** Types with their fields; those of inputs and enums do no harm. */
const TYPE = /\btype\s+(\w+)[^{}]*\{([^{}]*)\}/g
/** A field with what stands between its type and the next one. */
const FIELD = /(\w+)\s*(?:\([^)]*\))?\s*:\s*[\w[\]!]+\s*((?:@\w+\s*(?:\([^)]*\))?\s*)+)/g
const DIRECTIVE = /@\w+/g
const TEMPLATE = /\b(?:gql|graphql)\s*`([^`]*)`|\/\*\s*GraphQL\s*\*\/\s*`([^`]*)`/g

/** Schema text of a workspace: files of their own, and templates in code. */
export function graphqlTexts(workspace: Workspace, sources: readonly string[]): string[] {
  const files = workspace.files.filter((file) => /\.(?:graphqls?|gql)$/.test(file.relative)).map((file) => file.text())
  const templates = sources.filter((text) => text.includes('@') && /gql|graphql/i.test(text)).flatMap((text) => [...text.matchAll(TEMPLATE)].map((match) => match[1] ?? match[2] ?? ''))
  return [...files, ...templates]
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
