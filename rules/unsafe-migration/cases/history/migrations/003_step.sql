CREATE INDEX entries_3_idx ON entries (c3); -- expect-low: unsafe-migration
