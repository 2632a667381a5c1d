/**
 * Routes that are registered together: `router.group(() => { router.get(...) }).prefix('/api').use(auth)`. What the chain
 * says after the call holds for everything registered in its callback; after the registration of one route, for that.
 */
import { ts } from 'ts-morph'
import { atPath } from '../../libraries/paths.js'
import { tagIn } from '../operations.js'
import type { Resolver } from '../resolver.js'
import { optionOf } from './entry-tags.js'
import type { Bound, Frames } from './frames.js'
import { joinPath } from './paths.js'

export interface Grouped {
  readonly prefix: string
  /** The outermost first. */
  readonly middleware: readonly Bound[]
}

/** What groups around a registration, and the steps after it, add. */
export function groupsAround(registration: ts.Node, resolver: Resolver, frames: Frames): Grouped {
  let { prefix, middleware }: Grouped = stepsAfter(registration, resolver, frames)
  for (let at: ts.Node | undefined = registration.parent; at; at = at.parent) {
    if (!ts.isArrowFunction(at) && !ts.isFunctionExpression(at)) continue
    const call: ts.Node = at.parent
    if (!ts.isCallExpression(call) || !call.arguments.includes(at)) continue
    const path = groupTag(call, resolver)?.split(' ')[0]
    if (path === undefined || path.includes('=') || !atPath(call, path).includes(at)) continue
    const outer = stepsAfter(call, resolver, frames)
    prefix = joinPath(outer.prefix, prefix)
    middleware = [...outer.middleware, ...middleware]
  }
  return { prefix, middleware }
}

function stepsAfter(node: ts.Node, resolver: Resolver, frames: Frames): Grouped {
  let prefix = ''
  const middleware: Bound[] = []
  for (let at = node; ts.isPropertyAccessExpression(at.parent) && at.parent.expression === at && ts.isCallExpression(at.parent.parent); ) {
    const step = at.parent.parent
    const tag = groupTag(step, resolver)
    const written = tag && optionOf(tag, 'prefix')
    const handler = tag && optionOf(tag, 'handler')
    const [text] = written ? atPath(step, written) : []
    // The last prefix stands outermost.
    if (text) prefix = joinPath(frames.text(text, undefined) ?? '', prefix)
    if (handler) middleware.unshift(...atPath(step, handler).map((expression) => ({ expression, frame: undefined })))
    at = step
  }
  return { prefix, middleware }
}

function groupTag(call: ts.CallExpression, resolver: Resolver): string | undefined {
  const library = resolver.libraryOf(resolver.symbolOf(call.expression), call)
  return library && tagIn(library.tags, 'group')?.value
}
