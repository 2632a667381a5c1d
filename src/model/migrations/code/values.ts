/**
 * Constant values and chains of calls in a migration, by syntax alone: migrations are not part of the program.
 */
import { ts } from 'ts-morph'
import { HOLE } from '../../../sql/scan.js'

/** Text with the place in the file of each of its characters, where they are the same characters. */
export interface PlacedText {
  readonly text: string
  /** Offset in the file of the character at an offset of the text; undefined where the text is not verbatim there. */
  at(offset: number): number | undefined
}

/** One link of a chain: `.alterTable('orders', ...)`; the name is '' for a call of the root itself. */
export interface Link {
  readonly name: string
  readonly call: ts.CallExpression | undefined
}

export interface Chain {
  readonly root: ts.Expression
  readonly links: readonly Link[]
}

/** Declarations are followed this far. */
const DEEPEST = 6

/** Names of a file and what they stand for. */
export class Values {
  private readonly declared = new Map<string, ts.Expression>()
  private readonly functions = new Map<string, ts.FunctionLikeDeclaration>()

  constructor(readonly sourceFile: ts.SourceFile) {
    const visit = (node: ts.Node): void => {
      if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer && !this.declared.has(node.name.text)) this.declared.set(node.name.text, node.initializer)
      else if (ts.isFunctionDeclaration(node) && node.name) this.functions.set(node.name.text, node)
      else if (ts.isMethodDeclaration(node) && ts.isIdentifier(node.name)) this.functions.set(`.${node.name.text}`, node)
      else if (ts.isPropertyDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) this.declared.set(`.${node.name.text}`, node.initializer)
      ts.forEachChild(node, visit)
    }
    visit(sourceFile)
  }

  /** The expression a name stands for, without casts and parentheses. */
  resolve(expression: ts.Expression, depth = 0): ts.Expression {
    const node = bare(expression)
    if (depth > DEEPEST) return node
    const found = ts.isIdentifier(node) ? this.declared.get(node.text) : ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword ? this.declared.get(`.${node.name.text}`) : undefined
    return found && found !== node ? this.resolve(found, depth + 1) : node
  }

  /** The function of the file that a callee names. */
  functionOf(callee: ts.Expression): ts.FunctionLikeDeclaration | undefined {
    if (ts.isPropertyAccessExpression(callee)) return callee.expression.kind === ts.SyntaxKind.ThisKeyword ? this.functions.get(`.${callee.name.text}`) : undefined
    if (!ts.isIdentifier(callee)) return undefined
    const value = this.declared.get(callee.text)
    return this.functions.get(callee.text) ?? (value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? value : undefined)
  }

  /** The text of an expression with holes for what is not constant; undefined where nothing of it is known. */
  text(expression: ts.Expression | undefined): string | undefined {
    return expression && this.placed(expression)?.text
  }

  /** Constant text without holes. */
  name(expression: ts.Expression | undefined): string | undefined {
    const text = this.text(expression)
    return text === undefined || text.includes(HOLE) || text === '' ? undefined : text
  }

  placed(expression: ts.Expression, depth = 0): PlacedText | undefined {
    const node = this.resolve(expression)
    if (depth > DEEPEST) return undefined
    if (ts.isStringLiteralLike(node)) return literal(node)
    if (ts.isTemplateExpression(node)) {
      const parts = [literal(node.head), ...node.templateSpans.flatMap((span) => [this.inner(span.expression, depth), literal(span.literal)])]
      return joined(parts)
    }
    if (ts.isTaggedTemplateExpression(node)) return this.placed(node.template, depth + 1)
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      const [left, right] = [this.placed(node.left, depth + 1), this.placed(node.right, depth + 1)]
      return left || right ? joined([left ?? HOLED, right ?? HOLED]) : undefined
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const inner = bare(node.expression.expression)
      const member = node.expression.name.text
      if (member === 'join' && ts.isArrayLiteralExpression(inner)) {
        const glue = this.text(node.arguments[0]) ?? ','
        return joined(inner.elements.flatMap((element, index) => [...(index > 0 ? [fixed(glue)] : []), this.placed(element, depth + 1) ?? HOLED]))
      }
      // `sql.raw('...')`, `'...'.trim()`, `sql.unsafe('...')`.
      if (/^(?:trim|trimStart|trimEnd)$/.test(member)) return this.placed(inner, depth + 1)
      if (/^(?:raw|unsafe|literal|func)$/.test(member) && node.arguments[0]) return this.placed(node.arguments[0], depth + 1)
    }
    return undefined
  }

  /** What is put into a template: constant text stays, everything else is a hole. */
  private inner(expression: ts.Expression, depth: number): PlacedText {
    const text = this.placed(expression, depth + 1)?.text
    return text === undefined ? HOLED : fixed(text)
  }

  /** A property of an object literal, also of one a name stands for. */
  property(expression: ts.Expression | undefined, ...names: readonly string[]): ts.Expression | undefined {
    const node = expression && this.resolve(expression)
    if (!node || !ts.isObjectLiteralExpression(node)) return undefined
    for (const property of node.properties) {
      const name = property.name && (ts.isIdentifier(property.name) || ts.isStringLiteralLike(property.name)) ? property.name.text : undefined
      if (name === undefined || !names.includes(name)) continue
      if (ts.isPropertyAssignment(property)) return property.initializer
      if (ts.isShorthandPropertyAssignment(property)) return property.name
    }
    return undefined
  }

  /** True or false where it is written; undefined for everything else. */
  flag(expression: ts.Expression | undefined): boolean | undefined {
    const kind = expression && this.resolve(expression).kind
    return kind === ts.SyntaxKind.TrueKeyword ? true : kind === ts.SyntaxKind.FalseKeyword ? false : undefined
  }

  /** Texts of a list, or of one text. */
  list(expression: ts.Expression | undefined): string[] {
    const node = expression && this.resolve(expression)
    if (!node) return []
    if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap((element) => this.name(element) ?? this.name(this.property(element, 'name')) ?? [])
    return [this.name(node)].flatMap((one) => one ?? [])
  }

  /** Elements of a list, or the one thing. */
  elements(expression: ts.Expression | undefined): ts.Expression[] {
    const node = expression && this.resolve(expression)
    return !node ? [] : ts.isArrayLiteralExpression(node) ? [...node.elements] : [node]
  }

  /** Properties of an object with their names. */
  entries(expression: ts.Expression | undefined): { readonly name: string; readonly value: ts.Expression }[] {
    const node = expression && this.resolve(expression)
    if (!node || !ts.isObjectLiteralExpression(node)) return []
    return node.properties.flatMap((property) => {
      const name = property.name && (ts.isIdentifier(property.name) || ts.isStringLiteralLike(property.name)) ? property.name.text : undefined
      return name !== undefined && ts.isPropertyAssignment(property) ? [{ name, value: property.initializer }] : []
    })
  }
}

