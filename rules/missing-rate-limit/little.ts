/**
 * Searches that are none to speak of: a few rows, found by what an index knows.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../../src/libraries/paths.js'
import type { EntryPoint, Model, Operation } from '../../src/model/types.js'

/** Rows that are as good as none. */
const FEW = 100
/** Conditions for which every row, or an index of its words, is looked through. */
const LOOKS_THROUGH = /\b(?:contains|endsWith|search|i?like|\w*regex\w*|RegExp|ILike|Like|to_tsquery|tsvector|plainto_tsquery|similarity)\b|\$(?:text|search|where)\b|mode:\s*['"]insensitive/i

/** Whether a handler asks nobody but the database, and every read there gives a few rows and looks through no texts. */
export function asksForLittle({ handler }: EntryPoint, model: Model): boolean {
  if (model.reachedBy(handler, 'http').length > 0) return false
  const asked = model.reachedBy(handler, 'query')
  return asked.length > 0 && asked.every(({ operation }) => operation.access === 'read' && isOfFew(operation, model) && !LOOKS_THROUGH.test(operation.unit.node.getText()))
}

/** One row, or a limit that is a small number of the code, or one that whoever asks cannot raise. */
function isOfFew({ arity, bound }: Operation, model: Model): boolean {
  if (arity === 'one') return true
  if (bound === undefined || bound === true) return false
  const value = skipOuter(model.initializerOf(bound) ?? bound)
  if (ts.isNumericLiteral(value)) return Number(value.text) <= FEW
  const most = ts.isCallExpression(value) && value.expression.getText() === 'Math.min' ? value.arguments.map((one) => skipOuter(model.initializerOf(one) ?? one)) : []
  return most.some((one) => ts.isNumericLiteral(one) && Number(one.text) <= FEW)
}
