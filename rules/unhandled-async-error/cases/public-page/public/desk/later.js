/** Shared with the server, which imports this very file. */
export function later(work) {
  setTimeout(async () => { // expect: unhandled-async-error
    await work()
  }, 1000)
}
