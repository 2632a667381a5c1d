CREATE INDEX CONCURRENTLY guests_email_id_idx ON guests (email, id);
