/**
 * Which table an operation is about, from the `@table` tag of the member it calls.
 */
import { ts } from 'ts-morph'
import { atPath, isEither, propertyOf, receiverOf, skipOuter } from '../libraries/paths.js'
import type { Resolver } from './resolver.js'
import { modelOf, staticAround } from './schema-members.js'
import { constantText, HOLE } from './sql-text.js'
import type { LibraryTarget } from './types.js'

/** Receivers are followed through this many variables and calls. */
const MOST_HOPS = 8

/** `user_roles`, `MemberPermission`, `orderStatuses`: rows that somebody or something has, not kinds of things. */
const OF_OWNER = /(?:user|member|account|customer|employee|person|team|tenant|organi[sz]ation|workspace|project|company|order|subscription|device)_?(?:role|permission|feature|flag|plan|tier|status|state|setting|preference|option|categor(?:y|ie)|property|type)(?:e?s)?$/i

export function isOfOwner(table: string): boolean {
  return OF_OWNER.test(table)
}

/**
 * Evaluates `@table` alternatives at a call.
 *
 * @param value text of the tag
 * @param node the call
 * @returns the name as the code says it, lower case
 */
export function tableName(value: string, node: ts.Expression, target: LibraryTarget, resolver: Resolver, hops = 0): string | undefined {
  for (const source of value.split('|')) {
    const name = fromSource(source, node, target, resolver, hops)
    if (name) return name.toLowerCase()
  }
  return undefined
}

function fromSource(source: string, node: ts.Expression, target: LibraryTarget, resolver: Resolver, hops: number): string | undefined {
  if (source.startsWith('"')) return source.slice(1, -1)
  if (source === 'this') {
    const receiver = receiverOf(node)
    return receiver && tableOfReceiver(receiver, resolver, hops)
  }
  if (source === 'property') {
    const receiver = receiverOf(node)
    return receiver && lastProperty(receiver, resolver, hops)
  }
  if (source === 'static') {
    const receiver = receiverOf(node)
    return receiver && classOf(receiver, resolver, hops)
  }
  if (/^[A-Z]/.test(source)) return fromTypeParameter(source, node, target, resolver)
  const argument = atPath(node, source, (expression) => resolver.initializerOf(expression))[0]
  return argument && tableOfValue(argument, resolver, hops)
}

/** A table named by a value: a string, an entity class, a table object, or an entity instance. */
export function tableOfValue(expression: ts.Expression, resolver: Resolver, hops: number): string | undefined {
  if (hops > MOST_HOPS) return undefined
  const value = skipOuter(expression)
  if (ts.isStringLiteralLike(value)) return bareTable(value.text)
  if (ts.isTemplateExpression(value)) {
    // `${TABLE} as t`, `${schema}.orders`
    const text = constantText(value, resolver)
    return text === undefined ? undefined : bareTable(text.replaceAll(HOLE, ''))
  }
  if (ts.isArrayLiteralExpression(value)) return value.elements[0] && tableOfValue(value.elements[0], resolver, hops + 1)
  if (ts.isObjectLiteralExpression(value)) {
    // An alias map (`{ u: 'users' }`), or an object of options with a name.
    const named = propertyOf(value, 'name')[0] ?? propertyOf(value, '*')[0]
    return named && tableOfValue(named, resolver, hops + 1)
  }
  // `process.env.ORDERS_TABLE ?? 'orders'`
  if (ts.isBinaryExpression(value) && isEither(value.operatorToken.kind))
    return tableOfValue(value.right, resolver, hops + 1) ?? tableOfValue(value.left, resolver, hops + 1)
  const variable = /^process\.env\.([A-Z\d_]+?)_TABLE(?:_NAME)?$/.exec(value.getText())?.[1]
  if (variable !== undefined) return variable.toLowerCase()
  if (ts.isNewExpression(value)) return lastName(value.expression)
  if (ts.isCallExpression(value)) return tableOfReceiver(value, resolver, hops + 1)
  if (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) {
    const symbol = resolver.symbolOf(value)
    const declaration = symbol?.valueDeclaration
    if (declaration && ts.isClassLike(declaration)) return declaredName(symbol)
    const initializer = declaration && initializerIn(declaration)
    if (initializer) {
      const found = tableOfValue(initializer, resolver, hops + 1)
      if (found) return found
    }
    return namedType(resolver.typeOf(value))
  }
  return undefined
}

