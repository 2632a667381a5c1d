import { DataTypes, Sequelize } from 'sequelize'

const sequelize = new Sequelize('postgres://localhost/bank')
const Receipt = sequelize.define('Receipt', { number: DataTypes.STRING })

export async function print(numbers: string[]) {
  const transaction = await sequelize.transaction() // expect: transaction-without-timeout
  for (const number of numbers) await Receipt.create({ number }, { transaction })
  await transaction.commit()
}
