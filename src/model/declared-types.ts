/**
 * Types of receivers as declarations give them.
 *
 * Asked for the member behind `(await this.orders.load(filter, (row) => ...)).map`, the checker checks every argument
 * in front of it, with the functions among them and all that these call, and walks the control flow back to narrow each
 * name. Which member it is follows from declared types and return types alone, almost always. What does not follow from
 * them (overloads with different results, unions that are narrowed) is left to the checker.
 *
 * Type arguments are not inferred: `load<T>(): Promise<Page<T>>` gives a page of whatever `T` stands for, which has the
 * members of a page. A value that is such a `T` itself is left to the checker.
 *
 * What comes from a package without a model has no known type, and neither has anything behind it: that is an answer
 * too, and the most frequent one in real code.
 */
import { ts } from 'ts-morph'
import { isEither, isNothing } from '../libraries/paths.js'
import type { Unit } from './types.js'

interface Value {
  readonly type: ts.Type
  /** The value is a promise of the type: what an async function without a declared return type gives. */
  readonly isPromised: boolean
}

/** The answer that nothing declares a member: it is not worth another question. */
export const UNDECLARED = 'undeclared'

/** Types whose members narrowing hardly ever changes. */
const PLAIN = ts.TypeFlags.Object | ts.TypeFlags.Intersection | ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike

export class DeclaredTypes {
  private readonly known = new Map<ts.Expression, Value | undefined>()
  private readonly instances = new Map<ts.ClassLikeDeclaration, ts.Type>()

