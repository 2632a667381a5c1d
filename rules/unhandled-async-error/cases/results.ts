// A handler that only waits for what resolves with its failure.
import { createClient } from '@supabase/supabase-js'
import { Result, ResultAsync } from 'neverthrow'

const supabase = createClient('https://orders.example.com', 'key')

export function watch(orderIds: readonly number[]): void {
  setInterval(async () => {
    const { error } = await supabase.rpc('expire_orders')
    if (error) console.error('orders were not expired', error)
  }, 60_000)
  setInterval(async () => { // expect: unhandled-async-error
    await supabase.rpc('expire_bookings').throwOnError()
  }, 60_000)
  setInterval(async () => { // expect: unhandled-async-error
    const { error } = await supabase.rpc('expire_seats')
    if (error) throw error
  }, 60_000)
  console.log(orderIds.length)
}

const post = (path: string) => fetch(`https://mail.example.com/${path}`, { method: 'POST', signal: AbortSignal.timeout(1000) })

const mailed = (orderId: number): ResultAsync<Response, string> => ResultAsync.fromPromise(post(`orders/${orderId}`), String)

const read = (text: string) => Result.fromThrowable(() => JSON.parse(text) as { id: number }, String)()

export function tell(orderIds: readonly number[]): void {
  orderIds.forEach(async (orderId) => {
    const sent = await mailed(orderId).andThen((answer) => ResultAsync.fromPromise(answer.text(), String)).andThen(read)
    if (sent.isErr()) console.error('not told', sent.error)
  })
  // It fails where a function that it runs does.
  orderIds.forEach(async (orderId) => { // expect: unhandled-async-error
    await mailed(orderId)
      .andThen((answer) => {
        if (!answer.ok) throw new Error('not told')
        return ResultAsync.fromPromise(answer.text(), String)
      })
      .mapErr((reason) => console.error(reason))
  })
  orderIds.forEach(async (orderId) => { // expect: unhandled-async-error
    const sent = await mailed(orderId)
    if (sent.isErr()) throw new Error(sent.error)
  })
}
