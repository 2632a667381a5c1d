ALTER TABLE locks DROP CONSTRAINT locks_key_fk;
