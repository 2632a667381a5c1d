/**
 * Values that names and members are given after they were declared.
 */
import { ts } from 'ts-morph'
import { append } from '../findings/multimap.js'

/** Values by name (`pool`) and by member of `this` or of the class (`.pool`), in a file or class. */
export function readAssignments(scope: ts.SourceFile | ts.ClassLikeDeclaration): ReadonlyMap<string, readonly ts.Expression[]> {
  const found = new Map<string, ts.Expression[]>()
  const own = ts.isClassLike(scope) ? scope.name?.text : undefined
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && ASSIGNS.has(node.operatorToken.kind)) {
      const key = ts.isIdentifier(node.left) ? node.left.text : ts.isPropertyAccessExpression(node.left) && isOwn(node.left.expression, own) ? `.${node.left.name.text}` : undefined
      if (key !== undefined) append(found, key, node.right)
    }
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(scope, visit)
  return found
}

const ASSIGNS: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.EqualsToken, ts.SyntaxKind.QuestionQuestionEqualsToken, ts.SyntaxKind.BarBarEqualsToken])

/** `this.pool`, or a static member by the name of its class. */
function isOwn(object: ts.Expression, className: string | undefined): boolean {
  return object.kind === ts.SyntaxKind.ThisKeyword || (ts.isIdentifier(object) && object.text === className)
}
