CREATE TABLE `parcels` (`id` int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, `label` varchar(50), `state` enum('new','sent'), `weight` int, `note` text) ENGINE=InnoDB;
ALTER TABLE `parcels` ADD CONSTRAINT `parcels_route_fk` FOREIGN KEY (`route_id`) REFERENCES `routes` (`id`);
