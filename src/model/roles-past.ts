/**
 * Who gets past the tests of a function: the roles it asks for of whoever sent the request, read from its conditions and
 * from what is done with everybody else.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import { wordsOf } from '../secrets/names.js'
import { endsFunction } from './control-flow.js'
import { declarationOf } from './filters.js'
import { UNAUTHORIZED } from './own-guards.js'
import type { Resolver } from './resolver.js'
import { isForOwners, isOfStaff, namesStaff, rankIn, rankOfRoles } from './staff-names.js'
import type { Staff, Unit } from './types.js'

/** Roles that come past, none for nobody; undefined where anybody does. */
type Roles = readonly string[] | undefined

/** How a function is run: by a request, before what it hands on to, or by another one, which an error ends too. */
type Ran = 'handler' | 'guard' | 'called'

interface Scope {
  readonly as: Ran
  /** Calls that give parameters to functions on the way: `requiresPermission('admin')`. */
  readonly given: readonly ts.CallExpression[]
  /** The function says by its name whom it lets in, so that a number in it is theirs: `isAdmin` with `role_id === 1`. */
  readonly isNamed: boolean
  /** Functions of the project gone into. */
  readonly depth: number
}

const MOST_DEPTH = 3
const RANKS: readonly Staff['rank'][] = ['staff', 'admin', 'system']
/** A role that stands for who runs the system, whatever the test calls them. */
const ROLE_OF: Record<Staff['rank'], string> = { staff: 'staff', admin: 'admin', system: 'superadmin' }
/** What has a role, or says which: `user.role`, `session.user.permissions`. */
const OF_ROLE = /(?:role|permission|scope|group|authorit(?:y|ie)|claim|(?:user|account|member)_?(?:type|level))s?(?:_?(?:id|name|key|slug|code|type))?$/i
/** A kind or a level of whoever is named before: `user.type`. */
const OF_KIND = /(?:user|account|member|session|auth|admin|me)\w*[?!]?\.(?:type|level)$/i
/** What was sent, and says nothing of who sends it. */
const SENT = /(?<![\w$])(?:body|query|params|input|args|dto)(?![\w$])/
/** `user.isAdmin`, `hasAdminAccess(user)`: an answer, and not a row or a page. */
const ANSWERS = /^(?:is|has|can|access|roles?|rights?|permissions?|allowed)$/
const OTHER_THING = /^(?:routes?|paths?|pages?|urls?|requests?|hosts?|panel|api|enabled|disabled|invite|email)$/
/** `isInstanceOwner(user.id)` */
const OWNS_SYSTEM = /(?:system|platform|instance|site)_?(?:admin|owner)/i
/** A property of whoever asks: `user.admin`. */
const OF_SENDER = /(?:user|session|auth|account|member|viewer|me|profile|identity|principal|claims|payload|decoded|(?<![\w$])(?:req|ctx|context|locals))[?!]?$/i
const SENDER = /^(?:req|request|ctx|context|c|event|headers\(\)|cookies\(\))$|user|session|auth|account|member/i
/** `hasRole('admin')` */
const ASKS_ROLE = /(?:has|check|is|require|assert|verify|can)\w*(?:role|permission|scope)s?$|^(?:has|is|can)$|^inRole$/i
/** The one time at which a system is set up, by whoever comes first. */
const SETUP = /on_?boarding|first_?(?:run|setup|start)|initial_?setup|set_?up_?(?:mode|step|state)/i
const SET_UP = /done|complet|finish|ready/i
/** Whether the one time is over: `isDbInitialized()`, `hasBeenSetUp()`. */
const IS_SET_UP = /^(?:is|was|has)(?:_?(?:app|application|server|system|instance|site|db|database))?_?(?:already_?|been_?)?(?:initiali[sz]ed|installed|set_?up)$/i
const HANDLE = /^(?:\w+\.)*(?:db|database|prisma|orm|em|knex)$/i
/** What a setting of the system says of roles: who runs it decides. */
const OF_SETTINGS = /config|setting|option/i
/** Answers that send somebody away who has no right to come. */
const SENDS_AWAY = new RegExp(`${UNAUTHORIZED.source}|redirect\\w*\\(|\\bnext\\(\\s*[^)\\s{]`, 'i')
const HANDS_ON = /\bnext\(\s*(?:\)|\{)/
/** Functions that are run once for each of some elements. */
const OF_EACH = /^(?:forEach|map|flatMap|filter|some|every|find|findIndex|findLast|reduce|sort)$/
const WORTH_READING = /admin|staff|super_?user|owner|root|roles?|permission|onboarding|set_?up|initiali[sz]ed|installed/i

/** The roles an expression gives: a list, a name of one, members of an enumeration. */
export function rolesIn(expression: ts.Expression): string[] {
  const given = skipOuter(ts.isSpreadElement(expression) ? expression.expression : expression)
  // `...SUPPORT_ROLES`
  const list = ts.isIdentifier(given) ? declarationOf(given)?.initializer : undefined
  const value = list && ts.isArrayLiteralExpression(skipOuter(list)) ? skipOuter(list) : given
  if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap(rolesIn)
  if (ts.isObjectLiteralExpression(value)) return value.properties.flatMap((member) => (ts.isPropertyAssignment(member) ? rolesIn(member.initializer) : []))
  if (ts.isStringLiteralLike(value)) return [value.text]
  if (ts.isPropertyAccessExpression(value)) return [value.name.text]
  return [value.getText()]
}

export class RolesPast {
  constructor(private readonly resolver: Resolver) {}

  /**
   * The roles that come past the tests of a function; undefined where others do too.
   *
   * @param given calls that give the parameters of the function, and of functions around it
   */
  of(unit: Unit, as: Ran, given: readonly ts.CallExpression[] = []): readonly string[] | undefined {
    const roles = unit.kind !== 'module' && WORTH_READING.test(unit.node.getText()) ? this.ofFunction(unit.node, { as, given, isNamed: [unit.name, unit.parent?.name ?? ''].some(namesStaff), depth: 0 }) : undefined
    return roles && roles.length > 0 ? roles : undefined
  }

  private ofFunction(node: ts.Node, scope: Scope): Roles {
    const body = (node as ts.FunctionLikeDeclaration).body
    if (!body) return undefined
    return ts.isBlock(body) ? this.ofStatements(body.statements, true, scope) : this.ofReturned(body, scope)
  }

  /** @param isEnd nothing is run after the statements */
  private ofStatements(statements: readonly ts.Statement[], isEnd: boolean, scope: Scope): Roles {
    const [statement, ...rest] = statements
    if (!statement) return undefined
    const isLast = isEnd && rest.length === 0
    if (isRefusal(statement, isLast, scope.as)) return []
    if (ts.isReturnStatement(statement)) return statement.expression && this.ofReturned(statement.expression, scope)
    const after = this.ofStatements(rest, isEnd, scope)
    if (ts.isIfStatement(statement)) return this.ofDecision(statement, after, isLast, scope)
    if (ts.isBlock(statement)) return strictest(this.ofStatements(statement.statements, isLast, scope), endsFunction(statement) ? undefined : after)
    if (ts.isTryStatement(statement)) {
      const { tryBlock, catchClause } = statement
      // Where an error is let go, whoever it was about goes on.
      return strictest(scope.as === 'called' && catchClause && !endsFunction(catchClause.block) ? undefined : this.ofStatements(tryBlock.statements, isLast, scope), endsFunction(tryBlock) ? undefined : after)
    }
    return strictest(ts.isExpressionStatement(statement) || ts.isVariableStatement(statement) ? this.ofCallbacks(statement, scope) : undefined, after)
  }

  private ofDecision({ expression, thenStatement, elseStatement }: ts.IfStatement, after: Roles, isLast: boolean, scope: Scope): Roles {
    const isRoleTest = [true, false].some((is) => this.holding(expression, is, scope) !== undefined)
    const side = (statement: ts.Statement | undefined, is: boolean): Roles => {
      const who = this.holding(expression, is, scope)
      if (!statement) return strictest(who, after)
      if (isRefusal(statement, isLast, scope.as)) return []
      if (!endsFunction(statement)) return strictest(who, this.ofStatements([statement], isLast, scope), after)
      const inside = strictest(who, this.ofStatements([statement], true, scope))
      // What else was sent is not right, or there is nothing to do: no test of who sends it.
      const isLeft = !isRoleTest && !HANDS_ON.test(statement.getText()) && !/\bawait\b/.test(statement.getText()) && !(scope.as === 'guard' && /\breturn\s+true\b/.test(statement.getText()))
      return inside ?? (isLeft && scope.as !== 'called' ? [] : undefined)
    }
    return either(side(thenStatement, true), side(elseStatement, false))
  }

  /** `return role === 'admin'` of a guard, `return isAdmin ? next() : res.sendStatus(403)`, `return verify(token, (error, user) => ...)` */
  private ofReturned(expression: ts.Expression, scope: Scope): Roles {
    const value = bare(expression)
    if (ts.isConditionalExpression(value)) {
      const side = (branch: ts.Expression, is: boolean) => (SENDS_AWAY.test(branch.getText()) ? [] : strictest(this.holding(value.condition, is, scope), this.ofReturned(branch, scope)))
      return either(side(value.whenTrue, true), side(value.whenFalse, false))
    }
    if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return this.ofFunction(value, scope)
    return this.ofCallbacks(value, scope) ?? (scope.as === 'guard' ? this.holding(value, true, scope) : undefined)
  }

  /** What goes on in functions that a statement gives to what it calls. */
  private ofCallbacks(root: ts.Node, scope: Scope): Roles {
    const visit = (node: ts.Node): Roles => {
      if (ts.isFunctionLike(node)) return undefined
      const inside = ts.isCallExpression(node) && !OF_EACH.test(nameOf(node.expression)) ? node.arguments.filter((argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument)) : []
      const found = inside.map((callback) => this.ofFunction(callback, scope)).find((roles) => roles !== undefined && roles.length > 0)
      return found ?? ts.forEachChild(node, visit)
    }
    return visit(root)
  }

  /** Whoever a condition is true of, or false: their roles, where it asks for some. */
  private holding(condition: ts.Expression, is: boolean, scope: Scope): Roles {
    const value = bare(condition)
    if (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken) return this.holding(value.operand, !is, scope)
    if (ts.isBinaryExpression(value)) return this.holdingBinary(value, is, scope)
    if (ts.isConditionalExpression(value)) return either(this.holding(value.whenTrue, is, scope), this.holding(value.whenFalse, is, scope))
    if (ts.isCallExpression(value)) return is ? this.asked(value, scope) : isSetUp(value) ? [ROLE_OF.system] : undefined
    if (!is || (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value))) return undefined
    const made = ts.isIdentifier(value) ? declarationOf(value)?.initializer : undefined
    const known = made && scope.depth < MOST_DEPTH ? this.holding(made, true, { ...scope, depth: scope.depth + 1 }) : undefined
    if (known) return known
    if (isSent(value)) return undefined
    const name = nameOf(value)
    if (isAnswer(name)) return roleNamed(name)
    if (ts.isPropertyAccessExpression(value)) return isOfStaff(name) && OF_SENDER.test(value.expression.getText()) ? roleNamed(name) : undefined
    // `const admin = await currentAdmin(req); if (!admin) ...`
    const found = made && bare(made)
    return found && ts.isCallExpression(found) && isOfStaff(nameOf(found.expression)) && found.arguments.every((argument) => SENDER.test(argument.getText()) && !SENT.test(argument.getText())) ? roleNamed(nameOf(found.expression)) : undefined
  }

  private holdingBinary(value: ts.BinaryExpression, is: boolean, scope: Scope): Roles {
    const { left, right, operatorToken } = value
    const operator = operatorToken.getText()
    if (operator === '??') return this.holding(left, is, scope)
    if (operator === '&&' || operator === '||') {
      const [first, second] = [this.holding(left, is, scope), this.holding(right, is, scope)]
      return (operator === '&&') === is ? strictest(first, second) : either(first, second)
    }
    if (/^[<>]=?$/.test(operator)) {
      // `config.get('minRole') >= user.role`: who may is said by a setting.
      return is && [left, right].some((side) => OF_ROLE.test(skipOuter(side).getText())) && [left, right].some((side) => ts.isCallExpression(bare(side)) && OF_SETTINGS.test(side.getText())) ? [ROLE_OF.staff] : undefined
    }
    if (!/^[!=]==?$/.test(operator)) return undefined
    const isEqual = operator.startsWith('=') === is
    const told = /^(?:true|1)$/.test(right.getText()) ? true : /^(?:false|0)$/.test(right.getText()) ? false : undefined
    if (told !== undefined && !isOfRole(left)) return this.holding(left, isEqual === told, scope)
    if (!isEqual) return undefined
    if ([left, right].some((side) => this.isOfSetup(side)) && ![left, right].some((side) => SET_UP.test(this.value(side, scope).map((one) => one.getText()).join()))) return [ROLE_OF.system]
    const [role, asked] = isOfRole(left) ? [left, right] : [right, left]
    if (!isOfRole(role)) return undefined
    return scope.isNamed && ts.isNumericLiteral(asked) ? [ROLE_OF.admin] : this.rolesOf([asked], scope)
  }

  /** The roles of those a call says yes to: `permissions.includes('admin')`, `isAdmin(user)`, `hasRole(user, 'admin')`, a function of the project. */
  private asked(call: ts.CallExpression, scope: Scope): Roles {
    const callee = skipOuter(call.expression)
    const name = nameOf(callee)
    const receiver = ts.isPropertyAccessExpression(callee) ? callee.expression : undefined
    const [first] = call.arguments
    if (name === 'Boolean' && first) return this.holding(first, true, scope)
    if (receiver && first && /^(?:includes|has|contains)$/.test(name)) {
      if (isOfRole(receiver)) return this.rolesOf([first], scope)
      return isOfRole(first) ? this.rolesOf([receiver], scope) : undefined
    }
    if (name === 'some' && first && ts.isArrowFunction(first) && !ts.isBlock(first.body)) return this.holding(first.body, true, scope)
    if (isAnswer(name)) return roleNamed(name)
    if (ASKS_ROLE.test(name)) return this.rolesOf(call.arguments.filter((argument) => !isOfRole(argument) && !SENDER.test(argument.getText())), scope)
    if (this.isOfSetup(call)) return [ROLE_OF.system]
    if (scope.depth >= MOST_DEPTH) return undefined
    const [unit, ...others] = this.resolver.functionsOf(callee)
    const [returned, ...more] = unit?.returns ?? []
    return returned && others.length === 0 && more.length === 0 ? this.holding(returned, true, { ...scope, given: [...scope.given, call], depth: scope.depth + 1 }) : undefined
  }

  /** Roles that are named, in lists, by constants, or by what a parameter is given. */
  private rolesOf(expressions: readonly ts.Expression[], scope: Scope): Roles {
    const roles = expressions.flatMap((expression) => this.value(expression, scope)).flatMap(rolesIn)
    return roles.length > 0 ? roles : undefined
  }

  private value(expression: ts.Expression, { given }: Scope): readonly ts.Expression[] {
    const value = skipOuter(expression)
    const declaration = ts.isIdentifier(value) ? this.resolver.symbolOf(value)?.valueDeclaration : undefined
    if (!declaration || !ts.isParameter(declaration) || !ts.isFunctionLike(declaration.parent)) return [value]
    const { parent, dotDotDotToken } = declaration
    const call = given.find(({ expression: callee }) => this.resolver.functionsOf(callee).some(({ node }) => node === parent))
    const index = parent.parameters.indexOf(declaration)
    return call?.arguments.slice(index, dotDotDotToken ? undefined : index + 1) ?? [value]
  }

  /** Whether the system is being set up is asked of itself, and not of somebody: `await isOnboardingActive()`, `(await onboarding(db)).step`. */
  private isOfSetup(expression: ts.Expression): boolean {
    const value = bare(expression)
    const declaration = ts.isIdentifier(value) ? declarationOf(value) : undefined
    if (declaration?.initializer) return SETUP.test(declaration.initializer.getText()) && this.isOfSetup(declaration.initializer)
    if (ts.isPropertyAccessExpression(value)) return this.isOfSetup(value.expression)
    if (!ts.isCallExpression(value)) return false
    // `getStep(db).then(({ current }) => current)`
    if (ts.isPropertyAccessExpression(value.expression) && value.expression.name.text === 'then') return this.isOfSetup(value.expression.expression)
    return SETUP.test(nameOf(value.expression)) && value.arguments.every((argument) => HANDLE.test(argument.getText()))
  }
}

