ALTER TABLE events VALIDATE CONSTRAINT events_day;
ALTER TABLE events ALTER COLUMN day SET NOT NULL; -- expect: unsafe-migration
