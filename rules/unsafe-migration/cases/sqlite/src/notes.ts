import Database from 'better-sqlite3'

const db = new Database('notes.db')

export function titles(): unknown[] {
  return db.prepare('SELECT id, title FROM notes LIMIT 10').all()
}
