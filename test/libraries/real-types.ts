/**
 * The types that packages ship, asked about the claims of library models.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import type { Claim, Place, Step } from './model-claims.js'

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  // Without the DOM, whose types would stand before those of Node.
  lib: ['lib.esnext.d.ts'],
  types: ['node'],
  strict: true,
  esModuleInterop: true,
  skipLibCheck: true,
  noEmit: true,
}

/** A symbol or a type of the real package; the symbol is missing for types reached through members. */
interface Found {
  readonly symbol?: ts.Symbol | undefined
  readonly type?: ts.Type
}

/** Real types of the modules given, in one program. */
export class RealTypes {
  private readonly program: ts.Program
  private readonly checker: ts.TypeChecker
  private readonly root: string
  private readonly entry: ts.SourceFile
  /** The specifier that stands for a module in the entry file. */
  private readonly specifiers = new Map<string, string>()
  private readonly imports = new Map<string, ts.StringLiteral>()
  private readonly inner = new Map<string, readonly ts.Symbol[]>()
  private byName: Map<string, ts.Symbol[]> | undefined

  /**
   * @param directory the folder whose node_modules holds the packages
   * @param modules names of modules that claims are about
   * @param standIns text of a module that is read in place of another, by the name of that
   */
  constructor(directory: string, modules: Iterable<string>, standIns: ReadonlyMap<string, string> = new Map()) {
    this.root = path.join(directory, 'node_modules')
    const entry = path.join(directory, '__entry__.ts')
    const virtual = new Map<string, string>()
    const specifiers: string[] = []
    for (const name of modules) {
      const standIn = standIns.get(name)
      const specifier = standIn === undefined ? name : `./__stand_in_${virtual.size}__`
      if (standIn !== undefined) virtual.set(path.join(directory, `${specifier}.ts`), standIn)
      this.specifiers.set(name, specifier)
      specifiers.push(specifier)
    }
    virtual.set(entry, specifiers.map((specifier, index) => `import * as m${index} from '${specifier}'`).join('\n'))

    const host = ts.createCompilerHost(OPTIONS, true)
    const { getSourceFile, fileExists } = host
    host.getSourceFile = (file, language, ...rest) => {
      const text = virtual.get(path.normalize(file))
      return text === undefined ? getSourceFile(file, language, ...rest) : ts.createSourceFile(file, text, language, true)
    }
    host.fileExists = (file) => virtual.has(path.normalize(file)) || fileExists(file)
    host.getCurrentDirectory = () => directory
    this.program = ts.createProgram([entry], { ...OPTIONS, typeRoots: [path.join(this.root, '@types')] }, host)
    this.checker = this.program.getTypeChecker()
    this.entry = this.program.getSourceFile(entry) as ts.SourceFile
    for (const statement of this.entry.statements)
      if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier))
        this.imports.set(statement.moduleSpecifier.text, statement.moduleSpecifier)
  }

  /** What is wrong with a claim, as the end of a sentence; undefined when it is true. */
  refute(claim: Claim): string | undefined {
    if (claim.kind === 'module' && this.resolves(claim.module)) return undefined
    if (claim.module !== 'global' && !this.moduleSymbol(claim.module)) return 'the module is not installed or has no types'
    let reason: string | undefined = 'it cannot be told where this stands in the package'
    for (const way of claim.ways) {
      reason = undefined
      for (const place of way) reason ??= this.missingAt(claim, place)
      if (!reason) return undefined
    }
    return reason
  }

  private missingAt(claim: Claim, place: Place): string | undefined {
    let found: readonly Found[] = [{ symbol: claim.module === 'global' ? undefined : this.moduleSymbol(claim.module) }]
    for (const [index, step] of place.entries()) {
      found = found.flatMap((at) => this.take(claim.module, at, step, index === 0))
      if (found.length === 0) return missing(step)
    }
    if (claim.kind === 'call' && !found.some((at) => this.isCallable(at))) return 'it is not a function'
    if (claim.kind === 'construct' && !found.some((at) => this.types(at).some((type) => type.getConstructSignatures().length > 0)))
      return 'it is not a class'
    return undefined
  }

  private take(module: string, at: Found, step: Step, isFirst: boolean): Found[] {
    switch (step.kind) {
      case 'root':
        return this.rootOf(at)
      case 'export': {
        if (isFirst && module === 'global') {
          const symbol = this.globalNamed(step.name)
          return symbol ? [{ symbol }] : []
        }
        const exported = at.symbol && this.exportOf(at.symbol, step.name)
        if (exported) return [{ symbol: this.target(exported) }]
        // `pEachSeries.stop`: what a model writes as a namespace may be a property.
        return (isFirst ? this.rootOf(at) : [at]).flatMap((owner) => this.memberOf(owner, step.name))
      }
      case 'inner':
        return this.innerNamed(module, step.name).map((symbol) => ({ symbol }))
      case 'member':
        return this.memberOf(at, step.name)
      case 'value':
        return this.types(at).map((type) => ({ type }))
    }
  }

  private rootOf(module: Found): Found[] {
    const exported = module.symbol && (module.symbol.exports?.get('export=' as ts.__String) ?? this.exportOf(module.symbol, 'default'))
    return exported ? [{ symbol: this.target(exported) }] : []
  }

  private memberOf(at: Found, name: string): Found[] {
    for (const type of this.types(at)) {
      const symbol = this.propertyOf(type, name)
      if (symbol) return [{ symbol }]
    }
    return []
  }

  private propertyOf(type: ts.Type, name: string): ts.Symbol | undefined {
    const apparent = this.checker.getApparentType(type)
    const direct = apparent.getProperty(name)
    if (direct) return direct
    // A member of one alternative is a member for us.
    if (apparent.isUnionOrIntersection())
      for (const part of apparent.types) {
        const found = this.propertyOf(part, name)
        if (found) return found
      }
    return undefined
  }

  private isCallable(at: Found): boolean {
    return this.types(at).some((type) => {
      const apparent = this.checker.getApparentType(type)
      if (apparent.flags & ts.TypeFlags.Any) return true
      const parts = apparent.isUnionOrIntersection() ? [apparent, ...apparent.types] : [apparent]
      return parts.some((part) => part.getCallSignatures().length > 0 || part.getConstructSignatures().length > 0)
    })
  }

  /** The type a name declares and the type its value has. */
  private types(at: Found): ts.Type[] {
    if (at.type) return [at.type]
    if (!at.symbol) return []
    const types: ts.Type[] = []
    const symbol = at.symbol
    if (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Enum))
      types.push(this.checker.getDeclaredTypeOfSymbol(symbol))
    if (symbol.flags & ts.SymbolFlags.Value) types.push(this.checker.getTypeOfSymbolAtLocation(symbol, this.entry))
    // `export const Cluster: ClusterConstructor`: its instances carry the members.
    for (const type of [...types]) for (const signature of type.getConstructSignatures()) types.push(signature.getReturnType())
    return types
  }

  private exportOf(symbol: ts.Symbol, name: string): ts.Symbol | undefined {
    const exports = symbol.flags & (ts.SymbolFlags.Module | ts.SymbolFlags.Alias) ? this.checker.getExportsOfModule(symbol) : []
    return exports.find((item) => item.name === name) ?? symbol.exports?.get(name as ts.__String)
  }

  private moduleSymbol(name: string): ts.Symbol | undefined {
    const specifier = this.imports.get(this.specifiers.get(name) ?? name)
    return specifier && this.checker.getSymbolAtLocation(specifier)
  }

  /** Whether a module exists, with types or as JavaScript alone. */
  private resolves(name: string): boolean {
    if (this.moduleSymbol(name)) return true
    return ts.resolveModuleName(name, this.entry.fileName, OPTIONS, ts.sys).resolvedModule !== undefined
  }

  private globalNamed(name: string): ts.Symbol | undefined {
    const flags = ts.SymbolFlags.Value | ts.SymbolFlags.Type | ts.SymbolFlags.Namespace
    return this.checker.getSymbolsInScope(this.entry, flags).find((symbol) => symbol.name === name)
  }

  /** Types of a name declared anywhere in the module's package or what that depends on. */
  private innerNamed(module: string, name: string): readonly ts.Symbol[] {
    const key = `${module} ${name}`
    let known = this.inner.get(key)
    if (!known) {
      const packages = this.packagesOf(module)
      known = (this.names().get(name) ?? []).filter((symbol) =>
        symbol.declarations?.some((declaration) => packages.has(this.packageOf(declaration.getSourceFile().fileName) ?? '')),
      )
      this.inner.set(key, known)
    }
    return known
  }

  private names(): Map<string, ts.Symbol[]> {
    if (this.byName) return this.byName
    const names = new Map<string, ts.Symbol[]>()
    const look = (node: ts.Node): void => {
      if ((ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node) || ts.isTypeAliasDeclaration(node)) && node.name) {
        const symbol = this.checker.getSymbolAtLocation(node.name)
        if (symbol) names.set(symbol.name, [...(names.get(symbol.name) ?? []), symbol])
      } else if (ts.isModuleDeclaration(node) || ts.isModuleBlock(node)) ts.forEachChild(node, look)
    }
    for (const file of this.program.getSourceFiles()) if (this.packageOf(file.fileName)) file.statements.forEach(look)
    this.byName = names
    return names
  }

  private packageOf(file: string): string | undefined {
    const start = file.lastIndexOf('node_modules/')
    if (start < 0) return undefined
    const [first = '', second = ''] = file.slice(start + 'node_modules/'.length).split('/')
    return first.startsWith('@') ? `${first}/${second}` : first
  }

  /** A package, its types package, and dependencies two levels deep. */
  private packagesOf(module: string): ReadonlySet<string> {
    if (module === 'global') return new Set(['@types/node'])
    const [first = '', second = ''] = module.split('/')
    const found = new Set<string>()
    const add = (name: string, depth: number): void => {
      const types = `@types/${name.replace(/^@/, '').replace('/', '__')}`
      for (const each of [name, types]) {
        if (found.has(each)) continue
        const manifest = path.join(this.root, each, 'package.json')
        if (!existsSync(manifest)) continue
        found.add(each)
        const { dependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8')) as { dependencies?: Record<string, string> }
        if (depth > 0) for (const dependency of Object.keys(dependencies)) add(dependency, depth - 1)
      }
    }
    add(first.startsWith('@') ? `${first}/${second}` : first, 2)
    return found
  }

  private target(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol
  }
}

function missing(step: Step): string {
  switch (step.kind) {
    case 'root':
      return 'the module has neither `export =` nor a default export'
    case 'export':
      return `the module has no export ${step.name}`
    case 'inner':
      return `neither the package nor its dependencies declare a type ${step.name}`
    case 'member':
      return `there is no member ${step.name}`
    case 'value':
      return 'it has no type'
  }
}
