/**
 * Where calls and values lead: to units of the project, or to declarations of library models.
 */
import { ts } from 'ts-morph'
import { append } from '../findings/multimap.js'
import { atPath, argumentsOf, receiverOf, skipOuter } from '../libraries/paths.js'
import { TagReader } from '../libraries/reader.js'
import type { Tag } from '../libraries/tags.js'
import type { SharedTime } from '../workspace/shared-time.js'
import type { WorkspaceFile } from '../workspace/types.js'
import type { ObjectRoutes } from './application/listed-routes.js'
import { DeclaredTypes, UNDECLARED } from './declared-types.js'
import { GivenTypes, type GivenByLoader } from './given-types.js'
import { Overloads } from './overloads.js'
import type { Program } from './program.js'
import type { Relevance } from './relevance.js'
import { mayHaveMembers, modelOf, schemaMember } from './schema-members.js'
import type { ClassFact } from './syntax.js'
import { namedMembers } from './named-members.js'
import { taggedMembers } from './tagged-members.js'
import type { Call, LibraryTarget, Resolution, Unit } from './types.js'

const NOTHING: Resolution = { units: [], library: undefined, parameter: undefined, confidence: 'high' }

/** A route taken as an object that says its method and path. */
const OBJECT_ROUTES = /@entry route 0\.method path=0\./

/** Bases of a class are followed this far. */
const MOST_BASES = 8
/** Implementations of one member beyond this number say nothing about a particular call. */
const MOST_IMPLEMENTATIONS = 24

/** `import { Store } from './store.js'`, `export { Store } from './store.js'` */
const HANDED_ON = /^(?:import|export)\s+(?:type\s+)?[\w$\s{},*]*?from\s*['"][^'"]*['"]/gm

/** A call that defines a table. */
interface Definition {
  readonly name: string
  readonly node: ts.CallExpression
}

export class Resolver {
  readonly checker: ts.TypeChecker
  readonly tags = new TagReader()
  private readonly unitByNode = new Map<ts.Node, Unit>()
  private readonly subclasses = new Map<string, ClassFact[]>()
  private readonly resolutions = new Map<Call, Resolution>()
  private readonly functions = new Map<ts.Node, readonly Unit[]>()
  /** Names of iterating members that functions of the project have too. */
  private readonly ownMembers = new Set<string>()
  private readonly bodies = new Map<ts.Declaration, readonly Unit[]>()
  private readonly targets = new Map<ts.Node, LibraryTarget | undefined>()
  private readonly declared: DeclaredTypes
  private readonly given: GivenTypes
  private readonly overloads: Overloads
  private readonly symbols = new Map<ts.Node, ts.Symbol | undefined>()
  private readonly types = new Map<ts.Node, ts.Type>()

  constructor(
    private readonly program: Program,
    units: readonly Unit[],
    private readonly relevance: Relevance,
    private readonly time: SharedTime,
  ) {
    this.checker = program.checker
    this.declared = new DeclaredTypes(this.checker, (name) => this.symbolOf(name), (node) => this.unitAt(node), (file) => program.isModel(file))
    this.overloads = new Overloads(this.checker, this.tags, {
      declared: (expression) => this.declared.typeOf(expression),
      ofValue: (expression) => this.valueType(expression),
    })
    this.given = new GivenTypes({
      checker: program.checker,
      symbolOf: (node) => this.symbolOf(node),
      libraryOf: (symbol, call) => this.libraryOf(symbol, call),
      functionsOf: (node) => this.functionsOf(node),
      unitAt: (node) => this.unitAt(node),
      namedLike: (unit) => relevance.namedLike(unit),
      givenByLoaders: () => (this.loaders ??= this.readLoaders()),
      provided: () => (this.providedRead ??= this.readProvided()),
      tableNamed: (name) => (this.definedTables ??= this.readDefinedTables()).get(name),
    })
    for (const unit of units) {
      const { node } = unit
      this.unitByNode.set(node, unit)
      if (!ts.isSourceFile(node) && !ts.isClassStaticBlockDeclaration(node) && node.name && ts.isIdentifier(node.name) && ITERATION.has(node.name.text)) this.ownMembers.add(node.name.text)
    }
    for (const facts of program.facts)
      for (const fact of facts.classes)
        for (const base of fact.bases) {
          const list = this.subclasses.get(base)
          if (list) list.push(fact)
          else this.subclasses.set(base, [fact])
        }
  }

  private definitionsRead: readonly Definition[] | undefined
  private definedTables: ReadonlyMap<string, ts.CallExpression> | undefined
  private definedTypes: ReadonlyMap<ts.Symbol, ts.CallExpression> | undefined

  /** Calls that define a table under a name: `sequelize.define('Order', ...)`. */
  private definitions(): readonly Definition[] {
    this.definitionsRead ??= [...taggedMembers(this.program, 'entity name=')].flatMap((member) =>
      this.callsNamed(member).flatMap(({ node, unit }) => {
        const tag = ts.isCallExpression(node) && unit.file.surface === 'production' ? this.libraryOf(this.symbolOf(skipOuter(node.expression)), node)?.tags.find(({ name }) => name === 'entity') : undefined
        const path = tag && /name=(\S+)/.exec(tag.value)?.[1]
        const given = path === undefined ? undefined : atPath(node, path)[0]
        return given && ts.isStringLiteralLike(given) && ts.isCallExpression(node) ? [{ name: given.text, node }] : []
      }),
    )
    return this.definitionsRead
  }

  /** Tables by name; a name that two have says nothing. */
  private readDefinedTables(): ReadonlyMap<string, ts.CallExpression> {
    return onlyOnce(this.definitions().map(({ name, node }) => [name, node]))
  }

  /**
   * The call that defines a table and says of what type its model is: `db.model<OrderDocument, OrderModel>('orders', schema)`;
   * undefined where several say that they make one.
   */
  definedAs(type: ts.Symbol): ts.CallExpression | undefined {
    this.definedTypes ??= onlyOnce(
      this.definitions().flatMap(({ node }) => {
        const made = node.typeArguments ? this.checker.getTypeAtLocation(node).symbol : undefined
        return made && node.typeArguments?.some((type) => this.checker.getTypeFromTypeNode(type).symbol === made) ? [[made, node]] : []
      }),
    )
    return this.definedTypes.get(type)
  }

  private providedRead: readonly ts.Expression[] | undefined

  private readProvided(): readonly ts.Expression[] {
    return [...taggedMembers(this.program, 'provides')].flatMap((name) =>
      this.callsNamed(name).flatMap(({ node }) => {
        const tag = ts.isCallExpression(node) && this.libraryOf(this.symbolOf(skipOuter(node.expression)), node)?.tags.find((one) => one.name === 'provides')
        return tag ? atPath(node, tag.value, (expression) => this.initializerOf(expression)) : []
      }),
    )
  }

