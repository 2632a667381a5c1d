/**
 * Rewrites SQL text with interpolated values to placeholders or to a template that binds, as text edits.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import type { TextEdit } from '../findings/finding.js'
import { contains } from './control-flow.js'
import { bindingOf } from './sql-bindings.js'
import { tagIn } from './operations.js'
import type { Resolver } from './resolver.js'
import type { BuiltSql, DynamicPart } from './types.js'

/** A value taken out of the text. */
interface Taken {
  readonly part: DynamicPart
  /** Text between the quotes around a value in LIKE. */
  readonly lead: string
  readonly trail: string
}

/** Code that stays interpolated: a number, a name from a list. */
interface Kept {
  readonly code: string
}

/** A piece of the text: constant, code that stays, or a value that will be bound. */
type Piece = string | Kept | Taken

/**
 * Edits that bind every part which stands in the position of a value; undefined where a part stands elsewhere, the
 * text is not built in one expression, or the API takes parameters in a way that is not known.
 *
 * @param file path for the edits, relative to the root
 */
export function parametrise(built: BuiltSql, resolver: Resolver, file: string): TextEdit[] | undefined {
  if (built.through.length > 0 || built.parts.some((part) => part.position === 'identifier' || part.position === 'fragment')) return undefined
  const call = built.sql.call.node
  if (!ts.isCallExpression(call) || call.getSourceFile() !== built.expression.getSourceFile()) return undefined
  const text = textExpression(built, resolver)
  const pieces = text && piecesOf(text, built)
  if (!text || !pieces) return undefined
  const target = resolver.resolve(built.sql.call).library
  const twin = target && tagIn(target.tags, 'twin')?.value
  if (twin) return text === skipOuter(call.arguments[0] as ts.Expression) ? toTwin(call, text, pieces, twin, file) : undefined
  const taken = pieces.filter(isTaken)
  const binding = target && bindingOf(built.sql, target, taken.map((value) => ({ expression: value.part.expression, text: valueText(value) })), resolver, file)
  if (!binding) return undefined
  return [...withPlaceholders(text, pieces, binding.placeholder, file), ...binding.edits]
}

/** The template or concatenation: the argument, or the only value of a constant used for nothing else. */
function textExpression(built: BuiltSql, resolver: Resolver): ts.Expression | undefined {
  const value = skipOuter(built.expression)
  if (!ts.isIdentifier(value)) return value
  const declaration = resolver.symbolOf(value)?.valueDeclaration
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined
  if ((ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0) return undefined
  const scope = ts.findAncestor(declaration, (node) => ts.isBlock(node) || ts.isSourceFile(node))
  let uses = 0
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === value.text) uses++
    ts.forEachChild(node, visit)
  }
  if (scope) visit(scope)
  // Its declaration and the one call.
  return uses === 2 ? skipOuter(declaration.initializer) : undefined
}

// ---- Text -----------------------------------------------------------------------------------------------------

/** Constant text and bound values in order, quotes and wildcards around a value taken with it; undefined where a part is more. */
function piecesOf(text: ts.Expression, built: BuiltSql): Piece[] | undefined {
  const operands = ts.isTemplateExpression(text) ? [text.head.text, ...text.templateSpans.flatMap((span) => [span.expression, span.literal.text])] : ts.isBinaryExpression(text) ? operandsOf(text) : undefined
  if (!operands || (ts.isBinaryExpression(text) && /\/\/|\/\*/.test(text.getText()))) return undefined
  const pieces: Piece[] = []
  let skip = 0
  let found = 0
  for (const [index, operand] of operands.entries()) {
    if (typeof operand === 'string' || ts.isStringLiteralLike(operand)) {
      pieces.push((typeof operand === 'string' ? operand : operand.text).slice(skip))
      skip = 0
      continue
    }
    const inner = skipOuter(operand)
    const part = built.parts.find((one) => skipOuter(one.expression) === inner)
    if (!part) {
      if (!ts.isTemplateExpression(text) || built.parts.some((one) => contains(operand, one.expression))) return undefined
      pieces.push({ code: operand.getText() })
      continue
    }
    const next = operands[index + 1]
    const before = pieces.at(-1)
    const after = typeof next === 'string' ? next : next && ts.isStringLiteralLike(next) ? next.text : ''
    const around = isList(part.expression) ? undefined : surroundings(typeof before === 'string' ? before : '', after, part)
    if (!around) return undefined
    const quotes = part.position === 'value' ? 0 : 1
    if (typeof before === 'string') pieces[pieces.length - 1] = before.slice(0, before.length - around.lead.length - quotes)
    skip = around.trail.length + quotes
    pieces.push({ part, ...around })
    found++
  }
  return found === built.parts.length ? pieces : undefined
}

