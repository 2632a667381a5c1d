CREATE INDEX CONCURRENTLY "rooms_name_floor_idx" ON "rooms" ("name", "floor"); -- expect: unsafe-migration
