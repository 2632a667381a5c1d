/**
 * Where data from outside enters: properties of requests, decorated parameters, arguments of server actions.
 */
import { ts } from 'ts-morph'
import { argumentsOf, skipOuter } from '../libraries/paths.js'
import type { Tag } from '../libraries/tags.js'
import type { EntryPoints } from './entry-points.js'
import { tagIn } from './operations.js'
import type { Resolver } from './resolver.js'
import type { SourceKind } from './types.js'

/** Data from outside, and what its tag says of its shape. */
export interface Source {
  readonly kind: SourceKind
  /** high: by declarations; medium: by the shape of the code. */
  readonly confidence: 'high' | 'medium'
  /** The rest of the tag: `flat`, `flat=express@5`. */
  readonly shape: string
}

/** Properties of a request in frameworks that are not typed, as handlers of plain JavaScript see it. */
export const REQUEST_PROPERTIES: Readonly<Record<string, SourceKind>> = {
  body: 'body', payload: 'body', query: 'query', params: 'params', headers: 'headers', cookies: 'cookies', file: 'file', files: 'file',
} // prettier-ignore

/** The same of the event that a cloud function is given. */
const EVENT_PROPERTIES: Readonly<Record<string, SourceKind>> = {
  body: 'body', queryStringParameters: 'query', pathParameters: 'params', headers: 'headers', Records: 'message',
} // prettier-ignore

export class Sources {
  constructor(
    private readonly resolver: Resolver,
    private readonly entries: EntryPoints,
  ) {}

  /** What tags of a library member say. */
  inTags(tags: readonly Tag[] | undefined): Source | undefined {
    return tags && this.ofTag(tagIn(tags, 'source'))
  }

  /** `req.body`, by its declaration or because `req` is the first parameter of something like a handler. */
  ofProperty(value: ts.PropertyAccessExpression | ts.ElementAccessExpression, name: string, symbol: ts.Symbol | undefined): Source | undefined {
    return this.inTags(this.resolver.libraryOf(symbol)?.tags) ?? shaped(this.requestProperty(value, name))
  }

  /** `{ body }` taken out of an expression: `const { body } = req`. */
  ofMember(object: ts.Expression, property: string): Source | undefined {
    const known = this.inTags(this.memberTags(object, property))
    if (known) return known
    const root = skipOuter(object)
    return REQUEST_PROPERTIES[property] && ts.isIdentifier(root) ? shaped(this.requestOf(root, property)) : undefined
  }

  /** `({ body }) => ...` */
  ofParameterMember(parameter: ts.ParameterDeclaration, property: string): Source | undefined {
    return this.inTags(this.memberTags(parameter, property))
  }

  /** `@Body() dto`, `input` of a procedure: the parameter itself is data from outside. */
  ofParameter(parameter: ts.ParameterDeclaration): Source | undefined {
    const decorated = this.ofDecorator(parameter)
    if (decorated) return decorated
    // What a callback is given has its type from the call (`form.parse(req, (error, fields, files) => ...)`).
    const type = parameter.type ? this.resolver.checker.getTypeFromTypeNode(parameter.type) : ts.isCallExpression(parameter.parent.parent) ? this.resolver.typeOf(parameter) : undefined
    const typed = (type && this.ofTag(this.resolver.typeTags(type, 'source'))) ?? this.ofListener(parameter)
    const unit = this.resolver.unitAt(parameter.parent)
    if (typed) return unit && this.entries.isListener(unit) ? undefined : typed
    const entry = unit && this.entries.handledBy(unit)
    if (!unit || !entry) return undefined
    const index = unit.parameters.indexOf(parameter)
    const given = entry.given?.[index] ?? undefined
    if (given) return { kind: given, confidence: 'high', shape: '' }
    const declared = this.inCallback(parameter, index)
    if (declared) return declared
    // `(parent, args) => ...`
    if (entry.kind === 'resolver' && entry.framework === 'graphql') return index === 1 ? { kind: 'args', confidence: 'high', shape: '' } : undefined
    // `@EventPattern('order.paid') paid(order)`: without decorators the first parameter is the message.
    if (entry.kind === 'consumer' && ts.isDecorator(entry.node) && index === 0 && !(ts.getDecorators(parameter) ?? []).length) return { kind: 'message', confidence: 'high', shape: '' }
    // Whoever can open the page can call a server action with anything.
    if (entry.kind !== 'action') return undefined
    return { kind: parameter.type?.getText() === 'FormData' ? 'form' : 'body', confidence: 'high', shape: '' }
  }

  /** What the declaration of the callback that a handler is given as says of its parameter. */
  private inCallback({ parent }: ts.ParameterDeclaration, index: number): Source | undefined {
    if (!ts.isArrowFunction(parent) && !ts.isFunctionExpression(parent)) return undefined
    const signature = this.resolver.checker.getContextualType(parent)?.getCallSignatures()[0]
    const declaration = signature?.parameters[index]?.valueDeclaration
    return declaration && ts.isParameter(declaration) ? this.inTags(this.resolver.tags.tagsOf(declaration)) : undefined
  }

  /** `@Body() dto` */
  ofDecorator(parameter: ts.ParameterDeclaration): Source | undefined {
    for (const decorator of ts.getDecorators(parameter) ?? []) {
      const expression = ts.isCallExpression(decorator.expression) ? decorator.expression.expression : decorator.expression
      const source = this.inTags(this.resolver.libraryOf(this.resolver.symbolOf(expression))?.tags)
      if (source) return source
    }
    return undefined
  }

