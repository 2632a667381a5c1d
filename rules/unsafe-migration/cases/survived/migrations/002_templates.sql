ALTER TABLE ${schema}.leads ADD COLUMN score integer NOT NULL; -- expect: unsafe-migration
CREATE INDEX contacts_name_idx ON {{ schema }}.contacts (name); -- expect: unsafe-migration
UPDATE ${table} SET x = 1;
