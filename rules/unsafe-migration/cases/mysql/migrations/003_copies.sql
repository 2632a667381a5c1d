ALTER TABLE `parcels` MODIFY `weight` bigint; -- expect: unsafe-migration
ALTER TABLE `parcels` ADD CONSTRAINT `parcels_hub_fk` FOREIGN KEY (`hub_id`) REFERENCES `hubs` (`id`); -- expect: unsafe-migration
ALTER TABLE `parcels` CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci; -- expect: unsafe-migration
