ALTER TABLE "Customer" DROP COLUMN "nickname"; -- expect: unsafe-migration
ALTER TABLE "Customer" DROP COLUMN "legacy_code";
ALTER TABLE "Customer" RENAME COLUMN "name" TO "full_name";
