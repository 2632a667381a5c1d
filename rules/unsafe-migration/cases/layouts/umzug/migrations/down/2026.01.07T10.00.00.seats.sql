-- What undoes the other: it is run when something went wrong, if ever.
ALTER TABLE seats ALTER COLUMN row SET NOT NULL;
DROP TABLE tickets;
