/**
 * Which files of a workspace are migrations, in which order they run, and what runs them.
 */
import type { WorkspaceFile } from '../../workspace/types.js'
import type { MigrationTool, Wrapping } from './types.js'

/** A file that migrates, before it is read. */
export interface Source {
  readonly file: WorkspaceFile
  readonly tool: MigrationTool
  /** Directory of the series, relative to the root. */
  readonly series: string
  readonly wrapping: Wrapping
  /** Offsets of the way there, where one file holds both ways. */
  readonly range: { readonly start: number; readonly end: number }
  /** 0 for the newest of the series. */
  readonly age: number
  /** When it was written, by the date in its name: milliseconds since 1970. */
  readonly time: number | undefined
}

type Layout = Pick<Source, 'tool' | 'series' | 'wrapping'> & { readonly range?: Source['range'] }

/** Marks that divide a file into its two ways, and who reads them. */
const MARKS: readonly { readonly tool: MigrationTool; readonly up: RegExp; readonly down: RegExp; readonly alone: RegExp }[] = [
  { tool: 'dbmate', up: /^--[ \t]*migrate:up\b(.*)$/m, down: /^--[ \t]*migrate:down\b/m, alone: /transaction:false/ },
  { tool: 'goose', up: /^--[ \t]*\+goose[ \t]+up\b(.*)$/im, down: /^--[ \t]*\+goose[ \t]+down\b/im, alone: /NO TRANSACTION/ },
  { tool: 'sql-migrate', up: /^--[ \t]*\+migrate[ \t]+up\b(.*)$/im, down: /^--[ \t]*\+migrate[ \t]+down\b/im, alone: /notransaction/i },
  { tool: 'node-pg-migrate', up: /^[ \t]*--[\s-]*up\s+migration\b(.*)$/im, down: /^[ \t]*--[\s-]*down\s+migration\b/im, alone: /(?!)/ },
  { tool: 'unknown', up: /^--[ \t]*@?up\b[ \t]*$()/im, down: /^--[ \t]*@?(?:down|undo)\b[ \t]*$/im, alone: /(?!)/ },
]

/** Scripts that undo, and dumps of a whole schema. */
const NOT_FORWARD = /(?:^|[/._-])(?:downs?|undo|rollbacks?|revert)(?:[/._-]|\.sql$)|(?:^|\/)U[\d._]+__[^/]*\.sql$|(?:^|\/)(?:schema|structure|dump|seed|seeds|init-db|drop|reset|truncate)\.sql$/i
const OF_OTHERS = /(?:^|\/)(?:examples?|samples?|demos?|docs?|documentation|fixtures?|__tests__|tests?|node_modules)\//i
const SURFACES = new Set<WorkspaceFile['surface']>(['production', 'migration'])

/** A file by its path relative to the root. */
type Find = (relative: string) => WorkspaceFile | undefined

/** All migrations, grouped by series and from the oldest to the newest. */
export function findSources(files: readonly WorkspaceFile[], find: Find): Source[] {
  const sqlFolders = numberedFolders(files)
  const series = new Map<string, { file: WorkspaceFile; layout: Layout }[]>()
  for (const file of files) {
    if (!SURFACES.has(file.surface) || OF_OTHERS.test(file.relative)) continue
    const layout = file.kind === 'sql' ? sqlLayout(file, find, sqlFolders) : file.kind === 'source' ? codeLayout(file) : undefined
    if (!layout) continue
    const key = `${layout.series}\0${file.kind}`
    const known = series.get(key)
    if (known) known.push({ file, layout })
    else series.set(key, [{ file, layout }])
  }
  return [...series.values()].flatMap((members) => {
    const keys = orderKeys(members.map(({ file, layout }) => file.relative.slice(layout.series === '' ? 0 : layout.series.length + 1)))
    const ordered = members.map((member, index) => ({ ...member, key: keys[index] ?? { version: [], rest: '' } })).sort((left, right) => compareKeys(left.key, right.key) || (left.file.relative < right.file.relative ? -1 : 1))
    return ordered.map(({ file, layout }, index) => ({ file, tool: layout.tool, series: layout.series, wrapping: layout.wrapping, range: layout.range ?? { start: 0, end: file.text().length }, age: ordered.length - 1 - index, time: timeIn(file.relative.slice(layout.series.length)) }))
  })
}

