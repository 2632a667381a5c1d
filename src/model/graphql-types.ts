/**
 * Types of a GraphQL API, written with decorators or in a schema, as far as it matters how often their fields are
 * resolved.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import { repeatedTypes, typeNames } from './application/schema-directives.js'
import type { Program } from './program.js'
import type { Resolver } from './resolver.js'
import type { Unit } from './types.js'

export class GraphqlTypes {
  private repeated: ReadonlySet<string> | undefined

  constructor(
    private readonly program: Program,
    private readonly resolver: Resolver,
    private readonly schemas: () => readonly string[],
  ) {}

  /**
   * Whether the object whose field a unit resolves can stand in an answer more than once: its type is an element of a
   * list somewhere, or the type of a field of another object. An object that only root operations return, one at a
   * time, cannot. True where the type is not known.
   */
  hasManyParents(unit: Unit): boolean {
    const mapped = mappedTypeOf(unit)
    if (mapped !== undefined) {
      const schemas = this.schemas()
      return !typeNames(schemas).has(mapped) || repeatedTypes(schemas).has(mapped)
    }
    const name = parentOf(unit)
    if (name === undefined) return true
    this.repeated ??= this.findRepeated()
    return this.repeated.has(name)
  }

  private findRepeated(): ReadonlySet<string> {
    const names = new Set<string>()
    for (const { decorators } of this.program.facts)
      for (const { node, name } of decorators) {
        const given = ts.isCallExpression(node.expression) ? node.expression.arguments : []
        if (given.length === 0) continue
        const text = given.map((argument) => argument.getText()).join(', ')
        if (!text.includes('=>') && !/\bclass\b|[A-Z]\w*\)/.test(text)) continue
        for (const [, listed] of text.matchAll(/\[\s*([A-Z]\w*)/g)) if (listed !== undefined) names.add(listed)
        // `Paginated(Order)`, `Connection(Order)`
        for (const [, wrapped] of text.matchAll(/\w\(\s*([A-Z]\w*)\s*\)/g)) if (wrapped !== undefined) names.add(wrapped)
        if (this.isRoot(node, name)) continue
        for (const [, single] of text.matchAll(/=>\s*([A-Z]\w*)/g)) if (single !== undefined && !this.isResolverOf(node)) names.add(single)
      }
    // Bases of pages: `class OrderPage extends Paginated(Order)`, and lists that reflection reads from the type alone.
    for (const { classes } of this.program.facts)
      for (const { node } of classes) {
        for (const clause of node.heritageClauses ?? []) for (const type of clause.types) for (const [, wrapped] of type.getText().matchAll(/[(<]\s*([A-Z]\w*)\s*[)>]/g)) if (wrapped !== undefined) names.add(wrapped)
        for (const member of node.members) {
          const type = ts.isPropertyDeclaration(member) || ts.isMethodDeclaration(member) ? member.type : undefined
          if (!type || !ts.canHaveDecorators(member) || (ts.getDecorators(member) ?? []).length === 0) continue
          for (const [, listed] of type.getText().matchAll(/([A-Z]\w*)(?:\[\]|>*\[\])|Array<([A-Z]\w*)>/g)) if (listed !== undefined) names.add(listed)
        }
      }
    return names
  }

  private isRoot(decorator: ts.Decorator, name: string): boolean {
    const tag = this.tagsOf(decorator).find((one) => one.name === 'entry')
    return tag ? /^resolver (?:QUERY|MUTATION|SUBSCRIPTION)\b/.test(tag.value) : /^(?:Query|Mutation|Subscription)$/.test(name)
  }

  /** `@Resolver(() => Order)` on a class says whose fields follow, not where such objects stand. */
  private isResolverOf(decorator: ts.Decorator): boolean {
    return ts.isClassLike(decorator.parent)
  }

  private tagsOf(decorator: ts.Decorator) {
    const { expression } = decorator
    const callee = skipOuter(ts.isCallExpression(expression) ? expression.expression : expression)
    return this.resolver.libraryOf(this.resolver.symbolOf(callee))?.tags ?? []
  }
}

/** The type in `{ Order: { customer: (order) => ... } }` around a resolver. */
function mappedTypeOf({ node }: Unit): string | undefined {
  const member = ts.isMethodDeclaration(node) ? node : node.parent && ts.isPropertyAssignment(node.parent) ? node.parent : undefined
  const holder = member && ts.isObjectLiteralExpression(member.parent) ? member.parent.parent : undefined
  if (!holder || (!ts.isPropertyAssignment(holder) && !ts.isVariableDeclaration(holder))) return undefined
  return holder.name.getText().replace(/Resolvers?$/, '')
}

/** The type in `@Resolver(() => Order)` on the class of a unit; both libraries that have the decorator call it so. */
function parentOf(unit: Unit): string | undefined {
  for (const { expression } of (unit.classNode && ts.getDecorators(unit.classNode)) ?? []) {
    if (!ts.isCallExpression(expression) || !/(?:^|\.)Resolver$/.test(expression.expression.getText())) continue
    return /=>\s*([A-Z]\w*)|\(\s*([A-Z]\w*)\s*[,)]/.exec(expression.getText())?.slice(1).find((name) => name !== undefined)
  }
  return undefined
}
