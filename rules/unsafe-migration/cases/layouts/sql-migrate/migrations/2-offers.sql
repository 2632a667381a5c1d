-- +migrate Up notransaction
CREATE UNIQUE INDEX CONCURRENTLY discounts_day_key ON discounts (day);
