import { Body, CanActivate, Controller, ExecutionContext, Injectable, Param, Post, Req, UseGuards } from '@nestjs/common'
import Redlock from 'redlock'
import { Mutex } from 'async-mutex'
import { Column, DataSource, Entity, Index, PrimaryGeneratedColumn, Repository } from 'typeorm'

@Entity()
export class Account {
  @PrimaryGeneratedColumn() id!: number
  @Column() name!: string
  @Column() balance!: number
  @Column() status!: string

  debit(amount: number) {
    if (this.balance < amount) throw new Error('too little')
    this.balance -= amount
  }
}

@Entity()
export class Seat {
  @PrimaryGeneratedColumn() id!: number
  @Column({ nullable: true }) holderId!: number
}

@Entity()
@Index(['email'], { unique: true })
export class Member {
  @PrimaryGeneratedColumn() id!: number
  @Column() email!: string
  @Column() nickname!: string
}

@Entity()
export class Invitation {
  @PrimaryGeneratedColumn() id!: number
  @Column() teamId!: number
  @Column() email!: string
}

@Entity()
export class Team {
  @PrimaryGeneratedColumn() id!: number
  @Column() invitationsAllowed!: number
}

const MOST_INVITATIONS = 500

@Injectable()
export class AccountService {
  private readonly mutex = new Mutex()

  constructor(
    private readonly accounts: Repository<Account>,
    private readonly seats: Repository<Seat>,
    private readonly members: Repository<Member>,
    private readonly invitations: Repository<Invitation>,
    private readonly teams: Repository<Team>,
    private readonly source: DataSource,
    private readonly redlock: Redlock,
  ) {}

  async findById(id: number) {
    const account = await this.accounts.findOne({ where: { id } })
    if (!account) throw new Error('unknown account')
    return account
  }

  async withdraw(id: number, amount: number) {
    const account = await this.findById(id)
    if (account.balance < amount) throw new Error('too little')
    account.balance -= amount
    await this.accounts.save(account) // expect: check-then-act
  }

  async withdrawByMethod(id: number, amount: number) {
    const account = await this.findById(id)
    account.debit(amount)
    await this.accounts.save(account) // expect: check-then-act
  }

  async withdrawByUpdate(id: number, amount: number) {
    const account = await this.findById(id)
    const balance = account.balance - amount
    if (balance < 0) throw new Error('too little')
    await this.accounts.update(id, { balance }) // expect: check-then-act
  }

  async withdrawInTransaction(id: number, amount: number) {
    await this.source.transaction(async (manager) => {
      const account = await manager.findOneByOrFail(Account, { id })
      if (account.balance < amount) throw new Error('too little')
      account.balance -= amount
      await manager.save(account) // expect: check-then-act
    })
  }

  async withdrawLocked(id: number, amount: number) {
    await this.source.transaction(async (manager) => {
      const account = await manager.findOneOrFail(Account, { where: { id }, lock: { mode: 'pessimistic_write' } })
      if (account.balance < amount) throw new Error('too little')
      account.balance -= amount
      await manager.save(account)
    })
  }

  async withdrawSerializable(id: number, amount: number) {
    await this.source.transaction('SERIALIZABLE', async (manager) => {
      const account = await manager.findOneByOrFail(Account, { id })
      if (account.balance < amount) throw new Error('too little')
      account.balance -= amount
      await manager.save(account)
    })
  }

  async withdrawByRedlock(id: number, amount: number) {
    const lock = await this.redlock.acquire([`account:${id}`], 5000)
    try {
      const account = await this.findById(id)
      if (account.balance < amount) throw new Error('too little')
      account.balance -= amount
      await this.accounts.save(account)
    } finally {
      await lock.unlock()
    }
  }

  async withdrawByMutex(id: number, amount: number) {
    await this.mutex.runExclusive(async () => {
      const account = await this.findById(id)
      account.balance -= amount
      await this.accounts.save(account)
    })
  }

  async withdrawAtomically(id: number, amount: number) {
    const { affected } = await this.accounts
      .createQueryBuilder()
      .update()
      .set({ balance: () => 'balance - :amount' })
      .where('id = :id AND balance >= :amount', { id, amount })
      .execute()
    if (affected === 0) throw new Error('too little')
  }

