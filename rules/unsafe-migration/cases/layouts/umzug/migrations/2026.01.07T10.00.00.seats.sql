CREATE INDEX seats_row_idx ON seats (row); -- expect: unsafe-migration
