/**
 * JSON web tokens.
 */

const JWT = /(?<![\w-])eyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{16,1500}(?![\w-])/y

export interface JsonWebToken {
  readonly start: number
  readonly end: number
  /** Its time has passed, by its own claim. */
  readonly isExpired: boolean
  /** Role claim, as hosted databases use it: `anon` is for browsers. */
  readonly role: string | undefined
}

/**
 * The token that starts at an offset.
 *
 * @param today milliseconds since 1970 that expiry is held against
 * @returns undefined for texts of other forms and for tokens from documentation
 */
export function jsonWebTokenAt(text: string, at: number, today: number): JsonWebToken | undefined {
  JWT.lastIndex = at
  const match = JWT.exec(text)
  if (!match) return undefined
  const [header = '', payload = '', signature = ''] = match[0].split('.')
  const head = decode(header)
  const claims = decode(payload)
  if (!head || typeof head.alg !== 'string' || head.alg === 'none' || !claims || new Set(signature).size < 10) return undefined
  if (isSample(claims)) return undefined
  const exp = typeof claims.exp === 'number' ? claims.exp * 1000 : undefined
  return { start: at, end: at + match[0].length, isExpired: exp !== undefined && exp < today, role: typeof claims.role === 'string' ? claims.role : undefined }
}

/** Claims that everybody has seen in documentation and local stacks. */
function isSample(claims: Readonly<Record<string, unknown>>): boolean {
  return claims.sub === '1234567890' || claims.name === 'John Doe' || claims.iss === 'supabase-demo' || claims.iss === 'joe' || claims.foo === 'bar'
}

function decode(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
