/**
 * Loops, and how often they can run.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, propertyOf, receiverOf, skipOuter } from '../libraries/paths.js'
import { isSteppedLoop, lengthOwner, type Callbacks } from './callbacks.js'
import type { CallIndex } from './calls.js'
import { tagIn } from './operations.js'
import type { Resolver } from './resolver.js'
import type { Call, CallbackUse, Loop, SyntaxLoop, Unit } from './types.js'

type Size = Pick<Loop, 'size' | 'reason'>

const DATA = (reason: string): Size => ({ size: 'data', reason })
const CONSTANT = (reason: string): Size => ({ size: 'constant', reason })

/** Lists fixed in code longer than this are data in disguise. */
const MOST_CONSTANT_ELEMENTS = 50

/** Collections are followed through this many variables and calls. */
const MOST_HOPS = 8

export class Loops {
  private readonly sizes = new Map<SyntaxLoop, Size>()
  private readonly callbackSizes = new Map<CallbackUse, Size>()
  private readonly collectionSizes = new Map<ts.Node, Size>()

  constructor(
    private readonly resolver: Resolver,
    private readonly calls: CallIndex,
    private readonly callbacks: Callbacks,
  ) {}

  /** All loops of the units, in order. */
  of(units: readonly Unit[]): Loop[] {
    const found: Loop[] = []
    for (const unit of units) {
      for (const loop of unit.loops) found.push(this.statement(loop))
      for (const call of this.resolver.callsOf(unit))
        for (const use of this.callbacks.of(call)) if (use.mode === 'iterates') found.push(this.callback(use))
    }
    return found
  }

  /** Whether a data-sized loop statement of its unit repeats a call. */
  isRepeated(call: Call): boolean {
    return this.depthAround(call) > 0
  }

  /** How many data-sized loop statements of its unit stand around a call. */
  depthAround(call: Call): number {
    let depth = 0
    for (let loop = call.loop; loop; loop = loop.parent) if (this.sizeOf(loop).size === 'data') depth++
    return depth
  }

  isDataSizedCallback(use: CallbackUse): boolean {
    return use.mode === 'iterates' && this.sizeOfCallback(use).size === 'data'
  }

  private statement(loop: SyntaxLoop): Loop {
    const calls = loop.unit.calls.filter((call) => call.loop === loop)
    const { size, reason } = unlessModules(this.sizeOf(loop), calls)
    const collection = collectionOf(loop.node)
    return {
      kind: loop.kind,
      node: loop.node,
      unit: loop.unit,
      file: loop.unit.file,
      collection,
      collectionText: collection ? textOf(collection) : '',
      variable: variableOf(loop.node),
      size,
      reason,
      callback: undefined,
      calls,
    }
  }

  private callback(use: CallbackUse): Loop {
    const calls = use.units.flatMap((unit) => unit.calls.filter((call) => call.loop === undefined))
    const { size, reason } = unlessModules(this.sizeOfCallback(use), calls)
    const parameter = use.units[0]?.parameters[use.call.name === 'reduce' || use.call.name === 'reduceRight' ? 1 : 0]
    return {
      kind: 'callback',
      node: use.call.node,
      unit: use.call.unit,
      file: use.call.unit.file,
      collection: use.collection,
      collectionText: use.collection ? textOf(use.collection) : '',
      variable: parameter?.name.getText(),
      size,
      reason,
      callback: use,
      calls,
    }
  }

  private sizeOf(loop: SyntaxLoop): Size {
    let size = this.sizes.get(loop)
    if (!size) {
      this.sizes.set(loop, DATA('it depends on itself'))
      size = this.findSize(loop)
      this.sizes.set(loop, size)
    }
    return size
  }

  private sizeOfCallback(use: CallbackUse): Size {
    let size = this.callbackSizes.get(use)
    if (!size) {
      if (use.batches) size = { size: 'batches', reason: 'the callback is given groups of elements' }
      else size = use.collection ? this.sizeOfCollection(use.collection) : DATA('what it iterates is not known')
      this.callbackSizes.set(use, size)
    }
    return size
  }

