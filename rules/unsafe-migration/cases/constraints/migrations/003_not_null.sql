ALTER TABLE seats ALTER COLUMN label SET NOT NULL; -- expect: unsafe-migration
