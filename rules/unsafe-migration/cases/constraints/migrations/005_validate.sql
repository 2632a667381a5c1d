ALTER TABLE seats VALIDATE CONSTRAINT seats_hall_fk2;
ALTER TABLE seats VALIDATE CONSTRAINT seats_price_known;
-- The check says that there is nothing to find.
ALTER TABLE seats ALTER COLUMN price SET NOT NULL; -- expect-low: unsafe-migration
ALTER TABLE seats DROP CONSTRAINT seats_price_known;
