/**
 * Where an execution point takes the values of placeholders: an argument, a property, or a call before or after it.
 */
import { ts } from 'ts-morph'
import { skipOuter } from '../libraries/paths.js'
import type { TextEdit } from '../findings/finding.js'
import { tagIn } from './operations.js'
import type { Resolver } from './resolver.js'
import type { LibraryTarget, SqlText } from './types.js'

/** How values get to the text. */
export interface Binding {
  /** The placeholder of the nth new value. */
  placeholder(index: number): string
  /** Edits that give the values, apart from the text. */
  readonly edits: readonly TextEdit[]
}

/** A value to bind. */
export interface BoundValue {
  readonly expression: ts.Expression
  /** The code of the value, with wildcards that go with it. */
  readonly text: string
}

/**
 * The way to bind values at an execution point; undefined where none is known, or values are bound already in a way
 * that does not say how many.
 *
 * @param file path for the edits, relative to the root
 */
export function bindingOf(sql: SqlText, target: LibraryTarget, values: readonly BoundValue[], resolver: Resolver, file: string): Binding | undefined {
  const call = sql.call.node
  if (!ts.isCallExpression(call) || !sql.placeholder) return undefined
  const apart = tagIn(target.tags, 'binds')?.value
  if (apart === 'return') return afterwards(call, sql.placeholder, values, file)
  if (apart) return beforehand(call, apart.slice('this.'.length), values, file)
  const paths = tagIn(target.tags, 'params')?.value.split('|') ?? []
  // `query({ text, values })` takes the values in the object that the text stands in.
  const holder = ts.isPropertyAssignment(sql.expression.parent) || ts.isShorthandPropertyAssignment(sql.expression.parent) ? sql.expression.parent.parent : undefined
  for (const path of paths) {
    const [head = '', property] = path.split('.')
    const index = Number.parseInt(head, 10)
    if (holder) {
      if (property === undefined || call.arguments[index] === undefined || skipOuter(call.arguments[index]) !== holder) continue
      return inProperty(holder, property, sql.placeholder, values, file)
    }
    // The text is an argument itself.
    if (property !== undefined && index === 0) continue
    return property === undefined ? inArgument(call, index, sql.placeholder, values, resolver, file) : inOptions(call, index, property, values, file)
  }
  return undefined
}

/** A list, or an object of names, as an argument of the call. */
function inArgument(call: ts.CallExpression, index: number, placeholder: string, values: readonly BoundValue[], resolver: Resolver, file: string): Binding | undefined {
  const existing = call.arguments[index] && skipOuter(call.arguments[index])
  if (existing && (ts.isArrayLiteralExpression(existing) || ts.isObjectLiteralExpression(existing))) return inLiteral(existing, placeholder, values, file)
  const isNamed = placeholder === ':' || placeholder === '@'
  const names = namesOf(values, new Set())
  const literal = isNamed ? `{ ${values.map((value, position) => entry(names[position] ?? '', value.text)).join(', ')} }` : `[${values.map(({ text }) => text).join(', ')}]`
  const plain = (position: number) => (isNamed ? `${placeholder}${names[position] ?? ''}` : placeholder === '$' ? `$${position + 1}` : '?')
  if (!existing) {
    const last = call.arguments[index - 1]
    return last && call.arguments.length === index ? { placeholder: plain, edits: [{ file, start: last.getEnd(), end: last.getEnd(), text: `, ${literal}` }] } : undefined
  }
  // `db.all(text, (error, rows) => ...)`: the values stand before the callback.
  const isCallback = ts.isArrowFunction(existing) || ts.isFunctionExpression(existing) || resolver.typeOf(existing).getCallSignatures().length > 0
  return isCallback ? { placeholder: plain, edits: [{ file, start: existing.getStart(), end: existing.getStart(), text: `${literal}, ` }] } : undefined
}

/** Values that are there already are kept, and the new ones follow. */
function inLiteral(existing: ts.ArrayLiteralExpression | ts.ObjectLiteralExpression, placeholder: string, values: readonly BoundValue[], file: string): Binding | undefined {
  const isNamed = ts.isObjectLiteralExpression(existing)
  const elements: readonly ts.Node[] = isNamed ? existing.properties : existing.elements
  if (isNamed !== (placeholder === ':' || placeholder === '@')) return undefined
  // With `?` the order of parameters is the order of the text; mixing old and new ones needs care nobody asked for.
  if (placeholder === '?' && elements.length > 0) return undefined
  if (elements.some((element) => ts.isSpreadElement(element) || ts.isSpreadAssignment(element))) return undefined
  const names = namesOf(values, new Set(isNamed ? existing.properties.map((member) => member.name?.getText() ?? '') : []))
  const text = values.map((value, position) => (isNamed ? entry(names[position] ?? '', value.text) : value.text)).join(', ')
  const at = elements.at(-1)?.getEnd() ?? existing.getStart() + 1
  return {
    placeholder: (position) => (isNamed ? `${placeholder}${names[position] ?? ''}` : placeholder === '$' ? `$${elements.length + position + 1}` : '?'),
    edits: [{ file, start: at, end: at, text: elements.length > 0 ? `, ${text}` : text }],
  }
}

