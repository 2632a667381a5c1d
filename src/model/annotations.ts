/**
 * What decorators note on handlers, and functions in front of them that only work where something was noted.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath } from '../libraries/paths.js'
import { endsFunction } from './control-flow.js'
import type { Call, EntryPoint, Model } from './types.js'

/**
 * Of the entry points that a function stands in front of, those for which it comes to a call: all but where it leaves
 * before it, because nothing was noted on the handler (`const roles = reflector.get(ROLES, handler); if (!roles) return true`).
 */
export function entriesReaching(call: Call, entries: readonly EntryPoint[], model: Model): readonly EntryPoint[] {
  const key = keyAskedFor(call, model)
  if (key === undefined) return entries
  const marked = entries.filter((entry) => isMarked(entry, key, model))
  // Noted in a way that is not understood.
  return marked.length > 0 ? marked : entries
}

/** The key of the note without which the function leaves in front of the call, as written. */
function keyAskedFor({ unit, node }: Call, model: Model): string | undefined {
  for (const asking of unit.calls) {
    if (asking.node.pos > node.pos || !ts.isVariableDeclaration(asking.node.parent) || !ts.isIdentifier(asking.node.parent.name)) continue
    const path = model.resolve(asking).library?.tags.find((tag) => tag.name === 'annotation')?.value
    const [key] = path === undefined ? [] : atPath(asking.node, path, (expression) => expression)
    if (!key) continue
    const name = asking.node.parent.name.text
    const statements = asking.node.parent.parent.parent.parent
    const isLeft = ts.isBlock(statements) && statements.statements.some((statement) => ts.isIfStatement(statement) && statement.end <= node.pos && endsFunction(statement.thenStatement) && new RegExp(String.raw`^!\s*${name}\b(?!\s*&&)|^${name}\s*===?\s*(?:undefined|null)`).test(statement.expression.getText()))
    if (isLeft) return key.getText()
  }
  return undefined
}

/** A decorator of the handler or of its class notes something under the key. */
function isMarked({ node, group }: EntryPoint, key: string, model: Model): boolean {
  const speaksOfKey = (text: string | undefined) => text !== undefined && new RegExp(String.raw`(?<![\w$.])${key.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![\w$])`).test(text)
  return [node.parent, group].some(
    (one) =>
      one !== undefined &&
      ts.canHaveDecorators(one) &&
      (ts.getDecorators(one) ?? []).some(({ expression }) => {
        const callee = ts.isCallExpression(expression) ? expression.expression : expression
        const call = model.unitOf(expression)?.calls.find((other) => other.node === expression)
        // `@SetMetadata('roles', [...])`, `@Roles(...)` that was made by the library, `const Roles = (...roles) => SetMetadata(ROLES, roles)`
        return speaksOfKey(callee.getText()) || argumentsOf(expression).slice(0, 1).some((argument) => speaksOfKey(argument.getText())) || speaksOfKey(model.initializerOf(callee)?.getText()) || (call !== undefined && model.resolve(call).units.some((unit) => speaksOfKey(unit.node.getText())))
      }),
  )
}
