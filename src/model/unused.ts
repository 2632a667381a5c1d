/**
 * Functions and methods that nothing in the project runs.
 *
 * What nobody calls does no harm in production, so what is found in it is not worth waking anybody for. That the graph
 * knows no caller is not enough: frameworks call what they find, and not every call can be resolved. A function counts
 * as unused only where its very name stands nowhere else.
 */
import { ts } from 'ts-morph'
import type { WorkspaceFile } from '../workspace/types.js'
import type { CallsByName } from './calls.js'
import type { Program } from './program.js'
import { isOther } from './loaded.js'
import { moduleName } from './syntax.js'
import type { EntryPoint, Unit } from './types.js'

/** Decorators that only let a class be injected; others may make a framework call its members by name. */
const INJECTED: ReadonlySet<string> = new Set(['Injectable', 'injectable', 'Service', 'Singleton', 'singleton', 'Provider', 'EntityRepository', 'autoInjectable', 'Scoped'])
/** What frameworks call by its name, without a word in the class: hooks of the life of a module, and `toJSON` and the like. */
const CALLED_BY_NAME = /^(?:on[A-Z]\w*|(?:before|after)[A-Z]\w*|to(?:JSON|String)|constructor|handle|execute|process|run|use|init|setup|configure|register|bootstrap|main|default)$/

interface Sources {
  readonly files: readonly WorkspaceFile[]
  readonly program: Program
  readonly calls: CallsByName
  readonly entries: () => readonly EntryPoint[]
  readonly entryPointsOf: (unit: Unit) => readonly EntryPoint[]
  readonly unitOf: (node: ts.Node) => Unit | undefined
  readonly checker: () => ts.TypeChecker
  /** Whether the program never loads a file. */
  readonly isNeverLoaded: (file: WorkspaceFile) => boolean
  /** Whether the class of a handler, or the router of a procedure, is in no application. */
  readonly isLeftOut: (entry: EntryPoint) => boolean
}

export class UnusedUnits {
  private readonly known = new Map<Unit, boolean>()
  /** Units that count as unused, in the order in which they were asked for. */
  private readonly assumed: Unit[] = []
  private named: ReadonlySet<string> | undefined
  private serving: ReadonlySet<unknown> | undefined
  private leftOut: ReadonlySet<ts.Node> | undefined
  private others: readonly WorkspaceFile[] | undefined

  constructor(private readonly sources: Sources) {}

  /** Whether a unit, or the function it stands in, is run by nothing in the project. */
  has(unit: Unit): boolean {
    let outer = unit
    while (outer.parent && outer.parent.kind !== 'module') outer = outer.parent
    const known = this.known.get(outer)
    if (known !== undefined) return known
    // Who is asked for while it is being found out calls itself: that alone is no use.
    this.known.set(outer, true)
    const start = this.assumed.push(outer) - 1
    const isUnused = this.isUnused(outer)
    if (!isUnused) {
      // What was taken for unused because this was is asked anew.
      for (const unit of this.assumed.splice(start)) this.known.delete(unit)
      this.known.set(outer, false)
    }
    return isUnused
  }

  private isUnused(unit: Unit): boolean {
    if (this.sources.isNeverLoaded(unit.file) || this.isOfLeftOut(unit)) return true
    const name = nameOf(unit)
    if (name === undefined || CALLED_BY_NAME.test(name) || unit.file.surface !== 'production') return false
    if (this.isReached(unit) || !this.isOfBackend(unit) || !this.isNamedModule(unit.file)) return false
    if (unit.classNode && !this.isPlainClass(unit.classNode)) return false
    // Most names are called somewhere: cheap to see, before any text is searched.
    if (this.sources.calls.named([name]).some((call) => call.unit !== unit && !this.has(call.unit))) return false
    return !this.isNamedElsewhere(name, unit)
  }

  /** A member of a class with handlers that no application has, or a handler that none has by itself. */
  private isOfLeftOut({ classNode, node }: Unit): boolean {
    this.leftOut ??= new Set(this.sources.entries().flatMap((entry) => (this.sources.isLeftOut(entry) ? [entry.handler.classNode ? entry.group : entry.handler.node] : [])))
    return this.leftOut.has(classNode ?? node)
  }

  /** An entry point leads to the unit or to one inside of it. */
  private isReached(unit: Unit): boolean {
    return this.sources.entryPointsOf(unit).some((entry) => !this.sources.isNeverLoaded(entry.file) && !this.isOfLeftOut(entry.handler)) || unit.children.some((child) => this.isReached(child))
  }

  /** The package serves by itself; what a library exports, others call. */
  private isOfBackend({ file }: Unit): boolean {
    this.serving ??= new Set(this.sources.entries().map((entry) => entry.file.package))
    return this.serving.has(file.package) && !file.package.isPublished
  }

  /** Some file imports the module: a file that none names is started or found by its place. */
  private isNamedModule(file: WorkspaceFile): boolean {
    this.named ??= new Set(this.sources.program.facts.flatMap(({ specifiers }) => specifiers.filter((specifier) => specifier.includes('/')).map(moduleName)))
    return this.named.has(moduleName(file.path))
  }

