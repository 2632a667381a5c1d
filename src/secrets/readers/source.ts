/** Reads what literals of TypeScript and JavaScript are given to. */
import { ts } from 'ts-morph'
import { isEither } from '../../libraries/paths.js'
import type { Assignment, Role } from '../assignments.js'
import { secretKind } from '../names.js'
import { mayNameSecret } from '../values.js'
import { credentialArguments, KEY_OPTION, KEY_SCHEMES, keyArguments, keyOptions, TOKEN_BUILDER, TOKEN_METHOD } from '../sinks.js'

type Literal = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral

/** Names of options that hold keys in some modules. */
const OPTION_NAME = /^(?:secret|keys?|password|privateKey|secretOrPrivateKey|salt|getSecret)$/

/** Modules that take keys. */
const keyModules: ReadonlySet<string> = new Set([...keyArguments.map(({ module }) => module), ...keyOptions.keys()])

/** Without an import of what takes a key: a call that may take one all the same. */
const TAKES_KEY = /\brequire\b|\bcrypto\b|\.(?:sign|encrypt)\(/

/**
 * What a kind of node is to the reader, by its number: names of the compiler are looked up at some cost, and a tree has
 * many nodes.
 *
 * - nothing: no literal in it is given to a name
 * - any: only what is in it counts
 * - undefined: it is read
 */
const MEANINGS = meaningsOfKinds()

function meaningsOfKinds(): readonly ('nothing' | 'any' | undefined)[] {
  const { SyntaxKind: Kind } = ts
  const meanings = new Array<'nothing' | 'any' | undefined>(Kind.Count).fill('any')
  for (let kind: number = Kind.FirstTypeNode; kind <= Kind.LastTypeNode; kind++) meanings[kind] = 'nothing'
  for (const kind of [Kind.Identifier, Kind.EnumDeclaration, Kind.ExportDeclaration, Kind.InterfaceDeclaration, Kind.TypeAliasDeclaration, Kind.JsxText]) meanings[kind] = 'nothing'
  for (const kind of [
    ...[Kind.ImportDeclaration, Kind.StringLiteral, Kind.NoSubstitutionTemplateLiteral, Kind.VariableDeclaration, Kind.FunctionDeclaration, Kind.MethodDeclaration],
    ...[Kind.ExpressionStatement, Kind.JsxElement, Kind.JsxFragment, Kind.JsxSelfClosingElement, Kind.JsxAttribute, Kind.CallExpression, Kind.NewExpression, Kind.PropertyAssignment],
  ])
    meanings[kind] = undefined
  return meanings
}

const NO_SIBLINGS: ReadonlyMap<string, string> = new Map()

/**
 * Assignments of string literals whose name or place may make them secret, in the order of the text.
 *
 * @param places where names end that may be those of secrets: offsets, ascending; what a page shows is read around them only
 */
export function readSource(sourceFile: ts.SourceFile, places: readonly number[]): Assignment[] {
  return new SourceReader(sourceFile, places).read()
}

/** Where a literal ends up. */
interface Target {
  readonly name: string
  readonly role: Role
  readonly node: ts.Node
  readonly variable?: string
  readonly callee?: string
}

class SourceReader {
  private readonly found = new Map<number, Assignment>()
  /** Local names of imports: the module and the member, `default` for the module itself. */
  private readonly imports = new Map<string, { module: string; member: string }>()
  /** Values of constants, and of the properties of constant objects by `object.property`. */
  private readonly constants = new Map<string, ts.Expression>()
  private readonly functions = new Map<string, readonly (string | undefined)[]>()
  /** Something that takes a key is imported, as far as the file was read. */
  private importsSink = false
  /** Large objects are asked once for each of their literals. */
  private readonly siblings = new Map<ts.ObjectLiteralExpression, ReadonlyMap<string, string>>()

  constructor(
    private readonly sourceFile: ts.SourceFile,
    private readonly places: readonly number[],
  ) {}

  read(): Assignment[] {
    const literals: Literal[] = []
    const calls: (ts.CallExpression | ts.NewExpression)[] = []
    const options: ts.PropertyAssignment[] = []
    // Files of browsers come here too, and most of their nodes hold no literal.
    const visit = (node: ts.Node): void => {
      const meaning = MEANINGS[node.kind]
      if (meaning === 'nothing') return
      if (meaning === 'any') return ts.forEachChild(node, visit)
      switch (node.kind) {
        case ts.SyntaxKind.ImportDeclaration:
          return this.readImport(node as ts.ImportDeclaration)
        case ts.SyntaxKind.StringLiteral:
        case ts.SyntaxKind.NoSubstitutionTemplateLiteral:
          literals.push(node as Literal)
          return
        case ts.SyntaxKind.VariableDeclaration:
          this.readDeclaration(node as ts.VariableDeclaration)
          if (!passesText((node as ts.VariableDeclaration).initializer) && this.holdsNothing(node)) return
          break
        case ts.SyntaxKind.FunctionDeclaration:
        case ts.SyntaxKind.MethodDeclaration: {
          if (this.holdsNothing(node)) return
          const { name, parameters } = node as ts.FunctionDeclaration | ts.MethodDeclaration
          if (name && ts.isIdentifier(name)) this.functions.set(name.text, parameterNames(parameters))
          break
        }
        case ts.SyntaxKind.ExpressionStatement:
          if (!passesText((node as ts.ExpressionStatement).expression) && this.holdsNothing(node)) return
          break
        case ts.SyntaxKind.JsxElement:
        case ts.SyntaxKind.JsxFragment:
        case ts.SyntaxKind.JsxSelfClosingElement:
        case ts.SyntaxKind.JsxAttribute:
          if (this.holdsNothing(node)) return
          break
        case ts.SyntaxKind.CallExpression:
        case ts.SyntaxKind.NewExpression:
          calls.push(node as ts.CallExpression | ts.NewExpression)
          break
        case ts.SyntaxKind.PropertyAssignment:
          if (!ts.isStringLiteralLike((node as ts.PropertyAssignment).initializer)) options.push(node as ts.PropertyAssignment)
          break
      }
      ts.forEachChild(node, visit)
    }
    visit(this.sourceFile)
    for (const literal of literals) {
      const target = this.targetOf(literal)
      if (target) this.add(literal, target)
    }
    if (this.importsSink || TAKES_KEY.test(this.sourceFile.text)) for (const call of calls) this.readCall(call)
    for (const option of options) this.readOption(option)
    return [...this.found.values()].sort((left, right) => left.literalStart - right.literalStart)
  }

  /** Whether no name of a secret stands in a node, where nothing takes a key without naming it, as `AES.encrypt(text, '...')`. */
  private holdsNothing({ pos, end }: ts.Node): boolean {
    if (this.importsSink) return false
    let low = 0
    let high = this.places.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.places[middle] ?? 0) <= pos) low = middle + 1
      else high = middle
    }
    return (this.places[low] ?? Infinity) > end
  }

  private readImport(node: ts.ImportDeclaration): void {
    if (!ts.isStringLiteral(node.moduleSpecifier)) return
    const module = node.moduleSpecifier.text.replace(/^node:/, '')
    this.importsSink ||= keyModules.has(module)
    const clause = node.importClause
    if (clause?.name) this.imports.set(clause.name.text, { module, member: 'default' })
    const bindings = clause?.namedBindings
    if (bindings && ts.isNamespaceImport(bindings)) this.imports.set(bindings.name.text, { module, member: 'default' })
    if (bindings && ts.isNamedImports(bindings)) for (const one of bindings.elements) this.imports.set(one.name.text, { module, member: (one.propertyName ?? one.name).text })
  }

  private readDeclaration(node: ts.VariableDeclaration): void {
    const value = node.initializer && unwrapped(node.initializer)
    if (!value) return
    if (ts.isIdentifier(node.name)) {
      this.constants.set(node.name.text, value)
      if (ts.isObjectLiteralExpression(value))
        for (const one of value.properties) if (ts.isPropertyAssignment(one)) this.constants.set(`${node.name.text}.${textOf(one.name)}`, one.initializer)
      if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) this.functions.set(node.name.text, parameterNames(value.parameters))
    }
    const module = requiredModule(value)
    if (module === undefined) return
    this.importsSink ||= keyModules.has(module)
    if (ts.isIdentifier(node.name)) this.imports.set(node.name.text, { module, member: ts.isPropertyAccessExpression(value) ? value.name.text : 'default' })
    if (ts.isObjectBindingPattern(node.name)) for (const one of node.name.elements) if (ts.isIdentifier(one.name)) this.imports.set(one.name.text, { module, member: textOf(one.propertyName ?? one.name) })
  }

  /** Keys given to what signs or encrypts, by what is imported; also through a constant of the file. */
  private readCall(call: ts.CallExpression | ts.NewExpression): void {
    // `new SignJWT(claims).setProtectedHeader(...).sign(key)`
    const [last] = call.arguments ?? []
    if (last && ts.isPropertyAccessExpression(call.expression) && /^(?:sign|encrypt)$/.test(call.expression.name.text) && TOKEN_BUILDER.test(call.expression.expression.getText(this.sourceFile))) {
      const literal = this.literalBehind(last)
      if (literal) this.add(literal, { name: 'JWT_SECRET', role: 'signing', node: literal, variable: 'JWT_SECRET' })
    }
    const callee = this.calleeOf(call.expression)
    if (callee === undefined) return
    for (const key of keyArguments) {
      if (key.module !== callee.module || key.member !== callee.member) continue
      const given = call.arguments?.[key.argument]
      if (!given) continue
      for (const value of ts.isArrayLiteralExpression(given) ? given.elements : [given]) {
        const literal = this.literalBehind(value)
        // Public keys verify; they are no secret.
        if (literal && !/^\s*-----BEGIN (?:RSA )?(?:PUBLIC|CERT)/.test(literal.text)) this.add(literal, { name: key.variable, role: 'signing', node: literal, variable: key.variable, callee: call.expression.getText(this.sourceFile).slice(0, 60) })
      }
    }
  }

  /** `session({ secret: config.secret })`: the literal stands elsewhere in the file. */
  private readOption(option: ts.PropertyAssignment): void {
    const name = textOf(option.name)
    const owner = KEY_OPTION.test(name) || OPTION_NAME.test(name) ? this.isKeyOption(option, name) : undefined
    const literal = owner === undefined ? undefined : this.literalBehind(option.initializer)
    if (literal && owner !== undefined) this.add(literal, { name, role: 'signing', node: literal, variable: `${owner.toUpperCase()}_SECRET` })
  }

  private calleeOf(expression: ts.Expression): { module: string; member: string } | undefined {
    const plain = unwrapped(expression)
    if (ts.isIdentifier(plain)) return this.imports.get(plain.text)
    const called = requiredModule(plain)
    if (called !== undefined) return { module: called, member: 'default' }
    if (!ts.isPropertyAccessExpression(plain)) return undefined
    let root: ts.Expression = plain.expression
    while (ts.isPropertyAccessExpression(root)) root = root.expression
    const required = requiredModule(root)
    const module = required ?? (ts.isIdentifier(root) ? (this.imports.get(root.text)?.module ?? (root.text === 'crypto' ? 'crypto' : undefined)) : undefined)
    return module === undefined ? undefined : { module, member: plain.name.text }
  }

  /** @param steps constants that may still be followed */
  private literalBehind(expression: ts.Expression, steps = 4): Literal | undefined {
    const plain = unwrapped(expression)
    if (ts.isStringLiteralLike(plain)) return plain as Literal
    const isName = ts.isIdentifier(plain) || (ts.isPropertyAccessExpression(plain) && ts.isIdentifier(plain.expression))
    const behind = isName && steps > 0 ? this.constants.get(plain.getText(this.sourceFile)) : undefined
    if (behind) return this.literalBehind(behind, steps - 1)
    // `Buffer.from('...')`, `new TextEncoder().encode('...')`
    if (ts.isCallExpression(plain) && /(?:^|\.)(?:from|encode|createSecretKey)$/.test(plain.expression.getText(this.sourceFile)) && plain.arguments[0]) return this.literalBehind(plain.arguments[0], steps)
    return undefined
  }

  private add(literal: Literal, target: Target): void {
    if (target.role === 'named' && !mayNameSecret(target.name)) return
    const literalStart = literal.getStart(this.sourceFile)
    const known = this.found.get(literalStart)
    if (known && (known.role !== 'named' || target.role === 'named')) return
    const literalEnd = literal.getEnd()
    this.found.set(literalStart, {
      name: known && known.role === 'named' ? known.name : target.name,
      path: pathOf(target.node),
      value: literal.text,
      role: target.role,
      start: literalStart + 1,
      end: literalEnd - 1,
      literalStart,
      literalEnd,
      siblings: this.siblingsOf(target.node),
      isTopLevel: isTopLevel(literal),
      ...(target.variable !== undefined && { variable: target.variable }),
      ...(target.callee !== undefined && { callee: target.callee }),
    })
  }

  /** Keys beside the one a literal is given to, with their values. */
  private siblingsOf(node: ts.Node): ReadonlyMap<string, string> {
    if (!ts.isPropertyAssignment(node) || !ts.isObjectLiteralExpression(node.parent)) return NO_SIBLINGS
    let known = this.siblings.get(node.parent)
    if (known) return known
    const found = new Map<string, string>()
    for (const property of node.parent.properties) {
      if (ts.isPropertyAssignment(property)) found.set(textOf(property.name).toLowerCase(), ts.isStringLiteralLike(property.initializer) ? property.initializer.text : property.initializer.getText(this.sourceFile).slice(0, 200))
      else if (ts.isShorthandPropertyAssignment(property)) found.set(property.name.text.toLowerCase(), property.name.text)
    }
    this.siblings.set(node.parent, (known = found))
    return known
  }

  /** What a literal is given to. As a fallback it has two names, `secret: process.env.JWT || 'dev'`: one that signs tells more. */
  private targetOf(literal: Literal): Target | undefined {
    const { read, given } = this.namesOf(literal)
    if (!read || !given) return read ?? given
    const isSigned = secretKind(read.name) !== 'signing' && secretKind(given.name) === 'signing'
    // `authSecret: process.env.UPLOADS_SECRET || ''` is the provider's own, unless the option is known to sign.
    return isSigned && (secretKind(read.name) !== 'key' || given.role === 'signing' || !/^auth/i.test(given.name)) ? given : read
  }

  /**
   * @returns read: what the literal stands in for when it is missing; given: what it ends up in
   */
  private namesOf(literal: Literal): { read?: Target | undefined; given?: Target | undefined } {
    let node: ts.Node = literal
    let role: Role = 'named'
    let variable: string | undefined
    let read: Target | undefined
    for (let parent = node.parent; parent; node = parent, parent = node.parent) {
      if (isTransparent(parent)) continue
      if (ts.isConditionalExpression(parent)) {
        // What is chosen by the environment is no fallback.
        if (parent.condition === node || isAboutEnvironment(parent.condition, this.sourceFile)) return {}
        // `process.env.KEY ? process.env.KEY : 'key'`
        const chosen = parent.whenFalse === node && parent.whenTrue.getText(this.sourceFile) === parent.condition.getText(this.sourceFile) ? readName(parent.condition) : undefined
        if (chosen !== undefined) {
          role = 'fallback'
          if (isEnvironment(parent.condition)) variable ??= chosen
          if (secretKind(chosen)) read ??= { name: chosen, role, node: parent, ...(variable !== undefined && { variable }) }
        }
        continue
      }
      const target = ts.isBinaryExpression(parent) ? this.binaryTarget(parent, node) : this.declaredTarget(parent, node, role)
      if (target === 'climb') continue
      if (target === 'fallback') {
        role = 'fallback'
        continue
      }
      if (!target) return { read }
      if (ts.isBinaryExpression(parent) && target.role === 'fallback') {
        role = 'fallback'
        variable ??= target.variable
        if (secretKind(target.name)) read ??= { ...target, ...(variable !== undefined && { variable }) }
        continue
      }
      return { read, given: { ...target, role: target.role === 'named' ? role : target.role, ...(variable !== undefined && { variable }) } }
    }
    return { read }
  }

  private binaryTarget(parent: ts.BinaryExpression, node: ts.Node): Target | 'climb' | undefined {
    const operator = parent.operatorToken.kind
    // `'Bearer ' + '...'`
    if (operator === ts.SyntaxKind.PlusToken) return parent.right === node && ts.isStringLiteralLike(parent.left) && /^(?:Bearer|Basic|Token|ApiKey)\s$/i.test(parent.left.text) ? { name: 'bearerToken', role: 'named', node: parent } : undefined
    if (isEither(operator)) {
      if (parent.right !== node) return undefined
      const name = readName(parent.left)
      if (name === undefined) return 'climb'
      // `{enrollment.secret ?? 'Generating'}`: what a page shows.
      if (ts.isJsxExpression(parent.parent)) return undefined
      return { name, role: 'fallback', node: parent, ...(isEnvironment(parent.left) && { variable: name }) }
    }
    if (operator === ts.SyntaxKind.BarBarEqualsToken || operator === ts.SyntaxKind.QuestionQuestionEqualsToken) {
      const name = readName(parent.left)
      return parent.right === node && name !== undefined ? { name, role: 'fallback', node: parent, ...(isEnvironment(parent.left) && { variable: name }) } : undefined
    }
    if (operator === ts.SyntaxKind.EqualsToken) {
      const name = parent.right === node ? readName(parent.left) : undefined
      return name === undefined ? undefined : { name, role: name === 'keys' && ts.isPropertyAccessExpression(parent.left) && parent.left.expression.getText(this.sourceFile) === 'app' ? 'signing' : 'named', node: parent }
    }
    if (operator === ts.SyntaxKind.EqualsEqualsEqualsToken || operator === ts.SyntaxKind.EqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsToken) {
      const name = readName(parent.left === node ? parent.right : parent.left)
      return name === undefined ? undefined : { name, role: 'named', node: parent, callee: 'comparison' }
    }
    return undefined
  }

  private declaredTarget(parent: ts.Node, node: ts.Node, role: Role): Target | 'climb' | 'fallback' | undefined {
    if (ts.isVariableDeclaration(parent)) {
      // `const getSecret = () => '...'`
      const isGetter = ts.isArrowFunction(node)
      return parent.initializer === node && ts.isIdentifier(parent.name) ? { name: isGetter ? parent.name.text.replace(/^get(?=[A-Z])/, '') : parent.name.text, role: 'named', node: parent } : undefined
    }
    if (ts.isBindingElement(parent)) {
      const name = textOf(parent.propertyName ?? parent.name)
      return parent.initializer === node ? { name, role: 'fallback', node: parent, ...(isFromEnvironment(parent) && { variable: name }) } : undefined
    }
    if (ts.isParameter(parent)) return parent.initializer === node && ts.isIdentifier(parent.name) ? { name: parent.name.text, role: 'fallback', node: parent } : undefined
    if (ts.isPropertyDeclaration(parent)) return parent.initializer === node ? { name: textOf(parent.name), role: 'named', node: parent } : undefined
    if (ts.isPropertyAssignment(parent)) return parent.initializer === node ? this.propertyTarget(parent) : undefined
    if (ts.isJsxAttribute(parent)) return { name: textOf(parent.name), role: 'named', node: parent }
    if (ts.isReturnStatement(parent)) {
      const unit = ts.findAncestor(parent, (one) => ts.isFunctionLike(one))
      const name = unit && 'name' in unit && unit.name ? textOf(unit.name as ts.Node) : undefined
      return name === undefined ? undefined : { name: name.replace(/^get(?=[A-Z])/, ''), role: 'named', node: parent }
    }
    if (ts.isArrowFunction(parent)) return parent.body === node ? 'climb' : undefined
    if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return this.argumentTarget(parent, node, role)
    return undefined
  }

  private propertyTarget(parent: ts.PropertyAssignment): Target | 'fallback' | undefined {
    const name = textOf(parent.name)
    const option = this.isKeyOption(parent, name)
    if (option !== undefined) return { name, role: 'signing', node: parent, variable: `${option.toUpperCase()}_SECRET` }
    // convict, envalid and the like: `secret: { default: 'x', env: 'JWT_SECRET' }`
    if (/^(?:default|defaultValue|fallback)$/.test(name) && ts.isObjectLiteralExpression(parent.parent)) {
      const env = parent.parent.properties.find((one) => ts.isPropertyAssignment(one) && textOf(one.name) === 'env')
      const owner = ownerOf(parent.parent)
      const variable = env && ts.isPropertyAssignment(env) && ts.isStringLiteralLike(env.initializer) ? env.initializer.text : undefined
      const given = variable ?? owner
      return given === undefined ? undefined : { name: given, role: 'fallback', node: parent.parent, ...(variable !== undefined && { variable }) }
    }
    return { name, role: 'named', node: parent }
  }

  /** What the option signs (`jwt`, `session`), when a module that has it is called around. */
  private isKeyOption(property: ts.PropertyAssignment, name: string): string | undefined {
    if (KEY_OPTION.test(name)) return 'jwt'
    if (!OPTION_NAME.test(name)) return undefined
    for (let node: ts.Node = property.parent; node; node = node.parent) {
      if (ts.isClassDeclaration(node) || ts.isSourceFile(node)) return undefined
      if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) continue
      const method = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : ''
      if (TOKEN_METHOD.test(method) && name === 'secret') return 'jwt'
      // `server.auth.strategy('session', 'cookie', { cookie: { password } })`
      const scheme = method === 'strategy' ? node.arguments?.[1] : undefined
      if (scheme && ts.isStringLiteralLike(scheme) && KEY_SCHEMES.test(scheme.text)) return scheme.text === 'jwt' ? 'jwt' : 'session'
      const involved = [node.expression, ...(node.arguments ?? [])]
      for (const one of involved) {
        const root = rootOf(one)
        const module = requiredModule(unwrapped(one)) ?? (root && this.imports.get(root)?.module)
        if (module && keyOptions.get(module)?.has(name)) return /session|cookie/.test(module) ? 'session' : 'jwt'
      }
    }
    return undefined
  }

  private argumentTarget(call: ts.CallExpression | ts.NewExpression, node: ts.Node, role: Role): Target | 'climb' | 'fallback' | undefined {
    const position = call.arguments?.indexOf(node as ts.Expression) ?? -1
    if (position < 0) return undefined
    const callee = call.expression
    const member = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : ''
    const first = call.arguments?.[0]
    // `Buffer.from('...')`, `encoder.encode('...')`, `String('...')` pass their argument on.
    if (/^(?:from|encode|String|freeze|createSecretKey)$/.test(member) && position === 0) return 'climb'
    // `z.string().default('...')` stands for a missing value.
    if (/^(?:default|catch|prefault|withDefault)$/.test(member) && position === 0) return role === 'named' ? this.chainTarget(call) : undefined
    if (position === 1 && first && ts.isStringLiteralLike(first) && /^(?:get|getOrThrow|getString|env|optional|default|set|append|setHeader|header|put|fallback|read|requireEnv|getEnv|string|str)$/.test(member)) {
      const isFallback = !/^(?:set|append|setHeader|header|put)$/.test(member)
      return { name: lastName(first.text), role: isFallback ? 'fallback' : 'named', node: call, ...(isFallback && /^[A-Z][A-Z\d_]*$/.test(first.text) && { variable: first.text }) }
    }
    const parameters = ts.isIdentifier(callee) ? this.functions.get(callee.text) : ts.isPropertyAccessExpression(callee) && callee.expression.kind === ts.SyntaxKind.ThisKeyword ? this.functions.get(callee.name.text) : undefined
    const parameter = parameters?.[position]
    if (parameter !== undefined && secretKind(parameter)) return { name: parameter, role: 'named', node: call }
    // `new Sequelize('shop', 'shop', '...')`, `twilio(account, '...')`
    const credential = ts.isNewExpression(call) || ts.isIdentifier(callee) ? credentialArguments.get(member) : undefined
    if (credential?.argument === position) return { name: credential.name, role: 'named', node: call }
    const setter = /^(?:set|with)([A-Z]\w*)$/.exec(member)?.[1]
    if (setter && position === 0 && (call.arguments?.length ?? 0) === 1) return { name: setter, role: 'named', node: call }
    return undefined
  }

  private chainTarget(call: ts.CallExpression | ts.NewExpression): Target | undefined {
    let node: ts.Node = call
    while (node.parent && (ts.isPropertyAccessExpression(node.parent) || (ts.isCallExpression(node.parent) && node.parent.expression === node))) node = node.parent
    const parent = node.parent
    if (ts.isPropertyAssignment(parent)) {
      const name = textOf(parent.name)
      return { name, role: 'fallback', node: parent, ...(/^[A-Z][A-Z\d_]*$/.test(name) && { variable: name }) }
    }
    return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? { name: parent.name.text, role: 'fallback', node: parent } : undefined
  }
}

