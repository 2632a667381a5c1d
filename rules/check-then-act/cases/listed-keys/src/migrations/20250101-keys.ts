import type { QueryInterface } from 'sequelize'
import { createIndexes } from '../create-indexes'

const INDEXES = [
  { table: 'devices', fields: ['fingerprint'], where: null, unique: true },
  { table: 'badges', fields: ['code'], where: "status = 'open'", unique: true },
  { table: 'visits', fields: ['number'], where: null, unique: false },
]

export async function up(queryInterface: QueryInterface): Promise<void> {
  await createIndexes(queryInterface, INDEXES)
}
