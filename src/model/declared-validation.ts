/**
 * Bodies declared as classes whose decorators say what fits, and the pipes that look at them.
 */
import { ts } from 'ts-morph'
import { argumentsOf, propertyOf, skipOuter } from '../libraries/paths.js'
import type { CallsByName } from './calls.js'
import { tagIn } from './operations.js'
import type { Program } from './program.js'
import { heritageOf, type Resolver } from './resolver.js'
import type { Unit, Whitelist } from './types.js'

/** A guard in front of parameters. */
export interface Pipe {
  /**
   * classes: checks classes by their decorators; scalar: gives a number, date or id; other: checks in a way of its
   * own; none: checks nothing.
   */
  readonly kind: 'classes' | 'scalar' | 'other' | 'none'
  /** Properties that no decorator names are taken away, or may be, where its options cannot be read. */
  readonly isStrict: boolean
  /** They are taken away for sure, or what has any is refused. */
  readonly strips: 'away' | 'refused' | undefined
  /** Values are made to fit the declared type. */
  readonly transforms: boolean
}

/** Decorators that leave no room for text of one's own (`@IsIn(COLUMNS)`, `@IsInt()`). */
export const CLOSES = /^@(?:Equals|IsIn|IsEnum|IsInt|IsNumber|IsNumberString|IsBoolean|IsBooleanString|IsUUID|IsMongoId|IsDate|IsAlpha|IsAlphanumeric|IsHexadecimal|IsISO8601)\b/

/** What decorators say of a declared type. */
export type Declaration = 'validators' | 'bare' | 'unknown'

export class DeclaredValidation {
  private readonly classes = new Map<ts.Node, boolean>()
  private global: readonly Pipe[] | undefined

  constructor(
    private readonly resolver: Resolver,
    private readonly calls: CallsByName,
    private readonly program: Program,
    private readonly reallyChecks: (unit: Unit) => boolean,
  ) {}

  /** Pipes that a decorated parameter goes through, the nearest first. */
  pipesOf(parameter: ts.ParameterDeclaration): readonly Pipe[] {
    const method = parameter.parent
    const owner = ts.isClassLike(method.parent) ? method.parent : undefined
    const own = (ts.getDecorators(parameter) ?? []).flatMap((decorator) =>
      ts.isCallExpression(decorator.expression) ? [...decorator.expression.arguments.flatMap((argument) => this.pipeOf(argument) ?? []), ...this.builtIn(decorator.expression, parameter)] : [],
    )
    return [...own, ...this.decorating(method), ...(owner ? this.decorating(owner) : []), ...this.globalPipes()]
  }

