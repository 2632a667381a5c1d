import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import type { Component, Exposure, Layer } from '../../src/model/architecture-types.js'
import type { Model, Unit } from '../../src/model/types.js'

/** More leaky methods than this in one repository are one cause. */
const MOST_APART = 3
/** A layer in which a larger share of methods takes raw queries has no intentions to hide. */
const MOST_SHARE = 0.5
/** So many methods of one name that hand the same parameter through are how the layer is meant. */
const CONVENTION = 3
/** So many methods that take the same type of a library are too, whatever they are called. */
const WIDE_CONVENTION = 6

export default defineRule({
  id: 'leaky-repository',
  severity: 'medium',
  title: 'A repository lets its callers write the query.',
  category: 'anti-pattern',
  topic: 'architecture',
  check({ model, report }) {
    const repositories = model.architecture.components.flatMap((component) => {
      if (!model.architecture.mayExpose(component)) return []
      const layer = model.architecture.layerOfComponent(component)
      if (layer?.name !== 'repository' || component.publicUnits.length === 0) return []
      const leaks = component.publicUnits.flatMap((unit) => model.architecture.exposuresOf(unit)[0] ?? [])
      return [{ component, layer, leaks }]
    })
    const every = repositories.flatMap(({ leaks }) => leaks)
    if (every.length === 0) return
    const all = model.architecture.components.reduce((sum, component) => sum + (model.architecture.layerOfComponent(component)?.name === 'repository' ? component.publicUnits.length : 0), 0)
    const isRevealing = every.length <= all * MOST_SHARE
    const [alike, ofType] = [countsBy(every, signature), countsBy(every, typeOf)]
    const isMeant = (leak: Exposure) => (alike.get(signature(leak)) ?? 0) >= CONVENTION || (leak.kind === 'criteria' && (ofType.get(typeOf(leak)) ?? 0) >= WIDE_CONVENTION)
    for (const { component, layer, leaks } of repositories) {
      const [first] = leaks
      if (!first) continue
      const isRaw = leaks.length > component.publicUnits.length * MOST_SHARE
      for (const leak of leaks.length > MOST_APART ? [first] : leaks) {
        const others = leaks.length > MOST_APART ? leaks.slice(1).map(({ unit }) => methodName(unit)) : []
        report({
          at: { file: leak.unit.file, node: leak.node },
          message: `${leak.unit.name} ${describe(leak)}${others.length > 0 ? `; so do ${listed(others)}` : ''}`,
          why: 'Callers write queries in terms of tables and of this library, so neither can change without them, and nobody can say which queries run, or which index they need. Give the method a name and parameters that say what is asked for.',
          trace: callTrace(leak.unit, model),
          fixes: [recipeFor(leak, model)],
          confidence: confidenceOf(leak, component, layer, isRevealing && !isRaw && !isMeant(leak)),
        })
      }
    }
  },
})

function countsBy(leaks: readonly Exposure[], keyOf: (leak: Exposure) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const leak of leaks) counts.set(keyOf(leak), (counts.get(keyOf(leak)) ?? 0) + 1)
  return counts
}

function methodName(unit: Unit): string {
  return unit.name.slice(unit.name.lastIndexOf('.') + 1)
}

/** The same in repositories that are written alike: `getAll(query)`. */
function signature({ kind, unit, text }: Exposure): string {
  return `${kind} ${methodName(unit)} ${text}`
}

/** The type without what it is of: `FindOptionsWhere` of `FindOptionsWhere<Order>`, `Prisma.Select` of `Prisma.OrderSelect`. */
function typeOf({ kind, text }: Exposure): string {
  return `${kind} ${text.replace(/<.*$/, '').replace(/\.\w*?(Select|Include|OrderBy\w*|Where\w*|\w*Args)$/, '.$1')}`
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5)
  return shown.length < names.length ? `${shown.join(', ')} and ${names.length - shown.length} more` : shown.join(', ')
}

function describe({ kind, text, operation }: Exposure): string {
  if (kind === 'criteria') return `takes ${text}: its callers write the query in the terms of the library`
  if (kind === 'filter') return `hands "${text}" of its caller through to ${operation?.label ?? 'the driver'} as the query`
  return `returns an unfinished query (${text}): its callers go on with it`
}

function confidenceOf({ kind, confidence, unit }: Exposure, component: Component, layer: Layer, isRevealing: boolean): Confidence {
  // A base for all repositories is made to be general; those that extend it are where intentions show.
  if (!isRevealing || isGeneral(component)) return 'low'
  // A module that is taken for a repository by what it does may be a part of one; a name that says builder is a promise.
  if (layer.confidence !== 'high' || (kind === 'builder' && /Q[bB]$|Builder$/.test(unit.name))) return 'low'
  if (confidence === 'medium') return 'medium'
  return kind === 'filter' && unit.parameters.some(({ type }) => type && /^Partial</.test(type.getText())) ? 'medium' : 'high'
}

function isGeneral({ node, name }: Component): boolean {
  if (/^(?:Base|Abstract|Generic|Common|Crud)|base[.-]/i.test(name)) return true
  return ts.isClassLike(node) && ((node.typeParameters?.length ?? 0) > 0 || (node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AbstractKeyword) ?? false))
}

/** A caller that writes a query. */
function callTrace(unit: Unit, model: Model) {
  const caller = model.callersOf(unit).find(({ call, use }) => !use && call.unit.file.surface === 'production' && model.architecture.componentOf(call.unit) !== model.architecture.componentOf(unit))
  return caller ? [{ file: caller.call.unit.file, node: caller.call.node, label: `${caller.call.unit.name} writes the query` }] : []
}

function recipeFor({ unit, text, kind }: Exposure, model: Model): Fix {
  const callers = model.callersOf(unit).filter(({ call, use }) => !use && call.unit.file.surface === 'production')
  const asked = callers.flatMap(({ call }) => keysAsked(call.node)).filter((key, index, keys) => keys.indexOf(key) === index)
  const name = methodName(unit)
  const keys = asked.slice(0, 3)
  const better = keys.length > 0 ? `${name.replace(/(?:By|Where|With).*$|Many$|All$/, '')}By${keys.map((key) => key.charAt(0).toUpperCase() + key.slice(1)).join('And')}` : `${name}ForCustomer`
  return {
    kind: 'recipe',
    title: kind === 'builder' ? 'Finish the query inside, and return rows.' : `Replace ${text} by parameters that say what is asked for.`,
    edits: [],
    code: [`// one method for each question the callers ask`, `${better}(${keys.length > 0 ? keys.join(', ') : 'customerId'}) { /* the query stays in here */ }`].join('\n'),
  }
}

/** Columns that a caller asks by: keys of the first object it gives. */
function keysAsked(node: ts.Node): string[] {
  if (!ts.isCallExpression(node)) return []
  const first = node.arguments.find(ts.isObjectLiteralExpression)
  const inner = first?.properties.find((member): member is ts.PropertyAssignment => ts.isPropertyAssignment(member) && member.name.getText() === 'where')?.initializer
  const filter = inner && ts.isObjectLiteralExpression(inner) ? inner : first
  return (filter?.properties ?? []).flatMap((member) => (member.name && ts.isIdentifier(member.name) ? [member.name.text] : []))
}
