/**
 * What a call gives for parameters that are tested for being there: `update(order, tx)` does not come to what
 * `if (!tx)` guards, and `remove(file)` not to what is done with `{ strict: true }` only.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, boundNames, skipOuter } from '../libraries/paths.js'
import { endsFunction } from './control-flow.js'
import { givenByCallers, ifAllSeen } from './given-by-callers.js'
import type { Resolver } from './resolver.js'
import type { Call, Unit } from './types.js'

/** What is known of a value: nothing at all, one that tests as false, or one that tests as true. */
export interface GivenValue {
  readonly is: 'undefined' | 'null' | 'falsy' | 'truthy'
  /** All members of an object that is written at the call; undefined where others may come to it. */
  readonly members?: ReadonlyMap<string, GivenValue | undefined>
}

/**
 * What is known of parameters on the way to a place, and of the object that a constructor just makes, by its class; what
 * is not known is left out.
 */
export type Givens = ReadonlyMap<ts.ParameterDeclaration | ts.ClassLikeDeclaration, GivenValue>

export const NOTHING_GIVEN: Givens = new Map()

const UNDEFINED: GivenValue = { is: 'undefined' }
/** Variables and members are followed this far. */
const MOST_HOPS = 6

export class GivenArguments {
  private readonly assigned = new Map<ts.ParameterDeclaration, boolean>()
  private constantsRead: ReadonlyMap<Unit, GivenValue> | undefined
  private constantNames: ReadonlySet<string> | undefined
  private readonly leftOut = new Map<ts.ParameterDeclaration, boolean>()

  /**
   * @param isHandle whether a name is the handle of a transaction, and so is there
   * @param creations calls in code that runs by which objects are made with a constructor, also for subclasses
   */
  constructor(
    private readonly units: readonly Unit[],
    private readonly resolver: Resolver,
    private readonly isHandle: (name: ts.Identifier) => boolean,
    private readonly creations: (constructor: ts.ConstructorDeclaration) => readonly Call[],
  ) {}

  /** What is known inside of a unit that a call runs, where `givens` are known at the call. */
  entering(call: Call, unit: Unit, givens: Givens): Givens {
    const given = argumentsOf(call.node)
    const inside = new Map([...givens].filter(([key]) => !ts.isClassLike(key)))
    const half = unit.classNode && this.halfMade(call, unit, unit.classNode, givens)
    if (unit.classNode && half) inside.set(unit.classNode, half)
    const isPlain = !ts.isTaggedTemplateExpression(call.node)
    for (const [index, parameter] of unit.parameters.entries()) {
      inside.delete(parameter)
      if (!isPlain || parameter.dotDotDotToken || given.slice(0, index + 1).some(ts.isSpreadElement) || this.isAssigned(parameter)) continue
      const argument = given[index]
      const value = argument ? this.valueOf(argument, givens) : isOptional(parameter) ? UNDEFINED : undefined
      const known = value?.is === 'undefined' && parameter.initializer ? this.valueOf(parameter.initializer, givens) : value
      if (known) inside.set(parameter, known)
    }
    return inside
  }

  /** The same inside of a unit that something runs for a call: its parameters are whatever that gives. */
  enteringCallback(unit: Unit, givens: Givens): Givens {
    if (!unit.parameters.some((parameter) => givens.has(parameter)) && ![...givens.keys()].some(ts.isClassLike)) return givens
    // It may run when the object is done.
    const inside = new Map([...givens].filter(([key]) => !ts.isClassLike(key)))
    for (const parameter of unit.parameters) inside.delete(parameter)
    return inside
  }

  /**
   * The object on which its constructor calls a method, or such a method another: `this.limit = this.load(); this.path = path`
   * calls `load` without a path. Behind an `await` the constructor has gone on.
   */
  private halfMade({ unit: from, node }: Call, { isAsync, isGenerator }: Unit, owner: ts.ClassLikeDeclaration, givens: Givens): GivenValue | undefined {
    const callee = ts.isCallExpression(node) ? skipOuter(node.expression) : undefined
    const isOwn = from.classNode === owner && callee !== undefined && ts.isPropertyAccessExpression(callee) && callee.expression.kind === ts.SyntaxKind.ThisKeyword
    if (!isOwn || isAsync || isGenerator) return undefined
    return ts.isConstructorDeclaration(from.node) ? withoutLater(from.node, node) : givens.get(owner)
  }

