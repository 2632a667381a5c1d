/**
 * Functions that a document schema is given and that its model or its documents then have as members:
 * `userSchema.statics.isEmailTaken = async function (email) { return !!(await this.findOne({ email })) }`.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'

export interface SchemaMember {
  /** On the model itself (`statics`), or on each document (`methods`). */
  readonly kind: 'static' | 'method'
  readonly name: string
  /** The variable that holds the schema, as written. */
  readonly schema: string
}

/** Whether a file can give a schema members at all. */
export function mayHaveMembers(text: string): boolean {
  return /\.(?:static|method)s?\b/.test(text)
}

/** What a function is assigned to a schema as; undefined for all others. */
export function schemaMember(node: ts.Node): SchemaMember | undefined {
  if (!ts.isFunctionExpression(node) && !ts.isArrowFunction(node)) return undefined
  const { parent } = node
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.right === node) {
    const match = /^([\w$]+)\.(static|method)s\.([\w$]+)$/.exec(parent.left.getText())
    return match ? { schema: match[1] as string, kind: match[2] as SchemaMember['kind'], name: match[3] as string } : undefined
  }
  // `userSchema.statics = { isEmailTaken: async function (email) { ... } }`
  if (ts.isPropertyAssignment(parent) && ts.isBinaryExpression(parent.parent.parent) && parent.parent.parent.right === parent.parent) {
    const match = /^([\w$]+)\.(static|method)s$/.exec(parent.parent.parent.left.getText())
    return match ? { schema: match[1] as string, kind: match[2] as SchemaMember['kind'], name: parent.name.getText() } : undefined
  }
  // `userSchema.static('isEmailTaken', async function (email) { ... })`
  if (!ts.isCallExpression(parent) || parent.arguments[1] !== node) return undefined
  const name = skipOuter(parent.arguments[0] as ts.Expression)
  const match = /^([\w$]+)\.(static|method)$/.exec(parent.expression.getText())
  return match && ts.isStringLiteralLike(name) ? { schema: match[1] as string, kind: match[2] as SchemaMember['kind'], name: name.text } : undefined
}

/** The static of a schema around a node that stands for `this` there: arrow functions in between keep it. */
export function staticAround(node: ts.Node): SchemaMember | undefined {
  const owner = ts.findAncestor(node, (at) => ts.isFunctionExpression(at) || ts.isFunctionDeclaration(at) || ts.isMethodDeclaration(at) || ts.isClassLike(at))
  const member = owner && schemaMember(owner)
  return member?.kind === 'static' ? member : undefined
}

/** The name of the model that a file makes of a schema: `mongoose.model('User', userSchema)`. */
export function modelOf({ schema }: SchemaMember, sourceFile: ts.SourceFile): string | undefined {
  return new RegExp(String.raw`\bmodel(?:<[^()]*>)?\(\s*['"\x60](\w+)['"\x60]\s*,\s*${schema.replaceAll('$', String.raw`\$`)}\b`).exec(sourceFile.text)?.[1]
}
