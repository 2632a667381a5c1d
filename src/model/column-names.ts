/** A column by name, for comparison: without its table, quotes and the difference between `user_id` and `userId`. */
export function columnName(name: string): string {
  const bare = name.replace(/^.*\./, '').replace(/["'`]/g, '').replaceAll('_', '').toLowerCase()
  return bare === '' ? 'id' : bare
}
