-- AlterTable
ALTER TABLE "instance" ADD COLUMN "housekept_at" DATETIME;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "username" TEXT NOT NULL,
    "username_key" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "email_verified_at" DATETIME,
    "first_name" TEXT NOT NULL DEFAULT '',
    "last_name" TEXT NOT NULL DEFAULT '',
    "password_hash" TEXT,
    "is_admin" BOOLEAN NOT NULL DEFAULT false,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "session_policy" TEXT,
    "failed_sign_ins" INTEGER NOT NULL DEFAULT 0,
    "sign_ins_allowed" INTEGER NOT NULL DEFAULT 10,
    "locked_until" DATETIME,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "last_login_at" DATETIME
);
INSERT INTO "new_account" ("created_at", "email", "email_key", "email_verified_at", "failed_sign_ins", "first_name", "id", "is_active", "is_admin", "last_login_at", "last_name", "locked_until", "password_hash", "revision", "session_policy", "updated_at", "username", "username_key") SELECT "created_at", "email", "email_key", "email_verified_at", "failed_sign_ins", "first_name", "id", "is_active", "is_admin", "last_login_at", "last_name", "locked_until", "password_hash", "revision", "session_policy", "updated_at", "username", "username_key" FROM "account";
DROP TABLE "account";
ALTER TABLE "new_account" RENAME TO "account";
CREATE UNIQUE INDEX "account_username_key_key" ON "account"("username_key");
CREATE UNIQUE INDEX "account_email_key_key" ON "account"("email_key");
CREATE TABLE "new_token" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL DEFAULT '',
    "live_name_key" TEXT,
    "scopes" TEXT NOT NULL DEFAULT '',
    "created_at" DATETIME NOT NULL,
    "created_address" TEXT,
    "user_agent" TEXT,
    "expires_at" DATETIME,
    "idle_seconds" INTEGER,
    "idle_expires_at" DATETIME,
    "auth_time" DATETIME,
    "last_used_at" DATETIME,
    "last_used_address" TEXT,
    "revoked_at" DATETIME,
    "revoked_reason" TEXT,
    "expiry_noted_at" DATETIME,
    "revision" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_token" ("auth_time", "created_address", "created_at", "expires_at", "id", "idle_expires_at", "idle_seconds", "kind", "last_used_address", "last_used_at", "live_name_key", "name", "revoked_at", "revoked_reason", "scopes", "user_agent", "user_id") SELECT "auth_time", "created_address", "created_at", "expires_at", "id", "idle_expires_at", "idle_seconds", "kind", "last_used_address", "last_used_at", "live_name_key", "name", "revoked_at", "revoked_reason", "scopes", "user_agent", "user_id" FROM "token";
DROP TABLE "token";
ALTER TABLE "new_token" RENAME TO "token";
CREATE INDEX "token_user_id_id_idx" ON "token"("user_id", "id");
CREATE INDEX "token_revoked_at_idx" ON "token"("revoked_at");
CREATE INDEX "token_expires_at_idx" ON "token"("expires_at");
CREATE INDEX "token_idle_expires_at_idx" ON "token"("idle_expires_at");
CREATE UNIQUE INDEX "token_user_id_live_name_key_key" ON "token"("user_id", "live_name_key");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- Names that exist already. The application folds new ones.
UPDATE "token" SET "name_key" = lower("name");