  async deposit(id: number, amount: number) {
    await this.accounts.increment({ id }, 'balance', amount)
  }

  async rename(id: number, dto: { name: string; status: string }) {
    const account = await this.findById(id)
    account.name = dto.name
    account.status = dto.status
    await this.accounts.save(account)
  }

  async take(seatId: number, holderId: number) {
    const seat = await this.seats.findOneByOrFail({ id: seatId })
    if (seat.holderId) throw new Error('taken')
    seat.holderId = holderId
    await this.seats.save(seat) // expect: check-then-act
  }

  async takeAtomically(seatId: number, holderId: number) {
    const { affected } = await this.seats.update({ id: seatId, holderId: undefined }, { holderId })
    if (affected === 0) throw new Error('taken')
  }

  async invite(teamId: number, email: string) {
    const existing = await this.invitations.findOne({ where: { teamId, email } })
    if (existing) throw new Error('invited before')
    return this.invitations.save({ teamId, email }) // expect: check-then-act
  }

  async register(dto: { email: string; nickname: string }) {
    const existing = await this.members.findOneBy({ email: dto.email })
    if (existing) throw new Error('the address is taken')
    const member = this.members.create(dto)
    return this.members.save(member) // expect-low: check-then-act
  }

  async assertNickname(nickname: string) {
    if (await this.members.exists({ where: { nickname } })) throw new Error('the nickname is taken')
  }

  async join(dto: { email: string; nickname: string }) {
    await this.assertNickname(dto.nickname)
    const member = new Member()
    member.email = dto.email
    member.nickname = dto.nickname
    return this.members.save(member) // expect: check-then-act
  }

  async inviteWithinQuota(teamId: number, email: string) {
    const team = await this.teams.findOneByOrFail({ id: teamId })
    const count = await this.invitations.count({ where: { teamId } })
    if (count >= team.invitationsAllowed) throw new Error('too many invitations')
    return this.invitations.save({ teamId, email }) // expect: check-then-act
  }

  // A number that nobody pays for, passed by one or two.
  async inviteWithinReason(teamId: number, email: string) {
    const count = await this.invitations.count({ where: { teamId } })
    if (count >= MOST_INVITATIONS) throw new Error('too many invitations')
    return this.invitations.save({ teamId, email }) // expect-low: check-then-act
  }

  async reply(invitationId: number, teamId: number, email: string) {
    const invitation = await this.invitations.findOneBy({ id: invitationId })
    if (!invitation) throw new Error('unknown invitation')
    return this.invitations.save({ teamId, email })
  }
}

@Injectable()
export class CreditGuard implements CanActivate {
  constructor(private readonly accounts: Repository<Account>) {}

  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest()
    const account = await this.accounts.findOneByOrFail({ id: request.params.id })
    request.account = account
    return account.balance > 0
  }
}

@Controller('accounts')
export class AccountController {
  constructor(
    private readonly service: AccountService,
    private readonly accounts: Repository<Account>,
  ) {}

  @Post(':id/withdrawals')
  async withdraw(@Param('id') id: number, @Body() body: { amount: number; email: string; nickname: string }) {
    await this.service.withdraw(id, body.amount)
    await this.service.withdrawByMethod(id, body.amount)
    await this.service.withdrawByUpdate(id, body.amount)
    await this.service.withdrawInTransaction(id, body.amount)
    await this.service.withdrawLocked(id, body.amount)
    await this.service.withdrawSerializable(id, body.amount)
    await this.service.withdrawByRedlock(id, body.amount)
    await this.service.withdrawByMutex(id, body.amount)
    await this.service.take(id, body.amount)
    await this.service.invite(id, body.email)
    await this.service.register(body)
    await this.service.join(body)
    await this.service.inviteWithinQuota(id, body.email)
  }

  @UseGuards(CreditGuard)
  @Post(':id/fees')
  async fee(@Param('id') id: number, @Body() body: { amount: number }, @Req() request: any) {
    await this.accounts.update({ id }, { balance: request.account.balance - body.amount }) // expect: check-then-act
  }
}
