/**
 * Edits that give the promise of a callback to somebody.
 */
import { ts } from 'ts-morph'
import type { Fix, TextEdit } from '../../src/findings/finding.js'
import type { AbandonedCallback } from '../../src/model/promise-types.js'
import type { Model } from '../../src/model/types.js'

/** The best repair for how the promise is lost. */
export function fixesOf(abandoned: AbandonedCallback, model: Model): Fix[] {
  const { kind, call } = abandoned
  if (kind === 'handler') return [passToNext(abandoned) ?? wrapRecipe(abandoned)]
  if (kind === 'mapped') return [collect(abandoned) ?? collectRecipe()]
  if (kind === 'true') return [{ kind: 'recipe', title: 'Resolve the answers first.', edits: [], code: 'const answers = await Promise.all(items.map(check))\nconst passed = items.filter((_, index) => answers[index])' }]
  if (kind === 'executor') return [{ kind: 'recipe', title: 'Return the promise of an async function.', edits: [], code: 'const work = async () => {\n  // what the executor does, with return for resolve and throw for reject\n}\nreturn work()' }]
  if (call.name === 'forEach') return [forOf(abandoned, model) ?? { kind: 'recipe', title: 'Walk the list with for...of.', edits: [], code: 'for (const item of items) {\n  await work(item)\n}' }]
  return [{ kind: 'recipe', title: 'Catch inside the callback.', edits: [], code: "async () => {\n  try {\n    await work()\n  } catch (error) {\n    console.error('background work failed', error)\n  }\n}" }]
}

/** `items.forEach(async (item) => { ... })` as a loop that waits. */
function forOf({ call, unit }: AbandonedCallback, model: Model): Fix | undefined {
  const { node } = call
  const outer = model.unitOf(node)
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || !ts.isExpressionStatement(node.parent) || !outer?.isAsync || node.arguments.length !== 1) return undefined
  const callback = unit.node
  if (callback !== node.arguments[0] || !(ts.isArrowFunction(callback) || ts.isFunctionExpression(callback)) || node.expression.questionDotToken) return undefined
  const [element, index, ...more] = callback.parameters
  if (!element || element.initializer || element.type || more.length > 0 || (index && !ts.isIdentifier(index.name)) || usesThis(callback)) return undefined
  const list = node.expression.expression.getText()
  const head = index ? `for (const [${index.name.getText()}, ${element.name.getText()}] of ${list}.entries()) ` : `for (const ${element.name.getText()} of ${list}) `
  const returns = ts.isBlock(callback.body) ? returnsOf(callback.body) : []
  if (!returns) return undefined
  const file = call.unit.file.relative
  const edits: TextEdit[] = [{ file, start: node.getStart(), end: callback.body.getStart(), text: ts.isBlock(callback.body) ? head : `${head}{ ` }]
  for (const statement of returns) edits.push({ file, start: statement.getStart(), end: statement.getStart() + 'return'.length, text: 'continue' })
  edits.push({ file, start: callback.body.end, end: node.parent.end, text: ts.isBlock(callback.body) ? '' : ' }' })
  return { kind: 'suggestion', title: 'Walk the list with for...of, and wait for each element.', edits }
}

/** Empty `return`s, which become `continue`; undefined where one returns a value or stands in a loop of its own. */
function returnsOf(body: ts.Block): ts.ReturnStatement[] | undefined {
  const found: ts.ReturnStatement[] = []
  let isSimple = true
  const visit = (node: ts.Node, inLoop: boolean): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return
    if (ts.isReturnStatement(node)) {
      if (node.expression || inLoop) isSimple = false
      else found.push(node)
    }
    ts.forEachChild(node, (child) => visit(child, inLoop || ts.isIterationStatement(node, false) || ts.isSwitchStatement(node)))
  }
  visit(body, false)
  return isSimple ? found : undefined
}

function usesThis(node: ts.ArrowFunction | ts.FunctionExpression): boolean {
  return ts.isFunctionExpression(node) && /\bthis\b|\barguments\b/.test(node.body.getText())
}

/** `await Promise.all(items.map(...))` */
function collect({ call }: AbandonedCallback): Fix | undefined {
  const { node, unit } = call
  if (!ts.isExpressionStatement(node.parent) || !unit.isAsync) return undefined
  const file = unit.file.relative
  return {
    kind: 'suggestion',
    title: 'Wait for all of them.',
    edits: [
      { file, start: node.getStart(), end: node.getStart(), text: 'await Promise.all(' },
      { file, start: node.end, end: node.end, text: ')' },
    ],
  }
}

function collectRecipe(): Fix {
  return { kind: 'recipe', title: 'Wait for all of them.', edits: [], code: 'await Promise.all(items.map(work))' }
}

/** A template over several lines: more room in front of them would change what it says. */
function holdsTextOverLines(node: ts.Node): boolean {
  if (ts.isTemplateLiteral(node) && node.getText().includes('\n')) return true
  return ts.forEachChild(node, (child) => holdsTextOverLines(child) || undefined) ?? false
}

/** Puts the body of a handler into `try`, and gives what is thrown to `next`. */
function passToNext({ unit }: AbandonedCallback): Fix | undefined {
  const { node } = unit
  if (ts.isSourceFile(node) || ts.isClassStaticBlockDeclaration(node) || !node.body || !ts.isBlock(node.body) || !unit.isAsync) return undefined
  const { parameters } = node
  // An error handler has `next` in the fourth place.
  const place = parameters.length === 4 ? 3 : 2
  const given = parameters[place]
  if ((given && !ts.isIdentifier(given.name)) || parameters.length < 2 || parameters.length > 4) return undefined
  const file = unit.file.relative
  const source = node.getSourceFile()
  const { body } = node
  const next = given ? given.name.getText() : 'next'
  if (!given && new RegExp(String.raw`\bnext\b`).test(body.getText())) return undefined
  const edits: TextEdit[] = []
  const last = parameters[1] as ts.ParameterDeclaration
  if (!given) edits.push({ file, start: last.end, end: last.end, text: `, next${last.type ? ': (error: unknown) => void' : ''}` })
  const lineStart = source.text.lastIndexOf('\n', body.end - 2) + 1
  const indent = /^[ \t]*/.exec(source.text.slice(lineStart))?.[0] ?? ''
  const step = indent.includes('\t') ? '\t' : '  '
  const inner = source.text.slice(body.getStart() + 1, body.end - 1)
  const isOneLine = !inner.includes('\n')
  // The text of templates over several lines must stay as it is.
  const content = isOneLine ? `\n${indent}${step}${step}${inner.trim()}\n` : holdsTextOverLines(body) ? inner : inner.replace(/\n(?=[ \t]*\S)/g, `\n${step}`)
  const opened = content.replace(/[ \t]*$/, '')
  edits.push({ file, start: body.getStart() + 1, end: body.end - 1, text: `\n${indent}${step}try {${opened.startsWith('\n') ? '' : '\n'}${opened.endsWith('\n') ? opened : `${opened}\n`}${indent}${step}} catch (error) {\n${indent}${step}${step}${next}(error)\n${indent}${step}}\n${indent}` })
  return { kind: 'suggestion', title: `Give what fails to ${next}.`, edits }
}

function wrapRecipe({ expression }: AbandonedCallback): Fix {
  const text = expression.getText()
  return {
    kind: 'recipe',
    title: 'Wrap the handler, so that its rejection reaches the error handler.',
    edits: [],
    code: `const handled = (run) => (req, res, next) => Promise.resolve(run(req, res, next)).catch(next)\n// handled(${text.length > 60 ? '...' : text})`,
  }
}
