-- AlterTable
ALTER TABLE "instance" ADD COLUMN "backed_up_at" DATETIME;
ALTER TABLE "instance" ADD COLUMN "email_tested_at" DATETIME;

-- AlterTable
ALTER TABLE "account" ADD COLUMN "checklist_dismissed_at" DATETIME;