/** It is asked of the system, and not of somebody, whether it is set up. */
function isSetUp(call: ts.CallExpression): boolean {
  return IS_SET_UP.test(nameOf(call.expression)) && call.arguments.every((argument) => HANDLE.test(argument.getText()))
}

function isRefusal(statement: ts.Statement, isLast: boolean, as: Ran): boolean {
  if (ts.isThrowStatement(statement)) return true
  if (ts.isBlock(statement)) {
    const last = statement.statements.at(-1)
    return last !== undefined && !statement.statements.some((one) => ts.isIfStatement(one) || ts.isTryStatement(one)) && (isRefusal(last, isLast, as) || (as !== 'called' && (isLast || ts.isReturnStatement(last)) && SENDS_AWAY.test(statement.getText()) && !HANDS_ON.test(statement.getText())))
  }
  if (as === 'called') return false
  if (ts.isReturnStatement(statement)) return (as === 'guard' && statement.expression?.kind === ts.SyntaxKind.FalseKeyword) || isSentAway(statement.expression)
  return ts.isExpressionStatement(statement) && (isLast || endsFunction(statement)) && isSentAway(statement.expression)
}

function isSentAway(expression: ts.Expression | undefined): boolean {
  if (!expression || ts.isConditionalExpression(bare(expression))) return false
  let holdsFunction = false
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) holdsFunction = true
    else ts.forEachChild(node, visit)
  }
  visit(expression)
  return !holdsFunction && SENDS_AWAY.test(expression.getText())
}

