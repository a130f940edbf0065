BEGIN;

-- CreateEnum
CREATE TYPE "token_kind" AS ENUM ('session', 'device', 'personal', 'refresh');

-- CreateEnum
CREATE TYPE "revoked_reason" AS ENUM ('unspecified', 'signed_out', 'lost_device', 'leaked', 'unused', 'replaced', 'session_policy', 'password_changed', 'owner_deactivated', 'administrator', 'reuse_detected');

-- CreateEnum
CREATE TYPE "code_purpose" AS ENUM ('verify_email', 'reset_password', 'confirm_email_change', 'undo_email_change', 'invitation');

-- CreateTable
CREATE TABLE "instance" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "secret_fingerprint" BYTEA NOT NULL,
    "setup_completed_at" TIMESTAMP(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "instance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "username_key" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "email_verified_at" TIMESTAMP(3),
    "first_name" TEXT NOT NULL DEFAULT '',
    "last_name" TEXT NOT NULL DEFAULT '',
    "password_hash" TEXT,
    "is_admin" BOOLEAN NOT NULL DEFAULT false,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "session_policy" TEXT,
    "failed_sign_ins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMP(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMP(3) NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,
    "last_login_at" TIMESTAMP(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "username_claim" (
    "id" TEXT NOT NULL,
    "username_key" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "claimed_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "username_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "token" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "kind" "token_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "live_name_key" TEXT,
    "scopes" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMP(3) NOT NULL,
    "created_address" TEXT,
    "user_agent" TEXT,
    "expires_at" TIMESTAMP(3),
    "idle_seconds" INTEGER,
    "idle_expires_at" TIMESTAMP(3),
    "auth_time" TIMESTAMP(3),
    "last_used_at" TIMESTAMP(3),
    "last_used_address" TEXT,
    "revoked_at" TIMESTAMP(3),
    "revoked_reason" "revoked_reason",

    CONSTRAINT "token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "token_secret" (
    "id" TEXT NOT NULL,
    "token_id" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "digest_algorithm" TEXT NOT NULL DEFAULT 'sha256',
    "hint" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "valid_until" TIMESTAMP(3),
    "last_used_at" TIMESTAMP(3),

    CONSTRAINT "token_secret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_code" (
    "id" TEXT NOT NULL,
    "purpose" "code_purpose" NOT NULL,
    "user_id" TEXT,
    "digest" BYTEA NOT NULL,
    "subject" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "used_at" TIMESTAMP(3),

    CONSTRAINT "one_time_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" TEXT NOT NULL,
    "occurred_at" TIMESTAMP(3) NOT NULL,
    "action" TEXT NOT NULL,
    "actor_user_id" TEXT,
    "actor_token_id" TEXT,
    "user_id" TEXT,
    "target_type" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "address" TEXT,
    "user_agent" TEXT,
    "request_id" TEXT,
    "details" JSONB NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_username_key_key" ON "account"("username_key");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key_key" ON "account"("email_key");

-- CreateIndex
CREATE UNIQUE INDEX "username_claim_username_key_key" ON "username_claim"("username_key");

-- CreateIndex
CREATE INDEX "token_user_id_id_idx" ON "token"("user_id", "id");

-- CreateIndex
CREATE INDEX "token_revoked_at_idx" ON "token"("revoked_at");

-- CreateIndex
CREATE INDEX "token_expires_at_idx" ON "token"("expires_at");

-- CreateIndex
CREATE INDEX "token_idle_expires_at_idx" ON "token"("idle_expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "token_user_id_live_name_key_key" ON "token"("user_id", "live_name_key");

-- CreateIndex
CREATE UNIQUE INDEX "token_secret_digest_key" ON "token_secret"("digest");

-- CreateIndex
CREATE INDEX "token_secret_token_id_idx" ON "token_secret"("token_id");

-- CreateIndex
CREATE INDEX "token_secret_hint_idx" ON "token_secret"("hint");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_code_digest_key" ON "one_time_code"("digest");

-- CreateIndex
CREATE INDEX "one_time_code_user_id_purpose_idx" ON "one_time_code"("user_id", "purpose");

-- CreateIndex
CREATE INDEX "one_time_code_expires_at_idx" ON "one_time_code"("expires_at");

-- CreateIndex
CREATE INDEX "audit_event_occurred_at_idx" ON "audit_event"("occurred_at");

-- CreateIndex
CREATE INDEX "audit_event_user_id_occurred_at_idx" ON "audit_event"("user_id", "occurred_at");

-- CreateIndex
CREATE INDEX "audit_event_actor_user_id_occurred_at_idx" ON "audit_event"("actor_user_id", "occurred_at");

-- CreateIndex
CREATE INDEX "audit_event_target_id_occurred_at_idx" ON "audit_event"("target_id", "occurred_at");

-- CreateIndex
CREATE INDEX "audit_event_action_occurred_at_idx" ON "audit_event"("action", "occurred_at");

-- AddForeignKey
ALTER TABLE "token" ADD CONSTRAINT "token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token_secret" ADD CONSTRAINT "token_secret_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "token"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_code" ADD CONSTRAINT "one_time_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

COMMIT;
