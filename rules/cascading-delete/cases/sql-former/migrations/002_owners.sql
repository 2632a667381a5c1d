ALTER TABLE projects DROP COLUMN owner_id;
ALTER TABLE spaces DROP COLUMN owner_id;