  /**
   * @param symbolOf the symbol of a name, through import aliases
   * @param unitAt the unit whose body a declaration is
   * @param isModel whether a file is a library model
   */
  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly symbolOf: (name: ts.Identifier) => ts.Symbol | undefined,
    private readonly unitAt: (declaration: ts.Node) => Unit | undefined,
    private readonly isModel: (file: ts.SourceFile) => boolean,
  ) {}

  /** The member that an access reads, where declarations say it; undefined where the checker has to be asked. */
  member(access: ts.PropertyAccessExpression): ts.Symbol | typeof UNDECLARED | undefined {
    // Members of JavaScript are what is assigned somewhere, which only the checker knows.
    if (!ts.isIdentifier(access.name) || access.flags & ts.NodeFlags.JavaScriptFile) return undefined
    return this.memberOf(access.expression, access.name.text)
  }

  /** The member that a destructuring reads, where declarations say it. */
  boundMember(element: ts.BindingElement): ts.Symbol | typeof UNDECLARED | undefined {
    const owner = element.parent.parent
    const name = element.propertyName ?? element.name
    if (!ts.isObjectBindingPattern(element.parent) || !ts.isIdentifier(name) || ts.isBindingElement(owner) || owner.flags & ts.NodeFlags.JavaScriptFile) return undefined
    return this.memberIn(owner.type ? plain(this.checker.getTypeFromTypeNode(owner.type)) : this.wholeOf(owner), name.text)
  }

  /** The member of this name that the value of an expression has, where declarations say it. */
  private memberOf(owner: ts.Expression, name: string): ts.Symbol | typeof UNDECLARED | undefined {
    return this.memberIn(this.of(owner), name)
  }

  private memberIn(owner: Value | undefined, name: string): ts.Symbol | typeof UNDECLARED | undefined {
    if (!owner) return undefined
    if (isUnknown(owner.type)) return UNDECLARED
    const symbol = owner.isPromised ? undefined : this.checker.getPropertyOfType(owner.type, name)
    return symbol?.declarations ? symbol : undefined
  }

  /** The type of an expression, type arguments left open, where declarations say it. */
  typeOf(expression: ts.Expression): ts.Type | undefined {
    const value = this.of(expression)
    return value?.isPromised === false ? value.type : undefined
  }

  private of(expression: ts.Expression): Value | undefined {
    if (this.known.has(expression)) return this.known.get(expression)
    // Set first, so that what leads to itself ends.
    this.known.set(expression, undefined)
    const found = this.find(expression)
    const value = found && (found.type.flags & PLAIN || isUnknown(found.type) || isThisType(found.type) || this.isLibraryUnion(found.type)) ? found : undefined
    this.known.set(expression, value)
    return value
  }

  /** `Knex | Knex.Transaction`: which of them it is does not matter to what its members do. */
  private isLibraryUnion(type: ts.Type): boolean {
    return type.isUnion() && type.types.every((part) => part.symbol?.declarations?.some((declaration) => this.isModel(declaration.getSourceFile())))
  }

  private find(expression: ts.Expression): Value | undefined {
    if (ts.isIdentifier(expression)) return this.ofName(expression)
    if (ts.isPropertyAccessExpression(expression)) return this.ofAccess(expression)
    if (ts.isCallExpression(expression) || ts.isNewExpression(expression)) return this.ofCall(expression)
    if (ts.isParenthesizedExpression(expression) || ts.isNonNullExpression(expression) || ts.isSatisfiesExpression(expression)) return this.of(expression.expression)
    if (ts.isAsExpression(expression)) return ts.isConstTypeReference(expression.type) ? undefined : plain(this.checker.getTypeFromTypeNode(expression.type))
    if (ts.isElementAccessExpression(expression)) return ts.isStringLiteralLike(expression.argumentExpression) ? undefined : this.elementOf(this.of(expression.expression))
    if (ts.isConditionalExpression(expression)) return this.same([expression.whenTrue, expression.whenFalse])
    if (ts.isBinaryExpression(expression)) return isEither(expression.operatorToken.kind) ? this.same([expression.left, expression.right]) : undefined
    // With nothing around that says what its parameters are, its type is what it declares, and its body is not looked at.
    if (ts.isArrowFunction(expression) || ts.isFunctionExpression(expression)) return ts.isVariableDeclaration(expression.parent) && !expression.parent.type ? plain(this.checker.getTypeAtLocation(expression)) : undefined
    if (ts.isAwaitExpression(expression)) return this.awaited(this.of(expression.expression))
    return expression.kind === ts.SyntaxKind.ThisKeyword ? this.ofThis(expression) : undefined
  }

  /** `this` in a member of a class that is no static one. */
  private ofThis(node: ts.Node): Value | undefined {
    const owner = classOfThis(node)
    if (!owner) return undefined
    let type = this.instances.get(owner)
    if (!type) {
      // Asked for at its declaration, the class gives its instance; at `this`, the checker walks the control flow first.
      type = this.checker.getTypeAtLocation(ts.isClassDeclaration(owner) ? owner : node)
      this.instances.set(owner, type)
    }
    return plain(type)
  }

  private awaited(value: Value | undefined): Value | undefined {
    if (!value) return undefined
    return plain(value.isPromised ? value.type : this.checker.getAwaitedType(value.type))
  }

  private ofName(name: ts.Identifier): Value | undefined {
    const symbol = this.symbolOf(name)
    // The import of a package without a model.
    if (symbol && !symbol.declarations) return plain(this.checker.getTypeOfSymbol(symbol))
    const declaration = symbol?.valueDeclaration
    // `import { z } from 'zod'`, `import * as orders from './orders'`: a module as an object.
    if (declaration && symbol.flags & ts.SymbolFlags.ValueModule && !(symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Class))) return plain(this.checker.getTypeOfSymbol(symbol))
    // `interface Promise` and `var Promise: PromiseConstructor` share a name; only the second is a value.
    if (!declaration || (symbol.declarations?.filter((one) => !ts.isInterfaceDeclaration(one) && !ts.isTypeAliasDeclaration(one)).length ?? 0) !== 1) return undefined
    if (ts.isClassDeclaration(declaration) || ts.isFunctionDeclaration(declaration)) return plain(this.checker.getTypeOfSymbol(symbol))
    if (ts.isParameter(declaration)) {
      if (declaration.dotDotDotToken) return undefined
      return declaration.type ? plain(this.checker.getTypeOfSymbol(symbol)) : this.ofGivenFunction(declaration)
    }
    if (ts.isVariableDeclaration(declaration)) {
      if (declaration.type) return plain(this.checker.getTypeOfSymbol(symbol))
      if (!ts.isVariableDeclarationList(declaration.parent)) return undefined
      if (ts.isForOfStatement(declaration.parent.parent)) return declaration.parent.parent.awaitModifier ? undefined : this.elementOf(this.of(declaration.parent.parent.expression))
      return declaration.initializer && this.of(declaration.initializer)
    }
    return ts.isBindingElement(declaration) ? this.ofBinding(declaration, symbol) : undefined
  }

  /** `const { orders } = createServices(db)`, `const [order] = await load()` */
  private ofBinding(declaration: ts.BindingElement, symbol: ts.Symbol): Value | undefined {
    const owner = declaration.parent.parent
    const name = declaration.propertyName ?? declaration.name
    if (declaration.initializer || declaration.dotDotDotToken || !ts.isIdentifier(name) || ts.isBindingElement(owner)) return undefined
    if (owner.type) return plain(this.checker.getTypeOfSymbol(symbol))
    const whole = this.wholeOf(owner)
    return ts.isObjectBindingPattern(declaration.parent) ? this.ofMember(whole, name.text) : this.elementOf(whole)
  }

  /** What a declaration without a type is given. */
  private wholeOf(declaration: ts.VariableDeclaration | ts.ParameterDeclaration): Value | undefined {
    if (ts.isParameter(declaration)) return this.ofGivenFunction(declaration)
    return declaration.initializer && this.of(declaration.initializer)
  }

  /** A parameter of a function that is given to a call: what the callee declares to give it. */
  private ofGivenFunction(parameter: ts.ParameterDeclaration): Value | undefined {
    const given = parameter.parent
    const call = given.parent
    if (parameter.initializer || !(ts.isArrowFunction(given) || ts.isFunctionExpression(given)) || !ts.isCallExpression(call) || call.flags & ts.NodeFlags.JavaScriptFile) return undefined
    const index = call.arguments.indexOf(given)
    if (index < 0 || call.arguments.slice(0, index).some(ts.isSpreadElement)) return undefined
    const callee = this.of(call.expression)
    if (callee && isUnknown(callee.type)) return callee
    return one(this.signaturesOf(call).map((signature) => this.ofCallback(signature, index, given.parameters.indexOf(parameter))))
  }

  /** What the function that a signature takes at a place is given at another. */
  private ofCallback(signature: ts.Signature, taken: number, given: number): Value | undefined {
    const callbacks = signature.parameters[taken] && this.checker.getSignaturesOfType(this.checker.getTypeOfSymbol(signature.parameters[taken]), ts.SignatureKind.Call)
    const parameter = callbacks?.length === 1 ? callbacks[0]?.parameters[given] : undefined
    const declaration = parameter?.valueDeclaration
    return parameter && declaration && ts.isParameter(declaration) && declaration.type && !declaration.dotDotDotToken ? plain(this.checker.getTypeOfSymbol(parameter)) : undefined
  }

  private elementOf(list: Value | undefined): Value | undefined {
    if (list && isUnknown(list.type)) return list
    return list && !list.isPromised && this.checker.isArrayType(list.type) ? plain(this.checker.getIndexTypeOfType(list.type, ts.IndexKind.Number)) : undefined
  }

  private ofAccess(access: ts.PropertyAccessExpression): Value | undefined {
    return ts.isIdentifier(access.name) && !(access.flags & ts.NodeFlags.JavaScriptFile) ? this.ofMember(this.of(access.expression), access.name.text) : undefined
  }

  private ofMember(owner: Value | undefined, name: string): Value | undefined {
    if (!owner || isUnknown(owner.type)) return owner
    if (owner.isPromised) return undefined
    const member = this.checker.getPropertyOfType(owner.type, name)
    if (!member) return plain(this.checker.getIndexTypeOfType(owner.type, ts.IndexKind.String))
    const declaration = member.valueDeclaration
    if (declaration && ts.isPropertyDeclaration(declaration) && !declaration.type && declaration.initializer) return this.of(declaration.initializer)
    return plain(this.checker.getTypeOfSymbol(member))
  }

  private ofCall(call: ts.CallExpression | ts.NewExpression): Value | undefined {
    if (call.flags & ts.NodeFlags.JavaScriptFile) return undefined
    const callee = this.of(call.expression)
    return callee && isUnknown(callee.type) ? callee : one(this.signaturesOf(call).map((signature) => this.ofSignature(signature)))
  }

  /** The declared signatures that a call may have, by the number of its arguments. */
  private signaturesOf(call: ts.CallExpression | ts.NewExpression): readonly ts.Signature[] {
    const callee = this.of(call.expression)
    if (!callee || callee.isPromised) return []
    const all = this.checker.getSignaturesOfType(callee.type, ts.isNewExpression(call) ? ts.SignatureKind.Construct : ts.SignatureKind.Call)
    return all.length < 2 ? all : all.filter((signature) => mayTake(signature, call))
  }

  /** The one value that all of some expressions give. */
  private same(expressions: readonly ts.Expression[]): Value | undefined {
    return one(expressions.filter((expression) => !addsNothing(expression)).map((expression) => this.of(expression)))
  }

  private ofSignature(signature: ts.Signature): Value | undefined {
    const declaration = signature.getDeclaration() as ts.SignatureDeclaration | undefined
    if (!declaration || declaration.type || !('body' in declaration) || !declaration.body || ts.isConstructorDeclaration(declaration)) return plain(this.checker.getReturnTypeOfSignature(signature))
    return this.ofBody(declaration)
  }

  /** What a function without a declared return type gives. */
  private ofBody(declaration: ts.SignatureDeclaration): Value | undefined {
    const unit = this.unitAt(declaration)
    if (!unit || unit.isGenerator) return undefined
    const values = unit.returns.filter((value) => !addsNothing(value))
    if (values.length === 0 || values.length > MOST_RETURNS || values.some((value) => value.kind === ts.SyntaxKind.ThisKeyword)) return undefined
    const given = this.same(values)
    if (!given || !unit.isAsync) return given
    const awaited = this.awaited(given)
    return awaited && { type: awaited.type, isPromised: true }
  }
}

