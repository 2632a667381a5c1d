/**
 * Tables of a workspace, from Prisma schemas, entity declarations and SQL.
 */
import { getSchema, type Attribute, type Field, type Model as PrismaModel } from '@mrleebo/prisma-ast'
import { ts } from 'ts-morph'
import type { Problem } from '../findings/finding.js'
import { atPath, propertyOf, skipOuter } from '../libraries/paths.js'
import { readDdl, type DeclaredTable } from '../sql/ddl.js'
import type { Workspace, WorkspaceFile } from '../workspace/types.js'
import { tagIn } from './operations.js'
import type { Program } from './program.js'
import type { Resolver } from './resolver.js'
import type { Column, Relation, Table } from './types.js'

type OnDelete = NonNullable<Relation['onDelete']>

export class Tables {
  readonly problems: Problem[] = []
  private readonly tables: Table[] = []
  private readonly byName = new Map<string, Table>()
  private readonly bySpelling = new Map<string, Table | null>()

  /** Reads schema files. A file that does not parse becomes a problem of its own. */
  static async read(workspace: Workspace): Promise<Tables> {
    const tables = new Tables()
    const schemas = workspace.files.filter((file) => file.kind === 'prisma')
    for (const file of schemas) tables.readPrisma(file)
    const declared = new Map<string, { table: DeclaredTable; file: WorkspaceFile }>()
    const known = new Map<string, DeclaredTable>()
    for (const file of workspace.files) {
      if (file.kind !== 'sql' || file.surface === 'test' || file.surface === 'fixture') continue
      // Migrations beside a schema were generated from it.
      if (schemas.some((schema) => schema.package === file.package)) continue
      const before = new Set(known.values())
      await readDdl(file.text(), known)
      for (const [name, table] of known) if (!before.has(table)) declared.set(name, { table, file })
    }
    for (const { table, file } of declared.values()) tables.add(fromDdl(table, file))
    return tables
  }

  /** Adds tables that decorated classes declare. */
  readEntities(program: Program, resolver: Resolver): void {
    for (const facts of program.facts)
      for (const fact of facts.classes) {
        if (facts.file.surface !== 'production' || !fact.node.name) continue
        const table = entityTable(fact.node, facts.file, resolver)
        if (table) this.add(table)
      }
  }

  get all(): readonly Table[] {
    return this.tables
  }

  /** By the name the code uses or the name in the database, any case; singular and plural where only one fits. */
  find(name: string | undefined): Table | undefined {
    if (name === undefined) return undefined
    const lower = name.toLowerCase()
    return this.byName.get(lower) ?? this.bySpelling.get(spelling(lower)) ?? undefined
  }

  private add(table: Table): void {
    this.tables.push(table)
    for (const name of new Set([table.name, table.databaseName])) {
      if (!this.byName.has(name)) this.byName.set(name, table)
      const key = spelling(name)
      const other = this.bySpelling.get(key)
      this.bySpelling.set(key, other === undefined || other === table ? table : null)
    }
  }

  private readPrisma(file: WorkspaceFile): void {
    let schema: ReturnType<typeof getSchema>
    try {
      schema = getSchema(file.text())
    } catch (error) {
      const line = /line[: ]+(\d+)/i.exec((error as Error).message)?.[1]
      this.problems.push({
        kind: 'parse',
        file: file.relative,
        ...(line !== undefined && { line: Number(line) }),
        message: `The Prisma schema does not parse (${(error as Error).message.split('\n')[0] ?? ''}), so keys and relations are not known. Mend it with prisma validate.`,
      })
      return
    }
    const models = schema.list.filter((block): block is PrismaModel => block.type === 'model')
    const names = new Set(models.map((model) => model.name))
    for (const model of models) this.add(fromPrisma(model, names, file))
  }
}

/** Case, underscores, plural and what people append to class names say nothing. */
function spelling(name: string): string {
  return name.replaceAll('_', '').replace(/(?:entity|model|schema)$/, '').replace(/ies$/, 'y').replace(/(?<=[sxz]|ch|sh)es$|(?<!s)s$/, '')
}

// ---- Prisma ----------------------------------------------------------------------------------------------------

