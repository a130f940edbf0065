-- DropIndex
DROP INDEX "token_revoked_at_idx";

-- DropIndex
DROP INDEX "token_expires_at_idx";

-- DropIndex
DROP INDEX "token_idle_expires_at_idx";

-- CreateTable
CREATE TABLE "sign_in_day" (
    "day" TEXT NOT NULL PRIMARY KEY,
    "succeeded" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0
);

-- CreateIndex
CREATE INDEX "account_is_active_id_idx" ON "account"("is_active", "id");

-- CreateIndex
CREATE INDEX "account_is_admin_id_idx" ON "account"("is_admin", "id");

-- CreateIndex
CREATE INDEX "token_kind_id_idx" ON "token"("kind", "id");

-- CreateIndex
CREATE INDEX "token_name_key_id_idx" ON "token"("name_key", "id");

-- CreateIndex
CREATE INDEX "token_revoked_at_id_idx" ON "token"("revoked_at", "id");

-- CreateIndex
CREATE INDEX "token_expires_at_id_idx" ON "token"("expires_at", "id");

-- CreateIndex
CREATE INDEX "token_idle_expires_at_id_idx" ON "token"("idle_expires_at", "id");

-- CreateIndex
CREATE INDEX "token_last_used_at_created_at_idx" ON "token"("last_used_at", "created_at");
