-- AlterTable
ALTER TABLE "account" ADD COLUMN "admin_provider" TEXT;
ALTER TABLE "account" ADD COLUMN "email_released_at" DATETIME;

-- AlterTable
ALTER TABLE "token" ADD COLUMN "identity_id" TEXT;

-- CreateTable
CREATE TABLE "identity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "email" TEXT,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "username" TEXT,
    "created_at" DATETIME NOT NULL,
    "last_used_at" DATETIME NOT NULL,
    CONSTRAINT "identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "journey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cookie_digest" BLOB NOT NULL,
    "provider" TEXT NOT NULL,
    "intent" TEXT NOT NULL,
    "token_id" TEXT,
    "user_id" TEXT,
    "sealed" BLOB NOT NULL,
    "created_at" DATETIME NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "used_at" DATETIME,
    CONSTRAINT "journey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "sign_in_nonce" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "digest" BLOB NOT NULL,
    "provider" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "used_at" DATETIME
);

-- CreateTable
CREATE TABLE "sign_in_ticket" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "digest" BLOB NOT NULL,
    "door" TEXT NOT NULL,
    "cookie_digest" BLOB,
    "user_id" TEXT,
    "sealed" BLOB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" DATETIME NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "used_at" DATETIME,
    CONSTRAINT "sign_in_ticket_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "identity_user_id_last_used_at_idx" ON "identity"("user_id", "last_used_at");

-- CreateIndex
CREATE UNIQUE INDEX "identity_issuer_subject_key" ON "identity"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "journey_cookie_digest_key" ON "journey"("cookie_digest");

-- CreateIndex
CREATE INDEX "journey_user_id_idx" ON "journey"("user_id");

-- CreateIndex
CREATE INDEX "journey_expires_at_idx" ON "journey"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_nonce_digest_key" ON "sign_in_nonce"("digest");

-- CreateIndex
CREATE INDEX "sign_in_nonce_expires_at_idx" ON "sign_in_nonce"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_ticket_digest_key" ON "sign_in_ticket"("digest");

-- CreateIndex
CREATE INDEX "sign_in_ticket_user_id_idx" ON "sign_in_ticket"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_ticket_expires_at_idx" ON "sign_in_ticket"("expires_at");
