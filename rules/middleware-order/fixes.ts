/**
 * Edits that bring middleware to where it runs.
 */
import { ts } from 'ts-morph'
import type { Fix } from '../../src/findings/finding.js'
import type { EntryPoint, Middleware, OutOfOrder, Unit } from '../../src/model/types.js'

/** Moves the registration in front of the first, or behind the last, of the routes; a recipe where they stand apart. */
export function moveTo(middleware: Middleware, entries: readonly EntryPoint[], kind: OutOfOrder['kind']): Fix {
  const own = registrationOf(middleware.node)
  const title = kind === 'late' ? `Register ${middleware.label} before the routes.` : `Register ${middleware.label} after the routes.`
  const code = own ? own.getText() : `app.use(${middleware.label})`
  const recipe: Fix = { kind: 'recipe', title, edits: [], code: kind === 'late' ? `${code}\n// then the routes` : `// after all routes\n${code}` }
  if (!own || code.includes('\n')) return recipe
  const routes = entries.map((entry) => siblingOf(entry.node, own))
  const target = kind === 'late' ? routes[0] : routes.at(-1)
  // Routes of other files are mounted somewhere that a person has to look at.
  if (!target || routes.includes(undefined)) return recipe
  const source = own.getSourceFile()
  const { text } = source
  const lineStart = text.lastIndexOf('\n', own.getStart() - 1) + 1
  const lineEnd = text.indexOf('\n', own.end)
  const end = lineEnd < 0 ? text.length : lineEnd + 1
  // Something else stands in the line.
  if (text.slice(lineStart, own.getStart()).trim() !== '' || text.slice(own.end, end).trim().replace(/^\/\/.*/, '') !== '') return recipe
  const file = middleware.file.relative
  // A comment of its own would be left behind.
  if (/\/[/*]/.test(text.slice(own.pos, own.getStart()).replace(/^[^\n]*/, ''))) return recipe
  const indent = text.slice(lineStart, own.getStart())
  const moved = text.slice(own.getStart(), lineEnd < 0 ? undefined : lineEnd).trimEnd()
  const targetEnd = text.indexOf('\n', target.end)
  const place = kind === 'late' ? text.lastIndexOf('\n', target.getStart() - 1) + 1 : targetEnd < 0 ? text.length : targetEnd + 1
  return {
    kind: 'suggestion',
    title,
    edits: [
      { file, start: place, end: place, text: `${indent}${moved}\n` },
      { file, start: lineStart, end, text: '' },
    ],
  }
}

/** `app.use(middleware)`, a statement that registers nothing else. */
function registrationOf(node: ts.Node): ts.ExpressionStatement | undefined {
  const call = node.parent
  if (!ts.isCallExpression(call) || call.arguments.filter((argument) => !ts.isStringLiteralLike(argument)).length !== 1) return undefined
  return ts.isExpressionStatement(call.parent) ? call.parent : undefined
}

function siblingOf(node: ts.Node, statement: ts.Statement): ts.Node | undefined {
  return ts.findAncestor(node, (at) => at.parent === statement.parent)
}

/** Adds `next` as the fourth parameter. */
export function addParameter(unit: Unit): Fix {
  const { parameters, node } = unit
  const last = parameters.at(-1)
  const title = 'Take next as the fourth parameter.'
  if (parameters.length !== 3 || !last || /\b_?next\b/.test(node.getText())) return { kind: 'recipe', title, edits: [], code: '(error, req, res, next) => { ... }' }
  return { kind: 'suggestion', title, edits: [{ file: unit.file.relative, start: last.end, end: last.end, text: `, _next${last.type ? ': (error?: unknown) => void' : ''}` }] }
}
