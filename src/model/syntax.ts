/**
 * The facts of one file, from one traversal: units, calls, loops, classes, module specifiers.
 *
 * Depends on the file's text alone.
 */
import { ts } from 'ts-morph'
import type { WorkspaceFile } from '../workspace/types.js'
import type { Call, SyntaxLoop, Unit } from './types.js'

export interface ClassFact {
  readonly node: ts.ClassLikeDeclaration
  readonly file: WorkspaceFile
  readonly name: string
  /** Last identifiers of what it extends and implements. */
  readonly bases: readonly string[]
}

export interface DecoratorFact {
  readonly node: ts.Decorator
  readonly file: WorkspaceFile
  /** Last identifier: `Get` of `@Get('/x')`. */
  readonly name: string
  /** What it stands on. */
  readonly target: ts.Node
}

/** A name that may stand for what other names stand for: by renaming, assignment, or wrapping. */
export interface AliasFact {
  readonly name: string
  /** Names it may stand for; `default of <specifier>` for the default export of a module. */
  readonly of: readonly string[]
  /** What it stands for is what a call gives: the last name of the callee, and the names that the call is given or made on. */
  readonly made: { readonly by: string; readonly from: readonly string[] } | undefined
}

/** What aliases of a default export say before its module. */
export const DEFAULT_OF = 'default of '

export interface FileFacts {
  readonly file: WorkspaceFile
  readonly sourceFile: ts.SourceFile
  /** The module's unit first, then in order of their start; without the plain ones. */
  readonly units: readonly MutableUnit[]
  /** Functions that are given to a call and only compute a value: `(row) => row.id`. Many, and running them leads nowhere. */
  readonly plain: readonly MutableUnit[]
  readonly classes: readonly ClassFact[]
  readonly decorators: readonly DecoratorFact[]
  /** `catch` clauses in source order. */
  readonly catches: readonly ts.CatchClause[]
  readonly aliases: readonly AliasFact[]
  /** Module specifiers of imports, re-exports, `require` and dynamic imports. */
  readonly specifiers: readonly string[]
}

/** A unit while it is being built; identity is kept, so that it can serve as a key. */
export interface MutableUnit extends Unit {
  id: number
  calls: readonly Call[]
  loops: readonly SyntaxLoop[]
  returns: readonly ts.Expression[]
  children: readonly MutableUnit[]
}

/** What most lists of most units are. */
const NONE: readonly never[] = []

/** Adds to a list that is made when it gets something: there are four for each of many functions, nearly all of them empty. */
function added<T>(list: readonly T[], item: T): readonly T[] {
  if (list === NONE) return [item]
  ;(list as T[]).push(item)
  return list
}

const Kind = ts.SyntaxKind
const FIRST_NODE = Kind.FirstNode
const FIRST_TYPE = Kind.FirstTypeNode
const LAST_TYPE = Kind.LastTypeNode

/** Name by which importing files ask for a module, without its folders: `orders` of `./orders.js` and of `routes/orders/index.ts`. */
export function moduleName(path: string): string {
  return /([^/]*?)(?:\.[cm]?[jt]sx?)?$/.exec(path.replace(/\/index(?:\.[cm]?[jt]sx?)?$/, ''))?.[1] ?? path
}

function isModuleExports(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === 'exports' && ts.isIdentifier(node.expression) && node.expression.text === 'module'
}

