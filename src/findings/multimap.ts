/**
 * Maps that hold a list for each key.
 */

/** Appends to the list of a key, which is made with the first value. */
export function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
