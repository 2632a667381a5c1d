/**
 * What the applications of a project are made of: the class that each is created with, all that its decorators name, and
 * what the decorators of those name. A controller whose module was taken out of that is served by none.
 *
 * Names lead on wherever they stand: in lists, conditions, spread constants, and functions that put a part together
 * (`forwardRef(() => Orders)`, `Orders.forRoot({ imports: [Seats] })`). That takes in too much rather than too little;
 * where a name leads nowhere, the application may be made of anything.
 */
import { ts } from 'ts-morph'
import { atPath, skipOuter } from '../libraries/paths.js'
import { optionOf } from './application/entry-tags.js'
import type { CallsByName } from './calls.js'
import type { ImportGraph } from './imports.js'
import { loadsByValue } from './loaded.js'
import { tagIn } from './operations.js'
import type { Program } from './program.js'
import type { Resolver } from './resolver.js'
import { taggedMembers } from './tagged-members.js'
import type { Call, EntryPoint } from './types.js'
import type { WorkspaceFile } from '../workspace/types.js'

/** The declarations and functions that an application is made of; undefined where not all that is put into it can be read. */
type Parts = ReadonlySet<ts.Node> | undefined

export class Composition {
  private known: ReadonlyMap<Call, Parts> | undefined
  private gathering: ReadonlyMap<ts.Node, Call> | undefined
  /** By the declaration of what holds procedures: whether nothing takes it. */
  private readonly untaken = new Map<ts.VariableDeclaration, boolean>()

  constructor(
    private readonly resolver: Resolver,
    private readonly calls: CallsByName,
    private readonly program: Program,
    private readonly imports: ImportGraph,
    /** Where a module specifier leads: an absolute path of a project file. */
    private readonly resolveFile: (specifier: string, from: string) => string | undefined,
  ) {}

  /** Whether an application may hold a class, by the call that creates it; undefined where that cannot be told. */
  holds(application: Call, part: ts.Node): boolean | undefined {
    return this.applications.get(application)?.has(part)
  }

  /** The class an application is created with, by the call. */
  rootOf(application: Call): ts.Declaration | undefined {
    const root = this.rootGiven(application)
    return root && this.resolver.symbolOf(skipOuter(root))?.valueDeclaration
  }

  /** Whether the class of a decorated route is in no application, where its package creates one; or nothing takes the router of a procedure. */
  isLeftOut({ kind, node, group, file }: EntryPoint): boolean {
    if (kind === 'procedure') return this.isUntaken(node, file)
    if (kind !== 'route' || !ts.isDecorator(node)) return false
    const applications = [...this.applications]
    return applications.some(([call]) => call.unit.file.package === file.package) && applications.every(([, parts]) => parts !== undefined && !parts.has(group))
  }

  /** `export const oldOrders = t.router({ ... })`, which stands in no other router and nobody imports, where other files of the package are taken. */
  private isUntaken(procedure: ts.Node, file: WorkspaceFile): boolean {
    const holder = ts.findAncestor(procedure, (node): node is ts.VariableDeclaration => ts.isVariableDeclaration(node) && ts.isSourceFile(node.parent.parent.parent))
    if (!holder || !this.isGathering(holder)) return false
    let known = this.untaken.get(holder)
    if (known === undefined) this.untaken.set(holder, (known = this.findUntaken(holder, file)))
    return known
  }

  private findUntaken(holder: ts.VariableDeclaration, file: WorkspaceFile): boolean {
    const isImported = (one: WorkspaceFile) => {
      const fact = this.imports.factsOf(one)
      return fact !== undefined && (this.imports.importers.get(fact) ?? []).length > 0
    }
    const name = holder.name.getText()
    if (isImported(file) || isNamedOnceMore(holder) || this.takesIn(holder)) return false
    const whole = new RegExp(`(?<![\\w$])${name.replaceAll('$', String.raw`\$`)}(?![\\w$])`)
    for (const { file: other, sourceFile } of this.program.facts) {
      if (other !== file && sourceFile.text.includes(name) && whole.test(sourceFile.text)) return false
      if (other.package === file.package && loadsByValue(sourceFile)) return false
    }
    // A package with one router only is served by something that is not seen.
    return [...this.gatherings.values()].some(({ unit }) => unit.file !== file && unit.file.package === file.package && isImported(unit.file))
  }

  /** `t.router({ orders: ordersRouter })`: what others are put into is what is served. */
  private takesIn({ initializer }: ts.VariableDeclaration): boolean {
    const visit = (node: ts.Node): boolean => {
      if (ts.isFunctionLike(node)) return false
      if (ts.isIdentifier(node) && !isNameOf(node)) {
        const declarations = ts.isShorthandPropertyAssignment(node.parent) ? this.resolver.checker.getShorthandAssignmentValueSymbol(node.parent)?.declarations : this.resolver.symbolOf(node)?.declarations
        if (declarations?.some((one) => ts.isVariableDeclaration(one) && this.isGathering(one))) return true
      }
      return ts.forEachChild(node, (child) => visit(child) || undefined) === true
    }
    return initializer !== undefined && visit(initializer)
  }

