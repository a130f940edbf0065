BEGIN;

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "known_browser_failures" INTEGER NOT NULL DEFAULT 0;

COMMIT;
