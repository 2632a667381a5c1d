import { Type } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import { Value } from '@sinclair/typebox/value'
import Ajv from 'ajv'
import { plainToInstance } from 'class-transformer'
import { IsString, validate, validateOrReject } from 'class-validator'
import { isLeft } from 'fp-ts/lib/Either'
import * as t from 'io-ts'
import Koa from 'koa'
import Router from '@koa/router'
import knex from 'knex'
import * as s from 'superstruct'
import * as v from 'valibot'
import * as yup from 'yup'
import { z } from 'zod'

const db = knex({ client: 'pg' })
const router = new Router()

const Yup = yup.object({ title: yup.string().required() })
router.post('/yup', async (ctx) => {
  ctx.body = await db('notes').insert(await Yup.validate(ctx.request.body, { stripUnknown: true }))
})
router.post('/yup-valid', async (ctx) => {
  if (!(await Yup.isValid(ctx.request.body))) ctx.throw(400)
  ctx.body = await db('notes').insert(ctx.request.body)
})

const ajv = new Ajv()
const checkNote = ajv.compile({ type: 'object', properties: { title: { type: 'string' } } })
router.post('/ajv', async (ctx) => {
  if (!checkNote(ctx.request.body)) ctx.throw(400)
  ctx.body = await db('notes').insert(ctx.request.body)
})
router.post('/ajv-ignored', async (ctx) => {
  checkNote(ctx.request.body)
  ctx.body = await db('notes').insert(ctx.request.body) // expect: unvalidated-input
})

const Valibot = v.object({ title: v.string() })
router.post('/valibot', async (ctx) => {
  ctx.body = await db('notes').insert(v.parse(Valibot, ctx.request.body))
})
router.post('/valibot-safe', async (ctx) => {
  const result = v.safeParse(Valibot, ctx.request.body)
  if (!result.success) ctx.throw(400)
  ctx.body = await db('notes').insert(result.output)
})

const Struct = s.object({ title: s.string() })
router.post('/superstruct', async (ctx) => {
  const note = ctx.request.body as object
  s.assert(note, Struct)
  ctx.body = await db('notes').insert(note)
})

const Codec = t.type({ title: t.string })
router.post('/io-ts', async (ctx) => {
  const decoded = Codec.decode(ctx.request.body)
  if (isLeft(decoded)) return ctx.throw(400)
  ctx.body = await db('notes').insert(decoded.right)
})

const Box = Type.Object({ title: Type.String() })
const compiled = TypeCompiler.Compile(Box)
router.post('/typebox', async (ctx) => {
  ctx.body = await db('notes').insert(Value.Parse(Box, ctx.request.body))
})
router.post('/typebox-compiled', async (ctx) => {
  if (!compiled.Check(ctx.request.body)) ctx.throw(400)
  ctx.body = await db('notes').insert(ctx.request.body as object)
})

class Note {
  @IsString()
  title!: string
}
router.post('/class-validator', async (ctx) => {
  const note = plainToInstance(Note, ctx.request.body as object)
  const errors = await validate(note)
  if (errors.length > 0) ctx.throw(400)
  ctx.body = await db('notes').insert(note)
})
router.post('/class-validator-rejects', async (ctx) => {
  const note = plainToInstance(Note, ctx.request.body as object)
  await validateOrReject(note)
  ctx.body = await db('notes').insert(note)
})
router.post('/class-transformer-alone', async (ctx) => {
  const note = plainToInstance(Note, ctx.request.body as object) // expect: unvalidated-input
  ctx.body = await db('notes').insert(note)
})

const app = new Koa()
app.use(router.routes())

// Pairs of a value and its schema, checked one after the other.
const Zod = z.object({ title: z.string() })
function checkAll(...pairs: [unknown, z.ZodType][]) {
  for (const [value, schema] of pairs) {
    const result = schema.safeParse(value)
    if (!result.success) throw new Error('invalid')
  }
}
router.post('/pairs', async (ctx) => {
  const note = ctx.request.body as object
  checkAll([note, Zod])
  ctx.body = await db('notes').insert(note)
})
