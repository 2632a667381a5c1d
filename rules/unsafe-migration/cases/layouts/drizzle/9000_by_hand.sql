-- The journal does not list it: somebody runs it with psql.
CREATE INDEX CONCURRENTLY "rooms_floor_name_idx" ON "rooms" ("floor", "name");
CREATE INDEX CONCURRENTLY "rooms_id_floor_idx" ON "rooms" ("id", "floor");
