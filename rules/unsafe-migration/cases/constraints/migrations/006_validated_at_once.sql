BEGIN;
ALTER TABLE seats ADD CONSTRAINT seats_code_known CHECK (code IS NOT NULL) NOT VALID;
ALTER TABLE seats VALIDATE CONSTRAINT seats_code_known; -- expect: unsafe-migration
COMMIT;
