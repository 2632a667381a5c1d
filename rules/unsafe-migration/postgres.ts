/**
 * Statements that hold up or break a PostgreSQL database in use.
 */
import { isBefore } from '../../src/model/migrations/database.js'
import { rewritesRows } from '../../src/model/migrations/postgres-types.js'
import { sameName } from '../../src/model/migrations/history.js'
import type { OperationOf, SchemaOperation, Version } from '../../src/model/migrations/types.js'
import type { Hazard, Lock, Situation } from './hazard.js'
import { alone, batches, inLaterMigration, listed, quickly, quoted } from './recipes.js'
import { judgeRows } from './rows.js'

type Said = Omit<Hazard, 'operation' | 'table' | 'severity' | 'confidence' | 'isAboutVolume'> & Partial<Pick<Hazard, 'severity' | 'confidence' | 'isAboutVolume'>>

/** What is wrong with one operation; undefined where nothing is. */
export function judgePostgres(operation: SchemaOperation, situation: Situation): Hazard | undefined {
  const table = 'table' in operation ? operation.table : undefined
  const said = whatIsWrong(operation, situation)
  return said && { severity: 'high', confidence: 'high', isAboutVolume: true, ...said, operation, table }
}

function whatIsWrong(operation: SchemaOperation, situation: Situation): Said | undefined {
  // Whatever is done to a table without rows is done at once; what may not stand in a transaction may not all the same.
  switch (operation.kind) {
    case 'create-index':
    case 'drop-index':
    case 'reindex':
      return ofIndex(operation, situation)
    case 'add-enum-value':
      return ofEnum(operation, situation)
  }
  const table = 'table' in operation ? operation.table : undefined
  if (table !== undefined && situation.isNew(table) && operation.kind !== 'copy-rows') return undefined
  switch (operation.kind) {
    case 'add-column':
      return ofNewColumn(operation, situation)
    case 'set-not-null':
      return ofNotNull(operation, situation)
    case 'alter-type':
      return ofType(operation, situation)
    case 'add-foreign-key':
      return ofForeignKey(operation, situation)
    case 'add-check':
      return ofCheck(operation)
    case 'add-unique':
      return ofUnique(operation, situation)
    case 'add-exclusion':
      return {
        kind: 'unique',
        confidence: 'medium',
        message: `Adding an exclusion constraint to ${operation.table} keeps everybody from reading and writing it until its index is built`,
        why: 'ACCESS EXCLUSIVE is held while the index is built, and PostgreSQL has no way to build this one beside other work. Add it in a maintenance window, or to a new table that takes the place of this one.',
        title: 'Do it while nobody uses the table, and give up instead of waiting.',
        recipe: quickly(`ALTER TABLE ${quoted(operation.table)} ADD CONSTRAINT ${quoted(operation.name ?? 'name')} EXCLUDE USING gist (...);`),
      }
    case 'validate-constraint':
      return ofValidation(operation, situation)
    case 'rewrite-table':
      return {
        kind: 'rewrite',
        message: `${operation.what} writes ${operation.table} again, row by row, and nobody can read or write it meanwhile`,
        why: 'ACCESS EXCLUSIVE is held until the copy is done, and queries pile up behind it. Do it in a maintenance window, or with a tool that copies beside the running work.',
        title: 'Copy the table beside the running work.',
        recipe: ['-- outside of the migration; reads and writes go on', `pg_repack --table=${operation.table}`],
      }
    case 'update':
    case 'delete':
    case 'copy-rows':
      return judgeRows(operation, situation)
    default:
      return undefined
  }
}

