/**
 * Tables of a workspace, from schema files, entity declarations and SQL.
 */
import type { Problem } from '../findings/finding.js'
import { append } from '../findings/multimap.js'
import { loadSqlParser } from '../sql/parsers.js'
import type { Workspace } from '../workspace/types.js'
import { readEntityTables } from './entity-tables.js'
import { readPrismaTables } from './prisma-tables.js'
import type { Program } from './program.js'
import type { Resolver } from './resolver.js'
import { readSqlTables, sqlSources, type SqlSources } from './sql-tables.js'
import type { Table } from './types.js'

export class Tables {
  private entities: (() => readonly Table[]) | undefined
  private known: Index | undefined

  private constructor(
    private readonly schema: readonly Table[],
    private readonly sqlFiles: SqlSources,
    /** Schema files that were not understood in full. */
    readonly problems: readonly Problem[],
  ) {}

  /** Reads schema files; SQL is read when a table is first asked for. What does not parse becomes a problem of its own. */
  static async read(workspace: Workspace): Promise<Tables> {
    const { tables, problems } = await readPrismaTables(workspace.files)
    const sqlFiles = sqlSources(workspace.files)
    if (sqlFiles.whole.length + sqlFiles.besideSchema.length > 0) await loadSqlParser()
    return new Tables(tables, sqlFiles, problems)
  }

  /** Adds tables that entity classes and table objects declare; they are read when a table is first asked for. */
  readEntities(program: Program, resolver: Resolver): void {
    this.entities = () => readEntityTables(program, resolver)
    this.known = undefined
  }

  /** Each table once: what a schema or entity declares comes before SQL and is completed by it. */
  get all(): readonly Table[] {
    return this.index().all
  }

  /**
   * By the name the code uses or the name in the database, any case. Spellings with and without underscores, and
   * singular and plural, mean the same where only one table fits.
   */
  find(name: string | undefined): Table | undefined {
    if (name === undefined) return undefined
    const { exact, loose } = this.index()
    const found = exact.get(name.toLowerCase())
    if (found) return found
    const alike = loose.get(loosely(name))
    return alike?.size === 1 ? [...alike][0] : undefined
  }

  private index(): Index {
    this.known ??= indexOf([...this.schema, ...(this.entities?.() ?? [])], readSqlTables(this.sqlFiles))
    return this.known
  }
}

interface Index {
  readonly all: readonly Table[]
  readonly exact: ReadonlyMap<string, Table>
  readonly loose: ReadonlyMap<string, ReadonlySet<Table>>
}

function indexOf(declared: readonly Table[], sql: readonly Table[]): Index {
  const inDatabase = new Map(sql.map((table) => [loosely(table.databaseName), table]))
  const names = new Set(declared.map((table) => loosely(table.databaseName)))
  const all = mirrored([...united(declared).map((table) => complete(table, inDatabase.get(loosely(table.databaseName)))), ...sql.filter((table) => !names.has(loosely(table.databaseName)) && (table.columns.length > 0 || table.uniqueKeys.length > 0 || table.relations.length > 0))])
  const exact = new Map<string, Table>()
  // What the code says comes before what the database says.
  for (const key of ['name', 'databaseName'] as const) for (const table of all) if (!exact.has(table[key])) exact.set(table[key], table)
  const loose = new Map<string, Set<Table>>()
  for (const table of all) for (const name of [table.name, table.databaseName]) loose.set(loosely(name), (loose.get(loosely(name)) ?? new Set()).add(table))
  return { all, exact, loose }
}

/**
 * Tables that one package declares twice (a script of its own has a model of three columns for a collection) have the
 * unique keys of both: what one of them says holds in the database.
 */
function united(declared: readonly Table[]): readonly Table[] {
  const groups = new Map<string, Table[]>()
  for (const table of declared) append(groups, `${table.place.file.package.directory} ${loosely(table.databaseName)}`, table)
  return declared.flatMap((table) => {
    const same = groups.get(`${table.place.file.package.directory} ${loosely(table.databaseName)}`) ?? []
    if (same.length < 2) return [table]
    // `mongoose.model('User')` asks for what was declared elsewhere.
    if (table.columns.length === 0 && same.some(({ columns }) => columns.length > 0)) return []
    const uniqueKeys = [...new Map(same.flatMap((one) => one.uniqueKeys).map((key) => [key.join(), key])).values()]
    return [{ ...table, uniqueKeys, partialKeys: same.flatMap((one) => one.partialKeys ?? []) }]
  })
}

/** What migrations say of a table that an entity declares: keys of the database hold for the code too. */
function complete(table: Table, sql: Table | undefined): Table {
  if (!sql) return table
  const keys = new Set(table.uniqueKeys.map((key) => key.join()))
  const uniqueKeys = [...table.uniqueKeys, ...sql.uniqueKeys.filter((key) => !keys.has(key.join()))]
  const partialKeys = [...(table.partialKeys ?? []), ...(sql.partialKeys ?? [])]
  // A schema of Prisma says everything but keys that hold for some of the rows.
  if (table.source === 'prisma') return { ...table, uniqueKeys, partialKeys }
  const relations = table.relations.map((relation) => {
    if ((relation.onDelete !== undefined && relation.onDelete !== 'no-action') || !relation.holdsKey) return relation
    const key = sql.relations.find((one) => loosely(one.target) === loosely(relation.target))
    return key ? { ...relation, onDelete: key.onDelete } : relation
  })
  const known = new Set(relations.map((relation) => loosely(relation.target)))
  relations.push(...sql.relations.filter((relation) => !known.has(loosely(relation.target))))
  return { ...table, uniqueKeys, partialKeys, relations }
}

/** The side without the key says what its counterpart does on delete, where there is only one it can be. */
function mirrored(tables: readonly Table[]): Table[] {
  const byName = new Map(tables.flatMap((table) => [table.databaseName, table.name].map((name) => [name, table] as const)))
  return tables.map((table) => {
    if (table.source === 'prisma' || table.relations.every((relation) => relation.holdsKey || relation.onDelete !== undefined)) return table
    return {
      ...table,
      relations: table.relations.map((relation) => {
        if (relation.holdsKey || relation.onDelete !== undefined) return relation
        const names = [table.name, table.databaseName]
        const counterparts = (byName.get(relation.target)?.relations ?? []).filter((other) => other.holdsKey && names.includes(other.target))
        return counterparts.length === 1 ? { ...relation, onDelete: counterparts[0]?.onDelete } : relation
      }),
    }
  })
}

/** One spelling for `OrderItem`, `order_items`, `OrderItemEntity`. */
function loosely(name: string): string {
  const plain = name.toLowerCase().replaceAll('_', '').replace(/(?:entity|model|table)$/, '')
  if (/(?:ss|us|is)$/.test(plain)) return plain
  if (plain.endsWith('ies')) return plain.replace(/ies$/, 'y')
  return plain.replace(/(?<=x|ch|sh|ss|us)es$|s$/, '')
}
