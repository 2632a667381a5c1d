CREATE INDEX notes_body_idx ON notes (body); -- expect: unsafe-migration
