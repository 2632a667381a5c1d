/**
 * Edits for the plain shapes: one row looked up by a key of the element, or one row created from it.
 */
import { ts } from 'ts-morph'
import type { Fix, TextEdit } from '../../src/findings/finding.js'
import { receiverOf, skipOuter } from '../../src/libraries/paths.js'
import type { Loop, Operation } from '../../src/model/types.js'

/** The edit that takes the only query of a loop out of it; undefined where that needs a person. */
export function suggestionFor(loop: Loop, operation: Operation): Fix | undefined {
  const item = loop.variable
  const collection = loop.collection && skipOuter(loop.collection)
  // What is evaluated twice has to be a name, and comments would be lost.
  if (item === undefined || !/^[\w$]+$/.test(item) || !collection || !/^[\w$.?!]+$/.test(collection.getText()) || operation.steps.length > 0 || !operation.many) return undefined
  return operation.access === 'write' ? writeAll(loop, operation, collection, item) : loadBefore(loop, operation, collection, item)
}

/** `for (const x of xs) await t.create({ data })` becomes `await t.createMany({ data: xs.map((x) => (data)) })`. */
function writeAll(loop: Loop, operation: Operation, collection: ts.Expression, item: string): Fix | undefined {
  const { data, many } = operation
  const call = operation.call.node
  const whole = wholeLoop(loop, operation)
  if (!many || many.keys !== undefined || !data || !whole || !ts.isCallExpression(call) || /\/\/|\/\*/.test(whole.getText())) return undefined
  // Rows of other tables that are written along, and values that wait, have no place in a batch.
  if (/\b(?:connect|create|connectOrCreate)\s*:/.test(data.getText()) || /\bawait\b/.test(data.getText())) return undefined
  const receiver = receiverOf(call)
  const first = call.arguments[0]
  if (!receiver || !first || call.arguments.length !== 1) return undefined
  const value = ts.isObjectLiteralExpression(skipOuter(data)) ? `(${data.getText()})` : data.getText()
  const rows = value === item ? collection.getText() : `${collection.getText()}.map((${item}) => ${value})`
  const argument = first.getText()
  const start = data.getStart() - first.getStart()
  const text = `await ${receiver.getText()}.${many.member}(${argument.slice(0, start)}${shorthand(data)}${rows}${argument.slice(start + data.getText().length)})`
  return {
    kind: 'suggestion',
    title: `Write all ${collection.getText()} with one ${many.member}.`,
    edits: [{ file: loop.file.relative, start: whole.getStart(), end: whole.getEnd(), text: whole.getText().trimEnd().endsWith(';') ? `${text};` : text }],
  }
}

/** `{ data }` needs its name when the value changes. */
function shorthand(data: ts.Expression): string {
  return ts.isShorthandPropertyAssignment(data.parent) ? `${data.getText()}: ` : ''
}

/** The statement that is nothing but the loop, when its only work is the operation. */
function wholeLoop(loop: Loop, operation: Operation): ts.Statement | undefined {
  const awaited = ts.isAwaitExpression(operation.node.parent) ? operation.node.parent : operation.node
  if (ts.isForOfStatement(loop.node)) {
    const { statement } = loop.node
    const only = ts.isBlock(statement) ? (statement.statements.length === 1 ? statement.statements[0] : undefined) : statement
    return only && ts.isExpressionStatement(only) && ts.isAwaitExpression(only.expression) && only.expression === awaited ? loop.node : undefined
  }
  // `await Promise.all(xs.map((x) => t.create({ data })))`, whose result nobody looks at.
  const callback = ts.isCallExpression(loop.node) ? loop.node.arguments[0] : undefined
  if (!callback || !ts.isArrowFunction(callback) || ts.isBlock(callback.body) || skipOuter(callback.body) !== skipOuter(awaited)) return undefined
  const all = loop.node.parent
  const waited = all.parent
  return ts.isCallExpression(all) && /^Promise\.all$/.test(all.expression.getText()) && ts.isAwaitExpression(waited) && ts.isExpressionStatement(waited.parent) ? waited.parent : undefined
}

