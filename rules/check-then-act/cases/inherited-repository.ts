import { Controller, Injectable, Post } from '@nestjs/common'
import { InjectModel, Prop, Schema, SchemaFactory } from '@nestjs/mongoose'
import type { Model } from 'mongoose'

@Schema()
export class Customer {
  @Prop({ required: true, unique: true }) email: string
  @Prop() nickname: string
}
export const CustomerSchema = SchemaFactory.createForClass(Customer)

/** Works on any collection; which one, the class that extends it says. */
abstract class Repository<T> {
  constructor(protected readonly model: Model<T>) {}

  findOne(filter: any) {
    return this.model.findOne(filter).lean().exec()
  }

  create(values: any) {
    return this.model.create(values)
  }
}

@Injectable()
export class CustomerRepository extends Repository<Customer> {
  constructor(@InjectModel(Customer.name) model: Model<Customer>) {
    super(model)
  }
}

@Controller('customers')
export class CustomerController {
  constructor(private readonly customers: CustomerRepository) {}

  @Post('nicknames')
  async register(email: string, nickname: string) {
    const taken = await this.customers.findOne({ nickname })
    if (taken) throw new Error('taken')
    return this.customers.create({ email, nickname }) // expect: check-then-act
  }

  @Post('emails')
  async registerByEmail(email: string, nickname: string) {
    const taken = await this.customers.findOne({ email })
    if (taken) throw new Error('taken')
    try {
      return await this.customers.create({ email, nickname })
    } catch (error: any) {
      if (error.code === 11000) throw new Error('taken')
      throw error
    }
  }

  @Post('copies')
  async copy(email: string, nickname: string) {
    const template = await this.customers.findOne({ email: 'template@example.com' })
    if (!template) throw new Error('no template')
    return this.customers.create({ email, nickname: template.nickname ?? nickname })
  }
}