/** The table a receiver was made for: `db.collection('users')`, `sequelize.define('User')`, `pgTable('users')`. */
export function tableOfReceiver(expression: ts.Expression, resolver: Resolver, hops: number): string | undefined {
  if (hops > MOST_HOPS) return undefined
  const value = skipOuter(expression)
  if (ts.isAwaitExpression(value)) return tableOfReceiver(value.expression, resolver, hops + 1)
  // `new Order({ ... })`, where `const Order = mongoose.model('Order', schema)`.
  if (ts.isNewExpression(value)) return tableOfReceiver(value.expression, resolver, hops + 1)
  if (ts.isCallExpression(value)) {
    const callee = skipOuter(value.expression)
    const library = resolver.libraryOf(resolver.symbolOf(callee), value)
    const tag = library?.tags.find((candidate) => candidate.name === 'table')
    if (library && tag) return tableName(tag.value, value, library, resolver, hops + 1)
    const entity = library?.tags.find((candidate) => candidate.name === 'entity')
    if (entity) {
      const path = /name=(\S+)/.exec(entity.value)?.[1]
      const argument = path ? atPath(value, path)[0] : undefined
      return argument && tableOfValue(argument, resolver, hops + 1)
    }
    for (const unit of resolver.functionsOf(callee)) {
      for (const returned of unit.returns) {
        const found = tableOfReceiver(returned, resolver, hops + 1)
        if (found) return found
      }
    }
    const receiver = receiverOf(value)
    return receiver && tableOfReceiver(receiver, resolver, hops + 1)
  }
  if (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) {
    const declaration = resolver.symbolOf(value)?.valueDeclaration
    const initializer = declaration && initializerIn(declaration)
    if (initializer) return tableOfReceiver(initializer, resolver, hops + 1)
  }
  return undefined
}

/** `user` of `prisma.user`, also when it was stored in a variable first. */
function lastProperty(receiver: ts.Expression, resolver: Resolver, hops: number): string | undefined {
  if (hops > MOST_HOPS) return undefined
  const value = skipOuter(receiver)
  if (ts.isElementAccessExpression(value) && ts.isStringLiteralLike(value.argumentExpression)) return value.argumentExpression.text
  if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value)) return undefined
  const declaration = resolver.symbolOf(value)?.valueDeclaration
  if (declaration && ts.isBindingElement(declaration)) {
    const name = declaration.propertyName ?? declaration.name
    return ts.isIdentifier(name) ? name.text : undefined
  }
  const initializer = declaration && initializerIn(declaration)
  if (initializer && ts.isPropertyAccessExpression(skipOuter(initializer))) return lastProperty(initializer, resolver, hops + 1)
  return ts.isPropertyAccessExpression(value) ? value.name.text : undefined
}

