/**
 * Services that are written as objects for a broker: `{ name: 'stock', actions: { take: { handler(ctx) {} } }, events: {} }`.
 */
import { ts } from 'ts-morph'
import { propertyOf, skipOuter } from '../../libraries/paths.js'
import type { FileFacts } from '../syntax.js'
import type { Resolver } from '../resolver.js'
import { functionOf } from './member-handlers.js'
import type { EntryKind, EntryPoint, Unit } from '../types.js'

/** Packages that run such objects. */
const BROKERS = ['moleculer'] as const

/** Entry points of the services of a project: what others ask for, and what happens elsewhere. */
export function serviceEntries(facts: readonly FileFacts[], resolver: Resolver): EntryPoint[] {
  return facts.flatMap(({ file, sourceFile }): EntryPoint[] => {
    const framework = BROKERS.find((name) => file.package.dependencies.has(name))
    if (!framework || !/\bactions\s*:/.test(sourceFile.text)) return []
    const found: EntryPoint[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isObjectLiteralExpression(node)) {
        const name = propertyOf(node, 'name')[0]
        if (name && ts.isStringLiteralLike(name)) {
          for (const { key, handler, options } of handlersIn(propertyOf(node, 'actions')[0])) {
            const rest = options && propertyOf(options, 'rest')[0]
            const [method, path] = rest && ts.isStringLiteralLike(rest) ? rest.text.split(' ') : []
            found.push(path === undefined ? entry('procedure', undefined, `${name.text}.${key}`, handler) : entry('route', method, `/${name.text}${path === '/' ? '' : path}`, handler))
          }
          for (const { key, handler } of handlersIn(propertyOf(node, 'events')[0])) found.push(entry('listener', undefined, key, handler))
        }
      }
      ts.forEachChild(node, visit)
    }
    visit(sourceFile)
    return found

    function entry(kind: EntryKind, method: string | undefined, path: string, handler: Unit): EntryPoint {
      return { kind, framework: framework as string, method, path, file, node: handler.node, handler, middleware: [], errorHandlers: [], group: sourceFile, application: undefined }
    }
  })

  function handlersIn(object: ts.Expression | undefined): { key: string; handler: Unit; options: ts.ObjectLiteralExpression | undefined }[] {
    const value = object && skipOuter(object)
    if (!value || !ts.isObjectLiteralExpression(value)) return []
    return value.properties.flatMap((member) => {
      const key = member.name && (ts.isIdentifier(member.name) || ts.isStringLiteralLike(member.name)) ? member.name.text : undefined
      if (key === undefined) return []
      const given = ts.isPropertyAssignment(member) ? skipOuter(member.initializer) : undefined
      const options = given && ts.isObjectLiteralExpression(given) ? given : undefined
      const handler = options ? functionOf(options.properties.find((one) => one.name?.getText() === 'handler'), resolver) : functionOf(member, resolver)
      return handler ? [{ key, handler, options }] : []
    })
  }
}
