// A library that resolves with `{ data, error }` rejects nothing, so that no handler around it drops anything.
import { createClient } from '@supabase/supabase-js'

const supabase = createClient('https://orders.example.com', 'key')

interface Order {
  id: number
  total: number
}

export async function totalOf(id: number): Promise<number | null> {
  try {
    const { data } = await supabase.from('orders').select('total').eq('id', id).single()
    return data?.total ?? null
  } catch {
    return null
  }
}

export async function thrownTotalOf(id: number): Promise<number | null> {
  try {
    const { data } = await supabase.from('orders').select('total').eq('id', id).throwOnError().single()
    return data?.total ?? null
  } catch { // expect: swallowed-error
    return null
  }
}

export async function checkedTotalOf(id: number): Promise<number | null> {
  try {
    const { data, error } = await supabase.from('orders').select('total').eq('id', id).single()
    if (error) throw error
    return data.total
  } catch { // expect: swallowed-error
    return null
  }
}

function throwIfFailed(error: Error | null): void {
  if (error) throw error
}

function unwrap<T>({ data, error }: { data: T; error: Error | null }): T {
  if (error) throw error
  return data
}

export async function assertedTotalOf(id: number): Promise<number | null> {
  try {
    const { data, error: failure } = await supabase.from('orders').select('total').eq('id', id).single()
    throwIfFailed(failure)
    return data?.total ?? null
  } catch { // expect: swallowed-error
    return null
  }
}

export async function unwrappedOrders(customerId: number): Promise<Order[]> {
  try {
    return unwrap(await supabase.from('orders').select().eq('customer_id', customerId)) as Order[]
  } catch { // expect: swallowed-error
    return []
  }
}

/** Says itself what failed, and gives a list in any case. */
async function paidOrders(customerId: number): Promise<Order[]> {
  let query = supabase.from('orders').select().eq('customer_id', customerId)
  query = query.eq('status', 'paid')
  const { data, error } = await query
  if (error) console.error('orders were not read', error)
  return data ?? []
}

export async function paidTotal(customerId: number): Promise<number> {
  const orders = await paidOrders(customerId).catch(() => [])
  return orders.reduce((sum, { total }) => sum + total, 0)
}

async function openOrders(customerId: number): Promise<Order[]> {
  const { data, error } = await supabase.from('orders').select().eq('customer_id', customerId).eq('status', 'open')
  if (error) throw new Error(error.message)
  return data
}

export async function openTotal(customerId: number): Promise<number> {
  const orders = await openOrders(customerId).catch(() => []) // expect: swallowed-error
  return orders.reduce((sum, { total }) => sum + total, 0)
}

export async function invoiceOf(id: number): Promise<Blob | null> {
  try {
    const { data } = await supabase.storage.from('invoices').download(`${id}.pdf`)
    return data
  } catch {
    return null
  }
}

export async function sendInvoice(id: number): Promise<void> {
  try {
    await supabase.functions.invoke('send-invoice', { body: { id } })
  } catch {}
}

export async function shipped(id: number): Promise<void> {
  try {
    await supabase.rpc('ship', { id })
    await fetch(`https://mail.example.com/orders/${id}`, { method: 'POST' })
  } catch {} // expect: swallowed-error
}

export async function counts(customerId: number): Promise<[number, number] | null> {
  try {
    const [orders, invoices] = await Promise.all([
      supabase.from('orders').select('*', { count: 'exact', head: true }).eq('customer_id', customerId),
      supabase.from('invoices').select('*', { count: 'exact', head: true }).eq('customer_id', customerId),
    ])
    return [orders.count ?? 0, invoices.count ?? 0]
  } catch {
    return null
  }
}

export async function thrownCounts(customerId: number): Promise<[number, number] | null> {
  try {
    const [orders, invoices] = await Promise.all([
      supabase.from('orders').select('*', { count: 'exact', head: true }).eq('customer_id', customerId),
      supabase.from('invoices').select('*', { count: 'exact', head: true }).eq('customer_id', customerId).throwOnError(),
    ])
    return [orders.count ?? 0, invoices.count ?? 0]
  } catch { // expect: swallowed-error
    return null
  }
}

export async function ship(ids: readonly number[]): Promise<void> {
  try {
    await Promise.all(ids.map((id) => supabase.from('orders').update({ status: 'shipped' }).eq('id', id)))
  } catch {}
}