  /** Members of libraries that take routes as objects, with what such an object must name. */
  objectRoutes(): readonly ObjectRoutes[] {
    this.objectRoutesRead ??= this.program.program.getSourceFiles().flatMap((source) => {
      if (!this.program.isModel(source) || !OBJECT_ROUTES.test(source.text)) return []
      const found: ObjectRoutes[] = []
      const visit = (node: ts.Node): void => {
        const tag = ts.isMethodSignature(node) || ts.isMethodDeclaration(node) ? this.tags.tag(node, 'entry') : undefined
        const names = tag && OBJECT_ROUTES.test(`@entry ${tag.value}`) ? [...tag.value.matchAll(/(?:^route |path=)0\.(\w+)/g)].flatMap(([, name]) => name ?? []) : []
        if (names.length > 0) found.push({ library: this.libraryTarget(node as ts.MethodSignature), names })
        ts.forEachChild(node, visit)
      }
      visit(source)
      return found
    })
    return this.objectRoutesRead
  }

  private objectRoutesRead: readonly ObjectRoutes[] | undefined

  private loaders: readonly GivenByLoader[] | undefined

  private readLoaders(): readonly GivenByLoader[] {
    const found: GivenByLoader[] = []
    for (const source of this.program.program.getSourceFiles()) {
      if (!this.program.isModel(source) || !source.text.includes('@given')) continue
      const visit = (node: ts.Node): void => {
        if (!ts.isClassLike(node) && !ts.isInterfaceDeclaration(node)) ts.forEachChild(node, visit)
        const tag = (ts.isClassLike(node) || ts.isInterfaceDeclaration(node)) && this.tags.tag(node, 'given')
        if (!tag) return
        const module = ts.findAncestor(node, (at): at is ts.ModuleDeclaration => ts.isModuleDeclaration(at) && ts.isStringLiteral(at.name))
        found.push({ name: new RegExp(tag.value.slice(1, -1)), type: this.checker.getTypeAtLocation(node), package: module?.name.text ?? '' })
      }
      visit(source)
    }
    return found
  }

  /** The unit whose body a declaration is. */
  unitAt(node: ts.Node): Unit | undefined {
    return this.unitByNode.get(node)
  }

  /** The innermost unit around a node. */
  unitOf(node: ts.Node): Unit | undefined {
    for (let at: ts.Node | undefined = node; at; at = at.parent) {
      const unit = this.unitByNode.get(at)
      if (unit) return unit
    }
    return undefined
  }

  resolve(call: Call): Resolution {
    let known = this.resolutions.get(call)
    if (!known) {
      // Set first, so that a call that leads to itself while it is being resolved ends.
      this.resolutions.set(call, NOTHING)
      known = this.resolveCall(call)
      this.resolutions.set(call, known)
    }
    return known
  }

  /** Whether a call can lead to anything that is modelled; decided by names, without the checker. */
  matters(call: Call): boolean {
    return this.relevance.includes(call)
  }

  /** Whether calling a function of this name may lead to anything that is modelled. */
  mattersByName(name: string): boolean {
    return this.relevance.hasName(name)
  }

  /** The file belongs to a client that lives beside the server. */
  isClient(file: WorkspaceFile): boolean {
    return this.relevance.isClient(file)
  }

  /** All calls of a name, whether they matter or not. */
  callsNamed(name: string): readonly Call[] {
    return this.relevance.callsNamed(name)
  }

  /** The calls of a unit that matter, in order. */
  callsOf(unit: Unit): readonly Call[] {
    return this.relevance.callsOf(unit)
  }

  /** The symbol of a name or member, through import aliases. */
  symbolOf(expression: ts.Node): ts.Symbol | undefined {
    if (this.symbols.has(expression)) return this.symbols.get(expression)
    const symbol = this.time.measure('types', () => this.findSymbol(expression))
    this.symbols.set(expression, symbol)
    return symbol
  }

  private findSymbol(expression: ts.Node): ts.Symbol | undefined {
    const member = ts.isPropertyAccessExpression(expression) ? this.declared.member(expression) : undefined
    if (member) return member === UNDECLARED ? undefined : this.unalias(member)
    const target = ts.isPropertyAccessExpression(expression)
      ? expression.name
      : ts.isElementAccessExpression(expression)
        ? expression.argumentExpression
        : expression
    let symbol = this.checker.getSymbolAtLocation(target)
    if (!symbol && ts.isPropertyAccessExpression(expression)) symbol = this.standardMember(expression) ?? this.given.member(expression)
    if (symbol && ts.isShorthandPropertyAssignment(expression.parent) && expression.parent.name === expression)
      symbol = this.checker.getShorthandAssignmentValueSymbol(expression.parent) ?? symbol
    return symbol && this.unalias(symbol)
  }

  /** `const Sequelize = require('sequelize')`, `Sequelize.useCLS(...)`: a package is also required as its default export. */
  private standardMember({ expression, name }: ts.PropertyAccessExpression): ts.Symbol | undefined {
    const standard = ts.isIdentifier(expression) ? this.checker.getTypeAtLocation(expression).getSymbol()?.exports?.get(ts.InternalSymbolName.Default) : undefined
    return standard && this.checker.getPropertyOfType(this.checker.getTypeOfSymbol(this.unalias(standard)), name.text)
  }

  /** What `import('./routes')` loads, for whoever takes a module for its default export: `app.register(import('./routes'))`. */
  loadedBy(node: ts.Node): ts.Symbol | undefined {
    const specifier = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments[0] : undefined
    const exported = specifier && this.checker.getSymbolAtLocation(specifier)?.exports
    const standard = exported?.get(ts.InternalSymbolName.Default) ?? exported?.get(ts.InternalSymbolName.ExportEquals)
    return standard && this.unalias(standard)
  }

  unalias(symbol: ts.Symbol): ts.Symbol {
    const target = symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol
    // `const { Order } = require('./models')`, where the module does not say that it has it: the name itself is left.
    return !target.declarations && symbol.declarations?.some(ts.isBindingElement) ? symbol : target
  }

  typeOf(node: ts.Node): ts.Type {
    let type = this.types.get(node)
    if (!type) {
      type = this.time.measure('types', () => this.checker.getTypeAtLocation(node))
      this.types.set(node, type)
    }
    return type
  }

  /** The type of a value; where the checker knows none, that of what it is given. */
  valueType(expression: ts.Expression): ts.Type {
    const type = this.typeOf(expression)
    return type.flags & ts.TypeFlags.Any ? (this.given.typeOf(expression) ?? type) : type
  }

  /** The library member a symbol stands for, if its declarations are in a model. */
  libraryOf(symbol: ts.Symbol | undefined, call?: ts.Node): LibraryTarget | undefined {
    const declarations = symbol?.declarations
    if (!declarations) return undefined
    const inModels = declarations.filter((declaration) => this.program.isModel(declaration.getSourceFile()))
    const first = inModels[0]
    if (!first) return undefined
    // `const limit = require('x')` of a package whose default export is also what it is required as.
    const standard = ts.isModuleDeclaration(first) ? symbol.exports?.get(ts.InternalSymbolName.Default) : undefined
    const exported = standard && this.unalias(standard)
    // A module that is its own default export (`export { self as default }`) ends here.
    if (exported && exported !== symbol) return this.libraryOf(exported, call)
    return this.libraryTarget(inModels.length > 1 ? this.overloads.of(inModels, call) : first)
  }

