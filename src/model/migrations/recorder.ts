/**
 * Writes down the statements of one migration with the transaction each of them runs in.
 */
import type { WorkspaceFile } from '../../workspace/types.js'
import type { Statement, TransactionRun, Wrapping } from './types.js'

export class Recorder {
  readonly statements: Statement[] = []
  private current: TransactionRun | undefined
  private readonly blocks = new Map<number, TransactionRun>()
  private runs = 0

  constructor(
    private readonly file: WorkspaceFile,
    private readonly wrapping: Wrapping,
  ) {
    this.current = wrapping === 'transaction' ? this.run('tool') : wrapping === 'script' ? this.run('script') : undefined
  }

  /**
   * @param statement its BEGIN and COMMIT change the transaction of what follows
   * @param block the DO block it stands in, which is a transaction where there is no other
   */
  add(statement: Omit<Statement, 'file' | 'transaction'>, block?: number): void {
    const control = statement.operations.find((operation) => operation.kind === 'control')
    if (control) {
      this.control(control.what)
      return
    }
    this.statements.push({ ...statement, file: this.file, transaction: this.current ?? (block === undefined ? undefined : this.runOf(block)) })
  }

  control(what: 'begin' | 'commit' | 'rollback'): void {
    if (what === 'begin') this.current = this.run('written')
    // What follows a written COMMIT of a script is sent in the same message all the same.
    else this.current = this.wrapping === 'script' ? this.run('script') : undefined
  }

  /** What is done meanwhile runs in a transaction that is opened for it. */
  within(work: () => void): void {
    const before = this.current
    this.current = before ?? this.run('written')
    work()
    this.current = before
  }

  private runOf(block: number): TransactionRun {
    const known = this.blocks.get(block) ?? this.run('written')
    this.blocks.set(block, known)
    return known
  }

  private run(opened: TransactionRun['opened']): TransactionRun {
    return { id: this.runs++, opened }
  }
}
