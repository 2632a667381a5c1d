/**
 * What the declaration of a GraphQL argument lets through, written in code beside the resolver or in a schema.
 */
import { ts } from 'ts-morph'
import { propertyOf, skipOuter } from '../libraries/paths.js'
import type { Resolver } from './resolver.js'

/** Definitions are followed this far. */
const MOST_HOPS = 8
/** Scalars that leave no room for text of one's own. */
const CLOSED_SCALAR = /^(?:GraphQL)?(?:Int|Float|Boolean|BigInt|Date|DateTime|Time|Timestamp|UUID|PositiveInt|NonNegativeInt)$/

/**
 * Whether an argument of a resolver can only be a value of an enum, a number, a date and the like.
 *
 * @param parameter the arguments of the resolver
 * @param path names of properties, outermost first: `['orderBy', 'direction']`
 * @param schemas schema text of the workspace
 */
export function isClosedArgument(parameter: ts.Node, path: readonly string[], resolver: Resolver, schemas: () => readonly string[]): boolean {
  const resolve = ts.findAncestor(parameter, ts.isFunctionLike)
  const [name] = path
  if (!resolve || name === undefined) return false
  const member = ts.isMethodDeclaration(resolve) ? resolve : resolve.parent
  if (!member || (!ts.isMethodDeclaration(member) && !ts.isPropertyAssignment(member)) || !ts.isObjectLiteralExpression(member.parent)) return false
  // `{ type, args: { status: { type: OrderStatus } }, resolve: (_, args) => ... }`
  const [declared] = propertyOf(member.parent, 'args', (expression) => resolver.initializerOf(expression))
  if (declared) return isClosedField(declared, path, resolver, 0)
  return isClosedInText(member.name.getText(), path, schemas())
}

/** Scalars that are whatever was sent. */
const OPEN_SCALAR = /^(?:GraphQL)?(?:JSON\w*|Any|Mixed|Object|Filter)$/

const OPEN_ARGUMENT = /^@Args?\([^]*=>\s*(?:GraphQL)?(?:JSON\w*|Any|Mixed)\b/

/**
 * Whether an argument of a resolver is declared with a scalar that lets any object through.
 *
 * @param parameter the arguments of the resolver, or what is taken out of them
 */
export function isOpenArgument(parameter: ts.Node, [name, ...rest]: readonly string[], schemas: () => readonly string[]): boolean {
  const resolve = ts.findAncestor(parameter, ts.isFunctionLike)
  // `@Args('filter', { type: () => GraphQLJSON }) filter`, `@Arg('filter', () => GraphQLJSONObject) filter`
  const own = ts.findAncestor(parameter, ts.isParameter)
  if (own && (ts.getDecorators(own) ?? []).some((decorator) => OPEN_ARGUMENT.test(decorator.getText()))) return true
  const member = resolve && (ts.isMethodDeclaration(resolve) ? resolve : resolve.parent)
  if (!member || name === undefined || (!ts.isMethodDeclaration(member) && !ts.isPropertyAssignment(member))) return false
  const texts = schemas()
  const types = typesInText(member.name.getText(), [name], texts)
  return types.some((type) => type !== undefined && OPEN_SCALAR.test(type)) || (rest.length > 0 && typesInText(member.name.getText(), [name, ...rest], texts).some((type) => type !== undefined && OPEN_SCALAR.test(type)))
}

/** The same for a field of `args`, or of an input type. */
function isClosedField(fields: ts.Expression, [name, ...rest]: readonly string[], resolver: Resolver, hops: number): boolean {
  if (name === undefined || hops > MOST_HOPS) return false
  const value = skipOuter(fields)
  const literal = ts.isArrowFunction(value) && !ts.isBlock(value.body) ? skipOuter(value.body) : ts.isIdentifier(value) ? skipOuter(resolver.initializerOf(value) ?? value) : value
  if (!ts.isObjectLiteralExpression(literal)) return false
  const [field] = propertyOf(literal, name, (expression) => resolver.initializerOf(expression))
  if (!field) return literal.properties.some((member) => ts.isSpreadAssignment(member) && isClosedField(member.expression, [name, ...rest], resolver, hops + 1))
  const known = ts.isObjectLiteralExpression(skipOuter(field)) ? field : resolver.initializerOf(field)
  const [type] = known ? propertyOf(known, 'type') : []
  return type !== undefined && isClosedType(type, rest, resolver, hops + 1)
}

/** `OrderStatus`, `new GraphQLNonNull(OrderStatus)`, an input type of which a field is asked for. */
function isClosedType(type: ts.Expression, rest: readonly string[], resolver: Resolver, hops: number): boolean {
  const value = skipOuter(type)
  if (hops > MOST_HOPS) return false
  if (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) {
    const name = ts.isIdentifier(value) ? value.text : value.name.text
    const initializer = resolver.initializerOf(value)
    return initializer ? isClosedType(initializer, rest, resolver, hops + 1) : rest.length === 0 && CLOSED_SCALAR.test(name)
  }
  if (!ts.isNewExpression(value) && !ts.isCallExpression(value)) return false
  const made = value.expression.getText().replace(/^.*\./, '')
  const [given] = value.arguments ?? []
  if (!given) return false
  if (/^(?:GraphQL)?(?:NonNull|List)$/.test(made)) return isClosedType(given, rest, resolver, hops + 1)
  if (made === 'GraphQLEnumType') return rest.length === 0
  if (made !== 'GraphQLInputObjectType') return false
  const [fields] = propertyOf(given, 'fields')
  return fields !== undefined && isClosedField(fields, rest, resolver, hops + 1)
}

/** `orders(sort: OrderSort!): [Order!]!` in a schema that has `enum OrderSort`. */
function isClosedInText(field: string, path: readonly string[], schemas: readonly string[]): boolean {
  const types = typesInText(field, path, schemas)
  return types.length > 0 && types.every((type) => type !== undefined && (CLOSED_SCALAR.test(type) || schemas.some((text) => new RegExp(String.raw`\benum\s+${type}\b`).test(text))))
}

/** Types that schemas declare for an argument of a field, or for what is inside of it. */
function typesInText(field: string, [name = '', ...rest]: readonly string[], schemas: readonly string[]): readonly (string | undefined)[] {
  const given = schemas.flatMap((text) => [...text.matchAll(new RegExp(String.raw`\b${field}\s*\(([^)]*)\)\s*:`, 'g'))].map(([, list = '']) => list))
  let types = given.map((list) => typeIn(list, name))
  for (const property of rest)
    types = types.flatMap((type) => {
      const inputs = type === undefined ? [] : schemas.flatMap((text) => [...text.matchAll(new RegExp(String.raw`\binput\s+${type}\b[^{}]*\{([^{}]*)\}`, 'g'))].map(([, body = '']) => body))
      return inputs.length === 0 ? [undefined] : inputs.map((body) => typeIn(body, property))
    })
  return types
}

function typeIn(list: string, name: string): string | undefined {
  return new RegExp(String.raw`(?:^|[\s,(])${name}\s*:\s*\[*\s*(\w+)`).exec(list)?.[1]
}
