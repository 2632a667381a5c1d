import { HttpService } from '@nestjs/axios'
import { Injectable } from '@nestjs/common'
import { ClientProxy } from '@nestjs/microservices'
import { firstValueFrom } from 'rxjs'
import { AfterInsert, AfterRemove, BeforeRemove, Column, DataSource, Entity, EventSubscriber, ManyToOne, OneToMany, PrimaryGeneratedColumn, type EntitySubscriberInterface, type InsertEvent } from 'typeorm'
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

// Its rows are only deleted by a condition, which fires nothing; the hook of the other is fired.
@Entity()
export class Receipt {
  @PrimaryGeneratedColumn() id!: number
  @Column() file!: string

  @BeforeRemove()
  async drop() {
    await fetch(`https://files/${this.file}`, { method: 'DELETE' })
  }
}

@Entity()
export class Scan {
  @PrimaryGeneratedColumn() id!: number
  @Column() file!: string

  @AfterRemove()
  async drop() {
    await fetch(`https://files/${this.file}`, { method: 'DELETE' }) // expect: external-call-in-transaction
  }
}

// They go with the album that they belong to.
@Entity()
export class Photo {
  @PrimaryGeneratedColumn() id!: number
  @ManyToOne(() => Album, (album) => album.photos) album!: Album

  @BeforeRemove()
  async drop() {
    await fetch(`https://files/${this.id}`, { method: 'DELETE' }) // expect: external-call-in-transaction
  }
}

@Entity()
export class Album {
  @PrimaryGeneratedColumn() id!: number
  @OneToMany(() => Photo, (photo) => photo.album, { cascade: true }) photos!: Photo[]
}

export class Cleaner {
  constructor(private readonly source: DataSource) {}

  async clean(receiptId: number, scan: Scan, albumId: number) {
    await this.source.getRepository(Receipt).delete({ id: receiptId })
    await this.source.getRepository(Scan).remove(scan)
    const albums = this.source.getRepository(Album)
    const album = await albums.findOneOrFail({ where: { id: albumId }, relations: { photos: true } })
    await albums.remove(album)
  }
}
