/**
 * Procedures that are built step by step: `t.procedure.use(isLoggedIn).input(schema).mutation(...)`, through the names
 * of intermediate builders.
 */
import { ts } from 'ts-morph'
import { receiverOf, skipOuter } from '../../libraries/paths.js'
import type { WorkspaceFile } from '../../workspace/types.js'
import { tagIn } from '../operations.js'
import type { Resolver } from '../resolver.js'
import type { Middleware } from '../types.js'
import { optionOf } from './entry-tags.js'
import type { Frames } from './frames.js'
import { valuesAt, type MiddlewareReader } from './middleware.js'

const MOST_STEPS = 40

/** What a chain of builder steps puts before the handler, in order, and the name under which the procedure is found. */
export function procedureChain(node: ts.Node, file: WorkspaceFile, resolver: Resolver, frames: Frames, reader: MiddlewareReader): { middleware: Middleware[]; path: string | undefined } {
  const middleware: Middleware[] = []
  let at: ts.Expression | undefined = receiverOf(node)
  for (let steps = 0; at && steps < MOST_STEPS; steps++) {
    const value: ts.Expression = frames.follow(at, undefined).expression
    if (ts.isCallExpression(value)) {
      const callee = skipOuter(value.expression)
      const library = resolver.libraryOf(resolver.symbolOf(callee), value)
      const registers = library && tagIn(library.tags, 'middleware')
      const guard = library && tagIn(library.tags, 'guard')
      if (registers) middleware.unshift(...valuesAt(value, optionOf(registers.value, 'handler') ?? '0', undefined, frames).flatMap((one) => reader.elements(one)).map((one) => reader.read(one, file, steps === 0 ? 'route' : 'router')))
      else if (guard) middleware.unshift({ node: value, file, label: callee.getText().replace(/\s+/g, ' ').slice(-60).replace(/^.*\./, '.'), units: [], tags: library.tags, scope: 'route' })
      else if (!library) {
        // A factory of the project that returns a builder.
        const returned: ts.Expression | undefined = resolver.functionsOf(callee)[0]?.returns[0]
        if (returned) {
          at = returned
          continue
        }
      }
      at = receiverOf(value)
      continue
    }
    const declaration = ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) ? resolver.symbolOf(value)?.valueDeclaration : undefined
    const initializer = declaration && (ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration)) ? declaration.initializer : undefined
    at = initializer && skipOuter(initializer)
  }
  return { middleware, path: nameOf(node) }
}

/** Property names of the routers around a procedure, or the variable it is assigned to. */
function nameOf(node: ts.Node): string | undefined {
  const names: string[] = []
  for (let at = node.parent; at && !ts.isSourceFile(at) && !ts.isBlock(at); at = at.parent) {
    if (ts.isPropertyAssignment(at)) names.unshift(at.name.getText().replace(/^['"]|['"]$/g, ''))
    else if (ts.isVariableDeclaration(at) && names.length === 0) return at.name.getText()
  }
  return names.length > 0 ? names.join('.') : undefined
}
