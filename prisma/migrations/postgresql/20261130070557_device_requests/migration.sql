BEGIN;

-- CreateEnum
CREATE TYPE "device_request_state" AS ENUM ('pending', 'approved', 'denied', 'spent');

-- CreateTable
CREATE TABLE "device_request" (
    "id" TEXT NOT NULL,
    "device_digest" BYTEA NOT NULL,
    "user_code" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "device_name" TEXT,
    "token_kind" "token_kind" NOT NULL,
    "scopes" TEXT NOT NULL DEFAULT '',
    "expires_in_seconds" INTEGER,
    "interval_seconds" INTEGER NOT NULL,
    "polled_at" TIMESTAMP(3),
    "state" "device_request_state" NOT NULL DEFAULT 'pending',
    "user_id" TEXT,
    "approver_token_id" TEXT,
    "token_name" TEXT,
    "sign_out" TEXT NOT NULL DEFAULT '',
    "address" TEXT,
    "address_key" TEXT NOT NULL,
    "user_agent" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "device_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "device_request_device_digest_key" ON "device_request"("device_digest");

-- CreateIndex
CREATE UNIQUE INDEX "device_request_user_code_key" ON "device_request"("user_code");

-- CreateIndex
CREATE INDEX "device_request_user_id_idx" ON "device_request"("user_id");

-- CreateIndex
CREATE INDEX "device_request_address_key_expires_at_idx" ON "device_request"("address_key", "expires_at");

-- CreateIndex
CREATE INDEX "device_request_expires_at_idx" ON "device_request"("expires_at");

-- AddForeignKey
ALTER TABLE "device_request" ADD CONSTRAINT "device_request_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

COMMIT;
