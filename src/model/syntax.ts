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
}

export interface FileFacts {
  readonly file: WorkspaceFile
  readonly sourceFile: ts.SourceFile
  /** The module's unit first, then in order of their start. */
  readonly units: readonly MutableUnit[]
  readonly classes: readonly ClassFact[]
  readonly decorators: readonly DecoratorFact[]
  readonly aliases: readonly AliasFact[]
  /** Module specifiers of imports, re-exports, `require` and dynamic imports. */
  readonly specifiers: readonly string[]
}

/** A unit while it is being built; identity is kept, so that it can serve as a key. */
export interface MutableUnit extends Unit {
  id: number
  readonly calls: Call[]
  readonly loops: SyntaxLoop[]
  readonly returns: ts.Expression[]
  readonly children: MutableUnit[]
}

function isModuleExports(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === 'exports' && ts.isIdentifier(node.expression) && node.expression.text === 'module'
}

/** Renamed and default imports and exports. */
function readRenames(node: ts.ImportDeclaration | ts.ExportDeclaration, specifier: string, alias: (name: string, of: readonly string[]) => void): void {
  if (ts.isExportDeclaration(node)) {
    if (node.exportClause && ts.isNamedExports(node.exportClause))
      for (const { name, propertyName } of node.exportClause.elements) if (propertyName) alias(name.text, [propertyName.text === 'default' ? `default of ${specifier}` : propertyName.text])
    return
  }
  const clause = node.importClause
  if (!clause || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return
  if (clause.name) alias(clause.name.text, [`default of ${specifier}`])
  if (clause.namedBindings && ts.isNamedImports(clause.namedBindings))
    for (const { name, propertyName } of clause.namedBindings.elements) if (propertyName) alias(name.text, [propertyName.text === 'default' ? `default of ${specifier}` : propertyName.text])
}

/** Names an expression may stand for when it is called: itself, what is wrapped or bound, either branch. */
function mentionsIn(expression: ts.Expression): string[] {
  if (ts.isIdentifier(expression)) return [expression.text]
  if (ts.isPropertyAccessExpression(expression)) return [expression.name.text]
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression) || ts.isNonNullExpression(expression) || ts.isAwaitExpression(expression) || ts.isSatisfiesExpression(expression))
    return mentionsIn(expression.expression)
  if (ts.isConditionalExpression(expression)) return [...mentionsIn(expression.whenTrue), ...mentionsIn(expression.whenFalse)]
  if (ts.isBinaryExpression(expression)) return [...mentionsIn(expression.left), ...mentionsIn(expression.right)]
  if (ts.isCallExpression(expression)) {
    const callee = expression.expression
    const [first] = expression.arguments
    if (ts.isIdentifier(callee) && callee.text === 'require' && first && ts.isStringLiteralLike(first)) return [`default of ${first.text}`]
    // `handler.bind(this)`, `wrap(handler)`, `create()` that returns one.
    const inner = ts.isPropertyAccessExpression(callee) ? [callee.name.text, ...mentionsIn(callee.expression)] : mentionsIn(callee)
    return [...inner, ...expression.arguments.flatMap((argument) => (ts.isIdentifier(argument) || ts.isPropertyAccessExpression(argument) ? mentionsIn(argument) : []))]
  }
  return []
}

