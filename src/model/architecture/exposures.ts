/**
 * Where the functions of a component let their caller write the query: filters and options of the library as
 * parameters, filters handed through, builders handed out.
 */
import { ts } from 'ts-morph'
import { argumentsOf, skipOuter } from '../../libraries/paths.js'
import type { Exposure } from '../architecture-types.js'
import { declaresPromise } from '../declared-types.js'
import type { Resolver } from '../resolver.js'
import type { Call, Operation, Resolution, Unit } from '../types.js'

/** Types that may hold anything. */
const ANYTHING = /^(?:any|unknown|object|\{\}|Object|(?:Record|Readonly|Partial)<string,\s*(?:any|unknown)>|\{\s*\[\w+:\s*string\]:\s*(?:any|unknown);?\s*\})$/

export interface ExposureSources {
  readonly resolver: Resolver
  readonly operationsIn: (unit: Unit) => readonly Operation[]
  readonly callersOf: (unit: Unit) => readonly { readonly call: Call }[]
}

/** Exposures of one function that others may call. */
export function exposuresOf(unit: Unit, sources: ExposureSources): Exposure[] {
  const found: Exposure[] = []
  for (const parameter of unit.parameters) {
    const criteria = parameter.type && criteriaIn(parameter.type, sources.resolver)
    if (criteria !== undefined) found.push({ unit, kind: 'criteria', node: parameter, text: criteria, operation: undefined, confidence: 'high' })
  }
  for (const operation of sources.operationsIn(unit)) {
    const handed = handedThrough(operation, unit, sources.resolver)
    if (handed && !found.some(({ node }) => node === handed.parameter)) found.push({ unit, kind: 'filter', node: handed.parameter, text: handed.text, operation, confidence: handed.parameter.type ? 'high' : 'medium' })
  }
  const builder = builderFrom(unit, sources)
  if (builder) found.push(builder)
  return found
}

/** The type of filters or options of a library inside a declared type, as written. */
function criteriaIn(type: ts.TypeNode, resolver: Resolver): string | undefined {
  let found: string | undefined
  const visit = (node: ts.Node): void => {
    if (found !== undefined) return
    if (ts.isTypeReferenceNode(node) && isCriteria(node.typeName, resolver)) {
      found = node.typeName.getText()
      return
    }
    // What a callback is given is no business of the caller's query.
    if (!ts.isFunctionTypeNode(node)) ts.forEachChild(node, visit)
  }
  visit(type)
  return found
}

function isCriteria(name: ts.EntityName, resolver: Resolver): boolean {
  if (ts.isQualifiedName(name) && ts.isIdentifier(name.left)) {
    const tag = resolver.libraryOf(resolver.symbolOf(name.left))?.tags.find((one) => one.name === 'criteria')
    if (tag?.value) return new RegExp(tag.value.slice(1, -1)).test(name.right.text)
  }
  const last = ts.isQualifiedName(name) ? name.right : name
  if (!/filter|find|where|query|options|criteria/i.test(last.text)) return false
  return resolver.libraryOf(resolver.symbolOf(last))?.tags.some((one) => one.name === 'criteria') ?? false
}

/** A parameter that may hold anything and becomes the filter, or the options, of an operation. */
function handedThrough(operation: Operation, unit: Unit, resolver: Resolver): { parameter: ts.ParameterDeclaration; text: string } | undefined {
  const given = operation.where.flatMap((filter) => (filter === true ? [] : [filter]))
  const path = operation.target?.tags.find((tag) => tag.name === 'where')?.value
  const whole = path !== undefined && /^\d+\./.test(path) ? argumentsOf(operation.call.node)[Number.parseInt(path, 10)] : undefined
  for (const expression of whole ? [...given, whole] : given) {
    const parameter = isValue(expression) ? undefined : parameterBehind(expression, unit, resolver)
    if (parameter && mayHoldAnything(parameter)) return { parameter, text: parameter.name.getText() }
  }
  return undefined
}