/** What stands around an interpolation: quotes and wildcards that go with it. */
function surroundings(before: string, after: string, part: DynamicPart): { lead: string; trail: string } | undefined {
  if (part.position === 'value') return { lead: '', trail: '' }
  const [, quote, lead] = /(['"])([^'"]*)$/.exec(before) ?? []
  const trail = quote === undefined ? undefined : after.slice(0, Math.max(0, after.indexOf(quote)))
  if (quote === undefined || lead === undefined || trail === undefined || !after.includes(quote)) return undefined
  // Only wildcards and plain text may be moved into the value.
  return /[\\`$'"]/.test(lead + trail) || (part.position === 'quoted' && lead + trail !== '') ? undefined : { lead, trail }
}

function withPlaceholders(text: ts.Expression, pieces: readonly Piece[], placeholder: (index: number) => string, file: string): TextEdit[] {
  let index = 0
  const result = pieces.map((piece) => (isTaken(piece) ? placeholder(index++) : piece))
  const isTemplate = ts.isTemplateExpression(text) || result.some((piece) => typeof piece !== 'string' || /['\n\\]/.test(piece))
  return [{ file, start: text.getStart(), end: text.getEnd(), text: isTemplate ? templateOf(result) : `'${result.join('')}'` }]
}

function templateOf(pieces: readonly (string | Kept)[]): string {
  return `\`${pieces.map((piece) => (typeof piece === 'string' ? piece.replace(/[\\`]|\$(?=\{)/g, (character) => `\\${character}`) : `\${${piece.code}}`)).join('')}\``
}

/** `db.$queryRawUnsafe(\`...\`)` becomes `db.$queryRaw\`...\``, without the quotes around values; `sql.raw(...)` becomes `sql\`...\``. */
function toTwin(call: ts.CallExpression, text: ts.Expression, pieces: readonly Piece[], twin: string, file: string): TextEdit[] | undefined {
  const callee = skipOuter(call.expression)
  if (call.arguments.length !== 1 || !ts.isPropertyAccessExpression(callee)) return undefined
  const template = templateOf(pieces.map((piece) => (isTaken(piece) ? { code: valueText(piece) } : piece)))
  const open = call.getSourceFile().text.lastIndexOf('(', text.getStart())
  const member: TextEdit = twin === 'this' ? { file, start: callee.expression.getEnd(), end: callee.name.getEnd(), text: '' } : { file, start: callee.name.getStart(), end: callee.name.getEnd(), text: twin }
  return [member, { file, start: open, end: call.getEnd(), text: template }]
}

function isTaken(piece: Piece): piece is Taken {
  return typeof piece !== 'string' && 'part' in piece
}

function valueText({ part, lead, trail }: Taken): string {
  const text = part.expression.getText()
  // Some databases take no text for a number of rows.
  if (/\b(?:limit|offset)\s+$/i.test(part.before)) return `Number(${text})`
  return lead || trail ? `\`${lead}\${${text}}${trail}\`` : text
}

function operandsOf(expression: ts.Expression): ts.Expression[] {
  const value = skipOuter(expression)
  return ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.PlusToken ? [...operandsOf(value.left), ...operandsOf(value.right)] : [value]
}

/** A joined list needs one placeholder for each element, which only the program can count. */
function isList(expression: ts.Expression): boolean {
  const value = skipOuter(expression)
  return ts.isCallExpression(value) && ts.isPropertyAccessExpression(value.expression) && /^(?:join|map)$/.test(value.expression.name.text)
}
