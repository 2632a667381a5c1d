import { Injectable } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Repository } from 'typeorm'
import { Order } from '../order.entity'

// A part of the feature that the folder is named for.
@Injectable()
export class NotesService {
  constructor(@InjectRepository(Order) private readonly orders: Repository<Order>) {}

  async note(id: number) {
    await this.orders.update({ id }, { status: 'noted' }) // expect-low: shared-table-write
  }
}
