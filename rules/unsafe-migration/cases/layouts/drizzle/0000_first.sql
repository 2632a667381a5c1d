CREATE TABLE "rooms" ("id" serial PRIMARY KEY NOT NULL, "name" text NOT NULL);--> statement-breakpoint
CREATE INDEX "rooms_name_idx" ON "rooms" USING btree ("name");
