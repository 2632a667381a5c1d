import Fastify from 'fastify'
import { AccountService } from './account.service'
interface Change {
  id: number
  amount: number
  slot: string
  userId: number
}

const app = Fastify()
const s = new AccountService()
app.post<{ Body: Change }>('/withdraw', async (req) => s.withdraw(req.body.id, req.body.amount))
app.post<{ Body: Change }>('/withdraw/in-a-transaction', async (req) => s.withdrawTx(req.body.id, req.body.amount))
app.post<{ Body: Change }>('/patch', async (req) => s.patch(req.body.id, req.body.amount))
app.post<{ Body: Change }>('/checked', async (req) => s.checked(req.body.id, req.body.amount))
app.post<{ Body: Change }>('/raw', async (req) => s.raw(req.body.id, req.body.amount))
app.post<{ Body: Change }>('/locked', async (req) => s.locked(req.body.id, req.body.amount))
app.post<{ Body: Change }>('/optimistic', async (req) => s.optimistic(req.body.id, req.body.amount))
app.post<{ Body: Change }>('/guarded', async (req) => s.guarded(req.body.id, req.body.amount))
app.post<{ Body: Change }>('/reserve', async (req) => s.reserve(req.body.id, req.body.slot))
app.post<{ Body: Change }>('/join', async (req) => s.join(req.body.id, req.body.userId))
app.post<{ Body: Change }>('/join/once', async (req) => s.joinOnce(req.body.id, req.body.userId))
app.listen({ port: 3000 })
