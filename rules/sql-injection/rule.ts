import { defineRule } from '../../src/engine/rule.js'
import { executionTrace, fixesFor, placeOf } from '../../src/model/sql-reports.js'

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
    for (const built of model.builtSql) {
      const { flow, flowPart } = built
      if (!flow || !flowPart) continue
      const target = flowPart.expression.getText().replace(/\s+/g, ' ')
      report({
        at: placeOf(built, model),
        message: `${flow.source.text} (${SOURCES[flow.source.kind]}) becomes part of SQL text${target === flow.source.text || target.length > 40 ? '' : ` as ${target}`} and is executed by ${built.sql.call.name || 'the driver'}`,
        why: 'Whoever sends the request can change the statement: read other rows, write, or delete. Bind the value as a parameter, or take it from a list in the code where it is a name.',
        trace: [...flow.trace, ...executionTrace(built)],
        fixes: fixesFor(built, model),
        confidence: flow.trace.length > MOST_STEPS ? 'low' : built.confidence,
      })
    }
  },
})

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
