const Koa = require('koa')
const Router = require('@koa/router')

const app = new Koa()
const router = new Router()

class ScoreCircuitBreaker {
  constructor() {
    this.failures = 0
    this.openUntil = 0
  }

  async run(work) {
    if (Date.now() < this.openUntil) throw new Error('open')
    try {
      return await work()
    } catch (error) {
      this.failures += 1
      if (this.failures > 5) this.openUntil = Date.now() + 10000
      throw error
    }
  }
}

const breaker = new ScoreCircuitBreaker()

router.get('/scores/:id', async (ctx) => {
  const answer = await breaker.run(() => fetch(`https://scores.example.com/${ctx.params.id}`))
  ctx.body = await answer.json()
})

app.use(router.routes())
