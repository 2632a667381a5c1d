ALTER TABLE seats ADD COLUMN token uuid DEFAULT gen_random_uuid(); -- expect: unsafe-migration
ALTER TABLE seats ADD COLUMN number bigserial; -- expect: unsafe-migration
ALTER TABLE seats ADD COLUMN label_lower text GENERATED ALWAYS AS (lower(label)) STORED; -- expect: unsafe-migration
ALTER TABLE halls ADD COLUMN barcode text UNIQUE; -- expect: unsafe-migration
ALTER TABLE seats ADD COLUMN sold_at timestamptz DEFAULT now();
ALTER TABLE seats ADD COLUMN twin_id bigint REFERENCES seats (id);
ALTER TABLE seats ADD COLUMN tags text[] NOT NULL DEFAULT '{}';
