/**
 * Classes and modules as wholes: what belongs to them, what others may call, and what they are given to work with.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../../libraries/paths.js'
import type { Component } from '../architecture-types.js'
import type { Unit } from '../types.js'

/** Classes and modules of some units, and which of them a unit belongs to. */
export class Components {
  private readonly byNode = new Map<ts.Node, Component>()
  private readonly owners = new Map<Unit, Component['node']>()
  private readonly exports = new Map<ts.SourceFile, ReadonlySet<string>>()
  private known: readonly Component[] | undefined

  constructor(private readonly units: () => readonly Unit[]) {}

  /** In the order of their first unit; those without a function of their own are left out. */
  get all(): readonly Component[] {
    this.known ??= this.read()
    return this.known
  }

  of(unit: Unit): Component | undefined {
    void this.all
    return this.byNode.get(this.ownerOf(unit))
  }

  private read(): Component[] {
    const members = new Map<ts.ClassLikeDeclaration | ts.SourceFile, Unit[]>()
    for (const unit of this.units()) {
      const owner = this.ownerOf(unit)
      // The first unit of an owner says where it stands among the others, member or not.
      let list = members.get(owner)
      if (!list) members.set(owner, (list = []))
      if (isMember(unit, owner)) list.push(unit)
    }
    for (const [node, units] of members) {
      const [first] = units
      if (!first) continue
      const isClass = !ts.isSourceFile(node)
      const isPublic = isClass ? isPublicMember : (unit: Unit) => this.isExported(unit, node)
      let known: readonly Unit[] | undefined
      this.byNode.set(node, {
        node,
        file: first.file,
        name: isClass ? classNameOf(node, first) : fileName(first.file.relative),
        units,
        // Few components are looked at so closely.
        get publicUnits() {
          return (known ??= units.filter(isPublic))
        },
      })
    }
    return [...this.byNode.values()]
  }

  /** The innermost class around a unit, or its file. */
  private ownerOf(unit: Unit): Component['node'] {
    let owner = this.owners.get(unit)
    if (!owner) {
      let node: ts.Node = unit.node
      while (!ts.isSourceFile(node) && !ts.isClassLike(node) && node !== unit.parent?.node) node = node.parent
      owner = ts.isSourceFile(node) || ts.isClassLike(node) ? node : this.ownerOf(unit.parent as Unit)
      this.owners.set(unit, owner)
    }
    return owner
  }

  /** Others can get at the function: by its name, by the object it stands in, or by what its maker returns. */
  private isExported(unit: Unit, sourceFile: ts.SourceFile): boolean {
    const maker = unit.parent
    if (maker && maker.kind !== 'module') return this.isExported(maker, sourceFile) && returnedNames(maker).has(lastPart(unit.name))
    let names = this.exports.get(sourceFile)
    if (!names) this.exports.set(sourceFile, (names = exportedNames(sourceFile)))
    const statement = ts.findAncestor(unit.node, (node) => node.parent !== undefined && ts.isSourceFile(node.parent))
    if (!statement) return false
    if (ts.isExportAssignment(statement)) return true
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.some((one) => ts.isIdentifier(one.name) && names.has(one.name.text))
    if (ts.isFunctionDeclaration(statement)) return names.has(statement.name?.text ?? 'default')
    return ts.isExpressionStatement(statement) && exportedBy(statement) !== undefined
  }
}

