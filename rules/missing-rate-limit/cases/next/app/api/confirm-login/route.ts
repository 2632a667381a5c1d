// Whoever confirms a login is known already.
import { NextResponse } from 'next/server'
import { getCurrentUserForApi } from '../../../lib/session'

export async function POST() {
  const auth = await getCurrentUserForApi()
  if (!auth.user) {
    return auth.response ?? NextResponse.json({ error: 'Authentication required' }, { status: 401 })
  }
  return NextResponse.json({ confirmed: auth.user.id })
}
