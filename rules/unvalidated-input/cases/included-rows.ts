// Rows that a row belongs to, of which only what the call includes is written.
import express, { type Request } from 'express'
import { DataTypes, Model, Sequelize } from 'sequelize'

const sequelize = new Sequelize('sqlite::memory:')
class Guest extends Model {}
Guest.init({ name: DataTypes.STRING }, { sequelize })
class Pitch extends Model {}
Pitch.init({ name: DataTypes.STRING, width: DataTypes.INTEGER, colour: DataTypes.STRING }, { sequelize })
class Spot extends Model {}
Spot.init({ latitude: DataTypes.FLOAT, longitude: DataTypes.FLOAT, user_id: DataTypes.INTEGER }, { sequelize })
Spot.belongsTo(Guest, { foreignKey: 'user_id', as: 'user' })

const app = express()
app.use(express.json())
declare function guestOf(request: Request): { readonly id: number }

// Nothing to gain, but any type and size.
app.post('/pitches', async (req, res) => {
  res.json(await Pitch.create(req.body)) // expect: unvalidated-input
})
// Of the guest only the key is a column, which is set.
app.post('/spots', async (req, res) => {
  res.json(await Spot.create({ ...req.body, user_id: guestOf(req).id })) // expect-low: unvalidated-input
})
app.post('/spots/anybody', async (req, res) => {
  res.json(await Spot.create(req.body)) // expect: unvalidated-input
})
// What is included is written too.
app.post('/spots/with-guest', async (req, res) => {
  res.json(await Spot.create({ ...req.body, user_id: guestOf(req).id }, { include: 'user' })) // expect: unvalidated-input
})
