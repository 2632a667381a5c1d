// A handler that only waits for what resolves with its failure.
import { createClient } from '@supabase/supabase-js'

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
