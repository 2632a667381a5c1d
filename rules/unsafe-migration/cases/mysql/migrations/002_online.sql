ALTER TABLE `parcels` ADD COLUMN `size` int NOT NULL DEFAULT 0;
ALTER TABLE `parcels` ADD COLUMN `size2` int NOT NULL DEFAULT 0 AFTER `label`;
ALTER TABLE `parcels` DROP COLUMN `size2`;
CREATE INDEX parcels_label_idx ON parcels (label);
ALTER TABLE `parcels` ADD UNIQUE KEY `parcels_label_key` (`label`);
ALTER TABLE `parcels` MODIFY `label` varchar(60);
ALTER TABLE `parcels` MODIFY `state` enum('new','sent','lost');
ALTER TABLE `parcels` MODIFY `weight` int NOT NULL;