/** Whether a function of the file may be given a literal: the name of the secret is that of its parameter. */
function passesText(expression: ts.Expression | undefined): boolean {
  const call = expression && (ts.isAwaitExpression(expression) ? expression.expression : expression)
  return call !== undefined && ts.isCallExpression(call) && (ts.isIdentifier(call.expression) || (ts.isPropertyAccessExpression(call.expression) && call.expression.expression.kind === ts.SyntaxKind.ThisKeyword)) && call.arguments.some(ts.isStringLiteralLike)
}

/** What passes a value on unchanged. */
function isTransparent(node: ts.Node): boolean {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isTypeAssertionExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isArrayLiteralExpression(node)
  )
}

function unwrapped(expression: ts.Expression): ts.Expression {
  let plain = expression
  while (ts.isParenthesizedExpression(plain) || ts.isAsExpression(plain) || ts.isSatisfiesExpression(plain) || ts.isNonNullExpression(plain) || ts.isTypeAssertionExpression(plain)) plain = plain.expression
  return plain
}

function requiredModule(expression: ts.Expression): string | undefined {
  const call = ts.isPropertyAccessExpression(expression) ? unwrapped(expression.expression) : expression
  if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression) || call.expression.text !== 'require') return undefined
  const [name] = call.arguments
  return name && ts.isStringLiteralLike(name) ? name.text.replace(/^node:/, '') : undefined
}

