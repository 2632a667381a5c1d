import { NextResponse } from 'next/server'

export async function POST(request: Request) {
  const body = await request.json()
  if (!body.owner) return NextResponse.json({ error: 'owner is required' }, { status: 400 })
  return NextResponse.json({ owner: body.owner })
}
