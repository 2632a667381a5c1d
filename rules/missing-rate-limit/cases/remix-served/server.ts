import express, { type RequestHandler } from 'express'
import { loadBuild } from './build'

const app = express()
const build = await loadBuild()
const accountRateLimiter: RequestHandler = build.entry.module.accountRateLimiter
app.use('/account', accountRateLimiter)
app.all('*', build.serve)
app.listen(3000)
