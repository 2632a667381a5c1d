import { Controller, Get, Injectable } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm'

@Entity()
export class Account {
  @PrimaryGeneratedColumn() id!: number
}

@Entity()
export class Invoice {
  @PrimaryGeneratedColumn() id!: number
  @Column() status!: string
}

@Injectable()
export class OverviewService {
  private total = 0

  constructor(
    @InjectRepository(Account) private readonly accounts: Repository<Account>,
    @InjectRepository(Invoice) private readonly invoices: Repository<Invoice>,
  ) {}

  // A name that a member has too is another thing.
  async counts() {
    const accounts = await this.accounts.count() // expect: chatty-service
    const invoices = await this.invoices.count()
    const open = await this.invoices.countBy({ status: 'open' })
    return { accounts, invoices, open }
  }

  // What is kept in the object is used by the next.
  async pages() {
    this.total = await this.invoices.count()
    const last = await this.invoices.find({ skip: this.total - 10, take: 10 })
    const first = await this.invoices.find({ take: last.length })
    return { first, last }
  }
}

@Controller('overview')
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  @Get('counts')
  counts() {
    return this.overview.counts()
  }

  @Get('pages')
  pages() {
    return this.overview.pages()
  }
}
