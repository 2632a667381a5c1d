import { sql } from 'slonik'

const alteration = {
  up: async (pool: { query(query: unknown): Promise<unknown> }) => {
    await pool.query(sql.unsafe`
      update users
      set created_at = now(); -- expect: unsafe-migration
    `)
    await pool.query(sql.unsafe`alter table users alter column email set not null`) // expect: unsafe-migration
  },
  down: async () => {},
}

export default alteration
