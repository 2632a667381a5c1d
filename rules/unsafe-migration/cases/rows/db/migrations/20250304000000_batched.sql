DO $$
DECLARE changed integer;
BEGIN
  LOOP
    UPDATE movements SET booked = true WHERE ctid IN (SELECT ctid FROM movements WHERE booked IS NULL LIMIT 5000);
    GET DIAGNOSTICS changed = ROW_COUNT;
    EXIT WHEN changed = 0;
    COMMIT;
  END LOOP;
END $$;
