'use server'

import { redirect } from 'next/navigation'

// Whoever is sent on is asked there.
export async function signInWithCodeHost() {
  const url = new URL('https://code.example/login')
  url.searchParams.set('scope', 'user')
  redirect(url.toString())
}
