// Columns chosen by the code: entries or keys of the body that are in a list of it.
import express from 'express'
import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
const app = express()
app.use(express.json())

const EDITABLE = ['city', 'name']
const COLUMNS = new Set(EDITABLE)
const HIDDEN = ['role', 'balance']

app.patch('/customers/:id/entries', async (request, response) => {
  const changes = Object.fromEntries(Object.entries(request.body).filter(([name]) => EDITABLE.includes(name)))
  response.json(await prisma.customer.update({ where: { id: Number(request.params.id) }, data: changes }))
})

function chosen(given: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(given).filter(([name, value]) => COLUMNS.has(name) && value !== undefined))
}
app.patch('/customers/:id/chosen', async (request, response) => {
  response.json(await prisma.customer.update({ where: { id: Number(request.params.id) }, data: chosen(request.body) }))
})

app.patch('/customers/:id/reduced', async (request, response) => {
  const changes = Object.keys(request.body).reduce<Record<string, unknown>>((kept, name) => {
    if (COLUMNS.has(name)) kept[name] = request.body[name]
    return kept
  }, {})
  response.json(await prisma.customer.update({ where: { id: Number(request.params.id) }, data: changes }))
})

app.patch('/customers/:id/reduced-list', async (request, response) => {
  const changes = EDITABLE.reduce<Record<string, unknown>>((kept, name) => (name in request.body ? { ...kept, [name]: request.body[name] } : kept), {})
  response.json(await prisma.customer.update({ where: { id: Number(request.params.id) }, data: changes }))
})

// Every name but one is kept.
app.patch('/customers/:id/reduced-rest', async (request, response) => {
  const changes = Object.keys(request.body).reduce<Record<string, unknown>>((kept, name) => { // expect: unvalidated-input
    if (name !== 'id') kept[name] = request.body[name]
    return kept
  }, {})
  response.json(await prisma.customer.update({ where: { id: Number(request.params.id) }, data: changes }))
})

app.patch('/customers/:id/looped', async (request, response) => {
  const changes: Record<string, unknown> = {}
  for (const name of EDITABLE) if (request.body[name] !== undefined) changes[name] = request.body[name]
  response.json(await prisma.customer.update({ where: { id: Number(request.params.id) }, data: changes }))
})

app.patch('/customers/:id/each', async (request, response) => {
  const changes: Record<string, unknown> = {}
  Object.entries(request.body).forEach(([name, value]) => {
    if (EDITABLE.includes(name)) changes[name] = value
  })
  response.json(await prisma.customer.update({ where: { id: Number(request.params.id) }, data: changes }))
})

// Those that are hidden are left out, and any other column is set.
app.patch('/customers/:id/rest', async (request, response) => {
  const changes = Object.fromEntries(Object.entries(request.body).filter(([name]) => !HIDDEN.includes(name))) // expect: unvalidated-input
  response.json(await prisma.customer.update({ where: { id: Number(request.params.id) }, data: changes }))
})

// What is tested is the value.
app.patch('/customers/:id/given', async (request, response) => {
  const changes = Object.fromEntries(Object.entries(request.body).filter(([, value]) => value !== undefined)) // expect: unvalidated-input
  response.json(await prisma.customer.update({ where: { id: Number(request.params.id) }, data: changes }))
})

app.patch('/customers/:id/copied', async (request, response) => {
  const changes: Record<string, unknown> = {}
  for (const name of Object.keys(request.body)) changes[name] = request.body[name] // expect: unvalidated-input
  response.json(await prisma.customer.update({ where: { id: Number(request.params.id) }, data: changes }))
})

// Each name is looked at in the loop, whatever else is done there.
app.patch('/customers/:id/each-name', async (request, response) => {
  const changes: Record<string, unknown> = {}
  for (const key in request.body) {
    if (EDITABLE.includes(key) && typeof request.body[key] === 'string') {
      if (key === 'city') request.body[key] = request.body[key].trim()
      changes[key] = request.body[key]
    } else if (key === 'note' && Array.isArray(request.body[key])) changes[key] = request.body[key]
  }
  response.json(await prisma.customer.update({ where: { id: Number(request.params.id) }, data: changes }))
})
app.patch('/customers/:id/each-other', async (request, response) => {
  const changes: Record<string, unknown> = {}
  for (const key of Object.keys(request.body)) {
    if (!COLUMNS.has(key)) continue
    if (key === 'city') request.body.city = await townOf(request.ip)
    changes[key] = request.body[key]
  }
  response.json(await prisma.customer.update({ where: { id: Number(request.params.id) }, data: changes }))
})
app.patch('/customers/:id/each-any', async (request, response) => {
  const changes: Record<string, unknown> = {}
  for (const key in request.body) {
    if (EDITABLE.includes(key)) console.log(key)
    if (key !== 'id') changes[key] = request.body[key] // expect: unvalidated-input
  }
  response.json(await prisma.customer.update({ where: { id: Number(request.params.id) }, data: changes }))
})
async function townOf(address: string | undefined) {
  return address === undefined ? 'nowhere' : `town of ${address}`
}

// The list is for something else.
app.patch('/customers/:id/listed', async (request, response) => {
  const shown = Object.fromEntries(Object.entries(request.body).filter(([name]) => EDITABLE.includes(name)))
  console.log(shown)
  response.json(await prisma.customer.update({ where: { id: Number(request.params.id) }, data: request.body })) // expect: unvalidated-input
})
