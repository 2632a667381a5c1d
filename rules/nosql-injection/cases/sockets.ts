// What comes in over a socket was sent by anybody who connects.
import mongoose from 'mongoose'
import { Server } from 'socket.io'
import { WebSocketServer } from 'ws'
import { z } from 'zod'

const Lot = mongoose.model('Lot', new mongoose.Schema({ title: String, price: Number }))
const Search = z.object({ title: z.string() })

const io = new Server(3000)
io.on('connection', (socket) => {
  socket.on('lot:find', async (filter, answer) => {
    answer(await Lot.find(filter).limit(20)) // expect: nosql-injection
  })
  socket.on('lot:titled', async ({ title }, answer) => {
    answer(await Lot.findOne({ title })) // expect: nosql-injection
  })
  socket.on('lot:text', async ({ title }, answer) => {
    answer(await Lot.findOne({ title: String(title) }))
  })
  socket.on('lot:checked', async (payload, answer) => {
    const { title } = Search.parse(payload)
    answer(await Lot.findOne({ title }))
  })
  socket.on('lot:add', async (payload, answer) => { // expect: unvalidated-input
    answer(await Lot.create(payload))
  })
  socket.on('lot:add-checked', async (payload, answer) => {
    answer(await Lot.create(Search.parse(payload)))
  })
})

const server = new WebSocketServer({ port: 8080 })
server.on('connection', (ws) => {
  ws.on('message', async (raw) => {
    const request = JSON.parse(raw.toString())
    ws.send(JSON.stringify(await Lot.findOne({ title: request.title }))) // expect: nosql-injection
  })
})
