// The server of pages that runs these procedures writes down what nobody handles, and the next run comes.
import { initTRPC } from '@trpc/server'
import { Pool } from 'pg'

const t = initTRPC.create()
const pool = new Pool()

export const seatRouter = t.router({
  watch: t.procedure.mutation(() => {
    setInterval(async () => { // expect-low: unhandled-async-error
      await pool.query('update seats set held = false where held_until < now()')
    }, 60_000)
  }),
})
