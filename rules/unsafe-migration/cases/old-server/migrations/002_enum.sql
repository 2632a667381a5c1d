BEGIN;
ALTER TYPE event_kind ADD VALUE 'replayed'; -- expect: unsafe-migration
COMMIT;
