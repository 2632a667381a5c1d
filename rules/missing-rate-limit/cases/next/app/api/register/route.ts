import { Ratelimit } from '@upstash/ratelimit'
import { Redis } from '@upstash/redis'

const ratelimit = new Ratelimit({ redis: Redis.fromEnv(), limiter: Ratelimit.slidingWindow(5, '1 m') })

export async function POST(request: Request) {
  const { success } = await ratelimit.limit('register')
  return success ? Response.json(await request.json()) : new Response(null, { status: 429 })
}
