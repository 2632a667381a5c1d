import { defineRule } from '../../src/engine/rule.js'
import type { Confidence } from '../../src/findings/finding.js'
import { isServing } from '../../src/model/reach.js'
import type { Model, Unit } from '../../src/model/types.js'
import { togetherFix, withRelations } from './fixes.js'
import { familiesIn, runsIn, type Trip } from './trips.js'

/** Two round trips are hardly worth a change. */
const FEWEST_TRIPS = 3

export default defineRule({
  id: 'chatty-service',
  severity: 'medium',
  title: 'Round trips that do not depend on one another are waited for one after another.',
  category: 'anti-pattern',
  topic: 'performance',
  check({ model, report }) {
    for (const unit of model.units) {
      if (unit.file.surface !== 'production' || !(unit.isAsync || unit.kind === 'module') || !/\bawait\b[^]*\bawait\b[^]*\bawait\b/.test(unit.node.getText())) continue
      const runs = runsIn(unit, model)
      const long = runs.filter((run) => run.length >= FEWEST_TRIPS)
      for (const run of long) {
        const [first] = run as [Trip]
        const last = run.at(-1) as Trip
        report({
          at: { file: unit.file, node: first.statement, until: last.statement },
          message: `${unit.name} waits for ${run.length} round trips one after another although none needs another's result (${labelsOf(run)})`,
          why: 'Each waits for the one before, so the answer takes the sum of them and not the slowest. Start them together, or let one query bring all of it.',
          trace: run.map(stepOf),
          fixes: [togetherFix(run)],
          confidence: sure(unit, run, model),
        })
      }
      if (long.length > 0) continue
      for (const { parent, relations, areDeclared } of familiesIn(runs)) {
        report({
          at: { file: unit.file, node: parent.statement, until: (relations.at(-1) as Trip).statement },
          message: `${unit.name} loads ${parent.table ?? 'a row'} and then ${relations.map(({ table }) => table).join(', ')} of it one by one (${labelsOf([parent, ...relations])})`,
          why: 'Each relation is a round trip of its own, and each waits for the one before. Load the row together with its relations.',
          trace: [parent, ...relations].map(stepOf),
          fixes: [withRelations(parent, relations)],
          confidence: areDeclared ? sure(unit, relations, model) : 'low',
        })
      }
    }
  },
})

function labelsOf(trips: readonly Trip[]): string {
  const labels = trips.map(({ label }) => label)
  return labels.length > 4 ? `${labels.slice(0, 4).join(', ')} and ${labels.length - 4} more` : labels.join(', ')
}

function stepOf({ statement, unit, label }: Trip) {
  return { file: unit.file, node: statement, label }
}

/** Nobody waits for jobs and scripts, and one thing after another is kind to the database. */
function sure(unit: Unit, run: readonly Trip[], model: Model): Confidence {
  if (!model.entryPointsOf(unit).some(isServing)) return 'low'
  return run.every(({ confidence, distance }) => confidence === 'high' && distance === 0) ? 'high' : 'medium'
}
