/**
 * What library models claim about packages: modules, exported names, members, and that what is tagged can be called.
 */
import path from 'node:path'
import { ts } from 'ts-morph'
import { TagReader } from '../../src/libraries/reader.js'
import { parseTags } from '../../src/libraries/tags.js'

/** A model as text; `name` is its file name. */
export interface ModelSource {
  readonly name: string
  readonly text: string
}

/** Where in a package a claim points to: names of exports, members or namespaces, from the module inwards. */
export type Step =
  | { readonly kind: 'export'; readonly name: string }
  /** What `export =` or `export default` of the module gives. */
  | { readonly kind: 'root' }
  /** A type the module does not export: looked up by name in the package and its dependencies. */
  | { readonly kind: 'inner'; readonly name: string }
  | { readonly kind: 'member'; readonly name: string }
  /** The type of the value found so far. */
  | { readonly kind: 'value' }

export type Place = readonly Step[]
export type Way = readonly Place[]

export interface Claim {
  readonly file: string
  readonly line: number
  /** Name of the module, or `global`. */
  readonly module: string
  readonly kind: 'module' | 'export' | 'member' | 'call' | 'construct'
  /** Ways in which the claim may be true: one of them is enough, and of that one each place must exist. */
  readonly ways: readonly Way[]
  /** For people, and what exceptions are matched with: `slonik SqlTag.fragment`. */
  readonly label: string
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noLib: true,
  types: [],
  strict: false,
  strictNullChecks: false,
  esModuleInterop: true,
  experimentalDecorators: true,
  noEmit: true,
}

/** A program of models alone, as the analyser has it, held in memory. */
export function modelProgram(models: readonly ModelSource[]): ts.Program {
  const texts = new Map(models.map((model) => [`/models/${model.name}`, model.text]))
  const host: ts.CompilerHost = {
    fileExists: (file) => texts.has(file),
    readFile: (file) => texts.get(file),
    getSourceFile: (file, language) => {
      const text = texts.get(file)
      return text === undefined ? undefined : ts.createSourceFile(file, text, language, true)
    },
    getDefaultLibFileName: () => '/lib.d.ts',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (file) => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => undefined,
  }
  return ts.createProgram([...texts.keys()], OPTIONS, host)
}

/** Comments of a model whose tags do not parse, as `file:line what is wrong`. */
export function tagErrors(model: ModelSource): string[] {
  const found: string[] = []
  for (const match of model.text.matchAll(/\/\*\*[^]*?\*\//g))
    for (const error of parseTags(match[0]).errors) found.push(`${model.name}:${lineOf(model.text, match.index)} ${error}`)
  return found
}

/** Errors the checker finds in models, as `file:line message`. */
export function typeErrors(program: ts.Program): string[] {
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')
    const file = diagnostic.file
    return file ? `${path.posix.basename(file.fileName)}:${lineOf(file.text, diagnostic.start ?? 0)} TS${diagnostic.code} ${text}` : text
  })
}

/** Everything the models of a program claim, in the order of their text. */
export function claimsOf(program: ts.Program): Claim[] {
  return program.getSourceFiles().flatMap((file) => new FileClaims(file, program.getTypeChecker()).read())
}

class FileClaims {
  private readonly tags = new TagReader()
  private readonly claims: Claim[] = []
  /** Names under which a symbol leaves its module. */
  private readonly exported = new Map<ts.Symbol, string>()
  private readonly roots = new Set<ts.Symbol>()
  private module = 'global'

  constructor(
    private readonly file: ts.SourceFile,
    private readonly checker: ts.TypeChecker,
  ) {}

  read(): Claim[] {
    for (const statement of this.file.statements) {
      if (ts.isModuleDeclaration(statement) && ts.isStringLiteral(statement.name)) this.readModule(statement, statement.name.text)
      else {
        this.module = 'global'
        this.visit(statement)
      }
    }
    return this.claims
  }

  private readModule(node: ts.ModuleDeclaration, name: string): void {
    this.module = name
    this.exported.clear()
    this.roots.clear()
    this.add(node, 'module', [], name)
    const symbol = this.checker.getSymbolAtLocation(node.name)
    if (!symbol || !node.body) return
    const root = symbol.exports?.get('export=' as ts.__String)
    if (root) this.roots.add(this.target(root))
    for (const item of this.checker.getExportsOfModule(symbol)) {
      if (item.name === 'prototype') continue
      const target = this.target(item)
      if (item.name === 'default') {
        if (!this.exported.has(target)) this.roots.add(target)
        continue
      }
      if (!this.exported.has(target)) this.exported.set(target, item.name)
      const at = item.declarations?.[0]
      // Static members of an exported class are members, not exports.
      if (!at || ts.isClassElement(at) || ts.isTypeElement(at) || isOwnType(at)) continue
      this.add(at.getSourceFile() === this.file ? at : node, 'export', [[[{ kind: 'export', name: item.name }]]], item.name)
    }
    ts.forEachChild(node.body, (child) => this.visit(child))
  }

