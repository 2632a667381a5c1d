ALTER TABLE "rooms" ADD COLUMN "floor" integer;--> statement-breakpoint
CREATE INDEX "rooms_floor_idx" ON "rooms" USING btree ("floor"); -- expect: unsafe-migration