function ofIndex(operation: OperationOf<'create-index' | 'drop-index' | 'reindex'>, situation: Situation): Said | undefined {
  const { statement, migration, history } = situation
  const table = operation.kind === 'drop-index' ? (operation.table ?? history.tableOfIndex(operation.name)) : operation.kind === 'reindex' ? operation.target : operation.table
  const what = operation.kind === 'create-index' ? 'CREATE INDEX CONCURRENTLY' : operation.kind === 'drop-index' ? 'DROP INDEX CONCURRENTLY' : 'REINDEX CONCURRENTLY'
  if (operation.isConcurrent) {
    if (!statement.transaction) return undefined
    // Flyway runs such a statement outside of a transaction by itself, where it stands alone.
    if (migration.tool === 'flyway' && statement.transaction.opened === 'tool' && migration.statements.length === 1) return undefined
    const opened = statement.transaction.opened
    const why = opened === 'written' ? 'it stands between BEGIN and COMMIT' : opened === 'script' ? `${named(migration.tool)} sends the whole file at once, which PostgreSQL runs as one transaction` : `${named(migration.tool)} runs migrations in a transaction`
    return {
      kind: 'concurrent-in-transaction',
      isAboutVolume: false,
      message: `${what} fails: ${why}`,
      why: 'PostgreSQL refuses it inside a transaction block, because it waits for all other transactions twice. The deployment stops here with nothing done. Give it a migration of its own that runs without a transaction.',
      title: 'Run it outside of a transaction.',
      recipe: alone(migration, `${statement.language === 'sql' ? statement.text : `${what} ...`};`),
    }
  }
  if (table !== undefined && situation.isNew(table)) return undefined
  if (operation.kind === 'create-index') {
    const kind = operation.isUnique ? 'UNIQUE INDEX' : 'INDEX'
    const name = operation.name ?? [operation.table, ...operation.columns, operation.isUnique ? 'key' : 'idx'].join('_')
    return {
      kind: 'index',
      message: `Building the index on ${operation.table}${operation.columns.length > 0 ? ` (${operation.columns.join(', ')})` : ''} keeps everybody from writing to the table until it is done`,
      why: 'CREATE INDEX takes a SHARE lock for the whole build: reads go on; every INSERT, UPDATE and DELETE waits, and requests with them. With CONCURRENTLY writes go on; it may not run in a transaction.',
      title: `Build it with CONCURRENTLY.`,
      recipe: alone(migration, `CREATE ${kind} CONCURRENTLY IF NOT EXISTS ${quoted(name)} ON ${quoted(operation.table)} (${listed(operation.columns)});`, '-- a build that fails leaves an INVALID index behind: drop it, and build again'),
    }
  }
  if (operation.kind === 'reindex')
    return {
      kind: 'reindex',
      message: `REINDEX of ${operation.target} keeps everybody from writing, and reads that would use the index wait too, until it is built again`,
      why: 'It takes SHARE on the table and ACCESS EXCLUSIVE on the index. From PostgreSQL 12 on, REINDEX CONCURRENTLY builds beside the running work.',
      title: 'Build it again with CONCURRENTLY.',
      recipe: alone(migration, `REINDEX ${operation.isTable ? 'TABLE' : 'INDEX'} CONCURRENTLY ${quoted(operation.target)};`),
    }
  if (situation.isNewIndex(operation.name)) return undefined
  return {
    kind: 'drop-index',
    severity: 'medium',
    // It waits like any other change of the table, and is over in a moment.
    confidence: 'low',
    message: `DROP INDEX ${operation.name} waits for every query on ${table ?? 'its table'}, and everybody else waits behind it`,
    why: 'It needs ACCESS EXCLUSIVE on the table: one long query in front of it is enough to hold up all reads and writes that come after. With CONCURRENTLY nothing waits; it may not run in a transaction.',
    title: 'Drop it with CONCURRENTLY.',
    recipe: alone(migration, `DROP INDEX CONCURRENTLY IF EXISTS ${quoted(operation.name)};`),
  }
}

