import { defineRule } from '../../src/engine/rule.js'
import { executionTrace, fixesFor, partsText, placeOf } from '../../src/model/sql-reports.js'
import type { BuiltSql } from '../../src/model/types.js'
import type { Confidence } from '../../src/findings/finding.js'

export default defineRule({
  id: 'string-sql',
  severity: 'high',
  title: 'SQL text is put together from values instead of binding them.',
  category: 'sharp-edge',
  handoff: 'cybersecurity',
  cwe: [89],
  securitySeverity: 7.5,
  check({ model, report }) {
    for (const built of model.builtSql) {
      if (built.flow) continue
      report({
        at: placeOf(built),
        message: `${partsText(built)} ${built.parts.length > 1 ? 'are' : 'is'} put into SQL text that ${built.sql.call.name || 'the driver'} executes`,
        why: 'A quote in the value breaks the statement, and whoever controls the value controls the statement. Bind values as parameters, and take names from a list in the code.',
        trace: built.through.length > 0 ? executionTrace(built) : [],
        fixes: fixesFor(built, model),
        confidence: confidenceOf(built),
      })
    }
  },
})

/** Settings of the program in the place of a name are how schemas and table prefixes are made: plausible, accepted. */
function confidenceOf(built: BuiltSql): Confidence {
  const risky = built.parts.filter((part) => part.origin === 'value')
  if (risky.length === 0) return 'low'
  if (risky.every((part) => part.position === 'identifier' || part.position === 'fragment')) return 'medium'
  return built.confidence
}
