DROP INDEX guests_phone_idx;
