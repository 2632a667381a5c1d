/**
 * What loggers hide of what they are given, by how they are made.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, propertyOf, skipOuter } from '../libraries/paths.js'
import type { WorkspaceFile } from '../workspace/types.js'
import type { CallIndex, CallsByName } from './calls.js'
import { tagIn } from './operations.js'
import type { Program } from './program.js'
import type { Resolver } from './resolver.js'
import type { Call } from './types.js'

/** Says of a path of what is logged whether it is hidden. */
export type Hides = (path: readonly string[]) => boolean

export const HIDES_NOTHING: Hides = () => false

/** Words that show that code takes something out of what it is given. */
const REMOVES = /redact|mask|\bdelete\b|\*{3}|filtered|omit|saniti[sz]|scrub|censor|obfuscat|\bhide|strip/i
const MOST_HOPS = 6

export class Redaction {
  private readonly byCreation = new Map<Call, Hides>()
  private requestLogsRead: readonly Call[] | undefined
  private creationsRead: readonly Call[] | undefined

  constructor(
    private readonly program: Program,
    private readonly names: CallsByName,
    private readonly resolver: Resolver,
    private readonly calls: CallIndex,
  ) {}

  /**
   * What the logger behind an expression hides; where it is not seen how it was made, what any logger of the project does
   * that may be it.
   *
   * @param from the package that declares it
   */
  of(logger: ts.Expression | undefined, from: string | undefined): Hides {
    const creations = logger ? this.creationsOf(logger, 0) : []
    if (creations.length > 0) return anyOf(creations.map((call) => this.read(call)))
    // What a framework declares may stand for any of them.
    const isOpen = from === undefined || from.startsWith('@nestjs') || from === 'fastify' || from.startsWith('nest')
    return anyOf(this.creations.filter((call) => isOpen || this.resolver.resolve(call).library?.package === from).map((call) => this.read(call)))
  }

  /** Calls that log every request with headers that nothing redacts. */
  get requestLogs(): readonly Call[] {
    this.requestLogsRead ??= this.creations.filter((call) => {
      const tags = this.resolver.resolve(call).library?.tags ?? []
      if (!tagIn(tags, 'request-log')) return false
      const given = argumentsOf(call.node)[0]
      const hides = anyOf([this.read(call), this.loggerIn(given)])
      return !hides(['req', 'headers', 'authorization']) && !(given && /autoLogging:\s*false|quietReqLogger:\s*true|getPinoHttpOptions|\.\.\./.test(given.getText()))
    })
    return this.requestLogsRead
  }

  /** `pinoHttp({ logger })`: the logger has its own. */
  private loggerIn(options: ts.Expression | undefined): Hides {
    const literal = options && skipOuter(this.resolver.initializerOf(options) ?? options)
    if (!literal || !ts.isObjectLiteralExpression(literal)) return options && !ts.isArrowFunction(options) ? this.unread(options) : HIDES_NOTHING
    for (const member of literal.properties) {
      if (member.name?.getText() !== 'logger' && member.name?.getText() !== 'pinoHttp') continue
      const value = ts.isPropertyAssignment(member) ? member.initializer : ts.isShorthandPropertyAssignment(member) ? member.name : undefined
      if (!value) continue
      const inner = skipOuter(this.resolver.initializerOf(value) ?? value)
      if (ts.isObjectLiteralExpression(inner)) {
        const nested = this.loggerIn(inner)
        if (nested !== HIDES_NOTHING) return nested
        continue
      }
      const creations = this.creationsOf(value, 0)
      return creations.length > 0 ? anyOf(creations.map((call) => this.read(call))) : () => true
    }
    return HIDES_NOTHING
  }

  /** Options that are put together elsewhere may say anything. */
  private unread(options: ts.Expression): Hides {
    return ts.isObjectLiteralExpression(skipOuter(options)) ? HIDES_NOTHING : () => true
  }

  private get creations(): readonly Call[] {
    this.creationsRead ??= this.findCreations()
    return this.creationsRead
  }

  private findCreations(): Call[] {
    const files = filesImporting(this.program, '@redacts')
    return this.names
      .matching((name) => /^(?:[a-z]*[Pp]ino\w*|[a-z]*[Ll]ogger\w*|create\w*|forRoot\w*|configure|Logger|[fF]astify|add|addSerializers|\w*[Ll]og\w*|server)$/.test(name))
      .filter((call) => files.has(call.unit.file) && (ts.isCallExpression(call.node) || ts.isNewExpression(call.node)) && this.resolver.resolve(call).library?.tags.some((tag) => tag.name === 'redacts'))
  }