  private findSize(loop: SyntaxLoop): Size {
    const node = loop.node
    if (ts.isForOfStatement(node) || ts.isForInStatement(node)) return this.sizeOfCollection(node.expression)
    if (ts.isForStatement(node)) return this.sizeOfCounter(node)
    return this.sizeOfWhile(node as ts.WhileStatement | ts.DoStatement)
  }

  private sizeOfCounter(node: ts.ForStatement): Size {
    const condition = node.condition
    if (!condition) return this.sizeOfEndless(node)
    if (isSteppedLoop(node)) return { size: 'batches', reason: 'the counter moves by more than one' }
    const collection = lengthOwner(node)
    if (collection) return this.sizeOfCollection(collection)
    if (ts.isBinaryExpression(condition)) {
      const isCounter = (side: ts.Expression) => ts.isIdentifier(side) && ts.isVariableDeclarationList(node.initializer ?? condition) && (node.initializer as ts.VariableDeclarationList).declarations.some((declaration) => declaration.name.getText() === side.text)
      const limit = isCounter(condition.left) ? condition.right : condition.left
      if (/retr|attempt|tries|max[A-Z_]?/i.test(condition.getText())) return { size: 'retry', reason: `it stops at ${limit.getText()}` }
      // `for (let suffix = 0; suffix < 100; suffix++) if (!(await isTaken(suffix))) return suffix`
      if (/^(?:\d+|[A-Z][A-Z\d_]*)$/.test(limit.getText()) && leavesEarly(node.statement)) return { size: 'retry', reason: `it ends when one is found, at ${limit.getText()} at the latest` }
      return this.sizeOfCount(limit)
    }
    return DATA(`it runs while ${condition.getText().slice(0, 60)}`)
  }

  /** How often something is done that is done so many times. */
  private sizeOfCount(count: ts.Expression, hops = 0): Size {
    const value = skipOuter(count)
    if (this.isConstantNumber(value)) return CONSTANT(`it runs up to ${textOf(value)}`)
    if (isConfiguration(value)) return CONSTANT('configuration')
    const name = ts.isIdentifier(value) ? value.text : ts.isPropertyAccessExpression(value) ? value.name.text : ''
    if (/concurren|workers?$|parallel|pool_?size|threads?$|shards?$/i.test(name)) return CONSTANT(`${name} says how many run side by side`)
    if (/pages?(?:count)?$|page_?count|(?:chunk|batch)(?:es|_?count)$/i.test(name)) return { size: 'batches', reason: `${name} counts pages` }
    if (ts.isCallExpression(value)) {
      // `Math.ceil(total / PAGE)` counts pages, `Math.min(count, 10)` is no more than ten.
      const callee = value.expression.getText()
      if (/^Math\.(?:ceil|floor|round)$/.test(callee) && /[^/]\/[^/]/.test(value.arguments[0]?.getText() ?? '')) return { size: 'batches', reason: `${textOf(value)} counts groups` }
      if (callee === 'Math.min' && value.arguments.some((argument) => this.isConstantNumber(argument))) return CONSTANT(`it runs at most ${textOf(value)} times`)
    }
    const initializer = hops < MOST_HOPS ? this.resolver.initializerOf(value) : undefined
    return initializer && ts.isCallExpression(skipOuter(initializer)) ? this.sizeOfCount(initializer, hops + 1) : DATA(`it runs ${textOf(value)} times`)
  }

