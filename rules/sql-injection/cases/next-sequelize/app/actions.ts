'use server'
import { Sequelize } from 'sequelize'

const db = new Sequelize('sqlite::memory:')

export async function rename(form: FormData) {
  await db.query(`UPDATE orders SET name = '${form.get('name')}' WHERE id = 1`) // expect: sql-injection
}
