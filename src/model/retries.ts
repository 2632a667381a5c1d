/**
 * Code that does something again when it fails: through a library, in a loop, or by calling itself.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, skipOuter } from '../libraries/paths.js'
import type { CallsByName } from './calls.js'
import { contains } from './control-flow.js'
import { namesOf } from './function-names.js'
import { tagIn } from './operations.js'
import type { Resolver } from './resolver.js'
import type { Call, Retry, Unit } from './types.js'

const PAUSE = /^(?:sleep|delay|wait|pause|setTimeout|timeout|backoff|snooze|waitFor|waitMs|sleepMs|setTimeoutAsync|wait_?for\w*|sleep\w*|delay\w*)$/i
/** Characters of a function that does nothing but wait. */
const SHORT = 200
const GROWS = /\*\*|Math\.pow|<<|[eE]xponential|\*=|\bfib/
const SELECTS = /\b(?:status|statusCode|code|isRetryable|retryable|instanceof|isAxiosError|isNetworkError|shouldRetry|response|name)\b|Error\b.*\?|\bbail\b|AbortError|UnrecoverableError/

/** `next(index + 1)`: the next thing, and not the same again. */
const COUNTS_ON = /\b(?:i|idx|pos|\w*(?:[iI]ndex|[pP]age|[oO]ffset|[cC]ursor|[pP]osition))\s*\+\s*1\b/

type Wait = Retry['wait']

export class Retries {
  constructor(
    private readonly units: () => readonly Unit[],
    private readonly calls: CallsByName,
    private readonly resolver: Resolver,
    private readonly names: ReadonlySet<string>,
  ) {}

  /** Those of libraries first. */
  read(): Retry[] {
    const found = this.calls.named(this.names).flatMap((call) => (this.resolver.isClient(call.unit.file) ? [] : (this.byLibrary(call) ?? [])))
    for (const unit of this.units()) {
      if (unit.calls.length === 0 || this.resolver.isClient(unit.file)) continue
      for (const { node } of unit.loops) found.push(...this.byLoop(unit, node))
      if (unit.kind !== 'module') found.push(...this.byItself(unit))
    }
    return found
  }

  // ---- Libraries ----------------------------------------------------------------------------------------------

