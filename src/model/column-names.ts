/** A column by name, for comparison: without its table, quotes and the difference between `user_id` and `userId`. */
export function columnName(name: string): string {
  const bare = name.replace(/^.*\./, '').replace(/["'`]/g, '').replaceAll('_', '').toLowerCase()
  return bare === '' ? 'id' : bare
}

/** Types of columns that keep an object as it is. */
const HOLDS_OBJECTS = /\b(?:Mixed|Object|Map|any|unknown|object|Record)\b|^\{\s*\}$/

/** Whether what is written to a column is made to fit its type, or refused: an object does not get in. */
export function takesNoObject(type: string | undefined): boolean {
  return type !== undefined && !HOLDS_OBJECTS.test(type)
}
