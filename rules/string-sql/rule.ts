import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import { executionTrace, fixesFor, partsAre, placeOf } from '../../src/model/sql-reports.js'
import type { BuiltSql, Model } from '../../src/model/types.js'
import type { Confidence } from '../../src/findings/finding.js'

export default defineRule({
  id: 'string-sql',
  severity: 'high',
  title: 'SQL text is put together from values instead of binding them.',
  category: 'sharp-edge',
  topic: 'security',
  handoff: 'cybersecurity',
  cwe: [89],
  securitySeverity: 7.5,
  check({ model, report }) {
    for (const built of model.builtSql) {
      if (built.flow) continue
      report({
        at: placeOf(built, model),
        message: `${partsAre(built)} put into SQL text that ${built.sql.call.name || 'the driver'} executes`,
        why: 'A quote in the value breaks the statement, and whoever controls the value controls the statement. Bind values as parameters, and take names from a list in the code.',
        trace: built.through.length > 0 ? executionTrace(built) : [],
        fixes: fixesFor(built, model),
        confidence: confidenceOf(built, model),
      })
    }
  },
})

/**
 * Settings of the program in the place of a name are how schemas and table prefixes are made, and quotes that are doubled
 * keep a value inside of its own: plausible, accepted.
 */
function confidenceOf(built: BuiltSql, model: Model): Confidence {
  const risky = built.parts.filter(({ origin, position }) => origin === 'value' || (origin === 'escaped' && position !== 'quoted' && position !== 'like'))
  if (risky.length === 0 || isOfBuilder(built, model)) return 'low'
  // Statements that change the schema take no parameters, so whatever stands in them is written into the text.
  const names = isOfSchema(built) ? risky : risky.filter((part) => part.position === 'identifier' || part.position === 'fragment')
  if (names.length < risky.length) return built.confidence
  // Helpers for migrations and upkeep; where a request reaches them, that is another finding.
  if (isOfSchema(built) && risky.every(({ position }) => position !== 'quoted' && position !== 'like')) return 'low'
  // A name or piece of syntax that unknown callers give may come from anywhere; known ones give nothing from outside.
  return names.some((part) => isGiven(part.expression, model)) ? 'medium' : 'low'
}

function isOfSchema({ parts }: BuiltSql): boolean {
  return /^\s*(?:create|alter|drop|comment|grant|revoke|analy[sz]e|vacuum|reindex|set|reset)\b/i.test(parts[0]?.before ?? '')
}

/** Pieces of a statement that other functions of the project made, beside values that are bound: a query builder of its own. */
function isOfBuilder({ parts, sql }: BuiltSql, model: Model): boolean {
  const makers = new Set(parts.map(({ expression }) => model.unitOf(expression)))
  return sql.params !== undefined && makers.size > 2 && !makers.has(sql.call.unit)
}

/** The value is a parameter, or a property of one, and nothing in the program calls the function. */
function isGiven(expression: ts.Expression, model: Model): boolean {
  let root: ts.Node = expression
  while (ts.isPropertyAccessExpression(root) || ts.isElementAccessExpression(root) || ts.isNonNullExpression(root) || ts.isAsExpression(root)) root = root.expression
  if (!ts.isIdentifier(root)) return false
  const name = root.text
  for (let node: ts.Node = root; node.parent; node = node.parent)
    if (ts.isFunctionLike(node.parent) && node.parent.parameters.some((parameter) => parameter.name.getText().includes(name))) {
      // `tables.map((name) => ...)`: what is iterated stands in the code.
      if (ts.isCallExpression(node.parent.parent) && node.parent.parent.expression !== node.parent) return false
      const unit = model.unitOf(node)
      return !unit || model.callersOf(unit).length === 0
    }
  return false
}
