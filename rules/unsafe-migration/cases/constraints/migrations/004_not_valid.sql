SET lock_timeout = '5s';
ALTER TABLE seats ADD CONSTRAINT seats_hall_fk2 FOREIGN KEY (hall_id) REFERENCES halls (id) NOT VALID;
ALTER TABLE seats ADD CONSTRAINT seats_price_known CHECK (price IS NOT NULL) NOT VALID;
