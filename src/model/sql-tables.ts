/**
 * Tables of SQL: schema dumps and migrations, in the order of their names; also SQL text and calls of schema builders in
 * migrations written in TypeScript or JavaScript.
 */
import { ts } from 'ts-morph'
import { HOLE } from '../sql/scan.js'
import { readSchemaChanges, type SchemaChange, type TableParts } from '../sql/schema.js'
import type { WorkspaceFile } from '../workspace/types.js'
import { BUILDS_TABLES, readBuiltChanges } from './built-tables.js'
import { parseSource } from './program.js'
import type { PartialKey, Relation, Table } from './types.js'

/** A table while it is put together. */
interface Draft {
  name: string
  columns: TableParts['columns'][number][]
  keys: (readonly string[])[]
  partialKeys: PartialKey[]
  relations: (Relation & { readonly columns: readonly string[]; readonly constraint: string })[]
  readonly place: Table['place']
}

const DEFINES = /\b(?:create\s+(?:\w+\s+){0,3}table|(?:alter|drop)\s+table|create\s+unique)\b/i
/** Functions beside the code that make a table when it is not there: `knex.schema.createTable('users', ...)`. */
const MAKES_TABLE = /\bschema\s*\.createTable\w*\(/
/** Scripts that undo: what they drop is there. */
const UNDOES = /(?:^|[/._-])(?:down|undo|rollback|revert)(?:[._-]|\.sql$)/i
/** Where one file holds both ways, the way back begins here. */
const WAY_BACK = /^[ \t]*--[ \t]*(?:\+goose[ \t]+down|migrate:down|\+migrate[ \t]+down|down[ \t]+migration|(?:@)?(?:down|undo)\b[ \t]*$)/im
const SURFACES = new Set<WorkspaceFile['surface']>(['production', 'migration', 'seed', 'script'])

/** A key that holds for some of the rows only: a schema of Prisma cannot say it. */
const PARTIAL_KEY = /\bcreate\s+unique\s+index\b[^;]*\bwhere\b/i

/** Files that define tables in SQL, in the order in which they are applied. */
export interface SqlSources {
  readonly whole: readonly WorkspaceFile[]
  /** Migrations made from a Prisma schema, which say nothing new but keys that hold for some of the rows. */
  readonly besideSchema: readonly WorkspaceFile[]
}

export function sqlSources(files: readonly WorkspaceFile[]): SqlSources {
  const withSchema = new Set(files.filter((file) => file.kind === 'prisma').map((file) => file.package))
  const besideSchema = withSchema.size === 0 ? [] : files.filter((file) => file.kind === 'sql' && SURFACES.has(file.surface) && withSchema.has(file.package) && !UNDOES.test(file.relative) && PARTIAL_KEY.test(file.text()))
  const whole = files.filter(
    (file) =>
      (file.kind === 'sql' ? SURFACES.has(file.surface) : file.kind === 'source' && (file.surface === 'migration' || file.surface === 'production')) &&
      !withSchema.has(file.package) &&
      !UNDOES.test(file.relative) &&
      (file.surface === 'production' && file.kind === 'source' ? MAKES_TABLE.test(file.text()) : DEFINES.test(file.text()) || (file.kind === 'source' && BUILDS_TABLES.test(file.text()))),
  )
  return { whole, besideSchema }
}

/** Reads tables as all files together leave them. Call `loadSqlParser` before. */
export function readSqlTables({ whole, besideSchema }: SqlSources): Table[] {
  const drafts = new Map<string, Draft>()
  for (const file of whole) for (const change of changesOf(file)) apply(change, drafts, file)
  for (const file of besideSchema) for (const change of changesOf(file)) if (change.kind === 'add' && change.partialKeys !== undefined) apply({ ...change, columns: [], keys: [], foreignKeys: [] }, drafts, file)
  return [...drafts.values()].map((draft) => ({
    name: draft.name,
    label: draft.name,
    databaseName: draft.name,
    columns: draft.columns,
    uniqueKeys: draft.keys,
    partialKeys: draft.partialKeys,
    relations: draft.relations.map(({ name, target, many, holdsKey, key, onDelete, lazy, place }) => ({ name, target, many, holdsKey, key, onDelete, lazy, place })),
    source: 'sql',
    place: draft.place,
  }))
}

/** What a file does to tables, in the order of its text. */
function changesOf(file: WorkspaceFile): SchemaChange[] {
  const fromText = ({ text, start }: { text: string; start: number }) => readSchemaChanges(text).map((change) => ({ ...change, start: start + change.start, end: start + change.end }))
  if (file.kind === 'sql') return fromText(wayThere(file.text()))
  const syntax = parseSource(file)
  const found = DEFINES.test(file.text()) ? textsOfMigration(syntax).flatMap(fromText) : []
  if (BUILDS_TABLES.test(file.text())) found.push(...readBuiltChanges(syntax, isWayBack))
  return found.sort((left, right) => left.start - right.start)
}

/** A file without its way back. */
function wayThere(text: string): { text: string; start: number } {
  const back = WAY_BACK.exec(text)
  return { text: back ? text.slice(0, back.index) : text, start: 0 }
}

/** SQL in the strings of a migration, without those of its way back (`down`). */
function textsOfMigration(sourceFile: ts.SourceFile): { text: string; start: number }[] {
  const found: { text: string; start: number }[] = []
  const visit = (node: ts.Node): void => {
    if (isWayBack(node) || isKeptForWayBack(node)) return
    if (ts.isStringLiteralLike(node)) {
      if (DEFINES.test(node.text)) found.push({ text: node.text, start: node.getStart() + 1 })
    } else if (ts.isTemplateExpression(node)) {
      const text = node.head.text + node.templateSpans.map((span) => HOLE + span.literal.text).join('')
      if (DEFINES.test(text)) found.push({ text, start: node.getStart() + 1 })
    } else ts.forEachChild(node, visit)
  }
  visit(sourceFile)
  return found
}

/** `const script = `create table ...`` that nothing but `down` speaks of. */
function isKeptForWayBack(node: ts.Node): boolean {
  if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || !ts.isSourceFile(node.parent.parent.parent)) return false
  const { text } = node.name
  let uses = 0
  const isUsedElsewhere = (at: ts.Node): boolean => {
    if (at === node) return false
    if (isWayBack(at)) {
      uses += at.getText().includes(text) ? 1 : 0
      return false
    }
    return (ts.isIdentifier(at) && at.text === text) || (ts.forEachChild(at, isUsedElsewhere) ?? false)
  }
  return !isUsedElsewhere(node.getSourceFile()) && uses > 0
}

