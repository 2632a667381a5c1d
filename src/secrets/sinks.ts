/**
 * Calls that sign, encrypt or derive keys with one of their arguments, as data. A literal there is a secret,
 * whatever it looks like.
 */

export interface KeyArgument {
  readonly module: string
  readonly member: string
  /** 0-based. */
  readonly argument: number
  /** Environment variable to propose. */
  readonly variable: string
}

const argument = (modules: readonly string[], members: readonly string[], position: number, variable: string): KeyArgument[] =>
  modules.flatMap((module) => members.map((member) => ({ module, member, argument: position, variable })))

/** The member `default` is the module itself, called. */
export const keyArguments: readonly KeyArgument[] = [
  ...argument(['jsonwebtoken', 'hono/jwt', 'jwt-simple', 'jws', '@tsndr/cloudflare-worker-jwt'], ['sign', 'verify', 'encode'], 1, 'JWT_SECRET'),
  ...argument(['jwt-simple'], ['decode'], 1, 'JWT_SECRET'),
  ...argument(['jose'], ['jwtVerify', 'jwtDecrypt', 'compactVerify'], 1, 'JWT_SECRET'),
  ...argument(['crypto'], ['createHmac', 'createCipheriv', 'createDecipheriv'], 1, 'HMAC_KEY'),
  ...argument(['crypto'], ['createCipher', 'createDecipher'], 1, 'ENCRYPTION_KEY'),
  ...argument(['crypto'], ['scrypt', 'scryptSync', 'pbkdf2', 'pbkdf2Sync', 'createSecretKey'], 0, 'ENCRYPTION_KEY'),
  ...argument(['crypto-js', 'crypto-js/aes', 'crypto-js/hmac-sha256'], ['encrypt', 'decrypt', 'HmacSHA256', 'HmacSHA512', 'HmacSHA1', 'default'], 1, 'ENCRYPTION_KEY'),
  ...argument(['cookie-signature'], ['sign', 'unsign'], 1, 'COOKIE_SECRET'),
  ...argument(['cookie-parser'], ['default'], 0, 'COOKIE_SECRET'),
  ...argument(['keygrip'], ['default'], 0, 'COOKIE_SECRET'),
]

export interface NamedArgument {
  readonly argument: number
  /** What the argument is. */
  readonly name: string
}

/** Clients that take their credential by its position, by what people call them. */
export const credentialArguments: ReadonlyMap<string, NamedArgument> = new Map([
  ['Sequelize', { argument: 2, name: 'password' }],
  ['twilio', { argument: 1, name: 'authToken' }],
  ['Twilio', { argument: 1, name: 'authToken' }],
  ['algoliasearch', { argument: 1, name: 'apiKey' }],
])

/** Builders of tokens that sign or encrypt with the first argument of their last method. */
export const TOKEN_BUILDER = /\bnew (?:[\w$]+\.)?(?:SignJWT|EncryptJWT|CompactSign|CompactEncrypt|GeneralSign|FlattenedSign)\b/

/** Schemes whose options hold a key, as they are named where a strategy is registered. */
export const KEY_SCHEMES = /^(?:jwt|cookie|session|hawk|bell)$/

/** Modules whose options hold a key, by the names of those options. */
export const keyOptions: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    'express-session': ['secret'],
    'cookie-session': ['secret', 'keys'],
    '@nestjs/jwt': ['secret', 'privateKey', 'secretOrPrivateKey'],
    'passport-jwt': ['secretOrKey'],
    '@nestjs/passport': ['secretOrKey'],
    '@fastify/jwt': ['secret'],
    'fastify-jwt': ['secret'],
    '@fastify/session': ['secret'],
    '@fastify/cookie': ['secret'],
    '@fastify/secure-session': ['secret', 'key', 'salt'],
    'express-jwt': ['secret'],
    'koa-jwt': ['secret'],
    'koa-session': ['keys'],
    'hono/jwt': ['secret'],
    'next-auth': ['secret'],
    'next-auth/jwt': ['secret'],
    '@auth/express': ['secret'],
    '@auth/core': ['secret'],
    'better-auth': ['secret'],
    'iron-session': ['password'],
    '@hapi/cookie': ['password'],
    '@hapi/jwt': ['key', 'keys'],
    'fast-jwt': ['key'],
    'csrf-csrf': ['getSecret', 'secret'],
  }).map(([module, names]) => [module, new Set(names)]),
)

/** Option names that mean a signing key wherever they stand. */
export const KEY_OPTION = /^(?:secretOrKey|secretOrPrivateKey|secretOrPublicKey|jwtSecret|sessionSecret|cookieSecret)$/

/** Methods of token services that take their key as an option. */
export const TOKEN_METHOD = /^(?:sign|signAsync|verify|verifyAsync)$/