  /** Calls that made the logger an expression stands for. */
  private creationsOf(expression: ts.Node, hops: number): Call[] {
    if (hops > MOST_HOPS || !ts.isExpression(expression)) return []
    const value = skipOuter(expression)
    if (ts.isAwaitExpression(value)) return this.creationsOf(value.expression, hops + 1)
    if (ts.isCallExpression(value) || ts.isNewExpression(value)) {
      const call = this.calls.at(value)
      const { library, units } = call ? this.resolver.resolve(call) : { library: undefined, units: [] }
      const own = call && library && tagIn(library.tags, 'redacts') ? [call] : []
      const receiver = ts.isCallExpression(value) && ts.isPropertyAccessExpression(value.expression) ? value.expression.expression : undefined
      const isSame = library ? tagIn(library.tags, 'returns')?.value === 'this' : false
      const before = receiver && (isSame || (units.length === 0 && /^(?:child|withTag|getSubLogger|extend)$/.test(call?.name ?? ''))) ? this.creationsOf(receiver, hops + 1) : []
      const made = units.slice(0, 2).flatMap((unit) => unit.returns.flatMap((returned) => this.creationsOf(returned, hops + 1)))
      // `createLogger('orders', { redact })` of the project: what it is given goes on to the logger.
      for (const creation of made) for (const options of argumentsOf(value)) if (ts.isObjectLiteralExpression(skipOuter(options))) this.addOptions(creation, options)
      return [...own, ...before, ...made]
    }
    if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value)) return []
    const initializer = this.resolver.initializerOf(value)
    if (initializer) return this.creationsOf(initializer, hops + 1)
    const declaration = this.resolver.symbolOf(value)?.declarations?.[0]
    if (!declaration || this.resolver.isOfLibrary(declaration)) return []
    if (ts.isExportAssignment(declaration)) return this.creationsOf(declaration.expression, hops + 1)
    if (ts.isBinaryExpression(declaration.parent)) return this.creationsOf(declaration.parent.right, hops + 1)
    return []
  }

  private read(call: Call): Hides {
    let known = this.byCreation.get(call)
    if (!known) {
      this.byCreation.set(call, HIDES_NOTHING)
      known = this.readTag(call)
      this.byCreation.set(call, known)
    }
    return known
  }

  private addOptions(creation: Call, options: ts.Expression): void {
    const before = this.read(creation)
    const after = this.readTag(creation, (list) => list.split(',').flatMap((path) => path.split('.').slice(1).reduce<ts.Expression[]>((values, name) => values.flatMap((value) => propertyOf(value, name, (expression) => this.resolver.initializerOf(expression))), [options])))
    this.byCreation.set(creation, anyOf([before, after]))
  }

  private readTag(call: Call, find: (list: string) => ts.Expression[] = (list) => atPath(call.node, list, (expression) => this.resolver.initializerOf(expression))): Hides {
    const value = tagIn(this.resolver.resolve(call).library?.tags ?? [], 'redacts')?.value ?? ''
    const found: Hides[] = []
    const at = (part: string) => {
      const list = new RegExp(`${part}=(\\S+)`).exec(value)?.[1]
      return list === undefined ? [] : find(list)
    }
    for (const list of at('paths')) {
      // `redact: { paths }` is found by both `redact` and `redact.paths`.
      const names = ts.isObjectLiteralExpression(skipOuter(list)) ? [] : this.stringsIn(list, 0)
      found.push(names === undefined ? () => true : coversByPath(names))
    }
    for (const list of at('keys')) {
      const names = this.stringsIn(list, 0)
      found.push(names === undefined ? () => true : (path) => path.some((name) => names.some((key) => key.toLowerCase() === name.toLowerCase())))
    }
    for (const serializers of at('serializers')) {
      const literal = skipOuter(this.resolver.initializerOf(serializers) ?? serializers)
      const names = ts.isObjectLiteralExpression(literal) ? literal.properties.flatMap((member) => (member.name && !/stdSerializers/.test(member.getText()) ? [member.name.getText().replace(/['"]/g, '')] : [])) : []
      found.push((path) => path[0] !== undefined && names.includes(path[0]))
    }
    for (const code of at('functions')) found.push(this.byCode(code))
    const known = /known=(\w+)/.exec(value)?.[1]
    if (known !== undefined) found.push((path) => path.includes(known))
    return anyOf(found)
  }

  /** Text of the code, and of the files whose functions it names: a key that stands there is taken out. */
  private byCode(code: ts.Expression): Hides {
    const texts: string[] = []
    const seen = new Set<ts.Node>()
    const visit = (node: ts.Node, hops: number): void => {
      if (ts.isTypeNode(node)) return
      if (ts.isIdentifier(node) && isUsed(node)) {
        const declaration = this.resolver.symbolOf(node)?.declarations?.[0]
        // What is not declared anywhere comes from a package without a model.
        if (!declaration && REMOVES.test(node.text)) texts.push(EVERYTHING)
        if (declaration && !this.resolver.isOfLibrary(declaration) && !ts.isParameter(declaration)) read(ts.findAncestor(declaration, ts.isStatement) ?? declaration, hops + 1)
      }
      ts.forEachChild(node, (child) => visit(child, hops))
    }
    const read = (node: ts.Node, hops: number): void => {
      if (seen.has(node) || hops > MOST_HOPS) return
      seen.add(node)
      texts.push(node.getText())
      visit(node, hops)
    }
    read(code, 0)
    const text = texts.join('\n')
    if (!REMOVES.test(text)) return HIDES_NOTHING
    if (text.includes(EVERYTHING)) return () => true
    const lower = text.toLowerCase()
    return (path) => {
      const name = path.at(-1)?.toLowerCase() ?? ''
      return name !== '' && lower.includes(name)
    }
  }

  /** Strings of a list written in the code; undefined where the list is put together elsewhere. */
  private stringsIn(expression: ts.Expression, hops: number): string[] | undefined {
    const value = skipOuter(expression)
    if (ts.isStringLiteralLike(value)) return [value.text]
    if (ts.isArrayLiteralExpression(value)) {
      const found: string[] = []
      for (const element of value.elements) {
        const inner = this.stringsIn(ts.isSpreadElement(element) ? element.expression : element, hops + 1)
        if (!inner) return undefined
        found.push(...inner)
      }
      return found
    }
    if (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) {
      const initializer = hops < MOST_HOPS ? this.resolver.initializerOf(value) : undefined
      return initializer && this.stringsIn(initializer, hops + 1)
    }
    // `KEYS.flatMap((key) => [key, `*.${key}`])`
    if (ts.isCallExpression(value) && ts.isPropertyAccessExpression(value.expression)) {
      const inner = this.stringsIn(value.expression.expression, hops + 1)
      return inner && [...inner, ...inner.flatMap((name) => [`*.${name}`, `*.*.${name}`])]
    }
    return undefined
  }
}

/** A name that stands for a value or is called: no name of what is declared, and none of a property that is read. */
function isUsed(name: ts.Identifier): boolean {
  const { parent } = name
  if (ts.isPropertyAccessExpression(parent) && parent.name === name) return ts.isCallExpression(parent.parent) && parent.parent.expression === parent
  return !('name' in parent && parent.name === name) || ts.isShorthandPropertyAssignment(parent)
}

/** Files that import a package in whose model a tag stands. */
export function filesImporting(program: Program, tag: string): ReadonlySet<WorkspaceFile> {
  const packages = new Set(
    program.program.getSourceFiles().flatMap((file) => (program.isModel(file) && file.text.includes(tag) ? [...file.text.matchAll(/declare module ['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '') : [])),
  )
  return new Set(program.facts.flatMap((facts) => (facts.specifiers.some((specifier) => packages.has(specifier)) ? [facts.file] : [])))
}

/** Stands for a redactor nothing is known of. */
const EVERYTHING = '\u0000everything'

function anyOf(hides: readonly Hides[]): Hides {
  const some = hides.filter((one) => one !== HIDES_NOTHING)
  if (some.length === 0) return HIDES_NOTHING
  return (path) => some.some((one) => one(path))
}

/** `req.headers["x-api-key"]`, `*.password`, `items[*].cvv` */
function coversByPath(paths: readonly string[]): Hides {
  const split = paths.map((path) => path.replace(/\[["']?([^\]"']+)["']?\]/g, '.$1').split('.').filter((part) => part !== ''))
  return (path) => split.some((parts) => parts.length > 0 && parts.length <= path.length && parts.every((part, index) => part === '*' || part.toLowerCase() === path[index]?.toLowerCase()))
}
