/**
 * Requests whose sender signs them: webhooks of payment providers and the like.
 */
import type { Unit } from './types.js'

const SIGNATURE = /\bconstructEvent(?:Async)?\s*\(|\b(?:verify|validate|check|assert|compare|isValid)\w*(?:Webhook|Signature|Hmac)\w*\s*\(|\b(?:webhooks?|wh)\.(?:verify|unwrap)\w*\s*\(|['"](?:x-hub-signature(?:-256)?|svix-signature|webhook-signature|stripe-signature|[\w-]+-(?:webhook-)?(?:signature|hmac-sha256)|x-signature)['"]/i
/** A secret of webhooks says so where something is compared with it; it may as well be stored. */
const COMPARED = /webhook_?secret[^]*(?:createHmac|timingSafeEqual|signature|verify)|(?:createHmac|timingSafeEqual|signature|verify)[^]*webhook_?secret/i

/** Whether the code of a unit looks at the signature of what it is sent. */
export function checksSignature(unit: Unit): boolean {
  const text = unit.node.getText()
  return SIGNATURE.test(text) || COMPARED.test(text)
}
