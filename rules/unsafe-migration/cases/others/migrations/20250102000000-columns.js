exports.up = async (db) => {
  await db.addColumn('events', 'kind', { type: 'string', notNull: true }) // expect: unsafe-migration
  await db.addIndex('events', 'events_kind_idx', ['kind'], true) // expect: unsafe-migration
}

exports.down = async () => {}
