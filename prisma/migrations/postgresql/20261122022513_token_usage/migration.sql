BEGIN;

-- CreateTable
CREATE TABLE "token_usage" (
    "token_id" TEXT NOT NULL,
    "hour" TIMESTAMP(3) NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "token_usage_pkey" PRIMARY KEY ("token_id","hour")
);

-- CreateTable
CREATE TABLE "token_address" (
    "token_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "last_used_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "token_address_pkey" PRIMARY KEY ("token_id","address")
);

-- CreateIndex
CREATE INDEX "token_usage_hour_idx" ON "token_usage"("hour");

-- AddForeignKey
ALTER TABLE "token_usage" ADD CONSTRAINT "token_usage_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "token"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token_address" ADD CONSTRAINT "token_address_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "token"("id") ON DELETE CASCADE ON UPDATE CASCADE;

COMMIT;
