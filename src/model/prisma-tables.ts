/**
 * Tables of Prisma schema files.
 */
import path from 'node:path'
import type { Attribute, AttributeArgument, Block, BlockAttribute, Field, getSchema, Value } from '@mrleebo/prisma-ast'
import type { Problem } from '../findings/finding.js'
import type { WorkspaceFile } from '../workspace/types.js'
import type { Column, Relation, Table } from './types.js'

type Parse = typeof getSchema

/** A model or view with its place in a file. */
interface Declared {
  readonly block: Extract<Block, { type: 'model' | 'view' }>
  readonly file: WorkspaceFile
  readonly start: number
  readonly end: number
}

/**
 * Reads all schema files of a workspace; models of one file may refer to those of another.
 *
 * @returns tables, and one problem for each block that does not parse; the other blocks of its file are read
 */
export async function readPrismaTables(files: readonly WorkspaceFile[]): Promise<{ tables: Table[]; problems: Problem[] }> {
  const schemas = schemasIn(files)
  if (schemas.length === 0) return { tables: [], problems: [] }
  const parse = await loadParser()
  const declared: Declared[] = []
  const problems: Problem[] = []
  for (const file of schemas) {
    for (const { start, end } of blocksOf(file.text())) {
      const text = file.text().slice(start, end)
      try {
        for (const block of parse(text).list) if (block.type === 'model' || block.type === 'view') declared.push({ block, file, start, end })
      } catch (error) {
        problems.push(problemOf(error, file, start, end))
      }
    }
  }
  const models = new Map(declared.map(({ block }) => [block.name, block]))
  // A schema in several files has one block of settings.
  const played = new Set(schemas.filter((file) => PLAYED.test(file.text())).map(({ package: owner }) => owner))
  return { tables: declared.map((one) => ({ ...tableOf(one, models), ...(played.has(one.file.package) && { isPlayed: true as const }) })), problems }
}

/** The client plays foreign keys, and the database has none. */
const PLAYED = /^\s*(?:relationMode|referentialIntegrity)\s*=\s*"prisma"/m

/** Schemas that a client is made of: beside those in the usual places, others are data, unless some settings name their folder. */
function schemasIn(files: readonly WorkspaceFile[]): WorkspaceFile[] {
  const all = files.filter((file) => file.kind === 'prisma')
  const isUsual = ({ relative }: WorkspaceFile) => /(?:^|\/)prisma\/|(?:^|\/)schema\.prisma$/.test(relative)
  if (!all.some(isUsual) || all.every(isUsual)) return all
  const settings = files.filter(({ relative }) => /(?:^|\/)(?:package\.json|prisma\.config\.[cm]?[jt]s)$/.test(relative)).map((file) => file.text())
  return all.filter((file) => isUsual(file) || settings.some((text) => text.includes(path.posix.basename(path.posix.dirname(file.relative)))))
}

/**
 * The parser's package looks for a configuration file of its own, from the working directory upwards, and runs it
 * when it is a script. Nothing of a project may run, so while the package loads it is told another directory.
 */
async function loadParser(): Promise<Parse> {
  const cwd = process.cwd
  process.cwd = () => path.parse(import.meta.dirname).root
  try {
    return (await import('@mrleebo/prisma-ast')).getSchema
  } finally {
    process.cwd = cwd
  }
}

/** Offsets of the top-level blocks. A block ends at the first line that closes it, or where the next one begins. */
function blocksOf(text: string): { start: number; end: number }[] {
  const heads = [...text.matchAll(/^[ \t]*(?:model|view|type|enum|datasource|generator)[ \t]+\w+[ \t]*\{/gm)]
  return heads.map((head, index) => {
    const start = head.index + (/^[ \t]*/.exec(head[0])?.[0].length ?? 0)
    const limit = heads[index + 1]?.index ?? text.length
    // Only the line of the head may open and close a block: `/// { x, y }` inside of one does not.
    const close = /^[ \t]*\}|(?<![^])[^\n]*\{[^{}\n]*\}[ \t]*$/m.exec(text.slice(start, limit))
    return { start, end: close ? start + close.index + close[0].length : limit }
  })
}

function problemOf(error: unknown, file: WorkspaceFile, start: number, end: number): Problem {
  const text = file.text()
  const token = (error as { token?: { startLine?: number; image?: string } }).token
  // At the end of the block the parser gives no line: the block is not closed.
  const isOpen = !token || !Number.isFinite(token.startLine)
  const lines = text.slice(0, isOpen ? start : end).split('\n').length
  const line = isOpen ? lines : text.slice(0, start).split('\n').length + (token.startLine ?? 1) - 1
  const found = isOpen ? 'the block is not closed' : `"${(token.image ?? '').trim() || 'end of line'}" was not expected`
  return {
    kind: 'parse',
    file: file.relative,
    line,
    message: `Prisma schema: ${found}. Tables and relations of this block are not known to any rule. Mend it; \`prisma validate\` says what is allowed.`,
  }
}