function parameterNames(parameters: ts.NodeArray<ts.ParameterDeclaration>): readonly (string | undefined)[] {
  return parameters.map((parameter) => (ts.isIdentifier(parameter.name) ? parameter.name.text : undefined))
}

function textOf(node: ts.Node): string {
  if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node) || ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return node.text
  return ts.isComputedPropertyName(node) && ts.isStringLiteralLike(node.expression) ? node.expression.text : ''
}

/** The last name of what is read: `JWT_SECRET` of `process.env.JWT_SECRET`, `env['X']`, `config.get('X')`. */
function readName(expression: ts.Expression): string | undefined {
  const plain = unwrapped(expression)
  if (ts.isIdentifier(plain)) return plain.text
  if (ts.isPropertyAccessExpression(plain)) return plain.name.text
  if (ts.isElementAccessExpression(plain)) return ts.isStringLiteralLike(plain.argumentExpression) ? lastName(plain.argumentExpression.text) : undefined
  if (ts.isCallExpression(plain)) {
    const [first] = plain.arguments
    if (first && ts.isStringLiteralLike(first) && /^(?:get|getOrThrow|env|string|str|getEnv|read)/.test(memberOf(plain))) return lastName(first.text)
    return ts.isPropertyAccessExpression(plain.expression) && plain.arguments.length === 0 ? readName(plain.expression.expression) : undefined
  }
  // `process.env.A || process.env.B || 'x'`
  if (ts.isBinaryExpression(plain)) return readName(plain.right)
  return undefined
}

