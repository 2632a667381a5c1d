exports.up = async (knex) => {
  await knex.schema.createTable('shops', (table) => {
    table.increments('id')
    table.string('name')
  })
  await knex.schema.createTable('shop_orders', (table) => {
    table.increments('id')
    table.integer('shop_id').references('id').inTable('shops').onDelete('RESTRICT')
    table.integer('total')
  })
}
