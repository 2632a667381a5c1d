/**
 * Which database migrations are for, and which version of it, from what the workspace says.
 */
import type { Workspace, WorkspaceFile } from '../../workspace/types.js'
import type { Source } from './sources.js'
import type { DatabaseDialect, DatabaseVersion, Version } from './types.js'

/** What the configuration says of a file's database. */
export interface DeclaredDatabase {
  readonly dialect?: string
  readonly version?: string | number
}

const SPELLINGS: Readonly<Record<string, DatabaseDialect>> = {
  postgresql: 'postgres', postgres: 'postgres', pg: 'postgres', 'postgres-js': 'postgres', pgnative: 'postgres', 'aurora-postgres': 'postgres', pglite: 'postgres',
  cockroachdb: 'cockroach', cockroach: 'cockroach', mysql: 'mysql', mysql2: 'mysql', 'aurora-mysql': 'mysql', singlestore: 'mysql', mariadb: 'mariadb',
  sqlite: 'sqlite', sqlite3: 'sqlite', 'better-sqlite3': 'sqlite', turso: 'sqlite', libsql: 'sqlite', d1: 'sqlite', sqljs: 'sqlite', mssql: 'mssql', sqlserver: 'mssql', clickhouse: 'clickhouse',
} // prettier-ignore

const FOLDER = /(?:^|[/_.-])(postgres(?:ql)?|pg|cockroach(?:db)?|mysql|mariadb|sqlite3?|mssql|sqlserver|clickhouse)(?=[/_.-])/i

