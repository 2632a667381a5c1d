ALTER TABLE events ADD COLUMN note text; -- expect-low: unsafe-migration
ALTER TABLE events DROP COLUMN note;
