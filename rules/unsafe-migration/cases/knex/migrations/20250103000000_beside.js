exports.config = { transaction: false }

exports.up = async (knex) => {
  await knex.raw("SET lock_timeout = '5s'")
  await knex.schema.raw('CREATE INDEX CONCURRENTLY doctors_fee_idx ON doctors (fee)')
  await knex.raw('ALTER TABLE doctors ADD CONSTRAINT doctors_fee CHECK (fee IS NOT NULL) NOT VALID')
  await knex.raw('ALTER TABLE doctors VALIDATE CONSTRAINT doctors_fee')
  await knex.schema.alterTable('doctors', (table) => {
    table.dropNullable('fee')
  })
}

exports.down = async (knex) => {
  await knex.raw('DROP INDEX doctors_fee_idx')
}
