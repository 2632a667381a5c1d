exports.up = async (knex) => {
  await knex.schema.createTable('projects', (table) => {
    table.increments('id')
    table.string('name').notNullable()
  })
  await knex.schema.createTable('tasks', (table) => {
    table.increments('id')
    table.integer('project_id').references('id').inTable('projects').onDelete('CASCADE') // expect: cascading-delete
    table.string('title')
  })
  await knex.schema.createTable('task_comments', (table) => {
    table.increments('id')
    table.integer('task_id').references('tasks.id').onDelete('CASCADE')
    table.text('body')
  })
}

exports.down = (knex) => knex.schema.dropTable('task_comments').dropTable('tasks').dropTable('projects')