/** Functions with more returns are left to the checker. */
const MOST_RETURNS = 4

function plain(type: ts.Type | undefined): Value | undefined {
  return type && { type, isPromised: false }
}

/** The one value that all overloads or branches give; of lists, promises and the like that differ in what they hold, one whose content is open. */
function one(values: readonly (Value | undefined)[]): Value | undefined {
  const [first, ...others] = values
  if (!first || others.some((other) => other?.isPromised !== first.isPromised)) return undefined
  if (others.every((other) => other?.type === first.type)) return first
  const generic = genericOf(first.type)
  return generic && others.every((other) => other && genericOf(other.type) === generic) ? { ...first, type: generic } : undefined
}

/** `Promise<T>` behind a `Promise<Order>`. */
function genericOf(type: ts.Type): ts.Type | undefined {
  return (type as ts.Type & { readonly target?: ts.Type }).target
}

/** The type of what nothing that is read declares. It is an `any` of its own, which the compiler calls by this name. */
function isUnknown(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Any) !== 0 && (type as ts.Type & { readonly intrinsicName?: string }).intrinsicName === 'error'
}

function isThisType(type: ts.Type): boolean {
  return (type as ts.TypeParameter & { readonly isThisType?: boolean }).isThisType === true
}

/** Without strict checks, what is null, undefined or an empty list adds nothing to a type. */
function addsNothing(value: ts.Expression): boolean {
  return isNothing(value) || (ts.isArrayLiteralExpression(value) && value.elements.length === 0)
}

