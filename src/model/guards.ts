/**
 * What stands before a handler, by what it does: who may come in, how often, and with what.
 *
 * A library says it by a tag. A function or class of the project is known by what running it leads to: it asks a
 * limiter, or counts and answers "too many requests"; it looks at a token and answers "unauthorized"; it parses with a
 * schema. A name alone is a guess, and said to be one.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import type { Tag } from '../libraries/tags.js'
import { isExempt, isOptional } from './exemptions.js'
import type { Graph } from './graph.js'
import { beforeHandingOn } from './handing-on.js'
import { isInBranch, isSwallowed, refusesNobody, UNAUTHORIZED } from './own-guards.js'
import type { Resolver } from './resolver.js'
import { RolesPast } from './roles-past.js'
import { hasSoleOwner } from './sole-owner.js'
import { ownersOnly, staffOnly } from './staff.js'
import type { EntryPoint, Guard, GuardReport, Middleware, Staff, Unit } from './types.js'

/** What running a unit leads to. */
interface Summary {
  /** The call that asks a limiter, as written. */
  readonly limiter: string | undefined
  /** A call near by whose name says that it limits. */
  readonly namedLimiter: string | undefined
  /** The call that authenticates by a library, as written. */
  readonly authenticator: string | undefined
  /** It is an error for that call when nobody is found. */
  readonly authenticatorThrows: boolean
  readonly validator: string | undefined
  readonly checksCredential: string | undefined
  readonly issuesCredential: string | undefined
  readonly answersTooMany: boolean
  readonly answersUnauthorized: boolean
  readonly counts: boolean
  /** It answers "too many requests" when too little time has gone by since what it remembers. */
  readonly coolsDown: boolean
  /** Attempts are counted at what is tried, and it refuses after some. */
  readonly testsAttempts: boolean
  readonly countsAttempts: boolean
  readonly readsIdentity: boolean
  /** It does nothing but hand on. */
  readonly isEmpty: boolean
}

const MOST_UNITS = 120
const MOST_DEPTH = 6

