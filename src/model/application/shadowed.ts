/**
 * Routes that are never reached, because one before them takes every request (`PATCH /orders/:id` stands before
 * `PATCH /orders/bulk`), or because what stands in front of them hands nothing on.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../../libraries/paths.js'
import { contains } from '../control-flow.js'
import type { EntryPoint, Middleware, Unit } from '../types.js'

/** Whether a route is registered before another of the same router or class, in any case, and answers all that the other would. */
export function takesAllOf(first: EntryPoint, second: EntryPoint): boolean {
  if (first.kind !== 'route' || second.kind !== 'route' || first.path === undefined || second.path === undefined) return false
  if (first.method !== second.method && first.method !== 'ALL') return false
  return isAlwaysBefore(first.node, second.node) && fitsAll(first.path, second.path) && !handsOn(first)
}

/** Whether a request never comes past what is put in front of a handler. */
export function isHeldUp({ middleware }: EntryPoint, unitAt: (node: ts.Node) => Unit | undefined): boolean {
  return middleware.some((one) => isUncalledFactory(one, unitAt))
}

/**
 * `router.patch('/:id', isOwner, update)` with `const isOwner = (kind) => async (request, response, next) => ...`: what
 * would hand on is made, and nobody calls it.
 */
function isUncalledFactory({ node, units: [unit, other] }: Middleware, unitAt: (node: ts.Node) => Unit | undefined): boolean {
  // A call is no name, and a decorator, `@Described({ ... })`, is called where it stands.
  if (!unit || other || (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) || unit.parameters.length > 2 || unit.returns.length === 0) return false
  return unit.returns.every((returned) => (unitAt(skipOuter(returned))?.parameters.length ?? 0) === 3)
}

/** No branch leads past it: the block in which it stands holds the other too. */
function isAlwaysBefore(first: ts.Node, second: ts.Node): boolean {
  const around = ts.isDecorator(first) ? first.parent.parent : ts.findAncestor(first, ts.isStatement)?.parent
  return first.getSourceFile() === second.getSourceFile() && first.pos < second.pos && around !== undefined && contains(around, second)
}

/** `/orders/:id` fits all that `/orders/bulk` does. */
function fitsAll(path: string, other: string): boolean {
  const parts = path.split('/')
  const others = other.split('/')
  return parts.length === others.length && parts.every((part, index) => part === others[index] || (/^:\w+$/.test(part) && /^:?[\w.-]+$/.test(others[index] ?? '')))
}

/** It may let the next route have the request: `(request, response, next) => ...`. */
function handsOn({ node, handler, middleware }: EntryPoint): boolean {
  if (!ts.isDecorator(node) && handler.parameters.length > 2) return true
  return middleware.some(({ scope, units }) => scope === 'route' && units.some((unit) => /\(\s*['"]route['"]\s*\)/.test(unit.node.getText())))
}
