import { defineRule } from '../../src/engine/rule.js'
import { append, firstWithOthers } from '../../src/findings/multimap.js'
import { executionTrace, fixesFor, placeOf } from '../../src/model/sql-reports.js'
import type { BuiltSql, Model } from '../../src/model/types.js'

export default defineRule({
  id: 'sql-injection',
  severity: 'critical',
  title: 'Data from a request becomes part of SQL text.',
  category: 'sharp-edge',
  topic: 'security',
  handoff: 'cybersecurity',
  cwe: [89],
  securitySeverity: 9.8,
  check({ model, report }) {
    for (const [built, others] of bySource(model)) {
      const { flow, flowPart } = built
      if (!flow || !flowPart) continue
      const target = flowPart.expression.getText().replace(/\s+/g, ' ')
      report({
        at: placeOf(built, model),
        message: `${flow.source.text} (${SOURCES[flow.source.kind]}) becomes part of SQL text${target === flow.source.text || target.length > 40 ? '' : ` as ${target}`} and is executed by ${built.sql.call.name || 'the driver'}${others.length > 0 ? `, and of ${others.length} more statements` : ''}`,
        why: 'Whoever sends the request can change the statement: read other rows, write, or delete. Bind the value as a parameter, or take it from a list in the code where it is a name.',
        trace: [...flow.trace, ...executionTrace(built), ...others.slice(0, MOST_SHOWN).flatMap((other) => executionTrace(other).slice(-1))],
        fixes: fixesFor(built, model),
        confidence: flow.trace.length > MOST_STEPS ? 'low' : built.confidence,
      })
    }
  },
})

/** Statements that one value gets into, beyond which it is mended where it comes in. */
const HABIT = 3
/** Of the other statements, those that are shown. */
const MOST_SHOWN = 10

/** Statements with data from outside; where one name from a request gets into many, the first with the others. What can be bound is mended one by one. */
function bySource(model: Model): readonly (readonly [BuiltSql, readonly BuiltSql[]])[] {
  const groups = new Map<string, BuiltSql[]>()
  for (const built of model.builtSql)
    if (built.flow) {
      const { source, path } = built.flow
      append(groups, model.parametrise(built) ? `${groups.size}` : `${source.file.path} ${source.node.pos} ${path.join('.')}`, built)
    }
  return firstWithOthers(groups.values(), (group) => group.length > HABIT)
}

/** Further away, what an object keeps for many is taken for what one of them put there. */
const MOST_STEPS = 14

const SOURCES = {
  body: 'request body',
  query: 'query string',
  params: 'route parameter',
  headers: 'request header',
  cookies: 'cookie',
  message: 'message payload',
  args: 'argument from the client',
  file: 'uploaded file',
  form: 'form data',
} as const
