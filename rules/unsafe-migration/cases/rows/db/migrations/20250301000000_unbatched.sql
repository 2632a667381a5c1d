UPDATE wallets SET currency = 'EUR'; -- expect: unsafe-migration
DELETE FROM movements; -- expect: unsafe-migration
UPDATE wallets SET owner_id = owners.id FROM owners WHERE owners.email = wallets.owner_email; -- expect: unsafe-migration
