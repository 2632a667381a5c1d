-- +goose NO TRANSACTION
-- +goose Up
CREATE INDEX CONCURRENTLY offers_room_idx ON offers (room_id);