/** A method or function property of a class; a function of a module, or one that a function of the module hands out. */
function isMember(unit: Unit, owner: ts.Node): boolean {
  const { node, parent, kind } = unit
  if (ts.isSourceFile(node) || kind === 'constructor') return false
  if (!ts.isSourceFile(owner)) {
    let holder: ts.Node = node.parent
    while (!ts.isClassLike(holder) && !ts.isPropertyDeclaration(holder) && !ts.isFunctionLike(holder) && !ts.isSourceFile(holder)) holder = holder.parent
    return holder === owner || (ts.isPropertyDeclaration(holder) && holder.parent === owner)
  }
  if (!parent) return false
  // `export default function () {}` has no name, and what is given to a call has none of its own.
  const isNamed = () => ts.isFunctionDeclaration(node) || !unit.name.includes(' ') || unit.name === 'default export'
  if (parent.kind === 'module') return isNamed()
  return parent.parent?.kind === 'module' && parent.returns.some((returned) => ts.isObjectLiteralExpression(skipOuter(returned))) && isNamed() && returnedNames(parent).has(lastPart(unit.name))
}

/** `orders.service.ts`, `credentials/index.ts`. */
function fileName(relative: string): string {
  const parts = relative.split('/')
  return parts.slice(/^index\./.test(parts.at(-1) ?? '') ? -2 : -1).join('/')
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

function classNameOf(node: ts.ClassLikeDeclaration, member: Unit): string {
  return node.name?.text ?? member.name.split('.')[0] ?? member.file.relative
}

function isPublicMember(unit: Unit): boolean {
  if (unit.kind === 'accessor') return false
  const declaration = ts.isMethodDeclaration(unit.node) ? unit.node : ts.findAncestor(unit.node, ts.isPropertyDeclaration)
  if (!declaration) return false
  const isHidden = declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.ProtectedKeyword) ?? false
  return !isHidden && !ts.isPrivateIdentifier(declaration.name) && !declaration.name.getText().startsWith('_')
}

/** Names of the functions in the objects that a maker returns: `return { create, find() {} }`. */
function returnedNames(maker: Unit): ReadonlySet<string> {
  const names = new Set<string>()
  for (const returned of maker.returns) {
    const value = skipOuter(returned)
    if (!ts.isObjectLiteralExpression(value) || value.properties.length < 2) continue
    for (const name of memberNames(value)) names.add(name)
  }
  return names
}

function memberNames(literal: ts.ObjectLiteralExpression): string[] {
  return literal.properties.flatMap((member) => {
    if (ts.isSpreadAssignment(member)) return []
    const named = ts.isPropertyAssignment(member) && ts.isIdentifier(member.initializer) ? member.initializer : member.name
    return ts.isIdentifier(named) || ts.isStringLiteralLike(named) ? [named.text] : []
  })
}

/** Names at the top of a module that other modules can get at. */
function exportedNames(sourceFile: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>()
  const addValue = (expression: ts.Expression) => {
    const value = skipOuter(expression)
    if (ts.isIdentifier(value)) names.add(value.text)
    else if (ts.isObjectLiteralExpression(value)) for (const name of memberNames(value)) names.add(name)
    else if (ts.isCallExpression(value) || ts.isNewExpression(value)) for (const argument of value.arguments ?? []) addValue(argument)
  }
  for (const statement of sourceFile.statements) {
    if (ts.isExportAssignment(statement)) addValue(statement.expression)
    else if (ts.isExportDeclaration(statement)) {
      if (statement.exportClause && ts.isNamedExports(statement.exportClause) && !statement.moduleSpecifier) for (const { name, propertyName } of statement.exportClause.elements) names.add((propertyName ?? name).text)
    } else if (ts.isExpressionStatement(statement)) {
      const value = exportedBy(statement)
      if (value) addValue(value)
    } else if (ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) {
      if (ts.isFunctionDeclaration(statement)) names.add(statement.name?.text ?? 'default')
      else if (ts.isVariableStatement(statement)) for (const { name } of statement.declarationList.declarations) if (ts.isIdentifier(name)) names.add(name.text)
    }
  }
  return names
}

/** The value of `module.exports = value`, `exports.name = value`. */
function exportedBy(statement: ts.ExpressionStatement): ts.Expression | undefined {
  const { expression } = statement
  if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined
  return /^(?:module\.)?exports\b/.test(expression.left.getText()) ? expression.right : undefined
}
