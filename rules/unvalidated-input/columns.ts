/**
 * Columns by what whoever sets them gains.
 */
import type { EntryPoint, Table } from '../../src/model/types.js'

/** The worst first: what somebody may do, what somebody else has to let, whose it is, what it costs. */
const PRIVILEGED: readonly RegExp[] = [
  /^(?:role|roles|permissions?|is_?admin|admin|is_?super_?(?:user|admin)|is_?staff)$/i,
  /^(?:approval\w*|is_?approved|approved(?:_?by)?|payment_?status|is_?paid|paid|verified(?:_?by)?|email_?verified|is_?verified|status)$/i,
  /^(?:owner|user|tenant|organi[sz]ation|seller|vendor|merchant|shop|author|doctor)(?:_?id)?$|^created_?by$/i,
  /^(?:price|balance|credits?|plan|tier|used_?count|usage_?count|password\w*)$/i,
  /^is_?active$/i,
]
/** Between what has to be let and what it costs. */
const OWNER_RANK = 2

/** Whether the value of a column decides what somebody may do, or what it costs. */
export function isPrivileged(name: string): boolean {
  return PRIVILEGED.some((one) => one.test(name))
}

/** Those of the names that give something to whoever sets them, the worst first. */
export function privileged(names: readonly string[], entry: EntryPoint | undefined): readonly string[] {
  const ranked = names.flatMap((name) => {
    const rank = PRIVILEGED.findIndex((one) => one.test(name))
    return rank >= 0 ? [{ name, rank }] : namesScope(name, entry) ? [{ name, rank: OWNER_RANK }] : []
  })
  return ranked.sort((left, right) => left.rank - right.rank).map(({ name }) => name)
}

/** Names as they stand, those first that give something to whoever sets them. */
export function worstFirst(names: readonly string[], entry: EntryPoint | undefined): readonly string[] {
  const worst = privileged(names, entry)
  return [...worst, ...names.filter((name) => !worst.includes(name))]
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
