/**
 * Tables of generic repositories: `class CustomerRepository extends Repository<Customer>`, where what is inherited works
 * on any table.
 */
import { ts } from 'ts-morph'
import { receiverOf, skipOuter } from '../libraries/paths.js'
import { heritageOf, type Resolver } from './resolver.js'
import type { Call } from './types.js'

/** Base classes are followed this far. */
const MOST_BASES = 6
/** Members that hold the name of a table. */
const NAMES_TABLE = /^(?:table|tableName|collection|collectionName|entityName)$/

/** The table that the class of a call's receiver gives to what it inherits; undefined where it says none. */
export function tableGivenBy(call: Call, resolver: Resolver): string | undefined {
  const receiver = receiverOf(call.node)
  let owner = receiver && resolver.typeOf(receiver).getSymbol()?.declarations?.find(ts.isClassLike)
  for (let hops = 0; owner && hops < MOST_BASES; hops++) {
    for (const member of owner.members) {
      const value = ts.isPropertyDeclaration(member) && member.initializer && NAMES_TABLE.test(member.name.getText()) ? skipOuter(member.initializer) : undefined
      if (value && ts.isStringLiteralLike(value)) return value.text
    }
    const given = owner.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0]?.typeArguments?.find(ts.isTypeReferenceNode)
    if (given) return given.typeName.getText().replace(/^.*\./, '')
    const base = heritageOf(owner)
    owner = base && resolver.symbolOf(base)?.declarations?.find(ts.isClassLike)
  }
  return undefined
}