/** Renamed and default imports and exports. */
function readRenames(node: ts.ImportDeclaration | ts.ExportDeclaration, specifier: string, alias: (name: string, meaning: Meaning) => void): void {
  const rename = ({ name, propertyName }: ts.ImportSpecifier | ts.ExportSpecifier) => {
    if (propertyName) alias(name.text, meaning(propertyName.text === 'default' ? DEFAULT_OF + specifier : propertyName.text))
  }
  if (ts.isExportDeclaration(node)) {
    if (node.exportClause && ts.isNamedExports(node.exportClause)) node.exportClause.elements.forEach(rename)
    return
  }
  const clause = node.importClause
  if (!clause || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return
  if (clause.name) alias(clause.name.text, meaning(DEFAULT_OF + specifier))
  if (clause.namedBindings && ts.isNamedImports(clause.namedBindings)) clause.namedBindings.elements.forEach(rename)
}

/** What a name may stand for: an alias without its name. */
type Meaning = Omit<AliasFact, 'name'>

const MEANINGLESS: Meaning = { of: [], made: undefined }

function meaning(name: string): Meaning {
  return { of: [name], made: undefined }
}

/**
 * What an expression may stand for when it is called: a name, what is wrapped or bound, either branch. What is awaited is
 * data, hardly ever a function.
 */
function mentionsIn(expression: ts.Expression): Meaning {
  if (ts.isIdentifier(expression)) return meaning(expression.text)
  if (ts.isPropertyAccessExpression(expression)) return meaning(expression.name.text)
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression) || ts.isNonNullExpression(expression) || ts.isSatisfiesExpression(expression))
    return mentionsIn(expression.expression)
  if (ts.isConditionalExpression(expression)) return either(mentionsIn(expression.whenTrue), mentionsIn(expression.whenFalse))
  if (ts.isBinaryExpression(expression)) return either(mentionsIn(expression.left), mentionsIn(expression.right))
  if (ts.isCallExpression(expression)) {
    const callee = expression.expression
    const [first] = expression.arguments
    if (ts.isIdentifier(callee) && callee.text === 'require' && first && ts.isStringLiteralLike(first)) return meaning(DEFAULT_OF + first.text)
    // `handler.bind(this)`, `wrap(handler)`, `create()` that returns one.
    const from: string[] = []
    const add = (part: ts.Expression) => {
      if (ts.isIdentifier(part) || ts.isPropertyAccessExpression(part)) from.push(calleeName(part))
    }
    if (ts.isPropertyAccessExpression(callee)) add(callee.expression)
    expression.arguments.forEach(add)
    return { of: [], made: { by: calleeName(callee), from } }
  }
  return MEANINGLESS
}

function either(left: Meaning, right: Meaning): Meaning {
  return { of: [...left.of, ...right.of], made: left.made ?? right.made }
}

/**
 * Reads the facts of a parsed file, and sets the parents of the nodes it passes: the parser does not, and binding,
 * which does, comes after.
 */
