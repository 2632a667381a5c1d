/**
 * Rewrites SQL text with interpolated values to placeholders with parameters, as text edits.
 */
import { ts } from 'ts-morph'
import { argumentsOf, skipOuter } from '../libraries/paths.js'
import type { TextEdit } from '../findings/finding.js'
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

/**
 * Edits that bind every part which stands in the position of a value; undefined where a part stands elsewhere, the
 * text is not built in one expression, or the API takes parameters in a way that is not known.
 *
 * @param file path for the edits, relative to the root
 */
export function parametrise(built: BuiltSql, resolver: Resolver, file: string): TextEdit[] | undefined {
  if (built.through.length > 0 || built.parts.some((part) => part.position === 'identifier' || part.position === 'fragment')) return undefined
  const call = built.sql.call.node
  if (!ts.isCallExpression(call) || built.sql.call.node.getSourceFile() !== built.expression.getSourceFile()) return undefined
  const text = textExpression(built, resolver)
  if (!text) return undefined
  const target = resolver.resolve(built.sql.call).library
  const twin = target && tagIn(target.tags, 'twin')?.value
  if (twin) return text === skipOuter(argumentsOf(call)[0] as ts.Expression) ? toTwin(call, text, built, twin, file) : undefined
  // `0.values|1`: with text as the argument itself, parameters are an argument of their own.
  const params = target && tagIn(target.tags, 'params')?.value.split('|').find((path) => /^\d+$/.test(path))
  const placeholder = built.sql.placeholder
  // `query({ text })` takes its values in the same object.
  if (argumentsOf(call).some((argument) => ts.isObjectLiteralExpression(skipOuter(argument)))) return undefined
  if (params === undefined || (placeholder !== '$' && placeholder !== '?')) return undefined
  const index = Number(params)
  const existing = argumentsOf(call)[index] && skipOuter(argumentsOf(call)[index] as ts.Expression)
  if (existing && !ts.isArrayLiteralExpression(existing)) return undefined
  // With `?` the order of parameters is the order of the text; mixing old and new ones needs care nobody asked for.
  if (existing && placeholder === '?' && existing.elements.length > 0) return undefined
  if (!existing && argumentsOf(call).length > index) return undefined
  if (!existing && argumentsOf(call).length < index) return undefined
  const count = existing ? existing.elements.length : 0
  const rewritten = withPlaceholders(text, built, (position) => (placeholder === '$' ? `$${count + position + 1}` : '?'), file)
  if (!rewritten) return undefined
  const values = rewritten.taken.map(valueText).join(', ')
  if (existing) {
    const at = existing.elements.length > 0 ? (existing.elements.at(-1) as ts.Expression).getEnd() : existing.getStart() + 1
    rewritten.edits.push({ file, start: at, end: at, text: existing.elements.length > 0 ? `, ${values}` : values })
  } else {
    const last = argumentsOf(call).at(-1) as ts.Expression
    rewritten.edits.push({ file, start: last.getEnd(), end: last.getEnd(), text: `, [${values}]` })
  }
  return rewritten.edits
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

function withPlaceholders(text: ts.Expression, built: BuiltSql, placeholder: (index: number) => string, file: string): { edits: TextEdit[]; taken: Taken[] } | undefined {
  if (ts.isTemplateExpression(text)) return inTemplate(text, built, placeholder, file)
  return ts.isBinaryExpression(text) ? inConcatenation(text, built, placeholder, file) : undefined
}

/** What stands around an interpolation: quotes and wildcards that go with it. */
function surroundings(before: string, after: string, part: DynamicPart): { lead: string; trail: string } | undefined {
  if (part.position === 'value') return { lead: '', trail: '' }
  const lead = /'([^']*)$/.exec(before)?.[1]
  const trail = /^([^']*)'/.exec(after)?.[1]
  if (lead === undefined || trail === undefined) return undefined
  // Only wildcards and plain text may be moved into the value.
  return /[\\`$]/.test(lead + trail) || (part.position === 'quoted' && lead + trail !== '') ? undefined : { lead, trail }
}

function inTemplate(text: ts.TemplateExpression, built: BuiltSql, placeholder: (index: number) => string, file: string): { edits: TextEdit[]; taken: Taken[] } | undefined {
  const edits: TextEdit[] = []
  const taken: Taken[] = []
  for (const [index, span] of text.templateSpans.entries()) {
    const part = built.parts.find((one) => contains(span.expression, one.expression))
    if (!part) continue
    if (skipOuter(span.expression) !== skipOuter(part.expression) || isList(part.expression)) return undefined
    const before = index === 0 ? text.head.text : (text.templateSpans[index - 1]?.literal.text ?? '')
    const around = surroundings(before, span.literal.text, part)
    if (!around) return undefined
    const quotes = part.position === 'value' ? 0 : 1
    // `${` stands two characters before the expression's full start.
    const start = span.expression.getFullStart() - 2 - around.lead.length - quotes
    const end = span.literal.getStart() + 1 + around.trail.length + quotes
    edits.push({ file, start, end, text: placeholder(taken.length) })
    taken.push({ part, ...around })
  }
  return taken.length === built.parts.length ? { edits, taken } : undefined
}

function inConcatenation(text: ts.BinaryExpression, built: BuiltSql, placeholder: (index: number) => string, file: string): { edits: TextEdit[]; taken: Taken[] } | undefined {
  const operands = operandsOf(text)
  if (/\/\/|\/\*/.test(text.getText())) return undefined
  const taken: Taken[] = []
  let result = ''
  let skip = 0
  for (const [index, operand] of operands.entries()) {
    if (ts.isStringLiteralLike(operand)) {
      result += operand.text.slice(skip)
      skip = 0
      continue
    }
    const part = built.parts.find((one) => skipOuter(one.expression) === operand)
    const next = operands[index + 1]
    if (!part || isList(part.expression)) return undefined
    const around = surroundings(result, next && ts.isStringLiteralLike(next) ? next.text : '', part)
    if (!around) return undefined
    const quotes = part.position === 'value' ? 0 : 1
    result = result.slice(0, result.length - around.lead.length - quotes) + placeholder(taken.length)
    skip = around.trail.length + quotes
    taken.push({ part, ...around })
  }
  if (taken.length !== built.parts.length) return undefined
  const isPlain = !/['\n\\]/.test(result)
  const literal = isPlain ? `'${result}'` : `\`${result.replace(/[\\`]|\$(?=\{)/g, (character) => `\\${character}`)}\``
  return { edits: [{ file, start: text.getStart(), end: text.getEnd(), text: literal }], taken }
}

/** `db.$queryRawUnsafe(\`...\`)` becomes `db.$queryRaw\`...\``, without the quotes around values. */
function toTwin(call: ts.CallExpression, text: ts.Expression, built: BuiltSql, twin: string, file: string): TextEdit[] | undefined {
  const callee = skipOuter(call.expression)
  if (!ts.isTemplateExpression(text) || call.arguments.length !== 1 || !ts.isPropertyAccessExpression(callee)) return undefined
  const edits: TextEdit[] = [{ file, start: callee.name.getStart(), end: callee.name.getEnd(), text: twin }]
  let found = 0
  for (const [index, span] of text.templateSpans.entries()) {
    const part = built.parts.find((one) => contains(span.expression, one.expression))
    if (!part) continue
    if (skipOuter(span.expression) !== skipOuter(part.expression) || isList(part.expression)) return undefined
    const before = index === 0 ? text.head.text : (text.templateSpans[index - 1]?.literal.text ?? '')
    const around = surroundings(before, span.literal.text, part)
    if (!around) return undefined
    found++
    if (part.position === 'value') continue
    const start = span.expression.getFullStart() - 2 - around.lead.length - 1
    const end = span.literal.getStart() + 1 + around.trail.length + 1
    edits.push({ file, start, end, text: `\${${valueText({ part, ...around })}}` })
  }
  if (found !== built.parts.length) return undefined
  const open = call.getSourceFile().text.lastIndexOf('(', text.getStart())
  edits.push({ file, start: open, end: text.getStart(), text: '' }, { file, start: text.getEnd(), end: call.getEnd(), text: '' })
  return edits
}

function valueText({ part, lead, trail }: Taken): string {
  const text = part.expression.getText()
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

function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer.getSourceFile() === inner.getSourceFile() && outer.pos <= inner.pos && inner.end <= outer.end
}
