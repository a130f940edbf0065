-- CreateTable
CREATE TABLE "backfill" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "last_id" TEXT NOT NULL DEFAULT '',
    "finished_at" DATETIME
);