  private isGathering({ initializer }: ts.VariableDeclaration): boolean {
    return initializer !== undefined && this.gatherings.has(skipOuter(initializer))
  }

  /** Calls that put procedures together. */
  private get gatherings(): ReadonlyMap<ts.Node, Call> {
    this.gathering ??= new Map(
      this.calls
        .named(taggedMembers(this.program, 'procedures'))
        .filter((call) => tagIn(this.resolver.resolve(call).library?.tags ?? [], 'procedures') !== undefined)
        .map((call) => [call.node, call] as const),
    )
    return this.gathering
  }

  private get applications(): ReadonlyMap<Call, Parts> {
    this.known ??= new Map(
      this.calls
        .named([...taggedMembers(this.program, 'root')])
        .filter((call) => call.unit.file.surface === 'production')
        .flatMap((call) => {
          const root = this.rootGiven(call)
          return root ? [[call, this.read(root)] as const] : []
        }),
    )
    return this.known
  }

  private rootGiven(call: Call): ts.Expression | undefined {
    if (!ts.isCallExpression(call.node)) return undefined
    const { library } = this.resolver.resolve(call)
    const tag = library && tagIn(library.tags, 'root')
    return tag && atPath(call.node, tag.value)[0]
  }

  private read(root: ts.Expression): Parts {
    const parts = new Set<ts.Node>()
    const members: ts.Node[] = []
    const isRead = this.walk([root], parts, members)
    // A member brings no other part in: that one is not found takes nothing away from what is known of the others.
    this.walk(members, parts, members)
    return isRead && [...parts].some(ts.isClassLike) ? parts : undefined
  }

  /**
   * Adds what some code names, and what that names in turn.
   *
   * @param members grows by the lists of members that modules have
   * @returns whether all names lead somewhere
   */
  private walk(queue: ts.Node[], parts: Set<ts.Node>, members: ts.Node[]): boolean {
    let isRead = true
    const add = (declaration: ts.Declaration) => {
      if (parts.has(declaration) || this.program.isModel(declaration.getSourceFile())) return
      parts.add(declaration)
      if (ts.isClassLike(declaration)) for (const decorator of ts.getDecorators(declaration) ?? []) members.push(...this.listsOf(decorator).members)
      const next = this.behind(declaration, parts)
      if (next) queue.push(...next)
      else isRead = false
    }
    const visit = (node: ts.Node): void => {
      if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return
      if (ts.isClassLike(node)) return add(node)
      const loaded = loadedBy(node)
      if (loaded) {
        const declarations = this.exportsOf(loaded)
        if (declarations) declarations.forEach(add)
        else if (!ts.isStringLiteralLike(loaded) || !this.isOfPackage(loaded.text, node)) isRead = false
        return
      }
      if (ts.isPropertyAccessExpression(node)) {
        this.resolver.symbolOf(node)?.declarations?.forEach(add)
        // `modules.Orders` is one of what the file exports.
        return isNamespace(this.resolver.symbolOf(node.expression)) ? undefined : visit(node.expression)
      }
      if (ts.isIdentifier(node) && !isNameOf(node)) {
        const declarations = this.declarationsOf(node)
        if (declarations) declarations.forEach(add)
        else isRead = false
        return
      }
      if (ts.isFunctionLike(node)) parts.add(node)
      ts.forEachChild(node, visit)
    }
    // The array grows while it is walked.
    for (const node of queue) visit(node)
    return isRead
  }

  /** Where to read on from a declaration; undefined where what it stands for is known at run time only. */
  private behind(declaration: ts.Declaration, parts: ReadonlySet<ts.Node>): readonly ts.Node[] | undefined {
    if (ts.isClassLike(declaration)) return [...(ts.getDecorators(declaration) ?? []).flatMap((decorator) => this.listsOf(decorator).parts), ...(declaration.heritageClauses ?? []).flatMap(({ token, types }) => (token === ts.SyntaxKind.ExtendsKeyword ? types.map(({ expression }) => expression) : []))]
    if (ts.isBindingElement(declaration)) {
      const holder = ts.findAncestor(declaration, (node) => ts.isVariableDeclaration(node) || ts.isParameter(node))
      return holder && this.behind(holder as ts.Declaration, parts)
    }
    if (ts.isVariableDeclaration(declaration)) {
      if (ts.isForOfStatement(declaration.parent.parent)) return [declaration.parent.parent.expression]
      // `modules.push(Orders)`, `modules = [...]`: whatever the code around names may be in it.
      const around = isChanged(declaration) ? ts.findAncestor(declaration, (node) => ts.isFunctionLike(node) || ts.isSourceFile(node)) : undefined
      if (around) return bodyOf(around)
      return declaration.initializer && [declaration.initializer]
    }
    // What a function is given stands where it is called from, which was read if the function itself was.
    if (ts.isParameter(declaration)) return parts.has(declaration.parent) ? [] : undefined
    if (ts.isFunctionLike(declaration)) return bodyOf(declaration)
    if (ts.isPropertyDeclaration(declaration) || ts.isPropertyAssignment(declaration)) return declaration.initializer ? [declaration.initializer] : []
    return ts.isShorthandPropertyAssignment(declaration) ? [declaration.name] : []
  }