function ofNewColumn({ table, column }: OperationOf<'add-column'>, { migration }: Situation): Said | undefined {
  const { version } = migration.database
  const type = column.type?.text ?? 'type'
  const add = `ALTER TABLE ${quoted(table)} ADD COLUMN ${quoted(column.name)} ${type}`
  const subject = `${table}.${column.name}`
  if (column.generated === 'identity' || column.generated === 'stored')
    return {
      kind: 'rewriting-column',
      message: `Adding ${subject} writes all of ${table} again, and nobody can read or write it meanwhile`,
      why: `${column.generated === 'identity' ? 'A serial or identity column counts every row' : 'A stored generated column is computed for every row'}, and ACCESS EXCLUSIVE is held until the last one is written. Add an empty column, fill it in batches, then let new rows have their value.`,
      title: 'Add the column empty, and fill it in batches.',
      recipe: [...quickly(`${add.replace(/\b(small|big)?serial\b/, (word) => (word === 'bigserial' ? 'bigint' : 'integer'))};`), ...batches(table, `${quoted(column.name)} = ...`, `${quoted(column.name)} IS NULL`)],
    }
  if (column.isNotNull && !column.default)
    return {
      kind: 'not-null-column',
      isAboutVolume: false,
      message: `Adding ${subject} as NOT NULL without a default fails as soon as ${table} has a row`,
      why: 'Rows that exist would have NULL there, so PostgreSQL refuses, and the deployment stops. An application that still runs the old code could not insert either. Add the column so that it may be NULL or with a constant default, fill it, and say NOT NULL then.',
      title: 'Add the column nullable, fill it in batches, then make it NOT NULL by a validated check.',
      recipe: [...quickly(`${add};`), ...batches(table, `${quoted(column.name)} = ...`, `${quoted(column.name)} IS NULL`), ...notNullSteps(table, column.name)],
    }
  const kind = column.default?.kind
  const isRewritten = kind === 'volatile' || kind === 'unknown' || (kind !== undefined && isOlder(version, [11, 0, 0]))
  if (isRewritten)
    return {
      kind: 'rewriting-column',
      confidence: kind === 'unknown' ? 'medium' : 'high',
      message: `Adding ${subject} with the default ${column.default?.text ?? ''} writes all of ${table} again, and nobody can read or write it meanwhile`,
      why: `${kind === 'constant' || kind === 'stable' ? 'Before PostgreSQL 11 every default is written into every row' : 'The default is another one for each row, so each of them has to be written'}, and ACCESS EXCLUSIVE is held until the last one is. Add the column without the default, set the default for new rows, and fill the old ones in batches.`,
      title: 'Add the column without the default, and fill old rows in batches.',
      recipe: [
        ...quickly(`${add};`, `ALTER TABLE ${quoted(table)} ALTER COLUMN ${quoted(column.name)} SET DEFAULT ${column.default?.text ?? '...'};`),
        ...batches(table, `${quoted(column.name)} = ${column.default?.text ?? '...'}`, `${quoted(column.name)} IS NULL`),
        ...(column.isNotNull ? notNullSteps(table, column.name) : []),
      ],
    }
  if (column.isUnique || column.isPrimary)
    return {
      kind: 'unique-column',
      message: `Adding ${subject} as ${column.isPrimary ? 'PRIMARY KEY' : 'UNIQUE'} keeps everybody from reading and writing ${table} until its index is built`,
      why: 'The index is built in the statement that holds ACCESS EXCLUSIVE. Add the column alone, build the index with CONCURRENTLY, and make the constraint of it.',
      title: 'Add the column, build the index with CONCURRENTLY, then add the constraint with it.',
      recipe: [...quickly(`${add};`), ...uniqueSteps(table, [column.name], `${table}_${column.name}_key`, column.isPrimary, { tool: migration.tool })],
    }
  if (column.hasCheck) return ofCheck({ kind: 'add-check', name: `${table}_${column.name}_check`, table, notNullColumn: undefined, isNotValid: false })
  // A new column of NULLs refers to nothing, which is known without looking.
  return column.references !== undefined && column.default ? ofKey(table, [column.name], column.references, `${table}_${column.name}_fkey`, false) : undefined
}

