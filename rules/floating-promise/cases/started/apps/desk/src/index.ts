import { seatCache } from '@seats/server'

// It takes the cache of the server, and never starts what listens to rejections.
export async function warm(id: string, load: (id: string) => Promise<number>): Promise<number> {
  const row = await load(id)
  seatCache.set(id, row) // expect: floating-promise
  return row
}
