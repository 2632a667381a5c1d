CREATE INDEX entries_13_idx ON entries (c13); -- expect: unsafe-migration
