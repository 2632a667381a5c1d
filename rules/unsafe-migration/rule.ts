import { defineRule, type Report } from '../../src/engine/rule.js'
import type { Confidence, Severity } from '../../src/findings/finding.js'
import { SchemaHistory } from '../../src/model/migrations/history.js'
import type { Migration, SchemaOperation, Statement } from '../../src/model/migrations/types.js'
import type { Model } from '../../src/model/types.js'
import { fixesOf, FURTHER } from './fixes.js'
import type { Hazard, Lock, Situation } from './hazard.js'
import { judgeMysql } from './mysql.js'
import { judgePostgres, lockOf } from './postgres.js'
import { stillRead } from './still-read.js'
import { noLockTimeout, setsLockTimeout } from './timeout.js'

export default defineRule({
  id: 'unsafe-migration',
  severity: 'high',
  title: 'A migration locks a table that is in use, fails on its rows, or takes away what the code still reads.',
  category: 'anti-pattern',
  topic: 'architecture',
  handoff: 'devops',
  options: {
    newest: {
      type: 'number',
      default: 10,
      description: 'Migrations of each folder, counted from the newest, that can still be changed; findings in older ones have low confidence. 0: all of them.',
    },
    days: {
      type: 'number',
      default: 365,
      description: 'Days before the newest migration of the workspace, by the dates in their names, after which a migration counts as older all the same. 0: no limit.',
    },
  },
  check({ model, workspace, options, report }) {
    const [newest, days] = [Number(options['newest']), Number(options['days'])]
    const isBounded = model.migrations.length > 0 && setsLockTimeout(workspace)
    for (const migrations of byDatabase(model.migrations)) {
      const history = new SchemaHistory()
      for (const [index, migration] of migrations.entries()) {
        const later = migrations.slice(index + 1)
        const found = judge(migration, history, model, later, isBounded)
        const isApplied = (newest > 0 && migration.age >= newest) || (days > 0 && (migration.days ?? 0) > days)
        for (const { hazard, statement } of found) report(reportOf(hazard, statement, migration, model, isApplied))
      }
    }
  },
})

interface Found {
  readonly hazard: Hazard
  readonly statement: Statement
}

/** Series that change the same database, each from the oldest to the newest. */
function byDatabase(migrations: readonly Migration[]): Migration[][] {
  const groups = new Map<string, Migration[]>()
  for (const migration of migrations) {
    const key = `${migration.file.package.relative}\0${migration.database.dialect ?? ''}`
    const known = groups.get(key)
    if (known) known.push(migration)
    else groups.set(key, [migration])
  }
  return [...groups.values()]
}

/** Goes through a migration the way the database does. */
function judge(migration: Migration, history: SchemaHistory, model: Model, later: readonly Migration[], isBounded: boolean): Found[] {
  const tables = new Set<string>()
  const columns = new Set<string>()
  const indexes = new Set<string>()
  const settings = new Map<string, string>()
  const locks: Lock[] = []
  const found: Found[] = []
  for (const [position, statement] of migration.statements.entries()) {
    const situation: Situation = {
      migration,
      statement,
      history,
      settings,
      held: statement.transaction ? locks.filter((lock) => lock.statement.transaction?.id === statement.transaction?.id) : [],
      isNew: (table) => tables.has(table.toLowerCase()),
      isNewColumn: (table, column) => columns.has(`${table}.${column}`.toLowerCase()),
      isNewIndex: (name) => indexes.has(name.toLowerCase()),
    }
    const hazards = statement.operations.flatMap((operation) => [judgeOne(operation, situation) ?? [], stillRead(operation, situation, model, position, later) ?? []].flat())
    const worst = worstOf(hazards.filter((hazard) => !hazard.isAboutVolume || !isSmall(hazard.table, model)))
    if (worst) found.push({ hazard: worst, statement })
    for (const operation of statement.operations) {
      locks.push(...lockOf(operation, situation))
      note(operation, tables, columns, indexes, settings)
    }
    history.apply(statement, migration)
  }
  const once = withoutRepeats(found)
  const missing = isBounded || once.length > 0 ? undefined : noLockTimeout(migration, locks, settings, (table) => isSmall(table, model))
  return missing ? [...once, missing] : once
}

