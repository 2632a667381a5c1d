const express = require('express')
const bunyan = require('bunyan')

const app = express()
const bunyanLog = bunyan.createLogger({ name: 'shop', serializers: { user: (user) => ({ id: user.id }) } })

const SENSITIVE = ['password', 'token']

function redact(fields) {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, SENSITIVE.includes(key) ? '***' : value]))
}

/** The logger of the project: it hides what it knows. */
class SafeLogger {
  info(message, fields) {
    bunyanLog.info(redact(fields), message)
  }
}

/** One that hides nothing. */
class PlainLogger {
  info(message, fields) {
    bunyanLog.info({ fields }, message)
  }
  track(event, ...details) {
    this.info(event, details)
  }
}

const audit = (event, details) => console.log(JSON.stringify({ event, details }))

function trace(details) {
  const line = { ...details, at: Date.now() }
  bunyanLog.trace(line)
}

const safe = new SafeLogger()
const plain = new PlainLogger()

app.post('/sessions', (req, res) => {
  const { email, password } = req.body
  safe.info('login', { email, password })
  plain.info('login', { email, password }) // expect: sensitive-data-in-log
  plain.info('login', { email })
  audit('login', req.body) // expect: sensitive-data-in-log
  audit('login', { email })
  trace({ password }) // expect: sensitive-data-in-log
  bunyanLog.info({ user: req.user }, 'login')
  bunyanLog.info({ account: req.user }, 'login') // expect: sensitive-data-in-log
  req.log.info({ token: req.query.token }, 'login') // expect: sensitive-data-in-log
  plain.track('login', password) // expect: sensitive-data-in-log
  res.sendStatus(204)
})

module.exports = app
