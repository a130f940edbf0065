-- CreateTable
CREATE TABLE "token_usage" (
    "token_id" TEXT NOT NULL,
    "hour" DATETIME NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("token_id", "hour"),
    CONSTRAINT "token_usage_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "token" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "token_address" (
    "token_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "last_used_at" DATETIME NOT NULL,

    PRIMARY KEY ("token_id", "address"),
    CONSTRAINT "token_address_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "token" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "token_usage_hour_idx" ON "token_usage"("hour");
