/**
 * What the people who run the system do alone, and the rows that they keep in order: they make them, see them, and
 * delete what is there twice.
 */
import type { Model, Unit } from '../../src/model/types.js'

/** Places that people take from each other. */
const PLACES = /seat|ticket|slot|attend|enrol|regist|participant|guest|appointment/i
/** Tables of what somebody pays, owes, owns or has booked. */
const MATTERS = /payment|charge|refund|payout|transfer|ledger|transaction|wallet|balance|credit|invoice|bill|coupon|stock|cost|fee|merchant|order|booking|reservation/i
const OUTSIDE = new Set(['payment', 'email', 'sms', 'publish', 'enqueue', 'http'])

export class Staff {
  private others: ReadonlySet<Unit> | undefined
  private deleted: ReadonlySet<string> | undefined
  private picked: ReadonlySet<string> | undefined

  constructor(private readonly model: Model) {}

  /** Only staff comes to the unit. */
  isAlone(unit: Unit): boolean {
    this.others ??= this.model.unitsBehind((entry) => this.model.guardsOf(entry).staffOnly === undefined)
    return this.model.entryPointsOf(unit).length > 0 && !this.others.has(unit)
  }

  /**
   * Only staff comes to the unit, nothing goes out from there, and the rows of the table, which are no money and no
   * orders, can be deleted.
   */
  keepsInOrder(unit: Unit, table: string | undefined): boolean {
    const { model } = this
    if (table === undefined || MATTERS.test(table) || !this.isAlone(unit) || !this.isDeletable(table)) return false
    return !model.rows.accessesOf(unit).some(({ operation }) => OUTSIDE.has(operation.kind))
  }

  /** Rows above a fixed number are money, orders, or places that others have a right to. */
  isScarce(table: string | undefined): boolean {
    return table === undefined || MATTERS.test(table) || PLACES.test(table)
  }

  /** Only staff comes to the unit, and the state that it sets is none of money and orders: who sets it twice sees what it is. */
  setsAlone(unit: Unit, table: string | undefined): boolean {
    return table !== undefined && !MATTERS.test(table) && this.isAlone(unit)
  }

  /**
   * Rows to which nothing else belongs, which are no money and no orders, and which somebody deletes one by one: two of
   * them are seen, and one is deleted.
   */
  isSorted(table: string | undefined): boolean {
    const { model } = this
    const own = model.table(table)
    if (table === undefined || MATTERS.test(table) || !own || model.tables.some(({ relations }) => relations.some(({ holdsKey, target }) => holdsKey && model.table(target) === own))) return false
    this.picked ??= new Set(model.operations.flatMap((operation) => (operation.access === 'delete' && operation.table !== undefined && [...(model.rows.keyOf(operation)?.columns ?? [])].some(([column, text]) => /^_?id$/.test(column) && /^[⟨$]/.test(text)) ? [operation.table] : [])))
    return this.picked.has(table)
  }

  isDeletable(table: string): boolean {
    this.deleted ??= new Set(this.model.operations.flatMap((operation) => (operation.access === 'delete' && operation.table !== undefined ? [operation.table] : [])))
    return this.deleted.has(table)
  }
}
