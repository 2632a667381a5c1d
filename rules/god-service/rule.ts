import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence, Fix } from '../../src/findings/finding.js'
import type { Component } from '../../src/model/architecture-types.js'
import type { Place, Unit } from '../../src/model/types.js'
import { domainsOf, type Cluster, type Domains } from './clusters.js'

/** All three have to be reached; the page shows how real services are spread. */
const FEWEST_METHODS = 15
const FEWEST_TABLES = 5
const FEWEST_DEPENDENCIES = 6
/** Subjects with at least two methods each. */
const FEWEST_SUBJECTS = 3
/** Subjects that it changes. */
const FEWEST_OWNED = 2
/** Where one subject has more of the methods, the class is large and about one thing. */
const LARGEST_SHARE = 0.5
/** Very large ones are too large whatever they are about. */
const HUGE = { methods: 30, tables: 10, dependencies: 10 }

export default defineRule({
  id: 'god-service',
  severity: 'medium',
  title: 'One class or module owns several domains.',
  category: 'anti-pattern',
  topic: 'architecture',
  check({ model, report }) {
    for (const component of model.architecture.components) {
      if (component.units.length < FEWEST_METHODS || component.publicUnits.length < FEWEST_METHODS) continue
      const layer = model.architecture.layerOfComponent(component)
      if (layer && layer.name !== 'service' && layer.name !== 'job' && !(layer.name === 'repository' && layer.confidence !== 'high')) continue
      const dependencies = model.architecture.dependenciesOf(component)
      if (dependencies.length < FEWEST_DEPENDENCIES) continue
      const domains = domainsOf(component, model)
      const subjects = domains.clusters.filter(({ methods }) => methods.length >= 2)
      if (domains.tables.length < FEWEST_TABLES || subjects.length < FEWEST_SUBJECTS) continue
      // Reports and statistics read what others own.
      if (subjects.filter(({ writes }) => writes).length < FEWEST_OWNED) continue
      const confidence = judge(component, dependencies.length, domains, layer?.name === 'service')
      if (!confidence) continue
      report({
        at: placeOf(component),
        message: `${component.name} owns ${subjects.length} domains: ${component.publicUnits.length} public methods work with ${domains.tables.length} tables through ${dependencies.length} dependencies; ${subjects.slice(0, 5).map(describe).join(', ')}`,
        why: 'Every change of one domain is made beside the others and tested with all of their dependencies, two teams change the same file, and nobody can say what a method may touch. Move each domain to a service of its own, the one with the fewest shared dependencies first.',
        fixes: [recipeFor(component, subjects)],
        confidence,
      })
    }
  },
})

/** How sure it is that the class is too large; undefined where it is about one thing. */
function judge({ publicUnits }: Component, dependencies: number, { tables, clusters }: Domains, isService: boolean): Confidence | undefined {
  const assigned = clusters.reduce((sum, { methods }) => sum + methods.length, 0)
  const share = (clusters[0]?.methods.length ?? 0) / assigned
  const isHuge = publicUnits.length >= HUGE.methods && tables.length >= HUGE.tables && dependencies >= HUGE.dependencies
  if (isHuge) return isService ? 'high' : 'medium'
  return share <= LARGEST_SHARE ? 'medium' : undefined
}

/** The name of the class, or the first function of the module that others call. */
function placeOf({ node, file, publicUnits }: Component): Place {
  if (!ts.isSourceFile(node)) return { file, node: node.name ?? node }
  const first = publicUnits[0]?.node
  return { file, node: (first && 'name' in first && first.name) || first || node }
}

function describe({ subject, methods }: Cluster): string {
  return `${subject} (${names(methods, 3)})`
}

function names(methods: readonly Unit[], most: number): string {
  const all = methods.map((unit) => unit.name.slice(unit.name.lastIndexOf('.') + 1))
  return all.length > most ? `${all.slice(0, most).join(', ')} and ${all.length - most} more` : all.join(', ')
}

function recipeFor({ name }: Component, subjects: readonly Cluster[]): Fix {
  const suffix = /(Service|Manager|Facade|UseCases?)$/.exec(name)?.[1] ?? 'Service'
  return {
    kind: 'recipe',
    title: 'Give each domain a service of its own.',
    edits: [],
    code: subjects.map(({ subject, methods }) => `class ${subject.charAt(0).toUpperCase()}${subject.slice(1)}${suffix} { ${names(methods, 12)} }`).join('\n'),
  }
}
