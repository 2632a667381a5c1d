/**
 * Library models against the types the real packages ship: nothing in a model may be made up.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { EXCEPTIONS } from './exceptions.js'
import { claimsOf, modelProgram, tagErrors, typeErrors, type Claim, type ModelSource } from './model-claims.js'
import { GENERATED_PRISMA_CLIENT } from './prisma-generated.js'
import { RealTypes } from './real-types.js'

const here = path.dirname(fileURLToPath(import.meta.url))
const TYPES = path.join(here, '..', 'types')
const MODELS = path.join(here, '..', '..', 'src', 'libraries', 'models')
const SLOW = 300_000

const STAND_INS = new Map(['@prisma/client', '@prisma/client/edge'].map((name) => [name, GENERATED_PRISMA_CLIENT]))

const models: ModelSource[] = readdirSync(MODELS)
  .filter((name) => name.endsWith('.d.ts'))
  .sort()
  .map((name) => ({ name, text: readFileSync(path.join(MODELS, name), 'utf8') }))

/** Claims of models that the real packages refute, with the reason, one by one. */
function refuted(claims: readonly Claim[], real: RealTypes): { claim: Claim; text: string }[] {
  return claims.flatMap((claim) => {
    const reason = real.refute(claim)
    return reason ? [{ claim, text: `${claim.file}:${claim.line} ${claim.label}: ${reason}` }] : []
  })
}

function realTypesFor(claims: readonly Claim[]): RealTypes {
  return new RealTypes(TYPES, new Set(claims.map((claim) => claim.module).filter((name) => name !== 'global')), STAND_INS)
}

beforeAll(() => {
  if (!existsSync(path.join(TYPES, 'node_modules')))
    throw new Error('The packages that models are compared with are not installed. Run: npm install --prefix test/types')
})

describe('shipped models', () => {
  let program: ReturnType<typeof modelProgram>
  let wrong: { claim: Claim; text: string }[]
  let claims: Claim[]

  beforeAll(() => {
    program = modelProgram(models)
    claims = claimsOf(program)
    wrong = refuted(claims, realTypesFor(claims))
  }, SLOW)

  test.each(models.map((model) => model.name))('%s says nothing its packages do not have', (name) => {
    const found = wrong.filter(({ claim }) => claim.file === name && !EXCEPTIONS.some((exception) => exception.label.test(claim.label)))
    expect(found.map(({ text }) => text)).toEqual([])
  })

  test.each(models.map((model) => [model.name, model] as const))('tags of %s parse', (_, model) => {
    expect(tagErrors(model)).toEqual([])
  })

  test('models check without errors', () => {
    // A Prisma client has fixed members beside the index signature that gives the delegates.
    const INDEX_SIGNATURE = 'TS2411'
    expect(typeErrors(program).filter((error) => !(error.startsWith('prisma-client') && error.includes(INDEX_SIGNATURE)))).toEqual([])
  }, SLOW)

  test('every exception is needed', () => {
    const idle = EXCEPTIONS.filter((exception) => !wrong.some(({ claim }) => exception.label.test(claim.label)))
    expect(idle.map((exception) => String(exception.label))).toEqual([])
  })
})

describe('comparison', () => {
  const MADE_UP = `
declare module 'p-limit' {
  function pLimit(concurrency: number): pLimit.LimitFunction
  namespace pLimit {
    interface LimitFunction {
      /** @iterates 0 1 */
      map<T, R>(iterable: Iterable<T>, mapper: (input: T) => R): Promise<R[]>
      /** @iterates 0 1 */
      eachOfThem(iterable: any, mapper: any): void
    }
    /** @returns 0 */
    function limitEverything(fn: any): any
    interface Helper {
      /** @calls 0 */
      soon(fn: () => void): void
    }
  }
  export = pLimit
}
declare module 'bluebird' {
  interface Base<R> {
    /** @iterates this 0 */
    map(iterator: (item: any) => any): Bluebird<any>
    /** @iterates this 0 */
    walk(iterator: (item: any) => any): Bluebird<any>
  }
  interface Bluebird<R> extends Base<R> {}
  class Bluebird<R> {
    /** @iterates 0 1 */
    static each(values: any, iterator: (item: any) => any): Bluebird<any>
    /** @iterates 0 1 */
    static eachTwice(values: any, iterator: (item: any) => any): Bluebird<any>
  }
  namespace Bluebird {
    class TimeoutError extends Error {}
    class TirednessError extends Error {}
  }
  export = Bluebird
}
declare module 'class-validator' {
  /** @coerces string */
  export function IsString(...options: any[]): PropertyDecorator
  /** @coerces string */
  export function IsPoem(...options: any[]): PropertyDecorator
  export interface ValidationError {
    /** @coerces string */
    toString(): string
  }
  /** @validates 0 */
  export const ValidationTypes: any
}
declare module 'no-such-package' {}
`

  test('finds what is made up, and only that', () => {
    const claims = claimsOf(modelProgram([{ name: 'made-up.d.ts', text: MADE_UP }]))
    const found = refuted(claims, realTypesFor(claims)).map(({ claim }) => `${claim.kind} ${claim.label}`)
    expect(found.sort()).toEqual([
      'call class-validator IsPoem()',
      'call p-limit limitEverything()',
      'export bluebird TirednessError',
      'export class-validator IsPoem',
      'export p-limit limitEverything',
      'member bluebird default.eachTwice',
      'member bluebird default.walk',
      'member p-limit Helper.soon',
      'member p-limit LimitFunction.eachOfThem',
      'module no-such-package',
    ])
  }, SLOW)

  test('says where a claim stands and what is wrong', () => {
    const claims = claimsOf(modelProgram([{ name: 'made-up.d.ts', text: MADE_UP }]))
    const texts = refuted(claims, realTypesFor(claims)).map(({ text }) => text)
    expect(texts).toContain('made-up.d.ts:9 p-limit LimitFunction.eachOfThem: there is no member eachOfThem')
    expect(texts).toContain('made-up.d.ts:52 no-such-package: the module is not installed or has no types')
  }, SLOW)

  test('finds tags that do not parse', () => {
    const model = { name: 'made-up.d.ts', text: '/** @quary read */\ndeclare function read(): any\n/** @query sometimes */\ndeclare function write(): any\n' }
    expect(tagErrors(model).map((error) => error.slice(0, 40))).toEqual(['made-up.d.ts:1 unknown tag @quary; known', 'made-up.d.ts:3 @query sometimes: expected'].map((text) => text.slice(0, 40)))
  })
})
