CREATE TABLE events (id UInt64) ENGINE = MergeTree ORDER BY id;
ALTER TABLE events UPDATE id = 1 WHERE 1;
