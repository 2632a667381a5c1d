/**
 * How mistakes of a person read.
 */
import { expect, it } from 'vitest'
import { ConfigError, UsageError } from '../../src/findings/errors.js'
import { nearest } from '../../src/findings/nearest.js'

it('a configuration error is a usage error that begins with its place', () => {
  const error = new ConfigError('"rulse" is no key of the configuration.', 'backend-lint.config.yaml', 3, 'rulse')
  expect(error).toBeInstanceOf(UsageError)
  expect(error).toMatchObject({ name: 'ConfigError', file: 'backend-lint.config.yaml', line: 3, key: 'rulse' })
  expect(error.message).toBe('backend-lint.config.yaml:3: "rulse" is no key of the configuration.')
  expect(new ConfigError('It cannot be read.', 'lint.js', undefined, undefined).message).toBe('lint.js: It cannot be read.')
})

it.each([
  ['sql-injektion', 'sql-injection'],
  ['n-plus-one-querys', 'n-plus-one-query'],
  ['hihg', 'high'],
  ['zebra', undefined],
])('the name nearest to %s is %s', (written, expected) => {
  expect(nearest(written, ['sql-injection', 'n-plus-one-query', 'high'])).toBe(expected)
})

it('nothing is near to anything in an empty list', () => {
  expect(nearest('high', [])).toBeUndefined()
})
