import { NextResponse } from 'next/server'
import { getServerSession } from 'next-auth'
import { keepPasskey } from '../../../../lib/passkeys'

// Of an account that somebody has signed in to.
export async function POST(request: Request) {
  const session = await getServerSession()
  if (!session) return NextResponse.json({ error: 'Unauthorized' }, { status: 401 })
  const { credential } = await request.json()
  await keepPasskey(String(session.user?.email), String(credential))
  return NextResponse.json({ kept: true })
}
