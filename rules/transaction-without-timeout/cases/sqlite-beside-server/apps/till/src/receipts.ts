// SQLite in the process has one writer, and no setting that ends a transaction.
import { DataTypes, Sequelize } from 'sequelize'

class Till {
  readonly sequelize: Sequelize

  constructor(storage: string) {
    this.sequelize = new Sequelize({ dialect: 'sqlite', storage })
  }
}

const till = new Till('till.db')
const Receipt = till.sequelize.define('Receipt', { number: DataTypes.STRING })

export async function print(numbers: string[]) {
  const transaction = await till.sequelize.transaction()
  for (const number of numbers) await Receipt.create({ number }, { transaction })
  await transaction.commit()
}
