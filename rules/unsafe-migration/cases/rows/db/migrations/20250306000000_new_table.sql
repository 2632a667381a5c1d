CREATE TABLE statements AS SELECT wallet_id, sum(amount) AS total FROM movements GROUP BY wallet_id;
UPDATE statements SET total = 0 WHERE total IS NULL;
CREATE INDEX statements_wallet_idx ON statements (wallet_id);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE wallets SET touched = now(); RETURN NEW; END $$;
