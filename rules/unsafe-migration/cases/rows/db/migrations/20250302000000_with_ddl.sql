BEGIN;
ALTER TABLE wallets ADD COLUMN status text;
UPDATE wallets SET status = 'open' WHERE status IS NULL; -- expect: unsafe-migration
COMMIT;
BEGIN;
ALTER TABLE wallets ADD COLUMN provider text;
UPDATE wallets SET provider = 'card' WHERE card_id IS NOT NULL; -- expect: unsafe-migration
UPDATE wallets SET provider = 'bank' WHERE kind = 'bank'; -- expect: unsafe-migration
COMMIT;