/** Reads the facts of a parsed file. */
export function readFacts(file: WorkspaceFile, sourceFile: ts.SourceFile): FileFacts {
  const units: MutableUnit[] = []
  const classes: ClassFact[] = []
  const decorators: DecoratorFact[] = []
  const specifiers: string[] = []
  const aliases: AliasFact[] = []
  const alias = (name: string | undefined, of: readonly string[]) => {
    if (name !== undefined && name !== '' && of.length > 0) aliases.push({ name, of })
  }

  const root = createUnit(file, sourceFile, undefined, undefined)
  units.push(root)

  const visitChildren = (node: ts.Node, unit: MutableUnit, loop: SyntaxLoop | undefined): void => {
    ts.forEachChild(node, (child) => visit(child, unit, loop))
  }

  const visit = (node: ts.Node, unit: MutableUnit, loop: SyntaxLoop | undefined): void => {
    // Names, literals and keywords hold nothing, types nothing that runs.
    if (node.kind < ts.SyntaxKind.FirstNode || (node.kind >= ts.SyntaxKind.FirstTypeNode && node.kind <= ts.SyntaxKind.LastTypeNode && node.kind !== ts.SyntaxKind.ExpressionWithTypeArguments)) return
    switch (node.kind) {
      case ts.SyntaxKind.FunctionDeclaration:
      case ts.SyntaxKind.FunctionExpression:
      case ts.SyntaxKind.ArrowFunction:
      case ts.SyntaxKind.MethodDeclaration:
      case ts.SyntaxKind.Constructor:
      case ts.SyntaxKind.GetAccessor:
      case ts.SyntaxKind.SetAccessor:
      case ts.SyntaxKind.ClassStaticBlockDeclaration: {
        const declaration = node as ts.FunctionLikeDeclaration | ts.ClassStaticBlockDeclaration
        if (!declaration.body) {
          // Overload signatures and abstract members have no body, but decorators may stand on them.
          visitDecorators(node)
          return
        }
        const inner = createUnit(file, declaration, unit, ts.isClassLike(node.parent) ? node.parent : undefined)
        units.push(inner)
        unit.children.push(inner)
        visitDecorators(node)
        if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) inner.returns.push(node.body)
        visitChildren(node, inner, undefined)
        return
      }
      case ts.SyntaxKind.ClassDeclaration:
      case ts.SyntaxKind.ClassExpression: {
        const declaration = node as ts.ClassLikeDeclaration
        classes.push({
          node: declaration,
          file,
          name: declaration.name?.text ?? variableName(declaration) ?? '',
          bases: (declaration.heritageClauses ?? []).flatMap((clause) =>
            clause.types.flatMap((type) => baseNames(type.expression)),
          ),
        })
        visitDecorators(node)
        break
      }
      case ts.SyntaxKind.PropertyDeclaration: {
        const { name, initializer } = node as ts.PropertyDeclaration
        if (initializer && ts.isIdentifier(name)) alias(name.text, mentionsIn(initializer))
        visitDecorators(node)
        break
      }
      case ts.SyntaxKind.Parameter:
        visitDecorators(node)
        break
      case ts.SyntaxKind.InterfaceDeclaration:
      case ts.SyntaxKind.TypeAliasDeclaration:
        return
      case ts.SyntaxKind.ImportDeclaration:
      case ts.SyntaxKind.ExportDeclaration: {
        const specifier = (node as ts.ImportDeclaration | ts.ExportDeclaration).moduleSpecifier
        if (specifier && ts.isStringLiteral(specifier)) {
          specifiers.push(specifier.text)
          readRenames(node as ts.ImportDeclaration | ts.ExportDeclaration, specifier.text, alias)
        }
        return
      }
      case ts.SyntaxKind.ExportAssignment:
        alias('default', mentionsIn((node as ts.ExportAssignment).expression))
        break
      case ts.SyntaxKind.VariableDeclaration:
      case ts.SyntaxKind.PropertyAssignment: {
        const { name, initializer } = node as ts.VariableDeclaration | ts.PropertyAssignment
        if (initializer && (ts.isIdentifier(name) || ts.isStringLiteral(name))) alias(name.text, mentionsIn(initializer))
        break
      }
      case ts.SyntaxKind.BindingElement: {
        const { name, propertyName } = node as ts.BindingElement
        if (propertyName && ts.isIdentifier(propertyName) && ts.isIdentifier(name)) alias(name.text, [propertyName.text])
        break
      }
      case ts.SyntaxKind.BinaryExpression: {
        const { left, operatorToken, right } = node as ts.BinaryExpression
        if (operatorToken.kind !== ts.SyntaxKind.EqualsToken) break
        // `module.exports = find` is what others import.
        alias(isModuleExports(left) ? 'default' : calleeName(left), mentionsIn(right))
        break
      }
      case ts.SyntaxKind.ImportEqualsDeclaration: {
        const reference = (node as ts.ImportEqualsDeclaration).moduleReference
        if (ts.isExternalModuleReference(reference) && ts.isStringLiteral(reference.expression))
          specifiers.push(reference.expression.text)
        return
      }
      case ts.SyntaxKind.ReturnStatement: {
        const expression = (node as ts.ReturnStatement).expression
        if (expression) unit.returns.push(expression)
        break
      }
      case ts.SyntaxKind.CallExpression: {
        const call = node as ts.CallExpression
        const argument = call.arguments[0]
        if (
          argument &&
          ts.isStringLiteralLike(argument) &&
          (call.expression.kind === ts.SyntaxKind.ImportKeyword ||
            (ts.isIdentifier(call.expression) && call.expression.text === 'require'))
        )
          specifiers.push(argument.text)
        unit.calls.push({ unit, node: call, name: calleeName(call.expression), loop, isNew: false })
        break
      }
      case ts.SyntaxKind.NewExpression:
        unit.calls.push({
          unit,
          node: node as ts.NewExpression,
          name: calleeName((node as ts.NewExpression).expression),
          loop,
          isNew: true,
        })
        break
      case ts.SyntaxKind.TaggedTemplateExpression:
        unit.calls.push({
          unit,
          node: node as ts.TaggedTemplateExpression,
          name: calleeName((node as ts.TaggedTemplateExpression).tag),
          loop,
          isNew: false,
        })
        break
      case ts.SyntaxKind.AwaitExpression: {
        // A lazy relation is loaded by touching it: `await order.customer`.
        const operand = (node as ts.AwaitExpression).expression
        if (ts.isPropertyAccessExpression(operand))
          unit.calls.push({ unit, node: operand, name: operand.name.text, loop, isNew: false })
        break
      }
      case ts.SyntaxKind.ForStatement: {
        const statement = node as ts.ForStatement
        const inner = addLoop('for', statement, unit, loop)
        if (statement.initializer) visit(statement.initializer, unit, loop)
        if (statement.condition) visit(statement.condition, unit, inner)
        if (statement.incrementor) visit(statement.incrementor, unit, inner)
        visit(statement.statement, unit, inner)
        return
      }
      case ts.SyntaxKind.ForOfStatement:
      case ts.SyntaxKind.ForInStatement: {
        const statement = node as ts.ForOfStatement | ts.ForInStatement
        const kind = ts.isForOfStatement(statement) ? (statement.awaitModifier ? 'for-await' : 'for-of') : 'for-in'
        visit(statement.expression, unit, loop)
        const inner = addLoop(kind, statement, unit, loop)
        visit(statement.initializer, unit, inner)
        visit(statement.statement, unit, inner)
        return
      }
      case ts.SyntaxKind.WhileStatement:
      case ts.SyntaxKind.DoStatement: {
        const statement = node as ts.WhileStatement | ts.DoStatement
        const inner = addLoop(ts.isWhileStatement(statement) ? 'while' : 'do', statement, unit, loop)
        visit(statement.expression, unit, inner)
        visit(statement.statement, unit, inner)
        return
      }
    }
    visitChildren(node, unit, loop)
  }

  const visitDecorators = (node: ts.Node): void => {
    if (!ts.canHaveDecorators(node)) return
    for (const decorator of ts.getDecorators(node) ?? []) {
      const expression = decorator.expression
      const name = calleeName(ts.isCallExpression(expression) ? expression.expression : expression)
      decorators.push({ node: decorator, file, name, target: node })
    }
  }

  visitChildren(sourceFile, root, undefined)
  return { file, sourceFile, units, classes, decorators, specifiers, aliases }
}

