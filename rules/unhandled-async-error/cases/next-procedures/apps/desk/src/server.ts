// A server of its own, which ends.
import { initTRPC } from '@trpc/server'
import { createHTTPServer } from '@trpc/server/adapters/standalone'
import { Pool } from 'pg'

const t = initTRPC.create()
const pool = new Pool()

const router = t.router({
  watch: t.procedure.mutation(() => {
    setInterval(async () => { // expect: unhandled-async-error
      await pool.query('update desks set open = false where open_until < now()')
    }, 60_000)
  }),
})

createHTTPServer({ router, createContext: () => ({}) }).listen(3000)
