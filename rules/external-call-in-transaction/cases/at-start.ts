// What is done while the program starts, when nobody waits for the rows yet.
import { Controller, Injectable, Post, type OnModuleInit } from '@nestjs/common'
import { DataSource, Column, Entity, EntityManager, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
export class Template {
  @PrimaryGeneratedColumn() id!: number
  @Column() name!: string
}

@Injectable()
export class Templates implements OnModuleInit {
  constructor(private readonly source: DataSource) {}

  async onModuleInit() {
    await this.seed(['letter', 'invoice'])
    setInterval(() => void this.refresh(), 60_000)
  }

  private async seed(names: readonly string[]) {
    await this.source.transaction(async (manager) => {
      for (const name of names) await this.store(name, manager) // expect-low: external-call-in-transaction
    })
  }

  // Again and again, while others work.
  private async refresh() {
    await this.source.transaction(async (manager) => {
      await this.store('letter', manager) // expect: external-call-in-transaction
    })
  }

  // Also when somebody asks for it.
  async replace(name: string) {
    await this.source.transaction(async (manager) => {
      await this.store(name, manager) // expect: external-call-in-transaction
    })
  }

  private async store(name: string, manager: EntityManager) {
    await manager.insert(Template, { name })
    await fetch(`https://files/templates/${name}`, { method: 'PUT' })
  }
}

@Injectable()
export class Defaults implements OnModuleInit {
  constructor(private readonly templates: Templates) {}

  async onModuleInit() {
    await this.templates.replace('letter')
  }
}

@Controller('templates')
export class TemplateController {
  constructor(private readonly templates: Templates) {}

  @Post()
  async replace() {
    await this.templates.replace('letter')
  }
}
