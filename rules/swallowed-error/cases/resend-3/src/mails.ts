// Before version 4 it fails where the network is down.
import { Resend } from 'resend'

const resend = new Resend('key')

export async function confirm(email: string, orderId: number): Promise<void> {
  try {
    await resend.emails.send({ from: 'orders@example.com', to: email, subject: `Order ${orderId}`, text: 'It is on its way.' })
  } catch {} // expect: swallowed-error
}
