ALTER TABLE `hubs` ADD FULLTEXT INDEX `hubs_text` (`description`); -- expect: unsafe-migration
ALTER TABLE `hubs` ADD CHECK (`capacity` > 0); -- expect: unsafe-migration
UPDATE `hubs` SET `open` = 1; -- expect: unsafe-migration
UPDATE `hubs` SET `open` = 1 WHERE `open` IS NULL LIMIT 1000;
DELETE FROM `hubs` WHERE `id` = 3;