function sqlLayout(file: WorkspaceFile, find: Find, numbered: ReadonlySet<string>): Layout | undefined {
  if (NOT_FORWARD.test(file.relative)) return undefined
  const folder = directoryOf(file.relative)
  const name = file.relative.slice(folder === '' ? 0 : folder.length + 1)
  const isInFolder = file.surface === 'migration' || numbered.has(folder) || /(?:^|\/)drizzle(?:\/|$)/.test(folder)
  const text = file.text()
  const marked = MARKS.find(({ up, down, tool }) => up.test(text) && (tool !== 'unknown' || down.test(text)))
  if (marked && (isInFolder || marked.tool !== 'unknown')) return { tool: marked.tool, series: folder, ...markedRange(text, marked) }
  if (name === 'migration.sql') {
    const series = directoryOf(folder)
    if (find(`${folder}/snapshot.json`)) return { tool: 'drizzle', series, wrapping: 'transaction' }
    return isInFolder || find(join(series, 'migration_lock.toml')) ? { tool: 'prisma', series, wrapping: 'script' } : undefined
  }
  const journal = find(join(folder, 'meta/_journal.json'))
  const isDrizzle = /^-->[ \t]*statement-breakpoint/m.test(text)
  // What the journal does not list, its migrator does not run.
  if (journal && !isDrizzle && !journal.text().includes(`"${name.replace(/\.sql$/, '')}"`)) return { tool: 'unknown', series: folder, wrapping: 'unknown' }
  if (journal || isDrizzle) return { tool: 'drizzle', series: folder, wrapping: 'transaction' }
  if (/^V\d[\d._]*__/.test(name)) return { tool: 'flyway', series: folder, wrapping: 'transaction' }
  // A repeatable migration of Flyway holds views and functions.
  if (/^R__/.test(name)) return undefined
  if (/\.do\.[^/]*\.?sql$|\.do\.sql$/i.test(name)) return { tool: 'postgrator', series: folder, wrapping: 'script' }
  if (/(?:^|\/)supabase\/migrations$/.test(folder)) return { tool: 'supabase', series: folder, wrapping: 'transaction' }
  if (!isInFolder) return undefined
  if (/\.up\.sql$/i.test(name)) return { tool: 'golang-migrate', series: folder, wrapping: 'script' }
  if (file.package.dependencies.has('postgres-migrations')) return { tool: 'postgres-migrations', series: folder, wrapping: /^--[ \t]*postgres-migrations disable-transaction/m.test(text) ? 'none' : 'transaction' }
  if (file.package.dependencies.has('node-pg-migrate')) return { tool: 'node-pg-migrate', series: folder, wrapping: 'transaction' }
  return { tool: 'unknown', series: folder, wrapping: 'unknown' }
}

function markedRange(text: string, { up, down, alone }: (typeof MARKS)[number]): { wrapping: Wrapping; range: Source['range'] } {
  const opens = up.exec(text)
  const start = (opens?.index ?? 0) + (opens?.[0].length ?? 0)
  const close = down.exec(text)
  const end = close && close.index > start ? close.index : text.length
  return { wrapping: alone.test(opens?.[1] ?? '') || /^--[ \t]*\+goose[ \t]+NO TRANSACTION/im.test(text) ? 'none' : 'transaction', range: { start, end } }
}

