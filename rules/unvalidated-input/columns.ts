/**
 * Columns by what whoever sets them gains.
 */
import type { EntryPoint, Table } from '../../src/model/types.js'

/** Whose a row is. */
const TENANT = /^(?:account|tenant|organi[sz]ation|workspace)(?:_?id)?$|^company_?id$/i
const OWNER = /^(?:owner|user|owner_?user|seller|vendor|merchant|shop|author|doctor)(?:_?id)?$/i
const CREATOR = /^created_?by$/i
/** The worst first: what somebody may do, what somebody else has to let, whose it is; then what forms hold too: its state, what it costs. */
const PRIVILEGED: readonly RegExp[] = [
  /^(?:role|roles|permissions?|is_?admin|admin|is_?super_?(?:user|admin)|is_?staff)$/i,
  /^(?:approval\w*|is_?approved|approved(?:_?by)?|payment_?status|is_?paid|paid|verified(?:_?by)?|email_?verified|is_?verified)$/i,
  TENANT,
  OWNER,
  /^status$/i,
  CREATOR,
  /^(?:price|balance|credits?|plan|tier|subscription_?id|used_?count|usage_?count|password\w*)$/i,
  /^is_?active$/i,
]
const TENANT_RANK = PRIVILEGED.indexOf(TENANT)
/** Of the key of somebody else's row. */
const KEY_RANK = TENANT_RANK - 0.5

/** Whether the value of a column decides what somebody may do, or what it costs. */
export function isPrivileged(name: string): boolean {
  return PRIVILEGED.some((one) => one.test(name))
}

/** Whether a column says whose a row is. */
export function saysWhose(name: string): boolean {
  return TENANT.test(name) || OWNER.test(name) || CREATOR.test(name)
}

/**
 * Those of the names that give something to whoever sets them, the worst first.
 *
 * @param key the column by which a row that is there is found and overwritten
 */
export function privileged(names: readonly string[], entry: EntryPoint | undefined, key?: string): readonly string[] {
  const ranked = names.flatMap((name) => {
    const rank = PRIVILEGED.findIndex((one) => one.test(name))
    if (name === key) return [{ name, rank: KEY_RANK }]
    return rank >= 0 ? [{ name, rank }] : namesScope(name, entry) ? [{ name, rank: TENANT_RANK }] : []
  })
  return ranked.sort((left, right) => left.rank - right.rank).map(({ name }) => name)
}

/** Names as they stand, those first that give something to whoever sets them. */
export function worstFirst(names: readonly string[], entry: EntryPoint | undefined): readonly string[] {
  const worst = privileged(names, entry)
  return [...worst, ...names.filter((name) => !worst.includes(name))]
}

/** The column by which a row is known, as far as its name says so: `id`, `orderId`; none that refers to another row. */
export function keyOf({ columns, relations, uniqueKeys }: Table): string | undefined {
  return columns.map(({ name }) => name).find((name) => /^id$|_id$|[a-z]Id$/.test(name) && uniqueKeys.some((key) => key.length === 1 && key[0] === name.toLowerCase()) && !relations.some(({ holdsKey, key }) => holdsKey && key === name))
}

/**
 * Columns that say whose a row is, as the path of its route does: `venueId` behind `/venues/:venueId/printers/:id`. Of a
 * table that is not known, those that another parameter of the path follows.
 */
export function scopeColumns(table: Table | undefined, entry: EntryPoint | undefined): readonly string[] {
  if (!table) return paramsOf(entry).slice(0, -1)
  return table.columns.map(({ name }) => name).filter((name) => namesScope(name, entry) && !table.uniqueKeys.some((key) => key.length === 1 && key[0] === name.toLowerCase()))
}

/** Whether a name is that of a part of the path, which says whose rows they are. */
export function namesScope(name: string, entry: EntryPoint | undefined): boolean {
  return /[a-z]_?id$/i.test(name) && paramsOf(entry).includes(name)
}

function paramsOf(entry: EntryPoint | undefined): readonly string[] {
  return (entry?.path ?? '').split('/').flatMap((part) => /^[:{[](\w+)/.exec(part)?.[1] ?? [])
}
