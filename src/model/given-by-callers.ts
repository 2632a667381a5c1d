/**
 * What calls give for a parameter of the function that they run.
 */
import { ts } from 'ts-morph'
import { argumentsOf } from '../libraries/paths.js'
import type { Call } from './types.js'

/** Somebody who runs a function, as the graph knows it. */
interface Caller {
  readonly call: Call
  /** How the call runs the function that it is handed (`orders.map(toLine)`); undefined where it calls the function itself. */
  readonly use: unknown
}

export interface Given {
  /** What stands in the call, or the default of the parameter where the call leaves it out; undefined where it has none. */
  readonly value: ts.Expression | undefined
  /** Whether it is that for certain: not behind `...parts`, and not where whoever is handed the function decides. */
  readonly isSeen: boolean
}

export type GivenBy<Who extends Caller> = Who & Given

/** What one call of a function gives; for a rest parameter the first of what it takes. */
export function givenAt(call: ts.Node, parameter: ts.ParameterDeclaration): Given {
  return allGivenAt(call, parameter)[0] as Given
}

/**
 * What each of some callers gives, in their order: one entry a caller, and for a rest parameter one for each argument
 * that it takes.
 *
 * @param callers those of the function of the parameter that count
 */
export function givenByCallers<Who extends Caller>(parameter: ts.ParameterDeclaration, callers: readonly Who[]): readonly GivenBy<Who>[] {
  return callers.flatMap((caller) => (caller.use === undefined ? allGivenAt(caller.call.node, parameter) : [UNSEEN]).map((given) => ({ ...caller, ...given })))
}

/**
 * What callers give, where that is all a parameter ever is. Undefined where not all of it is seen: no caller is known, as
 * of what a framework or a container runs; something is handed the function and gives it what it likes; or a call
 * spreads a list.
 */
export function ifAllSeen<One extends Given>(given: readonly One[]): readonly One[] | undefined {
  return given.length > 0 && given.every(({ isSeen }) => isSeen) ? given : undefined
}

const UNSEEN: Given = { value: undefined, isSeen: false }

function allGivenAt(call: ts.Node, parameter: ts.ParameterDeclaration): readonly Given[] {
  // `this` is declared like a parameter, and no argument stands for it.
  const index = parameter.parent.parameters.filter(({ name }) => !ts.isIdentifier(name) || name.text !== 'this').indexOf(parameter)
  // A template gives its parts in another way.
  if (index < 0 || ts.isTaggedTemplateExpression(call)) return [UNSEEN]
  const values = argumentsOf(call)
  const spread = values.findIndex(ts.isSpreadElement)
  const isSeen = (at: number) => spread < 0 || at < spread
  const taken = values.slice(index, parameter.dotDotDotToken ? undefined : index + 1)
  if (taken.length > 0) return taken.map((value, offset) => ({ value, isSeen: isSeen(index + offset) }))
  return [isSeen(index) ? { value: parameter.initializer, isSeen: true } : UNSEEN]
}