function tableOf({ block, file, start, end }: Declared, models: ReadonlyMap<string, Declared['block']>): Table {
  const fields = fieldsOf(block)
  const attributes = block.properties.flatMap((property) => (property.type === 'attribute' ? [property] : []))
  const text = file.text().slice(start, end)
  const columns: Column[] = []
  const relations: Relation[] = []
  const keys: string[][] = []
  const stored = new Map<string, string>()
  for (const field of fields) {
    const type = typeOf(field)
    if (models.has(type)) {
      relations.push({ name: field.name, target: type.toLowerCase(), many: field.array === true, ...keyOf(field, block, models), lazy: false, place: { file, ...placeOf(field, text, start) } })
      continue
    }
    const databaseName = mapped(find(field.attributes, 'map'))
    columns.push({ name: field.name, type, nullable: field.optional === true, ...(databaseName !== undefined && { databaseName }) })
    stored.set(field.name.toLowerCase(), (databaseName ?? field.name).toLowerCase())
    if (find(field.attributes, 'id') || find(field.attributes, 'unique')) keys.push([field.name.toLowerCase()])
  }
  for (const attribute of attributes) {
    if (attribute.name !== 'id' && attribute.name !== 'unique') continue
    const key = namesIn(argument(attribute, 'fields'))
    if (key.length > 0) keys.push(key)
  }
  return {
    name: block.name.toLowerCase(),
    label: block.name,
    databaseName: (mapped(find(attributes, 'map')) ?? block.name).toLowerCase(),
    columns,
    uniqueKeys: withStoredNames(keys, stored),
    relations,
    source: 'prisma',
    place: { file, start, end: start + (text.split('\n', 1)[0] ?? '').trimEnd().length },
  }
}

/** SQL says the names in the database, the client those of the schema: a key counts in both. */
function withStoredNames(keys: readonly string[][], stored: ReadonlyMap<string, string>): string[][] {
  return keys.flatMap((key) => {
    const inDatabase = key.map((name) => stored.get(name) ?? name)
    return inDatabase.every((name, index) => name === key[index]) ? [key] : [key, inDatabase]
  })
}

/** The line of a field in its block. */
function placeOf(field: Field, text: string, offset: number): { start: number; end: number } {
  const line = new RegExp(`^([ \\t]*)${field.name}[ \\t][^\\n]*`, 'm').exec(text)
  if (!line) return { start: offset, end: offset + text.length }
  const start = offset + line.index + (line[1]?.length ?? 0)
  return { start, end: offset + line.index + line[0].trimEnd().length }
}

const ACTIONS: Readonly<Record<string, Relation['onDelete']>> = {
  Cascade: 'cascade',
  Restrict: 'restrict',
  SetNull: 'set-null',
  NoAction: 'no-action',
  SetDefault: 'set-default',
}

/** Which side holds the key, and what its rows do on delete: said, or Prisma's default; the same on both sides. */
function keyOf(field: Field, block: Declared['block'], models: ReadonlyMap<string, Declared['block']>): Pick<Relation, 'holdsKey' | 'key' | 'onDelete'> {
  if (holdsKey(field)) return { holdsKey: true, key: keyColumn(field), onDelete: deleteAction(field) }
  const other = models.get(typeOf(field))
  const candidates = (other ? fieldsOf(other) : []).filter((one) => holdsKey(one) && typeOf(one) === block.name)
  const counterpart = candidates.length === 1 ? candidates[0] : candidates.find((one) => relationName(one) === relationName(field))
  return { holdsKey: false, onDelete: counterpart && deleteAction(counterpart) }
}

function fieldsOf(block: Declared['block']): Field[] {
  return block.properties.flatMap((property) => (property.type === 'field' ? [property] : []))
}

function typeOf(field: Field): string {
  return typeof field.fieldType === 'string' ? field.fieldType : field.fieldType.name
}

function holdsKey(field: Field): boolean {
  const relation = find(field.attributes, 'relation')
  return relation !== undefined && (relation.args ?? []).some(({ value }) => isOf(value, 'keyValue') && value.key === 'fields')
}

/** `userId` of `fields: [userId]`; undefined for a key over several columns. */
function keyColumn(field: Field): string | undefined {
  const relation = find(field.attributes, 'relation')
  const columns = namesIn(relation && argument(relation, 'fields'))
  return columns.length === 1 ? columns[0] : undefined
}

/** `"mine"` of `@relation("mine", ...)` and `@relation(name: "mine")`. */
function relationName(field: Field): string | undefined {
  const relation = find(field.attributes, 'relation')
  const name = relation && argument(relation, 'name')
  return typeof name === 'string' ? name : undefined
}

/** Without an action, rows that need their parent keep it from being deleted, and others lose it. */
function deleteAction(field: Field): Relation['onDelete'] {
  const relation = find(field.attributes, 'relation')
  const value = relation && argument(relation, 'onDelete')
  if (typeof value === 'string') return ACTIONS[value]
  return field.optional === true ? 'set-null' : 'restrict'
}

function find<T extends { readonly name: string; readonly group?: string }>(attributes: readonly T[] | undefined, name: string): T | undefined {
  return attributes?.find((attribute) => attribute.name === name && attribute.group === undefined)
}

/** The name in `@map("name")`. */
function mapped(attribute: Attribute | BlockAttribute | undefined): string | undefined {
  const value = attribute && argument(attribute, 'name')
  return typeof value === 'string' ? value.replace(/^"|"$/g, '') : undefined
}

/** A named argument, or the first without a name, which stands for `fields` and `name`. */
function argument(attribute: Attribute | BlockAttribute, name: string): Value | undefined {
  const values = (attribute.args ?? []).map(({ value }: AttributeArgument) => value)
  for (const value of values) if (isOf(value, 'keyValue') && value.key === name) return value.value
  return name === 'onDelete' ? undefined : (values.find((value) => !isOf(value, 'keyValue')) as Value | undefined)
}

/** Names of `[userId, email(sort: Desc)]`. */
function namesIn(value: Value | undefined): string[] {
  const items = isOf(value, 'array') ? value.args : Array.isArray(value) ? value : []
  return items.flatMap((item) => (typeof item === 'string' ? [item.toLowerCase()] : isOf(item, 'function') ? [item.name.toLowerCase()] : []))
}

function isOf<Kind extends string>(value: unknown, kind: Kind): value is Extract<Exclude<AttributeArgument['value'], string | number | boolean | null>, { type: Kind }> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value as { type?: string }).type === kind
}
