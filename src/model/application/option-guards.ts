/**
 * Guards that a route switches on by its options (`schema`, `config.rateLimit`): the type of the options says which.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../../libraries/paths.js'
import type { Tag } from '../../libraries/tags.js'
import type { WorkspaceFile } from '../../workspace/types.js'
import type { Resolver } from '../resolver.js'
import type { LibraryTarget, Middleware } from '../types.js'
import type { Bound, Frames } from './frames.js'

const MOST_DEPTH = 2

/** Middleware for each option whose declaration is tagged as a guard and that is not switched off. */
export function optionGuards(library: LibraryTarget, path: string, options: readonly Bound[], file: WorkspaceFile, resolver: Resolver, frames: Frames): Middleware[] {
  const type = parameterType(library, path, resolver)
  if (!type) return []
  return options.flatMap((option) => guardsIn(option, type, '', 0))

  function guardsIn(option: Bound, declared: ts.Type, prefix: string, depth: number): Middleware[] {
    const { expression, frame } = frames.follow(option.expression, option.frame)
    if (!ts.isObjectLiteralExpression(expression)) return []
    return expression.properties.flatMap((member): Middleware[] => {
      if (ts.isSpreadAssignment(member)) return guardsIn({ expression: member.expression, frame }, declared, prefix, depth)
      const name = member.name && (ts.isIdentifier(member.name) || ts.isStringLiteralLike(member.name)) ? member.name.text : undefined
      const value = ts.isPropertyAssignment(member) ? member.initializer : ts.isShorthandPropertyAssignment(member) ? member.name : undefined
      const property = name === undefined ? undefined : propertyOf(declared, name, resolver)
      if (name === undefined || !value || !property) return []
      const tags = property.declarations?.flatMap((declaration): readonly Tag[] => resolver.tags.tagsOf(declaration)) ?? []
      if (tags.some((tag) => tag.name === 'guard')) {
        if (/^(?:false|null|undefined)$/.test(skipOuter(value).getText())) return []
        return [{ node: member, file, label: `${prefix}${name}`, units: [], tags, scope: 'route' }]
      }
      return depth < MOST_DEPTH ? guardsIn({ expression: value, frame }, resolver.checker.getTypeOfSymbol(property), `${prefix}${name}.`, depth + 1) : []
    })
  }
}

/** The type a path of parameters has in the declaration: `1` or `0.options`. */
function parameterType(library: LibraryTarget, path: string, resolver: Resolver): ts.Type | undefined {
  const [head = '0', ...properties] = (path.split('|')[0] ?? '').split('.')
  const signature = resolver.checker.getTypeAtLocation(library.declaration).getCallSignatures()[0]
  const parameter = signature?.parameters[Number(head)]
  let type = parameter && resolver.checker.getTypeOfSymbol(parameter)
  for (const name of properties) {
    const property = type && propertyOf(type, name, resolver)
    type = property && resolver.checker.getTypeOfSymbol(property)
  }
  return type
}

function propertyOf(type: ts.Type, name: string, resolver: Resolver): ts.Symbol | undefined {
  const parts = type.isUnionOrIntersection() ? type.types : [type]
  for (const part of parts) {
    const property = resolver.checker.getPropertyOfType(part, name)
    if (property) return property
  }
  return undefined
}
