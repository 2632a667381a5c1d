DROP INDEX keys_room_idx;
