-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY rates_room_idx ON rates (room_id);

-- migrate:down transaction:false
DROP INDEX rates_room_idx;
