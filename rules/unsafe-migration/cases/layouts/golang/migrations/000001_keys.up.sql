ALTER TABLE locks ADD CONSTRAINT locks_key_fk FOREIGN KEY (key_id) REFERENCES keys (id); -- expect: unsafe-migration
