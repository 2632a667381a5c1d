// What is done in a case in which a guard refuses everybody who could come there.
import { CanActivate, Controller, Injectable, Post, UseGuards } from '@nestjs/common'
import { Queue } from 'bullmq'
import { DataSource, Column, Entity, EntityManager, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
export class Team {
  @PrimaryGeneratedColumn() id!: number
  @Column() name!: string
}

@Injectable()
export class Settings {
  isHosted(): boolean {
    return process.env.HOSTED === 'true'
  }

  isOpen(): boolean {
    return process.env.OPEN === 'true'
  }
}

@Injectable()
export class SetupGuard implements CanActivate {
  constructor(private readonly settings: Settings) {}

  canActivate(): boolean {
    if (this.settings.isHosted()) return false
    return true
  }
}

@Injectable()
export class Setup {
  constructor(
    private readonly source: DataSource,
    private readonly settings: Settings,
    private readonly billing: Queue,
  ) {}

  // Reached through the guard only.
  async first(name: string) {
    await this.source.transaction(async (manager) => {
      await this.create(name, manager)
    })
  }

  // Somebody else comes here, too.
  async another(name: string) {
    await this.source.transaction(async (manager) => {
      await this.create(name, manager) // expect: external-call-in-transaction
    })
  }

  private async create(name: string, manager: EntityManager) {
    await manager.insert(Team, { name })
    if (this.settings.isHosted() && name !== '') await this.billing.add('trial', { name })
  }

  // The guard asks something else.
  async open(name: string) {
    await this.source.transaction(async (manager) => {
      await manager.insert(Team, { name })
      if (this.settings.isOpen()) await this.billing.add('opened', { name }) // expect: external-call-in-transaction
    })
  }
}

@Controller('setup')
export class SetupController {
  constructor(private readonly setup: Setup) {}

  @UseGuards(SetupGuard)
  @Post('first')
  async first() {
    await this.setup.first('first')
  }

  @UseGuards(SetupGuard)
  @Post('open')
  async open() {
    await this.setup.open('open')
  }

  @Post('another')
  async another() {
    await this.setup.another('another')
  }
}
