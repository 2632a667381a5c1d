/**
 * Types of values that no declaration speaks of.
 *
 * `constructor(pool) { this.pool = pool }`, `module.exports = (db) => ({ ... })`: without a declared type the checker
 * knows nothing of what is injected. What the calls give is looked at instead. `let pool; function connect() { pool =
 * new Pool() }` and `this.store = new Pool()` are given their values later: what is assigned says what they are.
 */
import { ts } from 'ts-morph'
import { argumentsOf, isEither, propertyOf, receiverOf, skipOuter } from '../libraries/paths.js'
import { readAssignments } from './assignments.js'
import type { Call, LibraryTarget, Unit } from './types.js'

/** Values are followed through this many parameters, fields and calls. */
const MOST_HOPS = 10
/** Calls of one function that are looked at. */
const MOST_CALLS = 12

/** What those who load files give to a first parameter of such a name. */
export interface GivenByLoader {
  readonly name: RegExp
  readonly type: ts.Type
  readonly package: string
}

/** What is asked of the resolver. */
export interface Asked {
  readonly checker: ts.TypeChecker
  symbolOf(node: ts.Node): ts.Symbol | undefined
  libraryOf(symbol: ts.Symbol | undefined, call?: ts.Node): LibraryTarget | undefined
  functionsOf(node: ts.Node): readonly Unit[]
  unitAt(node: ts.Node): Unit | undefined
  /** Types that loaders of files give to parameters of such names. */
  givenByLoaders(): readonly GivenByLoader[]
  /** Objects that tell a container what it gives, by name. */
  provided(): readonly ts.Expression[]
  /** What the project declares as a table under a name: the call of a library that defines it, or a class. */
  tableNamed(name: string): ts.Expression | ts.ClassLikeDeclaration | undefined
  /** Calls by which a function may be run, or a class constructed, told by names alone. */
  namedLike(unit: Unit): readonly Call[]
}

export class GivenTypes {
  private readonly arguments = new Map<ts.ParameterDeclaration, readonly ts.Expression[]>()
  private readonly types = new Map<ts.Expression, ts.Type | undefined>()
  private readonly members = new Set<ts.Node>()
  /** Values that were given up on because the way to them was too long from where the question was asked. */
  private readonly givenUp = new Set<ts.Expression>()
  private isCut = false
  private readonly later = new Map<ts.Node, ReadonlyMap<string, readonly ts.Expression[]>>()

  constructor(private readonly asked: Asked) {}

  /** The member that is read of a value whose type only callers know. */
  member(access: ts.PropertyAccessExpression): ts.Symbol | undefined {
    if (this.members.has(access)) return undefined
    this.members.add(access)
    try {
      const type = this.typeOf(access.expression)
      const symbol = type && this.asked.checker.getPropertyOfType(type, access.name.text)
      return symbol?.declarations ? symbol : undefined
    } finally {
      this.members.delete(access)
    }
  }

  /** The type of a value the checker knows nothing of; undefined where it knows, or callers do not tell. */
  typeOf(expression: ts.Expression): ts.Type | undefined {
    return isUnknown(this.asked.checker.getTypeAtLocation(skipOuter(expression))) ? this.given(expression, 0) : undefined
  }

  private given(expression: ts.Expression, hops: number): ts.Type | undefined {
    const value = skipOuter(expression)
    if (this.types.has(value)) return this.types.get(value)
    // Set first, so that what leads to itself ends.
    this.types.set(value, undefined)
    const own = this.asked.checker.getTypeAtLocation(value)
    if (hops >= MOST_HOPS && isUnknown(own)) this.isCut = true
    const type = isUnknown(own) ? (hops < MOST_HOPS ? this.find(value, hops + 1) : undefined) : own
    this.types.set(value, type)
    if (!type && this.isCut) this.givenUp.add(value)
    if (hops === 0) this.forgetGivenUp()
    return type
  }

  /** From nearer by, the way may be short enough. */
  private forgetGivenUp(): void {
    for (const value of this.givenUp) this.types.delete(value)
    this.givenUp.clear()
    this.isCut = false
  }

