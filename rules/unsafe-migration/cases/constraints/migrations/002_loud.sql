BEGIN;
ALTER TABLE seats ADD CONSTRAINT seats_hall_fk FOREIGN KEY (hall_id) REFERENCES halls (id); -- expect: unsafe-migration
ALTER TABLE seats ADD CONSTRAINT seats_price_positive CHECK (price >= 0); -- expect: unsafe-migration
ALTER TABLE seats ADD CONSTRAINT seats_label_key UNIQUE (label); -- expect: unsafe-migration
COMMIT;
