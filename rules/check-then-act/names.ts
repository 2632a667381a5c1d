/**
 * Names that are looked for before a row is given one, as a courtesy: other ways of the program write them without
 * asking, and nothing finds a row by its name.
 */
import { columnName } from '../../src/model/column-names.js'
import type { Model, Operation } from '../../src/model/types.js'
import type { BlindCreate } from './find-then-create.js'
import { isOneTable } from './guards.js'

/** How people call what is theirs. */
const NAMES = /^(?:display|full)?(?:name|title|label)$/

export class Names {
  private readonly asked: ReadonlySet<Operation>
  private readonly guarded: ReadonlySet<Operation>

  /** @param creates all look-ups of the program that a write follows */
  constructor(
    creates: readonly BlindCreate[],
    private readonly model: Model,
  ) {
    this.asked = new Set(creates.map(({ read }) => read.operation))
    this.guarded = new Set(creates.map(({ write }) => write.operation))
  }

  areFree({ columns, write }: BlindCreate): boolean {
    const [name, other] = columns.map(columnName).filter((column) => NAMES.test(column))
    if (name === undefined || other !== undefined) return false
    const { model } = this
    const own = model.operations.filter(({ kind, table, unit }) => kind === 'query' && unit.file.surface === 'production' && isOneTable(table, write.operation.table, model))
    const isFound = own.some((operation) => operation.access !== 'write' && !operation.locks && !this.asked.has(operation) && model.rows.keyOf(operation)?.columns.has(name))
    return !isFound && own.some((operation) => operation.access === 'write' && !this.guarded.has(operation) && this.gives(operation, name))
  }

  private gives(operation: Operation, name: string): boolean {
    const { rows } = this.model
    return rows.createdBy(operation)?.columns.has(name) === true || rows.changesOf(operation).some(({ column }) => column === name)
  }
}