  private find(value: ts.Expression, hops: number): ts.Type | undefined {
    if (ts.isAwaitExpression(value)) {
      const promised = this.given(value.expression, hops)
      const awaited = promised && this.asked.checker.getAwaitedType(promised)
      // `await Order.findByPk(id)`: the row that `this` makes.
      return awaited && awaited.flags & ts.TypeFlags.Instantiable ? this.rowOf(value.expression, hops) : awaited
    }
    if (ts.isNewExpression(value)) return this.made(value)
    if (ts.isCallExpression(value)) {
      const [signature] = this.given(value.expression, hops)?.getCallSignatures() ?? []
      const returned = signature && known(this.asked.checker.getReturnTypeOfSignature(signature))
      return returned ?? this.first(this.asked.functionsOf(skipOuter(value.expression)).flatMap((unit) => unit.returns), hops)
    }
    if (ts.isBinaryExpression(value)) return isEither(value.operatorToken.kind) ? this.first([value.left, value.right], hops) : value.operatorToken.kind === ts.SyntaxKind.EqualsToken ? this.given(value.right, hops) : undefined
    if (ts.isConditionalExpression(value)) return this.first([value.whenTrue, value.whenFalse], hops)
    if (ts.isPropertyAccessExpression(value)) {
      const owner = this.given(value.expression, hops)
      const member = owner && this.asked.checker.getPropertyOfType(owner, value.name.text)
      // `prisma.order`: a member that only a pattern of names declares.
      const type = member ? known(this.asked.checker.getTypeOfSymbol(member)) : ((owner && this.asked.checker.getIndexTypeOfType(owner, ts.IndexKind.String)) ?? this.ofTable(value.name, value.expression.getText(), hops))
      return (type && known(type)) ?? this.assigned((member ?? this.asked.symbolOf(value))?.valueDeclaration, hops)
    }
    if (!ts.isIdentifier(value)) return undefined
    const symbol = this.asked.symbolOf(value)
    const declaration = symbol?.valueDeclaration ?? symbol?.declarations?.find(ts.isBindingElement)
    if (!declaration) return undefined
    if (ts.isParameter(declaration)) return this.first(this.argumentsFor(declaration), hops) ?? this.ofCallback(declaration) ?? this.ofLoader(declaration) ?? this.ofContainer(declaration, declaration.name, hops)
    if (ts.isVariableDeclaration(declaration)) return this.first([...(declaration.initializer ? [declaration.initializer] : []), ...this.assignedIn(declaration.getSourceFile(), declaration.name)], hops)
    return ts.isBindingElement(declaration) ? this.bound(declaration, hops) : this.assigned(declaration, hops)
  }

  /** `io.on('connection', (socket) => ...)`: what the library says it gives to the function. */
  private ofCallback(parameter: ts.ParameterDeclaration): ts.Type | undefined {
    const given = parameter.parent
    const call = given.parent
    if (!(ts.isArrowFunction(given) || ts.isFunctionExpression(given)) || !ts.isCallExpression(call)) return undefined
    const callee = skipOuter(call.expression)
    const taking = ts.isPropertyAccessExpression(callee) ? this.asked.libraryOf(this.asked.symbolOf(callee), call)?.declaration : undefined
    const taken = taking && ts.isFunctionLike(taking) ? taking.parameters[call.arguments.indexOf(given)]?.type : undefined
    const [signature] = taken ? this.asked.checker.getTypeFromTypeNode(taken).getCallSignatures() : []
    const own = signature?.parameters[given.parameters.indexOf(parameter)]
    const type = own && known(this.asked.checker.getTypeOfSymbol(own))
    return type && !(type.flags & ts.TypeFlags.TypeParameter) ? type : undefined
  }

  /** `module.exports = async (fastify) => ...`, `exports.plugin = { register: (server) => ... }`: what loads the file calls it. */
  private ofLoader(parameter: ts.ParameterDeclaration): ts.Type | undefined {
    const { name, type, parent } = parameter
    if (saysWhat(type) || !ts.isIdentifier(name) || parent.parameters[0] !== parameter || this.argumentsFor(parameter).length > 0) return undefined
    const unit = this.asked.unitAt(parent)
    if (unit?.parent?.kind !== 'module') return undefined
    const { dependencies } = unit.file.package
    const [found, other] = this.asked.givenByLoaders().filter((one) => one.name.test(name.text) && usesFramework(dependencies, one.package))
    return other ? undefined : found?.type
  }

