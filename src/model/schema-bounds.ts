/**
 * What schemas let through: how large numbers may be (`z.object({ limit: z.number().max(100) })`) and whether texts are
 * chosen from a list, read as they are written.
 *
 * Schema libraries agree on the names: a bound is a member called `max`, `lte`, `lt`, `valid`, or a list of values;
 * object schemas are built from literals and from one another.
 */
import { ts } from 'ts-morph'
import { propertyOf, skipOuter } from '../libraries/paths.js'
import type { Resolver } from './resolver.js'

/** Definitions of schemas are followed this far. */
const MOST_HOPS = 12
/** What may be left out, and stays undefined: `z.string().optional()`, `nullish(string())`. */
const OPTIONAL = /\.(?:optional|nullish|exactOptional)\(|^(?:[\w$]+\.)?(?:optional|nullish|Optional)\(/
const FILLED = /\.(?:default|catch|prefault|transform|pipe)\(/
/** One of several properties has to be there. */
const TOGETHER = /\.(?:refine|superRefine|check|or|xor|transform|forbidden|with)\(/
/** What makes a number at most something, or one of a list. */
const BOUND = /\.(?:max|lte|lt|less|between|valid|oneOf)\(|\b(?:maximum|exclusiveMaximum|enum|maxValue|literal|nativeEnum|picklist)\b/

/** What leaves no room for text of one's own: lists of values, numbers, dates, ids of a fixed form. */
const CLOSED =
  /\.(?:enum|nativeEnum|literal|number|int|int32|bigint|boolean|stringbool|date|uuid|uuidv4|guid|cuid|cuid2|ulid|valid|oneOf|integer|isIn|isInt|isNumeric|isBoolean|isUUID|isMongoId|toInt|toFloat|coerce\.\w+)\(|\b(?:enum|picklist|literal|number|integer|boolean|Number|Integer|Boolean|Enum|Literal|nativeEnum|enums|enumType)\(|\benum\s*:|\btype:\s*['"](?:integer|number|boolean)['"]/

/** What lets everything through: `z.any()`, `z.unknown().optional()`, `z.record(z.any())`, `z.custom<Order>()`, `(input) => input as Order`. */
const OPEN = /^\(?\s*(\w+)(?:\s*:[^()=]*)?\s*\)?\s*=>\s*\(?\s*\1(?:\s+as\s[^?,]*)?\)?$|^(?:[\w$]+\.)?(?:(?:any|unknown)\(\)|custom(?:<[^()]*>)?\(\)|record\((?:[\w$]+\.string\(\),\s*)?[\w$]+\.(?:any|unknown)\(\)\))(?:\.(?:optional|nullable|nullish)\(\))*$/
/** Properties that are not named come through: `z.object({ ... }).passthrough()`. */
const LOOSE = /\.(?:passthrough|loose)\(\)$|\blooseObject\([^()]*\)$/

/** A question about one property of a schema: the expression that defines it, answered by what is written there. */
type Question = (definition: string) => boolean | undefined

/**
 * Whether a schema says how large a property may be.
 *
 * @param schema the expression that holds or builds the schema
 * @param path names of properties, outermost first
 * @returns undefined when the property is not found or its definition cannot be read
 */
export function isBoundedIn(schema: ts.Expression, path: readonly string[], resolver: Resolver): boolean | undefined {
  // What a function makes of the number is not read here.
  return ask(schema, path, resolver, (text) => (BOUND.test(text) ? true : /\.(?:transform|pipe|refine|superRefine|custom)\(/.test(text) ? undefined : false), 0)
}

/** Whether a schema lets only texts of a list, numbers and the like through for a property; parameters as above. */
export function isClosedIn(schema: ts.Expression, path: readonly string[], resolver: Resolver): boolean | undefined {
  return ask(schema, path, resolver, (text) => CLOSED.test(text), 0)
}

/** Whether a schema describes a property of this name. */
export function hasProperty(schema: ts.Expression, name: string, resolver: Resolver): boolean {
  return ask(schema, [name], resolver, () => true, 0) === true
}

/** Whether a schema lets anything through for a property, or for all of the value where the path is empty; parameters as above. */
export function isOpenIn(schema: ts.Expression, path: readonly string[], resolver: Resolver): boolean {
  const text = textOf(skipOuter(schema), resolver).trim()
  if (OPEN.test(text) || (path.length === 0 && LOOSE.test(text))) return true
  return path.length > 0 && ask(schema, path, resolver, (definition) => OPEN.test(definition.trim()), 0) === true
}

/**
 * Whether a schema lets a value without a property through, and nothing says that another must be there; parameters as
 * above.
 *
 * @returns undefined when the property is not found
 */
export function isOptionalIn(schema: ts.Expression, path: readonly string[], resolver: Resolver): boolean | undefined {
  const answer = path.length === 0 ? undefined : ask(schema, path, resolver, (text) => OPTIONAL.test(text) && !FILLED.test(text), 0)
  return answer && !TOGETHER.test(outerText(schema, resolver))
}

/** What is called on the object that a schema builds, without what is inside of it. */
function outerText(schema: ts.Expression, resolver: Resolver): string {
  const names: string[] = []
  let at: ts.Expression | undefined = skipOuter(schema)
  for (let hops = 0; at && hops < MOST_HOPS; hops++) {
    if (ts.isCallExpression(at)) {
      const callee: ts.Expression = skipOuter(at.expression)
      if (ts.isPropertyAccessExpression(callee)) names.push(`.${callee.name.text}(`)
      at = ts.isPropertyAccessExpression(callee) ? skipOuter(callee.expression) : undefined
    } else {
      const made: ts.Expression | undefined = resolver.initializerOf(at)
      at = made && skipOuter(made)
    }
  }
  return names.join('')
}

function ask(schema: ts.Expression, path: readonly string[], resolver: Resolver, question: Question, hops: number): boolean | undefined {
  if (hops > MOST_HOPS) return undefined
  const value = skipOuter(schema)
  const [name, ...rest] = path
  if (name === undefined) return question(textOf(value, resolver))
  const again = (next: ts.Expression, remaining: readonly string[] = path) => ask(next, remaining, resolver, question, hops + 1)
  if (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) {
    const initializer = resolver.initializerOf(value)
    return initializer && again(initializer)
  }
  if (ts.isObjectLiteralExpression(value)) {
    const own = propertyOf(value, name)[0]
    if (own) return again(own, rest)
    for (const member of value.properties) {
      const found = ts.isSpreadAssignment(member) ? again(member.expression) : undefined
      if (found !== undefined) return found
    }
    // JSON schema keeps its properties in a member of that name.
    const properties = propertyOf(value, 'properties')[0]
    return properties && again(properties)
  }
  if (!ts.isCallExpression(value)) return undefined
  // What is given last wins: `Base.extend({ limit: ... })`.
  for (const argument of [...value.arguments].reverse()) {
    const found = again(argument)
    if (found !== undefined) return found
  }
  const callee = skipOuter(value.expression)
  if (ts.isPropertyAccessExpression(callee)) return again(callee.expression)
  for (const unit of resolver.functionsOf(callee))
    for (const returned of unit.returns) {
      const found = again(returned)
      if (found !== undefined) return found
    }
  return undefined
}

/** The text of a definition, with what the names in it stand for: `PageSize.optional().default(50)`. */
function textOf(value: ts.Expression, resolver: Resolver, hops = 0): string {
  for (let at = value; ; ) {
    const initializer = ts.isIdentifier(at) || ts.isPropertyAccessExpression(at) ? resolver.initializerOf(at) : undefined
    if (initializer && hops < MOST_HOPS) return (at === value ? '' : value.getText()) + textOf(skipOuter(initializer), resolver, hops + 1)
    if (!ts.isCallExpression(at) && !ts.isPropertyAccessExpression(at)) return value.getText()
    at = skipOuter(at.expression)
  }
}
