CREATE TABLE "Marker" ("id" TEXT PRIMARY KEY, "familyId" TEXT NOT NULL, "season" INTEGER NOT NULL, "releasedAt" TIMESTAMP(3));
CREATE UNIQUE INDEX "Marker_active" ON "Marker" ("familyId", "season") WHERE "releasedAt" IS NULL;
CREATE UNIQUE INDEX "Member_login" ON "Member" ("email") WHERE "canLogin" = true;
