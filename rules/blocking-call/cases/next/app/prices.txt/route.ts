import { pricesOf } from '../../lib/texts'

export const revalidate = 3600

// An answer to what was asked is made for each request.
export function GET(request: Request) {
  return new Response(pricesOf(new URL(request.url).searchParams.get('season') ?? ''))
}
