import { NextResponse } from 'next/server'
import { getCurrentUserForApi } from '../../../lib/session'

export async function POST(request: Request) { 
  const { code } = await request.json()
  const auth = await getCurrentUserForApi()
  if ('response' in auth) return auth.response
  return NextResponse.json({ ok: code === process.env.CODE })
}
