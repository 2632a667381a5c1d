import express from 'express'
import { dropDrafts, dropListings, dropSeatings, emptyChannel, prisma, removePatient } from './services'

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

app.patch('/agencies/:id', async (req, res) => {
  await prisma.agency.update({ where: { id: req.params.id }, data: { name: String(req.body.name) } })
  res.end()
})

app.post('/sites/:id/:step', async (req, res) => {
  const { id, step } = req.params
  switch (step) {
    case 'listings':
      res.json({ again: await dropListings(id) })
      return
    case 'site':
      await prisma.site.delete({ where: { id } })
      res.end()
  }
})

app.post('/restaurants/:id/:wish', async (req, res) => {
  const { id, wish } = req.params
  switch (wish) {
    case 'clear':
      await dropSeatings(id)
      break
    case 'close':
      await prisma.restaurant.delete({ where: { id } })
  }
  res.end()
})

app.delete('/vendors/:id', async (req, res) => {
  const { id } = req.params
  const shipments = await prisma.shipment.count({ where: { vendorId: id } })
  if (shipments > 0) {
    await prisma.vendor.updateMany({ where: { id }, data: { closed: true } })
  } else {
    await prisma.vendor.delete({ where: { id } })
  }
  res.end()
})

app.delete('/hotels/:id', async (req, res) => {
  const { id } = req.params
  const trips = await prisma.trip.count({ where: { hotelId: id } })
  if (trips > 0 && req.body.keep === true) {
    await prisma.hotel.updateMany({ where: { id }, data: { closed: true } })
  } else {
    await prisma.hotel.delete({ where: { id } })
  }
  res.end()
})

app.listen(3000)