export function readFacts(file: WorkspaceFile, sourceFile: ts.SourceFile): FileFacts {
  const units: MutableUnit[] = []
  const plain: MutableUnit[] = []
  const classes: ClassFact[] = []
  const decorators: DecoratorFact[] = []
  const catches: ts.CatchClause[] = []
  const specifiers: string[] = []
  const aliases: AliasFact[] = []
  const alias = (name: string | undefined, { of, made }: Meaning) => {
    if (name !== undefined && name !== '' && (of.length > 0 || made)) aliases.push({ name, of, made })
  }

  const root = createUnit(file, sourceFile, undefined, undefined)
  units.push(root)

  // Where the traversal stands. One function for all children is much cheaper than one made for each node.
  let parent: ts.Node = sourceFile
  let unit: MutableUnit = root
  let loop: SyntaxLoop | undefined

  const visitChildren = (node: ts.Node): void => {
    const outer = parent
    parent = node
    ts.forEachChild(node, visit)
    parent = outer
  }

  /** A part of a loop statement that stands inside or outside of the loop. */
  const visitPart = (node: ts.Node | undefined, of: ts.Node, repeatedBy: SyntaxLoop | undefined): void => {
    if (!node) return
    const [outerParent, outerLoop] = [parent, loop]
    parent = of
    loop = repeatedBy
    visit(node)
    parent = outerParent
    loop = outerLoop
  }

  const visit = (node: ts.Node): void => {
    ;(node as { parent: ts.Node }).parent = parent
    const { kind } = node
    // Names, literals and keywords hold nothing, types nothing that runs.
    if (kind < FIRST_NODE || (kind >= FIRST_TYPE && kind <= LAST_TYPE && kind !== Kind.ExpressionWithTypeArguments)) return
    switch (kind) {
      case Kind.FunctionDeclaration:
      case Kind.FunctionExpression:
      case Kind.ArrowFunction:
      case Kind.MethodDeclaration:
      case Kind.Constructor:
      case Kind.GetAccessor:
      case Kind.SetAccessor:
      case Kind.ClassStaticBlockDeclaration: {
        const declaration = node as ts.FunctionLikeDeclaration | ts.ClassStaticBlockDeclaration
        visitDecorators(declaration)
        // Overload signatures and abstract members have no body.
        if (!declaration.body) return visitChildren(node)
        const inner = createUnit(file, declaration, unit, ts.isClassLike(parent) ? parent : undefined)
        units.push(inner)
        unit.children = added(unit.children, inner)
        if (kind === Kind.ArrowFunction && declaration.body.kind !== Kind.Block) inner.returns = added(inner.returns, declaration.body as ts.Expression)
        const [outerUnit, outerLoop] = [unit, loop]
        unit = inner
        loop = undefined
        visitChildren(node)
        unit = outerUnit
        loop = outerLoop
        if (isPlain(inner)) plain.push(...units.splice(-1))
        return
      }
      case Kind.ClassDeclaration:
      case Kind.ClassExpression: {
        const declaration = node as ts.ClassLikeDeclaration
        classes.push({
          node: declaration,
          file,
          name: declaration.name?.text ?? variableName(declaration) ?? '',
          bases: (declaration.heritageClauses ?? []).flatMap((clause) => clause.types.flatMap((type) => baseNames(type.expression))),
        })
        visitDecorators(declaration)
        break
      }
      case Kind.PropertyDeclaration: {
        const { name, initializer } = node as ts.PropertyDeclaration
        if (initializer && ts.isIdentifier(name)) alias(name.text, mentionsIn(initializer))
        visitDecorators(node as ts.PropertyDeclaration)
        break
      }
      case Kind.Parameter:
        visitDecorators(node as ts.ParameterDeclaration)
        break
      case Kind.InterfaceDeclaration:
      case Kind.TypeAliasDeclaration:
        return
      case Kind.ImportDeclaration:
      case Kind.ExportDeclaration: {
        const specifier = (node as ts.ImportDeclaration | ts.ExportDeclaration).moduleSpecifier
        if (specifier && ts.isStringLiteral(specifier)) {
          specifiers.push(specifier.text)
          readRenames(node as ts.ImportDeclaration | ts.ExportDeclaration, specifier.text, alias)
        }
        return
      }
      case Kind.ExportAssignment:
        alias('default', mentionsIn((node as ts.ExportAssignment).expression))
        break
      case Kind.VariableDeclaration:
      case Kind.PropertyAssignment: {
        const { name, initializer } = node as ts.VariableDeclaration | ts.PropertyAssignment
        if (initializer && (name.kind === Kind.Identifier || name.kind === Kind.StringLiteral)) alias((name as ts.Identifier | ts.StringLiteral).text, mentionsIn(initializer))
        break
      }
      case Kind.BindingElement: {
        const { name, propertyName } = node as ts.BindingElement
        if (propertyName && ts.isIdentifier(propertyName) && ts.isIdentifier(name)) alias(name.text, meaning(propertyName.text))
        break
      }
      case Kind.BinaryExpression: {
        const { left, operatorToken, right } = node as ts.BinaryExpression
        // `module.exports = find` is what others import.
        if (operatorToken.kind === Kind.EqualsToken) alias(isModuleExports(left) ? 'default' : calleeName(left), mentionsIn(right))
        break
      }
      case Kind.ImportEqualsDeclaration: {
        const reference = (node as ts.ImportEqualsDeclaration).moduleReference
        if (ts.isExternalModuleReference(reference) && ts.isStringLiteral(reference.expression)) specifiers.push(reference.expression.text)
        return
      }
      case Kind.CatchClause:
        catches.push(node as ts.CatchClause)
        break
      case Kind.ReturnStatement: {
        const { expression } = node as ts.ReturnStatement
        if (expression) unit.returns = added(unit.returns, expression)
        break
      }
      case Kind.CallExpression: {
        const call = node as ts.CallExpression
        const { expression } = call
        const argument = call.arguments[0]
        if (argument && (expression.kind === Kind.ImportKeyword || (expression.kind === Kind.Identifier && (expression as ts.Identifier).text === 'require')) && ts.isStringLiteralLike(argument))
          specifiers.push(argument.text)
        unit.calls = added(unit.calls, { unit, node: call, name: calleeName(expression), loop, isNew: false })
        break
      }
      case Kind.NewExpression: {
        const construction = node as ts.NewExpression
        unit.calls = added(unit.calls, { unit, node: construction, name: calleeName(construction.expression), loop, isNew: true })
        break
      }
      case Kind.TaggedTemplateExpression: {
        const template = node as ts.TaggedTemplateExpression
        unit.calls = added(unit.calls, { unit, node: template, name: calleeName(template.tag), loop, isNew: false })
        break
      }
      case Kind.AwaitExpression: {
        // A lazy relation is loaded by touching it: `await order.customer`.
        const operand = (node as ts.AwaitExpression).expression
        if (ts.isPropertyAccessExpression(operand)) unit.calls = added(unit.calls, { unit, node: operand, name: operand.name.text, loop, isNew: false })
        break
      }
      case Kind.ForStatement: {
        const statement = node as ts.ForStatement
        const inner = addLoop('for', statement, unit, loop)
        visitPart(statement.initializer, node, loop)
        visitPart(statement.condition, node, inner)
        visitPart(statement.incrementor, node, inner)
        visitPart(statement.statement, node, inner)
        return
      }
      case Kind.ForOfStatement:
      case Kind.ForInStatement: {
        const statement = node as ts.ForOfStatement | ts.ForInStatement
        const isOf = statement.kind === Kind.ForOfStatement
        visitPart(statement.expression, node, loop)
        const inner = addLoop(isOf ? ((statement as ts.ForOfStatement).awaitModifier ? 'for-await' : 'for-of') : 'for-in', statement, unit, loop)
        visitPart(statement.initializer, node, inner)
        visitPart(statement.statement, node, inner)
        return
      }
      case Kind.WhileStatement:
      case Kind.DoStatement: {
        const statement = node as ts.WhileStatement | ts.DoStatement
        const inner = addLoop(kind === Kind.WhileStatement ? 'while' : 'do', statement, unit, loop)
        visitPart(statement.expression, node, inner)
        visitPart(statement.statement, node, inner)
        return
      }
    }
    visitChildren(node)
  }

  const visitDecorators = (node: ts.Node & { readonly modifiers?: ts.NodeArray<ts.ModifierLike> }): void => {
    for (const modifier of node.modifiers ?? []) {
      if (!ts.isDecorator(modifier)) continue
      const { expression } = modifier
      decorators.push({ node: modifier, file, name: calleeName(ts.isCallExpression(expression) ? expression.expression : expression), target: node })
    }
  }

  visitChildren(sourceFile)
  return { file, sourceFile, units, plain, classes, decorators, catches, specifiers, aliases }
}