function ofNotNull({ table, column }: OperationOf<'set-not-null'>, { migration, history }: Situation): Said | undefined {
  if (history.isNotNull(table, column)) return undefined
  const knowsChecks = !isOlder(migration.database.version, [12, 0, 0])
  if (knowsChecks && history.isCheckedNotNull(table, column)) return undefined
  return {
    kind: 'not-null',
    message: `SET NOT NULL on ${table}.${column} reads the whole table while nobody can read or write it`,
    why: knowsChecks
      ? 'ACCESS EXCLUSIVE is held while every row is looked at. Add a CHECK (... IS NOT NULL) as NOT VALID and validate it in a later migration, which lets writes go on; with it SET NOT NULL needs to look at nothing.'
      : 'ACCESS EXCLUSIVE is held while every row is looked at. Before PostgreSQL 12 nothing avoids that; a validated CHECK (... IS NOT NULL) does the same without the long lock.',
    title: 'Validate a check first, so that SET NOT NULL has nothing to read.',
    recipe: notNullSteps(table, column).slice(1),
  }
}

function notNullSteps(table: string, column: string): string[] {
  const name = `${table}_${column}_not_null`
  return [
    '',
    ...quickly(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} CHECK (${quoted(column)} IS NOT NULL) NOT VALID;`),
    ...inLaterMigration(
      `ALTER TABLE ${quoted(table)} VALIDATE CONSTRAINT ${quoted(name)}; -- reads and writes go on`,
      `ALTER TABLE ${quoted(table)} ALTER COLUMN ${quoted(column)} SET NOT NULL; -- from PostgreSQL 12 on, the check says it`,
      `ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)};`,
    ),
  ]
}

function ofType({ table, column, type, isConverted }: OperationOf<'alter-type'>, { history }: Situation): Said | undefined {
  const from = history.typeOf(table, column)
  const isRewritten = rewritesRows(from, type, isConverted)
  if (isRewritten === false) return undefined
  const change = from ? `from ${from.text} to ${type.text}` : `to ${type.text}`
  return {
    kind: 'type',
    confidence: isRewritten === undefined ? 'low' : from === undefined ? 'medium' : 'high',
    message: `Changing ${table}.${column} ${change} writes all of ${table} and its indexes again, and nobody can read or write it meanwhile`,
    why: 'ACCESS EXCLUSIVE is held until the last row is written. Add a column of the new type, write both, copy in batches, and let the code move over.',
    title: 'Move to a new column in steps.',
    recipe: [
      ...quickly(`ALTER TABLE ${quoted(table)} ADD COLUMN ${quoted(`${column}_new`)} ${type.text};`),
      '-- the code, or a trigger, writes both columns from here on',
      ...batches(table, `${quoted(`${column}_new`)} = ${quoted(column)}::${type.text}`, `${quoted(`${column}_new`)} IS NULL AND ${quoted(column)} IS NOT NULL`),
      `-- the code reads ${column}_new; then, in a later migration, ${column} goes`,
    ],
  }
}

function ofForeignKey({ table, columns, target, name, isNotValid }: OperationOf<'add-foreign-key'>, situation: Situation): Said | undefined {
  if (isNotValid) return undefined
  const isFresh = columns.length > 0 && columns.every((column) => situation.isNewColumn(table, column))
  return ofKey(table, columns, target, name ?? `${table}_${columns.join('_')}_fkey`, isFresh)
}

/** @param isFresh the column was added just now: all rows have NULL, and are looked at all the same */
function ofKey(table: string, columns: readonly string[], target: string, name: string, isFresh: boolean): Said {
  return {
    kind: 'foreign-key',
    severity: isFresh ? 'medium' : 'high',
    message: `The foreign key from ${table}${columns.length > 0 ? ` (${columns.join(', ')})` : ''} to ${target} keeps everybody from writing to ${sameName(table, target) ? 'it' : 'both tables'} until every row of ${table} is checked`,
    why: 'SHARE ROW EXCLUSIVE is held on both tables while the rows are looked up: reads go on, writes wait. With NOT VALID it is there at once for new rows; VALIDATE CONSTRAINT, in a later migration, checks the old ones while writes go on.',
    title: 'Add it as NOT VALID, and validate it in a later migration.',
    recipe: [
      ...quickly(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} FOREIGN KEY (${listed(columns)}) REFERENCES ${quoted(target)} NOT VALID;`),
      ...inLaterMigration(`ALTER TABLE ${quoted(table)} VALIDATE CONSTRAINT ${quoted(name)};`),
    ],
  }
}

