/**
 * Requests whose sender signs them: webhooks of payment providers and the like.
 */
import type { Unit } from './types.js'

const SIGNATURE = /\bconstructEvent(?:Async)?\s*\(|\b(?:verify|validate|check|assert|compare|isValid)\w*(?:Webhook|Signature|Hmac)\w*\s*\(|\b(?:webhooks?|wh)\.(?:verify|unwrap)\w*\s*\(|['"](?:x-hub-signature(?:-256)?|svix-signature|webhook-signature|stripe-signature|[\w-]+-(?:webhook-)?(?:signature|hmac-sha256)|x-signature)['"]/i
/** A secret of webhooks says so where something is compared with it; it may as well be stored, or sign what is sent. */
const SECRET = /webhook_?secret/i
const COMPARES = /timingSafeEqual|verify|(?:signature|digest|hmac|hash|expected|computed|secret)\w*\s*[!=]==?|[!=]==?\s*[\w.]*(?:signature|digest|hmac|hash|expected|computed|secret)/i

/** Whether the code of a unit looks at the signature of what it is sent. */
export function checksSignature(unit: Unit): boolean {
  const text = unit.node.getText()
  return SIGNATURE.test(text) || (SECRET.test(text) && COMPARES.test(text))
}
