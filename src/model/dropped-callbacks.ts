/**
 * Functions of the project that throw away what a function given to them returns: `for (const item of list) run(item)`.
 */
import { ts } from 'ts-morph'
import { atPath } from '../libraries/paths.js'
import type { CallIndex } from './calls.js'
import { isBare } from './function-names.js'
import type { Program } from './program.js'
import type { Resolver } from './resolver.js'
import type { Call, Unit } from './types.js'

/** The call by which it is lost. */
export interface DroppedParameter {
  readonly index: number
  readonly call: Call
}

export class DroppedCallbacks {
  private readonly known = new Map<Unit, readonly DroppedParameter[]>()

  constructor(
    private readonly calls: CallIndex,
    private readonly resolver: Resolver,
  ) {}

  /**
   * Parameters whose result every use throws away. One that is declared to give a promise is left out: forgetting that
   * is a mistake of the function itself.
   */
  of(unit: Unit): readonly DroppedParameter[] {
    let known = this.known.get(unit)
    if (!known) {
      this.known.set(unit, [])
      known = unit.parameters.flatMap((parameter, index) => {
        if (!ts.isIdentifier(parameter.name) || parameter.dotDotDotToken || /=>\s*Promise\b/.test(parameter.type?.getText() ?? '')) return []
        const call = this.lossOf(unit, parameter.name)
        return call ? [{ index, call }] : []
      })
      this.known.set(unit, known)
    }
    return known
  }

  private lossOf(unit: Unit, name: ts.Identifier): Call | undefined {
    let found: Call | undefined
    for (const use of this.calls.usesOf(unit, name.text)) {
      if (use === name || isAsked(use)) continue
      const call = this.callThatDrops(use)
      if (!call) return undefined
      found ??= call
    }
    return found
  }

  private callThatDrops(use: ts.Identifier): Call | undefined {
    const { parent } = use
    if (!ts.isCallExpression(parent)) return undefined
    const call = this.calls.at(parent)
    if (!call) return undefined
    if (parent.expression === use) return isStatement(parent) ? call : undefined
    // `setTimeout(run, delay)`
    const { library } = this.resolver.resolve(call)
    const drops = library?.tags.some((tag) => tag.name === 'drops' && !/\b(?:handler|true|before=)/.test(tag.value) && atPath(parent, tag.value.split(' ')[0] ?? '').includes(use))
    return drops ? call : undefined
  }
}

/** Names of functions that may be such. Cheap, and more than there are. */
export function namesOfDropping({ calls }: Program, dropping: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  const add = (owner: string | undefined) => {
    if (owner !== undefined) found.add(owner)
  }
  for (const { node, name, unit } of calls.matching((_, named) => named.some(isBare))) if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && isStatement(node)) add(ownerOf(unit, name))
  for (const { node, unit } of calls.named(dropping)) if (ts.isCallExpression(node)) for (const argument of node.arguments) if (ts.isIdentifier(argument)) add(ownerOf(unit, argument.text))
  return found
}

/** The name of the unit around whose parameter this is. */
function ownerOf(unit: Unit, name: string): string | undefined {
  for (let at: Unit | undefined = unit; at; at = at.parent)
    if (at.parameters.some((parameter) => ts.isIdentifier(parameter.name) && parameter.name.text === name)) {
      const last = at.name.slice(at.name.lastIndexOf('.') + 1)
      return last.includes(' ') ? undefined : last
    }
  return undefined
}

/** `run(item)` as a statement, also behind a test: `run && run(item)`. */
function isStatement(node: ts.Expression): boolean {
  let value: ts.Node = node
  while (ts.isParenthesizedExpression(value.parent) || (ts.isBinaryExpression(value.parent) && value.parent.right === value && value.parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)) value = value.parent
  return ts.isExpressionStatement(value.parent)
}

/** `if (run)`, `run && run()`, `typeof run`: whether there is one. */
function isAsked(use: ts.Identifier): boolean {
  const { parent } = use
  if (ts.isTypeOfExpression(parent) || ts.isPrefixUnaryExpression(parent)) return true
  if (ts.isIfStatement(parent)) return parent.expression === use
  return ts.isBinaryExpression(parent) && parent.left === use && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
}
