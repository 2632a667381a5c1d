import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('patients', (table) => {
    table.index(['visits'], 'patients_visits_idx') // expect: unsafe-migration
    table.string('email').notNullable() // expect: unsafe-migration
    table.uuid('token').defaultTo(knex.fn.uuid()) // expect: unsafe-migration
    table.boolean('active').notNullable().defaultTo(true)
    table.string('name', 200).alter()
  })
  await knex('doctors').update({ active: true }) // expect: unsafe-migration
  await knex('doctors').where('id', 7).update({ active: false })
  await knex.raw('ALTER TABLE doctors ALTER COLUMN fee TYPE bigint') // expect: unsafe-migration
}

export async function down(knex: Knex): Promise<void> {
  await knex('doctors').del()
}
