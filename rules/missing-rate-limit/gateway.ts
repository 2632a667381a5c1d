/**
 * Limits that a proxy, an ingress or a gateway puts in front of the whole application.
 */
import type { Workspace } from '../../src/workspace/types.js'

const LIMITS = /\blimit_req(?:_zone)?\b|nginx\.ingress\.kubernetes\.io\/limit-(?:rps|rpm)|\bratelimit\.(?:average|burst)\b|^\s*rateLimit:\s*$|\bname:\s*rate-limiting\b|\bburstLimit\b|\bthrottlingBurstLimit\b|\brate_limit\s*\{|\bRateBasedStatement\b|\brate_based_statement\b/m
const TOO_LARGE = 400_000

/** The configuration file that limits requests, relative to the root; undefined when there is none. */
export function gatewayLimit(workspace: Workspace): string | undefined {
  for (const file of workspace.files) {
    if (file.kind !== 'yaml' && file.kind !== 'toml' && file.kind !== 'other' && file.kind !== 'json') continue
    // Of JSON only what describes infrastructure; translations and data are many and large.
    if (file.size > TOO_LARGE || (file.kind === 'json' && !/(?:template|gateway|serverless|cloudformation|krakend)/i.test(file.relative))) continue
    if (LIMITS.test(file.text())) return file.relative
  }
  return undefined
}
