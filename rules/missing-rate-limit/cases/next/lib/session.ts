import { cookies } from 'next/headers'
import { NextResponse } from 'next/server'

export async function getCurrentUserForApi(): Promise<{ user: { id: string } | null; response?: NextResponse }> {
  const id = (await cookies()).get('session')?.value
  return id === undefined ? { user: null, response: NextResponse.json({ error: 'unknown' }, { status: 401 }) } : { user: { id } }
}
