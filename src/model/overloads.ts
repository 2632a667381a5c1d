/**
 * Which of several declarations of one library member a call means.
 *
 * What is given tells it, mostly by its number and form. The checker is asked last: to resolve a signature it checks
 * every argument, with the functions among them.
 */
import { ts } from 'ts-morph'
import { argumentsOf, skipOuter } from '../libraries/paths.js'
import type { TagReader } from '../libraries/reader.js'
import { fits } from './declared-types.js'

export class Overloads {
  /** @param types the type of an expression as declarations say it, and whatever is known of it */
  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly tags: TagReader,
    private readonly types: { readonly declared: (expression: ts.Expression) => ts.Type | undefined; readonly ofValue: (expression: ts.Expression) => ts.Type },
  ) {}

  /**
   * @param declarations at least one
   * @param call what calls one of them; without it the first that is tagged is taken
   */
  of(declarations: readonly ts.Declaration[], call: ts.Node | undefined): ts.Declaration {
    const tagged = declarations.filter((declaration) => this.tags.tagsOf(declaration).length > 0)
    const first = tagged[0] ?? (declarations[0] as ts.Declaration)
    if (tagged.length <= 1 && declarations.length === 1) return first
    const areAlike = (some: readonly ts.Declaration[]) =>
      new Set(some.map((declaration) => this.tags.tagsOf(declaration).map((tag) => `${tag.name} ${tag.value}`).join('\n'))).size === 1
    if (areAlike(declarations) || !call || !ts.isCallLikeExpression(call)) return first
    const taking = ts.isCallExpression(call) || ts.isNewExpression(call) ? takingFunctions(declarations.filter((declaration) => !ts.isFunctionLike(declaration) || (fits(declaration, call.arguments ?? []) && !this.takesOtherList(declaration, call.arguments ?? []) && this.takesTexts(declaration, call.arguments ?? []))), call.arguments ?? []) : declarations
    if (taking[0] && areAlike(taking)) return taking[0]
    const chosen = this.checker.getResolvedSignature(call)?.declaration as ts.Declaration | undefined
    // `router.get('/orders', guard(schema), handler)`: what a call gives that is not known to be text is none.
    if (chosen && declarations.includes(chosen) && (!ts.isFunctionLike(chosen) || !ts.isCallExpression(call) || this.takesTexts(chosen, call.arguments))) return this.takesCallForText(chosen, call) ? (taking.find((other) => !this.takesCallForText(other, call)) ?? chosen) : chosen
    // The checker does not know whose member it is.
    return taking.find((declaration) => ts.isFunctionLike(declaration) && this.takes(declaration, argumentsOf(call))) ?? first
  }

  /** `use('/orders', orders)` means no declaration whose parameters are all functions, whatever `orders` is. */
  private takesTexts({ parameters }: ts.SignatureDeclaration, given: readonly ts.Expression[]): boolean {
    return given.every((argument, index) => {
      if (!ts.isStringLiteralLike(skipOuter(argument))) return true
      const parameter = parameters[Math.min(index, parameters.length - 1)]
      if (!parameter?.type) return true
      const declared = this.checker.getTypeFromTypeNode(parameter.type)
      const type = parameter.dotDotDotToken ? this.checker.getIndexTypeOfType(declared, ts.IndexKind.Number) : declared
      const kinds = !type ? [] : type.isUnion() ? type.types : [type]
      return kinds.length === 0 || kinds.some((one) => (one.flags & ts.TypeFlags.Object) === 0 || (one.getCallSignatures().length === 0 && !this.checker.isArrayLikeType(one)))
    })
  }

  /** A list is asked for, and what is given is declared to be none. */
  private takesOtherList(declaration: ts.SignatureDeclaration, given: readonly ts.Expression[]): boolean {
    return declaration.parameters.some(({ type, dotDotDotToken }, index) => {
      const argument = given[index]
      if (!argument || !type || !ts.isArrayTypeNode(type) || dotDotDotToken) return false
      const value = skipOuter(argument)
      if (ts.isObjectLiteralExpression(value) || ts.isStringLiteralLike(value)) return true
      const known = this.types.declared(value)
      return known !== undefined && (known.flags & (ts.TypeFlags.Object | ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike)) !== 0 && !this.checker.isArrayLikeType(known)
    })
  }

  /** Whether the types of what is given fit those that a signature declares. */
  private takes(declaration: ts.SignatureDeclaration, given: readonly ts.Expression[]): boolean {
    return declaration.parameters.every(({ type, dotDotDotToken }, index) => {
      const argument = given[index]
      if (!type || !argument || dotDotDotToken !== undefined) return true
      const declared = this.checker.getTypeFromTypeNode(type)
      // What a function returns may be for its types alone to say: `run: (tx) => Promise<R>`.
      const value = skipOuter(argument)
      if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return (declared.flags & ts.TypeFlags.Any) !== 0 || declared.getCallSignatures().length > 0
      return this.checker.isTypeAssignableTo(this.types.ofValue(argument), declared)
    })
  }

  private takesCallForText(declaration: ts.Declaration, call: ts.CallLikeExpression): boolean {
    if (!ts.isFunctionLike(declaration) || !(ts.isCallExpression(call) || ts.isNewExpression(call))) return false
    return declaration.parameters.some(({ type, dotDotDotToken }, index) => {
      const value = call.arguments?.[index]
      return type && !dotDotDotToken && value && ts.isCallExpression(skipOuter(value)) && isTextType(type) && (this.checker.getTypeAtLocation(value).flags & ts.TypeFlags.StringLike) === 0
    })
  }
}

/**
 * `transaction((trx) => work(trx))` means the declaration that takes a function, not the one whose options may be
 * anything, whatever the function returns.
 */
function takingFunctions(declarations: readonly ts.Declaration[], given: readonly ts.Expression[]): readonly ts.Declaration[] {
  const at = given.findIndex((argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument))
  const typeAt = (declaration: ts.Declaration) => (ts.isFunctionLike(declaration) ? declaration.parameters[at]?.type : undefined)
  if (at < 0 || !declarations.some((declaration) => typeAt(declaration)?.kind === ts.SyntaxKind.FunctionType)) return declarations
  return declarations.filter((declaration) => typeAt(declaration)?.kind !== ts.SyntaxKind.AnyKeyword)
}

/** `string`, `string | RegExp` */
function isTextType(type: ts.TypeNode): boolean {
  return (ts.isUnionTypeNode(type) ? type.types : [type]).every((part) => part.kind === ts.SyntaxKind.StringKeyword || (ts.isTypeReferenceNode(part) && part.typeName.getText() === 'RegExp'))
}
