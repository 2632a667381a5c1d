/**
 * Maps that hold a list for each key.
 */

/**
 * The first value of each list with the others, where they are told as one; where not, each value alone.
 *
 * @param isOne whether a list, whose first value is given too, is told as one
 */
export function firstWithOthers<Value>(lists: Iterable<readonly Value[]>, isOne: (list: readonly Value[], first: Value) => boolean): (readonly [Value, readonly Value[]])[] {
  return [...lists].flatMap((list): (readonly [Value, readonly Value[]])[] => {
    const [first, ...others] = list
    return first !== undefined && isOne(list, first) ? [[first, others]] : list.map((one) => [one, []])
  })
}

/** Appends to the list of a key, which is made with the first value. */
export function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
