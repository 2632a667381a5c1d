CREATE INDEX entries_2_idx ON entries (c2); -- expect-low: unsafe-migration
