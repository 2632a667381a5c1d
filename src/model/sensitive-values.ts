/**
 * Values that have no place in a log, on their way into one.
 *
 * A value is known by its name, by the row or request it is, or by the properties of its type. What is made of it and
 * only tells about it (a length, a hash, its last characters, whether it is there) is harmless; so is what the logger
 * hides.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import type { WorkspaceFile } from '../workspace/types.js'
import type { CallIndex } from './calls.js'
import { fieldOf, isPrimitive } from './flow-sources.js'
import { partsOf, type LoggedPart } from './logged-parts.js'
import type { LogEntry, SensitiveValue } from './log-types.js'
import { tagIn } from './operations.js'
import type { Resolver } from './resolver.js'
import { isPlainName, sensitiveName, USER_NAME, type NamedSensitive, type SensitiveKind } from './sensitive-names.js'
import { calleeName } from './syntax.js'
import type { Flow, FlowKind, Operation, Step } from './types.js'

export interface SensitiveContext {
  readonly resolver: Resolver
  readonly calls: CallIndex
  operationAt(node: ts.Node): Operation | undefined
  flowsInto(expression: ts.Expression, kind: FlowKind, reach: number): readonly Flow[]
  fileOf(node: ts.Node): WorkspaceFile
}

const MOST_HOPS = 5
/** Steps from a request to where it is logged. Farther away a part of the body, or something made of it, is more likely. */
const MOST_STEPS = 4
/** Calls whose result only tells about what they are given. */
const TELLS_ABOUT =
  /mask|redact|hash|omit|\bpick|saniti[sz]|obfuscat|scrub|censor|digest|^(?:sha|md5|slice|substr|substring|at|charAt|Boolean|Number|parseInt|parseFloat|isNaN|typeof|keys|includes|startsWith|endsWith|has|some|every|find|filter|test|match|indexOf|decode|decodeToken|verify|verifyAsync|getUserId|exclude|without|safe)$|encrypt|anonymi[sz]|truncat|fingerprint|last4|lastFour|hide|strip|clean|^to(?:Public|Safe|Response|Dto|DTO|View|Log|Summary)|^(?:is|has|count|validate|check|compare|lookup|summari[sz]e|describe)[A-Z]?|length/i
