import { Pool } from 'pg'

const pool = new Pool()

interface Step {
  readonly id: string
}

/** What is written down now runs later. */
function makeStep(id: string, run: () => Promise<void>): () => Step {
  return () => {
    queue.push(run)
    return { id }
  }
}

const queue: (() => Promise<void>)[] = []
const releaseSeats = makeStep('release', async () => {
  await pool.query('UPDATE seats SET held = false')
})

export function compose(): string {
  releaseSeats()
  const { id } = releaseSeats()
  return id
}

export async function drain(): Promise<void> {
  for (const run of queue) await run()
  pool.query('DELETE FROM seats WHERE gone') // expect: floating-promise
}

interface Network {
  onOnline(listener: () => void): () => void
}

async function synchronise(): Promise<void> {
  await pool.query('UPDATE seats SET synchronised = true')
}

// What comes back from a subscription ends it, and runs nothing.
export function keepInStep(network: Network) {
  const sync = () => synchronise()
  const stopListening = network.onOnline(sync)
  return () => {
    stopListening()
    sync() // expect: floating-promise
  }
}

// Another linter was told that this is meant.
export function warmUp() {
  // eslint-disable-next-line @typescript-eslint/no-floating-promises
  synchronise() // expect-low: floating-promise
}
