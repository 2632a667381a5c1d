DROP INDEX seats_label_old_idx; -- expect-low: unsafe-migration
REINDEX TABLE seats; -- expect: unsafe-migration
VACUUM FULL halls; -- expect: unsafe-migration
REINDEX TABLE CONCURRENTLY seats;
VACUUM seats;