function fromPrisma(model: PrismaModel, models: ReadonlySet<string>, file: WorkspaceFile): Table {
  const columns: Column[] = []
  const uniqueKeys: string[][] = []
  const relations: Relation[] = []
  let databaseName = model.name
  for (const property of model.properties) {
    if (property.type === 'attribute') {
      if (property.name === 'map') databaseName = unquoted(argumentValues(property)[0]) ?? databaseName
      if (property.name === 'id' || property.name === 'unique') {
        const fields = listArgument(property)
        if (fields.length > 0) uniqueKeys.push(fields)
      }
      continue
    }
    if (property.type !== 'field' || typeof property.fieldType !== 'string') continue
    const attributes = property.attributes ?? []
    if (models.has(property.fieldType)) {
      relations.push(prismaRelation(property, attributes, file, model.name))
      continue
    }
    columns.push({ name: property.name.toLowerCase(), type: property.fieldType, nullable: property.optional === true })
    if (attributes.some((attribute) => attribute.name === 'id' || attribute.name === 'unique')) uniqueKeys.push([property.name.toLowerCase()])
  }
  return { name: model.name.toLowerCase(), databaseName: databaseName.toLowerCase(), columns, uniqueKeys, relations, source: 'prisma', place: placeIn(file, new RegExp(String.raw`^\s*model\s+${model.name}\b`, 'm')) }
}

function prismaRelation(field: Field, attributes: readonly Attribute[], file: WorkspaceFile, model: string): Relation {
  const relation = attributes.find((attribute) => attribute.name === 'relation')
  const action = (relation?.args ?? [])
    .map(({ value }) => value)
    .flatMap((value) => (isKeyValue(value) && value.key === 'onDelete' ? [String(value.value)] : []))[0]
  const actions: Readonly<Record<string, OnDelete>> = { Cascade: 'cascade', Restrict: 'restrict', SetNull: 'set-null', NoAction: 'no-action', SetDefault: 'set-default' }
  return {
    name: field.name,
    target: String(field.fieldType).toLowerCase(),
    many: field.array === true,
    onDelete: action === undefined ? undefined : actions[action],
    lazy: false,
    place: placeIn(file, new RegExp(String.raw`model\s+${model}\b[^}]*?\n\s*${field.name}\s+${String(field.fieldType)}\b[^\n]*`)),
  }
}

function argumentValues(attribute: { readonly args?: readonly { readonly value: unknown }[] }): unknown[] {
  return (attribute.args ?? []).map(({ value }) => value)
}

/** Fields of `@@unique([a, b])`; with `name:` beside them or in `fields:`. */
function listArgument(attribute: { readonly args?: readonly { readonly value: unknown }[] }): string[] {
  for (const value of argumentValues(attribute)) {
    const inner = isKeyValue(value) && value.key === 'fields' ? value.value : value
    if (typeof inner === 'object' && inner !== null && 'type' in inner && inner.type === 'array' && 'args' in inner && Array.isArray(inner.args))
      return inner.args.map((field: unknown) => (typeof field === 'object' && field !== null && 'name' in field ? String(field.name) : String(field)).toLowerCase())
  }
  return []
}

function isKeyValue(value: unknown): value is { key: string; value: unknown } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'keyValue'
}

function unquoted(value: unknown): string | undefined {
  const inner = isKeyValue(value) ? value.value : value
  return typeof inner === 'string' ? inner.replace(/^"|"$/g, '') : undefined
}

function placeIn(file: WorkspaceFile, pattern: RegExp): Table['place'] {
  const match = pattern.exec(file.text())
  return { file, start: match?.index ?? 0, end: (match?.index ?? 0) + (match?.[0].length ?? 0) }
}

// ---- SQL -------------------------------------------------------------------------------------------------------

function fromDdl(table: DeclaredTable, file: WorkspaceFile): Table {
  return {
    name: table.name,
    databaseName: table.name,
    columns: table.columns,
    uniqueKeys: table.uniqueKeys,
    relations: table.foreignKeys.map(({ columns, target, onDelete, offset }) => ({ name: columns.join('_'), target, many: false, onDelete, lazy: false, place: { file, start: offset, end: offset } })),
    source: 'sql',
    place: { file, start: table.offset, end: table.offset },
  }
}

// ---- Entity classes --------------------------------------------------------------------------------------------

