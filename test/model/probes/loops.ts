const REGIONS = ['eu', 'us']

async function each<T>(items: T[], run: (item: T) => Promise<void>) {
  for (const item of items) await run(item) // loop: data
}

export async function loops(ids: string[], next: () => Promise<string[]>, settings: { hosts: string[] }) {
  for (const id of ids) void id // loop: data
  for (const region of REGIONS) void region // loop: constant
  for (const only of ['x']) void only // loop: single
  for (let index = 0; index < 3; index++) void index // loop: constant
  for (let start = 0; start < ids.length; start += 100) void start // loop: batches
  for (;;) if ((await next()).length === 0) break // loop: retry
  let attempts = 0
  while (attempts < 5) attempts++ // loop: retry
  const queue = [...ids]
  while (queue.length > 0) queue.shift() // loop: data
  for (const host of settings.hosts) void host // loop: constant
  await Promise.all(ids.map(async (id) => load(id))) // loop: data
  await Promise.all(REGIONS.map(async (id) => load(id))) // loop: constant
  await each(ids, async (id) => load(id)) // loop: data
}

async function load(id: string): Promise<void> {
  await fetch(`https://example.com/${id}`)
}