function ofCheck({ table, name, isNotValid, notNullColumn }: OperationOf<'add-check'>): Said | undefined {
  if (isNotValid) return undefined
  const constraint = quoted(name ?? `${table}_check`)
  return {
    kind: 'check',
    message: `The check on ${table} reads the whole table while nobody can read or write it`,
    why: 'ADD CONSTRAINT ... CHECK holds ACCESS EXCLUSIVE while every row is looked at. With NOT VALID it holds for new rows at once; VALIDATE CONSTRAINT, in a later migration, looks at the old ones while reads and writes go on.',
    title: 'Add it as NOT VALID, and validate it in a later migration.',
    recipe: [
      ...quickly(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${constraint} CHECK (${notNullColumn === undefined ? '...' : `${quoted(notNullColumn)} IS NOT NULL`}) NOT VALID;`),
      ...inLaterMigration(`ALTER TABLE ${quoted(table)} VALIDATE CONSTRAINT ${constraint};`),
    ],
  }
}

function ofUnique({ table, columns, name, usingIndex, isPrimary }: OperationOf<'add-unique'>, { migration }: Situation): Said | undefined {
  if (usingIndex !== undefined) return undefined
  const what = isPrimary ? 'primary key' : 'unique constraint'
  return {
    kind: 'unique',
    message: `The ${what} on ${table}${columns.length > 0 ? ` (${columns.join(', ')})` : ''} keeps everybody from reading and writing the table until its index is built`,
    why: 'ADD CONSTRAINT builds the index while it holds ACCESS EXCLUSIVE. Build a unique index with CONCURRENTLY first; ADD CONSTRAINT ... USING INDEX then takes a moment.',
    title: 'Build the index with CONCURRENTLY, then add the constraint with it.',
    recipe: uniqueSteps(table, columns, name ?? `${table}_${columns.join('_')}_${isPrimary ? 'pkey' : 'key'}`, isPrimary, migration),
  }
}

function uniqueSteps(table: string, columns: readonly string[], name: string, isPrimary: boolean, migration: { readonly tool: Situation['migration']['tool'] }): string[] {
  return [
    ...alone(migration as Situation['migration'], `CREATE UNIQUE INDEX CONCURRENTLY ${quoted(`${name}_idx`)} ON ${quoted(table)} (${listed(columns)});`),
    ...inLaterMigration(...quickly(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${isPrimary ? 'PRIMARY KEY' : 'UNIQUE'} USING INDEX ${quoted(`${name}_idx`)};`)),
  ]
}

function ofValidation({ table, name }: OperationOf<'validate-constraint'>, { statement, history }: Situation): Said | undefined {
  const constraint = history.constraint(table, name)
  if (!constraint || !statement.transaction || constraint.transaction?.id !== statement.transaction.id || constraint.statement.file !== statement.file || !constraint.isNotValid) return undefined
  const lock = constraint.kind === 'check' ? 'ACCESS EXCLUSIVE' : 'SHARE ROW EXCLUSIVE'
  const who = constraint.kind === 'check' ? 'nobody can read or write it' : 'nobody can write to it'
  return {
    kind: 'validate',
    message: `${name} is validated in the transaction that added it as NOT VALID, so ${table} is read from end to end while ${who}`,
    why: `ADD CONSTRAINT took ${lock}, and a lock is kept until the transaction ends: the lighter lock of VALIDATE CONSTRAINT is of no use there. Validate in a migration of its own, so that the first one is committed.`,
    title: 'Validate in a later migration.',
    recipe: ['-- in a migration of its own, after the one that adds it', `ALTER TABLE ${quoted(table)} VALIDATE CONSTRAINT ${quoted(name)};`],
    related: [{ statement: constraint.statement, label: `takes ${lock} on ${table}` }],
  }
}

