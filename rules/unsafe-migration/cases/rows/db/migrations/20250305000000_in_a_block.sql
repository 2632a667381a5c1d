DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'movements_wallet_fk') THEN
    ALTER TABLE movements ADD CONSTRAINT movements_wallet_fk FOREIGN KEY (wallet_id) REFERENCES wallets (id); -- expect: unsafe-migration
  END IF;
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