  /** `socket.on('join', (payload: { room: string }) => ...)`: what a client sends is declared by whoever hopes for it. */
  private ofListener(parameter: ts.ParameterDeclaration): Source | undefined {
    const given = parameter.parent
    const call = given.parent
    if (!ts.isCallExpression(call) || !ts.isExpression(given)) return undefined
    const declaration = this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(call.expression)), call)?.declaration
    const listener = declaration && ts.isFunctionLike(declaration) ? declaration.parameters[call.arguments.indexOf(given)]?.type : undefined
    if (!listener || !ts.isFunctionTypeNode(listener)) return undefined
    const declared = listener.parameters[given.parameters.indexOf(parameter)]?.type
    return declared && this.ofTag(this.resolver.typeTags(this.resolver.checker.getTypeFromTypeNode(declared), 'source'))
  }

  private ofTag(tag: Tag | undefined): Source | undefined {
    if (!tag) return undefined
    const [kind = 'body', shape = ''] = tag.value.split(' ')
    return { kind: kind as SourceKind, confidence: 'high', shape }
  }

  /** `req.body` where nothing says what `req` is but that it is the first parameter of a handler. */
  private requestProperty(value: ts.PropertyAccessExpression | ts.ElementAccessExpression, name: string): SourceKind | undefined {
    const object = skipOuter(value.expression)
    const event = ts.isIdentifier(object) && object.text === 'event' ? EVENT_PROPERTIES[name] : undefined
    if (event) return this.isEvent(object) ? event : undefined
    const kind = REQUEST_PROPERTIES[name]
    if (!kind) return undefined
    // Koa: `ctx.request.body`, `ctx.query`, `ctx.params`.
    const root = ts.isPropertyAccessExpression(object) && (object.name.text === 'request' || object.name.text === 'req') ? skipOuter(object.expression) : object
    if (!ts.isIdentifier(root) || !/^(?:req|request|_req|ctx|context|c)$/.test(root.text)) return undefined
    const declaration = this.resolver.symbolOf(root)?.valueDeclaration
    if (!declaration || !ts.isParameter(declaration)) return undefined
    const unit = this.resolver.unitAt(declaration.parent)
    if (!unit) return undefined
    const isHandler = this.entries.handledBy(unit) !== undefined
    // Declared apart from its registration: `(req, res)` and `(req, res, next)` are what handlers look like.
    const looksLikeOne = unit.parameters.length >= 2 && /^(?:res|response|reply|_res|next|h)$/.test(unit.parameters[1]?.name.getText() ?? '')
    return isHandler || looksLikeOne || (/^(?:ctx|context)$/.test(root.text) && !this.isDeclaredHere(value)) ? kind : undefined
  }

  /** `context: { params: unknown[] }`: what the property is, the project itself says. */
  private isDeclaredHere(value: ts.PropertyAccessExpression | ts.ElementAccessExpression): boolean {
    const symbol = this.resolver.symbolOf(value)
    return symbol?.valueDeclaration !== undefined && this.resolver.libraryOf(symbol) === undefined
  }

  /** The first parameter of a function that a cloud runs for each request. */
  private isEvent(object: ts.Node): boolean {
    const declaration = this.resolver.symbolOf(object)?.valueDeclaration
    const unit = declaration && ts.isParameter(declaration) ? this.resolver.unitAt(declaration.parent) : undefined
    return unit !== undefined && this.entries.handledBy(unit)?.framework === 'aws-lambda'
  }

  private requestOf(object: ts.Identifier, property: string): SourceKind | undefined {
    const declaration = this.resolver.symbolOf(object)?.valueDeclaration
    if (!declaration || !ts.isParameter(declaration)) return undefined
    const unit = this.resolver.unitAt(declaration.parent)
    if (!unit || !/^(?:req|request|ctx|context)$/.test(object.text)) return undefined
    const looksLikeOne = this.entries.handledBy(unit) !== undefined || /^(?:res|response|reply|_res|next)$/.test(unit.parameters[1]?.name.getText() ?? '')
    return looksLikeOne ? REQUEST_PROPERTIES[property] : undefined
  }

  private memberTags(object: ts.Node, property: string): readonly Tag[] | undefined {
    const member = this.resolver.checker.getPropertyOfType(this.resolver.typeOf(object), property)
    return member && this.resolver.libraryOf(member)?.tags
  }
}

/** Query strings of Express are the ones that may hold objects, in its versions before 5. */
function shaped(kind: SourceKind | undefined): Source | undefined {
  return kind && { kind, confidence: 'medium', shape: kind === 'query' ? 'flat=express@5' : '' }
}

/** The field a decorated parameter takes: `email` of `@Body('email') email`. */
export function fieldOf(parameter: ts.ParameterDeclaration): string | undefined {
  for (const decorator of ts.getDecorators(parameter) ?? []) {
    const first = argumentsOf(decorator)[0]
    if (first && ts.isStringLiteralLike(first)) return first.text
  }
  return undefined
}

/** A type whose values have no keys of their own. */
export function isPrimitive(type: ts.Type): boolean {
  const flags = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike | ts.TypeFlags.BigIntLike | ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void
  return type.isUnion() ? type.types.every(isPrimitive) : (type.flags & flags) !== 0
}