/** The parameter of the unit whose value an expression is: `filter`, `options.where`, `{ ...filter }`. */
function parameterBehind(expression: ts.Expression, unit: Unit, resolver: Resolver): ts.ParameterDeclaration | undefined {
  let value = skipOuter(expression)
  if (ts.isObjectLiteralExpression(value)) {
    const spread = value.properties.find(ts.isSpreadAssignment)
    return spread && parameterBehind(spread.expression, unit, resolver)
  }
  while (ts.isPropertyAccessExpression(value)) value = skipOuter(value.expression)
  if (!ts.isIdentifier(value)) return undefined
  const { text } = value
  if (!unit.parameters.some((parameter) => parameter.name.getText().includes(text))) return undefined
  let declaration: ts.Node | undefined = resolver.symbolOf(value)?.valueDeclaration
  while (declaration && (ts.isBindingElement(declaration) || ts.isObjectBindingPattern(declaration))) declaration = declaration.parent
  return declaration && ts.isParameter(declaration) && unit.parameters.includes(declaration) ? declaration : undefined
}

/** `.whereIn('id', ids)`: what a column is compared with. */
function isValue(expression: ts.Expression): boolean {
  const call = expression.parent
  const [first] = ts.isCallExpression(call) ? call.arguments : []
  return first !== undefined && first !== expression && ts.isStringLiteralLike(first)
}

/** Names of what is compared with a column, and of what is no filter. */
const KEY_NAME = /(?:^|[a-z_])(?:ids?|uuids?|keys?|slugs?|emails?|codes?|tokens?|names?|hash|sql|text|statement)$|^_?(?:id|pk|oid)s?$|Ids?$/i
/** Names of filters, where no type says what a parameter is. */
const FILTER_NAME = /filter|query|where|criteri|condition|option|opts|args|param|selector|match|search|find|^q$|^by$/i

function mayHoldAnything(parameter: ts.ParameterDeclaration): boolean {
  const name = parameter.name.getText()
  if (KEY_NAME.test(name)) return false
  if (parameter.type) return ANYTHING.test(parameter.type.getText())
  if (!FILTER_NAME.test(name)) return false
  const { initializer } = parameter
  return !initializer || (ts.isObjectLiteralExpression(initializer) && initializer.properties.length === 0)
}

/** A builder that callers go on with: it cannot be waited for, it is declared as one, or a caller adds steps. */
function builderFrom(unit: Unit, { resolver, operationsIn, callersOf }: ExposureSources): Exposure | undefined {
  if (unit.isAsync) return undefined
  const begins = operationsIn(unit).length > 0
  for (const returned of unit.returns) {
    const value = skipOuter(returned)
    if (!ts.isCallExpression(value) && !ts.isIdentifier(value)) continue
    // A query begins here, in what callers go on with, or in a function of the project: everything else is not worth the question for its type.
    const call = resolver.callsOf(unit).find(({ node }) => node === value)
    const resolution = call && resolver.resolve(call)
    if (!begins && !(resolution && mayBegin(resolution))) continue
    if (resolution?.library && declaresPromise(resolution.library.declaration)) continue
    const type = resolver.typeOf(value)
    if (!resolver.typeTags(type, 'builder')) continue
    const declared = (unit.node as ts.FunctionLikeDeclaration).type
    const isDeclared = declared !== undefined && !/^(?:Promise\b|any$|unknown$)/.test(declared.getText())
    const isThenable = type.getProperty('then') !== undefined
    const callers = callersOf(unit).filter(({ call }) => call.unit !== unit)
    const outside = callers.filter(({ call }) => !isSameClass(call.unit, unit))
    // A part of queries that only its own class puts together.
    if (callers.length > 0 && outside.length === 0) continue
    if (!isThenable || isDeclared || outside.some(({ call }) => addsStep(call))) return { unit, kind: 'builder', node: value, text: isDeclared ? declared.getText() : (type.getSymbol()?.name ?? 'query builder'), operation: undefined, confidence: 'high' }
  }
  return undefined
}

function mayBegin({ units, library }: Resolution): boolean {
  return units.length > 0 || library?.tags.some(({ name }) => name === 'query' || name === 'step') === true
}

function isSameClass(one: Unit, other: Unit): boolean {
  return one.file === other.file && (other.classNode === undefined || ts.findAncestor(one.node, (node) => node === other.classNode) !== undefined)
}

function addsStep({ node }: Call): boolean {
  const access = node.parent
  return ts.isPropertyAccessExpression(access) && access.expression === node && ts.isCallExpression(access.parent) && !/^(?:then|catch|finally|exec|execute|toArray|lean)$/.test(access.name.text)
}
