-- backend-lint-disable-next-line unsafe-migration -- the table is empty until the next release
ALTER TABLE leads ADD COLUMN origin text NOT NULL;
