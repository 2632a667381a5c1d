/**
 * The expressions that queries are sent through, for edits that put another one in their place.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import type { Resolver } from './resolver.js'
import type { Operation } from './types.js'

/** `prisma` of `prisma.order.create()`, `this.db` of `this.db('orders')`; undefined for anything less plain. */
export function handleExpression({ call, handle }: Operation): ts.Expression | undefined {
  if (handle.kind !== 'symbol') return undefined
  const { node } = call
  let value: ts.Expression = ts.isTaggedTemplateExpression(node) ? node.tag : ts.isPropertyAccessExpression(node) ? node : skipOuter(node.expression)
  for (;;) {
    value = skipOuter(value)
    if (value.getText() === handle.text) return value
    if (ts.isPropertyAccessExpression(value) || ts.isElementAccessExpression(value)) value = value.expression
    else return undefined
  }
}

/** The member of a client that runs a function given to it in a transaction, with the handle as the only argument. */
export function transactionMember(client: ts.Expression, resolver: Resolver): string | undefined {
  for (const property of resolver.typeOf(client).getProperties()) {
    const opens = property.declarations?.some((declaration) => {
      const tag = resolver.tags.tag(declaration, 'transaction')
      return tag !== undefined && tag.value === '0'
    })
    if (opens && resolver.libraryOf(property)) return property.name
  }
  return undefined
}
