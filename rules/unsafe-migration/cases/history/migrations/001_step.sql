CREATE INDEX entries_1_idx ON entries (c1); -- expect-low: unsafe-migration
