/**
 * Relations that a call declares, apart from the table: `User.hasMany(Order, { onDelete: 'CASCADE' })`, also inside
 * `static associate(models) { this.hasMany(models.Order) }`.
 */
import { ts } from 'ts-morph'
import { atPath, propertyOf, receiverOf, skipOuter } from '../libraries/paths.js'
import type { Program } from './program.js'
import { deleteAction, targetName } from './relation-targets.js'
import type { Resolver } from './resolver.js'
import type { Relation } from './types.js'

/** A relation and the name of the table that declares it, lower case. */
export interface Association {
  readonly owner: string
  readonly relation: Relation
}

/** Reads all calls by the names of static members that the loaded models tag as declaring a relation. */
export function readAssociations(program: Program, resolver: Resolver): Association[] {
  const tags = relationMembers(program)
  if (tags.size === 0) return []
  return program.calls.named(new Set(tags.keys())).flatMap(({ name, node, unit: { file } }): Association[] => {
    const known = tags.get(name)
    if (known === undefined || !ts.isCallExpression(node) || ts.isDecorator(node.parent)) return []
    const owner = ownerOf(node)
    // Where `models` is untyped, the name of the member is all there is; hardly anything else is called so.
    const library = resolver.libraryOf(resolver.symbolOf(node.expression), node)
    const value = library ? library.tags.find((tag) => tag.name === 'relation')?.value : known
    if (owner === undefined || value === undefined) return []
    const target = at(node, value, 'target').map(targetName).find((one) => one !== undefined)
    if (target === undefined) return []
    const action = at(node, value, 'options').flatMap((options) => propertyOf(options, 'onDelete', (inner) => resolver.initializerOf(inner))).map(skipOuter).find(ts.isStringLiteralLike)?.text
    const holdsKey = / key\b/.test(value)
    const [foreignKey] = at(node, value, 'options').flatMap((options) => propertyOf(options, 'foreignKey')).map(skipOuter)
    const named = foreignKey && [foreignKey, ...propertyOf(foreignKey, 'name')].find(ts.isStringLiteralLike)?.text
    const alias = at(node, value, 'options').flatMap((options) => propertyOf(options, 'as')).find(ts.isStringLiteralLike)?.text
    return [
      {
        owner: owner.toLowerCase(),
        relation: {
          name: alias ?? target,
          target: target.toLowerCase(),
          many: value.startsWith('many'),
          holdsKey,
          ...(holdsKey && { key: named ?? `${alias ?? target}Id` }),
          ...(/ apart\b/.test(value) && { isApart: true }),
          onDelete: / through\b/.test(value) ? undefined : deleteAction(action),
          lazy: false,
          place: { file, start: node.getStart(), end: node.getEnd() },
        },
      },
    ]
  })
}

/** Names of static members with a relation tag, and the tag's value. */
function relationMembers(program: Program): Map<string, string> {
  const found = new Map<string, string>()
  for (const sourceFile of program.program.getSourceFiles())
    if (program.isModel(sourceFile))
      for (const [, value, name] of sourceFile.text.matchAll(/@relation ((?:(?!\*\/|@)[^])*?)\s*(?:@(?:(?!\*\/)[^])*)?\*\/\s*static\s+([\w$]+)/g)) if (value && name) found.set(name, value)
  return found
}

function ownerOf(node: ts.CallExpression): string | undefined {
  const receiver = receiverOf(node)
  const value = receiver && skipOuter(receiver)
  if (value?.kind === ts.SyntaxKind.ThisKeyword) return ts.findAncestor(value, ts.isClassLike)?.name?.text
  return value && targetName(value)
}

function at(node: ts.CallExpression, tag: string, part: 'target' | 'options'): ts.Expression[] {
  const path = new RegExp(`${part}=(\\S+)`).exec(tag)?.[1]
  return path ? atPath(node, path) : []
}
