/**
 * Replaces a blocking call by what does the same and returns a promise, as its library model names it.
 */
import { ts } from 'ts-morph'
import type { Fix, TextEdit } from '../../src/findings/finding.js'
import type { Operation } from '../../src/model/types.js'

/** The way out of a blocking call: edits where the function around it can wait, else code to read. */
export function twinOf(operation: Operation): Fix | undefined {
  const [name, how] = operation.target?.tags.find((tag) => tag.name === 'async')?.value.split(' ') ?? []
  const { node } = operation.call
  if (name === undefined || !ts.isCallExpression(node)) return undefined
  const given = node.arguments.map((argument) => argument.getText()).join(', ')
  // `bcryptjs` keeps its promises on the thread that answers requests, too.
  if (how === 'yielding') return { kind: 'recipe', title: `Use a native library, whose ${name} works beside the thread, or do it in a worker thread.`, edits: [], code: `await ${name}(${given})  // of a native library` }
  const receiver = ts.isPropertyAccessExpression(node.expression) ? `${node.expression.expression.getText()}.` : ''
  const title = `Wait for ${receiver}${name} instead, which leaves the thread to others.`
  if (how === 'promisified') return { kind: 'recipe', title, edits: [], code: `await promisify(${receiver}${name})(${given})  // promisify of node:util` }
  const edits = operation.unit.isAsync && !operation.unit.isGenerator ? editsFor(node, name, operation.unit.file.relative) : undefined
  if (edits) return { kind: 'suggestion', title, edits }
  const code = `await ${receiver}${name}(${given})`
  return { kind: 'recipe', title: operation.unit.isAsync ? title : wayToWait(operation, `${receiver}${name}`), edits: [], code }
}

function wayToWait({ unit }: Operation, name: string): string {
  const iteration = /^callback of .*\.(forEach|map|filter|some|every|find|reduce|flatMap)$/.exec(unit.name)?.[1]
  // Nobody waits for what such a callback promises.
  return iteration ? `Write the ${iteration} as a for loop in an async function, and wait for ${name} in it.` : `Make ${unit.name} async and wait for ${name}.`
}

function editsFor(node: ts.CallExpression, twin: string, file: string): TextEdit[] | undefined {
  const callee = node.expression
  const renamed = ts.isPropertyAccessExpression(callee) ? { node: callee.name, text: twin, more: [] } : ts.isIdentifier(callee) ? imported(callee, twin, file) : undefined
  if (!renamed) return undefined
  const { parent } = node
  const isInner =
    ((ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isNonNullExpression(parent)) && parent.expression === node) || (ts.isCallExpression(parent) && parent.expression === node)
  const start = node.getStart()
  return [
    { file, start, end: start, text: isInner ? '(await ' : 'await ' },
    { file, start: renamed.node.getStart(), end: renamed.node.end, text: renamed.text },
    ...(isInner ? [{ file, start: node.end, end: node.end, text: ')' }] : []),
    ...renamed.more,
  ]
}

/** A name that was imported by itself: what is needed is imported beside it. */
function imported(callee: ts.Identifier, twin: string, file: string): { readonly node: ts.Identifier; readonly text: string; readonly more: readonly TextEdit[] } | undefined {
  const binding = bindingOf(callee)
  if (!binding) return undefined
  const [first = '', ...rest] = twin.split('.')
  const present = binding.elements.find((element) => (element.propertyName ?? element.name).getText() === first)
  if (present) return { node: callee, text: [present.name.getText(), ...rest].join('.'), more: [] }
  // A name of the file's own must not be taken.
  if (new RegExp(`\\b${first}\\b`).test(callee.getSourceFile().text)) return undefined
  return { node: callee, text: twin, more: [{ file, start: binding.element.end, end: binding.element.end, text: `, ${first}` }] }
}

interface Binding {
  readonly element: ts.ImportSpecifier | ts.BindingElement
  readonly elements: readonly (ts.ImportSpecifier | ts.BindingElement)[]
}

/** Where a name comes into the file: `import { name } from '...'`, `const { name } = require('...')`. */
function bindingOf(name: ts.Identifier): Binding | undefined {
  for (const statement of name.getSourceFile().statements) {
    const elements = elementsOf(statement)
    const element = elements.find((one) => one.name.getText() === name.text)
    if (element) return { element, elements }
  }
  return undefined
}

function elementsOf(statement: ts.Statement): readonly (ts.ImportSpecifier | ts.BindingElement)[] {
  if (ts.isImportDeclaration(statement)) {
    const bindings = statement.importClause?.namedBindings
    return bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : []
  }
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations.flatMap((declaration) =>
    ts.isObjectBindingPattern(declaration.name) && declaration.initializer !== undefined && /^require\(/.test(declaration.initializer.getText()) ? [...declaration.name.elements] : [],
  )
}
