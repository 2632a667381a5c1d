/**
 * Tables declared by a construction: `new EntitySchema({ name: 'Order', columns: {...}, relations: {...} })`, and the
 * same with `properties`.
 */
import { ts } from 'ts-morph'
import { propertyOf, skipOuter } from '../libraries/paths.js'
import { deleteAction, removesChildren, targetName } from './relation-targets.js'
import type { Resolver } from './resolver.js'
import type { FileFacts } from './syntax.js'
import type { Column, Relation, Table } from './types.js'

/** Kinds of relations in either library's words; the first group holds the key. */
const TO_ONE = /^(?:many-to-one|m:1|ManyToOne|MANY_TO_ONE|one-to-one|1:1|OneToOne|ONE_TO_ONE)$/
const TO_MANY = /^(?:one-to-many|1:m|OneToMany|ONE_TO_MANY)$/
const BETWEEN = /^(?:many-to-many|m:n|ManyToMany|MANY_TO_MANY)$/

/**
 * @param node the construction, known to declare a table
 * @returns the table; undefined when its options are not written here or give no name
 */
export function readEntitySchema(node: ts.NewExpression, facts: FileFacts, resolver: Resolver): Table | undefined {
  const given = node.arguments?.[0]
  const options = given && skipOuter(resolver.initializerOf(given) ?? given)
  if (!options || !ts.isObjectLiteralExpression(options)) return undefined
  const label = first(options, 'name', 'class', 'target')
  if (label === undefined) return undefined
  const columns: Column[] = []
  const relations: Relation[] = []
  const keys: string[][] = []
  for (const { name, value, place } of [...membersOf(options, 'columns', facts, resolver), ...membersOf(options, 'relations', facts, resolver), ...membersOf(options, 'properties', facts, resolver)]) {
    const relation = relationOf(name, value, place)
    if (relation) relations.push(relation)
    else {
      columns.push({ name, type: first(value, 'type'), nullable: isOn(value, 'nullable') })
      if (isOn(value, 'primary') || isOn(value, 'unique')) keys.push([name.toLowerCase()])
    }
  }
  for (const list of propertyOf(options, 'uniques').map(skipOuter))
    for (const one of ts.isArrayLiteralExpression(list) ? list.elements : []) {
      const key = [...propertyOf(one, 'columns'), ...propertyOf(one, 'properties')].flatMap((value) => (ts.isArrayLiteralExpression(value) ? value.elements.flatMap((element) => (ts.isStringLiteralLike(element) ? [element.text.toLowerCase()] : [])) : []))
      if (key.length > 0) keys.push(key)
    }
  return {
    name: label.toLowerCase(),
    label,
    databaseName: (first(options, 'tableName', 'collection') ?? label.replace(/([a-z\d])([A-Z])/g, '$1_$2')).toLowerCase(),
    columns,
    uniqueKeys: keys,
    relations,
    source: 'entity',
    place: { file: facts.file, start: node.getStart(), end: node.getStart() + (node.getText().split('\n', 1)[0] ?? '').length },
  }
}

interface Member {
  readonly name: string
  readonly value: ts.ObjectLiteralExpression
  readonly place: Table['place']
}

function membersOf(options: ts.ObjectLiteralExpression, property: string, facts: FileFacts, resolver: Resolver): Member[] {
  return propertyOf(options, property).flatMap((given) => {
    const listed = skipOuter(resolver.initializerOf(given) ?? given)
    if (!ts.isObjectLiteralExpression(listed)) return []
    return listed.properties.flatMap((member): Member[] => {
      if (!ts.isPropertyAssignment(member) || !(ts.isIdentifier(member.name) || ts.isStringLiteralLike(member.name))) return []
      const value = skipOuter(member.initializer)
      return ts.isObjectLiteralExpression(value) ? [{ name: member.name.text, value, place: { file: facts.file, start: member.getStart(), end: member.getEnd() } }] : []
    })
  })
}

function relationOf(name: string, value: ts.ObjectLiteralExpression, place: Table['place']): Relation | undefined {
  const kind = first(value, 'kind', 'reference', 'type')
  const target = [...propertyOf(value, 'target'), ...propertyOf(value, 'entity')].map(targetName).find((one) => one !== undefined)
  if (kind === undefined || target === undefined || !(TO_ONE.test(kind) || TO_MANY.test(kind) || BETWEEN.test(kind))) return undefined
  const holdsKey = TO_ONE.test(kind) && propertyOf(value, 'mappedBy').length === 0
  // The side with the key decides.
  const declared = TO_MANY.test(kind) ? undefined : [...propertyOf(value, 'onDelete'), ...propertyOf(value, 'deleteRule')].map((action) => deleteAction(textOf(action))).find((action) => action !== undefined)
  const onDelete = BETWEEN.test(kind) ? undefined : (declared ?? (removesChildren(value, holdsKey) ? 'cascade' : undefined))
  return { name, target: target.toLowerCase(), many: !TO_ONE.test(kind), holdsKey, onDelete, lazy: isOn(value, 'lazy'), place }
}

/** Text of the first of these properties that has one; of `ReferenceKind.ONE_TO_MANY` and of a class, the name. */
function first(options: ts.Expression, ...properties: string[]): string | undefined {
  return properties.flatMap((property) => propertyOf(options, property)).map(textOf).find((text) => text !== undefined)
}

function textOf(expression: ts.Expression): string | undefined {
  const value = skipOuter(expression)
  if (ts.isStringLiteralLike(value)) return value.text
  return ts.isIdentifier(value) ? value.text : ts.isPropertyAccessExpression(value) ? value.name.text : undefined
}

function isOn(options: ts.Expression, property: string): boolean {
  return propertyOf(options, property).some((value) => skipOuter(value).kind === ts.SyntaxKind.TrueKeyword)
}
