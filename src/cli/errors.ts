/**
 * Errors as the terminal shows them.
 */
import { UsageError } from '../findings/errors.js'

/** One message for a person's mistake; with the stack for ours. */
export function describe(error: unknown): string {
  if (error instanceof UsageError) return `backend-lint: ${error.message}`
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `backend-lint failed, which is a mistake of ours: ${text}\nPlease report it with the command you ran.`
}
