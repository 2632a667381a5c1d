CREATE INDEX entries_12_idx ON entries (c12); -- expect: unsafe-migration
