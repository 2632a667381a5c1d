import express, { Router } from 'express'
import passport from 'passport'
import { rateLimit } from 'express-rate-limit'

const app = express()

// Whatever the path is called, the guard checks a password.
const session = Router()
session.post('/', passport.authenticate('local'), (req, res) => void res.json(req.user)) // expect: missing-rate-limit
session.get('/', (req, res) => void res.json(req.user))
app.use('/session', session)

const staff = Router()
staff.post('/', passport.authenticate('local'), (req, res) => void res.json(req.user))
app.use('/staff', rateLimit({ windowMs: 60_000, limit: 5 }), staff)

// A token that was made by a machine.
app.post('/orders', passport.authenticate('jwt'), (_req, res) => void res.json({ ok: true }))
app.listen(3000)
