/**
 * How bad a secret is where it stands, and how sure that is.
 */
import type { Assignment } from '../../src/secrets/assignments.js'
import { looksRandom } from '../../src/secrets/entropy.js'
import { isLocalHost } from '../../src/secrets/connection-strings.js'
import type { Found } from '../../src/secrets/scan.js'
import { hostBeside, isConnection, type Judged } from '../../src/secrets/values.js'
import type { Confidence, Severity } from '../../src/findings/finding.js'
import type { Setting } from './setting.js'

export interface Weight {
  readonly severity: Severity
  readonly confidence: Confidence
}

const weight = (severity: Severity, confidence: Confidence): Weight => ({ severity, confidence })

/** Weighs what is secret by its form; undefined where it is none. */
export function weighFound(found: Found, setting: Setting, text: string, path: string): Weight | undefined {
  const isInvented = setting === 'test' || setting === 'example'
  switch (found.kind) {
    case 'token': {
      const { format } = found
      if (format.id === 'google-api-key' && isFirebaseConfiguration(text, found.start)) return undefined
      if (isInvented) {
        const body = text.slice(found.start + found.prefix.length, found.end)
        if (found.prefix.length < 3) return undefined
        return found.isInvented || format.severity === 'medium' || !looksRandom(body) ? undefined : weight('high', 'medium')
      }
      return weight(format.severity, found.isInvented || format.id === 'google-api-key' ? 'medium' : 'high')
    }
    case 'private-key':
      if (isInvented) return undefined
      if (/localhost|self-?signed|snakeoil|mkcert|(?:^|[/._-])(?:dev|development|local)(?:[/._-]|$)/i.test(path)) return weight('medium', 'low')
      return found.isEncrypted ? weight('high', 'medium') : weight('critical', 'high')
    case 'jwt':
      if (isInvented || found.role === 'anon') return undefined
      if (found.isExpired) return weight('low', 'low')
      return found.role === 'service_role' ? weight('critical', 'high') : weight('high', 'medium')
    case 'parameter':
      if (isInvented) return undefined
      return setting === 'development' || setting === 'pipeline' ? weight('high', 'medium') : weight('critical', 'high')
    case 'connection': {
      const isStrong = looksRandom(found.password)
      if (isInvented) return isStrong && !found.isLocal ? weight('high', 'medium') : undefined
      if (found.isLocal) return isStrong ? weight('high', 'medium') : weight('medium', 'low')
      if (found.isCommon || /^https?$/.test(found.scheme)) return weight('high', 'medium')
      return setting === 'development' && !isStrong ? weight('high', 'medium') : weight('critical', 'high')
    }
  }
}

/** Weighs a literal by the name it is given to; undefined where it is accepted. */
export function weighNamed(assignment: Assignment, { kind, strength, format }: Judged, setting: Setting): Weight | undefined {
  if (setting === 'test' || setting === 'example') return undefined
  // Keys that a run of the tests makes its own sessions with; those of a provider open something elsewhere.
  if (setting === 'pipeline' && !format) return weight('medium', 'low')
  const isDevelopment = setting === 'development'
  if (assignment.role === 'signing') return isDevelopment ? weight('medium', 'low') : weight('critical', 'high')
  if (assignment.role === 'fallback' && kind === 'signing') return isDevelopment ? weight('medium', 'low') : weight('critical', 'high')
  // A script that acts as a service sends the tokens of its payloads.
  if (isDevelopment && kind === 'token' && !format && assignment.isTopLevel !== undefined && (assignment.siblings?.size ?? 0) > 2) return weight('high', 'low')
  if (isDevelopment) return strength === 'strong' ? weight('high', 'medium') : weight('medium', 'low')
  if (strength === 'strong') return weight('critical', assignment.callee === 'comparison' ? 'medium' : 'high')
  const host = hostBeside(assignment)
  const isLocal = host !== undefined && isLocalHost(host)
  // "Admin@123" beside no host is the password of an account.
  if (strength === 'common' && !isConnection(assignment) && assignment.role === 'named') return weight('high', 'medium')
  if (strength === 'common') return host !== undefined && !isLocal && /^[\w.-]+$/.test(host) ? weight('high', 'medium') : weight('medium', 'low')
  return isLocal ? weight('medium', 'low') : weight('high', 'medium')
}

/** Browser configuration of Firebase is public by design. */
function isFirebaseConfiguration(text: string, at: number): boolean {
  return /authDomain|firebaseapp\.com|messagingSenderId|current_key|mobilesdk/i.test(text.slice(Math.max(0, at - 600), at + 800))
}
