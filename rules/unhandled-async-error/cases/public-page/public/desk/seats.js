import { sayFree } from './dialogs.js'
import { later } from './later.js'

async function refresh() {
  const seats = await fetch('/seats')
  sayFree(await seats.json())
}

// Nothing here says that it is of a page but what it imports.
setInterval(async () => {
  await refresh()
}, 60_000)
later(refresh)
