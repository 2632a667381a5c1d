import { forgetLetters } from '@hall/mail'
import { holdSeat } from '@hall/seats'

export async function POST(request: Request) {
  const { id } = (await request.json()) as { id: string }
  await holdSeat(id)
  await forgetLetters(id)
  return new Response('held')
}
