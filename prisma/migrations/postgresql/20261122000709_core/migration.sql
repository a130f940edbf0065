BEGIN;

-- AlterTable
ALTER TABLE "instance" ADD COLUMN     "housekept_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "sign_ins_allowed" INTEGER NOT NULL DEFAULT 10;

-- AlterTable
ALTER TABLE "token" ADD COLUMN     "expiry_noted_at" TIMESTAMP(3),
ADD COLUMN     "name_key" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- Names that exist already. The application folds new ones.
UPDATE "token" SET "name_key" = lower("name");

COMMIT;
