/**
 * URL paths of routes and of what is registered under them.
 */

/** One path out of parts, with a leading slash and none at the end. */
export function joinPath(...parts: readonly string[]): string {
  const joined = parts
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter((part) => part !== '')
    .join('/')
  return `/${joined}`
}

/** Whether something registered under a prefix runs for a path; a path that is not known is under none but the root. */
export function coversPath(prefix: string, path: string | undefined): boolean {
  const wanted = joinPath(prefix.replace(/\(?\.?\*\w*\)?$|\{\*\w*\}$/, '')).split('/').filter((part) => part !== '')
  if (wanted.length === 0) return true
  if (path === undefined) return false
  const given = joinPath(path).split('/').filter((part) => part !== '')
  return wanted.every((part, index) => {
    const other = given[index]
    return other !== undefined && (part === other || part === '*' || part.startsWith(':') || other.startsWith(':'))
  })
}
