/**
 * What names of guards, roles and paths say of those they let in.
 */
import { wordsOf } from '../secrets/names.js'
import type { Staff } from './types.js'

/** Words in names of guards: `AdminGuard`, `requireAdmin`, `staffOnly`. */
const STAFF_WORD = /^(?:super)?(?:admins?|administrators?|staff)$/
/** Beside one: `isAdminOrOwner` lets others in, `firebaseAdmin` is a library. */
const OTHER_WORD = /^(?:or|non|not|firebase)$/
const STAFF_ROLE = /(?:^|[^a-z])(?:super|sys|system|site|platform|root)?[-_]?(?:admins?|administrators?|staff|superuser|root|moderators?|back[-_]?office|employees?)(?![a-z])/i
/** Roles that are given beside an administrator's, and not to whoever signs up. */
const WORKING_ROLE = /manager|editor|operator|supervisor|support|moderator|agent|master|dev|author|analyst|auditor|engineer|instructor|teacher|^hr$|human_?resources|finance|account(?:ant|s|ing)|billing|operations?|^ops$|warehouse|reception|cashier|clerk/i
/** Those who run all of the system, whoever else has administrators of their own. */
const SYSTEM_WORD = /super(?!vis)|(?:^|[^a-z])(?:sys(?:tem)?|platform|root|site)(?![a-z])|(?:instance|platform|system)[-_ ]?(?:owner|admin)/i
const ADMIN_WORD = /admin/i
/** The highest role there is, by names that have no word for staff in them. */
const SYSTEM_ROLE = /^(?:role_?)?(?:super[-_ ]?user|root|master)$/i
/** Who has a shop or an account with what belongs to it, and who runs it for them. */
const OWNING_ROLE = /^(?:\w+[-_ ])?(?:owner|admin)$/i

/** The name has a word for staff in it, and none that lets others in. */
export function isOfStaff(name: string): boolean {
  const words = wordsOf(name)
  // `isAdminOrStaff`
  const others = words.filter((word, index) => OTHER_WORD.test(word) && !(word === 'or' && STAFF_WORD.test(words[index + 1] ?? '')))
  return namesStaff(name) && others.length === 0
}

/** The name has a word for staff in it, whoever else it names. */
export function namesStaff(name: string): boolean {
  return wordsOf(name).some((word) => STAFF_WORD.test(word))
}

/** What a name of a guard, a role or a path says of those it lets in. */
export function rankIn(text: string): Staff['rank'] {
  if (SYSTEM_WORD.test(text)) return 'system'
  return ADMIN_WORD.test(text) ? 'admin' : 'staff'
}

/** The lowest of some roles, where they are roles of staff and no others. */
export function rankOfRoles(roles: readonly string[]): Staff['rank'] | undefined {
  if (roles.length > 0 && roles.every((role) => SYSTEM_ROLE.test(role))) return 'system'
  if (!roles.some((role) => STAFF_ROLE.test(role)) || !roles.every((role) => STAFF_ROLE.test(role) || WORKING_ROLE.test(role))) return undefined
  const ranks = new Set(roles.map(rankIn))
  return ranks.has('staff') ? 'staff' : ranks.has('admin') ? 'admin' : 'system'
}

/** Whether some roles are those of owners and of who runs it for them. */
export function isForOwners(roles: readonly string[]): boolean {
  return roles.length > 0 && roles.every((role) => OWNING_ROLE.test(role))
}
