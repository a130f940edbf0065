-- AlterTable
ALTER TABLE "token_secret" ADD COLUMN "last_used_address" TEXT;

-- AlterTable
ALTER TABLE "token_address" ADD COLUMN "first_used_at" DATETIME;
