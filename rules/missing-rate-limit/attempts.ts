/**
 * Which entry points somebody gains from calling a thousand times: those that check or send a secret, and dear ones.
 */
import { argumentsOf } from '../../src/libraries/paths.js'
import { asksForLittle } from './little.js'
import type { EntryPoint, GuardReport, Model, OperationKind, Unit } from '../../src/model/types.js'

export interface Attempt {
  /** What it is for people: `a login`, `a password reset`. */
  readonly what: string
  /** Its name or what it does leaves no doubt. */
  readonly isCertain: boolean
  /** Known by its path or the name of its handler, not by what it calls alone. */
  readonly isNamed: boolean
  readonly kind: 'credential' | 'expensive'
  /** Whoever calls it has a token already, and gets another one for it. */
  readonly renews: boolean
}

const METHODS = /^(?:POST|PUT|PATCH|ALL|MUTATION)$/
/** Words as written in one piece or apart: `sign-in`, `signIn`, `sign_in`, `signin`. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/ (?:log in|login|sign in|signin)(?: (?:action|user|local|email|password|simple|phone|(?:with|by|using) .*))? $/, 'a login'],
  [/ (?:register|registration|sign up|signup)(?: user| account| with email| email)? $/, 'a registration'],
  [/ (?:register user|create user account) $/, 'a registration'],
  [/ (?:(?:forgot(?:ten)?|forget|reset|recover|lost|set new|request|new) (?:my )?password|password (?:forgot(?:ten)?|forget|reset|recovery|lost|request)|reset request|account recovery|recover account) /, 'a password reset'],
  [/ (?:otp|totp|2fa|mfa|two factor(?: auth\w*)?|one time (?:code|password|token)|verification codes?|verify (?:code|otp|phone|sms)|(?:send|resend|request|check|validate|verify|confirm) (?:the )?(?:sms |email |phone |auth |login |reset )?(?:code|otp|pin)|(?:use|verify|check) (?:backup|recovery) codes?) /, 'a one-time code'],
  [/ (?:magic links?|passwordless|email link|login link) /, 'a magic link'],
  [/ (?:(?:send|resend|resent|request) (?:email )?(?:verification|activation|confirmation|confirm|verify) (?:e ?mails?|mails?|links?)|resend (?:email )?(?:verification|activation|confirmation)) $/, 'a mail to confirm an address'],
  [/ (?:oauth2? token|auth token|access token|authenticate|connect token) $/, 'a token'],
]
/** Things that are registered or reset and are no accounts; routes that hand over to somebody who limits. */
const OTHER = / (?:webhooks?|devices?|runners?|nodes?|agents?|workers?|push|events?|courses?|clients?|plugins?|services?|sso|saml|oidc|openid|callback|google|github|gitlab|facebook|twitter|apple|microsoft|azure|discord|slack|linkedin|auth0|okta|logout|sign out|signout|log out|setup|demo|billing|cms|settings?|policy|policies|config|cron|internal|disable|enable|view|status|last (?:login|log in|sign in|signin)) /
/** Guards that check a name and a password that come with the request. */
const CHECKS_BY_GUARD = /\bauthenticate\(\s*['"`](?:local|ldap\w*)\b|\bLocalAuthGuard\b|\bAuthGuard\(\s*['"`]local\b/
/** The handler takes a key out of the headers itself. */
const READS_KEY = /\bheaders?\b[^;]{0,40}\b(?:authorization|(?:x-)?api-?key)\b/i
/** By their path, and what they do when they are what their path says. */
const EXPENSIVE: readonly (readonly [RegExp, string, readonly OperationKind[]])[] = [
  [/ (?:export|exports|download all|report pdf|generate pdf) /, 'an export', ['query', 'cpu']],
  [/ (?:upload|uploads|import) $/, 'an upload', ['storage', 'file-write', 'cpu', 'query']],
  [/ search $/, 'a search', ['query', 'http']],
]

/** `/auth/refresh`, `renewToken` */
const RENEWS = / (?:refresh|renew|rotate) /

/** What kind of attempts an entry point takes; undefined for the others. */
export function attemptOf(entry: EntryPoint, report: GuardReport, model: Model): Attempt | undefined {
  const attempt = attemptIn(entry, report, model)
  return attempt && { ...attempt, renews: !attempt.isNamed && RENEWS.test(placeIn(entry) + words(nameOf(entry))) }
}

/** The last parts of a path, in words. */
function placeIn({ path }: EntryPoint): string {
  return words((path ?? '').split('/').filter((part) => part !== '' && !/^[:{[*]/.test(part)).slice(-3).join('/'))
}

function attemptIn(entry: EntryPoint, report: GuardReport, model: Model): Omit<Attempt, 'renews'> | undefined {
  if (!isServing(entry)) return undefined
  const place = placeIn(entry)
  const name = words(nameOf(entry))
  const isOther = OTHER.test(place) || OTHER.test(name)
  // What an administrator does to others is behind the guard of the whole application.
  const isAdmin = / admin /.test(place) || / admin /.test(name)
  const changes = entry.method === undefined || METHODS.test(entry.method)
  if (changes && !isOther) {
    for (const [pattern, what] of KINDS) {
      if (isAdmin && what !== 'a login') continue
      // A message of a socket that only looks at the token it is sent.
      if (what === 'a token' && entry.kind !== 'route' && report.checksCredential === undefined && report.issuesCredential === undefined) continue
      // Whether somebody is registered under a number is not a code.
      if (what === 'a one-time code' && / verify phone /.test(place + name) && !/\b(?:otp|pin|token|\w*codes?)\b|sms|send/i.test(nearbyText(entry.handler, model).replace(/country_?code/gi, ''))) continue
      // `setMobileLogin`, `toggleSignIn` switch something; `register` of a socket that makes no row and no token says who is there.
      if (what === 'a login' && / (?:set|toggle) /.test(name)) continue
      if (what === 'a registration' && entry.kind === 'procedure' && report.checksCredential === undefined && report.issuesCredential === undefined && !model.reachedBy(entry.handler, 'query').some(({ operation }) => operation.access === 'write')) continue
      if (pattern.test(place)) return { what, isCertain: what !== 'a token' || !isLeftToLibrary(entry, report, model), isNamed: true, kind: 'credential' }
      if (pattern.test(name)) return { what, isCertain: report.checksCredential !== undefined || entry.path === undefined || entry.kind !== 'route', isNamed: true, kind: 'credential' }
    }
    // The key that comes with every request was made by a machine; nobody guesses it.
    if (report.checksCredential !== undefined && !READS_KEY.test(entry.handler.node.getText())) return { what: `a check by ${report.checksCredential}`, isCertain: true, isNamed: false, kind: 'credential' }
    // `passport.authenticate('local')` in front of the handler.
    const checks = report.guards.find((guard) => guard.middleware !== undefined && guard.middleware.scope === 'route' && CHECKS_BY_GUARD.test(guard.middleware.label))
    if (checks?.middleware) return { what: `a check by ${checks.middleware.label}`, isCertain: true, isNamed: false, kind: 'credential' }
    // Whoever renews a token has one that nobody guesses.
    if (report.issuesCredential !== undefined && / (?:auth|accounts?|sessions?|tokens?|users?) /.test(place) && !RENEWS.test(place + name))
      return { what: `a token by ${report.issuesCredential}`, isCertain: true, isNamed: false, kind: 'credential' }
  }
  // What asks whether the service and its providers are there is asked every few seconds.
  if (entry.kind !== 'route' || / (?:health\w*|liveness|readiness|livez|readyz|ping|heartbeat) /.test(words(entry.path ?? ''))) return undefined
  if (model.reachedBy(entry.handler, 'llm').some((reached) => reached.distance <= 3)) return { what: 'a call of a language model', isCertain: true, isNamed: false, kind: 'expensive' }
  // Deleting what was uploaded, or listing it, is not dear.
  for (const [pattern, what, work] of EXPENSIVE) if (pattern.test(place) && (changes || what !== 'an upload')) return { what, isCertain: work.some((kind) => model.reachedBy(entry.handler, kind).some(({ cached }) => !cached)) && !(what === 'a search' && asksForLittle(entry, model)), isNamed: true, kind: 'expensive' }
  return undefined
}

/** `controller.token(req.body)`: a library answers that is handed all that was sent. */
function isLeftToLibrary({ handler }: EntryPoint, { checksCredential, issuesCredential }: GuardReport, model: Model): boolean {
  if (checksCredential !== undefined || issuesCredential !== undefined) return false
  const units = [handler, ...handler.calls.flatMap((call) => model.resolve(call).units)]
  return units.some((unit) => unit.calls.some((call) => model.resolve(call).units.length === 0 && argumentsOf(call.node).some((argument) => /^(?:req|request|ctx\.request|ctx)\.body$/.test(argument.getText()))))
}

/** The text of a handler and of what it calls, two calls deep. */
export function nearbyText(handler: Unit, model: Model): string {
  const units = new Set([handler])
  for (let depth = 0; depth < 2; depth++) for (const unit of [...units]) for (const next of [...unit.children, ...unit.calls.flatMap((call) => model.resolve(call).units)]) units.add(next)
  return [...units].map(({ node }) => node.getText()).join('\n')
}

function isServing(entry: EntryPoint): boolean {
  return entry.kind === 'route' || entry.kind === 'resolver' || entry.kind === 'procedure' || entry.kind === 'action'
}

/** The name of the handler, where it has one of its own. */
function nameOf(entry: EntryPoint): string {
  const name = entry.handler.name
  return / /.test(name) ? '' : name.slice(name.lastIndexOf('.') + 1)
}

/** ` sign in with email `: lower case, one space between words and around. */
function words(text: string): string {
  return ` ${text
    .replace(/([a-z\d])([A-Z])|([A-Z]{2})(?=[A-Z][a-z])/g, '$1$3 $2')
    .replace(/2 fa/gi, '2fa')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, ' ')
    .trim()} `
}
