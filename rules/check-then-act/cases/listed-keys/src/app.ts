import express from 'express'
import { DataTypes, Model, Sequelize } from 'sequelize'

const sequelize = new Sequelize('postgres://db/shop')
export class Device extends Model {}
Device.init({ fingerprint: DataTypes.STRING, platform: DataTypes.STRING }, { sequelize, tableName: 'devices' })
export class Badge extends Model {}
Badge.init({ code: DataTypes.STRING }, { sequelize, tableName: 'badges' })
export class Visit extends Model {}
Visit.init({ number: DataTypes.STRING }, { sequelize, tableName: 'visits' })

const app = express()

app.post('/devices/:fingerprint', async (req, res) => {
  const { fingerprint } = req.params
  const known = await Device.findOne({ where: { fingerprint } }) // expect-low: check-then-act
  if (!known) await Device.create({ fingerprint, platform: 'web' })
  res.sendStatus(204)
})

app.post('/badges/:code', async (req, res) => {
  const { code } = req.params
  const known = await Badge.findOne({ where: { code } })
  if (!known) await Badge.create({ code }) // expect: check-then-act
  res.sendStatus(204)
})

app.post('/visits/:number', async (req, res) => {
  const { number } = req.params
  const known = await Visit.findOne({ where: { number } })
  if (!known) await Visit.create({ number }) // expect: check-then-act
  res.sendStatus(204)
})
