exports.up = function (knex) {
  return knex.schema
    .createTable('visits', function (table) {
      table.increments()
      table.integer('patient_id').references('id').inTable('patients')
    })
    .then(function () {
      return knex.schema.table('doctors', function (table) {
        table.integer('room_id').references('rooms.id') // expect: unsafe-migration
        table.unique(['licence']) // expect: unsafe-migration
      })
    })
}

exports.down = function (knex) {
  return knex.schema.dropTable('visits')
}