  private sizeOfWhile(node: ts.WhileStatement | ts.DoStatement): Size {
    const condition = skipOuter(node.expression)
    if (condition.kind === ts.SyntaxKind.TrueKeyword) return this.sizeOfEndless(node)
    const text = condition.getText()
    const walked = this.walkedBy(condition, node.statement)
    if (walked) return walked
    // `while (queue.length) { const id = queue.shift() ... }`: one round per element.
    if (takesFrom(node.statement)) return DATA('each round takes one element')
    // `while ((row = await cursor.next()))`, `while (await cursor.hasNext())`: one round per row.
    if (/=(?!=)[^]*\.(?:next|read|shift|pop)\(|\.hasNext\(/.test(text)) return DATA('each round reads one row')
    return { size: 'retry', reason: `it runs while ${text.slice(0, 60)}` }
  }

  /** `while (index < orders.length) { ...; index++ }` */
  private walkedBy(condition: ts.Expression, body: ts.Statement): Size | undefined {
    if (!ts.isBinaryExpression(condition) || condition.operatorToken.kind !== ts.SyntaxKind.LessThanToken || !ts.isIdentifier(condition.left)) return undefined
    const limit = skipOuter(condition.right)
    if (!ts.isPropertyAccessExpression(limit) || limit.name.text !== 'length') return undefined
    const text = body.getText()
    const counter = condition.left.text.replace(/\$/g, '\\$')
    if (new RegExp(String.raw`(?<![\w$.])${counter}\s*(?:\+\+|\+=\s*1\b)|\+\+${counter}\b`).test(text)) return this.sizeOfCollection(limit.expression)
    return new RegExp(String.raw`(?<![\w$.])${counter}\s*\+=`).test(text) ? { size: 'batches', reason: 'the counter moves by more than one' } : undefined
  }

  /** `while (true)`, `for (;;)`: pages and retries end themselves; a worklist is data. */
  private sizeOfEndless(node: ts.IterationStatement): Size {
    return takesFrom(node.statement) ? DATA('each round takes one element') : { size: 'retry', reason: 'it ends itself' }
  }

  private isConstantNumber(expression: ts.Expression): boolean {
    const value = skipOuter(expression)
    if (ts.isNumericLiteral(value)) return Number(value.text) <= MOST_CONSTANT_ELEMENTS
    if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value)) return false
    const initializer = this.resolver.initializerOf(value)
    if (initializer === undefined) return false
    const made = skipOuter(initializer)
    // `const LEVELS = MAX_DEPTH + 1`
    return ts.isNumericLiteral(made) || (ts.isBinaryExpression(made) && /^[A-Z\d_\s+*-]+$/.test(made.getText()))
  }

  /** How many elements a collection can have. */
  sizeOfCollection(expression: ts.Expression, hops = 0): Size {
    const known = this.collectionSizes.get(expression)
    if (known) return known
    const size = hops > MOST_HOPS ? DATA('it comes from far away') : this.findCollectionSize(expression, hops)
    this.collectionSizes.set(expression, size)
    return size
  }

  private findCollectionSize(expression: ts.Expression, hops: number): Size {
    const value = skipOuter(expression)
    if (ts.isAwaitExpression(value)) return this.sizeOfCollection(value.expression, hops + 1)
    if (ts.isArrayLiteralExpression(value)) return this.sizeOfLiteral(value, hops)
    if (ts.isObjectLiteralExpression(value)) {
      // `Array.from({ length: count })`
      const length = value.properties.length === 1 ? propertyOf(value, 'length')[0] : undefined
      if (length) return this.sizeOfCount(length)
      const spread = value.properties.find(ts.isSpreadAssignment)
      return spread ? this.sizeOfCollection(spread.expression, hops + 1) : CONSTANT('an object literal')
    }
    if (ts.isStringLiteralLike(value)) return CONSTANT('a string literal')
    if (ts.isNewExpression(value)) {
      const argument = value.arguments?.[0]
      if (argument && value.expression.getText() === 'Array') return this.sizeOfCount(argument)
      // An empty collection is filled later.
      return argument ? this.sizeOfCollection(argument, hops + 1) : DATA(`${textOf(value)} is filled at run time`)
    }
    if (ts.isConditionalExpression(value)) return larger(this.sizeOfCollection(value.whenTrue, hops + 1), this.sizeOfCollection(value.whenFalse, hops + 1))
    if (ts.isBinaryExpression(value)) return larger(this.sizeOfCollection(value.left, hops + 1), this.sizeOfCollection(value.right, hops + 1))
    if (ts.isCallExpression(value)) return this.sizeOfCall(value, hops)
    if (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) return this.sizeOfName(value, hops)
    return DATA(`${textOf(value)} is known at run time only`)
  }

