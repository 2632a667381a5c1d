ALTER TABLE notes DROP COLUMN title; -- expect: unsafe-migration
