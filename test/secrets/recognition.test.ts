/**
 * What is a secret and what only looks like one.
 */
import { describe, expect, it } from 'vitest'
import { urlWithPassword } from '../../src/secrets/connection-strings.js'
import { entropy, isSequence, looksRandom } from '../../src/secrets/entropy.js'
import { KeywordIndex } from '../../src/secrets/keywords.js'
import { secretKind } from '../../src/secrets/names.js'
import { isPlaceholder } from '../../src/secrets/placeholders.js'
import { readAssignments } from '../../src/secrets/read.js'
import { identityOf, occurrences, redacted } from '../../src/secrets/redaction.js'
import { scan } from '../../src/secrets/scan.js'
import { judge, mayHoldSecret } from '../../src/secrets/values.js'
import type { FileKind } from '../../src/workspace/types.js'

const read = (kind: FileKind, text: string) => readAssignments(kind, text, () => undefined, []).map(({ name, value, start, end }) => [name, value, text.slice(start, end)])

describe('texts without secrets', () => {
  it.each([
    'integrity sha512-v2kDEe57lecTulaDIuNTPy3Ry4gLGJ6Z1O3vE1krgXZNrsQ+LFTGHVxVjcXPs17LhbZVGedAJv8XZ1tvj5FvSg==',
    'commit 4b825dc642cb6eb9a060e54bf8d69288fbee4904',
    'id 3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHZ4 orders',
    'pk_live_51HqLyjWDarjtT1zdp7dcXYZ',
    'task-1234567890abcdefghijklmnopqrstuvwxyzABCDEFGHIJ',
    'disk-usage sk-learn risk-assessment-for-all-orders-of-the-year',
    'AKIAIOSFODNN7EXAMPLE',
    'sk_live_xxxxxxxxxxxxxxxxxxxxxxxx',
    'ghp_your_token_here',
    'postgres://user:password@localhost:5432/db',
    'postgres://user:pass@example.com/db',
    'mysql://${USER}:${PASSWORD}@db/orders',
    'https://{user}:{password}@host/path',
    'https://orders.io:8080/@scope/package',
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEv8\n-----END PUBLIC KEY-----',
    'eyJhbGciOiJub25lIn0.eyJzdWIiOiJvcmRlcnMifQ.AAAAAAAAAAAAAAAAAAAA',
    '/^sk_live_[0-9a-zA-Z]{24}$/',
    'color: #ABCDEF; key-frames; pat-terns; live_preview',
  ])('%s', (text) => {
    expect(scan(text, 0).found).toEqual([])
  })
})

describe('connection strings', () => {
  it('finds the password and nothing around it', () => {
    const text = 'url: postgres://orders:p%40ss9x@db.orders.io:5432/orders?ssl=true'
    const found = urlWithPassword(text, text.indexOf('://'))
    expect(found).toMatchObject({ scheme: 'postgres', host: 'db.orders.io', isLocal: false, isCommon: false })
    expect(text.slice(found?.passwordStart, found?.passwordEnd)).toBe('p%40ss9x')
  })

  it('knows hosts of this machine and of container networks', () => {
    for (const host of ['localhost', '127.0.0.1', 'db', 'host.docker.internal', 'orders.local']) {
      const text = `redis://:Seats2024x@${host}:6379`
      expect(urlWithPassword(text, text.indexOf('://'))?.isLocal, host).toBe(true)
    }
  })
})

describe('names', () => {
  it.each([
    ['password', 'password'],
    ['DB_PASSWORD', 'password'],
    ['smtpPass', 'password'],
    ['secret', 'signing'],
    ['JWT_SECRET', 'signing'],
    ['SECRET_KEY', 'signing'],
    ['ACCESS_TOKEN_SECRET', 'signing'],
    ['TWITTER_ACCESS_TOKEN_SECRET', 'key'],
    ['STRIPE_SECRET_KEY', 'key'],
    ['clientSecret', 'key'],
    ['apiKey', 'key'],
    ['APIKEY', 'key'],
    ['x-api-key', 'key'],
    ['awsSecretAccessKey', 'key'],
    ['accessToken', 'token'],
    ['Authorization', 'header'],
  ])('%s is of kind %s', (name, kind) => {
    expect(secretKind(name)).toBe(kind)
  })

  it.each(['passwordHash', 'tokenType', 'secretName', 'apiKeyHeader', 'nextPageToken', 'publicKey', 'primaryKey', 'cancelToken', 'passwordField', 'forgotPassword', 'cacheKey', 'tokens_per_minute', 'compass', 'bypass', 'monkey'])(
    '%s is not secret',
    (name) => {
      expect(secretKind(name)).toBeUndefined()
    },
  )
})