function memberOf(call: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : ts.isIdentifier(call.expression) ? call.expression.text : ''
}

/** Configuration names its values with paths. */
function lastName(text: string): string {
  return text.split(/[.:/]/).at(-1) ?? text
}

function isEnvironment(expression: ts.Expression): boolean {
  const plain = unwrapped(expression)
  if (ts.isPropertyAccessExpression(plain) || ts.isElementAccessExpression(plain)) {
    const owner = unwrapped(plain.expression)
    return (ts.isPropertyAccessExpression(owner) && owner.name.text === 'env') || (ts.isIdentifier(owner) && owner.text === 'env')
  }
  return ts.isBinaryExpression(plain) && isEnvironment(plain.right)
}

function isFromEnvironment(element: ts.BindingElement): boolean {
  const declaration = ts.findAncestor(element, ts.isVariableDeclaration)
  const value = declaration?.initializer && unwrapped(declaration.initializer)
  return value !== undefined && ts.isPropertyAccessExpression(value) && value.name.text === 'env'
}

/** `isProduction ? x : 'dev'` chooses on purpose. */
function isAboutEnvironment(condition: ts.Expression, sourceFile: ts.SourceFile): boolean {
  return /NODE_ENV|is_?(?:prod|dev|test|local|staging|ci)|\b(?:environment|stage|dev|prod|production|development|test|__DEV__|CI)\b/i.test(condition.getText(sourceFile))
}

