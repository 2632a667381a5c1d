import { NextResponse } from 'next/server'
import { takeSeat } from '../../seats/actions'

export async function POST(request: Request) {
  const { seatId } = await request.json()
  takeSeat(seatId) // expect: floating-promise
  return NextResponse.json({ accepted: true })
}
