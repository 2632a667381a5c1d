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

// What is begun at the start and goes on: whoever is given the function runs it for each message.
interface Handlers {
  readonly onMessage: (name: string) => Promise<void>
}

class Inbox {
  constructor(private readonly handlers: Handlers) {}

  static create(handlers: Handlers) {
    return new Inbox(handlers)
  }

  async start() {
    for (;;) await this.handlers.onMessage('letter')
  }
}

@Injectable()
export class Messages implements OnModuleInit {
  constructor(private readonly source: DataSource) {}

  onModuleInit() {
    const inbox = Inbox.create({ onMessage: async (name) => this.take(name) })
    void inbox.start()
  }

  private async take(name: string) {
    await this.source.transaction(async (manager) => {
      await manager.insert(Template, { name })
      await fetch(`https://files/messages/${name}`, { method: 'PUT' }) // expect: external-call-in-transaction
    })
  }
}

@Injectable()
export class Polling implements OnModuleInit {
  constructor(private readonly source: DataSource) {}

  onModuleInit() {
    void this.poll()
  }

  private async poll() {
    while (process.env.POLLING === 'true') await this.once()
  }

  private async once() {
    await this.source.transaction(async (manager) => {
      await manager.insert(Template, { name: 'polled' })
      await fetch('https://files/polled', { method: 'PUT' }) // expect: external-call-in-transaction
    })
  }
}
