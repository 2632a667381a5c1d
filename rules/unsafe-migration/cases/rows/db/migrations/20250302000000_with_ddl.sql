BEGIN;
ALTER TABLE wallets ADD COLUMN status text;
UPDATE wallets SET status = 'open' WHERE status IS NULL; -- expect: unsafe-migration
COMMIT;
