import { NextResponse } from 'next/server'

export async function POST(request: Request) {
  const body = await request.json()
  if (!body.sku) return NextResponse.json({ error: 'sku is required' }, { status: 400 }) // expect: scattered-validation
  return NextResponse.json({ sku: body.sku })
}