  private visit(node: ts.Node): void {
    if (ts.isModuleDeclaration(node) || ts.isModuleBlock(node) || ts.isVariableStatement(node) || ts.isVariableDeclarationList(node)) {
      ts.forEachChild(node, (child) => this.visit(child))
      return
    }
    if (ts.isFunctionDeclaration(node) && node.name && this.isTagged(node)) this.claimCall(node, 'call', this.waysTo(node))
    if (ts.isVariableDeclaration(node)) {
      // A token is a value.
      if (this.isTagged(node) && node.type?.kind !== ts.SyntaxKind.StringKeyword) this.claimCall(node, 'call', this.waysTo(node))
      if (node.type) this.visitType(node.type, () => further(this.waysTo(node), VALUE))
    }
    if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) this.visitMembers(node.members, () => this.waysTo(node))
    if (ts.isTypeAliasDeclaration(node)) this.visitType(node.type, () => this.waysTo(node))
  }

  /** Members of an object type written in place. */
  private visitType(node: ts.TypeNode, owner: () => readonly Way[]): void {
    if (ts.isTypeLiteralNode(node)) this.visitMembers(node.members, owner)
    else if (ts.isIntersectionTypeNode(node)) for (const part of node.types) this.visitType(part, owner)
  }

  private visitMembers(members: readonly (ts.ClassElement | ts.TypeElement)[], owner: () => readonly Way[]): void {
    for (const member of members) {
      const name = member.name && (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)) ? member.name.text : undefined
      if (name !== undefined) {
        const ways = further(owner(), { kind: 'member', name })
        this.add(member, 'member', ways, labelOf(ways))
      } else if (this.isTagged(member)) {
        if (ts.isCallSignatureDeclaration(member)) this.claimCall(member, 'call', owner())
        else if (ts.isConstructorDeclaration(member) || ts.isConstructSignatureDeclaration(member)) this.claimCall(member, 'construct', owner())
      }
      if (ts.isPropertySignature(member) && member.type && name !== undefined)
        this.visitType(member.type, () => further(further(owner(), { kind: 'member', name }), VALUE))
    }
  }

  private claimCall(node: ts.Node, kind: 'call' | 'construct', ways: readonly Way[]): void {
    this.add(node, kind, ways, `${kind === 'construct' ? 'new ' : ''}${labelOf(ways)}()`)
  }

  /**
   * Where a declaration stands in its package. A type of the model's own stands for those that extend it, or for an
   * inner type of the package by the same name.
   */
  private waysTo(node: ts.Declaration): readonly Way[] {
    const name = ts.getNameOfDeclaration(node)
    const symbol = name && this.checker.getSymbolAtLocation(name)
    if (!symbol) return []
    const own = this.publicPlace(symbol, node)
    const ways: Way[] = own ? [[own]] : []
    if (own && !isOwnType(node)) return ways
    const derived = this.derivedFrom(symbol)
    if (derived.length > 0) ways.push(derived)
    else ways.push([[{ kind: 'inner', name: symbol.name }]])
    return ways
  }

  private publicPlace(symbol: ts.Symbol, node: ts.Node): Place | undefined {
    if (this.module === 'global') return [...(this.namespaceOf(node) ?? []), { kind: 'export', name: symbol.name }]
    if (this.roots.has(symbol)) return [{ kind: 'root' }]
    const exported = this.exported.get(symbol)
    if (exported !== undefined) return [{ kind: 'export', name: exported }]
    const outer = this.namespaceOf(node)
    return outer && [...outer, { kind: 'export', name: symbol.name }]
  }

  /** The namespace around a declaration, unless that is the module's own `export =`. */
  private namespaceOf(node: ts.Node): Place | undefined {
    const outer = ts.findAncestor(node.parent, ts.isModuleDeclaration)
    if (!outer || !ts.isIdentifier(outer.name)) return undefined
    const symbol = this.checker.getSymbolAtLocation(outer.name)
    if (!symbol || this.roots.has(symbol)) return undefined
    return this.publicPlace(symbol, outer)
  }

  private derivedFrom(base: ts.Symbol): Place[] {
    const found: Place[] = []
    const look = (node: ts.Node): void => {
      if ((ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) && node.name) {
        for (const clause of node.heritageClauses ?? [])
          for (const type of clause.types) {
            const symbol = this.checker.getSymbolAtLocation(type.expression)
            if (symbol && this.target(symbol) === base) found.push(...(this.waysTo(node)[0] ?? []))
          }
      }
      ts.forEachChild(node, look)
    }
    look(this.file)
    return found
  }

  private target(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol
  }

  private isTagged(node: ts.Node): boolean {
    return this.tags.tagsOf(node).length > 0
  }

  private add(node: ts.Node, kind: Claim['kind'], ways: readonly Way[], name: string): void {
    const line = lineOf(this.file.text, node.getStart(this.file))
    const label = kind === 'module' ? name : `${this.module} ${name}`
    this.claims.push({ file: path.posix.basename(this.file.fileName), line, module: this.module, kind, ways, label })
  }
}

const VALUE: Step = { kind: 'value' }

function further(ways: readonly Way[], step: Step): readonly Way[] {
  return ways.map((way) => way.map((place) => [...place, step]))
}

/**
 * A type without `export` before it may be the model's own, for its inside alone. In a namespace that is what a module
 * gives by `export =`, classes need no `export` to be seen.
 */
function isOwnType(node: ts.Node): boolean {
  const isType = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)
  const isBareClass = ts.isClassDeclaration(node) && ts.isModuleDeclaration(node.parent.parent) && ts.isStringLiteral(node.parent.parent.name)
  return (isType || isBareClass) && !node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
}

function labelOf(ways: readonly Way[]): string {
  return (ways[0]?.[0] ?? [])
    .flatMap((step) => (step.kind === 'root' ? 'default' : step.kind === 'value' ? [] : step.name))
    .join('.')
}

function lineOf(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}