/** `async down() {}`, `export const down = ...`, `exports.down = ...`, `async sqliteDown() {}`. */
function isWayBack(node: ts.Node): boolean {
  const name = ts.isBinaryExpression(node) && ts.isPropertyAccessExpression(node.left) ? node.left.name : (node as Partial<ts.NamedDeclaration>).name
  return name !== undefined && ts.isIdentifier(name) && /^(?:down|[a-z]+Down(?:[A-Z]\w*)?)$/.test(name.text) && (ts.isBinaryExpression(node) || ts.isFunctionLike(node) || ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node))
}

function apply(change: SchemaChange, drafts: Map<string, Draft>, file: WorkspaceFile): void {
  const place = { file, start: change.start, end: change.end }
  let draft = drafts.get(change.table)
  switch (change.kind) {
    case 'create':
    case 'add':
      if (!draft) {
        draft = { name: change.table, columns: [], keys: [], partialKeys: [], relations: [], place }
        drafts.set(change.table, draft)
      }
      addParts(draft, change, place)
      return
    case 'drop':
      drafts.delete(change.table)
      return
    case 'rename':
      if (!draft) return
      drafts.delete(change.table)
      draft.name = change.to
      drafts.set(change.to, draft)
      for (const other of drafts.values()) other.relations = other.relations.map((relation) => (relation.target === change.table ? { ...relation, target: change.to } : relation))
      return
    case 'drop-constraint':
      if (draft) draft.relations = draft.relations.filter(({ constraint }) => constraint !== change.name)
      return
    case 'drop-column':
      if (!draft) return
      draft.columns = draft.columns.filter(({ name }) => name !== change.column)
      draft.keys = draft.keys.filter((key) => !key.includes(change.column))
      draft.partialKeys = draft.partialKeys.filter(({ columns, of }) => !columns.includes(change.column) && !of.includes(change.column))
      draft.relations = draft.relations.filter(({ columns }) => !columns.includes(change.column))
      return
    case 'rename-column': {
      const renamed = (name: string) => (name === change.column ? change.to : name)
      if (!draft) return
      draft.columns = draft.columns.map((column) => ({ ...column, name: renamed(column.name) }))
      draft.keys = draft.keys.map((key) => key.map(renamed))
      draft.partialKeys = draft.partialKeys.map(({ columns, of, is }) => ({ columns: columns.map(renamed), of: of.map(renamed), is: is?.map((text) => text.replace(/^[^=!]+/, renamed)) ?? [] }))
      draft.relations = draft.relations.map((relation) => ({ ...relation, columns: relation.columns.map(renamed) }))
    }
  }
}

function addParts(draft: Draft, parts: TableParts, place: Table['place']): void {
  for (const column of parts.columns) if (!draft.columns.some(({ name }) => name === column.name)) draft.columns.push(column)
  for (const key of parts.keys) if (!draft.keys.some((known) => known.join() === key.join())) draft.keys.push(key)
  draft.partialKeys.push(...(parts.partialKeys ?? []))
  for (const { columns, target, onDelete, name } of parts.foreignKeys) {
    // A constraint without a name is given this one by PostgreSQL.
    const constraint = name ?? `${draft.name}_${columns.join('_')}_fkey`
    const relation = { name: columns.join('_') || target, target, many: false, holdsKey: true, key: columns.length === 1 ? columns[0] : undefined, onDelete, lazy: false, place, columns, constraint }
    // A constraint that is added again with another action takes the place of the first.
    draft.relations = [...draft.relations.filter((known) => known.name !== relation.name || known.target !== target), relation]
  }
}
