ALTER TABLE guests ADD COLUMN phone text;
CREATE INDEX CONCURRENTLY guests_phone_idx ON guests (phone); -- expect: unsafe-migration