function rootOf(expression: ts.Expression): string | undefined {
  let plain = unwrapped(expression)
  while (ts.isPropertyAccessExpression(plain) || ts.isCallExpression(plain)) plain = unwrapped(plain.expression)
  return ts.isIdentifier(plain) ? plain.text : undefined
}

/** The name an object literal is given to. */
function ownerOf(object: ts.Node): string | undefined {
  let node = object
  while (node.parent && (ts.isCallExpression(node.parent) || ts.isParenthesizedExpression(node.parent) || ts.isAsExpression(node.parent))) node = node.parent
  const parent = node.parent
  if (parent && ts.isPropertyAssignment(parent)) return textOf(parent.name)
  return parent && ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : undefined
}

/** Names of what stands around a node, outermost first. */
function pathOf(node: ts.Node): string[] {
  const path: string[] = []
  for (let at: ts.Node | undefined = node.parent; at; at = at.parent) {
    if (ts.isPropertyAssignment(at) || ts.isPropertyDeclaration(at)) path.push(textOf(at.name))
    else if (ts.isVariableDeclaration(at) && ts.isIdentifier(at.name)) path.push(at.name.text)
    else if (ts.isCallExpression(at)) path.push(memberOf(at))
    else if (ts.isDecorator(at) && ts.isCallExpression(at.expression)) path.push(`@${memberOf(at.expression)}`)
  }
  return path.reverse()
}