function isPlain({ node, calls, children, isAsync }: MutableUnit): boolean {
  return node.kind === Kind.ArrowFunction && (node as ts.ArrowFunction).body.kind !== Kind.Block && calls.length === 0 && children.length === 0 && !isAsync && node.parent.kind === Kind.CallExpression
}

function addLoop(
  kind: SyntaxLoop['kind'],
  node: ts.IterationStatement,
  unit: MutableUnit,
  parent: SyntaxLoop | undefined,
): SyntaxLoop {
  const loop: SyntaxLoop = { kind, node, unit, parent }
  unit.loops = added(unit.loops, loop)
  return loop
}

/** The facts of a unit; its name is put together when somebody asks. */
class UnitFact implements MutableUnit {
  id = -1
  calls: readonly Call[] = NONE
  loops: readonly SyntaxLoop[] = NONE
  returns: readonly ts.Expression[] = NONE
  children: readonly MutableUnit[] = NONE
  private nameRead: string | undefined

  constructor(
    readonly file: WorkspaceFile,
    readonly node: Unit['node'],
    readonly kind: Unit['kind'],
    readonly parent: MutableUnit | undefined,
    readonly classNode: ts.ClassLikeDeclaration | undefined,
    readonly isAsync: boolean,
    readonly isGenerator: boolean,
    readonly parameters: readonly ts.ParameterDeclaration[],
  ) {}

  get name(): string {
    this.nameRead ??= ts.isSourceFile(this.node) ? this.file.relative.slice(this.file.relative.lastIndexOf('/') + 1) : unitName(this.node, this.parent)
    return this.nameRead
  }
}

const NO_PARAMETERS: readonly ts.ParameterDeclaration[] = []

function createUnit(file: WorkspaceFile, node: Unit['node'], parent: MutableUnit | undefined, classNode: ts.ClassLikeDeclaration | undefined): MutableUnit {
  if (node.kind === Kind.SourceFile) return new UnitFact(file, node, 'module', undefined, undefined, false, false, NO_PARAMETERS)
  if (node.kind === Kind.ClassStaticBlockDeclaration) return new UnitFact(file, node, 'constructor', parent, classNode, false, false, NO_PARAMETERS)
  const declaration = node as ts.FunctionLikeDeclaration
  const isAsync = declaration.modifiers?.some((modifier) => modifier.kind === Kind.AsyncKeyword) ?? false
  return new UnitFact(file, node, kindOf(node), parent, classNode, isAsync, declaration.asteriskToken !== undefined, declaration.parameters)
}

