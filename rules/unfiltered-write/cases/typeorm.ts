import { Body, Controller, Delete, Param, Query } from '@nestjs/common'
import { Column, Entity, PrimaryGeneratedColumn, type DataSource, type Repository } from 'typeorm'

@Entity()
export class Ticket {
  @PrimaryGeneratedColumn() id: number
  @Column() owner: string
  @Column() state: string
}

@Controller('tickets')
export class TicketController {
  constructor(
    private readonly tickets: Repository<Ticket>,
    private readonly source: DataSource,
    private readonly batches: Repository<Batch>,
    private readonly steps: Repository<Step>,
  ) {}

  @Delete()
  async remove(@Query('owner') owner: string) {
    await this.tickets.delete({ owner }) // expect-low: unfiltered-write
  }

  @Delete('old')
  async old() {
    await this.tickets.clear() // expect-low: unfiltered-write
    await this.tickets.createQueryBuilder().delete().from(Ticket).execute() // expect: unfiltered-write
    await this.tickets.update({}, { state: 'closed' }) // expect: unfiltered-write
  }

  @Delete(':id')
  async one(@Param('id') id: string) {
    await this.tickets.delete({ id: Number(id) })
    await this.tickets.delete(id)
    await this.tickets.createQueryBuilder().delete().from(Ticket).where('id = :id', { id }).execute()
    await this.source.createQueryBuilder().update(Ticket).set({ state: 'closed' }).where('id = :id', { id }).execute()
  }

  @Delete('mine')
  async mine(@Body() body: { owner: string }) {
    await this.tickets.delete({ owner: body.owner })
  }

  async loaded(ticket: Ticket) {
    await this.tickets.remove(ticket)
    await this.tickets.save({ ...ticket, state: 'closed' })
  }

  // A row has its key once it is saved.
  async replace(owner: string, states: string[]) {
    const batch = new Batch()
    batch.owner = owner
    await this.batches.save(batch)
    await this.steps.delete({ batchId: batch.id })
    const unsaved = new Batch()
    await this.steps.delete({ batchId: unsaved.id }) // expect-low: unfiltered-write
    return states
  }

  // A row that somebody hands in was loaded, and has its key.
  async clear(batch: Batch) {
    await this.steps.delete({ batchId: batch.id })
  }

  @Delete('batches')
  async clearGiven(@Body() batch: Batch) {
    await this.steps.delete({ batchId: batch.id }) // expect-low: unfiltered-write
  }

  async clearFor(search: { batchId?: number }) {
    await this.steps.delete({ batchId: search.batchId }) // expect-low: unfiltered-write
  }
}

@Entity()
export class Batch {
  @PrimaryGeneratedColumn() id?: number
  @Column() owner: string
}

@Entity()
export class Step {
  @PrimaryGeneratedColumn() id: number
  @Column() batchId: number
}
