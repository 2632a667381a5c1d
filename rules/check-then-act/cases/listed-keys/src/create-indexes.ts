import type { QueryInterface } from 'sequelize'

export async function createIndexes(queryInterface: QueryInterface, indexes: readonly { table: string; fields: string[]; where: string | null; unique: boolean }[]): Promise<void> {
  for (const { table, fields, where, unique } of indexes) {
    await queryInterface.sequelize.query(`CREATE ${unique ? 'UNIQUE ' : ''}INDEX ON ${table} (${fields.join(', ')}) ${where ? `WHERE ${where}` : ''}`)
  }
}
