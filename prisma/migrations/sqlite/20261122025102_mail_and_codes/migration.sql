-- AlterTable
ALTER TABLE "token" ADD COLUMN "reminder_stage" INTEGER;

-- AlterTable
ALTER TABLE "one_time_code" ADD COLUMN "subject_key" TEXT;

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "user_id" TEXT,
    "created_at" DATETIME NOT NULL,
    "due_at" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "payload" BLOB NOT NULL
);

-- CreateIndex
CREATE INDEX "outbox_mail_due_at_idx" ON "outbox_mail"("due_at");

-- CreateIndex
CREATE INDEX "one_time_code_subject_key_idx" ON "one_time_code"("subject_key");
