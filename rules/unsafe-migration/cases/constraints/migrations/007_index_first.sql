CREATE UNIQUE INDEX CONCURRENTLY seats_code_idx ON seats (code);
ALTER TABLE seats ADD CONSTRAINT seats_code_key UNIQUE USING INDEX seats_code_idx; -- expect-low: unsafe-migration
DROP INDEX CONCURRENTLY IF EXISTS seats_old_idx;
