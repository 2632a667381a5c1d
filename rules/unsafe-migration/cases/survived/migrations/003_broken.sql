ALTER TABLE leads ADD COLUM broken integer;
ALTER TABLE leads ADD COLUMN stage text NOT NULL; -- expect: unsafe-migration