/** Code that puts something else in the place of a value, or takes it out. */
const REPLACES = /redact|\*{3}|\bdelete [\w$.]+\[|\[(?:filtered|hidden|masked|removed)\]/i
/** Calls by which something secret is made. */
const MAKES_SECRET = /^(?:generate|create|sign|issue|mint|make|build|encode)\w*(?:Token|Jwt|JWT|Secret|Password|Otp|OTP|ApiKey|ResetLink|MagicLink)$/
/** Calls that take a value by its name. */
const GETTERS = /^(?:get|header|getOrThrow|getHeader|getItem|param|env|config)$/
const ENVIRONMENT = /^(?:process|Bun|Deno|import\.meta)\.env$/
const ERROR_NAME = /^(?:e|ex|err|error|cause|reason|exception)$|(?:Error|Exception)$/
const AUTH_HOLDER = /user|session|auth|login|body|params|query|data|input|dto|args|invit|reset|verif|credential|recipient|link|request|result|response|payload|account|jwt|tokens?$|row|record|this|config|env|options|settings|member|magic|otp/i
/** What an object that is logged whole is asked for when its properties are not known. */
const TYPICAL: Partial<Record<SensitiveKind, readonly (readonly string[])[]>> = {
  user: [['password']],
  body: [['password']],
  headers: [['authorization']],
  request: [['headers', 'authorization']],
  environment: [['DATABASE_URL']],
}

/** Where looking for a value stands. */
interface Looking {
  readonly entry: LogEntry
  /** The part as it stands at the call. */
  readonly start: LoggedPart
  readonly steps: readonly Step[]
  readonly seen: ReadonlySet<ts.Node>
}

type Found = Omit<SensitiveValue, 'entry'>

export class SensitiveValues {
  /**
   * @param isHandedOn whether a parameter of a logger of the project is written as it comes: its callers are told
   */
  constructor(
    private readonly context: SensitiveContext,
    private readonly isHandedOn: (parameter: ts.ParameterDeclaration) => boolean,
  ) {}

  /** Values that have no place in an entry, each told once. */
  in(entry: LogEntry): SensitiveValue[] {
    const found: SensitiveValue[] = []
    for (const { expression, path } of entry.values)
      for (const part of partsOf(expression, path)) {
        if (found.some((one) => one.expression === part.node)) continue
        const value = this.judge(part, { entry, start: part, steps: [], seen: new Set() })
        if (value) found.push({ entry, ...value })
      }
    return found
  }

  private judge(part: LoggedPart, looking: Looking): Found | undefined {
    const node = skipOuter(part.node)
    if (looking.seen.has(node) || looking.seen.size > MOST_HOPS) return undefined
    const next: Looking = { ...looking, seen: new Set([...looking.seen, node]) }
    const keyed = this.byKey(part, node, next)
    if (keyed) return keyed
    if (ts.isCallExpression(node)) return this.ofCall(node, part, next)
    if (ts.isElementAccessExpression(node)) {
      const key = skipOuter(node.argumentExpression)
      // `req.headers['authorization']`; of a list or map by a variable nothing is known.
      if (!ts.isStringLiteralLike(key)) return undefined
      return this.primitive(sensitiveName(key.text), key.text, node, part, next)
    }
    if (ts.isPropertyAccessExpression(node)) return this.ofProperty(node, part, next)
    return ts.isIdentifier(node) ? this.ofName(node, part, next) : undefined
  }

  /** `{ password: value }`: the key says it. */
  private byKey(part: LoggedPart, node: ts.Expression, looking: Looking): Found | undefined {
    const key = part.path.at(-1)
    const named = key === undefined || key === '*' ? undefined : sensitiveName(key)
    if (!named || part.isCoerced) return undefined
    if (ts.isCallExpression(node) && TELLS_ABOUT.test(calleeName(node.expression))) return undefined
    // `{ token: token.id }`, `{ password: errors.password }`
    const own = lastName(node)
    if (own !== undefined && own !== key && !sensitiveName(own)) {
      if (named.confidence === 'medium' || !ts.isIdentifier(node)) return undefined
    }
    if (/\b(?:errors?|messages?|flags?|rules?|schema|fields?|labels?)\b/i.test(node.getText().replace(/\.[\w$]+$/, ''))) return undefined
    return this.primitive(named, key as string, node, part, looking)
  }

  private ofCall(node: ts.CallExpression, part: LoggedPart, looking: Looking): Found | undefined {
    const name = calleeName(node.expression)
    const [first] = node.arguments
    if (first && GETTERS.test(name) && ts.isStringLiteralLike(first)) {
      const last = first.text.split('.').at(-1) ?? ''
      const named = sensitiveName(last)
      return named && this.primitive(named, first.text, node, part, looking)
    }
    if (name === 'headers' && node.arguments.length === 0) return undefined
    const call = this.context.calls.at(node)
    if (!call || (this.takesOut(node) && !MAKES_SECRET.test(name))) return undefined
    const { library, units } = this.context.resolver.resolve(call)
    const isMade = MAKES_SECRET.test(name) || (library && tagIn(library.tags, 'credential')?.value === 'issue')
    if (isMade) return this.report({ kind: /password/i.test(name) ? 'password' : 'token', confidence: library ? 'high' : 'medium' }, `${name}()`, part, looking, [])
    // What a function of the project gives.
    for (const unit of units.slice(0, 1))
      for (const returned of unit.returns.slice(0, 3))
        for (const own of partsOf(returned, part.path, part.isText, part.isCoerced)) {
          // A parameter is what it is given here.
          const index = unit.parameters.findIndex((parameter) => ts.isIdentifier(own.node) && parameter.name.getText() === own.node.text)
          const given = node.arguments[index]
          const inner = given ? partsOf(given, own.path, own.isText, own.isCoerced)[0] : index < 0 ? own : undefined
          if (!inner) continue
          const found = this.judge(inner, { ...looking, steps: [{ file: this.context.fileOf(node), node, label: unit.name }, ...looking.steps] })
          if (found) return found.confidence === 'high' ? { ...found, confidence: 'medium' } : found
        }
    return undefined
  }

  /** `sanitize(body)`: its name says so, or its code puts something else in the place of what it finds. */
  private takesOut(node: ts.CallExpression): boolean {
    if (TELLS_ABOUT.test(calleeName(node.expression))) return true
    const call = this.context.calls.at(node)
    return call !== undefined && this.context.resolver.resolve(call).units.some((unit) => REPLACES.test(unit.node.getText()))
  }

  private ofProperty(node: ts.PropertyAccessExpression, part: LoggedPart, looking: Looking): Found | undefined {
    const text = node.getText().replace(/\?\./g, '.').replace(/\s+/g, '')
    const name = node.name.text
    if (ENVIRONMENT.test(text)) return part.isCoerced ? undefined : this.report({ kind: 'environment', confidence: 'high' }, text, part, looking, [])
    const named = sensitiveName(name)
    if (named) {
      // `errors.password.message`, `Joi.password`, `types.token`: about a field, not its value.
      const holder = lastName(skipOuter(node.expression)) ?? ''
      if (/^(?:errors?|messages?|types?|rules?|schemas?|fields?|labels?|flags?|columns?|constraints?|[A-Z]\w*(?:s|Fields|Keys|Names|Type|Types|Codes?|Errors?)|[A-Z]+[A-Z_]*)$/.test(holder) && holder !== 'CONFIG' && holder !== 'ENV') return undefined
      // What is called a token may be a name that everybody may know, where it belongs to nothing that lets somebody in.
      if (named.kind === 'token' && named.confidence === 'medium' && name === 'token' && !AUTH_HOLDER.test(holder)) return this.lowered(this.primitive(named, text, node, part, looking))
      return this.primitive(ENVIRONMENT.test(text.slice(0, -name.length - 1)) && named.kind === 'connection' ? { ...named, confidence: 'high' } : named, text, node, part, looking)
    }
    if (part.isCoerced || ERROR_NAME.test(name)) return undefined
    return this.whole(node, name, part, looking)
  }

  private ofName(node: ts.Identifier, part: LoggedPart, looking: Looking): Found | undefined {
    const named = sensitiveName(node.text)
    if (named) {
      const found = this.primitive(named, node.text, node, part, looking)
      if (found) return found
    }
    if (ERROR_NAME.test(node.text)) return undefined
    const declaration = this.context.resolver.symbolOf(node)?.valueDeclaration
    if (!declaration) return undefined
    // `const { password: given } = req.body`
    if (ts.isBindingElement(declaration) && declaration.propertyName && ts.isIdentifier(declaration.propertyName)) {
      const taken = sensitiveName(declaration.propertyName.text)
      if (taken) return this.primitive(taken, declaration.propertyName.text, node, part, looking)
    }
    if (!named && ts.isVariableDeclaration(declaration) && declaration.initializer) {
      const steps = [{ file: this.context.fileOf(declaration), node: declaration, label: node.text }, ...looking.steps]
      for (const inner of partsOf(declaration.initializer, part.path, part.isText, part.isCoerced)) {
        // What an object is called says what it is; a value taken from elsewhere is judged where it is written.
        const found = this.judge(inner, { ...looking, steps })
        if (found) return found
      }
    }
    return part.isCoerced ? undefined : this.whole(node, node.text, part, looking)
  }

  private lowered(found: Found | undefined): Found | undefined {
    return found && { ...found, confidence: 'low' }
  }

  // ---- Values -------------------------------------------------------------------------------------------------

  /** A value that is itself secret, unless what is known of it says otherwise. */
  private primitive(named: NamedSensitive | undefined, text: string, node: ts.Expression, part: LoggedPart, looking: Looking): Found | undefined {
    if (!named) return undefined
    const type = this.context.resolver.typeOf(node)
    if (type.flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike | ts.TypeFlags.Void)) return undefined
    // A token as a thing of its own shows what its properties show.
    const properties = this.fieldsOf(type)
    if (properties.length > 0 && !isPrimitive(type)) return part.isCoerced ? undefined : this.byFields(node, text, properties, part, looking)
    if (ts.isIdentifier(node)) {
      const declaration = this.context.resolver.symbolOf(node)?.valueDeclaration
      if (declaration && (ts.isFunctionDeclaration(declaration) || ts.isClassDeclaration(declaration))) return undefined
      if (declaration && ts.isVariableDeclaration(declaration)) {
        // Elements of a text taken apart.
        if (ts.isForOfStatement(declaration.parent.parent) && named.confidence === 'medium') return undefined
        if (declaration.initializer && this.isHarmless(declaration.initializer)) return undefined
      }
    }
    return this.report(named, text, part, looking, [])
  }

  /** What a variable is made of tells nothing. */
  private isHarmless(initializer: ts.Expression): boolean {
    const parts = partsOf(initializer)
    if (parts.length === 0) return true
    return parts.every(({ node }) => {
      const value = skipOuter(node)
      return ts.isCallExpression(value) && TELLS_ABOUT.test(calleeName(value.expression)) && !/^(?:find|match|decode|at|hash)$/.test(calleeName(value.expression))
    })
  }

  // ---- Objects ------------------------------------------------------------------------------------------------

  private whole(node: ts.Identifier | ts.PropertyAccessExpression, name: string, part: LoggedPart, looking: Looking): Found | undefined {
    // Nearly all that is logged is called so, and the checker answers late.
    if (isPlainName(name)) return undefined
    const type = this.context.resolver.typeOf(node)
    if (isPrimitive(type) && !(type.flags & ts.TypeFlags.Any)) return undefined
    // `logger.info('ready', { UserModel })`: the class of the rows, and none of them.
    if (type.getConstructSignatures().length > 0) return undefined
    const text = node.getText().replace(/\s+/g, '')
    const fields = this.fieldsOf(type)
    if (fields.length > 0) return this.byFields(node, text, fields, part, looking)
    if (this.isUser(name, node)) return this.user(node, text, part, looking)
    const row = this.rowBehind(node)
    if (row) return this.ofRow(row, text, part, looking)
    return this.fromRequest(node, text, part, looking)
  }

  /** Properties of an object are known: those decide. */
  private byFields(node: ts.Expression, text: string, fields: readonly ts.Symbol[], part: LoggedPart, looking: Looking): Found | undefined {
    const names: { path: string[]; kind: SensitiveKind }[] = []
    for (const field of fields) {
      const named = sensitiveName(field.name)
      if (!named || named.confidence === 'medium' || this.isKeptOut(field)) continue
      const own = this.context.resolver.checker.getTypeOfSymbolAtLocation(field, node)
      if (own.flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike) || own.getCallSignatures().length > 0) continue
      names.push({ path: [field.name], kind: named.kind })
    }
    const shown = names.filter(({ path }) => part.isText || !looking.entry.hides([...part.path, ...path]))
    const [first] = shown
    if (!first) return undefined
    return this.found({ kind: first.kind, confidence: 'high' }, text, looking, shown.map(({ path }) => path.join('.')))
  }

  /** Properties of a type that the project declares; empty where nothing is known. */
  private fieldsOf(type: ts.Type): readonly ts.Symbol[] {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown) || isPrimitive(type)) return []
    if (type.getCallSignatures().length > 0) return []
    const fields = this.context.resolver.checker.getPropertiesOfType(type).filter((field) => field.declarations?.some((declaration) => !ts.isMethodDeclaration(declaration) && !ts.isMethodSignature(declaration)))
    // An object that says itself what it shows.
    if (type.getProperty('toJSON') && type.getProperty('toJSON')?.declarations?.some((declaration) => !this.context.resolver.isOfLibrary(declaration))) return []
    return fields.some((field) => field.declarations?.some((declaration) => !this.context.resolver.isOfLibrary(declaration))) ? fields : []
  }

  /** A column that is not read unless somebody asks for it. */
  private isKeptOut(field: ts.Symbol): boolean {
    return field.declarations?.some((declaration) => ts.isPropertyDeclaration(declaration) && /select:\s*false|hidden:\s*true|lazy:\s*true|private:\s*true/.test((ts.getDecorators(declaration) ?? []).map((decorator) => decorator.getText()).join(' '))) ?? false
  }

  private isUser(name: string, node: ts.Expression): boolean {
    if (!USER_NAME.test(name)) return false
    if (!ts.isIdentifier(node)) return !/^(?:config|options|settings|env|process|os|db|database|auth|smtp)$/i.test(lastName(skipOuter((node as ts.PropertyAccessExpression).expression)) ?? '')
    return true
  }

  private user(node: ts.Expression, text: string, part: LoggedPart, looking: Looking): Found | undefined {
    const row = this.rowBehind(node)
    if (row) return this.ofRow(row, text, part, looking)
    return this.report({ kind: 'user', confidence: 'medium' }, text, part, looking, [])
  }

  /** The operation that read or made the row a name stands for. */
  private rowBehind(node: ts.Expression): Operation | undefined {
    let value = this.context.resolver.initializerOf(node)
    for (let hops = 0; value && hops < 3; hops++) {
      const inner = skipOuter(value)
      value = ts.isAwaitExpression(inner) ? inner.expression : inner
      const own = skipOuter(value)
      let call: ts.Node = own
      // The start of a chain: `User.findOne(...).lean()`.
      while (ts.isCallExpression(call)) {
        const operation = this.context.operationAt(call)
        if (operation?.kind === 'query' && operation.access !== 'aggregate') return operation
        if (!ts.isPropertyAccessExpression(call.expression)) break
        call = skipOuter(call.expression.expression)
      }
      value = this.context.resolver.initializerOf(own)
    }
    return undefined
  }

  private ofRow(operation: Operation, text: string, part: LoggedPart, looking: Looking): Found | undefined {
    const table = operation.declaredTable
    const source = operation.node.getText()
    const isUser = /^(?:app_?)?users?$|accounts?$|^members?$|^admins?$/i.test(operation.table ?? '')
    if (!table) return isUser && !/select|attributes|projection|omit|pick|fields/.test(source) ? this.report({ kind: 'user', confidence: 'medium' }, text, part, looking, []) : undefined
    const columns = table.columns.flatMap((column) => {
      const named = sensitiveName(column.name)
      return named && (named.confidence === 'high' || /password/i.test(column.name)) && /^(?:string|text|varchar|char|undefined|.*char.*)?$/i.test(column.type ?? '') ? [column.name] : []
    })
    const listed = /\b(?:select|attributes|projection|returning|fields|omit)\b/.test(source) ? columns.filter((column) => new RegExp(`\\b${column}\\b`).test(source) && !/omit|-\w/.test(source)) : columns
    const shown = listed.filter((column) => part.isText || !looking.entry.hides([...part.path, column]))
    const kind = shown[0] === undefined ? undefined : sensitiveName(shown[0])?.kind
    return kind && this.found({ kind: isUser ? 'user' : kind, confidence: 'high' }, text, looking, shown)
  }

  /** `req.body`, `headers` of a request, however they are called here. */
  private fromRequest(node: ts.Identifier | ts.PropertyAccessExpression, text: string, part: LoggedPart, looking: Looking): Found | undefined {
    const declared = ts.isIdentifier(node) ? this.context.resolver.symbolOf(node)?.valueDeclaration : undefined
    if (declared && ts.isParameter(declared) && this.isHandedOn(declared)) return undefined
    // Where it does not stand here itself, only what is still an object is the whole of it.
    const direct = this.context.flowsInto(node, 'text', 0)
    for (const flow of direct.length > 0 ? direct : this.context.flowsInto(node, 'object', MOST_STEPS)) {
      const { kind, node: source } = flow.source
      if (kind !== 'body' && kind !== 'headers' && kind !== 'cookies' && kind !== 'form') continue
      // `req.header('user-agent')`
      if (ts.isCallExpression(source) && source.arguments.length > 0) continue
      if (flow.path.some((name) => name !== '*')) continue
      if (flow.trace.some((step) => ts.isCallExpression(step.node) && this.takesOut(step.node))) continue
      const origin = ts.isParameter(source) ? source : undefined
      if (origin && (fieldOf(origin) !== undefined || isPrimitive(this.context.resolver.typeOf(origin)))) continue
      if (isPrimitive(this.context.resolver.typeOf(source)) && !ts.isParameter(source)) continue
      const from = kind === 'headers' || kind === 'cookies' ? ('headers' as const) : ('body' as const)
      const steps = flow.trace.length > 1 ? flow.trace : []
      return this.report({ kind: from, confidence: flow.confidence }, flow.source.text, part, { ...looking, steps: [...steps, ...looking.steps] }, [])
    }
    if (text === 'event' && declared && ts.isParameter(declared) && isGatewayEvent(declared)) return this.report({ kind: 'request', confidence: 'medium' }, text, part, looking, [])
    // `console.log(req)`, where nothing says what it is but that it is what handlers are given first.
    if (/^_?(?:req|request)$/.test(text) && ts.isIdentifier(node)) {
      const declaration = this.context.resolver.symbolOf(node)?.valueDeclaration
      const next = declaration && ts.isParameter(declaration) ? declaration.parent.parameters[1]?.name.getText() : undefined
      if (next !== undefined && /^_?(?:res|response|reply|next)$/.test(next)) return this.report({ kind: 'request', confidence: 'medium' }, text, part, looking, [])
    }
    return undefined
  }

  // ---- Reports ------------------------------------------------------------------------------------------------

  private report(named: NamedSensitive, text: string, part: LoggedPart, looking: Looking, fields: readonly string[]): Found | undefined {
    if (!part.isText) {
      const path = part.path.filter((key) => key !== '')
      const asked = (TYPICAL[named.kind] ?? []).map((inner) => [...path, ...inner])
      if (asked.some((one) => looking.entry.hides(one)) || (path.length > 0 && looking.entry.hides(path))) return undefined
    }
    return this.found(named, text, looking, fields)
  }

  private found(named: NamedSensitive, text: string, looking: Looking, fields: readonly string[]): Found {
    const { entry, start, steps } = looking
    const last: Step = { file: entry.unit.file, node: entry.call.node, label: `${calleeName(entry.call.node as ts.Expression) || entry.call.name}` }
    return { kind: named.kind, expression: start.node, text: text.length > 60 ? `${text.slice(0, 57)}...` : text, fields, trace: steps.length > 0 ? [...steps, last] : [], confidence: entry.confidence === 'medium' && named.confidence === 'high' ? 'high' : named.confidence }
  }
}

/** `password` of `req.body.password`. */
/** `event` of a function that a cloud runs for each request: its headers and its body are read. */
function isGatewayEvent(parameter: ts.ParameterDeclaration): boolean {
  const owner = parameter.parent
  return owner.parameters[0] === parameter && /\bevent\??\.(?:body|headers|queryStringParameters|pathParameters|requestContext|rawPath|httpMethod)\b/.test(owner.getText())
}

function lastName(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  if (ts.isElementAccessExpression(node)) {
    const key = node.argumentExpression
    return ts.isStringLiteralLike(key) ? key.text : undefined
  }
  return undefined
}
