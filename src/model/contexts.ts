/**
 * Functions that make the context of procedures and resolvers: they run before every one of them.
 */
import { ts } from 'ts-morph'
import { atPath } from '../libraries/paths.js'
import { tagIn } from './operations.js'
import type { Resolver } from './resolver.js'
import type { Call, ContextFactory, Unit } from './types.js'

/** Types are followed through this many names. */
const MOST_NAMES = 4

/** @param calls of members that are told how a context is made */
export function contextFactories(calls: readonly Call[], resolver: Resolver): ContextFactory[] {
  const found = new Map<Unit, ContextFactory>()
  for (const call of calls) {
    if (call.unit.file.surface !== 'production') continue
    const [kind, path = ''] = tagIn(resolver.resolve(call).library?.tags ?? [], 'makes-context')?.value.split(' ') ?? []
    if (kind !== 'procedure' && kind !== 'resolver') continue
    const given: readonly ts.Node[] = path === 'type' ? namedBy(call.node, resolver) : atPath(call.node, path, (expression) => resolver.initializerOf(expression))
    for (const unit of given.flatMap((one) => resolver.functionsOf(one))) found.set(unit, { unit, serves: kind })
  }
  return [...found.values()]
}

/** `context<typeof createContext>()`, `type Context = Awaited<ReturnType<typeof createContext>>; context<Context>()`. */
function namedBy(node: ts.Node, resolver: Resolver): ts.EntityName[] {
  const found: ts.EntityName[] = []
  const visit = (at: ts.Node, names: number): void => {
    if (ts.isTypeQueryNode(at)) found.push(at.exprName)
    else if (ts.isTypeReferenceNode(at) && names < MOST_NAMES) {
      const alias = resolver.symbolOf(at.typeName)?.declarations?.find(ts.isTypeAliasDeclaration)
      if (alias) visit(alias.type, names + 1)
    }
    ts.forEachChild(at, (child) => visit(child, names))
  }
  for (const type of ts.isCallExpression(node) ? (node.typeArguments ?? []) : []) visit(type, 0)
  return found
}
