/**
 * Calls of libraries that never give up: what fails in them is told to those who listen to `error`, and tried again.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import { LISTENING } from './application/process-listeners.js'
import type { CallIndex, CallsByName } from './calls.js'
import { tagIn } from './operations.js'
import type { Resolver } from './resolver.js'
import type { LibraryTarget } from './types.js'

/** Names and functions between a receiver and what it was made with, beyond which nobody looks. */
const FAR = 6

export class PersistentCalls {
  constructor(
    private readonly resolver: Resolver,
    private readonly calls: CallIndex,
    private readonly callNames: CallsByName,
  ) {}

  /** `client.connect()`, beside `client.on('error', report)`, where `client = createClient({ url })` is given no word of when to give up. */
  isOne({ tags }: LibraryTarget, node: ts.CallExpression): boolean {
    const option = tagIn(tags, 'persists')?.value
    const callee = skipOuter(node.expression)
    if (option === undefined || !ts.isPropertyAccessExpression(callee)) return false
    const receiver = skipOuter(callee.expression)
    const made = this.madeFrom(receiver)
    return made.length > 0 && (made.some(isListenedTo) || this.hasListener(receiver)) && made.every((one) => this.isSilentOf(option, one, 0))
  }

  private hasListener(receiver: ts.Expression): boolean {
    const symbol = this.resolver.symbolOf(receiver)
    return symbol !== undefined && this.callNames.named(LISTENING).some(({ node }) => isErrorListener(node) && this.resolver.symbolOf(skipOuter(node.expression.expression)) === symbol)
  }

  private madeFrom(receiver: ts.Expression): readonly ts.Expression[] {
    if (ts.isCallExpression(receiver)) return [receiver]
    const made = this.resolver.initializerOf(receiver)
    return made ? [made] : ts.isPropertyAccessExpression(receiver) ? (this.resolver.keptIn(receiver) ?? []) : []
  }

  /** Nothing that an expression is made of names the option, as far as it is seen to the end. */
  private isSilentOf(option: string, expression: ts.Expression, hops: number): boolean {
    const value = skipOuter(expression)
    if (hops > FAR || value.getText().includes(option)) return false
    const again = (next: ts.Expression) => this.isSilentOf(option, next, hops + 1)
    if (ts.isCallExpression(value)) {
      const call = this.calls.at(value)
      const { units, library } = call ? this.resolver.resolve(call) : { units: [], library: undefined }
      if (units.length > 0) return units.every(({ node, returns }) => !node.getText().includes(option) && returns.every(again))
      const callee = skipOuter(value.expression)
      const isOfValue = ts.isPropertyAccessExpression(callee) && ts.isCallExpression(skipOuter(callee.expression))
      return library !== undefined && value.arguments.every(again) && (!isOfValue || again(callee.expression))
    }
    if (ts.isObjectLiteralExpression(value)) return value.properties.every((one) => !ts.isSpreadAssignment(one) || again(one.expression))
    if (!ts.isIdentifier(value)) return !ts.isPropertyAccessExpression(value) && !ts.isElementAccessExpression(value)
    const made = this.resolver.initializerOf(value)
    return made !== undefined && again(made)
  }
}

/** `createClient({ url }).on('error', report)` */
function isListenedTo(made: ts.Expression): boolean {
  for (let at = skipOuter(made); ts.isCallExpression(at); ) {
    if (isErrorListener(at)) return true
    const callee = skipOuter(at.expression)
    if (!ts.isPropertyAccessExpression(callee)) return false
    at = skipOuter(callee.expression)
  }
  return false
}

function isErrorListener(node: ts.Node): node is ts.CallExpression & { readonly expression: ts.PropertyAccessExpression } {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || !LISTENING.has(node.expression.name.text)) return false
  const [event, listener] = node.arguments
  return event !== undefined && ts.isStringLiteralLike(event) && event.text === 'error' && listener !== undefined
}