  /** Whether a declaration stands in a library model. */
  isOfLibrary(declaration: ts.Declaration): boolean {
    return this.program.isModel(declaration.getSourceFile())
  }

  libraryTarget(declaration: ts.Declaration): LibraryTarget {
    let target = this.targets.get(declaration)
    if (!target) {
      target = this.readTarget(declaration)
      this.targets.set(declaration, target)
    }
    return target
  }

  /** A tag on the class or interface whose member a target is: it holds for all members. */
  ownerTag(target: LibraryTarget, name: string): Tag | undefined {
    const owner = ts.findAncestor(target.declaration.parent, (node) => ts.isClassLike(node) || ts.isInterfaceDeclaration(node))
    return owner && this.tags.tag(owner, name)
  }

  /** Tags of the class, interface or type a type is an instance of, bases included. */
  typeTags(type: ts.Type, name: string): Tag | undefined {
    const seen = new Set<ts.Type>()
    const look = (current: ts.Type): Tag | undefined => {
      if (seen.has(current)) return undefined
      seen.add(current)
      if (current.isUnion() || current.isIntersection()) {
        for (const part of current.types) {
          const tag = look(part)
          if (tag) return tag
        }
      }
      for (const symbol of [current.aliasSymbol, current.getSymbol()]) {
        for (const declaration of symbol?.declarations ?? []) {
          if (this.program.isModel(declaration.getSourceFile())) {
            const tag = this.tags.tag(declaration, name)
            if (tag) return tag
          }
        }
      }
      // An instance of a generic class has its bases on the class.
      for (const base of current.getBaseTypes?.() ?? (current as ts.TypeReference).target?.getBaseTypes?.() ?? []) {
        const tag = look(base)
        if (tag) return tag
      }
      return undefined
    }
    return look(type)
  }

  /** A property that the project declares, in a class, an interface or an object. */
  isOwnProperty(expression: ts.Node): boolean {
    const declaration = this.symbolOf(expression)?.valueDeclaration
    return declaration !== undefined && !this.program.isModel(declaration.getSourceFile())
  }

