import express from 'express'
import { DataTypes, Model, Sequelize, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize'
import { Queue } from 'bullmq'

const sequelize = new Sequelize('postgres://localhost/shop')
const deliveries = new Queue('deliveries')
const app = express()

class Plan extends Model<InferAttributes<Plan>, InferCreationAttributes<Plan>> {
  declare id: CreationOptional<number>
  declare times: number
  declare jobId: string
}
Plan.init({ id: { type: DataTypes.INTEGER, primaryKey: true }, times: DataTypes.INTEGER, jobId: DataTypes.STRING }, { sequelize })

// What is made of the row goes into the job; the row is given what was asked for.
app.put('/plans/:id', async (req, res) => {
  const { times, made } = req.body
  const plan = await Plan.findByPk(req.params.id)
  if (!plan) return res.status(404).end()
  const job = await deliveries.upsertJobScheduler(plan.jobId, { every: 1000, limit: plan.times && plan.times - made })
  await plan.update({ jobId: String(job.id), times })
  res.status(204).end()
})

app.post('/plans/:id/deliveries', async (req, res) => {
  const plan = await Plan.findByPk(req.params.id)
  if (!plan) return res.status(404).end()
  if (plan.times < 1) return res.status(409).end()
  plan.times -= 1
  await plan.save() // expect: check-then-act
  res.status(204).end()
})

app.listen(3000)
