/**
 * Members of values that a function is given without a type.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../../libraries/paths.js'
import type { Resolver } from '../resolver.js'
import type { LibraryTarget } from '../types.js'
import type { Frames } from './frames.js'

/** `module.exports = (app) => { app.post(...) }`: the member of what callers give for a parameter without a type. */
export function givenMember(node: ts.Node, resolver: Resolver, frames: Frames): LibraryTarget | undefined {
  const callee = ts.isCallExpression(node) ? skipOuter(node.expression) : undefined
  if (!callee || !ts.isPropertyAccessExpression(callee)) return undefined
  const receiver = skipOuter(callee.expression)
  if (!ts.isIdentifier(receiver)) return undefined
  const declaration = resolver.symbolOf(receiver)?.valueDeclaration
  if (!declaration || !ts.isParameter(declaration) || declaration.type) return undefined
  const owner = resolver.unitAt(declaration.parent)
  // Callbacks of libraries are not called by the project.
  if (!owner || owner.parent?.kind !== 'module') return undefined
  for (const frame of frames.framesFor(owner)) {
    const given = frame.bindings.get(declaration)
    const member = given && resolver.checker.getPropertyOfType(resolver.valueType(given), callee.name.text)
    const library = member && resolver.libraryOf(member, node)
    if (library) return library
  }
  return undefined
}