function isTopLevel(node: ts.Node): boolean {
  return ts.findAncestor(node, (one) => ts.isFunctionLike(one) || (ts.isPropertyDeclaration(one) && !one.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.StaticKeyword))) === undefined
}

/** The string literal around a range of the text. */
export interface LiteralPlace {
  readonly start: number
  readonly end: number
  readonly text: string
  /** An expression may stand in its place; `fallback` when it is the right side of `||` or `??`. */
  readonly position: 'expression' | 'operand' | 'fallback' | 'fixed'
  readonly isTopLevel: boolean
  /** Name it is given to, if any. */
  readonly name: string | undefined
}

/**
 * @param start offset inside of the literal
 * @returns undefined when the offset stands in no string literal without substitutions
 */
export function literalAround(sourceFile: ts.SourceFile, start: number): LiteralPlace | undefined {
  let node: ts.Node = sourceFile
  for (;;) {
    const inner: ts.Node | undefined = ts.forEachChild(node, (child) => (child.getFullStart() <= start && start < child.getEnd() ? child : undefined))
    if (!inner) break
    node = inner
  }
  if (!ts.isStringLiteralLike(node) || start < node.getStart(sourceFile)) return undefined
  const parent = node.parent
  const name = ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) ? textOf(parent.name) : undefined
  return { start: node.getStart(sourceFile), end: node.getEnd(), text: node.text, position: positionOf(node, parent), isTopLevel: isTopLevel(node), name: name || undefined }
}

