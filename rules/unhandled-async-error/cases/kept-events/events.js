/** Waits for one after the other, and writes down what fails. */
async function tellAll(listeners, order) {
  const listener = listeners.shift()
  if (!listener) return
  try {
    await listener(order)
  } catch (error) {
    console.error('not heard', error)
  }
  await tellAll(listeners, order)
}

class SeatEvents {
  constructor() {
    this.listeners = {}
  }

  on(name, listener) {
    this.listeners[name] = [...(this.listeners[name] ?? []), listener]
  }

  async emit(name, order) {
    await tellAll([...(this.listeners[name] ?? [])], order)
  }
}

/** What it is given is called, and forgotten. */
class LooseEvents {
  on(name, listener) {
    setImmediate(listener, name)
  }

  async emit(name) {
    throw new Error(`nobody hears of ${name}`)
  }
}

module.exports = { SeatEvents, LooseEvents }
