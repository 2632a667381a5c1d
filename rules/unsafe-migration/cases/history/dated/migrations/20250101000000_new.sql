CREATE INDEX postings_sum_idx ON postings (amount); -- expect: unsafe-migration