function kindOf(node: Unit['node']): Unit['kind'] {
  switch (node.kind) {
    case ts.SyntaxKind.SourceFile:
      return 'module'
    case ts.SyntaxKind.ArrowFunction:
      return 'arrow'
    case ts.SyntaxKind.MethodDeclaration:
      return 'method'
    case ts.SyntaxKind.Constructor:
    case ts.SyntaxKind.ClassStaticBlockDeclaration:
      return 'constructor'
    case ts.SyntaxKind.GetAccessor:
    case ts.SyntaxKind.SetAccessor:
      return 'accessor'
    default:
      return 'function'
  }
}

/** Name for people: the class and member, the variable it is assigned to, or the call it is given to. */
function unitName(node: ts.FunctionLikeDeclaration | ts.ClassStaticBlockDeclaration, parent: Unit | undefined): string {
  const owner = node.parent
  if (ts.isClassLike(owner)) {
    const className = owner.name?.text ?? variableName(owner) ?? 'anonymous class'
    if (ts.isConstructorDeclaration(node)) return `new ${className}`
    return node.name ? `${className}.${node.name.getText()}` : className
  }
  if (node.name) return node.name.getText()
  const assigned = variableName(node)
  if (assigned) return assigned
  for (let at: ts.Node = owner; at && !ts.isBlock(at) && !ts.isSourceFile(at); at = at.parent) {
    if (ts.isCallExpression(at) || ts.isNewExpression(at)) {
      const text = at.expression.getText()
      return `callback of ${text.length <= 40 ? text.replace(/\s+/g, '') : calleeName(at.expression) || 'a call'}`
    }
  }
  if (ts.isReturnStatement(owner) || ts.isArrowFunction(owner)) return `function returned by ${parent?.name ?? 'module'}`
  return 'anonymous function'
}

/** The variable, property or export a function or class expression is assigned to. */
function variableName(node: ts.Node): string | undefined {
  const owner = skipWrappers(node)
  if (ts.isVariableDeclaration(owner) && ts.isIdentifier(owner.name)) return owner.name.text
  if (ts.isPropertyDeclaration(owner)) {
    const className = ts.isClassLike(owner.parent) ? owner.parent.name?.text : undefined
    return className ? `${className}.${owner.name.getText()}` : owner.name.getText()
  }
  if (ts.isPropertyAssignment(owner)) return owner.name.getText()
  if (ts.isBinaryExpression(owner) && owner.operatorToken.kind === ts.SyntaxKind.EqualsToken)
    return owner.left.getText().replace(/^(?:module\.)?exports\.|^this\./, '')
  if (ts.isExportAssignment(owner)) return 'default export'
  return undefined
}

/** The first ancestor that is not a mere wrapper (parentheses, `as`, `satisfies`). */
function skipWrappers(node: ts.Node): ts.Node {
  let owner = node.parent
  while (ts.isParenthesizedExpression(owner) || ts.isAsExpression(owner) || ts.isSatisfiesExpression(owner))
    owner = owner.parent
  return owner
}

/** Last identifier of a callee: `findMany` of `this.prisma.user.findMany`; '' when there is none. */
export function calleeName(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text
  if (ts.isElementAccessExpression(expression) && ts.isStringLiteralLike(expression.argumentExpression))
    return expression.argumentExpression.text
  if (ts.isParenthesizedExpression(expression) || ts.isNonNullExpression(expression) || ts.isAsExpression(expression))
    return calleeName(expression.expression)
  if (expression.kind === ts.SyntaxKind.SuperKeyword) return 'super'
  return ''
}

/** Names a heritage expression may stand for; a mixin call names its arguments too. */
function baseNames(expression: ts.Expression): string[] {
  if (ts.isCallExpression(expression))
    return [calleeName(expression.expression), ...expression.arguments.flatMap((argument) => baseNames(argument))]
  const name = calleeName(expression)
  return name ? [name] : []
}

/** `string`, `number[]`: a type that says nothing of libraries. */
export function isPlainType(type: ts.TypeNode): boolean {
  const { kind } = ts.isArrayTypeNode(type) ? type.elementType : type
  return kind === Kind.StringKeyword || kind === Kind.NumberKeyword || kind === Kind.BooleanKeyword
}
