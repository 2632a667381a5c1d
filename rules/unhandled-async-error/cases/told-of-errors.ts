// Functions that others call when they are done, and whose promise nobody looks at.
import { spawn } from 'node:child_process'
import https from 'node:https'
import express, { type NextFunction, type Request, type Response } from 'express'
import formidable from 'formidable'
import mongoose from 'mongoose'
import multer from 'multer'
import { Pool } from 'pg'

const pool = new Pool()

async function note(what: unknown) {
  await pool.query('insert into notes (what) values ($1)', [String(what)])
}

const upload = multer().single('photo')

export function store(request: Request, response: Response, next: NextFunction) {
  upload(request, response, async (err) => { // expect: unhandled-async-error
    await note(request.file)
    response.end()
  })
  upload(request, response, async (err) => {
    try {
      await note(request.file)
      response.end()
    } catch (error) {
      next(error)
    }
  })
  formidable({}).parse(request, async (err, fields) => { // expect: unhandled-async-error
    await note(fields)
    response.end()
  })
}

export function watch() {
  https.get('https://rates.example.com', async (answer) => { // expect: unhandled-async-error
    await note(answer.statusCode)
  })
  mongoose.connection.on('disconnected', async () => { // expect: unhandled-async-error
    await note('lost')
  })
  spawn('ls').on('exit', async (code) => { // expect: unhandled-async-error
    await note(code)
  })
  process.on('exit', async () => { // expect-low: unhandled-async-error
    await note('bye')
  })
  // One function, thrown away in two ways.
  setTimeout(note, 500) // expect: unhandled-async-error
  ;['a', 'b'].forEach(note) // expect: unhandled-async-error
}

/** Emitters of clients that nobody declares; frameworks that look at the promise give a context. */
export function subscribe(client: any, bot: any) {
  client.on('message', async (topic: string, payload: Buffer) => { // expect: unhandled-async-error
    await note(payload)
  })
  bot.on('message', async (ctx: any) => { // expect-low: unhandled-async-error
    await note(ctx)
  })
}

express().post('/photos', store)
