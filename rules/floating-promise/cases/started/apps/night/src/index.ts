import { seatCache, start } from '@seats/server'

start()

export async function warm(id: string, load: (id: string) => Promise<number>): Promise<number> {
  const row = await load(id)
  seatCache.set(id, row) // expect-low: floating-promise
  return row
}
