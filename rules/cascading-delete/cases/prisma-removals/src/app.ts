import express from 'express'
import { dropDrafts, emptyChannel, prisma, removePatient } from './services'

const app = express()

app.post('/suppliers', async (req, res) => {
  await prisma.supplier.create({ data: { id: crypto.randomUUID(), name: String(req.body.name) } })
  res.end()
})

app.delete('/organizations/:id', async (req, res) => {
  const { id } = req.params
  const organization = await prisma.organization.findUnique({ where: { id }, include: { _count: { select: { venues: true } } } })
  if (!organization) {
    res.sendStatus(404)
    return
  }
  if (organization._count.venues > 0) {
    res.status(400).json({ error: 'Remove its venues first' })
    return
  }
  await prisma.organization.delete({ where: { id } })
  res.end()
})

app.delete('/clinics/:id', async (req, res) => {
  const { id } = req.params
  const clinic = await prisma.clinic.findUnique({ where: { id } })
  if (!clinic?.closed) {
    res.status(400).json({ error: 'Close it first' })
    return
  }
  await prisma.clinic.delete({ where: { id } })
  res.end()
})

app.delete('/channels/:id', async (req, res) => {
  const { id } = req.params
  await emptyChannel(id)
  await prisma.channel.delete({ where: { id } })
  res.end()
})

app.delete('/publications/:id', async (req, res) => {
  const { id } = req.params
  await dropDrafts(id)
  await prisma.publication.delete({ where: { id } })
  res.end()
})

app.delete('/customers/:id', async (req, res) => {
  await prisma.customer.delete({ where: { id: req.params.id } })
  res.end()
})

app.delete('/patients/:id', async (req, res) => {
  const { id } = req.params
  await prisma.payment.deleteMany({ where: { patientId: id } })
  await removePatient(id)
  res.end()
})

app.delete('/users/:id', async (req, res) => {
  await prisma.user.delete({ where: { id: req.params.id } })
  res.end()
})

app.post('/guests/reset', async (_req, res) => {
  await prisma.guest.deleteMany({ where: { email: { endsWith: '@demo.com' } } })
  res.end()
})

app.post('/projects/tidy', async (_req, res) => {
  await prisma.project.deleteMany({ where: { tasks: { none: {} } } })
  res.end()
})

app.listen(3000)
