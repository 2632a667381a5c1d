import { Injectable } from '@nestjs/common'
import { Customer } from './customer.model'

@Injectable()
export class CustomersService {
  add(name: string) {
    return Customer.create({ name })
  }

  rename(id: number, name: string) {
    return Customer.update({ name }, { where: { id } })
  }
}
