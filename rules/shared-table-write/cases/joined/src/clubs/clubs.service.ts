import { Injectable } from '@nestjs/common'
import type { Club, Customer } from '../customers/customer.model'

@Injectable()
export class ClubsService {
  // The row between the two is written, and no customer.
  async join(club: Club, customer: Customer) {
    await club.$add('customers', customer)
  }

  async leave(club: Club, customer: Customer) {
    await club.$remove('customers', customer)
  }
}
