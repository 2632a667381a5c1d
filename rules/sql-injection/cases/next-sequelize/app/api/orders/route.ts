import { NextRequest, NextResponse } from 'next/server'
import { z } from 'zod'
import { byStatus, noted, sorted } from '../../../lib/orders'

const Query = z.object({ sort: z.enum(['id', 'total']) })

export async function GET(request: NextRequest) {
  const { sort } = Query.parse({ sort: request.nextUrl.searchParams.get('sort') })
  await sorted(sort)
  return NextResponse.json(await byStatus(request.nextUrl.searchParams.get('status')))
}

export async function POST(request: Request) {
  const { note } = await request.json()
  return NextResponse.json(await noted(note))
}
