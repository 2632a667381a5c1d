/**
 * Types of receivers as declarations give them.
 *
 * Asked for the member behind `(await this.orders.load(filter, (row) => ...)).map`, the checker checks every argument
 * in front of it, with the functions among them and all that these call, and walks the control flow back to narrow each
 * name. Which member it is follows from declared types and return types alone, almost always. What does not follow from
 * them (overloads with different results, inferred type arguments, unions that are narrowed) is left to the checker.
 */
import { ts } from 'ts-morph'
import type { Unit } from './types.js'

interface Value {
  readonly type: ts.Type
  /** The value is a promise of the type: what an async function without a declared return type gives. */
  readonly isPromised: boolean
}

/** Types whose members no narrowing changes. */
const PLAIN = ts.TypeFlags.Object | ts.TypeFlags.Intersection | ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike

export class DeclaredTypes {
  private readonly known = new Map<ts.Expression, Value | undefined>()

  /**
   * @param symbolOf the symbol of a name, through import aliases
   * @param unitAt the unit whose body a declaration is
   */
  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly symbolOf: (name: ts.Identifier) => ts.Symbol | undefined,
    private readonly unitAt: (declaration: ts.Node) => Unit | undefined,
  ) {}

  /** The member that an access reads, where declarations say it; undefined where the checker has to be asked. */
  member(access: ts.PropertyAccessExpression): ts.Symbol | undefined {
    // Members of JavaScript are what is assigned somewhere, which only the checker knows.
    if (!ts.isIdentifier(access.name) || access.flags & ts.NodeFlags.JavaScriptFile) return undefined
    const receiver = this.of(access.expression)
    const symbol = receiver && !receiver.isPromised ? this.checker.getPropertyOfType(receiver.type, access.name.text) : undefined
    return symbol?.declarations ? symbol : undefined
  }

  private of(expression: ts.Expression): Value | undefined {
    if (this.known.has(expression)) return this.known.get(expression)
    // Set first, so that what leads to itself ends.
    this.known.set(expression, undefined)
    const found = this.find(expression)
    const value = found && (found.type.flags & PLAIN || isThisType(found.type)) ? found : undefined
    this.known.set(expression, value)
    return value
  }

  private find(expression: ts.Expression): Value | undefined {
    if (ts.isIdentifier(expression)) return this.ofName(expression)
    if (ts.isPropertyAccessExpression(expression)) return this.ofAccess(expression)
    if (ts.isCallExpression(expression)) return this.ofCall(expression)
    if (ts.isNewExpression(expression)) return this.ofConstruction(expression)
    if (ts.isParenthesizedExpression(expression) || ts.isNonNullExpression(expression) || ts.isSatisfiesExpression(expression)) return this.of(expression.expression)
    if (ts.isAsExpression(expression)) return ts.isConstTypeReference(expression.type) ? undefined : plain(this.checker.getTypeFromTypeNode(expression.type))
    if (ts.isAwaitExpression(expression)) return this.awaited(this.of(expression.expression))
    if (expression.kind === ts.SyntaxKind.ThisKeyword && isThisOfClass(expression)) return plain(this.checker.getTypeAtLocation(expression))
    return undefined
  }

  private awaited(value: Value | undefined): Value | undefined {
    if (!value) return undefined
    return plain(value.isPromised ? value.type : this.checker.getAwaitedType(value.type))
  }

  private ofName(name: ts.Identifier): Value | undefined {
    const symbol = this.symbolOf(name)
    const declaration = symbol?.valueDeclaration
    if (!declaration || symbol.declarations?.length !== 1) return undefined
    if (ts.isClassDeclaration(declaration) || ts.isFunctionDeclaration(declaration)) return plain(this.checker.getTypeOfSymbol(symbol))
    if (ts.isParameter(declaration)) return declaration.type && !declaration.dotDotDotToken ? plain(this.checker.getTypeOfSymbol(symbol)) : undefined
    if (ts.isVariableDeclaration(declaration)) {
      if (declaration.type) return plain(this.checker.getTypeOfSymbol(symbol))
      return declaration.initializer && ts.isVariableDeclarationList(declaration.parent) ? this.of(declaration.initializer) : undefined
    }
    return ts.isBindingElement(declaration) ? this.ofBinding(declaration, symbol) : undefined
  }

  /** `const { orders } = createServices(db)` */
  private ofBinding(declaration: ts.BindingElement, symbol: ts.Symbol): Value | undefined {
    const owner = declaration.parent.parent
    const name = declaration.propertyName ?? declaration.name
    if (!ts.isObjectBindingPattern(declaration.parent) || declaration.initializer || declaration.dotDotDotToken || !ts.isIdentifier(name)) return undefined
    if (ts.isBindingElement(owner)) return undefined
    if (owner.type) return plain(this.checker.getTypeOfSymbol(symbol))
    return ts.isVariableDeclaration(owner) && owner.initializer ? this.ofMember(this.of(owner.initializer), name.text) : undefined
  }

  private ofAccess(access: ts.PropertyAccessExpression): Value | undefined {
    return ts.isIdentifier(access.name) && !(access.flags & ts.NodeFlags.JavaScriptFile) ? this.ofMember(this.of(access.expression), access.name.text) : undefined
  }

  private ofMember(owner: Value | undefined, name: string): Value | undefined {
    if (!owner || owner.isPromised) return undefined
    const member = this.checker.getPropertyOfType(owner.type, name)
    if (!member) return plain(this.checker.getIndexTypeOfType(owner.type, ts.IndexKind.String))
    const declaration = member.valueDeclaration
    if (declaration && ts.isPropertyDeclaration(declaration) && !declaration.type && declaration.initializer) return this.of(declaration.initializer)
    return plain(this.checker.getTypeOfSymbol(member))
  }

  private ofCall(call: ts.CallExpression): Value | undefined {
    if (call.typeArguments || call.flags & ts.NodeFlags.JavaScriptFile) return undefined
    const callee = this.of(call.expression)
    return callee && !callee.isPromised ? this.same(this.checker.getSignaturesOfType(callee.type, ts.SignatureKind.Call).map((signature) => this.ofSignature(signature))) : undefined
  }

  private ofConstruction(construction: ts.NewExpression): Value | undefined {
    if (construction.typeArguments || construction.flags & ts.NodeFlags.JavaScriptFile) return undefined
    const callee = this.of(construction.expression)
    return callee && !callee.isPromised ? this.same(this.checker.getSignaturesOfType(callee.type, ts.SignatureKind.Construct).map((signature) => this.ofSignature(signature))) : undefined
  }

  /** The one value that all overloads or returns give. */
  private same(values: readonly (Value | undefined)[]): Value | undefined {
    const [first, ...others] = values
    return first && others.every((other) => other && other.type === first.type && other.isPromised === first.isPromised) ? first : undefined
  }

  private ofSignature(signature: ts.Signature): Value | undefined {
    const declaration = signature.getDeclaration() as ts.SignatureDeclaration | undefined
    const own = signature.typeParameters
    if (own && own.length > 0) {
      const names = new Set(own.map((parameter) => parameter.symbol.name))
      // The constructors of a generic class have its type parameters, and give what has them.
      if (!declaration?.type || mentions(declaration.type, names)) return undefined
    }
    if (!declaration || declaration.type || !('body' in declaration) || !declaration.body || ts.isConstructorDeclaration(declaration)) return plain(this.checker.getReturnTypeOfSignature(signature))
    return this.ofBody(declaration)
  }

  /** What a function without a declared return type gives. */
  private ofBody(declaration: ts.SignatureDeclaration): Value | undefined {
    const unit = this.unitAt(declaration)
    if (!unit || unit.isGenerator || hasTypeParameters(declaration)) return undefined
    const values = unit.returns.filter((value) => !isNothing(value))
    if (values.length === 0 || values.length > MOST_RETURNS || values.some((value) => value.kind === ts.SyntaxKind.ThisKeyword)) return undefined
    const given = this.same(values.map((value) => this.of(value)))
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

function isThisType(type: ts.Type): boolean {
  return (type as ts.TypeParameter & { readonly isThisType?: boolean }).isThisType === true
}

/** Without strict checks, what is null or undefined adds nothing to a type. */
function isNothing(value: ts.Expression): boolean {
  return value.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(value) && value.text === 'undefined')
}

/** `this` in a member of a class that is no static one. */
function isThisOfClass(node: ts.Node): boolean {
  let at = node.parent
  while (at && (ts.isArrowFunction(at) || !(ts.isFunctionLike(at) || ts.isClassElement(at) || ts.isSourceFile(at)))) at = at.parent
  return at !== undefined && ts.isClassElement(at) && ts.isClassLike(at.parent) && !ts.isClassStaticBlockDeclaration(at) && !((ts.getCombinedModifierFlags(at as ts.Declaration) & ts.ModifierFlags.Static) !== 0)
}

/** The function, or what it stands in, is generic: its body says types by their parameters. */
function hasTypeParameters(declaration: ts.Node): boolean {
  for (let at: ts.Node | undefined = declaration; at; at = at.parent) if ((ts.isFunctionLike(at) || ts.isClassLike(at)) && at.typeParameters && at.typeParameters.length > 0) return true
  return false
}

function mentions(node: ts.Node, names: ReadonlySet<string>): boolean {
  if (ts.isIdentifier(node)) return names.has(node.text)
  return ts.forEachChild(node, (child) => mentions(child, names) || undefined) ?? false
}
