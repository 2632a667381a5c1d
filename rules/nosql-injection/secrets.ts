/**
 * Values that let in whoever knows them.
 */
import type { Flow } from '../../src/model/types.js'
import { sensitiveName } from '../../src/model/sensitive-names.js'
import { fieldOf, type Site } from './sites.js'

/** What is asked for because only one person knows it. */
const KNOWN_BY_ONE = /code|pin$|answer|hash|passw|otp|token|secret/i

/** Whether a value is compared that lets somebody in: a password, a token, a code. */
export function isSecret(site: Site): boolean {
  return namesOf(site).some(isNameOfSecret)
}

export function isKnownByOne(site: Site): boolean {
  return namesOf(site).some((name) => KNOWN_BY_ONE.test(name))
}

function namesOf(site: Site): readonly string[] {
  return [fieldOf(site), /(\w+)['"\]]*$/.exec(site.expression.getText())?.[1]].filter((name) => name !== undefined)
}

/** Whether data goes by the name of such a value, where it comes in or on its way. */
export function isSecretOnWay({ source, path, trace }: Flow): boolean {
  return [...(/\w+$/.exec(source.text) ?? []), ...path, ...trace.flatMap(({ label }) => /^\w+/.exec(label) ?? [])].some(isNameOfSecret)
}

function isNameOfSecret(name: string): boolean {
  return KNOWN_BY_ONE.test(name) || sensitiveName(name) !== undefined
}
