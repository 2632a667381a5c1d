/**
 * What stands before an entry point, for `explain <file:line>`.
 */
import type { BackendModel } from '../../model/model.js'
import type { EntryPoint } from '../../model/types.js'

/** Lines about one entry point: its guards in order, and why the rest of its middleware limits nothing. */
export function describeRoute(entry: EntryPoint, model: BackendModel): string[] {
  const { guards, notLimiters, checksCredential, issuesCredential } = model.guardsOf(entry)
  const lines = [[entry.kind, entry.method, entry.path ?? entry.handler.name].filter((part) => part !== undefined).join(' ')]
  for (const middleware of entry.middleware) {
    const kinds = guards.filter((guard) => guard.middleware === middleware)
    const facts = kinds.map((guard) => `${guard.kind}, by ${guard.how}`)
    lines.push(`  after ${middleware.label} (${middleware.scope})${facts.length > 0 ? `: ${facts.join('; ')}` : ''}`)
    const why = notLimiters.find((one) => one.middleware === middleware)?.why
    if (why !== undefined) lines.push(`    no limiter: ${why}`)
  }
  for (const guard of guards) if (!guard.middleware) lines.push(`  ${guard.kind}: ${guard.how}`)
  if (!guards.some((guard) => guard.kind === 'limit')) lines.push('  no rate limiter seen')
  for (const handler of entry.errorHandlers) lines.push(`  errors go to ${handler.label} (${handler.scope})`)
  if (checksCredential !== undefined) lines.push(`  checks a password with ${checksCredential}`)
  if (issuesCredential !== undefined) lines.push(`  makes a token with ${issuesCredential}`)
  return lines
}
