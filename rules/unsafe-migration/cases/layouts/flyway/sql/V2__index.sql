CREATE INDEX guests_email_idx ON guests (email); -- expect: unsafe-migration
