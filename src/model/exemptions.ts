/**
 * Entry points that a guard lets through: because a decorator says that they are open to everybody, or because the guard
 * itself leaves for their path before it does anything.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import { endsFunction } from './control-flow.js'
import type { Resolver } from './resolver.js'
import type { EntryPoint, Middleware, Unit } from './types.js'

const OPENS = /^(?:is)?(?:public|open|unprotected|un_?authenticated|allow_?(?:anonymous|anon|public|un\w+)|skip_?(?:jwt_?)?auth\w*|no_?auth\w*|anonymous|guest)(?:_?(?:route|endpoint|api|access))?$/i
const LETS_IN = /^(?:is)?optional$|^allow_?(?:anonymous|anon|guests?|public|un\w+)$/i
const KEEPS_OUT = /^(?:is)?(?:required|mandatory)$|^credentialsRequired$/i
/** `req.path`, `request.url`, `request.routeOptions.url`, `c.req.path` */
const PATH_OF = /^(?:this\.)?(?:\w+\.)*(?:path|url|originalUrl|routerPath|pathname)$/
const METHOD_OF = /^(?:\w+\.)+method$/
const REFUSES = /\b40[13]\b|unauthori[sz]ed|forbidden|unauthenticated|\bthrow\b/i

/** Whether a guard that stands before an entry point does not hold for it. */
export function isExempt(middleware: Middleware, entry: EntryPoint, resolver: Resolver): boolean {
  if (middleware.scope !== 'route' && isOpened(entry)) return true
  const { path } = entry
  return path !== undefined && middleware.units.some((unit) => leavesFor(unit, path, entry.method, resolver))
}

/** `optionalAuth`, `OptionalJwtGuard` */
const OPTIONAL = /^(?:[oO]ptional|[mM]aybe)(?=[A-Z_])/

/** `authenticate({ optional: true })`, `optionalAuth`: it looks who asks, and lets everybody in. */
export function isOptional(node: ts.Node): boolean {
  const named = ts.isCallExpression(node) ? node.expression : node
  if (OPTIONAL.test(named.getText().replace(/^.*\.(?=\w+$)/s, ''))) return true
  return (
    ts.isCallExpression(node) &&
    node.arguments.some(
      (argument) =>
        ts.isObjectLiteralExpression(argument) &&
        argument.properties.some(
          (member) =>
            ts.isPropertyAssignment(member) &&
            ((member.initializer.kind === ts.SyntaxKind.TrueKeyword && LETS_IN.test(member.name.getText())) || (member.initializer.kind === ts.SyntaxKind.FalseKeyword && KEEPS_OUT.test(member.name.getText()))),
        ),
    )
  )
}

/** A decorator takes the guard of the application or of the class away: `@Public()`, `@AllowAnonymous()`. */
function isOpened({ node, group }: EntryPoint): boolean {
  if (!ts.isDecorator(node)) return false
  return [node.parent, group].some((one) => ts.canHaveDecorators(one) && (ts.getDecorators(one) ?? []).some(({ expression }) => OPENS.test(nameOf(expression))))
}

function nameOf(expression: ts.Expression): string {
  const callee = skipOuter(ts.isCallExpression(expression) ? expression.expression : expression)
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : ''
}

/** `if (req.path === '/login') return next()`, at the top of the function or of a `try` in it. */
function leavesFor(unit: Unit, path: string, method: string | undefined, resolver: Resolver): boolean {
  const body = (unit.node as ts.FunctionLikeDeclaration).body
  if (!body || !ts.isBlock(body)) return false
  const statements = body.statements.flatMap((statement) => (ts.isTryStatement(statement) ? [...statement.tryBlock.statements] : [statement]))
  return statements.some((statement) => {
    if (!ts.isIfStatement(statement) || statement.elseStatement || !endsFunction(statement.thenStatement)) return false
    if (REFUSES.test(statement.thenStatement.getText())) return false
    return matches(statement.expression)
  })

  function matches(condition: ts.Expression): boolean {
    const value = skipOuter(condition)
    if (ts.isBinaryExpression(value)) {
      const operator = value.operatorToken.kind
      if (operator === ts.SyntaxKind.BarBarToken) return matches(value.left) || matches(value.right)
      if (operator === ts.SyntaxKind.AmpersandAmpersandToken) return matches(value.left) && matches(value.right)
      if (operator !== ts.SyntaxKind.EqualsEqualsEqualsToken && operator !== ts.SyntaxKind.EqualsEqualsToken) return false
      const [asked, text] = ts.isStringLiteralLike(skipOuter(value.right)) ? [value.left, textOf(value.right)] : [value.right, textOf(value.left)]
      if (text === undefined) return false
      if (METHOD_OF.test(asked.getText())) return method === undefined || method === 'ALL' || method === text.toUpperCase()
      return PATH_OF.test(asked.getText()) && isPath(text)
    }
    if (!ts.isCallExpression(value) || !ts.isPropertyAccessExpression(value.expression)) return false
    const { expression: receiver, name } = value.expression
    const [argument] = value.arguments
    if (!argument) return false
    if (name.text === 'startsWith') {
      const prefix = textOf(argument)
      return prefix !== undefined && prefix.length > 1 && PATH_OF.test(receiver.getText()) && path.startsWith(prefix)
    }
    // `OPEN.includes(req.path)`, `OPEN.some((open) => req.path.startsWith(open))`
    const list = skipOuter(resolver.initializerOf(receiver) ?? receiver)
    if (!ts.isArrayLiteralExpression(list)) return false
    const texts = list.elements.flatMap((element) => textOf(element) ?? [])
    if (name.text === 'includes') return PATH_OF.test(argument.getText()) && texts.some(isPath)
    return name.text === 'some' && /\.startsWith\(/.test(argument.getText()) && texts.some((text) => text.length > 1 && path.startsWith(text))
  }

  /** A guard may see the whole path, or what is left of it below the mount. */
  function isPath(text: string): boolean {
    return text === path || (text.length > 1 && text.startsWith('/') && path.endsWith(text))
  }
}

function textOf(expression: ts.Expression): string | undefined {
  const value = skipOuter(expression)
  return ts.isStringLiteralLike(value) ? value.text : undefined
}