  /** Constant initializer behind a name: `const options = {...}` for `options`; also one `this.options`. */
  initializerOf(expression: ts.Expression): ts.Expression | undefined {
    const value = skipOuter(expression)
    if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value)) return undefined
    const declaration = this.symbolOf(value)?.valueDeclaration
    if (!declaration || this.program.isModel(declaration.getSourceFile())) return undefined
    if (ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration) || ts.isPropertyAssignment(declaration))
      return declaration.initializer
    return undefined
  }

  /** Some class of the project extends it, or one of its name. */
  isExtended({ name }: ts.ClassLikeDeclaration): boolean {
    return name !== undefined && this.subclasses.has(name.text)
  }

  /** How many values a type has, where it lists them; undefined for all others. */
  valuesOf(node: ts.TypeNode): number | undefined {
    const type = this.checker.getTypeFromTypeNode(node)
    const values = type.isUnion() ? type.types : [type]
    return values.every(({ flags }) => (flags & ts.TypeFlags.Unit) !== 0) ? values.length : undefined
  }

  /**
   * Units that may run when the value of an expression is called: function expressions, names of functions, bound
   * methods, wrapped handlers, and functions returned by project functions.
   */
  functionsOf(expression: ts.Node): readonly Unit[] {
    let known = this.functions.get(expression)
    if (!known) {
      this.functions.set(expression, [])
      known = unique(this.findFunctions(expression))
      this.functions.set(expression, known)
    }
    return known
  }

  /** Bodies that a call to a declared member may run: itself, its implementations and overrides. */
  implementations(declaration: ts.Declaration): readonly Unit[] {
    let known = this.bodies.get(declaration)
    if (!known) {
      known = this.findImplementations(declaration)
      this.bodies.set(declaration, known)
    }
    return known
  }

  private findImplementations(declaration: ts.Declaration): readonly Unit[] {
    const found: Unit[] = []
    const own = this.unitAt(declaration) ?? this.behindOverloads(declaration)
    if (own) found.push(own)
    const owner = declaration.parent
    const name = (declaration as ts.NamedDeclaration).name
    if (owner && name && ts.isTypeLiteralNode(owner)) return this.returnedMember(owner, name.getText())
    if (!owner || !name || !(ts.isClassLike(owner) || ts.isInterfaceDeclaration(owner))) return found
    const member = name.getText()
    if (owner.name) this.collectOverrides(owner.name.text, owner, member, found, new Set())
    const made = ts.isInterfaceDeclaration(owner) ? this.ofMadeClasses(found) : found
    return made.length > MOST_IMPLEMENTATIONS ? made.slice(0, own ? 1 : 0) : unique(made)
  }

  /**
   * Members of classes that something makes, or may: one that nothing names but the file that declares it stands behind
   * no interface while another does.
   */
  private ofMadeClasses(units: readonly Unit[]): readonly Unit[] {
    if (new Set(units.map(({ classNode }) => classNode)).size < 2) return units
    const made = units.filter(({ classNode }) => classNode === undefined || this.isNamed(classNode))
    return made.length > 0 ? made : units
  }

  /** Whether code names a class otherwise than to declare it and to hand it on; a decorator has it found, and so may whoever loads the default of a file. */
  private isNamed(node: ts.ClassLikeDeclaration): boolean {
    let known = this.named.get(node)
    if (known === undefined) this.named.set(node, (known = this.findNamed(node)))
    return known
  }

  private readonly named = new Map<ts.ClassLikeDeclaration, boolean>()

  private findNamed(node: ts.ClassLikeDeclaration): boolean {
    const name = node.name?.text
    if (name === undefined || !ts.isClassDeclaration(node) || ts.getDecorators(node) !== undefined || node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)) return true
    const mention = new RegExp(String.raw`(?<!\bclass\s+|[\w$])${name.replaceAll('$', String.raw`\$`)}(?![\w$])`)
    return this.program.facts.some(({ sourceFile: { text } }) => text.includes(name) && mention.test(text.replace(HANDED_ON, '')))
  }

  /** `function createStore(): { put: Put } { return { put } }`: what the function gives back for a member its type declares. */
  private returnedMember(type: ts.TypeLiteralNode, name: string): readonly Unit[] {
    const maker = ts.isFunctionLike(type.parent) && type.parent.type === type ? this.unitAt(type.parent) : undefined
    return maker ? this.memberGivenBack(maker, name) : []
  }

  /** `store.put(order)`, where `store: Store = createStore()`: the member of what the function gives back. */
  private memberOfMade({ expression, name }: ts.PropertyAccessExpression): readonly Unit[] {
    const declaration = ts.isIdentifier(expression) ? this.symbolOf(expression)?.valueDeclaration : undefined
    const made = declaration && (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration)) && declaration.initializer ? skipOuter(declaration.initializer) : undefined
    return made && ts.isCallExpression(made) ? this.functionsOf(made.expression).flatMap((maker) => this.memberGivenBack(maker, name.text)) : []
  }

  private memberGivenBack({ returns }: Unit, name: string): readonly Unit[] {
    return returns.flatMap((returned) => {
      const object = skipOuter(returned)
      const member = ts.isObjectLiteralExpression(object) ? object.properties.find((one) => one.name?.getText() === name) : undefined
      if (!member) return []
      return ts.isShorthandPropertyAssignment(member) ? this.functionsOf(member.name) : ts.isPropertyAssignment(member) ? this.functionsOf(member.initializer) : (this.unitAt(member) ?? [])
    })
  }

  /** The implementation beside the overload signatures of a method. */
  private behindOverloads(declaration: ts.Declaration): Unit | undefined {
    const name = ts.isMethodDeclaration(declaration) && !declaration.body ? declaration.name : undefined
    const symbol = name && this.checker.getSymbolAtLocation(name)
    for (const other of symbol?.declarations ?? []) {
      const unit = this.unitAt(other)
      if (unit) return unit
    }
    return undefined
  }

  /**
   * Of the implementations of a member, those that the receiver can have: a member that `Store` declares is called on
   * an `OrderStore`, and only what implements that may stand behind it.
   */
  private narrowed(units: readonly Unit[], declaration: ts.Declaration, callee: ts.PropertyAccessExpression): readonly Unit[] {
    const type = (this.declared.typeOf(callee.expression) ?? this.typeOf(callee.expression)).getSymbol()?.declarations?.find((one) => ts.isClassLike(one) || ts.isInterfaceDeclaration(one))
    if (!type || !(ts.isClassLike(type) || ts.isInterfaceDeclaration(type)) || type === declaration.parent || this.program.isModel(type.getSourceFile())) return units
    const possible = this.membersOf(type, callee.name.text)
    return possible.size === 0 || possible.size > MOST_IMPLEMENTATIONS ? units : [...possible]
  }

  /** Bodies that a member has in the classes that are of a type: their own, or those of their bases. */
  membersOf(type: ts.ClassLikeDeclaration | ts.InterfaceDeclaration, name: string): ReadonlySet<Unit> {
    let byMember = this.narrowing.get(type)
    if (!byMember) this.narrowing.set(type, (byMember = new Map()))
    let possible = byMember.get(name)
    if (!possible) {
      possible = new Set()
      for (const node of this.kindsOf(type)) {
        const unit = this.memberOf(node, name)
        if (unit) possible.add(unit)
      }
      byMember.set(name, possible)
    }
    return possible
  }

  private readonly narrowing = new Map<ts.Node, Map<string, Set<Unit>>>()

  /** Classes of the project that are of a type: itself, and all that extend or implement it. */
  private kindsOf(type: ts.ClassLikeDeclaration | ts.InterfaceDeclaration): ts.ClassLikeDeclaration[] {
    const found: ts.ClassLikeDeclaration[] = ts.isClassLike(type) ? [type] : []
    const seen = new Set<ts.Node>([type])
    const queue: (ts.ClassLikeDeclaration | ts.InterfaceDeclaration)[] = [type]
    // The array grows while it is walked.
    for (const base of queue)
      for (const fact of base.name ? (this.subclasses.get(base.name.text) ?? []) : []) {
        if (seen.has(fact.node) || !this.inheritsFrom(fact.node, base)) continue
        seen.add(fact.node)
        found.push(fact.node)
        queue.push(fact.node)
      }
    return found
  }

  /** The body a class has for a member, its own or that of a base. */
  private memberOf(node: ts.ClassLikeDeclaration, name: string): Unit | undefined {
    for (const owner of this.withBases(node))
      for (const member of owner.members) {
        if (!member.name || member.name.getText() !== name) continue
        const unit = this.unitAt(member) ?? (ts.isPropertyDeclaration(member) && member.initializer ? this.functionsOf(member.initializer)[0] : undefined)
        if (unit) return unit
      }
    return undefined
  }

  /** A class and what it inherits from, the nearest first. */
  withBases(node: ts.ClassLikeDeclaration): readonly ts.ClassLikeDeclaration[] {
    const found = [node]
    // The array grows while it is walked.
    for (const one of found) {
      const base = found.length > MOST_BASES ? undefined : heritageOf(one)
      const declaration = base && this.symbolOf(base)?.declarations?.find(ts.isClassLike)
      if (declaration && !found.includes(declaration)) found.push(declaration)
    }
    return found
  }

  /** The library member that a call runs by what the variable in front of it is set to, which may be more than its declared type says. */
  memberOfSet({ expression, name }: ts.PropertyAccessExpression, call: ts.Node): LibraryTarget | undefined {
    const declaration = ts.isIdentifier(expression) ? this.symbolOf(expression)?.valueDeclaration : undefined
    if (!declaration || !ts.isVariableDeclaration(declaration) || declaration.initializer || this.program.isModel(declaration.getSourceFile())) return undefined
    const [value, ...others] = this.given.assignedIn(declaration.getSourceFile(), declaration.name)
    return value && others.length === 0 ? this.libraryOf(this.checker.getPropertyOfType(this.typeOf(value), name.text), call) : undefined
  }

  /** What a property of `this` is given in its class, where nobody else can give it anything; undefined where that is not sure. */
  keptIn(property: ts.PropertyAccessExpression): readonly ts.Expression[] | undefined {
    const owner = property.expression.kind === ts.SyntaxKind.ThisKeyword ? ts.findAncestor(property, ts.isClassLike) : undefined
    const declarations = this.symbolOf(property)?.declarations
    if (!owner || !declarations || this.kindsOf(owner).length > 1) return undefined
    const initializers: ts.Expression[] = []
    for (const declaration of declarations) {
      const isSet = ts.isPropertyAccessExpression(declaration) || ts.isBinaryExpression(declaration)
      if (ts.findAncestor(declaration, ts.isClassLike) !== owner || !(ts.isPropertyDeclaration(declaration) || isSet)) return undefined
      if (ts.isPropertyDeclaration(declaration) && declaration.initializer) initializers.push(declaration.initializer)
    }
    return [...initializers, ...this.given.assignedIn(owner, property.name)]
  }

  /** What a variable, or a property of `this`, is set to where it is declared and later; none where that is not sure. */
  setTo(expression: ts.Expression): readonly ts.Expression[] {
    const value = skipOuter(expression)
    if (ts.isPropertyAccessExpression(value)) return this.keptIn(value) ?? []
    const declaration = ts.isIdentifier(value) ? this.symbolOf(value)?.valueDeclaration : undefined
    if (!declaration || !ts.isVariableDeclaration(declaration) || this.program.isModel(declaration.getSourceFile())) return []
    return [...(declaration.initializer ? [declaration.initializer] : []), ...this.given.assignedIn(declaration.getSourceFile(), declaration.name)]
  }

  private collectOverrides(
    baseName: string,
    base: ts.ClassLikeDeclaration | ts.InterfaceDeclaration,
    member: string,
    found: Unit[],
    seen: Set<ts.Node>,
  ): void {
    for (const fact of this.subclasses.get(baseName) ?? []) {
      if (seen.has(fact.node) || fact.node === base) continue
      seen.add(fact.node)
      if (!this.inheritsFrom(fact.node, base)) continue
      for (const element of fact.node.members) {
        if (!element.name || element.name.getText() !== member) continue
        const unit = this.unitAt(element)
        if (unit) found.push(unit)
        else if (ts.isPropertyDeclaration(element) && element.initializer) found.push(...this.functionsOf(element.initializer))
      }
      if (fact.name) this.collectOverrides(fact.name, fact.node, member, found, seen)
    }
  }

  /** Same-named bases in different files are told apart by their symbol. */
  private inheritsFrom(node: ts.ClassLikeDeclaration, base: ts.ClassLikeDeclaration | ts.InterfaceDeclaration): boolean {
    const baseSymbol = base.name && this.checker.getSymbolAtLocation(base.name)
    if (!baseSymbol) return false
    for (const clause of node.heritageClauses ?? [])
      for (const type of clause.types) {
        if (ts.isCallExpression(type.expression)) return true
        if (this.symbolOf(type.expression) === baseSymbol) return true
      }
    return false
  }

  private resolveCall(call: Call): Resolution {
    const node = call.node
    if (ts.isPropertyAccessExpression(node)) return NOTHING
    const callee = skipOuter(ts.isTaggedTemplateExpression(node) ? node.tag : node.expression)
    if (call.isNew) return this.resolveConstruction(callee as ts.LeftHandSideExpression)
    if (callee.kind === ts.SyntaxKind.SuperKeyword) return this.resolveSuper(call)
    if (ts.isFunctionExpression(callee) || ts.isArrowFunction(callee)) return this.toUnits(this.functionsOf(callee))
    // `f(x)(y)`: the function returned by the inner call.
    if (ts.isCallExpression(callee)) {
      const library = this.callSignature(callee)
      return library ? { ...NOTHING, library } : this.toUnits(this.functionsOf(callee))
    }
    // `handlers[kind](order)`
    if (ts.isElementAccessExpression(callee) && !ts.isStringLiteralLike(skipOuter(callee.argumentExpression))) {
      const units = this.functionsIn(callee.expression)
      if (units.length > 0) return this.toUnits(units)
    }
    const member = this.listMemberByForm(callee, node)
    if (member) return member
    const symbol = this.symbolOf(callee)
    if (!symbol) {
      // `(trx || this.knex)('orders')`
      const signature = ts.isBinaryExpression(callee) || ts.isConditionalExpression(callee) ? this.callSignature(callee) : undefined
      if (signature) return { ...NOTHING, library: signature }
      const named = namedMembers(callee, this)
      return named.length > 0 ? this.toUnits(named) : this.givenToSchema(callee)
    }
    const library = this.libraryOf(symbol, node)
    if (library) {
      // A variable or property of a callable type: the tags stand on the call signature of the type.
      if (library.tags.length === 0) {
        const signature = this.callSignature(callee)
        if (signature) return { ...NOTHING, library: signature }
      }
      const dispatches = library.tags.find(({ name }) => name === 'dispatches')
      return { ...NOTHING, units: dispatches ? this.dispatched(node, library.package, dispatches.value) : NOTHING.units, library }
    }
    const declaration = this.valueDeclaration(symbol)
    if (!declaration) return NOTHING
    // `super.place()` runs what the base has, and none of what overrides that.
    const inherited = ts.isPropertyAccessExpression(callee) && callee.expression.kind === ts.SyntaxKind.SuperKeyword ? (this.unitAt(declaration) ?? this.behindOverloads(declaration)) : undefined
    if (inherited) return this.toUnits([inherited])
    const units = this.unitsOfDeclaration(declaration, new Set())
    // What an interface declares, another one in between may lead to; of one body in a class there is no choice.
    if (ts.isPropertyAccessExpression(callee) && (ts.isTypeElement(declaration) || (units.length > 1 && ts.isClassElement(declaration)))) {
      const narrowed = this.narrowed(units, declaration, callee)
      if (narrowed.length > 0) return this.toUnits(narrowed)
    }
    if (units.length > 0) return this.toUnits(units)
    const made = ts.isPropertyAccessExpression(callee) && ts.isTypeElement(declaration) ? this.memberOfMade(callee) : []
    if (made.length > 0) return this.toUnits(unique(made))
    if (ts.isParameter(declaration)) {
      const owner = this.unitAt(declaration.parent)
      const signature = this.callSignature(callee)
      if (signature) return { ...NOTHING, library: signature }
      if (owner && ts.isIdentifier(declaration.name))
        return { ...NOTHING, parameter: { unit: owner, index: owner.parameters.indexOf(declaration) } }
    }
    if (ts.isBindingElement(declaration)) {
      const parameter = this.destructuredParameter(declaration)
      const signature = this.callSignature(callee)
      if (signature) return { ...NOTHING, library: signature }
      if (parameter) return { ...NOTHING, parameter }
    }
    const signature = this.callSignature(callee)
    return signature ? { ...NOTHING, library: signature } : NOTHING
  }

  /** `commandBus.execute(new PlaceOrder())`: the member of the class decorated with `@CommandHandler(PlaceOrder)`. */
  private dispatched(node: ts.Node, packageName: string, value: string): readonly Unit[] {
    const [path = '0', member = ''] = value.split(' ')
    const given = atPath(node, path)[0]
    const message = given && this.valueType(given).getSymbol()?.declarations?.find(ts.isClassLike)
    if (!message) return []
    const units: Unit[] = []
    for (const { decorators } of this.program.facts)
      for (const { node: decorator, target } of decorators) {
        const { expression } = decorator
        if (!ts.isClassLike(target) || !ts.isCallExpression(expression) || !expression.arguments.some((one) => this.symbolOf(one)?.declarations?.includes(message))) continue
        const unit = this.libraryOf(this.symbolOf(expression.expression))?.package === packageName ? this.memberOf(target, member) : undefined
        if (unit) units.push(unit)
      }
    return unique(units)
  }

  /**
   * Members of lists and strings that the code shows to be such: `Object.keys(x).map(...)`, `xs.filter(...).join()`,
   * and iterations whose name no function of the project has (members of libraries with such a name iterate too). Asking the checker means inferring the types of all
   * callbacks in front, most of the time for an answer that is seen at a glance.
   */
  private listMemberByForm(callee: ts.Expression, node: ts.Node): Resolution | undefined {
    if (!ts.isPropertyAccessExpression(callee)) return undefined
    const name = callee.name.text
    const receiver = skipOuter(callee.expression)
    const isIteration = ITERATION.has(name) && isGivenFunction(node) && !isNamespaceByForm(receiver)
    if (isIteration && (isListByForm(receiver) || !this.ownMembers.has(name))) {
      const library = this.listMember(name)
      return library && { ...NOTHING, library }
    }
    if (ts.isStringLiteralLike(receiver) || ts.isTemplateExpression(receiver) || (LIST_MEMBERS.has(name) && isListByForm(receiver))) return NOTHING
    return undefined
  }

  private listMember(name: string): LibraryTarget | undefined {
    if (!this.listMembers) {
      this.listMembers = new Map()
      for (const source of this.program.program.getSourceFiles())
        for (const statement of this.program.isModel(source) ? source.statements : [])
          if (ts.isInterfaceDeclaration(statement) && statement.name.text === 'Array')
            for (const member of statement.members) if (member.name && ts.isIdentifier(member.name) && !this.listMembers.has(member.name.text)) this.listMembers.set(member.name.text, member)
    }
    const declaration = this.listMembers.get(name)
    return declaration && this.libraryTarget(declaration)
  }

  private listMembers: Map<string, ts.Declaration> | undefined

  /** `User.isEmailTaken(email)`: a function that only the schema of the model knows, where one has that name. */
  private givenToSchema(callee: ts.Expression): Resolution {
    if (!ts.isPropertyAccessExpression(callee)) return NOTHING
    this.schemaMembers ??= this.readSchemaMembers()
    const units = this.schemaMembers.get(callee.name.text) ?? []
    const receiver = callee.expression.getText()
    const own = units.filter(({ unit, model }) => model === receiver.replace(/^.*\./, '') || (units.length === 1 && unit.file.surface === 'production'))
    return own.length === 1 ? { ...this.toUnits(own.map(({ unit }) => unit)), confidence: 'medium' } : NOTHING
  }

  private schemaMembers: ReadonlyMap<string, { readonly unit: Unit; readonly model: string | undefined }[]> | undefined

  private readSchemaMembers(): ReadonlyMap<string, { readonly unit: Unit; readonly model: string | undefined }[]> {
    const found = new Map<string, { unit: Unit; model: string | undefined }[]>()
    for (const { sourceFile, units } of this.program.facts) {
      if (!mayHaveMembers(sourceFile.text)) continue
      for (const unit of units) {
        const member = schemaMember(unit.node)
        if (member) append(found, member.name, { unit, model: modelOf(member, sourceFile) })
      }
    }
    return found
  }

  private toUnits(units: readonly Unit[]): Resolution {
    return units.length > 0 ? { ...NOTHING, units } : NOTHING
  }

  private resolveConstruction(callee: ts.LeftHandSideExpression): Resolution {
    const symbol = this.symbolOf(callee)
    if (!symbol) return NOTHING
    for (const declaration of symbol.declarations ?? []) {
      if (this.program.isModel(declaration.getSourceFile())) {
        if (!ts.isClassLike(declaration)) continue
        const constructor = declaration.members.find(ts.isConstructorDeclaration)
        return { ...NOTHING, library: this.libraryTarget(constructor ?? declaration) }
      }
      if (ts.isClassLike(declaration)) {
        const unit = this.constructorUnit(declaration)
        if (unit) return this.toUnits([unit])
        // Without a constructor of its own, a class derived from a library one constructs that.
        const base = heritageOf(declaration)
        if (base) return this.resolveConstruction(base as ts.LeftHandSideExpression)
      }
      // `module.exports = { Order: Order }`
      if (ts.isPropertyAssignment(declaration) && ts.isIdentifier(declaration.initializer)) return this.resolveConstruction(declaration.initializer)
      const unit = this.unitAt(declaration)
      if (unit) return this.toUnits([unit])
    }
    const signature = this.signatureDeclaration(this.typeOf(callee).getConstructSignatures())
    return signature ? { ...NOTHING, library: signature } : NOTHING
  }

  private resolveSuper(call: Call): Resolution {
    const owner = call.unit.classNode ?? ts.findAncestor(call.node, ts.isClassLike)
    const base = owner && heritageOf(owner)
    return base ? this.resolveConstruction(base as ts.LeftHandSideExpression) : NOTHING
  }

  private constructorUnit(node: ts.ClassLikeDeclaration): Unit | undefined {
    const constructor = node.members.find((member) => ts.isConstructorDeclaration(member) && member.body)
    return constructor && this.unitAt(constructor)
  }

  /** The library function that an expression names (`ids.map(Number)`). */
  libraryFunction(expression: ts.Expression): LibraryTarget | undefined {
    const value = skipOuter(expression)
    if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value)) return undefined
    const named = this.libraryOf(this.symbolOf(value))
    return named && named.tags.length > 0 ? named : this.callSignature(value)
  }

  /** Tags on the call signature of a callable type (`knex('users')`, `sql\`...\``). */
  private callSignature(callee: ts.Expression): LibraryTarget | undefined {
    const type = this.declared.typeOf(callee) ?? this.typeOf(callee)
    return this.signatureDeclaration((type.flags & ts.TypeFlags.Any ? (this.given.typeOf(callee) ?? type) : type).getCallSignatures())
  }

  private signatureDeclaration(signatures: readonly ts.Signature[]): LibraryTarget | undefined {
    for (const signature of signatures) {
      const declaration = signature.declaration as ts.Declaration | undefined
      if (!declaration || !this.program.isModel(declaration.getSourceFile())) continue
      const target = this.libraryTarget(declaration)
      if (target.tags.length > 0) return target
    }
    return undefined
  }

  private readTarget(declaration: ts.Declaration): LibraryTarget {
    const owner = ts.findAncestor(declaration.parent, (node): node is ts.ClassLikeDeclaration | ts.InterfaceDeclaration =>
      ts.isClassLike(node) || ts.isInterfaceDeclaration(node),
    )
    const name = (declaration as ts.NamedDeclaration).name
    const file = declaration.getSourceFile()
    const module = ts.findAncestor(declaration, (node): node is ts.ModuleDeclaration =>
      ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name),
    )
    return {
      package: module ? (module.name as ts.StringLiteral).text : file.fileName.endsWith('node.d.ts') ? 'node' : 'ecmascript',
      declaration,
      owner: owner?.name?.text,
      member: name && 'text' in name ? String(name.text) : (owner?.name?.text ?? ''),
      tags: this.tags.tagsOf(declaration),
    }
  }

  private valueDeclaration(symbol: ts.Symbol): ts.Declaration | undefined {
    return symbol.valueDeclaration ?? symbol.declarations?.[0]
  }

  private unitsOfDeclaration(declaration: ts.Declaration, seen: Set<ts.Node>): readonly Unit[] {
    if (seen.has(declaration)) return []
    seen.add(declaration)
    if (
      ts.isMethodDeclaration(declaration) ||
      ts.isMethodSignature(declaration) ||
      ts.isGetAccessor(declaration) ||
      ts.isPropertySignature(declaration)
    ) {
      if (ts.isGetAccessor(declaration)) {
        const unit = this.unitAt(declaration)
        const returned = unit?.returns.flatMap((value) => this.functionsOf(value)) ?? []
        if (returned.length > 0) return returned
      }
      return this.implementations(declaration)
    }
    if (ts.isFunctionDeclaration(declaration)) {
      const unit = this.unitAt(declaration)
      if (unit) return [unit]
      // An overload signature: the implementation stands beside it.
      const symbol = declaration.name && this.checker.getSymbolAtLocation(declaration.name)
      return (symbol?.declarations ?? []).flatMap((other) => this.unitAt(other) ?? [])
    }
    if (ts.isPropertyDeclaration(declaration)) {
      const own = declaration.initializer ? this.functionsOf(declaration.initializer) : []
      if (own.length > 0) return own
      const implemented = this.implementations(declaration)
      if (implemented.length > 0 || declaration.initializer || !ts.isClassLike(declaration.parent)) return implemented
      // `this.find = findIn(pool)` in the constructor
      return this.given.assignedIn(declaration.parent, declaration.name).flatMap((value) => this.functionsOf(value))
    }
    if (ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration))
      return declaration.initializer ? this.functionsOf(declaration.initializer) : []
    if (ts.isShorthandPropertyAssignment(declaration)) {
      const value = this.checker.getShorthandAssignmentValueSymbol(declaration)
      const target = value && this.valueDeclaration(this.unalias(value))
      return target ? this.unitsOfDeclaration(target, seen) : []
    }
    if (ts.isExportAssignment(declaration)) return this.functionsOf(declaration.expression)
    if (ts.isBindingElement(declaration)) return this.destructuredFunctions(declaration)
    // JavaScript: `this.find = ...`, `exports.find = ...`, `Order.prototype.find = ...`
    if (ts.isPropertyAccessExpression(declaration) || ts.isElementAccessExpression(declaration)) {
      const assignment = declaration.parent
      if (ts.isBinaryExpression(assignment) && assignment.left === declaration) return this.functionsOf(assignment.right)
    }
    if (ts.isBinaryExpression(declaration)) return this.functionsOf(declaration.right)
    const unit = this.unitAt(declaration)
    return unit ? [unit] : []
  }

  /** `const { find } = createOrders(db)`: the member of what the initializer evaluates to. */
  private destructuredFunctions(declaration: ts.BindingElement): readonly Unit[] {
    const pattern = declaration.parent
    if (!ts.isObjectBindingPattern(pattern)) return []
    const name = declaration.propertyName ?? declaration.name
    if (!ts.isIdentifier(name)) return []
    const member = this.declared.boundMember(declaration) ?? this.checker.getPropertyOfType(this.typeOf(pattern), name.text)
    const loaded = this.loadedMembers(declaration, name.text)
    if (loaded.length > 0) return loaded
    if (!member || member === UNDECLARED) return []
    const target = this.valueDeclaration(this.unalias(member))
    return target && target !== declaration ? this.unitsOfDeclaration(target, new Set([declaration])) : []
  }

  /** `const { default: start } = await services[name]()`, where each service is `() => import('./orders')`. */
  private loadedMembers({ parent: { parent } }: ts.BindingElement, name: string): readonly Unit[] {
    const given = ts.isVariableDeclaration(parent) && parent.initializer ? skipOuter(parent.initializer) : undefined
    const call = given && ts.isAwaitExpression(given) ? skipOuter(given.expression) : undefined
    if (!call || !ts.isCallExpression(call) || !ts.isElementAccessExpression(skipOuter(call.expression))) return []
    return unique(
      this.functionsOf(call.expression).flatMap((unit) => unit.returns).flatMap((returned) => {
        const load = skipOuter(returned)
        const specifier = ts.isCallExpression(load) && load.expression.kind === ts.SyntaxKind.ImportKeyword ? load.arguments[0] : undefined
        const exported = specifier && this.checker.getSymbolAtLocation(specifier)?.exports?.get(ts.escapeLeadingUnderscores(name))
        const target = exported && this.valueDeclaration(this.unalias(exported))
        return target ? this.unitsOfDeclaration(target, new Set()) : []
      }),
    )
  }

  private destructuredParameter(declaration: ts.BindingElement): { unit: Unit; index: number } | undefined {
    const parameter = ts.findAncestor(declaration, ts.isParameter)
    const unit = parameter && this.unitAt(parameter.parent)
    return unit && parameter ? { unit, index: unit.parameters.indexOf(parameter) } : undefined
  }

  private findFunctions(expression: ts.Node): readonly Unit[] {
    const own = this.unitAt(expression)
    if (own) return [own]
    if (!ts.isExpression(expression)) return []
    const value = skipOuter(expression)
    if (ts.isFunctionExpression(value) || ts.isArrowFunction(value)) {
      const unit = this.unitAt(value)
      return unit ? [unit] : []
    }
    // `handlers[kind]`: one of them.
    if (ts.isElementAccessExpression(value) && !ts.isStringLiteralLike(skipOuter(value.argumentExpression))) return this.functionsIn(value.expression)
    if (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) || ts.isElementAccessExpression(value)) {
      const symbol = this.symbolOf(value)
      const declaration = symbol && this.valueDeclaration(symbol)
      const declared = !declaration || this.program.isModel(declaration.getSourceFile()) ? [] : this.unitsOfDeclaration(declaration, new Set())
      return declared.length > 0 || !ts.isPropertyAccessExpression(value) ? declared : this.memberOfWrapped(value)
    }
    if (ts.isConditionalExpression(value))
      return [...this.functionsOf(value.whenTrue), ...this.functionsOf(value.whenFalse)]
    if (ts.isBinaryExpression(value)) {
      const operator = value.operatorToken.kind
      if (operator === ts.SyntaxKind.EqualsToken || operator === ts.SyntaxKind.CommaToken) return this.functionsOf(value.right)
      if (operator === ts.SyntaxKind.BarBarToken || operator === ts.SyntaxKind.QuestionQuestionToken || operator === ts.SyntaxKind.AmpersandAmpersandToken)
        return [...this.functionsOf(value.left), ...this.functionsOf(value.right)]
    }
    if (ts.isCallExpression(value)) return this.functionsFromCall(value)
    return []
  }

  /** `orders.create` of `const orders = wrapAll(ordersController)`: a function of the project gave back what has the same members. */
  private memberOfWrapped({ expression, name }: ts.PropertyAccessExpression): readonly Unit[] {
    const made = ts.isIdentifier(expression) ? this.initializerOf(expression) : undefined
    const call = made && skipOuter(made)
    if (!call || !ts.isCallExpression(call) || this.functionsOf(call.expression).length === 0) return []
    for (const argument of call.arguments) {
      if (!ts.isIdentifier(argument)) continue
      const member = this.checker.getPropertyOfType(this.typeOf(argument), name.text)
      const declaration = member && this.valueDeclaration(this.unalias(member))
      if (declaration && !this.program.isModel(declaration.getSourceFile())) return this.unitsOfDeclaration(declaration, new Set())
    }
    return []
  }

  /** Functions that an object or list written in the code holds; none where there are too many to say anything. */
  private functionsIn(holder: ts.Expression): readonly Unit[] {
    const table = this.initializerOf(holder)
    const literal = table && skipOuter(table)
    if (!literal) return []
    const held: readonly ts.Node[] = ts.isObjectLiteralExpression(literal)
      ? literal.properties.flatMap((member): ts.Node[] => (ts.isMethodDeclaration(member) ? [member] : ts.isPropertyAssignment(member) ? [member.initializer] : ts.isShorthandPropertyAssignment(member) ? [member.name] : []))
      : ts.isArrayLiteralExpression(literal)
        ? [...literal.elements]
        : []
    return held.length > MOST_IMPLEMENTATIONS ? [] : held.flatMap((one) => this.functionsOf(one))
  }

  /** Functions a call evaluates to: what a project function returns, and functions given to a wrapper. */
  private functionsFromCall(call: ts.CallExpression): readonly Unit[] {
    const callee = skipOuter(call.expression)
    const [specifier] = call.arguments
    if (ts.isIdentifier(callee) && callee.text === 'require' && specifier && ts.isStringLiteralLike(specifier)) {
      // `require('./routes')(app)`: what the module exports.
      const exported = this.checker.getSymbolAtLocation(specifier)?.exports?.get(ts.InternalSymbolName.ExportEquals)
      const declaration = exported && this.valueDeclaration(this.unalias(exported))
      return declaration && !this.program.isModel(declaration.getSourceFile()) ? this.unitsOfDeclaration(declaration, new Set()) : []
    }
    if (callee.kind === ts.SyntaxKind.ImportKeyword) {
      const loaded = this.loadedBy(call)
      const declaration = loaded && this.valueDeclaration(loaded)
      return declaration && !this.program.isModel(declaration.getSourceFile()) ? this.unitsOfDeclaration(declaration, new Set()) : []
    }
    if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'bind') return this.functionsOf(callee.expression)
    if (ts.isPropertyAccessExpression(callee) && (callee.name.text === 'call' || callee.name.text === 'apply')) return []
    const targets = this.functionsOf(callee)
    if (targets.length > 0) {
      const returned = targets.flatMap((unit) => unit.returns.flatMap((value) => this.functionsOf(value)))
      // A wrapper such as `asyncHandler(fn)`: the returned function calls the argument, which the call graph sees
      // through the parameter; the returned function stands for both.
      const given = call.arguments.flatMap((argument) => (isFunctionLike(argument) ? this.functionsOf(argument) : []))
      return returned.length > 0 ? [...returned, ...given] : []
    }
    const symbol = this.symbolOf(callee)
    const library = this.libraryOf(symbol, call)
    const stands = library?.tags.find((tag) => tag.name === 'returns')
    if (stands) return atPath(call, stands.value).flatMap((value) => this.functionsOf(value))
    // What `roles.map(async (role) => ...)` evaluates to is a list, though the type of the elements is not known.
    if ((library && library.package === 'ecmascript') || this.listMemberByForm(callee, call)) return []
    // What comes back from `network.onOnline(sync)` takes the listener away again.
    if (ts.isPropertyAccessExpression(callee) && SUBSCRIBES.test(callee.name.text)) return []
    // An unknown wrapper around a function expression calls it: `asyncHandler(async (req, res) => ...)`.
    const returnsData = library !== undefined && library.tags.some((tag) => tag.name !== 'calls')
    return returnsData ? [] : call.arguments.flatMap((argument) => (isFunctionLike(argument) ? this.functionsOf(argument) : []))
  }
}

