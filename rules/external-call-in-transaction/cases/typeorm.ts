import { HttpService } from '@nestjs/axios'
import { Injectable } from '@nestjs/common'
import { ClientProxy } from '@nestjs/microservices'
import { firstValueFrom } from 'rxjs'
import { AfterInsert, Column, DataSource, Entity, EventSubscriber, PrimaryGeneratedColumn, type EntitySubscriberInterface, type InsertEvent } from 'typeorm'
import { Transactional, runOnTransactionCommit } from 'typeorm-transactional'

@Entity()
export class Invoice {
  @PrimaryGeneratedColumn() id!: number
  @Column() status!: string

  @AfterInsert()
  async announce() {
    await fetch('https://hooks/invoices', { method: 'POST' }) // expect: external-call-in-transaction
  }
}

@EventSubscriber()
export class InvoiceSubscriber implements EntitySubscriberInterface<Invoice> {
  async afterInsert(event: InsertEvent<Invoice>) {
    await fetch(`https://search/invoices/${event.entity.id}`, { method: 'PUT' }) // expect: external-call-in-transaction
  }
  async afterTransactionCommit() {
    await fetch('https://search/refresh', { method: 'POST' })
  }
}

@Injectable()
export class InvoiceService {
  constructor(
    private readonly source: DataSource,
    private readonly http: HttpService,
    private readonly bus: ClientProxy,
  ) {}

  async issue(id: number) {
    await this.source.transaction(async (manager) => {
      await manager.update(Invoice, { id }, { status: 'issued' })
      const rate = await this.rateOf('usd') // expect: external-call-in-transaction
      await manager.update(Invoice, { id }, { status: String(rate) })
    })
  }

  async settle(id: number) {
    const rate = await this.rateOf('usd')
    await this.source.transaction((manager) => manager.update(Invoice, { id }, { status: String(rate) }))
    this.bus.emit('invoice.settled', { id })
  }

  private async rateOf(currency: string) {
    const { data } = await firstValueFrom(this.http.get<{ rate: number }>(`/rates/${currency}`))
    return data.rate
  }

  async cancel(id: number) {
    const runner = this.source.createQueryRunner()
    await runner.connect()
    await this.rateOf('eur')
    await runner.startTransaction()
    try {
      await runner.manager.update(Invoice, { id }, { status: 'cancelled' })
      this.bus.emit('invoice.cancelled', { id }) // expect: external-call-in-transaction
      await runner.commitTransaction()
    } catch (error) {
      await runner.rollbackTransaction()
      await this.rateOf('usd')
      throw error
    } finally {
      await runner.release()
    }
    this.bus.emit('invoice.cancelled', { id })
  }

  @Transactional()
  async archive(id: number) {
    await this.source.getRepository(Invoice).update({ id }, { status: 'archived' })
    runOnTransactionCommit(() => this.bus.emit('invoice.archived', { id }))
    await this.rateOf('usd') // expect: external-call-in-transaction
  }

  // Told where it stands: in the inner one.
  @Transactional()
  async archiveAll(ids: number[]) {
    for (const id of ids) await this.archive(id)
  }
}
