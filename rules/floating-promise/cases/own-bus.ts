// A bus of the project's own: who listens is known by type only.
type Listener = (event: { order: number }) => Promise<void>

export class Bus {
  private readonly listeners = new Map<string, Listener[]>()

  on(name: string, listener: Listener) {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener])
  }

  async publish(name: string, event: { order: number }) {
    await Promise.all((this.listeners.get(name) ?? []).map((listen) => listen(event)))
  }

  fire(name: string, event: { order: number }) {
    for (const listen of this.listeners.get(name) ?? []) listen(event) // expect: floating-promise
  }

  fireSafely(name: string, event: { order: number }) {
    for (const listen of this.listeners.get(name) ?? []) listen(event).catch((error) => console.error(name, error))
  }

  print(lines: ((text: string) => void)[]) {
    for (const line of lines) line('seen')
  }
}

const bus = new Bus()

export async function pay(order: number) {
  bus.publish('paid', { order }) // expect: floating-promise
  await bus.publish('closed', { order })
}
