import express from 'express'
import { circuitBreaker, ConsecutiveBreaker, handleAll } from 'cockatiel'

const app = express()
const guarded = circuitBreaker(handleAll, { halfOpenAfter: 10_000, breaker: new ConsecutiveBreaker(5) })

app.get('/scores/:id', async (req, res) => {
  const answer = await guarded.execute(() => fetch(`https://scores.example.com/${req.params.id}`))
  res.json(await answer.json())
})