/** Without parentheses, `await`, and `!!`. */
function bare(expression: ts.Expression): ts.Expression {
  const value = skipOuter(expression)
  if (ts.isAwaitExpression(value)) return bare(value.expression)
  if (!ts.isPrefixUnaryExpression(value) || value.operator !== ts.SyntaxKind.ExclamationToken) return value
  const inner = skipOuter(value.operand)
  return ts.isPrefixUnaryExpression(inner) && inner.operator === ts.SyntaxKind.ExclamationToken ? bare(inner.operand) : value
}

function nameOf(expression: ts.Expression): string {
  const value = skipOuter(expression)
  return ts.isPropertyAccessExpression(value) ? value.name.text : ts.isIdentifier(value) ? value.text : ''
}

/** `isAdmin`, `hasAdminAccess`, `isInstanceOwner` */
function isAnswer(name: string): boolean {
  const words = wordsOf(name)
  return (isOfStaff(name) || OWNS_SYSTEM.test(name)) && words.some((word) => ANSWERS.test(word)) && !words.some((word) => OTHER_THING.test(word))
}

function roleNamed(name: string): Roles {
  return [ROLE_OF[rankIn(name)]]
}

function isOfRole(expression: ts.Expression): boolean {
  const value = bare(expression)
  // `user?.role ?? ''`
  if (ts.isBinaryExpression(value) && /^(?:\?\?|\|\|)$/.test(value.operatorToken.getText())) return isOfRole(value.left)
  const text = value.getText()
  return (OF_ROLE.test(text) || OF_KIND.test(text)) && !isSent(expression)
}

