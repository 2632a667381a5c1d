// The collection comes from a plugin of Fastify, in plain JavaScript.
const { readFileSync } = require('node:fs')
const fastify = require('fastify')({ logger: true })

fastify.register(require('@fastify/mongodb'), { url: process.env.MONGO_URL, ca: readFileSync('ca.pem') })

function seatsOf(app) {
  const seats = app.mongo.db.collection('seats')
  return {
    byCode: (code) => seats.findOne({ code }), // expect: nosql-injection
    byHolder: (holder) => seats.findOne({ holder: String(holder) }),
    byId: (id) => seats.findOne({ _id: new app.mongo.ObjectId(id) }),
  }
}

fastify.register(async function routes(app) {
  const seats = seatsOf(app)
  app.post('/seats/find', async (request) => seats.byCode(request.body.code))
  app.post('/seats/of', async (request) => seats.byHolder(request.body.holder))
  app.post('/seats/one', async (request) => seats.byId(request.body.id))
  app.post('/seats/search', async function (request) {
    const { filter, limit = 20 } = request.body
    const all = this.mongo.db.collection('seats')
    return all.find(filter).limit(Math.min(Number(limit), 100)).toArray() // expect: nosql-injection
  })
  app.post('/seats/where', async function (request) {
    return this.mongo.db.collection('seats').find({ $where: `this.code == '${request.body.code}'` }).limit(5).toArray() // expect: nosql-injection
  })
})
