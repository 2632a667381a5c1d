import { Ratelimit } from '@upstash/ratelimit'
import { Redis } from '@upstash/redis'
import { initTRPC, TRPCError } from '@trpc/server'

const t = initTRPC.context<{ ip: string }>().create()
const ratelimit = new Ratelimit({ redis: Redis.fromEnv(), limiter: Ratelimit.slidingWindow(5, '1 m') })

const limited = t.procedure.use(async ({ ctx, next }) => {
  const { success } = await ratelimit.limit(ctx.ip)
  if (!success) throw new TRPCError({ code: 'TOO_MANY_REQUESTS' })
  return next()
})

export const accounts = t.router({
  login: t.procedure.mutation(() => ({ ok: true })), // expect: missing-rate-limit
  register: t.procedure.mutation(() => ({ ok: true })),
  forgotPassword: limited.mutation(() => ({ ok: true })),
  profile: t.procedure.query(() => ({ ok: true })),
})
