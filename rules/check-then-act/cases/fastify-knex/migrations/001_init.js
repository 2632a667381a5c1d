exports.up = async (knex) => {
  await knex.schema.createTable('accounts', (table) => {
    table.increments('id')
    table.integer('balance').notNullable()
    table.integer('version').notNullable()
  })
  await knex.schema.createTable('reservations', (table) => {
    table.increments('id')
    table.integer('table_id').notNullable()
    table.string('slot').notNullable()
  })
  await knex.schema.createTable('memberships', (table) => {
    table.increments('id')
    table.integer('project_id').notNullable()
    table.integer('user_id').notNullable()
    table.unique(['project_id', 'user_id'])
  })
  await knex.schema.createTable('projects', (table) => {
    table.increments('id')
    table.integer('max_members')
  })
}