/** Members that keep a function for later. */
const SUBSCRIBES = /^(?:on|once|subscribe|listen|watch|observe|addListener|addEventListener)(?=[A-Z_]|$)/

/** Iterating members of lists. */
const ITERATION = new Set(['map', 'flatMap', 'filter', 'forEach', 'some', 'every', 'find', 'findIndex', 'findLast', 'reduce', 'reduceRight'])
/** Members of lists that say nothing of an operation. */
const LIST_MEMBERS = new Set(['join', 'includes', 'indexOf', 'lastIndexOf', 'slice', 'concat', 'push', 'pop', 'shift', 'unshift', 'reverse', 'sort', 'flat', 'at', 'fill', 'splice', 'keys', 'values', 'entries', 'toString'])

function isGivenFunction(node: ts.Node): boolean {
  const first = ts.isCallExpression(node) ? node.arguments[0] : undefined
  const value = first && skipOuter(first)
  return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))
}

/** `Effect`, `Option`: a module or class by the way it is written, whose members take functions for their own ends. */
export function isNamespaceByForm(receiver: ts.Expression): boolean {
  const value = skipOuter(receiver)
  return ts.isIdentifier(value) && /^[A-Z]\w*[a-z]/.test(value.text)
}

/** `[...]`, `Object.keys(x)`, `xs.filter((x) => ...)`: a list, whatever its elements. */
function isListByForm(expression: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(expression)) return true
  if (!ts.isCallExpression(expression)) return false
  const callee = skipOuter(expression.expression)
  if (!ts.isPropertyAccessExpression(callee)) return false
  const name = callee.name.text
  const receiver = skipOuter(callee.expression)
  if (ts.isIdentifier(receiver) && receiver.text === 'Object') return name === 'keys' || name === 'values' || name === 'entries'
  if (ts.isIdentifier(receiver) && receiver.text === 'Array') return name === 'from' || name === 'of'
  return (name === 'map' || name === 'filter' || name === 'flatMap') && isGivenFunction(expression)
}