/** The class a static member was used on, or an instance's class. */
function classOf(receiver: ts.Expression, resolver: Resolver, hops: number): string | undefined {
  const value = skipOuter(receiver)
  if (value.kind === ts.SyntaxKind.ThisKeyword) {
    const member = staticAround(value)
    return member ? modelOf(member, value.getSourceFile()) : ts.findAncestor(value, ts.isClassLike)?.name?.text
  }
  // A chain on the class: `User.scope('active').findAll()`, `User.unscoped()`.
  if (ts.isCallExpression(value)) {
    const inner = receiverOf(value)
    if (inner && hops < MOST_HOPS) return classOf(inner, resolver, hops + 1) ?? tableOfReceiver(value, resolver, hops + 1)
  }
  const symbol = ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) ? resolver.symbolOf(value) : undefined
  const declaration = symbol?.valueDeclaration
  if (declaration && ts.isClassLike(declaration)) return declaration.name?.text ?? symbol?.name
  const initializer = declaration && initializerIn(declaration)
  if (initializer) {
    const made = tableOfReceiver(initializer, resolver, hops + 1)
    if (made) return made
  }
  const type = resolver.typeOf(value)
  const defined = type.symbol && hops < MOST_HOPS ? resolver.definedAs(type.symbol) : undefined
  if (defined) return tableOfReceiver(defined, resolver, hops + 1)
  const name = lastName(value)
  // `models.Orders`, which is an `OrderModel extends Model<OrderDocument>`: a type of the model says less than its name.
  const named = ts.isPropertyAccessExpression(value) && name !== undefined && /^[A-Z]/.test(name) && extendsLibrary(type) ? name : namedType(type)
  if (named) return named
  return name !== undefined && /^[A-Z]/.test(name) ? name : undefined
}

function fromTypeParameter(parameter: string, node: ts.Expression, target: LibraryTarget, resolver: Resolver): string | undefined {
  // A member of a callable type (`declare getLines: HasManyGetAssociationsMixin<Line>`): its own type has the argument.
  const receiver = ts.isCallSignatureDeclaration(target.declaration) && ts.isCallExpression(node) ? node.expression : receiverOf(node)
  const owner = target.declaration.parent
  if (receiver && (ts.isClassLike(owner) || ts.isInterfaceDeclaration(owner))) {
    const index = owner.typeParameters?.findIndex((candidate) => candidate.name.text === parameter) ?? -1
    if (index >= 0) {
      const found = typeArgument(resolver.typeOf(receiver), owner, index, resolver)
      const name = found && namedType(found)
      if (name) return name
    }
  }
  // A parameter of the function itself: explicit type arguments, or what the entity argument says.
  if (ts.isCallExpression(node) && node.typeArguments) {
    const signature = target.declaration as ts.SignatureDeclaration
    const index = signature.typeParameters?.findIndex((candidate) => candidate.name.text === parameter) ?? -1
    const argument = node.typeArguments[index]
    if (argument) return namedType(resolver.checker.getTypeFromTypeNode(argument))
  }
  return undefined
}

/** The type argument a type gives to a class it is, or extends. */
function typeArgument(type: ts.Type, owner: ts.Node, index: number, resolver: Resolver, depth = 0): ts.Type | undefined {
  if (depth > MOST_HOPS) return undefined
  if (type.isUnionOrIntersection()) {
    for (const part of type.types) {
      const found = typeArgument(part, owner, index, resolver, depth + 1)
      if (found) return found
    }
    return undefined
  }
  if (type.getSymbol()?.declarations?.includes(owner as ts.Declaration)) {
    return resolver.checker.getTypeArguments(type as ts.TypeReference)[index]
  }
  // `this` inside a class, and `T extends Repository<Order>`.
  if (type.flags & ts.TypeFlags.TypeParameter) {
    const constraint = resolver.checker.getBaseConstraintOfType(type)
    return constraint && constraint !== type ? typeArgument(constraint, owner, index, resolver, depth + 1) : undefined
  }
  const generic = (type as ts.TypeReference).target
  for (const base of type.getBaseTypes?.() ?? generic?.getBaseTypes?.() ?? []) {
    const found = typeArgument(base, owner, index, resolver, depth + 1)
    if (!found) continue
    // `Base<T>` of `Derived<T>`: what `Derived<Order>` gives for it.
    const position = generic?.typeParameters?.indexOf(found as ts.TypeParameter) ?? -1
    return position < 0 ? found : resolver.checker.getTypeArguments(type as ts.TypeReference)[position]
  }
  return undefined
}

