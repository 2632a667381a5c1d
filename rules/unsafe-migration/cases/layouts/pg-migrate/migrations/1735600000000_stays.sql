-- Up Migration
ALTER TABLE stays ALTER COLUMN nights SET NOT NULL; -- expect: unsafe-migration

-- Down Migration
ALTER TABLE stays ALTER COLUMN nights DROP NOT NULL;
