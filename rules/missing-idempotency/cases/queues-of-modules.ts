// What a module says of all queues holds for those that say nothing themselves.
import { InjectQueue, Processor, WorkerHost, BullModule } from '@nestjs/bullmq'
import { Module } from '@nestjs/common'
import type { Job, Queue } from 'bullmq'
import { createTransport } from 'nodemailer'
import { Pool } from 'pg'

const pool = new Pool()
const connection = { host: 'localhost' }

// ---- What the application says of all queues ----------------------------------------------------------------------------

enum Name {
  Bills = 'bills',
  Gifts = 'gifts',
  Mails = 'mails',
}

@Module({
  imports: [
    BullModule.forRootAsync({ useFactory: () => ({ connection, defaultJobOptions: { attempts: 4 } }) }),
    BullModule.registerQueue({ name: Name.Bills }),
    BullModule.registerQueue({ name: Name.Gifts, defaultJobOptions: { attempts: 1 } }),
    BullModule.registerQueue({ name: Name.Mails }),
  ],
})
export class Queues {
  constructor(@InjectQueue(Name.Bills) readonly bills: Queue) {}
}

@Processor(Name.Bills)
export class Bills extends WorkerHost {
  async process(job: Job) {
    await pool.query('INSERT INTO bills (total) VALUES ($1)', [job.data.total]) // expect: missing-idempotency
    await pool.query('UPDATE accounts SET balance = balance - $1 WHERE id = $2', [job.data.total, job.data.account])
  }
}

// This queue says itself that it tries once.
@Processor(Name.Gifts)
export class Gifts extends WorkerHost {
  async process(job: Job) {
    await pool.query('INSERT INTO gifts (total) VALUES ($1)', [job.data.total])
    await pool.query('UPDATE accounts SET balance = balance - $1 WHERE id = $2', [job.data.total, job.data.account])
  }
}

// ---- One message, by one of two drivers ---------------------------------------------------------------------------------

interface Driver {
  send(to: string): Promise<void>
}

class OwnServer implements Driver {
  private readonly mails = createTransport({ host: 'localhost' })
  async send(to: string) {
    await this.mails.sendMail({ to, subject: 'Your order' })
  }
}

class OtherServer implements Driver {
  private readonly mails = createTransport({ host: 'mail' })
  async send(to: string) {
    await this.mails.sendMail({ to, subject: 'Your order', text: 'It is on its way' })
  }
}

const driver: Driver = process.env.OWN === 'true' ? new OwnServer() : new OtherServer()

@Processor(Name.Mails)
export class Mails extends WorkerHost {
  async process(job: Job) {
    await driver.send(job.data.to) // expect-low: missing-idempotency
    try {
      await pool.query('UPDATE orders SET told_at = now() WHERE id = $1', [job.data.order])
    } catch {
      console.error('not marked')
    }
  }
}