/** Words that only one dialect has. */
const WORDS: readonly (readonly [DatabaseDialect, RegExp])[] = [
  ['clickhouse', /\bengine\s*=\s*\w*MergeTree|\bon\s+cluster\b|\bMATERIALIZED\s+VIEW\b[^;]*\bTO\b[^;]*\bAS\b|\bLowCardinality\(|\bmodify\s+ttl\b|\bFixedString\(/i],
  ['sqlite', /\bautoincrement\b|^\s*pragma\s|\bwithout\s+rowid\b|\bstrict\s*;/im],
  ['mysql', /`\w+`|\bauto_increment\b|\bengine\s*=\s*innodb\b|\bunsigned\b|\bmodify\s+(?:column\s+)?\w+\s+\w+|\bon\s+update\s+current_timestamp\b/i],
  ['mssql', /\bnvarchar\b|\bidentity\s*\(1,\s*1\)|^\s*GO\s*$|\bdatetime2\b/im],
  ['postgres', /\bconcurrently\b|\bjsonb\b|\btimestamptz\b|\b(?:big|small)?serial\b|::\w+|\bplpgsql\b|\bcreate\s+(?:type|extension|policy|schema)\b|\bcharacter varying\b|\bnot\s+valid\b|\buuid_generate_v4\b|\bgen_random_uuid\b|\$\$|\bwith time zone\b|\busing\s+(?:gin|gist|btree|hash)\b/i],
]

/** Answers for the migrations of one workspace. */
export class Databases {
  private readonly images: ReadonlyMap<DatabaseDialect, Version>
  private readonly bySeries = new Map<string, DatabaseDialect | undefined>()

  constructor(
    private readonly workspace: Workspace,
    private readonly declared: (relative: string) => DeclaredDatabase | undefined,
  ) {
    this.images = imagesOf(workspace.files)
  }

  /** The nearest word counts: the file's configuration, its folder, its tool's settings, its text, its drivers. */
  of(source: Source): DatabaseVersion {
    const { file } = source
    const said = this.declared(file.relative)
    const known = spelled(said?.dialect) ?? dialectOfPath(file.relative) ?? this.ofSeries(source) ?? (file.kind === 'sql' ? dialectOfText(file.text()) : undefined) ?? this.ofPackage(file)
    // Several drivers are several databases; none at all says nothing against the usual one.
    const isAssumed = known === undefined && drivers(file).length === 0 && !/`\w+`|\bauto_increment\b/i.test(file.kind === 'sql' ? file.text() : '')
    const dialect = isAssumed ? 'postgres' : known
    const version = said?.version !== undefined && (said.dialect === undefined || spelled(said.dialect) === dialect) ? parseVersion(String(said.version)) : undefined
    return { dialect, isAssumed, version: version ?? (dialect && this.images.get(dialect)) }
  }

  private ofSeries({ series }: Source): DatabaseDialect | undefined {
    if (!this.bySeries.has(series)) this.bySeries.set(series, this.readSeries(series))
    return this.bySeries.get(series)
  }

  private readSeries(series: string): DatabaseDialect | undefined {
    const at = (name: string) => this.workspace.file(`${this.workspace.root === '/' ? '' : this.workspace.root}/${series === '' ? '' : `${series}/`}${name}`)?.text()
    const lock = /^\s*provider\s*=\s*"(\w+)"/m.exec(at('migration_lock.toml') ?? '')?.[1]
    return spelled(lock) ?? spelled(/"dialect"\s*:\s*"(\w+)"/.exec(at('meta/_journal.json') ?? '')?.[1])
  }

  /** What the schema, the tool's configuration and the drivers of a package agree on. */
  private ofPackage(file: WorkspaceFile): DatabaseDialect | undefined {
    const key = `\0${file.package.relative}`
    if (!this.bySeries.has(key)) this.bySeries.set(key, only(this.schemas(file)) ?? only(this.settings(file)) ?? only(drivers(file)))
    return this.bySeries.get(key)
  }

  private schemas(file: WorkspaceFile): DatabaseDialect[] {
    return this.workspace.files.flatMap((one) =>
      one.kind === 'prisma' && one.package === file.package ? (dialectOfSchema(one.text()) ?? []) : [],
    )
  }

  private settings(file: WorkspaceFile): DatabaseDialect[] {
    return this.workspace.files.flatMap((one) => {
      if (one.kind !== 'source' && one.kind !== 'json') return []
      if (!/(?:^|\/)(?:knexfile|ormconfig|drizzle\.config|mikro-orm\.config|data-?source|typeorm(?:[.-]config)?|database|sequelize|config)\.(?:[cm]?[jt]s|json)$/i.test(one.relative) || one.package !== file.package) return []
      return [...one.text().matchAll(/\b(?:dialect|client|type|driver)['"]?\s*:\s*['"]([\w-]+)['"]/g)].flatMap(([, word]) => spelled(word) ?? [])
    })
  }
}

/** The database a schema is written for, where it says so. */
export function dialectOfSchema(text: string): DatabaseDialect | undefined {
  return spelled(/datasource\s+\w+\s*\{[^}]*?provider\s*=\s*"(\w+)"/.exec(text)?.[1])
}

/** The database that the drivers of a file's package are for, where there is one only. */
export function databaseOf(file: WorkspaceFile): DatabaseDialect | undefined {
  return only(drivers(file))
}

function drivers(file: WorkspaceFile): DatabaseDialect[] {
  const names: readonly (readonly [DatabaseDialect, readonly string[]])[] = [
    ['postgres', ['pg', 'postgres', 'pg-promise', 'slonik', '@neondatabase/serverless', '@vercel/postgres', 'node-pg-migrate', '@mikro-orm/postgresql', 'postgres-migrations', 'db-migrate-pg', 'pg-native', '@prisma/adapter-pg', '@supabase/supabase-js', 'graphile-migrate']],
    ['mysql', ['mysql', 'mysql2', '@mikro-orm/mysql', '@planetscale/database', 'db-migrate-mysql']],
    ['mariadb', ['mariadb', '@mikro-orm/mariadb']],
    ['sqlite', ['sqlite3', 'better-sqlite3', 'sqlite', '@libsql/client', '@mikro-orm/sqlite', '@vscode/sqlite3', 'sql.js']],
    ['mssql', ['mssql', 'tedious']],
  ] // prettier-ignore
  return names.flatMap(([dialect, packages]) => (packages.some((name) => file.package.dependencies.has(name)) ? [dialect] : []))
}

/** One answer, where there is one only. Beside a server, SQLite is for tests. */
function only(found: readonly DatabaseDialect[]): DatabaseDialect | undefined {
  const servers = [...new Set(found.filter((one) => one !== 'sqlite'))]
  return servers.length === 1 ? servers[0] : servers.length === 0 ? found[0] : undefined
}

function spelled(word: string | undefined): DatabaseDialect | undefined {
  return word === undefined ? undefined : SPELLINGS[word.toLowerCase()]
}

/** The folder of the dialect a migration is for, the innermost first. */
function dialectOfPath(relative: string): DatabaseDialect | undefined {
  const matches = [...relative.matchAll(new RegExp(FOLDER, 'gi'))]
  const found = matches.at(-1)?.[1]
  return found === undefined ? undefined : spelled(found)
}

function dialectOfText(text: string): DatabaseDialect | undefined {
  const code = text.replace(/--[^\n]*|\/\*[^]*?\*\//g, ' ')
  const found = WORDS.filter(([, pattern]) => pattern.test(code)).map(([dialect]) => dialect)
  return found.length === 1 || found[0] === 'clickhouse' ? found[0] : undefined
}

/** `postgres:16-alpine`, `pgvector/pgvector:pg16`, `mysql:8.0.29`, in compose files and workflows: the oldest of each. */
function imagesOf(files: readonly WorkspaceFile[]): Map<DatabaseDialect, Version> {
  const found = new Map<DatabaseDialect, Version>()
  for (const file of files) {
    if (file.kind !== 'yaml' || !/(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$|(?:^|\/)\.github\/workflows\//.test(file.relative)) continue
    for (const [, image = '', tag = ''] of file.text().matchAll(/^\s*image:\s*['"]?(?:[\w.-]+\/)*([\w-]+):([\w.-]+)/gm)) {
      const dialect: DatabaseDialect | undefined = /^(?:postgres|postgresql|postgis|pgvector|timescaledb?(?:-ha)?|alloydbomni)$/.test(image) ? 'postgres' : image === 'mysql' || image === 'mysql-server' ? 'mysql' : image === 'mariadb' ? 'mariadb' : undefined
      const version = dialect && parseVersion(/(?:^|pg|-)(\d+(?:\.\d+){0,2})/.exec(tag)?.[1] ?? '')
      if (!dialect || !version) continue
      const known = found.get(dialect)
      if (!known || isBefore(version, known)) found.set(dialect, version)
    }
  }
  return found
}

function parseVersion(text: string): Version | undefined {
  const match = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text.trim())
  if (!match) return undefined
  // An image tagged `8` or `8.0` is the newest of its line.
  return [Number(match[1]), Number(match[2] ?? 99), Number(match[3] ?? 99)]
}

/** Whether a version is older than another. */
export function isBefore(version: Version, other: Version): boolean {
  for (const index of [0, 1, 2] as const) if (version[index] !== other[index]) return version[index] < other[index]
  return false
}
