BEGIN;

-- CreateTable
CREATE TABLE "backfill" (
    "name" TEXT NOT NULL,
    "last_id" TEXT NOT NULL DEFAULT '',
    "finished_at" TIMESTAMP(3),

    CONSTRAINT "backfill_pkey" PRIMARY KEY ("name")
);

COMMIT;