  private sizeOfLiteral(value: ts.ArrayLiteralExpression, hops: number): Size {
    if (value.elements.length > MOST_CONSTANT_ELEMENTS) return DATA(`a list of ${value.elements.length} elements`)
    for (const element of value.elements)
      if (ts.isSpreadElement(element)) {
        const size = this.sizeOfCollection(element.expression, hops + 1)
        if (size.size !== 'constant' && size.size !== 'single') return size
      }
    return value.elements.length === 1 && !value.elements.some(ts.isSpreadElement)
      ? { size: 'single', reason: 'a list of one element' }
      : CONSTANT('a list written in the code')
  }

  private sizeOfCall(value: ts.CallExpression, hops: number): Size {
    const callee = skipOuter(value.expression)
    const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : ''
    if (name === 'filter' && value.arguments[0] && isOfOneKey(value.arguments[0])) return { size: 'single', reason: 'filtered to one' }
    const library = this.resolver.libraryOf(this.resolver.symbolOf(callee), value)
    const chunks = library && tagIn(library.tags, 'chunks')
    if (chunks || /chunk|batch|partition|inGroupsOf|paginate/i.test(name)) return { size: 'batches', reason: `${name} gives groups` }
    const receiver = receiverOf(value)
    if (name === 'Array' && value.arguments.length === 1) return this.sizeOfCount(value.arguments[0] as ts.Expression)
    if (name === 'slice' && value.arguments.length === 2 && this.isConstantNumber(value.arguments[1] as ts.Expression)) return CONSTANT('a slice of constant length')
    if (library && (library.package === 'ecmascript' || library.package.startsWith('lodash'))) {
      const stands = tagIn(library.tags, 'returns') ?? tagIn(library.tags, 'propagates') ?? tagIn(library.tags, 'iterates')
      const source = stands && stands.value.split(' ')[0]
      const from = source ? atPath(value, source)[0] : undefined
      if (from) return this.sizeOfCollection(from, hops + 1)
      if (receiver && /^(?:map|filter|keys|values|entries|flat|flatMap|concat|reverse|sort|slice|split)$/.test(name)) {
        return name === 'split' ? DATA('a split string') : this.sizeOfCollection(receiver, hops + 1)
      }
    }
    if (isConfiguration(callee)) return CONSTANT('configuration')
    // What a project function returns.
    const units = this.resolver.functionsOf(callee)
    const sizes = units.flatMap((unit) => unit.returns.map((returned) => this.sizeOfCollection(returned, hops + 1)))
    if (sizes.length > 0) return sizes.reduce(larger)
    return DATA(`${textOf(value)} returns it`)
  }

