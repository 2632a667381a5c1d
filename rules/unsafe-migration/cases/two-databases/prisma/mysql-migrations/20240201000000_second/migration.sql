-- The schema of the other database still has it.
ALTER TABLE `Order` DROP COLUMN `rating`;
ALTER TABLE `Order` DROP COLUMN `notes`; -- expect: unsafe-migration