const TOO_MANY = /\b429\b|too_?many_?requests|TooManyRequests|rate_?limit_?exceeded/i
const COUNTS = /\.(?:incr|incrby|increment|hincrby|zadd|zcard|zcount|lpush|rpush|llen|consume|hit)\s*\(|\+\+|\+=?\s*1\b|\bcount\s*\(|\.length\s*>=?|\.set\s*\([^)]*\+\s*1/
/** `if (sentCodes >= 5) throw ...`: what was sent lately is counted. */
const TESTS_REQUESTS = /\bif\s*\(\s*(?:\w+\.)*\w*(?:freq|(?:recent|otp|code|sms|request|resend|mail|link)\w*count|count\w*(?:otp|code|sms|request|resend|mail)|(?:recent|sent)(?:otp|code|sms|request|mail)s)\w*(?:\.length)?\s*>=?[^{;]*\)\s*\{?[^}]{0,300}\b(?:throw|return|reject)\b/i
/** `const wait = untilThen(Date.now(), sentAt + PAUSE); if (wait > 0) return res.status(429).json(...)`: by the clock it is too soon. */
const TESTS_CLOCK = /\bif\s*\((?![^{};]*\b(?:err|status|response))[^{};]*[<>][^{};]*\)\s*\{?[^}]{0,200}(?:\b429\b|too_?many_?requests)/i
const CLOCK = /\bDate\.now\(|\bnew Date\(|\.getTime\b/
/** `if (otp.attempts >= 5) throw ...`, `if (user.lockedUntil > new Date()) return ...`, `if (await locks.isUserLocked(id)) res.status(423)` */
const TESTS_ATTEMPTS = /\bif\s*\((?:[^{;]*?\b\w*(?:attempts?|tries|failures|failed\w*count|failed_?log_?ins?)\w*\)*\s*>=?|[^{;]*?\block(?:ed|out)?_?(?:until|at|expires?\w*)\b|[^{;]*?\bis_?\w*locked\w*)[^{;]*\)\s*\{?(?:[^}]{0,300}\b(?:throw|return|reject)\b|[^}]{0,100}\b42[39]\b)/i
const COUNTS_ATTEMPTS = /\binc\w*(?:attempts?|tries|failures?|failed)\w*(?:\.\w+)?\s*\(|(?:attempts?|tries|failures|failed\w*)(?:\+\+|\s*\+=|\)?\s*(?:\?\?|\|\|)?\s*0?\)?\s*\+\s*1\b)|(?:attempts?|tries|failures|failed\w*)['"`]?\s*(?:\]|:)\s*(?:\{\s*['"]?\$?inc|\d|sql|literal|\(\))|\$inc['"]?\s*:\s*\{[^}]*(?:attempts?|tries|failures|failed)|increment\(\s*[^)]*(?:attempts?|tries|failures|failed)|(?:record|register|save|add|track)\w*(?:failed|failure|attempt)\w*\s*\(/i
const IDENTITY = /authorization|www-authenticate|\bcookies?\b|\bsession\b|api[-_]?key|\bjwt\b|\btoken\b|\bbearer\b|\bsignature\b|\b(?:req|request|ctx|context|c|state)\.(?:user|auth|currentUser)\b|\bisAuthenticated\b|getServerSession/i
/** What a validator of requests looks at. */
const INPUT = /\b(?:body|query|params|payload|input|rawInput|files|args|form|dto)\b/i
const VALIDATES = /parse|valid|check|assert|^is$|safe|verify/i
/** Paths by which somebody comes in who is not known yet. */
const ENTERS = /(?:^|[/_-])(?:log|sign)[-_]?(?:in|up)\b|(?:^|[/_-])(?:register|authenticate)$/i
/** A part of the description of the API: `AuthDocs.login(): ApiOperation(...)`. */
const DESCRIBES = /^[^(]*\([^)]*\): Api[A-Z]\w*\(/
const FORGERY = /csrf|xsrf|forgery/i
const LIMITER_NAME = /rate[-_]?limit|throttl|limiter|slow[-_]?down|brute[-_]?force|too[-_]?many/i
const AUTH_NAME = /(?:^|[^a-z])(?:require|ensure|is|check|verify|with|must)?-?_?(?:auth(?!or\b)|authenticated?|authori[sz]ed?|logged_?(?:in|user)|login_?required|jwt|bearer|session_?required|protect(?:ed)?|permission|role|admin|api_?key|signature|hmac)/i

export class Guards {
  private readonly reports = new Map<EntryPoint, GuardReport>()
  private readonly summaries = new Map<Unit, Summary>()
  private readonly past: RolesPast
  private hasSoleOwner: boolean | undefined

  constructor(
    private readonly resolver: Resolver,
    private readonly graph: () => Graph,
    private readonly entries: () => readonly EntryPoint[],
  ) {
    this.past = new RolesPast(resolver)
  }

  /** The guards of an entry point, in the order in which they run, and why other middleware is no limiter. */
  of(entry: EntryPoint): GuardReport {
    let report = this.reports.get(entry)
    if (!report) this.reports.set(entry, (report = this.read(entry)))
    return report
  }

  private read(entry: EntryPoint): GuardReport {
    const guards: Guard[] = []
    const notLimiters: { middleware: Middleware; why: string }[] = []
    const isOff = entry.middleware.some(({ tags }) => tags.some((tag) => tag.name === 'guard' && /^limit\b.*\boff\b/.test(tag.value)))
    for (const middleware of entry.middleware) {
      const found = this.in(middleware).filter((guard) => !(isOff && guard.kind === 'limit') && !(guard.kind === 'auth' && (isOptional(middleware.node) || isExempt(middleware, entry, this.resolver))))
      guards.push(...found)
      if (!found.some((guard) => guard.kind === 'limit')) notLimiters.push({ middleware, why: isOff ? 'limits are switched off for this entry point' : this.whyNoLimiter(middleware) })
    }
    const own = this.summary(entry.handler)
    const lock = own.countsAttempts ? entry.middleware.find(({ units }) => units.some((unit) => this.summary(unit).testsAttempts)) : undefined
    if (lock) guards.push({ kind: 'limit', middleware: lock, how: 'it refuses after some attempts, which the handler counts', confidence: 'medium' })
    if (own.limiter !== undefined) guards.push({ kind: 'limit', middleware: undefined, how: `the handler calls ${own.limiter}`, confidence: 'high' })
    else if (own.namedLimiter !== undefined) guards.push({ kind: 'limit', middleware: undefined, how: `the handler calls ${own.namedLimiter}`, confidence: 'medium' })
    else if (own.answersTooMany && own.counts) guards.push({ kind: 'limit', middleware: undefined, how: 'the handler counts and answers "too many requests"', confidence: 'medium' })
    else if (own.coolsDown) guards.push({ kind: 'limit', middleware: undefined, how: 'the handler answers "too many requests" before some time has gone by', confidence: 'medium' })
    else if (own.testsAttempts && own.countsAttempts) guards.push({ kind: 'limit', middleware: undefined, how: 'the handler counts attempts and refuses after some', confidence: 'medium' })
    const isAuthenticated = own.authenticator !== undefined && this.authenticates(entry.handler)
    // Nobody may be somebody too, where what asks says so without an error.
    const refuses = (isAuthenticated || !ENTERS.test(entry.path ?? '')) && refusesNobody(entry.handler, this.graph())
    if (isAuthenticated) guards.push({ kind: 'auth', middleware: undefined, how: `the handler calls ${own.authenticator}`, confidence: refuses || this.fails(entry.handler) ? 'high' : 'medium' })
    else if (refuses) guards.push({ kind: 'auth', middleware: undefined, how: 'the handler looks at an identity and answers "unauthorized"', confidence: 'medium' })
    return { guards, notLimiters, checksCredential: own.checksCredential, issuesCredential: own.issuesCredential, staffOnly: staffOnly(entry, guards, this.graph(), this.past) ?? this.soleOwner(entry), ownersOnly: ownersOnly(entry, this.past) }
  }

  /** Middleware looks at the token of the only login and sends everybody else away, where that login has one owner. */
  private soleOwner({ middleware }: EntryPoint): Staff | undefined {
    const verifying = middleware.find(({ units }) => units.some((unit) => this.summary(unit).authenticator !== undefined))
    const refusing = middleware.find(({ units }) => units.some((unit) => this.summary(unit).answersUnauthorized))
    if (!verifying || !refusing) return undefined
    this.hasSoleOwner ??= hasSoleOwner(this.entries(), (unit) => this.summary(unit), this.resolver, this.graph())
    return this.hasSoleOwner ? { how: `${refusing.label}, behind the one password there is`, rank: 'system' } : undefined
  }

  /** Whether a handler authenticates in any case, and not only where something else was asked for too. */
  private authenticates(handler: Unit): boolean {
    const isSure = (unit: Unit): boolean => this.asks(unit, (node) => !isInBranch(node, unit.node), ({ authenticator }) => authenticator !== undefined) || unit.children.some((child) => !isInBranch(child.node, unit.node) && isSure(child))
    return isSure(handler)
  }

  /** Whether it is an error for the handler when nobody is found. */
  private fails(handler: Unit): boolean {
    return this.asks(handler, (node) => !isSwallowed(node), ({ authenticatorThrows }) => authenticatorThrows) || handler.children.some((child) => this.fails(child))
  }

  /** Whether a unit finds out who asks by a call of such a kind, itself or by what it calls. */
  private asks(unit: Unit, counts: (node: ts.Node) => boolean, leads: (summary: Summary) => boolean): boolean {
    const isMeant = (node: ts.Node) => !ts.isDecorator(node.parent) && counts(node)
    return (
      this.resolver.callsOf(unit).some((call) => isMeant(call.node) && (this.resolver.resolve(call).library?.tags ?? []).some(authenticates)) ||
      this.graph().edgesOf(unit).some(({ call, target }) => isMeant(call.node) && leads(this.summary(target)))
    )
  }

  /** What one middleware does. */
  in(middleware: Middleware): readonly Guard[] {
    const tagged = middleware.tags.flatMap((tag): Guard[] => {
      const kind = tag.name === 'guard' ? /^(auth|limit|validate|sanitize|cache|transform|error)\b(?!.*\boff\b)/.exec(tag.value)?.[1] : undefined
      return kind ? [{ kind: kind as Guard['kind'], middleware, how: `what its library says of ${middleware.label}`, confidence: 'high' }] : []
    })
    if (tagged.some((guard) => guard.kind === 'limit' || guard.kind === 'auth')) return tagged
    const found = [...tagged]
    // That a form was sent by its own page says nothing of who sent it.
    const isForgery = FORGERY.test(middleware.label)
    // `auth.featureAccess(...)`: what a module of the project is called says nothing of all its functions.
    const label = middleware.label.replace(/\(.*$/s, '')
    const names = [...(middleware.units.length > 0 ? [label.replace(/^.*\./, '')] : [label, ...this.longNameOf(middleware)]), ...middleware.units.map((unit) => unit.name.replace(/\(.*$/s, ''))]
    const summaries = middleware.units.map((unit) => this.summary(unit))
    const limiter = summaries.find((one) => one.limiter !== undefined)
    const isNamedLimiter = names.some((name) => LIMITER_NAME.test(name))
    if (limiter) found.push({ kind: 'limit', middleware, how: `it calls ${limiter.limiter}`, confidence: 'high' })
    else if (summaries.some((one) => one.answersTooMany) && summaries.some((one) => one.counts)) found.push({ kind: 'limit', middleware, how: 'it counts requests and answers "too many requests"', confidence: 'high' })
    else if (isNamedLimiter && !(summaries.length > 0 && summaries.every((one) => one.isEmpty))) found.push({ kind: 'limit', middleware, how: 'its name', confidence: 'medium' })
    // One that limits may look at who asks to count for him.
    const authenticator = isForgery || isNamedLimiter ? undefined : summaries.find((one) => one.authenticator !== undefined)
    if (authenticator) found.push({ kind: 'auth', middleware, how: `it calls ${authenticator.authenticator}`, confidence: 'high' })
    else if (isForgery || isNamedLimiter) return found
    else if (summaries.some((one) => one.answersUnauthorized) && summaries.some((one) => one.readsIdentity)) found.push({ kind: 'auth', middleware, how: 'it looks at an identity and answers "unauthorized"', confidence: 'high' })
    else if (!isNamedLimiter && !DESCRIBES.test(middleware.label) && names.some((name) => AUTH_NAME.test(name)) && !(summaries.length > 0 && summaries.every((one) => one.isEmpty))) found.push({ kind: 'auth', middleware, how: 'its name', confidence: 'medium' })
    const validator = summaries.find((one) => one.validator !== undefined)
    if (validator && !found.some((guard) => guard.kind === 'validate')) found.push({ kind: 'validate', middleware, how: `it calls ${validator.validator}`, confidence: 'high' })
    return found
  }

  /** `const b = app.auth.bearer; app.get(path, b(handler))`: what the short name stands for. */
  private longNameOf({ node }: Middleware): string[] {
    const named = ts.isCallExpression(node) ? skipOuter(node.expression) : node
    const held = ts.isIdentifier(named) ? this.resolver.initializerOf(named) : undefined
    return held && ts.isPropertyAccessExpression(skipOuter(held)) ? [held.getText()] : []
  }

  private whyNoLimiter(middleware: Middleware): string {
    const kinds = middleware.tags.flatMap((tag) => (tag.name === 'guard' ? [tag.value.split(' ')[0] ?? ''] : []))
    if (kinds.length > 0) return `its library says that it is for ${[...new Set(kinds)].join(', ')}`
    if (middleware.units.length === 0) return 'no code of the project and no library model says that it limits'
    const summaries = middleware.units.map((unit) => this.summary(unit))
    if (summaries.every((one) => one.isEmpty)) return 'it does nothing but hand on'
    if (summaries.some((one) => one.answersTooMany)) return 'it answers "too many requests" but counts nothing, and calls no limiter'
    return 'it calls no limiter and never answers "too many requests"'
  }

  /** What running a unit leads to, through everything it calls. */
  private summary(root: Unit): Summary {
    const known = this.summaries.get(root)
    if (known) return known
    const seen = new Set<Unit>([root])
    /** Units whose errors end at a call that leads to them. */
    const quiet = new Set<Unit>()
    let level: Unit[] = [root]
    const readsInput = INPUT.test(root.node.getText())
    const found: { -readonly [Key in keyof Summary]: Summary[Key] } = {
      limiter: undefined,
      namedLimiter: undefined,
      authenticator: undefined,
      authenticatorThrows: false,
      validator: undefined,
      checksCredential: undefined,
      issuesCredential: undefined,
      answersTooMany: false,
      answersUnauthorized: false,
      counts: false,
      coolsDown: false,
      testsAttempts: false,
      countsAttempts: false,
      readsIdentity: false,
      isEmpty: isEmpty(root),
    }
    for (let depth = 0; depth < MOST_DEPTH && level.length > 0 && seen.size < MOST_UNITS; depth++) {
      const next: Unit[] = []
      for (const unit of level) {
        const { text, isAfter } = beforeHandingOn(unit)
        this.readTags(unit, found, readsInput, isAfter, quiet.has(unit))
        // Far away the same words mean other things.
        if (depth <= 2) {
          found.namedLimiter ??= unit.calls.map((call) => (ts.isDecorator(call.node.parent) || isAfter(call.node) || limitsClient(call.node) ? '' : calleeText(call.node))).find((callee) => LIMITER_NAME.test(callee))
          found.answersTooMany ||= TOO_MANY.test(text) || TESTS_REQUESTS.test(text)
          found.counts ||= COUNTS.test(text)
          found.coolsDown ||= TESTS_CLOCK.test(text) && CLOCK.test(text)
          found.testsAttempts ||= TESTS_ATTEMPTS.test(text)
          found.countsAttempts ||= COUNTS_ATTEMPTS.test(text)
          found.answersUnauthorized ||= UNAUTHORIZED.test(text)
          found.readsIdentity ||= IDENTITY.test(text)
        }
        const edges = this.graph().edgesOf(unit).filter(({ call }) => !ts.isDecorator(call.node.parent) && !isAfter(call.node))
        for (const { call, target } of edges) if (!seen.has(target) && (quiet.has(unit) || isSwallowed(call.node))) quiet.add(target)
        const called = edges.map(({ target }) => target)
        for (const target of [...called, ...unit.children.filter(({ node }) => !isAfter(node))])
          if (!seen.has(target)) {
            seen.add(target)
            next.push(target)
          }
      }
      level = next
    }
    this.summaries.set(root, found)
    return found
  }

  private readTags(unit: Unit, found: { -readonly [Key in keyof Summary]: Summary[Key] }, readsInput: boolean, isAfter: (node: ts.Node) => boolean, isQuiet: boolean): void {
    const asked = readsInput ? unit.calls.filter(({ name }) => VALIDATES.test(name)) : []
    for (const call of new Set([...this.resolver.callsOf(unit), ...asked])) {
      if (ts.isDecorator(call.node.parent) || isAfter(call.node)) continue
      const library = this.resolver.resolve(call).library
      for (const tag of library?.tags ?? []) {
        const text = () => calleeText(call.node)
        if (tag.name === 'guard' && /^limit\b/.test(tag.value)) found.limiter ??= text()
        else if (authenticates(tag)) {
          found.authenticator ??= text()
          found.authenticatorThrows ||= !isQuiet && tag.name === 'credential' && !isSwallowed(call.node)
        }
        // A token or a setting that is parsed on the way is not what was sent.
        else if (tag.name === 'validates' && readsInput) found.validator ??= text()
        else if (tag.name === 'credential' && tag.value === 'check') found.checksCredential ??= text()
        else if (tag.name === 'credential' && tag.value === 'issue') found.issuesCredential ??= text()
      }
    }
  }
}

/** Whether a tag says that a call finds out who asks. */
function authenticates({ name, value }: Tag): boolean {
  return (name === 'guard' && /^auth\b/.test(value)) || (name === 'credential' && value === 'verify')
}

/** `rateLimit(axios, { maxRPS: 5 })`: how often the application itself asks others. */
function limitsClient(node: ts.Node): boolean {
  const first = ts.isCallExpression(node) || ts.isNewExpression(node) ? node.arguments?.[0] : undefined
  return first !== undefined && /(?:axios|client|http|fetch|got|agent|api)(?:\.create\(.*\))?$/is.test(first.getText())
}

function calleeText(node: ts.Node): string {
  const callee = ts.isCallExpression(node) || ts.isNewExpression(node) ? node.expression : node
  return callee.getText().replace(/\s+/g, ' ').slice(-60)
}

/** A body that only calls what comes next, or nothing at all. */
function isEmpty(unit: Unit): boolean {
  if (unit.children.length > 0) return false
  const body = (unit.node as ts.FunctionLikeDeclaration).body
  if (!body) return false
  const statements = ts.isBlock(body) ? body.statements : undefined
  if (statements && statements.length > 1) return false
  return unit.calls.every((call) => call.name === 'next')  && /^\{?\s*(?:return\s+|await\s+|return await\s+)?(?:next\(\)|true)?;?\s*\}?$/.test(body.getText())
}
