/**
 * When something is registered, compared with something else, as far as the text tells.
 */
import type { Graph } from '../graph.js'
import type { Call, Unit } from '../types.js'
import type { Frame } from './frames.js'

/** Call sites from the outermost to the registration itself. */
export type Position = readonly { readonly unit: Unit; readonly at: number }[]

const MOST_DEPTH = 10

/** Where a registration stands: the calls that lead to it, the outermost first. */
export function positionOf(call: Call, frame: Frame | undefined, graph: Graph): Position {
  const steps: { unit: Unit; at: number }[] = []
  const seen = new Set<Unit>()
  let unit: Unit | undefined = call.unit
  let at = call.node.end
  while (unit && steps.length < MOST_DEPTH) {
    steps.unshift({ unit, at })
    if (seen.has(unit) || unit.kind === 'module') break
    seen.add(unit)
    const site: Call | undefined = siteIn(unit, frame) ?? graph.callersOf(unit).find((caller) => caller.call.unit.file.surface === 'production' && !seen.has(caller.call.unit))?.call
    at = site ? site.node.end : unit.node.end
    unit = site ? site.unit : unit.parent
  }
  return steps
}

function siteIn(unit: Unit, frame: Frame | undefined): Call | undefined {
  for (let at = frame; at; at = at.outer) if (at.unit === unit) return at.site
  return undefined
}

/**
 * Whether the first is registered before the second. Where neither the text nor the calls tell, it is assumed: most
 * applications set up what is common to all routes first.
 */
export function comesBefore(first: Position, second: Position): boolean {
  for (const [index, step] of first.entries()) {
    const other = second[index]
    if (!other || step.unit !== other.unit) {
      const shared = second.findIndex((one) => one.unit === step.unit)
      if (shared < 0) continue
      return step.at <= (second[shared]?.at ?? 0)
    }
    if (step.at !== other.at) return step.at < other.at
  }
  return true
}