  private sizeOfName(value: ts.Identifier | ts.PropertyAccessExpression, hops: number): Size {
    if (/^(?:this\.)?\w*(?:sequelize|mongoose|connection|dataSource|orm|db|database)\.(?:models|entityMetadatas)$/i.test(value.getText())) return CONSTANT('the tables of the program')
    const symbol = this.resolver.symbolOf(value)
    const declaration = symbol?.valueDeclaration
    if (!declaration) return isConfiguration(value) ? CONSTANT('configuration') : DATA(`${textOf(value)} is known at run time only`)
    if (ts.isEnumDeclaration(declaration)) return CONSTANT('an enum')
    if (ts.isVariableDeclaration(declaration)) {
      if (declaration.initializer && !ts.isForOfStatement(declaration.parent.parent)) {
        const isConst = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0
        const initializer = skipOuter(declaration.initializer)
        const isEmpty = (ts.isArrayLiteralExpression(initializer) && initializer.elements.length === 0) || (ts.isNewExpression(initializer) && !initializer.arguments?.length)
        // Filled step by step, as often as whatever fills it runs.
        if (isEmpty) return this.sizeOfFilled(declaration, value)
        if (isConst || ts.isCallExpression(initializer) || ts.isAwaitExpression(initializer)) {
          const size = this.sizeOfCollection(initializer, hops + 1)
          return size.size === 'constant' && this.isPushedTo(declaration, value) ? DATA(`${value.getText()} is filled at run time`) : size
        }
      }
      return DATA(`${value.getText()} is known at run time only`)
    }
    if (ts.isPropertyDeclaration(declaration) && declaration.initializer) {
      const isReadonly = declaration.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ReadonlyKeyword || modifier.kind === ts.SyntaxKind.StaticKeyword)
      const initializer = skipOuter(declaration.initializer)
      if (isReadonly && ts.isArrayLiteralExpression(initializer) && initializer.elements.length > 0) return this.sizeOfCollection(initializer, hops + 1)
    }
    if (ts.isPropertyAssignment(declaration)) {
      const size = this.sizeOfCollection(declaration.initializer, hops + 1)
      if (size.size === 'constant') return size
    }
    if (isConfiguration(value) || this.isOfConfiguration(value)) return CONSTANT('configuration')
    return DATA(`${textOf(value)} is known at run time only`)
  }

  /** `const { plugins } = config.get('server')`, and what stands in it. */
  private isOfConfiguration(value: ts.Identifier | ts.PropertyAccessExpression): boolean {
    let root: ts.Expression = value
    while (ts.isPropertyAccessExpression(root)) root = skipOuter(root.expression)
    if (!ts.isIdentifier(root)) return false
    let declaration: ts.Node | undefined = this.resolver.symbolOf(root)?.valueDeclaration
    while (declaration && (ts.isBindingElement(declaration) || ts.isObjectBindingPattern(declaration))) declaration = declaration.parent
    return declaration !== undefined && ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined && isConfiguration(skipAwait(declaration.initializer))
  }

  /** An empty list is as long as the loops that push to it, or as the number of pushes. */
  private sizeOfFilled(declaration: ts.VariableDeclaration, value: ts.Expression): Size {
    const unit = this.resolver.unitOf(declaration)
    if (!unit || !ts.isIdentifier(declaration.name)) return DATA('it is filled at run time')
    let size: Size = { size: 'constant', reason: 'a few elements pushed one by one' }
    let pushes = 0
    for (const use of this.calls.usesOf(unit, declaration.name.text)) {
      const parent = use.parent
      if (ts.isBinaryExpression(parent) && parent.left === use) return DATA(`${textOf(value)} is assigned at run time`)
      if (!ts.isPropertyAccessExpression(parent) || !ts.isCallExpression(parent.parent)) {
        if (ts.isCallExpression(parent) && parent.arguments.includes(use as ts.Expression)) return DATA(`${textOf(value)} is filled by a call`)
        continue
      }
      if (!/^(?:push|add|set|unshift)$/.test(parent.name.text)) continue
      pushes++
      const call = this.calls.at(parent.parent)
      if (!call || call.unit !== unit || argumentsOf(call.node).some(ts.isSpreadElement)) return DATA(`${textOf(value)} is filled in a loop`)
      for (let loop = call.loop; loop; loop = loop.parent) size = larger(size, argumentsOf(call.node).some(isGroup) ? { size: 'batches', reason: 'groups are pushed to it' } : this.sizeOf(loop))
      if (size.size === 'data' || size.size === 'retry') return DATA(`${textOf(value)} is filled in a loop`)
    }
    if (pushes === 0) size = DATA(`${textOf(value)} is filled elsewhere`)
    return size
  }

  private isPushedTo(declaration: ts.VariableDeclaration, value: ts.Expression): boolean {
    const unit = this.resolver.unitOf(declaration)
    if (!unit || !ts.isIdentifier(declaration.name)) return false
    return this.calls.usesOf(unit, declaration.name.text).some((use) => {
      const parent = use.parent
      return use !== value && ts.isPropertyAccessExpression(parent) && /^(?:push|unshift|splice|add)$/.test(parent.name.text) && this.calls.at(parent.parent)?.loop !== undefined
    })
  }
}

