// Firestore: queries that read when they are asked to, snapshots as rows, transactions that hold what they read.
import express from 'express'
import { FieldValue, getFirestore, type Query } from 'firebase-admin/firestore'

const db = getFirestore()

class Bookings {
  private readonly bookings = db.collection('bookings')
  private readonly shows = db.collection('shows')

  async show(id: string) {
    const snapshot = await this.shows.doc(id).get()
    return snapshot.exists ? { id: snapshot.id, ...(snapshot.data() as { seats: number; title: string }) } : undefined
  }
  async all() {
    const snapshot = await this.bookings.get() // expect: unbounded-query
    return snapshot.docs.map((doc) => doc.data() as { show: string })
  }
  async open(mine: boolean) {
    let query: Query = this.bookings.where('status', '==', 'open')
    if (mine) query = query.where('mine', '==', true)
    const snapshot = await query.orderBy('created').limit(100).get()
    return snapshot.docs.map((doc) => doc.data() as { show: string })
  }
  setSeats(show: string, seats: number) {
    return this.shows.doc(show).update({ seats })
  }
  release(show: string) {
    return this.shows.doc(show).update({ seats: FieldValue.increment(1) })
  }
  add(booking: object) {
    return this.bookings.add(booking)
  }
}

const repository = new Bookings()

export async function book(show: string, user: string) {
  const found = await repository.show(show)
  if (!found || found.seats < 1) throw new Error('sold out')
  await repository.setSeats(show, found.seats - 1) // expect: check-then-act, missing-transaction
  await repository.add({ show, user })
}

/** What a transaction has read is read again when somebody changed it. */
export async function bookInTransaction(show: string, user: string) {
  await db.runTransaction(async (transaction) => {
    const ref = db.collection('shows').doc(show)
    const snapshot = await transaction.get(ref)
    const seats = (snapshot.data() as { seats: number }).seats
    if (seats < 1) throw new Error('sold out')
    transaction.update(ref, { seats: seats - 1 })
    transaction.create(db.collection('bookings').doc(), { show, user })
  })
}

export async function bookBesideTransaction(show: string, user: string) {
  await db.runTransaction(async (transaction) => {
    const ref = db.collection('shows').doc(show)
    const snapshot = await transaction.get(ref)
    transaction.update(ref, { seats: (snapshot.data() as { seats: number }).seats - 1 })
    await db.collection('bookings').add({ show, user }) // expect: escaped-transaction
  })
}

export async function overview() {
  const bookings = await repository.all()
  const result: unknown[] = []
  for (const booking of bookings) result.push({ ...booking, show: await repository.show(booking.show) }) // expect: n-plus-one-query
  return result
}

export async function overviewAtOnce() {
  const bookings = await repository.open(true)
  return db.getAll(...bookings.map(({ show }) => db.collection('shows').doc(show)))
}

export async function cancel(show: string) {
  const snapshot = await db.collection('bookings').where('show', '==', show).limit(500).get()
  const batch = db.batch()
  for (const doc of snapshot.docs) batch.delete(doc.ref)
  await batch.commit()
}

const app = express()
app.get('/bookings', async (_req, res) => {
  res.json([await overview(), await overviewAtOnce()])
})
app.post('/bookings', async (req, res) => {
  const show = String(req.query['show'])
  await book(show, 'ada')
  await bookInTransaction(show, 'ada')
  await bookBesideTransaction(show, 'ada')
  res.json({})
})
app.delete('/bookings', async (req, res) => {
  await cancel(String(req.query['show']))
  res.json({})
})
app.post('/release', async (req, res) => {
  await repository.release(String(req.query['show']))
  res.json({})
})
