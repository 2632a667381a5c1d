import { MongoClient } from 'mongodb'
import { Server } from 'socket.io'
import { WebSocketServer } from 'ws'
import { z } from 'zod'

const client = new MongoClient('mongodb://localhost')
const db = client.db('tills')
const io = new Server(3000)

const Join = z.object({ code: z.string() })

io.on('connection', (socket) => {
  // What a client sends is declared by whoever hopes for it.
  socket.on('join', async (payload: { code: string }) => {
    socket.emit('till', await db.collection('tills').findOne({ code: payload.code })) // expect: nosql-injection
  })
  socket.on('login', async ({ email, pin }, reply) => {
    reply(await db.collection('clerks').findOne({ email, pin })) // expect: nosql-injection
  })
  socket.on('leave', async (payload: unknown) => {
    const { code } = Join.parse(payload)
    socket.emit('till', await db.collection('tills').findOne({ code }))
  })
  socket.on('close', async (payload: { code: string }) => {
    await db.collection('tills').updateOne({ code: String(payload.code) }, { $set: { closed: true } })
  })
})

const sockets = new WebSocketServer({ port: 8080 })
sockets.on('connection', (socket) => {
  socket.on('message', async (data) => {
    const message = JSON.parse(data.toString())
    const clerk = await db.collection('clerks').findOne({ token: message.token }) // expect: nosql-injection
    const till = await db.collection('tills').findOne({ code: `${message.till}` })
    socket.send(JSON.stringify({ clerk, till }))
  })
})