  /** `new Sequelize(url)`, where the package is the class it exports by default. */
  private made({ expression }: ts.NewExpression): ts.Type | undefined {
    const symbol = this.asked.symbolOf(skipOuter(expression))
    const standard = symbol?.declarations?.some(ts.isModuleDeclaration) ? symbol.exports?.get(ts.InternalSymbolName.Default) : undefined
    const target = standard && (standard.flags & ts.SymbolFlags.Alias ? this.asked.checker.getAliasedSymbol(standard) : standard)
    return target && target.flags & ts.SymbolFlags.Class ? this.asked.checker.getDeclaredTypeOfSymbol(target) : undefined
  }

  /** What the class makes on which a member is called. */
  private rowOf(call: ts.Expression, hops: number): ts.Type | undefined {
    const callee = skipOuter(call)
    const receiver = ts.isCallExpression(callee) ? receiverOf(callee) : undefined
    const [construct] = (receiver && this.given(receiver, hops)?.getConstructSignatures()) ?? []
    const row = construct && known(this.asked.checker.getReturnTypeOfSignature(construct))
    return row && row.flags & ts.TypeFlags.TypeParameter ? this.asked.checker.getDefaultFromTypeParameter(row) : row
  }

  /** `db.Order`, `const { Order } = require('./models')`: where a list of files fills the object, its members go by the names of tables. */
  private ofTable(name: ts.Node, owner: string, hops: number): ts.Type | undefined {
    const text = name.getText()
    if (!/^[A-Z]/.test(text) && !MODELS.test(owner)) return undefined
    const declared = this.asked.tableNamed(text)
    if (!declared) return undefined
    return ts.isClassLike(declared) ? this.asked.checker.getTypeAtLocation(declared.name ?? declared) : this.given(declared, hops)
  }

  /** Values that a variable or member is given after it was declared. */
  assignedIn(scope: ts.SourceFile | ts.ClassLikeDeclaration, name: ts.Node): readonly ts.Expression[] {
    let found = this.later.get(scope)
    if (!found) this.later.set(scope, (found = readAssignments(scope)))
    return found.get(ts.isClassLike(scope) ? `.${name.getText()}` : name.getText()) ?? []
  }

  /** `this.pool = pool`, `private readonly pool = pool` */
  private assigned(declaration: ts.Declaration | undefined, hops: number): ts.Type | undefined {
    // `exports` of a CommonJS module stands for its file.
    if (!declaration || ts.isSourceFile(declaration)) return undefined
    const assignment = ts.isBinaryExpression(declaration) ? declaration : declaration.parent
    if (ts.isBinaryExpression(assignment) && assignment.operatorToken.kind === ts.SyntaxKind.EqualsToken) return this.given(assignment.right, hops)
    if (ts.isParameter(declaration)) return this.first(this.argumentsFor(declaration), hops)
    if (ts.isShorthandPropertyAssignment(declaration)) return this.given(declaration.name, hops)
    if (ts.isExportAssignment(declaration)) return this.given(declaration.expression, hops)
    if (ts.isPropertyDeclaration(declaration)) return this.first([...(declaration.initializer ? [declaration.initializer] : []), ...this.assignedIn(declaration.parent, declaration.name)], hops)
    return ts.isPropertyAssignment(declaration) ? this.given(declaration.initializer, hops) : undefined
  }

  /** `function create({ db }) {}`, `const { db } = dependencies` */
  private bound(element: ts.BindingElement, hops: number): ts.Type | undefined {
    const owner = element.parent.parent
    const name = element.propertyName ?? element.name
    if (!ts.isObjectBindingPattern(element.parent) || !ts.isIdentifier(name) || element.dotDotDotToken) return undefined
    const wholes = ts.isParameter(owner) ? this.argumentsFor(owner) : ts.isVariableDeclaration(owner) && owner.initializer ? [owner.initializer] : []
    for (const whole of wholes) {
      const literal = skipOuter(whole)
      const [written] = ts.isObjectLiteralExpression(literal) ? propertyOf(literal, name.text) : []
      const type = written ? this.given(written, hops) : this.memberType(this.given(whole, hops), name.text, hops)
      if (type) return type
    }
    const named = this.ofTable(name, ts.isParameter(owner) ? 'models' : (owner.initializer?.getText() ?? ''), hops)
    return named ?? (ts.isParameter(owner) ? this.ofContainer(owner, name, hops) : undefined)
  }

