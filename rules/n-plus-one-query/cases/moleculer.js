// Moleculer: services are objects; others call their actions.
'use strict'
const { Errors } = require('moleculer')
const { Pool } = require('pg')

const pool = new Pool()

module.exports = {
  name: 'stock',
  actions: {
    list: {
      rest: 'GET /',
      async handler() {
        const { rows } = await pool.query('SELECT * FROM items') // expect: unbounded-query
        const result = []
        for (const row of rows) result.push({ ...row, depot: (await pool.query('SELECT name FROM depots WHERE id = $1', [row.depot])).rows[0] }) // expect: n-plus-one-query
        return result
      },
    },
    first: {
      async handler() {
        return (await pool.query('SELECT id FROM items LIMIT 20')).rows
      },
    },
    async search(ctx) {
      return pool.query(`SELECT id FROM items WHERE name = '${ctx.params.term}' LIMIT 5`) // expect: sql-injection
    },
    async find(ctx) {
      return pool.query('SELECT id FROM items WHERE name = $1 LIMIT 5', [ctx.params.term])
    },
    take: {
      params: { id: 'number', count: { type: 'number', positive: true } },
      async handler(ctx) {
        const { rows } = await pool.query('SELECT id, stock FROM items WHERE id = $1', [ctx.params.id])
        if (rows[0].stock < ctx.params.count) throw new Errors.MoleculerClientError('sold out', 409)
        await pool.query('UPDATE items SET stock = $1 WHERE id = $2', [rows[0].stock - ctx.params.count, ctx.params.id]) // expect: check-then-act
      },
    },
  },
  events: {
    async 'order.placed'(ctx) {
      await fetch('https://partner.example.com/placed', { method: 'POST', body: String(ctx.params.id) }) // expect: external-call-without-timeout
    },
  },
}
