// Work that is queued behind what was queued before it.
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export class Ledger {
  private last: Promise<unknown> = Promise.resolve()
  private saved: Promise<unknown> = Promise.resolve()

  add(id: number, amount: number): void {
    this.last = this.last.then(() => prisma.account.update({ where: { id }, data: { balance: { increment: amount } } }))
  }

  note(id: number): void {
    this.saved = this.saved.then(() => console.log(id))
  }

  /** Fails as the work does that was queued. */
  private async settled(): Promise<void> {
    await this.last
  }

  private async noted(): Promise<void> {
    await this.saved
  }

  close(): void {
    this.settled() // expect: floating-promise
    this.noted()
  }
}
