/**
 * Names under which something that gives a promise, or that throws away the promise of a callback, can be called.
 *
 * Most calls of a program are neither; comparing names decides that without the checker. More is kept than is needed:
 * who asks resolves what is left.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import { mentionsOf } from './function-names.js'
import type { FileFacts } from './syntax.js'
import type { Unit } from './types.js'

const PROMISE_TYPE = /\b(?:Promise|PromiseLike|Bluebird|PrismaPromise)\b/

export class PromiseNames {
  /** Calling a function of such a name may give a promise. */
  readonly giving = new Set<string>()
  /** Calling a function of such a name may give a function that gives a promise. */
  readonly making = new Set<string>()
  /** Members of libraries that throw away what a callback returns. */
  readonly dropping = new Set<string>()

  /** @param functions names under which functions of the project can be called */
  constructor(facts: readonly FileFacts[], models: readonly ts.SourceFile[], functions: ReadonlySet<string>) {
    for (const model of models) this.readModel(model)
    const undecided: { readonly name: string; readonly calls: readonly string[] }[] = []
    for (const fact of facts)
      for (const unit of fact.units) {
        if (unit.kind === 'module' || unit.kind === 'constructor' || unit.isGenerator) continue
        const gives = givesByForm(unit)
        if (gives === false) continue
        const name = lastPart(unit.name)
        if (gives === true) {
          if (name !== undefined) this.giving.add(name)
          for (let outer = unit.parent; outer && outer.kind !== 'module'; outer = outer.parent) {
            const maker = lastPart(outer.name)
            if (maker !== undefined) this.making.add(maker)
          }
        } else if (name !== undefined) undecided.push({ name, calls: gives })
      }
    const aliases = facts.flatMap((fact) => fact.aliases.flatMap((alias) => (functions.has(alias.name) ? [{ name: alias.name, of: mentionsOf(alias) }] : [])))
    // A default import has a name of its own choice; what it leads to is asked when it is called.
    for (const { name, of } of aliases) if (of.some((one) => /^default of [./@~#]/.test(one))) this.giving.add(name)
    for (let changed = true; changed; ) {
      changed = false
      for (const { name, calls } of undecided)
        if (!this.giving.has(name) && calls.some((call) => this.giving.has(call))) {
          this.giving.add(name)
          changed = true
        }
      for (const { name, of } of aliases)
        if (!this.giving.has(name) && of.some((one) => this.giving.has(one))) {
          this.giving.add(name)
          changed = true
        }
    }
  }

  private readModel(model: ts.SourceFile): void {
    const drops = model.text.includes('@drops')
    const visit = (node: ts.Node, owner: string | undefined): void => {
      if (ts.isModuleDeclaration(node) || ts.isModuleBlock(node)) return ts.forEachChild(node, (child) => visit(child, owner))
      if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) {
        for (const member of node.members) visit(member, node.name?.text)
        return
      }
      if (ts.isVariableStatement(node)) {
        for (const declaration of node.declarationList.declarations)
          if (declaration.type && ts.isTypeLiteralNode(declaration.type)) for (const member of declaration.type.members) visit(member, declaration.name.getText(model))
          else this.readMember(node, ts.isIdentifier(declaration.name) ? declaration.name.text : undefined, declaration.type, model, drops)
        return
      }
      if (ts.isFunctionDeclaration(node)) this.readMember(node, node.name?.text, node.type, model, drops)
      else if (ts.isMethodDeclaration(node) || ts.isMethodSignature(node) || ts.isPropertySignature(node) || ts.isPropertyDeclaration(node))
        this.readMember(node, ts.isIdentifier(node.name) ? node.name.text : undefined, node.type, model, drops)
      else if (ts.isConstructorDeclaration(node) || ts.isConstructSignatureDeclaration(node) || ts.isCallSignatureDeclaration(node)) this.readMember(node, owner?.replace(/Constructor$/, ''), undefined, model, drops)
    }
    ts.forEachChild(model, (child) => visit(child, undefined))
  }

  private readMember(node: ts.Node, name: string | undefined, type: ts.TypeNode | undefined, model: ts.SourceFile, drops: boolean): void {
    if (name === undefined) return
    if (type && PROMISE_TYPE.test(model.text.slice(type.pos, type.end))) this.giving.add(name)
    if (drops && model.text.slice(node.pos, node.getStart(model)).includes('@drops')) this.dropping.add(name)
  }
}

/** What an expression may evaluate to: each part of a choice. */
function partsOf(expression: ts.Expression): ts.Expression[] {
  const value = skipOuter(expression)
  return ts.isConditionalExpression(value) ? [...partsOf(value.whenTrue), ...partsOf(value.whenFalse)] : [value]
}

/** The name of a unit without its class; undefined for a description of what has no name. */
function lastPart(name: string): string | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1)
  return last === '' || name.includes(' ') ? undefined : last
}

/** Types of what is no promise. */
const NEVER_PROMISE: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.VoidKeyword, ts.SyntaxKind.StringKeyword, ts.SyntaxKind.NumberKeyword, ts.SyntaxKind.BooleanKeyword, ts.SyntaxKind.UndefinedKeyword, ts.SyntaxKind.NeverKeyword])

/** Whether a function gives a promise, as far as its form tells; else the names of calls whose result it returns. */
function givesByForm(unit: Unit): boolean | readonly string[] {
  if (unit.isAsync) return true
  const { node } = unit
  const type = ts.isSourceFile(node) || ts.isClassStaticBlockDeclaration(node) ? undefined : node.type
  if (type) {
    if (NEVER_PROMISE.has(type.kind)) return false
    const text = type.getText()
    if (PROMISE_TYPE.test(text)) return true
    if (/^(?:void|string|number|boolean|undefined|null|never|Date|Buffer)\b/.test(text)) return false
  }
  const names: string[] = []
  for (const value of unit.returns.flatMap(partsOf)) {
    if (ts.isNewExpression(value) && ts.isIdentifier(value.expression) && value.expression.text === 'Promise') return true
    if (!ts.isCallExpression(value)) continue
    const callee = skipOuter(value.expression)
    if (ts.isPropertyAccessExpression(callee)) {
      if (/^(?:then|catch|finally)$/.test(callee.name.text)) return true
      if (ts.isIdentifier(callee.expression) && callee.expression.text === 'Promise') return true
      names.push(callee.name.text)
    } else if (ts.isIdentifier(callee)) names.push(callee.text)
  }
  return names.length > 0 ? names : false
}
