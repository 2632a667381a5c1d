/**
 * Calls that write to a log: of loggers that packages declare, of the project's own, and of what is called like one.
 *
 * A function of the project is a logger when it hands a parameter on to a log and does little else, or says by its name
 * that it logs; a call of it then writes that argument.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, receiverOf, skipOuter } from '../libraries/paths.js'
import type { WorkspaceFile } from '../workspace/types.js'
import type { CallIndex, CallsByName } from './calls.js'
import type { LogEntry, LogFacts, LoggedValue, LogLevel, SensitiveValue } from './log-types.js'
import { partsOf } from './logged-parts.js'
import { tagIn } from './operations.js'
import type { Program } from './program.js'
import { filesImporting, HIDES_NOTHING, Redaction, type Hides } from './redaction.js'
import type { Resolver } from './resolver.js'
import { SensitiveValues, type SensitiveContext } from './sensitive-values.js'
import type { Call, LibraryTarget, Unit } from './types.js'

/** Members by which something called a logger writes. */
const LEVELS = new Map<string, LogLevel>([
  ...['log', 'info', 'http', 'notice', 'success', 'data', 'mark', 'write', 'audit'].map((name): [string, LogLevel] => [name, 'info']),
  ...['warn', 'warning'].map((name): [string, LogLevel] => [name, 'warn']),
  ...['error', 'fatal', 'critical', 'crit', 'alert', 'emerg', 'exception', 'fail'].map((name): [string, LogLevel] => [name, 'error']),
  ...['debug', 'trace', 'verbose', 'silly', 'dir', 'table'].map((name): [string, LogLevel] => [name, 'debug']),
])
/** A receiver that is called a logger. */
const LOGGER = /^(?:[_$#]*(?:log|LOG|logs)|[\w$]*(?:[lL]ogger|LOGGER|[lL]ogging)\w{0,8}|[\w$]*Log)$/
const LOG_NAME = /^_?(?:log|warn|warning|error|info|debug|trace|verbose|fatal|notice|audit|silly|print)(?=[A-Z_]|$)|[a-z]Log(?=[A-Z]|$)|^(?:write|add|emit|append)\w*Log/
/** Calls that make a line ready. */
const FORMATTING = /^(?:stringify|inspect|format|String|toString|toISOString|Date|now|push|unshift|join|concat|map|filter|assign|keys|entries|isArray|isEmpty|slice|padStart|padEnd|toUpperCase|toLowerCase|apply|call|bind|split|replace|trim|includes|startsWith|hrtime|uptime|getStore|child|withContext|getLogger|chalk|red|green|yellow|blue|gray|grey|cyan|bold|dim|magenta)$/
/** Functions of a page that run on the server. */
const SERVER_PART = /^(?:getServerSideProps|getStaticProps|loader|action|generateMetadata|GET|POST|PUT|PATCH|DELETE)$/
const MOST_STATEMENTS = 12
const MOST_ROUNDS = 3

/** A parameter of a function of the project that ends in a log. */
interface Passed {
  readonly index: number
  readonly isRest: boolean
  readonly path: readonly string[]
  readonly hides: Hides
}

interface Wrapper {
  readonly level: LogLevel
  readonly passed: Passed[]
}

export class LogIndex implements LogFacts {
  private readonly byCall = new Map<Call, LogEntry>()
  private readonly wrappers = new Map<Unit, Wrapper>()
  private readonly redaction: Redaction
  private entriesRead: readonly LogEntry[] | undefined
  private sensitiveRead: readonly SensitiveValue[] | undefined
  private importingRead: ReadonlySet<WorkspaceFile> | undefined

  constructor(
    private readonly program: Program,
    private readonly names: CallsByName,
    private readonly resolver: Resolver,
    calls: CallIndex,
    private readonly context: SensitiveContext,
  ) {
    this.redaction = new Redaction(program, names, resolver, calls)
  }

  get entries(): readonly LogEntry[] {
    this.entriesRead ??= this.find()
    return this.entriesRead
  }

  get sensitive(): readonly SensitiveValue[] {
    if (!this.sensitiveRead) {
      const values = new SensitiveValues(this.context, (parameter) => this.isHandedOnBy(parameter))
      this.sensitiveRead = this.entries.flatMap((entry) => values.in(entry))
    }
    return this.sensitiveRead
  }

  get requestLogs(): readonly Call[] {
    return this.redaction.requestLogs
  }

  private find(): LogEntry[] {
    const isOfServer = ({ node, unit }: Call) => ts.isCallExpression(node) && !this.resolver.isClient(unit.file) && !isOfPage(unit)
    const calls = this.names.where(isOfServer)
    /** Calls of functions of the project on something that is called a logger. */
    const named: { call: Call; level: LogLevel }[] = []
    let fresh: LogEntry[] = []
    for (const call of calls.matching((name) => LEVELS.has(name) || this.program.tagged.logs.has(name))) {
      const level = LEVELS.get(call.name) ?? 'info'
      const found = this.direct(call, level)
      if (found === 'named') named.push({ call, level })
      else if (found) fresh.push(found)
    }
    for (let round = 0; round < MOST_ROUNDS && fresh.length > 0; round++) {
      for (const entry of fresh) this.byCall.set(entry.call, entry)
      const names = new Set(fresh.flatMap((entry) => this.readWrapper(entry) ?? []))
      fresh = [...names].flatMap((name) => calls.named([name]).flatMap((call) => this.through(call) ?? []))
    }
    for (const entry of fresh) this.byCall.set(entry.call, entry)
    // A logger whose bodies are not understood is one all the same.
    for (const { call, level } of named) if (!this.byCall.has(call)) this.byCall.set(call, this.entry(call, level, 'shape', valuesOf(argumentsOf(call.node)), () => this.redaction.of(receiverOf(call.node), undefined), 'medium'))
    return [...this.byCall.values()].sort((left, right) => left.unit.id - right.unit.id || left.call.node.pos - right.call.node.pos)
  }

  /** Files that import a package which declares loggers. */
  private get importing(): ReadonlySet<WorkspaceFile> {
    this.importingRead ??= filesImporting(this.program, '@effect log')
    return this.importingRead
  }

  /** `named` where it leads to the project, and its receiver is called a logger. */
  private direct(call: Call, level: LogLevel): LogEntry | 'named' | undefined {
    const receiver = receiverOf(call.node)
    if (receiver && ts.isIdentifier(receiver) && receiver.text === 'console') {
      const given = argumentsOf(call.node)
      // `console.table(orders, ['id', 'total'])` writes no other columns.
      const columns = call.name === 'table' ? given[1] : undefined
      const hides = columns && ts.isArrayLiteralExpression(columns) ? (path: readonly string[]) => !columns.elements.some((column) => ts.isStringLiteralLike(column) && path.includes(column.text)) : undefined
      return this.entry(call, level, 'console', valuesOf(given), () => hides ?? HIDES_NOTHING, 'high')
    }
    const isNamed = receiver !== undefined && LEVELS.has(call.name) && isLoggerName(receiver)
    if (!isNamed && !this.program.tagged.logs.has(call.name)) return undefined
    // `promise.error(...)`, `response.data(...)`: only what a package declares counts, and most receivers are nothing of that kind.
    if (!isNamed && receiver && !mayBeLogger(receiver) && !this.importing.has(call.unit.file)) return undefined
    const { library, units } = this.resolver.resolve(call)
    const words = library && tagIn(library.tags, 'effect')?.value.split(' ')
    if (library && words?.[0] === 'log') return this.entry(call, (words[1] as LogLevel | undefined) ?? level, 'library', loggedBy(call, library), () => this.redaction.of(receiver, library.package), 'high')
    if (!isNamed) return undefined
    if (library && (library.package === 'ecmascript' || library.package === 'node')) return undefined
    if (units.length > 0) return 'named'
    return this.entry(call, level, 'shape', valuesOf(argumentsOf(call.node)), () => this.redaction.of(receiver, undefined), 'medium')
  }

  private through(call: Call): LogEntry | undefined {
    if (this.byCall.has(call)) return undefined
    const wrappers = this.resolver.resolve(call).units.flatMap((unit) => this.wrappers.get(unit) ?? [])
    const [first] = wrappers
    if (!first) return undefined
    const given = argumentsOf(call.node)
    const hides = new Map<string, Hides[]>()
    const values: LoggedValue[] = []
    for (const { index, isRest, path, hides: hidden } of first.passed)
      for (const expression of isRest ? given.slice(index) : given.slice(index, index + 1)) {
        values.push({ expression, path })
        const key = path.join('.')
        hides.set(key, [...(hides.get(key) ?? []), hidden])
      }
    return this.entry(call, first.level, 'project', values, () => (path) => [...hides.values()].flat().some((hidden) => hidden(path)), 'high')
  }

  private entry(call: Call, level: LogLevel, via: LogEntry['via'], values: readonly LoggedValue[], redaction: () => Hides, confidence: 'high' | 'medium'): LogEntry {
    let hides: Hides | undefined
    return {
      call, unit: call.unit, level, via, values, confidence,
      hides: (path) => {
        hides ??= redaction()
        return hides(path)
      },
    } // prettier-ignore
  }

  /** Notes the functions around a log call that hand a parameter on to it; gives their names. */
  private readWrapper(entry: LogEntry): string[] | undefined {
    const found: string[] = []
    const unit = entry.unit
    if (unit.parameters.length === 0 || !this.isLogger(unit)) return undefined
    // `saveAudit(entry)` that logs what it could not save is there for something else.
    if (ts.findAncestor(entry.call.node, (node) => node === unit.node || ts.isCatchClause(node)) !== unit.node) return undefined
    const parts = entry.values.flatMap(({ expression, path }) => partsOf(expression, path))
    for (const [index, parameter] of unit.parameters.entries()) {
      if (!ts.isIdentifier(parameter.name)) continue
      const name = parameter.name.text
      const part = parts.find(({ node }) => ts.isIdentifier(node) && node.text === name) ?? (this.isHandedOn(name, unit, parts.map(({ node }) => node)) ? { path: [] as readonly string[] } : undefined)
      if (!part) continue
      let wrapper = this.wrappers.get(unit)
      if (!wrapper) this.wrappers.set(unit, (wrapper = { level: entry.level, passed: [] }))
      if (wrapper.passed.some((one) => one.index === index)) continue
      const path = parameter.dotDotDotToken ? part.path.filter((key) => key !== '*') : part.path
      wrapper.passed.push({ index, isRest: parameter.dotDotDotToken !== undefined, path, hides: (asked) => entry.hides(asked) })
      found.push(unit.name.slice(unit.name.lastIndexOf('.') + 1))
    }
    return found
  }

  /** `const line = { ...meta, message }` before `logger.info(line)`. */
  private isHandedOn(name: string, unit: Unit, written: readonly ts.Expression[]): boolean {
    return written.some((node) => {
      if (!ts.isIdentifier(node)) return false
      const initializer = this.resolver.initializerOf(node)
      if (!initializer || this.resolver.unitOf(initializer) !== unit) return false
      return partsOf(initializer).some((part) => ts.isIdentifier(part.node) && part.node.text === name)
    })
  }

  private isHandedOnBy(parameter: ts.ParameterDeclaration): boolean {
    const unit = this.resolver.unitAt(parameter.parent)
    const wrapper = unit && this.wrappers.get(unit)
    return wrapper?.passed.some(({ index }) => unit?.parameters[index] === parameter) ?? false
  }

  /** Logging is what the function is there for. */
  private isLogger(unit: Unit): boolean {
    if (ts.isConstructorDeclaration(unit.node)) return false
    const name = unit.name.slice(unit.name.lastIndexOf('.') + 1)
    const owner = unit.classNode?.name?.text
    if (LOG_NAME.test(name) || (owner !== undefined && /[lL]og(?:ger|ging)?(?=[A-Z]|$)/.test(owner))) return true
    const body = (unit.node as ts.FunctionLikeDeclaration).body
    const statements = body && ts.isBlock(body) ? body.statements.length : 1
    if (statements > MOST_STATEMENTS || unit.returns.some((returned) => !ts.isCallExpression(skipOuter(returned)))) return false
    return unit.calls.length > 0 && unit.children.length === 0 && unit.calls.every((call) => this.byCall.has(call) || FORMATTING.test(call.name))
  }
}

/** What a page does in the browser is not written to a log of ours. */
function isOfPage(unit: Unit): boolean {
  if (!/\.[jt]sx$/.test(unit.file.path)) return false
  for (let at: Unit | undefined = unit; at; at = at.parent) if (SERVER_PART.test(at.name)) return false
  return !/^['"]use server/m.test(unit.file.text())
}

function valuesOf(values: readonly ts.Expression[]): LoggedValue[] {
  return values.map((expression) => ({ expression, path: [] }))
}

function loggedBy(call: Call, library: LibraryTarget): LoggedValue[] {
  const paths = tagIn(library.tags, 'logged')?.value
  return valuesOf(paths === undefined ? argumentsOf(call.node) : atPath(call.node, paths))
}

/** `this.logger`, `req.log`, `getLogger('orders')`, `logger.child({ id })`. */
function isLoggerName(receiver: ts.Expression): boolean {
  const value = skipOuter(receiver)
  if (ts.isIdentifier(value)) return LOGGER.test(value.text)
  if (ts.isPropertyAccessExpression(value)) return LOGGER.test(value.name.text)
  if (ts.isCallExpression(value)) {
    const callee = skipOuter(value.expression)
    if (ts.isIdentifier(callee)) return /logger|getLog$|^log$/i.test(callee.text)
    return ts.isPropertyAccessExpression(callee) && (/logger/i.test(callee.name.text) || isLoggerName(callee.expression))
  }
  return false
}

/** A value of a package that is called otherwise: `winston.info`, `consola.error`, `app.log` is named. */
function mayBeLogger(receiver: ts.Expression): boolean {
  const value = skipOuter(receiver)
  return ts.isIdentifier(value) && /^(?:winston|consola|pino|bunyan|log4js|loglevel|signale|l|console\w+|\w*[dD]ebug\w*|\w*[lL]og\w*)$/.test(value.text)
}
