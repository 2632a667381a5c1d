/**
 * Members of what a project keeps under a name: `strapi.service('api::order.order').pay(id)` runs the `pay` that
 * `createCoreService('api::order.order', () => ({ pay }))` was given.
 */
import { ts } from 'ts-morph'
import { atPath, propertyOf, receiverOf, skipOuter } from '../libraries/paths.js'
import type { Resolver } from './resolver.js'
import type { Unit } from './types.js'

/** Functions that a member call on something asked for by its name runs. */
export function namedMembers(callee: ts.Expression, resolver: Resolver): readonly Unit[] {
  const receiver = ts.isPropertyAccessExpression(callee) ? receiverOf(callee) : undefined
  const asked = receiver && skipOuter(receiver)
  if (!ts.isPropertyAccessExpression(callee) || !asked || !ts.isCallExpression(asked)) return []
  const tag = resolver.libraryOf(resolver.symbolOf(skipOuter(asked.expression)), asked)?.tags.find(({ name }) => name === 'named')?.value
  const [path = '', keeper = '', keptName = '', keptMembers = ''] = tag?.split(' ') ?? []
  const name = tag === undefined ? undefined : textAt(asked, path)
  if (name === undefined) return []
  for (const { node } of resolver.callsNamed(keeper)) {
    if (textAt(node, keptName) !== name) continue
    for (const value of atPath(node, keptMembers)) {
      const literal = skipOuter(value)
      const objects = ts.isObjectLiteralExpression(literal) ? [literal] : resolver.functionsOf(literal).flatMap(({ returns }) => returns.map((one) => skipOuter(one)))
      const units = objects.filter(ts.isObjectLiteralExpression).flatMap((object) => memberOf(object, callee.name.text, resolver))
      if (units.length > 0) return units
    }
  }
  return []
}

function memberOf(object: ts.ObjectLiteralExpression, name: string, resolver: Resolver): readonly Unit[] {
  const method = object.properties.find((one) => ts.isMethodDeclaration(one) && one.name.getText() === name)
  const unit = method && resolver.unitAt(method)
  return unit ? [unit] : propertyOf(object, name).flatMap((value) => resolver.functionsOf(value))
}

function textAt(node: ts.Node, path: string): string | undefined {
  const value = atPath(node, path)[0]
  return value && ts.isStringLiteralLike(value) ? value.text : undefined
}
