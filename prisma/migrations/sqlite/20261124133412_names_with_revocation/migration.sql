-- DropIndex
DROP INDEX "token_name_key_id_idx";

-- CreateIndex
CREATE INDEX "token_name_key_id_revoked_at_idx" ON "token"("name_key", "id", "revoked_at");
