CREATE INDEX keys_room_idx ON keys (room_id); -- expect: unsafe-migration
