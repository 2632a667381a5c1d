// What a library resolves with says what failed, and the promise is not rejected.
import { createClient } from '@supabase/supabase-js'
import { ResultAsync } from 'neverthrow'

const supabase = createClient('https://orders.example.com', 'key')

async function note(orderId: number): Promise<void> {
  const { error } = await supabase.from('notes').insert({ order_id: orderId })
  if (error) console.error('not noted', error)
}

async function book(orderId: number): Promise<void> {
  await supabase.from('bookings').insert({ order_id: orderId }).throwOnError()
}

async function ship(orderId: number): Promise<void> {
  const { error } = await supabase.from('orders').update({ status: 'shipped' }).eq('id', orderId)
  if (error) throw error
}

export function close(orderId: number): void {
  note(orderId)
  book(orderId) // expect: floating-promise
  ship(orderId) // expect: floating-promise
}

export function archive(orderId: number): void {
  supabase.storage.from('invoices').remove([`${orderId}.pdf`])
  supabase.from('orders').delete().eq('id', orderId).then(({ error }) => console.log(error ?? 'deleted'))
  supabase.from('orders').delete().eq('id', orderId).then(({ error }) => { // expect: floating-promise
    if (error) throw error
  })
  supabase.from('orders').delete().eq('id', orderId).throwOnError().then(() => console.log('deleted')) // expect: floating-promise
}

const post = (path: string) => fetch(`https://mail.example.com/${path}`, { method: 'POST', signal: AbortSignal.timeout(1000) })

const mailed = (orderId: number): ResultAsync<Response, string> => ResultAsync.fromPromise(post(`orders/${orderId}`), String)

export function tell(orderId: number): void {
  mailed(orderId)
  post(`bookings/${orderId}`) // expect: floating-promise
}

// It fails where a function that it runs does.
export function tellLater(orderId: number): void {
  mailed(orderId).map((answer) => answer.status).mapErr((reason) => console.error('not told', reason))
  mailed(orderId).andThen((answer) => ResultAsync.fromPromise(answer.text(), String)).match((text) => console.log(text), (reason) => console.error(reason))
  mailed(orderId).match((answer) => console.log(answer.status), () => { // expect: floating-promise
    throw new Error('not told')
  })
}
