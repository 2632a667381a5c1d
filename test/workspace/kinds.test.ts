import { describe, expect, it } from 'vitest'
import { surfaceOfPath } from '../../src/workspace/kinds.js'

describe('the part of the life of the code that a path tells', () => {
  it.each([
    ['test-connection.js', 'script'],
    ['server/test-mail.js', 'script'],
    ['packages/api/check-orders.ts', 'production'],
    ['backend/create-test-user.js', 'script'],
    ['src/test-results.ts', 'production'],
    ['server/routes/test-results.js', 'production'],
    ['src/modules/lab/test-results.ts', 'production'],
    ['services/orders/verify-payment.ts', 'production'],
    ['prisma/populate.ts', 'seed'],
    ['bin/backfill-totals.js', 'script'],
    ['src/orders/orders.service.spec.ts', 'test'],
  ])('%s: %s', (path, surface) => {
    expect(surfaceOfPath(path)).toBe(surface)
  })
})
