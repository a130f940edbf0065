-- A transaction for each part, so that none holds its table for long: whoever reads tokens waits for none
-- of the new indexes, and whoever writes them for one at a time. What was done stays when a later part
-- fails, and is passed over when the file is tried again.

BEGIN;

-- Folded names are looked for by their beginning: only in the order of their bytes is that a range of an index.
ALTER TABLE "account" ALTER COLUMN "username_key" TYPE TEXT COLLATE "C", ALTER COLUMN "email_key" TYPE TEXT COLLATE "C";

COMMIT;

BEGIN;

ALTER TABLE "token" ALTER COLUMN "name_key" TYPE TEXT COLLATE "C";

COMMIT;

BEGIN;

-- CreateTable
CREATE TABLE IF NOT EXISTS "sign_in_day" (
    "day" TEXT NOT NULL,
    "succeeded" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "sign_in_day_pkey" PRIMARY KEY ("day")
);

COMMIT;

BEGIN;

-- CreateIndex
CREATE INDEX IF NOT EXISTS "account_is_active_id_idx" ON "account"("is_active", "id");

COMMIT;

BEGIN;

-- CreateIndex
CREATE INDEX IF NOT EXISTS "account_is_admin_id_idx" ON "account"("is_admin", "id");

COMMIT;

BEGIN;

-- CreateIndex
CREATE INDEX IF NOT EXISTS "token_kind_id_idx" ON "token"("kind", "id");

COMMIT;

BEGIN;

-- CreateIndex
CREATE INDEX IF NOT EXISTS "token_name_key_id_idx" ON "token"("name_key", "id");

COMMIT;

BEGIN;

-- CreateIndex
CREATE INDEX IF NOT EXISTS "token_revoked_at_id_idx" ON "token"("revoked_at", "id");

COMMIT;

BEGIN;

-- CreateIndex
CREATE INDEX IF NOT EXISTS "token_expires_at_id_idx" ON "token"("expires_at", "id");

COMMIT;

BEGIN;

-- CreateIndex
CREATE INDEX IF NOT EXISTS "token_idle_expires_at_id_idx" ON "token"("idle_expires_at", "id");

COMMIT;

BEGIN;

-- CreateIndex
CREATE INDEX IF NOT EXISTS "token_last_used_at_created_at_idx" ON "token"("last_used_at", "created_at");

COMMIT;

BEGIN;

-- DropIndex
DROP INDEX IF EXISTS "token_revoked_at_idx";

-- DropIndex
DROP INDEX IF EXISTS "token_expires_at_idx";

-- DropIndex
DROP INDEX IF EXISTS "token_idle_expires_at_idx";

COMMIT;
