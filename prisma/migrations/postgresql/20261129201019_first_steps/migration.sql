BEGIN;

-- AlterTable
ALTER TABLE "instance" ADD COLUMN     "backed_up_at" TIMESTAMP(3),
ADD COLUMN     "email_tested_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "checklist_dismissed_at" TIMESTAMP(3);

COMMIT;