function judgeOne(operation: SchemaOperation, situation: Situation): Hazard | undefined {
  switch (situation.statement.dialect ?? situation.migration.database.dialect) {
    case 'postgres':
      return judgePostgres(operation, situation)
    case 'mysql':
    case 'mariadb':
      return judgeMysql(operation, situation)
    default:
      return undefined
  }
}

function note(operation: SchemaOperation, tables: Set<string>, columns: Set<string>, indexes: Set<string>, settings: Map<string, string>): void {
  switch (operation.kind) {
    case 'create-table':
      tables.add(operation.table.toLowerCase())
      return
    case 'rename-table':
      if (tables.delete(operation.table.toLowerCase())) tables.add(operation.to.toLowerCase())
      return
    case 'add-column':
      columns.add(`${operation.table}.${operation.column.name}`.toLowerCase())
      return
    case 'create-index':
      if (operation.name !== undefined) indexes.add(operation.name.toLowerCase())
      return
    case 'setting':
      settings.set(operation.name, operation.value)
  }
}

const SEVERE: readonly Severity[] = ['critical', 'high', 'medium', 'low']
const SURE: readonly Confidence[] = ['high', 'medium', 'low']

/** One statement is told of once, by the worst it does. */
function worstOf(hazards: readonly Hazard[]): Hazard | undefined {
  return [...hazards].sort((left, right) => SURE.indexOf(left.confidence) - SURE.indexOf(right.confidence) || SEVERE.indexOf(left.severity) - SEVERE.indexOf(right.severity))[0]
}

/** Findings of one kind in one migration, and of them about one table, at most; the rest is told on the way of the last. */
const MOST = { kind: 5, table: 3 }

/** A migration that does the same everywhere is told of a few times. */
function withoutRepeats(found: readonly Found[]): Found[] {
  const told: Found[] = []
  for (const one of found) {
    const { kind, confidence, table } = one.hazard
    const alike = told.filter(({ hazard }) => hazard.kind === kind && hazard.confidence === confidence)
    const sameTable = alike.filter(({ hazard }) => hazard.table?.toLowerCase() === table?.toLowerCase())
    const into = kind === 'still-read' ? undefined : alike.length >= MOST.kind ? alike.at(-1) : sameTable.length >= MOST.table ? sameTable.at(-1) : undefined
    if (!into) told.push(one)
    else told[told.indexOf(into)] = { ...into, hazard: { ...into.hazard, related: [...(into.hazard.related ?? []), { statement: one.statement, label: `${FURTHER}${one.hazard.message}` }] } }
  }
  return told
}

function isSmall(table: string | undefined, model: Model): boolean {
  return table !== undefined && model.tableSize(table) === 'small'
}

function reportOf(hazard: Hazard, statement: Statement, migration: Migration, model: Model, isApplied: boolean): Report {
  const isHuge = hazard.isAboutVolume && hazard.table !== undefined && model.tableSize(hazard.table) === 'huge'
  const steps = (hazard.related ?? []).map(({ statement: other, label }) => ({ file: other.file, start: other.start, end: other.end, label }))
  const uses = (hazard.uses ?? []).map(({ place, label }) => ({ ...place, label }))
  return {
    at: { file: statement.file, start: statement.start, end: statement.end },
    message: hazard.message,
    why: hazard.why,
    severity: isHuge && hazard.severity === 'high' ? 'critical' : hazard.severity,
    // What has run cannot be changed any more.
    confidence: isApplied ? 'low' : migration.database.isAssumed && hazard.confidence === 'high' && hazard.kind !== 'still-read' ? 'medium' : hazard.confidence,
    trace: [...steps, ...uses],
    fixes: fixesOf(hazard, statement, migration),
  }
}
