/**
 * Which parts of a request the names in a function hold: taken out of it one by one, or put together again for a schema.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import { REQUEST_PROPERTIES } from './flow-sources.js'
import type { SourceKind } from './types.js'

/** A part of a request, or all of it: anything else that a parameter holds is all of it too. */
export type Part = SourceKind | 'all'
export type Parts = ReadonlySet<Part>

/** What names in a function hold of one of its parameters. */
export interface Origins {
  readonly parts: ReadonlyMap<string, Parts>
  /** Names of the parameter as it came, and of objects whose properties are parts of it. */
  readonly named: ReadonlySet<string>
}

/**
 * Names in a function that hold a parameter, something taken out of it, or an object that gets parts of it:
 * `const given: Input = {}; if (schema.shape.body) given.body = req.body`.
 */
export function originsIn(node: ts.Node, parameter: ts.ParameterDeclaration): Origins {
  const parts = new Map<string, Set<Part>>()
  const named = new Set<string>()
  const origins: Origins = { parts, named }
  /** Objects that are empty, or hold nothing of the parameter, when they are made. */
  const made = new Set<string>()
  const add = (name: string, more: Iterable<Part>) => {
    const known = parts.get(name)
    if (known) for (const part of more) known.add(part)
    else parts.set(name, new Set(more))
  }
  const bind = (name: ts.BindingName, held: Parts) => {
    if (ts.isIdentifier(name)) return add(name.text, held)
    for (const element of name.elements) {
      if (!ts.isBindingElement(element)) continue
      const part = REQUEST_PROPERTIES[(element.propertyName ?? element.name).getText()]
      bind(element.name, part && (held.has('all') || held.size > 1) ? new Set([part]) : held)
    }
  }
  bind(parameter.name, new Set(['all']))
  if (ts.isIdentifier(parameter.name)) named.add(parameter.name.text)
  const visit = (at: ts.Node): void => {
    const held = ts.isVariableDeclaration(at) ? (at.initializer ?? (ts.isForOfStatement(at.parent.parent) ? at.parent.parent.expression : undefined)) : undefined
    if (ts.isVariableDeclaration(at) && held) {
      const found = partsOf(held, origins)
      if (found.size > 0) bind(at.name, found)
      if (ts.isIdentifier(at.name) && holdsNamedParts(held, origins)) named.add(at.name.text)
      if (ts.isIdentifier(at.name) && ts.isObjectLiteralExpression(skipOuter(held))) made.add(at.name.text)
    }
    const given = givenTo(at)
    if (given && made.has(given.name)) {
      const found = partsOf(given.value, origins)
      if (found.size > 0) {
        add(given.name, found)
        named.add(given.name)
      }
    }
    ts.forEachChild(at, visit)
  }
  ts.forEachChild(node, visit)
  return origins
}

/** `given.body = req.body`, `given[part] = req[part]`, `Object.assign(given, { body: req.body })` */
function givenTo(node: ts.Node): { readonly name: string; readonly value: ts.Node } | undefined {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    const { left } = node
    const target = ts.isPropertyAccessExpression(left) || ts.isElementAccessExpression(left) ? skipOuter(left.expression) : undefined
    return target && ts.isIdentifier(target) ? { name: target.text, value: node.right } : undefined
  }
  const [target, value] = ts.isCallExpression(node) && node.expression.getText() === 'Object.assign' ? node.arguments : []
  return target && value && ts.isIdentifier(target) ? { name: target.text, value } : undefined
}

/** Which parts of a request an expression holds. */
export function partsOf(expression: ts.Node, { parts }: Origins): Set<Part> {
  const found = new Set<Part>()
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return
    if (ts.isIdentifier(node)) {
      const parent = node.parent
      if ((ts.isPropertyAccessExpression(parent) && parent.name === node) || (ts.isPropertyAssignment(parent) && parent.name === node)) return
      const held = parts.get(node.text)
      if (!held) return
      // `req.body`, `ctx.request.body`, `given.body`
      let access: ts.Node = node
      let part: SourceKind | undefined
      if (held.has('all') || held.size > 1)
        while (!part && ts.isPropertyAccessExpression(access.parent) && access.parent.expression === access) {
          access = access.parent
          part = REQUEST_PROPERTIES[(access as ts.PropertyAccessExpression).name.text]
        }
      for (const one of part ? [part] : held) found.add(one)
      return
    }
    ts.forEachChild(node, visit)
  }
  visit(expression)
  return found
}

/** Whether a value is all of the parameter, or an object whose properties are parts of it: `{ body: req.body, query: req.query }`. */
export function holdsNamedParts(expression: ts.Expression, origins: Origins): boolean {
  const value = skipOuter(expression)
  if (ts.isIdentifier(value)) return origins.named.has(value.text)
  if (!ts.isObjectLiteralExpression(value)) return false
  const holding = value.properties.filter((member) => partsOf(member, origins).size > 0)
  return holding.length > 0 && holding.every((member) => member.name !== undefined && REQUEST_PROPERTIES[member.name.getText()] !== undefined)
}
