import { QueryTypes, Sequelize } from 'sequelize'

const db = new Sequelize('sqlite::memory:')

export function byStatus(status: string | null) {
  return db.query(`SELECT id FROM orders WHERE status = '${status}'`, { type: QueryTypes.SELECT }) // expect: sql-injection
}

export function sorted(sort: string) {
  return db.query(`SELECT id FROM orders ORDER BY ${sort}`, { type: QueryTypes.SELECT })
}

export function noted(note: string) {
  return db.query(`INSERT INTO notes (text) VALUES ('${note}')`) // expect: sql-injection
}

export function named(name: string) {
  return db.query(`SELECT id FROM orders WHERE name = '${name}'`) // expect: sql-injection
}

export function paid(id: string) {
  return db.query('UPDATE orders SET paid = 1 WHERE id = ?', { replacements: [id] })
}