const HOLED: PlacedText = { text: HOLE, at: () => undefined }

function fixed(text: string): PlacedText {
  return { text, at: () => undefined }
}

function literal(node: ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail): PlacedText {
  const start = node.getStart() + 1
  const source = node.getSourceFile().text
  const isVerbatim = source.slice(start, start + node.text.length) === node.text
  return { text: node.text, at: (offset) => (isVerbatim ? start + offset : undefined) }
}

function joined(parts: readonly PlacedText[]): PlacedText {
  return {
    text: parts.map((part) => part.text).join(''),
    at(offset) {
      let left = offset
      for (const part of parts) {
        if (left < part.text.length || (left === part.text.length && part === parts.at(-1))) return part.at(left)
        left -= part.text.length
      }
      return undefined
    },
  }
}

/** Without parentheses, casts, `await` and `!`. */
export function bare(expression: ts.Expression): ts.Expression {
  let node = expression
  while (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node) || ts.isAwaitExpression(node) || ts.isTypeAssertionExpression(node)) node = node.expression
  return node
}

/** The calls and properties that lead from a root to a node, in order. */
export function chainOf(node: ts.Expression): Chain {
  const links: Link[] = []
  let current = bare(node)
  for (;;) {
    if (ts.isCallExpression(current)) {
      const callee = bare(current.expression)
      if (ts.isPropertyAccessExpression(callee)) {
        links.unshift({ name: callee.name.text, call: current })
        current = bare(callee.expression)
        continue
      }
      if (ts.isIdentifier(callee)) {
        links.unshift({ name: '', call: current })
        current = callee
      }
      return { root: current, links }
    }
    if (!ts.isPropertyAccessExpression(current)) return { root: current, links }
    links.unshift({ name: current.name.text, call: undefined })
    current = bare(current.expression)
  }
}

export function isFunction(node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node)
}
