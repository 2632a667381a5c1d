CREATE INDEX postings_day_idx ON postings (day); -- expect-low: unsafe-migration