  private byLibrary(call: Call): Retry | undefined {
    const library = this.resolver.resolve(call).library
    const tag = library && tagIn(library.tags, 'retries')
    if (!tag) return undefined
    const [target = '', ...words] = tag.value.split(' ')
    const said = new Map(words.map((word) => word.split('=') as [string, string]))
    const at = (name: string) => {
      const paths = said.get(name)
      return paths === undefined ? [] : atPath(call.node, paths, (expression) => this.resolver.initializerOf(expression))
    }
    const attempts = at('attempts')[0]
    // How often somebody else says is not known.
    if (said.has('attempts') && (!attempts || !this.isSeveral(attempts))) return undefined
    // Options that are put together elsewhere may say anything.
    const options = at('options')[0]
    if (options && !this.isRead(options)) return undefined
    const standard = (said.get('default') ?? 'none') as Wait
    const delay = at('delay')[0]
    const factor = at('factor')[0]
    let wait: Wait = delay ? this.waitOf(delay, standard) : standard
    if (wait === 'exponential' && factor && /^1$/.test(factor.getText())) wait = 'constant'
    if (wait === 'exponential' && delay && /^0$/.test(delay.getText())) wait = 'none'
    const run = target === 'return' ? [] : atPath(call.node, target)
    // `onFailedAttempt: () => sleep(grown)`: what is called between two attempts does the waiting.
    if (call.unit.children.some((child) => child.isAsync && contains(call.node, child.node) && !run.some((one) => contains(one, child.node)) && child.calls.some((inner) => PAUSE.test(inner.name) || this.isPause(inner)))) wait = 'unknown'
    const text = `${call.node.getText()} ${delay ? (this.resolver.initializerOf(delay)?.getText() ?? '') : ''}`
    return {
      kind: 'library', call, unit: call.unit, node: call.node, wait,
      delay: delay ?? factor,
      hasJitter: at('jitter').some(({ kind }) => kind !== ts.SyntaxKind.FalseKeyword) || /random|jitter|axios\w*\.exponentialDelay|\bexponentialDelay\b|ExponentialBackoff/i.test(text) || said.get('jitter') === undefined,
      isCapped: at('cap').length > 0 || !said.has('cap') || /Math\.min|maxRetryTime|numOfAttempts|retries:/.test(text),
      selects: at('when').length > 0 || SELECTS.test(run.map((one) => one.getText()).join(' ')) || (said.has('when') && library.package === 'axios-retry' && at('when').length === 0),
      isEverything: at('when').some((one) => /=>\s*true\b|return true;?\s*\}$/.test(one.getText()) && !/\breturn (?!true\b)/.test(one.getText())),
      runs: run.flatMap((one) => this.resolver.functionsOf(one)),
      isSingle: attempts !== undefined && /^2$/.test(attempts.getText()),
      guarded: undefined,
      reacts: '',
    } // prettier-ignore
  }

  private isSeveral(attempts: ts.Expression): boolean {
    const value = skipOuter(this.resolver.initializerOf(attempts) ?? attempts)
    return ts.isNumericLiteral(value) ? Number(value.text) > 1 : /^(?:Number|parseInt|process\.env)\b|\b(?:config|env)\w*\./i.test(value.getText())
  }

  private isRead(options: ts.Expression): boolean {
    const value = skipOuter(this.resolver.initializerOf(options) ?? options)
    if (ts.isArrowFunction(value) || ts.isFunctionExpression(value) || ts.isNumericLiteral(value)) return true
    return ts.isObjectLiteralExpression(value) && !value.properties.some(ts.isSpreadAssignment)
  }

  private waitOf(delay: ts.Expression, standard: Wait): Wait {
    const value = skipOuter(this.resolver.initializerOf(delay) ?? delay)
    const text = value.getText()
    if (ts.isObjectLiteralExpression(value)) return /exponential/i.test(text) ? 'exponential' : /fixed|delay/.test(text) ? 'constant' : 'unknown'
    if (GROWS.test(text)) return 'exponential'
    if (/Constant/.test(text)) return 'constant'
    if (ts.isNumericLiteral(value)) return standard === 'exponential' ? 'exponential' : Number(value.text.replaceAll('_', '')) === 0 ? 'none' : 'constant'
    if (ts.isArrowFunction(value)) {
      const body = skipOuter(value.body as ts.Expression)
      if (ts.isNumericLiteral(body)) return body.text === '0' ? 'none' : 'constant'
      const parameter = value.parameters[0]?.name.getText()
      return parameter !== undefined && new RegExp(`\\b${parameter}\\b`).test(body.getText()) ? 'linear' : 'unknown'
    }
    return 'unknown'
  }

  // ---- Loops --------------------------------------------------------------------------------------------------

  /** A loop that is left when what it tries succeeds, and goes on when that fails. */
  private byLoop(unit: Unit, loop: ts.IterationStatement): Retry[] {
    if (ts.isForOfStatement(loop) || ts.isForInStatement(loop)) return []
    const body = ts.isBlock(loop.statement) ? loop.statement : undefined
    const attempt = body?.statements.find(ts.isTryStatement)
    if (!body || !attempt?.catchClause) return []
    const isCounted = !/^(?:true|1)?$/.test(conditionOf(loop))
    if (!leaves(attempt.tryBlock, isCounted) && !(isCounted && /!\s*\w*(?:done|ok|success|connected|sent|saved)/i.test(conditionOf(loop)))) return []
    // What always throws ends the loop.
    const last = attempt.catchClause.block.statements.at(-1)
    if (last && (ts.isThrowStatement(last) || ts.isReturnStatement(last) || ts.isBreakStatement(last)) && attempt.catchClause.block.statements.length === 1) return []
    // Whether something has come up is asked until a time is over: that is waiting, and there is nothing to spare.
    if (/\bDate\.now\(|performance\.now\(|deadline|hrtime/i.test(conditionOf(loop)) && this.hasPause(unit, body)) return []
    // The write was somebody else's first, which its count tells.
    if (/\b(?:count|affected\w*|rowCount|modifiedCount|matchedCount|numUpdatedRows|changes)\s*(?:[=!]==?|[<>]=?)\s*[01]\b/.test(attempt.tryBlock.getText())) return []
    // Each round is about another thing.
    if (/\.(?:shift|pop|next|read|dequeue|receive)\w*\(/.test(attempt.tryBlock.getText()) || /index|offset|cursor|page/i.test(conditionOf(loop)) || walksList(loop, body)) return []
    if (asksAnew(attempt.tryBlock, attempt.catchClause)) return []
    return [this.retry('loop', unit, loop, attempt.tryBlock, attempt.catchClause, body)]
  }

  /** `catch { return send(message, attempt + 1) }`, `.catch(() => send(message, attempt + 1))` */
  private byItself(unit: Unit): Retry[] {
    const names = namesOf(unit)
    const isNamed = ({ name }: Call) => names.includes(name)
    if (!unit.calls.some(isNamed) && !unit.children.some(({ calls }) => calls.some(isNamed))) return []
    const body = (unit.node as ts.FunctionLikeDeclaration).body
    if (!body || !ts.isBlock(body)) return []
    const isAgain = (call: Call) => isNamed(call) && argumentsOf(call.node).some((argument) => /[+-]\s*1\b/.test(argument.getText()) && !COUNTS_ON.test(argument.getText())) && this.resolver.resolve(call).units.includes(unit)
    const found: Retry[] = []
    for (const call of unit.calls) {
      if (!isAgain(call)) continue
      const clause = ts.findAncestor(call.node, (at): at is ts.CatchClause => ts.isCatchClause(at) && contains(unit.node, at))
      if (clause) found.push(this.retry('recursion', unit, call.node, clause.parent.tryBlock, clause, body))
    }
    for (const { node, calls } of unit.children) {
      const promise = caughtBy(node)
      if (promise) for (const call of calls) if (isAgain(call)) found.push(this.retry('recursion', unit, call.node, promise, node, node))
    }
    return found
  }

  /**
   * @param guarded what is tried
   * @param handler what is done when that fails
   * @param body where a pause would stand, outside of what is tried
   */
  private retry(kind: 'loop' | 'recursion', unit: Unit, node: ts.Node, guarded: ts.Node, handler: ts.Node, body: ts.Node): Retry {
    const pauses = unit.calls.filter((call) => contains(body, call.node) && !contains(guarded, call.node) && (PAUSE.test(call.name) || this.isPause(call)))
    // `await new Promise((resolve) => setTimeout(resolve, 500))`
    const timers = unit.children.flatMap((child) => (contains(body, child.node) && !contains(guarded, child.node) ? child.calls.filter((call) => call.name === 'setTimeout') : []))
    const delays = [...pauses, ...timers].flatMap((call) => argumentsOf(call.node).filter((argument) => !ts.isArrowFunction(argument) && !ts.isFunctionExpression(argument)).slice(-1))
    const whole = body.getText()
    const hasPause = pauses.length > 0 || timers.length > 0 || /await\s+[\w.]*(?:sleep|delay|wait|backoff)/i.test(whole)
    const reacts = handler.getText()
    return {
      kind, call: undefined, unit, node, wait: hasPause ? this.waitIn(delays, body) : 'none',
      delay: delays[0],
      hasJitter: /random|jitter/i.test(whole),
      isCapped: /Math\.min|max_?(?:delay|wait|backoff)|cap/i.test(whole) || conditionOf(node) !== '',
      selects: SELECTS.test(reacts.replace(/console\.\w+\([^)]*\)|logger\.\w+\([^)]*\)/g, '')),
      isEverything: false,
      runs: [],
      isSingle: this.isSingle(node),
      guarded,
      reacts,
    } // prettier-ignore
  }

  private hasPause(unit: Unit, body: ts.Node): boolean {
    return [unit, ...unit.children].some((one) => one.calls.some((call) => contains(body, call.node) && (PAUSE.test(call.name) || this.isPause(call))))
  }

  /** `await timer(5000)` of the project. */
  private isPause(call: Call): boolean {
    if (!ts.isAwaitExpression(call.node.parent)) return false
    return this.resolver.resolve(call).units.some(({ node }) => node.end - node.pos < SHORT && /\bsetTimeout\(/.test(node.getText()))
  }

  /** `if (attempt < 1) return send(message, attempt + 1)`, `for (let attempt = 0; attempt < 2; attempt++)`, `attempt <= MORE` of one. */
  private isSingle(node: ts.Node): boolean {
    if (ts.isForStatement(node)) {
      const { condition } = node
      const most = condition && ts.isBinaryExpression(condition) ? (this.resolver.initializerOf(condition.right) ?? condition.right) : undefined
      const test = condition && most && ts.isBinaryExpression(condition) ? `${condition.operatorToken.getText()} ${most.getText()}` : ''
      const start = Number(/^let \w+ = ([01])$/.exec(node.initializer?.getText() ?? '')?.[1])
      return start === 0 ? /^(?:< 2|<= 1)$/.test(test) : start === 1 && /^(?:< 3|<= 2)$/.test(test)
    }
    const test = ts.findAncestor(node, (at) => ts.isIfStatement(at) || ts.isFunctionLike(at))
    return test !== undefined && ts.isIfStatement(test) && /<\s*1\b(?!\d)|(?:===?|<=)\s*0\b|!(?:\w*\.)?(?:has|is|did)?_?retr/i.test(test.expression.getText())
  }

  private waitIn(delays: readonly ts.Expression[], body: ts.Node): Wait {
    const [delay] = delays
    if (!delay) return 'unknown'
    const value = skipOuter(delay)
    const text = ts.isIdentifier(value) ? `${value.text} ${this.resolver.initializerOf(value)?.getText() ?? ''}` : value.getText()
    if (GROWS.test(text)) return 'exponential'
    if (ts.isIdentifier(value)) {
      const changed = new RegExp(`\\b${value.text}\\s*(\\*=|=(?!=)|\\+=)([^;\\n]*)`).exec(body.getText())
      if (changed && changed[1] === '*=') return 'exponential'
      if (changed && changed[1] === '+=') return 'linear'
      const initializer = this.resolver.initializerOf(value)
      if (changed && changed[2] !== undefined && /\*/.test(changed[2]) && !(initializer && ts.isNumericLiteral(skipOuter(initializer)) && contains(body, initializer))) return GROWS.test(changed[2]) ? 'exponential' : /\*\s*\d|\d\s*\*/.test(changed[2]) && changed[2].includes(value.text) ? 'exponential' : 'linear'
      // `wait = answer.retryAfter ?? next`
      if (changed && changed[1] === '=' && !/^\s*\d[\d_]*\s*$/.test(changed[2] ?? '') && !(initializer && contains(body, initializer))) return 'unknown'
      if (initializer && ts.isNumericLiteral(skipOuter(initializer))) return 'constant'
      return 'unknown'
    }
    if (ts.isNumericLiteral(value)) return value.text === '0' ? 'none' : 'constant'
    if (/^[A-Z][A-Z_\d.]*$/.test(text)) return 'constant'
    if (/attempt|retr|tries|\bi\b|count/i.test(text)) return /\*/.test(text) ? 'linear' : 'unknown'
    return 'unknown'
  }
}

/**
 * Whether a pause in a loop comes only after an attempt that failed: behind what ends the loop when one succeeds, or in
 * front of it in all rounds but the first; or the loop goes on for as long as the attempt in its condition fails.
 *
 * @param pause a node of the statement that waits
 */
export function isBetweenAttempts(pause: ts.Node): boolean {
  const loop = ts.findAncestor(pause, (at) => ts.isIterationStatement(at, false) || ts.isFunctionLike(at))
  if (!loop || !ts.isIterationStatement(loop, false) || ts.isForOfStatement(loop) || ts.isForInStatement(loop)) return false
  const condition = ts.isWhileStatement(loop) || ts.isDoStatement(loop) ? skipOuter(loop.expression) : undefined
  const asked = condition && ts.isPrefixUnaryExpression(condition) ? skipOuter(condition.operand) : condition
  // `while (!(await lock(seatId))) await sleep(50)`
  if (asked && ts.isAwaitExpression(asked)) return true
  const body = loop.statement
  if (!ts.isBlock(body) || walksList(loop, body)) return false
  const waiting = body.statements.findIndex((statement) => contains(statement, pause))
  const exit = body.statements.findIndex((statement, index) => index !== waiting && endsOnSuccess(statement))
  const awaits = (statement: ts.Statement, index: number) => index !== waiting && /\bawait\b/.test(statement.getText())
  // What is done with each answer says that these are no attempts, but pages: each is another.
  if (exit < 0 || !body.statements.slice(0, exit + 1).some(awaits) || body.statements.some((statement, index) => index > exit && awaits(statement, index))) return false
  return waiting > exit || isAfterFirst(body.statements[waiting] as ts.Statement)
}

/** `if (seat) return seat`, `if (isFree(seat)) break`, `try { return await hold(seat) } catch { ... }`. */
function endsOnSuccess(statement: ts.Statement): boolean {
  if (ts.isTryStatement(statement)) return statement.catchClause !== undefined && leaves(statement.tryBlock, true)
  if (!ts.isIfStatement(statement)) return false
  const { thenStatement } = statement
  const last = ts.isBlock(thenStatement) ? thenStatement.statements.at(-1) : thenStatement
  return last !== undefined && (ts.isReturnStatement(last) || ts.isBreakStatement(last)) && !saysFailed(statement.expression)
}

/** `!rows`, `rows.length === 0`, `rows.length < LIMIT`, `attempt >= MOST`: there is nothing, nothing more, or there were enough attempts. */
function saysFailed(condition: ts.Expression): boolean {
  const test = skipOuter(condition)
  if (ts.isPrefixUnaryExpression(test)) return true
  if (!ts.isBinaryExpression(test)) return false
  const { left, right, operatorToken } = test
  if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken || operatorToken.kind === ts.SyntaxKind.BarBarToken) return saysFailed(left) && saysFailed(right)
  return /^[<>]=?$/.test(operatorToken.getText()) || (/^===?$/.test(operatorToken.getText()) && /^(?:null|undefined|false|-?\d+|[A-Z][A-Z\d_]*)$/.test(right.getText()))
}

