/**
 * Texts that are matched against dangerous regular expressions.
 */
import { ts } from 'ts-morph'
import { atPath, skipOuter } from '../libraries/paths.js'
import { exponentialPart, mayBacktrack } from './backtracking.js'
import type { Resolver } from './resolver.js'
import type { SlowMatch, Unit } from './types.js'

/** Members of a pattern that are given the text, and members of a text that are given the pattern. */
const OF_PATTERN = /^(?:test|exec)$/
const OF_TEXT = /^(?:match|matchAll|search|replace|replaceAll|split)$/

/**
 * Calls that match against an exponential pattern written in the project, in order.
 *
 * @param units whose calls count
 * @param sourceFiles all files a pattern may be written in
 */
export function readSlowMatches(units: readonly Unit[], sourceFiles: readonly ts.SourceFile[], resolver: Resolver): SlowMatch[] {
  const patterns = new Map<ts.Node, { readonly part: string; readonly holder: string | undefined }>()
  // Hardly any file has a repeated group in it.
  for (const sourceFile of sourceFiles) if (mayBacktrack(sourceFile.text)) collect(sourceFile, patterns)
  if (patterns.size === 0) return []
  const holders = new Set([...patterns.values()].flatMap(({ holder }) => holder ?? []))

  const patternOf = (expression: ts.Expression | undefined): { readonly node: ts.Expression; readonly part: string } | undefined => {
    const value = expression && skipOuter(expression)
    if (!value) return undefined
    const own = patterns.get(value)
    if (own) return { node: value, part: own.part }
    const name = ts.isIdentifier(value) ? value.text : ts.isPropertyAccessExpression(value) ? value.name.text : undefined
    if (name === undefined || !holders.has(name)) return undefined
    const declaration = resolver.symbolOf(value)?.valueDeclaration
    const initializer = declaration && (ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration) || ts.isPropertyAssignment(declaration)) ? declaration.initializer : undefined
    const held = initializer && skipOuter(initializer)
    const known = held && patterns.get(held)
    return held && known ? { node: held, part: known.part } : undefined
  }

  return units.flatMap((unit) =>
    unit.calls.flatMap((call): SlowMatch[] => {
      if (!ts.isCallExpression(call.node)) return []
      const callee = skipOuter(call.node.expression)
      const first = call.node.arguments[0]
      if (ts.isPropertyAccessExpression(callee) && OF_PATTERN.test(call.name)) {
        const pattern = patternOf(callee.expression)
        return pattern && first ? [{ call, pattern: pattern.node, part: pattern.part, subject: first }] : []
      }
      if (ts.isPropertyAccessExpression(callee) && OF_TEXT.test(call.name)) {
        const pattern = patternOf(first)
        if (pattern) return [{ call, pattern: pattern.node, part: pattern.part, subject: callee.expression }]
      }
      // A schema that is given the pattern: `z.string().regex(...)`, `@Matches(...)`.
      const given = call.node.arguments.find((argument) => patternOf(argument))
      const tag = given && resolver.resolve(call).library?.tags.find(({ name }) => name === 'pattern')
      const held = tag && patternOf(atPath(call.node, tag.value)[0])
      return held ? [{ call, pattern: held.node, part: held.part, subject: undefined }] : []
    }),
  )
}

function collect(sourceFile: ts.SourceFile, patterns: Map<ts.Node, { readonly part: string; readonly holder: string | undefined }>): void {
  const visit = (node: ts.Node): void => {
    const source = ts.isRegularExpressionLiteral(node) ? node.text.slice(1, node.text.lastIndexOf('/')) : textOfConstruction(node)
    if (source !== undefined) {
      const part = mayBacktrack(source) ? exponentialPart(source) : undefined
      if (part !== undefined) patterns.set(node, { part, holder: holderOf(node) })
    }
    ts.forEachChild(node, visit)
  }
  visit(sourceFile)
}

/** The text of `new RegExp('...')`. */
function textOfConstruction(node: ts.Node): string | undefined {
  if ((!ts.isNewExpression(node) && !ts.isCallExpression(node)) || !ts.isIdentifier(node.expression) || node.expression.text !== 'RegExp') return undefined
  const first = node.arguments?.[0]
  return first && ts.isStringLiteralLike(first) ? first.text : undefined
}

function holderOf(node: ts.Node): string | undefined {
  let value = node
  while (ts.isParenthesizedExpression(value.parent) || ts.isAsExpression(value.parent) || ts.isSatisfiesExpression(value.parent)) value = value.parent
  const parent = value.parent
  return (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent)) && parent.name ? parent.name.getText() : undefined
}
