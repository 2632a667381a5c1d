import { createNamespace } from 'cls-hooked'
import { DataTypes, Sequelize } from 'sequelize'

Sequelize.useCLS(createNamespace('shop'))
const sequelize = new Sequelize('postgres://localhost/shop')
const Order = sequelize.define('Order', { status: DataTypes.STRING })
const Payment = sequelize.define('Payment', { orderId: DataTypes.INTEGER })

// The namespace carries the transaction.
export async function pay(orderId: number) {
  await sequelize.transaction(async () => {
    await Order.update({ status: 'paid' }, { where: { id: orderId } })
    await Payment.create({ orderId })
  })
}