/** An interface of the project that adds members to a type of a library. */
function extendsLibrary(type: ts.Type): boolean {
  return type.symbol?.declarations?.every((declaration) => ts.isInterfaceDeclaration(declaration)) === true && (type.getBaseTypes() ?? []).some((base) => base.symbol?.declarations?.some((declaration) => ts.findAncestor(declaration, isLibraryModule)))
}

/** Names of types that stand for no table. */
const ANONYMOUS = new Set(['__type', '__object', '__class', '__function', 'Object', 'Function', 'String', 'Number'])

/** Types that say something of the entity they are given, and are none. */
const ABOUT_ANOTHER = new Set(['Array', 'ReadonlyArray', 'Promise', 'Partial', 'Required', 'Readonly', 'NonNullable', 'Omit', 'Pick', 'HydratedDocument', 'DeepPartial', 'DeepReadonly', 'WithId', 'WithoutId', 'Selectable'])

function namedType(type: ts.Type): string | undefined {
  // In generic code the table is the caller's business; a whole module is named after its path.
  if (type.flags & ts.TypeFlags.TypeParameter || (type.symbol?.flags ?? 0) & ts.SymbolFlags.ValueModule) return undefined
  // `type Order = { ... } & Timestamps` is no kind of timestamps.
  const own = type.aliasSymbol && !ABOUT_ANOTHER.has(type.aliasSymbol.name) && type.isIntersection() ? type.aliasSymbol : undefined
  if (own && !own.declarations?.some((declaration) => ts.findAncestor(declaration, isLibraryModule))) return declaredName(own)
  if (type.isUnionOrIntersection()) {
    for (const part of type.types) {
      const name = namedType(part)
      if (name) return name
    }
    return undefined
  }
  // `Order[]`, `Partial<Order>`, `HydratedDocument<Order>`: the entity is the argument.
  const alias = type.aliasTypeArguments?.[0]
  const symbol = type.aliasSymbol ?? type.getSymbol()
  const name = symbol && declaredName(symbol)
  if (name && ABOUT_ANOTHER.has(name)) {
    const argument = alias ?? (type as ts.TypeReference).typeArguments?.[0]
    return argument && namedType(argument)
  }
  // `Model`, `Document`: a library's own class is nobody's table.
  if (symbol?.declarations?.some((declaration) => ts.findAncestor(declaration, isLibraryModule))) return undefined
  return name && !ANONYMOUS.has(name) ? name : undefined
}

/** `Order` of `export default class Order`, whose symbol is called `default`; of one without a name, nothing. */
function declaredName(symbol: ts.Symbol): string | undefined {
  if (symbol.name !== 'default') return symbol.name
  const name = symbol.declarations?.map((declaration) => ts.getNameOfDeclaration(declaration)).find((one) => one !== undefined)
  return name && ts.isIdentifier(name) ? name.text : undefined
}

function isLibraryModule(node: ts.Node): boolean {
  return ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)
}

function initializerIn(declaration: ts.Declaration): ts.Expression | undefined {
  if (ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration) || ts.isPropertyAssignment(declaration))
    return declaration.initializer
  if (ts.isExportAssignment(declaration)) return declaration.expression
  // `module.exports = mongoose.model('Order', schema)`, which others require under a name of their own.
  // A whole module, `const orders = require('./orders')`, has no parent.
  const assignment: ts.Node | undefined = ts.isBinaryExpression(declaration) ? declaration : declaration.parent
  return assignment && ts.isBinaryExpression(assignment) && assignment.operatorToken.kind === ts.SyntaxKind.EqualsToken && assignment.left.getText() === 'module.exports' ? assignment.right : undefined
}

function lastName(expression: ts.Expression): string | undefined {
  if (ts.isIdentifier(expression)) return expression.text
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : undefined
}

/** `users as u`, `public.users`: the table alone. */
function bareTable(text: string): string | undefined {
  const name = /^\s*["'`[]?(?:\w+["'`\]]?\.["'`[]?)*([\w-]+)/.exec(text)?.[1]
  return name || undefined
}
