import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('patients', (table) => {
    table.increments('id')
    table.string('name', 80)
    table.integer('visits')
    table.index(['name'])
  })
  await knex.schema.alterTable('patients', (table) => {
    table.string('phone').notNullable()
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('patients')
}
