/**
 * Members that an association adds to rows, where nothing declares them: `order.getLines()` after `Order.hasMany(Line)`.
 * What such a member does stands in the models, on the types that projects declare them with
 * (`HasManyGetAssociationsMixin`).
 */
import { ts } from 'ts-morph'
import { argumentsOf, propertyOf } from '../libraries/paths.js'
import type { Program } from './program.js'
import { targetName } from './relation-targets.js'
import type { Resolver } from './resolver.js'
import { calleeName } from './syntax.js'
import type { LibraryTarget } from './types.js'

interface Member {
  readonly target: LibraryTarget
  /** The table of the rows it reads or writes. */
  readonly table: string
}

const VERBS = ['get', 'count', 'has', 'add', 'set', 'remove', 'create'] as const
const ASSOCIATES = /^(?:hasOne|hasMany|belongsTo|belongsToMany)$/

export class AssociationMembers {
  private members: Map<string, Member> | undefined

  constructor(
    private readonly program: Program,
    private readonly resolver: Resolver,
  ) {}

  /** What a call of a member that nothing declares does, told by its name. */
  match(node: ts.Node): Member | undefined {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined
    if (!/^(?:get|count|has|add|set|remove|create)[A-Z]/.test(node.expression.name.text)) return undefined
    this.members ??= this.read()
    const member = this.members.get(node.expression.name.text)
    return member && !this.isOfUnknown(node.expression.expression) ? member : undefined
  }

  /** `Tracker.withScope((scope) => scope.setUser(user))`: what a package gives, of which nothing is known, is no row. */
  private isOfUnknown(receiver: ts.Expression): boolean {
    const parameter = ts.isIdentifier(receiver) ? this.resolver.symbolOf(receiver)?.valueDeclaration : undefined
    if (!parameter || !ts.isParameter(parameter)) return false
    // `scope: Tracker.Scope`
    if (parameter.type) return ts.isTypeReferenceNode(parameter.type) && ts.isQualifiedName(parameter.type.typeName) && isOfOtherPackage(parameter.type.typeName.left)
    const call = parameter.parent.parent
    const callee = ts.isCallExpression(call) ? call.expression : undefined
    return callee !== undefined && ts.isPropertyAccessExpression(callee) && isOfOtherPackage(callee.expression) && !this.resolver.libraryOf(this.resolver.symbolOf(callee))
  }

  private read(): Map<string, Member> {
    const found = new Map<string, Member>()
    const types = this.declaredTypes()
    if (types.size === 0) return found
    for (const { units } of this.program.facts)
      for (const { calls } of units)
        for (const { name, node } of calls) {
          const association = associationAt(name, node)
          if (!association) continue
          for (const verb of VERBS)
            for (const isPlural of [false, true]) {
              const declaration = types.get(`${name}${verb}${isPlural ? 's' : ''}`.toLowerCase())
              if (declaration) found.set(`${verb}${isPlural ? association.plural : association.singular}`, { target: this.resolver.libraryTarget(declaration), table: association.table })
            }
        }
    return found
  }

  /** Call signatures of `HasManyGetAssociationsMixin` and the like, by kind, verb and number. */
  private declaredTypes(): Map<string, ts.Declaration> {
    const found = new Map<string, ts.Declaration>()
    for (const sourceFile of this.program.program.getSourceFiles()) {
      if (!this.program.isModel(sourceFile) || !sourceFile.text.includes('AssociationMixin')) continue
      const visit = (node: ts.Node): void => {
        if (!ts.isInterfaceDeclaration(node)) return ts.forEachChild(node, visit)
        const [, kind, verb, plural] = /^(HasOne|HasMany|BelongsTo|BelongsToMany)(Get|Count|Has|Add|Set|Remove|Create)Association(s?)Mixin$/.exec(node.name.text) ?? []
        const signature = node.members.find(ts.isCallSignatureDeclaration)
        if (kind && verb && signature) found.set(`${kind}${verb}${plural}`.toLowerCase(), signature)
      }
      ts.forEachChild(sourceFile, visit)
    }
    return found
  }
}

/** A name that is imported from a package: `import * as Tracker from 'tracker'`. */
function isOfOtherPackage(name: ts.Node): boolean {
  if (!ts.isIdentifier(name)) return false
  return name.getSourceFile().statements.some((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier) || !/^(?:@[\w-]+\/)?[\w-]+$/.test(statement.moduleSpecifier.text)) return false
    const bindings = statement.importClause?.namedBindings
    return statement.importClause?.name?.text === name.text || (bindings !== undefined && ts.isNamespaceImport(bindings) && bindings.name.text === name.text)
  })
}

/** Names of the members that a call which associates two tables adds; empty for other calls. */
export function associationMembers(name: string, node: ts.Node): readonly string[] {
  const association = associationAt(name, node)
  return association ? VERBS.flatMap((verb) => [`${verb}${association.singular}`, `${verb}${association.plural}`]) : []
}

/** `Order.hasMany(Line)`, `this.belongsTo(models.Customer, { as: 'buyer' })`. */
function associationAt(name: string, node: ts.Node): { readonly singular: string; readonly plural: string; readonly table: string } | undefined {
  if (!ASSOCIATES.test(name) || !ts.isCallExpression(node) || calleeName(node.expression) !== name) return undefined
  const [given, options] = argumentsOf(node)
  const target = given && targetName(given)
  if (target === undefined) return undefined
  const alias = options && propertyOf(options, 'as').find(ts.isStringLiteralLike)?.text
  const base = alias ?? target
  const bare = base.charAt(0).toUpperCase() + base.slice(1)
  const singular = /ss$/.test(bare) ? bare : bare.replace(/ies$/, 'y').replace(/s$/, '')
  return { singular, plural: /ss$/.test(singular) ? `${singular}es` : /[^aeiou]y$/.test(singular) ? singular.replace(/y$/, 'ies') : `${singular}s`, table: target }
}
