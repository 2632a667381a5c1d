import { ts } from 'ts-morph'
import type { Fix } from '../../src/findings/finding.js'
import type { Loop, Reached } from '../../src/model/types.js'

/** Code in the user's own names that runs one query for the whole list. */
export function recipeFor(loop: Loop, { operation, trace }: Reached, writes: boolean): Fix {
  const collection = loop.collectionText || 'items'
  const item = loop.variable && /^[\w$]+$/.test(loop.variable) ? loop.variable : 'item'
  const direct = trace.length === 1
  const call = direct ? operation.label : `${operation.label} (behind ${trace[0]?.label ?? operation.unit.name})`
  if (writes)
    return {
      kind: 'recipe',
      title: `Collect the rows of ${collection} and write them with one statement instead of ${call}.`,
      edits: [],
      code: [
        `const rows = ${collection}.map((${item}) => ({ /* values of one row */ }))`,
        `// one statement: ${batchFormOf(operation.label)}`,
      ].join('\n'),
    }
  const key = keyOf(operation.where[0], item)
  const value = key?.value ?? givenOf(trace[0]?.node, item) ?? `${item}.id`
  const plural = operation.table ? `${operation.table.replace(/s$/, '')}s` : 'rows'
  return {
    kind: 'recipe',
    title: `Load everything ${collection} needs with one query before the loop instead of ${call}.`,
    edits: [],
    code: [
      `const keys = [...new Set(${value === item ? collection : `${collection}.map((${item}) => ${value})`})]`,
      `const ${plural} = await ... // ${operation.label.replace(/\.\w+$/, '')}: one query for all rows whose ${key?.name ?? 'id'} is in keys`,
      `const by${capital(key?.name ?? 'id')} = new Map(${plural}.map((row) => [row.${key?.name ?? 'id'}, row]))`,
      `// in the loop: by${capital(key?.name ?? 'id')}.get(${value})`,
    ].join('\n'),
  }
}

/** A loader that collects the keys of one request. */
export function loaderRecipe(resolver: string, { operation }: Reached): Fix {
  const rows = operation.table ? `${operation.table.replace(/s$/, '')}s` : 'rows'
  return {
    kind: 'recipe',
    title: `Load what ${resolver} needs for all parents with one query.`,
    edits: [],
    code: [
      '// one loader for each request, in the context',
      `const loader = new DataLoader(async (keys) => {`,
      `  const ${rows} = await ... // ${operation.label.replace(/\.\w+$/, '')}: one query for all rows whose key is in keys`,
      `  const byKey = new Map(${rows}.map((row) => [row.id, row]))`,
      '  return keys.map((key) => byKey.get(key) ?? null)',
      '})',
    ].join('\n'),
  }
}

/** The column the filter compares with something of the item: `{ id: order.productId }`. */
function keyOf(where: ts.Expression | true | undefined, item: string): { name: string; value: string } | undefined {
  if (where === undefined || where === true || !ts.isObjectLiteralExpression(where)) return undefined
  for (const property of where.properties) {
    if (ts.isPropertyAssignment(property) && ts.isIdentifier(property.name)) {
      const value = property.initializer.getText()
      if (new RegExp(String.raw`^${item.replaceAll('$', String.raw`\$`)}\b`).test(value)) return { name: property.name.text, value }
    }
    if (ts.isShorthandPropertyAssignment(property) && property.name.text === item) return { name: item, value: item }
  }
  return undefined
}

/** What of the item the call in the loop is given: `id` in `load(id)`, `line.order` in `query(text, [line.order])`. */
function givenOf(call: ts.Node | undefined, item: string): string | undefined {
  let found: string | undefined
  const visit = (node: ts.Node): void => {
    if (found !== undefined || ts.isFunctionLike(node)) return
    if (ts.isPropertyAccessExpression(node)) visit(node.expression)
    else if (ts.isPropertyAssignment(node)) visit(node.initializer)
    else if (!ts.isIdentifier(node)) ts.forEachChild(node, visit)
    else if (node.text === item) {
      let value: ts.Node = node
      while (ts.isPropertyAccessExpression(value.parent) && !(ts.isCallExpression(value.parent.parent) && value.parent.parent.expression === value.parent)) value = value.parent
      found = value.getText()
    }
  }
  for (const argument of call && (ts.isCallExpression(call) || ts.isNewExpression(call)) ? (call.arguments ?? []) : []) visit(argument)
  return found
}

function batchFormOf(label: string): string {
  return `replace ${label} by the batch form of the same library (createMany, bulkWrite, insert([...]), or INSERT ... SELECT FROM unnest(...))`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
