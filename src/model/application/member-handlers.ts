/**
 * Handlers named by a class and a member of it: `[OrdersController, 'store']`, where the class may be loaded when it is
 * first asked for (`() => import('#controllers/orders')`), and resources, whose members have names everybody knows.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../../libraries/paths.js'
import type { Resolver } from '../resolver.js'
import type { SourceKind, Unit } from '../types.js'
import type { Bound, Frames } from './frames.js'

/** A member that answers for a resource: how it is asked, and what its parameters are. */
export interface Action {
  readonly name: string
  readonly method: string | undefined
  readonly path: string
  readonly given: readonly SourceKind[]
}

/** Reads `index:GET|update:PUT:id(params,body)`. */
export function readActions(text: string): readonly Action[] {
  return text.split('|').map((one) => {
    const [, name = '', method, behind, given] = /^(\w+):([A-Z]+)(?::(\w+))?(?:\(([\w,]+)\))?$/.exec(one) ?? []
    return { name, method, path: behind === undefined ? '' : behind === 'id' ? '/:id' : `/${behind}`, given: (given?.split(',') ?? []) as SourceKind[] }
  })
}

/** The functions that an expression holds by name: members of a class, an instance, an object, or what a function gives. */
export function membersOf(given: Bound, frames: Frames, resolver: Resolver): ReadonlyMap<string, Unit> {
  const found = new Map<string, Unit>()
  const followed = frames.follow(given.expression, given.frame)
  const made = ts.isNewExpression(followed.expression) ? { expression: followed.expression.expression, frame: followed.frame } : followed
  const owner = classBehind(made, frames, resolver)
  const holders: readonly ts.Node[] = owner ? [owner] : ts.isObjectLiteralExpression(made.expression) ? [made.expression] : resolver.functionsOf(made.expression).flatMap(({ returns }) => returns.map((one) => skipOuter(one)))
  for (const holder of holders) {
    const members: readonly (ts.ClassElement | ts.ObjectLiteralElementLike)[] = ts.isClassLike(holder) ? holder.members : ts.isObjectLiteralExpression(holder) ? holder.properties : []
    for (const member of members) {
      const name = member.name?.getText()
      const unit = functionOf(member, resolver)
      if (name !== undefined && unit && name !== 'constructor') found.set(name, unit)
    }
  }
  return found
}

/** The function that a pair of a class and the name of its member stands for. */
export function pairedHandler(given: Bound, frames: Frames, resolver: Resolver): Unit | undefined {
  const { expression, frame } = frames.follow(given.expression, given.frame)
  if (!ts.isArrayLiteralExpression(expression)) return undefined
  const [first, second] = expression.elements
  if (!first || expression.elements.length > 2) return undefined
  const owner = classBehind({ expression: first, frame }, frames, resolver)
  if (!owner) return undefined
  const name = second === undefined ? 'handle' : frames.text(second, frame)
  return name === undefined ? undefined : functionOf(owner.members.find((member) => member.name?.getText() === name), resolver)
}

/** The class that an expression names or loads. */
export function classBehind(given: Bound, frames: Frames, resolver: Resolver): ts.ClassLikeDeclaration | undefined {
  const value = frames.follow(given.expression, given.frame).expression
  if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return loadedClass(value, resolver)
  return ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) ? resolver.symbolOf(value)?.declarations?.find(ts.isClassLike) : undefined
}

/** What `() => import('./orders')` loads, where that is a class. */
export function loadedClass(node: ts.Node, resolver: Resolver): ts.ClassLikeDeclaration | undefined {
  if ((!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) || node.parameters.length > 0) return undefined
  let value = ts.isBlock(node.body) ? undefined : skipOuter(node.body)
  // `() => import('./orders').then((module) => module.default)`
  while (value && ts.isCallExpression(value) && ts.isPropertyAccessExpression(value.expression)) value = skipOuter(value.expression.expression)
  const specifier = value && ts.isCallExpression(value) && value.expression.kind === ts.SyntaxKind.ImportKeyword ? value.arguments[0] : undefined
  const exported = specifier && resolver.checker.getSymbolAtLocation(specifier)?.exports?.get(ts.InternalSymbolName.Default)
  return exported && resolver.unalias(exported).declarations?.find(ts.isClassLike)
}

/** The function that a member of a class or an object is. */
export function functionOf(member: ts.ClassElement | ts.ObjectLiteralElementLike | undefined, resolver: Resolver): Unit | undefined {
  if (!member) return undefined
  return ts.isMethodDeclaration(member) ? resolver.unitAt(member) : ts.isPropertyAssignment(member) ? resolver.functionsOf(member.initializer)[0] : undefined
}
