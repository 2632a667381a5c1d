/**
 * Deletes that code does when a row is deleted: `schema.pre('deleteOne', async function () { await
 * Order.deleteMany({ user: this._id }) })`. They cascade as a foreign key does.
 */
import { ts } from 'ts-morph'
import { receiverOf, skipOuter } from '../libraries/paths.js'
import type { Resolver } from './resolver.js'
import { calleeName, type FileFacts } from './syntax.js'
import { tableName } from './table-names.js'
import type { Call, Relation, Unit } from './types.js'

const REGISTERS = /^(?:pre|post|addHook|beforeDestroy|afterDestroy|beforeDelete|afterDelete)$/
const ON_DELETE = /^(?:delete(?:One|Many)|remove|findOneAndDelete|findOneAndRemove|findByIdAndDelete|(?:before|after)(?:Destroy|Delete)|(?:before|after)BulkDestroy)$/
const DELETES = /^(?:delete|deleteMany|deleteOne|remove|destroy|findOneAndDelete|findByIdAndDelete)$/

/**
 * @param owner the variable that holds the schema or model
 * @returns one relation for each table whose rows a hook deletes
 */
export function readDeleteHooks(owner: string, facts: FileFacts, resolver: Resolver): Relation[] {
  return facts.units.flatMap((unit) => unit.calls).flatMap((call) => {
    const event = eventOf(call)
    const receiver = receiverOf(call.node)
    if (event === undefined || !receiver || skipOuter(receiver).getText() !== owner || !ts.isCallExpression(call.node)) return []
    const place = { file: facts.file, start: call.node.getStart(), end: call.node.getEnd() }
    return call.node.arguments.flatMap((argument) => resolver.functionsOf(argument)).flatMap((hook) =>
      [...new Set(callsIn(hook).flatMap((inner) => deletedTable(inner, resolver) ?? []))].map((target) => ({ name: event, target, many: true, holdsKey: false, onDelete: 'cascade' as const, lazy: false, place })),
    )
  })
}

function eventOf({ name, node }: Call): string | undefined {
  if (!REGISTERS.test(name) || !ts.isCallExpression(node)) return undefined
  if (ON_DELETE.test(name)) return name
  const given = node.arguments[0]
  const events = given && ts.isArrayLiteralExpression(given) ? given.elements : given ? [given] : []
  const event = events.flatMap((one) => (ts.isStringLiteralLike(one) && ON_DELETE.test(one.text) ? [one.text] : []))[0]
  return event && `${name} ${event}`
}

function callsIn(unit: Unit): Call[] {
  return [...unit.calls, ...unit.children.flatMap(callsIn)]
}

function deletedTable(call: Call, resolver: Resolver): string | undefined {
  if (!DELETES.test(call.name) || !ts.isCallExpression(call.node)) return undefined
  const library = resolver.resolve(call).library
  const table = library?.tags.find((tag) => tag.name === 'table')
  const known = library && table && tableName(table.value, call.node, library, resolver)
  if (known) return known.toLowerCase()
  // `this.model('Order').deleteMany(...)`, `Order.deleteMany(...)` where nothing declares `Order`.
  const receiver = receiverOf(call.node)
  const value = receiver && skipOuter(receiver)
  if (value && ts.isCallExpression(value) && calleeName(value.expression) === 'model') {
    const [name] = value.arguments
    return name && ts.isStringLiteralLike(name) ? name.text.toLowerCase() : undefined
  }
  return value && ts.isIdentifier(value) && /^[A-Z]/.test(value.text) ? value.text.toLowerCase() : undefined
}
