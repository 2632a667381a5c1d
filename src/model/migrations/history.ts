/**
 * What migrations have made of the schema so far: columns with their types, indexes and checks, in the order in which
 * statements run.
 */
import { UNKNOWN_TYPE, type ColumnType, type Migration, type NewColumn, type SchemaOperation, type Statement, type TransactionRun } from './types.js'

interface KnownColumn {
  readonly type: ColumnType | undefined
  readonly isNotNull: boolean
}

interface KnownConstraint {
  readonly isNotValid: boolean
  /** The column it keeps from being NULL. */
  readonly notNullColumn: string | undefined
  readonly kind: 'check' | 'foreign-key'
  readonly migration: Migration
  readonly transaction: TransactionRun | undefined
  readonly statement: Statement
}

/** Names of tables and columns compare without their case. */
export function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

export class SchemaHistory {
  private readonly tables = new Map<string, Map<string, KnownColumn>>()
  private readonly constraints = new Map<string, KnownConstraint>()
  private readonly indexes = new Map<string, { readonly table: string; readonly isUnique: boolean }>()
  private readonly enums = new Set<string>()

  /** Type of a column as the migrations so far leave it; undefined where none of them says so. */
  typeOf(table: string, column: string): ColumnType | undefined {
    return this.tables.get(key(table))?.get(key(column))?.type
  }

  isNotNull(table: string, column: string): boolean {
    return this.tables.get(key(table))?.get(key(column))?.isNotNull === true
  }

  tableOfIndex(name: string): string | undefined {
    return this.indexes.get(key(name))?.table
  }

  constraint(table: string, name: string): KnownConstraint | undefined {
    return this.constraints.get(key(table, name))
  }

  /** A check that holds for all rows says that the column is never NULL. */
  isCheckedNotNull(table: string, column: string): boolean {
    return [...this.constraints].some(([name, { isNotValid, notNullColumn }]) => !isNotValid && notNullColumn !== undefined && sameName(notNullColumn, column) && name.startsWith(`${key(table)}\0`))
  }

  isEnum(type: string): boolean {
    return this.enums.has(key(type))
  }

  /** Takes over what a statement does. */
  apply(statement: Statement, migration: Migration): void {
    for (const operation of statement.operations) this.applyOne(operation, statement, migration)
  }

  private applyOne(operation: SchemaOperation, statement: Statement, migration: Migration): void {
    switch (operation.kind) {
      case 'create-table':
        this.tables.set(key(operation.table), new Map(operation.columns.map((column) => [key(column.name), known(column)])))
        return
      case 'drop-table':
        this.tables.delete(key(operation.table))
        return
      case 'rename-table': {
        const columns = this.tables.get(key(operation.table))
        this.tables.delete(key(operation.table))
        if (columns) this.tables.set(key(operation.to), columns)
        return
      }
      case 'add-column':
        this.columnsOf(operation.table).set(key(operation.column.name), known(operation.column))
        return
      case 'drop-column':
        this.columnsOf(operation.table).delete(key(operation.column))
        return
      case 'rename-column': {
        const columns = this.columnsOf(operation.table)
        const column = columns.get(key(operation.column))
        columns.delete(key(operation.column))
        if (column) columns.set(key(operation.to), column)
        return
      }
      case 'alter-type':
        this.change(operation.table, operation.column, { type: operation.type.name === UNKNOWN_TYPE ? undefined : operation.type, ...(operation.isNotNull !== undefined && { isNotNull: operation.isNotNull }) })
        return
      case 'set-not-null':
        this.change(operation.table, operation.column, { isNotNull: true })
        return
      case 'drop-not-null':
        this.change(operation.table, operation.column, { isNotNull: false })
        return
      case 'create-index':
        if (operation.name !== undefined) this.indexes.set(key(operation.name), { table: operation.table, isUnique: operation.isUnique })
        return
      case 'create-type':
        this.enums.add(key(operation.type))
        return
      case 'add-check':
      case 'add-foreign-key':
        if (operation.name === undefined) return
        this.constraints.set(key(operation.table, operation.name), {
          isNotValid: operation.isNotValid,
          notNullColumn: operation.kind === 'add-check' ? operation.notNullColumn : undefined,
          kind: operation.kind === 'add-check' ? 'check' : 'foreign-key',
          migration,
          transaction: statement.transaction,
          statement,
        })
        return
      case 'validate-constraint': {
        const constraint = this.constraints.get(key(operation.table, operation.name))
        if (constraint) this.constraints.set(key(operation.table, operation.name), { ...constraint, isNotValid: false })
        return
      }
      case 'drop-constraint':
        this.constraints.delete(key(operation.table, operation.name))
    }
  }

  private columnsOf(table: string): Map<string, KnownColumn> {
    const columns = this.tables.get(key(table)) ?? new Map<string, KnownColumn>()
    this.tables.set(key(table), columns)
    return columns
  }

  private change(table: string, column: string, change: Partial<KnownColumn>): void {
    const columns = this.columnsOf(table)
    columns.set(key(column), { type: undefined, isNotNull: false, ...columns.get(key(column)), ...change })
  }
}

function known({ type, isNotNull }: NewColumn): KnownColumn {
  return { type, isNotNull }
}

function key(...names: readonly string[]): string {
  return names.map((name) => name.toLowerCase()).join('\0')
}
