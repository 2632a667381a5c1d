// What comments say of a failure, in whatever language.
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
const tell = (id: number) => fetch(`https://mail.example.com/orders/${id}`, { method: 'POST', signal: AbortSignal.timeout(1000) })
const orders = (customerId: number) => prisma.order.findMany({ where: { customerId }, take: 10 })

export async function pay(id: number, email: string | undefined): Promise<void> {
  await prisma.order.update({ where: { id }, data: { status: 'paid' } })
  // Si el correo falla, el pago sigue siendo válido.
  if (email) void tell(id).catch(() => undefined)
}

export async function ship(id: number, email: string | undefined): Promise<void> {
  await prisma.order.update({ where: { id }, data: { status: 'shipped' } })
  // Solo para clientes con correo.
  if (email) void tell(id).catch(() => undefined) // expect: swallowed-error
}

/** 주문 목록. 실패하면 빈 배열을 준다. */
export async function ordersOf(customerId: number): Promise<unknown[]> {
  try {
    return await orders(customerId)
  } catch {
    return []
  }
}

/** 결제 목록 조회 */
export async function paymentsOf(customerId: number): Promise<unknown[]> {
  try {
    return await orders(customerId)
  } catch { // expect: swallowed-error
    return []
  }
}

/** Fehler werden ignoriert: die Liste ist nur zur Anzeige da. */
export async function shownOrders(customerId: number): Promise<unknown[]> {
  return orders(customerId).catch(() => [])
}

/** Orders of a customer; an empty list if they cannot be read, that is, when the query fails. */
export async function listedOrders(customerId: number): Promise<unknown[]> {
  return orders(customerId).catch(() => [])
}

/** Throws an error where the list is empty. */
export async function checkedOrders(customerId: number): Promise<unknown[]> {
  const found = await orders(customerId).catch(() => []) // expect: swallowed-error
  for (const one of found) if (!one) throw new Error('there is none')
  return [...found]
}

/** Dégradation douce : tout échec (réseau, requête) renvoie [], la page se passe de la liste. */
export async function shownPayments(customerId: number): Promise<unknown[]> {
  try {
    return await orders(customerId)
  } catch {
    return []
  }
}

/** Si la consulta falla, devuelve `null`. */
export async function latestOrder(customerId: number): Promise<unknown> {
  try {
    return await orders(customerId)
  } catch {
    return null
  }
}

/** Gibt bei einem Fehler [] zurück. */
export async function openOrders(customerId: number): Promise<unknown[]> {
  return orders(customerId).catch(() => [])
}

/** 실패하면 [] 반환 */
export async function newOrders(customerId: number): Promise<unknown[]> {
  return orders(customerId).catch(() => [])
}

/** Renvoie une erreur quand la liste du client est null. */
export async function knownOrders(customerId: number): Promise<unknown[]> {
  const found = await orders(customerId).catch(() => []) // expect: swallowed-error
  if (!Array.isArray(found)) throw new Error('erreur')
  return [...found]
}

/** Devuelve los pedidos de un cliente, o [] donde no hay. */
export async function ordersOrNone(customerId: number): Promise<unknown[]> {
  try {
    return await orders(customerId)
  } catch { // expect: swallowed-error
    return []
  }
}