describe('values', () => {
  it.each(['changeme', 'change-me-in-production', 'your-key-here', 'YOUR_API_KEY', '<token>', 'xxxxxxxx', 'example', '${TOKEN}', '{{ token }}', '$TOKEN', '%TOKEN%', '********', 'REPLACE_ME', 'placeholder', 'insert-token', '00000000', 'abcdefgh', '1234567890', 'TODO'])('%s is a placeholder', (value) => {
    expect(isPlaceholder(value)).toBe(true)
  })

  it.each(['Zk4Tq9Lw2Xv7Rb1Nc8Ym5Hd0', 'Seats!2024x', 'v9Kx3TzQ7wLp', '9f86d081884c7d659a2feaa0c55ad015'])('%s is none', (value) => {
    expect(isPlaceholder(value)).toBe(false)
  })

  it('tells what a machine made from what a person wrote', () => {
    expect(looksRandom('Zk4Tq9Lw2Xv7Rb1Nc8Ym5Hd0')).toBe(true)
    expect(looksRandom('9f86d081884c7d659a2feaa0c55ad015')).toBe(true)
    expect(looksRandom('order-service-2-primary-replica')).toBe(false)
    expect(looksRandom('OrderRepositoryImplementation2')).toBe(false)
    expect(looksRandom('short1')).toBe(false)
    expect(entropy('aaaa')).toBe(0)
    expect(entropy('abcd')).toBe(2)
    expect(isSequence('abcdefgh12345678')).toBe(true)
    expect(isSequence('Zk4Tq9Lw2Xv7')).toBe(false)
  })

  it.each([
    ['password', 'password'],
    ['API_KEY', 'x-api-key'],
    ['token', 'auth.token.invalid'],
    ['ORDER_TOKEN', 'ORDER_SERVICE'],
    ['password', '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'],
    ['secret', 'https://vault.orders.io/v1/secret2'],
    ['password', 'Enter your password'],
    ['password', ''],
  ])('%s = %s is quiet', (name, value) => {
    expect(judge({ name, path: [], value, role: 'named', start: 0, end: 0, literalStart: 0, literalEnd: 0 })).toBeUndefined()
  })
})

describe('readers give the range of the value as written', () => {
  it('env', () => {
    expect(read('env', 'export A_KEY=one # note\nB="two words"\n#C=three\nD=\n')).toEqual([['A_KEY', 'one', 'one'], ['B', 'two words', 'two words']])
  })
  it('json', () => {
    expect(read('json', '{ "a": { "secret": "x\\"y" }, // note\n "keys": ["k1"] }')).toEqual([['secret', 'x"y', 'x\\"y'], ['keys', 'k1', 'k1']])
  })
  it('yaml', () => {
    expect(read('yaml', 'a:\n  secret: "one"\nenv:\n  - B_KEY=two\n  - name: C_KEY\n    value: three\n')).toEqual([
      ['secret', 'one', 'one'],
      ['B_KEY', 'two', 'two'],
      ['name', 'C_KEY', 'C_KEY'],
      ['C_KEY', 'three', 'three'],
    ])
  })
  it('toml', () => {
    expect(read('toml', '[a.b]\nkey = "one"\nx = { secret = \'two\' }\n# c = "three"\n')).toEqual([['key', 'one', 'one'], ['secret', 'two', 'two']])
  })
  it('dockerfile', () => {
    expect(read('dockerfile', 'FROM a\nENV A_KEY=one B="two"\nENV C three\nARG D=four\nRUN E=five\n')).toEqual([['A_KEY', 'one', 'one'], ['B', 'two', 'two'], ['C', 'three', 'three'], ['D', 'four', 'four']])
  })
})

describe('redaction', () => {
  it('shows the public prefix and two characters at most', () => {
    expect(redacted('sk_live_FabricatedOrders51HqTz7Lw2', 'sk_live_')).toBe('sk_live_…w2')
    expect(redacted('short', '')).toBe('…')
  })
  it('finds every place of a value', () => {
    expect(occurrences('a=secret1 b=secret1', 'secret1')).toEqual([{ start: 2, end: 9 }, { start: 12, end: 19 }])
  })
  it('stands for a value without holding it', () => {
    expect(identityOf('secret1')).toMatch(/^[0-9a-f]{16}$/)
    expect(identityOf('secret1')).not.toBe(identityOf('secret2'))
  })
})

describe('the keyword index', () => {
  it('finds overlapping keywords in any case', () => {
    const hits: [number, number][] = []
    new KeywordIndex(['she', 'he', 'hers']).search('uSHErs', (keyword, end) => hits.push([keyword, end]))
    expect(hits).toEqual([[0, 4], [1, 4], [2, 6]])
  })
})

describe('programs that may hold a secret, before they are parsed', () => {
  const mayHold = (text: string) => {
    const { names, places } = scan(text, 0)
    return names.size > 0 && mayHoldSecret(text, names, places)
  }
  it.each([
    ["const password = 'Seats!2024x'", true],
    ["if ('Support#4711' === input.password) open()", true],
    ['const DB_PASSWORD = process.env.DB_PASSWORD || "postgres"', true],
    ["connect({ host: 'db', user: 'shop', password: 'orders' })", true],
    ['const apiKey = "a8Fk29xQm4LzT7vB1cRp"', true],
    ["jwt.sign(claims, 'x')", true],
    ['<input type="password" style={{ padding: "14px" }} placeholder="Password" />', false],
    ["const label = t('password'); const lang = navigator.language || 'zh-CN'", false],
    ["localStorage.setItem('token', token); router.push('/orders')", false],
    [`const password = read()\n${'// orders\n'.repeat(40)}const size = '3XL-2024'`, false],
    ["const colour = 'Seats!2024x'", false],
  ])('%s: %s', (text, expected) => {
    expect(mayHold(text)).toBe(expected)
  })
  it('reads calls of clients that take a credential without naming it', () => {
    expect(scan("const db = new Sequelize('shop', 'shop', 'Seats!2024x')", 0).names).toEqual(new Set(['signing']))
  })
})
