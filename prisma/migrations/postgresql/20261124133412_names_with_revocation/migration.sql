-- Whoever reads tokens does not wait for the new index, and whoever writes them waits for nothing else.
-- What was done stays when the second part fails, and is passed over when the file is tried again.

BEGIN;

-- CreateIndex
CREATE INDEX IF NOT EXISTS "token_name_key_id_revoked_at_idx" ON "token"("name_key", "id", "revoked_at");

COMMIT;

BEGIN;

-- DropIndex
DROP INDEX IF EXISTS "token_name_key_id_idx";

COMMIT;
