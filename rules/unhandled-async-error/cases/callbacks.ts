import { readFile } from 'node:fs'
import amqp from 'amqplib'
import busboy from 'busboy'
import express from 'express'
import { Pool } from 'pg'
import { Server } from 'socket.io'
import { WebSocketServer } from 'ws'

const pool = new Pool()

async function keep(text: string) {
  await pool.query('INSERT INTO messages (text) VALUES ($1)', [text])
}

// Nobody looks at what a callback gives that is told of an error first.
readFile('/var/import/seats.csv', 'utf8', async (error, text) => { // expect: unhandled-async-error
  if (!error) await keep(text)
})
readFile('/var/import/seats.csv', 'utf8', (error, text) => {
  if (!error) keep(text).catch(console.error)
})
pool.query('SELECT 1', async (error: Error, result: unknown) => { // expect: unhandled-async-error
  if (!error) await keep(String(result))
})

const sockets = new WebSocketServer({ port: 8080 })
sockets.on('connection', (socket) => {
  socket.on('message', async (data) => { // expect: unhandled-async-error
    await keep(String(data))
  })
})

const io = new Server()
io.on('connection', (socket) => {
  socket.on('note', async (text) => { // expect: unhandled-async-error
    await keep(text)
  })
  socket.on('leave', async (text) => {
    try {
      await keep(text)
    } catch (error) {
      console.error(error)
    }
  })
})

export async function consume() {
  const connection = await amqp.connect('amqp://localhost')
  const channel = await connection.createChannel()
  await channel.consume('notes', async (message) => { // expect: unhandled-async-error
    await keep(String(message?.content))
  })
}

const app = express()
app.post('/files', (req, res) => {
  const form = busboy({ headers: req.headers })
  form.on('field', async (name, value) => { // expect: unhandled-async-error
    await keep(`${name}=${value}`)
  })
  form.on('close', () => res.sendStatus(204))
  req.pipe(form)
})

/** Functions of the project that throw away what they are given back. */
function each<T>(list: readonly T[], run: (item: T) => void) {
  for (const item of list) run(item)
}

function later(run: () => void) {
  setTimeout(run, 1_000)
}

async function eachInOrder<T>(list: readonly T[], run: (item: T) => Promise<void>) {
  for (const item of list) await run(item)
}

function guarded(run: () => void) {
  Promise.resolve(run()).catch(console.error)
}

export async function importAll(lines: string[]) {
  each(lines, async (line) => { // expect: unhandled-async-error
    await keep(line)
  })
  each(lines, (line) => {
    keep(line).catch(console.error)
  })
  later(async () => { // expect: unhandled-async-error
    await keep('done')
  })
  await eachInOrder(lines, async (line) => {
    await keep(line)
  })
  guarded(async () => {
    await keep('end')
  })
}

/** What is called settles the promise, whatever it gives back by the way. */
declare const hall: { close(done: () => void): Promise<void>; open(): Promise<void> }

export function closeHall(): Promise<void> {
  return new Promise((resolve) => hall.close(resolve))
}

export function openHall(): Promise<void> {
  return new Promise((resolve) => hall.open().then(resolve)) // expect: unhandled-async-error
}

export function keepOnce(line: string): Promise<void> {
  return new Promise(async (resolve, reject) => { // expect: unhandled-async-error
    try {
      await keep(line)
      resolve()
    } catch (error) {
      reject(error)
      throw new Error('not kept')
    }
  })
}