/** `req.body.role`, and `role` of `const { role } = req.body`. */
function isSent(expression: ts.Expression): boolean {
  const value = skipOuter(expression)
  if (SENT.test(value.getText())) return true
  const { text } = ts.isIdentifier(value) ? value : { text: undefined }
  for (let at: ts.Node = value; text !== undefined && at.parent; at = at.parent) {
    if (!ts.isBlock(at.parent)) continue
    for (const statement of at.parent.statements) {
      const made = ts.isVariableStatement(statement) ? statement.declarationList.declarations.find(({ name }) => name.getText() === text || (ts.isObjectBindingPattern(name) && name.elements.some((element) => element.name.getText() === text))) : undefined
      if (made) return made.initializer !== undefined && SENT.test(made.initializer.getText())
    }
  }
  return false
}

/** Of several tests that all have to be passed, the one that keeps most people out. */
function strictest(...tests: readonly Roles[]): Roles {
  const height = (roles: readonly string[]) => {
    if (roles.length === 0) return RANKS.length + 1
    const rank = rankOfRoles(roles)
    return rank ? RANKS.indexOf(rank) + 1 : isForOwners(roles) ? 0 : -1
  }
  return tests.flatMap((roles) => (roles ? [roles] : [])).sort((left, right) => height(right) - height(left))[0]
}

/** Whoever passes one of two ways. */
function either(first: Roles, second: Roles): Roles {
  return first && second && [...new Set([...first, ...second])]
}