/** `if (attempt > 0) await sleep(50)` */
function isAfterFirst(statement: ts.Statement): boolean {
  return ts.isIfStatement(statement) && !statement.elseStatement && /^\w+(?:\s*(?:>|!==?)\s*[01]|\s*>=\s*[12])?$/.test(statement.expression.getText())
}

/** The promise whose rejection a function is given. */
function caughtBy(node: ts.Node): ts.Expression | undefined {
  const { parent } = node
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression)) return undefined
  const isHandler = parent.expression.name.text === 'catch' ? parent.arguments[0] === node : parent.expression.name.text === 'then' && parent.arguments[1] === node
  return isHandler ? parent.expression.expression : undefined
}

/** `for (let i = 0; i < servers.length; i++) ... servers[i]`: each is asked once. */
function walksList(loop: ts.IterationStatement, body: ts.Block): boolean {
  const [, counter, list] = /^(\w+)\s*<=?\s*([\w.]+)\.(?:length|size)\b/.exec(conditionOf(loop)) ?? []
  return counter !== undefined && list !== undefined && body.getText().includes(`${list}[${counter}`)
}

function conditionOf(node: ts.Node): string {
  if (ts.isForStatement(node)) return node.condition?.getText() ?? ''
  return ts.isWhileStatement(node) || ts.isDoStatement(node) ? node.expression.getText() : ''
}

