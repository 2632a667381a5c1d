// Rows that are what a form shows, as far as they can be set.
import express, { type Request } from 'express'
import { DataTypes, Model, Sequelize } from 'sequelize'

const sequelize = new Sequelize('sqlite::memory:')
class Guest extends Model {}
Guest.init({ name: DataTypes.STRING }, { sequelize })
class Pitch extends Model {}
Pitch.init({ name: DataTypes.STRING, width: DataTypes.INTEGER, colour: DataTypes.STRING }, { sequelize })
class Match extends Model {}
Match.init({ title: DataTypes.STRING, external_id: DataTypes.STRING, pitch_id: { type: DataTypes.INTEGER, references: { model: 'pitches', key: 'id' } } }, { sequelize })
class Spot extends Model {}
Spot.init({ latitude: DataTypes.FLOAT, longitude: DataTypes.FLOAT, user_id: DataTypes.INTEGER }, { sequelize })
Spot.belongsTo(Guest, { foreignKey: 'user_id', as: 'user' })
class Ticket extends Model {}
Ticket.init({ title: DataTypes.STRING }, { sequelize })
Ticket.belongsTo(Guest, { as: 'owner' })
class Note extends Model {}
Note.init({ text: DataTypes.STRING, tenant_id: DataTypes.INTEGER }, { sequelize })

const app = express()
app.use(express.json())
declare function guestOf(request: Request): { readonly id: number; readonly tenant: number }

app.post('/pitches', async (req, res) => {
  res.json(await Pitch.create(req.body)) // expect-low: unvalidated-input
})
app.patch('/pitches/:id', async (req, res) => {
  const pitch = await Pitch.findByPk(req.params.id)
  res.json(await pitch?.update(req.body)) // expect-low: unvalidated-input
})
// Of the guest only the key is a column, which is set.
app.post('/spots', async (req, res) => {
  res.json(await Spot.create({ ...req.body, user_id: guestOf(req).id })) // expect-low: unvalidated-input
})
app.post('/matches', async (req, res) => {
  res.json(await Match.create({ ...req.body, pitch_id: 1 })) // expect-low: unvalidated-input
})

// Where it belongs to is for whoever sends it to say, by a key that is declared or comes with the relation.
app.post('/matches/anywhere', async (req, res) => {
  res.json(await Match.create(req.body)) // expect: unvalidated-input
})
app.post('/spots/anybody', async (req, res) => {
  res.json(await Spot.create(req.body)) // expect: unvalidated-input
})
app.post('/tickets', async (req, res) => {
  res.json(await Ticket.create(req.body)) // expect: unvalidated-input
})
// What is included is written too.
app.post('/spots/with-guest', async (req, res) => {
  res.json(await Spot.create({ ...req.body, user_id: guestOf(req).id }, { include: 'user' })) // expect: unvalidated-input
})
// Any row becomes one of the sender's.
app.patch('/notes/:id', async (req, res) => {
  const note = await Note.findByPk(req.params.id)
  res.json(await note?.update({ ...req.body, tenant_id: guestOf(req).tenant })) // expect: unvalidated-input
})