  /** Whether control cannot come to a node of a unit, for what is known of its parameters. */
  isDead(node: ts.Node, root: ts.Node, givens: Givens): boolean {
    // `this.cache?.set(...)`
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.questionDotToken && this.valueOf(node.expression.expression, givens)?.is === 'undefined') return true
    for (let at = node; at !== root && at.parent; at = at.parent) if (this.isCut(at, givens)) return true
    return false
  }

  /** Whether control never comes to a node, whatever is given: it stands behind a `return`, or where a constant keeps it out. */
  isUnreachable(node: ts.Node): boolean {
    // A declaration behind a `return` is there all the same.
    for (let at = node; at.parent && !ts.isFunctionDeclaration(at) && !ts.isClassElement(at); at = at.parent) if (this.isCut(at, NOTHING_GIVEN)) return true
    return false
  }

  /** Whether what stands around a node keeps control from it. */
  private isCut(at: ts.Node, givens: Givens): boolean {
    const { parent } = at
    if (ts.isIfStatement(parent) || ts.isConditionalExpression(parent)) {
      const [test, whenTrue, whenFalse] = ts.isIfStatement(parent) ? [parent.expression, parent.thenStatement, parent.elseStatement] : [parent.condition, parent.whenTrue, parent.whenFalse]
      const holds = at === whenTrue || at === whenFalse ? this.truthOf(test, givens) : undefined
      return holds !== undefined && holds !== (at === whenTrue)
    }
    if (ts.isBinaryExpression(parent) && parent.right === at) {
      const kind = parent.operatorToken.kind
      const left = kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken ? this.truthOf(parent.left, givens) : undefined
      return left !== undefined && left === (kind === ts.SyntaxKind.BarBarToken)
    }
    if (!ts.isBlock(parent)) return false
    for (const before of parent.statements) {
      if (before === at) break
      if (this.isEnd(before, givens)) return true
    }
    return false
  }

  /** Nothing comes to what stands behind a statement: `return`, or `if (!data.country) return` for what is known. */
  private isEnd(statement: ts.Statement, givens: Givens): boolean {
    if (ts.isReturnStatement(statement) || ts.isThrowStatement(statement)) return true
    if (ts.isBlock(statement)) return statement.statements.some((one) => this.isEnd(one, givens))
    if (!ts.isIfStatement(statement)) return false
    const { expression, thenStatement, elseStatement } = statement
    if (elseStatement && this.isEnd(thenStatement, givens) && this.isEnd(elseStatement, givens)) return true
    const isLeft = (way: ts.Statement | undefined) => way !== undefined && (endsFunction(way) || this.isEnd(way, givens))
    const holds = isLeft(thenStatement) || isLeft(elseStatement) ? this.truthOf(expression, givens) : undefined
    return holds !== undefined && isLeft(holds ? thenStatement : elseStatement)
  }

  /** What a condition is for what is known; undefined where that does not decide it. */
  private truthOf(condition: ts.Expression, givens: Givens, hops = 0): boolean | undefined {
    const test = skipOuter(condition)
    if (hops > MOST_HOPS) return undefined
    if (ts.isPrefixUnaryExpression(test) && test.operator === ts.SyntaxKind.ExclamationToken) {
      const inner = this.truthOf(test.operand, givens, hops)
      return inner === undefined ? undefined : !inner
    }
    if (ts.isBinaryExpression(test)) return this.truthOfBoth(test, givens, hops)
    const value = this.valueOf(test, givens, hops)
    return value && value.is === 'truthy'
  }

  private truthOfBoth({ left, right, operatorToken: { kind } }: ts.BinaryExpression, givens: Givens, hops: number): boolean | undefined {
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken) {
      const decides = kind === ts.SyntaxKind.BarBarToken
      const [one, other] = [this.truthOf(left, givens, hops), this.truthOf(right, givens, hops)]
      if (one === decides || other === decides) return decides
      return one === undefined || other === undefined ? undefined : !decides
    }
    const isStrict = kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
    if (!isStrict && kind !== ts.SyntaxKind.EqualsEqualsToken && kind !== ts.SyntaxKind.ExclamationEqualsToken) return undefined
    const wanted = right.getText()
    const value = wanted === 'undefined' || wanted === 'null' ? this.valueOf(left, givens, hops) : undefined
    if (!value) return undefined
    const isNothing = value.is === 'undefined' || value.is === 'null'
    return (isStrict ? value.is === wanted : isNothing) === (kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.EqualsEqualsToken)
  }

  /** What is known of an expression. */
  private valueOf(expression: ts.Expression, givens: Givens, hops = 0): GivenValue | undefined {
    const value = skipOuter(expression)
    if (hops > MOST_HOPS) return undefined
    switch (value.kind) {
      case ts.SyntaxKind.TrueKeyword:
      case ts.SyntaxKind.NewExpression:
      case ts.SyntaxKind.ArrayLiteralExpression:
      case ts.SyntaxKind.ArrowFunction:
      case ts.SyntaxKind.FunctionExpression:
        return { is: 'truthy' }
      case ts.SyntaxKind.FalseKeyword:
        return { is: 'falsy' }
      case ts.SyntaxKind.NullKeyword:
        return { is: 'null' }
    }
    if (ts.isStringLiteralLike(value)) return { is: value.text === '' ? 'falsy' : 'truthy' }
    if (ts.isNumericLiteral(value)) return { is: Number(value.text) === 0 ? 'falsy' : 'truthy' }
    if (ts.isObjectLiteralExpression(value)) return this.valueOfObject(value, givens, hops)
    if (ts.isCallExpression(value)) return this.isProbeOfNothing(value, givens, hops) ? { is: 'falsy' } : this.valueOfCall(value)
    if (ts.isPropertyAccessExpression(value) && value.expression.kind === ts.SyntaxKind.ThisKeyword) {
      const owner = ts.findAncestor(value, ts.isClassLike)
      return (owner && givens.get(owner)?.members?.get(value.name.text)) ?? (this.isNeverGiven(value) ? UNDEFINED : undefined)
    }
    if (ts.isPropertyAccessExpression(value)) {
      const holder = this.valueOf(value.expression, givens, hops + 1)
      if (holder?.is === 'undefined' || holder?.is === 'null') return UNDEFINED
      if (holder?.members) return memberOf(holder, value.name.text)
    } else if (ts.isIdentifier(value)) {
      if (value.text === 'undefined') return UNDEFINED
      return this.valueOfName(value, givens, hops) ?? (this.isHandle(value) ? { is: 'truthy' } : undefined)
    }
    return undefined
  }

  /** `existsSync(path)` says no where there is no path. */
  private isProbeOfNothing(call: ts.CallExpression, givens: Givens, hops: number): boolean {
    if (!call.arguments.some((argument) => this.valueOf(argument, givens, hops + 1)?.is === 'undefined')) return false
    const library = this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(call.expression)), call)
    const path = library?.tags.find(({ name }) => name === 'probes')?.value
    const says = library && ts.isFunctionLike(library.declaration) ? library.declaration.type?.kind : undefined
    return path !== undefined && says === ts.SyntaxKind.BooleanKeyword && atPath(call, path).some((argument) => this.valueOf(argument, givens, hops + 1)?.is === 'undefined')
  }

  /** `isBlocked()`, where every function that it can run says the same each time. */
  private valueOfCall({ expression }: ts.CallExpression): GivenValue | undefined {
    const callee = skipOuter(expression)
    const name = ts.isIdentifier(callee) ? callee.text : ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined
    this.constantNames ??= new Set([...this.constants.keys()].map((unit) => unit.name.slice(unit.name.lastIndexOf('.') + 1)))
    if (name === undefined || !this.constantNames.has(name)) return undefined
    // What an interface declares may be implemented anywhere; a property may be set.
    const declaration = this.resolver.symbolOf(callee)?.valueDeclaration
    if (!declaration || !(ts.isMethodDeclaration(declaration) || ts.isFunctionDeclaration(declaration) || ts.isVariableDeclaration(declaration))) return undefined
    const [first, ...others] = this.resolver.functionsOf(callee).map((unit) => this.constants.get(unit))
    return others.every((other) => other?.is === first?.is) ? first : undefined
  }

  /** Functions that come to `return true` or `return false` whatever they are given. */
  private get constants(): ReadonlyMap<Unit, GivenValue> {
    this.constantsRead ??= new Map(
      this.units.flatMap((unit) => {
        const value = constantOf(unit)
        return value ? [[unit, value] as const] : []
      }),
    )
    return this.constantsRead
  }

  /** `this.cache` of `constructor(cache?: Cache) { this.cache = cache }`, which nobody gives and nothing else writes. */
  private isNeverGiven({ name: { text: name }, expression }: ts.PropertyAccessExpression): boolean {
    const owner = ts.findAncestor(expression, ts.isClassLike)
    const constructor = owner?.members.find((member): member is ts.ConstructorDeclaration => ts.isConstructorDeclaration(member) && member.body !== undefined)
    // A container that makes the object reads its decorators.
    if (!owner || !constructor || ts.getDecorators(owner as ts.ClassDeclaration)?.length) return false
    const field = owner.members.find((member): member is ts.PropertyDeclaration => ts.isPropertyDeclaration(member) && member.name.getText() === name)
    const parameter = constructor.parameters.find((one) => ts.isIdentifier(one.name) && (field ? new RegExp(String.raw`\bthis\.${name}\s*=\s*${one.name.text}\s*(?:;|\n)`).test(constructor.getText()) : one.name.text === name && isKept(one)))
    if (!parameter || (field && (field.initializer || !isPrivate(field))) || (!field && !isPrivate(parameter))) return false
    return writesOf(owner, name) === (field ? 1 : 0) && this.isLeftOut(parameter, constructor)
  }

  /** Everybody who makes such an object leaves out a parameter of its constructor. */
  private isLeftOut(parameter: ts.ParameterDeclaration, constructor: ts.ConstructorDeclaration): boolean {
    let known = this.leftOut.get(parameter)
    if (known === undefined) {
      const creations = isOptional(parameter) && !parameter.initializer && !this.isAssigned(parameter) ? this.creations(constructor) : []
      const given = givenByCallers(parameter, creations.map((call) => ({ call, use: undefined })))
      known = ifAllSeen(given)?.every(({ value }) => value === undefined) ?? false
      this.leftOut.set(parameter, known)
    }
    return known
  }

  private valueOfObject({ properties }: ts.ObjectLiteralExpression, givens: Givens, hops: number): GivenValue {
    const members = new Map<string, GivenValue | undefined>()
    for (const property of properties) {
      const name = property.name && (ts.isIdentifier(property.name) || ts.isStringLiteralLike(property.name)) ? property.name.text : undefined
      // What is spread, or has a computed name, may be any member.
      if (name === undefined) return { is: 'truthy' }
      const value = ts.isPropertyAssignment(property) ? property.initializer : ts.isShorthandPropertyAssignment(property) ? property.name : undefined
      members.set(name, value && this.valueOf(value, givens, hops + 1))
    }
    return { is: 'truthy', members }
  }

  /** Of a parameter, of what is taken out of one, and of a constant. */
  private valueOfName(name: ts.Identifier, givens: Givens, hops: number): GivenValue | undefined {
    const parent = name.parent
    const symbol = ts.isShorthandPropertyAssignment(parent) ? this.resolver.checker.getShorthandAssignmentValueSymbol(parent) : this.resolver.symbolOf(name)
    const declaration = symbol?.valueDeclaration
    if (!declaration) return undefined
    if (ts.isParameter(declaration)) return givens.get(declaration)
    if (ts.isBindingElement(declaration)) return this.valueOfBinding(declaration, givens, hops)
    if (!ts.isVariableDeclaration(declaration) || !declaration.initializer || (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0) return undefined
    const value = this.valueOf(declaration.initializer, givens, hops + 1)
    if (value) return value.members ? { is: value.is } : value
    // `const isAlone = !tx`
    const holds = this.truthOf(declaration.initializer, givens, hops + 1)
    return holds === undefined ? undefined : { is: holds ? 'truthy' : 'falsy' }
  }

  /** `{ strict = false }` of a parameter, or of a constant that is one. */
  private valueOfBinding({ parent: pattern, name, propertyName, initializer, dotDotDotToken }: ts.BindingElement, givens: Givens, hops: number): GivenValue | undefined {
    const key = propertyName ?? name
    if (dotDotDotToken || !ts.isIdentifier(key) || !ts.isObjectBindingPattern(pattern)) return undefined
    const { parent } = pattern
    const holder = ts.isParameter(parent)
      ? givens.get(parent)
      : ts.isBindingElement(parent)
        ? this.valueOfBinding(parent, givens, hops + 1)
        : parent.initializer && (ts.getCombinedNodeFlags(parent) & ts.NodeFlags.Const) !== 0
          ? this.valueOf(parent.initializer, givens, hops + 1)
          : undefined
    const value = holder && memberOf(holder, key.text)
    return value?.is === 'undefined' && initializer ? this.valueOf(initializer, givens, hops + 1) : value
  }

  /** Whether a parameter, or something in it, is given another value in its function. */
  private isAssigned(parameter: ts.ParameterDeclaration): boolean {
    let known = this.assigned.get(parameter)
    if (known === undefined) {
      const body = (parameter.parent as ts.FunctionLikeDeclaration).body?.getText() ?? ''
      known = boundNames(parameter.name).some(({ text }) => {
        const name = text.replaceAll('$', String.raw`\$`)
        return new RegExp(String.raw`(?<![\w$.])${name}(?:[?!]?\.\w+|\[[^\]]*\])*\s*(?:(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)?=(?![=>])|\+\+|--)|Object\.assign\(\s*${name}\b`).test(body)
      })
      this.assigned.set(parameter, known)
    }
    return known
  }
}

