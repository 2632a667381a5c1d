ALTER TABLE events ADD COLUMN source text DEFAULT 'web'; -- expect: unsafe-migration
ALTER TABLE settings ADD COLUMN source text DEFAULT 'web';
ALTER TABLE events ADD CONSTRAINT events_day CHECK (day IS NOT NULL) NOT VALID;
