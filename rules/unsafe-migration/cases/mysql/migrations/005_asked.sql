ALTER TABLE `hubs` ADD COLUMN `a` int, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `hubs` ADD COLUMN `b` int, ALGORITHM=COPY; -- expect: unsafe-migration
SET foreign_key_checks = 0;
ALTER TABLE `hubs` ADD CONSTRAINT `hubs_city_fk` FOREIGN KEY (`city_id`) REFERENCES `cities` (`id`);
SET foreign_key_checks = 1;