/** What a function gives, where that is written at its top, with nothing in front that might leave it otherwise. */
function constantOf({ node, isAsync, isGenerator }: Unit): GivenValue | undefined {
  if (isAsync || isGenerator || ts.isSourceFile(node) || ts.isClassStaticBlockDeclaration(node) || !node.body) return undefined
  const { body } = node
  const end = ts.isBlock(body) ? body.statements.find((statement) => !ts.isExpressionStatement(statement) && !ts.isVariableStatement(statement)) : undefined
  const value = ts.isBlock(body) ? (end && ts.isReturnStatement(end) ? end.expression : undefined) : body
  const constant = value && skipOuter(value)
  if (constant?.kind === ts.SyntaxKind.TrueKeyword) return { is: 'truthy' }
  return constant?.kind === ts.SyntaxKind.FalseKeyword ? { is: 'falsy' } : undefined
}

/** An object without the fields that its constructor, and nothing else, sets at its top behind a call. */
function withoutLater({ parent: owner, parameters, body }: ts.ConstructorDeclaration, call: ts.Node): GivenValue | undefined {
  if (!body || owner.heritageClauses?.some(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)) return undefined
  const later = body.statements.flatMap((statement) => {
    const set = statement.pos >= call.end && ts.isExpressionStatement(statement) && ts.isBinaryExpression(statement.expression) && statement.expression.operatorToken.kind === ts.SyntaxKind.EqualsToken ? statement.expression.left : undefined
    return set && ts.isPropertyAccessExpression(set) && set.expression.kind === ts.SyntaxKind.ThisKeyword ? [set.name.text] : []
  })
  const isOnlySetThere = (name: string): boolean =>
    writesOf(owner, name) === 1 &&
    !parameters.some((parameter) => isKept(parameter) && parameter.name.getText() === name) &&
    owner.members.every((member) => member.name?.getText() !== name || (ts.isPropertyDeclaration(member) && !member.initializer))
  const members = later.filter(isOnlySetThere).map((name) => [name, UNDEFINED] as const)
  return members.length > 0 ? { is: 'truthy', members: new Map(members) } : undefined
}

