/**
 * Resolvers in maps by type and field: `{ Query: { orders: (parent, args) => ... }, Mutation: { ... } }`.
 */
import { ts } from 'ts-morph'
import { propertyOf, skipOuter } from '../../libraries/paths.js'
import type { Package } from '../../workspace/types.js'
import type { Resolver } from '../resolver.js'
import type { EntryPoint, Middleware, Unit } from '../types.js'
import { directivesIn, typeNames } from './schema-directives.js'

/** Packages that serve such maps. */
const SERVERS = /^(?:graphql|@apollo\/server|apollo-server.*|graphql-yoga|@graphql-yoga\/.*|mercurius|@graphql-tools\/.*|graphql-tools|express-graphql|graphql-http)$/
/** The root types; large schemas put operations of one kind into types of their own (`OrderQuery`). */
const ROOT = /^\w*?(Query|Mutation|Subscription)(?:Resolvers?)?$/
/** `AppQuery: Query`, `useOrderQuery`: names that end alike and are no root types start in lower case. */
const STARTS_LOWER = /^(?!query$|mutation$)[a-z]/
/** A resolver is given the parent, the arguments, the context, and how it was asked. */
const MOST_PARAMETERS = 4

/**
 * Entry points of resolver maps, in the order of the files.
 *
 * @param units units of the program
 * @param schemas text of the schemas, whose directives stand in front of resolvers
 */
export function mappedEntries(units: readonly Unit[], resolver: Resolver, schemas: () => readonly string[]): EntryPoint[] {
  let directives: ReadonlyMap<string, readonly string[]> | undefined
  let known: ReadonlySet<string> | undefined
  const types = () => (known ??= typeNames(schemas()))
  const serving = new Map<Package, boolean>()
  const mayServe = (owner: Package) => {
    let serves = serving.get(owner)
    if (serves === undefined) serving.set(owner, (serves = [...owner.dependencies.keys()].some((name) => SERVERS.test(name))))
    return serves
  }
  return units.flatMap((unit): EntryPoint[] => {
    if (unit.kind !== 'module' || !mayServe(unit.file.package) || !/\b(?:Query|Mutation|Subscription)\b|[A-Z]\w*(?:Query|Mutation)\b|\b[A-Z]\w*(?:Resolvers?)?\s*(?::|=)\s*\{/.test((unit.node as ts.SourceFile).text)) return []
    if (resolver.isClient(unit.file)) return []
    const found: EntryPoint[] = []
    const visit = (node: ts.Node): void => {
      const map = mapIn(node) ?? typeIn(node, types())
      if (ts.isNewExpression(node)) found.push(...fieldsOfRoot(node, unit, resolver))
      if (map) found.push(...fieldsOf(map, unit, resolver, (directives ??= directivesIn(schemas()))))
      else if (!ts.isFunctionLike(node) || ts.isArrowFunction(node)) ts.forEachChild(node, visit)
    }
    visit(unit.node)
    return found
  }).filter(({ handler }, index, all) => all.findIndex((other) => other.handler === handler) === index)
}

/** `new GraphQLObjectType({ name: 'Query', fields: { orders: { type, args, resolve } } })`, the fields written here or elsewhere. */
function fieldsOfRoot(made: ts.NewExpression, module: Unit, resolver: Resolver): EntryPoint[] {
  const [given] = made.arguments ?? []
  if (!given || !/(?:^|\.)GraphQLObjectType$/.test(made.expression.getText())) return []
  const [name] = propertyOf(given, 'name')
  const kind = name && ts.isStringLiteralLike(name) ? ROOT.exec(name.text.replace(/Type$/, ''))?.[1] : undefined
  const [declared] = propertyOf(given, 'fields')
  const value = declared && skipOuter(declared)
  const fields = value && ts.isArrowFunction(value) && !ts.isBlock(value.body) ? skipOuter(value.body) : value
  const literal = fields && skipOuter(resolver.initializerOf(fields) ?? fields)
  if (!kind || !literal || !ts.isObjectLiteralExpression(literal)) return []
  return literal.properties.flatMap((member): EntryPoint[] => {
    const field = member.name && (ts.isPropertyAssignment(member) ? member.initializer : ts.isShorthandPropertyAssignment(member) ? member.name : undefined)
    const [resolve] = field ? propertyOf(field, 'resolve', (expression) => resolver.initializerOf(expression)) : []
    const handler = resolve && (resolver.unitAt(resolve) ?? resolver.functionsOf(resolve)[0])
    if (!handler || !member.name) return []
    return [{ kind: 'resolver', framework: 'graphql', method: kind.toUpperCase(), path: member.name.getText(), file: module.file, node: member, handler, middleware: [], errorHandlers: [], group: literal, application: undefined }]
  })
}

/** Resolvers of one type. */
interface TypeMap {
  readonly literal: ts.ObjectLiteralExpression
  readonly kind: string
  readonly type: string
}

/** `Query: { ... }`, `const Mutation = { ... }`. */
function mapIn(node: ts.Node): TypeMap | undefined {
  if (!ts.isPropertyAssignment(node) && !ts.isVariableDeclaration(node)) return undefined
  const name = ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : ''
  const kind = ROOT.exec(name)?.[1]
  const literal = node.initializer && skipOuter(node.initializer)
  return kind && !STARTS_LOWER.test(name) && literal && ts.isObjectLiteralExpression(literal) ? { literal, kind, type: name.replace(/Resolvers?$/, '') } : undefined
}

/**
 * `Order: { customer: (order) => ... }` beside the resolvers of a root type, or by the name of a type of the schema:
 * fields of an object.
 */
function typeIn(node: ts.Node, types: ReadonlySet<string>): TypeMap | undefined {
  if (!ts.isPropertyAssignment(node) && !ts.isVariableDeclaration(node)) return undefined
  const name = (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : '').replace(/Resolvers?$/, '')
  const literal = node.initializer && skipOuter(node.initializer)
  if (!/^[A-Z]/.test(name) || !literal || !ts.isObjectLiteralExpression(literal)) return undefined
  const isBesideRoot = ts.isPropertyAssignment(node) && node.parent.properties.some((member) => member.name !== undefined && ROOT.test(member.name.getText()) && !STARTS_LOWER.test(member.name.getText()))
  return isBesideRoot || types.has(name) ? { literal, kind: 'field', type: name } : undefined
}

function fieldsOf({ literal, kind, type }: TypeMap, module: Unit, resolver: Resolver, directives: ReadonlyMap<string, readonly string[]>): EntryPoint[] {
  return literal.properties.flatMap((member): EntryPoint[] => {
    const name = member.name && (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)) ? member.name.text : undefined
    if (name === undefined) return []
    const units = ts.isMethodDeclaration(member)
      ? [resolver.unitAt(member)].flatMap((unit) => unit ?? [])
      : ts.isPropertyAssignment(member)
        ? resolver.functionsOf(member.initializer)
        : ts.isShorthandPropertyAssignment(member)
          ? resolver.functionsOf(member.name)
          : []
    const [handler] = units
    if (units.length !== 1 || !handler || handler.parameters.length > MOST_PARAMETERS) return []
    // Most fields only take a value out of their parent.
    if (kind === 'field' && resolver.callsOf(handler).length === 0) return []
    const middleware = (directives.get(`${type}.${name}`) ?? []).map((label): Middleware => ({ node: member, file: module.file, label, units: [], tags: [], scope: 'route' }))
    return [{ kind: 'resolver', framework: 'graphql', method: kind.toUpperCase(), path: name, file: module.file, node: member, handler, middleware, errorHandlers: [], group: literal, application: undefined }]
  })
}
