exports.up = async (knex) => {
  await knex.schema.alterTable('patients', (table) => {
    table.dropColumn('visits') // expect: unsafe-migration
    table.dropColumn('phone')
  })
  await knex.schema.renameTable('doctors', 'physicians') // expect: unsafe-migration
}

exports.down = async () => {}
