import type { ts } from 'ts-morph'
import { defineRule, type RuleContext } from '../../src/engine/rule.js'
import type { Assignment } from '../../src/secrets/assignments.js'
import { wordsOf } from '../../src/secrets/names.js'
import { readAssignments } from '../../src/secrets/read.js'
import { identityOf, occurrences, redacted } from '../../src/secrets/redaction.js'
import { scan, type Found, type Scan } from '../../src/secrets/scan.js'
import { judge, mayHoldSecret, type Judged } from '../../src/secrets/values.js'
import type { FileKind, WorkspaceFile } from '../../src/workspace/types.js'
import { checkEnvFiles, isCommitted } from './env-files.js'
import { fixesFor, type Move } from './fixes.js'
import { weighFound, weighNamed, type Weight } from './judgement.js'
import { holdsNoConfiguration, settingOf, type Setting } from './setting.js'

/** In an input field or in the description of an API, to show what belongs there. */
const SHOWN = /\b(?:placeholder|examples?|samples?)["']?\s{0,2}[=:]\s{0,2}\{?["'`]?$/i
/** Characters above which programs are searched for known forms only. */
const LARGEST_PROGRAM = 1_000_000
/** The same for JSON, YAML and the like: what is larger is data, and configures nothing. */
const LARGEST_CONFIGURATION = 200_000
/** Bytes of JSON, YAML and the like above which nothing is read: a dump, and searching it would cost more than all code. */
const LARGEST_DATA = 500_000
const DATA: ReadonlySet<FileKind> = new Set(['json', 'yaml', 'toml'])

/** In a comment behind a value of a test. */
const INVENTED = /(?:\/\/|#|\/\*).{0,40}\b(?:dummy|fake|mock|invented|made[- ]up|not (?:a )?real|test(?:ing)? (?:secret|key|token|value))\b/i

/** What a literal is given to, and what that means. */
interface Named {
  readonly assignment: Assignment
  readonly judged: Judged
  readonly weight: Weight
}

export default defineRule({
  id: 'hardcoded-secret',
  severity: 'critical',
  title: 'A credential is written in code or configuration.',
  category: 'sharp-edge',
  topic: 'security',
  handoff: 'cybersecurity',
  cwe: [798, 259, 321],
  securitySeverity: 9.1,
  readsTextOnly: true,
  hides: true,
  check(context) {
    const today = Date.now()
    for (const file of context.workspace.files) {
      if ((file.kind === 'env' && !isCommitted(file)) || (DATA.has(file.kind) && file.size > LARGEST_DATA)) continue
      const text = file.text()
      // With the rule off as with it on: no report may show what this pass finds, so it is not the rule's own cost.
      const scanned = context.workspace.sharedTime.measure('secrets', () => scan(text, today))
      const isNamed = mayHoldNamed(file, text, scanned)
      if (scanned.found.length > 0 || isNamed) new FileCheck(context, file, text).check(scanned, isNamed)
    }
    checkEnvFiles(context, today)
  },
})

/** Asked before anything about the file is: most files name no secret, and most that do give it no value. */
function mayHoldNamed({ kind }: WorkspaceFile, text: string, { names, places }: Scan): boolean {
  if (names.size === 0 || text.length > (kind === 'source' ? LARGEST_PROGRAM : LARGEST_CONFIGURATION)) return false
  return kind !== 'source' || mayHoldSecret(text, names, places)
}

class FileCheck {
  private readonly setting: Setting
  private readonly taken = new Set<string>()
  private tree: ts.SourceFile | undefined
  private isParsed = false

  constructor(
    private readonly context: RuleContext,
    private readonly file: WorkspaceFile,
    private readonly text: string,
  ) {
    this.setting = settingOf(file)
  }

  /** @param isNamed whether something may be secret by the name it is given to */
  check({ found, places }: Scan, isNamed: boolean): void {
    const seen = new Set<string>()
    for (const one of found) {
      if (SHOWN.test(this.text.slice(Math.max(0, one.start - 40), one.start))) continue
      const value = this.text.slice(one.start, one.end)
      if (this.setting === 'test') {
        // Tests repeat a value in each block; it is one thing to revoke.
        if (seen.has(value) || INVENTED.test(restOfLine(this.text, one.end))) continue
        seen.add(value)
      }
      const weight = weighFound(one, this.setting, this.text, this.file.relative)
      if (weight) this.reportFound(one, weight)
    }
    if (!isNamed || this.setting === 'test' || this.setting === 'example' || holdsNoConfiguration(this.file)) return
    const causes = new Map<string, Named[]>()
    for (const assignment of readAssignments(this.file.kind, this.text, () => this.syntax(), places)) {
      if (found.some((one) => one.start < assignment.end && assignment.start < one.end) || isExampleOfApi(assignment)) continue
      const judged = judge(assignment)
      const weight = judged && weighNamed(assignment, judged, this.setting)
      if (!weight) continue
      // The same key in all rows of a list, or one value under several names of a configuration, is mended at once.
      const cause = this.file.kind === 'source' ? `${assignment.literalStart}` : this.file.kind === 'json' || this.file.kind === 'yaml' ? [...assignment.path, assignment.name].join('.') : `=${assignment.value}`
      const known = causes.get(cause)
      if (known) known.push({ assignment, judged, weight })
      else causes.set(cause, [{ assignment, judged, weight }])
    }
    for (const [first, ...others] of causes.values()) if (first) this.reportNamed(first, others)
  }

  private syntax(): ts.SourceFile | undefined {
    if (!this.isParsed) this.tree = this.context.syntax(this.file)
    this.isParsed = true
    return this.tree
  }

  private reportFound(found: Found, weight: Weight): void {
    const value = this.text.slice(found.start, found.end)
    const secret = found.kind === 'connection' ? found.password : value
    this.context.report({
      at: { file: this.file, start: found.start, end: found.end },
      message: `${describe(found, value)} is written in ${this.file.relative}`,
      why: whyFound(found, this.setting),
      ...weight,
      // A password could be guessed from the hash of all that is known around it.
      identity: found.kind === 'connection' ? `connection ${found.scheme} ${found.host}` : identityOf(value),
      redact: [{ start: found.start, end: found.end }, ...occurrences(this.text, secret)],
      fixes: this.fixes(found.start, variableOf(found), revokeOf(found), (literal) => literal.trim().startsWith(value.slice(0, 24)) && (found.kind === 'connection' || literal.trim().length <= value.length + 2)),
    })
  }

  private reportNamed({ assignment, judged, weight }: Named, others: readonly Named[]): void {
    const { format } = judged
    const hidden = [assignment, ...others.map((other) => other.assignment)]
    this.context.report({
      at: { file: this.file, start: assignment.literalStart, end: assignment.literalEnd },
      message: `${describeNamed(assignment, judged)}${alsoIn(assignment, others)}`,
      why: whyNamed(assignment, judged, this.setting),
      ...weight,
      // What a person made up could be guessed from its hash.
      identity: judged.strength === 'strong' ? identityOf(assignment.value) : `${assignment.role} ${[...assignment.path, assignment.name].join('.')}`,
      redact: hidden.flatMap(({ start, end, value }) => [{ start, end }, ...(value.length >= 8 && (value !== assignment.value || start === assignment.start) ? occurrences(this.text, value) : [])]),
      fixes: this.fixes(assignment.literalStart, assignment.variable ?? environmentName(assignment, format?.provider), format?.revoke, () => true),
    })
  }

  private fixes(at: number, variable: string, revoke: string | undefined, isWhole: Move['isWhole']) {
    const tree = this.file.kind === 'source' && this.setting !== 'test' ? this.syntax() : undefined
    return fixesFor(this.context.workspace, { file: this.file, tree, at, isWhole, variable, revoke, taken: this.taken })
  }
}

/** Sample values in API descriptions. */
function isExampleOfApi({ path, name }: Assignment): boolean {
  return [...path, name].some((one) => /^(?:examples?|samples?|placeholders?|mocks?|i18n|translations?|messages|labels?|@Api\w+|ApiProperty\w*|enum|pattern|description|title|faker?)$/i.test(one))
}

function restOfLine(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(at, Math.min(end < 0 ? text.length : end, at + 120))
}

/** Where else the same mistake stands in the file. */
function alsoIn({ name }: Assignment, others: readonly Named[]): string {
  if (others.length === 0) return ''
  const names = [...new Set(others.flatMap((other) => (other.assignment.name === name ? [] : [`"${other.assignment.name}"`])))]
  return names.length === 0 ? `, and ${others.length} more like it` : `, and so ${names.length === 1 ? 'is' : 'are'} ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`
}

function describe(found: Found, value: string): string {
  switch (found.kind) {
    case 'token':
      return `The ${found.format.provider} ${found.format.what} ${redacted(value, found.prefix)}`
    case 'private-key':
      return /^(?:rsa|ec|dsa|openssh|pgp|encrypted)/i.test(found.what) ? `A private key (${found.what})` : 'A private key'
    case 'jwt':
      return found.role === 'service_role' ? 'A JSON web token with the role service_role' : 'A JSON web token'
    case 'connection':
      return `The password for ${found.scheme} at ${found.host}`
    case 'parameter':
      return `The credential in the URL parameter "${found.name}"`
  }
}

function whyFound(found: Found, setting: Setting): string {
  const reach = 'Whoever reads the repository, a fork or an image built from it can use it, and it stays in the history after the line is gone.'
  if (found.kind === 'connection' && found.isLocal) return 'The host is a local one, so this is a risk only where the same password is used elsewhere or the default reaches a deployment. Read it from the environment.'
  if (found.kind === 'jwt') return `${found.isExpired ? 'It has expired, but shows who issues tokens and how.' : reach} Take it out, and end the session it belongs to or change the key that signed it.`
  if (found.kind === 'parameter') return `${reach} Proxies and logs on the way keep the URL too. Make a new one, read it from the environment, and send it in a header where the service takes that.`
  if (found.kind === 'private-key') return `${reach} Make a new key pair, and load the key from the environment or a secret store.`
  if (found.kind === 'connection') return `${reach} Change the password, and read the whole connection string from the environment.`
  return `${setting === 'test' || setting === 'example' ? 'It has the form of a live key. ' : ''}${reach} Revoke it (${found.format.revoke}), and read a new one from the environment.`
}

function describeNamed({ name, role, callee, variable }: Assignment, { format, kind }: Judged): string {
  if (role === 'signing') return callee ? `The key given to ${callee} is a literal` : `The signing key "${name}" is a literal`
  if (role === 'fallback') return `${variable ?? name} falls back to a literal when it is not configured`
  if (callee === 'comparison') return `"${name}" is compared with a literal that is a credential`
  if (kind === 'header') return 'An authorization header with its credential is a literal'
  if (format) return `The ${format.provider} ${format.what} in "${name}" is a literal`
  return `"${name}" is given a credential as a literal`
}

function whyNamed({ role }: Assignment, { format, kind, strength }: Judged, setting: Setting): string {
  if (kind === 'signing' && role !== 'named') {
    const forge = 'Whoever knows the key can forge sessions, tokens or signatures, and everybody who has seen the code knows it.'
    return role === 'fallback' ? `${forge} A deployment that forgets the variable runs with it and says nothing. Refuse to start without the variable.` : `${forge} Read it from the environment, and refuse to start without it.`
  }
  if (role === 'fallback') return 'A deployment that forgets the variable uses a credential that stands in the repository, and says nothing. Refuse to start without it.'
  if (strength === 'common' || setting === 'development') return 'It is a default for local use; a deployment made from this file starts with a password everybody knows. Read it from the environment.'
  return `Everybody with the repository, a fork or an image built from it has the credential, and it stays in the history. ${format ? `Revoke it (${format.revoke}), and read` : 'Change it, and read'} the new one from the environment.`
}

function variableOf(found: Found): string {
  switch (found.kind) {
    case 'token':
      return found.format.variable
    case 'private-key':
      return 'PRIVATE_KEY'
    case 'jwt':
      return 'ACCESS_TOKEN'
    case 'parameter':
      return wordsOf(found.name).join('_').toUpperCase()
    case 'connection':
      return /^redis/.test(found.scheme) ? 'REDIS_URL' : /^amqp/.test(found.scheme) ? 'AMQP_URL' : /^mongodb/.test(found.scheme) ? 'MONGODB_URI' : /^smtp/.test(found.scheme) ? 'SMTP_URL' : /^https?$/.test(found.scheme) ? 'SERVICE_URL' : 'DATABASE_URL'
  }
}

function revokeOf(found: Found): string | undefined {
  return found.kind === 'token' ? found.format.revoke : undefined
}

/** `stripe.apiKey` as `STRIPE_API_KEY`; names of one word take the object around with them. */
function environmentName({ name, path }: Assignment, provider: string | undefined): string {
  const own = wordsOf(name)
  const known = wordsOf(provider ?? '')
  if (known.length > 0) return [...known.filter((word) => !own.includes(word)), ...own].join('_').toUpperCase()
  const owner = path.filter((one) => /^[A-Za-z]\w{1,24}$/.test(one) && !/^(?:config|configuration|options|settings|default|env|environment|register|registerAsync|use|forRoot|data|stringData)$/i.test(one)).at(-1)
  const words = own.length < 2 && owner ? [...wordsOf(owner), ...own] : own
  return words.join('_').toUpperCase().replace(/^(?=\d)/, '_') || 'SECRET'
}
