/**
 * Names under which functions of the project can be called.
 *
 * Who follows names to what they may run needs to know which of them can stand for a function at all: in
 * `const date = point.x` and `{ symbol: name }` data is renamed, a hundred times as often as functions are.
 */
import { ts } from 'ts-morph'
import { append } from '../findings/multimap.js'
import { skipOuter } from '../libraries/paths.js'
import type { TaggedNames } from '../libraries/tagged-names.js'
import { DEFAULT_OF, calleeName, type AliasFact, type FileFacts } from './syntax.js'
import type { Call, Unit } from './types.js'

/** @returns names of functions, of what holds them, and all they are renamed to */
export function functionNames(all: readonly FileFacts[], tagged: TaggedNames): ReadonlySet<string> {
  const own = new Set<string>()
  const called = new Set<string>()
  const mayMake: Unit[] = []
  for (const { units } of all)
    for (const unit of units) {
      for (const name of namesOf(unit)) own.add(name)
      for (const call of unit.calls) if (isBare(call)) called.add(call.name)
      if (unit.returns.length > 0) mayMake.push(unit)
    }
  const makers = new Set(tagged.starts)
  for (const unit of mayMake) if (unit.returns.some((value) => givesFunction(value, own))) for (const name of namesOf(unit)) makers.add(name)

  const renamed = new Map<string, string[]>()
  const queue = [...own]
  for (const { aliases } of all)
    for (const { name, of, made } of aliases) {
      for (const original of of) append(renamed, original, name)
      if (of.some((original) => original.startsWith(DEFAULT_OF) || (tagged.starts.has(original) && called.has(name))) || (made && makesFunction(made))) queue.push(name)
    }
  const names = new Set(queue)
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    for (const name of renamed.get(next) ?? []) {
      if (names.has(name)) continue
      names.add(name)
      queue.push(name)
    }
  return names

  /** What a call gives is a function where the callee returns one, or nobody knows the callee and it is given one. */
  function makesFunction({ by, from }: NonNullable<AliasFact['made']>): boolean {
    return by === 'bind' || makers.has(by) || (!own.has(by) && from.some((name) => own.has(name)))
  }
}

/** All names that have to do with what an alias stands for. */
export function mentionsOf({ of, made }: AliasFact): readonly string[] {
  return made ? [...of, made.by, ...made.from] : of
}

/** `run()`: what is called has no receiver. */
export function isBare({ node }: Call): boolean {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression)
}

/** Names by which running a unit can be asked for: its own, that of the class it makes, and of what its value is kept in. */
export function namesOf({ node }: Unit): readonly string[] {
  if (ts.isSourceFile(node)) return NO_NAMES
  // Most functions are declared, and a statement is kept in nothing.
  if (ts.isFunctionDeclaration(node)) return node.name ? [node.name.text] : NO_NAMES
  if (ts.isConstructorDeclaration(node) || ts.isClassStaticBlockDeclaration(node)) return node.parent.name ? [node.parent.name.text] : []
  const own = node.name && ts.isIdentifier(node.name) ? [node.name.text] : []
  const holder = holderOf(node)
  return holder === undefined ? own : [...own, holder]
}

const NO_NAMES: readonly string[] = []

/**
 * The variable, property or parameter whose value a function stands in: itself, in an object, or given to a call that may
 * hand it back. What is awaited, and what lists and promises give, is data.
 */
function holderOf(node: ts.Node): string | undefined {
  for (let current = node.parent; current && !ts.isStatement(current) && !ts.isFunctionLike(current) && !ts.isClassLike(current); current = current.parent) {
    if ((ts.isVariableDeclaration(current) || ts.isPropertyAssignment(current) || ts.isPropertyDeclaration(current)) && ts.isIdentifier(current.name)) return current.name.text
    // `exports.find = async (id) => ...`
    if (ts.isBinaryExpression(current) && current.operatorToken.kind === ts.SyntaxKind.EqualsToken) return calleeName(current.left)
    if (ts.isAwaitExpression(current) || (ts.isCallExpression(current) && ts.isPropertyAccessExpression(current.expression) && GIVES_DATA.has(current.expression.name.text))) return undefined
  }
  return undefined
}

/** Members of lists, texts and promises that take functions. */
const GIVES_DATA = new Set(['map', 'flatMap', 'filter', 'forEach', 'some', 'every', 'find', 'findIndex', 'findLast', 'reduce', 'reduceRight', 'sort', 'replace', 'then', 'catch', 'finally', 'from', 'subscribe', 'pipe'])

function givesFunction(value: ts.Expression, names: ReadonlySet<string>): boolean {
  const given = skipOuter(value)
  if (ts.isArrowFunction(given) || ts.isFunctionExpression(given)) return true
  if (ts.isConditionalExpression(given)) return givesFunction(given.whenTrue, names) || givesFunction(given.whenFalse, names)
  // `return wrap(handler)`, `return handler.bind(this)`: a call gives a function when it is given one.
  if (ts.isCallExpression(given)) return given.arguments.some((argument) => givesFunction(argument, names)) || (ts.isPropertyAccessExpression(given.expression) && given.expression.name.text === 'bind')
  const name = ts.isIdentifier(given) ? given.text : ts.isPropertyAccessExpression(given) ? given.name.text : undefined
  return name !== undefined && names.has(name)
}
