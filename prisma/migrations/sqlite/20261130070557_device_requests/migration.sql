-- CreateTable
CREATE TABLE "device_request" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "device_digest" BLOB NOT NULL,
    "user_code" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "device_name" TEXT,
    "token_kind" TEXT NOT NULL,
    "scopes" TEXT NOT NULL DEFAULT '',
    "expires_in_seconds" INTEGER,
    "interval_seconds" INTEGER NOT NULL,
    "polled_at" DATETIME,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "user_id" TEXT,
    "approver_token_id" TEXT,
    "token_name" TEXT,
    "sign_out" TEXT NOT NULL DEFAULT '',
    "address" TEXT,
    "address_key" TEXT NOT NULL,
    "user_agent" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_at" DATETIME NOT NULL,
    "expires_at" DATETIME NOT NULL,
    CONSTRAINT "device_request_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
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
