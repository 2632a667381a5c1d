import { Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
export class Invoice {
  @PrimaryGeneratedColumn() id!: number
  @Column() status!: string
}

export class InvoiceService {
  constructor(private readonly source: DataSource) {}

  async issueAll(ids: number[]) {
    const runner = this.source.createQueryRunner()
    await runner.startTransaction() // expect: transaction-without-timeout
    try {
      for (const id of ids) await runner.manager.update(Invoice, { id }, { status: 'issued' })
      await runner.commitTransaction()
    } catch (error) {
      await runner.rollbackTransaction()
      throw error
    } finally {
      await runner.release()
    }
  }
}