/** How often the text of a class sets a member with that name. */
function writesOf(owner: ts.ClassLikeDeclaration, name: string): number {
  return owner.getText().match(new RegExp(String.raw`\.${name.replaceAll('$', String.raw`\$`)}\s*(?:=(?![=>])|\?\?=|\|\|=|&&=)`, 'g'))?.length ?? 0
}

/** `constructor(private readonly cache?: Cache)` */
function isKept(parameter: ts.ParameterDeclaration): boolean {
  return ts.isParameterPropertyDeclaration(parameter, parameter.parent)
}

/** Nothing outside of the class writes it. */
function isPrivate(declaration: ts.PropertyDeclaration | ts.ParameterDeclaration): boolean {
  return ts.isPrivateIdentifier(declaration.name) || (ts.getCombinedModifierFlags(declaration) & (ts.ModifierFlags.Private | ts.ModifierFlags.Readonly)) !== 0
}

/** Whether a call may leave a parameter out; without types, any. */
function isOptional(parameter: ts.ParameterDeclaration): boolean {
  return parameter.questionToken !== undefined || parameter.initializer !== undefined || (parameter.type === undefined && /\.[cm]?jsx?$/.test(parameter.getSourceFile().fileName))
}

/** A member of an object, all of whose members are known. */
function memberOf({ members }: GivenValue, name: string): GivenValue | undefined {
  if (!members) return undefined
  return members.has(name) ? members.get(name) : UNDEFINED
}
