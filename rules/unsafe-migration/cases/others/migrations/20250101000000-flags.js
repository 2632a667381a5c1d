exports.up = function (db, callback) {
  db.runSql(
    `
    CREATE TABLE flags (name text PRIMARY KEY);
    ALTER TABLE flags ADD COLUMN enabled boolean NOT NULL DEFAULT false;
    ALTER TABLE events ADD COLUMN flag_name text NOT NULL; -- expect: unsafe-migration
    CREATE INDEX events_flag_idx ON events (flag_name); -- expect: unsafe-migration
    `,
    callback,
  )
}

exports.down = function (db, callback) {
  db.runSql('DROP TABLE flags;', callback)
}