/** The class whose instance `this` is, in a member that is no static one. */
function classOfThis(node: ts.Node): ts.ClassLikeDeclaration | undefined {
  let at = node.parent
  while (at && (ts.isArrowFunction(at) || !(ts.isFunctionLike(at) || ts.isClassElement(at) || ts.isSourceFile(at)))) at = at.parent
  if (!at || !ts.isClassElement(at) || !ts.isClassLike(at.parent) || ts.isClassStaticBlockDeclaration(at)) return undefined
  return (ts.getCombinedModifierFlags(at as ts.Declaration) & ts.ModifierFlags.Static) === 0 ? at.parent : undefined
}

/** Whether an overload fits the number of arguments, and takes no type guard: `filter<S>(test: (value: T) => value is S): S[]`. */
function mayTake(signature: ts.Signature, call: ts.CallExpression | ts.NewExpression): boolean {
  const given = call.arguments ?? []
  if ((signature.typeParameters?.length ?? 0) < (call.typeArguments?.length ?? 0)) return false
  const declaration = signature.getDeclaration() as ts.SignatureDeclaration | undefined
  if (!declaration) return true
  if (declaration.parameters.some(({ type }) => type && ts.isFunctionTypeNode(type) && ts.isTypePredicateNode(type.type))) return false
  return fits(declaration, given)
}

/** Whether a declared signature takes as many arguments as are given. */
export function fits(signature: ts.SignatureDeclaration, given: readonly ts.Expression[]): boolean {
  const declared = signature.parameters.filter(({ name }) => !ts.isIdentifier(name) || name.text !== 'this')
  if (given.some(ts.isSpreadElement)) return true
  if (declared.some(({ type }, index) => type && isOtherText(type, given[index]))) return false
  const isRest = declared.at(-1)?.dotDotDotToken !== undefined
  const needed = declared.filter(({ questionToken, initializer, dotDotDotToken }) => !questionToken && !initializer && !dotDotDotToken).length
  return given.length >= needed && (isRest || given.length <= declared.length)
}

/** Whether a declaration says that what it stands for gives a promise: no question to the checker is needed for that. */
export function declaresPromise(declaration: ts.Declaration): boolean {
  const { type } = declaration as ts.SignatureDeclaration
  return type !== undefined && ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && type.typeName.text === 'Promise'
}

/** A text written out, where the declaration names other ones: `on(event: 'connection', ...)` for `on('pay', ...)`. */
function isOtherText(type: ts.TypeNode, given: ts.Expression | undefined): boolean {
  if (!given || !ts.isStringLiteralLike(given)) return false
  const parts = ts.isUnionTypeNode(type) ? type.types : [type]
  return parts.every((part) => ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) && part.literal.text !== given.text)
}