/** `{ text, values: [...] }` */
function inProperty(holder: ts.ObjectLiteralExpression, property: string, placeholder: string, values: readonly BoundValue[], file: string): Binding | undefined {
  const existing = holder.properties.find((member) => member.name?.getText() === property)
  if (existing) {
    const value = ts.isPropertyAssignment(existing) ? skipOuter(existing.initializer) : undefined
    return value && ts.isArrayLiteralExpression(value) ? inLiteral(value, placeholder, values, file) : undefined
  }
  const last = holder.properties.at(-1)
  if (!last || holder.properties.some(ts.isSpreadAssignment)) return undefined
  return {
    placeholder: (position) => (placeholder === '$' ? `$${position + 1}` : '?'),
    edits: [{ file, start: last.getEnd(), end: last.getEnd(), text: `, ${property}: [${values.map(({ text }) => text).join(', ')}]` }],
  }
}

/** `query(text, { replacements: { name } })` */
function inOptions(call: ts.CallExpression, index: number, property: string, values: readonly BoundValue[], file: string): Binding | undefined {
  const options = call.arguments[index] && skipOuter(call.arguments[index])
  const existing = options && ts.isObjectLiteralExpression(options) ? options.properties.find((member) => member.name?.getText() === property) : undefined
  if (existing) {
    const value = ts.isPropertyAssignment(existing) ? skipOuter(existing.initializer) : undefined
    return value && ts.isObjectLiteralExpression(value) ? inLiteral(value, ':', values, file) : undefined
  }
  const names = namesOf(values, new Set())
  const text = `${property}: { ${values.map((value, position) => entry(names[position] ?? '', value.text)).join(', ')} }`
  const placeholder = (position: number) => `:${names[position] ?? ''}`
  if (!options) {
    const last = call.arguments[index - 1]
    return last && call.arguments.length === index ? { placeholder, edits: [{ file, start: last.getEnd(), end: last.getEnd(), text: `, { ${text} }` }] } : undefined
  }
  // Values may be in what is spread, and what binds otherwise needs a person.
  if (!ts.isObjectLiteralExpression(options) || options.properties.some((member) => ts.isSpreadAssignment(member) || /^(?:bind|replacements)$/.test(member.name?.getText() ?? ''))) return undefined
  const first = options.properties[0]
  const at = first ? first.getStart() : options.getStart() + 1
  return { placeholder, edits: [{ file, start: at, end: at, text: first ? `${text}, ` : ` ${text} ` }] }
}

/** `prepare(text).all(value)` */
function afterwards(call: ts.CallExpression, placeholder: string, values: readonly BoundValue[], file: string): Binding | undefined {
  const member = call.parent
  const next = ts.isPropertyAccessExpression(member) && member.expression === call ? member.parent : undefined
  if (!next || !ts.isCallExpression(next) || next.expression !== member || next.arguments.length > 0 || !/^(?:all|get|run|iterate)$/.test((member as ts.PropertyAccessExpression).name.text)) return undefined
  return { placeholder: () => placeholder, edits: [{ file, start: next.getEnd() - 1, end: next.getEnd() - 1, text: values.map(({ text }) => text).join(', ') }] }
}

/** `request.input('name', value).query(text)` */
function beforehand(call: ts.CallExpression, member: string, values: readonly BoundValue[], file: string): Binding | undefined {
  const callee = skipOuter(call.expression)
  if (!ts.isPropertyAccessExpression(callee)) return undefined
  const taken = new Set([...callee.expression.getText().matchAll(/\.input\(\s*['"`](\w+)/g)].map((match) => match[1] ?? ''))
  const names = namesOf(values, taken)
  const at = callee.expression.getEnd()
  return { placeholder: (position) => `@${names[position] ?? ''}`, edits: [{ file, start: at, end: at, text: values.map(({ text }, position) => `.${member}('${names[position] ?? ''}', ${text})`).join('') }] }
}

/** A name for each value: what the code calls it, and no name twice. */
function namesOf(values: readonly BoundValue[], taken: ReadonlySet<string>): string[] {
  const used = new Set(taken)
  return values.map(({ expression }) => {
    const base = /([A-Za-z_]\w*)\W*$/.exec(expression.getText())?.[1] ?? 'value'
    let name = base
    for (let count = 2; used.has(name); count++) name = `${base}${count}`
    used.add(name)
    return name
  })
}

function entry(name: string, value: string): string {
  return name === value ? name : `${name}: ${value}`
}
