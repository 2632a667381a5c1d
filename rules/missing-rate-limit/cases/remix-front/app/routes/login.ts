// The service behind the client checks the password, and may limit: it is not seen from here.
import { json, redirect } from '@remix-run/node'
import { client } from '../lib/client'

export async function action({ request }: { request: Request }) { // expect-low: missing-rate-limit
  const form = await request.formData()
  const answer = await client.login({ email: String(form.get('email')), password: String(form.get('password')) })
  return answer.ok ? redirect('/') : json({ error: 'unknown' }, { status: 401 })
}
