// Resolves with what failed, also where the network is down.
import { Resend } from 'resend'

const resend = new Resend('key')

export async function confirm(email: string, orderId: number): Promise<void> {
  try {
    await resend.emails.send({ from: 'orders@example.com', to: email, subject: `Order ${orderId}`, text: 'It is on its way.' })
  } catch {}
}

export async function remind(email: string, orderId: number): Promise<void> {
  try {
    const { error } = await resend.emails.send({ from: 'orders@example.com', to: email, subject: `Order ${orderId}`, text: 'It is not paid.' })
    if (error) throw new Error(error.message)
  } catch {} // expect: swallowed-error
}
