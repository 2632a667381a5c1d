CREATE OR REPLACE VIEW guest_mails AS SELECT email FROM guests;