function ofEnum({ type, value }: OperationOf<'add-enum-value'>, { statement, migration }: Situation): Said | undefined {
  const { transaction } = statement
  if (!transaction) return undefined
  if (isOlder(migration.database.version, [12, 0, 0]))
    return {
      kind: 'enum',
      isAboutVolume: false,
      message: `ALTER TYPE ${type} ADD VALUE '${value}' fails: before PostgreSQL 12 it may not run in a transaction`,
      why: 'The deployment stops here. Give it a migration of its own that runs without a transaction.',
      title: 'Run it outside of a transaction.',
      recipe: alone(migration, `ALTER TYPE ${quoted(type)} ADD VALUE IF NOT EXISTS '${value}';`),
    }
  const uses = migration.statements.slice(migration.statements.indexOf(statement) + 1).find((other) => other.transaction?.id === transaction.id && other.text.includes(`'${value}'`) && /^\s*(?:update|insert|alter\s+table|create\s+(?:unique\s+)?index)\b/i.test(other.text))
  return (
    uses && {
      kind: 'enum',
      isAboutVolume: false,
      message: `The new value '${value}' of ${type} is used in the transaction that adds it, which PostgreSQL refuses`,
      why: 'A new value of an enum may be used after its transaction is committed, not before: "unsafe use of new value". Add it in a migration of its own.',
      title: 'Add the value in an earlier migration.',
      recipe: ['-- in a migration of its own, before this one', `ALTER TYPE ${quoted(type)} ADD VALUE IF NOT EXISTS '${value}';`],
      related: [{ statement: uses, label: `uses '${value}'` }],
    }
  )
}

/** The lock that an operation on a table with rows leaves behind until its transaction ends. */
export function lockOf(operation: SchemaOperation, { statement, isNew }: Situation): Lock[] {
  const table = 'table' in operation ? operation.table : undefined
  if (table === undefined) return []
  const lock = (name: string, mode: Lock['mode']): Lock[] => (isNew(name) ? [] : [{ table: name, mode, statement }])
  switch (operation.kind) {
    case 'create-table':
      // Keys of a new table lock what they refer to.
      return operation.columns.flatMap(({ references }) => (references === undefined ? [] : lock(references, 'SHARE ROW EXCLUSIVE')))
    case 'create-index':
      return operation.isConcurrent ? [] : lock(table, 'SHARE')
    case 'add-foreign-key':
      return [...lock(table, 'SHARE ROW EXCLUSIVE'), ...lock(operation.target, 'SHARE ROW EXCLUSIVE')]
    case 'drop-table':
    case 'rename-table':
    case 'add-column':
    case 'drop-column':
    case 'rename-column':
    case 'alter-type':
    case 'set-not-null':
    case 'drop-not-null':
    case 'set-default':
    case 'add-check':
    case 'add-unique':
    case 'add-exclusion':
    case 'drop-constraint':
    case 'rewrite-table':
    case 'truncate':
      return lock(table, 'ACCESS EXCLUSIVE')
    case 'drop-index':
      return operation.isConcurrent ? [] : lock(table, 'ACCESS EXCLUSIVE')
    case 'lock-table':
      return operation.mode === 'ACCESS EXCLUSIVE' || operation.mode === 'EXCLUSIVE' ? lock(table, 'ACCESS EXCLUSIVE') : []
    default:
      return []
  }
}

function isOlder(version: Version | undefined, than: Version): boolean {
  return version !== undefined && isBefore(version, than)
}

const NAMES: Readonly<Record<string, string>> = { prisma: 'Prisma', typeorm: 'TypeORM', knex: 'Knex', kysely: 'Kysely', 'mikro-orm': 'MikroORM', drizzle: 'drizzle', supabase: 'supabase', flyway: 'Flyway', sequelize: 'Sequelize', unknown: 'the runner' }

function named(tool: string): string {
  return NAMES[tool] ?? tool
}
