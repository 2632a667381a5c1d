import { NextResponse } from 'next/server'

export async function POST(request: Request) {
  const body = await request.json()
  if (!body.row) return NextResponse.json({ error: 'row is required' }, { status: 400 })
  return NextResponse.json({ row: body.row })
}