  /** The check that a framework does by itself of what a decorator takes from the request. */
  private builtIn(decorator: ts.CallExpression, parameter: ts.ParameterDeclaration): readonly Pipe[] {
    const library = this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(decorator.expression)))
    const word = /^validate (declared|typed)\b/.exec((library && tagIn(library.tags, 'guard')?.value) ?? '')?.[1]
    if (!word) return []
    if (word === 'declared') return [{ kind: 'classes', isStrict: false, strips: undefined, transforms: true }]
    return parameter.type && /^(?:any|unknown|object)$/.test(parameter.type.getText()) ? [] : [UNKNOWN]
  }

  /** Whether a pipe makes sure of a decorated parameter: of its class by decorators, or in a way of its own. */
  checks(parameter: ts.ParameterDeclaration): boolean {
    return this.pipesOf(parameter).some(({ kind }) => kind === 'scalar' || kind === 'other' || (kind === 'classes' && this.declarationOf(parameter) === 'validators'))
  }

  /** Whether what stands before a handler is a pipe that looks at declared classes, and at nothing else. */
  isClassPipe(node: ts.Node): boolean {
    return ts.isExpression(node) && this.pipeOf(node)?.kind === 'classes'
  }

  /** Pipes that stand in front of every handler. */
  globalPipes(): readonly Pipe[] {
    this.global ??= this.findGlobal()
    return this.global
  }

  /** Whether any pipe stands anywhere: on all handlers, on a class, a method or a parameter. */
  get hasPipes(): boolean {
    return this.globalPipes().some((pipe) => pipe.kind !== 'none')
  }

  /** What a pipe makes of a parameter that is declared as a class without validators, where it keeps named properties only. */
  whitelistOf(parameter: ts.ParameterDeclaration): Whitelist | undefined {
    const declaration = parameter.type && this.resolver.checker.getTypeFromTypeNode(parameter.type).getSymbol()?.declarations?.[0]
    if (!declaration || !ts.isClassLike(declaration) || this.hasValidators(declaration)) return undefined
    const strips = this.pipesOf(parameter).find((pipe) => pipe.kind === 'classes' && pipe.strips)?.strips
    if (!strips) return undefined
    if (this.isNamed(declaration)) return 'keeps'
    return strips === 'refused' ? 'refuses' : 'empties'
  }

  /** Whether a decorator of a library that validates names a property of a class, or of those it is made from: `@IsOptional()`. */
  private isNamed(node: ts.ClassLikeDeclaration): boolean {
    const names = (decorator: ts.Decorator) => {
      const callee = skipOuter(ts.isCallExpression(decorator.expression) ? decorator.expression.expression : decorator.expression)
      const library = this.resolver.libraryOf(this.resolver.symbolOf(callee))
      return library !== undefined && tagIn(library.tags, 'validates') !== undefined
    }
    return node.members.some((member) => ts.isPropertyDeclaration(member) && (ts.getDecorators(member) ?? []).some(names)) || this.inherits(node, (base) => this.isNamed(base))
  }

  /** What is known of the type a parameter is declared with. */
  declarationOf(parameter: ts.ParameterDeclaration): Declaration {
    if (!parameter.type) return 'bare'
    if (parameter.type.kind === ts.SyntaxKind.AnyKeyword || parameter.type.kind === ts.SyntaxKind.UnknownKeyword || parameter.type.kind === ts.SyntaxKind.ObjectKeyword) return 'bare'
    const element = ts.isArrayTypeNode(parameter.type) ? parameter.type.elementType : parameter.type
    if (ts.isTypeLiteralNode(element)) return 'bare'
    const type = this.resolver.checker.getTypeFromTypeNode(element)
    const declaration = type.getSymbol()?.declarations?.[0]
    if (declaration && ts.isClassLike(declaration)) return this.hasValidators(declaration) ? 'validators' : 'bare'
    return !declaration && type.flags & ts.TypeFlags.Any ? this.behindAny(element) : 'bare'
  }

  /** A name that leads out of the workspace may be a class with decorators. */
  private behindAny(node: ts.TypeNode): Declaration {
    if (!ts.isTypeReferenceNode(node)) return 'bare'
    const symbol = this.resolver.checker.getSymbolAtLocation(node.typeName)
    const target = symbol && this.resolver.unalias(symbol)
    return target?.declarations?.some((declaration) => ts.isTypeAliasDeclaration(declaration)) ? 'bare' : 'unknown'
  }

  /** Whether decorators on properties of a class, or of those it is made from, check their values. */
  hasValidators(node: ts.ClassLikeDeclaration): boolean {
    const known = this.classes.get(node)
    if (known !== undefined) return known
    this.classes.set(node, false)
    const answer = node.members.some((member) => ts.isPropertyDeclaration(member) && this.kindOf(member) !== undefined) || this.inherits(node, (base) => this.hasValidators(base))
    this.classes.set(node, answer)
    return answer
  }

  /** Whether the property of a declared class can be no object chosen outside; `path` empty: whether all of them are. */
  isScalar(parameter: ts.ParameterDeclaration, path: readonly string[], pipe: Pipe): boolean {
    if (!parameter.type) return false
    const declaration = this.resolver.checker.getTypeFromTypeNode(parameter.type).getSymbol()?.declarations?.[0]
    if (!declaration || !ts.isClassLike(declaration)) return pipe.transforms && isPrimitive(parameter.type)
    return this.isScalarIn(declaration, path, pipe)
  }

  /** Whether a pipe lets only values of a list, numbers, ids and the like into a property of a declared class. */
  isClosed(parameter: ts.ParameterDeclaration, name: string): boolean {
    if (!parameter.type || !this.pipesOf(parameter).some((pipe) => pipe.kind === 'classes')) return false
    const property = this.resolver.checker.getPropertyOfType(this.resolver.checker.getTypeFromTypeNode(parameter.type), name)?.valueDeclaration
    return property !== undefined && ts.isPropertyDeclaration(property) && (ts.getDecorators(property) ?? []).some((decorator) => CLOSES.test(decorator.getText()))
  }

  private isScalarIn(node: ts.ClassLikeDeclaration, path: readonly string[], pipe: Pipe): boolean {
    const [name] = path
    if (name === undefined || name === '*') return pipe.isStrict && node.members.every((member) => !ts.isPropertyDeclaration(member) || this.isScalarProperty(member, pipe))
    const member = node.members.find((one) => ts.isPropertyDeclaration(one) && one.name.getText() === name)
    if (member && ts.isPropertyDeclaration(member)) return this.isScalarProperty(member, pipe)
    return this.inherits(node, (base) => this.isScalarIn(base, path, pipe)) || (pipe.isStrict && !this.inherits(node, (base) => base.members.some((one) => one.name?.getText() === name)))
  }

  private isScalarProperty(member: ts.PropertyDeclaration, pipe: Pipe): boolean {
    const kind = this.kindOf(member)
    return kind === 'scalar' || kind === 'nested' || (kind === undefined && pipe.isStrict)
  }

  /** What the decorators of a property make sure of. */
  private kindOf(member: ts.PropertyDeclaration): 'scalar' | 'nested' | 'something' | undefined {
    let found: 'something' | undefined
    for (const decorator of ts.getDecorators(member) ?? []) {
      const kind = this.kindOfDecorator(decorator.expression, 0)
      if (kind === 'scalar' || kind === 'nested') return kind
      found ??= kind
    }
    return found
  }

  private kindOfDecorator(expression: ts.Expression, depth: number): 'scalar' | 'nested' | 'something' | undefined {
    const callee = ts.isCallExpression(expression) ? skipOuter(expression.expression) : skipOuter(expression)
    const library = this.resolver.libraryOf(this.resolver.symbolOf(callee))
    if (library) {
      if (tagIn(library.tags, 'coerces')) return 'scalar'
      const checks = tagIn(library.tags, 'validates')?.value
      return checks === 'this.*' ? 'nested' : checks && checks !== 'nothing' ? 'something' : undefined
    }
    if (depth > 2) return undefined
    // A decorator of the project, put together from others or registered as a validator.
    const units = this.resolver.functionsOf(callee)
    for (const unit of units)
      for (const call of unit.calls) {
        if (/^registerDecorator$|^ValidateBy$/.test(call.name)) return 'scalar'
        const inner = ts.isCallExpression(call.node) && /^[A-Z]/.test(call.name) ? this.kindOfDecorator(call.node, depth + 1) : undefined
        if (inner) return inner
      }
    return undefined
  }

  /** Asks the classes a class extends, also through `PartialType(CreateOrder)`; what cannot be seen is trusted. */
  private inherits(node: ts.ClassLikeDeclaration, ask: (base: ts.ClassLikeDeclaration) => boolean): boolean {
    const base = heritageOf(node)
    if (!base) return false
    const value = skipOuter(base)
    if (ts.isCallExpression(value)) {
      const classes = value.arguments.flatMap((argument) => this.classesBehind(argument))
      return classes.length === 0 || classes.some(ask)
    }
    const declaration = this.resolver.symbolOf(value)?.valueDeclaration
    return declaration && ts.isClassLike(declaration) ? ask(declaration) : declaration === undefined
  }

  private classesBehind(expression: ts.Expression): ts.ClassLikeDeclaration[] {
    const value = skipOuter(expression)
    if (ts.isCallExpression(value)) return value.arguments.flatMap((argument) => this.classesBehind(argument))
    if (!ts.isIdentifier(value)) return []
    const declaration = this.resolver.symbolOf(value)?.valueDeclaration
    return declaration && ts.isClassLike(declaration) ? [declaration] : []
  }

  private decorating(node: ts.Node): readonly Pipe[] {
    if (!ts.canHaveDecorators(node)) return []
    return (ts.getDecorators(node) ?? []).flatMap((decorator) => {
      const expression = decorator.expression
      if (!ts.isCallExpression(expression)) return []
      const library = this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(expression.expression)))
      if (library) return tagIn(library.tags, 'guard')?.value.startsWith('validate') ? expression.arguments.flatMap((argument) => this.pipeOf(argument) ?? []) : []
      // `@Validate(schema)` of the project that puts a pipe on.
      return this.resolver.functionsOf(skipOuter(expression.expression)).flatMap((unit) =>
        unit.calls.flatMap((call) => (call.name === 'UsePipes' && ts.isCallExpression(call.node) ? call.node.arguments.flatMap((argument) => this.pipeOf(argument) ?? []) : [])),
      )
    })
  }

  private findGlobal(): readonly Pipe[] {
    const found: Pipe[] = []
    for (const { node } of this.calls.matching((name) => name === 'useGlobalPipes')) for (const argument of argumentsOf(node)) found.push(this.pipeOf(argument) ?? UNKNOWN)
    for (const { sourceFile } of this.program.facts) {
      if (!sourceFile.text.includes('APP_PIPE')) continue
      const visit = (node: ts.Node): void => {
        if (ts.isObjectLiteralExpression(node)) {
          const token = propertyOf(node, 'provide')[0]
          if (token?.getText() === 'APP_PIPE') {
            const value = [...propertyOf(node, 'useClass'), ...propertyOf(node, 'useValue'), ...propertyOf(node, 'useExisting')][0]
            const made = propertyOf(node, 'useFactory')[0]
            found.push((value && this.pipeOf(value)) ?? (made && this.madeBy(made)) ?? UNKNOWN)
          }
        }
        ts.forEachChild(node, visit)
      }
      visit(sourceFile)
    }
    return found
  }

  private madeBy(factory: ts.Expression): Pipe | undefined {
    for (const unit of this.resolver.functionsOf(factory))
      for (const returned of unit.returns) {
        const pipe = this.pipeOf(returned)
        if (pipe) return pipe
      }
    return undefined
  }

  /** What an expression in the place of a pipe is; undefined for names of fields and options. */
  private pipeOf(expression: ts.Expression): Pipe | undefined {
    const value = skipOuter(expression)
    if (ts.isStringLiteralLike(value) || ts.isObjectLiteralExpression(value) || ts.isArrowFunction(value)) return undefined
    if (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) {
      const initializer = this.resolver.initializerOf(value)
      if (initializer && ts.isNewExpression(skipOuter(initializer))) return this.pipeOf(initializer)
    }
    const options = ts.isNewExpression(value) ? value.arguments?.[0] : undefined
    const name = ts.isNewExpression(value) || ts.isCallExpression(value) ? skipOuter(value.expression) : value
    const flag = (option: string) => options !== undefined && propertyOf(options, option, (one) => this.resolver.initializerOf(one))[0]?.kind === ts.SyntaxKind.TrueKeyword
    const base = this.pipeClass(name, 0)
    // Options that cannot be read may ask for anything.
    const isOpaque = options !== undefined && !ts.isObjectLiteralExpression(skipOuter(options)) && !this.resolver.initializerOf(options)
    const strips = flag('forbidNonWhitelisted') ? 'refused' : flag('whitelist') ? 'away' : undefined
    return { kind: base, isStrict: isOpaque || strips !== undefined, strips, transforms: isOpaque || flag('transform') }
  }

  private pipeClass(name: ts.Expression, depth: number): Pipe['kind'] {
    const symbol = this.resolver.symbolOf(name)
    for (const declaration of symbol?.declarations ?? []) {
      if (!ts.isClassLike(declaration)) continue
      if (this.program.isModel(declaration.getSourceFile())) {
        if (this.resolver.tags.tag(declaration, 'guard')?.value.startsWith('validate')) return 'classes'
        const transform = declaration.members.find((member) => member.name?.getText() === 'transform')
        const tags = transform ? this.resolver.tags.tagsOf(transform) : []
        if (tagIn(tags, 'coerces')) return tagIn(tags, 'coerces')?.value === 'array' ? 'none' : 'scalar'
        return tagIn(tags, 'validates') ? 'other' : 'none'
      }
      const base = heritageOf(declaration)
      if (base && depth < 3) {
        const inherited = this.pipeClass(base, depth + 1)
        if (inherited !== 'other') return inherited
      }
      const transform = declaration.members.find((member) => ts.isMethodDeclaration(member) && member.name.getText() === 'transform')
      const unit = transform && this.resolver.unitAt(transform)
      if (!unit) return 'other'
      return this.reallyChecks(unit) ? 'other' : unit.calls.some((call) => /^(?:Number|parseInt|parseFloat|String|isValid|ObjectId)$/.test(call.name)) ? 'scalar' : 'none'
    }
    return 'other'
  }
}

const UNKNOWN: Pipe = { kind: 'other', isStrict: true, strips: undefined, transforms: true }

function isPrimitive(type: ts.TypeNode): boolean {
  return type.kind === ts.SyntaxKind.StringKeyword || type.kind === ts.SyntaxKind.NumberKeyword || type.kind === ts.SyntaxKind.BooleanKeyword
}