  /** A class whose members nobody calls but who names them: nothing of a package is behind it. */
  private isPlainClass(node: ts.ClassLikeDeclaration, depth = 0): boolean {
    const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []
    if (!decorators.every(({ expression }) => INJECTED.has(lastNameOf(ts.isCallExpression(expression) ? expression.expression : expression)))) return false
    return (node.heritageClauses ?? []).every(({ types }) => types.every(({ expression }) => this.isOwnType(expression, depth)))
  }

  private isOwnType(expression: ts.Expression, depth: number): boolean {
    if (depth > 4) return false
    const checker = this.sources.checker()
    const symbol = checker.getSymbolAtLocation(expression)
    const declarations = symbol && (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol).declarations
    if (!declarations || declarations.length === 0) return false
    return declarations.every((declaration) => {
      if (!this.sources.program.fileOf(declaration.getSourceFile())) return false
      if (ts.isClassLike(declaration)) return this.isPlainClass(declaration, depth + 1)
      return ts.isInterfaceDeclaration(declaration) && (declaration.heritageClauses ?? []).every(({ types }) => types.every((type) => this.isOwnType(type.expression, depth + 1)))
    })
  }

  private isNamedElsewhere(name: string, unit: Unit): boolean {
    for (const { file, sourceFile } of this.sources.program.facts) if (sourceFile.text.includes(name) && !this.sources.isNeverLoaded(file) && this.isUsedIn(sourceFile, name, unit)) return true
    this.others ??= this.sources.files.filter((file) => isOther(file) && !this.sources.program.program.getSourceFile(file.path))
    const whole = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`)
    return this.others.some((file) => file.text().includes(name) && whole.test(file.text()))
  }

  /** The name stands for something that is run, kept or handed on: not for a declaration, an import or an export. */
  private isUsedIn(sourceFile: ts.SourceFile, name: string, unit: Unit): boolean {
    const visit = (node: ts.Node): boolean => {
      if ((ts.isIdentifier(node) || ts.isPrivateIdentifier(node) || ts.isStringLiteralLike(node)) && node.text === name) {
        if (isOnlyNamed(node)) return false
        const user = this.sources.unitOf(node)
        return user === undefined || user.kind === 'module' || (!isWithin(user, unit) && !this.has(user))
      }
      return ts.forEachChild(node, (child) => visit(child) || undefined) === true
    }
    return visit(sourceFile)
  }
}

function isWithin(inner: Unit, outer: Unit): boolean {
  for (let at: Unit | undefined = inner; at; at = at.parent) if (at === outer) return true
  return false
}

/** The name of a declared function, of a function that is the whole value of a constant, or of a method that nothing decorates. */
function nameOf({ node, kind }: Unit): string | undefined {
  if (ts.isFunctionDeclaration(node)) return isDefault(node) ? undefined : node.name?.text
  if (kind === 'method' && ts.isMethodDeclaration(node)) return ts.isClassLike(node.parent) && !isDecorated(node) ? plainName(node.name) : undefined
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return undefined
  const { parent } = node
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return parent.name.text
  if (ts.isPropertyDeclaration(parent)) return isDecorated(parent) ? undefined : plainName(parent.name)
  // `exports.find = async (id) => ...`
  if (ts.isBinaryExpression(parent) && ts.isPropertyAccessExpression(parent.left) && ts.isIdentifier(parent.left.expression) && parent.left.expression.text === 'exports') return parent.left.name.text
  return undefined
}

function plainName(name: ts.PropertyName): string | undefined {
  return ts.isIdentifier(name) || ts.isPrivateIdentifier(name) ? name.text : undefined
}

function isDecorated(node: ts.MethodDeclaration | ts.PropertyDeclaration): boolean {
  return (ts.getDecorators(node) ?? []).length > 0
}

function isDefault(node: ts.FunctionDeclaration): boolean {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) === true
}

function lastNameOf(expression: ts.Expression): string {
  return ts.isIdentifier(expression) ? expression.text : ts.isPropertyAccessExpression(expression) ? expression.name.text : ''
}

/** A declaration of the name, or its import or export. */
function isOnlyNamed(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isImportClause(parent)) return true
  if ((ts.isFunctionDeclaration(parent) || ts.isMethodDeclaration(parent) || ts.isMethodSignature(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent) || ts.isVariableDeclaration(parent)) && parent.name === node) return true
  // `exports.find = ...`, `module.exports = { find }`
  if (ts.isPropertyAccessExpression(parent) && parent.name === node && ts.isIdentifier(parent.expression) && parent.expression.text === 'exports') return ts.isBinaryExpression(parent.parent) && parent.parent.left === parent
  return ts.isShorthandPropertyAssignment(parent) && isExported(parent.parent)
}

function isExported(list: ts.Node): boolean {
  const { parent } = list
  if (ts.isExportAssignment(parent)) return true
  return ts.isBinaryExpression(parent) && ts.isPropertyAccessExpression(parent.left) && parent.left.name.text === 'exports'
}
