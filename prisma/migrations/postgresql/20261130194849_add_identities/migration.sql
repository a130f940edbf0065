BEGIN;

-- CreateEnum
CREATE TYPE "journey_intent" AS ENUM ('sign_in', 'link', 'step_up');

-- CreateEnum
CREATE TYPE "ticket_door" AS ENUM ('session', 'login');

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "admin_provider" TEXT,
ADD COLUMN     "email_released_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "token" ADD COLUMN     "identity_id" TEXT;

-- CreateTable
CREATE TABLE "identity" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "email" TEXT,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "username" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL,
    "last_used_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journey" (
    "id" TEXT NOT NULL,
    "cookie_digest" BYTEA NOT NULL,
    "provider" TEXT NOT NULL,
    "intent" "journey_intent" NOT NULL,
    "token_id" TEXT,
    "user_id" TEXT,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "used_at" TIMESTAMP(3),

    CONSTRAINT "journey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_nonce" (
    "id" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "provider" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "used_at" TIMESTAMP(3),

    CONSTRAINT "sign_in_nonce_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_ticket" (
    "id" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "door" "ticket_door" NOT NULL,
    "cookie_digest" BYTEA,
    "user_id" TEXT,
    "sealed" BYTEA NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "used_at" TIMESTAMP(3),

    CONSTRAINT "sign_in_ticket_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journey" ADD CONSTRAINT "journey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_ticket" ADD CONSTRAINT "sign_in_ticket_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

COMMIT;