  /** What a decorator names that is part of whatever has the class, and the members of a module among that. */
  private listsOf({ expression }: ts.Decorator): { readonly parts: readonly ts.Expression[]; readonly members: readonly ts.Expression[] } {
    const given = ts.isCallExpression(expression) ? expression.arguments[0] : undefined
    const library = ts.isCallExpression(expression) ? this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(expression.expression)), expression) : undefined
    const tag = library && tagIn(library.tags, 'module')?.value
    // What is put together elsewhere may list anything.
    if (tag === undefined || !given || !ts.isObjectLiteralExpression(given) || given.properties.some(ts.isSpreadAssignment)) return { parts: [expression], members: [] }
    const at = (option: string) => atPath(expression, optionOf(tag, option) ?? '')
    return { parts: at('imports'), members: at('members') }
  }

  /** What a name stands for: nothing for what packages and the runtime have; undefined where an import leads nowhere. */
  private declarationsOf(name: ts.Identifier): readonly ts.Declaration[] | undefined {
    const symbol = this.resolver.symbolOf(name)
    if (symbol && isNamespace(symbol)) return this.resolver.checker.getExportsOfModule(symbol).flatMap((one) => this.resolver.unalias(one).declarations ?? [])
    if (symbol?.declarations) {
      const known = symbol.declarations
      // `const { AppModule } = await import('./app')`: the type says which class that is.
      const made = known.some(ts.isBindingElement) ? this.resolver.typeOf(name).getSymbol()?.declarations?.filter(ts.isClassLike) : undefined
      return made && made.length > 0 ? made : known
    }
    const imported = this.resolver.checker.getSymbolAtLocation(name)?.declarations?.map((declaration) => ts.findAncestor(declaration, ts.isImportDeclaration)?.moduleSpecifier)
    return (imported ?? []).every((specifier) => specifier && ts.isStringLiteralLike(specifier) && this.isOfPackage(specifier.text, name)) ? [] : undefined
  }

  private exportsOf(specifier: ts.Expression): readonly ts.Declaration[] | undefined {
    const module = this.resolver.checker.getSymbolAtLocation(specifier)
    return module && this.resolver.checker.getExportsOfModule(module).flatMap((one) => this.resolver.unalias(one).declarations ?? [])
  }

  /** Whether a module is one of an installed package, and none of the project that was not found. */
  private isOfPackage(specifier: string, at: ts.Node): boolean {
    const file = this.program.fileOf(at.getSourceFile())
    if (!file || this.resolveFile(specifier, file.path) !== undefined) return false
    const version = file.package.dependencies.get(/^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '')
    return specifier.startsWith('node:') || (version !== undefined && !/^(?:workspace|file|link|portal):/.test(version))
  }
}

/** The module that `import('./orders')` or `require('./orders')` loads. */
function loadedBy(node: ts.Node): ts.Expression | undefined {
  if (!ts.isCallExpression(node)) return undefined
  const { expression } = node
  return expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require') ? node.arguments[0] : undefined
}

/** The name is used in its file, be it as a type. */
function isNamedOnceMore({ name }: ts.VariableDeclaration): boolean {
  const visit = (node: ts.Node): boolean => (ts.isIdentifier(node) && node !== name && node.text === name.getText()) || ts.forEachChild(node, (child) => visit(child) || undefined) === true
  return visit(name.getSourceFile())
}

function isNamespace(symbol: ts.Symbol | undefined): boolean {
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.ValueModule) !== 0
}

/** The name of a member or a variable where it is declared. */
function isNameOf(node: ts.Identifier): boolean {
  const { parent } = node
  return !ts.isShorthandPropertyAssignment(parent) && ((parent as ts.NamedDeclaration).name === node || (ts.isBindingElement(parent) && parent.propertyName === node))
}

function bodyOf(node: ts.Node): readonly ts.Node[] {
  const parts: ts.Node[] = []
  ts.forEachChild(node, (child) => {
    if (!ts.isDecorator(child) && !ts.isImportDeclaration(child) && !ts.isExportDeclaration(child)) parts.push(child)
  })
  return parts
}

/** The value of a variable does not stay as its declaration says. */
function isChanged({ name, parent }: ts.VariableDeclaration): boolean {
  const text = name.getText().replaceAll('$', String.raw`\$`)
  return new RegExp(String.raw`(?<![\w$.])${text}(?:\s*\.\s*(?:push|unshift|splice)\s*\(|\s*(?:\.\w+|\[[^\]]*\])?\s*=(?![=>]))`).test(withoutDeclaration(parent))
}

function withoutDeclaration(list: ts.Node): string {
  const source = list.getSourceFile()
  return source.text.slice(0, list.getStart()) + source.text.slice(list.end)
}