/** One read before the loop, and a look-up in it. */
function loadBefore(loop: Loop, operation: Operation, collection: ts.Expression, item: string): Fix | undefined {
  const { many } = operation
  const call = operation.call.node
  const awaited = operation.node.parent
  const where = operation.where[0]
  if (!many?.keys || !ts.isCallExpression(call) || !ts.isAwaitExpression(awaited) || where === undefined || where === true || !ts.isObjectLiteralExpression(where)) return undefined
  const [filter] = where.properties
  if (!filter || where.properties.length !== 1) return undefined
  const key = ts.isShorthandPropertyAssignment(filter) ? { name: filter.name.text, value: filter.name.text } : ts.isPropertyAssignment(filter) && ts.isIdentifier(filter.name) ? { name: filter.name.text, value: filter.initializer.getText() } : undefined
  if (!key || !new RegExp(String.raw`^${item.replaceAll('$', String.raw`\$`)}(?:[?!]?\.[\w$]+)*$`).test(key.value)) return undefined
  const first = call.arguments[0]
  const receiver = receiverOf(call)
  // Chosen columns may leave the key out.
  if (!first || !receiver || call.arguments.length !== 1 || /\bselect\b|\battributes\b/.test(first.getText())) return undefined
  const statement = statementOf(loop.node)
  const source = call.getSourceFile()
  if (!statement || (!loop.unit.isAsync && loop.unit.kind !== 'module')) return undefined
  const keys = key.value === item ? collection.getText() : `${collection.getText()}.map((${item}) => ${key.value})`
  const list = { in: `{ in: ${keys} }`, $in: `{ $in: ${keys} }`, array: keys, In: `In(${keys})` }[many.keys]
  const argument = first.getText()
  const at = where.getStart() - first.getStart()
  const singular = (operation.table ?? 'row').replace(/^.*\./, '').replace(/[^\w$]/g, '')
  const taken = source.text
  const rows = free(`${singular.replace(/s$/, '')}s`, taken)
  const byKey = free(`${singular.replace(/s$/, '')}By${key.name.charAt(0).toUpperCase()}${key.name.slice(1)}`, taken)
  const indent = /[^\n]*$/.exec(source.text.slice(0, statement.getStart()))?.[0].replace(/\S.*/, '') ?? ''
  const semicolon = source.text.slice(0, statement.getStart()).trimEnd().endsWith(';') || statement.getText().trimEnd().endsWith(';') ? ';' : ''
  const load = [
    `const ${rows} = await ${receiver.getText()}.${many.member}(${argument.slice(0, at)}{ ${key.name}: ${list} }${argument.slice(at + where.getText().length)})${semicolon}`,
    `const ${byKey} = new Map(${rows}.map((row) => [row.${key.name}, row]))${semicolon}`,
  ]
  const found = `${byKey}.get(${key.value}) ?? null`
  const isOperand = !ts.isVariableDeclaration(awaited.parent) && !ts.isReturnStatement(awaited.parent) && !ts.isExpressionStatement(awaited.parent)
  const edits: TextEdit[] = [
    { file: loop.file.relative, start: statement.getStart(), end: statement.getStart(), text: `${load.join(`\n${indent}`)}\n${indent}` },
    { file: loop.file.relative, start: awaited.getStart(), end: awaited.getEnd(), text: isOperand ? `(${found})` : found },
  ]
  if (many.keys === 'In') {
    const added = importOfIn(source, operation.package)
    if (!added) return undefined
    edits.push(...added.map((edit) => ({ ...edit, file: loop.file.relative })))
  }
  return { kind: 'suggestion', title: `Load the rows with one ${many.member} before the loop.`, edits }
}

/** The statement of a block that a loop stands in. */
function statementOf(node: ts.Node): ts.Statement | undefined {
  for (let at = node; at.parent; at = at.parent) {
    if (ts.isFunctionLike(at)) return undefined
    if (ts.isBlock(at.parent) || ts.isSourceFile(at.parent) || ts.isCaseOrDefaultClause(at.parent)) return at as ts.Statement
  }
  return undefined
}

function free(name: string, text: string): string {
  let candidate = name
  for (let count = 2; new RegExp(String.raw`(?<![\w$])${candidate.replaceAll('$', String.raw`\$`)}(?![\w$])`).test(text); count++) candidate = `${name}${count}`
  return candidate
}

/** Edits that bring `In` into a file that imports its package; undefined where it cannot be added. */
function importOfIn(source: ts.SourceFile, from: string): Omit<TextEdit, 'file'>[] | undefined {
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier) || statement.moduleSpecifier.text !== from) continue
    const named = statement.importClause?.namedBindings
    if (!named || !ts.isNamedImports(named) || statement.importClause?.phaseModifier !== undefined) continue
    if (named.elements.some((element) => element.name.text === 'In')) return []
    const last = named.elements.at(-1)
    return last && [{ start: last.getEnd(), end: last.getEnd(), text: ', In' }]
  }
  return undefined
}
