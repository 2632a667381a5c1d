// Events of one process: who publishes them hands them to listeners in memory, and nothing fails.
import { PubSub, type PubSubEngine } from 'graphql-subscriptions'

class SeatEvents {
  private readonly events = new PubSub()

  constructor(private readonly broker: PubSubEngine) {}

  async tell(id: string): Promise<void> {
    await this.events.publish(`seat:${id}`, { id })
  }

  async tellOthers(id: string): Promise<void> {
    await this.broker.publish(`seat:${id}`, { id })
  }
}

export function sold(ids: readonly string[], seats: SeatEvents): void {
  ids.forEach((id) => seats.tell(id))
  ids.forEach(async (id) => {
    await seats.tell(id)
  })
  // What stands behind the interface may be a broker.
  ids.forEach(async (id) => { // expect: unhandled-async-error
    await seats.tellOthers(id)
  })
}

export { SeatEvents }
