import express from 'express'
import { DataTypes, Model, Sequelize } from 'sequelize'

const sequelize = new Sequelize('postgres://localhost/shop')
export class Order extends Model {}
Order.init({ status: DataTypes.STRING }, { sequelize })

const app = express()

app.delete('/orders', async (req, res) => {
  // Which version runs is not known: before the fifth, the condition is left out.
  await Order.destroy({ where: { status: req.query.status as any } }) // expect: unfiltered-write
  await Order.destroy({ where: {} }) // expect: unfiltered-write
  await Order.destroy({ truncate: true }) // expect-low: unfiltered-write
  await Order.update({ status: 'closed' }, { where: {} }) // expect: unfiltered-write
  await Order.destroy({ where: { id: 1 } })
  const order = await Order.findByPk(1)
  await order?.destroy()
  res.sendStatus(204)
})

export async function clearOrders() {
  await Order.truncate() // expect-low: unfiltered-write
}
