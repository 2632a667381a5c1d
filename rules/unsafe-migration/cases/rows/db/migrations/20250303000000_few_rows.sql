UPDATE wallets SET currency = 'CHF' WHERE id = 1;
UPDATE wallets SET currency = 'CHF' WHERE country = 'CH' AND currency = 'EUR';
DELETE FROM movements WHERE kind = 'draft';
UPDATE wallets SET seen = true WHERE id IN (SELECT id FROM wallets WHERE seen IS NULL LIMIT 1000);
-- Few rows by their nature: a table that nothing writes, by its name.
UPDATE currencies SET symbol = code;
