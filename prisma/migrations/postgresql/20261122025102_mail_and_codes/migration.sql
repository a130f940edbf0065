BEGIN;

-- AlterTable
ALTER TABLE "token" ADD COLUMN     "reminder_stage" INTEGER;

-- AlterTable
ALTER TABLE "one_time_code" ADD COLUMN     "subject_key" TEXT;

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL,
    "due_at" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "payload" BYTEA NOT NULL,

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "outbox_mail_due_at_idx" ON "outbox_mail"("due_at");

-- CreateIndex
CREATE INDEX "one_time_code_subject_key_idx" ON "one_time_code"("subject_key");

COMMIT;
