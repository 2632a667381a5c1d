// Passport waits for `done`, and for nothing else.
const passport = require('passport')
const LocalStrategy = require('passport-local').Strategy
const { Strategy: TokenStrategy } = require('passport-jwt')
const { Pool } = require('pg')

const pool = new Pool()

passport.use(
  new LocalStrategy(async (name, password, done) => { // expect: unhandled-async-error
    const { rows } = await pool.query('select id from customers where name = $1', [name])
    done(null, rows[0])
  }),
)
passport.use(
  new TokenStrategy({ secretOrKey: process.env.KEY }, async (payload, done) => {
    try {
      const { rows } = await pool.query('select id from customers where id = $1', [payload.id])
      done(null, rows[0])
    } catch (error) {
      done(error)
    }
  }),
)
passport.deserializeUser(async (id, done) => { // expect: unhandled-async-error
  const { rows } = await pool.query('select id from customers where id = $1', [id])
  done(null, rows[0])
})
