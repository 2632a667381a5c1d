// A client that listens to errors connects again for ever, unless it is told when to give up.
import { createClient } from 'redis'

const optionsOf = () => {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL }
  return { socket: { host: process.env.REDIS_HOST ?? 'localhost', port: 6379 } }
}

const makeClient = (): ReturnType<typeof createClient> => createClient(optionsOf())

export class Seats {
  private readonly patient: ReturnType<typeof createClient>
  private readonly mute: ReturnType<typeof createClient>
  private readonly limited: ReturnType<typeof createClient>

  constructor() {
    this.patient = makeClient()
    this.patient.on('error', (error) => console.error('seats', error))
    this.mute = makeClient()
    this.limited = createClient({ socket: { reconnectStrategy: (tries) => (tries > 5 ? new Error('gone') : 100) } })
    this.limited.on('error', (error) => console.error('seats', error))
  }

  async connectPatient() {
    await this.patient.connect()
  }

  open() {
    this.connectPatient()
    // Without a listener the first failure is thrown.
    this.mute.connect() // expect: floating-promise
    this.limited.connect() // expect: floating-promise
  }
}