/** `orders.slice(start, start + 100)`, `orders.splice(0, 100)` */
function isGroup(value: ts.Expression): boolean {
  const call = skipOuter(value)
  return ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) && /^(?:slice|splice)$/.test(call.expression.name.text) && call.arguments.length === 2
}

/** `(order) => order.id === id` */
function isOfOneKey(predicate: ts.Expression): boolean {
  const test = skipOuter(predicate)
  if (!ts.isArrowFunction(test) || ts.isBlock(test.body)) return false
  const [parameter] = test.parameters
  const body = skipOuter(test.body)
  if (!parameter || !ts.isIdentifier(parameter.name) || !ts.isBinaryExpression(body) || !/^===?$/.test(body.operatorToken.getText())) return false
  return new RegExp(String.raw`^${parameter.name.text.replace(/\$/g, '\\$')}\??\.(?:id|_id|uuid|slug)$`).test(body.left.getText())
}

function skipAwait(expression: ts.Expression): ts.Expression {
  const value = skipOuter(expression)
  return ts.isAwaitExpression(value) ? skipOuter(value.expression) : value
}

function larger(a: Size, b: Size): Size {
  const order = ['single', 'constant', 'retry', 'batches', 'data']
  return order.indexOf(a.size) >= order.indexOf(b.size) ? a : b
}

function collectionOf(node: ts.IterationStatement): ts.Expression | undefined {
  return ts.isForOfStatement(node) || ts.isForInStatement(node) ? node.expression : lengthOwner(node)
}

function variableOf(node: ts.IterationStatement): string | undefined {
  if (!ts.isForOfStatement(node) && !ts.isForInStatement(node)) return undefined
  const initializer = node.initializer
  return ts.isVariableDeclarationList(initializer) ? initializer.declarations[0]?.name.getText() : initializer.getText()
}

/** A body that loads a module for each element walks the files of the program. */
function unlessModules(size: Size, calls: readonly Call[]): Size {
  if (size.size !== 'data') return size
  const isLoading = calls.some(({ node, name }) => {
    const first = ts.isCallExpression(node) ? node.arguments[0] : undefined
    return first !== undefined && !ts.isStringLiteralLike(first) && (name === 'require' || (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword))
  })
  return isLoading ? CONSTANT('modules of the program') : size
}

/** A body that takes an element off a worklist each round. */
function takesFrom(body: ts.Node): boolean {
  let found = false
  const visit = (node: ts.Node): void => {
    if (found || ts.isFunctionLike(node)) return
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && /^(?:shift|pop|dequeue)$/.test(node.expression.name.text) && node.arguments.length === 0) found = true
    else ts.forEachChild(node, visit)
  }
  visit(body)
  return found
}

/** `config.regions`, `env.TARGETS`, `settings.plugins`: as long as somebody wrote it. */
function isConfiguration(value: ts.Expression): boolean {
  return /^(?:this\.)?(?:\w*config(?:uration)?(?:Service)?|env|\w*settings|process\.env)\b/i.test(value.getText())
}

/** An expression in a few words, for messages. */
export function textOf(expression: ts.Node): string {
  const text = expression.getText().replace(/\s+/g, ' ')
  return text.length > 48 ? `${text.slice(0, 45)}...` : text
}

/** A branch of the body returns or breaks. */
function leavesEarly(body: ts.Statement): boolean {
  return (ts.isBlock(body) ? [...body.statements] : [body]).some((statement) => ts.isIfStatement(statement) && /\b(?:return|break)\b/.test(statement.thenStatement.getText()))
}
