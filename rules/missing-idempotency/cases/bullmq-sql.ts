import { Queue, Worker, type Job } from 'bullmq'
import { Pool } from 'pg'

const pool = new Pool()
const connection = { host: 'redis' }
export const parcels = new Queue('parcels', { connection, defaultJobOptions: { attempts: 5 } })

export class ParcelWorker {
  private readonly worker = new Worker('parcels', (job) => this.work(job), { connection }) // expect-low: missing-idempotency

  close(): Promise<void> {
    return this.worker.close()
  }

  private async work(job: Job): Promise<void> {
    if (job.name === 'create') return this.create(job.data)
    return this.label(job.data)
  }

  /** The database makes the id: nothing keeps the second parcel out. */
  private async create({ orderId }: { orderId: string }): Promise<void> {
    await pool.query('INSERT INTO parcels (id, order_id, note) VALUES (gen_random_uuid(), $1, lower($2))', [orderId, 'New'])
  }

  private async label({ id }: { id: string }): Promise<void> {
    await pool.query("UPDATE parcels SET state = 'labelled' WHERE id = $1 AND state = 'new'", [id])
  }
}