function entityTable(node: ts.ClassLikeDeclaration, file: WorkspaceFile, resolver: Resolver): Table | undefined {
  const entity = decoratorTag(node, 'entity', resolver)
  if (!entity || !node.name) return undefined
  const path = /name=(\S+)/.exec(entity.value)?.[1]
  const written = path && ts.isCallExpression(entity.decorator.expression) ? atPath(entity.decorator.expression, path)[0] : undefined
  const named = written && ts.isStringLiteralLike(skipOuter(written)) ? (skipOuter(written) as ts.StringLiteralLike).text : undefined
  const columns: Column[] = []
  const uniqueKeys: string[][] = []
  const relations: Relation[] = []
  for (const unique of decoratorTags(node, 'unique', resolver)) {
    const at = /columns=(\S+)/.exec(unique.value)?.[1] ?? '0'
    const list = ts.isCallExpression(unique.decorator.expression) ? atPath(unique.decorator.expression, at)[0] : undefined
    if (list && ts.isArrayLiteralExpression(list)) uniqueKeys.push(list.elements.flatMap((element) => (ts.isStringLiteralLike(element) ? [element.text.toLowerCase()] : [])))
  }
  for (const member of node.members) {
    if (!ts.isPropertyDeclaration(member) || !ts.isIdentifier(member.name)) continue
    const name = member.name.text
    const tags = decoratorTags(member, 'column', resolver)
    if (tags.length > 0) columns.push({ name: name.toLowerCase(), type: member.type?.getText(), nullable: member.questionToken !== undefined })
    for (const { value, decorator } of tags) {
      const options = /options=(\S+)/.exec(value)?.[1]
      const given = options && ts.isCallExpression(decorator.expression) ? atPath(decorator.expression, options)[0] : undefined
      if (/primary|unique/.test(value.replace(/options=.*/, '')) || (given && isTrue(given, ['primary', 'unique', 'primaryKey']))) uniqueKeys.push([name.toLowerCase()])
    }
    for (const { value, decorator } of decoratorTags(member, 'relation', resolver)) relations.push(relationOf(member, value, decorator, file))
  }
  return {
    name: node.name.text.toLowerCase(),
    databaseName: (named ?? node.name.text).toLowerCase(),
    columns,
    uniqueKeys: uniqueKeys.filter((key) => key.length > 0),
    relations,
    source: 'entity',
    place: { file, start: node.name.getStart(), end: node.name.getEnd() },
  }
}

function relationOf(member: ts.PropertyDeclaration, value: string, decorator: ts.Decorator, file: WorkspaceFile): Relation {
  const call = ts.isCallExpression(decorator.expression) ? decorator.expression : undefined
  const target = /target=(\S+)/.exec(value)?.[1]
  const options = /options=(\S+)/.exec(value)?.[1]
  const pointed = call && target ? atPath(call, target)[0] : undefined
  const body = pointed && ts.isArrowFunction(pointed) && !ts.isBlock(pointed.body) ? pointed.body : pointed
  const action = call && options ? atPath(call, `${options.split('|')[0]}.onDelete`)[0] : undefined
  const text = action && ts.isStringLiteralLike(action) ? action.text.toLowerCase().replaceAll(' ', '-') : undefined
  const known: readonly OnDelete[] = ['cascade', 'restrict', 'set-null', 'no-action', 'set-default']
  return {
    name: member.name.getText(),
    target: (body?.getText() ?? member.type?.getText() ?? '').replace(/\W/g, '').toLowerCase(),
    many: value.startsWith('many'),
    onDelete: known.find((one) => one === text),
    lazy: member.type !== undefined && ts.isTypeReferenceNode(member.type) && member.type.typeName.getText() === 'Promise',
    place: { file, start: member.getStart(), end: member.getEnd() },
  }
}

function isTrue(options: ts.Expression, names: readonly string[]): boolean {
  return names.some((name) => propertyOf(options, name)[0]?.kind === ts.SyntaxKind.TrueKeyword)
}

interface DecoratorTag {
  readonly value: string
  readonly decorator: ts.Decorator
}

function decoratorTag(node: ts.ClassLikeDeclaration, name: string, resolver: Resolver): DecoratorTag | undefined {
  return decoratorTags(node, name, resolver)[0]
}

function decoratorTags(node: ts.ClassLikeDeclaration | ts.PropertyDeclaration, name: string, resolver: Resolver): DecoratorTag[] {
  return (ts.getDecorators(node) ?? []).flatMap((decorator): DecoratorTag[] => {
    const callee = ts.isCallExpression(decorator.expression) ? decorator.expression.expression : decorator.expression
    const library = resolver.libraryOf(resolver.symbolOf(callee))
    const tag = library && tagIn(library.tags, name)
    return tag ? [{ value: tag.value, decorator }] : []
  })
}
