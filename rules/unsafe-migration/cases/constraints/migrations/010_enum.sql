BEGIN;
CREATE TYPE seat_kind AS ENUM ('stalls', 'balcony');
ALTER TYPE ticket_state ADD VALUE 'returned'; -- expect: unsafe-migration
UPDATE tickets SET state = 'returned' WHERE id = 7;
COMMIT;