/**
 * The block is left for good when it comes to its end: it returns or breaks.
 *
 * @param perhaps also where it is left on a condition; a loop without an end of its own that is left so walks batches
 */
function leaves(block: ts.Block, perhaps: boolean): boolean {
  const last = block.statements.at(-1)
  if (!last) return false
  if (ts.isReturnStatement(last) || ts.isBreakStatement(last)) return true
  return perhaps && block.statements.some((statement) => ts.isIfStatement(statement) && /\b(?:return|break)\b/.test(statement.thenStatement.getText()))
}

/** `catch (error) { reason = error.message }`, and the next round sends the reason along: it asks for something else. */
function asksAnew(tried: ts.Block, { block, variableDeclaration }: ts.CatchClause): boolean {
  const error = variableDeclaration?.name.getText()
  if (error === undefined) return false
  const kept = block.statements.flatMap((statement) => {
    const assignment = ts.isExpressionStatement(statement) ? statement.expression : undefined
    const isKept = assignment && ts.isBinaryExpression(assignment) && assignment.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isIdentifier(assignment.left) && new RegExp(`\\b${error}\\b`).test(assignment.right.getText())
    return isKept ? [assignment.left.getText()] : []
  })
  let isSent = false
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && !LOGS.test(node.expression.getText()) && node.arguments.some((argument) => ts.isIdentifier(argument) && kept.includes(argument.text))) isSent = true
    if (!isSent) ts.forEachChild(node, visit)
  }
  if (kept.length > 0) visit(tried)
  return isSent
}

const LOGS = /\b(?:console|log(?:ger)?)\w*\./i
