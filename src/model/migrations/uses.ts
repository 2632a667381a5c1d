/**
 * Code that needs a table or a column under its name in the database.
 */
import { ts } from 'ts-morph'
import { columnName } from '../column-names.js'
import type { Model, Operation, SchemaUse, Table } from '../types.js'

/** Places told of one table or column. */
const MOST = 5

/** Answers for one workspace; a table's operations are looked up once. */
export class SchemaUses {
  private byTable: Map<string, Operation[]> | undefined
  private declared: Map<string, Table> | undefined

  constructor(private readonly model: Model) {}

  of(table: string, column?: string): readonly SchemaUse[] {
    const declared = this.declaration(table)
    const operations = [...(this.operations.get(key(table)) ?? []), ...(declared ? (this.operations.get(key(declared.name)) ?? []) : [])]
    const used = [...new Set(operations)]
    if (column === undefined) return [...(declared ? [declarationOf(declared)] : []), ...used.map((operation) => useOf(operation, 'high'))].slice(0, MOST)
    if (declared && declares(declared, column)) return [declarationOf(declared, column), ...used.filter((operation) => mentions(operation, column)).map((operation) => useOf(operation, 'high'))].slice(0, MOST)
    // What the code calls so now is stored under another name.
    const isTaken = declared !== undefined && [...declared.columns, ...declared.relations].some((one) => columnName(one.name) === columnName(column))
    return used
      .filter((operation) => (declared && operation.sql.length === 0 ? !isTaken && names(operation, column, declared) : mentions(operation, column)))
      .map((operation) => useOf(operation, operation.sql.length > 0 || declared ? 'medium' : operation.confidence))
      .slice(0, MOST)
  }

  /** What the code declares under that name; a schema read from migrations is no code. */
  private declaration(table: string): Table | undefined {
    this.declared ??= new Map(this.model.tables.filter(({ source }) => source !== 'sql').map((one) => [key(one.databaseName), one]))
    return this.declared.get(key(table))
  }

  private get operations(): ReadonlyMap<string, Operation[]> {
    if (!this.byTable) {
      this.byTable = new Map()
      for (const operation of this.model.operations) {
        if (operation.kind !== 'query' || operation.access === 'ddl' || operation.table === undefined) continue
        const name = key(operation.table)
        const known = this.byTable.get(name)
        if (known) known.push(operation)
        else this.byTable.set(name, [operation])
      }
    }
    return this.byTable
  }
}

function declares(table: Table, column: string): boolean {
  const name = columnName(column)
  return (
    table.columns.some((one) => columnName(one.databaseName ?? one.name) === name) ||
    // An entity's relation holds its key in a column of this name.
    table.relations.some((relation) => table.source === 'entity' && relation.holdsKey && columnName(`${relation.name}_id`) === name)
  )
}

function declarationOf(table: Table, column?: string): SchemaUse {
  const field = column === undefined ? undefined : table.columns.find((one) => columnName(one.databaseName ?? one.name) === columnName(column))?.name
  const kind = table.source === 'prisma' ? 'model' : 'entity'
  return { place: table.place, label: column === undefined ? `${kind} ${table.label}` : `${kind} ${table.label} declares ${field ?? column}`, confidence: 'high' }
}

function useOf(operation: Operation, confidence: SchemaUse['confidence']): SchemaUse {
  const { node } = operation.call
  return { place: { file: operation.unit.file, start: node.getStart(), end: node.getEnd() }, label: `${operation.label} in ${operation.unit.name}`, confidence }
}

/** The column is a key, or a text of its own, in what the operation is given, and not inside what is said of a related table. */
function names(operation: Operation, column: string, table: Table): boolean {
  const related = new Set(table.relations.map(({ name }) => columnName(name)))
  const isColumn = (text: string) => columnName(text) === columnName(column)
  const visit = (node: ts.Node): boolean => {
    if (ts.isFunctionLike(node)) return false
    if (ts.isStringLiteralLike(node)) return isColumn(node.text)
    if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
      const name = ts.isIdentifier(node.name) || ts.isStringLiteralLike(node.name) ? node.name.text : ''
      if (isColumn(name)) return true
      // Values of columns, and what else is related under any name, say nothing of this table.
      if (related.has(columnName(name)) || /^(?:include|with|relations|populate)$/.test(name) || ts.isShorthandPropertyAssignment(node)) return false
      return ts.forEachChild(node.initializer, (child) => visit(child) || undefined) ?? false
    }
    return ts.forEachChild(node, (child) => visit(child) || undefined) ?? false
  }
  return visit(operation.node)
}

/** The column stands as a word in the query, as the database or the code spells it. */
function mentions(operation: Operation, column: string): boolean {
  const text = operation.node.getText()
  const camel = column.replace(/_+(\w)/g, (_, letter: string) => letter.toUpperCase())
  return [...new Set([column, camel])].some((name) => new RegExp(String.raw`(?<![\w$])${name.replace(/[^\w]/g, '')}(?![\w$(])`, column === column.toLowerCase() ? '' : 'i').test(text))
}

function key(name: string): string {
  return name.toLowerCase().replaceAll('_', '')
}
