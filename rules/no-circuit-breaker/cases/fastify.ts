import Fastify from 'fastify'
import CircuitBreaker from 'opossum'

const server = Fastify()

async function score(id: string): Promise<unknown> {
  return (await fetch(`https://scores.example.com/${id}`)).json()
}

const breaker = new CircuitBreaker(score, { timeout: 3000 })

server.get<{ Params: { id: string } }>('/scores/:id', async (request) => breaker.fire(request.params.id))
