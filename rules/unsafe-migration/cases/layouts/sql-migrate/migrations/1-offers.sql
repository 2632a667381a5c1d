-- +migrate Up
ALTER TABLE discounts ADD CONSTRAINT discounts_key UNIQUE (code); -- expect: unsafe-migration

-- +migrate Down
ALTER TABLE discounts DROP CONSTRAINT discounts_key;
