/**
 * Values that are kept in one function and used in another: fields of objects, and what middleware leaves on the request.
 */
import { ts } from 'ts-morph'
import { boundNames, isEither, skipOuter } from '../libraries/paths.js'
import type { CallIndex } from './calls.js'
import type { EntryPoints } from './entry-points.js'
import type { Resolver } from './resolver.js'
import type { Unit } from './types.js'

/** Objects that frameworks hand from middleware to handlers: `req.tenant`, `res.locals.tenant`, `ctx.state.tenant`. */
const CARRIERS = /^(?:req|request|res|response|reply|ctx|context|c)$/
/** Members of those that hold what middleware leaves. */
const HOLDERS = /^(?:locals|state|session|context|app)$/

export class KeptValues {
  private readonly fields = new Map<ts.Node, ReadonlyMap<string, readonly ts.Expression[]>>()
  private readonly left = new Map<Unit, ReadonlyMap<string, readonly ts.Expression[]>>()

  constructor(
    private readonly resolver: Resolver,
    private readonly calls: CallIndex,
    private readonly entries: EntryPoints,
  ) {}

  /** What a property may have been given elsewhere: by its class, or by middleware in front of the handler. */
  behind(value: ts.PropertyAccessExpression | ts.ElementAccessExpression, name: string): readonly ts.Expression[] {
    const object = skipOuter(value.expression)
    const owner = this.classOf(object)
    if (owner) return this.fieldsOf(owner).get(name) ?? []
    const path = pathOf(object)
    return path === undefined ? [] : this.leftFor(value, `${path}.${name}`)
  }

  /** The class whose instance an object is: `this`, or what was made with `new` and put into a constant. */
  private classOf(object: ts.Expression): ts.ClassLikeDeclaration | undefined {
    if (object.kind === ts.SyntaxKind.ThisKeyword) return ts.findAncestor(object, ts.isClassLike)
    return undefined
  }

  private fieldsOf(owner: ts.ClassLikeDeclaration): ReadonlyMap<string, readonly ts.Expression[]> {
    let known = this.fields.get(owner)
    if (!known) {
      const found = new Map<string, ts.Expression[]>()
      const visit = (node: ts.Node): void => {
        if (ts.isBinaryExpression(node) && isAssignment(node) && ts.isPropertyAccessExpression(node.left) && node.left.expression.kind === ts.SyntaxKind.ThisKeyword) add(found, node.left.name.text, node.right)
        ts.forEachChild(node, visit)
      }
      ts.forEachChild(owner, visit)
      this.fields.set(owner, (known = found))
    }
    return known
  }

  /** Values that middleware in front of the handler around a place gives to a property of the request. */
  private leftFor(place: ts.Node, path: string): readonly ts.Expression[] {
    for (let unit = this.resolver.unitOf(place); unit; unit = unit.parent) {
      const entry = this.entries.handledBy(unit)
      if (entry) return entry.middleware.flatMap((middleware) => middleware.units.flatMap((one) => this.leftBy(one).get(path) ?? []))
    }
    return []
  }

  private leftBy(unit: Unit): ReadonlyMap<string, readonly ts.Expression[]> {
    let known = this.left.get(unit)
    if (!known) {
      const found = new Map<string, ts.Expression[]>()
      for (const carrier of unit.parameters.flatMap(({ name }) => (ts.isIdentifier(name) && CARRIERS.test(name.text) ? [name.text] : [])))
        for (const use of this.calls.usesOf(unit, carrier)) {
          let target: ts.Node = use
          while (ts.isPropertyAccessExpression(target.parent) && target.parent.expression === target) target = target.parent
          const parent = target.parent
          if (ts.isPropertyAccessExpression(target) && ts.isBinaryExpression(parent) && isAssignment(parent) && parent.left === target) {
            const path = pathOf(target)
            if (path !== undefined) add(found, path, parent.right)
          }
        }
      this.left.set(unit, (known = found))
    }
    return known
  }
}

/** `request.tenant` for `req.tenant`, `response.locals` for `res.locals`; undefined for other objects. */
function pathOf(object: ts.Expression): string | undefined {
  const value = skipOuter(object)
  if (ts.isIdentifier(value)) return CARRIERS.test(value.text) ? (/^(?:res|response|reply)$/.test(value.text) ? 'response' : /^req/.test(value.text) ? 'request' : 'context') : undefined
  if (!ts.isPropertyAccessExpression(value)) return undefined
  const inner = pathOf(value.expression)
  return inner === undefined || (inner.includes('.') && !HOLDERS.test(inner.slice(inner.lastIndexOf('.') + 1))) ? undefined : `${inner}.${value.name.text}`
}

function isAssignment(node: ts.BinaryExpression): boolean {
  return node.operatorToken.kind === ts.SyntaxKind.EqualsToken || node.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken || node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionEqualsToken
}

function add(map: Map<string, ts.Expression[]>, name: string, value: ts.Expression): void {
  const list = map.get(name)
  if (list) list.push(value)
  else map.set(name, [value])
}

/**
 * Which argument of the constructor a field is made of: `constructor(readonly month: string)`, `this.month = options.month`.
 *
 * @returns its index and the properties that are taken of it; undefined where that is not seen
 */
export function fieldFrom(declaration: ts.ClassLikeDeclaration, field: string): { readonly index: number; readonly path: readonly string[] } | undefined {
  const made = constructorOf(declaration)
  if (!made) return undefined
  const own = made.parameters.findIndex(({ name, modifiers }) => (modifiers?.length ?? 0) > 0 && name.getText() === field)
  if (own >= 0) return { index: own, path: [] }
  for (const statement of made.body?.statements ?? []) {
    const assignment = ts.isExpressionStatement(statement) ? statement.expression : undefined
    if (!assignment || !ts.isBinaryExpression(assignment) || assignment.left.getText() !== `this.${field}`) continue
    const path: string[] = []
    let value = skipOuter(assignment.right)
    if (ts.isBinaryExpression(value) && isEither(value.operatorToken.kind)) value = skipOuter(value.left)
    for (; ts.isPropertyAccessExpression(value); value = skipOuter(value.expression)) path.unshift(value.name.text)
    if (!ts.isIdentifier(value)) return undefined
    const { text } = value
    const index = made.parameters.findIndex(({ name }) => boundNames(name).some((one) => one.text === text))
    const name = made.parameters[index]?.name
    if (!name) return undefined
    const element = ts.isObjectBindingPattern(name) ? name.elements.find((one) => one.name.getText() === text) : undefined
    return { index, path: element ? [(element.propertyName ?? element.name).getText(), ...path] : path }
  }
  return undefined
}

function constructorOf(declaration: ts.ClassLikeDeclaration): ts.ConstructorDeclaration | undefined {
  return declaration.members.find((member): member is ts.ConstructorDeclaration => ts.isConstructorDeclaration(member) && member.body !== undefined)
}

/** Whether what the constructor is given at an index becomes one field as it is: `readonly month`, `this.month = month`. */
export function isField(declaration: ts.ClassLikeDeclaration, index: number): boolean {
  const made = constructorOf(declaration)
  const parameter = made?.parameters[index]
  if (!made || !parameter || !ts.isIdentifier(parameter.name)) return false
  const { text } = parameter.name
  return (parameter.modifiers?.length ?? 0) > 0 || (made.body?.statements ?? []).some((statement) => ts.isExpressionStatement(statement) && ts.isBinaryExpression(statement.expression) && /^this\.\w+$/.test(statement.expression.left.getText()) && skipOuter(statement.expression.right).getText() === text)
}