/** Words by which a source file says what runs it, the surest first. */
const TOOLS: readonly (readonly [MigrationTool, RegExp])[] = [
  ['typeorm', /\bMigrationInterface\b|\bqueryRunner\b/],
  ['mikro-orm', /@mikro-orm\/migrations|\bthis\.addSql\(/],
  ['node-pg-migrate', /\bpgm\b|node-pg-migrate/],
  ['sequelize', /\bqueryInterface\b|\bQueryInterface\b|sequelize-cli/],
  ['kysely', /\bkysely\b|\bKysely\b/],
  ['db-migrate', /\bdb\.runSql\(|db-migrate/],
  ['knex', /\b[Kk]nex\b|\.schema\s*\.\s*(?:create|alter|drop|has|rename|raw|table|with)/],
  ['slonik', /slonik/],
]

/** Tools by dependency, for files that do not say it. */
const BY_DEPENDENCY: readonly (readonly [MigrationTool, string])[] = [
  ['typeorm', 'typeorm'], ['mikro-orm', '@mikro-orm/core'], ['node-pg-migrate', 'node-pg-migrate'], ['sequelize', 'sequelize'], ['kysely', 'kysely'], ['db-migrate', 'db-migrate'], ['knex', 'knex'], ['slonik', 'slonik'],
] // prettier-ignore

const WRAPPING: Readonly<Partial<Record<MigrationTool, Wrapping>>> = {
  typeorm: 'transaction', knex: 'transaction', 'mikro-orm': 'transaction', kysely: 'transaction', 'node-pg-migrate': 'transaction', 'db-migrate': 'transaction', sequelize: 'none',
} // prettier-ignore

function codeLayout(file: WorkspaceFile): Layout | undefined {
  const isDeclared = file.surface !== 'migration'
  // Elsewhere than in a folder of migrations only a class says so.
  if (isDeclared && !/\bimplements\s+MigrationInterface\b|\bextends\s+Migration\b/.test(file.text())) return undefined
  if (/\.d\.[cm]?ts$|(?:^|\/)(?:index|types|utils?|helpers?|lib|migrator|runner)\.[cm]?[jt]sx?$/.test(file.relative)) return undefined
  const text = file.text()
  if (!/\bup\b/.test(text)) return undefined
  const tool = TOOLS.find(([, words]) => words.test(text))?.[0] ?? BY_DEPENDENCY.find(([, name]) => file.package.dependencies.has(name))?.[0] ?? 'unknown'
  return { tool, series: seriesOfCode(file), wrapping: WRAPPING[tool] ?? 'unknown' }
}

/** `migrations/20240101-add/migration.ts` belongs to `migrations`. */
function seriesOfCode(file: WorkspaceFile): string {
  const folder = directoryOf(file.relative)
  return /(?:^|\/)(?:migration|index|up)\.[cm]?[jt]s$/.test(file.relative) && /\/\d{6,}[^/]*$/.test(folder) ? directoryOf(folder) : folder
}

/** Folders of SQL files of which more than half begin with a number, the way migrations do. */
function numberedFolders(files: readonly WorkspaceFile[]): Set<string> {
  const counts = new Map<string, { all: number; numbered: number }>()
  for (const file of files) {
    if (file.kind !== 'sql' || file.surface !== 'production') continue
    const folder = directoryOf(file.relative)
    const count = counts.get(folder) ?? { all: 0, numbered: 0 }
    count.all++
    if (/^(?:V?\d{2,}[-_.]|\d+[-_.])/.test(file.relative.slice(folder === '' ? 0 : folder.length + 1))) count.numbered++
    counts.set(folder, count)
  }
  return new Set([...counts].flatMap(([folder, { all, numbered }]) => (numbered > 0 && numbered * 2 > all ? [folder] : [])))
}

/** `20240131120000_x`, `1706702400000-x`, `1706702400-x`, `2024-01-31-x`. */
function timeIn(name: string): number | undefined {
  const date = /(?<!\d)(20\d\d)[-_]?(0[1-9]|1[0-2])[-_]?(0[1-9]|[12]\d|3[01])/.exec(name)
  if (date) return Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3]))
  const epoch = /(?<!\d)(1[3-9]\d{8})(\d{3})?(?!\d)/.exec(name)
  return epoch ? Number(epoch[1]) * 1000 : undefined
}

interface Key {
  /** `V1.2__x`: 1, 2. */
  readonly version: readonly number[]
  readonly rest: string
}

/** By the time in the name where every name has one, else by its version, then as people sort names. */
function orderKeys(names: readonly string[]): Key[] {
  const times = names.map((name) => /(?<!\d)(?:\d{17}|\d{14}|\d{13}|\d{12}|\d{10}|20\d{6}T?\d{6}\w*)(?!\d)/.exec(name)?.[0].replace(/\D/g, ''))
  const lengths = new Set(times.map((time) => time?.length))
  if (!lengths.has(undefined) && lengths.size === 1) return times.map((time, index) => ({ version: [Number(time)], rest: names[index] ?? '' }))
  return names.map((name) => ({ version: (/^\D*?(\d+(?:[._]\d+)*)/.exec(name)?.[1] ?? '').split(/[._]/).map(Number), rest: name }))
}

function compareKeys(left: Key, right: Key): number {
  for (let index = 0; index < Math.min(left.version.length, right.version.length); index++) {
    const difference = (left.version[index] ?? 0) - (right.version[index] ?? 0)
    if (difference !== 0) return difference
  }
  return left.version.length - right.version.length || left.rest.localeCompare(right.rest, 'en', { numeric: true })
}

function directoryOf(relative: string): string {
  const at = relative.lastIndexOf('/')
  return at < 0 ? '' : relative.slice(0, at)
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}
