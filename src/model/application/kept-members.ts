/**
 * Members of what the project keeps in an object under a name, where nothing says what the object is:
 * `context.seatEvents.on('sold', report)`, beside `this.context = { seatEvents: new SeatEvents() }`.
 */
import { ts } from 'ts-morph'
import { isEither, skipOuter } from '../../libraries/paths.js'
import type { Program } from '../program.js'
import type { Resolver } from '../resolver.js'
import type { Unit } from '../types.js'

/** One word may be anything; several are hardly ever the name of two things. */
const OF_SEVERAL_WORDS = /[a-z][A-Z]/

export class KeptMembers {
  private readonly kept = new Map<string, readonly ts.Expression[]>()

  constructor(
    private readonly program: Program,
    private readonly resolver: Resolver,
  ) {}

  /** Functions of the project that a member call on what is kept under the name of its receiver runs. */
  of({ expression }: ts.CallExpression | ts.NewExpression): readonly Unit[] {
    const callee = skipOuter(expression)
    const name = ts.isPropertyAccessExpression(callee) ? nameOf(skipOuter(callee.expression)) : undefined
    if (!ts.isPropertyAccessExpression(callee) || name === undefined || !OF_SEVERAL_WORDS.test(name)) return []
    return this.valuesOf(name).flatMap((value) => {
      const member = this.resolver.checker.getPropertyOfType(this.resolver.typeOf(value), callee.name.text)
      return (member?.declarations ?? []).flatMap((declaration) => this.resolver.unitAt(declaration) ?? [])
    })
  }

  /** What objects in the code hold under a name; of a choice all that it may be. */
  private valuesOf(name: string): readonly ts.Expression[] {
    let known = this.kept.get(name)
    if (!known) {
      known = this.program.facts.flatMap(({ file, sourceFile }) => (file.surface === 'production' && sourceFile.text.includes(name) ? valuesIn(sourceFile, name) : []))
      this.kept.set(name, known)
    }
    return known
  }
}

/** `seatEvents` of `context.seatEvents` and of a variable. */
function nameOf(receiver: ts.Expression): string | undefined {
  if (ts.isIdentifier(receiver)) return receiver.text
  return ts.isPropertyAccessExpression(receiver) ? receiver.name.text : undefined
}

function valuesIn(node: ts.Node, name: string): readonly ts.Expression[] {
  if (ts.isPropertyAssignment(node) && node.name.getText() === name) return choicesOf(node.initializer)
  if (ts.isShorthandPropertyAssignment(node) && node.name.text === name) return [node.name]
  const found: ts.Expression[] = []
  ts.forEachChild(node, (child) => void found.push(...valuesIn(child, name)))
  return found
}

function choicesOf(expression: ts.Expression): readonly ts.Expression[] {
  const value = skipOuter(expression)
  if (ts.isConditionalExpression(value)) return [...choicesOf(value.whenTrue), ...choicesOf(value.whenFalse)]
  return ts.isBinaryExpression(value) && isEither(value.operatorToken.kind) ? [...choicesOf(value.left), ...choicesOf(value.right)] : [value]
}
