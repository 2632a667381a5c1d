import { Ratelimit } from '@upstash/ratelimit'
import { Redis } from '@upstash/redis'

const ratelimit = new Ratelimit({ redis: Redis.fromEnv(), limiter: Ratelimit.slidingWindow(5, '1 m') })

export function withLimit(handler: (request: Request) => Promise<Response>) {
  return async (request: Request) => {
    const { success } = await ratelimit.limit(request.headers.get('x-forwarded-for') ?? '')
    return success ? handler(request) : new Response('slow down', { status: 429 })
  }
}