  /** `constructor({ orders })`, `constructor(orders)`: what a container was told to give for the name. */
  private ofContainer(parameter: ts.ParameterDeclaration, name: ts.BindingName, hops: number): ts.Type | undefined {
    if (saysWhat(parameter.type) || !ts.isIdentifier(name) || !this.asked.unitAt(parameter.parent) || this.argumentsFor(parameter).length > 0) return undefined
    const { checker } = this.asked
    for (const provided of this.asked.provided()) {
      const literal = skipOuter(provided)
      const [written] = ts.isObjectLiteralExpression(literal) ? propertyOf(literal, name.text) : []
      const type = written && this.given(written, hops)
      const [resolve] = (type && checker.getPropertyOfType(type, 'resolve')?.declarations) ?? []
      const [signature] = type && resolve ? checker.getTypeOfSymbolAtLocation(checker.getPropertyOfType(type, 'resolve') as ts.Symbol, resolve).getCallSignatures() : []
      const found = signature && known(checker.getReturnTypeOfSignature(signature))
      if (found) return found
    }
    return undefined
  }

  private memberType(owner: ts.Type | undefined, name: string, hops: number): ts.Type | undefined {
    const member = owner && this.asked.checker.getPropertyOfType(owner, name)
    return member && (known(this.asked.checker.getTypeOfSymbol(member)) ?? this.assigned(member.valueDeclaration, hops))
  }

  private first(expressions: readonly ts.Expression[], hops: number): ts.Type | undefined {
    for (const expression of expressions) {
      const type = this.given(expression, hops)
      if (type) return type
    }
    return undefined
  }

  /** What calls give to a parameter. */
  private argumentsFor(parameter: ts.ParameterDeclaration): readonly ts.Expression[] {
    let found = this.arguments.get(parameter)
    if (found) return found
    this.arguments.set(parameter, [])
    const unit = this.asked.unitAt(parameter.parent)
    const index = unit ? unit.parameters.indexOf(parameter) : -1
    found = unit ? this.callsOf(unit).flatMap((call) => argumentsOf(call.node)[index] ?? []) : []
    this.arguments.set(parameter, found)
    return found
  }

  private callsOf(unit: Unit): readonly Call[] {
    const found: Call[] = []
    const named = this.asked.namedLike(unit)
    // `this.query(trx).update(row)`: whose member that is may depend on what is asked here, and would be lost for good.
    const plain = named.filter(({ node }) => !ts.isCallExpression(skipOuter(receiverOf(node) ?? node)) || !receiverOf(node))
    for (const call of plain.length > 0 ? plain : named) {
      if (!ts.isCallExpression(call.node) && !ts.isNewExpression(call.node)) continue
      const callee = skipOuter(call.node.expression)
      const leadsHere = call.isNew && unit.kind === 'constructor' ? this.asked.symbolOf(callee)?.declarations?.some((declaration) => declaration === unit.classNode || holds(declaration, unit.classNode)) : this.asked.functionsOf(callee).includes(unit)
      if (leadsHere === true && found.push(call) >= MOST_CALLS) break
    }
    return found
  }
}

function saysWhat(type: ts.TypeNode | undefined): boolean {
  return type !== undefined && type.kind !== ts.SyntaxKind.AnyKeyword
}

/** `const Orders = class {}` */
function holds(declaration: ts.Declaration, owner: ts.Node | undefined): boolean {
  return ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined && declaration.initializer === owner
}

/** What holds the tables of a project. */
const MODELS = /(?:^|[./'"_])(?:models?|db|database)(?:\/index)?(?:['"]?\))?$/i
/** What says nothing of a value: `any`, and the nothing that a name holds before it is given one. */
const UNKNOWN = ts.TypeFlags.Any | ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void | ts.TypeFlags.Never

function isUnknown(type: ts.Type): boolean {
  return (type.flags & UNKNOWN) !== 0
}

function known(type: ts.Type): ts.Type | undefined {
  return isUnknown(type) ? undefined : type
}

/** The framework itself is depended on, or what brings it: `fastify-cli`, `@nestjs/platform-fastify`. */
function usesFramework(dependencies: ReadonlyMap<string, string>, framework: string): boolean {
  const word = framework.replace(/^.*\//, '')
  return dependencies.has(framework) || [...dependencies.keys()].some((name) => name.split(/[@/-]/).includes(word) && !name.startsWith('@types/'))
}