/** Syntax that may stand for a function: worth asking for its units. */
export function isFunctionLike(expression: ts.Node): boolean {
  if (!ts.isExpression(expression)) return ts.isMethodDeclaration(expression)
  const value = skipOuter(expression)
  return (
    ts.isFunctionExpression(value) ||
    ts.isArrowFunction(value) ||
    ts.isIdentifier(value) ||
    ts.isPropertyAccessExpression(value) ||
    (ts.isCallExpression(value) &&
      ((ts.isPropertyAccessExpression(value.expression) && value.expression.name.text === 'bind') ||
        argumentsOf(value).some((argument) => ts.isFunctionExpression(argument) || ts.isArrowFunction(argument))))
  )
}

/** The expression after `extends`. */
export function heritageOf(node: ts.ClassLikeDeclaration): ts.Expression | undefined {
  return node.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0]?.expression
}

function unique<T>(values: readonly T[]): readonly T[] {
  return values.length < 2 ? values : [...new Set(values)]
}

export { receiverOf }

/** A map of the keys that stand in a list once. */
function onlyOnce<K, V>(entries: readonly (readonly [K, V])[]): ReadonlyMap<K, V> {
  const found = new Map<K, V>()
  const taken = new Set<K>()
  for (const [key, value] of entries) {
    if (taken.has(key)) found.delete(key)
    else found.set(key, value)
    taken.add(key)
  }
  return found
}