function positionOf(node: ts.Node, parent: ts.Node): LiteralPlace['position'] {
  if (ts.isBinaryExpression(parent)) {
    const operator = parent.operatorToken.kind
    if (isEither(operator)) return parent.right === node ? 'fallback' : 'fixed'
    return operator === ts.SyntaxKind.EqualsToken ? 'expression' : 'operand'
  }
  if (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)) return parent.initializer === node ? 'expression' : 'fixed'
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.arguments?.includes(node as ts.Expression) && !/\.(?:default|get|catch)$/.test(parent.expression.getText()) ? 'expression' : 'fixed'
  if (ts.isArrayLiteralExpression(parent) || ts.isReturnStatement(parent)) return 'expression'
  return 'fixed'
}

/** Names declared or used in the file, and where a declaration can be put: behind the imports. */
export function insertionPoint(sourceFile: ts.SourceFile): { readonly offset: number; readonly isBehindImports: boolean } {
  const statements = sourceFile.statements
  const isHead = (one: ts.Statement) =>
    ts.isImportDeclaration(one) ||
    ts.isImportEqualsDeclaration(one) ||
    (ts.isExpressionStatement(one) && ts.isStringLiteral(one.expression)) ||
    (ts.isVariableStatement(one) && one.declarationList.declarations.every((declaration) => declaration.initializer && requiredModule(declaration.initializer) !== undefined))
  const last = [...statements].reverse().find(isHead)
  return last ? { offset: last.getEnd(), isBehindImports: true } : { offset: statements[0]?.getStart(sourceFile) ?? 0, isBehindImports: false }
}