function addLoop(
  kind: SyntaxLoop['kind'],
  node: ts.IterationStatement,
  unit: MutableUnit,
  parent: SyntaxLoop | undefined,
): SyntaxLoop {
  const loop: SyntaxLoop = { kind, node, unit, parent }
  unit.loops.push(loop)
  return loop
}

function createUnit(
  file: WorkspaceFile,
  node: Unit['node'],
  parent: MutableUnit | undefined,
  classNode: ts.ClassLikeDeclaration | undefined,
): MutableUnit {
  const isFile = ts.isSourceFile(node)
  const modifiers = isFile || ts.isClassStaticBlockDeclaration(node) ? undefined : node.modifiers
  return {
    id: -1,
    file,
    node,
    kind: kindOf(node),
    name: isFile ? file.relative.slice(file.relative.lastIndexOf('/') + 1) : unitName(node, parent),
    parent,
    classNode,
    isAsync: modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword) ?? false,
    isGenerator: !isFile && 'asteriskToken' in node && node.asteriskToken !== undefined,
    parameters: isFile || ts.isClassStaticBlockDeclaration(node) ? [] : node.parameters,
    calls: [],
    loops: [],
    returns: [],
    children: [],
  }
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
      return `callback of ${text.length <= 40 ? text.replace(/\s+/g, '') : calleeName(at.expression)}`
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
