-- migrate:up
CREATE INDEX rates_day_idx ON rates (day); -- expect: unsafe-migration

-- migrate:down
DROP INDEX rates_day_idx;
