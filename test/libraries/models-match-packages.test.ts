/**
 * Library models against the types the real packages ship: nothing in a model may be made up.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { claimsOf, modelProgram, tagErrors, typeErrors, type Claim, type ModelSource } from './model-claims.js'
import { RealTypes } from './real-types.js'

const here = path.dirname(fileURLToPath(import.meta.url))
const TYPES = path.join(here, '..', 'types')
const MODELS = path.join(here, '..', '..', 'src', 'libraries', 'models')

const models: ModelSource[] = readdirSync(MODELS)
  .filter((name) => name.endsWith('.d.ts'))
  .sort()
  .map((name) => ({ name, text: readFileSync(path.join(MODELS, name), 'utf8') }))

let claims: Claim[]
let real: RealTypes

beforeAll(() => {
  if (!existsSync(path.join(TYPES, 'node_modules')))
    throw new Error('The packages that models are compared with are not installed. Run: npm ci --ignore-scripts --prefix test/types')
  claims = claimsOf(modelProgram(models))
  real = new RealTypes(TYPES, new Set(claims.map((claim) => claim.module).filter((name) => name !== 'global')))
}, 120_000)

test('raw', () => {
  const out: string[] = []
  for (const claim of claims) {
    const wrong = real.refute(claim)
    if (wrong) out.push(`${claim.file}:${claim.line} ${claim.kind} ${claim.label}: ${wrong}`)
  }
  console.log(claims.length, out.length)
  writeFileSync('/tmp/probe/mismatch.txt', out.join('\n'))
  void expect
  void tagErrors
  void typeErrors
}, 120_000)
