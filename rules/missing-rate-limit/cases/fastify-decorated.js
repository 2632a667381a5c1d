// Guards that are decorated on the application, and asked for by their names.
const fastify = require('fastify')
const { Pool } = require('pg')

const pool = new Pool()

async function guards(app) {
  const verifySession = async (request, reply) => {
    if (!request.session) reply.code(401).send({ error: 'unauthorized' })
  }
  const needsPermission = (scope) => async (request, reply) => {
    if (!request.session.scopes.includes(scope)) {
      reply.code(403).send({ error: 'unauthorized' })
      throw new Error('unauthorized')
    }
  }
  app.decorate('verifySession', verifySession)
  app.decorate('needsPermission', needsPermission)
  app.decorate('greet', async (request) => { request.greeted = true })
}

const exported = async (request) => (await pool.query('SELECT * FROM flows WHERE team = $1', [request.params.team])).rows

async function known(app) {
  app.addHook('preHandler', app.verifySession)
  app.get('/flows/:team/export', exported)
}

async function permitted(app) {
  app.get('/teams/:team/export', { preHandler: app.needsPermission('team:export') }, exported)
}

// It keeps nobody out.
async function greeted(app) {
  app.addHook('preHandler', app.greet)
  app.get('/open/:team/export', exported) // expect: missing-rate-limit
}

async function start() {
  const server = fastify()
  await server.register(guards)
  await server.register(known)
  await server.register(permitted)
  await server.register(greeted)
  await server.listen({ port: 3000 })
}

start()
